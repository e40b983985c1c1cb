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
  { reason: 'after-as-of' },
  ({ from, to }) =>
    `got ${from}, which is after ${to}, the day as of which you ask. Leave it out, or ask as of a later day.`,
)
