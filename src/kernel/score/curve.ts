/** A curve turns one fact into points: an attainment, a satisfaction score, a level of authority, a list of visits. */

/** The fact is the points; or, where the curve has them, a name or an amount of money that stands for points. */
export interface PointsCurve {
  readonly kind: 'points'
  /** The most points there are. */
  readonly maximum: number
  /** Points by name, 0 to the maximum. */
  readonly names?: Readonly<Record<string, number>>
  /** Points of an amount `{ amount }`, on straight lines between knots, flat before the first and after the last. */
  readonly amounts?: {
    /** A code of ISO 4217. An amount that names another one is refused. */
    readonly currency: string
    readonly knots: LinearCurve['knots']
  }
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

/** Points by name. Those below 0 are taken from what the other parts of the score have. */
export interface ChoiceCurve {
  readonly kind: 'choice'
  readonly choices: Readonly<Record<string, number>>
}

/**
 * Points of dated events, which fade: each is halved with every half-life since, or loses a share of its points in steps. They are added, and are
 * then at least 0 and at most a maximum.
 */
export interface DecayCurve extends Fading {
  readonly kind: 'decay'
  /** What a fresh event of each kind is worth. Points below 0 do not fade. */
  readonly events: Readonly<Record<string, number | DecayingEvent>>
  readonly maximum: number
}

/** How events fade: by a half-life, or in steps. */
export interface Fading {
  readonly halfLifeDays?: number
  readonly steps?: DecaySteps
  /** An event of this age in days still counts, an older one does not. */
  readonly windowDays?: number
}

/** What events of a kind lose in steps. */
export interface DecaySteps {
  /** `linear` takes the share of what they were worth at first, `compound` of what is left. */
  readonly kind: 'linear' | 'compound'
  /** The days that are complete for each step. */
  readonly everyDays: number
  /** The share that a step takes, 0 to 1. */
  readonly loses: string
}

/** A kind of event, with what it does otherwise than the curve says. */
export interface DecayingEvent extends Fading {
  /** Of a fresh one; below 0 where it speaks against. */
  readonly points: number
  /** The most that all of the kind are worth together, once they have faded; below 0, the most that they take. */
  readonly maximum?: number
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
