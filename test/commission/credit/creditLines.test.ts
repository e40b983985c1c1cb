import {
  type AccountAssignment,
  attempt,
  type CommissionPlanInput,
  type CreditInput,
  creditLines,
  defineCommissionPlan,
  handbook,
  type LineToCredit,
  type ManagerAssignment,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'

function planWith(change: Partial<CommissionPlanInput> = {}) {
  const tiers = [{ id: 'all', upTo: null, rate: '0.1' }]
  return defineCommissionPlan({
    currency: 'CNY',
    scale: { mode: 'marginal', tiers },
    credit: { overlays: 'allow' },
    ...change,
  })
}

function withOverrides(...levels: readonly string[]) {
  return planWith({ credit: { overlays: 'allow', override: { levels } } })
}

const thirds = [
  { payee: 'Li', parts: 1 },
  { payee: 'Wang', parts: 1 },
  { payee: 'Zhao', parts: 1 },
]
const lisOwn = [{ payee: 'Li', share: 1 }]

/** A line of 100.00 that is Li's, unless told otherwise. */
function line(id: string, change: Partial<LineToCredit> = {}): LineToCredit {
  return { id, amount: '100.00', owners: lisOwn, ...change }
}

/** A line of 100.00 of a customer on a day. */
function of(customer: string, date: string): LineToCredit {
  return { id: `${customer} ${date}`, amount: '100.00', customer, date }
}

function credit(
  lines: readonly LineToCredit[],
  {
    plan = planWith(),
    ...rest
  }: Partial<CreditInput> & { plan?: ReturnType<typeof planWith> } = {},
) {
  return creditLines({ lines, ...rest }, plan)
}

/** Of each line, the amounts of its owners; of one set aside, the code and path of its issue. */
function outcomes(result: ReturnType<typeof credit>) {
  const credited = result.lines.map(({ id, shares }) => [
    id,
    shares.map(({ payee, amount }) => `${payee} ${amount}`).join(', '),
  ])
  const set = result.notCredited.map(({ id, issue }) => [
    id,
    `${issue.code} ${issue.path.join('.')}`,
  ])
  return Object.fromEntries([...credited, ...set])
}

function issuesOf(input: unknown, plan = planWith()) {
  const outcome = attempt(() => creditLines(input as CreditInput, plan))
  return outcome.ok ? [] : outcome.issues.map(({ code, path }) => [code, path])
}

const acme: readonly AccountAssignment[] = [
  { customer: 'Acme', payee: 'Li', from: '2026-01-01' },
  { customer: 'Acme', payee: 'Wang', from: '2026-03-01', to: '2026-06-30' },
]

describe('creditLines', () => {
  it('credit goes to the owners of a line, to the cent, and to the owner of its customer', () => {
    const lines = [
      line('O-1', { cost: '55', listPrice: '120', owners: thirds.slice(0, 2), product: 'pump' }),
      { ...of('Acme', '2026-03-01'), amount: '0.01' },
    ]
    expect(credit(lines, { ownership: acme })).toEqual({
      payees: [
        {
          payee: 'Li',
          lines: [
            { id: 'O-1', amount: '50.00', cost: '27.50', listPrice: '60.00', product: 'pump' },
          ],
          sales: '50.00',
        },
        {
          payee: 'Wang',
          lines: [
            { id: 'O-1', amount: '50.00', cost: '27.50', listPrice: '60.00', product: 'pump' },
            { id: 'Acme 2026-03-01', amount: '0.01', customer: 'Acme', date: '2026-03-01' },
          ],
          sales: '50.01',
        },
      ],
      lines: [
        {
          id: 'O-1',
          amount: '100.00',
          by: 'owners',
          shares: [
            { payee: 'Li', amount: '50.00', overlay: false },
            { payee: 'Wang', amount: '50.00', overlay: false },
          ],
        },
        {
          id: 'Acme 2026-03-01',
          amount: '0.01',
          by: 'customer',
          shares: [{ payee: 'Wang', amount: '0.01', overlay: false }],
        },
      ],
      notCredited: [],
      overrides: [],
      notOverridden: [],
      policy: { id: 'commission', version: '1' },
    })
  })

  it('credit of no lines is nobody’s', () => {
    expect(credit([])).toMatchObject({ payees: [], lines: [], notCredited: [], overrides: [] })
  })

  it('credit of owners comes before that of the customer', () => {
    const both = { ...of('Acme', '2026-03-01'), owners: lisOwn }
    expect(outcomes(credit([both], { ownership: acme }))).toEqual({
      'Acme 2026-03-01': 'Li 100.00',
    })
  })

  it('credit of an overlay is a line of the specialist’s, on top of the whole', () => {
    const owners = [...thirds, { payee: 'Sun', share: '0.2', overlay: true }]
    const { payees, lines } = credit([line('O-1', { owners, cost: '55' })])
    expect(payees.map(({ payee, sales }) => [payee, sales])).toEqual([
      ['Li', '33.34'],
      ['Wang', '33.33'],
      ['Zhao', '33.33'],
      ['Sun', '20.00'],
    ])
    expect(payees[3]?.lines).toEqual([{ id: 'O-1', amount: '20.00', cost: '11.00' }])
    expect(lines[0]?.shares[3]).toEqual({ payee: 'Sun', amount: '20.00', overlay: true })
  })

  it('credit of nothing is no line of the owner', () => {
    const cent = credit([line('O-1', { amount: '0.01', owners: thirds })])
    expect(cent.payees.map(({ payee }) => payee)).toEqual(['Li'])
    expect(cent.lines[0]?.shares.map(({ amount }) => amount)).toEqual(['0.01', '0.00', '0.00'])
    expect(credit([line('O-1', { amount: 0, owners: thirds })]).payees).toHaveLength(3)
  })

  it('credit in several currencies is added up in none', () => {
    const lines = [
      line('O-1'),
      line('O-2', { currency: 'JPY', amount: 101, owners: thirds.slice(0, 2) }),
      line('O-3', { currency: 'KWD', amount: '0.001' }),
    ]
    const result = credit([...lines, line('O-4', { currency: 'JPY', amount: '0.5' })])
    expect(result.lines.map(({ amount, currency }) => [amount, currency])).toEqual([
      ['100.00', undefined],
      ['101', 'JPY'],
      ['0.001', 'KWD'],
    ])
    expect(result.notCredited).toMatchObject([{ id: 'O-4', amount: '0.5', currency: 'JPY' }])
    expect(result.payees.map(({ lines: _, ...sums }) => sums)).toEqual([
      { payee: 'Li', sales: '100.00', otherSales: { JPY: '51', KWD: '0.001' } },
      { payee: 'Wang', sales: '0.00', otherSales: { JPY: '50' } },
    ])
  })

  it('credit hands on every fact of a line that a calculation reads', () => {
    const facts = {
      date: '2026-01-31',
      paidOn: '2026-02-28',
      status: 'signed',
      product: 'pump',
      category: 'machines',
      region: 'north',
      customer: 'Acme',
      firstOrder: true,
      newMarket: false,
      currency: 'CNY',
    }
    expect(credit([line('O-1', facts)]).payees[0]?.lines).toEqual([
      { id: 'O-1', amount: '100.00', ...facts },
    ])
  })
})

describe('creditLines', () => {
  it('the cost of a shared line keeps a margin that lies exactly on a floor exactly on it', () => {
    const { payees } = credit([line('O-1', { cost: '55.00', owners: thirds })])
    expect(payees.map(({ lines }) => [lines[0]?.amount, lines[0]?.cost])).toEqual([
      ['33.34', '18.337'],
      ['33.33', '18.3315'],
      ['33.33', '18.3315'],
    ])
  })

  it('the cost of a shared line that does not end is cut after 12 decimals, and still adds up', () => {
    const shared = line('O-1', { amount: '0.03', cost: '0.01', owners: thirds })
    expect(credit([shared]).payees.map(({ lines }) => lines[0]?.cost)).toEqual([
      '0.003333333334',
      '0.003333333333',
      '0.003333333333',
    ])
  })

  it('the cost of a shared line of an amount of 0 is shared as the owners share', () => {
    const owners = [
      { payee: 'Li', parts: 3 },
      { payee: 'Wang', parts: 1 },
      { payee: 'Sun', share: '0.5', overlay: true },
    ]
    const free = line('O-1', { amount: 0, cost: '20', owners })
    expect(credit([free]).payees.map(({ lines }) => lines[0]?.cost)).toEqual([
      '15.00',
      '5.00',
      '10.00',
    ])
  })
})

describe('creditLines', () => {
  it.each([
    ['the day before the first', '2025-12-31', 'OWNER_UNKNOWN lines.0.customer'],
    ['the first day', '2026-01-01', 'Li 100.00'],
    ['the last day before the next owner', '2026-02-28', 'Li 100.00'],
    ['the next owner’s first day', '2026-03-01', 'Wang 100.00'],
    ['the next owner’s last day', '2026-06-30', 'Wang 100.00'],
    ['the day after it', '2026-07-01', 'OWNER_UNKNOWN lines.0.customer'],
  ])('the owner of a customer is looked up on the date of the order: %s', (_, date, expected) => {
    const result = credit([of('Acme', date)], { ownership: acme })
    expect(outcomes(result)).toEqual({ [`Acme ${date}`]: expected })
  })

  it('the owner of a customer lasts for good where nobody follows', () => {
    const [first] = acme
    const result = credit([of('Acme', '9999-12-31')], { ownership: first ? [first] : [] })
    expect(outcomes(result)).toEqual({ 'Acme 9999-12-31': 'Li 100.00' })
  })

  it('the owner of a customer may be named twice on a day, where it is the same', () => {
    const ownership = [
      { customer: 'Acme', payee: 'Li', from: '2026-01-01', to: '2026-12-31' },
      { customer: 'Acme', payee: 'Li', from: '2026-06-01' },
    ]
    const result = credit([of('Acme', '2026-07-01'), of('Acme', '2027-01-01')], { ownership })
    expect(outcomes(result)).toEqual({
      'Acme 2026-07-01': 'Li 100.00',
      'Acme 2027-01-01': 'Li 100.00',
    })
  })

  it('a customer whom nobody owns leaves the line to nobody, and says how to mend it', () => {
    const { notCredited, payees } = credit([of('Acme', '2026-03-01')])
    expect(payees).toEqual([])
    expect(notCredited).toEqual([
      {
        id: 'Acme 2026-03-01',
        amount: '100.00',
        issue: {
          code: 'OWNER_UNKNOWN',
          severity: 'warning',
          path: ['lines', 0, 'customer'],
          params: { customer: 'Acme', date: '2026-03-01' },
          message:
            'lines[0].customer: nobody owns "Acme" on 2026-03-01. Add an owner for that day, or give the line owners of its own.',
        },
      },
    ])
  })

  it('a customer of two who overlap is neither’s, on the days on which they do', () => {
    const ownership = [
      { customer: 'Acme', payee: 'Wang', from: '2026-03-01' },
      { customer: 'Acme', payee: 'Li', from: '2026-01-01', to: '2026-03-31' },
      { customer: 'Beta', payee: 'Li', from: '2026-01-01' },
    ]
    const lines = [
      of('Acme', '2026-02-28'),
      of('Acme', '2026-03-31'),
      of('Acme', '2026-04-01'),
      of('Beta', '2026-03-31'),
    ]
    const result = credit(lines, { ownership })
    expect(outcomes(result)).toEqual({
      'Acme 2026-02-28': 'Li 100.00',
      'Acme 2026-03-31': 'VERSIONS_OVERLAP lines.1.customer',
      'Acme 2026-04-01': 'Wang 100.00',
      'Beta 2026-03-31': 'Li 100.00',
    })
    expect(result.notCredited[0]?.issue).toMatchObject({
      params: {
        reason: 'owners',
        id: 'Acme',
        first: 'Li',
        firstFrom: '2026-01-01',
        second: 'Wang',
        secondFrom: '2026-03-01',
        date: '2026-03-31',
      },
      message:
        'lines[1].customer: "Acme" belongs to "Li" from 2026-01-01 and to "Wang" from 2026-03-01, both on 2026-03-31. End one the day before the other starts.',
    })
  })

  it('a customer of two from the same day is neither’s', () => {
    const ownership = ['Li', 'Wang'].map((payee) => {
      return { customer: 'Acme', payee, from: '2026-01-01' }
    })
    expect(outcomes(credit([of('Acme', '2026-05-01')], { ownership }))).toEqual({
      'Acme 2026-05-01': 'VERSIONS_OVERLAP lines.0.customer',
    })
  })
})

describe('creditLines', () => {
  const sale = line('O-1', { owners: thirds, date: '2026-01-10' })
  const refund = (id: string, amount: string, change: Partial<LineToCredit> = {}) => {
    return { id, amount, refundOf: 'O-1', ...change }
  }

  it('a refund takes back from each owner what the sale gave', () => {
    expect(outcomes(credit([refund('R-1', '-100'), sale]))).toEqual({
      'R-1': 'Li -33.34, Wang -33.33, Zhao -33.33',
      'O-1': 'Li 33.34, Wang 33.33, Zhao 33.33',
    })
  })

  it('a refund in two halves takes no more from anybody than the sale gave', () => {
    const halves = [refund('R-1', '-50'), refund('R-2', '-50')]
    expect(outcomes(credit([sale, ...halves]))).toMatchObject({
      'R-1': 'Li -16.67, Wang -16.67, Zhao -16.66',
      'R-2': 'Li -16.67, Wang -16.66, Zhao -16.67',
    })
  })

  it('a refund comes earlier than another by its date, then by its id', () => {
    const lines = [
      sale,
      refund('R-3', '-0.01', { date: '2026-02-02' }),
      refund('R-2', '-0.01', { date: '2026-02-02' }),
      refund('R-1', '-99.98', { date: '2026-02-03' }),
    ]
    const result = outcomes(credit(lines))
    expect(result).toEqual(outcomes(credit([...lines].reverse())))
    expect(result).toMatchObject({
      'R-2': 'Li -0.01, Wang 0.00, Zhao 0.00',
      'R-3': 'Li 0.00, Wang -0.01, Zhao 0.00',
      'R-1': 'Li -33.33, Wang -33.32, Zhao -33.33',
    })
  })

  it('a refund takes back an overlay in proportion, and whole in the end', () => {
    const owners = [...lisOwn, { payee: 'Sun', share: '0.333', overlay: true }]
    const lines = [{ ...sale, owners }, refund('R-1', '-0.02'), refund('R-2', '-99.98')]
    expect(outcomes(credit(lines))).toEqual({
      'O-1': 'Li 100.00, Sun 33.30',
      'R-1': 'Li -0.02, Sun -0.01',
      'R-2': 'Li -99.98, Sun -33.29',
    })
  })

  it('a refund goes to who owned the customer on the day of the order, not of the refund', () => {
    const sold = { ...of('Acme', '2026-02-01'), id: 'O-1' }
    const late = refund('R-1', '-100', { customer: 'Acme', date: '2026-04-01' })
    const result = credit([sold, late], { ownership: acme })
    expect(outcomes(result)).toEqual({ 'O-1': 'Li 100.00', 'R-1': 'Li -100.00' })
    expect(result.lines.map(({ by }) => by)).toEqual(['customer', 'refund'])
  })

  it('a refund that names owners itself goes to them', () => {
    const own = refund('R-1', '-100', { owners: [{ payee: 'Zhao', share: 1 }] })
    expect(outcomes(credit([sale, own]))).toMatchObject({ 'R-1': 'Zhao -100.00' })
    expect(outcomes(credit([own]))).toEqual({ 'R-1': 'Zhao -100.00' })
  })

  it('a refund given to somebody whose part of the sale is 0.00 names no original either', () => {
    const lines = [
      { ...sale, amount: '0.01' },
      refund('R-1', '-0.02', { owners: thirds.slice(0, 2) }),
    ]
    expect(credit(lines).payees.map((one) => one.lines.at(-1)?.refundOf)).toEqual([
      'O-1',
      undefined,
    ])
  })

  it('a refund given to somebody who has nothing of the sale names no original, and lowers their sales', () => {
    const own = refund('R-1', '-90', { owners: thirds.slice(1) })
    const sold = { ...sale, owners: thirds.slice(0, 2) }
    expect(
      credit([sold, own]).payees.map(({ payee, lines }) => [payee, ...lines.slice(-1)]),
    ).toEqual([
      ['Li', { id: 'O-1', amount: '50.00', date: '2026-01-10' }],
      ['Wang', { id: 'R-1', amount: '-45.00', refundOf: 'O-1' }],
      ['Zhao', { id: 'R-1', amount: '-45.00' }],
    ])
  })

  it.each([
    ['of an unknown line', [refund('R-1', '-1')], 'REFUND_UNKNOWN lines.0.refundOf'],
    [
      'of a line set aside',
      [refund('R-1', '-1'), { ...sale, owners: [] }],
      'REFUND_UNKNOWN lines.0.refundOf',
    ],
    ['of itself', [refund('R-1', '-1', { refundOf: 'R-1' })], 'REFUND_UNKNOWN lines.0.refundOf'],
    [
      'of another refund',
      [refund('R-1', '1', { refundOf: 'R-2' }), sale, refund('R-2', '-1')],
      'REFUND_UNKNOWN lines.0.refundOf',
    ],
    ['of more', [refund('R-1', '-100.01'), sale], 'REFUND_TOO_LARGE lines.0.amount'],
    [
      'of more than is left',
      [refund('R-1', '-60'), sale, refund('R-0', '-60')],
      'REFUND_TOO_LARGE lines.0.amount',
    ],
    [
      'of a sale of nothing',
      [refund('R-1', '-1'), { ...sale, amount: 0 }],
      'REFUND_TOO_LARGE lines.0.amount',
    ],
    ['that adds', [refund('R-1', '1'), sale], 'REFUND_TOO_LARGE lines.0.amount'],
    ['of nothing', [refund('R-1', '0'), sale], 'REFUND_TOO_LARGE lines.0.amount'],
    [
      'of what is below 0',
      [refund('R-1', '-1'), { ...sale, amount: '-1' }],
      'REFUND_TOO_LARGE lines.0.amount',
    ],
    [
      'in another currency',
      [refund('R-1', '-1', { currency: 'EUR' }), sale],
      'CURRENCY_MIXED lines.0.currency',
    ],
    [
      'of another statement, by nobody',
      [{ id: 'R-1', amount: '-1', refundOf: { id: 'O-9', amount: '1', commission: '0.1' } }],
      'VALUE_MISSING lines.0.owners',
    ],
    [
      'of another statement, by two',
      [
        {
          id: 'R-1',
          amount: '-1',
          owners: thirds.slice(0, 2),
          refundOf: { id: 'O-9', amount: '1', commission: '0.1' },
        },
      ],
      'POLICY_CONFLICT lines.0.owners',
    ],
  ] as const)('a refund %s is set aside', (_, lines, expected) => {
    expect(outcomes(credit(lines))['R-1']).toBe(expected)
  })

  it.each<[string, LineToCredit, object]>([
    [
      'an unknown line',
      refund('R-1', '-1', { refundOf: 'O-7' }),
      {
        code: 'REFUND_UNKNOWN',
        path: ['lines', 1, 'refundOf'],
        params: { reason: 'not-credited', refundOf: 'O-7' },
        message:
          'lines[1].refundOf: refunds "O-7", which is no sale among the lines credited. Give both together, or give the refund owners of its own.',
      },
    ],
    [
      'a line in another currency',
      refund('R-1', '-1', { currency: 'EUR' }),
      {
        code: 'CURRENCY_MIXED',
        path: ['lines', 1, 'currency'],
        params: { reason: 'credited-refund', given: 'EUR', expected: 'CNY', line: 'O-1' },
        message:
          'lines[1].currency: got EUR, and "O-1", which it refunds, is in CNY. Give both in one currency.',
      },
    ],
    [
      'a line of another statement, without the owner who was paid',
      { id: 'R-1', amount: '-1', refundOf: { id: 'O-9', amount: '1', commission: '0.1' } },
      {
        code: 'VALUE_MISSING',
        path: ['lines', 1, 'owners'],
        params: { expected: 'owner-who-was-paid' },
        message:
          'lines[1].owners: is missing, expected the owner who was paid for the original, as it is in another statement.',
      },
    ],
    [
      'a line of another statement, by three owners',
      {
        id: 'R-1',
        amount: '-1',
        owners: thirds,
        refundOf: { id: 'O-9', amount: '1', commission: '0.1' },
      },
      {
        code: 'POLICY_CONFLICT',
        path: ['lines', 1, 'owners'],
        params: { reason: 'refund-of-several', given: '3' },
        message:
          'lines[1].owners: what its original earned is the commission of one payee, and the refund has 3 owners. Give a refund for each of them.',
      },
    ],
  ])('a refund of %s says what is needed', (_, one, issue) => {
    const { notCredited } = credit([sale, one])
    expect(notCredited.map((line) => line.issue)).toEqual([{ severity: 'warning', ...issue }])
  })

  it('a refund that is too large says what is left', () => {
    const { notCredited } = credit([sale, refund('R-1', '-60'), refund('R-2', '-60')])
    expect(notCredited[0]?.issue).toEqual({
      code: 'REFUND_TOO_LARGE',
      severity: 'warning',
      path: ['lines', 2, 'amount'],
      params: { given: '-60.00', refundOf: 'O-1', open: '40.00' },
      message:
        'lines[2].amount: got -60.00, expected an amount below 0 that takes at most the 40.00 left of "O-1".',
    })
  })

  it('a refund of another statement is handed on with what the original earned', () => {
    const sold = { id: 'O-9', amount: '100', commission: '10', refundedBefore: '20' }
    const refundOf = { ...sold, date: '2026-01-10', rate: '7.1' }
    const { payees } = credit([line('R-1', { amount: '-10', refundOf })])
    expect(payees[0]?.lines).toEqual([{ id: 'R-1', amount: '-10.00', refundOf }])
    const { refundedBefore: _, ...first } = refundOf
    expect(credit([line('R-1', { amount: '-10', refundOf: first })]).payees[0]?.lines).toEqual([
      { id: 'R-1', amount: '-10.00', refundOf: { ...first, refundedBefore: '0' } },
    ])
  })
})

const team: readonly ManagerAssignment[] = [
  { payee: 'Li', manager: 'Mei', from: '2026-01-01', to: '2026-03-14' },
  { payee: 'Li', manager: 'Ning', from: '2026-03-15' },
  { payee: 'Mei', manager: 'Tang', from: '2026-01-01' },
]

/** Of each override: who earns what on which line. */
function exactOverrides(result: ReturnType<typeof credit>) {
  return result.overrides.map(({ manager, line: id, amount }) => `${manager} ${id} ${amount}`)
}

describe('creditLines', () => {
  const plan = withOverrides('0.01', '0.005')

  it('an override is earned by the manager, and by the manager above, at the rates of their levels', () => {
    const { overrides } = credit([line('O-1', { date: '2026-03-14' })], { reporting: team, plan })
    expect(overrides).toEqual([
      {
        manager: 'Mei',
        payee: 'Li',
        line: 'O-1',
        date: '2026-03-14',
        level: 1,
        base: '100.00',
        rate: '0.01',
        amount: '1.00',
      },
      {
        manager: 'Tang',
        payee: 'Li',
        line: 'O-1',
        date: '2026-03-14',
        level: 2,
        base: '100.00',
        rate: '0.005',
        amount: '0.50',
      },
    ])
  })

  it('an override goes to the new manager from the day of the change on, and to nobody above who has nobody above', () => {
    const lines = [line('O-1', { date: '2026-03-14' }), line('O-2', { date: '2026-03-15' })]
    expect(exactOverrides(credit(lines, { reporting: team, plan }))).toEqual([
      'Mei O-1 1.00',
      'Tang O-1 0.50',
      'Ning O-2 1.00',
    ])
  })

  it('an override counts what the seller is credited with, and no overlay', () => {
    const owners = [
      { payee: 'Li', parts: 1 },
      { payee: 'Wang', parts: 1 },
      { payee: 'Mei', share: '0.5', overlay: true },
    ]
    const shared = line('O-1', { owners, date: '2026-03-01' })
    expect(exactOverrides(credit([shared], { reporting: team, plan }))).toEqual([
      'Mei O-1 0.50',
      'Tang O-1 0.25',
    ])
  })

  it('an override is taken back from who earned it, whoever is the manager when the refund comes', () => {
    const lines = [
      line('O-1', { date: '2026-03-14' }),
      { id: 'R-1', amount: '-100', refundOf: 'O-1', date: '2026-04-01' },
    ]
    expect(exactOverrides(credit(lines, { reporting: team, plan }))).toEqual([
      'Mei O-1 1.00',
      'Tang O-1 0.50',
      'Mei R-1 -1.00',
      'Tang R-1 -0.50',
    ])
  })

  it('an override of a line that was paid earlier is given back by the manager of then', () => {
    const sold = { id: 'O-1', amount: '100', commission: '10', date: '2026-03-14' }
    const refund = line('R-1', { amount: '-100', date: '2026-04-01', refundOf: sold })
    const result = credit([refund], { reporting: team, plan })
    expect(exactOverrides(result)).toEqual(['Mei R-1 -1.00', 'Tang R-1 -0.50'])
    expect(result.overrides.map(({ date }) => date)).toEqual(['2026-03-14', '2026-03-14'])
  })

  it('an override is given back by the manager of then, where the refund names its owner itself', () => {
    const lines = [
      line('R-1', { amount: '-100', date: '2026-04-01', refundOf: 'O-1' }),
      line('O-1', { date: '2026-03-14' }),
    ]
    const result = credit(lines, { reporting: team, plan })
    expect(exactOverrides(result)).toEqual([
      'Mei R-1 -1.00',
      'Tang R-1 -0.50',
      'Mei O-1 1.00',
      'Tang O-1 0.50',
    ])
  })

  it.each<[string, NonNullable<LineToCredit['refundOf']>]>([
    ['by its id alone', 'O-1'],
    ['without its day', { id: 'O-1', amount: '100', commission: '10' }],
  ])(
    'an override of an earlier line named %s is given back by nobody, and named',
    (_, refundOf) => {
      const refund = line('R-1', { amount: '-100', date: '2026-04-01', refundOf })
      const { overrides, notOverridden } = credit([refund], { reporting: team, plan })
      expect(overrides).toEqual([])
      expect(notOverridden).toMatchObject([
        {
          line: 'R-1',
          payee: 'Li',
          issue: { code: 'VALUE_MISSING', path: ['lines', 0, 'refundOf', 'date'] },
        },
      ])
    },
  )

  it('an override is rounded once for all of a manager’s lines, or line by line, as the plan rounds', () => {
    const lines = ['O-1', 'O-2', 'O-3'].map((id) =>
      line(id, { amount: '0.50', date: '2026-03-01' }),
    )
    const credited = (at: 'total' | 'line') =>
      credit(lines, {
        reporting: team,
        plan: planWith({ credit: { override: { levels: ['0.01'] } }, rounding: { at } }),
      })
    expect(exactOverrides(credited('total'))).toEqual([
      'Mei O-1 0.01',
      'Mei O-2 0.01',
      'Mei O-3 0.00',
    ])
    expect(exactOverrides(credited('line'))).toEqual([
      'Mei O-1 0.01',
      'Mei O-2 0.01',
      'Mei O-3 0.01',
    ])
  })

  it('an override is not earned on a line that the plan does not count, nor taken back for its refund', () => {
    const counting = planWith({
      credit: { override: { levels: ['0.01'] } },
      eligibility: { statuses: ['signed'], marginFloor: '0.45' },
    })
    const lines = [
      line('O-1', { date: '2026-03-01', status: 'signed', cost: '55' }),
      line('O-2', { date: '2026-03-01', status: 'offered', cost: '55' }),
      line('O-3', { date: '2026-03-01', status: 'signed', cost: '55.01' }),
      { id: 'R-1', amount: '-10', refundOf: 'O-1' },
      { id: 'R-3', amount: '-10', refundOf: 'O-3' },
    ]
    const result = credit(lines, { reporting: team, plan: counting })
    expect(exactOverrides(result)).toEqual(['Mei O-1 1.00', 'Mei R-1 -0.10'])
    expect(result.notOverridden.map(({ line: id, issue }) => [id, issue.code])).toEqual([
      ['O-2', 'STATUS_NOT_COUNTED'],
      ['O-3', 'MARGIN_TOO_LOW'],
      ['R-3', 'MARGIN_TOO_LOW'],
    ])
  })

  it('an override is nothing in a plan without overrides, and for somebody who reports to nobody', () => {
    const lines = [line('O-1', { date: '2026-03-14' })]
    expect(credit(lines, { reporting: team })).toMatchObject({ overrides: [], notOverridden: [] })
    const nobody = credit([line('O-1')], { reporting: [], plan })
    expect(nobody).toMatchObject({ overrides: [], notOverridden: [] })
  })

  it('an override needs to know who reports to whom', () => {
    for (const input of [{ lines: [] }, { lines: [], reporting: null }]) {
      const outcome = attempt(() => creditLines(input as unknown as CreditInput, plan))
      expect(outcome.ok ? [] : outcome.issues).toEqual([
        {
          code: 'VALUE_MISSING',
          severity: 'error',
          path: ['reporting'],
          params: { expected: 'reporting' },
          message:
            'reporting: is missing, expected who reports to whom, as the plan pays overrides. Give an empty list where nobody does.',
        },
      ])
    }
  })

  it.each<[string, Partial<LineToCredit>, ManagerAssignment[], string]>([
    ['a line without a date', { date: undefined as never }, [], 'VALUE_MISSING lines.0.date'],
    ['a line in another currency', { currency: 'EUR' }, [], 'CURRENCY_MIXED lines.0.currency'],
    [
      'two managers on one day',
      {},
      [{ payee: 'Li', manager: 'Wu', from: '2026-02-01', to: '2026-02-28' }],
      'VERSIONS_OVERLAP lines.0',
    ],
    [
      'two managers of the manager, whose level earns',
      {},
      [{ payee: 'Mei', manager: 'Wu', from: '2026-01-01', to: '2026-02-28' }],
      'VERSIONS_OVERLAP lines.0',
    ],
    [
      'a cycle',
      {},
      [{ payee: 'Tang', manager: 'Li', from: '2026-01-01' }],
      'REPORTING_CYCLE lines.0',
    ],
    [
      'a manager of themselves',
      {},
      [{ payee: 'Tang', manager: 'Tang', from: '2026-01-01' }],
      'REPORTING_CYCLE lines.0',
    ],
  ])(
    'an override is earned by nobody on %s, and the line is credited all the same',
    (_, change, more, expected) => {
      const sold = line('O-1', { date: '2026-02-01', ...change })
      const result = credit([sold], { reporting: [...team, ...more], plan })
      expect(result.overrides).toEqual([])
      expect(result.lines.map(({ id }) => id)).toEqual(['O-1'])
      expect(
        result.notOverridden.map(({ line: id, payee, issue }) => [
          id,
          payee,
          `${issue.code} ${issue.path.join('.')}`,
          issue.severity,
        ]),
      ).toEqual([['O-1', 'Li', expected, 'warning']])
    },
  )

  it.each<[string, Partial<LineToCredit>, object]>([
    [
      'a line without a date',
      { date: null as never },
      {
        code: 'VALUE_MISSING',
        path: ['lines', 0, 'date'],
        params: { expected: 'date-of-manager' },
        message:
          'lines[0].date: is missing, expected the day of the order, on which its seller has a manager.',
      },
    ],
    [
      'a line in another currency',
      { currency: 'EUR' },
      {
        code: 'CURRENCY_MIXED',
        path: ['lines', 0, 'currency'],
        params: { reason: 'override', given: 'EUR', expected: 'CNY' },
        message:
          'lines[0].currency: got EUR, and overrides are paid in CNY. Convert the line first.',
      },
    ],
    [
      'a day on which the seller has two managers',
      {},
      {
        code: 'VERSIONS_OVERLAP',
        path: ['lines', 0],
        params: {
          reason: 'managers',
          id: 'Li',
          first: 'Mei',
          firstFrom: '2026-01-01',
          second: 'Wu',
          secondFrom: '2026-02-01',
          date: '2026-02-01',
        },
        message:
          'lines[0]: "Li" reports to "Mei" from 2026-01-01 and to "Wu" from 2026-02-01, both on 2026-02-01. End one the day before the other starts.',
      },
    ],
  ])('an override says what is needed for %s', (_, change, issue) => {
    const sold = line('O-1', { date: '2026-02-01', ...change })
    const wu = { payee: 'Li', manager: 'Wu', from: '2026-02-01', to: '2026-02-28' }
    const { notOverridden } = credit([sold], { reporting: [...team, wu], plan })
    expect(notOverridden.map((one) => one.issue)).toEqual([{ severity: 'warning', ...issue }])
  })

  it('an override is earned on other lines, and on other days, than those of a cycle', () => {
    const reporting = [
      ...team,
      { payee: 'Tang', manager: 'Mei', from: '2026-02-01', to: '2026-02-28' },
    ]
    const lines = [
      line('O-1', { date: '2026-01-31' }),
      line('O-2', { date: '2026-02-01' }),
      line('O-3', { date: '2026-03-15' }),
    ]
    const result = credit(lines, { reporting, plan })
    expect(exactOverrides(result)).toEqual(['Mei O-1 1.00', 'Tang O-1 0.50', 'Ning O-3 1.00'])
    expect(result.notOverridden).toEqual([
      {
        line: 'O-2',
        payee: 'Li',
        issue: {
          code: 'REPORTING_CYCLE',
          severity: 'warning',
          path: ['lines', 1],
          params: { payee: 'Mei', people: ['Mei', 'Tang', 'Mei'], date: '2026-02-01' },
          message:
            'lines[1]: "Mei" reports to "Tang" reports to "Mei" on 2026-02-01. Correct who reports to whom; until then no manager earns on this line.',
        },
      },
    ])
  })

  it.each<[string, ManagerAssignment[]]>([
    [
      'a cycle',
      [
        { payee: 'Tang', manager: 'Wu', from: '2026-01-01' },
        { payee: 'Wu', manager: 'Tang', from: '2026-01-01' },
      ],
    ],
    ['two managers', [{ payee: 'Mei', manager: 'Wu', from: '2026-01-01' }]],
  ])('an override is not held up by %s above those who earn', (_, above) => {
    const sold = [line('O-1', { date: '2026-02-01' })]
    const direct = { reporting: [...team, ...above], plan: withOverrides('0.01') }
    expect(exactOverrides(credit(sold, direct))).toEqual(['Mei O-1 1.00'])
  })
})

describe('creditLines', () => {
  it.each<[string, unknown, string]>([
    [
      'a split of 101%',
      { owners: [{ payee: 'Li', share: '1.01' }] },
      'CREDIT_NOT_WHOLE lines.0.owners',
    ],
    ['nobody’s owners', { owners: [] }, 'CREDIT_NOT_WHOLE lines.0.owners'],
    ['owners that are no list', { owners: 'Li' }, 'VALUE_INVALID lines.0.owners'],
    ['owners of null', { owners: null }, 'VALUE_MISSING lines.0.customer'],
    [
      'an owner twice',
      { owners: [...thirds, { payee: 'Li', parts: 1 }] },
      'ID_DUPLICATE lines.0.owners.3.payee',
    ],
    [
      'a misspelt share',
      { owners: [{ payee: 'Li', shares: 1 }] },
      'UNKNOWN_KEY lines.0.owners.0.shares',
    ],
    ['a third decimal', { amount: '0.005' }, 'TOTAL_TOO_PRECISE lines.0.amount'],
    ['no owner and no customer', { owners: undefined }, 'VALUE_MISSING lines.0.customer'],
    [
      'a customer and no date',
      { owners: undefined, customer: 'Acme' },
      'VALUE_MISSING lines.0.date',
    ],
    ['a date that does not exist', { date: '2026-02-30' }, 'DATE_INVALID lines.0.date'],
    ['a date that is a Date', { date: new Date(0) }, 'DATE_INVALID lines.0.date'],
    ['a date of payment with a slash', { paidOn: '2026/03/01' }, 'DATE_INVALID lines.0.paidOn'],
    ['a cost with a comma', { cost: '1,000' }, 'NUMBER_INVALID lines.0.cost'],
    ['a list price of NaN', { listPrice: Number.NaN }, 'NUMBER_INVALID lines.0.listPrice'],
    ['a currency of no country', { currency: 'RMB' }, 'CURRENCY_UNKNOWN lines.0.currency'],
    ['a currency of 156', { currency: 156 }, 'VALUE_INVALID lines.0.currency'],
    ['an empty customer', { customer: '' }, 'VALUE_INVALID lines.0.customer'],
    ['a product of 7', { product: 7 }, 'VALUE_INVALID lines.0.product'],
    ['a first order of "yes"', { firstOrder: 'yes' }, 'VALUE_INVALID lines.0.firstOrder'],
    ['a refund of 7', { refundOf: 7 }, 'VALUE_INVALID lines.0.refundOf'],
    ['a refund of a text that is empty', { refundOf: '' }, 'VALUE_INVALID lines.0.refundOf'],
    [
      'a refund of a line without its commission',
      { refundOf: { id: 'O-9', amount: 1 } },
      'VALUE_MISSING lines.0.refundOf.commission',
    ],
  ])('a line that cannot be credited has %s, and the others go on', (_, change, expected) => {
    const bad = { ...line('O-1'), ...(change as object) } as LineToCredit
    const result = credit([bad, line('O-2')])
    expect(outcomes(result)).toEqual({ 'O-1': expected, 'O-2': 'Li 100.00' })
    expect(result.notCredited[0]?.issue.severity).toBe('warning')
  })

  it.each<[string, Partial<LineToCredit>, string, string, string]>([
    [
      'customer',
      {},
      'customer',
      'customer-or-owners',
      'the customer whose owner is credited, or owners of the line itself',
    ],
    [
      'date',
      { customer: 'Acme' },
      'date',
      'date-of-owner',
      'the day of the order, on which the customer has an owner',
    ],
  ])(
    'a line that cannot be credited has no %s, and the issue says what for',
    (_, change, key, expected, words) => {
      const { notCredited } = credit([{ id: 'O-1', amount: '1', ...change }])
      expect(notCredited.map(({ issue }) => issue)).toEqual([
        {
          code: 'VALUE_MISSING',
          severity: 'warning',
          path: ['lines', 0, key],
          params: { expected },
          message: `lines[0].${key}: is missing, expected ${words}.`,
        },
      ])
    },
  )

  it('a line leaves out what is null, as a database writes it', () => {
    const owners = [{ payee: 'Li', parts: null, share: 1, overlay: null }]
    const input = { lines: [{ ...line('O-1'), owners, date: null, cost: null }], ownership: null }
    expect(creditLines(input as unknown as CreditInput, planWith()).payees).toEqual([
      { payee: 'Li', lines: [{ id: 'O-1', amount: '100.00' }], sales: '100.00' },
    ])
  })

  it('a line that cannot be credited has an overlay that the plan refuses', () => {
    const owners = [...lisOwn, { payee: 'Sun', share: '0.2', overlay: true }]
    const result = credit([line('O-1', { owners }), line('O-2')], {
      plan: planWith({ credit: {} }),
    })
    expect(outcomes(result)).toEqual({
      'O-1': 'OVERLAY_REFUSED lines.0.owners.1.overlay',
      'O-2': 'Li 100.00',
    })
  })

  it('a line that cannot be credited has an id that came before, and the first keeps its credit', () => {
    const { lines, notCredited } = credit([line('O-1'), line('O-1', { amount: '7' })])
    expect(lines.map(({ id, amount }) => [id, amount])).toEqual([['O-1', '100.00']])
    expect(notCredited).toEqual([
      {
        id: 'O-1',
        amount: '7.00',
        issue: {
          code: 'ID_DUPLICATE',
          severity: 'warning',
          path: ['lines', 1, 'id'],
          params: { id: 'O-1', reason: 'credited-line' },
          message:
            'lines[1].id: got "O-1" a second time; only its first line is credited. Remove it, or give it an id of its own.',
        },
      },
    ])
  })
})

const trap = Object.defineProperty({}, 'id', {
  enumerable: true,
  get() {
    throw new Error('read')
  },
})
const broken = new Proxy([], {
  get() {
    throw new Error('read')
  },
})

describe('creditLines', () => {
  const row = { customer: 'Acme', payee: 'Li', from: '2026-01-01' }
  it.each<[string, unknown, unknown]>([
    ['nothing', undefined, [['VALUE_MISSING', []]]],
    ['a list', [], [['VALUE_INVALID', []]]],
    ['no lines', {}, [['VALUE_MISSING', ['lines']]]],
    ['lines that are no list', { lines: {} }, [['VALUE_INVALID', ['lines']]]],
    ['lines that cannot be read', { lines: broken }, [['VALUE_UNREADABLE', ['lines']]]],
    ['a misspelt table', { lines: [], owners: [] }, [['UNKNOWN_KEY', ['owners']]]],
    ['a line that is no object', { lines: ['O-1'] }, [['VALUE_INVALID', ['lines', 0]]]],
    ['a line that cannot be read', { lines: [trap] }, [['VALUE_UNREADABLE', ['lines', 0]]]],
    ['a line without an id', { lines: [{ amount: 1 }] }, [['VALUE_MISSING', ['lines', 0, 'id']]]],
    [
      'a line without an amount',
      { lines: [{ id: 'O-1' }] },
      [['VALUE_MISSING', ['lines', 0, 'amount']]],
    ],
    [
      'a misspelt fact',
      { lines: [line('O-1', { costs: 1 } as object)] },
      [['UNKNOWN_KEY', ['lines', 0, 'costs']]],
    ],
    [
      'ownership that is no list',
      { lines: [], ownership: row },
      [['VALUE_INVALID', ['ownership']]],
    ],
    [
      'a row that is no object',
      { lines: [], ownership: ['Li'] },
      [['VALUE_INVALID', ['ownership', 0]]],
    ],
    [
      'a row without anything',
      { lines: [], ownership: [{}] },
      [
        ['VALUE_MISSING', ['ownership', 0, 'customer']],
        ['VALUE_MISSING', ['ownership', 0, 'payee']],
        ['VALUE_MISSING', ['ownership', 0, 'from']],
      ],
    ],
    [
      'a row that ends before it starts',
      { lines: [], ownership: [{ ...row, to: '2025-12-31' }] },
      [['DATES_OUT_OF_ORDER', ['ownership', 0]]],
    ],
    [
      'a row that ends on no day',
      { lines: [], ownership: [{ ...row, to: 'never' }] },
      [['DATE_INVALID', ['ownership', 0, 'to']]],
    ],
    [
      'a misspelt row',
      { lines: [], reporting: [{ payee: 'Li', boss: 'Mei', from: '2026-01-01' }] },
      [
        ['UNKNOWN_KEY', ['reporting', 0, 'boss']],
        ['VALUE_MISSING', ['reporting', 0, 'manager']],
      ],
    ],
  ])('input that cannot be credited is %s', (_, input, issues) => {
    expect(issuesOf(input)).toEqual(issues)
  })

  it('input that cannot be credited is a plan that was not defined', () => {
    expect(issuesOf({ lines: [] }, { ...handbook.commission } as never)).toEqual([
      ['POLICY_NOT_DEFINED', []],
    ])
  })

  it('input is never changed, and names of any kind are only names', () => {
    const lines = Object.freeze([
      Object.freeze(line('__proto__', { customer: 'constructor', date: '2026-01-01' })),
      line('toString', { owners: [{ payee: '__proto__', share: 1 }] }),
    ])
    const { payees } = credit(lines, { ownership: [{ ...row, customer: 'constructor' }] })
    expect(payees.map(({ payee, sales }) => [payee, sales])).toEqual([
      ['Li', '100.00'],
      ['__proto__', '100.00'],
    ])
  })
})
