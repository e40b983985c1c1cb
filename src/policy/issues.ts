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

export const VERSION_ENDS_BEFORE_START = /* @__PURE__ */ code(
  'DATES_OUT_OF_ORDER',
  { reason: 'version-end' },
  ({ from, to }) =>
    `got ${to}, expected a day after ${from}, when the version comes into force: "until" is the first day on which it is no more in force.`,
)

export const VERSION_OUT_OF_ORDER = /* @__PURE__ */ code(
  'DATES_OUT_OF_ORDER',
  { reason: 'versions' },
  ({ from, to }) =>
    `got ${to}, expected a day after ${from}, when the version before it comes into force. List the oldest first.`,
)

export const VERSION_STILL_IN_FORCE = /* @__PURE__ */ code(
  'VERSIONS_OVERLAP',
  { reason: 'policy' },
  ({ first, second, lastDay }: { first: string; second: string; lastDay: string }) =>
    `the version from ${first} is in force until ${lastDay}, and this one comes into force on ${second}. Leave its "until" out, or end it by then.`,
)

export const POLICY_NOT_IN_FORCE = /* @__PURE__ */ code(
  'DATE_NOT_COVERED',
  { reason: 'policy' },
  ({ date, from, to }) =>
    `no version is in force on ${date}.${from === null ? '' : ` One ended on ${from}.`}${to === null ? '' : ` The next one comes into force on ${to}.`} Add a version, or ask for another day.`,
)

export const GROUP_UNKNOWN = /* @__PURE__ */ code(
  'NOT_IN_POLICY',
  { expected: 'group' },
  ({ given, known, suggestion }) =>
    `got ${show(given)}, which is no group of this policy. Groups: ${known.join(', ') || 'none'}.${didYouMean(suggestion)}`,
)

export const EDIT_IN_NO_VERSION = /* @__PURE__ */ code(
  'DATE_NOT_COVERED',
  { reason: 'edit', from: null, to: null },
  ({ date }) =>
    `no version is in force on the days of this edit, which begin or end on ${date}. Name days on which one is.`,
)

export const EDIT_OF_WHOLE = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'edit-of-whole' },
  ({ field }: { field: string }) =>
    `is given, but the path leads into the document itself, and not into a section such as "commission". Leave "${field}" out.`,
)

export const VERSION_BEGINS_THEN = /* @__PURE__ */ code(
  'VERSIONS_OVERLAP',
  { reason: 'amended' },
  ({ first, second }) =>
    `on ${second} the version ${show(first)} comes into force. Amend from another day, or make edits in that version by "from" and "to".`,
)

export const RULE_UNKNOWN = /* @__PURE__ */ code(
  'NOT_IN_POLICY',
  { expected: 'rule' },
  ({ given, known, suggestion }) =>
    `got ${show(given)}, which is no rule that an example can call. Rules: ${known.join(', ')}.${didYouMean(suggestion)}`,
)

export const EXAMPLE_WITHOUT_SECTION = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'example-section' },
  ({ given, field }: { given: string; field: string }) =>
    `${given} reads the section "${field}", which this version does not have. Add it, or remove the example.`,
)

export const EXAMPLE_DIFFERS = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'example' },
  ({ given, expected }: { given: string; expected: string }) =>
    `the rule gives ${given}, and the example expects ${expected}. Correct one of them.`,
)

export const NOT_LOOKED_AT = /* @__PURE__ */ code(
  'NOT_LOOKED_AT',
  ({ given }) => `lint does not look at a policy of the kind ${given}. Read it with care.`,
)

export const CONDITION_UNDECIDED = /* @__PURE__ */ code('CONDITION_UNDECIDED', ({ id }) =>
  id === null
    ? 'can be met in more ways than lint tries, so that nobody knows whether anybody meets it. Ask for less at once.'
    : `looks at ${show(id)} in two ways, or may leave it out, which lint does not compare. Read it with care.`,
)
