import {
  currencyDecimals,
  referTo,
  requireDefined,
  writeFixed,
  writePadded,
  ZERO,
} from '../kernel/inside.js'
import { type CreditedOrder, creditEach } from './creditEach.js'
import { earnOverrides } from './earnOverrides.js'
import { readCredit } from './readCredit.js'
import { shareFigure } from './shareFigure.js'
import type {
  CommissionPlan,
  Credit,
  CreditedLine,
  CreditInput,
  DefinedCommissionPlan,
  LineCredit,
  PayeeCredit,
} from './types.js'

/**
 * Who is credited with which order lines, and what their managers earn on them.
 *
 * Use it before commissions are computed, for the lines of a period or of many; to split one amount use {@link splitCredit}. A line
 * goes to its own `owners`; without them, to whoever owned its customer on the day of the order; a refund, to the owners of the line
 * it takes back, from each what that line gave. Cost and list price are shared as the amount is, so that every part has the margin of
 * the whole. The lines of each payee are ready for {@link calculateCommission}.
 *
 * With `credit.override` in the plan, each manager along the reporting line of the day of the order earns the rate of their level of
 * what the seller is credited with. It is what was credited that counts: take out first what the plan does not count.
 *
 * A line that cannot be credited is named in `notCredited`, with what would help, and the others go on: `OWNER_UNKNOWN`,
 * `VERSIONS_OVERLAP`, `CREDIT_NOT_WHOLE`, `OVERLAY_REFUSED`, `ID_DUPLICATE`, `DATE_INVALID`, `REFUND_UNKNOWN`, `REFUND_TOO_LARGE`, …
 *
 * @throws SalesRulesError for what leaves no line to speak of: a line without `id` or `amount`, a row of `ownership` or `reporting`
 *   that cannot be read, `DATES_OUT_OF_ORDER`, no `reporting` where the plan pays overrides (`VALUE_MISSING`), `UNKNOWN_KEY`.
 *
 * @example A customer who changes hands, and a line that two share
 * ```ts
 * import { creditLines, handbook } from 'sales-rules'
 *
 * const ownership = [
 *   { customer: 'Acme', payee: 'Li', from: '2026-01-01' },
 *   { customer: 'Acme', payee: 'Wang', from: '2026-03-01' },
 * ]
 * const lines = [
 *   { id: 'O-1', amount: '800.00', customer: 'Acme', date: '2026-02-28' },
 *   { id: 'O-2', amount: '500.00', customer: 'Acme', date: '2026-03-01' },
 *   { id: 'O-3', amount: '100.01', owners: [{ payee: 'Li', parts: 1 }, { payee: 'Wang', parts: 1 }] },
 * ]
 * const { payees } = creditLines({ lines, ownership }, handbook.commission)
 * payees.map(({ payee, sales }) => [payee, sales]) // => [['Li', '850.01'], ['Wang', '550.00']]
 * payees[1]?.lines.map(({ id, amount }) => [id, amount]) // => [['O-2', '500.00'], ['O-3', '50.00']]
 * ```
 *
 * @example A manager who earns 1% on the team's sales
 * ```ts
 * import { creditLines, defineCommissionPlan, handbook } from 'sales-rules'
 *
 * const plan = defineCommissionPlan({ ...handbook.commission, credit: { override: { levels: ['0.01'] } } })
 * const lines = [{ id: 'O-1', amount: '800.00', date: '2026-02-28', owners: [{ payee: 'Li', share: 1 }] }]
 * const reporting = [{ payee: 'Li', manager: 'Zhao', from: '2026-01-01' }]
 * creditLines({ lines, reporting }, plan).overrides.map(({ manager, amount }) => [manager, amount]) // => [['Zhao', '8.00']]
 * ```
 */
export function creditLines(input: CreditInput, plan: DefinedCommissionPlan): Credit {
  requireDefined(plan, 'CommissionPlan')
  const read = readCredit(input, plan)
  const outcomes = creditEach(read, plan)
  const credited = outcomes.flatMap((outcome) => ('issue' in outcome ? [] : [outcome]))
  return {
    payees: byPayee(credited, plan),
    lines: credited.map(writeLine),
    notCredited: outcomes.flatMap((outcome) => {
      if (!('issue' in outcome)) return []
      const { id, amount, decimals } = outcome.order
      return [{ id, amount: writePadded(amount, decimals), issue: outcome.issue }]
    }),
    ...earnOverrides(credited, read.reporting, plan),
    policy: referTo(plan),
  }
}

function writeLine({ order, by, owners, units }: CreditedOrder): LineCredit {
  const { id, currency, decimals } = order
  return {
    id,
    amount: writeFixed(order.units, decimals),
    currency,
    by,
    shares: owners.map(({ payee, overlay }, index) => {
      return { payee, amount: writeFixed(units[index] ?? 0n, decimals), overlay }
    }),
  }
}

/** What one payee has so far. */
interface Collected {
  readonly lines: CreditedLine[]
  /** Units by currency. */
  readonly sums: Map<string, bigint>
}

/** Payees in the order in which their first lines come. */
function byPayee(credited: readonly CreditedOrder[], { currency }: CommissionPlan): PayeeCredit[] {
  const payees = new Map<string, Collected>()
  for (const one of credited) {
    for (const { payee, units, line } of sharesOf(one)) {
      const { lines, sums } = payees.get(payee) ?? { lines: [], sums: new Map<string, bigint>() }
      lines.push(line)
      sums.set(one.order.currency, (sums.get(one.order.currency) ?? 0n) + units)
      payees.set(payee, { lines, sums })
    }
  }
  return [...payees].map(([payee, { lines, sums }]) => {
    const others = [...sums].filter(([code]) => code !== currency)
    const sales = writeMoney(sums.get(currency) ?? 0n, currency)
    if (others.length === 0) return { payee, lines, sales }
    const otherSales = others.map(([code, units]) => [code, writeMoney(units, code)] as const)
    return { payee, lines, sales, otherSales: Object.fromEntries(otherSales) }
  })
}

function writeMoney(units: bigint, currency: string): string {
  return writeFixed(units, currencyDecimals(currency) ?? 0)
}

/** The line as each owner is credited with it. */
function sharesOf(credited: CreditedOrder) {
  const { order, owners } = credited
  const { id, rest, refundOf, decimals } = order
  const figures = order.figures.map(
    ([key, figure]) => [key, shareFigure(figure, credited)] as const,
  )
  return credited.units.map((units, index) => {
    const written = figures.map(([key, parts]) => [
      key,
      writePadded(parts[index] ?? ZERO, decimals),
    ])
    const line: CreditedLine = {
      id,
      amount: writeFixed(units, decimals),
      ...Object.fromEntries(written),
      ...rest,
      ...(refundOf !== undefined && { refundOf }),
    }
    return { payee: owners[index]?.payee ?? '', units, line }
  })
}
