import { computeTerms } from '../../../src/commission/earn/computeTerms.js'
import { earn } from '../../../src/commission/earn/earn.js'
import { sumUp, totalOf } from '../../../src/commission/earn/sumUp.js'
import type { ExactPlan } from '../../../src/commission/plan/exactPlan.js'
import { type Fraction, ZERO } from '../../../src/kernel/number/fraction.js'

/** What sales that count are paid by the rule itself, in units; of the gate only the tiers that it cuts are looked at. */
export function unitsByRule(
  sales: Fraction,
  plan: ExactPlan,
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
    yearToDate: undefined,
  }
  const open = { ...plan, gate: null }
  const isCut = plan.gate?.startsIn === 'own-tier'
  const terms = { ...computeTerms(ZERO, facts, isCut ? plan : open), gate: null }
  const earnings = earn([[sales]], terms, open)
  return Number(totalOf(sumUp({ earnings, byLine: null, awards: ZERO }, terms, open))) + 0
}
