/** A figure that a rule looks at: as it is, or as what was reached of a target. */
import { type Bounds, readDecimal } from '../number/decimal.js'
import { divide, type Fraction, ZERO } from '../number/fraction.js'
import type { Issue, Path } from './issue.js'
import { readFields } from './values.js'

type ReadNumber = (value: unknown, path: Path, issues: Issue[]) => Fraction | undefined

/**
 * Reads a figure, or `{ actual, target }` for actual ÷ target. `readBare` reads a figure that stands alone: where a ratio is due, one of
 * 10 or more is a percentage by mistake, but 12 sold on a target of 1 is a fact.
 */
export function readFigure(
  value: unknown,
  path: Path,
  issues: Issue[],
  readBare: ReadNumber = readDecimal,
): Fraction | undefined {
  if (!hasOwn(value, 'actual')) return readBare(value, path, issues)
  const { actual, target } = readActualAndTarget(value, path, issues)
  return actual && target && divide(actual, target)
}

/** Reads what was reached, within `bounds`, and the target, which is above 0. */
export function readActualAndTarget(
  value: unknown,
  path: Path,
  issues: Issue[],
  bounds?: Bounds,
): { readonly actual: Fraction | undefined; readonly target: Fraction | undefined } {
  const fields = readFields(value, path, ['actual', 'target'], issues)
  if (fields === undefined) return { actual: undefined, target: undefined }
  const above = { minimum: ZERO, above: true }
  return {
    actual: readDecimal(fields['actual'], [...path, 'actual'], issues, bounds),
    target: readDecimal(fields['target'], [...path, 'target'], issues, above),
  }
}

/** Whether a value is an object that has this key itself. */
export function hasOwn(value: unknown, key: string): boolean {
  try {
    return Object.hasOwn(value as object, key)
  } catch {
    // Nothing at all, or a proxy that throws: the object cannot be read.
    return false
  }
}
