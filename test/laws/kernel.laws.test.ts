import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  allocate,
  applyScale,
  attempt,
  type DefinedScale,
  invertScale,
  round,
} from '../../src/kernel/index.js'
import { defineScale, type ScaleInput } from '../../src/kernel/schema.js'
import * as arbitrary from '../arbitraries.js'
import {
  add,
  compare,
  divide,
  equals,
  type Fraction,
  fraction,
  multiply,
  negate,
  parse,
  smaller,
  subtract,
  sum,
  toCanonical,
  toDecimal,
  zero,
} from '../oracle/fraction.js'

const RUNS = { numRuns: 400, seed: 20_261_123 }

/** What no written result is off by: they are cut after 12 decimals where they do not end. */
const CUT = fraction(1n, 10n ** 12n)

/** A separate measure is needed by some scales and ignored by the others; the base itself will do. */
function pay(base: string, scale: DefinedScale, measure = base): Fraction {
  return parse(applyScale(base, scale, { measure }).amount)
}

function size(value: Fraction): Fraction {
  return value.n < 0n ? negate(value) : value
}

function law<Values extends [unknown, ...unknown[]]>(
  name: string,
  arbitraries: { [Key in keyof Values]: fc.Arbitrary<Values[Key]> },
  holds: (...values: Values) => unknown,
): void {
  it(name, () => {
    // A law that expects something of its own says nothing else.
    fc.assert(
      fc.property<Values>(...arbitraries, (...values) => holds(...values) !== false),
      RUNS,
    )
  })
}

describe('a marginal scale', () => {
  const rates = arbitrary.scaleWithBases({ modes: ['marginal'], flat: false })

  law('never pays less for more', [rates], ({ input, base, other }) => {
    const scale = defineScale(input)
    const order = compare(parse(base), parse(other))
    return order * compare(pay(base, scale), pay(other, scale)) >= 0
  })

  law(
    'never jumps: the pay moves by no more than the base does',
    [rates],
    ({ input, base, other }) => {
      const scale = defineScale(input)
      const moved = size(subtract(pay(base, scale), pay(other, scale)))
      return compare(moved, size(subtract(parse(base), parse(other)))) <= 0
    },
  )

  law('pays the same whoever owns the thresholds', [rates], ({ input, base }) => {
    const upper = defineScale({ ...input, boundary: 'upper-tier' })
    const lower = defineScale({ ...input, boundary: 'lower-tier' })
    expect(pay(base, upper)).toEqual(pay(base, lower))
  })

  law(
    'never pays less for more, flat amounts and bounds included',
    [arbitrary.scaleWithBases({ modes: ['marginal'] })],
    ({ input, base, other }) => {
      const scale = defineScale(input)
      const order = compare(parse(base), parse(other))
      return order * compare(pay(base, scale), pay(other, scale)) >= 0
    },
  )

  law(
    'pays ten times as much when base and thresholds are ten times as large',
    [rates],
    ({ input, base }) => {
      const ten = (value: unknown) => toCanonical(multiply(parse(String(value)), fraction(10n)))
      const tiers = input.tiers.map((tier) => ({ ...tier, upTo: tier.upTo && ten(tier.upTo) }))
      const larger = defineScale({ ...input, tiers })
      expect(pay(ten(base), larger)).toEqual(multiply(pay(base, defineScale(input)), fraction(10n)))
    },
  )
})

