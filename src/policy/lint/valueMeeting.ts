import type { FactCondition } from '../../kernel/check/check.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import { exactText } from './exactText.js'

type Fraction = fraction.Fraction

/** What conditions on one fact leave of it. */
interface Interval {
  readonly low: Fraction | null
  readonly high: Fraction | null
  readonly isWhole: boolean
}

const NOWHERE = /* @__PURE__ */ Symbol('nowhere')

/**
 * A value that meets all of these conditions on one fact, each as if it were a single value; null where there is none. Numbers are
 * intervals, so that one of five candidates lies in what is left, where anything does.
 */
export function valueMeeting(conditions: readonly FactCondition[]): string | boolean | null {
  const [first] = conditions
  if (first?.unit === undefined) return wordOf(conditions)
  const interval = intervalOf(conditions)
  const fits = (value: Fraction) =>
    isInside(value, interval) && conditions.every((one) => holds(value, one))
  const found = candidatesIn(interval).find(fits)
  return found === undefined ? null : write.decimal(found)
}

function wordOf(conditions: readonly FactCondition[]): string | boolean | null {
  let left: readonly unknown[] | typeof NOWHERE = NOWHERE
  for (const { required } of conditions) {
    const allowed = Array.isArray(required) ? required : [required]
    left = left === NOWHERE ? allowed : left.filter((one) => allowed.includes(one))
  }
  const [word = null] = left === NOWHERE ? [] : left
  return word as string | boolean | null
}

const TEN = { n: 10n, d: 1n }

/** What the unit allows, and then each condition, with the ends. */
function intervalOf(conditions: readonly FactCondition[]): Interval {
  let interval = intervalOfUnit(conditions[0]?.unit)
  for (const condition of conditions) interval = narrowed(interval, condition)
  return interval
}

function intervalOfUnit(unit: FactCondition['unit']): Interval {
  // Ten times a target is read as a percentage.
  if (unit === 'ratio') return { low: fraction.negate(TEN), high: TEN, isWhole: false }
  const isWhole = unit === 'count' || (unit?.endsWith('-since') ?? false)
  return { low: isWhole ? fraction.ZERO : null, high: null, isWhole }
}

function narrowed(interval: Interval, { comparison, required, maximum }: FactCondition): Interval {
  const bound = exactText(String(required))
  let { low, high } = interval
  if (maximum !== undefined) {
    low = raised(low, fraction.ZERO)
    high = fraction.atMost(exactText(maximum), high)
  }
  if (comparison !== 'at-most' && comparison !== 'below') low = raised(low, bound)
  if (comparison !== 'at-least' && comparison !== 'above') high = fraction.atMost(bound, high)
  return { ...interval, low, high }
}

function raised(low: Fraction | null, bound: Fraction): Fraction {
  return low === null ? bound : fraction.larger(low, bound)
}

function isInside(value: Fraction, { low, high, isWhole }: Interval): boolean {
  const isAbove = low === null || fraction.compare(value, low) >= 0
  const isBelow = high === null || fraction.compare(value, high) <= 0
  return isAbove && isBelow && (!isWhole || value.n % value.d === 0n)
}

function candidatesIn({ low, high, isWhole }: Interval): Fraction[] {
  const own = low ?? (high === null ? fraction.ZERO : fraction.subtract(high, fraction.ONE))
  const floor = fraction.round(own, { mode: 'floor', decimals: 0 })
  const steps = [0n, 1n].map((step) => ({ n: floor.n + step * floor.d, d: floor.d }))
  if (isWhole) return [own, ...steps]
  const end = high ?? fraction.add(own, fraction.ONE)
  const middle = fraction.divide(fraction.add(own, end), { n: 2n, d: 1n })
  return [own, ...steps, end, middle]
}

function holds(value: Fraction, { comparison, required, unit }: FactCondition): boolean {
  const order = fraction.compare(value, exactText(String(required)))
  // A ratio of 10 or more is refused.
  if (unit === 'ratio' && fraction.compare(fraction.absolute(value), TEN) >= 0) return false
  if (comparison === 'at-least') return order >= 0
  if (comparison === 'above') return order > 0
  if (comparison === 'at-most') return order <= 0
  return comparison === 'below' ? order < 0 : order === 0
}
