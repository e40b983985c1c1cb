/**
 * Pins the oracle itself to values worked by hand. Nothing of the library is imported here: the
 * oracle is written from the rules alone, and this file says that it reads them right.
 */
import { describe, expect, it } from 'vitest'
import { allocate } from './allocate.js'
import {
  addWorkingDays,
  type Calendar,
  countWorkingDays,
  daysFrom,
  isWorkingDay,
} from './calendar.js'
import { type Check, type Outcome, outcomeOf } from './checks.js'
import {
  add,
  compare,
  divide,
  equals,
  type Fraction,
  floorOf,
  fraction,
  isAllowedDecimal,
  larger,
  multiply,
  negate,
  parse,
  Refusal,
  type RoundingMode,
  smaller,
  subtract,
  sum,
  terminates,
  toCanonical,
  toDecimal,
  toText,
  zero,
} from './fraction.js'
import { type Random, seededRandom } from './random.js'
import {
  payOf,
  type Scale,
  slicesOf,
  smallestBase,
  smallestBaseByBisection,
  type Tier,
} from './scale.js'
import {
  type Answer,
  bandOf,
  type Criterion,
  type Curve,
  pointsOf,
  type Scorecard,
  scoreOf,
} from './scorecard.js'
import { periodAfter, runUpTo, type StreakEntry, type StreakRule, streaksOf } from './streak.js'

describe('fraction', () => {
  it.each([
    ['0', 0n, 1n],
    ['-0', 0n, 1n],
    ['-0.00', 0n, 1n],
    ['12', 12n, 1n],
    ['0.05', 1n, 20n],
    ['-2.50', -5n, 2n],
    ['007.10', 71n, 10n],
    ['1.5e3', 1500n, 1n],
    ['1e+2', 100n, 1n],
    ['25e-3', 1n, 40n],
    ['-1e-02', -1n, 100n],
  ])('reads %s', (text, n, d) => {
    expect(parse(text)).toEqual({ n, d })
  })

  it.each(['', '-', '.5', '5.', '+5', '1,000', '1e', 'NaN', ' 1', '0x10', '1e100'])(
    'refuses to read "%s"',
    (text) => {
      expect(() => parse(text)).toThrow(Refusal)
      expect(isAllowedDecimal(text)).toBe(false)
    },
  )

  it.each([
    ['1'.repeat(34), true],
    ['1'.repeat(35), false],
    [`${'1'.repeat(34)}${'0'.repeat(66)}`, true],
    [`${'1'.repeat(34)}${'0'.repeat(67)}`, false],
    [`0.000${'7'.repeat(34)}`, true],
    [`1${'0'.repeat(33)}1`, false],
    ['1e30', true],
    ['1e31', false],
    ['1e-30', true],
    ['1e-31', false],
  ])('knows whether %s is allowed: %s', (text, allowed) => {
    expect(isAllowedDecimal(text)).toBe(allowed)
  })

  it('computes thirds exactly', () => {
    const third = divide(parse('1'), parse('3'))
    expect(third).toEqual({ n: 1n, d: 3n })
    expect(sum([third, third, third])).toEqual({ n: 1n, d: 1n })
    expect(multiply(third, parse('0.3'))).toEqual({ n: 1n, d: 10n })
    expect(subtract(third, third)).toEqual(zero)
    expect(add(third, parse('0.5'))).toEqual({ n: 5n, d: 6n })
    expect(negate(third)).toEqual({ n: -1n, d: 3n })
    expect(fraction(2n, -6n)).toEqual({ n: -1n, d: 3n })
    expect(() => divide(third, zero)).toThrow(Refusal)
  })

  it('compares by value', () => {
    const [third, decimal] = [fraction(1n, 3n), parse('0.333333333333')]
    expect(compare(third, decimal)).toBe(1)
    expect(compare(decimal, third)).toBe(-1)
    expect(equals(parse('1.10'), parse('1.1'))).toBe(true)
    expect(smaller(third, decimal)).toEqual(decimal)
    expect(larger(third, decimal)).toEqual(third)
    expect([floorOf(parse('2.5')), floorOf(parse('-2.5')), floorOf(parse('-2'))]).toEqual([
      2n,
      -3n,
      -2n,
    ])
  })

  const modes: readonly RoundingMode[] = [
    'half-up',
    'half-down',
    'half-even',
    'up',
    'down',
    'ceiling',
    'floor',
  ]
  it.each([
    ['2.5', 0, ['3', '2', '2', '3', '2', '3', '2']],
    ['-2.5', 0, ['-3', '-2', '-2', '-3', '-2', '-2', '-3']],
    ['3.5', 0, ['4', '3', '4', '4', '3', '4', '3']],
    ['0.005', 2, ['0.01', '0.00', '0.00', '0.01', '0.00', '0.01', '0.00']],
    ['-0.005', 2, ['-0.01', '0.00', '0.00', '-0.01', '0.00', '0.00', '-0.01']],
    ['0.015', 2, ['0.02', '0.01', '0.02', '0.02', '0.01', '0.02', '0.01']],
    ['2.51', 0, ['3', '3', '3', '3', '2', '3', '2']],
    ['-2.49', 0, ['-2', '-2', '-2', '-3', '-2', '-2', '-3']],
    ['7', 3, Array(7).fill('7.000')],
    ['-0', 2, Array(7).fill('0.00')],
  ])('rounds %s to %i decimals in the seven modes', (text, decimals, expected) => {
    expect(modes.map((mode) => toDecimal(parse(text), decimals, mode))).toEqual(expected)
  })

  it('rounds a third without a tie', () => {
    const twoThirds = fraction(-2n, 3n)
    expect(modes.map((mode) => toDecimal(twoThirds, 2, mode))).toEqual([
      '-0.67',
      '-0.67',
      '-0.67',
      '-0.67',
      '-0.66',
      '-0.66',
      '-0.67',
    ])
  })

  it.each([
    ['-0.0', '0'],
    ['0050.2500', '50.25'],
    ['1e3', '1000'],
    ['-12e-4', '-0.0012'],
  ])('spells %s as %s', (text, expected) => {
    expect(toCanonical(parse(text))).toBe(expected)
    expect(toText(parse(text))).toBe(expected)
  })

  it('cuts only a value that does not end', () => {
    expect(terminates(fraction(1n, 8n))).toBe(true)
    expect(terminates(fraction(1n, 12n))).toBe(false)
    expect(() => toCanonical(fraction(1n, 3n))).toThrow(Refusal)
    expect(toText(fraction(-2n, 3n))).toBe('-0.666666666666')
    expect(toText(parse('0.12345678901234567'))).toBe('0.12345678901234567')
    // A third of the last decimal's unit is cut, and no zeros stay behind.
    expect(toText(fraction(1n, 3n * 10n ** 12n))).toBe('0')
  })
})

