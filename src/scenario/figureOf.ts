import type { Issue } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import type { Fraction } from '../kernel/number/fraction.js'
import * as fraction from '../kernel/number/fraction.js'

/** A figure that a rule has written. */
export function figureOf(written: string | number): Fraction {
  const issues: Issue[] = []
  const figure = read.written(written, [], issues)
  issue.refuseIfAny(issues)
  return figure ?? fraction.ZERO
}
