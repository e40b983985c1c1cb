/** What lint finds in a policy, each kind with its English sentence. */
import * as issue from '../../kernel/input/issue.js'

// What sales are paid.

export const PAY_FALLS = /* @__PURE__ */ issue.code(
  'PAY_FALLS',
  ({ given, other, amount }) =>
    `sales of ${given} are paid ${amount} less than sales of ${other}. Whoever is about to reach it had better not sell: pay each tier on its own part of the sales, or raise the rate above it.`,
)

export const PAY_JUMPS = /* @__PURE__ */ issue.code(
  'PAY_JUMPS',
  ({ given, other, amount }) =>
    `sales of ${given} are paid ${amount} more than sales of ${other}: a step that is worth waiting, hurrying or moving an order for.`,
)

export const PAY_ABOVE_SALES = /* @__PURE__ */ issue.code(
  'PAY_ABOVE_SALES',
  ({ given, amount }) =>
    `sales of ${given} are paid ${amount}, which is more than they bring. Lower the rates, or cap what is paid.`,
)

export const TIER_WITHOUT_EFFECT = /* @__PURE__ */ issue.code(
  'TIER_WITHOUT_EFFECT',
  ({ other }) =>
    `pays what "${other}" before it pays: nothing changes where it begins. Make one of the two, or change what it pays.`,
)

export const TIER_NEVER_PAYS = /* @__PURE__ */ issue.code(
  'TIER_NEVER_PAYS',
  ({ given }) =>
    `nothing is paid in it: the gate opens at ${given}, where it has ended. Leave it out, or lower the gate.`,
)

export const TIER_ABOVE_CAP = /* @__PURE__ */ issue.code(
  'TIER_ABOVE_CAP',
  ({ maximum }) =>
    `nothing that is sold in it is paid: the cap of ${maximum} is reached before. Leave it out, or raise the cap.`,
)

export const CAP_WITHOUT_EFFECT = /* @__PURE__ */ issue.code(
  'CAP_WITHOUT_EFFECT',
  ({ maximum }) =>
    `is never reached: the plan pays ${maximum} at most without it. Leave it out, or lower it.`,
)

export const TIERS_WITHOUT_PERIOD = /* @__PURE__ */ issue.code(
  'TIERS_WITHOUT_PERIOD',
  ({ amount, other }) =>
    `is missing, so that nothing says over which period the tiers count: the same sales are paid ${amount} month by month, and ${other} at the end of the year. Say "month", "quarter", "half-year" or "year".`,
)

export const TIERS_OF_OTHER_SPAN = /* @__PURE__ */ issue.code(
  'TIERS_OF_OTHER_SPAN',
  ({ field, unit, other }) =>
    `tiers are those of a ${unit}, and "${field}" is of a ${other}: a period that fits the one is refused for the other. Make them one, or leave one of them out.`,
)

export const ORDER_MOVED_PAYS_MORE = /* @__PURE__ */ issue.code(
  'ORDER_MOVED_PAYS_MORE',
  ({ given, amount }) =>
    `an order of ${given} that moves to the other period is paid ${amount} more. Count the tiers over the year, or watch orders at the end of a period.`,
)

export const ORDERS_SPLIT_PAY_MORE = /* @__PURE__ */ issue.code(
  'ORDERS_SPLIT_PAY_MORE',
  ({ given, amount }) =>
    `an order of ${given} that is written as two is paid ${amount} more. Count what belongs together as one.`,
)

export const ORDERS_JOINED_PAY_MORE = /* @__PURE__ */ issue.code(
  'ORDERS_JOINED_PAY_MORE',
  ({ given, amount }) =>
    `two orders that are written as one of ${given} are paid ${amount} more. Check who may join them.`,
)

export const CONVENTION_UNUSUAL = /* @__PURE__ */ issue.code(
  'CONVENTION_UNUSUAL',
  ({ given, expected }) =>
    `is "${given}", and most plans and tools have "${expected}". Say so where people read the policy.`,
)

// What decides a score.

export const PART_DECIDES_ALL = /* @__PURE__ */ issue.code(
  'PART_DECIDES_ALL',
  ({ id }) =>
    `"${id}" decides alone: whatever the other parts are, nothing else changes the result. Weigh it less, or leave out the others.`,
)

export const PART_WITHOUT_EFFECT = /* @__PURE__ */ issue.code(
  'PART_WITHOUT_EFFECT',
  ({ id }) =>
    `"${id}" changes nothing: the result is the same at its best and at its worst. Weigh it, or leave it out.`,
)

export const BAND_UNREACHABLE = /* @__PURE__ */ issue.code(
  'BAND_UNREACHABLE',
  ({ id, minimum, maximum }) =>
    `no score is in "${id}": scores go from ${minimum} to ${maximum}. Move where it begins, or change the points.`,
)

