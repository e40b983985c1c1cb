import * as z from 'zod'
import type { DecimalInput, Path } from '../../../kernel/index.js'
import {
  checked,
  notNegative,
  notRising,
  positive,
  rate,
  ratio,
  strict,
  wholeNumber,
} from '../../../kernel/schema.js'
import type { Clawback, Draw, PaymentPart, PaymentTerms } from '../terms.js'

/**
 * Payment terms as they are written down: booked, each period on its own; a draw has no end, and is recovered at once, from what is above
 * it, unless told.
 */
export interface PaymentTermsInput {
  readonly on?: PaymentTerms['on']
  readonly parts?: readonly {
    readonly share: DecimalInput
    readonly on: PaymentPart['on']
    readonly after?: number
    readonly from?: DecimalInput
  }[]
  readonly accrual?: PaymentTerms['accrual']
  readonly trueUp?: PaymentTerms['trueUp']
  readonly holdback?: { readonly share: DecimalInput; readonly releaseAfter: number }
  readonly draw?: {
    readonly amount: DecimalInput
    readonly kind: Draw['kind']
    readonly periods?: number
    readonly schedule?: readonly { readonly periods: number; readonly amount: DecimalInput }[]
    readonly service?: Partial<NonNullable<Draw['service']>>
    readonly recoverFrom?: Draw['recoverFrom']
    readonly recoverAfter?: number
    readonly recoverAtMost?: DecimalInput
    readonly owedAtMost?: DecimalInput
  }
  readonly minimumPayout?: DecimalInput
  readonly afterLeaving?: DecimalInput
}

/** A clawback as it is written down: of months, the one of the cancellation is one in which the sale was in force, unless told. */
export type ClawbackInput =
  | Exclude<Clawback, { readonly kind: 'months' | 'steps' }>
  | {
      readonly kind: 'months'
      readonly months: number
      readonly inForce?: 'started' | 'whole'
    }
  | {
      readonly kind: 'steps'
      readonly unit: 'day' | 'month'
      readonly steps: readonly { readonly upTo: number; readonly share: DecimalInput }[]
    }

const MOST_PERIODS = 1000
const MOST_PARTS = 100
const LONGEST_SPAN = 10_000

export const paymentTerms = () =>
  strict({
    on: z.enum(['booked', 'invoiced', 'collected']).default('booked'),
    parts: z
      .array(
        strict({
          share: rate(),
          on: z.enum(['booked', 'invoiced', 'collected', 'paid-in-full']),
          after: wholeNumber(1, MOST_PERIODS).exactOptional(),
          from: ratio().exactOptional(),
        }),
      )
      .min(1)
      .max(MOST_PARTS)
      .exactOptional(),
    accrual: z
      .enum(['period', 'quarter-to-date', 'half-year-to-date', 'year-to-date'])
      .default('period'),
    trueUp: z.enum(['every-period', 'quarter', 'half-year', 'year']).default('every-period'),
    holdback: strict({
      share: ratio(),
      releaseAfter: wholeNumber(1, MOST_PERIODS),
    }).exactOptional(),
    draw: strict({
      amount: notNegative(),
      kind: z.enum(['recoverable', 'non-recoverable']),
      periods: wholeNumber(1, MOST_PERIODS).exactOptional(),
      schedule: z
        .array(strict({ periods: wholeNumber(1, MOST_PERIODS), amount: notNegative() }))
        .min(1)
        .max(MOST_PERIODS)
        .exactOptional(),
      service: strict({
        by: z.enum(['day', 'month']).default('month'),
        months: z.enum(['started', 'whole']).default('started'),
      }).exactOptional(),
      recoverFrom: z.enum(['all', 'above-draw']).default('above-draw'),
      recoverAfter: wholeNumber(0, MOST_PERIODS).default(0),
      recoverAtMost: ratio().prefault('1'),
      owedAtMost: positive().exactOptional(),
    }).exactOptional(),
    minimumPayout: positive().exactOptional(),
    afterLeaving: ratio().exactOptional(),
  })

const span = () => strict({ length: wholeNumber(1, LONGEST_SPAN), unit: z.enum(['day', 'month']) })

export const clawback = () =>
  z.discriminatedUnion('kind', [
    strict({ kind: z.literal('full') }),
    strict({ kind: z.literal('window'), within: span() }),
    strict({ kind: z.literal('pro-rata'), within: span() }),
    strict({
      kind: z.literal('months'),
      months: wholeNumber(1, LONGEST_SPAN),
      inForce: z.enum(['started', 'whole']).default('started'),
    }),
    strict({
      kind: z.literal('steps'),
      unit: z.enum(['day', 'month']),
      steps: z
        .array(strict({ upTo: wholeNumber(1, LONGEST_SPAN), share: ratio() }))
        .min(1)
        .max(MOST_PERIODS)
        .superRefine(checked(stepsRise)),
    }),
  ])

/** Each step ends after the one before it. */
function stepsRise(steps: readonly { readonly upTo: number }[]) {
  return notRising(steps.map(({ upTo }, index): [Path, string] => [[index, 'upTo'], String(upTo)]))
}
