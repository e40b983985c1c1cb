/** Where a period lies: a month such as 2026-03, a quarter such as 2026-Q1. It belongs to the year in which it ends. */
export type Span = 'quarter' | 'half' | 'year'

export const spans: readonly Span[] = ['quarter', 'half', 'year']

const monthsOf: Record<Span, number> = { quarter: 3, half: 6, year: 12 }

/** Two periods with the same number lie in the same span; years begin in the given month, 1 to 12. */
export function spanOf(period: string, span: Span, yearStartsIn = 1): number {
  return Math.floor((lastMonthOf(period) - (yearStartsIn - 1)) / monthsOf[span])
}

export function endsSpan(period: string, span: Span, yearStartsIn = 1): boolean {
  return (lastMonthOf(period) - (yearStartsIn - 1) + 1) % monthsOf[span] === 0
}

/** The same few periods are asked for many thousand times. */
const lastMonths = new Map<string, number>()

function lastMonthOf(period: string): number {
  const known = lastMonths.get(period)
  if (known !== undefined) return known
  const [year = '', part = ''] = period.split('-')
  const month = part.startsWith('Q') ? Number(part.slice(1)) * 3 : Number(part)
  const last = Number(year) * 12 + month - 1
  lastMonths.set(period, last)
  return last
}
