import { attempt, defineWorkingHours, instantsOf } from 'sales-rules'
import { describe, expect, it } from 'vitest'

const at = (timeZone: string) => defineWorkingHours({ timeZone, week: { 1: ['09:00-17:00'] } })

describe('instantsOf', () => {
  it.each([
    ['Asia/Shanghai', '2026-03-08T02:30', ['2026-03-08T02:30:00+08:00']],
    ['+05:45', '2026-03-08T02:30:15', ['2026-03-08T02:30:15+05:45']],
    ['America/New_York', '2026-03-08T01:59', ['2026-03-08T01:59:00-05:00']],
    ['America/New_York', '2026-03-08T03:00', ['2026-03-08T03:00:00-04:00']],
    ['America/New_York', '2026-11-01T02:00', ['2026-11-01T02:00:00-05:00']],
    [
      'Australia/Lord_Howe',
      '2026-04-05T01:45',
      ['2026-04-05T01:45:00+11:00', '2026-04-05T01:45:00+10:30'],
    ],
    ['UTC', '2026-03-08T24:00', ['2026-03-09T00:00:00+00:00']],
  ])('in %s are those of %s', (zone, local, instants) => {
    expect(instantsOf(local, at(zone))).toEqual(instants)
  })

  it.each([
    ['America/New_York', '2026-03-08T02:00'],
    ['America/New_York', '2026-03-08T02:59:59.999'],
    ['Pacific/Apia', '2011-12-30T12:00'],
  ])('in %s are not those of %s, which it skips', (zone, local) => {
    const outcome = attempt(() => instantsOf(local, at(zone)))
    expect(outcome.ok ? [] : outcome.issues).toEqual([
      {
        code: 'LOCAL_TIME_MISSING',
        severity: 'error',
        path: ['localTime'],
        params: { given: local, zone },
        message: `localTime: ${local} does not exist in ${zone}, where the clocks are put forward over it. Give the instant, with its offset.`,
      },
    ])
  })

  it.each(['2026-03-08T02:00Z', '2026-03-08', '2026-13-08T02:00', 5, null])(
    'are not those of %s, which is no time of the wall clock',
    (local) => {
      expect(attempt(() => instantsOf(local as string, at('UTC')))).toMatchObject({
        ok: false,
        issues: [{ code: 'INSTANT_INVALID', params: { reason: 'local-time' } }],
      })
    },
  )
})
