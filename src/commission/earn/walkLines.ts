import * as fraction from '../../kernel/number/fraction.js'
import type { ExactScale } from '../../kernel/scale/scales.js'
import type { CountedLine } from '../lines/countLine.js'
import { addToBases, type EligibleSales } from '../lines/countSales.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import { capLine } from './caps.js'
import type { Terms } from './computeTerms.js'
import { type Earnings, earn, lastOf } from './earn.js'
import type { ByLine } from './sumUp.js'

/** The commission of the first lines of an input, up to and with one of them. */
export interface Walked {
  readonly line: CountedLine
  readonly earnings: Earnings
  readonly byLine: ByLine | null
}

/**
 * Goes through the lines in their order: each earns what it adds to the commission of those before it. Where the plan refuses a base
 * below zero, it is that of the statement which must not be: on the way, a refund that comes first is mirrored.
 */
export function* walkLines(
  lines: readonly CountedLine[],
  terms: Terms,
  plan: ExactPlan,
): Generator<Walked> {
  const { decimals, mode } = plan.rounding
  const onTheWay = { ...terms, scales: terms.scales.map(mirrored) }
  const bases = plan.groups.map(({ noBases }) => [...noBases])
  let earned = fraction.ZERO
  let byLine: ByLine | null = isPaidByLine(plan) ? NOTHING : null
  for (const line of lines) {
    addToBases(bases, line)
    const earnings = earn(bases, onTheWay, plan)
    if (byLine !== null) {
      const own = capLine(fraction.subtract(lastOf(earnings), earned), plan)
      earned = lastOf(earnings)
      byLine = {
        capped: fraction.add(byLine.capped, own),
        rounded: byLine.rounded + fraction.toUnits(own, decimals, mode),
      }
    }
    yield { line, earnings, byLine }
  }
}

const NOTHING: ByLine = { capped: fraction.ZERO, rounded: 0n }

function mirrored(exact: ExactScale): ExactScale {
  if (exact.scale.negative !== 'refuse') return exact
  return { ...exact, scale: { ...exact.scale, negative: 'mirror' } }
}

/** Whether each line is capped, or rounded, on its own. */
function isPaidByLine({ rounding, cap }: ExactPlan): boolean {
  return rounding.at === 'line' || cap.line !== null
}

/** What all lines earn when each is capped, and rounded, on its own; null where the plan does neither, or there are no lines. */
export function sumByLine({ lines }: EligibleSales, terms: Terms, plan: ExactPlan): ByLine | null {
  if (!isPaidByLine(plan) || lines === null) return null
  let byLine: ByLine | null = NOTHING
  for (const walked of walkLines(lines, terms, plan)) byLine = walked.byLine
  return byLine
}
