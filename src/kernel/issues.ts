/** The kinds of problem that the kernel finds, each with its English sentence. */
import { code } from './input/issue.js'

const definedAs = (define: string) => define.replace(/^define/, '')

export const POLICY_NOT_DEFINED = /* @__PURE__ */ code(
  'POLICY_NOT_DEFINED',
  ({ define }) =>
    `the policy given is not a defined ${definedAs(define)}. Pass it through ${define} first and use what that returns.`,
)

export const POLICY_OF_OTHER_VERSION = /* @__PURE__ */ code(
  'POLICY_NOT_DEFINED',
  ({ define, definedBy, version }) =>
    `the policy given was defined by version ${definedBy} of sales-rules, and this is version ${version}. ` +
    `Pass it through ${define} of version ${version} and use what that returns.`,
)
