import {
  attributeCommission,
  type CommissionPlanInput,
  calculateCommission,
  commissionCurve,
  salesForCommission,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { conflictsOf, flatPlan, issuesOf } from '../flatPlan.js'

const rising = {
  mode: 'marginal' as const,
  tiers: [
    { id: 'first', upTo: '1000', rate: '0.1' },
    { id: 'rest', upTo: null, rate: '0.3' },
  ],
}

function statement(sales: string, cap: CommissionPlanInput['cap'] & {}, facts = {}) {
  return calculateCommission({ sales, ...facts }, flatPlan({ scale: rising, cap }))
}

describe('earn', () => {
  it.each([
    ['1199.99', '160.00', []],
    ['1200', '160.00', []],
    ['2000', '160.00', [{ kind: 'cap-base', amount: '-240.00', clause: null, limit: '1200.00' }]],
    ['-1200', '-160.00', []],
    ['-2000', '-160.00', [{ kind: 'cap-base', amount: '240.00', clause: null, limit: '1200.00' }]],
  ])(
    'a cap on the base of 1,200 on sales of %s pays %s and shows what it took',
    (sales, amount, adjustments) => {
      const outcome = statement(sales, { base: '1200' })
      expect(outcome.amount).toBe(amount)
      expect(outcome.adjustments).toEqual(adjustments)
    },
  )
})

it('a cap that takes less than a cent off is named all the same: what follows it starts from there', () => {
  const cap = [{ kind: 'cap-base', amount: '0.00', clause: null, limit: '1200.00' }]
  const outcome = statement('1200.01', { base: '1200' })
  expect(outcome).toMatchObject({ amount: '160.00', unrounded: '160', adjustments: cap })
})

describe('earn', () => {
  it.each([
    ['1000', '100.00', []],
    // 100 + 100 on 1,333.33… is 15%.
    ['1333', '199.90', []],
    ['1334', '200.10', [{ kind: 'cap-rate', amount: '-0.10', clause: null, limit: '0.15' }]],
    ['2000', '300.00', [{ kind: 'cap-rate', amount: '-100.00', clause: null, limit: '0.15' }]],
    ['-2000', '-300.00', [{ kind: 'cap-rate', amount: '100.00', clause: null, limit: '0.15' }]],
    ['0', '0.00', []],
  ])(
    'a cap on the rate of 15% on sales of %s pays %s and shows what it took',
    (sales, amount, adjustments) => {
      const outcome = statement(sales, { rate: '0.15' })
      expect(outcome.amount).toBe(amount)
      expect(outcome.adjustments).toEqual(adjustments)
    },
  )

  it('a cap on the rate pays nothing on sales of nothing, whatever flat amount their tier has', () => {
    const tiers = [{ id: 'all', upTo: null, rate: '0.1', amount: '50' }]
    const scale = { mode: 'whole-amount' as const, measure: 'separate' as const, tiers }
    const pay = (cap?: { rate: string }) =>
      calculateCommission({ sales: '0', measure: '1' }, flatPlan({ scale, ...(cap && { cap }) }))
    expect(pay().amount).toBe('50.00')
    expect(pay({ rate: '0.15' }).amount).toBe('0.00')
  })

  it('a cap on the rate of a plan by units is money per unit', () => {
    const scale = {
      mode: 'marginal' as const,
      thresholds: 'units' as const,
      tiers: [
        { id: 'first', upTo: '10', rate: '2' },
        { id: 'rest', upTo: null, rate: '6' },
      ],
    }
    const plan = flatPlan({ scale, cap: { rate: '3' } })
    // 20 + 60 for 20 units; 3 for each are 60.
    expect(calculateCommission({ sales: 20 }, plan).amount).toBe('60.00')
  })

  describe('a cap on the rate where tiers pay multiples', () => {
    const multiples = {
      mode: 'marginal' as const,
      thresholds: 'attainment' as const,
      tiers: [
        { id: 'to quota', upTo: '1', multiple: '1' },
        { id: 'above', upTo: null, multiple: '2' },
      ],
    }
    const perMeeting = { payout: 'of-target-incentive' as const, scale: multiples }
    const meetings = { target: '20', targetIncentive: '1400' }

    it.each([
      // 70 a meeting to the 20th, 140 from there on; 77 for each of 22 are 1,694, and of 23 1,771.
      ['20', '1400.00', []],
      ['22', '1680.00', []],
      ['23', '1771.00', [{ kind: 'cap-rate', amount: '-49.00', clause: null, limit: '77' }]],
      ['40', '3080.00', [{ kind: 'cap-rate', amount: '-1120.00', clause: null, limit: '77' }]],
    ])(
      'of 1,400 on 20 meetings is money per meeting: 77 at most, %s pay %s',
      (sales, amount, adjustments) => {
        const plan = flatPlan({ ...perMeeting, cap: { rate: '77' } })
        const outcome = calculateCommission({ sales, ...meetings }, plan)
        expect([outcome.amount, outcome.adjustments]).toEqual([amount, adjustments])
      },
    )

    it('asks for the target, of which the incentive is paid meeting by meeting', () => {
      const scale = { ...multiples, thresholds: 'units' as const }
      expect(
        issuesOf({ sales: '3', targetIncentive: '1400' }, flatPlan({ ...perMeeting, scale })),
      ).toMatchObject([
        { code: 'TARGET_MISSING', path: ['target'], params: { needed: 'multiples' } },
      ])
    })

    it('is followed by the inverse and the curve', () => {
      const plan = flatPlan({ ...perMeeting, cap: { rate: '77' } })
      expect(salesForCommission('3080', plan, meetings).sales).toBe('40.00')
      // 140 × sales − 1,400 meets 77 × sales at 22 and 2 ninths.
      const bends = commissionCurve(plan, meetings).points.map(({ sales }) => sales)
      expect(bends).toEqual(['0.00', '20.00', '22.222222222222'])
    })

    it('of premiums is a multiple of 1, and no percentage', () => {
      const premiums = { scale: multiples, cap: { rate: '1.5' } }
      const of = (sales: string) =>
        calculateCommission({ sales, target: '100' }, flatPlan(premiums))
      // 100 + 2 × 200 are 500 of 300, of which one and a half are 450.
      expect([of('200').amount, of('300').amount]).toEqual(['300.00', '450.00'])
      expect(conflictsOf({ scale: multiples, cap: { rate: '15' } })).toMatchObject([
        { code: 'NUMBER_LOOKS_LIKE_PERCENT', path: ['cap', 'rate'] },
      ])
    })

    it('may be above 1 by a rate rule alone that pays them, and not without', () => {
      const scale = { mode: 'marginal' as const, tiers: [{ id: 'all', upTo: null, multiple: '2' }] }
      const rates = [{ id: 'gold', when: { product: 'gold' }, scale }]
      const plan = flatPlan({ rates, cap: { rate: '1.5' } })
      const lines = [{ id: 'a', amount: '100', product: 'gold' }]
      expect(calculateCommission({ lines }, plan).amount).toBe('150.00')
      expect(conflictsOf({ cap: { rate: '1.5' } })).toMatchObject([{ path: ['cap', 'rate'] }])
    })
  })
})

describe('earn', () => {
  const capped = flatPlan({ scale: rising, cap: { line: '120' } })
  const byLine = (amounts: readonly string[], plan = capped) =>
    calculateCommission(
      { lines: amounts.map((amount, index) => ({ id: `L${index}`, amount })) },
      plan,
    )

  it.each([
    [['500', '500'], '100.00', []],
    [['1000'], '100.00', []],
    // The second adds 300, and is paid 120.
    [
      ['1000', '1000'],
      '220.00',
      [{ kind: 'cap-line', amount: '-180.00', clause: null, limit: '120.00' }],
    ],
    // 100 + 20 would be 120 exactly.
    [['1066.67'], '120.00', []],
    [['2000'], '120.00', [{ kind: 'cap-line', amount: '-280.00', clause: null, limit: '120.00' }]],
    [['-2000'], '-120.00', [{ kind: 'cap-line', amount: '280.00', clause: null, limit: '120.00' }]],
  ])('a cap on the line of 120 on lines of %j pays %s', (amounts, amount, adjustments) => {
    const outcome = byLine(amounts)
    expect(outcome.amount).toBe(amount)
    expect(outcome.adjustments).toEqual(adjustments)
  })

  it('a cap on the line takes back no more for a refund than its original could earn', () => {
    expect(byLine(['2000', '-2000']).amount).toBe('0.00')
  })
})

describe('earn', () => {
  it.each([
    ['1000', '100.00', []],
    ['1100', '130.00', []],
    ['2000', '130.00', [{ kind: 'cap', amount: '-270.00', clause: null, limit: '130.00' }]],
  ])('a cap on the amount of 130 on sales of %s pays %s', (sales, amount, adjustments) => {
    const outcome = statement(sales, { amount: '130' })
    expect(outcome.amount).toBe(amount)
    expect(outcome.adjustments).toEqual(adjustments)
  })

  it('a cap on the amount holds for the awards, too: nothing above it is paid', () => {
    const plan = flatPlan({
      cap: { amount: '130' },
      awards: [{ id: 'first', for: 'first-order', amount: '100' }],
    })
    const lines = [{ id: 'a', amount: '1000', firstOrder: true }]
    const outcome = calculateCommission({ lines }, plan)
    expect(outcome.amount).toBe('130.00')
    expect(outcome.adjustments).toEqual([
      { kind: 'award', amount: '100.00', clause: null },
      { kind: 'cap', amount: '-70.00', clause: null, limit: '130.00' },
    ])
  })
})

describe('earn', () => {
  it.each([
    ['0', '100.00', []],
    ['400', '100.00', []],
    ['400.01', '99.99', [{ kind: 'cap-year', amount: '-0.01', clause: null, limit: '99.99' }]],
    ['470', '30.00', [{ kind: 'cap-year', amount: '-70.00', clause: null, limit: '30.00' }]],
    ['500', '0.00', [{ kind: 'cap-year', amount: '-100.00', clause: null, limit: '0.00' }]],
  ])('a cap on the year of 500 after %s pays %s of 100', (earned, amount, adjustments) => {
    const outcome = statement('1000', { year: '500' }, { yearToDate: { earned } })
    expect(outcome.amount).toBe(amount)
    expect(outcome.adjustments).toEqual(adjustments)
  })

  it.each([
    ['400.005', '99.99'],
    ['400.001', '99.99'],
  ])(
    'a cap on the year of 500 after %s, more exact than a cent, is never exceeded: %s',
    (earned, amount) => {
      expect(statement('1000', { year: '500' }, { yearToDate: { earned } }).amount).toBe(amount)
    },
  )

  it('a cap on the year pays nothing, and takes nothing back, where the year has earned more already', () => {
    expect(statement('1000', { year: '500' }, { yearToDate: { earned: '600' } }).amount).toBe(
      '0.00',
    )
  })

  it.each([
    ['1200', '-1000', '0.00'],
    ['1200', '-3000', '-400.00'],
  ])(
    'sales taken back use up what was above the cap first: 900 after %s, %s give back %s',
    (earned, sales, amount) => {
      expect(statement(sales, { year: '900' }, { yearToDate: { earned } }).amount).toBe(amount)
    },
  )

  it('a cap on the year is that of the statement alone where the statement is of a year', () => {
    const plan = flatPlan({ cap: { year: '500' } })
    expect(calculateCommission({ period: '2026', sales: '9000' }, plan).amount).toBe('500.00')
  })

  it('a cap on the year lets a month of refunds take back, even when the year is full', () => {
    expect(statement('-500', { year: '500' }, { yearToDate: { earned: '500' } }).amount).toBe(
      '-50.00',
    )
  })

  it('a cap on the year asks what the year has earned before', () => {
    const plan = flatPlan({ cap: { year: '500' } })
    expect(issuesOf({ sales: '1' }, plan)).toMatchObject([
      { code: 'VALUE_MISSING', severity: 'error', path: ['yearToDate'] },
    ])
  })

  it('a cap on the year comes after every other cap', () => {
    const cap = { base: '2000', rate: '0.12', amount: '250', year: '500' }
    const outcome = statement('3000', cap, { yearToDate: { earned: '300' } })
    // 700; on 2,000 only 400; 12% of 3,000 is 360; 250; 200. Each bound is its own.
    expect(outcome.amount).toBe('200.00')
    expect(outcome.adjustments).toEqual([
      { kind: 'cap-base', amount: '-300.00', clause: null, limit: '2000.00' },
      { kind: 'cap-rate', amount: '-40.00', clause: null, limit: '0.12' },
      { kind: 'cap', amount: '-110.00', clause: null, limit: '250.00' },
      { kind: 'cap-year', amount: '-50.00', clause: null, limit: '200.00' },
    ])
  })
})

describe('earn', () => {
  const plan = flatPlan({ base: 'margin' })
  const lines = [
    { id: 'a', amount: '1000', cost: '400' },
    { id: 'b', amount: '500', cost: '600' },
  ]

  it('margin as the base earns on the amount less the cost, and counts the same towards the target', () => {
    const statement = calculateCommission({ lines, target: '1000' }, plan)
    expect(statement).toMatchObject({
      amount: '50.00',
      sales: '1500.00',
      base: '500.00',
      attainment: '0.5',
    })
  })

  it('margin as the base sets a line without a cost aside', () => {
    const noCost = [...lines, { id: 'c', amount: '100' }]
    const statement = calculateCommission({ lines: noCost }, plan)
    expect(statement.amount).toBe('50.00')
    expect(statement.notCounted).toMatchObject([
      {
        id: 'c',
        issue: { code: 'VALUE_MISSING', severity: 'warning', path: ['lines', 2, 'cost'] },
      },
    ])
  })
})

describe('earn', () => {
  const scale = {
    mode: 'whole-amount' as const,
    measure: 'separate' as const,
    tiers: [
      { id: 'thin', upTo: '0.2', rate: '0.01' },
      { id: 'rich', upTo: null, rate: '0.03' },
    ],
  }

  it('tiers by the figure of each line are chosen by its margin', () => {
    const plan = flatPlan({ scale, measuredBy: 'margin' })
    const lines = [
      { id: 'a', amount: '1000', cost: '900' },
      { id: 'b', amount: '1000', cost: '800' },
      { id: 'c', amount: '2000', cost: '1600.01' },
    ]
    const statement = calculateCommission({ lines }, plan)
    // 3,000 at 1%, 1,000 at 3%.
    expect(statement.amount).toBe('60.00')
    expect(statement.slices.map(({ tier, base, amount }) => [tier, base, amount])).toEqual([
      ['thin', '3000.00', '30.00'],
      ['rich', '1000.00', '30.00'],
    ])
  })

  it('tiers by the figure of each line are chosen by its discount', () => {
    const plan = flatPlan({
      scale: {
        ...scale,
        tiers: [
          { id: 'full-price', upTo: '0.1', rate: '0.1' },
          { id: 'reduced', upTo: null, rate: '0.05' },
        ],
      },
      measuredBy: 'discount',
    })
    const lines = [
      { id: 'a', amount: '950', listPrice: '1000' },
      { id: 'b', amount: '900', listPrice: '1000' },
      { id: 'c', amount: '100' },
    ]
    const statement = calculateCommission({ lines }, plan)
    expect(statement.amount).toBe('140.00')
    expect(statement.notCounted).toMatchObject([
      { id: 'c', issue: { code: 'VALUE_MISSING', path: ['lines', 2, 'listPrice'] } },
    ])
  })

  it.each([
    ['mirror', '-1.00'],
    ['zero', '0.00'],
  ] as const)(
    'tiers by the figure of each line on refunds alone pay what the scale says of a base below zero (%s): %s',
    (negative, amount) => {
      const plan = flatPlan({ scale: { ...scale, negative }, measuredBy: 'margin' })
      const lines = [
        { id: 'a', amount: '-300', cost: '-270' },
        { id: 'b', amount: '200', cost: '180' },
      ]
      expect(calculateCommission({ lines }, plan).amount).toBe(amount)
    },
  )

  it('tiers by the figure of each line take a refund back from the tier it chose', () => {
    const plan = flatPlan({ scale: { ...scale, negative: 'mirror' }, measuredBy: 'margin' })
    const lines = [
      { id: 'a', amount: '-1000', cost: '-500' },
      { id: 'b', amount: '500', cost: '450' },
    ]
    const statement = calculateCommission({ lines }, plan)
    // −1,000 at 3%, 500 at 1%.
    expect(statement.amount).toBe('-25.00')
    expect(statement.slices.map(({ tier, base, amount }) => [tier, base, amount])).toEqual([
      ['thin', '500.00', '5.00'],
      ['rich', '-1000.00', '-30.00'],
    ])
  })

  it.each([
    [
      '-900',
      [
        ['thin', '-900.00', '-9.00'],
        ['rich', '1000.00', '30.00'],
      ],
      '21.00',
    ],
    [
      '-1000',
      [
        ['thin', '-1000.00', '-10.00'],
        ['rich', '1000.00', '30.00'],
      ],
      '20.00',
    ],
  ])(
    'tiers by the figure of each line are paid as chosen while refunds of %s leave the base at zero or above, also where the scale pays nothing below',
    (refunded, slices, amount) => {
      const plan = flatPlan({ scale: { ...scale, negative: 'zero' }, measuredBy: 'margin' })
      const lines = [
        { id: 'a', amount: '1000', cost: '500' },
        { id: 'b', amount: refunded, cost: refunded },
      ]
      const statement = calculateCommission({ lines }, plan)
      expect(statement.amount).toBe(amount)
      expect(statement.slices.map((slice) => [slice.tier, slice.base, slice.amount])).toEqual(
        slices,
      )
    },
  )

  it('tiers by the figure of each line have no slice for a tier that no line chose', () => {
    const plan = flatPlan({ scale, measuredBy: 'margin' })
    const lines = [{ id: 'a', amount: '1000', cost: '500' }]
    expect(calculateCommission({ lines }, plan).slices).toEqual([
      { tier: 'rich', from: '0.2', upTo: null, rate: '0.03', base: '1000.00', amount: '30.00' },
    ])
  })

  it('tiers by the figure of each line on refunds alone are refused where the scale refuses a base below zero', () => {
    const plan = flatPlan({ scale: { ...scale, negative: 'refuse' }, measuredBy: 'margin' })
    const lines = [{ id: 'a', amount: '-300', cost: '-270' }]
    expect(issuesOf({ lines }, plan)).toMatchObject([{ code: 'BASE_NEGATIVE' }])
  })

  it('tiers by the figure of each line are those of a rate rule for its own lines', () => {
    const rates = [{ id: 'new', when: { category: 'new' }, scale, measuredBy: 'margin' as const }]
    const lines = [
      { id: 'a', amount: '1000', cost: '500', category: 'new' },
      { id: 'b', amount: '1000', cost: '999', category: 'new' },
      { id: 'c', amount: '1000' },
    ]
    expect(calculateCommission({ lines }, flatPlan({ rates })).amount).toBe('140.00')
  })
})

describe('earn', () => {
  // A curve with the points 80% → 50%, 100% → 100%, 150% → 200%, straight between them.
  const plan = flatPlan({
    payout: 'of-target-incentive',
    scale: {
      mode: 'interpolated',
      thresholds: 'attainment',
      beyond: 'stop',
      tiers: [
        { id: 'to-80', upTo: '0.8', amount: '0.5' },
        { id: 'to-100', upTo: '1', amount: '0.5' },
        { id: 'to-150', upTo: '1.5', amount: '1' },
      ],
    },
  })
  const pay = (sales: string) =>
    calculateCommission({ sales, target: '1000', targetIncentive: '20000' }, plan).amount

  it.each([
    ['400', '5000.00'],
    ['800', '10000.00'],
    ['900', '15000.00'],
    ['1000', '20000.00'],
    ['1250', '30000.00'],
    ['1500', '40000.00'],
    ['9000', '40000.00'],
  ])(
    'the payout of a target incentive of 20,000 at sales of %s against 1,000 is %s',
    (sales, amount) => {
      expect(pay(sales)).toBe(amount)
    },
  )

  it.each([
    ['100', '50.00'],
    ['800', '80.00'],
    ['2000', '100.00'],
  ])(
    'the payout of a target incentive also is what a minimum and a maximum are ratios of: sales of %s pay %s',
    (sales, amount) => {
      const tiers = [{ id: 'all', upTo: null, rate: '0.1', minimum: '0.25', maximum: '0.5' }]
      const bounded = flatPlan({
        payout: 'of-target-incentive',
        scale: { mode: 'marginal', tiers },
      })
      expect(calculateCommission({ sales, targetIncentive: '200' }, bounded).amount).toBe(amount)
    },
  )

  it('the payout of a target incentive asks for the target incentive', () => {
    expect(issuesOf({ sales: '1', target: '1' }, plan)).toEqual([
      {
        code: 'VALUE_MISSING',
        severity: 'error',
        path: ['targetIncentive'],
        params: { expected: 'target-incentive' },
        message:
          'targetIncentive: is missing, expected what the payee earns on target, of which the tiers pay ratios.',
      },
    ])
  })
})

describe('earn', () => {
  const refusing = (change: Partial<CommissionPlanInput> = {}) =>
    flatPlan({ scale: { ...rising, negative: 'refuse' }, ...change })
  const lines = [
    { id: 'a', amount: '-500' },
    { id: 'b', amount: '1500' },
  ]

  it.each([
    ['to the statement', refusing()],
    ['line by line', refusing({ rounding: { at: 'line' } })],
  ])(
    'a plan that refuses a base below zero looks %s at what the lines come to, not at what the first of them do',
    (_, plan) => {
      expect(calculateCommission({ lines }, plan).amount).toBe('100.00')
      expect(attributeCommission({ lines }, plan).lines.map(({ amount }) => amount)).toEqual([
        '-50.00',
        '150.00',
      ])
    },
  )

  it('a plan that refuses a base below zero takes a refund on the way back from the tier that it chose', () => {
    const plan = flatPlan({
      measuredBy: 'margin',
      scale: {
        mode: 'whole-amount',
        measure: 'separate',
        negative: 'refuse',
        tiers: [
          { id: 'thin', upTo: '0.2', rate: '0.01' },
          { id: 'rich', upTo: null, rate: '0.03' },
        ],
      },
    })
    const measured = [
      { id: 'a', amount: '-1000', cost: '-500' },
      { id: 'b', amount: '2000', cost: '1900' },
    ]
    const { amount, lines: shares } = attributeCommission({ lines: measured }, plan)
    // −1,000 at 3%, 2,000 at 1%.
    expect([amount, ...shares.map((share) => share.amount)]).toEqual(['-10.00', '-30.00', '20.00'])
  })

  it('a plan that refuses a base below zero still refuses a statement of refunds', () => {
    for (const plan of [refusing(), refusing({ rounding: { at: 'line' } })])
      expect(issuesOf({ lines: lines.slice(0, 1) }, plan)).toMatchObject([
        { code: 'BASE_NEGATIVE', severity: 'error' },
      ])
  })
})
