/** What cancelled sales give back by months and by steps, a second time from the words of docs/commission/what-if-it-was-wrong.md. */
import fc from 'fast-check'
import { clawBack, defineCommissionPlan } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import {
  divide,
  type Fraction,
  fraction,
  multiply,
  parse,
  subtract,
  sum,
  toDecimal,
} from '../oracle/fraction.js'

type Unit = 'day' | 'month'

type Rule =
  | { readonly kind: 'months'; readonly months: number; readonly inForce?: 'started' | 'whole' }
  | {
      readonly kind: 'steps'
      readonly unit: Unit
      readonly steps: readonly { readonly upTo: number; readonly share: string }[]
    }

/** So many days or months later; of a short month, the last day stands for those that it has not. */
function later(day: string, count: number, unit: Unit): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  if (unit === 'day')
    return new Date(Date.UTC(year, month - 1, date + count)).toISOString().slice(0, 10)
  const last = new Date(Date.UTC(year, month - 1 + count + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + count, Math.min(date, last)))
    .toISOString()
    .slice(0, 10)
}

/** The part of a commission that comes back. */
function partOf(rule: Rule, soldOn: string, cancelledOn: string): Fraction {
  if (rule.kind === 'steps') {
    const step = rule.steps.find(({ upTo }) => cancelledOn <= later(soldOn, upTo, rule.unit))
    return parse(step?.share ?? '0')
  }
  let inForce = 0
  const ends = (months: number) => later(soldOn, months, 'month')
  // The month of the cancellation was begun; or only those count that are over by then.
  if (rule.inForce === 'whole')
    while (inForce < rule.months && ends(inForce + 1) <= cancelledOn) inForce += 1
  else while (inForce < rule.months && ends(inForce) < cancelledOn) inForce += 1
  return divide(fraction(BigInt(rule.months - inForce)), fraction(BigInt(rule.months)))
}

const rules: fc.Arbitrary<Rule> = fc.oneof(
  fc.record({ kind: fc.constant('months' as const), months: fc.constantFrom(1, 3, 9, 12) }),
  fc.record({
    kind: fc.constant('months' as const),
    months: fc.constantFrom(1, 6, 9),
    inForce: fc.constantFrom('started' as const, 'whole' as const),
  }),
  fc
    .tuple(
      fc.constantFrom<Unit>('day', 'month'),
      fc.constantFrom(['1', '0.5'], ['0.75', '0.3', '0.1']),
    )
    .map(([unit, shares]) => ({
      kind: 'steps' as const,
      unit,
      steps: shares.map((share, index) => ({
        upTo: (index + 1) * (unit === 'day' ? 30 : 3),
        share,
      })),
    })),
)

const sales = fc.record({
  commission: fc.integer({ min: 0, max: 100_000 }).map((cents) => String(cents / 100)),
  soldOn: fc.constantFrom('2026-01-10', '2026-01-31', '2024-02-29', '2025-12-01', '2026-08-31'),
  cancelled: fc.array(
    fc.record({
      // Leans to the ends of months and of steps, one day either side.
      months: fc.integer({ min: 0, max: 13 }),
      days: fc.constantFrom(-1, 0, 1, 15),
      share: fc.constantFrom('0.25', '0.333', '0.1'),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  isWhole: fc.boolean(),
})

describe('a cancelled sale', () => {
  it('gives back by months and by steps what the words say, its parts rounded together', () => {
    fc.assert(
      fc.property(rules, sales, (rule, { commission, soldOn, cancelled, isWhole }) => {
        const plan = defineCommissionPlan({
          currency: 'EUR',
          scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.1' }] },
          clawback: rule as never,
        })
        const rows = (isWhole ? cancelled.slice(0, 1) : cancelled).map(
          ({ months, days, share }) => {
            const day = later(later(soldOn, months, 'month'), days, 'day')
            const cancelledOn = day < soldOn ? soldOn : day
            return { id: 'O-1', commission, soldOn, cancelledOn, ...(!isWhole && { share }) }
          },
        )
        const exact = rows.map(({ cancelledOn, share = '1' }) =>
          multiply(multiply(parse(commission), parse(share)), partOf(rule, soldOn, cancelledOn)),
        )
        const upTo = (count: number) => parse(toDecimal(sum(exact.slice(0, count)), 2, 'half-up'))
        const { lines, notCounted } = clawBack(rows, plan)
        expect(notCounted).toEqual([])
        expect(lines.map(({ amount }) => amount)).toEqual(
          rows.map((_, index) => toDecimal(subtract(upTo(index), upTo(index + 1)), 2, 'half-up')),
        )
      }),
      { numRuns: 1_000 },
    )
  })
})
