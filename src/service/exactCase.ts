/** A case as its rules read it, and how it stands. */
import type { Issue, Path } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import * as time from '../kernel/time/time.js'
import {
  type Clock,
  type ExactTime,
  exactClock,
  type Holds,
  isWorkingTime,
  NO_HOLDS,
} from './exactClock.js'
import type { ExactServiceStandards, ExactStandard } from './exactServiceStandards.js'
import type { ExactWorkingHours } from './exactWorkingHours.js'
import {
  AS_OF_MISSING,
  DUE_NOT_ASKED,
  HOLDS_OF_AGREED,
  HOURS_MISSING,
  STANDARD_UNKNOWN,
} from './issues.js'
import { holdsAt, readHolds, readInOrder, readInput } from './read.js'

/** What a case is looked at with. */
export interface ServiceContext {
  readonly policy: ExactServiceStandards
  readonly hours: ExactWorkingHours | null
}

export interface ExactCase {
  readonly id: string | null
  readonly rep: string | null
  readonly customerKind: string | null
  readonly contact: string | null
  readonly standard: ExactStandard
  readonly started: time.Instant | null
  /** When it was agreed to be due. */
  readonly agreed: time.Instant | null
  /** Null where it is not done, or was not at the instant of `asOf`. */
  readonly done: time.Instant | null
  readonly asOf: time.Instant | null
  readonly holds: Holds
}

const KEYS = ['id', 'rep', 'customerKind', 'contact', 'standard', 'started', 'due', 'done', 'holds']

/** Reads a case; `asOf` is given where cases are looked at together. */
export function readCase(
  value: unknown,
  path: Path,
  context: ServiceContext,
  asOf?: time.Instant,
): ExactCase {
  const issues: Issue[] = []
  const keys = asOf === undefined ? [...KEYS, 'asOf'] : KEYS
  const fields = readInput(value, path, keys, issues)
  const { required } = read.of(fields, path, issues)
  const standard = required('standard', (id, at, found) => readStandard(id, at, context, found))
  const names = readNames(fields, path, standard, issues)
  const times = readTimes(fields, path, standard?.target, issues)
  const agreed =
    standard?.target === null
      ? required('due', (due, at, found) => readDue(due, at, context, found))
      : null
  const holds = readHolds(fields['holds'], [...path, 'holds'], issues)
  if (standard !== undefined) refuseOther(fields, path, standard, issues)
  if (asOf === undefined) refuseTimeless(fields, path, issues)
  const until = asOf ?? times.asOf
  readOrder({ ...times, asOf: until }, path, issues)
  issue.refuseIfAny(issues)
  const known = { ...names, ...times, asOf: until, agreed, standard } as Omit<ExactCase, 'holds'>
  const isDone = isBefore(known.done, known.asOf)
  const end = isDone ? known.done : known.asOf
  return { ...known, done: isDone ? known.done : null, holds: holdsAt(holds, end?.at ?? 0) }
}

/** A case needs a start, unless it was agreed to be due; of a standard that is not known nobody can say. */
function readTimes(
  fields: read.Fields,
  path: Path,
  target: ExactStandard['target'] | undefined,
  issues: Issue[],
) {
  const { required, optional } = read.of(fields, path, issues)
  return {
    started: ((target ?? null) === null ? optional : required)('started', read.instant) ?? null,
    done: optional('done', read.instant) ?? null,
    asOf: optional('asOf', read.instant) ?? null,
  }
}

function readNames(
  fields: read.Fields,
  path: Path,
  standard: ExactStandard | undefined,
  issues: Issue[],
) {
  const { required, optional } = read.of(fields, path, issues)
  const named = (key: string) => optional(key, read.name) ?? null
  const isNamed = standard?.standard.namedContact === true
  return {
    id: named('id'),
    rep: named('rep'),
    customerKind: named('customerKind'),
    contact: isNamed ? (required('contact', read.name) ?? null) : named('contact'),
  }
}

/** A case is due by its standard or as agreed, and what was agreed is not moved by holds. */
function refuseOther(
  fields: read.Fields,
  path: Path,
  { standard: { id }, target }: ExactStandard,
  issues: Issue[],
): void {
  const [key, kind] =
    target === null ? (['holds', HOLDS_OF_AGREED] as const) : (['due', DUE_NOT_ASKED] as const)
  const value = fields[key] ?? []
  if (!Array.isArray(value) || value.length > 0)
    issue.add(issues, issue.at(kind, [...path, key], { id }))
}

/** Of a case that is not done, somebody has to say as of when it is looked at. */
function refuseTimeless({ done, asOf }: read.Fields, path: Path, issues: Issue[]): void {
  if ((done ?? asOf ?? null) === null)
    issue.add(issues, issue.at(AS_OF_MISSING, [...path, 'asOf'], {}))
}

