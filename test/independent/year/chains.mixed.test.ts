import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { marginal } from './build.js'
import { counted, FEWER, TIMEOUT } from './count.js'
import type { Chain } from './draw.js'
import { chains } from './draw.js'
import { optional } from './draw.plans.js'
import type { Plan } from './facts.js'
import { inAll, settleYear } from './oracle.js'
import { type Mix, mixed } from './variants.lines.js'

const settle = counted()

const scales = fc.constantFrom(marginal('0.08'), marginal('0.15'), marginal('0.04', 10_000, '0.12'))

const factors = fc.array(
  fc.record({
    when: fc.constantFrom({ product: 'a' }, { product: 'b' }, { product: 'c' }),
    applies: fc.constantFrom('both' as const, 'counts' as const, 'earns' as const),
    multiplier: fc.constantFrom('0', '0.5', '0.8', '1', '1.5'),
  }),
  { minLength: 1, maxLength: 3 },
)

/** Rates of one or two products within one quota, or factors, or both. */
const mixes: fc.Arbitrary<Mix> = fc
  .record({
    rates: optional(
      fc.tuple(scales, scales).map(([first, second]) => [
        { id: 'of-b', when: { product: 'b' }, scale: first },
        { id: 'of-c', when: { product: 'c' }, scale: second },
      ]),
    ),
    factors: optional(
      factors.map((list) => list.map((one, index) => ({ id: `f${index}`, ...one }))),
    ),
    attribution: fc.constantFrom('deal-order' as const, 'pro-rata' as const),
  })
  .filter(({ rates, factors: weighing }) => rates !== undefined || weighing !== undefined)

/** Of a year to date nobody says outside the account what its lines were, so that it is not restated. */
function asItWas({ year, starts }: Chain): Chain {
  const isToDate = year.plans.some(({ plan }) => accrualOf(plan) !== 'period')
  const periods = year.periods.map(({ corrections, ...others }) =>
    isToDate || corrections === undefined ? others : { ...others, corrections },
  )
  return { year: { ...year, periods }, starts }
}

function accrualOf({ payment }: Plan) {
  return payment.accrual ?? 'period'
}

const ofLines = chains()
  .filter(({ year }) => year.periods.every(({ facts }) => facts.lines !== undefined))
  .map(asItWas)

describe('any chain of settlements, with rates within one quota and with factors', () => {
  it(
    'pays in each period what the oracle says',
    () => {
      fc.assert(
        fc.property(ofLines, mixes, (chain, mix) => {
          const many = mixed(chain, mix)
          const settled = settle(many)
          if (settled === undefined) return
          const expected = settleYear(many.year)
          const withoutHeld = ({ held: _, ...pay }: (typeof expected)[number]) => pay
          expect(settled.pays.map(withoutHeld)).toEqual(expected.map(withoutHeld))
          expect(inAll(settled.pays)).toBe(inAll(expected))
        }),
        { numRuns: FEWER },
      )
    },
    TIMEOUT,
  )
})
