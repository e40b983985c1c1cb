import type { Issue, Path } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import type { Fields } from '../../kernel/input/read.js'
import * as read from '../../kernel/input/read.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import * as time from '../../kernel/time/time.js'
import { computeCommission } from '../earn/computeCommission.js'
import { SALES_BEFORE_MISSING } from '../issues.js'
import { isFirstOfSpan, type Period, yearOf } from '../lines/periods.js'
import { readInput, unlessIdle } from '../lines/readInput.js'
import type { CommissionInput } from '../lines/types.js'
import { type ExactPlan, exactPlan } from '../plan/exactPlan.js'
import type { DefinedCommissionPlan } from '../plan/types.js'
import type { CommissionStatement } from '../statement/types.js'
import { writeStatement } from '../statement/writeStatement.js'
import { asJson } from './asJson.js'
import { PAID_TWICE } from './issues.js'
import { otherCurrency } from './otherCurrency.js'
import { planOfBalance } from './planOfBalance.js'
import { withYearOf } from './readSettlement.js'
import { stillOpen } from './stillOpen.js'
import type {
  CommissionCorrection,
  CorrectionReason,
  Restatement,
  RestatementInput,
} from './types.js'

/**
 * What is to be paid or taken back when the lines or the plan of a past period turn out to be wrong.
 *
 * Nothing that was paid is changed: each period gets a correction, and paid + corrections is what a clean run would have paid. Pass
 * earlier corrections in, and the next run only corrects what is new; the same run twice corrects nothing the second time. A correction
 * can be given to {@link settleCommission} as an adjustment of the period in which it is paid.
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
  const corrections = due.flatMap((one) =>
    correct(one, paid, corrected, { plan: exact, given: due }),
  )
  return { corrections, statements: due.map(({ statement }) => statement) }
}

const KEYS = ['paid', 'corrected', 'now', 'closedThrough', 'yearStartsIn']

/** What was paid to somebody for a period, or what is due to them. */
interface Entry {
  readonly path: Path
  readonly payee: string
  readonly period: Period
  readonly amount: Fraction
}

/** What was paid, as it came from an archive. */
interface PaidEntry extends Entry {
  readonly fields: Fields
}

/** What is due by a clean run. */
interface DueEntry extends Entry {
  readonly statement: CommissionStatement
  /** Before the cap of the year. */
  readonly earned: Fraction
  /** What it was computed from, as JSON. */
  readonly now: CommissionInput
}

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
  const commission = issue.within(path, () => {
    const { facts, given, sales } = readInput(input, plan)
    const { period } = facts
    const goesOn = period !== null && !isFirstOfSpan(period, plan)
    if (facts.yearToDate === undefined && goesOn)
      issue.refuse(SALES_BEFORE_MISSING, ['yearToDate'], {})
    return computeCommission(sales, unlessIdle(facts, given), plan)
  })
  const { facts } = commission.terms
  const payee = read.name(facts.payee, [...path, 'payee'], issues)
  const period = facts.period ?? read.anyPeriod(undefined, [...path, 'period'], issues)
  if (payee === undefined || period === undefined) return []
  const amount = { n: commission.paid, d: plan.unit }
  const statement = writeStatement(commission, plan)
  const earned = { n: commission.earned, d: plan.unit }
  const { yearToDate: _, ...now } = asJson(input) as CommissionInput
  return [{ path, payee, period, amount, earned, statement, now: now as CommissionInput }]
}

function refuseTwice(entries: readonly Entry[], issues: Issue[]): void {
  const seen = new Set<string>()
  for (const { path, payee, period } of entries) {
    const id = `${payee} ${period.name}`
    if (seen.has(id)) issues.push(issue.at(PAID_TWICE, path, { id }))
    seen.add(id)
  }
}

/** What is due less what was paid, in the statement and in corrections of it. */
function correct(
  due: DueEntry,
  paid: readonly PaidEntry[],
  corrected: readonly PaidEntry[],
  { plan, given }: { readonly plan: ExactPlan; readonly given: readonly DueEntry[] },
): CommissionCorrection[] {
  const { currency } = plan
  const isSame = ({ payee, period }: Entry) =>
    payee === due.payee && time.isSamePeriod(period, due.period)
  const original = paid.find(isSame)
  const earlier = corrected.filter(isSame)
  const before = fraction.sum(
    [...(original === undefined ? [] : [original]), ...earlier].map(({ amount }) => amount),
  )
  const amount = fraction.subtract(due.amount, before)
  if (fraction.isZero(amount) && isEarnedAlready(due, original, earlier)) return []
  const isCorrectedBefore = earlier.length > 0
  const paidText = write.money(before, currency)
  return [
    {
      payee: due.payee,
      period: time.writeAnyPeriod(due.period),
      paid: paidText,
      due: due.statement.amount,
      amount: write.money(amount, currency),
      currency,
      reasons:
        original === undefined
          ? reasonsWithout(due.statement, isCorrectedBefore ? paidText : null)
          : reasonsOf(due.statement, original.fields, isCorrectedBefore),
      earned: write.money(due.earned, currency),
      now: due.now,
      policy: planOfBalance(plan.json),
      alsoRestate: paid
        .filter((one) => isChangedBy(due, one, plan) && !given.some(isFor(one)))
        .map(({ period }) => period.name),
    },
  ]
}

