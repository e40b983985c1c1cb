/** The kinds of problem that this floor finds, each with its English sentence. */
import * as issue from '../kernel/input/issue.js'

export const UNIT_OF_OTHER_PAY = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'unit-of-other-pay' },
  ({ given, expected, id }: { given: string; expected: string; id: string }) =>
    `got ${given}, and the plan pays ${id} as ${expected}. Change the unit of the consequence, or how the plan pays it.`,
)

export const START_OF_BASE_PAY_MISSING = /* @__PURE__ */ issue.code(
  'VALUE_MISSING',
  { expected: 'start-of-base-pay' },
  () =>
    'is missing, and base pay needs the period from which it changes. Say in the grading policy what ends the consequence.',
)

export const SALARY_NOT_KNOWN = /* @__PURE__ */ issue.code(
  'DATE_NOT_COVERED',
  { reason: 'salary' },
  ({ date, from }) =>
    `no base salary is given for ${date}; the first given is from ${from ?? 'no day'}. Add it.`,
)

export const ATTENDANCE_MISSING = /* @__PURE__ */ issue.code(
  'FACT_MISSING',
  { reason: 'attendance' },
  ({ id }) => `is missing for ${id}, and the plan pays only days worked.`,
)

export const ATTENDED_MORE_THAN_DUE = /* @__PURE__ */ issue.code(
  'NUMBER_OUT_OF_RANGE',
  { expected: 'days-due', minimum: '0' },
  ({ given, maximum }) => `got ${given}, expected at most the ${maximum} days due.`,
)

export const A_MONTH: issue.Expected = { keyword: 'month', words: () => 'a month 2026-03' }

export const WEEK_HAS_NO_MONTHS = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'pay-week-by-month' },
  ({ given }: { given: string }) =>
    `got ${given}, and the plan counts months served or worked, of which a week has none. Grade a longer period, or count days.`,
)

export const NOTHING_TO_EARN_BY = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'nothing-to-earn-by' },
  () =>
    'is missing, and the component is neither scored nor paid by a table. Give it a "commission", an "appraisal" or a "matrix".',
)

export const SCORED_TWICE = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'scored-twice' },
  () =>
    'the component is scored by its "appraisal", and paid by a table besides. Let a component of its own have the score, and the table look at it.',
)

export const COMPONENT_IN_OTHER_CURRENCY = /* @__PURE__ */ issue.code(
  'CURRENCY_MIXED',
  { reason: 'component' },
  ({ given, expected }) =>
    `got ${given}, and the plan pays ${expected}. Amounts of two currencies are never added.`,
)

export const WEIGHT_OF_MONEY = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'weight-of-money' },
  () =>
    'is a share of the target incentive, and the commission of the component pays money. Leave it out, or set "payout" to "of-target-incentive".',
)

export const WEIGHTS_NOT_WHOLE = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'weights-not-whole', expected: '1' },
  ({ given }: { given: string }) =>
    `the weights add up to ${given}, expected 1: they share out the whole of the target incentive.`,
)

export const COMPONENT_NOT_BEFORE = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'component-not-before' },
  ({ id, expected }: { id: string; expected: string }) =>
    `looks at ${issue.show(id)}, expected what a component before it comes to${expected === '' ? '' : ` (${expected})`}. Write that one first, or give the fact another name.`,
)

export const COMPONENT_WITHOUT_SCORE = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'component-without-score' },
  ({ id, other }: { id: string; other: string }) =>
    `looks at ${issue.show(id)}, and ${issue.show(other)} is not scored. Look at its attainment or its amount, or give it an "appraisal".`,
)

export const MATRIX_OF_OTHER_SIZE = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'matrix-size' },
  ({ expected }: { expected: string }) =>
    `expected ${expected} figures: for each step of the rows a list, with a figure for each step of the columns.`,
)

export const CAP_OF_NOTHING = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'cap-of-no-component' },
  () => 'caps nothing. Say the most as an "amount", or as a "multiple" of the target incentive.',
)

export const COMPONENTS_MISSING = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'no-components' },
  () =>
    'is for the components of a plan, and this one has none. Add "components", or leave it out.',
)

export const INCENTIVE_OF_ALL_MISSING = /* @__PURE__ */ issue.code(
  'VALUE_MISSING',
  { expected: 'target-incentive-of-all' },
  ({ field }: { field: string }) =>
    `is missing, and the plan's "${field}" is a part or a multiple of it. Give what the payee earns on target by all components together.`,
)

export const INCENTIVE_OF_COMPONENT = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'incentive-of-component' },
  () =>
    "is given for a component that has its share of the payee's target incentive. Give that once, beside the components, or leave out the weight.",
)

