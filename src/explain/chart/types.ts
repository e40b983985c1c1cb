/** The pictures that can be drawn, each with the outcomes it is drawn of. */
import type { CommissionCurve, CommissionStatement } from '../../commission/index.js'
import type { Funnel } from '../../pipeline/index.js'
import type {
  PayReview,
  PlanCurve,
  PolicyComparison,
  Sensitivity,
  SimulationOutcome,
  SweepOutcome,
} from '../../scenario/index.js'
import type { TargetSplit } from '../../targets/index.js'
import type { Locale } from '../explainIssue.js'

/** What a plan pays by sales: its breakpoints, and where somebody stands. */
interface PayoutCurvePicture {
  readonly kind: 'payout-curve'
  /** Of `commissionCurve`, or one of `curvesOf`. */
  readonly curve: CommissionCurve | PlanCurve
  /** `units` where the tiers of the plan count units, and their rates are money for each; `money` by default. */
  readonly salesIn?: 'money' | 'units'
  /** Whose place is marked. */
  readonly statement?: CommissionStatement
}

/** What two plans pay by sales: before and after a change. */
interface PayoutCurvesPicture {
  readonly kind: 'payout-curves'
  readonly now: CommissionCurve | PlanCurve
  readonly then: CommissionCurve | PlanCurve
  /** As of a single curve. */
  readonly salesIn?: 'money' | 'units'
}

/** What all are paid now and then, and each group. */
interface WhatIfPicture {
  readonly kind: 'what-if'
  readonly comparison: PolicyComparison
}

/** What somebody was paid, or scored, what changed, and what they are paid now. */
interface WaterfallPicture {
  readonly kind: 'waterfall'
  readonly payee?: string | null
  readonly change: {
    /** A currency, or `points`. */
    readonly unit: string
    readonly was: string
    readonly is: string
    readonly difference: string
    /** They add up to the difference. Each is named by its `label`; without one, by its `kind`, `rule` and `id`. */
    readonly parts: readonly {
      readonly label?: string
      readonly kind?: string
      readonly rule?: string
      readonly id?: string | null
      readonly difference: string
    }[]
  }
}

/** What was sold, period by period, against the target. */
interface YearToDatePicture {
  readonly kind: 'year-to-date'
  /** The target in its periods, of `splitTarget`. */
  readonly target: TargetSplit
  /** Of each period alone that has come, in any order. */
  readonly statements: readonly CommissionStatement[]
}

/** How many people are how near to their targets. */
interface AttainmentPicture {
  readonly kind: 'attainment'
  readonly statements: readonly CommissionStatement[]
}

/** Who attained how much and is paid what, with the pairs of whom the one who attained less is paid more. */
interface PayAgainstAttainmentPicture {
  readonly kind: 'pay-against-attainment'
  readonly people: readonly { readonly id: string; readonly statement: CommissionStatement }[]
  /** Of `reviewPay`, of the same people. */
  readonly review: PayReview
}

/** Who gains most by another policy, and who loses most. */
interface WinnersAndLosersPicture {
  readonly kind: 'winners-and-losers'
  readonly comparison: PolicyComparison
}

/** What the total comes to at each value of a number. */
interface SweepPicture {
  readonly kind: 'sweep'
  readonly sweep: SweepOutcome
}

/** By how much the total changes with each number of a policy. */
interface SensitivityPicture {
  readonly kind: 'sensitivity'
  readonly sensitivity: Sensitivity
}

/** How much the runs of a simulation cost. */
interface SimulationPicture {
  readonly kind: 'simulation'
  readonly simulation: SimulationOutcome
}

/** How many deals reached which stage. */
interface FunnelPicture {
  readonly kind: 'funnel'
  readonly funnel: Funnel
}

/** What can be drawn. */
export type Picture =
  | AttainmentPicture
  | FunnelPicture
  | PayAgainstAttainmentPicture
  | PayoutCurvePicture
  | PayoutCurvesPicture
  | SensitivityPicture
  | SimulationPicture
  | SweepPicture
  | WaterfallPicture
  | WhatIfPicture
  | WinnersAndLosersPicture
  | YearToDatePicture

export interface ChartOptions {
  readonly locale: Locale
  /** The picture alone (`svg`, by default), or with its table beside it (`html`). */
  readonly format?: 'svg' | 'html'
  /** In pixels, from 320 to 1,200; 400 by default, which suits a phone. */
  readonly width?: number
}
