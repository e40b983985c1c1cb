import fc from 'fast-check'
import {
  attempt,
  type CommissionPlanInput,
  creditPayments,
  defineCommissionPlan,
  type SettlementBalance,
  settleCommission,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { add, fraction, parse, sum, toDecimal, zero } from '../../oracle/fraction.js'

type Payment = NonNullable<CommissionPlanInput['payment']>

const planOf = (payment: Payment = { on: 'collected' }, rate = '0.1') =>
  defineCommissionPlan({
    currency: 'EUR',
    scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate }] },
    credit: { handover: { share: '0.3', months: 3 } },
    payment,
  })

const ownership = [
  { customer: 'Acme', payee: 'Li', from: '2026-01-01' },
  { customer: 'Acme', payee: 'Wang', from: '2026-03-01' },
]
const third = { customer: 'Acme', payee: 'Zhao', from: '2026-05-01' }

const cash = (month: number, amount: string) => ({
  line: 'O-1',
  customer: 'Acme',
  date: '2026-01-15',
  on: `2026-${String(month).padStart(2, '0')}-10`,
  amount,
})

const monthsFrom = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    period: `2026-${String(index + 1).padStart(2, '0')}`,
    lines: index === 0 ? [{ id: 'O-1', amount: '1000' }] : [],
  }))

const settled = (
  payments: Parameters<typeof creditPayments>[0]['payments'],
  owned = ownership,
  plan = planOf(),
) =>
  settleCommission(
    {
      payee: 'Li',
      periods: monthsFrom(10),
      collected: creditPayments({ payments, ownership: owned }, plan),
    },
    plan,
  )

type Handed = ReturnType<typeof settled>['periods'][number]['handedOver']

const toOf = (handed: Handed = []) => handed.map(({ payee, amount }) => [payee, amount])

