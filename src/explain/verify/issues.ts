/** The kinds of problem that outcomes from an archive have, each with its English sentence. */
import { code, type Expected } from '../../kernel/input/issue.js'

export const INPUT_OF_OUTCOME: Expected = {
  keyword: 'input-of-outcome',
  words: () => 'the input that the outcome was made from: given, or recorded by withInput',
}

export const A_TOLD_OUTCOME: Expected = {
  keyword: 'told-outcome',
  words: () =>
    'an outcome that can be told from others. Name the function that returned it in "of"',
}

export const NO_POLICY: Expected = {
  keyword: 'no-policy',
  words: () => 'null: the function reads no policy',
}

export const OTHER_POLICY = /* @__PURE__ */ code(
  'PLAN_CHANGED',
  { reason: 'outcome' },
  ({ was, is }) =>
    `the outcome was made by ${was}, and the policy given is ${is}. Pass the one that it was made by.`,
)

export const A_COMPARABLE_OUTCOME: Expected = {
  keyword: 'comparable-outcome',
  words: () =>
    'a commission statement, a compensation, a period of a settlement or a settlement of one period, an appraisal, or a lead or health score',
}

export const OTHER_OUTCOME = /* @__PURE__ */ code(
  'VALUE_INVALID',
  { expected: 'outcome-of-same-kind' },
  ({ given, unit }) => `got an outcome of ${given}, expected one of ${unit}, as the other one is.`,
)

export const OTHER_PAYEE = /* @__PURE__ */ code(
  'VALUE_INVALID',
  { expected: 'outcome-of-same-person' },
  ({ given, unit }) => `is of ${given}, and the other one is of ${unit}: compare one person's.`,
)

export const OTHER_CURRENCY = /* @__PURE__ */ code(
  'CURRENCY_MIXED',
  { reason: 'outcomes' },
  ({ given, expected }) => `is in ${given}, and the other one is in ${expected}.`,
)

export const PARTS_NOT_ADDING_UP = /* @__PURE__ */ code(
  'VALUE_INVALID',
  { expected: 'sum-of-parts' },
  ({ given, unit }) => `got ${given}, and its parts come to ${unit}. Verify it first.`,
)