const handbook: readonly Tier[] = [
  { id: 'first', upTo: '1000000', rate: '0.03' },
  { id: 'second', upTo: '2000000', rate: '0.04' },
  { id: 'top', upTo: null, rate: '0.05' },
]
const marginal: Scale = {
  mode: 'marginal',
  boundary: 'upper-tier',
  negative: 'mirror',
  tiers: handbook,
}
const whole: Scale = { ...marginal, mode: 'whole-amount' }

/** Two tiers with a split at 100: flat amounts and bounds are added by the test. */
function twoTiers(first: Partial<Tier>, second: Partial<Tier>, scale: Partial<Scale>): Scale {
  const tiers = [
    { id: 'low', upTo: '100', ...first },
    { id: 'high', upTo: null, ...second },
  ]
  return { ...marginal, ...scale, tiers }
}

function pay(base: string, scale: Scale, options = {}): string {
  return toCanonical(payOf(base, scale, options))
}

describe('a marginal scale', () => {
  it.each([
    ['0', '0'],
    ['1', '0.03'],
    ['1000000', '30000'],
    ['1500000', '50000'],
    ['2000000', '70000'],
    ['2000000.01', '70000.0005'],
    ['3000000', '120000'],
    ['-1500000', '-50000'],
  ])('pays on %s: %s', (base, expected) => {
    expect(pay(base, marginal)).toBe(expected)
    expect(pay(base, { ...marginal, boundary: 'lower-tier' })).toBe(expected)
  })

  it('gives each tier its slice', () => {
    expect(slicesOf('1500000', marginal)).toEqual([
      { tier: 'first', reached: true, base: parse('1000000'), pay: parse('30000') },
      { tier: 'second', reached: true, base: parse('500000'), pay: parse('20000') },
      { tier: 'top', reached: false, base: zero, pay: zero },
    ])
  })

  it('agrees with the sum of rate steps above each threshold', () => {
    const random = seededRandom(7)
    for (let round = 0; round < 500; round += 1) {
      const base = random.decimal({ near: ['1000000', '2000000'], negative: false })
      const above = (start: string): Fraction => larger(zero, subtract(parse(base), parse(start)))
      const steps = [
        multiply(above('0'), parse('0.03')),
        multiply(above('1000000'), parse('0.01')),
        multiply(above('2000000'), parse('0.01')),
      ]
      expect(payOf(base, marginal)).toEqual(sum(steps))
    }
  })

  it('mirrors, ignores or refuses a negative base', () => {
    expect(pay('-2500000', marginal)).toBe('-95000')
    expect(pay('-2500000', { ...marginal, negative: 'zero' })).toBe('0')
    expect(() => payOf('-1', { ...marginal, negative: 'refuse' })).toThrow(Refusal)
    expect(pay('0', { ...marginal, negative: 'refuse' })).toBe('0')
  })

  it('pays nothing above the end it stops at', () => {
    const tiers: Tier[] = [
      { id: 'low', upTo: '100', rate: '0.1' },
      { id: 'high', upTo: '200', rate: '0.2' },
    ]
    const stopping: Scale = { ...marginal, beyond: 'stop', tiers }
    expect(['199', '200', '201', '999'].map((base) => pay(base, stopping))).toEqual([
      '29.8',
      '30',
      '30',
      '30',
    ])
  })

  it('pays a flat amount when its tier is reached, by who owns the threshold', () => {
    const upper = twoTiers({ amount: '5' }, { amount: '50' }, { boundary: 'upper-tier' })
    const lower: Scale = { ...upper, boundary: 'lower-tier' }
    const bases = ['0', '0.01', '99.99', '100', '100.01', '-100']
    expect(bases.map((base) => pay(base, upper))).toEqual(['0', '5', '5', '55', '55', '-55'])
    expect(bases.map((base) => pay(base, lower))).toEqual(['0', '5', '5', '5', '55', '-5'])
  })

  it('bounds the pay of a reached tier only', () => {
    const scale = twoTiers(
      { rate: '0.1', minimum: '4', maximum: '8' },
      { rate: '0.1', amount: '1', minimum: '3' },
      {},
    )
    const bases = ['0', '1', '60', '90', '100', '110', '150', '-60']
    expect(bases.map((base) => pay(base, scale))).toEqual([
      '0',
      '4',
      '6',
      '8',
      '11',
      '11',
      '14',
      '-6',
    ])
  })

  it('moves its thresholds with the target', () => {
    const scale = twoTiers(
      { upTo: '0.8', rate: '0.1' },
      { rate: '0.2' },
      { thresholds: 'attainment' },
    )
    expect(pay('100', scale, { target: '100' })).toBe('12')
    expect(pay('100', scale, { target: '50' })).toBe('16')
    expect(() => payOf('100', scale)).toThrow(Refusal)
    expect(() => payOf('100', scale, { target: '0' })).toThrow(Refusal)
  })
})

