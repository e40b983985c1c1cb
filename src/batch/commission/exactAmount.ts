import type { Issue } from '../../kernel/index.js'
import { invalid } from '../../kernel/input/issue.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import { AMOUNT_OF_LINE } from '../issues.js'
import { unscale } from '../number/scaled.js'
import type { CommissionColumns } from './types.js'

/** The exact amount of a line; adds an issue where it has none. */
export function exactAmount(
  { amounts, decimals, wide }: CommissionColumns,
  line: number,
  issues: Issue[],
): Fraction | undefined {
  const amount = amounts[line]
  if (Number.isSafeInteger(amount)) return unscale(amount ?? 0, decimals)
  const text = wide.get(line)
  if (isPlain(text)) return exactOf(text)
  issues.push(invalid(text ?? amount, ['amounts', line], AMOUNT_OF_LINE))
  return undefined
}

const LONGEST = 1000
const PLAIN = /^-?\d+(?:\.\d+)?$/

/** Columns may come from anywhere: what is in them need not be what the types say. */
function isPlain(text: unknown): text is string {
  return typeof text === 'string' && text.length <= LONGEST && PLAIN.test(text)
}

/** Sums of many lines may have more digits than one figure may. */
function exactOf(text: string): Fraction {
  const [integer = '', decimals = ''] = text.split('.')
  return { n: BigInt(integer + decimals), d: fraction.powerOfTen(decimals.length) }
}
