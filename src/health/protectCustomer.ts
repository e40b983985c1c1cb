import type { Issue, Path } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { ID_DUPLICATE } from '../kernel/issues.js'
import * as fraction from '../kernel/number/fraction.js'
import * as write from '../kernel/number/write.js'
import * as time from '../kernel/time/time.js'
import { type ExactCarePolicy, exactCarePolicy } from './exactCarePolicy.js'
import {
  isThere,
  lastDayWith,
  type OwnerRecord,
  type OwnerRecords,
  tenureOf,
} from './exactTenure.js'
import { CLAIM_FACT_MISSING, SHARES_NOT_WHOLE } from './issues.js'
import { byText, readInput, readNamed, readPast, readRows, sectionOf } from './read.js'
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
 * of it; then the next in line takes over. By shares, all who claim share the customer as they name it, the shares add up to 1, and whatever any of
 * them does keeps the customer from the pool. A last day still counts: of 30 days without a follow-up, the 30th is the owner's. Whoever leaves
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
  const facts = readFacts(customer, rules)
  return rules.rule === 'shares'
    ? shareCustomer(facts, rules, exact)
    : holdCustomer(facts, rules, exact)
}

interface Facts extends OwnerRecords {
  readonly customer: string | null
  readonly asOf: string
  readonly claims: readonly Claim[]
  readonly issues: readonly Issue[]
}

interface Claim extends OwnerRecord {
  readonly share: fraction.Fraction
  /** What the limits of the policy refuse. */
  readonly beyond: ClaimObstacle | null
}

function readFacts(value: unknown, rules: ProtectionRules): Facts {
  const issues: Issue[] = []
  const ofRows: Issue[] = []
  const path = ['customer']
  const keys = ['customer', 'asOf', 'claims', 'followUps', 'deals', 'reps']
  const fields = readInput(value, path, keys, issues)
  const { required, optional } = read.of(fields, path, issues)
  const customer = optional('customer', read.name) ?? null
  const asOf = required('asOf', read.date)
  required('claims', read.array)
  issue.refuseIfAny(issues)
  const rows = (key: string) => ({ path: [...path, key], issues, ofRows })
  const reps = (fields['reps'] ?? null) === null ? null : readReps(fields['reps'], rows('reps'))
  const known = reps === null ? null : [...reps.keys()]
  const records = (key: string) =>
    readRows(fields[key], rows(key), (row, at, found) => {
      const given = read.fields(row, at, ['rep', 'date'], found)
      return given && readRecord(given, at, { known, asOf }, found)
    }).sort((a, b) => byText(a.date, b.date))
  const claims = readRows(fields['claims'], rows('claims'), (row, at, found) =>
    readClaim(row, at, { known, asOf, rules }, found),
  )
  const followUps = records('followUps')
  const deals = records('deals')
  issue.refuseIfAny(issues)
  return {
    customer,
    asOf: asOf as string,
    claims: claims.sort((a, b) => byText(a.date, b.date)),
    followUps,
    deals,
    reps,
    issues: ofRows,
  }
}

function readReps(
  value: unknown,
  place: Parameters<typeof readRows>[1],
): ReadonlyMap<string, string | null> {
  const reps = new Map<string, string | null>()
  readRows(value, place, (row, path, issues) => {
    const fields = read.fields(row, path, ['rep', 'lastDay'], issues)
    if (fields === undefined) return undefined
    const { required, optional } = read.of(fields, path, issues)
    const rep = required('rep', read.name)
    const lastDay = optional('lastDay', read.date) ?? null
    if (rep === undefined) return undefined
    if (reps.has(rep)) issue.add(issues, issue.at(ID_DUPLICATE, [...path, 'rep'], { id: rep }))
    else if (issues.length === 0) reps.set(rep, lastDay)
    return rep
  })
  return reps
}

/** What rows of reps are read by. */
interface RepPlace {
  /** Null: anybody. */
  readonly known: readonly string[] | null
  readonly asOf: string | undefined
}

function readRecord(
  fields: read.Fields,
  path: Path,
  { known, asOf }: RepPlace,
  issues: Issue[],
): OwnerRecord | undefined {
  const at = [...path, 'rep']
  const rep =
    known === null
      ? read.name(fields['rep'], at, issues)
      : readNamed(fields['rep'], at, known, issues)
  const date = readPast(fields['date'], [...path, 'date'], asOf, issues)
  return rep === undefined || date === undefined ? undefined : { rep, date }
}

