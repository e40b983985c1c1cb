import * as currencies from '../../kernel/number/currency.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import type { GivenLine } from '../lines/readLine.js'
import { type ExactPlan, exactPlan } from '../plan/exactPlan.js'
import type { DefinedCommissionPlan } from '../plan/types.js'
import { type CreditedOrder, creditEach } from './creditEach.js'
import { earnOverrides } from './earnOverrides.js'
import { readCredit } from './readCredit.js'
import { shareFigure } from './shareFigure.js'
import type { CreditedLine, CreditInput, Crediting, LineCredit, PayeeCredit } from './types.js'

/**
 * Who is credited with which order lines, and what their managers earn on them.
 *
 * Use it before commissions are computed, for the lines of a period or of many; to split one amount use {@link splitCredit}. A line
 * goes to its own `owners`; without them, to whoever owned its customer on the day of the order; a refund, to the owners of the line
 * it takes back, from each what that line gave. Cost and list price are shared as the amount is, so that every part has the margin of
 * the whole. The lines of each payee are ready for {@link calculateCommission}.
 *
 * With `credit.override` in the plan, each manager along the reporting line of the day of the order earns the rate of their level of
 * what the seller is credited with, if the plan counts the line.
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
export function creditLines(input: CreditInput, plan: DefinedCommissionPlan): Crediting {
  const exact = exactPlan(plan)
  const given = readCredit(input, exact)
  const outcomes = creditEach(given, exact)
  const credited = outcomes.flatMap((outcome) => ('issue' in outcome ? [] : [outcome]))
  return {
    payees: byPayee(credited, exact),
    lines: credited.map((one) => writeLine(one, exact)),
    notCredited: outcomes.flatMap((outcome) => {
      if (!('issue' in outcome)) return []
      const { order, issue } = outcome
      const amount = write.padded(order.amount, order.decimals)
      return [{ id: order.id, amount, ...otherCurrency(order, exact), issue }]
    }),
    ...earnOverrides(credited, given.reporting, exact),
    policy: exact.reference,
  }
}

function writeLine({ order, by, owners, units }: CreditedOrder, plan: ExactPlan): LineCredit {
  const { id, decimals } = order
  return {
    id,
    amount: write.fixed(order.units, decimals),
    ...otherCurrency(order, plan),
    by,
    shares: owners.map(({ payee, overlay }, index) => {
      return { payee, amount: write.fixed(units[index] ?? 0n, decimals), overlay }
    }),
  }
}

function otherCurrency({ currency }: { readonly currency: string }, plan: ExactPlan) {
  return currency === plan.currency ? {} : { currency }
}

/** What one payee has so far. */
interface Collected {
  readonly lines: CreditedLine[]
  /** Units by currency. */
  readonly sums: Map<string, bigint>
}

/** Payees in the order in which their first lines come. */
function byPayee(credited: readonly CreditedOrder[], { currency }: ExactPlan): PayeeCredit[] {
  const payees = new Map<string, Collected>()
  const originals = new Map(credited.map((one) => [one.order.id, one]))
  for (const one of credited) {
    for (const { payee, units, line } of sharesOf(one, originals)) {
      const { lines, sums } = payees.get(payee) ?? { lines: [], sums: new Map<string, bigint>() }
      lines.push(line)
      sums.set(one.order.currency, (sums.get(one.order.currency) ?? 0n) + units)
      payees.set(payee, { lines, sums })
    }
  }
  return [...payees].map(([payee, { lines, sums }]) => {
    const others = [...sums].filter(([code]) => code !== currency)
    const sales = writeUnits(sums.get(currency) ?? 0n, currency)
    if (others.length === 0) return { payee, lines, sales }
    const otherSales = others.map(([code, units]) => [code, writeUnits(units, code)] as const)
    return { payee, lines, sales, otherSales: Object.fromEntries(otherSales) }
  })
}

function writeUnits(units: bigint, currency: string): string {
  return write.fixed(units, currencies.decimalsOf(currency) ?? 0)
}

/** The line as each owner is credited with it; a part of nothing is no line. */
function sharesOf(credited: CreditedOrder, originals: ReadonlyMap<string, CreditedOrder>) {
  const { order, owners } = credited
  const { decimals, given } = order
  const figures = FIGURES.flatMap((key) => {
    const figure = given?.[key]
    return figure === undefined ? [] : [[key, shareFigure(figure, credited)] as const]
  })
  return credited.units.flatMap((units, index) => {
    if (units === 0n && order.units !== 0n) return []
    const payee = owners[index]?.payee ?? ''
    const written = figures.map(([key, parts]) => [
      key,
      write.padded(parts[index] ?? fraction.ZERO, decimals),
    ])
    const line: CreditedLine = {
      id: order.id,
      amount: write.fixed(units, decimals),
      ...Object.fromEntries(written),
      ...Object.fromEntries(
        FACTS.flatMap((key) => (given?.[key] === undefined ? [] : [[key, given[key]]])),
      ),
      ...refundOf(given, payee, originals),
    }
    return [{ payee, units, line }]
  })
}

const FIGURES = ['cost', 'listPrice'] as const
const FACTS = [
  'date',
  'paidOn',
  'status',
  'product',
  'category',
  'region',
  'customer',
  'currency',
  'firstOrder',
  'newMarket',
] as const

/** A refund given to somebody who has nothing of the original lowers their sales, and takes back nothing that they earned. */
function refundOf(
  given: GivenLine | undefined,
  payee: string,
  originals: ReadonlyMap<string, CreditedOrder>,
): Pick<CreditedLine, 'refundOf'> {
  const original = given?.refundOf
  if (original === undefined) return {}
  if (typeof original !== 'string') {
    const { id, amount, commission, refundedBefore } = original
    const paid = { amount: write.decimal(amount), commission: write.decimal(commission) }
    return { refundOf: { id, ...paid, refundedBefore: write.decimal(refundedBefore) } }
  }
  const sold = originals.get(original)
  const isTheirs = (owner: { readonly payee: string }, index: number) =>
    owner.payee === payee && sold?.units[index] !== 0n
  return sold === undefined || sold.owners.some(isTheirs) ? { refundOf: original } : {}
}
