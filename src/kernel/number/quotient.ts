/** What was reached of a target: `{ actual, target }`, which is read as actual ÷ target. */
import type { Issue, Path } from '../input/issue.js'
import { hasField, readFields } from '../input/values.js'
import { type Bounds, readPositive, readWithin } from './decimal.js'
import { divide, type Fraction } from './fraction.js'

/** Whether a fact is given as a quotient, be it with a part too few. */
export function isQuotient(fact: unknown): boolean {
  return hasField(fact, 'actual') || hasField(fact, 'target')
}

/** Reads actual ÷ target. Of any size: 12 sold on a target of 1 is a fact, where a bare ratio of 12 is a percentage by mistake. */
export function readQuotient(fact: unknown, path: Path, issues: Issue[]): Fraction | undefined {
  const { actual, target } = readActualAndTarget(fact, path, issues)
  return actual && target && divide(actual, target)
}

/** Reads what was reached, within bounds, and the target, which is above 0. */
export function readActualAndTarget(
  fact: unknown,
  path: Path,
  issues: Issue[],
  bounds: Bounds = {},
): { readonly actual: Fraction | undefined; readonly target: Fraction | undefined } {
  const fields = readFields(fact, path, ['actual', 'target'], issues)
  if (fields === undefined) return { actual: undefined, target: undefined }
  return {
    actual: readWithin(fields['actual'], [...path, 'actual'], issues, bounds),
    target: readPositive(fields['target'], [...path, 'target'], issues),
  }
}
