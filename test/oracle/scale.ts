/**
 * What a scale pays, from the definition and in exact fractions. A marginal or interpolated base is
 * cut at every threshold, and each piece is given to the tier that holds its midpoint; no running
 * totals are kept. The inverse is found by asking for the pay of one base after another.
 */
import {
  add,
  compare,
  divide,
  type Fraction,
  fraction,
  larger,
  multiply,
  negate,
  parse,
  Refusal,
  smaller,
  subtract,
  sum,
  zero,
} from './fraction.js'

export interface Tier {
  readonly id: string
  readonly upTo: string | null
  readonly rate?: string | undefined
  readonly multiple?: string | undefined
  readonly boundary?: 'upper-tier' | 'lower-tier' | undefined
  readonly amount?: string | undefined
  readonly minimum?: string | undefined
  readonly maximum?: string | undefined
}

export interface Scale {
  readonly mode: 'marginal' | 'whole-amount' | 'interpolated'
  readonly boundary: 'upper-tier' | 'lower-tier'
  readonly negative: 'mirror' | 'zero' | 'refuse'
  readonly thresholds?: 'money' | 'units' | 'attainment' | undefined
  readonly measure?: 'base' | 'separate' | undefined
  readonly beyond?: 'stop' | undefined
  readonly tiers: readonly Tier[]
}

export interface PayOptions {
  readonly target?: string | undefined
  readonly measure?: string | undefined
}

/** What one tier has of the base, and what it pays for it. Every tier of the scale has one. */
export interface Slice {
  readonly tier: string
  readonly reached: boolean
  readonly base: Fraction
  readonly pay: Fraction
}

export interface InverseOptions {
  readonly target?: string | undefined
  readonly measure?: string | undefined
  readonly decimals: number
}

interface Span {
  readonly tier: Tier
  readonly isFirst: boolean
  /** Whether it owns its start, and its end: the tier that ends there says so, or else the scale. */
  readonly ownsStart: boolean
  readonly ownsEnd: boolean
  readonly from: Fraction
  /** null: open-ended. */
  readonly to: Fraction | null
}

/** The whole pay of a base, exact. */
export function payOf(base: string, scale: Scale, options: PayOptions = {}): Fraction {
  return payAt(parse(base), scale, options)
}

/** The pay tier by tier; it adds up to `payOf`. */
export function slicesOf(base: string, scale: Scale, options: PayOptions = {}): Slice[] {
  return slicesAt(parse(base), scale, options)
}

/**
 * The smallest base >= 0 on the grid of `decimals` decimals that pays at least `amount`: every
 * point from 0 to the `points`-th is tried. null: none of them does.
 */
export function smallestBase(
  amount: string,
  scale: Scale,
  options: InverseOptions,
  points = 4000,
): Fraction | null {
  const wanted = parse(amount)
  for (let point = 0; point <= points; point += 1) {
    if (paysEnough(BigInt(point), wanted, scale, options)) return gridPoint(BigInt(point), options)
  }
  return null
}

/**
 * The same by bisection, for a grid of any size. Only for a scale whose pay never falls as the base
 * grows. null: not even a base of 10^40 units pays that much.
 */
export function smallestBaseByBisection(
  amount: string,
  scale: Scale,
  options: InverseOptions,
): Fraction | null {
  const wanted = parse(amount)
  let tooLow = -1n
  let enough = 10n ** 40n
  if (!paysEnough(enough, wanted, scale, options)) return null
  while (enough - tooLow > 1n) {
    const middle = (enough + tooLow) / 2n
    if (paysEnough(middle, wanted, scale, options)) enough = middle
    else tooLow = middle
  }
  return gridPoint(enough, options)
}

function gridPoint(point: bigint, options: InverseOptions): Fraction {
  return fraction(point, 10n ** BigInt(options.decimals))
}

