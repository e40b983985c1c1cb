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
  /**
   * What makes a line's commission payable: the order, its invoice, or the cash, in proportion to what was invoiced or collected.
   * `booked` by default.
   */
  readonly on?: PaymentTerms['on']
  /** In place of `on`: the parts of each line's commission, each paid in its own time. Their shares add up to 1. */
  readonly parts?: readonly {
    /** A ratio above 0; a quotient of whole numbers, `1/3`, is exact. The cent that parts leave over is the first one's. */
    readonly share: DecimalInput
    /**
     * `booked`: with the line, or `after` so many periods. `invoiced`, `collected`: in proportion to what was invoiced or collected of the
     * line. `paid-in-full`: once all of the line is collected.
     */
    readonly on: PaymentPart['on']
    /** Of what is booked: so many periods after the line's own. 1 to 1,000. */
    readonly after?: number
    /** Of what is invoiced or collected: only what comes beyond this part of the line pays it, a ratio below 1. 0 to 1. */
    readonly from?: DecimalInput
  }[]
  /**
   * Each `period` on its own, or `year-to-date`: what the year has earned less what it earned before; so of a half-year or a quarter.
   * `period` by default.
   */
  readonly accrual?: PaymentTerms['accrual']
  /** With a year to date: when periods paid on their own are trued up to it. `every-period` by default. */
  readonly trueUp?: PaymentTerms['trueUp']
  /** A part that is held back and paid later. */
  readonly holdback?: {
    /** A ratio from 0 to 1. */
    readonly share: DecimalInput
    /** So many periods later it is released. 1 to 1,000. */
    readonly releaseAfter: number
  }
  /** An advance of each period, or a guarantee. */
  readonly draw?: {
    /** 0 advances nothing more, and only recovers. 0 or more. */
    readonly amount: DecimalInput
    /** `recoverable`: an advance on later commission. `non-recoverable`: a guarantee, which tops up what the period earned. */
    readonly kind: Draw['kind']
    /** How many periods it lasts, counted from its first; without it, there is no end. 1 to 1,000. */
    readonly periods?: number
    /** The amounts of its first periods, one step after the other; then `amount` holds. */
    readonly schedule?: readonly {
      /** For how many periods; without it, from then on. 1 to 1,000. */
      readonly periods: number
      /** The draw of each of them. 0 or more. */
      readonly amount: DecimalInput
    }[]
    /**
     * Its periods, steps and recovery count months of service instead, from the day on which the payee joined; a period of several months
     * has the amounts of all of them.
     */
    readonly service?: Partial<NonNullable<Draw['service']>>
    /** What an advance is recovered from: `all` that is available, or only what is `above-draw`. `above-draw` by default. */
    readonly recoverFrom?: Draw['recoverFrom']
    /** Recovery starts so many periods after the first. 0 to 1,000; `0` by default. */
    readonly recoverAfter?: number
    /** The most of a period's available amount that goes into recovery, a ratio. 0 to 1; `1` by default. */
    readonly recoverAtMost?: DecimalInput
    /** The most that may be owed; nothing is advanced beyond it. Above 0. */
    readonly owedAtMost?: DecimalInput
  }
  /** A smaller payment is carried over to the next period; not from the payee's last period on. Above 0. */
  readonly minimumPayout?: DecimalInput
  /** Of what is invoiced or collected after the payee's last period, the share that is paid, a ratio; without it, all of it. 0 to 1. */
  readonly afterLeaving?: DecimalInput
}

/** A clawback as it is written down: of months, the one of the cancellation is one in which the sale was in force, unless told. */
export type ClawbackInput =
  | Exclude<Clawback, { readonly kind: 'months' | 'steps' }>
  | {
      /** It gives back the part of the months that are left. */
      readonly kind: 'months'
      /** How many months there are. 1 to 10,000. */
      readonly months: number
      /** Whether a month counts as in force once it has `started`, or when it is `whole`. `started` by default. */
      readonly inForce?: 'started' | 'whole'
    }
  | {
      /** It gives back a share, by how long it was in force. */
      readonly kind: 'steps'
      /** What the steps count. */
      readonly unit: 'day' | 'month'
      /** From the soonest to the latest. */
      readonly steps: readonly {
        /** So many days or months after the sale. 1 to 10,000. */
        readonly upTo: number
        /** A ratio. */
        readonly share: DecimalInput
      }[]
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
