import {
  attempt,
  defineCalendar,
  defineWorkingHours,
  dueAt,
  handbook,
  type ServiceTarget,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'

const day = ['09:00-12:00', '13:30-18:00']
const week = { 1: day, 2: day, 3: day, 4: day, 5: day }
const china = defineWorkingHours({
  timeZone: 'Asia/Shanghai',
  week,
  calendar: handbook.chinaCalendar,
  makeUpDays: 5,
  worked: { '2026-02-13': ['09:00-12:00'], '2026-02-28': ['10:00-12:00'] },
})
const plain = defineWorkingHours({ timeZone: '+08:00', week })

function issuesOf(instant: unknown, standard: unknown, hours: unknown = china) {
  const outcome = attempt(() => dueAt(instant as string, standard as ServiceTarget, hours as never))
  return outcome.ok ? [] : outcome.issues
}

describe('dueAt', () => {
  it.each([
    ['at opening', '2026-03-02T09:00:00+08:00', 3, '2026-03-02T12:00:00+08:00'],
    ['over the break', '2026-03-02T09:00:00+08:00', 4, '2026-03-02T14:30:00+08:00'],
    ['in the break', '2026-03-02T12:30:00+08:00', 1, '2026-03-02T14:30:00+08:00'],
    ['a whole day, at closing', '2026-03-02T09:00:00+08:00', '7.5', '2026-03-02T18:00:00+08:00'],
    ['on a short day', '2026-02-13T09:00:00+08:00', 4, '2026-02-14T10:00:00+08:00'],
    ['on a make-up day', '2026-02-14T17:00:00+08:00', 2, '2026-02-24T10:00:00+08:00'],
    [
      'on a make-up day of its own hours',
      '2026-02-27T18:00:00+08:00',
      3,
      '2026-03-02T10:00:00+08:00',
    ],
    ['at night, with another offset', '2026-03-01T20:00:00Z', 1, '2026-03-02T10:00:00+08:00'],
  ])('counts working hours %s', (_, from, within, due) => {
    expect(dueAt(from, { within, unit: 'working-hours' }, china)).toBe(due)
  })

  it.each([
    ['SLA-1', 'first-contact', '2026-03-07T16:00:00+08:00'],
    ['SLA-2', 'needs-report', '2026-03-08T16:00:00+08:00'],
    ['SLA-3', 'solution', '2026-03-11T23:59:59.999+08:00'],
    ['SLA-4', 'delivery-start', '2026-03-11T23:59:59.999+08:00'],
    ['SLA-5', 'after-sales-answer', '2026-03-06T18:00:00+08:00'],
    ['SLA-6', 'complaint-answer', '2026-03-07T16:00:00+08:00'],
    ['SLA-6', 'complaint-resolution', '2026-03-09T16:00:00+08:00'],
    ['SLA-7', 'key-customer-solution', '2026-03-08T16:00:00+08:00'],
    ['SLA-11', 'support-answer', '2026-03-07T00:00:00+08:00'],
  ])('takes the standards of the handbook: %s, %s', (clause, id, due) => {
    const standard = handbook.service.standards.find((one) => one.id === id)
    if (standard === undefined) throw new Error(id)
    expect(standard.clauses[0]).toBe(clause)
    expect(dueAt('2026-03-06T16:00:00+08:00', standard, china)).toBe(due)
  })

  it('is due at closing after all the hours of a day, on each working day of two years', () => {
    const from = new Date('2026-01-01T00:00:00Z')
    for (const day of Array.from({ length: 730 }, (_, index) => index)) {
      const at = new Date(from.getTime() + day * 86_400_000)
      const date = at.toISOString().slice(0, 10)
      if (at.getUTCDay() === 0 || at.getUTCDay() === 6) continue
      const wholeDay = { within: '7.5', unit: 'working-hours' } as const
      expect(dueAt(`${date}T09:00:00+08:00`, wholeDay, plain)).toBe(`${date}T18:00:00+08:00`)
    }
  })

  it('is open on the first and the last day of its calendar, and refuses what leads past them', () => {
    const dates = { from: '2026-03-02', to: '2026-03-06' }
    const calendar = defineCalendar({ ...dates, weekend: [6, 7], holidays: [], workdays: [] })
    const hours = defineWorkingHours({ timeZone: '+08:00', week, calendar })
    const due = (within: string) =>
      attempt(() => dueAt('2026-03-02T09:00:00+08:00', { within, unit: 'working-hours' }, hours))
    expect(due('7.5')).toEqual({ ok: true, value: '2026-03-02T18:00:00+08:00' })
    expect(due('37.5')).toEqual({ ok: true, value: '2026-03-06T18:00:00+08:00' })
    expect(due('38')).toMatchObject({ ok: false, issues: [{ code: 'DATE_NOT_COVERED' }] })
  })

  it('counts working days by the official calendar (SLA-10)', () => {
    const within = { within: 3, unit: 'working-days' } as const
    // 27 April 2025 is a Sunday that is worked, and 1 to 5 May are off.
    expect(dueAt('2025-04-25T10:00:00+08:00', within, china).slice(0, 10)).toBe('2025-04-29')
    expect(dueAt('2025-04-29T10:00:00+08:00', within, china).slice(0, 10)).toBe('2025-05-07')
  })

  it('counts minutes, hours and days around the clock, the latter until the end of a day', () => {
    const from = '2026-03-06T16:00:30+08:00'
    const due = (within: number, unit: ServiceTarget['unit']) =>
      dueAt(from, { within, unit }, plain)
    expect(due(45, 'minutes')).toBe('2026-03-06T16:45:30+08:00')
    expect(due(48, 'hours')).toBe('2026-03-08T16:00:30+08:00')
    expect(due(2, 'days')).toBe('2026-03-08T23:59:59.999+08:00')
    expect(dueAt(from, { within: '0.001', unit: 'minutes' })).toBe('2026-03-06T16:00:30.060+08:00')
  })

  it('counts no day that the clock skips: in Samoa 29 December 2011 was followed by the 31st', () => {
    const day = ['00:00-24:00']
    const week = { 1: day, 2: day, 3: day, 4: day, 5: day, 6: day, 7: day }
    const samoa = defineWorkingHours({ timeZone: 'Pacific/Apia', week })
    for (const unit of ['days', 'working-days'] as const)
      expect(dueAt('2011-12-29T12:00:00-10:00', { within: 1, unit }, samoa)).toBe(
        '2011-12-31T23:59:59.999+14:00',
      )
  })

  it('writes the offset of the hours or, without any, that of the instant', () => {
    const within = { within: 24, unit: 'hours' } as const
    expect(dueAt('2026-03-07T15:00:00-05:00', within)).toBe('2026-03-08T15:00:00-05:00')
    const newYork = defineWorkingHours({ timeZone: 'America/New_York', week })
    expect(dueAt('2026-03-07T15:00:00-05:00', within, newYork)).toBe('2026-03-08T16:00:00-04:00')
    expect(dueAt('2026-03-07T15:00:00Z', within)).toBe('2026-03-08T15:00:00+00:00')
  })

  it('takes 24:00 for the end of a day, and cuts off what is finer than a millisecond', () => {
    const within = { within: 1, unit: 'hours' } as const
    expect(dueAt('2026-03-07T24:00:00Z', within)).toBe('2026-03-08T01:00:00+00:00')
    expect(dueAt('2026-03-07T23:00:00.123456Z', within)).toBe('2026-03-08T00:00:00.123+00:00')
    expect(dueAt('2026-03-07T23:00Z', within)).toBe('2026-03-08T00:00:00+00:00')
  })

  it.each([
    ['2026-03-07T15:00:00', 'INSTANT_INVALID', /has no offset/],
    ['2026-02-30T15:00:00Z', 'INSTANT_INVALID', /expected an instant that exists/],
    ['2026-03-07T24:00:01Z', 'INSTANT_INVALID', /exists/],
    ['2026-03-07T23:60:00Z', 'INSTANT_INVALID', /exists/],
    ['2026-03-07T15:00:00+15:00', 'INSTANT_INVALID', /exists/],
    ['2026-03-07', 'INSTANT_INVALID', /exists/],
    [new Date(0), 'INSTANT_INVALID', /toISOString/],
    [1_772_000_000_000, 'INSTANT_INVALID', /exists/],
    [undefined, 'VALUE_MISSING', /instant with its offset/],
    ['1979-12-31T00:00:00Z', 'DATE_NOT_COVERED', /1980/],
    ['2200-01-01T00:00:00Z', 'DATE_NOT_COVERED', /2199/],
  ])('refuses the instant %s', (instant, code, message) => {
    const [issue, ...others] = issuesOf(instant, { within: 1, unit: 'hours' })
    expect([issue?.code, issue?.path, others]).toEqual([code, ['instant'], []])
    expect(issue?.message).toMatch(message)
  })

  it.each([
    [{ within: 0, unit: 'hours' }, 'NUMBER_OUT_OF_RANGE', ['standard', 'within']],
    [{ within: -1, unit: 'hours' }, 'NUMBER_OUT_OF_RANGE', ['standard', 'within']],
    [{ within: '1.5', unit: 'working-days' }, 'VALUE_INVALID', ['standard', 'within']],
    [{ within: '0.0000001', unit: 'hours' }, 'VALUE_INVALID', ['standard', 'within']],
    [{ within: '100001', unit: 'hours' }, 'NUMBER_OUT_OF_RANGE', ['standard', 'within']],
    [{ within: '6000001', unit: 'minutes' }, 'NUMBER_OUT_OF_RANGE', ['standard', 'within']],
    [{ within: '100000.5', unit: 'working-hours' }, 'NUMBER_OUT_OF_RANGE', ['standard', 'within']],
    [{ within: '10001', unit: 'days' }, 'NUMBER_OUT_OF_RANGE', ['standard', 'within']],
    [{ within: '24h', unit: 'hours' }, 'NUMBER_INVALID', ['standard', 'within']],
    [{ within: 24 }, 'VALUE_MISSING', ['standard', 'unit']],
    [{ within: 24, unit: 'workhours' }, 'VALUE_NOT_ALLOWED', ['standard', 'unit']],
    [{ within: 24, unit: 'hours', until: 'closing' }, 'POLICY_CONFLICT', ['standard', 'until']],
    [{ within: 24, unit: 'hours', zzz: 1 }, 'UNKNOWN_KEY', ['standard', 'zzz']],
    [{ id: 'delivery' }, 'VALUE_MISSING', ['standard', 'within']],
    ['24h', 'VALUE_INVALID', ['standard']],
    [undefined, 'VALUE_MISSING', ['standard']],
  ])('refuses the standard %j', (standard, code, path) => {
    const issues = issuesOf('2026-03-06T16:00:00+08:00', standard)
    expect(issues.map((issue) => [issue.code, issue.path])).toEqual([[code, path]])
  })

  it('takes up to 100,000 hours, 6,000,000 minutes and 10,000 days', () => {
    const instant = '2026-03-06T16:00:00+00:00'
    const end = '2037-08-02T08:00:00+00:00'
    expect(dueAt(instant, { within: 100_000, unit: 'hours' })).toBe(end)
    expect(dueAt(instant, { within: 6_000_000, unit: 'minutes' })).toBe(end)
    const [issue] = issuesOf(instant, { within: 10_001, unit: 'days' })
    expect(issue?.message).toBe('standard.within: got 10001, expected above 0 to 10000.')
  })

  it.each(['working-hours', 'working-minutes', 'working-days', 'days'])(
    'needs hours for a time in %s',
    (unit) => {
      expect(issuesOf('2026-03-06T16:00:00+08:00', { within: 1, unit }, null)).toMatchObject([
        { code: 'VALUE_MISSING', path: ['hours'], params: { expected: 'working-hours', unit } },
      ])
    },
  )

  it('refuses hours that nobody has defined', () => {
    const asked = { within: 1, unit: 'hours' }
    expect(issuesOf('2026-03-06T16:00:00+08:00', asked, { timeZone: 'UTC', week })).toMatchObject([
      { code: 'POLICY_NOT_DEFINED', params: { define: 'defineWorkingHours' } },
    ])
  })

  it('is over soon where nothing is open for more than a century', () => {
    const minute = defineWorkingHours({ timeZone: 'UTC', week: { 1: ['00:00-00:01'] } })
    expect(
      issuesOf('2026-03-06T16:00:00Z', { within: 100_000, unit: 'working-hours' }, minute),
    ).toMatchObject([
      { code: 'DATE_NOT_COVERED', params: { from: '1980-01-02', to: '2199-12-30' } },
    ])
  })
})
