/** The kinds of problem that a policy document and its edits have, each with its English text. */
import { code, didYouMean, type Expected, show } from '../kernel/input/issue.js'

export const A_PLACE: Expected = {
  keyword: 'place',
  words: () => 'a path such as "scale.tiers.second.rate" or "awards[0].amount"',
}

export const ONE_OPERATION: Expected = {
  keyword: 'one-operation',
  words: () => 'one of "set", "multiply", "add", "insert" and "remove"',
}

export const TRUE: Expected = { keyword: 'true', words: () => 'true' }

export const NO_SUCH_PLACE = /* @__PURE__ */ code(
  'NOT_IN_POLICY',
  { expected: 'place' },
  ({ given, known, suggestion }) =>
    `got ${show(given)}, a place that the policy does not have. There it has: ${known.join(', ') || 'nothing'}.${didYouMean(suggestion)}`,
)

export const SEVERAL_OF_ID = /* @__PURE__ */ code(
  'ID_DUPLICATE',
  { reason: 'place' },
  ({ id }) => `there are several ${show(id)} in this place. Say which one by its position, as [0].`,
)

export const NO_NUMBER_THERE = /* @__PURE__ */ code(
  'VALUE_INVALID',
  { expected: 'number-there' },
  ({ given }) => `in this place is ${given}, which is no number. Use "set".`,
)

export const NO_LIST_THERE = /* @__PURE__ */ code(
  'VALUE_INVALID',
  { expected: 'list-there' },
  ({ given }) => `in this place is ${given}, which is no list. Use "set".`,
)
