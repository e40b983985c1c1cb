import {
  type CommissionInput,
  type CommissionStatement,
  calculateCommission,
  type DefinedCommissionPlan,
} from '../commission/index.js'
import type { DecimalInput, Issue, PolicyReference } from '../kernel/index.js'
import { attempt } from '../kernel/input/attempt.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import type { Fraction } from '../kernel/number/fraction.js'
import * as fraction from '../kernel/number/fraction.js'
import * as write from '../kernel/number/write.js'
import * as defined from '../kernel/policy/defined.js'
import { doubleRanks, type PaidRow, rankCorrelation, ruleOf } from './fairness.js'
import { figureOf } from './figureOf.js'
import { MOST_NAMED } from './figuresOf.js'
import { TOO_MANY_ROWS } from './issues.js'
import { quantileOf } from './quantiles.js'
import { requireComputed } from './requireComputed.js'
import { eachRow, type ReadRow } from './roster.js'
import { RUN_KEYS, readRun } from './run.js'
import type { NotComputedRow, RosterRow, RunOptions } from './types.js'

export interface PayReviewOptions extends RunOptions {
  /** Who lacks at most this part of their target to the next rate is just below it; 0.05 by default. */
  readonly near?: DecimalInput
}

/** Two people of whom the one who attained less is paid more. */
export interface PayInversion {
  readonly less: string
  readonly more: string
  /** What the one who attained less is paid more. */
  readonly difference: string
  /** `sales`: they sold more, on a larger target. `gate`, an adjustment or `rate`: the rule that makes it. */
  readonly rule: string
}

export interface PayReview {
  readonly policy: PolicyReference
  readonly currency: string
  readonly rows: number
  /** Spearman's, of pay and attainment, from −1 to 1, cut after 6 decimals; null where all are equal. */
  readonly correlation: string | null
  /** How many pairs there are of whom the one who attained less is paid more, and the 100 with the largest difference. */
  readonly inversions: { readonly count: number; readonly largest: readonly PayInversion[] }
  readonly groups: readonly {
    readonly group: string | null
    readonly rows: number
    readonly least: string
    readonly median: string
    readonly greatest: string
  }[]
  /** Paid ÷ sold; one that does not end is cut after 12 decimals. Null where nothing was sold. */
  readonly costRatio: string | null
  /** Who lacks little to a change that pays more. */
  readonly justBelow: readonly {
    readonly id: string
    readonly by: string
    readonly tier: string
    readonly remaining: string
  }[]
  /** How many rows could not be computed, or have no attainment. */
  readonly refused: number
  /** The first 1,000 of these. */
  readonly notComputed: readonly NotComputedRow[]
}

/**
 * How pay follows attainment over a roster: who attained less and is paid more, and by which rule; who is just below a threshold.
 *
 * It counts every pair, and so takes 10,000 rows at most. Rows without an attainment are named in `notComputed`.
 *
 * Use {@link sensitivityOf} for which number of the plan the cost hangs on.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `ID_DUPLICATE`, `VALUE_UNREADABLE` for more rows, `RUN_STOPPED`; where
 *   no row can be computed, as {@link comparePolicies} does.
 *
 * @example Dan attained less than Ann and Ben, and is paid more: he sold more, on a larger target
 * ```ts
 * import { handbook } from 'sales-rules'
 * import { reviewPay } from 'sales-rules/scenario'
 *
 * const roster = [
 *   { id: 'Ann', group: 'east', input: { sales: '1500000', target: '1200000' } },
 *   { id: 'Ben', group: 'east', input: { sales: '676000', target: '650000' } },
 *   { id: 'Cid', group: 'west', input: { sales: '950000', target: '1000000' } },
 *   { id: 'Dan', group: 'west', input: { sales: '2002000', target: '2000000' } },
 * ]
 * const { correlation, inversions, justBelow } = reviewPay(roster, handbook.commission)
 * correlation // => '0.4'
 * inversions.count // => 2
 * inversions.largest[0] // => { less: 'Dan', more: 'Ben', difference: '49820.00', rule: 'sales' }
 * justBelow.map(({ id, by, remaining }) => [id, by, remaining]) // => [['Cid', 'gate', '50000.00']]
 * ```
 */
