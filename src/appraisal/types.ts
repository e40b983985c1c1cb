import type {
  Criterion,
  DecimalInput,
  Defined,
  PolicyHeader,
  PolicyReference,
  ScorecardRules,
  ScorePart,
} from '../kernel/index.js'

/** How a person's results become one score. */
export interface AppraisalScheme extends PolicyHeader, ScorecardRules {
  readonly indicators: readonly Indicator[]
}

/** One weighted result. */
export interface Indicator extends Criterion {
  /** Where the figure may come from (APP-7); without it the source does not matter. */
  readonly acceptedSources?: readonly string[]
}

/** A scheme that `defineAppraisalScheme` has checked. */
export type DefinedAppraisalScheme = Defined<AppraisalScheme>

/** One result: actual against target, or points scored elsewhere; `source` says who measured it. */
export type IndicatorResult =
  | {
      readonly actual: DecimalInput
      readonly target: DecimalInput
      readonly source?: string
    }
  | { readonly points: DecimalInput; readonly source?: string }
  | { readonly value: unknown; readonly source?: string }

/** A person's results by indicator. A result that is absent or null is missing. */
export interface AppraisalInput {
  readonly employee?: string
  /** `2026-Q1` */
  readonly period?: string
  readonly results: Readonly<Record<string, IndicatorResult | null>>
}

/** One indicator's part in the score. */
export interface AppraisalPart extends ScorePart {
  /** Actual ÷ target, before any cap (APP-2); one that does not end is cut after 12 decimals. */
  readonly attainment: string | null
  readonly source: string | null
}

/** A score and how it came about. */
export interface Appraisal {
  readonly employee: string | null
  readonly period: string | null
  /** Rounded as the scheme says; a grade is read from it. */
  readonly score: number
  /** The contributions add up to the score. */
  readonly parts: readonly AppraisalPart[]
  /** The indicators that had no result. */
  readonly missing: readonly string[]
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}
