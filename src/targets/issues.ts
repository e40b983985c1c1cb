/** The kinds of problem that this room finds, each with its English sentence. */
import { code } from '../kernel/input/issue.js'

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