function paysEnough(
  point: bigint,
  wanted: Fraction,
  scale: Scale,
  options: InverseOptions,
): boolean {
  const pay = payAt(gridPoint(point, options), scale, options)
  return compare(pay, wanted) >= 0
}

/** The same of a base that need not end in decimals. */
export function payAt(base: Fraction, scale: Scale, options: PayOptions): Fraction {
  return sum(slicesAt(base, scale, options).map((slice) => slice.pay))
}

function slicesAt(base: Fraction, scale: Scale, options: PayOptions): Slice[] {
  refuseBoundsOfShares(scale)
  const spans = spansOf(scale, options.target)
  if (base.n < 0n && scale.negative === 'refuse') throw new Refusal('the base is below zero')
  if (base.n < 0n && scale.negative === 'zero') return spans.map(nothing)
  if (base.n < 0n) return positiveSlices(negate(base), scale, spans, options).map(mirrored)
  return positiveSlices(base, scale, spans, options)
}

/** A tier that is paid by its filled share has no minimum or maximum. */
function refuseBoundsOfShares({ mode, tiers }: Scale): void {
  if (mode !== 'interpolated') return
  const isBounded = tiers.some((tier) => tier.minimum !== undefined || tier.maximum !== undefined)
  if (isBounded) throw new Refusal('an interpolated tier has no minimum or maximum')
}

function positiveSlices(
  base: Fraction,
  scale: Scale,
  spans: readonly Span[],
  options: PayOptions,
): Slice[] {
  if (scale.measure === 'separate') return separateSlices(base, scale, spans, options.measure)
  return scale.mode === 'whole-amount' ? wholeSlices(base, spans) : cutSlices(base, scale, spans)
}

/** Marginal and interpolated: every tier gets the pieces of the base that lie inside it. */
function cutSlices(base: Fraction, scale: Scale, spans: readonly Span[]): Slice[] {
  const pieces = piecesOf(base, spans)
  return spans.map((span) => {
    const inside = pieces.filter((piece) => holds(span, midpoint(piece)))
    const length = sum(inside.map((piece) => subtract(piece.end, piece.start)))
    if (!isReached(base, span)) return nothing(span)
    // Two points at one end: the whole amount at once.
    if (scale.mode === 'interpolated' && span.to !== null && compare(span.from, span.to) === 0)
      return { tier: span.tier.id, reached: true, base: zero, pay: given(span.tier.amount) }
    const flat =
      scale.mode === 'interpolated' ? filledAmount(span, length) : given(span.tier.amount)
    return priced(span, length, flat)
  })
}

interface Piece {
  readonly start: Fraction
  readonly end: Fraction
}

/** The base from 0 to its end, cut at every threshold on the way. */
function piecesOf(base: Fraction, spans: readonly Span[]): Piece[] {
  const pieces: Piece[] = []
  let start = zero
  for (const { to } of spans) {
    const end = to === null ? base : smaller(to, base)
    pieces.push({ start, end })
    start = end
  }
  pieces.push({ start, end: base })
  return pieces.filter((piece) => compare(piece.start, piece.end) < 0)
}

function midpoint(piece: Piece): Fraction {
  return divide(add(piece.start, piece.end), fraction(2n))
}

/** Strictly inside: a midpoint is never on a threshold. */
function holds(span: Span, point: Fraction): boolean {
  return compare(span.from, point) < 0 && (span.to === null || compare(point, span.to) < 0)
}

function isReached(base: Fraction, span: Span): boolean {
  if (span.isFirst) return base.n > 0n
  const order = compare(base, span.from)
  return order > 0 || (order === 0 && span.ownsStart)
}

/** The amount of an interpolated tier, in proportion to how much of its width is filled. */
function filledAmount(span: Span, length: Fraction): Fraction {
  if (span.tier.amount === undefined) return zero
  if (span.to === null) throw new Refusal('an open-ended tier cannot be filled')
  return divide(multiply(given(span.tier.amount), length), subtract(span.to, span.from))
}

