import type { Issue } from '../../kernel/index.js'
import { issueAt, refuseIfAny, within } from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import type { Fields } from '../../kernel/input/values.js'
import * as decimal from '../../kernel/number/decimal.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import * as defined from '../../kernel/policy/defined.js'
import * as time from '../../kernel/time/time.js'
import type { CommissionInput } from '../lines/types.js'
import type { DefinedCommissionPlan } from '../plan/types.js'
import { calculateCommission } from '../statement/calculateCommission.js'
import type { CommissionStatement } from '../statement/types.js'
import { otherCurrency } from './otherCurrency.js'
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
  defined.check(plan, 'CommissionPlan')
  const issues: Issue[] = []
  const fields = read.fields(input, [], ['paid', 'corrected', 'now', 'closedThrough'], issues)
  const paid = readPaid(fields?.['paid'], 'paid', plan, issues)
  const corrected = readPaid(fields?.['corrected'] ?? [], 'corrected', plan, issues)
  const now = read.array(fields?.['now'], ['now'], issues) ?? []
  refuseTwice(paid, 'paid', issues)
  refuseIfAny(issues)
  const statements = now.map((facts, index) =>
    within(['now', index], () => calculateCommission(facts as CommissionInput, plan)),
  )
  const due = readPaid(statements, 'now', plan, issues)
  refuseTwice(due, 'now', issues)
  const restated = due.map(({ index, period }) => ({ path: ['now', index], name: period }))
  issues.push(...stillOpen(restated, fields?.['closedThrough'], issues))
  refuseIfAny(issues)
  const corrections = statements.flatMap((statement) => {
    const isSame = ({ payee, period }: PaidEntry) =>
      payee === statement.payee && period === statement.period
    const original = paid.find(isSame)
    const earlier = corrected.filter(isSame)
    const before = fraction.sum(
      [...(original === undefined ? [] : [original]), ...earlier].map(({ amount }) => amount),
    )
    return correct(statement, original?.fields ?? null, before, earlier.length > 0)
  })
  return { corrections, statements }
}

interface PaidEntry {
  readonly index: number
  readonly payee: string
  readonly period: string
  readonly amount: Fraction
  /** The whole of it, as it came. */
  readonly fields: Fields
}

/** Statements and corrections come from an archive: of each, whose it is, for which period, and what was paid are read again. */
function readPaid(
  list: unknown,
  name: string,
  plan: DefinedCommissionPlan,
  issues: Issue[],
): PaidEntry[] {
  const entries: PaidEntry[] = []
  for (const [index, row] of (read.array(list, [name], issues) ?? []).entries()) {
    const path = [name, index]
    const fields = read.record(row, path, issues) ?? {}
    const payee = read.name(fields['payee'], [...path, 'payee'], issues)
    const at = read.period(fields['period'], [...path, 'period'], issues)
    const amount = read.written(fields['amount'], [...path, 'amount'], issues)
    issues.push(...otherCurrency(fields['currency'], path, plan))
    if (payee === undefined || at === undefined || amount === undefined) continue
    entries.push({ index, payee, period: time.writePeriod(at), amount, fields })
  }
  return entries
}

function refuseTwice(entries: readonly PaidEntry[], name: string, issues: Issue[]): void {
  const seen = new Set<string>()
  for (const { index, payee, period } of entries) {
    const id = `${payee} ${period}`
    if (seen.has(id)) {
      const text = `got ${id} twice, expected one for each payee and period.`
      issues.push(issueAt('ID_DUPLICATE', [name, index], { id }, text))
    }
    seen.add(id)
  }
}

function correct(
  statement: CommissionStatement,
  original: Fields | null,
  paid: Fraction,
  isCorrectedBefore: boolean,
): CommissionCorrection[] {
  const due = decimal.known(statement.amount)
  const amount = fraction.subtract(due, paid)
  if (amount.n === 0n) return []
  const paidText = write.money(paid, statement.currency)
  return [
    {
      payee: statement.payee ?? '',
      period: statement.period ?? '',
      paid: paidText,
      due: statement.amount,
      amount: write.money(amount, statement.currency),
      currency: statement.currency,
      reasons:
        original === null
          ? reasonsWithout(statement, isCorrectedBefore ? paidText : null)
          : reasonsOf(statement, original, isCorrectedBefore),
    },
  ]
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
