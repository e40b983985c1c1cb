import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rosterOfQuarter } from '../../examples/what-if/rosters.js'
import { attempt, defineCommissionPlan, handbook } from '../../src/index.js'
import { comparePolicies, type GoalOutcome, goalSeek, withValue } from '../../src/scenario/index.js'
import { cents } from './payroll.js'

const quarterRoster = rosterOfQuarter()

const plan = handbook.commission
const from800 = withValue(plan, 'scale.tiers.first.upTo', '800000')
const firstRate = {
  path: 'scale.tiers.first.rate',
  between: ['0.01', '0.03'],
  decimals: 4,
} as const
const pair = [
  { id: 'Ann', input: { sales: '1500000', target: '1200000' } },
  { id: 'Ben', input: { sales: '700000', target: '650000' } },
]

describe('goalSeek over the example quarter', () => {
  const budget = comparePolicies(quarterRoster, { now: plan, then: from800 }).totals.now
  const sought = goalSeek(quarterRoster, from800, { ...firstRate, goal: { atMost: budget } })

  it('finds that a first rate of 2.81% keeps the cost where 4% starts at 800,000: 805.47 less', () => {
    expect(sought).toMatchObject({ found: true, value: '0.0281', difference: '-805.47' })
  })

  it('names one step beside it, 2.82%, which costs 1,034.86 more than the budget', () => {
    expect(sought).toMatchObject({ beside: { value: '0.0282', total: '1427741.12' } })
    expect(cents('1427741.12') - cents(budget)).toBe(103486n)
  })

  it('leaves 16 who gain and 8 who lose by both changes together', () => {
    const then = withValue(from800, 'scale.tiers.first.rate', '0.0281')
    const { gain, lose, unchanged } = comparePolicies(quarterRoster, { now: plan, then })
    expect({ gain, lose, unchanged }).toEqual({ gain: 16, lose: 8, unchanged: 15 })
  })
})