export function reviewPay(
  rows: Iterable<RosterRow<CommissionInput>>,
  plan: DefinedCommissionPlan,
  options: PayReviewOptions = {},
): PayReview {
  const issues: Issue[] = []
  const fields = read.options(options, ['options'], ['near', ...RUN_KEYS], issues) ?? {}
  const near = read.ratio(fields['near'] ?? '0.05', ['near'], issues) ?? fraction.ZERO
  const run = readRun(fields, issues)
  issue.refuseIfAny(issues)
  issue.within(['plan'], () => defined.check(plan, 'CommissionPlan'))
  const paid: PaidRow[] = []
  const notComputed: NotComputedRow[] = []
  let refused = 0
  for (const row of eachRow(rows, run)) {
    const outcome = attempt(() => payOf(row, plan))
    if (outcome.ok) paid.push(outcome.value)
    else {
      refused += 1
      if (refused <= MOST_NAMED)
        notComputed.push({ id: row.id, group: row.group, by: 'now', issues: outcome.issues })
    }
    if (paid.length > MOST_ROWS) issue.refuse(TOO_MANY_ROWS, ['rows'], { limit: MOST_ROWS })
  }
  const computed = paid.length
  requireComputed({ rows: computed + refused, computed }, notComputed[0]?.issues)
  const policy = defined.reference(plan)
  return { policy, currency: plan.currency, ...reviewOf(paid, near), refused, notComputed }
}

const MOST_ROWS = 10_000
const MOST_INVERSIONS = 100

function payOf({ id, group, input }: ReadRow, plan: DefinedCommissionPlan): PaidRow {
  const statement = calculateCommission(input as CommissionInput, plan)
  const issues: Issue[] = []
  const attainment = read.written(statement.attainment, ['target'], issues)
  issue.refuseIfAny(issues)
  return {
    id,
    group,
    attainment: attainment ?? fraction.ZERO,
    pay: figureOf(statement.amount),
    sales: figureOf(statement.sales),
    statement,
  }
}

function reviewOf(paid: readonly PaidRow[], near: Fraction) {
  const attained = doubleRanks(paid.map(({ attainment }) => attainment))
  const earned = doubleRanks(paid.map(({ pay }) => pay))
  const correlation = rankCorrelation(attained, earned)
  const sold = fraction.sum(paid.map(({ sales }) => sales))
  const cost = fraction.sum(paid.map(({ pay }) => pay))
  return {
    rows: paid.length,
    correlation: correlation && writeCut(correlation),
    inversions: inversionsOf(paid, attained, earned),
    groups: groupsOf(paid),
    costRatio: sold.n <= 0n ? null : write.decimal(fraction.divide(cost, sold)),
    justBelow: paid.flatMap(({ id, statement }) => nearOf(id, statement, near)),
  }
}

/** Cut after six decimals, toward 0. */
function writeCut(value: Fraction): string {
  return write.decimal(fraction.round(value, { mode: 'down', decimals: 6 }))
}

function inversionsOf(
  paid: readonly PaidRow[],
  attained: readonly number[],
  earned: readonly number[],
): PayReview['inversions'] {
  let count = 0
  const found: Found[] = []
  const isInverted = (one: number, other: number) =>
    (earned[one] ?? 0) > (earned[other] ?? 0) && (attained[one] ?? 0) < (attained[other] ?? 0)
  for (const [one, less] of paid.entries()) {
    for (const [other, more] of paid.entries())
      if (isInverted(one, other)) found.push({ less, more })
    count += found.length - Math.min(count, KEPT)
    keepLargest(found)
  }
  return { count, largest: found.slice(0, MOST_INVERSIONS).map(writeInversion) }
}

const KEPT = 1000

type Found = { readonly less: PaidRow; readonly more: PaidRow }

const differenceOf = ({ less, more }: Found) => fraction.subtract(less.pay, more.pay)

function keepLargest(found: Found[]): void {
  found.sort((a, b) => fraction.compare(differenceOf(b), differenceOf(a)))
  found.length = Math.min(found.length, KEPT)
}

function writeInversion(found: Found): PayInversion {
  const { less, more } = found
  const decimals = less.statement.amount.split('.')[1]?.length ?? 0
  return {
    less: less.id,
    more: more.id,
    difference: write.padded(differenceOf(found), decimals),
    rule: ruleOf(less, more),
  }
}

function groupsOf(paid: readonly PaidRow[]): PayReview['groups'] {
  const names = [...new Set(paid.map(({ group }) => group))]
  return names.map((group) => {
    const rising = paid
      .filter((row) => row.group === group)
      .sort((a, b) => fraction.compare(a.pay, b.pay))
    const at = (n: bigint) => quantileOf(rising, { n, d: 2n })?.statement.amount ?? ''
    return { group, rows: rising.length, least: at(0n), median: at(1n), greatest: at(2n) }
  })
}

/** What brings more pay, where so little of the target is missing to it. */
function nearOf(
  id: string,
  { next, target }: CommissionStatement,
  near: Fraction,
): PayReview['justBelow'] {
  if (next === null || target === null || next.by === 'measure') return []
  const missing = fraction.divide(figureOf(next.remaining), figureOf(target))
  const { by, tier, remaining } = next
  return fraction.compare(missing, near) <= 0 ? [{ id, by, tier, remaining }] : []
}
