import type { Issue, Path } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as defined from '../../kernel/policy/defined.js'
import { type Commission, computeBy, computeCommission } from '../earn/computeCommission.js'
import { EARNED_BEFORE_MISSING, SALES_BEFORE_MISSING } from '../issues.js'
import { beginsSpan, cappedSpans, isFirstOfSpan, isTruedUp } from '../lines/periods.js'
import type { ReadFacts } from '../lines/readFacts.js'
import { readInput, unlessIdle } from '../lines/readInput.js'
import { spanIssues } from '../lines/readYearToDate.js'
import type { CommissionInput } from '../lines/types.js'
import { type ExactPlan, exactPlan, NO_CAP_ON_AMOUNTS } from '../plan/exactPlan.js'
import type { DefinedCommissionPlan } from '../plan/types.js'
import type { CommissionStatement } from '../statement/types.js'
import { writeStatement } from '../statement/writeStatement.js'
import { asJson } from './asJson.js'
import { correctionsOf, type DueEntry, type Entry, type PaidEntry } from './correctionsOf.js'
import { PAID_TWICE, REFUND_NOT_RESTATED } from './issues.js'
import { otherCurrency } from './otherCurrency.js'
import { withYearOf } from './readSettlement.js'
import { stillOpen } from './stillOpen.js'
import type { Restatement, RestatementInput } from './types.js'
import { uncapped } from './uncapped.js'

/**
 * What is to be paid or taken back when the lines or the plan of a past period turn out to be wrong.
 *
 * Nothing that was paid is changed: each period gets a correction, and paid + corrections is what a clean run would have paid. Pass
 * earlier corrections in, and the next run only corrects what is new; the same run twice corrects nothing the second time. A correction
 * can be given to {@link settleCommission} as an adjustment of the period in which it is paid. By a plan with `payment`, other facts are
 * a correction even where the amount stays the same: later periods may count them.
 *
 * It knows no line of another period: a refund of one is given in full (`refundOf: { id, amount, commission }`). One that names it by id alone
 * does not count, and the correction says so in `issues`; only a settlement whose account has the line takes it by the facts.
 *
 * Use it where a statement was wrong; for a sale that was cancelled after a right statement use {@link clawBack}.
 *
 * @throws SalesRulesError `VALUE_MISSING` for a statement or input without payee or period, `ID_DUPLICATE` for two of one period,
 *   `CURRENCY_MIXED`, `PERIOD_NOT_CLOSED` for a period after the last one that is closed, and what {@link calculateCommission}
 *   refuses.
 *
 * @example A refund of 200,000 that came after the quarter was paid
 * ```ts
 * import { calculateCommission, handbook, restateCommission } from 'sales-rules'
 *
 * const before = { payee: 'Li', period: '2026-Q1', target: '1200000', sales: '1500000' }
 * const paid = [calculateCommission(before, handbook.commission)]
 * const now = [{ ...before, sales: '1300000' }]
 * const { corrections } = restateCommission({ paid, now }, handbook.commission)
 * corrections[0]?.amount // => '-8000.00'
 * corrections[0]?.reasons // => [{ field: 'sales', was: '1500000.00', is: '1300000.00' }]
 * restateCommission({ paid, corrected: corrections, now }, handbook.commission).corrections // => []
 * ```
 */
export function restateCommission(
  input: RestatementInput,
  plan: DefinedCommissionPlan,
): Restatement {
  const issues: Issue[] = []
  const fields = read.fields(input, [], KEYS, issues)
  const exact = withYearOf(fields ?? {}, exactPlan(plan), issues)
  const paid = readPaid(fields?.['paid'], 'paid', exact, issues)
  const corrected = readPaid(fields?.['corrected'] ?? [], 'corrected', exact, issues)
  const now = read.array(fields?.['now'], ['now'], issues) ?? []
  refuseTwice(paid, issues)
  issue.refuseIfAny(issues)
  const due = now.flatMap((one, index) => restate(one, ['now', index], exact, issues))
  refuseTwice(due, issues)
  issues.push(...stillOpen(due, fields?.['closedThrough'], issues))
  issue.refuseIfAny(issues)
  const corrections = correctionsOf(due, { paid, corrected }, exact)
  return { corrections, statements: due.map(({ statement }) => statement) }
}

const KEYS = ['paid', 'corrected', 'now', 'closedThrough', 'yearStartsIn']

/** Statements and corrections come from an archive: of each, whose it is, for which period, and what was paid are read again. */
function readPaid(list: unknown, name: string, plan: ExactPlan, issues: Issue[]): PaidEntry[] {
  const entries: PaidEntry[] = []
  for (const [index, row] of (read.array(list, [name], issues) ?? []).entries()) {
    const path = [name, index]
    const fields = read.record(row, path, issues) ?? {}
    const payee = read.name(fields['payee'], [...path, 'payee'], issues)
    const period = read.anyPeriod(fields['period'], [...path, 'period'], issues)
    const amount = read.written(fields['amount'], [...path, 'amount'], issues)
    issues.push(...otherCurrency(fields['currency'], path, plan.currency))
    if (payee === undefined || period === undefined || amount === undefined) continue
    entries.push({ path, payee, period, amount, fields })
  }
  return entries
}

