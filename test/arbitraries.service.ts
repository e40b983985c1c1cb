import fc from 'fast-check'
import type { WorkingHoursInput } from 'sales-rules'

/** Working hours, instants and holds that lean to the edges: closing and opening, midnight, and the nights in which clocks are changed. */

const two = (value: number) => String(value).padStart(2, '0')
const clock = (quarter: number) => `${two(Math.floor(quarter / 4))}:${two((quarter % 4) * 15)}`

/** Spans of a day that end and begin on the quarter, some at midnight, some one after the other. */
const spans = fc
  .uniqueArray(
    fc.oneof(fc.constantFrom(0, 4, 8, 12, 36, 48, 52, 68, 96), fc.integer({ min: 0, max: 96 })),
    { maxLength: 6 },
  )
  .map((drawn) => {
    const edges = [...drawn].sort((a, b) => a - b)
    return edges.flatMap((from, at) => {
      const to = edges[at + 1]
      return at % 2 === 1 || to === undefined ? [] : [`${clock(from)}-${clock(to)}`]
    })
  })

/** Zones that are changed by an hour, by half an hour, at midnight, by a day, and never. */
export const zones = fc.constantFrom(
  'America/New_York',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Africa/Cairo',
  'Asia/Shanghai',
  'Pacific/Apia',
  'UTC',
  '+05:45',
  '-03:30',
)

/** Around these, clocks are changed in one of the zones; or a year ends. */
const changes = [
  '2026-03-08T07:00:00Z',
  '2026-11-01T06:00:00Z',
  '2026-03-29T01:00:00Z',
  '2026-10-25T01:00:00Z',
  '2026-04-04T15:00:00Z',
  '2026-10-03T15:30:00Z',
  '2026-04-05T03:00:00Z',
  '2026-09-06T04:00:00Z',
  '2026-04-23T22:00:00Z',
  '2026-10-29T21:00:00Z',
  '2011-12-30T10:00:00Z',
  '2026-12-31T16:00:00Z',
  '2028-02-29T00:00:00Z',
].map((text) => Date.parse(text))

const MINUTE = 60_000

/** An instant on the minute, most often within two days of a change of clocks. */
export const instants = fc
  .tuple(
    fc.constantFrom(...changes),
    fc.oneof(
      fc.constantFrom(0, 1, -1, 60, -60, 1440, -1440),
      fc.integer({ min: -2880, max: 2880 }),
    ),
  )
  .map(([change, minutes]) => change + minutes * MINUTE)

const dates = fc
  .tuple(fc.constantFrom(...changes), fc.integer({ min: -3, max: 12 }))
  .map(([change, days]) => new Date(change + days * 1440 * MINUTE).toISOString().slice(0, 10))

/** Hours of a week with no less than two hours in it, with days off and days of their own hours. */
export const workingHours: fc.Arbitrary<WorkingHoursInput> = fc
  .record({
    timeZone: zones,
    week: fc.array(spans, { minLength: 7, maxLength: 7 }),
    always: fc.integer({ min: 1, max: 7 }),
    holidays: fc.uniqueArray(dates, { maxLength: 3 }),
    worked: fc.uniqueArray(dates, { maxLength: 3 }),
    own: spans,
  })
  .map(({ timeZone, week, always, holidays, worked, own }) => ({
    timeZone,
    week: {
      ...Object.fromEntries(week.map((list, at) => [at + 1, list])),
      [always]: ['01:00-04:00', '23:00-24:00'],
    },
    holidays: holidays.filter((date) => !worked.includes(date)),
    worked: Object.fromEntries(worked.map((date) => [date, own])),
  }))

/** Holds around a start, some empty, some on top of each other, the last one now and then still going on. */
export const holdsFrom = (start: number) =>
  fc
    .array(
      fc.tuple(
        fc.integer({ min: -600, max: 9000 }),
        fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 4000 })),
        fc.nat({ max: 5 }),
      ),
      { maxLength: 5 },
    )
    .map((rows) =>
      rows.map(([from, length, draw]) => ({
        from: iso(start + from * MINUTE),
        to: draw === 0 ? null : iso(start + (from + length) * MINUTE),
      })),
    )

export const iso = (instant: number) => new Date(instant).toISOString()

/** What a duration by ISO 8601 is in milliseconds, or in days. */
export function durationOf(text: string | null): number {
  const days = /^P(\d+)D$/.exec(text ?? '')?.[1]
  if (days !== undefined) return Number(days)
  const [, h = 0, m = 0, s = 0] = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(text ?? '') ?? []
  return Number(h) * 3_600_000 + Number(m) * MINUTE + Math.round(Number(s) * 1000)
}
