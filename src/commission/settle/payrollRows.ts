import type { Issue, Path } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import type { Fields } from '../../kernel/input/read.js'
import * as currencies from '../../kernel/number/currency.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import { readPayout } from './payIn.js'
import { readAmount, readSettled } from './readSettled.js'
import type { EarningCode, PayrollRow, Settlement } from './types.js'

/** What each field of a period is to a payroll, in the order in which a period is settled, and whether it is taken off. */
const PARTS: readonly (readonly [EarningCode, string, 'added' | 'taken off'])[] = [
  ['commission', 'earned', 'added'],
  ['guarantee', 'guaranteed', 'added'],
  ['held-back', 'heldBack', 'taken off'],
  ['released', 'released', 'added'],
  ['adjustment', 'adjusted', 'added'],
  ['drawn', 'drawn', 'added'],
  ['recovered', 'recovered', 'taken off'],
]

/**
 * What a settlement pays, as rows for a payroll: one for each period and earning code that comes to something.
 *
 * Use it to hand payments over to a payroll system, and {@link accrualOf} for what stands open in the books. The rows of a period add up
 * to what it pays, and the same settlement always gives the same rows. Whatever is taken off is below zero; `carried` is what came over
 * from the period before less what goes over to the next.
 *
 * @throws SalesRulesError `VALUE_MISSING`, `NUMBER_INVALID`, … for a settlement from an archive that cannot be read; `CURRENCY_UNKNOWN`.
 *
 * @example A draw of 2,000 and a clawback
 * ```ts
 * import { defineCommissionPlan, payrollRows, settleCommission } from 'sales-rules'
 *
 * const plan = defineCommissionPlan({
 *   currency: 'EUR',
 *   scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.1' }] },
 *   payment: { draw: { amount: '2000', kind: 'recoverable' } },
 * })
 * const adjustments = [{ id: 'O-1', amount: '-100', reason: 'cancelled' }]
 * const periods = [{ period: '2026-01', sales: '5000', adjustments }]
 * const settlement = settleCommission({ payee: 'E-7', periods }, plan)
 * payrollRows(settlement).map(({ earningCode, amount }) => [earningCode, amount])
 * // => [['commission', '500.00'], ['adjustment', '-100.00'], ['drawn', '1600.00']]
 * settlement.paid // => '2000.00'
 * ```
 */
export function payrollRows(settlement: Settlement): PayrollRow[] {
  const issues: Issue[] = []
  const { payee, currency, periods } = readSettled(settlement, issues)
  const rows = periods.flatMap(({ path, name: period, fields }) => {
    const parts = payPartsOf(fields, path, issues).filter(({ amount }) => !fraction.isZero(amount))
    const inOther = inPayout(parts, fields['payout'], [...path, 'payout'], issues)
    return parts.map(({ earningCode, amount }, index) => ({
      payee,
      period,
      earningCode,
      amount: write.money(amount, currency),
      currency,
      ...inOther[index],
    }))
  })
  issue.refuseIfAny(issues)
  return rows
}

/** What a settled period from an archive pays, part by part; they add up to what is paid. */
export function payPartsOf(fields: Fields, path: Path, issues: Issue[]): Part[] {
  const amountOf = (key: string) => readAmount(fields, key, path, issues)
  const own = PARTS.map(([earningCode, key, sign]) => {
    const amount = amountOf(key)
    return { earningCode, amount: sign === 'added' ? amount : fraction.negate(amount) }
  })
  const carried = fraction.subtract(amountOf('paid'), fraction.sum(own.map(({ amount }) => amount)))
  return [...own, { earningCode: 'carried', amount: carried }]
}

/** Each part in the payee's currency: what all of them so far come to, less those before, so that they add up to what is paid. */
function inPayout(
  parts: readonly Part[],
  value: unknown,
  path: Path,
  issues: Issue[],
): Pick<PayrollRow, 'payIn'>[] {
  if (value === undefined) return []
  const payout = readPayout(value, path, issues)
  if (payout === null) return []
  const { currency, rate, on } = payout
  const decimals = currencies.decimalsOf(currency) ?? 0
  let before = fraction.ZERO
  let sum = fraction.ZERO
  return parts.map(({ amount }, index) => {
    sum = fraction.add(sum, amount)
    const isLast = index === parts.length - 1
    const exact = fraction.multiply(sum, rate)
    const soFar = isLast ? payout.amount : fraction.round(exact, { mode: 'half-up', decimals })
    const own = fraction.subtract(soFar, before)
    before = soFar
    return {
      payIn: { currency, amount: write.money(own, currency), rate: write.decimal(rate), on },
    }
  })
}

interface Part {
  readonly earningCode: EarningCode
  readonly amount: Fraction
}
