import type { Issue } from '../kernel/index.js'
import * as attempts from '../kernel/input/attempt.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import * as write from '../kernel/number/write.js'
import * as time from '../kernel/time/time.js'
import { writeLateness } from './checkServiceLevel.js'
import {
  computeStanding,
  type ExactCase,
  readCase,
  type ServiceContext,
  type Standing,
} from './exactCase.js'
import { exactServiceStandards } from './exactServiceStandards.js'
import { type ExactWorkingHours, exactWorkingHours } from './exactWorkingHours.js'
import { readInput } from './read.js'
import type {
  DefinedServiceStandards,
  DefinedWorkingHours,
  ServiceLevelGroup,
  ServiceLevels,
  ServiceLevelsInput,
} from './types.js'

/**
 * Measures how many cases met their standards, by rep, period, standard and kind of customer, as the appraisal takes it (SLA-7, APP-6):
 * `{ actual, target }` of a group is a result for {@link appraise}.
 *
 * A case belongs to the period in which it started where the hours are kept, so that no hold moves it; one that was agreed to be due, to the
 * period of that day. Quarters, halves and years are the company's where `yearStartsIn` says in which month its years start, and are then named
 * by their months, `2026-02/2026-04`. Open cases are counted, and are in no rate. A case that cannot be read is named with what is wrong, and the others go on.
 *
 * @throws SalesRulesError `INSTANT_INVALID` for `asOf`, `VALUE_NOT_ALLOWED`, `POLICY_NOT_DEFINED`.
 *
 * @example Two solutions for key customers in time, one late, one open, and one that started nobody knows when
 * ```ts
 * import { defineWorkingHours, handbook, measureServiceLevels } from 'sales-rules'
 *
 * const hours = defineWorkingHours({ timeZone: 'Asia/Shanghai', week: { 1: ['09:00-18:00'] } })
 * const solution = { rep: 'Li', customerKind: 'key', standard: 'key-customer-solution' }
 * const cases = [
 *   { ...solution, id: 'S-1', started: '2026-03-02T10:00:00+08:00', done: '2026-03-04T10:00:00+08:00' },
 *   { ...solution, id: 'S-2', started: '2026-03-09T10:00:00+08:00', done: '2026-03-10T16:00:00+08:00' },
 *   { ...solution, id: 'S-3', started: '2026-03-16T10:00:00+08:00', done: '2026-03-18T10:00:01+08:00' },
 *   { ...solution, id: 'S-4', started: '2026-03-31T10:00:00+08:00' },
 *   { ...solution, id: 'S-5', started: '2026-03-31' },
 * ]
 * const levels = measureServiceLevels({ asOf: '2026-04-01T09:00:00+08:00', per: 'quarter', cases }, handbook.service, hours)
 * const [group] = levels.groups
 * group?.rep // => 'Li'
 * group?.period // => '2026-Q1'
 * group?.actual // => 2
 * group?.target // => 3
 * group?.open // => 1
 * group?.lateCases // => [{ case: 'S-3', index: 2, late: { elapsed: 'PT1S', working: null } }]
 * levels.notCounted.map(({ case: id, issues }) => [id, issues[0]?.code]) // => [['S-5', 'INSTANT_INVALID']]
 * ```
 */
