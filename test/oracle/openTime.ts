/**
 * Working time, minute by minute: the clock on the wall is asked of the runtime, and whether it is open at what it shows. It knows nothing of
 * days, offsets or transitions, and takes its time.
 */
const MINUTE = 60_000

export interface OracleHours {
  readonly timeZone: string
  readonly week: Readonly<Record<string, readonly string[]>>
  readonly holidays?: readonly string[]
  readonly worked?: Readonly<Record<string, readonly string[]>>
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** What the clock shows: `2026-03-08 01:30`. */
export function wallClock(instant: number, timeZone: string): string {
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(timeZone) ?? []
  if (sign !== undefined) {
    const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -MINUTE : MINUTE)
    return wallClock(instant + offset, 'UTC')
  }
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  formats.set(timeZone, format)
  return format.format(instant)
}

/** Whether it is open in the minute that begins at an instant. */
function isOpenAt(instant: number, hours: OracleHours): boolean {
  const [date = '', time = ''] = wallClock(instant, hours.timeZone).split(' ')
  return spansOn(date, hours).some((span) => {
    const [from = '', to = ''] = span.split('-')
    return from <= time && time < to
  })
}

function spansOn(date: string, { week, holidays = [], worked = {} }: OracleHours) {
  const own = worked[date]
  if (own !== undefined) return own
  if (holidays.includes(date)) return []
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
  return week[weekday === 0 ? 7 : weekday] ?? []
}

/** How many minutes it is open. */
export function openMinutes(from: number, to: number, hours: OracleHours): number {
  let minutes = 0
  for (let at = from; at < to; at += MINUTE) if (isOpenAt(at, hours)) minutes += 1
  return minutes
}

/** When it has been open for so many minutes; undefined where that takes longer than is looked at. */
export function afterOpenMinutes(
  from: number,
  minutes: number,
  hours: OracleHours,
): number | undefined {
  let left = minutes
  for (let at = from; at < from + 20 * 1440 * MINUTE; at += MINUTE) {
    if (isOpenAt(at, hours)) left -= 1
    if (left === 0) return at + MINUTE
  }
  return undefined
}

/** A hold from one instant until another, or without an end. */
export interface OracleHold {
  readonly from: number
  readonly to: number
}

/** A time of so many minutes, or days, and the instant as of which it is looked at. */
interface OracleTime {
  readonly from: number
  readonly asOf: number
  readonly within: number
}

/** How a time of so many minutes stands: minute by minute, each of which counts, is on hold, or closed. */
export function minutesOf(
  { from, asOf, within }: OracleTime,
  holds: readonly OracleHold[],
  isOpen: (instant: number) => boolean,
) {
  const open = minutesFrom(from).filter(isOpen)
  const isHeld = (at: number) => holds.some((hold) => hold.from <= at && at < hold.to)
  const counted = open.filter((at) => !isHeld(at))
  const last = counted[within - 1]
  return {
    used: Math.min(within, counted.filter((at) => at < asOf).length),
    held: open.filter((at) => at < asOf && isHeld(at)).length,
    due: last === undefined ? null : last + MINUTE,
  }
}

/** How a time of so many days stands: each day of the wall clock after the first one counts at its closing. */
export function daysOf(
  { from, asOf, within }: OracleTime,
  holds: readonly OracleHold[],
  hours: OracleHours & { readonly isWorking: boolean },
) {
  const days = byDay(quartersFrom(from), hours.timeZone)
  const ends = [...days.values()].slice(1).map((quarters) => ({
    end: (quarters.at(-1) ?? 0) + QUARTER,
    closing: quarters.filter((at) => !hours.isWorking || isOpenAt(at, hours)).at(-1),
  }))
  const counted = ends.flatMap(({ end, closing = null }) => {
    const closed = closing === null ? null : closing + QUARTER
    const isHeld = holds.some((hold) => closed !== null && hold.from < closed && hold.to >= closed)
    return closed === null || isHeld ? [] : [{ end, closed }]
  })
  return {
    used: Math.min(within, counted.filter(({ closed }) => closed <= asOf).length),
    due: (counted[within - 1]?.end ?? Number.NaN) - 1,
  }
}

function byDay(instants: readonly number[], timeZone: string): Map<string, number[]> {
  const days = new Map<string, number[]>()
  for (const at of instants) {
    const date = wallClock(at, timeZone).slice(0, 10)
    const day = days.get(date)
    if (day === undefined) days.set(date, [at])
    else day.push(at)
  }
  return days
}

/** Twenty days of minutes. */
const minutesFrom = (from: number) =>
  Array.from({ length: 20 * 1440 }, (_, minute) => from + minute * MINUTE)

const QUARTER = 15 * MINUTE

/** Twenty days of quarters of an hour, on which spans and days begin and end. */
const quartersFrom = (from: number) =>
  Array.from(
    { length: 20 * 96 },
    (_, quarter) => Math.floor(from / QUARTER) * QUARTER + quarter * QUARTER,
  )

/** Whether it is open in each minute; a quarter of an hour is asked once. */
export function openAt(hours: OracleHours): (instant: number) => boolean {
  const known = new Map<number, boolean>()
  return (instant) => {
    const quarter = Math.floor(instant / QUARTER)
    const isOpen = known.get(quarter) ?? isOpenAt(instant, hours)
    known.set(quarter, isOpen)
    return isOpen
  }
}
