import { describe, expect, it } from 'vitest'
import { attempt, commissionCurve, defineCommissionPlan, handbook } from '../../src/index.js'
import { curvesOf, withValue } from '../../src/scenario/index.js'

const plan = handbook.commission
const whole = defineCommissionPlan({
  currency: 'CNY',
  scale: {
    mode: 'whole-amount',
    boundary: 'upper-tier',
    tiers: [
      { id: 'low', upTo: '100000', rate: '0.05' },
      { id: 'high', upTo: null, rate: '0.04' },
    ],
  },
})

describe('curvesOf', () => {
  it('has the curve of each plan, with what happens at each point', () => {
    const facts = { target: '1200000', upTo: '2500000' }
    const [now, then] = curvesOf([plan, withValue(plan, 'gate.attainment', '0.5')], facts)
    expect(now?.points).toEqual(commissionCurve(plan, facts).points)
    expect(now?.kinks).toEqual([
      { sales: '1200000.00', kind: 'jump', rateBefore: '0', rateAfter: '0.04', step: '38000.00' },
      { sales: '2000000.00', kind: 'bend', rateBefore: '0.04', rateAfter: '0.05', step: '0.00' },
    ])
    expect(then?.kinks.map(({ sales, kind }) => [sales, kind])).toEqual([
      ['600000.00', 'jump'],
      ['1000000.00', 'bend'],
      ['2000000.00', 'bend'],
    ])
  })

  it('names a cliff, and what is lost at it', () => {
    expect(curvesOf([whole])[0]?.kinks).toEqual([
      {
        sales: '100000.00',
        kind: 'cliff',
        rateBefore: '0.05',
        rateAfter: '0.04',
        step: '-1000.00',
      },
    ])
  })

  it('names the plan that it cannot draw', () => {
    const result = attempt(() => curvesOf([whole, plan]))
    expect(result.ok ? [] : result.issues.map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['TARGET_MISSING', 'plans.1.target'],
    ])
  })
})
