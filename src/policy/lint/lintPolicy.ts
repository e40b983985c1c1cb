import type { CommissionFacts } from '../../commission/index.js'
import type { Issue } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import * as defined from '../../kernel/policy/defined.js'
import type { DefinedSalesPolicy } from '../types.js'
import { lintDocument } from './document/lintDocument.js'
import { lintAs } from './linters.js'
import type { Finding, LintedPolicy, LintOptions, LintReport } from './types.js'

const ORDER = ['error', 'warning', 'note']

/**
 * Looks for folly in a policy that is valid: cliffs, tiers and caps that do nothing, conditions that nobody can meet, scores that turn on
 * one part, orders that are paid more in another period or in two pieces, terms above the law, conventions that few others have.
 *
 * Run it when a policy is written or changed. Each finding has a code, a severity, the place in the policy and, where a rule can show it, an
 * example: what the rule is given, and what it returns. An `error` never works as written, a `warning` is a trap or a part without
 * effect, a `note` is to be known and may well be meant. Lint tries the policy at its own thresholds with a typical payee; give yours as
 * `payee` where a plan looks at facts that lint cannot make up. What could not be tried is in `notChecked`, with the reason.
 *
 * Of a document it looks at each section of each version and group, at sections that do not fit each other, at days without a version, at
 * versions and groups that decide the same, and runs the examples as {@link checkExamples} does.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `UNKNOWN_KEY`.
 *
 * @example More sales, less pay
 * ```ts
 * import { calculateCommission, defineCommissionPlan, lintPolicy } from 'sales-rules'
 *
 * const plan = defineCommissionPlan({
 *   currency: 'EUR',
 *   tiersPer: 'month',
 *   scale: {
 *     mode: 'whole-amount',
 *     tiers: [
 *       { id: 'first', upTo: '100000', rate: '0.05' },
 *       { id: 'second', upTo: null, rate: '0.04' },
 *     ],
 *   },
 * })
 * const [finding] = lintPolicy(plan).findings
 * finding?.code // => 'PAY_FALLS'
 * finding?.message.split('.00 less')[0] // => 'scale.tiers[1]: sales of 100000.00 are paid 1000'
 * finding?.example?.gives // => ['5000.00', '4000.00']
 * calculateCommission({ period: '2026-03', sales: '99999.99' }, plan).amount // => '5000.00'
 * calculateCommission({ period: '2026-03', sales: '100000' }, plan).amount // => '4000.00'
 * ```
 */
export function lintPolicy(policy: LintedPolicy, options: LintOptions = {}): LintReport {
  const kind = defined.kindOf(policy)
  const known = readOptions(options)
  const { findings, notChecked } =
    kind === 'Policy'
      ? lintDocument(policy as DefinedSalesPolicy, known)
      : lintAs(kind, policy, known)
  return { findings: inOrder(findings), notChecked }
}

/** The payee as a plain object; the rules read what is in it. */
function readOptions(options: unknown): LintOptions {
  const issues: Issue[] = []
  const { payee: given } = read.options(options, ['options'], ['payee'], issues) ?? {}
  if (given === undefined) {
    issue.refuseIfAny(issues)
    return {}
  }
  const path = ['options', 'payee']
  const payee = read.record(given, path, issues) ?? {}
  const { facts } = payee
  const known = facts === undefined ? {} : { facts: read.record(facts, [...path, 'facts'], issues) }
  issue.refuseIfAny(issues)
  return { payee: { ...payee, ...known } as CommissionFacts }
}

/** Errors first; of one severity in the order in which they were found. */
function inOrder(findings: readonly Finding[]): Finding[] {
  return ORDER.flatMap((severity) => findings.filter((one) => one.severity === severity))
}