describe('goalSeek', () => {
  it('repeats what was asked: the number, the values that were looked at, and the goal', () => {
    const asked = { ...firstRate, between: ['0.01004', '0.03'] } as const
    const most = goalSeek(pair, from800, { ...asked, goal: { atMost: '71000' } })
    const { path, between, goal } = most
    expect({ path, between, goal }).toEqual({
      path: 'scale.tiers.first.rate',
      between: ['0.0101', '0.03'],
      goal: { atMost: '71000.00' },
    })
    const least = goalSeek(pair, from800, { ...asked, goal: { atLeast: '999999999' } })
    expect(least).toMatchObject({ found: false, goal: { atLeast: '999999999.00' } })
  })

  it('finds the least value of a goal from below', () => {
    const goal = { ...firstRate, goal: { atLeast: '70900.01' } }
    expect(goalSeek(pair, from800, goal)).toMatchObject({
      found: true,
      value: '0.0287',
      total: '71050.00',
      difference: '149.99',
      beside: { value: '0.0286', total: '70900.00' },
    })
  })

  it('goes down where the total falls as the value rises', () => {
    const sought = goalSeek(pair, plan, {
      path: 'scale.tiers.first.upTo',
      between: ['600000', '1500000'],
      decimals: 0,
      goal: { atMost: '72000' },
    })
    expect(sought).toMatchObject({ found: true, value: '900000', total: '72000.00' })
    expect(sought).toMatchObject({ beside: { value: '899999', total: '72000.01' } })
  })

  it('says where a goal is out of reach, and how near it comes', () => {
    const sought = goalSeek(pair, from800, { ...firstRate, goal: { atMost: '10000' } })
    expect(sought).toMatchObject({
      found: false,
      because: 'out-of-reach',
      nearest: { value: '0.01', total: '43000.00' },
    })
  })

  it('has nothing beside a goal that the whole range meets', () => {
    const sought = goalSeek(pair, from800, { ...firstRate, goal: { atMost: '900000' } })
    expect(sought).toMatchObject({ found: true, value: '0.03', total: '73000.00', beside: null })
  })

  it('says that a total goes up and down, with the pairs that show it', () => {
    // Two have sold 500,000, and of a third 1,500,000 came back: up to 500,000 the end of the first tier takes from two and gives to one.
    const open = defineCommissionPlan({ currency: 'CNY', scale: plan.scale })
    const rows = ['500000', '500000', '-1500000'].map((sales, index) => ({
      id: `E-${index}`,
      input: { sales },
    }))
    const sought = goalSeek(rows, open, {
      path: 'scale.tiers.first.upTo',
      between: ['100000', '1700000'],
      decimals: 0,
      goal: { atMost: '-22000' },
    })
    expect(sought).toMatchObject({
      found: false,
      because: 'not-monotone',
      falls: [
        { value: '100000', total: '-21000.00' },
        { value: '300000', total: '-23000.00' },
      ],
      rises: [
        { value: '500000', total: '-25000.00' },
        { value: '700000', total: '-23000.00' },
      ],
      evaluations: 9,
    })
  })

  it('refuses a goal that is none, and a path that is nowhere', () => {
    const codes = (goal: object) => {
      const result = attempt(() => goalSeek(pair, plan, { ...firstRate, ...goal } as never))
      return result.ok ? [] : result.issues.map(({ code, path }) => `${code} ${path.join('.')}`)
    }
    expect(codes({ goal: {} })).toEqual(['VALUE_MISSING goal.goal.atMost'])
    expect(codes({ goal: { atMost: '1' }, between: ['0.03', '0.03'] })).toEqual([
      'OUT_OF_ORDER goal.between.1',
    ])
    expect(codes({ goal: { atMost: '1' }, decimals: 13 })).toEqual([
      'NUMBER_OUT_OF_RANGE goal.decimals',
    ])
    expect(codes({ goal: { atMost: '1' }, path: 'scale.tiers.fisrt.rate' })).toEqual([
      'NOT_IN_POLICY goal.path',
    ])
    expect(codes({ goal: { atMost: '1' }, path: 'scale.tiers.top.upTo' })).toEqual([
      'VALUE_INVALID goal.path',
    ])
  })

  it('says why a value makes no policy', () => {
    const goal = { ...firstRate, between: ['2', '3'] as const, goal: { atMost: '1' } }
    const result = attempt(() => goalSeek(pair, plan, goal))
    expect(result.ok ? [] : result.issues.map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['NUMBER_LOOKS_LIKE_PERCENT', 'scale.tiers.0.rate'],
    ])
  })

  it('looks at no value outside its bounds', () => {
    const goal = { ...firstRate, between: ['0.02005', '0.02995'] as const, decimals: 3 }
    const all = goalSeek(pair, from800, { ...goal, goal: { atMost: '900000' } })
    expect(all).toMatchObject({ found: true, value: '0.029', beside: null })
    const none = goalSeek(pair, from800, { ...goal, goal: { atMost: '1' } })
    expect(none).toMatchObject({ found: false, nearest: { value: '0.021' } })
  })

  it('compares totals in the decimals of the policy as it is, though these be sought', () => {
    const results = {
      sales: { actual: '1500000', target: '1200000' },
      newCustomers: { actual: 8, target: 10 },
      satisfaction: { points: 90, source: 'survey' },
      collectionRate: { value: '0.95' },
    }
    const rows = [{ id: 'Ann', input: { results } }]
    // 91.5 is 92 without decimals.
    const sought = goalSeek(rows, handbook.appraisal, {
      path: 'decimals',
      between: [0, 2],
      decimals: 0,
      goal: { atLeast: '91.9' },
    })
    expect(sought).toMatchObject({
      value: '0',
      total: '92.00',
      beside: { value: '1', total: '91.50' },
    })
  })

  it('refuses to choose between two goals, or among three bounds', () => {
    const codes = (goal: object) => {
      const result = attempt(() => goalSeek(pair, plan, { ...firstRate, ...goal } as never))
      return result.ok ? [] : result.issues.map(({ code, path }) => `${code} ${path.join('.')}`)
    }
    expect(codes({ goal: { atMost: '1', atLeast: '1' } })).toEqual(['VALUE_INVALID goal.goal'])
    expect(codes({ goal: 71000 })).toEqual(['VALUE_INVALID goal.goal'])
    expect(codes({ goal: { atMost: 1 }, between: ['0.01', '0.02', '0.03'] })).toEqual([
      'VALUE_INVALID goal.between',
    ])
    expect(codes({ goal: { atMost: 1 }, between: '0.01' })).toEqual(['VALUE_INVALID goal.between'])
  })
})

describe('the laws of seeking', () => {
  const total = (value: string) =>
    cents(
      comparePolicies(pair, {
        now: plan,
        then: withValue(from800, 'scale.tiers.first.rate', value),
      }).totals.then,
    )
  const meets = (value: string, side: string, goal: bigint) =>
    side === 'atMost' ? total(value) <= goal : total(value) >= goal

  it('what is found meets the goal, and one step beside it does not', () => {
    fc.assert(
      fc.property(
        fc.bigInt(4_000_000n, 7_500_000n),
        fc.constantFrom('atMost', 'atLeast'),
        fc.integer({ min: 3, max: 6 }),
        (goal, side, decimals) => {
          const limit = `${goal / 100n}.${String(goal % 100n).padStart(2, '0')}`
          const sought: GoalOutcome = goalSeek(pair, from800, {
            ...firstRate,
            decimals,
            goal: { [side]: limit } as never,
          })
          if (!sought.found) {
            expect(sought.because).toBe('out-of-reach')
            expect(meets('0.01', side, goal) || meets('0.03', side, goal)).toBe(false)
            return
          }
          expect(meets(sought.value, side, goal)).toBe(true)
          if (sought.beside === null) return
          expect(meets(sought.beside.value, side, goal)).toBe(false)
          const step = Math.abs(Number(sought.value) - Number(sought.beside.value))
          expect(step).toBeCloseTo(10 ** -decimals, 9)
        },
      ),
      { numRuns: 60 },
    )
  })
})
