import fc from 'fast-check'
import {
  applyEdits,
  appraise,
  attempt,
  attributeCommission,
  calculateCommission,
  defineAppraisalScheme,
  defineCommissionPlan,
  digestOf,
  gradeConsequences,
  handbook,
  settleCommission,
} from 'sales-rules'
import { verify, withInput } from 'sales-rules/explain'
import { describe, expect, it } from 'vitest'
import type { Defined } from '../../../src/kernel/index.js'
import { kindOf } from '../../../src/kernel/policy/defined.js'
import { numbersOf } from '../../../src/policy/internal.js'
import { defineAs } from '../../../src/policy/kinds.js'
import { correctedSettlements, histories, settledPlans } from '../../arbitraries.payment.js'
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

/** A number of a policy that was edited, of which the policy has kept its name; undefined where none can be. */
function edited(policy: Defined<object>, place: number, edit: object): Defined<object> | undefined {
  const numbers = numbersOf(policy)
  const path = numbers[place % numbers.length]?.path
  const { id, version } = policy as Defined<{ readonly id: string; readonly version: string }>
  const result = attempt(() => {
    const changed = applyEdits(policy as never, [{ path, ...edit } as never])
    return defineAs(kindOf(policy) as never, { ...throughJson(changed as object), id, version })
  })
  return result.ok ? result.value : undefined
}

const corrected: fc.Arbitrary<Made> = correctedSettlements
  .filter((one) => one !== undefined)
  .map(({ plan, input, settlement }) => ({
    ...{ outcome: settlement, policy: plan, input },
    of: 'settleCommission',
  }))

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

  it('says whether they differ, and throws nothing, where a number of the policy was edited', () => {
    const edits = [
      { multiply: '1.01' },
      { add: '1' },
      { multiply: '0.5' },
      { set: '0' },
      { set: 0 },
    ]
    const said = { identical: 0, differs: 0, refused: 0 }
    fc.assert(
      fc.property(
        fc.oneof(outcomes, corrected),
        fc.nat(),
        fc.constantFrom(...edits),
        ({ outcome, policy, input, of: name }, place, edit) => {
          const other = edited(policy, place, edit)
          fc.pre(other !== undefined)
          const found = verify(throughJson(outcome), other, input, { of: name })
          if (found.identical) said.identical += 1
          else if (found.issues === undefined) said.differs += 1
          else said.refused += 1
          // A settlement names the text of its plan.
          const isOther = digestOf(throughJson(other)) !== digestOf(throughJson(policy))
          if (isOther && name === 'settleCommission') expect(found.identical).toBe(false)
          if (!isOther) expect(found).toEqual({ identical: true })
        },
      ),
      { numRuns: 300 },
    )
    // Of three hundred, more than ten and more than fifty; of fewer, as many of them.
    const all = said.identical + said.differs + said.refused
    expect(said.identical / all).toBeGreaterThan(1 / 30)
    expect(said.differs / all).toBeGreaterThan(1 / 6)
  })
})
