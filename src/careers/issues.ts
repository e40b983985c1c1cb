/** The kinds of problem that this room finds, each with its English sentence. */
import * as issue from '../kernel/input/issue.js'

export const A_PROOF: issue.Expected = { keyword: 'proof', words: () => 'at least one proof' }

export const A_MENTORING_PERIOD: issue.Expected<'unit'> = {
  keyword: 'mentoring-period',
  words: ({ unit }) => `a ${unit}, as the policy assesses mentoring`,
}

export const RUNG_UNKNOWN = /* @__PURE__ */ issue.code(
  'NOT_IN_POLICY',
  { expected: 'rung' },
  ({ given, known, suggestion }) =>
    `got ${given}, which is no rung of this policy. Rungs: ${known.join(', ')}.${issue.didYouMean(suggestion)}`,
)

/** A rule that needs a part which a policy may be without. */
export const PART_MISSING = /* @__PURE__ */ issue.code(
  'VALUE_MISSING',
  { expected: 'policy-part' },
  ({ field }) =>
    `is missing: this policy says nothing of "${field}". Add it, and define the policy anew.`,
)

export const STEP_NOT_ALLOWED = /* @__PURE__ */ issue.code(
  'STEP_NOT_ALLOWED',
  ({ given, allowed, previous }) =>
    `got ${given}, which cannot follow ${previous}. ` +
    (allowed.length === 0
      ? 'Nothing can: the application is closed.'
      : `What can: ${allowed.join(', ')}.`),
)

export const STEP_TOO_EARLY = /* @__PURE__ */ issue.code(
  'DATES_OUT_OF_ORDER',
  { reason: 'step' },
  ({ from, to, given, previous }: Record<'from' | 'to' | 'given' | 'previous', string>) =>
    `the ${given} on ${to} comes before the ${previous} on ${from}. Steps are taken in order; check the date.`,
)

export const OBJECTION_TOO_LATE = /* @__PURE__ */ issue.code(
  'DATES_OUT_OF_ORDER',
  { reason: 'objection' },
  ({ from, to }) =>
    `got ${from}, and the publication ended on ${to}. Objections are taken until then.`,
)

export const DECISION_TOO_EARLY = /* @__PURE__ */ issue.code(
  'DATES_OUT_OF_ORDER',
  { reason: 'decision-during-publication' },
  ({ from, to }) =>
    `got ${to}, and the publication lasts until the end of ${from}. Decide on a later day.`,
)

export const PUBLICATION_TOO_SHORT = /* @__PURE__ */ issue.code(
  'DATES_OUT_OF_ORDER',
  { reason: 'publication' },
  ({ from, to }) =>
    `got ${to}, which is too soon after ${from} for the working days of the publication.`,
)

export const OBJECTION_UPHELD = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'objection-upheld' },
  ({ id }: { id: string }) =>
    `the objection ${id} was upheld, so that nobody is promoted by this application.`,
)

export const APPLICATION_POLICY_CHANGED = /* @__PURE__ */ issue.code(
  'PLAN_CHANGED',
  { reason: 'application' },
  ({ was, is }) =>
    `the application was opened under ${was}, and this policy is ${is}. Go on under the one that it was opened under.`,
)

export const CALENDAR_MISSING = /* @__PURE__ */ issue.code(
  'VALUE_MISSING',
  { expected: 'calendar', field: 'publication' },
  () => 'is missing, expected a calendar, as a publication is counted in working days.',
)

export const REVIEWS_TOO_FEW = /* @__PURE__ */ issue.code(
  'REVIEWS_TOO_FEW',
  ({ id, given, minimum }) =>
    `got ${given} from ${id}, expected at least ${minimum}. Ask more of them.`,
)

export const OUTSIDE_MENTORING = /* @__PURE__ */ issue.code(
  'DATE_NOT_COVERED',
  { reason: 'mentoring' },
  ({ date, from, to }) =>
    `${date} is outside the mentoring from ${from} to ${to}. Correct it, or remove it.`,
)
