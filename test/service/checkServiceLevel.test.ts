import {
  attempt,
  checkServiceLevel,
  defineServiceStandards,
  defineWorkingHours,
  handbook,
  type ServiceCase,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'

const day = ['09:00-17:00']
const week = { 1: day, 2: day, 3: day, 4: day, 5: day }
const office = defineWorkingHours({ timeZone: '+08:00', week })
const china = defineWorkingHours({
  timeZone: 'Asia/Shanghai',
  week,
  calendar: handbook.chinaCalendar,
  makeUpDays: 5,
})
const local = (time: string) => `2026-03-${time}:00+08:00`
const check = (asked: object, hours = office, policy = handbook.service) =>
  checkServiceLevel(asked as ServiceCase, policy, hours)

function issuesOf(asked: unknown, policy = handbook.service, hours: unknown = office) {
  const outcome = attempt(() => checkServiceLevel(asked as ServiceCase, policy, hours as never))
  return outcome.ok ? [] : outcome.issues.map((issue) => [issue.code, issue.path.join('.')])
}

describe('checkServiceLevel', () => {
  it('says all that it looked at', () => {
    const lead = {
      ...{ id: 'L-1', rep: 'Li', customerKind: 'new', contact: 'Zhao', standard: 'first-contact' },
      started: local('06T16:00'),
      done: local('07T15:00'),
      asOf: local('31T00:00'),
    }
    expect(check(lead)).toEqual({
      ...{ case: 'L-1', rep: 'Li', customerKind: 'new', contact: 'Zhao' },
      standard: 'first-contact',
      state: 'met',
      started: local('06T16:00'),
      done: local('07T15:00'),
      asOf: local('31T00:00'),
      due: local('07T16:00'),
      latest: local('07T16:00'),
      warnAt: null,
      atRisk: false,
      onHold: false,
      insideBuffer: false,
      used: 'PT23H',
      left: 'PT1H',
      held: 'PT0S',
      late: null,
      policy: { id: 'handbook-service', version: '1' },
      clauses: ['SLA-1'],
    })
  })

  it.each([
    ['SLA-1', 'first-contact', local('07T16:00'), local('07T16:01')],
    ['SLA-2', 'needs-report', local('08T16:00'), local('08T16:01')],
    ['SLA-3', 'solution', '2026-03-11T23:59:59+08:00', '2026-03-12T00:00:00+08:00'],
    ['SLA-4', 'delivery-start', '2026-03-11T23:59:59+08:00', '2026-03-12T00:00:00+08:00'],
    ['SLA-5', 'after-sales-answer', local('06T18:00'), local('06T18:01')],
    ['SLA-6', 'complaint-answer', local('07T16:00'), local('07T16:01')],
    ['SLA-6', 'complaint-resolution', local('09T16:00'), local('09T16:01')],
    ['SLA-7', 'key-customer-solution', local('08T16:00'), local('08T16:01')],
    ['SLA-11', 'support-answer', local('07T00:00'), local('07T00:01')],
  ])('holds %s, %s, until %s', (clause, standard, intime, late) => {
    const asked = { standard, contact: 'Zhao', started: local('06T16:00') }
    const [met, missed] = [intime, late].map((done) => check({ ...asked, done }, china))
    expect([met?.state, missed?.state]).toEqual(['met', 'late'])
    expect(met?.clauses[0]).toBe(clause)
  })

  it('follows the official calendar in working days (SLA-10)', () => {
    const signed = { standard: 'delivery-start', started: '2026-02-13T10:00:00+08:00' }
    const level = check({ ...signed, asOf: '2026-02-20T10:00:00+08:00' }, china)
    expect([level.due, level.used, level.left, level.state]).toEqual([
      '2026-02-25T23:59:59.999+08:00',
      'P1D',
      'P2D',
      'open',
    ])
    expect(level.clauses).toEqual(['SLA-4', 'SLA-10'])
  })

  it.each([
    ['2026-03-06T23:59:59.999+08:00', 'met', false],
    ['2026-03-07T00:00:00+08:00', 'met', true],
    ['2026-03-09T23:59:59.999+08:00', 'met', true],
    ['2026-03-10T00:00:00+08:00', 'late', false],
  ])(
    'gives a delivery a buffer of 3 calendar days (SLA-8): done %s is %s',
    (done, state, inside) => {
      const level = check({ standard: 'delivery', due: '2026-03-06', done })
      expect([level.state, level.insideBuffer]).toEqual([state, inside])
      expect([level.due, level.latest]).toEqual([
        '2026-03-06T23:59:59.999+08:00',
        '2026-03-09T23:59:59.999+08:00',
      ])
      expect([level.used, level.left, level.held, level.clauses]).toEqual([
        null,
        null,
        null,
        ['SLA-8'],
      ])
    },
  )

  it.each([
    ['2026-03-10T09:15:00+08:00', 'PT9H15M'],
    ['2026-03-10T00:00:00.001+08:00', 'PT0.001S'],
    ['2026-03-10T00:00:00+08:00', 'PT0.001S'],
  ])(
    'counts from midnight how late something is that was due on a day: %s is late by %s',
    (done, elapsed) => {
      const level = check({ standard: 'delivery', due: '2026-03-06', done })
      expect([level.state, level.late?.elapsed]).toEqual(['late', elapsed])
    },
  )

  it('counts from the instant how late something is that was due at one, a millisecond before midnight or not', () => {
    const asked = { standard: 'after-sales-answer', started: '2026-03-06T20:00:00+08:00' }
    const late = (started: string, done: string) => check({ ...asked, started, done }).late?.elapsed
    expect(late('2026-03-06T22:00:00+08:00', '2026-03-07T00:30:00+08:00')).toBe('PT30M')
    expect(late('2026-03-06T10:00:00+08:00', '2026-03-06T12:00:01+08:00')).toBe('PT1S')
  })

  it('takes an instant that was agreed, too', () => {
    const level = check({ standard: 'delivery', due: local('06T12:00'), asOf: local('08T00:00') })
    expect([level.state, level.due, level.latest]).toEqual([
      'open',
      local('06T12:00'),
      '2026-03-09T23:59:59.999+08:00',
    ])
  })

  it('asks for the one named contact of technical support (SLA-11)', () => {
    const asked = {
      standard: 'support-answer',
      started: local('06T16:00'),
      asOf: local('06T17:00'),
    }
    expect(issuesOf(asked)).toEqual([['VALUE_MISSING', 'case.contact']])
    expect(check({ ...asked, contact: 'Zhao' }).contact).toBe('Zhao')
  })

  describe('with a standard of eight working hours, a buffer of one and a warning two before', () => {
    const policy = defineServiceStandards({
      standards: [
        {
          id: 'answer',
          within: 8,
          unit: 'working-hours',
          buffer: { within: 1, unit: 'working-hours' },
          warning: { before: 2, unit: 'working-hours' },
        },
      ],
    })
    const fortnight = defineServiceStandards({
      standards: [
        {
          ...{ id: 'answer', within: 80, unit: 'working-hours' },
          warning: { before: 56, unit: 'working-hours' },
        },
      ],
    })
    const asked = { standard: 'answer', started: local('05T12:00') }
    const level = (more: object) => check({ ...asked, ...more }, office, policy)

    it.each([
      ['06T09:59', 'open', false, 'PT2H1M'],
      ['06T10:00', 'open', true, 'PT2H'],
      ['06T12:00', 'open', true, 'PT0S'],
      ['06T13:00', 'open', true, 'PT0S'],
      ['06T13:01', 'late', false, 'PT0S'],
    ])('on %s is %s, at risk: %s, with %s left', (asOf, state, atRisk, left) => {
      const one = level({ asOf: local(asOf) })
      expect([one.due, one.latest, one.warnAt]).toEqual([
        local('06T12:00'),
        local('06T13:00'),
        local('06T10:00'),
      ])
      expect([one.state, one.atRisk, one.left]).toEqual([state, atRisk, left])
    })

    it('is at risk just as long before, on each day of a half-year', () => {
      const noon = (day: number) =>
        new Date(Date.UTC(2026, 0, day, 4))
          .toISOString()
          .replace('T04:00:00.000Z', 'T12:00:00+08:00')
      for (let day = 5; day < 185; day += 7) {
        const asked = { standard: 'answer', started: noon(day), asOf: noon(day) }
        const { due, warnAt } = check(asked, office, fortnight)
        expect([due, warnAt]).toEqual([noon(day + 14), noon(day + 3)])
      }
    })

    it('is late by the clock and by working hours, without those on hold', () => {
      const holds = [{ from: local('09T10:00'), to: local('09T12:00') }]
      const one = level({ done: local('09T13:00'), holds })
      // Friday 13:00 to 17:00 and Monday 9:00 to 10:00 and 12:00 to 13:00.
      expect(one.late).toEqual({ elapsed: 'PT72H', working: 'PT6H' })
      expect(one.held).toBe('PT2H')
    })

    it('is late at once after closing, by no working time at all', () => {
      const evening = { standard: 'answer', started: local('05T16:00'), done: local('06T19:00') }
      expect(check(evening, office, policy).late).toEqual({ elapsed: 'PT2H', working: 'PT0S' })
    })

    it('knows nothing yet of what came after the instant it is asked for', () => {
      const later = {
        done: local('09T10:00'),
        holds: [{ from: local('06T09:30'), to: local('06T11:00') }],
      }
      const one = level({ ...later, asOf: local('06T10:00') })
      expect([one.state, one.done, one.onHold, one.due, one.left]).toEqual([
        'open',
        null,
        true,
        null,
        'PT2H30M',
      ])
    })

    it('is not brought back by a hold once its time is up', () => {
      const holds = [{ from: local('06T14:00') }]
      const one = level({ asOf: local('10T09:00'), holds })
      expect([one.state, one.due, one.onHold]).toEqual(['late', local('06T12:00'), true])
    })

    it('is met when it is done on hold', () => {
      const one = level({ done: local('06T16:00'), holds: [{ from: local('06T10:00') }] })
      expect([one.state, one.due, one.used, one.left, one.onHold]).toEqual([
        'met',
        null,
        'PT6H',
        'PT2H',
        false,
      ])
    })

    it('counts holds on top of each other once, and none before it started', () => {
      const holds = [
        { from: local('05T14:00'), to: local('05T16:00') },
        { from: local('05T15:00'), to: local('06T10:00') },
        { from: local('05T15:30'), to: local('05T15:45') },
        { from: local('05T09:00'), to: local('05T12:30') },
      ]
      const one = level({ asOf: local('06T11:00'), holds })
      expect([one.held, one.used, one.left, one.due]).toEqual([
        'PT4H30M',
        'PT2H30M',
        'PT5H30M',
        local('06T16:30'),
      ])
    })
  })

  it('passes over a day that closes on hold, of a standard in working days', () => {
    const asked = { standard: 'solution', started: local('02T10:00'), asOf: local('05T20:00') }
    const day = (holds: object[]) => {
      const { due, used, held } = check({ ...asked, holds })
      return [due?.slice(0, 10), used, held]
    }
    expect(day([])).toEqual(['2026-03-05', 'P3D', 'P0D'])
    expect(day([{ from: local('03T10:00'), to: local('03T16:00') }])).toEqual([
      '2026-03-05',
      'P3D',
      'P0D',
    ])
    expect(day([{ from: local('03T10:00'), to: local('04T11:00') }])).toEqual([
      '2026-03-06',
      'P2D',
      'P1D',
    ])
    expect(day([{ from: local('03T17:00'), to: local('04T09:00') }])).toEqual([
      '2026-03-05',
      'P3D',
      'P0D',
    ])
  })

  it.each([
    [
      { standard: 'first-contct', asOf: 1 },
      ['NOT_IN_POLICY case.standard', 'INSTANT_INVALID case.asOf'],
    ],
    [{ standard: 'first-contact' }, ['VALUE_MISSING case.started', 'VALUE_MISSING case.asOf']],
    [
      { standard: 'first-contact', started: local('06T16:00'), done: local('06T15:00') },
      ['DATES_OUT_OF_ORDER case.done'],
    ],
    [
      { standard: 'first-contact', started: local('06T16:00'), asOf: local('06T15:00') },
      ['DATES_OUT_OF_ORDER case.asOf'],
    ],
    [
      { standard: 'first-contact', started: '2026-03-06T16:00', asOf: local('06T15:00') },
      ['INSTANT_INVALID case.started'],
    ],
    [
      {
        ...{ standard: 'first-contact', started: local('06T16:00'), asOf: local('07T15:00') },
        holds: [{ from: local('06T18:00'), to: local('06T17:00') }, { to: local('06T17:00') }],
      },
      ['DATES_OUT_OF_ORDER case.holds.0.to', 'VALUE_MISSING case.holds.1.from'],
    ],
    [
      {
        standard: 'first-contact',
        started: local('06T16:00'),
        asOf: local('07T15:00'),
        due: '2026-03-08',
      },
      ['POLICY_CONFLICT case.due'],
    ],
    [{ standard: 'delivery', asOf: local('07T15:00') }, ['VALUE_MISSING case.due']],
    [
      {
        standard: 'delivery',
        due: '2026-03-08',
        asOf: local('07T15:00'),
        holds: [{ from: local('06T15:00') }],
      },
      ['POLICY_CONFLICT case.holds'],
    ],
    [
      { standard: 'delivery', due: '2026-02-30', asOf: local('07T15:00') },
      ['DATE_INVALID case.due'],
    ],
    [{ standard: 'delivery', due: 'soon', asOf: local('07T15:00') }, ['INSTANT_INVALID case.due']],
    [5, ['VALUE_INVALID case']],
  ])('refuses %j', (asked, expected) => {
    expect(issuesOf(asked).map((one) => one.join(' '))).toEqual(expected)
  })

  it('refuses more holds than anybody has', () => {
    const holds = Array.from({ length: 1001 }, () => ({ from: local('06T18:00') }))
    const asked = { standard: 'first-contact', started: local('06T16:00'), asOf: local('07T15:00') }
    expect(issuesOf({ ...asked, holds })).toEqual([['NUMBER_OUT_OF_RANGE', 'case.holds.length']])
  })

  it('needs hours where its standard does, and knows which are not defined', () => {
    const asked = { standard: 'solution', started: local('06T16:00'), asOf: local('07T15:00') }
    expect(issuesOf(asked, handbook.service, null)).toEqual([['VALUE_MISSING', 'hours']])
    expect(
      issuesOf(
        { standard: 'delivery', due: '2026-03-06', done: local('07T15:00') },
        handbook.service,
        null,
      ),
    ).toEqual([['VALUE_MISSING', 'hours']])
    expect(issuesOf(asked, { ...handbook.service })).toEqual([['POLICY_NOT_DEFINED', '']])
  })

  it.each([
    ['hours', 30, '2024-01-01T11:00:00+08:00'],
    ['hours', 32, '2024-01-01T10:00:00+08:00'],
    ['working-hours', 9, '2024-01-01T10:00:00+08:00'],
    ['working-hours', 8, '2024-01-02T09:00:00+08:00'],
    ['working-hours', 7, '2024-01-02T10:00:00+08:00'],
    ['working-days', 2, '2024-01-01T10:00:00+08:00'],
    ['working-days', 1, '2024-01-01T10:00:00+08:00'],
    ['days', 1, '2024-01-01T23:59:59.999+08:00'],
    ['days', 2, '2024-01-01T10:00:00+08:00'],
  ] as const)(
    'is at risk from the start where the warning would come before it, and the calendar begins: in %s, %i before',
    (unit, before, warnAt) => {
      const standards = [
        {
          ...{ id: 'answer', unit: unit.endsWith('days') ? unit : ('working-hours' as const) },
          within: unit.endsWith('days') ? 1 : 8,
          warning: { before, unit },
        },
      ]
      const started = '2024-01-01T10:00:00+08:00'
      const asked = { standard: 'answer', started, asOf: started }
      expect(check(asked, china, defineServiceStandards({ standards })).warnAt).toBe(warnAt)
    },
  )

  it('counts from the original start, less the holds, where the standard changes midway', () => {
    // A lead whose report was due in 48 hours turns out to be a complaint, due in 24: 20 of them were used by Monday.
    const asked = {
      started: local('06T16:00'),
      holds: [{ from: local('07T08:00'), to: local('09T08:00') }],
      asOf: local('09T12:00'),
    }
    const standing = (standard: string) => {
      const { due, used, left } = check({ ...asked, standard })
      return [due, used, left]
    }
    expect(standing('needs-report')).toEqual([local('10T16:00'), 'PT20H', 'PT28H'])
    expect(standing('complaint-answer')).toEqual([local('09T16:00'), 'PT20H', 'PT4H'])
  })

  it('finds each of a thousand holds in two centuries', () => {
    const standards = [{ id: 'answer', within: 10_000, unit: 'days' as const }]
    const at = (days: number) => new Date(Date.UTC(1980, 0, 3 + days)).toISOString()
    const holds = Array.from({ length: 1000 }, (_, row) => ({
      from: at(row * 80),
      to: at(row * 80 + 2),
    }))
    const asked = { standard: 'answer', started: at(0), asOf: at(80_000), holds }
    const level = check(asked, office, defineServiceStandards({ standards }))
    // Two days close in each hold; of the first one, one of them is the day of the start, which never counts.
    expect([level.used, level.held]).toEqual(['P10000D', 'P1999D'])
  })

  it('refuses to count where the calendar ends', () => {
    const asked = {
      standard: 'solution',
      started: '2026-12-30T10:00:00+08:00',
      asOf: '2026-12-30T11:00:00+08:00',
    }
    expect(issuesOf(asked, handbook.service, china)).toEqual([
      ['DATE_NOT_COVERED', 'hours.calendar'],
    ])
  })
})
