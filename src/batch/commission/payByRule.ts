import { earn } from '../../commission/earn/earn.js'
import { shareOut } from '../../commission/earn/shareOut.js'
import { paidOf, sumByLine, sumUp } from '../../commission/earn/sumUp.js'
import { termsOf } from '../../commission/earn/termsOf.js'
import type { ReadFacts } from '../../commission/lines/readInput.js'
import type { Sold } from '../../commission/lines/sold.js'
import type { CommissionPlan } from '../../commission/types.js'
import * as fraction from '../../kernel/number/fraction.js'

/** The commission in units of the plan's rounding, by the rule itself. Columns know of no awards and of no refunds that mirror. */
export function payByRule(sold: Sold, facts: ReadFacts, plan: CommissionPlan): bigint {
  const terms = termsOf(sold.credited, facts, plan)
  const byLine = sumByLine(sold, terms, plan)
  return paidOf(sumUp(earn(sold.bases, terms, plan), byLine, fraction.ZERO, terms, plan))
}

/** The share of each line in it, in their order. */
export function shareByRule(sold: Sold, facts: ReadFacts, plan: CommissionPlan): bigint[] {
  // What the whole is refused for, no line is paid.
  payByRule(sold, facts, plan)
  const terms = termsOf(sold.credited, facts, plan)
  return shareOut(sold, terms, plan).map(({ sums }) => paidOf(sums))
}