describe('any scale', () => {
  law('has slices that add up to its amount', [arbitrary.scaleWithBases()], ({ input, base }) => {
    const { amount, slices } = applyScale(base, defineScale(input), { measure: base })
    const parts = sum(slices.map((slice) => parse(slice.amount)))
    const mayBeCut = input.mode === 'interpolated' ? slices.length : 0
    const off = size(subtract(parse(amount), parts))
    return compare(off, multiply(CUT, fraction(BigInt(mayBeCut)))) <= 0
  })

  law(
    'has slices that cover the base, up to where it stops',
    [arbitrary.scaleWithBases({ flat: false })],
    ({ input, base }) => {
      const tiers = input.tiers.map((tier) => ({ ...tier, rate: '1' }))
      const { slices } = applyScale(base, defineScale({ ...input, tiers }), { measure: base })
      const end = input.tiers.at(-1)?.upTo ?? base
      expect(sum(slices.map((slice) => parse(slice.base)))).toEqual(
        smaller(parse(base), parse(String(end))),
      )
    },
  )

  law(
    'is the same when a tier is split at any point',
    [
      arbitrary.scaleWithBases({
        modes: ['marginal', 'interpolated'],
        special: false,
        flat: false,
      }),
      fc.nat(),
      fc.constantFrom('0.5', '0.01', '0.99'),
    ],
    ({ input, base }, place, share) => {
      const before = defineScale(input)
      const after = defineScale(splitAt(input, place % input.tiers.length, share))
      expect(pay(base, after)).toEqual(pay(base, before))
    },
  )

  law(
    'is the same when an amount is split with its tier',
    [arbitrary.scaleWithBases({ modes: ['interpolated'], special: false }), fc.nat()],
    ({ input, base }, place) => {
      const before = defineScale(input)
      const after = defineScale(splitAt(input, place % input.tiers.length, '0.5'))
      expect(pay(base, after)).toEqual(pay(base, before))
    },
  )

  law(
    'is odd where it mirrors: less is taken back for what was paid',
    [arbitrary.scaleWithBases()],
    ({ input, base, other }) => {
      const scale = defineScale({ ...input, negative: 'mirror' })
      expect(pay(negated(base), scale, other)).toEqual(negate(pay(base, scale, other)))
    },
  )

  law(
    'pays nothing below 0, or refuses to, where it does not mirror',
    [arbitrary.scaleWithBases()],
    ({ input, base, other }) => {
      fc.pre(parse(base).n > 0n)
      const nothing = defineScale({ ...input, negative: 'zero' })
      const refusing = defineScale({ ...input, negative: 'refuse' })
      expect(pay(negated(base), nothing, other)).toEqual(zero)
      expect(attempt(() => pay(negated(base), refusing, other)).ok).toBe(false)
      expect(pay(base, refusing, other)).toEqual(pay(base, nothing, other))
    },
  )

  law(
    'by attainment is the one in money with each end multiplied by the target',
    [
      arbitrary.scaleWithBases({ special: false }),
      arbitrary.money().filter((target) => Number(target) > 0),
    ],
    ({ input, base }, target) => {
      const times = (end: unknown) => toCanonical(multiply(parse(String(end)), parse(target)))
      // An attainment of 10 or more is taken for a percentage, so that the ends are moved down until the highest is below it.
      const ends = input.tiers.flatMap(({ upTo }) => (upTo === null ? [] : [Number(upTo)]))
      const places = Math.max(0, Math.ceil(Math.log10(Math.max(1, ...ends))))
      const ratio = (end: unknown) =>
        toCanonical(multiply(parse(String(end)), parse(`1e-${places}`)))
      const ratios = input.tiers.map((tier) => ({
        ...tier,
        upTo: tier.upTo === null ? null : ratio(tier.upTo),
      }))
      const tiers = ratios.map((tier) => ({
        ...tier,
        upTo: tier.upTo === null ? null : times(tier.upTo),
      }))
      fc.pre(tiers.every(({ upTo }) => (upTo ?? '').replace(/\D/g, '').length <= 34))
      const sold = times(ratio(base))
      const byAttainment = defineScale({ ...input, thresholds: 'attainment', tiers: ratios })
      const inMoney = applyScale(sold, defineScale({ ...input, tiers }))
      const outcome = applyScale(sold, byAttainment, { target })
      expect([outcome.amount, outcome.tier]).toEqual([inMoney.amount, inMoney.tier])
    },
  )

  law(
    'says truly how much more reaches the next tier',
    [arbitrary.scaleWithBases()],
    ({ input, base }) => {
      const scale = defineScale(input)
      const { next } = applyScale(base, scale, { measure: base })
      fc.pre(next !== null)
      const there = add(parse(base), parse(next?.remaining ?? '0'))
      const step = next?.reached === 'at' ? zero : CUT
      const tierAt = (figure: Fraction) =>
        applyScale(toCanonical(figure), scale, { measure: toCanonical(figure) }).tier
      expect(tierAt(add(there, step))).toBe(next?.tier)
      expect(tierAt(subtract(add(there, step), CUT))).not.toBe(next?.tier)
    },
  )

  law('is what is read back from its own JSON', [arbitrary.scale()], (input) => {
    const scale = defineScale(input)
    expect(defineScale(JSON.parse(JSON.stringify(scale)))).toEqual(scale)
    expect(JSON.stringify(defineScale(scale))).toBe(JSON.stringify(scale))
  })
})

