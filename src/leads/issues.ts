/** The kinds of problem that leads have, each with its English sentence. */
import { code, didYouMean } from '../kernel/input/issue.js'

export const HIGH_VALUE_UNKNOWN = /* @__PURE__ */ code(
  'NOT_IN_POLICY',
  { expected: 'band' },
  ({ given, known, suggestion }) =>
    `got "${given}", expected a band: ${known.join(', ')}.${didYouMean(suggestion)}`,
)

export const SENIOR_UNKNOWN = /* @__PURE__ */ code(
  'NOT_IN_POLICY',
  { expected: 'rank' },
  ({ given, known, suggestion }) =>
    `got "${given}", expected a rank: ${known.join(', ')}.${didYouMean(suggestion)}`,
)

export const THRESHOLD_AT_END = /* @__PURE__ */ code(
  'NUMBER_OUT_OF_RANGE',
  { expected: 'between', minimum: '0', maximum: '1' },
  ({ given }) => `got ${given}, expected a ratio above 0 and below 1: no source is better than 1.`,
)

export const DROPPED_ABOVE_THRESHOLD = /* @__PURE__ */ code(
  'NUMBER_OUT_OF_RANGE',
  { expected: 'at-most-threshold', minimum: '0' },
  ({ given, maximum }) =>
    `got ${given}, expected at most ${maximum}, the threshold below which a source loses its budget.`,
)

/** A model that does not say how segments are ranked. */
export const SEGMENTS_MISSING = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'segments-missing' },
  () => 'the model says nothing of segments. Add "segments" with their criteria.',
)

/** A lead with neither facts nor a score, or with both. */
export const FACTS_OR_SCORE = /* @__PURE__ */ code(
  'VALUE_INVALID',
  { expected: 'facts-or-score' },
  ({ given }) => `got ${given}, expected "facts" or the "score" that they have, one of the two.`,
)

export const MORE_WON_THAN_DECIDED = /* @__PURE__ */ code(
  'NUMBER_OUT_OF_RANGE',
  { expected: 'won-of-decided', minimum: '0' },
  ({ given, maximum }) =>
    `got ${given}, expected at most ${maximum}, the leads that are no longer open.`,
)

export const MORE_OPEN_THAN_LEADS = /* @__PURE__ */ code(
  'NUMBER_OUT_OF_RANGE',
  { expected: 'open-of-leads', minimum: '0' },
  ({ given, maximum }) => `got ${given}, expected at most ${maximum}, all the leads.`,
)

export const COST_WITHOUT_CURRENCY = /* @__PURE__ */ code(
  'VALUE_MISSING',
  { expected: 'currency-of-costs' },
  () => 'is missing, and costs are given. Give their currency, a code of ISO 4217.',
)

export const PROBABILITY_AT_TIMES = /* @__PURE__ */ code(
  'VALUE_MISSING',
  { expected: 'probability-as-others' },
  () => 'is missing, and other rows have it. Give it in all rows, or in none.',
)

export const EDGES_NOT_WHOLE = /* @__PURE__ */ code(
  'VALUE_INVALID',
  { expected: 'edges-from-0-to-1' },
  ({ given }) => `got ${given}, expected edges that do not fall, from 0 to 1.`,
)

/** A warning. */
export const FEW_DECIDED = /* @__PURE__ */ code(
  'SAMPLE_TOO_SMALL',
  { of: 'decided' },
  ({ given, minimum }) =>
    `${given} leads are decided, expected at least ${minimum}. Take the figures as a hint.`,
)

export const FEW_WON = /* @__PURE__ */ code(
  'SAMPLE_TOO_SMALL',
  { of: 'won' },
  ({ given, minimum }) =>
    `${given} leads are won, expected at least ${minimum}. Take the figures as a hint.`,
)

export const FEW_LOST = /* @__PURE__ */ code(
  'SAMPLE_TOO_SMALL',
  { of: 'lost' },
  ({ given, minimum }) =>
    `${given} leads are lost, expected at least ${minimum}. Take the figures as a hint.`,
)

export const FEW_BEFORE = /* @__PURE__ */ code(
  'SAMPLE_TOO_SMALL',
  { of: 'before' },
  ({ given, minimum }) =>
    `${given} leads of the period before are decided, expected at least ${minimum}. Take the drift as a hint.`,
)

export const SOME_NOT_COUNTED = /* @__PURE__ */ code(
  'SAMPLE_TOO_SMALL',
  { of: 'rows' },
  ({ given, minimum }) =>
    `${given} of ${minimum} rows are counted; the others cannot be read. Mend them, or take the figures as a hint.`,
)

export const SOME_NOT_PREDICTED = /* @__PURE__ */ code(
  'SAMPLE_TOO_SMALL',
  { of: 'predicted' },
  ({ given, minimum }) =>
    `${given} of ${minimum} decided leads have a probability that can be read. Mend the others, or take Brier's score and the calibration as a hint.`,
)
