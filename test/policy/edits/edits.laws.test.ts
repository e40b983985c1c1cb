import fc from 'fast-check'
import { applyEdits, type Defined, defineCommissionPlan, type Edit, handbook } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { plans, throughJson } from '../../arbitraries.rooms.js'
import * as oracle from '../../oracle/fraction.js'

const ready = Object.entries(handbook).filter(([name]) => name !== 'clauses') as unknown as [
  string,
  Defined<object>,
][]

/** Edits of four places of the handbook's plan, of which none is in another. */
const amount = fc.integer({ min: 1, max: 9 })
const places = fc.record({
  first: amount.map((n): Edit => ({ path: 'scale.tiers.first.rate', set: `0.0${n}` })),
  second: amount.map((n): Edit => ({ path: 'scale.tiers.second.rate', multiply: `0.${n}` })),
  award: amount.map((n): Edit => ({ path: 'awards.large-order.amount', add: n * 100 })),
  cap: amount.map((n): Edit => ({ path: 'cap', set: { amount: n * 1000 } })),
  coefficient: fc.constant<Edit>({ path: 'coefficient', remove: true }),
  tier: amount.map(
    (n): Edit => ({
      path: 'scale.tiers',
      insert: { id: 'more', upTo: 2_000_000 + n, rate: '0.045' },
      before: 'top',
    }),
  ),
})

describe('edits', () => {
  it.each(ready)('are none for %s, and it is the same', (_, policy) => {
    expect(applyEdits(policy, [])).toEqual(policy)
  })

  it('of different places commute', () => {
    const edits = places.chain((all) =>
      fc.tuple(
        fc.constant(Object.values(all)),
        fc.shuffledSubarray(Object.values(all), { minLength: 6 }),
      ),
    )
    fc.assert(
      fc.property(edits, ([one, other]) => {
        expect(applyEdits(handbook.commission, other)).toEqual(applyEdits(handbook.commission, one))
      }),
    )
  })

  it('one after the other are all of them at once', () => {
    fc.assert(
      fc.property(places, (all) => {
        const edits = Object.values(all)
        const oneByOne = edits.reduce((plan, edit) => applyEdits(plan, [edit]), handbook.commission)
        expect(oneByOne).toEqual(applyEdits(handbook.commission, edits))
      }),
    )
  })

  it('that set what is there change nothing, whatever the plan and the place', () => {
    fc.assert(
      fc.property(plans(), fc.nat(), (input, pick) => {
        const plan = defineCommissionPlan(input)
        const fields = Object.entries(plan)
        const [path, value] = fields[pick % fields.length] ?? ['']
        expect(applyEdits(plan, [{ path, set: throughJson(value) }])).toEqual(plan)
      }),
    )
  })

  it('multiply and add exactly, as fractions do, and back again', () => {
    const decimal = fc
      .tuple(fc.integer({ min: 1, max: 10 ** 9 }), fc.integer({ min: 0, max: 6 }))
      .map(([n, places]) => oracle.fraction(BigInt(n), 10n ** BigInt(places)))
    fc.assert(
      fc.property(decimal, decimal, (start, by) => {
        const amount = oracle.toText(start)
        const text = oracle.toText(by)
        const path = 'awards.large-order.order.amount'
        const plan = applyEdits(handbook.commission, [{ path, set: amount }])
        const changed = (edit: Edit) => applyEdits(plan, [edit]).awards?.[0]?.order?.amount
        expect(changed({ path, multiply: text })).toBe(oracle.toText(oracle.multiply(start, by)))
        expect(changed({ path, add: text })).toBe(oracle.toText(oracle.add(start, by)))
        const back = applyEdits(plan, [
          { path, add: text },
          { path, add: `-${text}` },
        ])
        expect(back).toEqual(plan)
      }),
    )
  })
})
