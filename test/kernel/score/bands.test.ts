import { describe, expect, it } from 'vitest'
import { known } from '../../../src/kernel/number/decimal.js'
import type { Band } from '../../../src/kernel/score/bands.js'
import { bandOf } from '../../scoring.js'

const temperature: readonly Band[] = [
  { id: 'hot', from: 80 },
  { id: 'warm', from: 50.5 },
  { id: 'cold', from: 0 },
]

describe('bandOf', () => {
  it.each([
    ['1000', 'hot', null],
    ['80.01', 'hot', null],
    ['80', 'hot', null],
    ['79.99', 'warm', { band: 'hot', from: 80, remaining: 0.01 }],
    ['50.5', 'warm', { band: 'hot', from: 80, remaining: 29.5 }],
    ['50.499999999999', 'cold', { band: 'warm', from: 50.5, remaining: 1e-12 }],
    ['0', 'cold', { band: 'warm', from: 50.5, remaining: 50.5 }],
  ])('of %s is %s, with what is missing to the next', (score, band, next) => {
    expect(bandOf(known(score), temperature)).toEqual({ band, next })
  })

  it('is the lowest for a score below it', () => {
    expect(bandOf(known('-1'), temperature)).toEqual({
      band: 'cold',
      next: { band: 'warm', from: 50.5, remaining: 51.5 },
    })
  })

  it('is always the same where there is one', () => {
    const [only] = [{ id: 'all', from: 0 }]
    expect(bandOf(known('0'), [only])).toEqual({ band: 'all', next: null })
    expect(bandOf(known('100'), [only])).toEqual({ band: 'all', next: null })
  })

  it('is exact where floating point is not: 0.1 + 0.2 reaches 0.3', () => {
    const bands = [
      { id: 'over', from: 0.3 },
      { id: 'under', from: 0 },
    ]
    const sum = { n: known('0.1').n + known('0.2').n, d: 10n }
    expect(bandOf(sum, bands)).toEqual({ band: 'over', next: null })
  })
})