describe('a whole-amount scale', () => {
  it.each([
    ['0', '0', '0'],
    ['999999.99', '29999.9997', '29999.9997'],
    ['1000000', '40000', '30000'],
    ['1500000', '60000', '60000'],
    ['2000000', '100000', '80000'],
    ['-1500000', '-60000', '-60000'],
    ['-1000000', '-40000', '-30000'],
  ])('pays on %s: %s by the upper tier, %s by the lower', (base, upper, lower) => {
    expect(pay(base, whole)).toBe(upper)
    expect(pay(base, { ...whole, boundary: 'lower-tier' })).toBe(lower)
  })

  it('pays only the flat amount of the tier the base falls in', () => {
    const scale = twoTiers(
      { rate: '0.1', amount: '1' },
      { amount: '20', maximum: '15' },
      { mode: 'whole-amount' },
    )
    expect(['0', '50', '100', '101'].map((base) => pay(base, scale))).toEqual([
      '0',
      '6',
      '15',
      '15',
    ])
  })

  it('stays at its last end when it stops there', () => {
    const scale = twoTiers(
      { rate: '0.1' },
      { upTo: '200', rate: '0.2' },
      { mode: 'whole-amount', beyond: 'stop' },
    )
    const bases = ['100', '200', '201', '-999']
    expect(bases.map((base) => pay(base, scale))).toEqual(['20', '40', '40', '-40'])
    const lower: Scale = { ...scale, boundary: 'lower-tier' }
    expect(bases.map((base) => pay(base, lower))).toEqual(['10', '40', '40', '-40'])
  })

  it('takes the tier from a separate measure', () => {
    const scale = twoTiers(
      { rate: '0.1', amount: '5' },
      { rate: '0.2', amount: '7' },
      { mode: 'whole-amount', measure: 'separate' },
    )
    const measures = ['-1', '0', '1', '99', '100', '101']
    expect(measures.map((measure) => pay('1000', scale, { measure }))).toEqual([
      '100',
      '100',
      '105',
      '105',
      '207',
      '207',
    ])
    const lower: Scale = { ...scale, boundary: 'lower-tier' }
    expect(['0', '100'].map((measure) => pay('1000', lower, { measure }))).toEqual(['100', '105'])
    expect(pay('-1000', scale, { measure: '100' })).toBe('-207')
    expect(pay('-1000', scale, { measure: '0' })).toBe('-100')
    expect(pay('-1000', { ...scale, negative: 'zero' }, { measure: '100' })).toBe('0')
    expect(() => payOf('1000', scale)).toThrow(Refusal)
    const stopping: Scale = { ...scale, beyond: 'stop' }
    expect(() => payOf('1000', stopping, { measure: '1' })).toThrow(Refusal)
  })

  it('mirrors the bounds of a base below zero, whatever the separate measure', () => {
    const scale = twoTiers(
      { rate: '0.1', minimum: '50' },
      { rate: '0.2', maximum: '60' },
      { mode: 'whole-amount', measure: 'separate' },
    )
    expect(pay('-100', scale, { measure: '1' })).toBe('-50')
    expect(pay('-1000', scale, { measure: '100' })).toBe('-60')
    expect(pay('-1000', scale, { measure: '-1' })).toBe('-100')
  })
})

