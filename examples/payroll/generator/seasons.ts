/** Each month's share of a year, in percent: quiet over the Spring Festival, busy before the year ends. */
export const seasons: Readonly<Record<string, number>> = {
  '2026-01': 7,
  '2026-02': 5,
  '2026-03': 9,
  '2026-04': 8,
  '2026-05': 8,
  '2026-06': 9,
  '2026-07': 8,
  '2026-08': 7,
  '2026-09': 9,
  '2026-10': 8,
  '2026-11': 10,
  '2026-12': 12,
}
