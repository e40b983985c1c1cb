/** Each month's share of a year, in percent: quiet over the Spring Festival, busy before the calendar year ends. */
const shares: Readonly<Record<string, number>> = {
  '01': 7,
  '02': 5,
  '03': 9,
  '04': 8,
  '05': 8,
  '06': 9,
  '07': 8,
  '08': 7,
  '09': 9,
  '10': 8,
  '11': 10,
  '12': 12,
}

/** The share of a month like `2026-05`. */
export function shareOf(month: string): number {
  return shares[month.slice(5)] ?? 0
}
