import type { Issue } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import { REFUND_TOO_LARGE } from '../issues.js'
import type { GivenLine } from './readLine.js'

/** What is wrong with the size of a refund: it is below zero, and takes no more than is left of its original. */
export function refundSizeIssue(
  { amount, path }: Pick<GivenLine, 'amount' | 'path'>,
  original: { readonly id: string; readonly left: Fraction },
  decimals = 0,
): Issue | null {
  const { id, left } = original
  if (amount.n < 0n && fraction.compare(fraction.negate(amount), left) <= 0) return null
  return issue.at(REFUND_TOO_LARGE, [...path, 'amount'], {
    given: write.padded(amount, decimals),
    refundOf: id,
    open: write.padded(left, decimals),
  })
}