describe('an interpolated scale', () => {
  const scale: Scale = {
    ...marginal,
    mode: 'interpolated',
    tiers: [
      { id: 'low', upTo: '30', amount: '100' },
      { id: 'high', upTo: '50', amount: '300', rate: '1' },
      { id: 'open', upTo: null, rate: '2' },
    ],
  }

  it('pays the filled share of each tier', () => {
    const bases = ['0', '15', '30', '40', '50', '60', '-15']
    expect(bases.map((base) => pay(base, scale))).toEqual([
      '0',
      '50',
      '100',
      '260',
      '420',
      '440',
      '-50',
    ])
  })

  it('has no minimum and no maximum', () => {
    const bounded = twoTiers({ minimum: '1' }, {}, { mode: 'interpolated' })
    expect(() => payOf('1', bounded)).toThrow(Refusal)
  })

  it('keeps thirds exact', () => {
    expect(payOf('10', scale)).toEqual(fraction(100n, 3n))
    expect(toText(payOf('10', scale))).toBe('33.333333333333')
  })
})

describe('the smallest base', () => {
  it('is found on the grid, up to the next point', () => {
    const scale = twoTiers({ rate: '0.03' }, { rate: '0.05' }, {})
    const cases = ['-1', '0', '0.01', '3', '3.01', '4'].map((amount) => {
      const [tried, halved] = [smallestBase, smallestBaseByBisection].map((find) =>
        find(amount, scale, { decimals: 1 }),
      )
      expect(tried).toEqual(halved)
      return tried ? toDecimal(tried, 1, 'down') : null
    })
    expect(cases).toEqual(['0.0', '0.0', '0.4', '100.0', '100.2', '120.0'])
  })

  it('is the first of several where the pay falls again', () => {
    const falling = twoTiers({ rate: '0.1' }, { rate: '0.05' }, { mode: 'whole-amount' })
    expect(smallestBase('9', falling, { decimals: 0 })).toEqual(parse('90'))
    expect(smallestBase('10', falling, { decimals: 0 })).toEqual(parse('200'))
  })

  it('is absent where no base pays that much', () => {
    const bounded = twoTiers({ rate: '0.1' }, { maximum: '5' }, {})
    expect(smallestBase('16', bounded, { decimals: 0 })).toBe(null)
    expect(smallestBaseByBisection('16', bounded, { decimals: 0 })).toBe(null)
  })

  it('moves with the target', () => {
    const scale = twoTiers(
      { upTo: '1' },
      { amount: '9' },
      { mode: 'whole-amount', thresholds: 'attainment' },
    )
    expect(smallestBase('9', scale, { target: '80', decimals: 0 })).toEqual(parse('80'))
    const lower: Scale = { ...scale, boundary: 'lower-tier' }
    expect(smallestBase('9', lower, { target: '80', decimals: 0 })).toEqual(parse('81'))
  })
})

