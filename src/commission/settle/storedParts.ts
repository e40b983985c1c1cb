/** Parts of a line's commission, as a balance keeps them: a line, and an account, stay with the parts of their day. */
import type { Issue, Path } from '../../kernel/index.js'
import * as read from '../../kernel/input/read.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import type { ExactPart } from '../plan/paymentParts.js'
import type { PaymentPart } from '../plan/terms.js'
import { COUNTED } from './counted.js'

const WORDS: readonly PaymentPart['on'][] = ['booked', 'invoiced', 'collected', 'paid-in-full']

/** Parts as they are kept; nothing where there is one that waits for nothing but one list, as that is said elsewhere. */
export function writeParts(parts: readonly ExactPart[]): { parts?: PaymentPart[] } {
  if (isPlain(parts)) return {}
  return {
    parts: parts.map(({ share, on, after, from }) => ({
      share: write.rate(share),
      on,
      ...(after > 0 && { after }),
      ...(!fraction.isZero(from) && { from: write.decimal(from) }),
    })),
  }
}

/** Whether all of a line is paid as it is booked, invoiced or collected. */
export function isPlain(parts: readonly ExactPart[]): boolean {
  const isWhole = ({ on, after, from }: ExactPart) =>
    on !== 'paid-in-full' && after === 0 && fraction.isZero(from)
  return parts.length === 1 && parts.every(isWhole)
}

export function readParts(value: unknown, path: Path, issues: Issue[]): ExactPart[] {
  return (read.array(value, path, issues) ?? []).map((row, index) => {
    const at = [...path, index]
    const { share, on, after, from } =
      read.fields(row, at, ['share', 'on', 'after', 'from'], issues) ?? {}
    return {
      share: readExact(share, [...at, 'share'], issues),
      on: read.word(on, [...at, 'on'], WORDS, issues) ?? 'booked',
      after:
        after === undefined ? 0 : (read.integer(after, [...at, 'after'], issues, COUNTED) ?? 0),
      from:
        from === undefined
          ? fraction.ZERO
          : (read.written(from, [...at, 'from'], issues) ?? fraction.ZERO),
    }
  })
}

/** A decimal, or a quotient of whole numbers. */
export function readExact(value: unknown, path: Path, issues: Issue[]): Fraction {
  const [whole, part = '1'] = typeof value === 'string' ? value.split('/') : [value]
  const above = read.written(whole, path, issues) ?? fraction.ZERO
  const below = read.positive(part, path, issues) ?? fraction.ONE
  return fraction.divide(above, below)
}
