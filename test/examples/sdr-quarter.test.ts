import { sumOf } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { page, quarter } from '../../examples/sdr-quarter/quarter.js'

describe('the quarter of an SDR', () => {
  it('says what was worked out by hand', () => {
    // January: 0.8 × 1,400; 600, of which 120 later. February: 1,400 × 1.125; 450 less 90, and 120. March: 1,400; 600 × (1 + 0.125 × 1.25) less a
    // fifth, and 90;
    // January was 15 of 20 meetings: 70 less, and conversions forgone.
    expect(page(quarter())).toEqual([
      '2026-01  paid 1600.00',
      '  meetings      1120.00  attained 0.8',
      '  conversions    480.00  attained 1',
      '2026-02  paid 2055.00',
      '  meetings      1575.00  attained 1.1',
      '  conversions    480.00  attained 0.75',
      '2026-03  paid 1375.00',
      '  meetings      1330.00  attained 1',
      '  conversions     45.00  attained 1.125',
      'corrected in March: 2026-01 meetings -70.00',
      'corrected in March: 2026-01 conversions -600.00',
      'open: meetings 0.00, conversions 138.75, as a clean run: meetings 0.00, conversions 138.75',
    ])
  })

  it('pays what a clean run pays', () => {
    const { months, clean } = quarter()
    expect(sumOf(months.map(({ paid }) => paid))).toBe(clean.paid)
  })
})
