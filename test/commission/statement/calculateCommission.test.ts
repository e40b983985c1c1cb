import {
  attempt,
  type CommissionInput,
  type CommissionPlanInput,
  calculateCommission,
  defineCommissionPlan,
  handbook,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { throughJson } from '../../arbitraries.rooms.js'

/** The handbook's plan with some of its fields changed, as a company would change them. */
function handbookWith(change: Partial<CommissionPlanInput>) {
  return defineCommissionPlan({ ...throughJson(handbook.commission), ...change })
}

function handbookWithout(key: 'gate') {
  const { [key]: _, ...plan } = throughJson(handbook.commission)
  return defineCommissionPlan({ ...plan, provenance: [] })
}

const { scale } = throughJson(handbook.commission)
const wholeAmount = { ...scale, mode: 'whole-amount' as const }

function plan(change: Partial<CommissionPlanInput>) {
  const tiers = [{ id: 'all', upTo: null, rate: '0.01' }]
  return defineCommissionPlan({ currency: 'CNY', scale: { mode: 'marginal', tiers }, ...change })
}

function issuesOf(input: unknown, commissionPlan = handbook.commission) {
  const outcome = attempt(() => calculateCommission(input as CommissionInput, commissionPlan))
  return outcome.ok ? [] : outcome.issues
}

describe('calculateCommission', () => {
  it('the handbook’s commission (COM-1) pays 50,000 on 1,500,000 and says how', () => {
    const statement = calculateCommission(
      { payee: 'E-1042', period: '2026-Q1', sales: '1500000', target: '1200000' },
      handbook.commission,
    )
    expect(statement).toEqual({
      payee: 'E-1042',
      period: '2026-Q1',
      amount: '50000.00',
      currency: 'CNY',
      sales: '1500000.00',
      base: '1500000.00',
      target: '1200000.00',
      attainment: '1.25',
      gate: {
        clause: 'COM-2',
        outcome: 'met',
        attainment: '1',
        counts: 'all',
        remaining: null,
        forgone: null,
      },
      slices: [
        {
          tier: 'first',
          from: '0',
          upTo: '1000000',
          rate: '0.03',
          base: '1000000.00',
          amount: '30000.00',
        },
        {
          tier: 'second',
          from: '1000000',
          upTo: '2000000',
          rate: '0.04',
          base: '500000.00',
          amount: '20000.00',
        },
      ],
      adjustments: [],
      next: { by: 'tier', tier: 'top', rate: '0.05', remaining: '500000.00', reached: 'at' },
      effectiveRate: '0.033333333333',
      coefficient: null,
      awards: [],
      unrounded: '50000',
      rounding: { mode: 'half-up', decimals: 2, at: 'total' },
      notCounted: [],
      mode: 'marginal',
      policy: { id: 'handbook-commission', version: '1' },
      clauses: ['COM-1', 'COM-2'],
    })
  })

  it.each([
    ['0.01', '0.00'],
    ['0.17', '0.01'],
    ['1', '0.03'],
    ['999999.99', '30000.00'],
    ['1000000', '30000.00'],
    ['1000001', '30000.04'],
    ['1500000', '50000.00'],
    ['2000000', '70000.00'],
    ['2000001', '70000.05'],
    ['2500000', '95000.00'],
    ['10000000', '470000.00'],
    ['999999999999999.99', '49999999970000.00'],
  ])('the handbook’s commission (COM-1) pays for %s, target met: %s', (sales, amount) => {
    expect(calculateCommission({ sales, target: '0.01' }, handbook.commission).amount).toBe(amount)
  })

  it.each([
    ['a string', '1500000'],
    ['a number', 1_500_000],
    ['a bigint', 1_500_000n],
    ['an exponent', '1.5e6'],
    ['leading and trailing zeros', '001500000.000'],
  ])('the handbook’s commission (COM-1) pays the same for sales written as %s', (_, sales) => {
    const statement = calculateCommission({ sales, target: 1 }, handbook.commission)
    expect(statement.amount).toBe('50000.00')
    expect(statement.sales).toBe('1500000.00')
  })

  it('the handbook’s commission (COM-1) has no next tier at the top', () => {
    const statement = calculateCommission({ sales: '2000000', target: '1' }, handbook.commission)
    expect(statement.next).toBeNull()
    expect(statement.effectiveRate).toBe('0.035')
  })

  it('the handbook’s commission (COM-1) keeps what it was not told as null', () => {
    const statement = calculateCommission({ sales: '0' }, handbookWithout('gate'))
    expect(statement).toMatchObject({
      payee: null,
      period: null,
      target: null,
      attainment: null,
      gate: null,
      slices: [],
      effectiveRate: null,
      amount: '0.00',
      clauses: ['COM-1'],
    })
  })
})

describe('calculateCommission', () => {
  it.each([
    ['upper-tier', '1500000', '60000.00'],
    ['lower-tier', '1500000', '60000.00'],
    ['upper-tier', '1000000', '40000.00'],
    ['lower-tier', '1000000', '30000.00'],
    ['upper-tier', '2000000', '100000.00'],
    ['lower-tier', '2000000', '80000.00'],
    ['lower-tier', '1000000.01', '40000.00'],
  ] as const)(
    'the other reading of COM-1, whole amount with the %s owning a threshold pays for %s: %s',
    (boundary, sales, amount) => {
      const whole = handbookWith({ scale: { ...wholeAmount, boundary } })
      const statement = calculateCommission({ sales, target: 1 }, whole)
      expect(statement.amount).toBe(amount)
      expect(statement.mode).toBe('whole-amount')
      expect(statement.slices.map((slice) => slice.amount)).toEqual([amount])
    },
  )

  it('the other reading of COM-1, whole amount can pay less for more where rates fall, which a marginal scale never does', () => {
    const tiers = [
      { id: 'first', upTo: '1000', rate: '0.1' },
      { id: 'rest', upTo: null, rate: '0.05' },
    ]
    const pay = (mode: 'marginal' | 'whole-amount', sales: string) =>
      calculateCommission({ sales }, plan({ scale: { mode, tiers } })).amount
    expect([pay('whole-amount', '999'), pay('whole-amount', '1000')]).toEqual(['99.90', '50.00'])
    expect([pay('marginal', '999'), pay('marginal', '1000')]).toEqual(['99.90', '100.00'])
  })

  it('the other reading of COM-1, whole amount names what reaches the next tier: at the threshold, or above it', () => {
    const next = (boundary: 'upper-tier' | 'lower-tier') =>
      calculateCommission(
        { sales: '1000000', target: 1 },
        handbookWith({ scale: { ...wholeAmount, boundary } }),
      ).next
    expect(next('upper-tier')).toEqual({
      by: 'tier',
      tier: 'top',
      rate: '0.05',
      remaining: '1000000.00',
      reached: 'at',
    })
    expect(next('lower-tier')).toEqual({
      by: 'tier',
      tier: 'second',
      rate: '0.04',
      remaining: '0.00',
      reached: 'above',
    })
  })
})

describe('calculateCommission', () => {
  it('the gate (COM-2) is what comes next below it, and then the tiers of what is above the target', () => {
    const plan = defineCommissionPlan({
      ...throughJson(handbook.commission),
      gate: { attainment: 1, counts: 'above-target' },
    })
    const next = (sales: string) => calculateCommission({ sales, target: '1000000' }, plan).next
    expect(next('900000')).toMatchObject({ by: 'gate', remaining: '100000.00', reached: 'above' })
    // The second tier begins 1,000,000 above the target.
    expect(next('1900000')).toMatchObject({ by: 'tier', tier: 'second', remaining: '100000.00' })
  })

  it('the gate (COM-2) pays nothing below the target, and says what is missing and what is forgone', () => {
    const statement = calculateCommission(
      { sales: '1150000', target: '1200000' },
      handbook.commission,
    )
    expect(statement).toEqual({
      payee: null,
      period: null,
      amount: '0.00',
      currency: 'CNY',
      sales: '1150000.00',
      base: '0.00',
      target: '1200000.00',
      attainment: '0.958333333333',
      gate: {
        clause: 'COM-2',
        outcome: 'unmet',
        attainment: '1',
        counts: 'all',
        remaining: '50000.00',
        forgone: '36000.00',
      },
      slices: [],
      adjustments: [],
      next: { by: 'gate', tier: 'second', rate: '0.04', remaining: '50000.00', reached: 'at' },
      effectiveRate: null,
      coefficient: null,
      awards: [],
      unrounded: '0',
      rounding: { mode: 'half-up', decimals: 2, at: 'total' },
      notCounted: [],
      mode: 'marginal',
      policy: { id: 'handbook-commission', version: '1' },
      clauses: ['COM-1', 'COM-2'],
    })
  })

  it.each([
    ['1199999.99', '0.00', '0.01'],
    ['1200000', '38000.00', null],
    ['1200000.01', '38000.00', null],
    ['0', '0.00', '1200000.00'],
    ['-5', '0.00', '1200005.00'],
  ])(
    'the gate (COM-2) on sales of %s against 1,200,000 pays %s and misses %s',
    (sales, amount, missing) => {
      const statement = calculateCommission({ sales, target: '1200000' }, handbook.commission)
      expect(statement.amount).toBe(amount)
      expect(statement.gate?.remaining).toBe(missing)
    },
  )

  it('the gate (COM-2) withholds no more than the cap and the coefficient would have paid', () => {
    const capped = handbookWith({ cap: { amount: '10000' } })
    const statement = calculateCommission(
      { sales: '1000000', target: '1200000', coefficientUplift: '0.005' },
      capped,
    )
    expect(statement.gate?.forgone).toBe('10000.00')
    expect(statement.adjustments).toEqual([])
  })

  it('the gate (COM-2) opens earlier where the plan says so', () => {
    const early = handbookWith({ gate: { attainment: '0.8' } })
    const pay = (sales: string) => calculateCommission({ sales, target: '1200000' }, early)
    expect(pay('960000').amount).toBe('28800.00')
    expect(pay('959999').gate).toMatchObject({ remaining: '1.00', attainment: '0.8' })
  })

  it('the gate (COM-2) in another reading counts only the sales above the target', () => {
    const above = handbookWith({ gate: { attainment: '1', counts: 'above-target' } })
    const statement = calculateCommission({ sales: '1500000', target: '1200000' }, above)
    expect(statement.amount).toBe('9000.00')
    expect(statement.base).toBe('300000.00')
    expect(statement.sales).toBe('1500000.00')
    expect(statement.gate).toMatchObject({ outcome: 'met', counts: 'above-target' })
    expect(calculateCommission({ sales: '1200000', target: '1200000' }, above).amount).toBe('0.00')
  })

  it('the gate (COM-2) in the third reading is not there', () => {
    const statement = calculateCommission(
      { sales: '1150000', target: '1200000' },
      handbookWithout('gate'),
    )
    expect(statement.amount).toBe('36000.00')
    expect(statement.gate).toBeNull()
    expect(statement.attainment).toBe('0.958333333333')
    expect(statement.clauses).toEqual(['COM-1'])
  })

  it('the gate (COM-2) asks for a target', () => {
    expect(issuesOf({ sales: '1' })).toEqual([
      {
        code: 'TARGET_MISSING',
        severity: 'error',
        path: ['target'],
        params: { needed: 'gate' },
        message:
          'target: is missing, and the plan pays once it is met (COM-2). Give a target above 0, or a plan without a gate.',
      },
    ])
  })
})

describe('calculateCommission', () => {
  const input = { sales: '1500000', target: '1200000', coefficientUplift: '0.005' }

  it('the coefficient (COM-5, GRA-5) adds half a point to every rate', () => {
    const statement = calculateCommission(input, handbook.commission)
    expect(statement.amount).toBe('57500.00')
    expect(statement.slices.map(({ rate, amount }) => [rate, amount])).toEqual([
      ['0.035', '35000.00'],
      ['0.045', '22500.00'],
    ])
    expect(statement.next?.rate).toBe('0.055')
    expect(statement.coefficient).toEqual({ applies: 'add-to-rate', uplift: '0.005' })
    expect(statement.adjustments).toEqual([])
    expect(statement.clauses).toEqual(['COM-1', 'COM-2', 'COM-5'])
  })

  it('the coefficient (COM-5, GRA-5) in the other reading multiplies the commission by 1.005', () => {
    const multiplied = handbookWith({ coefficient: { applies: 'multiply' } })
    const statement = calculateCommission(input, multiplied)
    expect(statement.amount).toBe('50250.00')
    expect(statement.unrounded).toBe('50250')
    expect(statement.slices.map(({ rate, amount }) => [rate, amount])).toEqual([
      ['0.03', '30000.00'],
      ['0.04', '20000.00'],
    ])
    expect(statement.adjustments).toEqual([
      { kind: 'coefficient', amount: '250.00', clause: 'COM-5' },
    ])
  })

  it('the coefficient (COM-5, GRA-5) of 0 is none', () => {
    const statement = calculateCommission({ ...input, coefficientUplift: 0 }, handbook.commission)
    expect(statement.coefficient).toBeNull()
    expect(statement.clauses).toEqual(['COM-1', 'COM-2'])
  })
})

describe('calculateCommission', () => {
  it('order lines are added up, refunds taken off', () => {
    const lines = [
      { id: 'A-1', amount: '800000' },
      { id: 'A-2', amount: 900_000 },
      { id: 'A-3', amount: '-200000' },
    ]
    const statement = calculateCommission({ lines, target: '1200000' }, handbook.commission)
    const whole = calculateCommission({ sales: '1500000', target: '1200000' }, handbook.commission)
    expect(statement).toEqual(whole)
  })

  it('order lines may be none', () => {
    const statement = calculateCommission({ lines: [], target: '1' }, handbook.commission)
    expect(statement.sales).toBe('0.00')
    expect(statement.gate?.remaining).toBe('1.00')
  })

  it('order lines with an id that came before are set aside and named', () => {
    const lines = [
      { id: 'A-1', amount: '1000' },
      { id: 'A-1', amount: '1000.50' },
    ]
    const statement = calculateCommission({ lines, target: '1000' }, handbook.commission)
    expect(statement.sales).toBe('1000.00')
    expect(statement.amount).toBe('30.00')
    expect(statement.notCounted).toEqual([
      {
        id: 'A-1',
        amount: '1000.50',
        issue: {
          code: 'ID_DUPLICATE',
          severity: 'warning',
          path: ['lines', 1, 'id'],
          params: { id: 'A-1', reason: 'line' },
          message:
            'lines[1].id: got "A-1" a second time; only its first line counts. Remove it, or give it another id.',
        },
      },
    ])
  })
})

describe('calculateCommission', () => {
  const lines = ['1.50', '1.50', '1.50'].map((amount, index) => ({ id: `L-${index}`, amount }))

  it('rounding happens once, at the total', () => {
    const statement = calculateCommission({ lines }, plan({}))
    expect(statement.amount).toBe('0.05')
    expect(statement.unrounded).toBe('0.045')
    expect(statement.adjustments).toEqual([])
  })

  it('rounding happens line by line where the plan says so, and shows what that made', () => {
    const statement = calculateCommission({ lines }, plan({ rounding: { at: 'line' } }))
    expect(statement.amount).toBe('0.06')
    expect(statement.slices.map((slice) => slice.amount)).toEqual(['0.05'])
    expect(statement.adjustments).toEqual([{ kind: 'line-rounding', amount: '0.01', clause: null }])
  })

  it('rounding line by line gives each line what it adds at its own tier', () => {
    const tiers = [
      { id: 'first', upTo: '100', rate: '0.1' },
      { id: 'rest', upTo: null, rate: '0.2' },
    ]
    const byLine = plan({ scale: { mode: 'marginal', tiers }, rounding: { at: 'line' } })
    const amounts = [
      { id: 'a', amount: '90.04' },
      { id: 'b', amount: '20.04' },
    ]
    // 9.004 becomes 9.00; 0.996 + 2.016 = 3.012 becomes 3.01.
    expect(calculateCommission({ lines: amounts }, byLine).amount).toBe('12.01')
  })

  it.each([
    ['half-up', '0.03'],
    ['half-down', '0.02'],
    ['half-even', '0.02'],
    ['up', '0.03'],
    ['down', '0.02'],
    ['ceiling', '0.03'],
    ['floor', '0.02'],
  ] as const)('rounding %s makes %s of 0.025', (mode, amount) => {
    expect(calculateCommission({ sales: '2.50' }, plan({ rounding: { mode } })).amount).toBe(amount)
  })

  it('rounding is to the currency’s decimals, or fewer, always written with all of them', () => {
    const pay = (currency: string, rounding = {}) =>
      calculateCommission({ sales: '1234.5678' }, plan({ currency, rounding })).amount
    expect(pay('JPY')).toBe('12')
    expect(pay('CNY')).toBe('12.35')
    expect(pay('KWD')).toBe('12.346')
    expect(pay('CNY', { decimals: 0 })).toBe('12.00')
  })

  it('rounding shares the cents between the slices so that they add up', () => {
    const tiers = ['1', '2', '3'].map((upTo, index) => ({ id: `t${index}`, upTo, rate: '0.335' }))
    const three = plan({ scale: { mode: 'marginal', beyond: 'stop', tiers } })
    const statement = calculateCommission({ sales: '3' }, three)
    expect(statement.amount).toBe('1.01')
    expect(statement.slices.map((slice) => slice.amount)).toEqual(['0.34', '0.34', '0.33'])
  })
})

describe('calculateCommission', () => {
  it('the cap takes off what is above it, after the coefficient', () => {
    const capped = handbookWith({
      cap: { amount: '40000' },
      coefficient: { applies: 'multiply' },
    })
    const statement = calculateCommission(
      { sales: '1500000', target: '1200000', coefficientUplift: '0.005' },
      capped,
    )
    expect(statement.amount).toBe('40000.00')
    expect(statement.unrounded).toBe('50250')
    expect(statement.effectiveRate).toBe('0.026666666666')
    expect(statement.adjustments).toEqual([
      { kind: 'coefficient', amount: '250.00', clause: 'COM-5' },
      { kind: 'cap', amount: '-10250.00', clause: null, limit: '40000.00' },
    ])
  })

  it('the cap takes nothing off an amount that is exactly at it', () => {
    const capped = handbookWith({ cap: { amount: '50000' } })
    const statement = calculateCommission({ sales: '1500000', target: '1' }, capped)
    expect(statement.amount).toBe('50000.00')
    expect(statement.adjustments).toEqual([])
  })
})

describe('calculateCommission', () => {
  const refund = (negative: 'mirror' | 'zero' | 'refuse') =>
    plan({ scale: { mode: 'marginal', negative, tiers: scale.tiers } })

  it('a base below zero is the mirror of the base above it', () => {
    const statement = calculateCommission({ sales: '-1500000' }, refund('mirror'))
    expect(statement.amount).toBe('-50000.00')
    expect(statement.slices.map(({ base, amount }) => [base, amount])).toEqual([
      ['-1000000.00', '-30000.00'],
      ['-500000.00', '-20000.00'],
    ])
  })

  it('a base below zero pays nothing where the plan says zero', () => {
    const statement = calculateCommission({ sales: '-1500000' }, refund('zero'))
    expect(statement).toMatchObject({ amount: '0.00', slices: [], effectiveRate: '0' })
  })

  it('a base below zero is refused where the plan says so', () => {
    expect(issuesOf({ sales: '-1' }, refund('refuse'))).toMatchObject([
      { code: 'BASE_NEGATIVE', params: { given: '-1' } },
    ])
  })
})

describe('calculateCommission', () => {
  it('other scales by attainment have tiers that are ratios of the target', () => {
    const tiers = [
      { id: 'to-target', upTo: '1', rate: '0.03' },
      { id: 'above', upTo: null, rate: '0.05' },
    ]
    const byAttainment = plan({ scale: { mode: 'marginal', thresholds: 'attainment', tiers } })
    const pay = (sales: string) => calculateCommission({ sales, target: '100000' }, byAttainment)
    expect(pay('130000').amount).toBe('4500.00')
    expect(pay('130000').slices.map(({ from, upTo, base }) => [from, upTo, base])).toEqual([
      ['0', '1', '100000.00'],
      ['1', null, '30000.00'],
    ])
    expect(pay('40000').next?.remaining).toBe('60000.00')
    expect(issuesOf({ sales: '1' }, byAttainment)).toMatchObject([
      { code: 'TARGET_MISSING', path: ['target'] },
    ])
  })

  it('other scales by units pay money for each, and count without cents', () => {
    const tiers = [
      { id: 'first', upTo: '100', rate: '2' },
      { id: 'rest', upTo: null, rate: '3.5' },
    ]
    const byUnits = plan({ scale: { mode: 'marginal', thresholds: 'units', tiers } })
    const statement = calculateCommission({ sales: 120, target: 80 }, byUnits)
    expect(statement).toMatchObject({
      amount: '270.00',
      sales: '120',
      base: '120',
      target: '80',
      effectiveRate: '2.25',
    })
    expect(statement.slices.map(({ base, amount }) => [base, amount])).toEqual([
      ['100', '200.00'],
      ['20', '70.00'],
    ])
  })

  it('other scales with a separate measure choose the tier by it', () => {
    const tiers = [
      { id: 'thin', upTo: '0.2', rate: '0.01' },
      { id: 'rich', upTo: null, rate: '0.03' },
    ]
    const byMargin = plan({ scale: { mode: 'whole-amount', measure: 'separate', tiers } })
    const pay = (measure: string) => calculateCommission({ sales: '100000', measure }, byMargin)
    expect(pay('0.2').amount).toBe('3000.00')
    expect(pay('0.15').amount).toBe('1000.00')
    expect(pay('0.15').next).toEqual({
      by: 'measure',
      tier: 'rich',
      rate: '0.03',
      remaining: '0.05',
      reached: 'at',
    })
    expect(issuesOf({ sales: '1' }, byMargin)).toMatchObject([
      { code: 'VALUE_MISSING', path: ['measure'] },
    ])
  })

  it('other scales that interpolate pay a tier’s amount by how far it is filled', () => {
    const tiers = [
      { id: 'ramp', upTo: '100000', amount: '5000' },
      { id: 'open', upTo: null, rate: '0.1' },
    ]
    const ramp = plan({ scale: { mode: 'interpolated', tiers } })
    expect(calculateCommission({ sales: '50000' }, ramp).amount).toBe('2500.00')
    expect(calculateCommission({ sales: '110000' }, ramp).amount).toBe('6000.00')
  })

  it('other scales with a flat amount, a minimum and a maximum pay them once a tier is reached', () => {
    const tiers = [
      { id: 'first', upTo: '1000', rate: '0.01', minimum: '20' },
      { id: 'rest', upTo: null, rate: '0.1', amount: '50', maximum: '120' },
    ]
    const flat = plan({ scale: { mode: 'marginal', tiers } })
    const pay = (sales: string) => calculateCommission({ sales }, flat).amount
    expect(['0', '100', '999.99', '1000', '1100', '5000'].map(pay)).toEqual([
      '0.00',
      '20.00',
      '20.00',
      '70.00',
      '80.00',
      '140.00',
    ])
  })
})

describe('calculateCommission', () => {
  it('a plan that was not defined is refused, even when it has every field', () => {
    const copy = throughJson(handbook.commission) as typeof handbook.commission
    expect(issuesOf({ sales: '1', target: '1' }, copy)).toEqual([
      {
        code: 'POLICY_NOT_DEFINED',
        severity: 'error',
        path: [],
        params: { define: 'defineCommissionPlan' },
        message:
          'the policy given does not come from defineCommissionPlan: it is a copy, or was read from JSON. Pass what that returns.',
      },
    ])
  })

  it('a plan of another kind is refused', () => {
    const other = handbook.leads as unknown as typeof handbook.commission
    expect(issuesOf({ sales: '1', target: '1' }, other)).toMatchObject([
      { code: 'POLICY_NOT_DEFINED' },
    ])
  })

  it('a plan is not changed, nor is the input, by a calculation', () => {
    const input = Object.freeze({ lines: Object.freeze([Object.freeze({ id: 'a', amount: '5' })]) })
    const before = JSON.stringify([input, handbook.commission])
    calculateCommission({ ...input, target: '1' }, handbook.commission)
    expect(JSON.stringify([input, handbook.commission])).toBe(before)
  })
})

describe('calculateCommission', () => {
  const slicesBy = (scale: CommissionPlanInput['scale'], sales: string) =>
    calculateCommission({ sales }, defineCommissionPlan({ currency: 'EUR', scale })).slices.map(
      ({ from: _, upTo: __, ...slice }) => slice,
    )

  it('a slice that is not base × rate alone says what its tier pays flat, at least and at most', () => {
    const tiers = [
      { id: 'first', upTo: '1000', rate: '0.1', amount: '50', minimum: '80', maximum: '120' },
      { id: 'top', upTo: null, rate: '0.2' },
    ]
    expect(slicesBy({ mode: 'marginal', tiers }, '1500')).toEqual([
      {
        tier: 'first',
        rate: '0.1',
        base: '1000.00',
        amount: '120.00',
        flat: '50.00',
        minimum: '80.00',
        maximum: '120.00',
      },
      { tier: 'top', rate: '0.2', base: '500.00', amount: '100.00' },
    ])
  })

  it('a slice that is base × rate says nothing of the least and the most that its tier pays', () => {
    const tiers = [{ id: 'all', upTo: null, rate: '0.1', minimum: '80', maximum: '120' }]
    expect(slicesBy({ mode: 'marginal', tiers }, '1000')).toEqual([
      { tier: 'all', rate: '0.1', base: '1000.00', amount: '100.00' },
    ])
  })

  it('a slice that is not base × rate alone says what an interpolated tier pays when it is full, and how much fills it', () => {
    const tiers = [
      { id: 'first', upTo: '1000', rate: '0', amount: '90' },
      { id: 'second', upTo: '4000', rate: '0', amount: '100' },
      { id: 'top', upTo: null, rate: '0.1' },
    ]
    expect(slicesBy({ mode: 'interpolated', tiers }, '2000')).toEqual([
      {
        tier: 'first',
        rate: '0',
        base: '1000.00',
        amount: '90.00',
        flat: '90.00',
        width: '1000.00',
      },
      {
        tier: 'second',
        rate: '0',
        base: '1000.00',
        amount: '33.33',
        flat: '100.00',
        width: '3000.00',
      },
    ])
  })
})
