import * as decimal from '../../kernel/number/decimal.js'
import type { Fraction } from '../../kernel/number/fraction.js'

/** A number of a policy, or one that a rule has written. */
export function exactText(text: string | number): Fraction {
  return decimal.known(text)
}

/** The same, or null where there is none. */
export function exactOrNull(text: string | null | undefined): Fraction | null {
  return decimal.knownOrNull(text)
}