/** The whole base at the one tier it falls in; a base of 0 reaches nothing. */
function wholeSlices(base: Fraction, spans: readonly Span[]): Slice[] {
  const paid = capped(base, spans)
  return spans.map((span) => {
    if (base.n === 0n || !fallsIn(paid, span, spans)) return nothing(span)
    return priced(span, paid, given(span.tier.amount))
  })
}

/** The tier by the measure, the rate by the base; flat amount and bounds need a measure above 0. */
function separateSlices(
  base: Fraction,
  scale: Scale,
  spans: readonly Span[],
  measure: string | undefined,
): Slice[] {
  if (scale.mode !== 'whole-amount') throw new Refusal('a separate measure needs whole-amount')
  if (measure === undefined) throw new Refusal('no measure')
  if (scale.beyond === 'stop') throw new Refusal('a separate measure needs an open last tier')
  const figure = parse(measure)
  return spans.map((span) => {
    const isChosen = figure.n > 0n ? fallsIn(figure, span, spans) : span.isFirst
    if (!isChosen) return nothing(span)
    if (figure.n > 0n) return priced(span, base, given(span.tier.amount))
    return { tier: span.tier.id, reached: false, base, pay: multiply(base, rateOf(span.tier)) }
  })
}

/** Above the last end, a scale that stops there takes the last end itself. */
function capped(figure: Fraction, spans: readonly Span[]): Fraction {
  const end = spans.at(-1)?.to ?? null
  return end === null ? figure : smaller(figure, end)
}

/** Which tier a figure above 0 falls in, by who owns the threshold it may lie on. */
function fallsIn(figure: Fraction, span: Span, spans: readonly Span[]): boolean {
  const isOnStart = compare(figure, span.from) === 0
  const isOnEnd = span.to !== null && compare(figure, span.to) === 0
  const isLast = span === spans.at(-1)
  if (isOnStart) return span.ownsStart
  if (isOnEnd) return span.ownsEnd || isLast
  return holds(span, figure)
}

function priced(span: Span, base: Fraction, flat: Fraction): Slice {
  const earned = add(multiply(base, rateOf(span.tier)), flat)
  return { tier: span.tier.id, reached: true, base, pay: bounded(earned, span.tier) }
}

function bounded(pay: Fraction, tier: Tier): Fraction {
  const raised = tier.minimum === undefined ? pay : larger(pay, parse(tier.minimum))
  return tier.maximum === undefined ? raised : smaller(raised, parse(tier.maximum))
}

function nothing(span: Span): Slice {
  return { tier: span.tier.id, reached: false, base: zero, pay: zero }
}

function mirrored(slice: Slice): Slice {
  return { ...slice, base: negate(slice.base), pay: negate(slice.pay) }
}

/** A multiple is one of a base rate of 1. */
function rateOf({ rate, multiple }: Tier): Fraction {
  const [n = '0', d = '1'] = (multiple ?? rate ?? '0').split('/')
  return divide(parse(n), parse(d))
}

function given(figure: string | undefined): Fraction {
  return figure === undefined ? zero : parse(figure)
}

function spansOf(scale: Scale, target: string | undefined): Span[] {
  const unit = scale.thresholds === 'attainment' ? targetOf(target) : fraction(1n)
  const ends = scale.tiers.map((tier) =>
    tier.upTo === null ? null : multiply(parse(tier.upTo), unit),
  )
  const isUpper = scale.tiers.map(({ boundary = scale.boundary }) => boundary === 'upper-tier')
  return scale.tiers.map((tier, place) => ({
    tier,
    isFirst: place === 0,
    ownsStart: isUpper[place - 1] ?? false,
    ownsEnd: isUpper[place] !== true,
    from: ends[place - 1] ?? zero,
    to: ends[place] ?? null,
  }))
}

function targetOf(target: string | undefined): Fraction {
  const value = given(target)
  if (value.n <= 0n) throw new Refusal('thresholds in attainment need a target above zero')
  return value
}
