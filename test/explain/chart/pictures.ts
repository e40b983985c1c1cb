import fc from 'fast-check'
import type { Picture } from '../../../src/explain/index.js'
import { calculateCommission, commissionCurve, defineCommissionPlan } from '../../../src/index.js'
import { amounts, commissionFacts, plans } from '../../arbitraries.rooms.js'

/** Pictures of each kind, drawn from what the functions return for random plans and people. */
const curves = fc
  .record({
    given: plans(),
    facts: commissionFacts,
    sales: amounts(-5, 400),
    isCut: fc.boolean(),
    stands: fc.boolean(),
  })
  .map(({ given, facts, sales, isCut, stands }): Picture => {
    const plan = defineCommissionPlan(given)
    const upTo = isCut || !stands || Number(sales) <= 0 ? { upTo: '450000' } : {}
    const curve = commissionCurve(plan, { ...facts, ...upTo })
    const salesIn = given.scale.thresholds === 'units' ? 'units' : 'money'
    const picture = { kind: 'payout-curve', curve, salesIn } as const
    if (!stands) return picture
    return { ...picture, statement: calculateCommission({ payee: 'Ann', sales, ...facts }, plan) }
  })

export const pictures: Readonly<Record<Picture['kind'], fc.Arbitrary<Picture>>> = {
  'payout-curve': curves,
}

const point = { below: '0.00', amount: '0.00', above: '0.00', rate: '0.03' }

/** A picture of each kind with a text wherever there is room for one. */
export const hostileTexts: Readonly<Record<Picture['kind'], (text: string) => Picture>> = {
  'payout-curve': (text) => ({
    kind: 'payout-curve',
    curve: {
      currency: text,
      points: [
        { sales: '0.00', ...point },
        { sales: '9.00', ...point, rate: '0.04' },
      ],
    },
    statement: { payee: text, currency: text, sales: '5.00', amount: '1.00', next: null } as never,
  }),
}
