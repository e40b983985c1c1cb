import type { ScaleInput } from '../../src/kernel/schema.js'
import { compare, multiply, parse, toCanonical } from '../oracle/fraction.js'
import type { Random } from '../oracle/random.js'
import type { Scale, Tier } from '../oracle/scale.js'

/** A scale as the library and as the oracle take it, and the figures that go with it. */
export interface RandomScale {
  readonly input: ScaleInput
  readonly scale: Scale
  readonly target: string
  /** Its thresholds as amounts of the base, where a base or a measure is best tried. */
  readonly near: readonly string[]
}

const MODES = ['marginal', 'whole-amount', 'interpolated'] as const
const NEGATIVE = ['mirror', 'mirror', 'zero', 'refuse'] as const
const THRESHOLDS = ['money', 'money', 'units', 'attainment'] as const
const TARGETS = ['1', '80', '333', '0.7', '250000', '99999.99']

/** Draws from every mode, boundary, kind of threshold and of tier. `limit` keeps the ends of its tiers below it. */
export function randomScale(random: Random, limit = 3_000_000): RandomScale {
  const mode = random.pick(MODES)
  const isSeparate = mode === 'whole-amount' && random.oneIn(3)
  const thresholds = isSeparate ? 'money' : random.pick(THRESHOLDS)
  const stops = !isSeparate && random.oneIn(4)
  const ends = thresholds === 'attainment' ? attainments(random) : amounts(random, limit)
  const list = stops ? ends : [...ends, null]
  const most = thresholds === 'units' ? 50 : 1
  const tiers = list.map((upTo, place) => tierOf(random, mode, upTo, place, most))
  const shape = {
    mode,
    boundary: random.pick(['upper-tier', 'lower-tier'] as const),
    negative: random.pick(NEGATIVE),
    thresholds,
    measure: isSeparate ? ('separate' as const) : ('base' as const),
    ...(stops ? { beyond: 'stop' as const } : {}),
  }
  const target = random.pick(TARGETS)
  const unit = thresholds === 'attainment' ? target : '1'
  const near = ends.map((end) => toCanonical(multiply(parse(end), parse(unit))))
  const scale = { ...shape, tiers }
  return { input: JSON.parse(JSON.stringify(scale)) as ScaleInput, scale, target, near }
}

const QUOTIENTS = ['1/3', '2/7', '5/6', '22/23', '1/1'] as const

/** The same scale with whatever else a tier may say: a rate that is a quotient, a multiple, who owns its end, a jump. */
export function withTierFields(random: Random, drawn: RandomScale): RandomScale {
  const { mode, measure } = drawn.scale
  const changed = drawn.scale.tiers.map((tier) => ({ ...tier, ...tierFields(random) }))
  const tiers = changed.flatMap((tier, place): Tier[] => {
    const isJump = mode === 'interpolated' && tier.upTo !== null && random.oneIn(3)
    const jump = { id: `jump ${place + 1}`, upTo: tier.upTo, amount: someAmount(random) }
    return isJump ? [tier, jump] : [tier]
  })
  const scale = { ...drawn.scale, measure, tiers }
  return { ...drawn, scale, input: JSON.parse(JSON.stringify(scale)) as ScaleInput }
}

function tierFields(random: Random): Partial<Tier> {
  const boundary = random.oneIn(3) ? undefined : random.pick(['upper-tier', 'lower-tier'] as const)
  if (random.oneIn(3)) return { boundary, rate: random.pick(QUOTIENTS) }
  if (random.oneIn(2)) return { boundary }
  const multiple = random.oneIn(3) ? '4/3' : fixed(random.integer(0, 99_999), 4)
  return { boundary, rate: undefined, multiple }
}

function tierOf(
  random: Random,
  mode: Scale['mode'],
  upTo: string | null,
  place: number,
  mostRate: number,
): Tier {
  const rate = random.oneIn(6) ? '0' : fixed(random.integer(0, mostRate * 10_000), 4)
  const named = { id: `tier ${place + 1}`, upTo, rate }
  if (mode === 'interpolated')
    return upTo === null || random.oneIn(4) ? named : { ...named, amount: someAmount(random) }
  const minimum = random.oneIn(4) ? random.integer(0, 500_000) : undefined
  const maximum = random.oneIn(4) ? (minimum ?? 0) + random.integer(0, 5_000_000) : undefined
  return {
    ...named,
    amount: random.oneIn(3) ? someAmount(random) : undefined,
    minimum: minimum === undefined ? undefined : fixed(minimum, 2),
    maximum: maximum === undefined ? undefined : fixed(maximum, 2),
  }
}

function someAmount(random: Random): string {
  return random.decimal({ decimals: 2, digits: 6, negative: false })
}

function amounts(random: Random, limit: number): string[] {
  const ends = Array.from({ length: random.integer(1, 4) }, () =>
    random.oneIn(2) ? String(random.integer(1, limit)) : fixed(random.integer(1, limit), 2),
  )
  return rising(ends)
}

function attainments(random: Random): string[] {
  const known = ['0.5', '0.8', '0.999999', '1', '1.000001', '1.2', '1.5', '2.345']
  return rising(Array.from({ length: random.integer(1, 4) }, () => random.pick(known)))
}

function rising(ends: readonly string[]): string[] {
  return [...new Set(ends.map((end) => toCanonical(parse(end))))].sort((a, b) =>
    compare(parse(a), parse(b)),
  )
}

function fixed(units: number, decimals: number): string {
  return toCanonical(parse(`${units}e-${decimals}`))
}