/** Computes what is due for a period; a correction needs to know whose it is. */
function restate(input: unknown, path: Path, plan: ExactPlan, issues: Issue[]): DueEntry[] {
  const { commission, owed } = issue.within(path, () => {
    const { facts, given, sales } = readInput(input, withoutSpans(plan))
    const { period, yearToDate } = facts
    issue.refuseIfAny(
      yearToDate === undefined ? lacking(facts, plan) : spanIssues(yearToDate, period, plan),
    )
    const own = computeCommission(sales, unlessIdle(facts, given), plan)
    return { commission: own, owed: owedBy(input, own, plan) }
  })
  const { facts } = commission.terms
  const payee = read.name(facts.payee, [...path, 'payee'], issues)
  const period = facts.period ?? read.anyPeriod(undefined, [...path, 'period'], issues)
  if (payee === undefined || period === undefined) return []
  const amount = { n: commission.paid, d: plan.unit }
  const statement = writeStatement(commission, plan)
  const earned = { n: commission.earned, d: plan.unit }
  const { yearToDate: _, ...now } = asJson(input) as CommissionInput
  const unknown = refundsOfOthers(statement, now as CommissionInput, path)
  return [
    { path, payee, period, amount, earned, owed, statement, unknown, now: now as CommissionInput },
  ]
}

/** Refunds that did not count because the line that they name is of another period. One of a line that is here, and did not count, is right. */
function refundsOfOthers(
  { notCounted }: CommissionStatement,
  { lines = [] }: CommissionInput,
  path: Path,
): Issue[] {
  const own = new Set(lines.map(({ id }) => id))
  return notCounted.flatMap(({ issue: why }): Issue[] => {
    if (why.code !== 'REFUND_UNKNOWN' || own.has(why.params.refundOf)) return []
    const { refundOf } = why.params
    const found = issue.at(REFUND_NOT_RESTATED, [...path, ...why.path], { refundOf })
    return [issue.asWarning(found)]
  })
}

/**
 * What a period before its true-up would have earned to date, beyond what it earned alone; without caps of the period, which refunds that
 * mirror look at all the same.
 */
function owedBy(input: unknown, commission: Commission, plan: ExactPlan): Fraction | null {
  const { payment } = plan
  const { facts } = commission.terms
  if (payment === null || facts.period === null || isTruedUp(facts.period, plan)) return null
  const toDate = uncapped({ ...plan, payment: { ...payment, trueUp: 'every-period' } })
  const whole = readInput(input, toDate)
  const soFar = computeCommission(whole.sales, unlessIdle(whole.facts, whole.given), toDate)
  const alone = computeCommission(commission.sales, facts, uncapped(plan))
  const cut = withoutRefunds(alone) - withoutRefunds(commission)
  const left = { n: withoutRefunds(soFar) - cut, d: plan.unit }
  const caps = [{ kind: 'cap' as const, most: left, above: fraction.ZERO }]
  const { refunded } = cut === 0n ? soFar : computeBy({ ...soFar.terms, caps }, soFar.sales, toDate)
  const units = withoutRefunds(soFar) + refunded - withoutRefunds(alone) - commission.refunded
  return { n: units, d: plan.unit }
}

function withoutRefunds({ earned, refunded }: Commission): bigint {
  return earned - refunded
}

/** What comes first in its span and in its year has nothing before it. */
function lacking({ period }: ReadFacts, plan: ExactPlan): Issue[] {
  if (period === null) return []
  if (!isFirstOfSpan(period, plan)) return [issue.at(SALES_BEFORE_MISSING, ['yearToDate'], {})]
  if (cappedSpans(plan).every((span) => beginsSpan(period, span, plan))) return []
  return [issue.at(EARNED_BEFORE_MISSING, ['yearToDate'], {})]
}

/** What spans earned before is asked for above, as only a chain of periods knows which begins them. */
const withoutSpans = /* @__PURE__ */ defined.oncePerPolicy(
  (plan: ExactPlan): ExactPlan => ({
    ...plan,
    cap: { ...plan.cap, ...NO_CAP_ON_AMOUNTS, amount: plan.cap.amount },
  }),
)

function refuseTwice(entries: readonly Entry[], issues: Issue[]): void {
  const seen = new Set<string>()
  for (const { path, payee, period } of entries) {
    const id = `${payee} ${period.name}`
    if (seen.has(id)) issues.push(issue.at(PAID_TWICE, path, { id }))
    seen.add(id)
  }
}