function readClaim(
  row: unknown,
  path: Path,
  { rules, ...place }: RepPlace & { readonly rules: ProtectionRules },
  issues: Issue[],
): Claim | undefined {
  const keys = ['rep', 'date', 'share', 'claimedThatDay', 'customersHeld']
  const fields = read.fields(row, path, keys, issues)
  if (fields === undefined) return undefined
  const { required, optional } = read.of(fields, path, issues)
  const record = readRecord(fields, path, place, issues)
  const bounds = { minimum: fraction.ZERO, maximum: fraction.ONE }
  const share = (rules.rule === 'shares' ? required : optional)('share', (given, at, found) =>
    read.decimal(given, at, found, bounds),
  )
  const beyond = readBeyond(fields, path, rules, issues)
  return record && { ...record, share: share ?? fraction.ZERO, beyond }
}

/** What a limit of the policy counts, and what it is called where it is reached. */
const LIMITED = [
  { key: 'claimedThatDay', limit: 'claimsPerDay', obstacle: 'claims-per-day' },
  { key: 'customersHeld', limit: 'customersPerRep', obstacle: 'customers-per-rep' },
] as const

const COUNTED = { minimum: 0, maximum: 1_000_000_000 }

/** The first limit of the policy that a claim is beyond; what a limit counts has to be given. */
function readBeyond(
  fields: read.Fields,
  path: Path,
  { limits = {} }: ProtectionRules,
  issues: Issue[],
): ClaimObstacle | null {
  const beyond = LIMITED.flatMap(({ key, limit, obstacle }) => {
    const most = limits[limit]
    const at = [...path, key]
    if ((fields[key] ?? null) === null) {
      if (most !== undefined)
        issue.add(issues, issue.at(CLAIM_FACT_MISSING, at, { field: `limits.${limit}` }))
      return []
    }
    const counted = read.integer(fields[key], at, issues, COUNTED)
    return most !== undefined && counted !== undefined && counted >= most ? [obstacle] : []
  })
  return beyond[0] ?? null
}

type ClaimOutcome = CustomerProtection['claims'][number]

/** Who owns the customer, and who waits in line, while claims are gone through. */
interface Line {
  readonly tenures: CustomerTenure[]
  readonly waiting: { readonly rep: string; readonly claim: number }[]
  /** By the position of a tenure, that of its claim. */
  readonly claimOf: number[]
}

/** One owner after the other. */
function holdCustomer(
  facts: Facts,
  rules: ProtectionRules,
  exact: ExactCarePolicy,
): CustomerProtection {
  const line: Line = { tenures: [], waiting: [], claimOf: [] }
  const begin = (rep: string, from: string, claim: number) => {
    line.tenures.push(tenureOf(rep, from, rules, facts))
    line.claimOf.push(claim)
  }
  const outcomes = facts.claims.map((claim, index): ClaimOutcome => {
    const { rep, date } = claim
    const owner = ownerOn(date, line, facts, begin)
    const because = obstacleOf(claim, owner, { rules, facts, line })
    if (because === null) begin(rep, date, index)
    const isWaiting = because === 'owned' && rules.rule === 'protection-period' && owner !== rep
    if (isWaiting) line.waiting.push({ rep, claim: index })
    const state = because === null ? 'owned' : isWaiting ? 'waiting' : 'refused'
    return { rep, date, state, because, owner }
  })
  const owner = ownerOn(facts.asOf, line, facts, begin)
  const current = owner === null ? undefined : line.claimOf.at(-1)
  const claims = outcomes.map((outcome, index): ClaimOutcome => {
    if (index === current) return { ...outcome, state: 'owns', because: null, owner: null }
    if (!line.claimOf.includes(index)) return outcome
    return { ...outcome, state: 'owned', because: null, owner: null }
  })
  return {
    customer: facts.customer,
    asOf: facts.asOf,
    state: owner === null ? 'pool' : 'owned',
    owner,
    shares: [],
    tenures: line.tenures,
    claims,
    issues: facts.issues,
    policy: exact.policy,
    clauses: [rules.clause],
  }
}

/** Who owns the customer on a day, once the next in line has taken over wherever a tenure has ended before. */
function ownerOn(
  date: string,
  line: Line,
  facts: Facts,
  begin: (rep: string, from: string, claim: number) => void,
): string | null {
  for (;;) {
    const last = line.tenures.at(-1)
    if (last === undefined) return null
    if (last.to === null || last.to >= date) return last.rep
    const from = time.addDays(last.to, 1)
    const next = line.waiting.shift()
    if (next === undefined) return null
    if (isThere(next.rep, from, facts)) begin(next.rep, from, next.claim)
  }
}