describe('allocate', () => {
  it.each([
    ['100', ['1', '1', '1'], 2, ['33.34', '33.33', '33.33']],
    ['-100', ['1', '1', '1'], 2, ['-33.34', '-33.33', '-33.33']],
    ['100', ['1', '1', '1'], 0, ['34', '33', '33']],
    ['0.05', ['3', '7'], 2, ['0.02', '0.03']],
    ['0.02', ['1', '1', '1'], 2, ['0.01', '0.01', '0.00']],
    ['10', ['0', '1', '0.5'], 2, ['0.00', '6.67', '3.33']],
    ['1', ['1', '2', '3'], 1, ['0.2', '0.3', '0.5']],
    ['-0.01', ['0', '1'], 2, ['0.00', '-0.01']],
    ['0', ['1', '2'], 2, ['0.00', '0.00']],
  ])('splits %s by %j', (total, weights, decimals, expected) => {
    expect(allocate(total, weights, { decimals })).toEqual(expected)
  })

  it.each([
    ['0.001', ['1']],
    ['1', ['0', '0']],
    ['1', []],
    ['1', ['2', '-1']],
  ])('refuses to split %s by %j', (total, weights) => {
    expect(() => allocate(total, weights, { decimals: 2 })).toThrow(Refusal)
  })
})

