import {
  accrualByComponent,
  attempt,
  defineCompensationPlan,
  settleCompensation,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'

const scale = { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.1' }] } as const
const plan = defineCompensationPlan({
  currency: 'EUR',
  payment: { draw: { amount: '50', kind: 'recoverable' } },
  components: [
    { id: 'a', commission: { scale } },
    {
      id: 'b',
      commission: { scale, payment: { holdback: { share: '0.2', releaseAfter: 1 } } },
    },
  ],
})
const settlement = settleCompensation(
  {
    payee: 'Li',
    periods: [{ period: '2026-01', components: { a: { sales: '200' }, b: { sales: '1000' } } }],
  },
  plan,
)

describe('accrualByComponent', () => {
  it('says of each component, and of all, what is held, carried and advanced', () => {
    const { components, ...all } = accrualByComponent(settlement)
    expect(all).toEqual({
      ...{ payee: 'Li', period: '2026-01', currency: 'EUR' },
      ...{ unpaid: '20.00', held: '20.00', carried: '0.00', advanced: '30.00' },
    })
    expect(components.map(({ id, unpaid, advanced }) => [id, unpaid, advanced])).toEqual([
      ['a', '0.00', '30.00'],
      ['b', '20.00', '0.00'],
    ])
  })

  it('says what a component owes as unpaid and carried, below zero, and not as held', () => {
    const components = { a: { sales: '200' }, b: { sales: '-100' } }
    const owing = settleCompensation(
      { payee: 'Li', periods: [{ period: '2026-01', components }] },
      plan,
    )
    expect(accrualByComponent(owing)).toMatchObject({
      ...{ unpaid: '-10.00', held: '0.00', carried: '-10.00', advanced: '30.00' },
      components: [{ advanced: '30.00' }, { unpaid: '-10.00', held: '0.00', carried: '-10.00' }],
    })
  })

  it('refuses a settlement without components, and one that cannot be read', () => {
    const codes = (value: unknown) => {
      const outcome = attempt(() => accrualByComponent(value as typeof settlement))
      return outcome.ok ? [] : outcome.issues.map(({ code, path }) => [code, path.join('.')])
    }
    expect(codes({ ...settlement, components: [] })).toEqual([['POLICY_CONFLICT', 'components']])
    expect(codes({})).toEqual([['VALUE_MISSING', 'components']])
    const [a] = settlement.components
    const broken = { ...a, settlement: { ...a?.settlement, currency: 'RMB' } }
    expect(codes({ components: [broken] })).toEqual([
      ['CURRENCY_UNKNOWN', 'components.0.settlement.currency'],
    ])
  })
})
