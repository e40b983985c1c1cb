import {
  attempt,
  type CommissionPlanInput,
  calculateCommission,
  clawBack,
  defineCommissionPlan,
  restateCommission,
  type SettledPeriod,
  type SettlementInput,
  settleCommission,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'

function planWith(change: Partial<CommissionPlanInput> = {}) {
  const tiers = [{ id: 'all', upTo: null, rate: '0.1' }]
  return defineCommissionPlan({
    currency: 'EUR',
    scale: { mode: 'marginal', tiers },
    clawback: { kind: 'full' },
    payment: {},
    ...change,
  })
}

function settle(adjustments: unknown, plan = planWith()) {
  const periods = [{ period: '2026-01', sales: '1000', adjustments }]
  return settleCommission({ payee: 'Li', periods } as SettlementInput, plan)
}

function issuesOf(adjustments: unknown) {
  const outcome = attempt(() => settle(adjustments))
  return outcome.ok ? [] : outcome.issues
}

describe('an adjustment', () => {
  it('is paid or taken back with the period, and is not earned by it', () => {
    const spiff = { id: 'A-1', amount: '50', reason: 'prize of the month' }
    const fine = { id: 'A-2', amount: -20.5, reason: 'paid twice in December' }
    expect(settle([spiff, fine])).toMatchObject({
      earned: '100.00',
      adjusted: '29.50',
      paid: '129.50',
      periods: [{ earned: '100.00', adjusted: '29.50', paid: '129.50' }],
    })
    expect(settle([]).adjusted).toBe('0.00')
  })

  it('is not held back, and counts for the draw', () => {
    const terms = {
      holdback: { share: '0.5', releaseAfter: 1 },
      draw: { amount: 200, kind: 'recoverable' as const },
    }
    const change = [{ id: 'A-1', amount: 30, reason: 'prize' }]
    expect(settle(change, planWith({ payment: terms })).periods[0]).toMatchObject({
      heldBack: '50.00',
      adjusted: '30.00',
      drawn: '120.00',
      paid: '200.00',
    })
  })

  it('that takes back more than there is, is carried over', () => {
    const change = [{ id: 'A-1', amount: -130, reason: 'clawback' }]
    expect(settle(change).closing.carried).toBe('-30.00')
  })

  it('is a correction, a clawback or an override as it was computed', () => {
    const plan = planWith()
    const before = { payee: 'Li', period: '2025-12', sales: '1000' }
    const paid = [calculateCommission(before, plan)]
    const { corrections } = restateCommission({ paid, now: [{ ...before, sales: '900' }] }, plan)
    const sale = { id: 'O-1', commission: '7', soldOn: '2025-12-01', cancelledOn: '2026-01-05' }
    const override = {
      manager: 'Li',
      payee: 'Wang',
      line: 'O-2',
      level: 1,
      base: '100.00',
      rate: '0.02',
      amount: '2.00',
    }
    const all = [...corrections, ...clawBack([sale], plan).lines, override]
    expect(settle(all).adjusted).toBe('-15.00')
  })
})

describe('the outcome of a period', () => {
  const plan = planWith()
  const december = { payee: 'Li', period: '2025-12', sales: '1000' }
  const january = { payee: 'Li', period: '2026-01', sales: '1000' }
  const restated = (before: typeof january) => {
    const paid = [calculateCommission(before, plan)]
    return restateCommission({ paid, now: [{ ...before, sales: '900' }] }, plan).corrections
  }
  const sale = { id: 'O-1', commission: '7', soldOn: '2025-12-01', cancelledOn: '2026-01-05' }
  const override = {
    manager: 'Li',
    payee: 'Wang',
    line: 'O-2',
    date: '2026-02-03',
    level: 1,
    base: '100.00',
    rate: '0.02',
    amount: '2.00',
  }
  const february = (adjustments: unknown) => {
    const { payee: _, ...first } = january
    const periods = [first, { period: '2026-02', sales: '1000', adjustments }]
    const settlement = settleCommission({ payee: 'Li', periods } as SettlementInput, plan)
    return settlement.periods[1] as SettledPeriod
  }

  it('lists a clawback beside an amount by hand, each with its id and in whole cents', () => {
    const byHand = { id: 'A-1', amount: '-40', reason: 'paid twice' }
    expect(february([byHand, ...clawBack([sale], plan).lines])).toMatchObject({
      adjusted: '-47.00',
      adjustments: [
        { kind: 'by-hand', id: 'A-1', amount: '-40.00', reason: 'paid twice' },
        { kind: 'clawback', id: 'O-1', amount: '-7.00', share: '1', elapsedDays: 35 },
      ],
    })
  })

  it('lists an override with its line, and whose sale it was', () => {
    expect(february([override]).adjustments).toEqual([
      { kind: 'override', id: 'O-2', payee: 'Wang', rate: '0.02', amount: '2.00' },
    ])
  })

  it('lists a correction of a period that the account does not have, once', () => {
    const [correction] = restated(december)
    const listed = { kind: 'correction', id: '2025-12', period: '2025-12', number: 1 }
    expect(february([correction, correction])).toMatchObject({
      adjusted: '-10.00',
      corrections: [],
      adjustments: [{ ...listed, amount: '-10.00' }],
    })
  })

  it('lists what came without an id', () => {
    const bare = [
      { manager: 'Li', amount: 2 },
      { elapsedDays: 3, amount: '-1' },
    ]
    expect(february(bare).adjustments).toEqual([
      { kind: 'override', id: null, amount: '2.00' },
      { kind: 'clawback', id: null, elapsedDays: 3, amount: '-1.00' },
    ])
  })

  it.each([
    ['an id that is no text', { elapsedDays: 3, id: 5 }, 'VALUE_INVALID', 'id'],
    ['days that are no number', { elapsedDays: '3' }, 'VALUE_INVALID', 'elapsedDays'],
    ['a share that is no number', { elapsedDays: 3, share: 'all' }, 'NUMBER_INVALID', 'share'],
    ['a line that is no text', { manager: 'Li', line: {} }, 'VALUE_INVALID', 'line'],
    ['a rate that is no number', { manager: 'Li', rate: true }, 'NUMBER_INVALID', 'rate'],
  ])('refuses to list %s', (_, row, code, key) => {
    const issues = issuesOf([{ ...row, amount: '1' }])
    expect(issues.map((one) => [one.code, one.path])).toEqual([
      [code, ['periods', 0, 'adjustments', 0, key]],
    ])
  })

  it('lists what adds up to what was adjusted, whatever comes together', () => {
    const [ofJanuary] = restated(january)
    const all = [
      { id: 'A-1', amount: '-40', reason: 'paid twice' },
      { id: 'A-2', amount: '30.5', reason: 'by hand for January', period: '2026-01' },
      { id: 'A-3', amount: '20', reason: 'by hand for December', period: '2025-12' },
      ...clawBack([sale], plan).lines,
      override,
      ...restated(december),
      ofJanuary,
    ]
    // Every choice of some of them.
    for (let choice = 0; choice < 2 ** all.length; choice += 1) {
      const given = all.filter((_, index) => (choice >> index) % 2 === 1)
      const { adjusted, corrections, adjustments } = february(given)
      expect(adjustments).toHaveLength(given.filter((one) => one !== ofJanuary).length)
      const cents = (amount: string) => Math.round(Number(amount) * 100)
      const listed = [
        ...corrections.flatMap(({ was, is }) => [cents(is), -cents(was)]),
        ...adjustments.flatMap((one) => (one.inCorrections ? [] : [cents(one.amount)])),
      ]
      expect(listed.reduce((sum, one) => sum + one, 0)).toBe(cents(adjusted))
    }
  })
})

describe('an amount by hand', () => {
  const known = { id: 'A-1', amount: '5', reason: 'prize' }

  it('says who, why, when and for which period, and stands so on the outcome', () => {
    const all = { ...known, by: 'Chen Jing', on: '2026-01-31', period: '2025-12' }
    expect(settle([all]).periods[0]?.adjustments).toEqual([
      { ...all, kind: 'by-hand', amount: '5.00' },
    ])
    const nobody = { ...known, by: null, on: null, period: null }
    expect(settle([nobody]).periods[0]?.adjustments).toEqual([
      { ...known, kind: 'by-hand', amount: '5.00' },
    ])
  })

  it.each([
    ['without an id', { id: undefined }, 'VALUE_MISSING', 'id'],
    ['without a reason', { reason: undefined }, 'VALUE_MISSING', 'reason'],
    ['with a reason that is no text', { reason: 5 }, 'VALUE_INVALID', 'reason'],
    ['by somebody without a name', { by: '' }, 'VALUE_INVALID', 'by'],
    ['on a day that is none', { on: '2026-02-30' }, 'DATE_INVALID', 'on'],
    [
      'with a misspelt period, which would be of none',
      { perod: '2025-12' },
      'UNKNOWN_KEY',
      'perod',
    ],
  ])('is refused %s', (_, change, code, key) => {
    const issues = issuesOf([{ ...known, ...change }])
    expect(issues.map((one) => [one.code, one.path])).toEqual([
      [code, ['periods', 0, 'adjustments', 0, key]],
    ])
  })

  it('has an id of its own in its period', () => {
    expect(issuesOf([known, { ...known, id: 'A-2' }])).toEqual([])
    const issues = issuesOf([known, { ...known, id: 'A-2' }, known])
    expect(issues.map((one) => [one.code, one.path])).toEqual([
      ['ID_DUPLICATE', ['periods', 0, 'adjustments', 2, 'id']],
    ])
    const clawed = { id: 'O-1', commission: '10', soldOn: '2025-12-01', cancelledOn: '2026-01-05' }
    const { lines } = clawBack(
      [
        { ...clawed, share: '0.5' },
        { ...clawed, share: '0.2' },
      ],
      planWith(),
    )
    expect(settle(lines).adjusted).toBe('-7.00')
  })
})

describe('what cannot be an adjustment', () => {
  it('is somebody else’s', () => {
    expect(issuesOf([{ id: 'A-1', payee: 'Wang', amount: '5', reason: 'prize' }])).toEqual([
      {
        code: 'VALUE_INVALID',
        severity: 'error',
        path: ['periods', 0, 'adjustments', 0, 'payee'],
        params: { given: '"Wang"', expected: '"Li"', reason: 'somebody-elses' },
        message:
          'periods[0].adjustments[0].payee: got "Wang", expected "Li": an adjustment is paid to the one it is for.',
      },
    ])
    const override = { manager: 'Zhao', payee: 'Li', amount: '5' }
    expect(issuesOf([override])).toMatchObject([
      { code: 'VALUE_INVALID', path: ['periods', 0, 'adjustments', 0, 'manager'] },
    ])
  })

  it('is in another currency', () => {
    expect(issuesOf([{ id: 'A-1', amount: '5', currency: 'USD', reason: 'prize' }])).toEqual([
      {
        code: 'CURRENCY_MIXED',
        severity: 'error',
        path: ['periods', 0, 'adjustments', 0, 'currency'],
        params: { given: 'USD', expected: 'EUR', reason: 'amounts' },
        message:
          'periods[0].adjustments[0].currency: got USD, and the plan pays EUR. Amounts of two currencies are never added.',
      },
    ])
  })

  it('is in something that is no currency, whatever that is', () => {
    const nothing = Object.create(null) as unknown
    expect(
      issuesOf([{ id: 'A-1', amount: '5', currency: nothing, reason: 'prize' }]),
    ).toMatchObject([{ code: 'CURRENCY_MIXED', params: { given: 'an object', expected: 'EUR' } }])
  })

  it('has more decimals than can be paid', () => {
    expect(issuesOf([{ id: 'A-1', amount: '0.005', reason: 'half a cent' }])).toEqual([
      {
        code: 'TOTAL_TOO_PRECISE',
        severity: 'error',
        path: ['periods', 0, 'adjustments', 0, 'amount'],
        params: { total: '0.005', decimals: 2, reason: 'amount-paid' },
        message:
          'periods[0].adjustments[0].amount: got 0.005, expected at most 2 decimals, as amounts are paid. Round it first.',
      },
    ])
  })

  it.each([
    ['no list', 5, [['VALUE_INVALID', ['periods', 0, 'adjustments']]]],
    ['no object', [5], [['VALUE_INVALID', ['periods', 0, 'adjustments', 0]]]],
    [
      'without an amount',
      [{ id: 'A-1', reason: 'none' }],
      [['VALUE_MISSING', ['periods', 0, 'adjustments', 0, 'amount']]],
    ],
  ])('is %s', (_, adjustments, issues) => {
    expect(issuesOf(adjustments).map(({ code, path }) => [code, path])).toEqual(issues)
  })
})