describe('scorecard', () => {
  const ratio: Curve = { type: 'ratio', floor: '0', cap: '100' }
  const points: Curve = { type: 'points', max: '100' }
  const criteria: readonly Criterion[] = [
    { id: 'sales', weight: '40', curve: ratio },
    { id: 'customers', weight: '30', curve: points },
    { id: 'satisfaction', weight: '20', curve: points },
    { id: 'collection', weight: '10', curve: points },
  ]
  const scheme: Scorecard = {
    criteria,
    missing: 'refuse',
    rounding: { mode: 'half-up', decimals: 2 },
  }
  const answers: Record<string, Answer> = {
    sales: { actual: '90', target: '100' },
    customers: '80',
    satisfaction: '92',
    collection: '100',
  }

  it('weighs the parts', () => {
    expect(scoreOf(answers, scheme)).toEqual({
      score: '88.40',
      exact: parse('88.4'),
      contributions: [
        { id: 'sales', contribution: '36.00' },
        { id: 'customers', contribution: '24.00' },
        { id: 'satisfaction', contribution: '18.40' },
        { id: 'collection', contribution: '10.00' },
      ],
    })
  })

  it('refuses, zeroes or leaves out a missing part', () => {
    const { customers: _, ...rest } = answers
    expect(() => scoreOf(rest, scheme)).toThrow(Refusal)
    expect(scoreOf(rest, { ...scheme, missing: 'zero' }).score).toBe('64.40')
    // 64.4 of the 70 percent that are left: 92.
    const reweighted = scoreOf(rest, { ...scheme, missing: 'reweight' })
    expect(reweighted.score).toBe('92.00')
    // In hundredths 5142 6/7, 2628 4/7 and 1428 4/7: two units are left, the tie goes to the first.
    expect(reweighted.contributions.map(({ contribution }) => contribution)).toEqual([
      '51.43',
      null,
      '26.29',
      '14.28',
    ])
    expect(() => scoreOf({}, { ...scheme, missing: 'reweight' })).toThrow(Refusal)
  })

  it.each<[string, Answer, Curve, Fraction]>([
    ['a ratio', { actual: '50', target: '150' }, ratio, fraction(100n, 3n)],
    ['a ratio above its cap', { actual: '151', target: '150' }, ratio, parse('100')],
    ['a ratio below its floor', { actual: '-1', target: '150' }, ratio, zero],
    [
      'half the time',
      { actual: '24', target: '12' },
      { ...ratio, type: 'lower-is-better' },
      parse('50'),
    ],
    [
      'no time at all',
      { actual: '0', target: '12' },
      { ...ratio, type: 'lower-is-better' },
      parse('100'),
    ],
    ['points as they are', '99.5', points, parse('99.5')],
    ['a choice', 'owner', { type: 'choice', points: { owner: '70' } }, parse('70')],
  ])('scores %s', (_, answer, curve, expected) => {
    expect(pointsOf(answer, curve)).toEqual(expected)
  })

  it('climbs steps, lower bounds included', () => {
    const steps: Curve = {
      type: 'steps',
      steps: [
        { from: '10', points: '40' },
        { from: '20', points: '90' },
      ],
      below: '5',
    }
    const values = ['-1', '9.99', '10', '19.99', '20', '21']
    expect(values.map((value) => toCanonical(pointsOf(value, steps)))).toEqual([
      '5',
      '5',
      '40',
      '40',
      '90',
      '90',
    ])
  })

  it('runs straight between knots and flat outside them', () => {
    const linear: Curve = {
      type: 'linear',
      knots: [
        { at: '0', points: '0' },
        { at: '3', points: '1' },
        { at: '5', points: '-1' },
      ],
    }
    const values = ['-9', '0', '1', '3', '4', '5', '6']
    expect(values.map((value) => toText(pointsOf(value, linear), 3))).toEqual([
      '0',
      '0',
      '0.333',
      '1',
      '0',
      '-1',
      '-1',
    ])
  })

  it('refuses points out of range, a target of zero and an unknown choice', () => {
    expect(() => pointsOf('100.1', points)).toThrow(Refusal)
    expect(() => pointsOf('-1', points)).toThrow(Refusal)
    expect(() => pointsOf({ actual: '1', target: '0' }, ratio)).toThrow(Refusal)
    expect(() => pointsOf('x', { type: 'choice', points: {} })).toThrow(Refusal)
  })

  it('finds the band, lower bound included', () => {
    const bands = [
      { id: 'S', from: '90' },
      { id: 'A', from: '80' },
      { id: 'C', from: '0' },
    ]
    expect(['90.00', '89.99', '80', '0', '-1'].map((score) => bandOf(score, bands))).toEqual([
      'S',
      'A',
      'A',
      'C',
      null,
    ])
  })
})

