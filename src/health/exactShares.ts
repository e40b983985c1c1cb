/** A customer whom several reps share, by shares that they name. */
import * as issue from '../kernel/input/issue.js'
import * as fraction from '../kernel/number/fraction.js'
import * as write from '../kernel/number/write.js'
import type { Claim, ClaimedCustomer } from './exactProtection.js'
import { firstEnd, isThere, isTooSoon, lastDayAfter } from './exactTenure.js'
import { SHARES_NOT_WHOLE } from './issues.js'
import { byText } from './read.js'
import type { ClaimObstacle, CustomerProtection, CustomerTenure, ProtectionRules } from './types.js'

type ClaimOutcome = CustomerProtection['claims'][number]

/** Who shares a customer, from when to when, and how each claim came out. */
export type Holding = Pick<
  CustomerProtection,
  'state' | 'owner' | 'shares' | 'unassigned' | 'tenures' | 'claims'
>

interface Context {
  readonly facts: ClaimedCustomer
  readonly rules: ProtectionRules
}

/** All who claim before the customer falls into the pool share them. */
interface Round {
  /** By rep. */
  readonly members: Map<string, { readonly claim: Claim; readonly index: number }>
  /** The days of the last claim, follow-up or deal, and of the last deal or the start. */
  contact: string
  deal: string
  /** The day on which the last of them leaves; null where somebody stays. */
  leaving: string | null
}

/** How far claims and records were gone through. */
interface Walk {
  readonly rounds: Round[]
  /** The last round that each rep had a share in. */
  readonly roundOf: Map<string, Round>
  next: number
}

/**
 * Goes through claims and records day by day: whatever somebody does who has a share, and is there, keeps the pool away from all. A claim comes
 * before what is done on its day.
 */
export function shareCustomer(facts: ClaimedCustomer, rules: ProtectionRules): Holding {
  const context = { facts, rules }
  const walk: Walk = { rounds: [], roundOf: new Map(), next: 0 }
  const outcomes = facts.claims.map((claim, index): ClaimOutcome => {
    const { rep, date } = claim
    const open = openRound(date, walk, context)
    const because = obstacleOf(claim, open, walk, context)
    if (because === null) join(open ?? newRound(date, walk), { claim, index }, walk, context)
    return { rep, date, state: because === null ? 'owned' : 'refused', because, owner: null }
  })
  const open = openRound(facts.asOf, walk, context)
  // Whoever was refused, or could not be read, would have had a share.
  const lacksShares =
    facts.lacksClaims || outcomes.some(({ because }) => because !== null && because !== 'owned')
  for (const round of walk.rounds) refuseIfNotWhole(round, lacksShares, facts)
  return writeHolding(open, outcomes, walk, context)
}

/** The round that goes on on a day, once all that was done before it is looked at; null while the customer is in the pool. */
function openRound(date: string, walk: Walk, { facts, rules }: Context): Round | null {
  const round = walk.rounds.at(-1) ?? null
  const isOpen = (day: string) => round !== null && !isOver(round, day, rules)
  for (;;) {
    const record = facts.records[walk.next]
    if (record === undefined || record.date >= date) break
    walk.next += 1
    if (round !== null && isOpen(record.date)) keepFromPool(round, record, facts)
  }
  return isOpen(date) ? round : null
}

function keepFromPool(
  round: Round,
  { rep, date, isDeal }: ClaimedCustomer['records'][number],
  facts: ClaimedCustomer,
): void {
  if (!round.members.has(rep) || !isThere(rep, date, facts)) return
  round.contact = date
  if (isDeal) round.deal = date
}

/** Why and when the pool takes the customer from all, as things stand. */
function endOf(
  { contact, deal, leaving }: Round,
  { pool = {} }: ProtectionRules,
): Pick<CustomerTenure, 'to' | 'because'> {
  const after = (day: string, days: number | undefined) =>
    days === undefined ? null : lastDayAfter(day, days)
  return firstEnd([
    ['left', leaving],
    ['no-follow-up', after(contact, pool.withoutFollowUpDays)],
    ['no-deal', after(deal, pool.withoutDealDays)],
  ])
}

function isOver(round: Round, date: string, rules: ProtectionRules): boolean {
  const { to } = endOf(round, rules)
  return to !== null && to < date
}

