/** The kinds of problem that this room finds, each with its English sentence. */
import { code } from '../kernel/input/issue.js'

export const RAISE_NOT_RATIO = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'raise-not-ratio' },
  ({ given }: { given: string; expected: string }) =>
    `got ${given}, and raises share a budget as parts of salaries. Use "ratio", or name another consequence in "raises".`,
)

export const NO_RAISE_BY_GRADE = /* @__PURE__ */ code(
  'NOT_IN_POLICY',
  { expected: 'raise', suggestion: null },
  ({ given, known }) =>
    `no consequence of the policy, of those that follow from single grades, is a ${given}, so nothing says what a grade grants. It has: ${known.join(', ')}. Give each person a rate, or name another consequence in "raises".`,
)
