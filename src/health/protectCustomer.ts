import * as time from '../kernel/time/time.js'
import { exactCarePolicy } from './exactCarePolicy.js'
import { type Claim, type ClaimedCustomer, readClaimedCustomer } from './exactProtection.js'
import { type Holding, shareCustomer } from './exactShares.js'
import { isThere, isTooSoon, tenureOf } from './exactTenure.js'
import { sectionOf } from './read.js'
import type {
  ClaimObstacle,
  CustomerProtection,
  CustomerTenure,
  DefinedCarePolicy,
  ProtectionFacts,
  ProtectionRules,
} from './types.js'

/**
 * Says who owns a customer that several reps claim, and when the customer falls back to the common pool (公海), of everybody (HEA-4).
 *
 * By first report, whoever claims a customer that nobody owns has them until they fall into the pool: after more than the policy's days without a
 * follow-up, or without a deal, by the owner. A deal is a follow-up as well. By protection period, a report protects for so many days, unless a deal comes
 * of it; then the next in line takes over. By shares, all who claim share the customer as they name it, on no day more than 1, and whatever any of
 * them does keeps the customer from the pool; the part of somebody who left, or was refused, is `unassigned` until it is claimed. A last day still counts: of 30 days without a follow-up, the 30th is the owner's. Whoever leaves
 * owns nothing from the next day on. Claims beyond the limits of a policy are refused. On no day has a customer two owners. A row that is
 * wrong, or of somebody who is not there, is left out and named in `issues`.
 *
 * @throws SalesRulesError `VALUE_MISSING` for a policy without protection, `CREDIT_NOT_WHOLE` for shares, `DATE_INVALID`, `POLICY_NOT_DEFINED`.
 *
 * @example Li reports first, and lets the customer fall into the pool, from where Wang takes them
 * ```ts
 * import { handbook, protectCustomer } from 'sales-rules'
 *
 * const claims = [
 *   { rep: 'Li', date: '2026-01-05' },
 *   { rep: 'Wang', date: '2026-01-20' },
 *   { rep: 'Wang', date: '2026-02-12' },
 * ]
 * const followUps = [{ rep: 'Li', date: '2026-01-12' }]
 * const customer = protectCustomer({ asOf: '2026-02-20', claims, followUps }, handbook.care)
 * customer.owner // => 'Wang'
 * customer.tenures[0] // => { rep: 'Li', from: '2026-01-05', to: '2026-02-11', because: 'no-follow-up' }
 * customer.claims.map(({ state, because }) => [state, because])
 * // => [['owned', null], ['refused', 'owned'], ['owns', null]]
 * ```
 */
export function protectCustomer(
  customer: ProtectionFacts,
  policy: DefinedCarePolicy,
): CustomerProtection {
  const exact = exactCarePolicy(policy)
  const rules = sectionOf(exact, 'protection')
  const facts = readClaimedCustomer(customer, rules)
  const holding = rules.rule === 'shares' ? shareCustomer(facts, rules) : holdCustomer(facts, rules)
  return {
    customer: facts.customer,
    asOf: facts.asOf,
    ...holding,
    issues: facts.issues,
    policy: exact.policy,
    clauses: [rules.clause],
  }
}

type ClaimOutcome = CustomerProtection['claims'][number]

/** Who owns the customer, and who waits in line, while claims are gone through. */
interface Line {
  readonly tenures: CustomerTenure[]
  /** By the positions of tenures, those of their claims. */
  readonly claimOf: number[]
  /** The last tenure of each rep. */
  readonly lastOf: Map<string, CustomerTenure>
  /** Who waits, with the position of their claim, first come first. */
  readonly waiting: Map<string, number>
  /** The claims of those who were gone when their turn came. */
  readonly gone: Set<number>
}

interface Context {
  readonly facts: ClaimedCustomer
  readonly rules: ProtectionRules
}

/** One owner after the other. */
function holdCustomer(facts: ClaimedCustomer, rules: ProtectionRules): Holding {
  const context = { facts, rules }
  const line: Line = {
    ...{ tenures: [], claimOf: [], lastOf: new Map(), waiting: new Map(), gone: new Set() },
  }
  const outcomes = facts.claims.map((claim, index): ClaimOutcome => {
    const { rep, date } = claim
    const owner = ownerOn(date, line, context)
    const because = obstacleOf(claim, owner, line, context)
    if (because === null) begin({ rep, from: date, claim: index }, line, context)
    const isWaiting = because === 'owned' && rules.rule === 'protection-period' && owner !== rep
    if (isWaiting) line.waiting.set(rep, index)
    const state = because === null ? 'owned' : isWaiting ? 'waiting' : 'refused'
    return { rep, date, state, because, owner }
  })
  const owner = ownerOn(facts.asOf, line, context)
  return {
    state: owner === null ? 'pool' : 'owned',
    owner,
    shares: [],
    unassigned: null,
    tenures: line.tenures,
    claims: asThingsStand(outcomes, owner, line, facts),
  }
}

function begin(
  { rep, from, claim }: { readonly rep: string; readonly from: string; readonly claim: number },
  { tenures, claimOf, lastOf }: Line,
  { facts, rules }: Context,
): void {
  const tenure = tenureOf(rep, from, rules, facts)
  tenures.push(tenure)
  claimOf.push(claim)
  lastOf.set(rep, tenure)
}

/** Who owns the customer on a day, once the next in line has taken over wherever a tenure has ended before. */
function ownerOn(date: string, line: Line, context: Context): string | null {
  for (;;) {
    const last = line.tenures.at(-1)
    if (last === undefined) return null
    if (last.to === null || last.to >= date) return last.rep
    const from = time.addDays(last.to, 1)
    const [next] = line.waiting
    if (next === undefined) return null
    const [rep, claim] = next
    line.waiting.delete(rep)
    if (isThere(rep, from, context.facts)) begin({ rep, from, claim }, line, context)
    else line.gone.add(claim)
  }
}

/** What stands in the way of a claim. */
function obstacleOf(
  { rep, date, beyond }: Claim,
  owner: string | null,
  { lastOf, waiting }: Line,
  { rules, facts }: Context,
): ClaimObstacle | null {
  if (!isThere(rep, date, facts)) return 'not-employed'
  if (waiting.has(rep)) return 'already-waiting'
  if (beyond !== null) return beyond
  if (isTooSoon(lastOf.get(rep)?.to ?? null, date, rules)) return 'reclaimed-too-soon'
  return owner === null ? null : 'owned'
}

/** Each claim as it came out: whose claim led to owning the customer, and who waits for nothing any more. */
function asThingsStand(
  outcomes: readonly ClaimOutcome[],
  owner: string | null,
  { claimOf, gone }: Line,
  facts: ClaimedCustomer,
): ClaimOutcome[] {
  const current = owner === null ? undefined : claimOf.at(-1)
  const owned = new Set(claimOf)
  return outcomes.map((outcome, index) => {
    const stood = { ...outcome, because: null, owner: null }
    if (index === current) return { ...stood, state: 'owns' }
    if (owned.has(index)) return { ...stood, state: 'owned' }
    const isWaiting = outcome.state === 'waiting'
    if (!gone.has(index) && (!isWaiting || isThere(outcome.rep, facts.asOf, facts))) return outcome
    return { ...outcome, state: 'refused', because: 'not-employed' }
  })
}
