/** The kinds of problem that this room finds, each with its English sentence. */
import { code, didYouMean } from '../kernel/input/issue.js'

export const CALENDAR_MISSING = /* @__PURE__ */ code(
  'VALUE_MISSING',
  { expected: 'calendar' },
  () => 'is missing, expected a calendar, as the plan counts working days.',
)

export const NO_WHOLE_MONTHS = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'no-whole-months' },
  ({ given }) =>
    `got ${given}, and the plan counts months, of which it has no whole ones. Prorate by day, or give a period of whole months.`,
)

export const LEAVES_OVERLAP = /* @__PURE__ */ code(
  'VERSIONS_OVERLAP',
  { reason: 'leave' },
  ({ first, second, lastDay }: { first: string; second: string; lastDay: string }) =>
    `the leave from ${second} starts before the one from ${first} ends, on ${lastDay}. Give each day off once.`,
)

export const TARGET_TOO_PRECISE = /* @__PURE__ */ code(
  'TOTAL_TOO_PRECISE',
  { reason: 'target' },
  ({ total, decimals }) =>
    `got ${total}, expected at most ${decimals} decimals, as the plan rounds targets.`,
)

const COUNTED = { day: 'days', month: 'months', 'working-day': 'working days' }

export const TARGET_ZERO = /* @__PURE__ */ code(
  'TARGET_ZERO',
  ({ period, counted, of, by }) =>
    `comes to 0, as ${counted} of ${of} ${COUNTED[by]} of ${period} count, and no sales can be measured by a target of 0. Leave the period out for this payee, or pay it by a plan that needs no target.`,
)

export const MEASURE_UNKNOWN = /* @__PURE__ */ code(
  'NOT_IN_POLICY',
  { expected: 'measure' },
  ({ given, known, suggestion }) =>
    `got ${given}, which is no measure of this plan. Measures: ${known.join(', ')}.${didYouMean(suggestion)}`,
)

// Cascades.

export const TWO_BASES = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'two-bases' },
  ({ field, other }: { field: string; other: string }) =>
    `has both "${field}" and "${other}", and each says how much the node gets. Give one of them.`,
)

export const MIXED_BASES = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'mixed-bases' },
  ({ field, other }: { field: string; other: string }) =>
    `has "${field}" where a node beside it has "${other}", and the two cannot be compared. Give all of them one, or lock the node.`,
)

export const BASIS_MISSING = /* @__PURE__ */ code(
  'VALUE_MISSING',
  { expected: 'cascade-basis' },
  () =>
    'is missing, expected "weight", "share", "lastYear" or "locked": equal parts would be a guess.',
)

export const HEAD_SHARE_MISSING = /* @__PURE__ */ code(
  'VALUE_MISSING',
  { expected: 'head-share' },
  () =>
    'is missing, expected the part that the head carries in person. Give "share" or "locked", or a plan with "headShare".',
)

export const HEAD_OF_NOBODY = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'head-of-nobody' },
  () => 'leads a node that has nobody below it, so that nobody would carry the rest. Leave it out.',
)

export const SHARES_NOT_WHOLE = /* @__PURE__ */ code(
  'TARGET_NOT_ADDING_UP',
  { reason: 'shares', amount: '1' },
  ({ settled, difference }) =>
    `the shares of the nodes beside each other add up to ${settled}, expected exactly 1; the difference is ${difference}. Use "weight" for parts of any size.`,
)

export const HEAD_BEYOND_TARGET = /* @__PURE__ */ code(
  'TARGET_NOT_ADDING_UP',
  { reason: 'head-beyond' },
  ({ amount, settled, difference }) =>
    `the head carries ${settled}, which is ${difference} more than the target of ${amount}. Lower it.`,
)

export const LOCKED_BEYOND_TARGET = /* @__PURE__ */ code(
  'TARGET_NOT_ADDING_UP',
  { reason: 'locked-beyond' },
  ({ amount, settled, difference }) =>
    `${settled} is locked, which is ${difference} more than the ${amount} that there is. Unlock a node, or lower one.`,
)

export const LOCKED_BELOW_TARGET = /* @__PURE__ */ code(
  'TARGET_NOT_ADDING_UP',
  { reason: 'locked-below' },
  ({ amount, settled, difference }) =>
    `all nodes are locked, at ${settled}, and nobody has the other ${difference} of ${amount}. Unlock a node.`,
)

// Months and weeks.

export const WEEK_INTO_MONTHS = /* @__PURE__ */ code(
  'PERIOD_INVALID',
  { expected: 'period-with-months' },
  ({ given }) =>
    `got ${given}, and a week has no months. Split it into weeks, or give a longer period.`,
)

export const PERIOD_TOO_LONG = /* @__PURE__ */ code(
  'PERIOD_INVALID',
  { expected: 'ten-years' },
  ({ given }) => `got ${given}, which is longer than ten years. Split each year by itself.`,
)

