import type {
  Band,
  Criterion,
  DecimalInput,
  Defined,
  Issue,
  NextBand,
  PolicyHeader,
  PolicyReference,
  ScorecardRules,
  ScorePart,
} from '../kernel/index.js'

/** How a customer's health is scored, and when it is time to worry. */
export interface HealthModel extends PolicyHeader, ScorecardRules {
  readonly criteria: readonly HealthCriterion[]
  /** From the healthiest to the least healthy. */
  readonly bands: readonly Band[]
  /** How far one bad part holds the band down, whatever the score; left out, it does not. */
  readonly worstPart?: WorstPartRule
  /** So many follow-ups in a row without an answer are a churn warning (HEA-2). */
  readonly unansweredInARow: number
  /** What is counted: days on which nobody answered, or each follow-up, several of one day among them. */
  readonly unansweredBy: 'day' | 'follow-up'
}

/** One weighted part of a customer's health. */
export interface HealthCriterion extends Criterion {
  /** How the fact is measured on the customer's records, where it is not given. */
  readonly measure?: RecordMeasure
}

/** What is measured on dated records: visits, orders, answers of a survey. */
export interface RecordMeasure {
  /** The kinds of records that count. */
  readonly kinds: readonly string[]
  /**
   * `count`: how many there are; `days`: on how many days there was one; `total`, `mean`: of their values; `latest`: the value of the
   * latest, the mean of that day where it has several; `days-since`: how long ago the latest was.
   */
  readonly by: 'count' | 'days' | 'total' | 'mean' | 'latest' | 'days-since'
  /** A record of this age in days still counts, an older one does not; left out, all do. */
  readonly windowDays?: number
}

/** One bad part holds the band down. */
export interface WorstPartRule {
  /** A part with fewer points than this is bad. */
  readonly below: number
  /** The best band that is left. */
  readonly bandAtMost: string
  /** The parts that can do it; all of them, where left out. */
  readonly criteria?: readonly string[]
}

/** A health model that `defineHealthModel` has checked. */
export type DefinedHealthModel = Defined<HealthModel>

/**
 * What is known of a customer, by the ids of the model's criteria, as each criterion's curve takes it. For criteria with a `measure`:
 * `records`, a list of {@link CustomerRecord}, and `asOf`, the day on which it is asked.
 */
export type HealthFacts = object

/** Something that happened with a customer. */
export interface CustomerRecord {
  readonly date: string
  readonly kind: string
  /** What was bought, how satisfied they were: where it is measured. */
  readonly value?: DecimalInput
}

/** A customer's health and what it means. */
export interface HealthScore {
  /** 0 to 100. */
  readonly score: number
  readonly band: string
  /** The band above, and the points missing to it; null at the top, and where a bad part holds the band down. */
  readonly next: NextBand | null
  readonly parts: readonly ScorePart[]
  /** The criteria that had no fact. */
  readonly missing: readonly string[]
  /** What holds the band down, where something does. */
  readonly held: HeldBand | null
  /** What was measured on the records. */
  readonly measured: readonly MeasuredFact[]
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}

/** A band that a bad part holds down. */
interface HeldBand {
  /** The band of the score. */
  readonly from: string
  readonly to: string
  /** The bad parts, and the points that each lacks. */
  readonly by: readonly {
    readonly id: string
    readonly points: number
    readonly remaining: number
  }[]
}

/** A fact that was measured on records. */
interface MeasuredFact {
  readonly id: string
  readonly by: RecordMeasure['by']
  /** The figure as a decimal; null where there is nothing to measure. */
  readonly figure: string | null
  /** The first day that counts; null where all do. */
  readonly from: string | null
  readonly to: string
  /** How many records count. */
  readonly records: number
}

/** One attempt to reach a customer. */
export interface FollowUp {
  readonly date: string
  /** Null while the answer is still awaited. */
  readonly answered: boolean | null
}

/** A reason to act before the customer is gone. */
export interface ChurnWarning {
  readonly kind: 'unanswered'
  /** The first of the follow-ups that were not answered. */
  readonly since: string
  /** How many in a row, up to the latest. */
  readonly followUps: number
  /** On how many days. */
  readonly days: number
  readonly clause: 'HEA-2'
}

/** How far a customer's silence has come. */
export interface FollowUpCheck {
  /** How many there are in a row without an answer, by day or by follow-up as the model says. */
  readonly unanswered: number
  readonly required: number
  /** How many more without an answer are a warning; 0 where there is one. */
  readonly remaining: number
  /** The first of the run. */
  readonly since: string | null
  /** The day of the last answer. */
  readonly lastAnswered: string | null
  /** How many still wait for an answer; they count for nothing. */
  readonly pending: number
  readonly warnings: readonly ChurnWarning[]
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}

/** A customer's score of a period; null, or left out of the history, where there is none. */
export interface PeriodScore {
  readonly period: string
  readonly score: DecimalInput | null
}

/** Where a customer's health is going. */
export interface HealthTrend {
  /** The first and the last period with a score. */
  readonly from: string | null
  readonly to: string | null
  /** How many periods have a score. */
  readonly scores: number
  /** Points from the first to the last; null with fewer than two scores, as in all that follows. */
  readonly change: number | null
  /** Points from the last but one to the last, and which that was: the one before, unless it has no score. */
  readonly sincePrevious: { readonly period: string; readonly change: number } | null
  /** The slope of the least-squares line, in points per period; a period without a score takes its room. */
  readonly perPeriod: string | null
  /** `rising` or `falling` where no step goes the other way, `steady` where none goes anywhere, `mixed` else. */
  readonly direction: 'rising' | 'falling' | 'steady' | 'mixed' | 'unknown'
  readonly lowest: number | null
  readonly highest: number | null
  readonly bandChanges: readonly {
    readonly period: string
    readonly from: string
    readonly to: string
  }[]
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}
