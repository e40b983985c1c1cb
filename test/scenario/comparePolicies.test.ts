import { describe, expect, it } from 'vitest'
import { handbook } from '../../src/index.js'
import { comparePolicies, withValue } from '../../src/scenario/index.js'
import { quarterRoster } from './roster.js'

const now = handbook.commission
const from800 = withValue(now, 'scale.tiers.first.upTo', '800000')

describe('comparePolicies over the example quarter', () => {
  const compared = comparePolicies(quarterRoster, { now, then: from800 })

  it('finds that 20 of 39 gain where 4% starts at 800,000, 15 of them the full 2,000.00, and nobody loses', () => {
    const { rows, computed, gain, lose, unchanged, refused, winners, losers } = compared
    expect({ rows, computed, gain, lose, unchanged, refused }).toEqual({
      rows: 40,
      computed: 39,
      gain: 20,
      lose: 0,
      unchanged: 19,
      refused: 1,
    })
    expect(winners.filter(({ difference }) => difference === '2000.00')).toHaveLength(15)
    expect(losers).toEqual([])
  })

  it('costs 34,160.96', () => {
    expect(compared.totals.difference).toBe('34160.96')
  })
})
