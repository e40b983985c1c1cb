/** The pictures that can be drawn, each with the outcomes it is drawn of. */
import type { CommissionCurve, CommissionStatement } from '../../commission/index.js'
import type { PlanCurve } from '../../scenario/index.js'
import type { Locale } from '../explainIssue.js'

/** What a plan pays by sales: its breakpoints, and where somebody stands. */
export interface PayoutCurvePicture {
  readonly kind: 'payout-curve'
  /** Of `commissionCurve`, or one of `curvesOf`. */
  readonly curve: CommissionCurve | PlanCurve
  /** `units` where the tiers of the plan count units, and their rates are money for each; `money` by default. */
  readonly salesIn?: 'money' | 'units'
  /** Whose place is marked. */
  readonly statement?: CommissionStatement
}

/** What can be drawn. */
export type Picture = PayoutCurvePicture

export interface ChartOptions {
  readonly locale: Locale
  /** The picture alone (`svg`, by default), or with its table beside it (`html`). */
  readonly format?: 'svg' | 'html'
  /** In pixels, from 320 to 1,200; 400 by default, which suits a phone. */
  readonly width?: number
}
