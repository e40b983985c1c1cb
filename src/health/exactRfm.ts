import type { Issue, Path } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { NOT_RISING } from '../kernel/issues.js'
import * as fraction from '../kernel/number/fraction.js'
import * as write from '../kernel/number/write.js'
import * as time from '../kernel/time/time.js'
import {
  A_RANGE_OF_SCORES,
  BOUNDS_MISFIT,
  BOUNDS_NOT_FALLING,
  SEGMENT_MISSING,
  SEGMENTS_OVERLAP,
} from './issues.js'
import { byText, type RowPlace, readInput, readPast, readRows } from './read.js'
import type { RfmScore, RfmSegment } from './types.js'

type Measure = 'recency' | 'frequency' | 'monetary'
const MEASURES = ['recency', 'frequency', 'monetary'] as const

/** How customers are scored by their orders. */
export interface ExactRfm {
  readonly asOf: string
  readonly bins: number
  /** Null: by quantiles. */
  readonly bounds: Readonly<Record<Measure, readonly fraction.Fraction[] | null>>
  readonly segments: readonly ExactSegment[]
  /** Whether the segments are the usual ones, which are ranges of fifths. */
  readonly inFifths: boolean
}

interface ExactSegment {
  readonly id: string
  readonly ranges: Readonly<Record<Measure, Range>>
}

type Range = readonly [from: number, to: number]

const FEWEST_BINS = 2
const MOST_BINS = 10
const FIFTHS = 5

/** The ten usual segments: each pair of recency and frequency is in one of them. */
const USUAL: readonly RfmSegment[] = [
  { id: 'champions', recency: [5, 5], frequency: [4, 5] },
  { id: 'loyal', recency: [3, 4], frequency: [4, 5] },
  { id: 'potential-loyalists', recency: [4, 5], frequency: [2, 3] },
  { id: 'new', recency: [5, 5], frequency: [1, 1] },
  { id: 'promising', recency: [4, 4], frequency: [1, 1] },
  { id: 'need-attention', recency: [3, 3], frequency: [3, 3] },
  { id: 'about-to-sleep', recency: [3, 3], frequency: [1, 2] },
  { id: 'cannot-lose', recency: [1, 2], frequency: [5, 5] },
  { id: 'at-risk', recency: [1, 2], frequency: [3, 4] },
  { id: 'hibernating', recency: [1, 2], frequency: [1, 2] },
]

/** Reads how customers are scored. */
export function readRfm(options: unknown): ExactRfm {
  const issues: Issue[] = []
  const path = ['options']
  const fields = readInput(options, path, ['asOf', 'bins', 'bounds', 'segments'], issues)
  const { required, optional } = read.of(fields, path, issues)
  const asOf = required('asOf', read.date)
  const most = { minimum: FEWEST_BINS, maximum: MOST_BINS }
  const bins =
    optional('bins', (given, at, found) => read.integer(given, at, found, most)) ?? FIFTHS
  const bounds = readBounds(fields['bounds'] ?? {}, bins, issues)
  const given = optional('segments', (value, at, found) => readSegments(value, at, bins, found))
  issue.refuseIfAny(issues)
  const usual = USUAL.map((segment) => exactSegment(segment, FIFTHS))
  return {
    asOf: asOf as string,
    bins,
    bounds,
    segments: given ?? usual,
    inFifths: given === undefined,
  }
}

function readBounds(value: unknown, bins: number, issues: Issue[]): ExactRfm['bounds'] {
  const path = ['options', 'bounds']
  const fields = read.fields(value, path, MEASURES, issues) ?? {}
  const of = (measure: Measure) =>
    (fields[measure] ?? null) === null
      ? null
      : readBoundsOf(fields[measure], [...path, measure], measure, { bins, issues })
  return { recency: of('recency'), frequency: of('frequency'), monetary: of('monetary') }
}

/** Of recency the most days, falling; of the others the least, rising. */
function readBoundsOf(
  value: unknown,
  path: Path,
  measure: Measure,
  { bins, issues }: { readonly bins: number; readonly issues: Issue[] },
): fraction.Fraction[] {
  const rows = read.array(value, path, issues) ?? []
  if (rows.length !== bins - 1) {
    const params = { given: String(rows.length), count: bins - 1 }
    issue.add(issues, issue.at(BOUNDS_MISFIT, path, params))
  }
  const bounds = rows
    .slice(0, MOST_BINS)
    .map((row, index) => read.decimal(row, [...path, index], issues))
  for (const [index, bound] of bounds.entries()) {
    const previous = bounds[index - 1]
    if (bound === undefined || previous === undefined) continue
    const order = fraction.compare(bound, previous)
    const isRight = measure === 'recency' ? order < 0 : order > 0
    const params = { given: write.decimal(bound), previous: write.decimal(previous) }
    const kind = measure === 'recency' ? BOUNDS_NOT_FALLING : NOT_RISING
    if (!isRight) issue.add(issues, issue.at(kind, [...path, index], params))
  }
  return bounds.filter((bound) => bound !== undefined)
}

