/**
 * Time in which something is open: hours of the wall clock, laid out on the line of instants, where they can be counted, added and gone
 * back. An hour that the clock skips is not there, and one that it shows twice counts twice. Opening counts, closing does not.
 */
import { DAY } from './instant.js'

/** The offset from UTC of a place, in milliseconds. */
export type OffsetAt = (instant: number) => number

/** Hours of a day, in milliseconds since its midnight by the clock on the wall. */
export interface HoursSpan {
  readonly from: number
  readonly to: number
}

/** What is open when: the hours of each day covered, in order, no two on top of each other. */
interface OpeningHours {
  readonly offsetAt: OffsetAt
  /** The first and the last day covered, as days since 1970-01-01. */
  readonly first: number
  readonly last: number
  readonly spansOf: (day: number) => readonly HoursSpan[]
}

/** Instants from one to another, the second not included. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** Opening hours on the line of instants. */
export interface OpenTime {
  readonly offsetAt: OffsetAt
  /** The day of the wall clock, since 1970-01-01. */
  readonly dayOf: (instant: number) => number
  /** When the clock on the wall shows a time: never, once or twice. */
  readonly instantsAt: (local: number) => readonly number[]
  /** When a day is open. */
  readonly stretchesOf: (day: number) => readonly Stretch[]
  /** When a day begins, and when it is over. */
  readonly wholeDay: (day: number) => Stretch
  /** How long it is open from one instant to a later one. */
  readonly between: (from: number, to: number) => number
  /** When it has been open for so long; undefined where that is outside what is covered. */
  readonly after: (from: number, open: number) => number | undefined
  /** From when on it has been open for so long until an instant. */
  readonly before: (to: number, open: number) => number | undefined
}

/** A part of the line of instants in which the offset is one. */
interface Piece extends Stretch {
  readonly offset: number
}

/** Some days of the line, as they are laid out once. */
interface Chunk {
  readonly stretches: readonly Stretch[]
  /** How long it was open before each stretch, and in all. */
  readonly before: readonly number[]
  readonly total: number
}

const CHUNK_DAYS = 64
/** 64 days in milliseconds, written out: a product would stay in every bundle. */
const CHUNK = 5_529_600_000
const chunkOf = (instant: number) => Math.floor(instant / CHUNK)

export function openTime({ offsetAt, first, last, spansOf }: OpeningHours): OpenTime {
  const piecesOf = once((index) => layPieces(index, offsetAt))
  const pieceAt = (instant: number) =>
    piecesOf(chunkOf(instant)).find(({ to }) => instant < to) as Piece
  const piecesOver = (from: number, to: number) => {
    const one = pieceAt(from)
    if (one.to >= to) return [one]
    return [
      ...piecesOf(chunkOf(from)),
      ...(chunkOf(to) > chunkOf(from) ? piecesOf(chunkOf(to)) : []),
    ]
  }
  const lay = (day: number, spans: readonly HoursSpan[]) => {
    if (spans.length === 0) return []
    const midnight = day * DAY
    return merged(
      piecesOver(midnight - DAY, midnight + 2 * DAY).flatMap(({ from, to, offset }) =>
        spans.map((span) => ({
          from: Math.max(from, midnight - offset + span.from),
          to: Math.min(to, midnight - offset + span.to),
        })),
      ),
    )
  }
  const stretchesOf = (day: number) => (day < first || day > last ? [] : lay(day, spansOf(day)))
  const chunkAt = once((index) => layChunk(index, stretchesOf))
  const place = (instant: number): number => {
    const { stretches, before, total } = chunkAt(chunkOf(instant))
    const index = firstAt(stretches, ({ to }) => to > instant)
    const stretch = stretches[index]
    if (stretch === undefined) return total
    return (before[index] ?? 0) + Math.max(0, instant - stretch.from)
  }
  const [firstChunk, lastChunk] = [chunkOf((first - 1) * DAY), chunkOf((last + 2) * DAY)]
  return {
    offsetAt: (instant) => pieceAt(instant).offset,
    dayOf: (instant) => Math.floor((instant + pieceAt(instant).offset) / DAY),
    instantsAt: (local) =>
      piecesOver(local - DAY, local + DAY)
        .filter(({ from, to, offset }) => local - offset >= from && local - offset < to)
        .map(({ offset }) => local - offset),
    stretchesOf,
    wholeDay: (day) => {
      const stretches = lay(day, WHOLE_DAY)
      const [begin] = stretches
      // A day that the clock skips is over at once, when the next one begins.
      if (begin === undefined)
        return { from: day * DAY - offsetAt(day * DAY), to: day * DAY - offsetAt(day * DAY) }
      return { from: begin.from, to: stretches.at(-1)?.to ?? begin.to }
    },
    between: (from, to) => {
      let open = place(to) - place(from)
      for (let index = chunkOf(from); index < chunkOf(to); index += 1) open += chunkAt(index).total
      return open
    },
    after: (from, open) => {
      let target = place(from) + open
      for (let index = chunkOf(from); index <= lastChunk; index += 1) {
        const chunk = chunkAt(index)
        if (target <= chunk.total) return closingAt(chunk, target)
        target -= chunk.total
      }
      return undefined
    },
    before: (to, open) => {
      let target = place(to) - open
      for (let index = chunkOf(to); index >= firstChunk; index -= 1) {
        if (target >= 0) return openingAt(chunkAt(index), target)
        target += chunkAt(index - 1).total
      }
      return undefined
    },
  }
}

