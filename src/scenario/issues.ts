/** The kinds of problem that what-ifs find, each with its English sentence. */
import { code, type Expected, show } from '../kernel/input/issue.js'

export const A_SCENARIO_POLICY: Expected = {
  keyword: 'scenario-policy',
  words: () =>
    'a defined policy that says something of each row: a commission or compensation plan, an appraisal scheme, a grading policy, a lead or health model; of a document, a section of policyOn(document, date)',
}

export const TWO_POLICIES: Expected = {
  keyword: 'two-policies',
  words: () => 'an object with the two policies: { now, then }',
}

export const A_GOAL: Expected = {
  keyword: 'goal',
  words: () => 'an object with either "atMost" or "atLeast"',
}

export const TWO_BOUNDS: Expected = {
  keyword: 'two-bounds',
  words: () => 'two values, the least and the greatest to look at',
}

export const A_DISTRIBUTION: Expected = {
  keyword: 'attainment-distribution',
  words: () => 'an object with either "quantiles" or "observed"',
}

export const A_SIGNAL: Expected = {
  keyword: 'signal',
  words: () => 'an object with "aborted", as an AbortSignal is',
}

export const A_CALLBACK: Expected = { keyword: 'callback', words: () => 'a function' }

export const KINDS_DIFFER = /* @__PURE__ */ code(
  'VALUE_INVALID',
  { expected: 'policy-of-same-kind' },
  ({ given, unit }) => `got a ${given}, expected a ${unit} to compare with the other one.`,
)

export const UNITS_DIFFER = /* @__PURE__ */ code(
  'CURRENCY_MIXED',
  { reason: 'scenario' },
  ({ given, expected }) =>
    `got a policy in ${given}, and the other one is in ${expected}: their figures cannot be compared.`,
)

export const FIGURE_TOO_LARGE = /* @__PURE__ */ code(
  'NUMBER_OUT_OF_RANGE',
  { expected: 'figure' },
  ({ given, maximum }) => `got a figure of ${given}, expected at most ${maximum} in a what-if.`,
)

export const RUN_STOPPED = /* @__PURE__ */ code(
  'RUN_STOPPED',
  ({ done }) => `the signal stopped the run after ${done}.`,
)

export const ROW_TWICE = /* @__PURE__ */ code(
  'ID_DUPLICATE',
  { kind: 'row' },
  ({ id }) => `got ${show(id)} twice, expected each row once.`,
)

export const NOTHING_COMPUTED = /* @__PURE__ */ code(
  'VALUE_INVALID',
  { expected: 'computed-row' },
  ({ given }) => `none of the rows (${given}) could be computed. The first one says why.`,
)

export const BOUNDS_WITHOUT_STEP = /* @__PURE__ */ code(
  'OUT_OF_ORDER',
  { expected: 'bounds' },
  ({ given, previous }) =>
    `got ${given} after ${previous}, expected two values with at least one step of the decimals between them.`,
)

export const DISTRIBUTION_ENDS = /* @__PURE__ */ code(
  'VALUE_INVALID',
  { expected: 'distribution' },
  ({ given }) =>
    `got ${given}, expected at least one observed attainment, or two quantiles or more, from 0 to 1.`,
)

export const QUANTILES_OUT_OF_ORDER = /* @__PURE__ */ code(
  'OUT_OF_ORDER',
  { expected: 'quantiles' },
  ({ given, previous }) =>
    `quantile ${given} has to be above quantile ${previous}, and its attainment not below.`,
)

export const TOO_MANY_DRAWS = /* @__PURE__ */ code(
  'VALUE_UNREADABLE',
  { reason: 'too-many-draws' },
  ({ limit }) => `asks for more than ${limit} draws. Give fewer runs, or fewer rows.`,
)

export const TOO_MANY_ROWS = /* @__PURE__ */ code(
  'VALUE_UNREADABLE',
  { reason: 'too-many-rows' },
  ({ limit }) => `more than ${limit} rows: each is compared with every other one.`,
)

export const TOO_MUCH_WORK = /* @__PURE__ */ code(
  'VALUE_UNREADABLE',
  { reason: 'too-much-work' },
  ({ limit }) =>
    `asks for more than ${limit} computations: each number of the policy is changed, over all rows. Give fewer rows, or sweep the numbers that matter.`,
)
