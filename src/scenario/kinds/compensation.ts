import {
  type CompensationInput,
  calculateCompensation,
  type DefinedCompensationPlan,
} from '../../compensation/index.js'
import * as currencies from '../../kernel/number/currency.js'
import { figureOf } from '../figureOf.js'
import type { Measure } from '../measure.js'
import { addedStep, stepOf } from './scorecard.js'

/** A compensation plan: the figure is what is paid for all components. */
export function compensationMeasure(
  plan: DefinedCompensationPlan,
): Omit<Measure, 'kind' | 'policy'> {
  return {
    unit: plan.currency,
    decimals: currencies.decimalsOf(plan.currency) ?? 0,
    compute: (input) => {
      const { amount, components, cap } = calculateCompensation(input as CompensationInput, plan)
      return {
        figure: figureOf(amount),
        class: null,
        sales: null,
        steps: () => [
          ...components.map((one) => addedStep(0, 'component', one.id, one.amount)),
          ...(cap === undefined ? [] : [stepOf(1, 'cap', null, cap.amount)]),
          stepOf(2, 'amount', null, amount),
        ],
      }
    },
  }
}
