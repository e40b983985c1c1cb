import { type Issue, refuse, refuseIfAny } from '../input/issue.js'
import { readInteger, readOptions } from '../input/values.js'
import { SCALE_UNREACHABLE } from '../issues.js'
import { countDecimals, type DecimalInput, readWithin, writeDecimal } from '../number/decimal.js'
import {
  add,
  compare,
  divide,
  type Fraction,
  larger,
  ONE,
  round,
  subtract,
  ZERO,
} from '../number/fraction.js'
import { MOST_DECIMALS } from '../number/rounding.js'
import * as defined from '../policy/defined.js'
import { type DefinedScale, readScaleFigures, type ScaleOptions } from './scale.js'
import type { ExactScale, ExactTier, Figures } from './scales.js'
import * as scales from './scales.js'

/**
 * The smallest base that earns at least an amount: the inverse of {@link applyScale}.
 *
 * It is exact where the answer ends in decimals and is itself enough. Otherwise (a third, or a threshold that must be passed
 * and not only touched) it is the next number of `decimals` decimals, 12 unless told; with `decimals` given it always has at
 * most so many, rounded up.
 *
 * @throws SalesRulesError `SCALE_UNREACHABLE` when no base earns so much, with the highest amount that one does.
 *
 * @example What must be sold to earn 740, and 10 at 3% in whole cents
 * ```ts
 * import { defineScale, invertScale } from 'sales-rules'
 *
 * const scale = defineScale({
 *   mode: 'marginal',
 *   tiers: [
 *     { id: 'first', upTo: '10000', rate: '0.01' },
 *     { id: 'second', upTo: '30000', rate: '0.02' },
 *     { id: 'top', upTo: null, rate: '0.03' },
 *   ],
 * })
 * invertScale('740', scale) // => '38000'
 *
 * const flat = defineScale({ mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.03' }] })
 * invertScale('10', flat, { decimals: 2 }) // => '333.34'
 * ```
 */
export function invertScale(
  amount: DecimalInput,
  scale: DefinedScale,
  options: ScaleOptions & { readonly decimals?: number } = {},
): string {
  defined.check(scale, 'Scale')
  const { wanted, figures, decimals } = readInversion(amount, options)
  const exact = scales.compile(scale)
  const base = smallestBase(wanted, exact, figures, decimals)
  return base === undefined ? refuseUnreachable(wanted, exact, figures) : writeDecimal(base)
}

function readInversion(amount: DecimalInput, options: ScaleOptions & { decimals?: number }) {
  const issues: Issue[] = []
  const wanted = readWithin(amount, ['amount'], issues, { minimum: ZERO })
  const fields = readOptions(options, ['options'], ['target', 'measure', 'decimals'], issues)
  const figures = readScaleFigures(fields?.['target'], fields?.['measure'], [], issues)
  const decimals =
    fields?.['decimals'] === undefined
      ? undefined
      : readInteger(fields['decimals'], ['options', 'decimals'], issues, {
          minimum: 0,
          maximum: MOST_DECIMALS,
        })
  refuseIfAny(issues)
  return { wanted: wanted as Fraction, figures, decimals }
}

/** The smallest base, at most `decimals` decimals long, that earns at least what is wanted; undefined when none does. */
function smallestBase(
  wanted: Fraction,
  exact: ExactScale,
  figures: Figures,
  decimals: number | undefined,
): Fraction | undefined {
  for (const candidate of candidates(wanted, scales.stretch(exact, figures), figures)) {
    const base = onGrid(candidate, decimals)
    if (compare(scales.pay(base, exact, figures).amount, wanted) >= 0) return base
  }
  return undefined
}

/** A base that may be enough, and whether it is one itself or only the limit from above. */
interface Candidate {
  readonly base: Fraction
  readonly attained: boolean
}

/** One base per tier, from the lowest tier up: where that tier's pay first reaches what is wanted, if it does. */
function* candidates(wanted: Fraction, exact: ExactScale, figures: Figures): Generator<Candidate> {
  if (wanted.n <= 0n) yield { base: ZERO, attained: true }
  if (exact.scale.measure === 'separate') {
    yield inChosenTier(wanted, exact, figures)
    return
  }
  const isWhole = exact.scale.mode === 'whole-amount'
  let below = ZERO
  for (const tier of exact.tiers) {
    const part = partThatEarns(subtract(wanted, below), tier, exact)
    const own = part && add(isWhole ? ZERO : tier.from, part)
    if (own !== undefined && !isPast(own, tier)) yield startingIn(tier, own)
    if (!isWhole) below = add(below, fullPay(tier))
  }
}

