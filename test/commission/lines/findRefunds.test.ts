import {
  type CommissionLine,
  type CommissionPlanInput,
  calculateCommission,
  handbook,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { throughJson } from '../../arbitraries.rooms.js'
import { flat, flatPlan } from '../flatPlan.js'

const rising = {
  mode: 'marginal' as const,
  tiers: [
    { id: 'first', upTo: '1000', rate: '0.1' },
    { id: 'rest', upTo: null, rate: '0.3' },
  ],
}

function statement(lines: readonly CommissionLine[], change: Partial<CommissionPlanInput> = {}) {
  return calculateCommission({ lines }, flatPlan({ scale: rising, refunds: 'mirror', ...change }))
}

const sale = (id: string, amount: string) => ({ id, amount })
const refund = (id: string, amount: string, refundOf: NonNullable<CommissionLine['refundOf']>) => ({
  id,
  amount,
  refundOf,
})

describe('findRefunds', () => {
  it('a refund that lowers the sales (net) takes from the top tier, whichever line it refunds', () => {
    const lines = [sale('a', '1000'), sale('b', '1000'), refund('r', '-1000', 'a')]
    const outcome = statement(lines, { refunds: 'net' })
    expect(outcome.amount).toBe('100.00')
    expect(outcome.sales).toBe('1000.00')
    expect(outcome).not.toHaveProperty('refunds')
  })

  it('a refund that lowers the sales (net) of an earlier statement lowers this one’s sales', () => {
    const earlier = { id: 'x', amount: '1000', commission: '100' }
    const lines = [sale('a', '2000'), refund('r', '-1000', earlier)]
    expect(statement(lines, { refunds: 'net' }).amount).toBe('100.00')
  })
})

describe('findRefunds', () => {
  const earlier = { id: 'x', amount: '1000', commission: '100' }
  const software = { id: 'software', when: { category: 'software' }, scale: flat('0.2') }

  it('a refund of an earlier statement that lowers the sales (net) earns less by the rate of what it refunds', () => {
    const lines = [sale('a', '1000'), { ...refund('r', '-100', earlier), category: 'software' }]
    const plan = flatPlan({ refunds: 'net', rates: [software] })
    // 100 less 20.
    expect(calculateCommission({ lines }, plan).amount).toBe('80.00')
  })

  it('a refund of an earlier statement that lowers the sales (net) counts as any line does: with its status', () => {
    const eligibility = { statuses: ['signed'] }
    const lines = [{ ...sale('a', '1000'), status: 'signed' }, refund('r', '-100', earlier)]
    expect(statement(lines, { refunds: 'net', eligibility })).toMatchObject({
      amount: '100.00',
      notCounted: [{ id: 'r', issue: { code: 'STATUS_NOT_COUNTED' } }],
    })
  })
})

describe('findRefunds', () => {
  it('a refund that mirrors its original in the same statement takes back exactly what the original earned', () => {
    // The first line earned 100, the second 300.
    const lines = [sale('a', '1000'), sale('b', '1000')]
    expect(statement([...lines, refund('r', '-1000', 'a')])).toMatchObject({
      amount: '300.00',
      refunds: [{ line: 'r', refundOf: 'a', sales: '-1000.00', amount: '-100.00' }],
      adjustments: [{ kind: 'refund', amount: '-100.00', clause: null }],
    })
    expect(statement([...lines, refund('r', '-1000', 'b')]).amount).toBe('100.00')
    expect(statement([...lines, refund('r', '-500', 'b')]).amount).toBe('250.00')
  })

  it('a refund that mirrors its original of an earlier statement takes back its part of what was paid then, whatever the tier is now', () => {
    const earlier = { id: 'x', amount: '1500000', commission: '50000' }
    const plan = { ...throughJson(handbook.commission), refunds: 'mirror' as const }
    const { gate: _, provenance: __, ...open } = plan
    const lines = [sale('a', '100'), refund('r', '-300000', earlier)]
    const outcome = statement(lines, open)
    // 3 for the sale of 100; a fifth of 50,000.
    expect(outcome.amount).toBe('-9997.00')
    expect(outcome.refunds).toEqual([
      { line: 'r', refundOf: 'x', sales: '-300000.00', amount: '-10000.00' },
    ])
  })

  it('a refund that mirrors its original gives back exactly what was earned in any number of parts, in one statement', () => {
    const thirds = ['1', '2', '3'].map((id) => refund(id, '-1000', 'a'))
    // 3,000 earn 700; a third is 233.33….
    const outcome = statement([sale('a', '3000'), ...thirds])
    expect(outcome.amount).toBe('0.00')
    expect(outcome.refunds?.map(({ amount }) => amount)).toEqual(['-233.33', '-233.34', '-233.33'])
  })

  it('a refund that mirrors its original gives back exactly what was earned in parts, statement after statement', () => {
    const part = (refundedBefore: string) =>
      statement([refund('r', '-1', { id: 'x', amount: '3', commission: '100', refundedBefore })])
        .amount
    expect([part('0'), part('1'), part('2')]).toEqual(['-33.33', '-33.34', '-33.33'])
  })

  it('a refund that mirrors its original is left out of what a shut gate withholds', () => {
    // With an open gate 2,000 would have earned 400, and three quarters of it would have been taken back.
    const lines = [sale('a', '2000'), refund('r', '-1500', 'a')]
    const gated = flatPlan({ scale: rising, refunds: 'mirror', gate: { attainment: '1' } })
    const outcome = calculateCommission({ lines, target: '1000' }, gated)
    expect(outcome.amount).toBe('0.00')
    expect(outcome.attainment).toBe('0.5')
    expect(outcome.gate?.forgone).toBe('100.00')
    const { gate: _, ...open } = throughJson(gated)
    expect(calculateCommission({ lines, target: '1000' }, flatPlan(open)).amount).toBe('100.00')
  })

  it('a refund that mirrors its original of something that earned nothing takes nothing back', () => {
    const earlier = { id: 'x', amount: '1000', commission: '0' }
    expect(statement([refund('r', '-1000', earlier)]).amount).toBe('0.00')
  })

  it('a refund that mirrors its original does not need its original to come first', () => {
    expect(statement([refund('r', '-1000', 'a'), sale('a', '1000')]).amount).toBe('0.00')
  })

  it('a refund that mirrors its original lowers neither the tier of the other lines nor what they earn', () => {
    const lines = [sale('a', '1000'), sale('b', '1000'), refund('r', '-400', 'b')]
    const { amount, slices } = statement(lines)
    expect(slices.map((slice) => slice.amount)).toEqual(['100.00', '300.00'])
    expect(amount).toBe('280.00')
  })
})

describe.each(['net', 'mirror'] as const)('a refund (%s)', (refunds) => {
  const issues = (lines: readonly CommissionLine[], change: Partial<CommissionPlanInput> = {}) =>
    statement(lines, { refunds, ...change }).notCounted.map(({ id, issue }) => [id, issue])

  it('of a line that is not there is set aside', () => {
    expect(issues([sale('a', '100'), refund('r', '-10', 'b')])).toEqual([
      [
        'r',
        {
          code: 'REFUND_UNKNOWN',
          severity: 'warning',
          path: ['lines', 1, 'refundOf'],
          params: { refundOf: 'b' },
          message:
            'lines[1].refundOf: got "b", which is no line of this statement that counts. Give the id, amount and commission of the line that was paid.',
        },
      ],
    ])
  })

  it('of a line that did not count is set aside with it', () => {
    const lines = [
      { ...sale('a', '100'), status: 'draft' },
      { ...refund('r', '-10', 'a'), status: 'signed' },
    ]
    expect(issues(lines, { eligibility: { statuses: ['signed'] } })).toMatchObject([
      ['a', { code: 'STATUS_NOT_COUNTED' }],
      ['r', { code: 'REFUND_UNKNOWN' }],
    ])
  })

  it('of more than its original is set aside, and says what is left of it', () => {
    expect(issues([sale('a', '100'), refund('r', '-100.01', 'a')])).toEqual([
      [
        'r',
        {
          code: 'REFUND_TOO_LARGE',
          severity: 'warning',
          path: ['lines', 1, 'amount'],
          params: { given: '-100.01', refundOf: 'a', open: '100' },
          message:
            'lines[1].amount: got -100.01, expected an amount below 0 that takes at most the 100 left of "a".',
        },
      ],
    ])
  })

  it('of what an earlier refund has left is the most', () => {
    const lines = [sale('a', '100'), refund('r', '-60', 'a'), refund('s', '-40.01', 'a')]
    expect(issues(lines)).toMatchObject([
      ['s', { code: 'REFUND_TOO_LARGE', params: { given: '-40.01', refundOf: 'a', open: '40' } }],
    ])
    const earlier = { id: 'x', amount: '100', commission: '10', refundedBefore: '60' }
    expect(issues([refund('r', '-40.01', earlier)])).toMatchObject([
      ['r', { code: 'REFUND_TOO_LARGE', params: { given: '-40.01', refundOf: 'x', open: '40' } }],
    ])
    expect(issues([refund('r', '-40', earlier)])).toEqual([])
  })

  it.each(['0', '10'])('of %s, which is not below 0, is set aside', (amount) => {
    const earlier = { id: 'x', amount: '100', commission: '10' }
    for (const original of ['a', earlier])
      expect(issues([sale('a', '100'), refund('r', amount, original)])).toMatchObject([
        ['r', { code: 'REFUND_TOO_LARGE', path: ['lines', 1, 'amount'] }],
      ])
  })

  it('of all that is left counts, and the next finds nothing', () => {
    const earlier = { id: 'x', amount: '100', commission: '10' }
    for (const original of ['a', earlier]) {
      const lines = [refund('r', '-60', original), refund('s', '-40', original)]
      expect(issues([sale('a', '100'), ...lines])).toEqual([])
      expect(issues([sale('a', '100'), ...lines, refund('t', '-0.01', original)])).toMatchObject([
        ['t', { code: 'REFUND_TOO_LARGE', params: { given: '-0.01', open: '0' } }],
      ])
    }
  })

  it('of a line and of an earlier one of the same id are not added up', () => {
    const earlier = { id: 'a', amount: '100', commission: '10' }
    const lines = [sale('a', '100'), refund('r', '-100', 'a'), refund('s', '-100', earlier)]
    expect(issues(lines)).toEqual([])
  })

  it('of an earlier line that earned something else than an earlier refund of it says is set aside, and names that one', () => {
    const earlier = { id: 'O-1', amount: '1000', commission: '100' }
    const lines = [
      refund('R-1', '-100', earlier),
      refund('R-2', '-100', { ...earlier, commission: '50' }),
    ]
    const outcome = statement(lines, { refunds })
    expect(outcome.amount).toBe('-10.00')
    expect(outcome.notCounted).toEqual([
      {
        id: 'R-2',
        amount: '-100.00',
        issue: {
          code: 'REFUND_CONFLICT',
          severity: 'warning',
          path: ['lines', 1, 'refundOf', 'commission'],
          params: { refundOf: 'O-1', first: 'R-1', given: '50', expected: '100' },
          message:
            'lines[1].refundOf.commission: got 50, and "R-1", another refund of "O-1", says 100. Say the same in both.',
        },
      },
    ])
  })

  it('of an earlier line of another amount than an earlier refund of it says is set aside, too', () => {
    const earlier = { id: 'O-1', amount: '1000', commission: '100' }
    const lines = [
      refund('R-1', '-100', earlier),
      refund('R-2', '-100', { ...earlier, amount: '800' }),
    ]
    expect(issues(lines)).toMatchObject([
      ['R-2', { code: 'REFUND_CONFLICT', path: ['lines', 1, 'refundOf', 'amount'] }],
    ])
  })

  it('of an earlier line is compared with refunds of that line which count, however the figures are written', () => {
    const earlier = { id: 'O-1', amount: '1000', commission: '100' }
    const lines = [
      refund('R-0', '-1001', { ...earlier, commission: '7' }),
      refund('R-1', '-100', earlier),
      refund('R-2', '-100', { ...earlier, amount: 1000, commission: '100.00' }),
      refund('R-3', '-100', { ...earlier, id: 'O-2', commission: '50' }),
    ]
    expect(issues(lines)).toMatchObject([['R-0', { code: 'REFUND_TOO_LARGE' }]])
  })

  it('of the plan’s own currency is taken off as it is, with all of its decimals', () => {
    const lines = [sale('a', '10.005'), refund('r', '-3.335', 'a')]
    expect(statement(lines, { refunds }).sales).toBe('6.67')
  })

  it('takes back its part of what its original counted, whatever it says of costs', () => {
    const lines = [
      { ...sale('a', '100'), cost: '40' },
      { ...refund('r', '-50', 'a'), cost: '-1' },
    ]
    const plan = flatPlan({ refunds, base: 'margin' })
    // 60 at 10%, and half of it back.
    expect(calculateCommission({ lines }, plan)).toMatchObject({
      amount: '3.00',
      sales: '50.00',
      notCounted: [],
    })
  })

  it('of a refund is set aside', () => {
    const lines = [sale('a', '100'), refund('r', '-60', 'a'), refund('s', '-10', 'r')]
    expect(issues(lines)).toMatchObject([['s', { code: 'REFUND_UNKNOWN' }]])
  })
})