describe('calendar', () => {
  // 2026-02-28 is a Saturday that is worked; 2026-03-02 is a Monday off.
  const calendar: Calendar = {
    from: '2026-02-01',
    to: '2026-03-31',
    weekend: [6, 7],
    holidays: ['2026-03-02'],
    workdays: ['2026-02-28'],
  }

  it('knows a working day', () => {
    const days = ['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02', '2026-03-03']
    expect(days.map((day) => isWorkingDay(day, calendar))).toEqual([true, true, false, false, true])
    expect(() => isWorkingDay('2026-04-01', calendar)).toThrow(Refusal)
    expect(() => isWorkingDay('2026-01-31', calendar)).toThrow(Refusal)
  })

  it.each([
    ['2026-02-27', 1, '2026-02-28'],
    ['2026-02-27', 2, '2026-03-03'],
    ['2026-03-01', 0, '2026-03-01'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2026-03-03', -2, '2026-02-27'],
  ])('counts from %s by %i working days to %s', (date, n, expected) => {
    expect(addWorkingDays(date, n, calendar)).toBe(expected)
  })

  it('refuses to walk out of its coverage', () => {
    expect(addWorkingDays('2026-03-30', 1, calendar)).toBe('2026-03-31')
    expect(() => addWorkingDays('2026-03-31', 1, calendar)).toThrow(Refusal)
  })

  it('counts both ends', () => {
    expect(countWorkingDays('2026-02-27', '2026-03-03', calendar)).toBe(3)
    expect(countWorkingDays('2026-03-01', '2026-03-01', calendar)).toBe(0)
    expect(countWorkingDays('2026-02-01', '2026-02-28', calendar)).toBe(21)
    expect(countWorkingDays('2026-03-02', '2026-03-01', calendar)).toBe(0)
    expect(countWorkingDays('2026-02-28', '2026-02-01', calendar)).toBe(-21)
  })

  it('steps over leap days and year ends', () => {
    expect(daysFrom('2028-02-28', 1)).toBe('2028-02-29')
    expect(daysFrom('2027-02-28', 1)).toBe('2027-03-01')
    expect(daysFrom('2027-01-01', -1)).toBe('2026-12-31')
  })
})

describe('checks', () => {
  const letters: Record<string, Outcome> = {
    m: 'met',
    u: 'unmet',
    '?': 'unknown',
    '-': 'not-applicable',
  }
  const leaves = (text: string): Check[] =>
    [...text].map((letter) => ({ type: 'outcome', outcome: letters[letter] ?? 'unknown' }))

  it.each<[string, Outcome]>([
    ['mm', 'met'],
    ['m?', 'unknown'],
    ['u?', 'unmet'],
    ['m-', 'met'],
    ['?-', 'unknown'],
    ['--', 'not-applicable'],
  ])('all of %s is %s', (text, expected) => {
    expect(outcomeOf({ type: 'all', checks: leaves(text) })).toBe(expected)
  })

  it.each<[string, Outcome]>([
    ['uu', 'unmet'],
    ['u?', 'unknown'],
    ['m?', 'met'],
    ['u-', 'unmet'],
    ['m-', 'met'],
    ['?-', 'unknown'],
    ['--', 'not-applicable'],
  ])('any of %s is %s', (text, expected) => {
    expect(outcomeOf({ type: 'any', checks: leaves(text) })).toBe(expected)
  })

  it.each<[string, Outcome]>([
    ['mm?', 'met'],
    ['m?u', 'unknown'],
    ['m??', 'unknown'],
    ['muu', 'unmet'],
    ['?uu', 'unmet'],
    ['m-?', 'unknown'],
    ['m-', 'unmet'],
    ['--', 'not-applicable'],
  ])('at least 2 of %s is %s', (text, expected) => {
    expect(outcomeOf({ type: 'at-least', count: 2, checks: leaves(text) })).toBe(expected)
  })

  it('looks through nested groups', () => {
    const inner: Check = { type: 'any', checks: leaves('u?') }
    expect(outcomeOf({ type: 'all', checks: [inner, ...leaves('m')] })).toBe('unknown')
    expect(outcomeOf({ type: 'all', checks: [inner, ...leaves('u')] })).toBe('unmet')
    const idle: Check = { type: 'all', checks: leaves('--') }
    expect(outcomeOf({ type: 'all', checks: [idle, ...leaves('m')] })).toBe('met')
  })
})

describe('streaks', () => {
  const rule: StreakRule = { length: 2, gap: 'ignore', fires: 'once' }
  const HITS = { y: true, n: false, e: 'excused', '-': null } as const
  /** One letter a month from 2026-01: y, n, e for excused, or - for a gap. */
  const months = (letters: string): StreakEntry[] =>
    [...letters].map((letter, place) => ({
      period: `2026-${String(place + 1).padStart(2, '0')}`,
      hit: HITS[letter as keyof typeof HITS],
    }))

  it.each<[string, Partial<StreakRule>, string[], number]>([
    ['yn', {}, [], 0],
    ['yy', {}, ['2026-02'], 2],
    ['yyyyy', {}, ['2026-02'], 5],
    ['yyyyy', { fires: 'each-multiple' }, ['2026-02', '2026-04'], 5],
    ['yynyy', {}, ['2026-02', '2026-05'], 2],
    ['y-y', {}, ['2026-03'], 2],
    ['y--y', {}, [], 1],
    ['y--y', { gapAtMost: 2 }, ['2026-04'], 2],
    ['y-e-y', {}, [], 1],
    ['y-ey', {}, ['2026-04'], 2],
    ['y-y', { gap: 'break' }, [], 1],
    ['yey', { gap: 'break' }, ['2026-03'], 2],
    ['ye-y', { gap: 'break' }, [], 1],
    ['yye', { gap: 'break' }, ['2026-02'], 2],
    ['yy-', { gap: 'break' }, ['2026-02'], 0],
    ['yy-', {}, ['2026-02'], 2],
    ['', {}, [], 0],
  ])('reads %s by %j', (letters, change, fired, current) => {
    expect(streaksOf(months(letters), { ...rule, ...change })).toMatchObject({ fired, current })
  })

  it.each<[string, string, StreakRule['gap'], number]>([
    ['yy', '2026-02', 'break', 2],
    ['yy', '2026-03', 'break', 2],
    ['yy', '2026-04', 'break', 0],
    ['yy', '2026-04', 'ignore', 2],
    ['yy', '2026-05', 'ignore', 0],
    ['yye', '2026-04', 'break', 2],
    ['yye', '2026-05', 'break', 0],
    ['yyn', '2026-02', 'break', 2],
    ['yyn', '2026-03', 'break', 0],
    ['-yy', '2026-01', 'break', 0],
    ['', '2026-01', 'break', 0],
  ])('of %s up to %s, where a gap is for %s, reads %i in a row', (letters, last, gap, length) => {
    expect(runUpTo(last, months(letters), { gap })).toBe(length)
  })

  it('takes a period without an entry for a gap, in any order of entries', () => {
    const entries: StreakEntry[] = [
      { period: '2027-Q1', hit: true },
      { period: '2026-Q3', hit: true },
    ]
    expect(streaksOf(entries, rule)).toEqual({ fired: ['2027-Q1'], current: 2, longest: 2 })
    expect(streaksOf(entries, { ...rule, gap: 'break' })).toEqual({
      fired: [],
      current: 1,
      longest: 1,
    })
  })

  it('follows periods over the end of the year', () => {
    expect(['2026-09', '2026-12', '2026-Q3', '2026-Q4', '2026'].map(periodAfter)).toEqual([
      '2026-10',
      '2027-01',
      '2026-Q4',
      '2027-Q1',
      '2027',
    ])
  })

  it('refuses a period twice and periods of several kinds', () => {
    const twice = [...months('y'), ...months('n')]
    expect(() => streaksOf(twice, rule)).toThrow(Refusal)
    expect(() => streaksOf([...months('y'), { period: '2026', hit: true }], rule)).toThrow(Refusal)
  })
})

describe('random', () => {
  const draws = (seed: number, draw: (random: Random) => string): string[] => {
    const random = seededRandom(seed)
    return Array.from({ length: 4000 }, () => draw(random))
  }

  it('gives the same cases for the same seed, and others for another', () => {
    const draw = (random: Random) => random.decimal()
    expect(draws(1, draw)).toEqual(draws(1, draw))
    expect(draws(1, draw)).not.toEqual(draws(2, draw))
  })

  it('gives the known first draws of mulberry32', () => {
    const random = seededRandom(0)
    // 0.26642920868471265 and 0.0003297457005828619.
    expect([random.integer(0, 9999), random.integer(0, 9999)]).toEqual([2664, 3])
  })

  it('stays within what the library accepts, in every spelling', () => {
    const random = seededRandom(3)
    for (const text of draws(4, (source) => source.decimal({ near: ['100'] }))) {
      expect(toCanonical(parse(text))).toBe(text)
      const respelled = random.respell(text)
      expect(isAllowedDecimal(respelled), respelled).toBe(true)
      expect(parse(respelled)).toEqual(parse(text))
    }
  })

  it('keeps to the decimals and the sign asked for', () => {
    for (const text of draws(5, (source) => source.decimal({ decimals: 2, negative: false }))) {
      expect(text).toMatch(/^\d+(\.\d{1,2})?$/)
    }
  })

  it('lands on the edges', () => {
    const seen = new Set(draws(6, (source) => source.decimal({ near: ['100'], decimals: 2 })))
    for (const edge of ['0', '100', '99.99', '100.01', '-100', '0.01', '9'.repeat(15)]) {
      expect(seen).toContain(edge)
    }
    expect(seededRandom(8).pick(['only'])).toBe('only')
    expect(draws(9, (random) => String(random.oneIn(2)))).toContain('true')
  })
})
