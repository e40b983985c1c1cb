/** When the parts of a line's commission are paid. */
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { PaymentPart, PaymentTerms } from './terms.js'

/** A part with its numbers read. */
export interface ExactPart {
  readonly share: Fraction
  readonly on: PaymentPart['on']
  readonly after: number
  readonly from: Fraction
}

/** The lists of what came in. */
export const LISTS = ['invoiced', 'collected'] as const

export type ProgressList = (typeof LISTS)[number]

/** All of a line at once. */
export function wholeOn(on: PaymentPart['on']): ExactPart {
  return { share: fraction.ONE, on, after: 0, from: fraction.ZERO }
}

/** Whether by these terms something is left to come once a line is booked. */
export function comesLater({ on = 'booked', parts = [] }: Partial<PaymentTerms> = {}): boolean {
  return on !== 'booked' || parts.some((part) => part.on !== 'booked' || part.after !== undefined)
}

/** The same of parts that were read: whether nothing is. */
export function isAtOnce(parts: readonly ExactPart[]): boolean {
  return parts.every(({ on, after }) => on === 'booked' && after === 0)
}

/** Whether by these terms a line waits for its cash. */
export function waitsForCash({ on, parts = [] }: Partial<PaymentTerms> = {}): boolean {
  return [on, ...parts.map((part) => part.on)].some(
    (one) => listOf(one ?? 'booked') === 'collected',
  )
}

/** What lines wait for beside time. */
export function listsOf(parts: readonly ExactPart[]): ProgressList[] {
  return LISTS.filter((list) => parts.some(({ on }) => listOf(on) === list))
}

function listOf(on: PaymentPart['on']): ProgressList | null {
  if (on === 'booked') return null
  return on === 'paid-in-full' ? 'collected' : on
}
