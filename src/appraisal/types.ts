import type {
  Check,
  Condition,
  Criterion,
  Curve,
  DecimalInput,
  Defined,
  Issue,
  PolicyHeader,
  PolicyReference,
  ScorecardRules,
  ScorePart,
} from '../kernel/index.js'

/** How a person's results become one score. */
export interface AppraisalScheme extends PolicyHeader, ScorecardRules {
  readonly indicators: readonly Indicator[]
  /** Points on top of the weighted ones. */
  readonly bonuses?: readonly PointsItem[]
  /** Points taken off them; a score does not fall below 0. */
  readonly deductions?: readonly PointsItem[]
  /** The most that a score can be, bonuses included; none unless told. */
  readonly maximum?: number
  /** What caps the grade, whatever the score. */
  readonly gradeCaps?: readonly GradeCap[]
  /** How visits are counted (APP-6). */
  readonly visits?: VisitStandard
  /** Until when a person may appeal against a result (APP-8). */
  readonly appeal?: { readonly workingDays: number }
  /** How the score of a year comes from its periods (APP-9). */
  readonly year?: YearRule
}

/** One weighted result. */
export interface Indicator extends Criterion, Sourced {
  /** Levels of attainment that are named in the outcome, from the lowest to the highest (APP-2). Results are then attainments. */
  readonly levels?: readonly AttainmentLevel[]
  /** What the result is made of, such as new and repeat business 6 to 4 (APP-4); each runs through the curve. */
  readonly components?: readonly IndicatorComponent[]
}

interface Sourced {
  /** Where the figure may come from (APP-7, APP-11); null is a figure that names no source. Without it the source does not matter. */
  readonly acceptedSources?: readonly (string | null)[]
}

/** A level of attainment, reached at `from`. */
export interface AttainmentLevel {
  readonly id: string
  /** A ratio of the target: `1.2` is 120%. */
  readonly from: string
}

/** A weighted part of an indicator. */
export interface IndicatorComponent {
  readonly id: string
  /** The components' weights stand for shares of their sum: 6 and 4. */
  readonly weight: number
}

/** Points that are added or taken off where there is a result. */
export interface PointsItem extends Sourced {
  readonly id: string
  readonly curve: Curve
}

/** A condition without which the grade is no better than one of this name: a veto, or a least result. */
export interface GradeCap {
  readonly id: string
  /** On the facts of the input, and on indicators by id: their points, rounded as they are shown. */
  readonly requires: Condition
  readonly gradeAtMost: string
}

/** How often customers are to be visited, and what proves a visit. */
export interface VisitStandard {
  /** Visits a month by kind of customer. */
  readonly perMonth: Readonly<Record<string, number>>
  /** `per-customer`: to each customer of the kind; `in-all`: to all of them together. */
  readonly counted: 'per-customer' | 'in-all'
  /** A visit without one of these does not count (APP-11). */
  readonly acceptedProofs: readonly string[]
}

/** How the score of a year comes from the scores of its periods. */
export interface YearRule {
  /** The length of the periods that make up the year. */
  readonly per: 'month' | 'quarter' | 'half-year'
  /** `mean`: each period counts the same; `days`: by the days that were appraised; `best`: the mean of the best ones. */
  readonly by: 'mean' | 'days' | 'best'
  /** How many periods count, where the best do. */
  readonly best?: number
  /** A period of which fewer days were appraised does not count. */
  readonly daysAtLeast?: number
}

/** A scheme that `defineAppraisalScheme` has checked. */
export type DefinedAppraisalScheme<Result extends string = string> = Defined<
  AppraisalScheme,
  { readonly result: Result }
>

/** One result: actual against target, or points scored elsewhere; `source` says who measured it. */
export type IndicatorResult =
  | SingleResult
  | { readonly components: Readonly<Record<string, SingleResult>> }