describe('cash of a customer who has changed hands', () => {
  it('is shared 7:3 for three months, and then the new owner’s', () => {
    const payments = [cash(2, '200'), cash(3, '300'), cash(5, '300'), cash(6, '200')]
    const { periods } = settled(payments)
    expect(
      periods.map(({ earned, handedOver }) => [earned, ...toOf(handedOver)]).slice(1, 6),
    ).toEqual([
      ['20.00'],
      ['21.00', ['Wang', '9.00']],
      ['0.00'],
      ['21.00', ['Wang', '9.00']],
      ['0.00', ['Wang', '20.00']],
    ])
  })

  it('is shared in parts as well: 7 of them to 3', () => {
    const plan = planOf()
    const owners = [
      { payee: 'Li', parts: 7 },
      { payee: 'Wang', parts: 3 },
    ]
    const collected = [{ line: 'O-1', period: '2026-02', amount: '300', owners }]
    const { periods } = settleCommission({ payee: 'Li', periods: monthsFrom(2), collected }, plan)
    const [, month] = periods
    expect([month?.earned, ...toOf(month?.handedOver)]).toEqual(['21.00', ['Wang', '9.00']])
  })

  it('goes on to a third within the months: each takes from the one before', () => {
    const payments = [cash(5, '100'), cash(6, '100'), cash(8, '100')]
    const credited = creditPayments({ payments, ownership: [...ownership, third] }, planOf())
    expect(credited.map(({ owners }) => owners.map(({ payee, share }) => [payee, share]))).toEqual([
      [
        ['Li', '0.7'],
        ['Wang', '0.21'],
        ['Zhao', '0.09'],
      ],
      [
        ['Wang', '0.7'],
        ['Zhao', '0.3'],
      ],
      [['Zhao', '1']],
    ])
  })

  it('is an adjustment of the new owner, in a settlement of their own', () => {
    const { periods } = settled([cash(3, '300')])
    const [period] = periods.slice(2)
    const wang = settleCommission(
      {
        payee: 'Wang',
        periods: [{ period: '2026-03', lines: [], adjustments: period?.handedOver ?? [] }],
        collected: [],
      },
      planOf(),
    )
    expect(wang.paid).toBe('9.00')
    const elses = attempt(() =>
      settleCommission(
        {
          payee: 'Zhao',
          periods: [{ period: '2026-03', lines: [], adjustments: period?.handedOver ?? [] }],
          collected: [],
        },
        planOf(),
      ),
    )
    expect(elses.ok).toBe(false)
  })

  it('pays only the part that waits for cash to the new owner, where half is paid with the order', () => {
    const halves: Payment = {
      parts: [
        { share: '0.5', on: 'booked' },
        { share: '0.5', on: 'collected' },
      ],
    }
    const { periods } = settled([cash(3, '1000')], ownership, planOf(halves))
    expect(
      periods.slice(0, 3).map(({ earned, handedOver }) => [earned, ...toOf(handedOver)]),
    ).toEqual([['50.00'], ['0.00'], ['35.00', ['Wang', '15.00']]])
  })

  it('is each owner’s part of what came, where all is paid in the end', () => {
    const inFull: Payment = { parts: [{ share: 1, on: 'paid-in-full' }] }
    const { periods } = settled([cash(2, '500'), cash(3, '500')], ownership, planOf(inFull))
    expect(
      periods.slice(1, 3).map(({ earned, handedOver }) => [earned, ...toOf(handedOver)]),
    ).toEqual([['0.00'], ['85.00', ['Wang', '15.00']]])
  })

  it('goes on where the old owner has left, whose share of what comes then is another', () => {
    const plan = planOf({ on: 'collected', afterLeaving: '0.5' })
    const [january, ...later] = monthsFrom(3)
    const first = settleCommission(
      { payee: 'Li', periods: [january as never], collected: [], final: true },
      plan,
    )
    const collected = creditPayments({ payments: [cash(3, '1000')], ownership }, plan)
    const { periods } = settleCommission(
      { payee: 'Li', periods: later, collected, opening: first.closing },
      plan,
    )
    expect(periods.map(({ paid, handedOver }) => [paid, ...toOf(handedOver)])).toEqual([
      ['0.00'],
      ['35.00', ['Wang', '30.00']],
    ])
  })

  it('is corrected with the line, for both', () => {
    const plan = planOf()
    const collected = creditPayments({ payments: [cash(3, '500')], ownership }, plan)
    const first = settleCommission({ payee: 'Li', periods: monthsFrom(3), collected }, plan)
    const now = { payee: 'Li', period: '2026-01', lines: [{ id: 'O-1', amount: '1250' }] }
    const correction = {
      payee: 'Li',
      period: '2026-01',
      number: 1,
      paid: '100.00',
      due: '125.00',
      amount: '25.00',
      currency: 'EUR',
      reasons: [],
      earned: '125.00',
      now: { ...now, lines: [{ id: 'O-1', amount: '1000' }], facts: {} },
      policy: first.closing.plan,
      alsoRestate: [],
    }
    const april = { period: '2026-04', lines: [], adjustments: [correction] } as never
    const opening = JSON.parse(JSON.stringify(first.closing)) as SettlementBalance
    const same = settleCommission({ payee: 'Li', periods: [april], collected: [], opening }, plan)
    expect(same.periods.map(({ adjusted, handedOver }) => [adjusted, handedOver])).toEqual([
      ['0.00', undefined],
    ])
    const doubled = { ...correction, number: 2, earned: '50.00', now: { ...now, lines: [] } }
    const may = { period: '2026-05', lines: [], adjustments: [doubled] } as never
    const gone = settleCommission(
      { payee: 'Li', periods: [may], collected: [], opening: same.closing },
      plan,
    )
    expect(gone.periods.map(({ adjusted, handedOver }) => [adjusted, ...toOf(handedOver)])).toEqual(
      [['-35.00', ['Wang', '-15.00']]],
    )
  })

  const refund = (month: number, amount: string) =>
    monthsFrom(6).map((period, index) =>
      index + 1 === month ? { ...period, lines: [{ id: 'R-1', amount, refundOf: 'O-1' }] } : period,
    )

  it('is the payee’s to give back by a refund, and the others’ as the cash itself goes back', () => {
    const plan = planOf()
    const payments = [cash(3, '1000'), cash(5, '-400')]
    const collected = creditPayments({ payments, ownership }, plan)
    const { periods } = settleCommission(
      { payee: 'Li', periods: refund(4, '-400'), collected },
      plan,
    )
    expect(
      periods.slice(2, 5).map(({ earned, handedOver }) => [earned, ...toOf(handedOver)]),
    ).toEqual([['70.00', ['Wang', '30.00']], ['-40.00'], ['12.00', ['Wang', '-12.00']]])
  })

  it('is nobody else’s where it is not paid in full yet, whatever a refund takes back', () => {
    const plan = planOf({ parts: [{ share: 1, on: 'paid-in-full' }] })
    const payments = [cash(3, '300'), cash(4, '300')]
    const collected = creditPayments({ payments, ownership }, plan)
    const { periods } = settleCommission(
      { payee: 'Li', periods: refund(2, '-400'), collected },
      plan,
    )
    expect(
      periods.slice(1, 4).map(({ earned, handedOver }) => [earned, ...toOf(handedOver)]),
    ).toEqual([['0.00'], ['0.00'], ['42.00', ['Wang', '18.00']]])
  })

  it('is counted beyond a part of what a refund has left of the line', () => {
    const plan = planOf({ parts: [{ share: 1, on: 'collected', from: '0.5' }] })
    const collected = creditPayments({ payments: [cash(3, '600')], ownership }, plan)
    const { periods } = settleCommission(
      { payee: 'Li', periods: refund(4, '-400'), collected },
      plan,
    )
    expect(
      periods.slice(2, 4).map(({ earned, handedOver }) => [earned, ...toOf(handedOver)]),
    ).toEqual([
      ['14.00', ['Wang', '6.00']],
      ['28.00', ['Wang', '12.00']],
    ])
  })

  it('has no part on top of it', () => {
    const plan = defineCommissionPlan({
      ...planOf(),
      credit: { overlays: 'allow', handover: { share: '0.3', months: 3 } },
    })
    const owners = [
      { payee: 'Li', share: 1 },
      { payee: 'Zhao', share: '0.2', overlay: true },
    ]
    const collected = [{ line: 'O-1', on: '2026-01-10', amount: '1', owners }]
    const result = attempt(() =>
      settleCommission({ payee: 'Li', periods: monthsFrom(1), collected }, plan),
    )
    expect(result.ok ? [] : result.issues).toEqual([
      {
        code: 'OVERLAY_REFUSED',
        severity: 'error',
        path: ['collected', 0, 'owners', 1, 'overlay'],
        params: { reason: 'payment', payee: 'Zhao' },
        message:
          'collected[0].owners[1].overlay: "Zhao" would have a part on top of the whole payment, and a payment is shared once. Share the whole, or credit the overlay with the line.',
      },
    ])
  })

  it('refuses an overlay once where the plan has none at all', () => {
    const owners = [
      { payee: 'Li', share: 1 },
      { payee: 'Zhao', share: '0.2', overlay: true },
    ]
    const collected = [{ line: 'O-1', on: '2026-01-10', amount: '1', owners }]
    const result = attempt(() =>
      settleCommission({ payee: 'Li', periods: monthsFrom(1), collected }, planOf()),
    )
    const reasons = result.ok ? [] : result.issues.map(({ code, params }) => [code, params])
    expect(reasons).toEqual([['OVERLAY_REFUSED', { payee: 'Zhao' }]])
  })

  it('is the same month by month, stored between', () => {
    const plan = planOf()
    const payments = [cash(2, '200'), cash(3, '300'), cash(5, '300'), cash(6, '200')]
    const whole = settled(payments)
    let opening: SettlementBalance | undefined
    const each = monthsFrom(10).map((period) => {
      const own = payments.filter(({ on }) => on.startsWith(period.period))
      const one = settleCommission(
        {
          payee: 'Li',
          periods: [period],
          collected: creditPayments({ payments: own, ownership }, plan),
          ...(opening && { opening }),
        },
        plan,
      )
      opening = JSON.parse(JSON.stringify(one.closing)) as SettlementBalance
      return [one.paid, one.periods[0]?.handedOver]
    })
    expect(each).toEqual(whole.periods.map(({ paid, handedOver }) => [paid, handedOver]))
  })

  it('is paid once, and lost nowhere: what all have is what one would have, to the cent', () => {
    const shares = fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 3, maxLength: 3 })
    const rows = fc.array(
      fc.record({
        cents: fc.integer({ min: -3_000, max: 40_000 }),
        month: fc.nat({ max: 9 }),
        shares,
      }),
      { maxLength: 6 },
    )
    const terms = fc.constantFrom<Payment>(
      { on: 'collected' },
      {
        parts: [
          { share: '1/3', on: 'booked' },
          { share: '2/3', on: 'collected' },
        ],
      },
      {
        parts: [
          { share: '0.5', on: 'paid-in-full' },
          { share: '0.5', on: 'collected', from: '0.5' },
        ],
      },
    )
    fc.assert(
      fc.property(rows, terms, (drawn, payment) => {
        const plan = planOf(payment, '0.0777')
        const collected = drawn.map(({ cents, month, shares: parts }) => ({
          line: 'O-1',
          period: `2026-${String(month + 1).padStart(2, '0')}`,
          amount: toDecimal(fraction(BigInt(cents), 100n), 2, 'half-up'),
          owners: ['Li', 'Wang', 'Zhao']
            .map((payee, index) => ({ payee, parts: parts[index] ?? 0 }))
            .filter(({ parts: own }) => own > 0),
        }))
        const fitting = collected.filter(({ owners }) => owners.length > 0)
        const periods = monthsFrom(10)
        const shared = settleCommission({ payee: 'Li', periods, collected: fitting }, plan)
        const alone = settleCommission(
          {
            payee: 'Li',
            periods,
            collected: fitting.map(({ owners: _, ...row }) => row),
          },
          plan,
        )
        const handed = shared.periods.flatMap(({ handedOver }) => handedOver ?? [])
        const all = sum(handed.map(({ amount }) => parse(amount)))
        expect(add(parse(shared.earned), all)).toEqual(add(parse(alone.earned), zero))
      }),
    )
  })

  it('is refused without a rule, without an owner, with two at once', () => {
    const codes = (run: () => unknown) => {
      const result = attempt(run)
      return result.ok ? [] : result.issues.map(({ code, path }) => [code, path.join('.')])
    }
    const plain = defineCommissionPlan({
      currency: 'EUR',
      scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.1' }] },
      payment: { on: 'collected' },
    })
    const payments = [cash(4, '100')]
    expect(codes(() => creditPayments({ payments, ownership }, plain))).toEqual([
      ['POLICY_CONFLICT', ''],
    ])
    expect(
      codes(() => creditPayments({ payments, ownership: ownership.slice(1) }, planOf())),
    ).toEqual([['OWNER_UNKNOWN', 'payments.0.customer']])
    const both = [...ownership, { customer: 'Acme', payee: 'Zhao', from: '2026-03-01' }]
    expect(codes(() => creditPayments({ payments, ownership: both }, planOf()))).toEqual([
      ['VERSIONS_OVERLAP', 'payments.0.customer'],
    ])
    // On the day of the order there were two, and nobody has come since.
    const atFirst = ['Li', 'Zhao'].map((payee) => ({ customer: 'Acme', payee, from: '2026-01-01' }))
    expect(codes(() => creditPayments({ payments, ownership: atFirst }, planOf()))).toEqual([
      ['VERSIONS_OVERLAP', 'payments.0.customer'],
    ])
    expect(codes(() => creditPayments({ payments: 5, ownership } as never, planOf()))).toEqual([
      ['VALUE_INVALID', 'payments'],
    ])
    // A row that cannot be read says so first.
    const misspelt = payments.map((row) => ({ ...row, customer: 'Bolt', amuont: '1' }))
    expect(codes(() => creditPayments({ payments: misspelt, ownership }, planOf()))).toEqual([
      ['UNKNOWN_KEY', 'payments.0.amuont'],
    ])
    const whole = [
      { line: 'O-1', on: '2026-01-10', amount: '1', owners: [{ payee: 'Li', share: '0.7' }] },
    ]
    expect(
      codes(() =>
        settleCommission({ payee: 'Li', periods: monthsFrom(1), collected: whole }, planOf()),
      ),
    ).toEqual([['CREDIT_NOT_WHOLE', 'collected.0.owners']])
  })
})
