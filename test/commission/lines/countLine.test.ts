import { type CommissionLine, type CommissionPlanInput, calculateCommission } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { flat, flatPlan } from '../flatPlan.js'

function statement(
  lines: readonly CommissionLine[],
  change: Partial<CommissionPlanInput>,
  facts = {},
) {
  return calculateCommission({ lines, ...facts }, flatPlan(change))
}

const line = (more: Partial<CommissionLine> = {}): CommissionLine => ({
  id: 'a',
  amount: '100',
  ...more,
})

function issueOf(one: CommissionLine, change: Partial<CommissionPlanInput>, facts = {}) {
  return statement([one], change, facts).notCounted[0]?.issue
}

describe('countLine', () => {
  const eligibility = { statuses: ['signed', 'delivered'] }

  it.each([
    ['signed', '10.00'],
    ['delivered', '10.00'],
    ['draft', '0.00'],
    [undefined, '0.00'],
  ])('a status %s pays %s where only signed and delivered ones count', (status, amount) => {
    const one = status === undefined ? line() : line({ status })
    expect(statement([one], { eligibility }).amount).toBe(amount)
  })

  it('a status that does not count is named, with those that do', () => {
    expect(issueOf(line({ status: 'draft' }), { eligibility })).toMatchObject({
      code: 'STATUS_NOT_COUNTED',
      severity: 'warning',
      path: ['lines', 0, 'status'],
      params: { given: 'draft', accepted: ['signed', 'delivered'] },
    })
    expect(issueOf(line(), { eligibility })).toMatchObject({
      code: 'STATUS_NOT_COUNTED',
      params: { given: null },
    })
  })
})

describe('countLine', () => {
  const eligibility = { marginFloor: '0.45' }

  it.each([
    ['55', '10.00'],
    ['54.99', '10.00'],
    ['55.01', '0.00'],
    ['0', '10.00'],
    ['150', '0.00'],
  ])('the margin floor of 45% (APP-5) on 100 that cost %s pays %s', (cost, amount) => {
    expect(statement([line({ cost })], { eligibility }).amount).toBe(amount)
  })

  it('the margin floor of 45% (APP-5) says the margin, and what amount or what cost would reach it', () => {
    expect(issueOf(line({ cost: '60' }), { eligibility })).toMatchObject({
      code: 'MARGIN_TOO_LOW',
      severity: 'warning',
      clause: 'APP-5',
      params: {
        amount: '100',
        margin: '0.4',
        floor: '0.45',
        amountNeeded: '109.10',
        costAtMost: '55.00',
      },
    })
  })

  it('the margin floor of 45% (APP-5) asks for the cost of a line', () => {
    expect(issueOf(line(), { eligibility })).toMatchObject({
      code: 'VALUE_MISSING',
      severity: 'warning',
      path: ['lines', 0, 'cost'],
    })
  })

  it.each([
    ['60', '100', 'CNY'],
    ['55.01', '100', 'CNY'],
    ['99.99', '33.33', 'CNY'],
    ['1', '0.01', 'CNY'],
    ['60', '100', 'JPY'],
    ['60.001', '100.001', 'KWD'],
  ])(
    'the margin floor of 45% (APP-5) counts a line of cost %s and amount %s (%s) once the amount, or the cost, is what it says',
    (cost, amount, currency) => {
      const change = { eligibility, currency }
      const issue = issueOf(line({ amount, cost }), change)
      if (issue?.code !== 'MARGIN_TOO_LOW')
        throw new Error(`expected MARGIN_TOO_LOW: ${issue?.code}`)
      const { amountNeeded, costAtMost } = issue.params
      if (amountNeeded === null) throw new Error('expected an amount')
      expect(issueOf(line({ amount: amountNeeded, cost }), change)).toBeUndefined()
      expect(issueOf(line({ amount, cost: costAtMost }), change)).toBeUndefined()
      const unit = { CNY: 0.01, JPY: 1, KWD: 0.001 }[currency] ?? 0
      const less = (Number(amountNeeded) - unit).toFixed(3)
      expect(issueOf(line({ amount: less, cost }), change)?.code).toBe('MARGIN_TOO_LOW')
    },
  )

  it('the margin floor of 45% (APP-5) on a credit note asks for more to be given back, or for less of the cost', () => {
    const note = line({ amount: '-100', cost: '-60' })
    const issue = issueOf(note, { eligibility })
    expect(issue).toMatchObject({
      params: { margin: '0.4', amountNeeded: '-109.10', costAtMost: '-55.00' },
      message:
        'lines[0]: its margin of 0.4 is below the floor of 0.45. It counts from an amount of -109.10 or a cost of at least -55.00.',
    })
    expect(issueOf({ ...note, amount: '-109.10' }, { eligibility })).toBeUndefined()
    expect(issueOf({ ...note, amount: '-109.09' }, { eligibility })).toBeDefined()
    expect(issueOf({ ...note, cost: '-55.00' }, { eligibility })).toBeUndefined()
    expect(issueOf({ ...note, cost: '-55.01' }, { eligibility })).toBeDefined()
  })

  it('a margin floor of 100% leaves only a lower cost', () => {
    expect(issueOf(line({ cost: '1' }), { eligibility: { marginFloor: '1' } })).toMatchObject({
      params: { amountNeeded: null, costAtMost: '0.00' },
    })
  })

  it('a margin floor has no margin to look at on an amount of 0', () => {
    expect(statement([line({ amount: '0', cost: '5' })], { eligibility })).toMatchObject({
      amount: '0.00',
      sales: '0.00',
    })
  })
})

