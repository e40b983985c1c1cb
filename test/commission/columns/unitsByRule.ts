import { earn } from '../../../src/commission/earn/earn.js'
import { paidOf, sumUp } from '../../../src/commission/earn/sumUp.js'
import { termsOf } from '../../../src/commission/earn/termsOf.js'
import type { CommissionPlan } from '../../../src/commission/types.js'
import { type Fraction, ZERO } from '../../../src/kernel/number/fraction.js'

/** What sales that count are paid by the rule itself, in units; the gate is not looked at. */
export function unitsByRule(
  sales: Fraction,
  plan: CommissionPlan,
  uplift: Fraction,
  target: Fraction | undefined,
): number {
  const facts = {
    payee: null,
    period: null,
    target,
    uplift,
    measure: undefined,
    incentive: undefined,
    facts: {},
    earnedYearToDate: undefined,
  }
  const { gate: _, ...open } = plan
  const terms = termsOf(ZERO, facts, open)
  return Number(paidOf(sumUp(earn([[sales]], terms, open), null, ZERO, terms, open))) + 0
}