export function measureServiceLevels(
  input: ServiceLevelsInput,
  policy: DefinedServiceStandards,
  hours: DefinedWorkingHours,
): ServiceLevels {
  const exact = exactWorkingHours(hours)
  const context = { policy: exactServiceStandards(policy), hours: exact }
  const { asOf, per, yearStartsIn, cases } = readLevels(input)
  const notCounted: ServiceLevels['notCounted'][number][] = []
  const groups = new Map<string, MeasuredCase[]>()
  for (const [index, row] of cases.entries()) {
    const measured = attempts.attempt(() => measureCase(row, index, context, asOf))
    if (!measured.ok) {
      notCounted.push({ case: nameOf(row), index, issues: measured.issues })
      continue
    }
    const { one } = measured.value
    const { rep, customerKind, standard } = one
    const period = periodOf(one, { unit: per, yearStartsIn }, exact)
    const key = JSON.stringify([rep, period, standard.standard.id, customerKind])
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [measured.value])
    else group.push(measured.value)
  }
  const written = [...groups].sort(byKey).map(([key, measured]) => writeGroup(key, measured))
  return {
    asOf: time.writeInstant({ at: asOf.at, offset: exact.open.offsetAt(asOf.at) }),
    per,
    groups: written,
    notCounted,
    policy: context.policy.policy,
    clauses: [...new Set(written.flatMap(({ clauses }) => clauses))],
  }
}

const PERIODS = ['week', 'month', 'quarter', 'half-year', 'year'] as const

function readLevels(input: unknown) {
  const issues: Issue[] = []
  const fields = readInput(input, ['input'], ['asOf', 'per', 'yearStartsIn', 'cases'], issues)
  const { required, optional } = read.of(fields, ['input'], issues)
  const asOf = required('asOf', read.instant)
  const per = required('per', (value, path, found) => read.word(value, path, PERIODS, found))
  const starts = optional('yearStartsIn', (value, path, found) =>
    read.integer(value, path, found, { minimum: 1, maximum: 12 }),
  )
  const cases = required('cases', read.array)
  issue.refuseIfAny(issues)
  return { asOf, per, yearStartsIn: starts ?? 1, cases } as {
    readonly asOf: time.Instant
    readonly per: (typeof PERIODS)[number]
    readonly yearStartsIn: number
    readonly cases: readonly unknown[]
  }
}

/** A case that was read, and its place among those given. */
interface MeasuredCase {
  readonly one: ExactCase
  readonly standing: Standing
  readonly index: number
}

function measureCase(
  row: unknown,
  index: number,
  context: ServiceContext,
  asOf: time.Instant,
): MeasuredCase {
  const one = readCase(row, ['input', 'cases', index], context, asOf)
  return { one, standing: computeStanding(one, context), index }
}

/** The id of a row that could not be read, where that much can be. */
function nameOf(row: unknown): string | null {
  const id = read.record(row, [], [])?.['id']
  return read.isName(id) ? id : null
}

function periodOf(
  { started, agreed }: ExactCase,
  {
    unit,
    yearStartsIn,
  }: { readonly unit: (typeof PERIODS)[number]; readonly yearStartsIn: number },
  { open }: ExactWorkingHours,
): string {
  const date = time.dateOfDay(open.dayOf((agreed ?? started)?.at ?? 0))
  if (unit !== 'week' && unit !== 'month')
    return time.spanOf({ to: date }, { unit, yearStartsIn }).name
  const period = time.periodWith(date, unit)
  return period === undefined ? '' : time.writePeriod(period)
}

type Group = readonly [key: string, cases: readonly MeasuredCase[]]

function byKey([one]: Group, [other]: Group): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}

function writeGroup(key: string, cases: readonly MeasuredCase[]): ServiceLevelGroup {
  const [rep, period, standard, customerKind] = JSON.parse(key)
  const count = (state: Standing['state']) =>
    cases.filter(({ standing }) => standing.state === state).length
  const [met, late] = [count('met'), count('late')]
  const decided = met + late
  return {
    rep,
    period,
    standard,
    customerKind,
    cases: cases.length,
    met,
    late,
    open: count('open'),
    actual: met,
    target: decided,
    onTime: decided === 0 ? null : write.decimal({ n: BigInt(met), d: BigInt(decided) }),
    lateCases: cases.flatMap(({ one, standing, index }) =>
      standing.lateBy === null
        ? []
        : [{ case: one.id, index, late: writeLateness(standing.lateBy) }],
    ),
    clauses: cases[0]?.one.standard.standard.clauses ?? [],
  }
}
