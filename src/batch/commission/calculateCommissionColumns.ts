import {
  computeCommission,
  countFigure,
  exactPlan,
  readFacts,
  writeStatement,
} from '../../commission/internal.js'
import type { CommissionPlan, DefinedCommissionPlan } from '../../commission/plan/types.js'
import type { CommissionStatement } from '../../commission/statement/types.js'
import type { Attempt } from '../../kernel/index.js'
import { attempt } from '../../kernel/input/attempt.js'
import * as defined from '../../kernel/policy/defined.js'
import { scaleFraction, unscale } from '../number/scaled.js'
import { requireAmountsOnly } from './beyondAmount.js'
import { exactOf } from './exactAmount.js'
import { fastForm } from './fastForm.js'
import { linesByPayee } from './linesByPayee.js'
import { factsOf, type PayeeFacts, payeeFacts } from './payeeFacts.js'
import { paidOf, payeePlans } from './payeePlans.js'
import { requireColumns } from './requireColumns.js'
import { soldInColumns } from './soldInColumns.js'
import { totalByPayee } from './totalByPayee.js'
import type { CommissionColumns, CommissionColumnsFacts, CommissionPayColumns } from './types.js'

/**
 * The commission of every payee of a batch, as columns: the amounts of {@link calculateCommission}, without their derivation.
 *
 * Use it for many lines at once; use {@link calculateCommissionEach} where each payee is to be told why. What a plan pays is worked
 * out once as a quotient of integers, so that a payee costs a multiplication and a division. A payee whose figures do not fit it, and
 * every payee of a plan that looks at each line, is computed by the rule itself, with the same result.
 *
 * Sales and commission are whole numbers of minor units: 5000002 with `commissionDecimals` 2 is 50,000.02. Nothing in a column says that
 * an order is a first one, so that awards are not paid.
 *
 * A payee who cannot be paid (no target, where the plan has a gate) has NaN and is named in `payeeIssues`.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`; `PLAN_NEEDS_LINES` for a plan that looks at more of a line than its payee and its amount
 *   (`rates`, `counts`, `base`, `measuredBy`, `refunds`), naming the field; `VALUE_INVALID` for columns that do not belong together;
 *   `ID_DUPLICATE` for a payee who is named twice.
 *
 * @example Targets by name; one is missing
 * ```ts
 * import { calculateCommissionColumns, commissionColumns, handbook } from 'sales-rules'
 *
 * const builder = commissionColumns(handbook.commission)
 * builder.addTexts(['Ann', 'Ben', 'Ann'], ['900000', '700000', '600000.50'])
 * const targets = new Map([['Ann', '1200000']])
 * const paid = calculateCommissionColumns(builder.finish(), handbook.commission, { target: targets })
 * paid.payees // => ['Ann', 'Ben']
 * [...paid.sales] // => [150000050, 70000000]
 * [...paid.commission] // => [5000002, NaN]
 * paid.commissionDecimals // => 2
 * paid.payeeIssues.map(({ payee, issues }) => [payee, issues[0]?.code]) // => [[1, 'TARGET_MISSING']]
 * ```
 */
export function calculateCommissionColumns(
  given: CommissionColumns,
  plan: DefinedCommissionPlan,
  facts: CommissionColumnsFacts = {},
): CommissionPayColumns {
  defined.check(plan, 'CommissionPlan')
  requireAmountsOnly(plan)
  const columns = requireColumns(given)
  const known = payeeFacts(facts, columns.payees)
  const sales = totalByPayee(columns)
  const isCompiled = fastForm(plan) === 'compiled'
  const commission = isCompiled
    ? payFast(sales, plan, columns.decimals, known)
    : new Float64Array(sales.length).fill(Number.NaN)
  return {
    payees: columns.payees,
    sales,
    salesDecimals: columns.decimals,
    commission,
    commissionDecimals: plan.rounding.decimals,
    currency: plan.currency,
    rowIssues: columns.issues,
    ...payRest(columns, sales, commission, plan, known),
  }
}

/** What the compiled plan pays each payee, NaN where it cannot tell. */
function payFast(
  totals: Float64Array,
  plan: CommissionPlan,
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
  columns: CommissionColumns,
  sales: Float64Array,
  commission: Float64Array,
  plan: DefinedCommissionPlan,
  facts: PayeeFacts,
): Pick<CommissionPayColumns, 'wide' | 'payeeIssues'> {
  const wide = new Map<number, { sales: string; commission: string }>()
  const payeeIssues: CommissionPayColumns['payeeIssues'][number][] = []
  const states = statementsOf(columns, sales, commission, plan, facts)
  for (const [payee, stated] of states) {
    if (!stated.ok) {
      payeeIssues.push({ payee, issues: stated.issues })
      continue
    }
    const { value } = stated
    sales[payee] = scaleFraction(exactOf(value.sales), columns.decimals)
    commission[payee] = scaleFraction(exactOf(value.amount), plan.rounding.decimals)
    const isWide = Number.isNaN(sales[payee]) || Number.isNaN(commission[payee])
    if (isWide) wide.set(payee, { sales: value.sales, commission: value.amount })
  }
  return { wide, payeeIssues }
}

/** The statements of those who are not paid yet: from the total, where it is known and the plan looks no further. */
function* statementsOf(
  columns: CommissionColumns,
  sales: Float64Array,
  commission: Float64Array,
  plan: DefinedCommissionPlan,
  facts: PayeeFacts,
): Generator<[number, Attempt<CommissionStatement>]> {
  const isByLines = fastForm(plan) === 'by-lines'
  const unpaid = [...commission.keys()].filter((payee) => Number.isNaN(commission[payee]))
  const needsLines = (payee: number) => isByLines || Number.isNaN(sales[payee])
  const lines = linesByPayee(columns, unpaid.filter(needsLines))
  for (const payee of unpaid) {
    const own = lines.get(payee)
    const total = sales[payee] ?? Number.NaN
    const state = () => {
      const exact = exactPlan(plan)
      const counted =
        own === undefined
          ? countFigure(unscale(total, columns.decimals), exact)
          : soldInColumns(columns, own, exact)
      const known = readFacts(factsOf(facts, payee), exact)
      return writeStatement(computeCommission(counted, known, exact), exact)
    }
    yield [payee, attempt(state)]
  }
}
