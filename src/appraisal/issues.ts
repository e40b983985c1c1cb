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

export const SOURCE_REFUSED = /* @__PURE__ */ code('SOURCE_REFUSED', ({ source, accepted }) => {
  const given = source === null ? 'no source' : JSON.stringify(source)
  const list = accepted.map((name) => `"${name}"`).join(', ')
  return `got ${given}, expected a figure from ${list}: one that was not reported by the person appraised (APP-7).`
})
