/** The kinds of problem that appraisals find, each with its English sentence. */
import { code } from '../kernel/input/issue.js'

export const RESULT_INVALID = /* @__PURE__ */ code(
  'VALUE_INVALID',
  { expected: 'result' },
  ({ given }) => `got ${given}, expected { actual, target }, { points } or { value }.`,
)

export const RESULT_IN_TWO_FORMS = /* @__PURE__ */ code(
  'VALUE_INVALID',
  { expected: 'one-form-of-result' },
  ({ given }) => `got ${given}, expected a value alone, or actual and target, or points.`,
)

export const COMPONENTS_EXPECTED = /* @__PURE__ */ code(
  'VALUE_INVALID',
  { expected: 'components' },
  ({ given }) => `got ${given}, expected { components } with a result for each, or { points }.`,
)

export const SOURCE_REFUSED = /* @__PURE__ */ code('SOURCE_REFUSED', ({ source, accepted }) => {
  const given = source === null ? 'no source' : JSON.stringify(source)
  const list = accepted.map((name) => `"${name}"`).join(', ')
  return `got ${given}, expected a figure from ${list}: one that was not reported by the person appraised.`
})

export const PROOF_REFUSED = /* @__PURE__ */ code(
  'SOURCE_REFUSED',
  { reason: 'proof' },
  ({ source, accepted }) => {
    const given = source === null ? 'no proof' : JSON.stringify(source)
    return `got ${given}, expected a visit with its record: ${accepted.map((name) => `"${name}"`).join(', ')}.`
  },
)

export const VISIT_OUTSIDE_PERIOD = /* @__PURE__ */ code(
  'DATE_NOT_COVERED',
  { reason: 'visit' },
  ({ date, from, to }) => `${date} is outside the month, which runs from ${from} to ${to}.`,
)

export const CUSTOMER_NOT_GIVEN = /* @__PURE__ */ code(
  'VALUE_INVALID',
  { expected: 'customer' },
  ({ given }) => `got ${given}, expected one of the customers given.`,
)

export const MONTH_EXPECTED = /* @__PURE__ */ code(
  'PERIOD_INVALID',
  { expected: 'month' },
  ({ given }) =>
    `got ${given}, expected a month, such as 2026-03: visits are counted by the month.`,
)

export const CAP_UNKNOWN = /* @__PURE__ */ code(
  'FACT_MISSING',
  { reason: 'grade-cap' },
  () =>
    'is missing, and without it nobody can tell whether the grade is capped. Give it, or let the cap pass without it: "absent": "not-applicable".',
)

export const LEVELS_WITHOUT_ATTAINMENT = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'levels-without-attainment' },
  () =>
    'levels are of an attainment. Use a curve of kind "ratio", "steps", "linear" or "progress", or remove the levels.',
)

export const CAP_NOT_OF_POINTS = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'cap-not-of-points' },
  ({ id }: { id: string }) =>
    `"${id}" is a result of the scheme, of which a cap looks at the points. Give "unit": "points", and no run.`,
)

export const SCHEME_LACKS = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'scheme-lacks' },
  ({ field }: { field: string }) => `the scheme has no "${field}", which says how. Add it.`,
)

export const BEST_OF_NONE = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'best-and-by' },
  () => 'how many periods count is said where "by" is "best", and only there.',
)

export const PERIOD_WITHOUT_SCORE = /* @__PURE__ */ code(
  'FACT_MISSING',
  { reason: 'period' },
  ({ id }) =>
    `there is no score of ${id}. Give it, or say why there is none, such as "excused": "leave".`,
)

export const NO_PERIOD_COUNTS = /* @__PURE__ */ code(
  'FACT_MISSING',
  { reason: 'no-period-counts' },
  ({ id }) => `no period of ${id} counts, and a year has no score without one.`,
)

export const PERIOD_OF_OTHER_LENGTH = /* @__PURE__ */ code(
  'PERIOD_INVALID',
  { expected: 'period-of-year' },
  ({ given, unit, period }: { given: string; unit: string; period: string }) =>
    `got ${given}, expected a ${unit} of ${period}.`,
)

export const YEAR_EXPECTED = /* @__PURE__ */ code(
  'PERIOD_INVALID',
  { expected: 'year' },
  ({ given }) => `got ${given}, expected a year, such as 2026.`,
)

export const PART_OUTSIDE_PERIOD = /* @__PURE__ */ code(
  'DATE_NOT_COVERED',
  { reason: 'part-of-period' },
  ({ date, from, to }) =>
    `${date} is outside the days that can be appraised, from ${from} to ${to}.`,
)

export const PARTS_OVERLAP = /* @__PURE__ */ code(
  'VERSIONS_OVERLAP',
  { reason: 'part-of-period' },
  ({ first, second, lastDay }: { first: string; second: string; lastDay: string }) =>
    `the part from ${second} starts before the one from ${first} ends, on ${lastDay}. Appraise each day once.`,
)

export const PERIOD_EXCUSED_TWICE = /* @__PURE__ */ code(
  'ID_DUPLICATE',
  { reason: 'excused' },
  ({ id }) => `${id} is excused, and there is another row for it. Give one of them.`,
)

export const NOTHING_DECIDED = /* @__PURE__ */ code(
  'VALUE_MISSING',
  { expected: 'score-or-grade' },
  () => 'decides nothing, expected a score or a grade.',
)

export const DECIDES_ON_THEMSELVES = /* @__PURE__ */ code(
  'VALUE_INVALID',
  { expected: 'somebody-else' },
  ({ given }) => `got ${given}, who is the person appraised. Somebody else decides.`,
)

export const DECISION_OUT_OF_ORDER = /* @__PURE__ */ code(
  'DATES_OUT_OF_ORDER',
  { reason: 'decision' },
  ({ from, to }) => `got ${to}, which is before ${from}: what was decided on came later.`,
)

export const APPEAL_TOO_LATE = /* @__PURE__ */ code(
  'DATES_OUT_OF_ORDER',
  { reason: 'appeal' },
  ({ from, to }) => `got ${to}, and an appeal could be filed until ${from}.`,
)

export const APPEAL_NEEDS_CALENDAR = /* @__PURE__ */ code(
  'VALUE_MISSING',
  { expected: 'calendar-of-appeals' },
  () => 'is missing, expected a calendar, as an appeal is filed within working days.',
)
