import { type EligibleSales, mergeSales } from '../lines/countSales.js'
import type { Period } from '../lines/periods.js'
import { countGiven, type GivenSales } from '../lines/readInput.js'
import { type GivenLine, refundedId } from '../lines/readLine.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import type { ReadPeriod } from './readPeriodRow.js'
import { placedFrom } from './yearToDate.js'

/** What a stretch has sold so far: as it was given, and as it counts. */
export interface CountedSoFar {
  readonly given: GivenSales
  readonly sales: EligibleSales
  /** The ids of its lines, and of those that they take back. */
  readonly ids: ReadonlySet<string>
}

export function countedSoFar(given: GivenSales, sales: EligibleSales): CountedSoFar {
  return { given, sales, ids: idsOf(given.lines ?? []) }
}

/**
 * Counts the lines of one more period on top of those of its stretch, so that no line is counted again with every period after it. Null
 * where all of them have to be counted together: where a line takes another back, or has an id that is known already; where lines are
 * converted, by rates that come with any period; and where each goes through a scale in a place of its own.
 */
export function countOn(
  before: CountedSoFar,
  { sales, rates }: ReadPeriod,
  span: Period,
  plan: ExactPlan,
): CountedSoFar | null {
  const { given, ids } = before
  if (given.lines === undefined || sales.lines === undefined) return null
  if (given.rates.size > 0 || rates.length > 0) return null
  if (plan.groups.some(({ per }) => per !== null)) return null
  if (sales.lines.some(({ id, refundOf }) => refundOf !== undefined || ids.has(id))) return null
  const lines = placedFrom(given.lines.length, sales.lines)
  const counted = countGiven({ ...given, lines }, { period: span, facts: NO_CONDITIONS }, plan)
  return {
    given: { ...given, lines: [...given.lines, ...lines] },
    sales: joined(before.sales, counted),
    ids: new Set([...ids, ...idsOf(lines)]),
  }
}

/** A plan that counts to date has no rate rules with conditions. */
export const NO_CONDITIONS = {}

/** What counts of sales and of those that come after them, which take none of them back. */
function joined(first: EligibleSales, second: EligibleSales): EligibleSales {
  const lines = [...(first.lines ?? []), ...(second.lines ?? [])]
  return { ...mergeSales(first, second), lines, walked: lines, refunds: first.refunds }
}

function idsOf(lines: readonly GivenLine[]): Set<string> {
  return new Set(
    lines.flatMap(({ id, refundOf }) => (refundOf === undefined ? id : [id, refundedId(refundOf)])),
  )
}
