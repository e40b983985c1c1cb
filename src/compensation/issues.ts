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
