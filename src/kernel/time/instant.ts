/**
 * Instants: a date and a time with their offset from UTC, as whole milliseconds since 1970. A time without an offset is no instant: nothing
 * says when it is.
 */
import { add, at, type Issue, missingOr, type Path, show } from '../input/issue.js'
import {
  AN_INSTANT,
  INSTANT_INVALID,
  INSTANT_OUTSIDE_YEARS,
  INSTANT_WITHOUT_OFFSET,
  LOCAL_TIME_INVALID,
} from '../issues.js'
import { dayNumber, readDate } from './dates.js'

export const DAY = 86_400_000
const HOUR = 3_600_000
const MINUTE = 60_000

/** No record is older, and no calendar or rule of a time zone reaches further. */
const FIRST = '1980-01-02'
const LAST = '2199-12-30'
export const FIRST_DAY = /* @__PURE__ */ dayNumber(FIRST)
export const LAST_DAY = /* @__PURE__ */ dayNumber(LAST)

/** An instant that was read. */
export interface Instant {
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly at: number
  /** The offset that it was written with, in milliseconds. */
  readonly offset: number
}

const TIME_TEXT = /^(.{10})T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|[+-]\d\d:\d\d)?$/

/** Reads an instant `2026-03-02T09:00:00+08:00`; what is finer than a millisecond is cut off. On failure adds an issue. */
export function readInstant(value: unknown, path: Path, issues: Issue[]): Instant | undefined {
  const time = parseTime(value)
  if (time === undefined || time.offset === null) {
    const kind = time === undefined ? INSTANT_INVALID : INSTANT_WITHOUT_OFFSET
    add(issues, missingOr(kind, value, path, AN_INSTANT))
    return undefined
  }
  const instant = { at: time.local - time.offset, offset: time.offset }
  if (isCovered(instant.at)) return instant
  add(issues, at(INSTANT_OUTSIDE_YEARS, path, outside(String(value))))
  return undefined
}

/** Reads what a clock on the wall shows, `2026-03-02T09:00`, as milliseconds since the 1970 of that wall. */
export function readLocalTime(value: unknown, path: Path, issues: Issue[]): number | undefined {
  const time = parseTime(value)
  if (time?.offset !== null) add(issues, at(LOCAL_TIME_INVALID, path, { given: show(value) }))
  else if (isCovered(time.local)) return time.local
  else add(issues, at(INSTANT_OUTSIDE_YEARS, path, outside(String(value))))
  return undefined
}

/** By UTC; a day is left at both ends for the places of other offsets. */
const isCovered = (instant: number) => instant >= FIRST_DAY * DAY && instant < (LAST_DAY + 1) * DAY

const outside = (date: string) => ({ date, from: FIRST, to: LAST })

/** A time as it is written, and its offset; null where it has none. */
function parseTime(value: unknown): { local: number; offset: number | null } | undefined {
  if (typeof value !== 'string' || value.length > 40) return undefined
  const [, date = '', hour, minute, second = '0', fraction = '', zone] = TIME_TEXT.exec(value) ?? []
  if (hour === undefined || readDate(date, [], []) === undefined) return undefined
  const ofDay = timeOfDay(Number(hour), Number(minute), Number(second))
  const offset = zone === undefined ? null : parseOffset(zone)
  if (ofDay === undefined || offset === undefined) return undefined
  const local = dayNumber(date) * DAY + ofDay + Number(fraction.slice(0, 3).padEnd(3, '0'))
  return { local, offset }
}

/** Milliseconds since midnight; 24:00 is the end of the day. */
function timeOfDay(hour: number, minute: number, second: number): number | undefined {
  const time = hour * HOUR + minute * MINUTE + second * 1000
  return minute < 60 && second < 60 && time <= DAY ? time : undefined
}

const MOST_OFFSET_HOURS = 14

/** The offset that `+08:00` or `Z` is, in milliseconds; undefined where no place on earth has it. */
export function parseOffset(text: string): number | undefined {
  if (text === 'Z') return 0
  if (!/^[+-]\d\d:\d\d$/.test(text)) return undefined
  const [hours, minutes] = [Number(text.slice(1, 3)), Number(text.slice(4))]
  const offset = hours * HOUR + minutes * MINUTE
  if (minutes > 59 || offset > MOST_OFFSET_HOURS * HOUR) return undefined
  return text.startsWith('-') ? 0 - offset : offset
}

/** Reads a time of day `09:00`, or `24:00` for its end; in milliseconds since midnight. */
export function parseTimeOfDay(text: string): number | undefined {
  if (!/^\d\d:\d\d$/.test(text)) return undefined
  return timeOfDay(Number(text.slice(0, 2)), Number(text.slice(3)), 0)
}

/** An instant as it is written where the offset is this one. */
export function writeInstant({ at: instant, offset }: Instant): string {
  const text = new Date(instant + offset).toISOString()
  const time = text.endsWith('.000Z') ? text.slice(0, 19) : text.slice(0, 23)
  return time + writeOffset(offset)
}

function writeOffset(offset: number): string {
  const minutes = Math.trunc(Math.abs(offset) / MINUTE)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** A length of time by ISO 8601, in hours at most: a day may have 23 or 25 of them. */
export function writeDuration(milliseconds: number): string {
  const hours = Math.floor(milliseconds / HOUR)
  const minutes = Math.floor((milliseconds % HOUR) / MINUTE)
  const seconds = (milliseconds % MINUTE) / 1000
  const parts = [
    [hours, 'H'],
    [minutes, 'M'],
    [seconds, 'S'],
  ] as const
  const text = parts.map(([count, unit]) => (count === 0 ? '' : `${count}${unit}`)).join('')
  return `PT${text === '' ? '0S' : text}`
}
