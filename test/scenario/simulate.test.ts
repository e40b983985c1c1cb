import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attempt, handbook } from '../../src/index.js'
import { simulate } from '../../src/scenario/index.js'
import { generatorOf, splitMix64, xoshiro128 } from '../../src/scenario/xoshiro.js'
import { cents, HANDBOOK, payOf } from './payroll.js'

/** Line by line as the authors write it, with bigints for words of 32 bits. */
function slowXoshiro(state: readonly number[]): () => number {
  let [s0 = 0n, s1 = 0n, s2 = 0n, s3 = 0n] = state.map(BigInt)
  const word = (value: bigint) => value % 2n ** 32n
  const rotl = (value: bigint, by: bigint) => word(value << by) + (value >> (32n - by))
  return () => {
    const result = word(rotl(word(s1 * 5n), 7n) * 9n)
    const t = word(s1 << 9n)
    s2 ^= s0
    s3 ^= s1
    s1 ^= s2
    s0 ^= s3
    s2 ^= t
    s3 = rotl(s3, 11n)
    return Number(result)
  }
}

describe('the generator', () => {
  // Published in the tests of rand_xoshiro (github.com/rust-random/rngs, src/xoshiro128starstar.rs), which took them from
  // prng.di.unimi.it/xoshiro128starstar.c, version 1.1: 1.0 drew from another word of the state.
  it('is xoshiro128** 1.1, by the numbers that its authors’ code gives from the state 1, 2, 3, 4', () => {
    const draw = xoshiro128([1, 2, 3, 4])
    expect(Array.from({ length: 10 }, draw)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597,
      4258142804,
    ])
  })

  it('is that of a second writing of the authors’ code, in whole numbers without end', () => {
    const word = fc.integer({ min: 0, max: 0xffffffff })
    fc.assert(
      fc.property(fc.tuple(word, word, word, word), (state) => {
        const draw = xoshiro128(state)
        const slow = slowXoshiro(state)
        for (let at = 0; at < 50; at += 1) expect(draw()).toBe(slow())
      }),
      { numRuns: 50 },
    )
  })

  const GOLDEN = 0x9e3779b97f4a7c15n
  // Two numbers at a time: the seed of the next two is two steps further.
  const drawn = (seed: bigint, count: number) =>
    Array.from({ length: count }, (_, at) => splitMix64(seed + 2n * BigInt(at) * GOLDEN)).flat()

  // rosettacode.org, "Pseudo-random numbers/Splitmix64".
  it('is seeded by SplitMix64, by the numbers known of the seed 1234567', () => {
    expect(splitMix64(1234567n)).toEqual([6457827717110365317n, 3203168211198807973n])
    expect(drawn(1234567n, 3).slice(0, 5)).toEqual([
      6457827717110365317n,
      3203168211198807973n,
      9817491932198370423n,
      4593380528125082431n,
      16408922859458223821n,
    ])
  })

  // The tests of rand_xoshiro, src/splitmix64.rs, made by prng.di.unimi.it/splitmix64.c.
  it('and by those of the seed 1477776061723855037', () => {
    expect(drawn(1477776061723855037n, 4)).toEqual([
      1985237415132408290n,
      2979275885539914483n,
      13511426838097143398n,
      8488337342461049707n,
      15141737807933549159n,
      17093170987380407015n,
      16389528042912955399n,
      13177319091862933652n,
    ])
  })

  it('starts from the two numbers of the seed, the lower half of each first', () => {
    const [one, other] = splitMix64(2026n)
    const words = [one, one >> 32n, other, other >> 32n].map((word) => Number(word & 0xffffffffn))
    const [seeded, plain] = [generatorOf(2026), slowXoshiro(words)]
    for (let at = 0; at < 10; at += 1) expect(seeded()).toBe(plain())
  })

  it('draws the same for the same seed, and something else for another', () => {
    const three = (seed: number) => {
      const draw = generatorOf(seed)
      return [draw(), draw(), draw()]
    }
    expect(three(7)).toEqual(three(7))
    expect(three(7)).not.toEqual(three(8))
  })
})

const roster = [
  { id: 'Ann', input: { target: '1200000' } },
  { id: 'Ben', input: { target: '650000' } },
]
const quantiles = [
  { at: '0', attainment: '0.5' },
  { at: '0.5', attainment: '0.95' },
  { at: '1', attainment: '1.6' },
]

const targets = [1_200_000n, 650_000n]

/** The state that a seed starts from. */
function wordsOf(seed: bigint): number[] {
  const [one, other] = splitMix64(seed)
  return [one, one >> 32n, other, other >> 32n].map((word) => Number(word & 0xffffffffn))
}

