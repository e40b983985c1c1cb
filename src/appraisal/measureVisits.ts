import type { Issue } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { ID_DUPLICATE } from '../kernel/issues.js'
import * as write from '../kernel/number/write.js'
import * as time from '../kernel/time/time.js'
import { type ExactAppraisalScheme, exactAppraisalScheme } from './exactAppraisalScheme.js'
import {
  CUSTOMER_NOT_GIVEN,
  MONTH_EXPECTED,
  PROOF_REFUSED,
  SCHEME_LACKS,
  VISIT_OUTSIDE_PERIOD,
} from './issues.js'
import type {
  DefinedAppraisalScheme,
  VisitStandard,
  VisitsByKind,
  VisitsInput,
  VisitsMeasured,
  VisitsShort,
} from './types.js'

/**
 * Measures the visits of a month against the scheme's standard, from their records (APP-6).
 *
 * A visit counts only with its record: a check-in, or a confirmation signed by the customer (APP-11). Visits above what is required of a
 * customer count for no other one, and where the scheme counts them in all, those to one kind for no other kind. `{ actual, target }` is
 * ready for {@link appraise}; those of three months add up to a quarter's.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `POLICY_CONFLICT` for a scheme without `visits`, `PERIOD_INVALID` for a period that is no
 *   month, `ID_DUPLICATE`, `VALUE_NOT_ALLOWED` for a kind of customer that the scheme does not have, `VALUE_INVALID` for a customer that
 *   is not given.
 *
 * @example A new customer visited three times, once without a record, and an existing one twice
 * ```ts
 * import { handbook, measureVisits } from 'sales-rules'
 *
 * const visit = (id: string, customer: string, date: string, proof?: string) => ({ id, customer, date, proof: proof ?? null })
 * const measured = measureVisits(
 *   {
 *     period: '2026-03',
 *     customers: [{ id: 'Hua', kind: 'new' }, { id: 'Xin', kind: 'existing' }],
 *     visits: [
 *       visit('V-1', 'Hua', '2026-03-02', 'check-in'),
 *       visit('V-2', 'Hua', '2026-03-09', 'signed-confirmation'),
 *       visit('V-3', 'Hua', '2026-03-16'),
 *       visit('V-4', 'Xin', '2026-03-03', 'check-in'),
 *       visit('V-5', 'Xin', '2026-03-17', 'check-in'),
 *     ],
 *   },
 *   handbook.appraisal,
 * )
 * const { actual, target, attainment } = measured
 * actual // => 4
 * target // => 6
 * attainment // => '0.666666666666'
 * measured.short // => [{ customer: 'Hua', kind: 'new', visits: 2, required: 4, remaining: 2 }]
 * measured.notCounted.map(({ visit, reason }) => [visit, reason.code]) // => [['V-3', 'SOURCE_REFUSED']]
 * ```
 */
export function measureVisits(input: VisitsInput, scheme: DefinedAppraisalScheme): VisitsMeasured {
  const exact = exactAppraisalScheme(scheme)
  const standard = exact.visits ?? issue.refuse(SCHEME_LACKS, ['scheme'], { field: 'visits' })
  const month = readMonth(input, standard)
  return writeVisits(month, countVisits(month, standard), standard, exact)
}

/** A month of visits, read. */
interface Month {
  readonly employee: string | null
  readonly period: string
  /** The kind of each customer. */
  readonly kinds: ReadonlyMap<string, string>
  /** The customers of the visits that count. */
  readonly visited: readonly string[]
  readonly notCounted: VisitsMeasured['notCounted']
}

function readMonth(input: unknown, standard: VisitStandard): Month {
  const issues: Issue[] = []
  const known = ['employee', 'period', 'customers', 'visits']
  const fields = read.fields(input, [], known, issues) ?? {}
  const employee = fields['employee'] ?? null
  if (employee !== null) read.name(employee, ['employee'], issues)
  const at = read.period(fields['period'], ['period'], issues)
  if (at !== undefined && at.unit !== 'month')
    issue.add(issues, issue.at(MONTH_EXPECTED, ['period'], { given: time.writePeriod(at) }))
  const kinds = readCustomers(fields['customers'], standard, issues)
  const visits = readVisits(fields['visits'], kinds, issues)
  issue.refuseIfAny(issues)
  const range = time.rangeOf(at as time.PeriodPosition)
  const visited: string[] = []
  const notCounted: VisitsMeasured['notCounted'][number][] = []
  for (const visit of visits) {
    const reason = whyNot(visit, range, standard)
    if (reason === null) visited.push(visit.customer)
    else notCounted.push({ visit: visit.id, reason })
  }
  return { employee: employee as string | null, period: range.name, kinds, visited, notCounted }
}

