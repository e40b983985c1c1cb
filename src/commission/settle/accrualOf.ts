import type { Issue } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import { readAmount, readSettled } from './readSettled.js'
import type { CommissionAccrual, Settlement } from './types.js'

/**
 * What a settlement leaves open, for the books: what is earned and not paid, and what is paid and not earned yet.
 *
 * Use it at the end of a month; {@link payrollRows} says what is paid in it. From the accrual of one settlement to the next, what is
 * unpaid less what is advanced changes by what was earned, guaranteed and adjusted less what was paid. Commission that waits for an
 * invoice or for cash is not earned before it comes.
 *
 * @throws SalesRulesError `VALUE_MISSING`, `NUMBER_INVALID`, … for a settlement from an archive that cannot be read; `CURRENCY_UNKNOWN`.
 *
 * @example A fifth of 1,000 is held back
 * ```ts
 * import { accrualOf, defineCommissionPlan, settleCommission } from 'sales-rules'
 *
 * const plan = defineCommissionPlan({
 *   currency: 'EUR',
 *   scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.1' }] },
 *   payment: { holdback: { share: '0.2', releaseAfter: 2 } },
 * })
 * const settlement = settleCommission({ payee: 'E-7', periods: [{ period: '2026-01', sales: '10000' }] }, plan)
 * accrualOf(settlement)
 * // => { payee: 'E-7', period: '2026-01', currency: 'EUR', unpaid: '200.00', held: '200.00', carried: '0.00', advanced: '0.00' }
 * ```
 */
export function accrualOf(settlement: Settlement): CommissionAccrual {
  const issues: Issue[] = []
  const { payee, currency, periods, closing } = readSettled(settlement, issues)
  const held = readHeld(closing['held'], issues)
  const carried = readAmount(closing, 'carried', ['closing'], issues)
  const advanced = readAmount(closing, 'draw', ['closing'], issues)
  issue.refuseIfAny(issues)
  return {
    payee,
    period: periods.at(-1)?.name ?? null,
    currency,
    unpaid: write.money(fraction.add(held, carried), currency),
    held: write.money(held, currency),
    carried: write.money(carried, currency),
    advanced: write.money(advanced, currency),
  }
}

function readHeld(list: unknown, issues: Issue[]): Fraction {
  const rows = read.array(list, ['closing', 'held'], issues) ?? []
  const amounts = rows.map((row, index) => {
    const path = ['closing', 'held', index]
    return readAmount(read.record(row, path, issues) ?? {}, 'amount', path, issues)
  })
  return fraction.sum(amounts)
}
