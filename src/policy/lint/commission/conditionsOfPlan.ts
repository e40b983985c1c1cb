import type { CommissionInput } from '../../../commission/index.js'
import type { Condition, DecimalInput, Path } from '../../../kernel/index.js'
import * as fraction from '../../../kernel/number/fraction.js'
import type { AskedCondition } from '../conditions.js'
import type { Facts } from '../factsMeeting.js'
import { lineOf, type TriedPlan } from './lanes.js'

type PlanFacts = Readonly<Record<string, DecimalInput | boolean>>

/** What a plan asks for: of the gate the statement says whether it is met, of everything else in the order of the plan. */
export function conditionsOfPlan(tried: TriedPlan): AskedCondition[] {
  const { gate, accelerator, rates = [], awards = [] } = tried.plan
  const others: (readonly [Path, Condition | undefined])[] = [
    [['accelerator', 'conditions'], accelerator?.conditions],
    ...rates.map((rule, index) => [['rates', index, 'conditions'], rule.conditions] as const),
    ...awards.map((award, index) => [['awards', index, 'conditions'], award.conditions] as const),
  ]
  const asked = others.flatMap(([path, condition]) => (condition ? [{ path, condition }] : []))
  return [
    ...(gate?.conditions
      ? [ask(['gate', 'conditions'], gate.conditions, 'gate.outcome', tried)]
      : []),
    ...asked.map(({ path, condition }, index) =>
      ask(path, condition, `conditions.${index}.outcome`, tried),
    ),
  ]
}

function ask(path: Path, condition: Condition, figure: string, tried: TriedPlan): AskedCondition {
  const { question, payee } = tried
  return {
    path,
    condition,
    question: { ...question, figure },
    given: (facts: Facts) => {
      const all = { ...payee.facts, ...facts } as PlanFacts
      const input: CommissionInput = {
        ...payee,
        facts: all,
        lines: [lineOf(fraction.HUNDRED, tried)],
      }
      return [input]
    },
  }
}
