import type { Issue, Path } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { DATES_OUT_OF_ORDER } from '../kernel/issues.js'
import * as time from '../kernel/time/time.js'
import { type ExactCarePolicy, exactCarePolicy } from './exactCarePolicy.js'
import { byText, readInput, readNamed, readPast, sectionOf } from './read.js'
import type { DefinedCarePolicy, RetentionFacts, RetentionPlan, RetentionRules } from './types.js'

/**
 * Says which measure is to keep a customer whom a warning speaks of, by their tier, until when, and whether it was done (HEA-3).
 *
 * The warnings are those of `churnWarnings`, or any others that have a kind and a day. The measure is due so many days after the first of them
 * became a warning (`raised`, or `since` where only that is known), and counts as done from that day on.
 *
 * @throws SalesRulesError `NOT_IN_POLICY` for a tier or a measure that the policy does not have, `VALUE_MISSING` for a policy without
 *   retention, `DATE_INVALID`, `DATES_OUT_OF_ORDER` for what comes after `asOf`, `POLICY_NOT_DEFINED`.
 *
 * @example A VIP who has not answered since 12 January, which was a warning on the 26th
 * ```ts
 * import { handbook, retentionPlan } from 'sales-rules'
 *
 * const warnings = [{ kind: 'unanswered', since: '2026-01-12', raised: '2026-01-26' }]
 * const plan = retentionPlan({ tier: 'vip', asOf: '2026-01-26', warnings }, handbook.care)
 * plan.measure // => 'special-offer'
 * plan.due // => '2026-02-02'
 * plan.state // => 'due'
 * retentionPlan({ tier: 'vip', asOf: '2026-01-26', warnings: [] }, handbook.care).measure // => null
 * ```
 */
export function retentionPlan(customer: RetentionFacts, policy: DefinedCarePolicy): RetentionPlan {
  const exact = exactCarePolicy(policy)
  const rules = sectionOf(exact, 'retention')
  return writePlan(readFacts(customer, exact, rules), rules, exact)
}

interface Facts {
  readonly customer: string | null
  readonly tier: string
  readonly asOf: string
  readonly warnings: RetentionPlan['warnings']
  readonly done: NonNullable<RetentionFacts['done']>
}

function readFacts(value: unknown, { tierIds }: ExactCarePolicy, rules: RetentionRules): Facts {
  const issues: Issue[] = []
  const path = ['customer']
  const keys = ['customer', 'tier', 'asOf', 'warnings', 'done']
  const fields = readInput(value, path, keys, issues)
  const { required, optional } = read.of(fields, path, issues)
  const customer = optional('customer', read.name) ?? null
  const tier = required('tier', (given, at, found) => readNamed(given, at, tierIds, found))
  const asOf = required('asOf', read.date)
  const known = [...new Set(rules.measures.map(({ measure }) => measure))]
  const warnings = (required('warnings', read.array) ?? []).map((row, index) =>
    readWarning(row, [...path, 'warnings', index], asOf, issues),
  )
  const done = (optional('done', read.array) ?? []).map((row, index) => {
    const at = [...path, 'done', index]
    const given = read.fields(row, at, ['measure', 'date'], issues) ?? {}
    return {
      measure: readNamed(given['measure'], [...at, 'measure'], known, issues) ?? '',
      date: readPast(given['date'], [...at, 'date'], asOf, issues) ?? '',
    }
  })
  issue.refuseIfAny(issues)
  return { customer, tier: tier as string, asOf: asOf as string, warnings, done }
}

/** A warning may say more than is looked at: how many follow-ups it took. */
function readWarning(row: unknown, path: Path, asOf: string | undefined, issues: Issue[]) {
  const given = read.record(row, path, issues) ?? {}
  const kind = read.name(given['kind'], [...path, 'kind'], issues) ?? ''
  const since = readPast(given['since'], [...path, 'since'], asOf, issues) ?? ''
  const at = [...path, 'raised']
  const isGiven = (given['raised'] ?? null) !== null
  const raised = (isGiven ? readPast(given['raised'], at, asOf, issues) : since) ?? since
  if (raised < since)
    issue.add(issues, issue.at(DATES_OUT_OF_ORDER, at, { from: since, to: raised }))
  return { kind, since, raised }
}

function writePlan(
  { customer, tier, asOf, warnings, done }: Facts,
  { measures, withinDays, clause }: RetentionRules,
  { policy }: ExactCarePolicy,
): RetentionPlan {
  const [since = null] = warnings.map((one) => one.since).sort(byText)
  const [raised = null] = warnings.map((one) => one.raised).sort(byText)
  const measure = measures.find((one) => one.tier === tier)?.measure ?? null
  const isCalledFor = raised !== null && measure !== null
  const due = isCalledFor ? issue.within(['due'], () => time.addDays(raised, withinDays)) : null
  const [doneOn = null] = isCalledFor
    ? done
        .filter((one) => one.measure === measure && one.date >= raised)
        .map(({ date }) => date)
        .sort(byText)
    : []
  return {
    customer,
    tier,
    measure: isCalledFor ? measure : null,
    warnings,
    since,
    raised,
    due,
    state: stateOf(due, doneOn, asOf),
    done: doneOn,
    policy,
    clauses: [clause],
  }
}

function stateOf(due: string | null, done: string | null, asOf: string): RetentionPlan['state'] {
  if (due === null) return 'none'
  if (done !== null) return 'done'
  return asOf > due ? 'overdue' : 'due'
}
