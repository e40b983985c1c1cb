import type { Issue, Path } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import * as fraction from '../kernel/number/fraction.js'
import * as write from '../kernel/number/write.js'
import { type ExactCarePolicy, exactCarePolicy } from './exactCarePolicy.js'
import { leastValueBelow, type Ranking } from './exactNextTier.js'
import { CUSTOMER_TWICE } from './issues.js'
import { byText, readRows } from './read.js'
import type { CustomerTiers, CustomerValue, DefinedCarePolicy } from './types.js'

/**
 * Sorts customers into tiers by their value, and names those whose tier asks for an owner and who have none (HEA-4).
 *
 * By cumulative share, customers stand from the largest down, and each is placed by where they start in the share that all before them have,
 * so that the largest is always in the first tier; or by where they end, as the policy says. Customers of one value are one: they start where the
 * first of them starts, end where the last ends, and share a tier. Who is below 0 is in no base, and in the last tier; so are all where nobody has
 * any value. By value, a bound belongs to the better tier. A row that is wrong is left out, and named in `issues`.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `VALUE_INVALID` for what is no list.
 *
 * @example Four fifths of the value are VIPs by the handbook: the third starts exactly there, and is not
 * ```ts
 * import { handbook, tierCustomers } from 'sales-rules'
 *
 * const values = [['Acme', 500], ['Beta', 300], ['Core', 100], ['Dune', 60], ['Echo', 40]] as const
 * const rows = values.map(([customer, value]) => ({ customer, value, owner: customer === 'Acme' ? 'Li' : null }))
 * const tiered = tierCustomers(rows, handbook.care)
 * tiered.customers.map(({ tier }) => tier) // => ['vip', 'vip', 'ordinary', 'ordinary', 'ordinary']
 * tiered.customers.map(({ ends }) => ends) // => ['0.5', '0.8', '0.9', '0.96', '1']
 * tiered.customers[2]?.next // => { tier: 'vip', from: '100.01', remaining: '0.01' }
 * tiered.withoutOwner // => ['Beta']
 * ```
 */
export function tierCustomers(
  customers: readonly CustomerValue[],
  policy: DefinedCarePolicy,
): CustomerTiers {
  const exact = exactCarePolicy(policy)
  const ofRows: Issue[] = []
  const known = readValues(customers, ofRows)
  return writeTiers(placeAll(known, exact), ofRows, exact)
}

interface ExactValue {
  readonly customer: string
  readonly value: fraction.Fraction
  readonly owner: string | null
}

/** From the largest value down, and by name. */
function readValues(customers: unknown, ofRows: Issue[]): ExactValue[] {
  const issues: Issue[] = []
  const seen = new Set<string>()
  const path = ['customers']
  read.array(customers, path, issues)
  issue.refuseIfAny(issues)
  const rows = readRows(customers, { path, issues, ofRows }, (row, at, found) =>
    readValue(row, at, seen, found),
  )
  return rows.sort((a, b) => fraction.compare(b.value, a.value) || byText(a.customer, b.customer))
}

function readValue(
  row: unknown,
  path: Path,
  seen: Set<string>,
  issues: Issue[],
): ExactValue | undefined {
  const fields = read.fields(row, path, ['customer', 'value', 'owner'], issues)
  if (fields === undefined) return undefined
  const { required, optional } = read.of(fields, path, issues)
  const customer = required('customer', read.name)
  const value = required('value', read.decimal)
  const owner = optional('owner', read.name) ?? null
  if (customer === undefined || value === undefined) return undefined
  if (seen.has(customer))
    issue.add(issues, issue.at(CUSTOMER_TWICE, [...path, 'customer'], { id: customer }))
  seen.add(customer)
  return { customer, value, owner }
}

/** A customer in a tier, and between which shares. */
interface Placed extends ExactValue {
  readonly position: number
  readonly starts: fraction.Fraction | null
  readonly ends: fraction.Fraction | null
}

interface Placement {
  readonly base: fraction.Fraction
  readonly placed: readonly Placed[]
}

function placeAll(rows: readonly ExactValue[], exact: ExactCarePolicy): Placement {
  const inBase = rows.filter(({ value }) => !fraction.isNegative(value))
  const base = fraction.sum(inBase.map(({ value }) => value))
  const last = exact.tiers.length - 1
  const placed: Placed[] = []
  let before = fraction.ZERO
  for (const group of ofOneValue(rows)) {
    const [first] = group
    if (first === undefined) continue
    const isIn = base.n > 0n && !fraction.isNegative(first.value)
    const together = fraction.multiply(first.value, fraction.whole(group.length))
    const starts = isIn ? fraction.divide(before, base) : null
    before = isIn ? fraction.add(before, together) : before
    const ends = isIn ? fraction.divide(before, base) : null
    const position = positionOf(first.value, starts, ends, exact)
    for (const row of group)
      placed.push({ ...row, starts, ends, position: Math.min(position, last) })
  }
  return { base, placed }
}

