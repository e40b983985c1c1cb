/** How earned commission becomes payments, period by period. */
export interface PaymentTerms {
  /** What makes a line's commission payable: the order, its invoice, or the cash, in proportion to what was invoiced or collected. */
  readonly on: 'booked' | 'invoiced' | 'collected'
  /** In place of `on`: the parts of each line's commission, each paid in its own time. Their shares add up to 1. */
  readonly parts?: readonly PaymentPart[]
  /** Each `period` on its own, or `year-to-date`: what the year has earned less what it earned before; so of a half-year or a quarter. */
  readonly accrual: 'period' | 'quarter-to-date' | 'half-year-to-date' | 'year-to-date'
  /** With a year to date: when periods paid on their own are trued up to it. */
  readonly trueUp: 'every-period' | 'quarter' | 'half-year' | 'year'
  readonly holdback?: Holdback
  readonly draw?: Draw
  /** A smaller payment is carried over to the next period; not from the payee's last period on. */
  readonly minimumPayout?: string
  /** Of what is invoiced or collected after the payee's last period, the share that is paid, a ratio; without it, all of it. */
  readonly afterLeaving?: string
}

/** A part of each line's commission, and when it is paid. */
export interface PaymentPart {
  /** A ratio above 0; a quotient of whole numbers, `1/3`, is exact. The cent that parts leave over is the first one's. */
  readonly share: string
  /**
   * `booked`: with the line, or `after` so many periods. `invoiced`, `collected`: in proportion to what was invoiced or collected of the
   * line. `paid-in-full`: once all of the line is collected.
   */
  readonly on: 'booked' | 'invoiced' | 'collected' | 'paid-in-full'
  /** Of what is booked: so many periods after the line's own. */
  readonly after?: number
  /** Of what is invoiced or collected: only what comes beyond this part of the line pays it, a ratio below 1. */
  readonly from?: string
}

/** A part of each period's commission that is paid later. */
interface Holdback {
  /** A ratio from 0 to 1. */
  readonly share: string
  /** So many periods later it is released. */
  readonly releaseAfter: number
}

/** An amount that each period pays at least. */
export interface Draw {
  /** 0 advances nothing more, and only recovers. */
  readonly amount: string
  /** `recoverable`: an advance on later commission. `non-recoverable`: a guarantee, which tops up what the period earned. */
  readonly kind: 'recoverable' | 'non-recoverable'
  /** How many periods it lasts, counted from its first; without it, there is no end. */
  readonly periods?: number
  /** The amounts of its first periods, one step after the other; then `amount` holds. */
  readonly schedule?: readonly DrawStep[]
  /**
   * Its periods, steps and recovery count months of service instead, from the day on which the payee joined; a period of several months has
   * the amounts of all of them.
   */
  readonly service?: MonthsOfService
  /** What an advance is recovered from: `all` that is available, or only what is `above-draw`. */
  readonly recoverFrom: 'all' | 'above-draw'
  /** Recovery starts so many periods after the first. */
  readonly recoverAfter: number
  /** The most of a period's available amount that goes into recovery, a ratio. */
  readonly recoverAtMost: string
  /** The most that may be owed; nothing is advanced beyond it. */
  readonly owedAtMost?: string
}

/**
 * Which months are of service, in the words of a target plan.
 *
 * - `by: 'month'`: months of the period; that in which the payee joins is the first (`started`), or only if joined on its first day (`whole`)
 * - `by: 'day'`: months from the day of joining on; each day has its part of what its month of service has
 */
interface MonthsOfService {
  /** Whether a period in part has the draw by its days or its months. */
  readonly by: 'day' | 'month'
  /** Whether a month counts once it has `started`, or when it is `whole`. */
  readonly months: 'started' | 'whole'
}

/** An amount of a draw, for so many periods. */
interface DrawStep {
  readonly periods: number
  readonly amount: string
}

/** A length of time. */
export interface TimeSpan {
  /** How many days or months. 1 to 10,000. */
  readonly length: number
  /** Days or months of the calendar. */
  readonly unit: 'day' | 'month'
}

/**
 * What a cancelled sale gives back.
 *
 * - `full`: everything, whenever it is cancelled
 * - `window`: everything within a time, nothing after it
 * - `pro-rata`: within a time, the part of its days that was still to come
 * - `months`: of so many months, those in which the sale was not in force; the month of the cancellation is one in which it was
 *   (`started`), or only a month that is over is (`whole`)
 * - `steps`: to the end of each step its share; nothing after the last
 */
export type Clawback =
  | {
      /** A sale that is cancelled gives all of it back, whenever. */
      readonly kind: 'full'
    }
  | {
      /** A sale that is cancelled within the span gives all of it back, a later one nothing. */
      readonly kind: 'window'
      /** The span after the sale. */
      readonly within: TimeSpan
    }
  | {
      /** It gives back the part of the span that is left. */
      readonly kind: 'pro-rata'
      /** The span after the sale. */
      readonly within: TimeSpan
    }
  | { readonly kind: 'months'; readonly months: number; readonly inForce: 'started' | 'whole' }
  | {
      readonly kind: 'steps'
      readonly unit: TimeSpan['unit']
      readonly steps: readonly ClawbackStep[]
    }

/** What is given back of a sale that is cancelled up to then. */
interface ClawbackStep {
  /** So many days or months after the sale. */
  readonly upTo: number
  /** A ratio. */
  readonly share: string
}
