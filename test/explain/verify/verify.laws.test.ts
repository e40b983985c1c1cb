import fc from 'fast-check'
import {
  appraise,
  attempt,
  attributeCommission,
  calculateCommission,
  defineAppraisalScheme,
  defineCommissionPlan,
  gradeConsequences,
  handbook,
  settleCommission,
} from 'sales-rules'
import { verify, withInput } from 'sales-rules/explain'
import { describe, expect, it } from 'vitest'
import type { Defined } from '../../../src/kernel/index.js'
import { histories, settledPlans } from '../../arbitraries.payment.js'
import {
  gradeHistories,
  scorecards,
  throughJson,
  toScheme,
  workings,
} from '../../arbitraries.rooms.js'
import { changedSomewhere } from './changedSomewhere.js'

interface Made {
  readonly outcome: unknown
  readonly policy: Defined<object>
  readonly input: unknown
  readonly of: string
}

/** Outcomes of what was drawn; what the rules refuse is left out. */
const of = <Drawn>(drawn: fc.Arbitrary<Drawn>, make: (drawn: Drawn) => Made): fc.Arbitrary<Made> =>
  drawn
    .map((one) => attempt(() => make(one)))
    .filter((made) => made.ok)
    .map((made) => (made as { readonly value: Made }).value)

const outcomes: fc.Arbitrary<Made> = fc.oneof(
  of(workings(), ({ plan, input }) => {
    const policy = defineCommissionPlan(plan)
    return { outcome: calculateCommission(input, policy), policy, input, of: 'calculateCommission' }
  }),
  of(workings(), ({ plan, input }) => {
    const policy = defineCommissionPlan(plan)
    return { outcome: attributeCommission(input, policy), policy, input, of: 'attributeCommission' }
  }),
  of(fc.tuple(settledPlans(), histories), ([plan, periods]) => {
    const policy = defineCommissionPlan(plan)
    const input = { payee: 'Li', periods }
    return { outcome: settleCommission(input, policy), policy, input, of: 'settleCommission' }
  }),
  of(scorecards, ({ scorecard, answers }) => {
    const policy = defineAppraisalScheme(toScheme(scorecard))
    const results = Object.fromEntries(
      Object.entries(answers).map(([id, answer]) => [
        id,
        typeof answer === 'object' ? answer : { value: answer },
      ]),
    )
    const input = { results } as never
    return { outcome: appraise(input, policy), policy, input, of: 'appraise' }
  }),
  of(gradeHistories, (input) => {
    const policy = handbook.grading
    return { outcome: gradeConsequences(input, policy), policy, input, of: 'gradeConsequences' }
  }),
)

describe('verify', () => {
  it('says identical of every outcome that the rules made', () => {
    const kinds = new Set<string>()
    fc.assert(
      fc.property(outcomes, ({ outcome, policy, input, of: name }) => {
        kinds.add(name)
        const archived = throughJson(outcome)
        expect(verify(archived, policy, throughJson(input), { of: name })).toEqual({
          identical: true,
        })
        if (Array.isArray(archived)) return
        const recorded = throughJson(withInput(archived as object, input))
        expect(verify(recorded, policy)).toEqual({ identical: true })
      }),
      { numRuns: 400 },
    )
    expect(kinds.size).toBe(5)
  })

  it('finds a changed digit wherever it is', () => {
    fc.assert(
      fc.property(outcomes, fc.nat(), ({ outcome, policy, input, of: name }, place) => {
        const changed = changedSomewhere(throughJson(outcome), place)
        fc.pre(changed !== undefined)
        const result = attempt(() => verify(changed, policy, input, { of: name }))
        if (result.ok) expect(result.value.identical).toBe(false)
        else expect(result.issues.map(({ code }) => code)).toEqual(['PLAN_CHANGED'])
      }),
      { numRuns: 1000 },
    )
  })
})