/** What sales in cents are paid on a target in yuan. */
function payByPencil(sales: bigint, target: bigint): bigint {
  const input = { sales: `${sales / 100n}.${String(sales % 100n).padStart(2, '0')}` }
  return payOf({ ...input, target: String(target) }, HANDBOOK) ?? 0n
}

/** Hundredths, as 0.31 is 31. */
const hundredths = (value: string) => cents(value)

/** Of each run what Ann and Ben are paid, in cents: attainments straight between quantiles, sales rounded to the cent. */
function drawByPencil(
  seed: bigint,
  runs: number,
  knots: readonly { readonly at: string; readonly attainment: string }[],
): bigint[][] {
  const draw = slowXoshiro(wordsOf(seed))
  const salesOf = (target: bigint, number: bigint) => {
    // number ÷ 2^32 against at ÷ 100.
    const place = knots.findIndex(({ at }) => number * 100n < hundredths(at) * 2n ** 32n)
    const [from, to] = [knots[place - 1], knots[place]]
    if (from === undefined || to === undefined) throw new Error('no such part')
    const [start, end] = [hundredths(from.at), hundredths(to.at)]
    const [low, high] = [hundredths(from.attainment), hundredths(to.attainment)]
    // low + (high − low) × (number × 100 ÷ 2^32 − start) ÷ (end − start), in hundredths; times the target it is cents.
    const below = 2n ** 32n * (end - start)
    const above = low * below + (high - low) * (number * 100n - start * 2n ** 32n)
    return (2n * above * target + below) / (2n * below)
  }
  return Array.from({ length: runs }, () =>
    targets.map((target) => payByPencil(salesOf(target, BigInt(draw())), target)),
  )
}

function spreadByPencil(figures: readonly bigint[]) {
  const rising = [...figures].sort((a, b) => (a < b ? -1 : 1))
  const written = (value: bigint) => `${value / 100n}.${String(value % 100n).padStart(2, '0')}`
  const count = BigInt(rising.length)
  const sum = rising.reduce((total, one) => total + one, 0n)
  const parts: [string, bigint][] = [
    ['0', 0n],
    ['0.1', 10n],
    ['0.25', 25n],
    ['0.5', 50n],
    ['0.75', 75n],
    ['0.9', 90n],
    ['1', 100n],
  ]
  return {
    mean: written((2n * sum + count) / (2n * count)),
    quantiles: parts.map(([at, part]) => {
      const rank = (count * part + 99n) / 100n
      return { at, value: written(rising[Math.max(0, Number(rank) - 1)] ?? 0n) }
    }),
  }
}