describe('countLine', () => {
  const eligibility = { newCustomer: { firstOrderAtLeast: '1000' } }

  it('a new customer (APP-3) counts from the least first order on; below it what is missing is said, and the line still earns', () => {
    const lines = [
      { id: 'a', amount: '1000', customer: 'acme', firstOrder: true },
      { id: 'b', amount: '999.99', customer: 'bolt', firstOrder: true },
      { id: 'c', amount: '5000', customer: 'core', firstOrder: false },
      { id: 'd', amount: '1', firstOrder: true },
    ]
    const outcome = statement(lines, { eligibility })
    expect(outcome.newCustomers).toEqual({
      effective: ['acme'],
      tooSmall: [
        { line: 'b', customer: 'bolt', remaining: '0.01' },
        { line: 'd', customer: null, remaining: '999.00' },
      ],
    })
    expect(outcome.sales).toBe('7000.99')
    expect(outcome.notCounted).toEqual([])
  })
})

describe('countLine', () => {
  const eligibility = {
    exclude: [
      {
        id: 'internal',
        when: { customer: 'ourselves' },
        reason: 'sales to ourselves earn nothing',
      },
      { id: 'gift', when: { product: ['GIFT'], region: 'west' }, reason: 'gifts earn nothing' },
    ],
  }

  it('an exclusion sets aside the lines that it speaks of, with its id and its reason', () => {
    expect(issueOf(line({ customer: 'ourselves' }), { eligibility })).toMatchObject({
      code: 'LINE_EXCLUDED',
      severity: 'warning',
      path: ['lines', 0],
      params: { rule: 'internal', reason: 'sales to ourselves earn nothing' },
    })
  })

  it('an exclusion speaks of a line only where all of its keys match', () => {
    expect(issueOf(line({ product: 'GIFT' }), { eligibility })).toBeUndefined()
    expect(
      issueOf(line({ product: 'GIFT', region: 'west' }), { eligibility })?.params,
    ).toMatchObject({
      rule: 'gift',
    })
  })
})

