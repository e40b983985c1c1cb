/** The figures that are computed of a line: its size, its margin and discount, its units, and how late it was paid. */
import type { Issue } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as time from '../../kernel/time/time.js'
import {
  COST_MISSING,
  DUE_DATE_MISSING,
  LIST_PRICE_MISSING,
  PAYMENT_DATE_MISSING,
  QUANTITY_MISSING,
  RATIO_OF_ZERO,
  TAX_MISSING,
} from '../issues.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import type { LineFigure } from '../plan/types.js'
import type { Converted } from './convertLine.js'
import type { GivenLine } from './readLine.js'

/** Whether a plan counts amounts with their tax. */
export type Taxed = Pick<ExactPlan, 'base'>

/** A line, and its amount in the plan's currency. */
export type Sized = Pick<Converted, 'line' | 'amount'>

/** A figure of a line, or what is missing for it. The size is in the plan's currency; ratios are those of the figures given. */
export function figureOf(name: LineFigure, { line, amount }: Sized, plan: Taxed): Fraction | Issue {
  switch (name) {
    case 'amount':
      return sizeOf(amount, line)
    case 'quantity':
      return line.quantity === undefined ? missing('quantity', line) : sizeOf(line.quantity, line)
    case 'daysLate':
      return daysLate(line)
    default:
      return ratioOf(name, line, plan)
  }
}

/** A ratio of the line: what it keeps of its amount, or what it gave away of its list price. */
export function ratioOf(
  name: 'margin' | 'discount',
  given: GivenLine,
  plan: Taxed,
): Fraction | Issue {
  const isMargin = name === 'margin'
  if (isMargin && isWithoutTax(plan) && given.tax === undefined) return missing('tax', given)
  const line = isMargin ? ownAmount(given, plan) : given
  const key = isMargin ? 'cost' : 'listPrice'
  const other = line[key]
  if (other === undefined) return missing(key, line)
  const [whole, part] = isMargin
    ? [line.amount, fraction.subtract(line.amount, other)]
    : [other, fraction.subtract(other, line.amount)]
  if (!fraction.isZero(whole)) return fraction.divide(part, whole)
  return issue.at(RATIO_OF_ZERO, [...line.path, isMargin ? 'amount' : 'listPrice'], {})
}

/** A line at the amount that margins are of: less its tax, where the plan counts without it. */
export function ownAmount(line: GivenLine, plan: Taxed): GivenLine {
  if (!isWithoutTax(plan)) return line
  return { ...line, amount: fraction.subtract(line.amount, line.tax ?? fraction.ZERO) }
}

export function isWithoutTax({ base }: Taxed): boolean {
  return base.endsWith('without-tax')
}

/** A refund has the size of the line that it takes back: of a part of it, what the whole is. */
function sizeOf(figure: Fraction, { amount, refundOf }: GivenLine): Fraction {
  const size = fraction.absolute(figure)
  if (typeof refundOf !== 'object' || fraction.isZero(amount)) return size
  const whole = fraction.divide(refundOf.amount, fraction.absolute(amount))
  return fraction.multiply(size, whole)
}

/** The units that a line adds to those of all sales: a refund takes off its own, or its part of those of its line. */
export function unitsOf({ amount, quantity }: GivenLine, of: GivenLine | null): Fraction {
  const part = of && !fraction.isZero(of.amount) ? fraction.divide(amount, of.amount) : fraction.ONE
  const units = quantity ?? fraction.multiply(of?.quantity ?? fraction.ZERO, part)
  return amount.n < 0n ? fraction.negate(fraction.absolute(units)) : fraction.absolute(units)
}

/** The days from the day it was due to the day it was paid; below zero where it was paid early. */
function daysLate({ dueOn, paidOn, path }: GivenLine): Fraction | Issue {
  if (dueOn === undefined) return missing('dueOn', { path })
  if (paidOn === undefined) return missing('paidOn', { path })
  return fraction.whole(time.dayNumber(paidOn) - time.dayNumber(dueOn))
}

const MISSING = {
  cost: COST_MISSING,
  listPrice: LIST_PRICE_MISSING,
  tax: TAX_MISSING,
  quantity: QUANTITY_MISSING,
  dueOn: DUE_DATE_MISSING,
  paidOn: PAYMENT_DATE_MISSING,
}

export function missing(key: keyof typeof MISSING, { path }: Pick<GivenLine, 'path'>): Issue {
  return issue.at(MISSING[key], [...path, key], {})
}

export function isIssue(value: object | number | boolean | null): value is Issue {
  return typeof value === 'object' && value !== null && 'code' in value
}