describe('simulate', () => {
  it('depends on nothing but its seed', () => {
    const simulation = { seed: 2026, runs: 200, attainment: { quantiles } }
    const outcome = simulate(roster, handbook.commission, simulation)
    expect(outcome).toEqual(simulate(roster, handbook.commission, simulation))
  })

  it('is what a second writing draws and pays by pencil, run by run', () => {
    // A quarter, a third and an end that is no decimal of 32 bits: whole numbers alone.
    const knots = [
      { at: '0', attainment: '0.31' },
      { at: '0.3', attainment: '0.97' },
      { at: '0.7', attainment: '1.05' },
      { at: '1', attainment: '2.5' },
    ]
    const simulation = { seed: 41, runs: 60, attainment: { quantiles: knots } }
    const outcome = simulate(roster, handbook.commission, simulation)
    const pays = drawByPencil(41n, 60, knots)
    expect(outcome.cost).toEqual(spreadByPencil(pays.map(([a = 0n, b = 0n]) => a + b)))
    expect(outcome.pay).toEqual(spreadByPencil(pays.flat()))
  })

  it('draws each of those observed as often as another', () => {
    const simulation = { seed: 5, runs: 40, attainment: { observed: ['0.5', '1', '1.5'] } }
    const outcome = simulate(roster, handbook.commission, simulation)
    const draw = slowXoshiro(wordsOf(5n))
    const shares = [50n, 100n, 150n]
    const pays = Array.from({ length: 40 }, () =>
      targets.map((target) => {
        const share = shares[Number((BigInt(draw()) * 3n) / 2n ** 32n)] ?? 0n
        return payByPencil(target * share, target)
      }),
    )
    expect(outcome.pay).toEqual(spreadByPencil(pays.flat()))
  })

  it('leaves the draws of the others alone where a row cannot be drawn', () => {
    const simulation = { seed: 9, runs: 30, attainment: { quantiles } }
    const [ann, ben] = roster
    if (ann === undefined || ben === undefined) throw new Error('two')
    const without = simulate([ann, { id: 'Eve', input: {} }], handbook.commission, simulation)
    const only = simulate([ann, ben], handbook.commission, simulation)
    const least = drawByPencil(9n, 30, quantiles).map(([first = 0n]) => first)
    expect(without.pay).toEqual(spreadByPencil(least))
    expect(only.rows).toBe(2)
  })

  it('takes the sales and the lines of a row away', () => {
    const simulation = { seed: 3, runs: 5, attainment: { observed: ['1'] } }
    const rows = [
      { id: 'Ann', input: { target: '1200000', lines: [{ id: 'O-1', amount: '1' }] } },
      { id: 'Ben', input: { target: '650000', sales: '1' } },
    ]
    const { cost } = simulate(rows, handbook.commission, simulation)
    // 1,000,000 at 3% and 200,000 at 4%; 650,000 at 3%.
    expect(cost.mean).toBe('57500.00')
  })

  it('leaves out who has no target, and refuses to draw nobody', () => {
    const simulation = { seed: 1, runs: 3, attainment: { observed: ['1'] } }
    const eve = { id: 'Eve', input: {} }
    const ann = { id: 'Ann', input: { target: '1200000' } }
    const { rows, refused, notComputed } = simulate([eve, ann], handbook.commission, simulation)
    expect([rows, refused]).toEqual([1, 1])
    expect(notComputed.map(({ id, issues }) => [id, issues[0]?.code])).toEqual([
      ['Eve', 'VALUE_MISSING'],
    ])
    const nobody = attempt(() => simulate([eve], handbook.commission, simulation))
    expect(nobody.ok ? [] : nobody.issues.map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['VALUE_INVALID', 'rows'],
      ['VALUE_MISSING', 'rows.0.input.target'],
    ])
  })

  const issuesOf = (attainment: unknown, plan: unknown = handbook.commission) => {
    const simulation = { seed: 1, runs: 2, attainment } as never
    const result = attempt(() => simulate(roster, plan as never, simulation))
    return result.ok ? [] : result.issues.map(({ code, path }) => `${code} ${path.join('.')}`)
  }
  const place = 'simulation.attainment'

  it.each([
    ['none', {}, [`VALUE_INVALID ${place}`]],
    ['two', { observed: ['1'], quantiles }, [`VALUE_INVALID ${place}`]],
    ['a list', ['1'], [`VALUE_INVALID ${place}`]],
    ['nobody observed', { observed: [] }, [`VALUE_INVALID ${place}.observed`]],
    ['a percentage', { observed: ['95'] }, [`NUMBER_LOOKS_LIKE_PERCENT ${place}.observed.0`]],
    ['less than nothing', { observed: ['-1'] }, [`NUMBER_OUT_OF_RANGE ${place}.observed.0`]],
    [
      'quantiles that do not begin at 0',
      { quantiles: quantiles.slice(1) },
      [`VALUE_INVALID ${place}.quantiles`],
    ],
    [
      'quantiles that do not end at 1',
      { quantiles: quantiles.slice(0, 2) },
      [`VALUE_INVALID ${place}.quantiles`],
    ],
    [
      'two of one quantile',
      { quantiles: [quantiles[0], quantiles[2], quantiles[2]] },
      [`OUT_OF_ORDER ${place}.quantiles.2`],
    ],
    [
      'attainments that fall',
      { quantiles: [{ at: 0, attainment: 2 }, quantiles[2]] },
      [`OUT_OF_ORDER ${place}.quantiles.1`],
    ],
  ])('refuses a distribution of %s', (_, attainment, issues) => {
    expect(issuesOf(attainment)).toEqual(issues)
  })

  it('takes attainments that stay the same for a while', () => {
    const flat = [
      { at: 0, attainment: 1 },
      { at: 1, attainment: 1 },
    ]
    expect(issuesOf({ quantiles: flat })).toEqual([])
  })

  it('refuses more draws than ten million', () => {
    const rows = Array.from({ length: 101 }, (_, at) => ({ id: `${at}`, input: { target: 1 } }))
    const simulation = { seed: 1, runs: 100_000, attainment: { observed: ['1'] } }
    const result = attempt(() => simulate(rows, handbook.commission, simulation))
    expect(result.ok ? [] : result.issues.map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['VALUE_UNREADABLE', 'simulation.runs'],
    ])
  })

  it('refuses a policy of another kind, and one that is not defined', () => {
    expect(issuesOf({ quantiles }, handbook.appraisal)).toEqual(['POLICY_NOT_DEFINED plan'])
    expect(issuesOf({ quantiles }, { ...handbook.commission })).toEqual(['POLICY_NOT_DEFINED plan'])
  })
})
