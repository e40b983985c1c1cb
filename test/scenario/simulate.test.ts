import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attempt, handbook } from '../../src/index.js'
import { simulate } from '../../src/scenario/index.js'
import { generatorOf, splitMix64, xoshiro128 } from '../../src/scenario/xoshiro.js'

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

describe('simulate', () => {
  it('depends on nothing but its seed', () => {
    const simulation = { seed: 2026, runs: 200, attainment: { quantiles } }
    const outcome = simulate(roster, handbook.commission, simulation)
    expect(outcome).toEqual(simulate(roster, handbook.commission, simulation))
  })

  it('has no figure where there is none', () => {
    const simulation = { seed: 1, runs: 3, attainment: { observed: ['1'] } }
    const nobody = simulate([{ id: 'Eve', input: {} }], handbook.commission, simulation)
    expect(nobody.rows).toBe(0)
    expect(nobody.pay).toEqual({ mean: null, quantiles: [] })
    expect(nobody.cost.mean).toBe('0.00')
    expect(nobody.notComputed.map(({ id, issues }) => [id, issues[0]?.code])).toEqual([
      ['Eve', 'VALUE_MISSING'],
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

  it('refuses a policy of another kind, and one that is not defined', () => {
    expect(issuesOf({ quantiles }, handbook.appraisal)).toEqual(['POLICY_NOT_DEFINED plan'])
    expect(issuesOf({ quantiles }, { ...handbook.commission })).toEqual(['POLICY_NOT_DEFINED plan'])
  })
})
