import { execFileSync } from 'node:child_process'
import { attempt, defineServiceStandards, defineWorkingHours, dueAt, handbook } from 'sales-rules'
import { describe, expect, it } from 'vitest'

const day = ['09:00-17:00']
const week = { 1: day, 2: day, 3: day, 4: day, 5: day }
const calendar = { from: '2026-01-01', to: '2026-12-31', weekend: [6, 7] }

function issuesOf(hours: unknown) {
  const outcome = attempt(() => defineWorkingHours(hours as never))
  return outcome.ok
    ? []
    : outcome.issues.map(({ code, path, params }) => {
        const reason = 'reason' in params ? ` ${params.reason}` : ''
        return `${code} ${path.join('.')}${reason}`
      })
}

describe('defineWorkingHours', () => {
  it('puts spans and dates in order', () => {
    const hours = defineWorkingHours({
      timeZone: 'Asia/Shanghai',
      week: { 1: ['13:00-18:00', '09:00-12:00'], 6: [] },
      holidays: ['2026-05-01', '2026-01-01'],
      worked: { '2026-05-09': ['13:00-15:00', '09:00-12:00'] },
    })
    expect(hours).toEqual({
      timeZone: 'Asia/Shanghai',
      week: { 1: ['09:00-12:00', '13:00-18:00'], 6: [] },
      holidays: ['2026-01-01', '2026-05-01'],
      worked: { '2026-05-09': ['09:00-12:00', '13:00-15:00'] },
    })
  })

  it('lets one span begin where another ends', () => {
    const hours = defineWorkingHours({
      timeZone: 'UTC',
      week: { 1: ['12:00-24:00', '00:00-12:00'] },
    })
    const due = dueAt('2026-03-02T00:00:00Z', { within: 24, unit: 'working-hours' }, hours)
    expect(due).toBe('2026-03-03T00:00:00+00:00')
  })

  it('works on a holiday of the calendar only where it has hours of its own', () => {
    const own = defineWorkingHours({
      timeZone: '+08:00',
      week,
      calendar: { ...calendar, holidays: ['2026-10-01', '2026-10-02'] },
      worked: { '2026-10-02': ['10:00-12:00'] },
    })
    const due = dueAt('2026-09-30T16:00:00+08:00', { within: 2, unit: 'working-hours' }, own)
    expect(due).toBe('2026-10-02T11:00:00+08:00')
  })

  it('works through the weekend of a calendar that has none', () => {
    const everyDay = { ...week, 6: day, 7: day }
    const { from, to, holidays } = handbook.chinaCalendar
    const shop = defineWorkingHours({
      timeZone: 'Asia/Shanghai',
      week: everyDay,
      calendar: { from, to, weekend: [], holidays },
    })
    const due = dueAt('2026-02-14T16:00:00+08:00', { within: 2, unit: 'working-hours' }, shop)
    expect(due).toBe('2026-02-24T10:00:00+08:00')
  })

  it.each([
    ['a span turned round', { week: { 1: ['17:00-09:00'] } }, ['VALUE_INVALID week.1.0']],
    ['an empty span', { week: { 1: ['09:00-09:00'] } }, ['VALUE_INVALID week.1.0']],
    ['a span over midnight', { week: { 1: ['22:00-06:00'] } }, ['VALUE_INVALID week.1.0']],
    [
      'a time that is none',
      { week: { 1: ['09:00-25:00', '9-17'] } },
      ['VALUE_INVALID week.1.0', 'VALUE_INVALID week.1.1'],
    ],
    [
      'spans on top of each other',
      { week: { 1: ['12:00-18:00', '09:00-12:01'] } },
      ['POLICY_CONFLICT week.1.0 opening-hours-overlap'],
    ],
    ['a week without hours', { week: {} }, ['POLICY_CONFLICT week week-without-hours']],
    [
      'a week of empty days',
      { week: { 1: [], 2: [] } },
      ['POLICY_CONFLICT week week-without-hours'],
    ],
    ['a weekday that is none', { week: { ...week, 0: day } }, ['UNKNOWN_KEY week.0']],
    ['no zone', { timeZone: undefined }, ['VALUE_MISSING timeZone']],
    [
      'a zone that nobody knows',
      { timeZone: 'Asia/Shangai' },
      ['ZONE_UNAVAILABLE timeZone unknown'],
    ],
    ['the zone "local"', { timeZone: 'local' }, ['ZONE_UNAVAILABLE timeZone unknown']],
    [
      'an offset with the sign the other way round',
      { timeZone: 'Etc/GMT+8' },
      ['ZONE_UNAVAILABLE timeZone unknown'],
    ],
    ['an offset that is nowhere', { timeZone: '+15:00' }, ['ZONE_UNAVAILABLE timeZone unknown']],
    ['an offset without minutes', { timeZone: '+8' }, ['ZONE_UNAVAILABLE timeZone unknown']],
    [
      'an abbreviation, which stands for several zones',
      { timeZone: 'CST' },
      ['ZONE_UNAVAILABLE timeZone unknown'],
    ],
    ['one in small letters', { timeZone: 'ist' }, ['ZONE_UNAVAILABLE timeZone unknown']],
    ['a date that is none', { worked: { '2026-02-30': day } }, ['DATE_INVALID worked.2026-02-30']],
    ['a holiday twice', { holidays: ['2026-05-01', '2026-05-01'] }, ['ID_DUPLICATE holidays']],
    [
      'a day off with hours',
      { holidays: ['2026-05-01'], worked: { '2026-05-01': day } },
      ['POLICY_CONFLICT worked.2026-05-01 holiday-and-workday'],
    ],
    [
      'dates outside the calendar',
      { calendar, holidays: ['2027-05-01'], worked: { '2025-05-01': day } },
      ['DATE_NOT_COVERED holidays calendar', 'DATE_NOT_COVERED worked.2025-05-01 calendar'],
    ],
    [
      'hours on the weekend of the calendar',
      { calendar, week: { ...week, 6: day } },
      ['POLICY_CONFLICT week weekend-with-hours'],
    ],
    [
      'no hours on a working day of the calendar',
      { calendar, week: { ...week, 5: [] } },
      ['POLICY_CONFLICT week working-day-without-hours'],
    ],
    [
      'a make-up day without hours',
      { calendar: { ...calendar, workdays: ['2026-02-14'] } },
      ['POLICY_CONFLICT calendar.workdays make-up-day-without-hours'],
    ],
    [
      'all make-up days without hours at once',
      { calendar: { ...calendar, workdays: ['2026-02-14', '2026-02-28'] } },
      ['POLICY_CONFLICT calendar.workdays make-up-day-without-hours'],
    ],
    [
      'a make-up day with the hours of a day off',
      { calendar: { ...calendar, workdays: ['2026-02-14'] }, makeUpDays: 7 },
      ['POLICY_CONFLICT calendar.workdays make-up-day-without-hours'],
    ],
    [
      'a calendar turned round',
      { calendar: { ...calendar, from: '2027-01-01' } },
      ['DATES_OUT_OF_ORDER calendar.from'],
    ],
    ['a key that nothing reads', { lunch: '12:00' }, ['UNKNOWN_KEY lunch']],
  ])('refuses %s', (_, change, expected) => {
    expect(issuesOf({ timeZone: 'UTC', week, ...change })).toEqual(expected)
  })

  it.each(['UTC', 'GMT', 'CET', 'PRC', 'Z', '+08:00', 'Asia/Shanghai', 'America/Port-au-Prince'])(
    'takes %s for a zone',
    (timeZone) => {
      expect(issuesOf({ timeZone, week })).toEqual([])
    },
  )

  it('says what is wrong with a zone, and how to write it', () => {
    const outcome = attempt(() => defineWorkingHours({ timeZone: 'Asia/Shangai', week }))
    expect(outcome.ok ? '' : outcome.issues[0]?.message).toBe(
      'timeZone: got "Asia/Shangai", expected a time zone of the IANA database such as "Asia/Shanghai", or a fixed offset such as "+08:00".',
    )
  })

  it('tells a runtime without data of time zones from a zone that nobody knows', () => {
    const program = `
      globalThis.Intl.DateTimeFormat = function () { throw new RangeError('no data') }
      const { attempt, defineWorkingHours, dueAt } = await import('./src/index.ts')
      const week = { 1: ['09:00-17:00'] }
      const named = attempt(() => defineWorkingHours({ timeZone: 'Asia/Shanghai', week }))
      const fixed = defineWorkingHours({ timeZone: '+08:00', week })
      console.log(named.issues[0].code, named.issues[0].params.reason)
      console.log(dueAt('2026-03-02T09:00:00Z', { within: 1, unit: 'hours' }, fixed))`
    const args = ['--import', 'tsx', '--input-type=module', '--eval', program]
    expect(execFileSync(process.execPath, args, { encoding: 'utf8' })).toBe(
      'ZONE_UNAVAILABLE no-data\n2026-03-02T18:00:00+08:00\n',
    )
  })
})