/** Tier `place` as two tiers that meet at a share of its width; an open tier, so far past its start. */
function splitAt(input: ScaleInput, place: number, share: string): ScaleInput {
  const tiers = input.tiers.flatMap((tier, index) => {
    if (index !== place) return [tier]
    const from = parse(String(input.tiers[index - 1]?.upTo ?? '0'))
    const width = tier.upTo === null ? fraction(100n) : subtract(parse(String(tier.upTo)), from)
    const upTo = toCanonical(add(from, multiply(width, parse(share))))
    const half = tier.amount === undefined ? {} : { amount: halved(String(tier.amount)) }
    return [
      { ...tier, ...half, id: 'first part', upTo },
      { ...tier, ...half },
    ]
  })
  return { ...input, tiers }
}

function halved(amount: string): string {
  return toCanonical(divide(parse(amount), fraction(2n)))
}

function negated(amount: string): string {
  return toCanonical(negate(parse(amount)))
}

describe('the base that earns an amount', () => {
  const asked = fc.record({
    case: arbitrary.scaleWithBases(),
    wanted: arbitrary.money(),
    decimals: fc.constantFrom(0, 1, 2),
  })

  law('earns it', [asked], ({ case: { input, other }, wanted, decimals }) => {
    const scale = defineScale(input)
    const found = attempt(() => invertScale(wanted, scale, { measure: other, decimals }))
    fc.pre(found.ok)
    return found.ok && compare(pay(found.value, scale, other), parse(wanted)) >= 0
  })

  law(
    'is the smallest: one step of the grid less earns less',
    [asked],
    ({ case: { input, other }, wanted, decimals }) => {
      const scale = defineScale(input)
      const found = attempt(() => invertScale(wanted, scale, { measure: other, decimals }))
      fc.pre(found.ok && found.value !== '0')
      if (!found.ok) return false
      const less = toCanonical(subtract(parse(found.value), fraction(1n, 10n ** BigInt(decimals))))
      return compare(pay(less, scale, other), parse(wanted)) < 0
    },
  )

  law(
    'is found whenever some base earns it',
    [arbitrary.scaleWithBases()],
    ({ input, base, other }) => {
      const scale = defineScale(input)
      const amount = toCanonical(pay(base, scale, other))
      const found = parse(invertScale(amount, scale, { measure: other, decimals: 2 }))
      expect(compare(found, parse(base))).toBeLessThanOrEqual(0)
    },
  )

  law(
    'is the base itself where every tier has a rate and nothing else',
    [arbitrary.scaleWithBases({ modes: ['marginal'], flat: false, special: false })],
    ({ input, base }) => {
      fc.pre(input.tiers.every(({ rate }) => Number(rate) > 0))
      const scale = defineScale(input)
      expect(parse(invertScale(toCanonical(pay(base, scale)), scale))).toEqual(parse(base))
    },
  )
})

