import {
  attempt,
  type CommissionPlanInput,
  type DefinedCommissionPlan,
  defineCommissionPlan,
  type SettlementInput,
  type SettlementPeriodInput,
  settleCommission,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { digestOf } from '../../../src/kernel/policy/digest.js'
import { throughJson } from '../../arbitraries.rooms.js'

type Payment = NonNullable<CommissionPlanInput['payment']>

function planWith(payment: Payment, change: Partial<CommissionPlanInput> = {}) {
  const tiers = [
    { id: 'first', upTo: '1000', rate: '0.1' },
    { id: 'rest', upTo: null, rate: '0.2' },
  ]
  return defineCommissionPlan({
    currency: 'EUR',
    scale: { mode: 'marginal', tiers },
    payment,
    ...change,
  })
}

/** Months of 2026 in a row, from this one, with these sales. */
function months(first: number, ...sales: readonly number[]): SettlementPeriodInput[] {
  return sales.map((figure, index) => ({
    period: `2026-${String(first + index).padStart(2, '0')}`,
    sales: figure,
  }))
}

function settle(input: Partial<SettlementInput>, plan = planWith({})) {
  return settleCommission({ payee: 'E-7', periods: [], ...input }, plan)
}

function issuesOf(opening: unknown, periods: unknown = [], plan = planWith({}), more = {}) {
  const input = { payee: 'E-7', periods, opening, ...more } as SettlementInput
  const outcome = attempt(() => settleCommission(input, plan))
  return outcome.ok ? [] : outcome.issues.map(({ code, path }) => [code, path])
}

/** What a closing says of whose it is. */
function closedBy({ id, version, provenance: _, ...contents }: DefinedCommissionPlan) {
  const plan = { id, version, digest: digestOf(contents) }
  return { format: 1, payee: 'E-7', currency: 'EUR', plan }
}

const nothing = { held: [], carried: '0', draw: '0' }
const figures = { earned: '1', capped: '1', due: '1', guaranteed: '0' }
const january = { period: '2026-01', sales: 1, ...figures }

describe('a settlement opens with what the one before closed with', () => {
  it('parts held back are released in their month, a loss is made good, an advance recovered', () => {
    const plan = planWith({
      holdback: { share: '0.5', releaseAfter: 2 },
      draw: { amount: 40, kind: 'recoverable', recoverAfter: 2 },
    })
    const first = settle({ periods: months(1, 100, 600) }, plan)
    expect(first.closing).toEqual({
      ...closedBy(plan),
      drawFrom: '2026-01',
      held: [
        { amount: '5.00', releasedIn: '2026-03' },
        { amount: '30.00', releasedIn: '2026-04' },
      ],
      carried: '0.00',
      draw: '45.00',
      settled: { from: '2026-01', to: '2026-02' },
      year: expect.objectContaining({ year: '2026' }),
    })
    const opening = throughJson(first.closing)
    const [march] = settle({ periods: months(3, 1000), opening }, plan).periods
    expect(march).toMatchObject({ released: '5.00', recovered: '15.00', paid: '40.00' })
    const { drawFrom: _, ...forgotten } = opening
    const anew = settle({ periods: months(3, 1000), opening: forgotten }, plan)
    expect(anew.periods[0]).toMatchObject({ released: '5.00', recovered: '0.00', paid: '55.00' })
  })

  it('a year to date goes on where it was', () => {
    const plan = planWith({ accrual: 'year-to-date' })
    const { closing } = settle({ periods: months(1, 600, 300) }, plan)
    const nothing = { isToDate: true, guaranteed: '0.00' }
    const [january, february] = months(1, 600, 300)
    expect(closing.year).toEqual({
      year: '2026',
      periods: [
        { ...january, ...nothing, earned: '60.00', capped: '60.00', due: '60.00' },
        { ...february, ...nothing, goesOn: true, earned: '30.00', capped: '30.00', due: '30.00' },
      ],
      stretches: [{ from: '2026-01', plan: closing.plan?.digest }],
    })
    const second = settle({ periods: months(3, 600), opening: closing }, plan)
    expect(second.earned).toBe('110.00')
    const next = { period: '2027-01', sales: 600 }
    const december = { ...closing, settled: { from: '2026-01', to: '2026-12' } }
    expect(settle({ periods: [next], opening: december }, plan).earned).toBe('60.00')
  })

  it('as JSON, whatever its numbers were given as', () => {
    const plan = planWith({ accrual: 'year-to-date' })
    const { closing } = settle({ periods: [{ period: '2026-01', sales: 600n }] }, plan)
    expect(throughJson(closing)).toEqual(closing)
    expect(settle({ periods: months(2, 600), opening: closing }, plan).earned).toBe('80.00')
  })

  it('a cap for the year knows what the year has earned', () => {
    const plan = planWith({}, { cap: { year: '100' } })
    const first = settle({ periods: months(1, 600, 300) }, plan)
    expect(first.closing.year?.periods).toMatchObject([
      { earned: '60.00', capped: '60.00', capOfYear: '100' },
      { earned: '30.00', capped: '30.00', capOfYear: '100' },
    ])
    const second = settle({ periods: months(3, 300, 300), opening: first.closing }, plan)
    expect(second.periods.map(({ earned }) => earned)).toEqual(['10.00', '0.00'])
    expect(second.periods[0]?.statement.adjustments).toMatchObject([
      { kind: 'cap-year', amount: '-20.00' },
    ])
    const next = [...months(12, 300), { period: '2027-01', sales: 300 }]
    const december = { ...first.closing, settled: { from: '2026-01', to: '2026-11' } }
    expect(settle({ periods: next, opening: december }, plan).earned).toBe('40.00')
  })

  it('lines are followed further', () => {
    const plan = planWith({ on: 'collected' })
    const periods = [{ period: '2026-01', lines: [{ id: 'O-1', amount: '900' }] }]
    const collected = [{ line: 'O-1', period: '2026-01', amount: '300' }]
    const { closing } = settle({ periods, collected }, plan)
    expect(closing.lines).toEqual([
      { line: 'O-1', amount: '900', commission: '90.00', progress: '300', refunded: '0' },
    ])
    const later = {
      periods: [{ period: '2026-02', lines: [] }],
      collected: [{ line: 'O-1', period: '2026-02', amount: '600' }],
      opening: closing,
    }
    expect(settle(later, plan)).toMatchObject({ earned: '60.00', notCounted: [] })
  })

  it('what a line has earned stands with its own month, and with no later one while it stays so', () => {
    const plan = planWith({ accrual: 'year-to-date' })
    const periods = [1, 2, 3].map((month) => ({
      period: `2026-0${month}`,
      lines: [{ id: `O-${month}`, amount: '300' }],
    }))
    expect(settle({ periods }, plan).closing.year?.periods.map(({ shares }) => shares)).toEqual([
      [{ line: 'O-1', earned: '30.00' }],
      [{ line: 'O-2', earned: '30.00' }],
      [{ line: 'O-3', earned: '30.00' }],
    ])
  })

  it('or with figures from elsewhere', () => {
    const opening = {
      held: [{ amount: 20.5 as never, releasedIn: '2026-01' }],
      carried: '-10',
      draw: '0',
    }
    expect(settle({ periods: months(1, 100), opening }).paid).toBe('20.50')
    expect(settle({ opening }).closing).toEqual({
      ...closedBy(planWith({})),
      held: [{ amount: '20.50', releasedIn: '2026-01' }],
      carried: '-10.00',
      draw: '0.00',
    })
  })
})

describe('a balance is for whom, in which currency and by which plan it says', () => {
  const held = planWith(
    { holdback: { share: '0.5', releaseAfter: 1 } },
    { currency: 'USD', id: 'us', version: '1' },
  )
  const { closing } = settle({ periods: months(1, 15_000) }, held)

  it('so that 1,500 USD are not paid as euros, nor to somebody else', () => {
    const euros = planWith({}, { id: 'us', version: '1' })
    expect(issuesOf(closing, months(2, 5), euros)).toEqual([
      ['CURRENCY_MIXED', ['opening', 'currency']],
    ])
    expect(issuesOf(closing, months(2, 5), held, { payee: 'Wang' })).toEqual([
      ['VALUE_INVALID', ['opening', 'payee']],
    ])
    const outcome = attempt(() => settle({ opening: { ...closing, payee: 'Li' } }, held))
    expect(outcome).toMatchObject({
      issues: [
        {
          params: { given: '"Li"', expected: '"E-7"', reason: 'balance-of-another' },
          message:
            'opening.payee: got "Li", expected "E-7": nobody goes on with the balance of somebody else.',
        },
      ],
    })
  })

  it('so that a plan of another id goes on only where its coming is explained', () => {
    const other = planWith({}, { currency: 'USD', id: 'other' })
    const outcome = attempt(() => settle({ opening: closing }, other))
    expect(outcome).toEqual({
      ok: false,
      issues: [
        {
          code: 'PLAN_CHANGED',
          severity: 'error',
          path: ['opening', 'plan', 'id'],
          params: { was: 'us', is: 'other' },
          message:
            'opening.plan.id: got "us", and "other" settles. Say in "planChange" what becomes of the year: "continue", "restart" or "from-start-of-year".',
        },
      ],
    })
    expect(issuesOf(closing, [], other, { planChange: 'continue' })).toEqual([])
    expect(issuesOf(closing, [], other, { planChange: 'go-on' })).toEqual([
      ['VALUE_NOT_ALLOWED', ['planChange']],
    ])
  })

  it('and another version of the plan goes on without a word', () => {
    const next = planWith({}, { currency: 'USD', id: 'us', version: '2' })
    expect(issuesOf(closing, months(2, 5), next)).toEqual([])
    expect(settle({ opening: closing }, next).closing.plan).toMatchObject({ version: '2' })
  })

  it('in a form that is known', () => {
    const outcome = attempt(() => settle({ opening: { ...closing, format: 2 as never } }, held))
    expect(outcome).toMatchObject({
      issues: [
        {
          code: 'FORMAT_UNKNOWN',
          message: 'opening.format: got 2, expected 1 in this version.',
        },
      ],
    })
  })

  it('where it says so: one written by hand need not', () => {
    const { format: _, payee: __, currency: ___, plan: ____, ...bare } = closing
    expect(settle({ opening: bare, periods: months(2, 0) }).paid).toBe('1450.00')
  })
})

describe('a plan is named by a digest of what it decides', () => {
  const digestBy = (change: Partial<CommissionPlanInput>) =>
    settle({}, planWith({}, change)).closing.plan?.digest

  it('whatever its version, and whoever says where its figures come from', () => {
    expect(digestBy({ version: '2' })).toBe(digestBy({}))
    expect(digestBy({})).toMatch(/^[0-9a-f]{64}$/)
    expect(digestBy({ cap: { year: '900' } })).not.toBe(digestBy({}))
  })
})

describe('a settlement cannot open', () => {
  const settled = { from: '2026-01', to: '2026-02' }

  it('where a period is missing between, or paid again', () => {
    const outcome = attempt(() =>
      settle({ periods: months(2, 5), opening: { ...nothing, settled } }),
    )
    expect(outcome).toEqual({
      ok: false,
      issues: [
        {
          code: 'PERIODS_NOT_CONSECUTIVE',
          severity: 'error',
          path: ['periods', 0, 'period'],
          params: { given: '2026-02', expected: '2026-03' },
          message:
            'periods[0].period: got 2026-02, expected 2026-03: periods are settled one after the other.',
        },
      ],
    })
  })

  it('without the year or the lines that its plan goes on from', () => {
    const opening = { ...nothing, settled }
    const year = [['VALUE_MISSING', ['opening', 'year']]]
    const toDate = planWith({ accrual: 'year-to-date' })
    expect(issuesOf(opening, months(3, 5), toDate)).toEqual(year)
    expect(issuesOf(opening, months(3, 5), planWith({}, { cap: { year: '9' } }))).toEqual(year)
    const onCash = planWith({ on: 'collected' })
    const periods = [{ period: '2026-03', lines: [] }]
    expect(issuesOf(opening, periods, onCash, { collected: [] })).toEqual([
      ['VALUE_MISSING', ['opening', 'lines']],
    ])
    const [march] = months(3, 5)
    const known = { ...march, yearToDate: { sales: '0', earned: '0' } }
    expect(issuesOf(opening, [known], toDate)).toEqual([])
    const december = { ...nothing, settled: { from: '2025-01', to: '2025-12' } }
    expect(issuesOf(december, months(1, 5), toDate)).toEqual([])
    expect(issuesOf(opening, months(3, 5))).toEqual([])
    expect(issuesOf(nothing, months(3, 5), toDate)).toEqual([])
    expect(issuesOf(opening, [], toDate)).toEqual([])
  })

  it('with a part that is released in a quarter, where months are settled', () => {
    const opening = { ...nothing, held: [{ amount: '5', releasedIn: '2026-Q1' }] }
    const outcome = attempt(() => settle({ periods: months(1, 5), opening }))
    expect(outcome).toEqual({
      ok: false,
      issues: [
        {
          code: 'PERIODS_MIXED',
          severity: 'error',
          path: ['opening', 'held', 0, 'releasedIn'],
          params: { first: '2026-01', other: '2026-Q1', unit: 'month', reason: 'opening' },
          message: 'opening.held[0].releasedIn: got 2026-Q1, expected a month like 2026-01.',
        },
      ],
    })
  })

  it('with periods of two lengths, or with money that cannot be paid', () => {
    const mixed = { ...nothing, settled: { from: '2025', to: '2026-02' } }
    expect(issuesOf(mixed)).toEqual([['PERIODS_MIXED', ['opening', 'settled', 'from']]])
    const half = '0.005'
    const halves = { held: [{ amount: half, releasedIn: '2026-01' }], carried: half, draw: half }
    expect(issuesOf(halves)).toEqual([
      ['TOTAL_TOO_PRECISE', ['opening', 'held', 0, 'amount']],
      ['TOTAL_TOO_PRECISE', ['opening', 'carried']],
      ['TOTAL_TOO_PRECISE', ['opening', 'draw']],
    ])
  })

  it.each([
    ['no object', 5, [[]]],
    ['nothing in it', {}, [['held'], ['carried'], ['draw']]],
    ['a draw below zero', { ...nothing, draw: '-1' }, [['draw']]],
    [
      'a part below zero',
      { ...nothing, held: [{ amount: -1, releasedIn: '2026-01' }] },
      [['held', 0, 'amount']],
    ],
    ['a part of no month', { ...nothing, held: [{ amount: 1 }] }, [['held', 0, 'releasedIn']]],
    [
      'periods that are none',
      { ...nothing, settled: { from: 'May', to: 'June' } },
      [
        ['settled', 'from'],
        ['settled', 'to'],
      ],
    ],
    [
      'a first period that is none',
      { ...nothing, settled: { from: 'May', to: '2026-02' } },
      [['settled', 'from']],
    ],
    [
      'a last period that is none',
      { ...nothing, settled: { from: '2026-01', to: 'June' } },
      [['settled', 'to']],
    ],
    ['lines that are no list', { ...nothing, lines: 'x' }, [['lines']]],
    ['parts that are no list', { ...nothing, held: 'x' }, [['held']]],
    [
      'periods of a year that are no list',
      { ...nothing, year: { year: '2026', periods: 'x', stretches: [] } },
      [['year', 'periods']],
    ],
    [
      'a year that is none',
      { ...nothing, year: { periods: [5] } },
      [
        ['year', 'year'],
        ['year', 'stretches'],
        ['year', 'periods', 0],
      ],
    ],
    [
      'a stretch that changes, pays and refunds as none does',
      {
        ...nothing,
        year: {
          year: '2026',
          periods: [],
          stretches: [{ from: '2026-01', plan: 'x', on: 'booked', refunds: 'net', change: 'new' }],
        },
      },
      [
        ['year', 'stretches', 0, 'change'],
        ['year', 'stretches', 0, 'on'],
        ['year', 'stretches', 0, 'refunds'],
      ],
    ],
    [
      'a line without figures',
      { ...nothing, lines: [{ line: 'O-1', refundOf: '' }] },
      [
        ['lines', 0, 'amount'],
        ['lines', 0, 'commission'],
        ['lines', 0, 'progress'],
        ['lines', 0, 'refunded'],
        ['lines', 0, 'refundOf'],
      ],
    ],
    [
      'a part of a line that is never paid, and one that belongs to nobody',
      {
        ...nothing,
        lines: [
          {
            ...{ line: 'O-1', amount: '1', commission: '1', progress: '0', refunded: '0' },
            parts: [{ share: 'x', on: 'signed' }],
            others: [{ payee: '', amount: 'x' }],
          },
        ],
      },
      [
        ['lines', 0, 'parts', 0, 'share'],
        ['lines', 0, 'parts', 0, 'on'],
        ['lines', 0, 'others', 0, 'payee'],
        ['lines', 0, 'others', 0, 'amount'],
      ],
    ],
    [
      'a period that was corrected half a time',
      {
        ...nothing,
        year: {
          ...{ year: '2026', stretches: [] },
          periods: [{ ...january, corrected: 0.5 }],
        },
      },
      [['year', 'periods', 0, 'corrected']],
    ],
    [
      'a correction of no day',
      {
        ...nothing,
        year: { year: '2026', periods: [], stretches: [], outside: [{ to: 'May', amount: 'x' }] },
      },
      [
        ['year', 'outside', 0, 'amount'],
        ['year', 'outside', 0, 'to'],
      ],
    ],
    [
      'a plan without a name',
      { ...nothing, plan: { id: '' } },
      [
        ['plan', 'id'],
        ['plan', 'version'],
        ['plan', 'digest'],
      ],
    ],
    ['a draw from no period', { ...nothing, drawFrom: 'May' }, [['drawFrom']]],
    ['a key that nothing reads', { ...nothing, paid: '1' }, [['paid']]],
  ])('with %s', (_, opening, paths) => {
    const found = issuesOf(opening).map(([, path]) => path)
    const expected =
      opening === 5
        ? [['opening'], ['opening', 'held'], ['opening', 'carried'], ['opening', 'draw']]
        : paths.map((path) => ['opening', ...path])
    expect(found).toEqual(expected)
  })
})

describe('a balance of more digits than one amount may have', () => {
  it('is read as a settlement wrote it', () => {
    const plan = planWith({ holdback: { share: '0.5', releaseAfter: 1 } })
    const sales = `${'9'.repeat(34)}e2`
    const { closing } = settle({ periods: [{ period: '2026-01', sales }] }, plan)
    expect(closing.held[0]?.amount.length).toBeGreaterThan(34)
    const next = { opening: throughJson(closing), periods: months(2, 0) }
    expect(settle(next, plan).paid).toBe(closing.held[0]?.amount)
  })
})
