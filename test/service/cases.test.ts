import {
  addWorkingDays,
  attempt,
  checkServiceLevel,
  defineCalendar,
  defineServiceStandards,
  defineWorkingHours,
  dueAt,
  handbook,
  instantsOf,
  localDateOf,
  periodOf,
  type ServiceTarget,
  type WorkingHoursInput,
  workingTimeBetween,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'

/** Cases of practice, most of them faults of other products: each with where it was reported. */
const weekly = (spans: readonly string[], days = [1, 2, 3, 4, 5]) =>
  Object.fromEntries(days.map((day) => [day, spans]))
const hoursOf = (input: Omit<WorkingHoursInput, 'timeZone'>, timeZone = 'UTC') =>
  defineWorkingHours({ timeZone, ...input })
const office = hoursOf({ week: weekly(['09:00-17:00']) })
const longDay = hoursOf({ week: weekly(['08:00-18:00']) })
const hours = (within: number | string): ServiceTarget => ({ within, unit: 'working-hours' })
const everyDay = [1, 2, 3, 4, 5, 6, 7]
const china = hoursOf(
  { week: weekly(['09:00-17:00']), calendar: handbook.chinaCalendar, makeUpDays: 5 },
  'Asia/Shanghai',
)

describe('what is due', () => {
  it('sla-01 (chatwoot 13392): half an hour on Friday, and half on Monday', () => {
    expect(dueAt('2026-03-06T16:30:00+00:00', hours(1), office)).toBe('2026-03-09T09:30:00+00:00')
  })

  it('sla-03: what arrives at closing starts at the next opening, and is due at closing', () => {
    expect(dueAt('2026-03-06T17:00:00+00:00', hours(8), office)).toBe('2026-03-09T17:00:00+00:00')
  })

  it('sla-06 (zammad 390): holidays have no hours', () => {
    const berlin = hoursOf(
      { week: weekly(['09:00-21:00'], everyDay), holidays: ['2016-11-11', '2016-11-13'] },
      'Europe/Berlin',
    )
    expect(dueAt('2016-11-09T23:00:00+01:00', hours(48), berlin)).toBe('2016-11-15T21:00:00+01:00')
  })

  it('sla-08 (moment-business-time 52): hours that end at midnight', () => {
    const evening = hoursOf({ week: weekly(['16:00-24:00']) })
    const within = { within: 121, unit: 'working-minutes' } as const
    expect(dueAt('2022-03-23T22:00:00+00:00', within, evening)).toBe('2022-03-24T16:01:00+00:00')
  })

  it('sla-11 (glpi 22678): a warning one working hour before Tuesday 11:00 is Tuesday 10:00', () => {
    const policy = defineServiceStandards({
      standards: [
        {
          id: 'answer',
          within: 4,
          unit: 'working-hours',
          warning: { before: 1, unit: 'working-hours' },
        },
      ],
    })
    const started = '2026-03-02T17:00:00+00:00'
    const level = checkServiceLevel({ standard: 'answer', started, asOf: started }, policy, longDay)
    expect([level.due, level.warnAt]).toEqual([
      '2026-03-03T11:00:00+00:00',
      '2026-03-03T10:00:00+00:00',
    ])
  })

  it('sla-13 (glpi 1857): five minutes in the evening and five in the morning', () => {
    expect(
      workingTimeBetween('2026-03-02T17:55:00+00:00', '2026-03-03T08:05:00+00:00', longDay),
    ).toBe('PT10M')
  })

  it('sla-16: eight hours around the clock over a night in which the clock is put forward', () => {
    const always = hoursOf({ week: weekly(['00:00-24:00'], everyDay) }, 'America/New_York')
    const due = '2026-03-08T07:00:00-04:00'
    expect(dueAt('2026-03-07T22:00:00-05:00', hours(8), always)).toBe(due)
    expect(dueAt('2026-03-07T22:00:00-05:00', { within: 8, unit: 'hours' }, always)).toBe(due)
  })

  it('sla-18 (working_hours 26): a window of 01–05 in that night lasts three hours', () => {
    const night = hoursOf({ week: weekly(['01:00-05:00'], [7]) }, 'America/New_York')
    expect(dueAt('2026-03-08T01:00:00-05:00', hours(2), night)).toBe('2026-03-08T04:00:00-04:00')
    const [from, to] = ['2026-03-08T01:00:00-05:00', '2026-03-08T05:00:00-04:00']
    expect(workingTimeBetween(from, to, night)).toBe('PT3H')
  })

  it('sla-21: a local time in the gap is refused, and one in the overlap is two instants', () => {
    const newYork = hoursOf({ week: weekly(['09:00-17:00']) }, 'America/New_York')
    const gap = attempt(() => instantsOf('2026-03-08T02:30', newYork))
    expect(gap).toMatchObject({ ok: false, issues: [{ code: 'LOCAL_TIME_MISSING' }] })
    expect(instantsOf('2026-11-01T01:30', newYork)).toEqual([
      '2026-11-01T01:30:00-04:00',
      '2026-11-01T01:30:00-05:00',
    ])
  })

  it('sla-28: what arrives on a public holiday starts on the next working day', () => {
    expect(dueAt('2026-10-01T10:00:00+08:00', hours(2), china)).toBe('2026-10-08T11:00:00+08:00')
  })

  it('sla-31 (odoo 166511): a day of 7.6 hours holds 7.6 hours', () => {
    const short = hoursOf({ week: weekly(['09:00-16:36']) })
    expect(dueAt('2026-03-02T09:00:00+00:00', hours('7.6'), short)).toBe(
      '2026-03-02T16:36:00+00:00',
    )
  })

  it('sla-36: a time of nothing is refused', () => {
    expect(attempt(() => dueAt('2026-03-07T12:00:00+00:00', hours(0), office))).toMatchObject({
      ok: false,
      issues: [{ code: 'NUMBER_OUT_OF_RANGE', path: ['standard', 'within'] }],
    })
  })

  it('sla-38 (working_hours 38): the day itself never counts, worked or not', () => {
    const april = hoursOf({ week: weekly(['09:00-17:00']), holidays: ['2020-04-14'] })
    const day = { within: 1, unit: 'working-days' } as const
    expect(dueAt('2020-04-14T10:00:00+00:00', day, april)).toBe('2020-04-15T23:59:59.999+00:00')
  })
})

describe('holds', () => {
  const policy = defineServiceStandards({
    standards: [{ id: 'answer', within: 8, unit: 'working-hours' }],
  })

  it('sla-23 (glpi 10594): only the working part of a hold counts', () => {
    const level = checkServiceLevel(
      {
        standard: 'answer',
        started: '2026-03-06T12:00:00+00:00',
        holds: [{ from: '2026-03-06T15:00:00+00:00', to: '2026-03-09T11:00:00+00:00' }],
        asOf: '2026-03-09T11:00:00+00:00',
      },
      policy,
      office,
    )
    expect([level.due, level.used, level.held, level.left]).toEqual([
      '2026-03-09T16:00:00+00:00',
      'PT3H',
      'PT4H',
      'PT5H',
    ])
  })

  it.each(['2026-03-02T12:00:00+00:00', '2026-03-02T15:00:00+00:00', '2026-03-20T15:00:00+00:00'])(
    'sla-26: nothing is due while it is on hold, and what is left is known (asked on %s)',
    (asOf) => {
      const since = { from: '2026-03-02T12:00:00+00:00' }
      const started = '2026-03-02T09:00:00+00:00'
      const open = { standard: 'answer', started, holds: [since], asOf }
      const level = checkServiceLevel(open, policy, office)
      expect([level.due, level.used, level.left, level.onHold]).toEqual([
        null,
        'PT3H',
        'PT5H',
        true,
      ])
    },
  )

  it.each([
    ['2026-03-02T17:00:00+00:00', 'met'],
    ['2026-03-02T17:00:01+00:00', 'late'],
    ['2026-03-02T16:59:59+00:00', 'met'],
  ])('sla-33: what is done at %s, of what is due at 17:00, is %s', (done, state) => {
    const started = '2026-03-02T09:00:00+00:00'
    expect(checkServiceLevel({ standard: 'answer', started, done }, policy, office).state).toBe(
      state,
    )
  })
})

describe('known faults of other products', () => {
  it('five working days from 2026-02-13 end on 2026-02-27 in mainland China, and not in the Spring Festival', () => {
    expect(addWorkingDays('2026-02-13', 5, handbook.chinaCalendar)).toBe('2026-02-27')
    const due = dueAt('2026-02-13T10:00:00+08:00', { within: 5, unit: 'working-days' }, china)
    expect(due.slice(0, 10)).toBe('2026-02-27')
  })

  it.each(['2027-10-01T10:00:00+08:00', '2023-12-31T10:00:00+08:00'])(
    'refuses %s, which no notice covers',
    (instant) => {
      const outcomes = [hours(2), { within: 2, unit: 'working-days' } as const].map((target) =>
        attempt(() => dueAt(instant, target, china)),
      )
      for (const outcome of outcomes)
        expect(outcome).toMatchObject({ ok: false, issues: [{ code: 'DATE_NOT_COVERED' }] })
    },
  )

  it('refuses what leads out of the calendar', () => {
    for (const target of [hours(20), { within: 5, unit: 'working-days' } as const])
      expect(attempt(() => dueAt('2026-12-30T10:00:00+08:00', target, china))).toMatchObject({
        ok: false,
        issues: [{ code: 'DATE_NOT_COVERED', path: ['hours', 'calendar'] }],
      })
  })

  it('2026-01-31T16:30Z is February in Shanghai', () => {
    expect(periodOf(localDateOf('2026-01-31T16:30:00Z', china), 'month')).toBe('2026-02')
  })

  it('Friday 16:00 plus 4 hours of 08–17 is Monday 11:00', () => {
    const eight = hoursOf({ week: weekly(['08:00-17:00']) })
    expect(dueAt('2026-03-06T16:00:00Z', hours(4), eight)).toBe('2026-03-09T11:00:00+00:00')
  })

  it('a hold from closing to the next opening adds nothing', () => {
    const policy = defineServiceStandards({
      standards: [
        { id: 'hours', within: 12, unit: 'working-hours' },
        { id: 'days', within: 3, unit: 'working-days' },
      ],
    })
    for (const standard of ['hours', 'days']) {
      const asked = { standard, started: '2026-03-05T10:00:00Z', asOf: '2026-03-05T10:00:00Z' }
      const holds = [{ from: '2026-03-06T17:00:00Z', to: '2026-03-09T09:00:00Z' }]
      const later = { ...asked, asOf: '2026-03-09T10:00:00Z' }
      const plain = checkServiceLevel(later, policy, office)
      expect(checkServiceLevel({ ...later, holds }, policy, office)).toEqual(plain)
    }
  })
})

describe('the calendar of mainland China', () => {
  it('equals what defineCalendar makes of its JSON', () => {
    expect(defineCalendar(JSON.parse(JSON.stringify(handbook.chinaCalendar)))).toStrictEqual(
      handbook.chinaCalendar,
    )
  })
})