describe('an allocation', () => {
  const split = fc
    .record({
      decimals: arbitrary.decimals(),
      total: arbitrary.decimal(),
      weights: arbitrary.weights(),
    })
    .map((drawn) => ({ ...drawn, total: toDecimal(parse(drawn.total), drawn.decimals, 'down') }))
    .filter(({ total }) => total.replace(/\D/g, '').replace(/^0+/, '').length <= 34)

  law('adds up to its total', [split], ({ total, weights, decimals }) => {
    const parts = allocate(total, weights, { decimals })
    expect(sum(parts.map(parse))).toEqual(parse(total))
  })

  law('has no part of the other sign', [split], ({ total, weights, decimals }) =>
    allocate(total, weights, { decimals }).every((part) => parse(part).n * parse(total).n >= 0n),
  )

  law('has no part that is off by a whole unit', [split], ({ total, weights, decimals }) => {
    const unit = fraction(1n, 10n ** BigInt(decimals))
    const all = sum(weights.map(parse))
    return allocate(total, weights, { decimals }).every((part, place) => {
      const exact = divide(multiply(parse(total), parse(weights[place] ?? '0')), all)
      return compare(size(subtract(parse(part), exact)), unit) < 0
    })
  })

  law(
    'gives nothing for a weight of 0, and no less for a larger weight',
    [split],
    ({ total, weights, decimals }) => {
      const parts = allocate(total, weights, { decimals }).map((part) => size(parse(part)))
      return parts.every((part, place) => {
        const weight = parse(weights[place] ?? '0')
        if (weight.n === 0n) return part.n === 0n
        return parts.every((other, at) =>
          compare(parse(weights[at] ?? '0'), weight) >= 0 ? true : compare(other, part) <= 0,
        )
      })
    },
  )

  law('mirrors', [split], ({ total, weights, decimals }) => {
    const there = allocate(total, weights, { decimals }).map(parse)
    const back = allocate(negated(total), weights, { decimals }).map(parse)
    expect(back).toEqual(there.map(negate))
  })

  law(
    'is by shares: weights ten times as large change nothing',
    [split],
    ({ total, weights, decimals }) => {
      const larger = weights.map((weight) => `${weight}e1`)
      expect(allocate(total, larger, { decimals })).toEqual(allocate(total, weights, { decimals }))
    },
  )
})

describe('a rounded number', () => {
  const rounding = fc.record({ mode: arbitrary.mode(), decimals: arbitrary.decimals() })

  law(
    'is not changed by rounding it again, by any mode',
    [arbitrary.decimal(), rounding, arbitrary.mode()],
    (value, first, mode) => {
      const once = round(value, first)
      fc.pre(once.replace(/\D/g, '').replace(/^0+/, '').length <= 34)
      expect(round(once, { ...first, mode })).toBe(once)
    },
  )

  law(
    'is less than one unit away, and at most half of one where it goes to the nearer',
    [arbitrary.decimal(), rounding],
    (value, { mode, decimals }) => {
      const off = size(subtract(parse(round(value, { mode, decimals })), parse(value)))
      const units = multiply(off, fraction(10n ** BigInt(decimals)))
      return mode.startsWith('half')
        ? compare(units, fraction(1n, 2n)) <= 0
        : compare(units, fraction(1n)) < 0
    },
  )

  law(
    'keeps the order of the numbers it was made of',
    [arbitrary.decimal(), arbitrary.decimal(), rounding],
    (a, b, how) => {
      const order = compare(parse(a), parse(b))
      return order * compare(parse(round(a, how)), parse(round(b, how))) >= 0
    },
  )

  law(
    'has exactly its decimals, and zero has no sign',
    [arbitrary.decimal(), rounding],
    (value, { mode, decimals }) => {
      const text = round(value, { mode, decimals })
      expect(text).toMatch(decimals === 0 ? /^-?\d+$/ : new RegExp(`^-?\\d+\\.\\d{${decimals}}$`))
      expect(equals(parse(text), zero) && text.startsWith('-')).toBe(false)
    },
  )

  law(
    'mirrors, but for ceiling and floor, which change places',
    [arbitrary.decimal(), rounding],
    (value, { mode, decimals }) => {
      const opposite = { ceiling: 'floor', floor: 'ceiling' } as const
      const mirrored = mode === 'ceiling' || mode === 'floor' ? opposite[mode] : mode
      expect(parse(round(negated(value), { mode: mirrored, decimals }))).toEqual(
        negate(parse(round(value, { mode, decimals }))),
      )
    },
  )
})