/** Rows that stand together because they are worth the same. */
function ofOneValue(rows: readonly ExactValue[]): ExactValue[][] {
  const groups: ExactValue[][] = []
  for (const row of rows) {
    const group = groups.at(-1)
    const isSame = group?.[0] !== undefined && fraction.compare(group[0].value, row.value) === 0
    if (group !== undefined && isSame) group.push(row)
    else groups.push([row])
  }
  return groups
}

/** The first tier that is not over where the customer starts, or that reaches where they end; by value, the first whose bound is reached. */
function positionOf(
  value: fraction.Fraction,
  starts: fraction.Fraction | null,
  ends: fraction.Fraction | null,
  { tiers, rules }: ExactCarePolicy,
): number {
  const isShare = rules.tiers.by === 'cumulative-share'
  if (isShare && (starts === null || ends === null)) return tiers.length - 1
  const byEnd = rules.tiers.by === 'cumulative-share' && rules.tiers.placedBy === 'end'
  const found = tiers.findIndex(({ bound }) => {
    if (bound === null) return true
    if (!isShare) return fraction.compare(value, bound) >= 0
    if (byEnd) return fraction.compare(ends ?? fraction.ONE, bound) <= 0
    return fraction.compare(starts ?? fraction.ONE, bound) < 0
  })
  return found === -1 ? tiers.length - 1 : found
}

function writeTiers(
  { base, placed }: Placement,
  ofRows: readonly Issue[],
  exact: ExactCarePolicy,
): CustomerTiers {
  const { tiers, tierIds, rules, policy } = exact
  const { currency } = rules
  const money = (value: fraction.Fraction) => write.money(value, currency)
  const ranking = rankingOf({ base, placed })
  return {
    customers: placed.map((one) => ({
      customer: one.customer,
      value: money(one.value),
      tier: tierIds[one.position] ?? '',
      starts: one.starts && write.decimal(one.starts),
      ends: one.ends && write.decimal(one.ends),
      owner: one.owner,
      next: writeNext(one, ranking, exact),
    })),
    tiers: tierIds.map((tier, position) => {
      const within = placed.filter((one) => one.position === position)
      const value = money(fraction.sum(within.map((one) => one.value)))
      return { tier, customers: within.length, value }
    }),
    base: money(base),
    outOfBase: placed
      .filter(({ value }) => fraction.isNegative(value))
      .map(({ customer }) => customer),
    withoutOwner: placed
      .filter(({ position, owner }) => owner === null && tiers[position]?.dedicatedOwner === true)
      .map(({ customer }) => customer),
    currency,
    issues: ofRows,
    policy,
    clauses: [rules.tiers.clause],
  }
}

/** All in the base, from the largest down. */
function rankingOf({ base, placed }: Placement): Ranking {
  const groups: { value: fraction.Fraction; before: fraction.Fraction }[] = []
  let [before, last] = [fraction.ZERO, null as fraction.Fraction | null]
  for (const { value } of placed) {
    if (fraction.isNegative(value)) continue
    if (last === null || fraction.compare(last, value) !== 0) groups.push({ value, before })
    before = fraction.add(before, value)
    last = value
  }
  return { base, groups }
}

/**
 * What reaches the tier above: its bound, or by where customers start the least value that starts in it. By where they end no value says it,
 * as more value also moves the end.
 */
function writeNext(
  { position, value }: Placed,
  ranking: Ranking,
  exact: ExactCarePolicy,
): CustomerTiers['customers'][number]['next'] {
  const { tiers, tierIds, rules } = exact
  const tier = tierIds[position - 1]
  const bound = tiers[position - 1]?.bound ?? null
  if (tier === undefined || bound === null) return null
  const isShare = rules.tiers.by === 'cumulative-share'
  if (rules.tiers.by === 'cumulative-share' && rules.tiers.placedBy === 'end') return null
  const from = isShare ? leastValueBelow(bound, value, ranking, exact) : bound
  if (from === null) return null
  const { currency } = rules
  const remaining = fraction.subtract(from, value)
  return {
    tier,
    from: write.money(from, currency),
    remaining: write.money(remaining, currency),
  }
}
