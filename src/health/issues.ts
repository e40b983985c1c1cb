/** The kinds of problem that this room finds, each with its English sentence. */
import * as issue from '../kernel/input/issue.js'

export const ID_TAKEN = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'id-taken' },
  ({ id }: { id: string }) =>
    `"${id}" is what a customer is measured by. Give the criterion another name.`,
)

export const MEASURE_OF_NO_FIGURE = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'measure-of-no-figure' },
  ({ given }: { given: string }) =>
    `what is measured is a figure, which the curve "${given}" does not take. Use "points", "ratio", "rating", "steps" or "linear".`,
)

export const NOT_NAMED = /* @__PURE__ */ issue.code(
  'NOT_IN_POLICY',
  { expected: 'name' },
  ({ given, known, suggestion }) =>
    `got ${given}, which this policy does not have. It has: ${known.length === 0 ? 'none' : known.join(', ')}.${issue.didYouMean(suggestion)}`,
)

export const FACT_TWICE = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'fact-twice' },
  ({ id }: { id: string }) =>
    `"${id}" is given, and there are records to measure it on. Leave one of them out.`,
)

export const VALUE_OF_RECORD_MISSING = /* @__PURE__ */ issue.code(
  'VALUE_MISSING',
  { expected: 'record-value' },
  ({ field }) => `is missing, and "${field}" is measured on it. Give the value.`,
)

export const AFTER_AS_OF = /* @__PURE__ */ issue.code(
  'DATES_OUT_OF_ORDER',
  { reason: 'after-day-asked' },
  ({ from, to }) =>
    `got ${from}, which is after ${to}, the day as of which you ask. Leave it out, or ask as of a later day.`,
)

export const PERIOD_WITHOUT_DAYS = /* @__PURE__ */ issue.code(
  'VALUE_MISSING',
  { expected: 'protected-days' },
  () => 'is missing, and a period protects whoever reports. Give its days.',
)

export const DAYS_WITHOUT_PERIOD = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'days-without-period' },
  () => 'says how long a report protects, which only "protection-period" asks. Remove it.',
)

/** A rule that needs a part which a policy may be without. */
export const SECTION_MISSING = /* @__PURE__ */ issue.code(
  'VALUE_MISSING',
  { expected: 'care-section' },
  ({ field }) =>
    `is missing: this policy says nothing of "${field}". Add it, and define the policy anew.`,
)

export const CALENDAR_MISSING = /* @__PURE__ */ issue.code(
  'VALUE_MISSING',
  { expected: 'calendar-of-care' },
  ({ field }) => `is missing, expected a calendar, as "${field}" is counted in working days.`,
)

export const CUSTOMER_TWICE = /* @__PURE__ */ issue.code(
  'ID_DUPLICATE',
  { reason: 'customer' },
  ({ id }) => `got ${issue.show(id)} again, and the first one counts. Add up their values first.`,
)

export const HOLIDAYS_UNKNOWN = /* @__PURE__ */ issue.code(
  'DATE_NOT_COVERED',
  { reason: 'holidays' },
  ({ date, from, to }) =>
    `${date} is outside ${from} to ${to}, for which this policy knows holidays. Add those of the year.`,
)

export const CLOSED_BEFORE_ANSWER = /* @__PURE__ */ issue.code(
  'DATES_OUT_OF_ORDER',
  { reason: 'closed-before-answer' },
  ({ from, to }) => `got ${to}, which is before the answer of ${from}. Check the dates.`,
)

export const BOUNDS_MISFIT = /* @__PURE__ */ issue.code(
  'VALUE_INVALID',
  { expected: 'bounds-of-scores' },
  ({ given, count }: { given: string; count: number }) =>
    `got ${given}, expected ${count} bounds, one for each score from 2 up.`,
)

export const BOUNDS_NOT_FALLING = /* @__PURE__ */ issue.code(
  'OUT_OF_ORDER',
  { expected: 'fewer-days' },
  ({ given, previous }) =>
    `got ${given}, expected less than the ${previous} before it: the fewer days, the better the score.`,
)

export const A_RANGE_OF_SCORES: issue.Expected<'maximum'> = {
  keyword: 'range-of-scores',
  words: ({ maximum }) => `two whole numbers from 1 to ${maximum}, the lower one first`,
}

export const SEGMENTS_OVERLAP = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'segments-overlap' },
  ({ id, other, given }: { id: string; other: string; given: string }) =>
    `"${id}" and "${other}" both have the scores ${given}. Each customer is in one segment.`,
)

export const SEGMENT_MISSING = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'segment-missing' },
  ({ given }: { given: string }) =>
    `no segment has the scores ${given}. Each customer is in one segment.`,
)

export const SHARES_NOT_WHOLE = /* @__PURE__ */ issue.code(
  'CREDIT_NOT_WHOLE',
  { reason: 'customer' },
  ({ total, difference }) =>
    `the shares of the customer add up to ${total}, expected 1: ${difference.startsWith('-') ? `${difference.slice(1)} is too much` : `${difference} is missing`}.`,
)

export const CLAIM_FACT_MISSING = /* @__PURE__ */ issue.code(
  'VALUE_MISSING',
  { expected: 'claim-fact' },
  ({ field }) => `is missing, and the policy has "${field}". Give it.`,
)

/** Somebody of whom nobody has said that they are there. */
export const REP_UNKNOWN = /* @__PURE__ */ issue.code(
  'NOT_IN_POLICY',
  { expected: 'rep' },
  ({ given, known, suggestion }) =>
    `got ${given}, who is not among the reps given: ${known.length === 0 ? 'none' : known.join(', ')}.${issue.didYouMean(suggestion)}`,
)

export const DONE_FOR_ALL = /* @__PURE__ */ issue.code(
  'VALUE_INVALID',
  { expected: 'done-for-all' },
  ({ given }) => `got ${given}, and this care is done for the customer as a whole. Leave it out.`,
)

/** Somebody whose day it is not, or an answer that nobody gave. */
export const DONE_FOR_UNKNOWN = /* @__PURE__ */ issue.code(
  'NOT_IN_POLICY',
  { expected: 'done-for' },
  ({ given, known, suggestion }) =>
    `got ${given}, expected one of those known: ${known.join(', ')}.${issue.didYouMean(suggestion)}`,
)
