import type { DefinedCommissionPlan } from '../../commission/index.js'
import {
  computeCommission,
  countFigure,
  type EligibleSales,
  type ExactPlan,
  exactPlan,
  readFacts,
  writeBase,
  writeUnits,
} from '../../commission/internal.js'
import { attempt } from '../../kernel/input/attempt.js'
import { scaleFraction, scaleUnits, unscale } from '../number/scaled.js'
import { requireAmountsOnly } from './beyondAmount.js'
import { NO_ISSUES } from './building.js'
import { fastForm } from './fastForm.js'
import { linesByPayee } from './linesByPayee.js'
import { factsOf, lacksTarget, type PayeeFacts, payeeFacts } from './payeeFacts.js'
import { paidOf, payeePlans } from './payeePlans.js'
import { type ReadColumns, requireColumns } from './requireColumns.js'
import { soldInColumns } from './soldInColumns.js'
import { totalByPayee } from './totalByPayee.js'
import type { CommissionColumns, CommissionColumnsFacts, CommissionPayColumns } from './types.js'
import { type UnpaidPayees, unpaidPayees } from './unpaidPayees.js'

/**
 * The commission of every payee of a batch, as columns: the amounts of {@link calculateCommission}, without their derivation.
 *
 * Use it for many lines at once; use {@link calculateCommission} where each payee is to be told why. What a plan pays is worked
 * out once as a quotient of integers, so that a payee costs a multiplication and a division. A payee whose figures do not fit it, and
 * every payee of a plan that looks at each line, is computed by the rule itself, with the same result.
 *
 * Sales and commission are whole numbers of minor units: 5000002 with `commissionDecimals` 2 is 50,000.02. Nothing in a column says that
 * an order is a first one, so that awards are not paid.
 *
 * A payee who cannot be paid (no target, where the plan has a gate) has NaN and is named in `issues`.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`; `PLAN_NEEDS_LINES` for a plan that looks at more of a line than its payee and its amount
 *   (`rates`, `eligibility`, `base`, `measuredBy`, `refunds`), naming the field; `VALUE_INVALID` for columns that do not belong together;
 *   `ID_DUPLICATE` for a payee who is named twice.
 *
 * @example Targets by name; one is missing
 * ```ts
 * import { handbook } from 'sales-rules'
 * import { calculateCommissionColumns, commissionColumnsBuilder } from 'sales-rules/batch'
 *
 * const builder = commissionColumnsBuilder(handbook.commission)
 * builder.addTexts(['Ann', 'Ben', 'Ann'], ['900000', '700000', '600000.50'])
 * const targets = new Map([['Ann', '1200000']])
 * const paid = calculateCommissionColumns(builder.finish(), handbook.commission, { target: targets })
 * paid.payees // => ['Ann', 'Ben']
 * Array.from(paid.sales) // => [150000050, 70000000]
 * Array.from(paid.commission) // => [5000002, NaN]
 * paid.commissionDecimals // => 2
 * paid.issues.map(({ id, issues }) => [id, issues[0]?.code]) // => [['Ben', 'TARGET_MISSING']]
 * ```
 */
export function calculateCommissionColumns(
  given: CommissionColumns,
  plan: DefinedCommissionPlan,
  facts: CommissionColumnsFacts = {},
): CommissionPayColumns {
  const exact = exactPlan(plan)
  requireAmountsOnly(exact)
  const columns = requireColumns(given)
  const known = payeeFacts(facts, columns.payees, exact)
  const sales = totalByPayee(columns)
  const isCompiled = fastForm(exact) === 'compiled'
  const commission = isCompiled
    ? payFast(sales, exact, columns.decimals, known)
    : new Float64Array(sales.length).fill(Number.NaN)
  return {
    payees: columns.payees,
    sales,
    salesDecimals: columns.decimals,
    commission,
    commissionDecimals: exact.rounding.decimals,
    currency: exact.currency,
    policy: exact.reference,
    ...payRest(columns, { sales, commission }, exact, known),
  }
}

/** What the compiled plan pays each payee, NaN where it cannot tell. */
function payFast(
  totals: Float64Array,
  plan: ExactPlan,
  decimals: number,
  facts: PayeeFacts,
): Float64Array {
  const planOf = payeePlans(plan, decimals, facts)
  return totals.map((total, place) => {
    const own = planOf(place)
    return own === null ? Number.NaN : paidOf(total, own)
  })
}

/** Pays by the rule itself those who are not paid yet, and fills in their columns. */
function payRest(
  columns: ReadColumns,
  pay: Pick<CommissionPayColumns, 'sales' | 'commission'>,
  plan: ExactPlan,
  facts: PayeeFacts,
): UnpaidPayees & Pick<CommissionPayColumns, 'wide'> {
  const { sales, commission } = pay
  const wide = new Map<number, { sales: string; commission: string }>()
  const unpaid = unpaidPayees(columns)
  const soldBy = soldByRule(columns, pay, plan)
  for (const payee of unpaidIn(commission)) {
    if (unpaid.isFull() && lacksTarget(facts, payee, plan)) {
      unpaid.add(payee, NO_ISSUES, 'TARGET_MISSING')
      continue
    }
    const computed = attempt(() => {
      const known = readFacts(factsOf(facts, payee), plan)
      return computeCommission(soldBy(payee), known, plan)
    })
    if (!computed.ok) {
      unpaid.add(payee, computed.issues)
      continue
    }
    const { sales: eligible, paid } = computed.value
    sales[payee] = scaleFraction(eligible.sales, columns.decimals)
    commission[payee] = scaleUnits(paid)
    if (Number.isNaN(sales[payee]) || Number.isNaN(commission[payee]))
      wide.set(payee, {
        sales: writeBase(eligible.sales, plan),
        commission: writeUnits(paid, plan),
      })
  }
  return { wide, ...unpaid.finish() }
}

function unpaidIn(commission: Float64Array): number[] {
  return [...commission.keys()].filter((payee) => Number.isNaN(commission[payee]))
}

/** What a payee sold, as the rule takes it: the total, where it is known and the plan looks no further. */
function soldByRule(
  columns: CommissionColumns,
  { sales, commission }: Pick<CommissionPayColumns, 'sales' | 'commission'>,
  plan: ExactPlan,
): (payee: number) => EligibleSales {
  const isByLines = fastForm(plan) === 'by-lines'
  const needsLines = (payee: number) => isByLines || Number.isNaN(sales[payee])
  const lines = linesByPayee(columns, unpaidIn(commission).filter(needsLines))
  return (payee) => {
    const own = lines.get(payee)
    if (own !== undefined) return soldInColumns(columns, own, plan)
    return countFigure(unscale(sales[payee] ?? Number.NaN, columns.decimals), plan)
  }
}
