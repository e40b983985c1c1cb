/** The laws of awards in turn, on random deals: against a sum in whole cents from the words, and however the year is cut. */
import fc from 'fast-check'
import {
  attributeCommission,
  type CommissionLine,
  calculateCommission,
  defineCommissionPlan,
  type SettlementBalance,
  settleCommission,
  sumOf,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'

interface Rules {
  readonly cap: number
  readonly fee: number
  readonly most: number
  readonly afterwards: number
}

/** In whole units of money; all kept before the cap is a fifth. */
const rules: fc.Arbitrary<Rules> = fc.record({
  cap: fc.integer({ min: 1, max: 400 }).map((tens) => tens * 10),
  fee: fc.integer({ min: 1, max: 30 }),
  most: fc.integer({ min: 1, max: 120 }),
  afterwards: fc.integer({ min: 1, max: 9 }),
})

const deals = fc.array(
  fc.integer({ min: 1, max: 60 }).map((tens) => tens * 10),
  {
    minLength: 1,
    maxLength: 24,
  },
)

function planOf({ cap, fee, most, afterwards }: Rules) {
  return defineCommissionPlan({
    currency: 'USD',
    scale: {
      mode: 'marginal',
      tiers: [
        { id: 'split', upTo: cap, rate: '0.8' },
        { id: 'capped', upTo: null, rate: 1 },
      ],
    },
    awards: [
      {
        id: 'fee',
        for: 'any',
        per: 'line',
        amount: -fee,
        after: cap,
        most,
        afterwards: -afterwards,
      },
    ],
    payment: { accrual: 'year-to-date' },
  })
}

/** What the agent gets, deal by deal: the company keeps its fifth until the cap, then its fees. */
function byTheWords(amounts: readonly number[], { cap, fee, most, afterwards }: Rules): number[] {
  let sold = 0
  let fees = 0
  return amounts.map((amount) => {
    const below = Math.min(amount, Math.max(cap - sold, 0))
    const isAfter = sold >= cap
    const charged = !isAfter ? 0 : fees < most ? Math.min(fee, most - fees) : afterwards
    fees += charged
    sold += amount
    return amount - below / 5 - charged
  })
}

const asLines = (amounts: readonly number[], from = 0): CommissionLine[] =>
  amounts.map((amount, index) => ({ id: `D-${from + index}`, amount: String(amount) }))

const money = (amount: number) => amount.toFixed(2)
const total = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0)

describe('awards in turn', () => {
  it('pay each deal what the words say', () => {
    fc.assert(
      fc.property(rules, deals, (own, amounts) => {
        const plan = planOf(own)
        const expected = byTheWords(amounts, own)
        const { amount, lines } = attributeCommission({ lines: asLines(amounts) }, plan)
        expect(lines.map((line) => line.amount)).toEqual(expected.map(money))
        expect(amount).toBe(money(total(expected)))
        expect(calculateCommission({ lines: asLines(amounts) }, plan).amount).toBe(amount)
      }),
    )
  })

  it('pay in a year the same, however its deals fall into months and its months into settlements', () => {
    fc.assert(
      fc.property(rules, deals, fc.nat({ max: 24 }), fc.boolean(), (own, amounts, cut, isOne) => {
        const plan = planOf(own)
        const months = [amounts.slice(0, cut), amounts.slice(cut)]
        const periods = months.map((list, index) => ({
          period: `2026-0${index + 1}`,
          lines: asLines(list, index * cut),
        }))
        const runs = isOne ? [periods] : periods.map((one) => [one])
        const earned: string[] = []
        let opening: SettlementBalance | undefined
        for (const run of runs) {
          const given = { payee: 'A', periods: run, ...(opening && { opening }) }
          const settled = settleCommission(given, plan)
          earned.push(...settled.periods.map((one) => one.earned))
          opening = settled.closing
        }
        const expected = byTheWords(amounts, own)
        expect(earned).toEqual(
          [expected.slice(0, cut), expected.slice(cut)].map((one) => money(total(one))),
        )
        expect(sumOf(earned)).toBe(money(total(expected)))
      }),
    )
  })
})
