/** The kinds of problem that this room finds, each with its English sentence. */
import * as issue from '../kernel/input/issue.js'

export const SHARES_AS_LIST: issue.Expected = {
  keyword: 'shares-as-list',
  words: () =>
    'a list of { grade, share }, the best first: an object does not keep the order of grades that are whole numbers',
}

export const LOWEST_GRADE_ASKS = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'lowest-grade-asks' },
  ({ id }: { id: string }) =>
    `${id} is the lowest grade, which takes everybody who is left. Leave out what it asks for.`,
)

export const LEAST_SCORE_RISES = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'least-score-rises' },
  ({ given, maximum }: { given: string; maximum: string }) =>
    `got ${given}, which is more than the ${maximum} of a better grade. A lower grade asks for no more.`,
)

export const GROUP_MISSING = /* @__PURE__ */ issue.code(
  'VALUE_MISSING',
  { expected: 'group' },
  () => 'is missing, and others have a group. Give everybody with a score one, or nobody.',
)

export const GROUP_IN_TWO_POOLS = /* @__PURE__ */ issue.code(
  'ID_DUPLICATE',
  { reason: 'group-in-two-pools' },
  ({ id }) => `the group "${id}" is in another pool already. Each group is ranked once.`,
)

export const TIE_BREAKER_MISSING = /* @__PURE__ */ issue.code(
  'VALUE_MISSING',
  { expected: 'tie-breaker' },
  () => 'is missing, and has to part people who tie where a cut runs through them.',
)

export const RAISE_NOT_RATIO = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'raise-not-ratio' },
  ({ given }: { given: string; expected: string }) =>
    `got ${given}, and raises share a budget as parts of salaries. Use "ratio", or name another consequence in "raises".`,
)

export const NO_RAISE_BY_GRADE = /* @__PURE__ */ issue.code(
  'NOT_IN_POLICY',
  { expected: 'raise', suggestion: null },
  ({ given, known }) =>
    `no consequence of the policy, of those that follow from single grades, is a ${given}, so nothing says what a grade grants. It has: ${known.join(', ')}. Give each person a rate, or name another consequence in "raises".`,
)

export const MENTORING_UNKNOWN = /* @__PURE__ */ issue.code(
  'NOT_IN_POLICY',
  { expected: 'mentoring' },
  ({ given, known, suggestion }) =>
    `got ${given}, which is no mentoring of this policy. Mentorings: ${known.join(', ')}.${issue.didYouMean(suggestion)}`,
)

export const SOMEBODY_ELSE: issue.Expected<'unit'> = {
  keyword: 'person-of-list',
  words: ({ unit }) => `the id of somebody else among the ${unit}`,
}

export const A_PERSON_OF_SESSION: issue.Expected = {
  keyword: 'person-of-session',
  words: () => 'the id of somebody in the session',
}

export const CALIBRATES_THEMSELVES = /* @__PURE__ */ issue.code(
  'VALUE_INVALID',
  { expected: 'somebody-else', reason: 'calibration' },
  ({ given }) => `got ${given}, who would decide on their own grade. Somebody else has to.`,
)

export const MOVE_OUT_OF_ORDER = /* @__PURE__ */ issue.code(
  'DATES_OUT_OF_ORDER',
  { reason: 'calibration' },
  ({ from, to }) =>
    `got ${to}, and the decision before it is of ${from}. List decisions in the order in which they were taken.`,
)

export const ABOVE_GRADE_AT_MOST = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'above-grade-at-most' },
  ({ id, given, maximum }: { id: string; given: string; maximum: string }) =>
    `got ${given}, and ${id} allows no better grade than ${maximum}. Settle that first.`,
)

export const MOVED_TOO_FAR = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'moved-too-far' },
  ({ given, maximum }: { given: string; maximum: string }) =>
    `moves somebody by ${given} grades, and the policy allows ${maximum} at most.`,
)

export const TOO_MANY_MOVED = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'too-many-moved' },
  ({ given, maximum }: { given: string; maximum: string }) =>
    `move ${given} people, and the policy allows ${maximum} at most. Take some of them back.`,
)
