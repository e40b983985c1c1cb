import * as currencies from '../../kernel/number/currency.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import { LINE_FACTS, LINE_FIGURES } from '../lines/readLine.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import type { Credit } from './computeCredits.js'
import { shareFigure } from './shareFigure.js'
import type { CreditedLine, PayeeCredit } from './types.js'

/** What one payee has so far. */
export interface Collected {
  readonly lines: CreditedLine[]
  /** Units by currency. */
  readonly sums: Map<string, bigint>
}

/** Adds a line of so many units. */
export function collect(
  { lines, sums }: Collected,
  line: CreditedLine,
  units: bigint,
  currency: string,
) {
  lines.push(line)
  sums.set(currency, (sums.get(currency) ?? 0n) + units)
}

export function writeCollected(
  { lines, sums }: Collected,
  { currency, decimals }: ExactPlan,
): Omit<PayeeCredit, 'payee'> {
  const sales = write.fixed(sums.get(currency) ?? 0n, decimals)
  const others = [...sums].filter(([code]) => code !== currency)
  if (others.length === 0) return { lines, sales }
  const otherSales = others.map(([code, units]) => {
    return [code, write.fixed(units, currencies.decimalsOf(code) ?? 0)] as const
  })
  return { lines, sales, otherSales: Object.fromEntries(otherSales) }
}

/** Writes the part of a line that these owners have together: its figures are shared as its amount is, and what else it says is said of each part. */
export function partsOf(credit: Credit) {
  const { order } = credit
  const { decimals, given } = order
  const figures = LINE_FIGURES.flatMap((key) => {
    const figure = given[key]
    return figure === undefined ? [] : [[key, shareFigure(figure, credit)] as const]
  })
  const facts = LINE_FACTS.flatMap((key) => (given[key] === undefined ? [] : [[key, given[key]]]))
  return (id: string, units: bigint, owners: readonly number[]): CreditedLine => {
    const own = figures.map(([key, parts]) => [key, writeFigure(owners, parts, decimals)])
    return { id, amount: write.fixed(units, decimals), ...Object.fromEntries([...own, ...facts]) }
  }
}

function writeFigure(owners: readonly number[], parts: readonly Fraction[], decimals: number) {
  return write.padded(fraction.sum(owners.map((owner) => parts[owner] ?? fraction.ZERO)), decimals)
}