export const LEVEL_WITHOUT_EFFECT = /* @__PURE__ */ issue.code(
  'LEVEL_WITHOUT_EFFECT',
  ({ id, given }) =>
    `whoever reaches "${id}" has the ${given} points of the level before it: it is only named. Raise the cap of the curve, if it is to count.`,
)

export const WORSE_GRADE_GETS_MORE = /* @__PURE__ */ issue.code(
  'WORSE_GRADE_GETS_MORE',
  ({ id, given, other, maximum }) =>
    `"${id}" gets ${given}, and the better "${other}" gets ${maximum}. Give the better grade no less.`,
)

// What conditions ask for, and what is never reached.

export const CONDITION_NEVER_MET = /* @__PURE__ */ issue.code(
  'CONDITION_NEVER_MET',
  ({ id }) =>
    `can never be met: what it asks of "${id}" contradicts itself. Change one of the two, or let either be enough.`,
)

export const CONDITION_ALWAYS_MET = /* @__PURE__ */ issue.code(
  'CONDITION_ALWAYS_MET',
  ({ id }) => `asks nothing of "${id}": each figure that it can be is enough. Leave it out.`,
)

export const NEVER_REACHED = /* @__PURE__ */ issue.code(
  'NEVER_REACHED',
  ({ id }) => `nobody comes to "${id}": nothing leads there. Say from where, or leave it out.`,
)

export const BETWEEN_STANDARDS = /* @__PURE__ */ issue.code(
  'BETWEEN_STANDARDS',
  ({ id, other, given }) =>
    `"${id}" of ${given} is of this rung no longer, and of "${other}" not yet. Let one of them begin where the other ends.`,
)

export const FIELD_WITHOUT_EFFECT = /* @__PURE__ */ issue.code(
  'FIELD_WITHOUT_EFFECT',
  () => 'changes nothing as it is. Change it, or leave it out.',
)

export const MONTH_WITHOUT_TARGET = /* @__PURE__ */ issue.code(
  'MONTH_WITHOUT_TARGET',
  () =>
    'weighs 0, so that its target is 0, and there is no attainment of a target of 0. Weigh it above 0.',
)

export const LATER_IS_LESS = /* @__PURE__ */ issue.code(
  'LATER_IS_LESS',
  ({ given, other }) => `got ${given} after ${other}: what comes later is less. Check the two.`,
)

export const NEVER_WHOLE = /* @__PURE__ */ issue.code(
  'NEVER_WHOLE',
  ({ given }) =>
    `ends at ${given}, and holds from then on: nobody ever has a whole target. Let it end at 1.`,
)

export const TERMS_ABOVE_LAW = /* @__PURE__ */ issue.code(
  'TERMS_ABOVE_LAW',
  ({ given, maximum }) =>
    `asks back ${given}, and the law (Labour Contract Law, article 22) allows ${maximum} at most: in proportion to the time not served. Ask back by day.`,
)

// What versions, groups and sections of a document are to each other.

export const POLICY_ENDS = /* @__PURE__ */ issue.code(
  'POLICY_ENDS',
  ({ date }) =>
    `the last version ends: nothing is in force from ${date} on. Add a version, or leave "until" out.`,
)

export const VERSIONS_LEAVE_HOLE = /* @__PURE__ */ issue.code(
  'VERSIONS_LEAVE_HOLE',
  ({ from, to }) =>
    `nothing is in force from ${from} to ${to}. Leave "until" out, so that the version lasts until the next one.`,
)

export const DECIDES_THE_SAME = /* @__PURE__ */ issue.code(
  'DECIDES_THE_SAME',
  ({ id, other }) =>
    `"${id}" decides what "${other}" decides. Leave it out, or change what was to differ.`,
)

export const VERSION_WITHIN_PERIOD = /* @__PURE__ */ issue.code(
  'VERSION_WITHIN_PERIOD',
  ({ date, unit }) =>
    `tiers count over a ${unit}, and this plan takes the place of another within one, on ${date}. Begin with a ${unit}, or decide what becomes of the sales before.`,
)

export const PLAN_GONE_WITHIN_PERIOD = /* @__PURE__ */ issue.code(
  'PLAN_GONE_WITHIN_PERIOD',
  ({ date, unit }) =>
    `is missing from ${date} on, within a ${unit} over which the tiers of the plan before it count. Keep that plan until the ${unit} ends, or decide what becomes of the sales before.`,
)

export const YEARS_DIFFER = /* @__PURE__ */ issue.code(
  'YEARS_DIFFER',
  ({ given, other }) =>
    `years of this plan start in month ${given}, and those of the targets in month ${other}: a quarter of one name is two. Make them one.`,
)

export const GRADE_UNKNOWN = /* @__PURE__ */ issue.code(
  'GRADE_UNKNOWN',
  ({ given, known, suggestion }) =>
    `got ${issue.show(given)}, a grade that the grading of this version does not give, so that it refuses the appraisal. Grades: ${known.join(', ')}.${issue.didYouMean(suggestion)}`,
)