export const PROFILE_MONTH_MISSING = /* @__PURE__ */ code(
  'VALUE_MISSING',
  { expected: 'profile-month' },
  () =>
    'is missing, and the period has this month. Give its weight, which is 0 where nothing is expected.',
)

export const PROFILE_LENGTH = /* @__PURE__ */ code(
  'VALUE_INVALID',
  { expected: 'weight-per-part' },
  ({ given, count }: { given: string; count: number }) =>
    `got ${given} weights, expected ${count}: one for each part. For months of the year, name them: { "01": 8, "02": 6, … }.`,
)

export const NO_WORKING_DAYS = /* @__PURE__ */ code(
  'WEIGHTS_NOT_POSITIVE',
  { reason: 'working-days' },
  () => 'has no working day in the period, so that no part has a target. Leave it out.',
)

// Revisions and signatures.

export const REASON_MISSING = /* @__PURE__ */ code(
  'VALUE_MISSING',
  { expected: 'reason' },
  () => 'is missing, expected the reason in 1 to 200 characters: it stays on record.',
)

export const HISTORY_EMPTY = /* @__PURE__ */ code(
  'VALUE_MISSING',
  { expected: 'version' },
  () => 'is empty, expected the first figure. Give what setTarget returns.',
)

export const PARTS_NOT_ADDING_UP = /* @__PURE__ */ code(
  'TARGET_NOT_ADDING_UP',
  { reason: 'parts' },
  ({ amount, settled, difference }) =>
    `add up to ${settled}, which is ${difference} off the target of ${amount}. Give the history as it was returned.`,
)

export const REVISION_MISSING = /* @__PURE__ */ code(
  'VALUE_MISSING',
  { expected: 'revision' },
  () => 'is missing, expected the new target, or "changeBy" with a ratio such as -0.2.',
)

export const REVISION_TO_NOTHING = /* @__PURE__ */ code(
  'NUMBER_OUT_OF_RANGE',
  { expected: 'revised-target', minimum: '0', maximum: null },
  ({ given }) => `leads to a target of ${given}, expected one above 0.`,
)

export const TWO_REVISIONS = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'two-revisions' },
  () => 'has both "amount" and "changeBy". Give one of them.',
)

interface RevisionStart {
  readonly given: string
  readonly expected: 'month' | 'quarter'
  /** The first and the last day of the month or the quarter that the day is in. */
  readonly date: string
  readonly other: string
}

export const REVISION_NOT_AT_START = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'revision-start' },
  ({ given, expected, date, other }: RevisionStart) =>
    `got ${given}, and by the plan a revision holds from the first day of a ${expected}; this one goes from ${date} to ${other}. Take its first day, or the day after its last.`,
)

export const REVISION_BEFORE_LAST = /* @__PURE__ */ code(
  'DATES_OUT_OF_ORDER',
  { reason: 'revision' },
  ({ given, from, to }: { given: string; from: string; to: string }) =>
    `got ${given}, expected a day from ${from}, when the version that is revised began, to ${to}.`,
)

export const VERSION_NOT_SIGNED = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'version-not-signed' },
  ({ given, date, other }: { given: string; date: string; other: string }) =>
    `version ${given} holds from ${date} once it is signed by ${other}. Have it signed first, or revise from ${date}, which replaces it.`,
)

export const REVISION_BELOW_PASSED = /* @__PURE__ */ code(
  'TARGET_NOT_ADDING_UP',
  { reason: 'revision-below' },
  ({ amount, settled, difference }) =>
    `the months before have ${settled}, which is ${difference} more than the new target of ${amount}. They keep what they have; give more.`,
)

export const SIGNED_BY_OTHER = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'signed-by-other' },
  ({ given, other }: { given: string; other: string }) =>
    `got "${given}", and the person whose target it is, is "${other}".`,
)

export const SIGNED_BY_ONE = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'signed-by-one' },
  ({ given, other }: { given: string; other: string }) =>
    `got "${given}", who has signed as ${other} already. Nobody signs for two.`,
)

export const VERSION_REPLACED = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'version-replaced' },
  ({ given }: { given: string }) =>
    `version ${given} was replaced by a later one from the same day or before. Sign that one.`,
)

export const OUTSIDE_PERIOD = /* @__PURE__ */ code(
  'DATE_NOT_COVERED',
  { reason: 'target-period' },
  ({ date, from, to }) => `${date} is outside the period of the target, ${from} to ${to}.`,
)

// Small goals.

export const GOAL_UNKNOWN = /* @__PURE__ */ code(
  'NOT_IN_POLICY',
  { expected: 'goal' },
  ({ given, known, suggestion }) =>
    `got ${given}, which is no goal of this plan. Goals: ${known.join(', ')}.${didYouMean(suggestion)}`,
)

export const RESULT_TOO_LATE = /* @__PURE__ */ code(
  'DATES_OUT_OF_ORDER',
  { reason: 'result' },
  ({ from, to }) =>
    `got ${from}, which is after ${to}, the day on which it is looked at. Ask as of a later day.`,
)
