import { describe, expect, it } from 'vitest'
import { handbook } from '../../src/index.js'
import { simulate } from '../../src/scenario/index.js'
import { generatorOf, splitMix64, xoshiro128 } from '../../src/scenario/xoshiro.js'

describe('the generator', () => {
  it('is xoshiro128**, by the numbers that its authors’ code gives from the state 1, 2, 3, 4', () => {
    const draw = xoshiro128([1, 2, 3, 4])
    expect(Array.from({ length: 10 }, draw)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597,
      4258142804,
    ])
  })

  it('is seeded by SplitMix64, by the numbers known of the seed 1234567', () => {
    expect(splitMix64(1234567n)).toEqual([6457827717110365317n, 3203168211198807973n])
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
})
