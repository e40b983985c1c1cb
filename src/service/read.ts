import type { Issue, Path } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { NUMBER_NOT_ABOVE } from '../kernel/issues.js'
import type * as fraction from '../kernel/number/fraction.js'
import * as time from '../kernel/time/time.js'
import type { ExactTime, Holds } from './exactClock.js'
import { isInDays } from './exactClock.js'
import { type ExactWorkingHours, exactWorkingHours } from './exactWorkingHours.js'
import { CLOSING_OF_HOURS, INSTANTS_OUT_OF_ORDER, TIME_NOT_WHOLE } from './issues.js'
import type { DefinedWorkingHours, ServiceUnit } from './types.js'

export const UNITS = [
  'minutes',
  'hours',
  'days',
  'working-minutes',
  'working-hours',
  'working-days',
] as const

export const ENDS = ['end-of-day', 'closing'] as const

const MILLISECONDS = { minutes: 60_000n, hours: 3_600_000n }

/** More than eleven years around the clock, and more than any contract says. */
const MOST = { minutes: 6_000_000n, hours: 100_000n, days: 10_000n }

/** Where the number of a time stands beside its unit. */
type TimeKey = 'within' | 'before'

/** Reads an amount of time: milliseconds, or days. */
export function readTime(
  fields: read.Fields,
  key: TimeKey,
  path: Path,
  issues: Issue[],
): ExactTime | undefined {
  const { required, optional } = read.of(fields, path, issues)
  const unit = required('unit', (value, at, found) => read.word(value, at, UNITS, found))
  const until = optional('until', (value, at, found) => read.word(value, at, ENDS, found))
  const amount = required(key, read.positive)
  if (unit === undefined || amount === undefined) return undefined
  if (until === 'closing' && unit !== 'working-days')
    issue.add(issues, issue.at(CLOSING_OF_HOURS, [...path, 'until'], { given: unit }))
  const given = issue.show(fields[key])
  const maximum = MOST[isInDays(unit) ? 'days' : hoursOr(unit)]
  const whole = readWhole(amount, unit)
  if (amount.n > maximum * amount.d)
    issue.add(
      issues,
      issue.at(NUMBER_NOT_ABOVE, [...path, key], { given, minimum: '0', maximum: String(maximum) }),
    )
  else if (whole === undefined)
    issue.add(issues, issue.at(TIME_NOT_WHOLE, [...path, key], { given, unit }))
  else return { unit, amount: whole, until: until ?? 'end-of-day' }
  return undefined
}

const hoursOr = (unit: ServiceUnit) => (unit.endsWith('hours') ? 'hours' : 'minutes')

/** Milliseconds, or days, where they are whole. */
function readWhole({ n, d }: fraction.Fraction, unit: ServiceUnit): number | undefined {
  const total = n * (isInDays(unit) ? 1n : MILLISECONDS[hoursOr(unit)])
  return total % d === 0n ? Number(total / d) : undefined
}

/** The exact form of hours, where there are any. */
export function readHours(hours: DefinedWorkingHours | null | undefined): ExactWorkingHours | null {
  return (hours ?? null) === null ? null : exactWorkingHours(hours as DefinedWorkingHours)
}

/** The fields of an input; what is no object at all is refused at once, and not for each field that it lacks. */
export function readInput(
  value: unknown,
  path: Path,
  keys: readonly string[],
  issues: Issue[],
): read.Fields {
  const fields = read.fields(value, path, keys, issues)
  if (fields === undefined) issue.refuseIfAny(issues)
  return fields ?? {}
}

/** Two instants in their order. */
export function readInOrder(
  from: time.Instant,
  to: time.Instant,
  path: Path,
  issues: Issue[],
): void {
  if (from.at > to.at)
    issue.add(
      issues,
      issue.at(INSTANTS_OUT_OF_ORDER, path, {
        from: time.writeInstant(from),
        to: time.writeInstant(to),
      }),
    )
}

const MOST_HOLDS = 1000

/** Reads when something was on hold, up to an instant after which nothing is known yet. */
export function readHolds(value: unknown, path: Path, issues: Issue[]) {
  const rows = read.array(value ?? [], path, issues) ?? []
  read.integer(rows.length, [...path, 'length'], issues, { minimum: 0, maximum: MOST_HOLDS })
  return rows.slice(0, MOST_HOLDS).flatMap((row, index) => readHold(row, [...path, index], issues))
}

function readHold(row: unknown, path: Path, issues: Issue[]) {
  const fields = read.fields(row, path, ['from', 'to'], issues)
  if (fields === undefined) return []
  const { required, optional } = read.of(fields, path, issues)
  const from = required('from', read.instant)
  const to = optional('to', read.instant)
  if (from !== undefined && to !== undefined) readInOrder(from, to, [...path, 'to'], issues)
  const isOpen = (fields['to'] ?? null) === null
  if (from === undefined || (to === undefined && !isOpen)) return []
  return [{ from: from.at, to: to?.at ?? null }]
}

/** Holds as far as they were known at an instant: those that go on then are open. */
export function holdsAt(
  rows: readonly { readonly from: number; readonly to: number | null }[],
  asOf: number,
): Holds {
  const known = rows.filter(({ from }) => from <= asOf)
  const isGoing = known.some(({ to }) => to === null || to > asOf)
  const past = time.merged(
    known.map(({ from, to }) => ({
      from,
      to: to === null || to > asOf ? Number.POSITIVE_INFINITY : to,
    })),
  )
  return isGoing
    ? { past: past.slice(0, -1), since: past.at(-1)?.from ?? null }
    : { past, since: null }
}