function exactSegment({ id, recency, frequency, monetary }: RfmSegment, bins: number) {
  const all: Range = [1, bins]
  const ranges = {
    recency: recency ?? all,
    frequency: frequency ?? all,
    monetary: monetary ?? all,
  }
  return { id, ranges }
}

const MOST_SEGMENTS = 100

/** Segments that together have each combination of scores once. */
function readSegments(value: unknown, path: Path, bins: number, issues: Issue[]): ExactSegment[] {
  const before = issues.length
  const rows = (read.array(value, path, issues) ?? []).slice(0, MOST_SEGMENTS)
  const segments = rows.flatMap((row, index) => {
    const at = [...path, index]
    const fields = read.fields(row, at, ['id', ...MEASURES], issues)
    if (fields === undefined) return []
    const { required, optional } = read.of(fields, at, issues)
    const id = required('id', read.name) ?? ''
    const range = (key: Measure) =>
      optional(key, (given, where, found) => readRange(given, where, bins, found)) ?? [1, bins]
    const ranges = {
      recency: range('recency'),
      frequency: range('frequency'),
      monetary: range('monetary'),
    } as const
    return [{ id, ranges }]
  })
  if (issues.length === before) partitionIssues(segments, path, bins, issues)
  return segments
}

function readRange(value: unknown, path: Path, bins: number, issues: Issue[]): Range | undefined {
  const before = issues.length
  const ends = read.array(value, path, issues)
  if (ends === undefined) return undefined
  const most = { minimum: 1, maximum: bins }
  const [from, to] = [0, 1].map((index) =>
    read.integer(ends[index], [...path, index], issues, most),
  )
  if (from === undefined || to === undefined || issues.length > before) return undefined
  if (ends.length === 2 && from <= to) return [from, to]
  issue.add(issues, issue.invalid(value, path, A_RANGE_OF_SCORES, { maximum: String(bins) }))
  return undefined
}

/** The first combination of scores that two segments have, or that none has. */
function partitionIssues(
  segments: readonly ExactSegment[],
  path: Path,
  bins: number,
  issues: Issue[],
): void {
  for (const scores of combinations(bins)) {
    const [one, other] = segments.filter((segment) => isIn(scores, segment))
    if (one !== undefined && other === undefined) continue
    const given = MEASURES.map((measure) => scores[measure]).join('-')
    const found =
      one === undefined
        ? issue.at(SEGMENT_MISSING, path, { given })
        : issue.at(SEGMENTS_OVERLAP, path, { id: one.id, other: other?.id ?? '', given })
    issue.add(issues, found)
    return
  }
}

function combinations(bins: number): Scores[] {
  const all = Array.from({ length: bins }, (_, index) => index + 1)
  return all.flatMap((recency) =>
    all.flatMap((frequency) => all.map((monetary) => ({ recency, frequency, monetary }))),
  )
}

type Scores = Readonly<Record<Measure, number>>

function isIn(scores: Scores, { ranges }: ExactSegment): boolean {
  return MEASURES.every((measure) => {
    const [from, to] = ranges[measure]
    return scores[measure] >= from && scores[measure] <= to
  })
}

interface Order {
  readonly customer: string
  readonly day: number
  readonly amount: fraction.Fraction
}

/** Reads orders, each for itself; those wrong are among the issues of rows. */
export function readOrders(orders: unknown, { asOf }: ExactRfm, place: RowPlace): Order[] {
  read.array(orders, place.path, place.issues)
  issue.refuseIfAny(place.issues)
  return readRows(orders, place, (row, path, issues) => {
    const fields = read.fields(row, path, ['customer', 'date', 'amount'], issues)
    if (fields === undefined) return undefined
    const { required } = read.of(fields, path, issues)
    const customer = required('customer', read.name)
    const date = required('date', (given, at, found) => readPast(given, at, asOf, found))
    const amount = required('amount', read.decimal)
    if (customer === undefined || date === undefined || amount === undefined) return undefined
    return { customer, day: time.dayNumber(date), amount }
  })
}

