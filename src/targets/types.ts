import type { Defined, PolicyHeader, PolicyReference, Rounding } from '../kernel/index.js'

/** How a company sets its targets. */
export interface TargetPlan extends PolicyHeader {
  /** The currency of the targets, a code of ISO 4217. */
  readonly currency: string
  /** How a part of a target is rounded. */
  readonly rounding: Rounding
  readonly proration: Proration
}

/** A target plan that `defineTargetPlan` has checked. */
export type DefinedTargetPlan = Defined<TargetPlan>

/** How the target of a period is lowered for joiners, leavers and leave. */
export interface Proration {
  /** What is counted: calendar days, months, or the working days of a calendar. */
  readonly by: 'day' | 'month' | 'working-day'
  /** Which months count: those `started`, or only those that are `whole`. */
  readonly months: 'started' | 'whole'
}

/** The days of a period on which somebody was there. What lies outside the period is passed over, so that dates of hire will do. */
export interface Employment {
  readonly period: string
  /** The first day, if later than the period's. */
  readonly from?: string
  /** The last day, if earlier than the period's. */
  readonly to?: string
  /** Days off that lower the target; both ends are off. */
  readonly leave?: readonly { readonly from: string; readonly to: string }[]
}

/** A target for a part of a period. */
export interface ProratedTarget {
  readonly period: string
  /** Ready for a calculation. */
  readonly target: string
  /** The target of the whole period. */
  readonly full: string
  /** Days, months or working days that count, and how many the period has. */
  readonly counted: number
  readonly of: number
  readonly by: Proration['by']
  readonly policy: PolicyReference
}