describe('defineServiceStandards', () => {
  const issuesOfStandard = (standard: object) => {
    const outcome = attempt(() => defineServiceStandards({ standards: [standard as never] }))
    return outcome.ok ? [] : outcome.issues.map(({ code, path }) => `${code} ${path.join('.')}`)
  }

  it.each([
    [{ id: 'a', within: 24 }, ['POLICY_CONFLICT standards.0']],
    [{ id: 'a', unit: 'hours' }, ['POLICY_CONFLICT standards.0']],
    [{ id: 'a', until: 'closing' }, ['POLICY_CONFLICT standards.0']],
    [{ id: 'a', within: 0, unit: 'hours' }, ['NUMBER_OUT_OF_RANGE standards.0.within']],
    [{ id: 'a', within: '0.5', unit: 'working-days' }, ['VALUE_INVALID standards.0.within']],
    [
      { id: 'a', within: 1, unit: 'hours', until: 'closing' },
      ['POLICY_CONFLICT standards.0.until'],
    ],
    [
      { id: 'a', buffer: { within: '0.5', unit: 'days' } },
      ['VALUE_INVALID standards.0.buffer.within'],
    ],
    [
      { id: 'a', warning: { within: 1, unit: 'days' } },
      ['UNKNOWN_KEY standards.0.warning.within', 'VALUE_MISSING standards.0.warning.before'],
    ],
    [{ within: 1, unit: 'hours' }, ['VALUE_MISSING standards.0.id']],
  ])('refuses %j', (standard, expected) => {
    expect(issuesOfStandard(standard).sort()).toEqual([...expected].sort())
  })

  it('refuses an id twice, and a provenance of what is not there', () => {
    const standard = { id: 'a', within: 1, unit: 'hours' } as const
    const outcome = attempt(() =>
      defineServiceStandards({
        standards: [standard, standard],
        provenance: [{ path: 'standards[2]', clause: 'HR-1', origin: 'ours' }],
      }),
    )
    expect(outcome.ok ? [] : outcome.issues.map(({ code }) => code)).toEqual([
      'ID_DUPLICATE',
      'NOT_IN_POLICY',
    ])
  })
})
