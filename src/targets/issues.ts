/** The kinds of problem that this room finds, each with its English sentence. */
import { code, didYouMean } from '../kernel/input/issue.js'

export const CALENDAR_MISSING = /* @__PURE__ */ code(
  'VALUE_MISSING',
  { expected: 'calendar' },
  () => 'is missing, expected a calendar, as the plan counts working days.',
)

export const WEEK_HAS_NO_MONTHS = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'week-by-month' },
  ({ given }) =>
    `got ${given}, and the plan counts months, of which a week has none. Prorate by day, or give a longer period.`,
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
