import fc from 'fast-check'
import {
  attempt,
  type CommissionFacts,
  calculateCommission,
  commissionAccumulator,
  commissionCurve,
  type DefinedCommissionPlan,
  defineCommissionPlan,
  type Issue,
  planNeeds,
  salesForCommission,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { type Working, workings } from '../arbitraries.rooms.js'

type NeedKind = ReturnType<typeof planNeeds>[number]['of'][number]

/** The first field of a plan that needs one of these; undefined where none does. */
function fieldOf(plan: DefinedCommissionPlan, ...kinds: readonly NeedKind[]) {
  return planNeeds(plan).find(({ of }) => of.some((kind) => kinds.includes(kind)))?.field
}

/** What stops a call: of each issue its code, its place, and the field of the plan that it names. */
function stops(call: () => unknown) {
  const outcome = attempt(call)
  return outcome.ok ? [] : outcome.issues.map(describeIssue)
}

function describeIssue({ code, path, params }: Issue) {
  return [code, path.join('.'), 'field' in params ? params.field : undefined]
}

function factsOf({ input }: Working): CommissionFacts {
  const { lines: _, exchangeRates: __, period: ___, ...facts } = input
  return facts
}

/** A figure that no scale refuses, and a commission that any sales earn. */
const SALES = '50000'
const NOTHING = '0'

const MANY = { numRuns: 400 }

describe('what a plan needs', () => {
  it('is what a figure, a curve and an inverse refuse it for', () => {
    fc.assert(
      fc.property(workings(), (working) => {
        const plan = defineCommissionPlan(working.plan)
        const facts = factsOf(working)
        const field = fieldOf(plan, 'line', 'amount')
        const figure = field === undefined ? [] : [['VALUE_MISSING', 'lines', field]]
        const curve = field === undefined ? [] : [['PLAN_NEEDS_LINES', '', field]]
        expect(stops(() => calculateCommission({ sales: SALES, ...facts }, plan))).toEqual(figure)
        expect(stops(() => commissionCurve(plan, facts))).toEqual(curve)
        expect(stops(() => salesForCommission(NOTHING, plan, facts))).toEqual(curve)
      }),
      MANY,
    )
  })

  it('is what an accumulator refuses it for', () => {
    fc.assert(
      fc.property(workings(), (working) => {
        const plan = defineCommissionPlan(working.plan)
        const field = fieldOf(plan, 'order')
        expect(stops(() => commissionAccumulator(plan))).toEqual(
          field === undefined ? [] : [['PLAN_NEEDS_LINES', '', field]],
        )
      }),
      MANY,
    )
  })

  it.each<[NeedKind, keyof CommissionFacts]>([
    ['target', 'target'],
    ['measure', 'measure'],
    ['incentive', 'targetIncentive'],
    ['facts', 'facts'],
    ['year', 'yearToDate'],
  ])('has %s exactly where a calculation stops without it', (kind, key) => {
    fc.assert(
      fc.property(workings(), (working) => {
        const plan = defineCommissionPlan(working.plan)
        const { [key]: _, period: __, ...input } = working.input
        const stopped = stops(() => calculateCommission(input as Working['input'], plan))
        expect(stopped.length > 0).toBe(fieldOf(plan, kind) !== undefined)
        for (const [code, path] of stopped) {
          expect(code).toMatch(/_MISSING$/)
          expect(String(path).split('.')[0]).toBe(key)
        }
      }),
      MANY,
    )
  })
})
