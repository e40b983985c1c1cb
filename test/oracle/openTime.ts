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
export function isOpenAt(instant: number, hours: OracleHours): boolean {
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