/** What stands in the way of a claim. */
function obstacleOf(
  { rep, date, beyond }: Claim,
  owner: string | null,
  {
    rules,
    facts,
    line,
  }: { readonly rules: ProtectionRules; readonly facts: Facts; readonly line: Line },
): ClaimObstacle | null {
  if (!isThere(rep, date, facts)) return 'not-employed'
  if (beyond !== null) return beyond
  if (owner !== null) return 'owned'
  const days = rules.limits?.reclaimAfterDays
  const before = line.tenures.filter((tenure) => tenure.rep === rep).at(-1)?.to ?? null
  if (days === undefined || before === null) return null
  return time.daysBetween(before, date) <= days ? 'reclaimed-too-soon' : null
}

/** All who claim before the customer falls into the pool share them. */
interface Round {
  readonly from: string
  readonly members: { readonly claim: Claim; readonly index: number }[]
}

function shareCustomer(
  facts: Facts,
  rules: ProtectionRules,
  exact: ExactCarePolicy,
): CustomerProtection {
  const rounds: Round[] = []
  const outcomes = facts.claims.map((claim, index): ClaimOutcome => {
    const { rep, date, beyond } = claim
    const refused = (because: ClaimObstacle): ClaimOutcome => ({
      rep,
      date,
      state: 'refused',
      because,
      owner: null,
    })
    if (!isThere(rep, date, facts)) return refused('not-employed')
    if (beyond !== null) return refused(beyond)
    const open = rounds.at(-1)
    const isOpen = open !== undefined && !isOver(open, date, rules, facts)
    if (isOpen && open.members.some((one) => one.claim.rep === rep)) return refused('owned')
    if (isOpen) open.members.push({ claim, index })
    else rounds.push({ from: date, members: [{ claim, index }] })
    return { rep, date, state: 'owned', because: null, owner: null }
  })
  for (const round of rounds) refuseIfNotWhole(round)
  const last = rounds.at(-1)
  const isOpen = last !== undefined && !isOver(last, facts.asOf, rules, facts)
  const owning = isOpen
    ? last.members.filter(({ claim }) => isThere(claim.rep, facts.asOf, facts))
    : []
  const current = new Set(owning.map(({ index }) => index))
  return {
    customer: facts.customer,
    asOf: facts.asOf,
    state: owning.length === 0 ? 'pool' : 'shared',
    owner: null,
    shares: owning.map(({ claim }) => ({ rep: claim.rep, share: write.decimal(claim.share) })),
    tenures: rounds.flatMap((round) => sharedTenures(round, rules, facts)),
    claims: outcomes.map((outcome, index) =>
      current.has(index) ? { ...outcome, state: 'owns' } : outcome,
    ),
    issues: facts.issues,
    policy: exact.policy,
    clauses: [rules.clause],
  }
}

/** Why and when the pool takes a customer who is shared: whatever any of them does keeps it away. */
function endOfRound(
  { from, members }: Round,
  rules: ProtectionRules,
  { followUps, deals }: Facts,
): Pick<CustomerTenure, 'to' | 'because'> {
  const reps = new Set(members.map(({ claim }) => claim.rep))
  const own = ({ rep, date }: OwnerRecord) => reps.has(rep) && date >= from
  const dealDays = deals.filter(own).map(({ date }) => date)
  const claimDays = members.map(({ claim }) => claim.date)
  const contacts = [...followUps.filter(own).map(({ date }) => date), ...dealDays, ...claimDays]
  const { withoutFollowUpDays, withoutDealDays } = rules.pool ?? {}
  const silent = lastDayWith(from, contacts.sort(), withoutFollowUpDays)
  const dealless = lastDayWith(from, dealDays, withoutDealDays)
  if (silent !== null && (dealless === null || silent <= dealless))
    return { to: silent, because: 'no-follow-up' }
  return { to: dealless, because: dealless === null ? null : 'no-deal' }
}

function isOver(round: Round, date: string, rules: ProtectionRules, facts: Facts): boolean {
  const { to } = endOfRound(round, rules, facts)
  return to !== null && to < date
}

function sharedTenures(round: Round, rules: ProtectionRules, facts: Facts): CustomerTenure[] {
  const end = endOfRound(round, rules, facts)
  return round.members.map(({ claim: { rep, date } }) => {
    const lastDay = facts.reps?.get(rep) ?? null
    const isLeaving = lastDay !== null && (end.to === null || lastDay < end.to)
    return { rep, from: date, ...(isLeaving ? { to: lastDay, because: 'left' as const } : end) }
  })
}

function refuseIfNotWhole({ members }: Round): void {
  const total = fraction.sum(members.map(({ claim }) => claim.share))
  if (fraction.compare(total, fraction.ONE) === 0) return
  const difference = write.decimal(fraction.subtract(fraction.ONE, total))
  const params = { total: write.decimal(total), difference }
  issue.refuse(SHARES_NOT_WHOLE, ['customer', 'claims'], params)
}