/** The time in which a rep has a share in a round. */
function tenureIn(
  round: Round,
  { rep, date }: Claim,
  { facts: { reps }, rules }: Context,
): CustomerTenure {
  const { to, because } = endOf(round, rules)
  const ends = [['left', reps?.get(rep) ?? null] as const, [because ?? 'left', to] as const]
  return { rep, from: date, ...firstEnd(ends) }
}

/** What stands in the way of a claim. */
function obstacleOf(
  { rep, date, beyond }: Claim,
  open: Round | null,
  { roundOf }: Walk,
  context: Context,
): ClaimObstacle | null {
  if (!isThere(rep, date, context.facts)) return 'not-employed'
  if (beyond !== null) return beyond
  const before = roundOf.get(rep)
  if (before === undefined) return null
  if (before === open) return 'owned'
  const claim = before.members.get(rep)?.claim
  const fell = claim === undefined ? null : tenureIn(before, claim, context).to
  return isTooSoon(fell, date, context.rules) ? 'reclaimed-too-soon' : null
}

function newRound(date: string, { rounds }: Walk): Round {
  const round = { members: new Map(), contact: date, deal: date, leaving: '' }
  rounds.push(round)
  return round
}

function join(
  round: Round,
  member: { readonly claim: Claim; readonly index: number },
  { roundOf }: Walk,
  { facts: { reps } }: Context,
): void {
  const { rep, date } = member.claim
  const lastDay = reps?.get(rep) ?? null
  round.members.set(rep, member)
  round.contact = date
  if (lastDay === null || round.leaving === null) round.leaving = null
  else if (lastDay > round.leaving) round.leaving = lastDay
  roundOf.set(rep, round)
}

/**
 * On no day are the shares of those who are there more than the whole; and what all of a round name is the whole, unless a claim is known that is
 * not among them.
 */
function refuseIfNotWhole(
  { members }: Round,
  lacksShares: boolean,
  { reps }: ClaimedCustomer,
): void {
  const claims = [...members.values()].map(({ claim }) => claim)
  const named = fraction.sum(claims.map(({ share }) => share))
  const most = largestAtOnce(claims, reps)
  if (fraction.compare(most, fraction.ONE) > 0) refuseShares(most)
  if (fraction.compare(named, fraction.ONE) < 0 && !lacksShares) refuseShares(named)
}

/** The largest sum of shares on any day. */
function largestAtOnce(claims: readonly Claim[], reps: ClaimedCustomer['reps']): fraction.Fraction {
  const changes = claims.flatMap(({ rep, date, share }) => {
    const lastDay = reps?.get(rep) ?? null
    const joins = { date, isJoining: true, share }
    return lastDay === null
      ? [joins]
      : [joins, { date: lastDay, isJoining: false, share: fraction.negate(share) }]
  })
  // Whoever leaves on a day still has their share on it.
  changes.sort((a, b) => byText(a.date, b.date) || Number(b.isJoining) - Number(a.isJoining))
  let [sum, most] = [fraction.ZERO, fraction.ZERO]
  for (const { share } of changes) {
    sum = fraction.add(sum, share)
    most = fraction.larger(most, sum)
  }
  return most
}

function refuseShares(total: fraction.Fraction): never {
  const difference = write.decimal(fraction.subtract(fraction.ONE, total))
  const params = { total: write.decimal(total), difference }
  return issue.refuse(SHARES_NOT_WHOLE, ['customer', 'claims'], params)
}

function writeHolding(
  open: Round | null,
  outcomes: readonly ClaimOutcome[],
  { rounds }: Walk,
  context: Context,
): Holding {
  const { facts } = context
  const sharing = [...(open?.members.values() ?? [])].filter(({ claim: { rep } }) =>
    isThere(rep, facts.asOf, facts),
  )
  const current = new Set(sharing.map(({ index }) => index))
  const assigned = fraction.sum(sharing.map(({ claim }) => claim.share))
  return {
    state: open === null ? 'pool' : 'shared',
    owner: null,
    shares: sharing.map(({ claim: { rep, share } }) => ({ rep, share: write.decimal(share) })),
    unassigned: open === null ? null : write.decimal(fraction.subtract(fraction.ONE, assigned)),
    tenures: rounds.flatMap((round) =>
      [...round.members.values()].map(({ claim }) => tenureIn(round, claim, context)),
    ),
    claims: outcomes.map((outcome, index) =>
      current.has(index) ? { ...outcome, state: 'owns' } : outcome,
    ),
  }
}
