import {
  allowances,
  attempt,
  type CertificatesHeld,
  defineRewardPolicy,
  handbook,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { throughJson } from '../arbitraries.rooms.js'

const { rewards } = handbook
type Rules = NonNullable<Parameters<typeof defineRewardPolicy>[0]['allowances']>

function policyWith(rules: Partial<Rules>, rounding?: { decimals: number }) {
  const certificates = [
    { id: 'PMP', amount: '2000' },
    { id: 'CFA', amount: '3100' },
  ]
  const section = { clause: 'HR-4', certificates, ...rules }
  return defineRewardPolicy({ currency: 'CNY', allowances: section, ...(rounding && { rounding }) })
}

function issuesOf(held: unknown, policy = rewards) {
  const outcome = attempt(() => allowances(held as CertificatesHeld, policy))
  return outcome.ok ? [] : outcome.issues
}

const pmp = (from: string, to?: string) => ({ certificate: 'PMP', from, to })
const paid = (held: CertificatesHeld, policy = rewards) =>
  allowances(held, policy).months.map(({ amount }) => amount)

describe('allowances', () => {
  it('pay 2,000 for each month in which PMP is held, by the handbook (REW-4)', () => {
    const held = { payee: 'Li', period: '2026-Q1', certificates: [pmp('2026-02-28')] }
    expect(allowances(held, rewards)).toEqual({
      payee: 'Li',
      period: '2026-Q1',
      amount: '4000.00',
      currency: 'CNY',
      months: [
        { month: '2026-01', amount: '0.00', certificates: [] },
        {
          month: '2026-02',
          amount: '2000.00',
          certificates: [{ certificate: 'PMP', days: 1, of: 28, amount: '2000.00', reason: null }],
        },
        {
          month: '2026-03',
          amount: '2000.00',
          certificates: [{ certificate: 'PMP', days: 31, of: 31, amount: '2000.00', reason: null }],
        },
      ],
      policy: { id: 'handbook-rewards', version: '1' },
      clauses: ['REW-4'],
    })
  })

  it.each([
    ['started', ['2000.00', '2000.00', '2000.00']],
    ['whole', ['0.00', '2000.00', '0.00']],
    // 17 of 31 days, all of 30, 10 of 31.
    ['by-day', ['1096.77', '2000.00', '645.16']],
  ] as const)('count months %s: %j', (months, expected) => {
    const held = { period: '2026-Q2', certificates: [pmp('2026-04-14', '2026-06-10')] }
    const policy = policyWith({ months })
    const shifted = { ...held, period: '2026-Q1', certificates: [pmp('2026-01-15', '2026-03-10')] }
    expect(paid(shifted, policy).map((amount) => amount !== '0.00')).toEqual(
      expected.map((amount) => amount !== '0.00'),
    )
    const year = { period: '2026', certificates: [pmp('2026-03-15', '2026-05-10')] }
    expect(paid(year, policy).slice(2, 5)).toEqual(expected)
  })

  it('say why a month that is not whole pays nothing', () => {
    const { months } = allowances(
      { period: '2026-02', certificates: [pmp('2026-02-02')] },
      policyWith({ months: 'whole' }),
    )
    expect(months[0]?.certificates).toEqual([
      { certificate: 'PMP', days: 27, of: 28, amount: '0.00', reason: 'month-not-whole' },
    ])
  })

  it('pay a certificate once on a day, however often it was renewed', () => {
    const renewed = [
      pmp('2026-01-10', '2026-01-20'),
      pmp('2026-01-01', '2026-01-12'),
      pmp('2026-01-15', '2026-01-16'),
    ]
    const { months, amount } = allowances(
      { period: '2026-01', certificates: renewed },
      policyWith({ months: 'by-day' }),
    )
    expect(months[0]?.certificates[0]?.days).toBe(20)
    expect(amount).toBe('1290.32')
    const whole = [pmp('2026-01-16', '2026-01-31'), pmp('2025-01-01', '2026-01-15')]
    expect(
      paid({ period: '2026-01', certificates: whole }, policyWith({ months: 'whole' })),
    ).toEqual(['2000.00'])
  })

  it('pay all certificates, or the one that comes to most', () => {
    const certificates = [pmp('2025-01-01'), { certificate: 'CFA', from: '2026-01-26' }]
    const held = { period: '2026-01', certificates }
    expect(allowances(held, policyWith({})).amount).toBe('5100.00')
    expect(allowances(held, policyWith({ combine: 'highest' })).amount).toBe('3100.00')
    const byDay = allowances(held, policyWith({ combine: 'highest', months: 'by-day' }))
    // 6 of 31 days of 3,100 are 600.
    expect(byDay.months[0]?.certificates.map(({ amount, reason }) => [amount, reason])).toEqual([
      ['2000.00', null],
      ['0.00', 'not-highest'],
    ])
  })

  it('pay the first given of those that come to the same, and say of others why they do not count', () => {
    const policy = policyWith({
      certificates: ['PMP', 'CFA', 'CPA'].map((id) => ({ id, amount: '2000' })),
      combine: 'highest',
      months: 'whole',
    })
    const certificates = [
      { certificate: 'CPA', from: '2026-01-02' },
      { certificate: 'CFA', from: '2025-01-01' },
      { certificate: 'PMP', from: '2025-01-01' },
    ]
    const { months } = allowances({ period: '2026-01', certificates }, policy)
    expect(months[0]?.certificates.map(({ certificate, reason }) => [certificate, reason])).toEqual(
      [
        ['CPA', 'month-not-whole'],
        ['CFA', null],
        ['PMP', 'not-highest'],
      ],
    )
  })

  it('pay nothing for days out of service', () => {
    const held = { period: '2026-Q1', certificates: [pmp('2020-01-01')] }
    expect(paid({ ...held, employment: { from: '2026-02-28' } })).toEqual([
      '0.00',
      '2000.00',
      '2000.00',
    ])
    expect(paid({ ...held, employment: { to: '2026-01-31' } })).toEqual(['2000.00', '0.00', '0.00'])
    expect(paid({ ...held, employment: {} })).toEqual(['2000.00', '2000.00', '2000.00'])
  })

  it('round to what the policy keeps', () => {
    const held = { period: '2026-01', certificates: [pmp('2026-01-15')] }
    expect(allowances(held, policyWith({ months: 'by-day' }, { decimals: 0 })).amount).toBe(
      '1097.00',
    )
  })

  it('have a half-year and a month, and no week', () => {
    expect(paid({ period: '2026-H2', certificates: [] })).toHaveLength(6)
    expect(paid({ period: '9999-12', certificates: [pmp('0001-01-01')] })).toEqual(['2000.00'])
    expect(issuesOf({ period: '2026-W07', certificates: [] })[0]).toMatchObject({
      code: 'PERIODS_MIXED',
      message: 'held.period: got 2026-W07, expected a period of whole months.',
    })
  })

  it('refuse a certificate that carries no allowance, and name the one that was meant', () => {
    const held = { period: '2026-01', certificates: [{ certificate: 'pmp', from: '2026-01-01' }] }
    expect(issuesOf(held)[0]?.message).toBe(
      'held.certificates[0].certificate: got "pmp", which carries no allowance in this policy. Certificates: PMP. Did you mean "PMP"?',
    )
  })

  it.each<[string, unknown, string, (string | number)[]]>([
    ['no certificates', { period: '2026-01' }, 'VALUE_MISSING', ['held', 'certificates']],
    ['no period', { certificates: [] }, 'VALUE_MISSING', ['held', 'period']],
    [
      'an end before the start',
      { period: '2026-01', certificates: [pmp('2026-02-01', '2026-01-01')] },
      'DATES_OUT_OF_ORDER',
      ['held', 'certificates', 0],
    ],
    [
      'a service that ends before it starts',
      { period: '2026-01', certificates: [], employment: { from: '2026-02-01', to: '2026-01-01' } },
      'DATES_OUT_OF_ORDER',
      ['held', 'employment'],
    ],
    [
      'an unknown key',
      {
        period: '2026-01',
        certificates: [{ name: 'PMP', certificate: 'PMP', from: '2026-01-01' }],
      },
      'UNKNOWN_KEY',
      ['held', 'certificates', 0, 'name'],
    ],
    ['nothing', undefined, 'VALUE_MISSING', ['held']],
  ])('refuse %s', (_, held, code, path) => {
    expect(issuesOf(held)).toMatchObject([{ code, path }])
  })

  it('are plain JSON', () => {
    const outcome = allowances({ period: '2026', certificates: [pmp('2026-05-05')] }, rewards)
    expect(throughJson(outcome)).toEqual(outcome)
  })
})