describe('countLine', () => {
  it.each([
    ['2026-01-01', '10.00'],
    ['2026-03-31', '10.00'],
    ['2025-12-31', '0.00'],
    ['2026-04-01', '0.00'],
  ])('a date of %s in the first quarter of 2026 pays %s', (date, amount) => {
    expect(statement([line({ date })], {}, { period: '2026-Q1' }).amount).toBe(amount)
  })

  it('a date outside the period sets the line aside', () => {
    expect(issueOf(line({ date: '2026-04-01' }), {}, { period: '2026-Q1' })).toMatchObject({
      code: 'LINE_OUTSIDE_PERIOD',
      severity: 'warning',
      path: ['lines', 0, 'date'],
      params: { date: '2026-04-01', period: '2026-Q1' },
    })
  })

  it.each(['net', 'mirror'] as const)(
    'a date of a refund must lie in the period, too (%s)',
    (refunds) => {
      const lines = [
        line({ date: '2026-03-31' }),
        { id: 'r', amount: '-100', refundOf: 'a', date: '2026-04-01' },
      ]
      const outcome = statement(lines, { refunds }, { period: '2026-Q1' })
      expect(outcome.amount).toBe('10.00')
      expect(outcome.notCounted).toMatchObject([
        { id: 'r', issue: { code: 'LINE_OUTSIDE_PERIOD', path: ['lines', 1, 'date'] } },
      ])
      const earlier = { id: 'x', amount: '100', commission: '10' }
      const later = [{ id: 'r', amount: '-100', refundOf: earlier, date: '2026-04-01' }]
      expect(statement(later, { refunds }, { period: '2026-Q1' })).toMatchObject({
        amount: '0.00',
        notCounted: [{ issue: { code: 'LINE_OUTSIDE_PERIOD' } }],
      })
    },
  )

  it('a date is not asked for', () => {
    expect(issueOf(line(), {}, { period: '2026-Q1' })).toBeUndefined()
  })
})

describe('countLine', () => {
  it('a currency other than the plan’s sets the line aside where nothing converts it', () => {
    const outcome = statement([line({ currency: 'USD' }), line({ id: 'b' })], {})
    expect(outcome.amount).toBe('10.00')
    expect(outcome.notCounted).toMatchObject([
      {
        id: 'a',
        amount: '100.00',
        currency: 'USD',
        issue: {
          code: 'CURRENCY_MIXED',
          severity: 'warning',
          path: ['lines', 0, 'currency'],
          params: { reason: 'plan', given: 'USD', expected: 'CNY' },
        },
      },
    ])
  })

  it('a currency that is the plan’s may be said', () => {
    expect(statement([line({ currency: 'CNY' })], {}).amount).toBe('10.00')
  })
})

describe('countLine', () => {
  it('an id that came before sets the second line aside, also when the first did not count', () => {
    const outcome = statement([line({ status: 'draft' }), line({ status: 'signed' })], {
      eligibility: { statuses: ['signed'] },
    })
    expect(outcome.notCounted.map(({ issue }) => issue.code)).toEqual([
      'STATUS_NOT_COUNTED',
      'ID_DUPLICATE',
    ])
  })
})

