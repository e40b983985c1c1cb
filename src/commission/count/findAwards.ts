import { add, compare, type Fraction, known, ZERO } from '../../kernel/inside.js'
import type { Award, CommissionPlan } from '../types.js'
import type { CountedLine } from './countLine.js'

/** An order that an award is for, as far as its line says. */
export interface QualifiedAward {
  readonly award: Award
  readonly line: string
  /** False where the order is large enough and the line does not say whether it is a first one. */
  readonly isKnown: boolean
}

/** The awards that the lines have qualified for; refunds in the same statement are taken off an order first. */
export function findAwards(
  lines: readonly CountedLine[],
  refunded: ReadonlyMap<string, Fraction>,
  { awards = [], refunds }: CommissionPlan,
): QualifiedAward[] {
  return awards.flatMap((award) =>
    lines.flatMap((line): QualifiedAward[] => {
      const flag = flagOf(line, award)
      // A mirrored refund takes back its part of the award, so that the order stands as it was.
      const taken = refunds === 'net' ? (refunded.get(line.id) ?? ZERO) : ZERO
      if (flag === false || !isLargeEnough(add(line.sales, taken), award)) return []
      return [{ award, line: line.id, isKnown: flag === true }]
    }),
  )
}

function flagOf({ given }: CountedLine, award: Award): boolean | undefined {
  return award.for === 'first-order' ? given.firstOrder : given.newMarket
}

function isLargeEnough(sales: Fraction, { order }: Award): boolean {
  if (order === undefined) return sales.n > 0n
  const over = compare(sales, known(order.amount))
  return order.comparison === 'above' ? over > 0 : over >= 0
}