/** A result that is not made of others. */
type SingleResult =
  | {
      readonly actual: DecimalInput
      readonly target: DecimalInput
      /** Where the person began, for the curve `progress`. */
      readonly baseline?: DecimalInput
      readonly source?: string
    }
  | { readonly points: DecimalInput; readonly source?: string }
  | { readonly value: unknown; readonly source?: string }

/** A person's results by indicator, bonus or deduction. A result that is absent or null is missing. */
export interface AppraisalInput<Result extends string = string> {
  readonly employee?: string
  /** `2026-Q1` */
  readonly period?: string
  /** By the ids of the indicators, bonuses and deductions of the scheme. */
  readonly results: { readonly [Id in Result]?: IndicatorResult | null }
  /** What the grade caps of the scheme look at besides the results. */
  readonly facts?: object
}

/** One indicator's part in the score. */
export interface AppraisalPart extends ScorePart, Reached {
  /** The highest level that was reached; null for none, and where the indicator has none. */
  readonly level: string | null
  /** The level above, and how much more attainment reaches it. */
  readonly nextLevel: NextLevel | null
  /** What it is made of; present where the indicator has components. */
  readonly components?: readonly ComponentPart[]
}

interface Reached {
  /**
   * Actual ÷ target, or the part of the way from the baseline, before any cap (APP-2); of components, their weighted mean. One that does not
   * end is cut after 12 decimals.
   */
  readonly attainment: string | null
  readonly source: string | null
}

export interface NextLevel {
  readonly level: string
  readonly from: string
  readonly remaining: string
}

/** What a component was scored with; all null where the indicator was given as a whole. */
interface ComponentPart extends Reached {
  readonly id: string
  readonly weight: number
  readonly points: number | null
}

/** A bonus or a deduction. */
export interface PointsAdded {
  readonly id: string
  /** Null where there is no result. */
  readonly points: number | null
  /** What it adds to the score, below zero for a deduction. */
  readonly contribution: number
  readonly source: string | null
}

/** What became of a grade cap. */
export interface GradeCapOutcome {
  readonly id: string
  readonly gradeAtMost: string
  /** `unmet`: the grade is capped. `not-applicable`: nothing that it looks at was given, and it lets that pass. */
  readonly outcome: 'met' | 'unmet' | 'not-applicable'
  readonly checks: readonly Check[]
}

/** A grade that is not exceeded, and the cap that says so. */
export interface GradeLimit {
  readonly grade: string
  readonly because: string
}

/** A score and how it came about: parts, bonuses, deductions and the limit add up to it exactly. */
export interface Appraisal {
  readonly employee: string | null
  readonly period: string | null
  /** Rounded as the scheme says; a grade is read from it. */
  readonly score: number
  readonly parts: readonly AppraisalPart[]
  readonly bonuses: readonly PointsAdded[]
  readonly deductions: readonly PointsAdded[]
  /** What the scheme's maximum cuts, below zero, or what keeps the score from falling below 0; null where neither does. */
  readonly limit: { readonly at: number; readonly contribution: number } | null
  /** The indicators that had no result. */
  readonly missing: readonly string[]
  readonly gradeCaps: readonly GradeCapOutcome[]
  /** The caps that hold, for `gradeScore`. */
  readonly gradeAtMost: readonly GradeLimit[]
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}

/** A month of visits. */
export interface VisitsInput {
  readonly employee?: string
  /** `2026-03` */
  readonly period: string
  /** The customers to be visited, each once; `kind` is one that the scheme has. */
  readonly customers: readonly { readonly id: string; readonly kind: string }[]
  /** The records of visits, each once. */
  readonly visits: readonly VisitRecord[]
}

/** The record of a visit. */
export interface VisitRecord {
  readonly id: string
  readonly customer: string
  readonly date: string
  /** What proves it: `check-in`, `signed-confirmation`. */
  readonly proof?: string | null
}

/** The visits to one kind of customer. */
export interface VisitsByKind {
  readonly kind: string
  readonly customers: number
  /** Visits that count, those above what is required with them. */
  readonly visits: number
  /** Of these, as many as are required, of each customer or in all. */
  readonly actual: number
  readonly target: number
}

