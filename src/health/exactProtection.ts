/** What is known of a customer whom reps claim. */
import type { Issue, Path } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { ID_DUPLICATE } from '../kernel/issues.js'
import * as fraction from '../kernel/number/fraction.js'
import { daysByRep, type OwnerRecord, type OwnerRecords } from './exactTenure.js'
import { CLAIM_FACT_MISSING, REP_UNKNOWN } from './issues.js'
import { byText, readInput, readPast, readRows } from './read.js'
import type { ClaimObstacle, ProtectionRules } from './types.js'

export interface ClaimedCustomer extends OwnerRecords {
  readonly customer: string | null
  readonly asOf: string
  /** From the earliest on, those of one day as they were given. */
  readonly claims: readonly Claim[]
  /** Follow-ups and deals, from the earliest on. */
  readonly records: readonly (OwnerRecord & { readonly isDeal: boolean })[]
  /** Whether a claim could not be read, and was left out. */
  readonly lacksClaims: boolean
  readonly issues: readonly Issue[]
}

export interface Claim extends OwnerRecord {
  readonly share: fraction.Fraction
  /** What the limits of the policy refuse. */
  readonly beyond: ClaimObstacle | null
}

const KEYS = ['customer', 'asOf', 'claims', 'followUps', 'deals', 'reps']

/** Reads who claimed a customer, what they did and who is there, each row for itself. */
export function readClaimedCustomer(value: unknown, rules: ProtectionRules): ClaimedCustomer {
  const issues: Issue[] = []
  const ofRows: Issue[] = []
  const path = ['customer']
  const fields = readInput(value, path, KEYS, issues)
  const { required, optional } = read.of(fields, path, issues)
  const customer = optional('customer', read.name) ?? null
  const asOf = required('asOf', read.date)
  required('claims', read.array)
  issue.refuseIfAny(issues)
  const rows = (key: string) => ({ path: [...path, key], issues, ofRows })
  const reps = (fields['reps'] ?? null) === null ? null : readReps(fields['reps'], rows('reps'))
  const place = { reps, asOf }
  const records = (key: string) =>
    readRows(fields[key], rows(key), (row, at, found) => {
      const given = read.fields(row, at, ['rep', 'date'], found)
      return given && readRecord(given, at, place, found)
    })
  const before = ofRows.length
  const claims = readRows(fields['claims'], rows('claims'), (row, at, found) =>
    readClaim(row, at, { ...place, rules }, found),
  )
  const lacksClaims = ofRows.length > before
  const [followUps, deals] = [records('followUps'), records('deals')]
  issue.refuseIfAny(issues)
  return {
    ...{ customer, asOf: asOf as string, reps, lacksClaims, issues: ofRows },
    claims: claims.sort((a, b) => byText(a.date, b.date)),
    records: [
      ...followUps.map((one) => ({ ...one, isDeal: false })),
      ...deals.map((one) => ({ ...one, isDeal: true })),
    ].sort((a, b) => byText(a.date, b.date)),
    contacts: daysByRep([...followUps, ...deals]),
    deals: daysByRep(deals),
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
  readonly reps: ReadonlyMap<string, string | null> | null
  readonly asOf: string | undefined
}

function readRecord(
  fields: read.Fields,
  path: Path,
  { reps, asOf }: RepPlace,
  issues: Issue[],
): OwnerRecord | undefined {
  const at = [...path, 'rep']
  const rep = read.name(fields['rep'], at, issues)
  if (rep !== undefined && reps !== null && !reps.has(rep))
    issue.add(issues, issue.at(REP_UNKNOWN, at, unknownRep(rep, reps)))
  const date = readPast(fields['date'], [...path, 'date'], asOf, issues)
  return rep === undefined || date === undefined ? undefined : { rep, date }
}

/** More reps than these no message lists, and no name is compared with. */
const MOST_LISTED = 20

function unknownRep(rep: string, reps: ReadonlyMap<string, string | null>) {
  const known = [...reps.keys()].slice(0, MOST_LISTED)
  return { given: issue.show(rep), known, suggestion: issue.closest(rep, known) }
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
    read.within(given, at, found, bounds),
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
