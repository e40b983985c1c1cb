/** The kinds of problem that outcomes from an archive have, each with its English sentence. */
import { code, type Expected } from '../../kernel/input/issue.js'

export const INPUT_OF_OUTCOME: Expected = {
  keyword: 'input-of-outcome',
  words: () => 'the input that the outcome was made from: given, or recorded by withInput',
}

export const AN_OUTCOME: Expected = {
  keyword: 'outcome',
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
