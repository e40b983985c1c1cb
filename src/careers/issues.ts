/** The kinds of problem that this room finds, each with its English sentence. */
import * as issue from '../kernel/input/issue.js'

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
