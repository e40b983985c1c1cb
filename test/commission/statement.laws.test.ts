import fc from 'fast-check'
import { calculateCommission, defineCommissionPlan } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { type Working, workings } from '../arbitraries.rooms.js'
import { stateByTheRules } from '../oracle/commission.js'
import { toText } from '../oracle/fraction.js'

function calculate({ input, plan }: Working) {
  return calculateCommission(input, defineCommissionPlan(plan))
}

describe('a statement of any plan', () => {
  it('is what the rules say, computed another way', () => {
    fc.assert(
      fc.property(workings(), (working) => {
        // An original's share is its own in the order of the deals; in proportion it is another.
        fc.pre(working.plan.refunds === 'net' || working.plan.attribution === 'deal-order')
        const expected = stateByTheRules(working.input, working.plan)
        const statement = calculate(working)
        expect({
          amount: statement.amount,
          exact: statement.exact,
          attainment: statement.attainment,
          isOpen: statement.gate === null || statement.gate.outcome === 'met',
          adjustments: statement.adjustments.map(({ kind, amount }) => ({ kind, amount })),
          notCounted: statement.notCounted.map(({ id, issue }) => [id, issue.code]),
          awards: (statement.awards ?? []).map(({ award, line, outcome }) => [
            award,
            line,
            outcome,
          ]),
          refunds: (statement.refunds ?? []).map(({ line, amount }) => [line, amount]),
        }).toEqual({
          amount: expected.amount,
          exact: toText(expected.exact),
          attainment: toText(expected.attainment),
          isOpen: expected.isOpen,
          adjustments: expected.adjustments,
          notCounted: expected.notCounted,
          awards: expected.awards,
          refunds: expected.refunds,
        })
      }),
      { numRuns: Number(process.env['RUNS'] ?? 500) },
    )
  })
})
