import { attempt, defineWorkingHours, localDateOf } from 'sales-rules'
import { describe, expect, it } from 'vitest'

const at = (timeZone: string) => defineWorkingHours({ timeZone, week: { 1: ['09:00-17:00'] } })

describe('localDateOf', () => {
  it.each([
    ['2026-01-31T16:30:00Z', 'Asia/Shanghai', '2026-02-01'],
    ['2026-01-31T15:59:59.999Z', 'Asia/Shanghai', '2026-01-31'],
    ['2026-01-01T03:00:00Z', 'America/New_York', '2025-12-31'],
    ['2026-01-01T03:00:00Z', '-03:00', '2026-01-01'],
    ['2026-01-01T02:59:59Z', '-03:00', '2025-12-31'],
    ['2011-12-30T09:59:59Z', 'Pacific/Apia', '2011-12-29'],
    ['2011-12-30T10:00:00Z', 'Pacific/Apia', '2011-12-31'],
  ])('of %s in %s is %s', (instant, zone, date) => {
    expect(localDateOf(instant, at(zone))).toBe(date)
  })

  it('refuses an instant without an offset', () => {
    expect(attempt(() => localDateOf('2026-01-31T16:30:00', at('UTC')))).toMatchObject({
      ok: false,
      issues: [{ code: 'INSTANT_INVALID', path: ['instant'], params: { reason: 'no-offset' } }],
    })
  })
})