export const OTHER_THAN_OF_ALL = /* @__PURE__ */ issue.code(
  'VALUE_INVALID',
  { reason: 'other-than-of-all' },
  ({ given, expected }) =>
    `got ${given}, expected ${expected} as for all components. Leave it out here.`,
)

export const FIGURE_OF_COMPONENT = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'figure-of-component' },
  () =>
    'is what a component comes to, and is computed. Leave it out, or give the fact another name.',
)

export const FIGURE_OF_COMPONENT_MISSING = /* @__PURE__ */ issue.code(
  'FACT_MISSING',
  { reason: 'figure-of-component' },
  ({ id }) =>
    `${issue.show(id)} is not known, as nothing was given to measure the component by, and a component looks at it. Give its target.`,
)

export const FACT_OF_MATRIX_MISSING = /* @__PURE__ */ issue.code(
  'FACT_MISSING',
  { reason: 'fact-of-matrix' },
  ({ id }) => `is missing, and the table is looked up by ${issue.show(id)}. Give it as a fact.`,
)

export const PRIZES_RISE = /* @__PURE__ */ issue.code(
  'OUT_OF_ORDER',
  { expected: 'prize-before' },
  ({ given, previous }) =>
    `got ${given}, expected at most ${previous}, the prize of the place before: nobody gains by being worse.`,
)

export const NOTHING_TO_WIN = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'nothing-to-tie-for' },
  ({ field }: { field: string }) =>
    `is for prizes by place, and these rules have none. Add "prizes", or leave "${field}" out.`,
)

export const POT_BELOW_PRIZES = /* @__PURE__ */ issue.code(
  'NUMBER_OUT_OF_RANGE',
  { expected: 'sum-of-prizes', maximum: null },
  ({ given, minimum }) => `got ${given}, expected at least ${minimum}, what the prizes come to.`,
)

export const POT_OF_ALL_MISSING = /* @__PURE__ */ issue.code(
  'VALUE_MISSING',
  { expected: 'pot-of-all' },
  () =>
    'is missing, and all who tie get the prize, which may come to more than the prizes do. Say the most that is paid in all.',
)

export const POT_MISSING = /* @__PURE__ */ issue.code(
  'VALUE_MISSING',
  { expected: 'pot' },
  () => 'is missing, and the rules do not say what is shared. Give it here, or in the rules.',
)

export const POT_OF_PRIZES = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'pot-of-rules' },
  () => 'is what the rules say. Leave it out, or change the rules.',
)

export const COMPONENT_WITHOUT_PAYMENT = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'component-without-payment' },
  ({ id }: { id: string }) =>
    `the component ${issue.show(id)} has no "payment", so there is nothing to settle it by. Add terms to its "commission", or to the plan for all components.`,
)

export const CAP_OF_PROGRESS = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'cap-of-progress' },
  ({ id }: { id: string }) =>
    `the plan caps all components together, and ${issue.show(id)} pays what is invoiced or collected, of which nothing says what a cap took. Pay it as booked, or cap the component itself.`,
)

export const CORRECTED_ALONE = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'corrected-alone' },
  ({ id }: { id: string }) =>
    `corrects ${issue.show(id)} alone, and components look at one another. Restate all of them by "restateCompensation", and give what it returns as "corrections".`,
)

export const CORRECTED_UNDER_CAP = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'corrected-under-cap' },
  () =>
    'corrects an earlier period, and the plan caps all components together: what it took then is not known any more. Settle that period and those after it again, or pay an amount without a period.',
)

export const CORRECTED_TO_DATE = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'corrected-to-date' },
  ({ id }: { id: string }) =>
    `a correction of ${issue.show(id)}, which counts to date, changes what other components look at in later periods. Settle the year again, or let it count by period.`,
)

export const FROM_START_ACROSS = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'from-start-across' },
  () =>
    'computes earlier periods by the new plan, and components of it look at one another. Choose "continue" or "restart", or settle the year again.',
)

export const BALANCE_OF_COMPONENT_MISSING = /* @__PURE__ */ issue.code(
  'VALUE_MISSING',
  { expected: 'balance-of-component' },
  () => 'is missing, expected what the settlement before closed with for this component.',
)

export const BALANCE_WITHOUT_COMPONENT = /* @__PURE__ */ issue.code(
  'NOT_IN_POLICY',
  { expected: 'component' },
  ({ given }) =>
    `stands open for ${given}, which the plan does not have. Keep the component in the plan until nothing is open.`,
)