/** Too few visits: to a customer, or to a kind of customers in all, where `customer` is null. */
export interface VisitsShort {
  readonly customer: string | null
  readonly kind: string
  readonly visits: number
  readonly required: number
  readonly remaining: number
}

/** How far the visits of a month were made: `{ actual, target }` is a result for `appraise`. */
export interface VisitsMeasured {
  readonly employee: string | null
  readonly period: string
  readonly actual: number
  readonly target: number
  /** Actual ÷ target; one that does not end is cut after 12 decimals. Null where none are required. */
  readonly attainment: string | null
  readonly kinds: readonly VisitsByKind[]
  readonly short: readonly VisitsShort[]
  /** The records that do not count, and why. */
  readonly notCounted: readonly { readonly visit: string; readonly reason: Issue }[]
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}

/** The scores of a year's periods. */
export interface YearInput {
  readonly employee?: string
  /** `2026` */
  readonly year: string
  /** The first and the last day of employment, where it is not all of the year. */
  readonly from?: string
  readonly to?: string
  /** Each period of the year that the person was there in, in any order; one in parts has a row for each part. */
  readonly periods: readonly AppraisedPeriod[]
}

/** A period's score, or why it has none; `from` and `to` where the score is of a part of it, such as until its target was revised. */
export type AppraisedPeriod =
  | {
      readonly period: string
      readonly score: DecimalInput
      readonly from?: string
      readonly to?: string
    }
  | { readonly period: string; readonly excused: string }

/** One period's part in the score of a year. */
export interface YearPart {
  readonly period: string
  /** Of its parts, the mean by days; null where it is excused. */
  readonly score: number | null
  /** The days that were appraised, and those that the period has. */
  readonly days: number
  readonly of: number
  /** In percent of what counts; 0 where the period does not. */
  readonly weightUsed: number
  readonly contribution: number
  /** Why it does not count; null where it does. */
  readonly notCounted: 'excused' | 'too-short' | 'not-among-the-best' | null
  /** The reason given where it is excused. */
  readonly excused: string | null
}

/** The score of a year; the contributions add up to it exactly. */
export interface YearAppraisal {
  readonly employee: string | null
  readonly year: string
  readonly score: number
  readonly by: YearRule['by']
  readonly periods: readonly YearPart[]
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}

/** A computed result, and what the committee decided on it, the first decision first. */
export interface OverrideInput {
  readonly computed: ComputedResult
  readonly decisions: readonly CommitteeDecision[]
}

/** What was computed; the appraisal itself is never edited. */
interface ComputedResult {
  readonly employee?: string | null
  readonly period?: string | null
  readonly score: DecimalInput
  readonly grade?: string | null
}

/** A decision: another score, another grade, or both. */
export interface CommitteeDecision {
  readonly score?: DecimalInput | null
  readonly grade?: string | null
  /** Who decided; nobody decides on themselves. */
  readonly by: string
  readonly on: string
  readonly reason: string
  /** The appeal that it answers: when the result was announced, and when the appeal was filed. */
  readonly appeal?: { readonly announced: string; readonly filed: string } | null
}

/** A decision as it is kept. */
export interface RecordedDecision {
  readonly score: number | null
  readonly grade: string | null
  readonly by: string
  readonly on: string
  readonly reason: string
  /** With the last day on which it could be filed. */
  readonly appeal: {
    readonly announced: string
    readonly filed: string
    readonly deadline: string
  } | null
}

/** A result that a committee decided, beside the one that was computed. */
export interface OverriddenAppraisal {
  readonly employee: string | null
  readonly period: string | null
  readonly score: number
  /** Null where the score was decided and no grade: `gradeScore` reads it from the score. */
  readonly grade: string | null
  readonly computed: { readonly score: number; readonly grade: string | null }
  /** Of the latest decision. */
  readonly decidedBy: string
  readonly decidedOn: string
  readonly reason: string
  readonly decisions: readonly RecordedDecision[]
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}