/** With a separate measure the tier is chosen already; a measure of zero or less earns its rate and nothing else. */
function inChosenTier(wanted: Fraction, exact: ExactScale, figures: Figures): Candidate {
  const figure = scales.figureOf(ZERO, exact.scale, figures)
  const tier = chosenTier(figure, exact)
  const base = figure.n > 0n ? partThatEarns(wanted, tier, exact) : divideUp(wanted, tier.rate)
  return { base: base ?? ZERO, attained: true }
}

function chosenTier(figure: Fraction, exact: ExactScale): ExactTier {
  return exact.tiers[scales.ownerOf(figure, exact)] ?? exact.tiers[0]
}

function isPast(base: Fraction, tier: ExactTier): boolean {
  return tier.upTo !== null && compare(base, tier.upTo) > 0
}

/** A base no lower than the tier's start; the start itself counts only where this tier owns it. */
function startingIn(tier: ExactTier, base: Fraction): Candidate {
  const ownsStart = tier.from.n > 0n && tier.ownsStart
  return { base: larger(base, tier.from), attained: ownsStart || compare(base, tier.from) > 0 }
}

/** How much base in a tier earns what is needed, or undefined when no part of it does. */
function partThatEarns(
  needed: Fraction,
  tier: ExactTier,
  { scale }: ExactScale,
): Fraction | undefined {
  if (scales.isJump(tier)) return compare(needed, tier.amount) <= 0 ? ZERO : undefined
  if (scale.mode === 'interpolated') return divideUp(needed, scales.slopeOf(tier))
  if (tier.maximum !== null && compare(needed, tier.maximum) > 0) return undefined
  if (tier.minimum !== null && compare(needed, tier.minimum) <= 0) return ZERO
  return divideUp(subtract(needed, tier.amount), tier.rate)
}

/** An interpolated tier that is full has earned its rate and its whole amount, as any other. */
function fullPay(tier: ExactTier): Fraction {
  return scales.earned(subtract(tier.upTo ?? tier.from, tier.from), tier)
}

/** `needed / rate`, nothing when nothing is needed, undefined when no base is ever enough. */
function divideUp(needed: Fraction, rate: Fraction): Fraction | undefined {
  if (needed.n <= 0n) return ZERO
  return rate.n === 0n ? undefined : divide(needed, rate)
}

function onGrid({ base, attained }: Candidate, decimals: number | undefined): Fraction {
  if (attained && decimals === undefined && countDecimals(base) !== undefined) return base
  const grid = decimals ?? MOST_DECIMALS
  const up = round(base, { mode: 'ceiling', decimals: grid })
  if (attained || compare(up, base) > 0) return up
  return add(up, { n: 1n, d: up.d })
}

function refuseUnreachable(wanted: Fraction, exact: ExactScale, figures: Figures): never {
  const amount = writeDecimal(wanted)
  const highest = writeDecimal(highestPay(exact, figures))
  return refuse(SCALE_UNREACHABLE, ['amount'], { amount, highest })
}

/** The most that any base earns on a scale that has a most: looked for at and just below each threshold. */
function highestPay(exact: ExactScale, figures: Figures): Fraction {
  const { scale, tiers } = scales.stretch(exact, figures)
  if (scale.measure === 'separate') {
    const tier = chosenTier(scales.figureOf(ZERO, scale, figures), exact)
    return scales.pay(partThatFills(tier), exact, figures).amount
  }
  let highest = ZERO
  for (const tier of tiers) {
    const { from, upTo } = tier
    // A jump may be due only above its place.
    const end = upTo === null || scales.isJump(tier) ? add(from, partThatFills(tier)) : upTo
    const touched = scales.pay(end, exact, figures).amount
    const limit = scale.mode === 'whole-amount' ? scales.earned(end, tier) : touched
    highest = larger(highest, larger(touched, limit))
  }
  return highest
}

/** An open tier whose pay has an end is at that end after so much base. */
function partThatFills({ rate, maximum }: ExactTier): Fraction {
  return maximum === null || rate.n === 0n ? ONE : divide(maximum, rate)
}
