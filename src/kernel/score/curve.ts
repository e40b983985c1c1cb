/** A curve turns one fact into points: an attainment, a satisfaction score, a level of authority, a list of visits. */

/** The fact is the points. */
export interface PointsCurve {
  readonly kind: 'points'
  /** The most points there are. */
  readonly maximum: number
}

/** Points are actual ÷ target × 100, within a floor and a cap. */
export interface RatioCurve {
  readonly kind: 'ratio'
  readonly floor: number
  readonly cap: number
}

/** Points are target ÷ actual × 100, within a floor and a cap: half the complaints allowed is twice as good. */
export interface LowerIsBetterCurve {
  readonly kind: 'lower-is-better'
  readonly floor: number
  readonly cap: number
}

/**
 * Points are the part of the way from a baseline to the target that was gone, × 100, within a floor and a cap: from 10 down to a target of 0,
 * 7 is 30 points.
 */
export interface ProgressCurve {
  readonly kind: 'progress'
  readonly floor: number
  readonly cap: number
}

/** Points are a rating ÷ the top of its scale × 100: 4.5 of 5 is 90. A rating outside of the scale is refused. */
export interface RatingCurve {
  readonly kind: 'rating'
  /** The lowest rating there is, 0 or more. */
  readonly minimum: string
  /** The top of the scale. */
  readonly maximum: string
}

/** Points of the highest step whose start the fact has reached. */
export interface StepsCurve {
  readonly kind: 'steps'
  /** Points below the first step. */
  readonly below: number
  /** From the lowest start to the highest; the start itself is on the step. */
  readonly steps: readonly { readonly from: string; readonly points: number }[]
}

/** Points on straight lines between knots, flat before the first and after the last. */
export interface LinearCurve {
  readonly kind: 'linear'
  /** From the lowest position to the highest, at least two. */
  readonly knots: readonly { readonly at: string; readonly points: number }[]
}

/** Points by name. */
export interface ChoiceCurve {
  readonly kind: 'choice'
  readonly choices: Readonly<Record<string, number>>
}

/** Points of dated events, each halved with every half-life since, up to a maximum. */
export interface DecayCurve {
  readonly kind: 'decay'
  readonly halfLifeDays: number
  /** What a fresh event of each kind is worth. */
  readonly events: Readonly<Record<string, number>>
  readonly maximum: number
}

/** How a fact becomes points. */
export type Curve =
  | PointsCurve
  | RatioCurve
  | LowerIsBetterCurve
  | ProgressCurve
  | RatingCurve
  | StepsCurve
  | LinearCurve
  | ChoiceCurve
  | DecayCurve