const WHOLE_DAY: readonly HoursSpan[] = [{ from: 0, to: DAY }]

/** Remembers what was made of a number. */
function once<Made>(make: (index: number) => Made): (index: number) => Made {
  const made = new Map<number, Made>()
  return (index) => {
    const before = made.get(index)
    if (before !== undefined) return before
    const now = make(index)
    made.set(index, now)
    return now
  }
}

/** The pieces of a chunk: each day is looked at, and where its offset is no longer what it was, the instant of the change is sought. */
function layPieces(index: number, offsetAt: OffsetAt): Piece[] {
  const pieces: Piece[] = []
  const end = (index + 1) * CHUNK
  let from = index * CHUNK
  let offset = offsetAt(from)
  for (let day = from + DAY; day <= end; day += DAY) {
    const next = offsetAt(day)
    if (next === offset) continue
    const change = changeBetween(day - DAY, day, offsetAt)
    if (change < end) {
      pieces.push({ from, to: change, offset })
      from = change
      offset = next
    }
  }
  return [...pieces, { from, to: end, offset }]
}

/** The first instant of the offset that a later one has. */
function changeBetween(earlier: number, later: number, offsetAt: OffsetAt): number {
  const old = offsetAt(earlier)
  let [before, after] = [earlier, later]
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (offsetAt(middle) === old) before = middle
    else after = middle
  }
  return after
}

function layChunk(index: number, stretchesOf: OpenTime['stretchesOf']): Chunk {
  const [from, to] = [index * CHUNK, (index + 1) * CHUNK]
  const days = Array.from({ length: CHUNK_DAYS + 2 }, (_, day) => from / DAY - 1 + day)
  const stretches = merged(
    days.flatMap(stretchesOf).map((one) => ({
      from: Math.max(one.from, from),
      to: Math.min(one.to, to),
    })),
  )
  const before: number[] = []
  let total = 0
  for (const stretch of stretches) {
    before.push(total)
    total += stretch.to - stretch.from
  }
  return { stretches, before, total }
}

/** In order, without those that are empty; what follows at once is one. */
export function merged(stretches: readonly Stretch[]): Stretch[] {
  const list: Stretch[] = []
  for (const next of stretches
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from)) {
    const last = list.at(-1)
    if (last === undefined || next.from > last.to) list.push(next)
    else if (next.to > last.to) list[list.length - 1] = { from: last.from, to: next.to }
  }
  return list
}

/** The first place in a list from which on something holds; its length where it never does. */
export function firstAt<Item>(list: readonly Item[], holds: (item: Item) => boolean): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(list[middle] as Item)) high = middle
    else low = middle + 1
  }
  return low
}

/** When a chunk has been open for so long: at closing, and not at the next opening. */
function closingAt({ stretches, before, total }: Chunk, open: number): number {
  const next = firstAt(before, (passed) => passed >= open)
  const index = Math.max(0, next - 1)
  const stretch = stretches[index] ?? { from: 0, to: 0 }
  return stretch.from + Math.min(open, total) - (before[index] ?? 0)
}

/** From when on a chunk is open for the rest: from opening, and not from the closing before. */
function openingAt({ stretches, before }: Chunk, open: number): number {
  const index = firstAt(before, (passed) => passed > open) - 1
  const stretch = stretches[index] ?? { from: 0, to: 0 }
  return stretch.from + open - (before[index] ?? 0)
}
