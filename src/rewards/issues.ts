/** The kinds of problem that this room finds, each with its English sentence. */
import * as issue from '../kernel/input/issue.js'

export const REWARD_UNKNOWN = /* @__PURE__ */ issue.code(
  'NOT_IN_POLICY',
  { expected: 'reward' },
  ({ given, known, suggestion }) =>
    `got ${given}, which is no reward of this policy. Rewards: ${known.join(', ')}.${issue.didYouMean(suggestion)}`,
)

export const EQUITY_PLAN_UNKNOWN = /* @__PURE__ */ issue.code(
  'NOT_IN_POLICY',
  { expected: 'equity-plan' },
  ({ given, known, suggestion }) =>
    `got ${given}, which is no equity plan of this policy. Plans: ${known.join(', ')}.${issue.didYouMean(suggestion)}`,
)

export const LEAVER_KIND_UNKNOWN = /* @__PURE__ */ issue.code(
  'NOT_IN_POLICY',
  { expected: 'leaver' },
  ({ given, known, suggestion }) =>
    `got ${given}, and the plan does not say what becomes of such a leaver. Kinds: ${known.join(', ')}.${issue.didYouMean(suggestion)}`,
)

export const CERTIFICATE_UNKNOWN = /* @__PURE__ */ issue.code(
  'NOT_IN_POLICY',
  { expected: 'certificate' },
  ({ given, known, suggestion }) =>
    `got ${given}, which carries no allowance in this policy. Certificates: ${known.join(', ')}.${issue.didYouMean(suggestion)}`,
)

/** A rule that is asked for, and nothing in the policy says how it goes. */
export const SECTION_MISSING = /* @__PURE__ */ issue.code(
  'NOT_IN_POLICY',
  { expected: 'section', suggestion: null },
  ({ given, known }) =>
    `has no ${given}, so nothing says how it is given. It has: ${known.join(', ')}. Add ${given}.`,
)

export const TITLE_PERIOD_UNKNOWN = /* @__PURE__ */ issue.code(
  'NOT_IN_POLICY',
  { expected: 'title-period', suggestion: null },
  ({ given, known }) =>
    `got ${given}, and no title of this policy is awarded for a period of this length. Titles are awarded by: ${known.join(', ')}.`,
)

export const CLIFF_AFTER_END = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'cliff-after-end' },
  ({ given, maximum }: { given: string; maximum: string }) =>
    `the cliff of ${given} months is after the last tranche, which vests after ${maximum}. Shorten it.`,
)

export const CLIFF_OF_CUSTOM_TRANCHES = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'cliff-of-custom-tranches' },
  () => 'tranches of their own sizes have no cliff besides: the first of them is one. Use 0.',
)

export const LEAVER_GAINS = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'leaver-gains' },
  () =>
    'who forfeits what has vested gets nothing of what has not. Use "forfeit", or keep what has vested.',
)

export const PLAN_HAS_NO_POOL = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'plan-without-pool' },
  ({ id }: { id: string }) => `the plan "${id}" has no pool to grant options from. Give it one.`,
)

export const SHARE_RISES = /* @__PURE__ */ issue.code(
  'OUT_OF_ORDER',
  { expected: 'not-rising' },
  ({ given, previous }) =>
    `got ${given}, which is more than the ${previous} before it: who serves longer never owes more.`,
)

export const MORE_RESULTS_THAN_TRANCHES = /* @__PURE__ */ issue.code(
  'NUMBER_OUT_OF_RANGE',
  { expected: 'results', minimum: '0' },
  ({ given, maximum }) =>
    `got ${given} results, expected at most ${maximum}, one for each tranche.`,
)

/** Results, and no day on which the grant is looked at. */
export const AS_OF_DAY_MISSING = /* @__PURE__ */ issue.code(
  'VALUE_MISSING',
  { expected: 'as-of-day-of-results' },
  () => 'is missing, and results were given. Give the day on which you ask.',
)

export const NO_PERIOD_OF_MONTHS = /* @__PURE__ */ issue.code(
  'PERIODS_MIXED',
  { reason: 'allowance', first: 'month' },
  ({ other }) => `got ${other}, expected a period of whole months.`,
)

/** Terms that ask back more than the law lets an employer ask: a finding, not a refusal. */
export const REPAYMENT_ABOVE_LAW = /* @__PURE__ */ issue.code(
  'NUMBER_OUT_OF_RANGE',
  { expected: 'lawful-repayment', minimum: '0' },
  ({ given, maximum }) =>
    `the terms ask back ${given}, and the law allows ${maximum} at most: in proportion to the time not served.`,
)
