import { attempt, defineWorkingHours, handbook, workingTimeBetween } from 'sales-rules'
import { describe, expect, it } from 'vitest'

const day = ['09:00-12:00', '13:00-18:00']
const week = { 1: day, 2: day, 3: day, 4: day, 5: day }
const calendar = handbook.chinaCalendar
const china = defineWorkingHours({ timeZone: 'Asia/Shanghai', week, calendar, makeUpDays: 1 })
const nights = (timeZone: string) =>
  defineWorkingHours({ timeZone, week: { 6: ['22:00-24:00'], 7: ['00:00-05:00'] } })

describe('workingTimeBetween', () => {
  it('counts a Spring Festival with its make-up days (SLA-10)', () => {
    const [from, to] = ['2026-02-13T00:00:00+08:00', '2026-03-02T00:00:00+08:00']
    // 13, 14 (Saturday, worked), 24 to 27 and 28 February (Saturday, worked): seven days of eight hours.
    expect(workingTimeBetween(from, to, china)).toBe('PT56H')
  })

  it.each([
    ['Europe/Berlin', '2026-03-28T22:00:00+01:00', '2026-03-29T05:00:00+02:00', 'PT6H'],
    ['Europe/Berlin', '2026-10-24T22:00:00+02:00', '2026-10-25T05:00:00+01:00', 'PT8H'],
    ['Australia/Lord_Howe', '2026-10-03T22:00:00+10:30', '2026-10-04T05:00:00+11:00', 'PT6H30M'],
    ['Asia/Shanghai', '2026-10-24T22:00:00+08:00', '2026-10-25T05:00:00+08:00', 'PT7H'],
  ])('counts the hours that pass in a night of %s from %s', (zone, from, to, length) => {
    expect(workingTimeBetween(from, to, nights(zone))).toBe(length)
  })

  it('shows seconds and their fractions, and nothing as no seconds', () => {
    const from = '2026-03-02T09:00:00+08:00'
    expect(workingTimeBetween(from, '2026-03-02T09:01:00.5+08:00', china)).toBe('PT1M0.5S')
    expect(workingTimeBetween(from, from, china)).toBe('PT0S')
  })

  it.each([
    ['from', ['noon', '2026-03-02T09:00:00Z']],
    ['to', ['2026-03-02T09:00:00Z', 'noon']],
  ])('names only %s where the other end can be read', (end, [from = '', to = '']) => {
    const outcome = attempt(() => workingTimeBetween(from, to, china))
    expect(outcome.ok ? [] : outcome.issues.map(({ code, path }) => [code, path])).toEqual([
      ['INSTANT_INVALID', [end]],
    ])
  })

  it('refuses an interval turned round, and names both ends', () => {
    const [from, to] = ['2026-03-03T09:00:00+08:00', '2026-03-02T09:00:00Z']
    const outcome = attempt(() => workingTimeBetween(from, to, china))
    expect(outcome.ok ? [] : outcome.issues.map(({ code, message }) => [code, message])).toEqual([
      [
        'DATES_OUT_OF_ORDER',
        'to: got 2026-03-02T09:00:00+00:00, which is before 2026-03-03T09:00:00+08:00. Swap them, or correct one.',
      ],
    ])
  })

  it('refuses what the calendar does not cover', () => {
    const outcome = attempt(() =>
      workingTimeBetween('2026-12-31T09:00:00+08:00', '2027-01-01T00:00:00+08:00', china),
    )
    expect(outcome).toMatchObject({ ok: false, issues: [{ code: 'DATE_NOT_COVERED' }] })
  })
})