describe('countLine', () => {
  const plain = flat('0.2')
  it.each<[string, Partial<CommissionLine>, Partial<CommissionPlanInput>, object]>([
    [
      'a status that is not counted',
      { status: 'draft' },
      { eligibility: { statuses: ['signed', 'delivered'] } },
      {
        code: 'STATUS_NOT_COUNTED',
        path: ['lines', 0, 'status'],
        params: { given: 'draft', accepted: ['signed', 'delivered'] },
        message: 'lines[0].status: got "draft". It counts once it is "signed" or "delivered".',
      },
    ],
    [
      'no status',
      {},
      { eligibility: { statuses: ['signed'] } },
      {
        code: 'STATUS_NOT_COUNTED',
        path: ['lines', 0, 'status'],
        params: { given: null, accepted: ['signed'] },
        message: 'lines[0].status: got no status. It counts once it is "signed".',
      },
    ],
    [
      'a rule that leaves it out, whose reason may end in a stop',
      { customer: 'ourselves' },
      {
        eligibility: {
          exclude: [
            { id: 'internal', when: { customer: 'ourselves' }, reason: 'No. 1 earns nothing.' },
          ],
        },
      },
      {
        code: 'LINE_EXCLUDED',
        path: ['lines', 0],
        params: { rule: 'internal', reason: 'No. 1 earns nothing.' },
        message:
          'lines[0]: is left out by "internal": No. 1 earns nothing. It counts once the plan drops that rule.',
      },
    ],
    [
      'a date before the period',
      { date: '2025-12-31' },
      {},
      {
        code: 'LINE_OUTSIDE_PERIOD',
        path: ['lines', 0, 'date'],
        params: { date: '2025-12-31', period: '2026' },
        message:
          'lines[0].date: got 2025-12-31, which is not in 2026. It counts in its own period.',
      },
    ],
    [
      'a margin below the floor',
      { cost: '60' },
      { eligibility: { marginFloor: '0.45' } },
      {
        code: 'MARGIN_TOO_LOW',
        clause: 'APP-5',
        path: ['lines', 0],
        params: {
          amount: '100',
          margin: '0.4',
          floor: '0.45',
          amountNeeded: '109.10',
          costAtMost: '55.00',
        },
        message:
          'lines[0]: its margin of 0.4 is below the floor of 0.45. It counts from an amount of 109.10 or a cost of at most 55.00.',
      },
    ],
    [
      'a margin below a floor that no amount reaches',
      { cost: '1' },
      { eligibility: { marginFloor: '1' } },
      {
        code: 'MARGIN_TOO_LOW',
        clause: 'APP-5',
        path: ['lines', 0],
        params: {
          amount: '100',
          margin: '0.99',
          floor: '1',
          amountNeeded: null,
          costAtMost: '0.00',
        },
        message:
          'lines[0]: its margin of 0.99 is below the floor of 1. It counts from a cost of at most 0.00.',
      },
    ],
    [
      'two rates that match it',
      { product: 'P', region: 'west' },
      {
        rates: [
          { id: 'by-product', when: { product: 'P' }, scale: plain },
          { id: 'by-region', when: { region: 'west' }, scale: plain },
        ],
      },
      {
        code: 'RATE_CONFLICT',
        path: ['lines', 0],
        params: { rules: ['by-product', 'by-region'] },
        message:
          'lines[0]: the rates "by-product" and "by-region" match it, and neither is more specific. It counts once one rate names all that they name.',
      },
    ],
    [
      'no cost',
      {},
      { base: 'margin' },
      {
        code: 'VALUE_MISSING',
        path: ['lines', 0, 'cost'],
        params: { expected: 'cost' },
        message: 'lines[0].cost: is missing, expected what the line cost.',
      },
    ],
    [
      'no list price',
      {},
      { measuredBy: 'discount', scale: { ...plain, mode: 'whole-amount', measure: 'separate' } },
      {
        code: 'VALUE_MISSING',
        path: ['lines', 0, 'listPrice'],
        params: { expected: 'list-price' },
        message: 'lines[0].listPrice: is missing, expected its price without a discount.',
      },
    ],
    [
      'a list price of 0',
      { listPrice: '0' },
      { measuredBy: 'discount', scale: { ...plain, mode: 'whole-amount', measure: 'separate' } },
      {
        code: 'NUMBER_OUT_OF_RANGE',
        path: ['lines', 0, 'listPrice'],
        params: { given: '0', minimum: null, maximum: null, expected: 'not-zero' },
        message: 'lines[0].listPrice: got 0, expected another amount: there is no ratio of 0.',
      },
    ],
    [
      'an amount of 0, which has no margin',
      { amount: '0', cost: '5' },
      { eligibility: { marginFloor: '0.1' } },
      {
        code: 'NUMBER_OUT_OF_RANGE',
        path: ['lines', 0, 'amount'],
        params: { given: '0', minimum: null, maximum: null, expected: 'not-zero' },
        message: 'lines[0].amount: got 0, expected another amount: there is no ratio of 0.',
      },
    ],
    [
      'another currency',
      { currency: 'USD' },
      {},
      {
        code: 'CURRENCY_MIXED',
        path: ['lines', 0, 'currency'],
        params: { reason: 'plan', given: 'USD', expected: 'CNY' },
        message:
          'lines[0].currency: got USD, and the plan pays CNY and converts nothing. Give the amount in CNY, or the plan an "exchange".',
      },
    ],
  ])(
    'a line that does not count says why, and what would make it count: %s',
    (_, more, change, issue) => {
      expect(issueOf(line(more), change, { period: '2026' })).toEqual({
        severity: 'warning',
        ...issue,
      })
    },
  )
})