function isFor({ payee, period }: Entry): (other: Entry) => boolean {
  return (other) => other.payee === payee && time.isSamePeriod(other.period, period)
}

/** Whether the statement, or a correction of it, says that the period has earned this before the cap of the year. */
function isEarnedAlready(
  due: DueEntry,
  original: PaidEntry | undefined,
  corrected: readonly PaidEntry[],
): boolean {
  const stated = corrected.map(({ fields }) => read.written(fields['earned'], [], []))
  if (original !== undefined && corrected.length === 0) {
    const cut = cutsOf(original).map((one) => read.written(inside(one, 'amount'), [], []))
    stated.push(fraction.subtract(original.amount, fraction.sum(cut.flatMap((one) => one ?? []))))
  }
  return stated.some((one) => one === undefined || fraction.compare(one, due.earned) === 0)
}

/** What the cap of the year took from a statement. */
function cutsOf({ fields }: PaidEntry): readonly unknown[] {
  const list = read.array(fields['adjustments'], [], []) ?? []
  return list.filter((one) => inside(one, 'kind') === 'cap-year')
}

/** Later periods of the year that look at this one: they count to date, or the cap of the year cut them. */
function isChangedBy(due: DueEntry, later: PaidEntry, plan: ExactPlan): boolean {
  const { payment } = plan
  const isLater = later.period.from > due.period.to
  const isSameYear = yearOf(later.period, plan) === yearOf(due.period, plan)
  if (later.payee !== due.payee || !isLater || !isSameYear) return false
  return (payment !== null && payment.accrual !== 'period') || cutsOf(later).length > 0
}

/** Without a statement that was paid: the period was never paid, or all that was paid for it came as a correction. */
function reasonsWithout({ amount }: CommissionStatement, paid: string | null): CorrectionReason[] {
  const field = paid === null ? 'not-paid-before' : 'earlier-correction'
  return [{ field, was: paid, is: amount }]
}

function reasonsOf(
  is: CommissionStatement,
  was: Fields,
  isCorrectedBefore: boolean,
): CorrectionReason[] {
  const given: CorrectionReason[] = [
    { field: 'sales', was: textOf(was['sales']), is: is.sales },
    { field: 'target', was: textOf(was['target']), is: is.target },
    {
      field: 'coefficient',
      was: textOf(inside(was['coefficient'], 'uplift')),
      is: is.coefficient?.uplift ?? null,
    },
    { field: 'policy', was: policyOf(was['policy']), is: policyOf(is.policy) },
    {
      field: 'gate',
      was: textOf(inside(was['gate'], 'outcome')),
      is: is.gate?.outcome ?? null,
    },
    {
      field: 'kpi-multiplier',
      was: textOf(inside(was['kpiMultiplier'], 'step')),
      is: is.kpiMultiplier?.step ?? null,
    },
  ]
  const changed = given.filter(isChanged)
  if (changed.length > 0) return changed
  // All that was given is the same, and other tiers were reached: by another measure.
  const measure = { field: 'measure', was: tiersOf(was['slices']), is: tiersOf(is.slices) } as const
  if (isChanged(measure)) return [measure]
  const field = isCorrectedBefore ? 'earlier-correction' : 'lines'
  return [{ field, was: textOf(was['amount']), is: is.amount }]
}

function isChanged({ was, is }: CorrectionReason): boolean {
  return was !== is
}

/** The tiers that earned, by their ids. */
function tiersOf(slices: unknown): string | null {
  const list = read.array(slices, [], [])
  return list === undefined ? null : list.map((one) => textOf(inside(one, 'tier'))).join(', ')
}

/** A statement from an archive need not have what only names a reason; what is absent is null. */
function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function inside(value: unknown, key: string): unknown {
  return read.record(value, [], [])?.[key]
}

function policyOf(policy: unknown): string | null {
  const id = textOf(inside(policy, 'id'))
  return id === null ? null : `${id} ${textOf(inside(policy, 'version')) ?? ''}`.trimEnd()
}