/** What a customer's orders come to. */
interface Buyer {
  readonly customer: string
  last: number | null
  orders: number
  amount: fraction.Fraction
}

/** Scores customers, in the order of their names. */
export function computeRfm(orders: readonly Order[], exact: ExactRfm): RfmScore[] {
  const buyers = buyersOf(orders)
  const today = time.dayNumber(exact.asOf)
  const recencies = buyers.map(({ last }) => (last === null ? null : last - today))
  const ofRecency = scorer(recencies, orderOfNumbers, exact.bins, (days) =>
    exact.bounds.recency === null ? null : boundsPassed(days === null ? null : -days, exact),
  )
  const ofFrequency = scorer(
    buyers.map((one) => one.orders),
    (a, b) => a - b,
    exact.bins,
    (count) => reached(fraction.whole(count), exact.bounds.frequency),
  )
  const ofMoney = scorer(
    buyers.map(({ amount }) => amount),
    fraction.compare,
    exact.bins,
    (amount) => reached(amount, exact.bounds.monetary),
  )
  return buyers.map(({ customer, last, orders: count, amount }, index) => {
    const scores = {
      recency: ofRecency(recencies[index] ?? null),
      frequency: ofFrequency(count),
      monetary: ofMoney(amount),
    }
    return {
      customer,
      ...scores,
      segment: segmentOf(scores, exact),
      daysSince: last === null ? null : today - last,
      orders: count,
      amount: write.decimal(amount),
    }
  })
}

/** Each customer once. A refund lowers what was bought, and is no order. */
function buyersOf(orders: readonly Order[]): Buyer[] {
  const buyers = new Map<string, Buyer>()
  for (const { customer, day, amount } of orders) {
    const buyer = buyers.get(customer) ?? { customer, last: null, orders: 0, amount: fraction.ZERO }
    buyers.set(customer, buyer)
    buyer.amount = fraction.add(buyer.amount, amount)
    if (fraction.isNegative(amount)) continue
    buyer.orders += 1
    buyer.last = Math.max(buyer.last ?? day, day)
  }
  return [...buyers.values()].sort((a, b) => byText(a.customer, b.customer))
}

/** Who has never ordered comes first. */
function orderOfNumbers(a: number | null, b: number | null): number {
  if (a === null || b === null) return (a === null ? 0 : 1) - (b === null ? 0 : 1)
  return a - b
}

/**
 * Scores a value among all: 1 + ⌊bins × the share of those strictly worse⌋, so that equal values have equal scores; or by bounds, where there
 * are any.
 */
function scorer<Value>(
  values: readonly Value[],
  compare: (a: Value, b: Value) => number,
  bins: number,
  byBounds: (value: Value) => number | null,
): (value: Value) => number {
  const sorted = [...values].sort(compare)
  return (value) => {
    const bounded = byBounds(value)
    if (bounded !== null) return bounded
    return 1 + Math.floor((bins * worseThan(value, sorted, compare)) / sorted.length)
  }
}

/** How many values are strictly worse, by halving what is sorted. */
function worseThan<Value>(
  value: Value,
  sorted: readonly Value[],
  compare: (a: Value, b: Value) => number,
): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (compare(sorted[middle] as Value, value) < 0) low = middle + 1
    else high = middle
  }
  return low
}

/** The score of the highest bound that is reached. */
function reached(
  value: fraction.Fraction,
  bounds: readonly fraction.Fraction[] | null,
): number | null {
  if (bounds === null) return null
  return 1 + bounds.filter((bound) => fraction.compare(value, bound) >= 0).length
}

function boundsPassed(days: number | null, { bounds }: ExactRfm): number {
  if (days === null) return 1
  const within = bounds.recency?.filter(
    (bound) => fraction.compare(fraction.whole(days), bound) <= 0,
  )
  return 1 + (within?.length ?? 0)
}

function segmentOf(scores: Scores, { segments, inFifths, bins }: ExactRfm): string {
  const among = inFifths ? fifthsOf(scores, bins) : scores
  return segments.find((segment) => isIn(among, segment))?.id ?? ''
}

/** Scores of other than five bins by their place between the lowest and the highest. */
function fifthsOf({ recency, frequency, monetary }: Scores, bins: number): Scores {
  const fifth = (score: number) => 1 + Math.round(((score - 1) * (FIFTHS - 1)) / (bins - 1))
  return { recency: fifth(recency), frequency: fifth(frequency), monetary: fifth(monetary) }
}