/** Whether something was done by then. */
function isBefore(done: time.Instant | null, asOf: time.Instant | null): boolean {
  return done !== null && (asOf === null || done.at <= asOf.at)
}

function readStandard(id: unknown, path: Path, { policy }: ServiceContext, issues: Issue[]) {
  const standard = policy.standards.get(id as string)
  if (standard !== undefined) return standard
  const known = [...policy.standards.keys()]
  const suggestion = typeof id === 'string' ? issue.closest(id, known) : null
  issue.add(issues, issue.at(STANDARD_UNKNOWN, path, { given: issue.show(id), known, suggestion }))
  return undefined
}

/** An instant, or a day, whose end it is. */
function readDue(due: unknown, path: Path, { hours }: ServiceContext, issues: Issue[]) {
  if (!read.isDate(due)) return read.instant(due, path, issues)
  const date = read.date(due, path, issues)
  if (date === undefined) return undefined
  if (hours === null) return issue.refuse(HOURS_MISSING, ['hours'], { unit: 'days' })
  const at = hours.open.wholeDay(time.dayNumber(date)).to - 1
  return { at, offset: hours.open.offsetAt(at) }
}

type Times = { readonly [Key in 'started' | 'done' | 'asOf']: time.Instant | null }

function readOrder({ started, done, asOf }: Times, path: Path, issues: Issue[]): void {
  if (started === null) return
  if (done !== null) readInOrder(started, done, [...path, 'done'], issues)
  if (asOf !== null) readInOrder(started, asOf, [...path, 'asOf'], issues)
}

/** How a case stands. Times are instants, and amounts what its clock counts. */
export interface Standing {
  readonly state: 'met' | 'late' | 'open'
  readonly due: number | null
  readonly latest: number | null
  readonly warnAt: number | null
  readonly spent: Spent | null
  readonly lateBy: { readonly elapsed: number; readonly working: number | null } | null
  /** The instant up to which it was looked at: when it was done, or that of `asOf`. */
  readonly end: number
}

interface Spent {
  readonly clock: Clock
  readonly used: number
  readonly left: number
  readonly held: number
}

export function computeStanding(one: ExactCase, { hours }: ServiceContext): Standing {
  const { standard, started, done, asOf, holds } = one
  const { target, buffer, warning } = standard
  const clockOf = (of: ExactTime) => exactClock(of, holds, hours)
  const from = started?.at ?? 0
  const end = (done ?? asOf)?.at ?? 0
  const due = target === null ? (one.agreed?.at ?? 0) : clockOf(target).after(from, target.amount)
  const later = (time: ExactTime | null) =>
    due === null || time === null ? due : clockOf(time).after(due, time.amount)
  const earlier = (time: ExactTime | null) =>
    due === null || time === null ? null : clockOf(time).since(from, due, time.amount)
  const latest = later(buffer)
  const isLate = latest !== null && end > latest
  const inTime = done === null ? 'open' : 'met'
  return {
    state: isLate ? 'late' : inTime,
    due,
    latest,
    warnAt: earlier(warning),
    spent: target === null ? null : computeSpent({ from, end }, target, one, hours),
    lateBy: isLate ? computeLateness(latest, end, one, hours) : null,
    end,
  }
}

function computeSpent(
  { from, end }: { readonly from: number; readonly end: number },
  target: ExactTime,
  { holds }: ExactCase,
  hours: ExactWorkingHours | null,
): Spent {
  const clock = exactClock(target, holds, hours)
  const used = clock.between(from, end, target.amount)
  const wasHeld = holds.since !== null || holds.past.length > 0
  const all = (of: Clock) => of.between(from, end, Number.POSITIVE_INFINITY)
  const held = wasHeld ? all(exactClock(target, NO_HOLDS, hours)) - all(clock) : 0
  return { clock, used, left: target.amount - used, held }
}

function computeLateness(
  latest: number,
  end: number,
  { standard, holds }: ExactCase,
  hours: ExactWorkingHours | null,
) {
  const isWorking = standard.target !== null && isWorkingTime(standard.target.unit)
  const clock = isWorking ? exactClock(WORKING_HOURS, holds, hours) : null
  const working = clock?.between(latest, end, Number.POSITIVE_INFINITY) ?? null
  return { elapsed: end - (isOver(latest + 1, end, hours) ? latest + 1 : latest), working }
}

/** What may be done until the end of a day is late from midnight on, and not from the last millisecond before. */
function isOver(midnight: number, end: number, hours: ExactWorkingHours | null): boolean {
  if (hours === null || end <= midnight) return false
  return hours.open.wholeDay(hours.open.dayOf(midnight)).from === midnight
}

const WORKING_HOURS = { unit: 'working-hours', until: 'end-of-day' } as const
