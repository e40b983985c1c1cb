/** What was reached of a target: `{ actual, target }`, which is read as actual ÷ target. */
import { readDecimal, readPositive } from '../number/decimal.js'
import { divide, type Fraction } from '../number/fraction.js'
import type { Issue, Path } from './issue.js'
import { readFields } from './values.js'

/** Whether a fact is given as a quotient. */
export function isQuotient(fact: unknown): boolean {
  return hasOwn(fact, 'actual')
}

/** Reads actual ÷ target. Of any size: 12 sold on a target of 1 is a fact, where a bare ratio of 12 is a percentage by mistake. */
export function readQuotient(fact: unknown, path: Path, issues: Issue[]): Fraction | undefined {
  const { actual, target } = readActualAndTarget(fact, path, issues)
  return actual && target && divide(actual, target)
}

/** Reads what was reached, at least `minimum`, and the target, which is above 0. */
export function readActualAndTarget(
  fact: unknown,
  path: Path,
  issues: Issue[],
  minimum?: Fraction,
): { readonly actual: Fraction | undefined; readonly target: Fraction | undefined } {
  const fields = readFields(fact, path, ['actual', 'target'], issues)
  if (fields === undefined) return { actual: undefined, target: undefined }
  const least = minimum && { minimum }
  return {
    actual: readDecimal(fields['actual'], [...path, 'actual'], issues, least),
    target: readPositive(fields['target'], [...path, 'target'], issues),
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