function readCustomers(value: unknown, { perMonth }: VisitStandard, issues: Issue[]) {
  const kinds = new Map<string, string>()
  for (const [index, row] of (read.array(value, ['customers'], issues) ?? []).entries()) {
    const path = ['customers', index]
    const fields = read.fields(row, path, ['id', 'kind'], issues)
    if (fields === undefined) continue
    const id = read.name(fields['id'], [...path, 'id'], issues)
    const kind = read.word(fields['kind'], [...path, 'kind'], Object.keys(perMonth), issues)
    if (id === undefined || kind === undefined) continue
    if (kinds.has(id)) issue.add(issues, issue.at(ID_DUPLICATE, [...path, 'id'], { id }))
    kinds.set(id, kind)
  }
  return kinds
}

/** A record that was read. */
interface ReadVisit {
  readonly id: string
  readonly customer: string
  readonly date: string
  readonly proof: string | null
  readonly index: number
}

function readVisits(value: unknown, kinds: ReadonlyMap<string, string>, issues: Issue[]) {
  const rows = read.array(value, ['visits'], issues) ?? []
  const visits = rows.flatMap((row, index) => readVisit(row, index, issues) ?? [])
  if (issues.length > 0) return visits
  const seen = new Set<string>()
  for (const { id, customer, index } of visits) {
    const path = ['visits', index]
    if (seen.has(id)) issue.add(issues, issue.at(ID_DUPLICATE, [...path, 'id'], { id }))
    if (!kinds.has(customer)) {
      const given = issue.show(customer)
      issue.add(issues, issue.at(CUSTOMER_NOT_GIVEN, [...path, 'customer'], { given }))
    }
    seen.add(id)
  }
  return visits
}

function readVisit(row: unknown, index: number, issues: Issue[]): ReadVisit | undefined {
  const path = ['visits', index]
  const fields = read.fields(row, path, ['id', 'customer', 'date', 'proof'], issues)
  if (fields === undefined) return undefined
  const { required, optional } = read.of(fields, path, issues)
  const id = required('id', read.name)
  const customer = required('customer', read.name)
  const date = required('date', read.date)
  const proof = optional('proof', read.name) ?? null
  if (id === undefined || customer === undefined || date === undefined) return undefined
  return { id, customer, date, proof, index }
}

/** Why a record does not count; null where it does. */
function whyNot(
  { date, proof, index }: ReadVisit,
  { from, to }: time.ExactPeriod,
  { acceptedProofs: accepted }: VisitStandard,
): Issue | null {
  if (date < from || date > to)
    return issue.at(VISIT_OUTSIDE_PERIOD, ['visits', index, 'date'], { date, from, to })
  if (proof !== null && accepted.includes(proof)) return null
  const refused = issue.at(PROOF_REFUSED, ['visits', index, 'proof'], { source: proof, accepted })
  return { ...refused, clause: 'APP-11' }
}

/** What is required together: the visits to a customer, or to all of a kind. */
interface VisitGroup {
  readonly customer: string | null
  readonly kind: string
  readonly required: number
  readonly visits: number
}

function countVisits({ kinds, visited }: Month, standard: VisitStandard): VisitGroup[] {
  const { perMonth, counted } = standard
  const isInAll = counted === 'in-all'
  const keyOf = (customer: string) => (isInAll ? (kinds.get(customer) ?? '') : customer)
  const counts = new Map<string, number>()
  for (const customer of visited) {
    const key = keyOf(customer)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const groups = isInAll
    ? Object.keys(perMonth).map((kind) => ({ key: kind, customer: null, kind }))
    : [...kinds].map(([customer, kind]) => ({ key: customer, customer, kind }))
  return groups.map(({ key, customer, kind }) => ({
    customer,
    kind,
    required: perMonth[kind] ?? 0,
    visits: counts.get(key) ?? 0,
  }))
}

const actualOf = ({ visits, required }: VisitGroup) => Math.min(visits, required)

function total(groups: readonly VisitGroup[], of: (group: VisitGroup) => number): number {
  return groups.reduce((sum, group) => sum + of(group), 0)
}

function writeVisits(
  { employee, period, kinds, notCounted }: Month,
  groups: readonly VisitGroup[],
  { perMonth }: VisitStandard,
  { policy }: ExactAppraisalScheme,
): VisitsMeasured {
  const target = total(groups, ({ required }) => required)
  const actual = total(groups, actualOf)
  const ofKind = [...kinds.values()]
  return {
    employee,
    period,
    actual,
    target,
    attainment: target === 0 ? null : write.decimal({ n: BigInt(actual), d: BigInt(target) }),
    kinds: Object.keys(perMonth).map((kind): VisitsByKind => {
      const own = groups.filter((group) => group.kind === kind)
      return {
        kind,
        customers: ofKind.filter((one) => one === kind).length,
        visits: total(own, ({ visits }) => visits),
        actual: total(own, actualOf),
        target: total(own, ({ required }) => required),
      }
    }),
    short: groups.filter((group) => actualOf(group) < group.required).map(writeShort),
    notCounted,
    policy,
    clauses: ['APP-6', 'APP-11'],
  }
}

function writeShort({ customer, kind, visits, required }: VisitGroup): VisitsShort {
  return { customer, kind, visits, required, remaining: required - visits }
}
