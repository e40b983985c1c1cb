/** Random years whose lines are of orders that go on from month to month, and of customers that have more than one first order. */
import fc from 'fast-check'
import { type Chain, chains, type Features } from './draw.js'
import { optional } from './draw.plans.js'
import type { Line, Period, Plan } from './facts.js'
import { under } from './variants.js'

/** What a line says of its order; a line that takes back says nothing of it. */
type Said = Pick<Line, 'order' | 'customer' | 'firstOrder'>

/** Few orders of few customers, so that they meet. */
const said: fc.Arbitrary<Said> = fc
  .record({
    order: fc.constantFrom('A', 'A', 'B', 'C', undefined),
    customer: fc.constantFrom('Acme', 'Acme', 'Acme', 'Bolt', undefined),
    firstOrder: fc.constantFrom(true, true, true, true, undefined, false),
  })
  .map(({ order, customer, firstOrder }) => ({
    ...(order && { order }),
    ...(customer && { customer: order === 'C' ? 'Bolt' : customer }),
    ...(firstOrder !== undefined && { firstOrder }),
  }))

const awards: fc.Arbitrary<NonNullable<Plan['awards']>> = fc
  .uniqueArray(
    fc.record({
      amount: fc.constantFrom('5000', '10000', '20000', '30000'),
      whileGateShut: fc.constantFrom('paid' as const, 'forgone' as const),
    }),
    { minLength: 1, maxLength: 2, selector: ({ amount }) => amount },
  )
  .map((list) =>
    list.map(({ amount, whileGateShut }, index) => ({
      id: `award-${index}`,
      for: 'first-order' as const,
      order: { comparison: 'at-least' as const, amount },
      amount: index === 0 ? '250' : '100',
      whileGateShut,
    })),
  )

/** Chains as they are drawn, with orders in them, and with awards in one of their plans or in both. */
export function orderChains(features: Partial<Features> = {}): fc.Arbitrary<Chain> {
  return fc
    .record({
      chain: chains(features).filter(({ year }) =>
        year.periods.some(({ facts }) => (facts.lines ?? []).length > 0),
      ),
      tags: fc.array(said, { minLength: 6, maxLength: 12 }),
      really: fc.array(said, { minLength: 1, maxLength: 3 }),
      isLearned: fc.boolean(),
      first: optional(awards, 5),
      next: optional(awards, 5),
      isSame: fc.boolean(),
    })
    .map(({ chain, tags, really, isLearned, first, next, isSame }) => {
      const own = tagger(tags)
      const ofCorrection = isLearned ? tagger(really) : own
      return withAwards(withOrders(chain, own, ofCorrection), first, isSame ? first : next)
    })
}

type Tag = (line: Line, position: number) => Line

/** What a line says goes by its place among the lines of its month, and by the month. */
function tagger(tags: readonly Said[]): Tag {
  return (line, position) => {
    if (line.refundOf !== undefined) return line
    const month = Number(line.id.slice(5, 7))
    return { ...line, ...tags[(month * 3 + position) % tags.length] }
  }
}

function withOrders({ year, starts }: Chain, own: Tag, ofCorrection: Tag): Chain {
  const tagged = (facts: Period, tag: Tag): Period =>
    facts.lines === undefined ? facts : { ...facts, lines: facts.lines.map(tag) }
  const periods = year.periods.map(({ facts, corrections, ...others }) => ({
    ...others,
    facts: tagged(facts, own),
    ...(corrections && { corrections: corrections.map((now) => tagged(now, ofCorrection)) }),
  }))
  return { year: { ...year, periods }, starts }
}

function withAwards(
  chain: Chain,
  first: Plan['awards'] | undefined,
  next: Plan['awards'] | undefined,
): Chain {
  return under(chain, (plan) => {
    const own = plan.id === 'next' ? next : first
    return own === undefined ? plan : { ...plan, awards: own }
  })
}
