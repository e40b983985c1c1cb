import { type CommissionInput, calculateCommission } from '../../commission/index.js'
import {
  type CompensationInput,
  calculateCompensation,
  type DefinedCompensationPlan,
} from '../../compensation/index.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import { exactly } from '../draw/amounts.js'
import {
  arbitraryCompensationInput,
  type Component,
  computedIn,
  factsOf,
  planOf,
  schemeOf,
} from '../draw/compensationInput.js'
import { type AnyLaw, differing, law } from '../law.js'
import type { FastCheck } from '../types.js'
import { appraisalLaws } from './appraisal.js'
import { commissionLaws } from './commission.js'
import { consequenceLaws } from './consequences.js'

/** The laws of a compensation plan: of its components, each by what it earns and all together, and of what follows from grades. */
export function compensationLaws(fc: FastCheck, plan: DefinedCompensationPlan): AnyLaw[] {
  const { components = [] } = plan
  const ofAll = [
    componentsAddUp(fc, plan),
    ...componentAlone(fc, plan),
    orderOfComponents(fc, plan),
    ...(plan.cap === undefined ? [] : [capHeld(fc, plan)]),
  ]
  return [
    ...(components.length === 0 ? [] : ofAll),
    ...components.flatMap((one) => componentLaws(fc, one)),
    ...consequenceLaws(fc, plan),
  ]
}

/** The laws of the policies that a component earns by, under its name. */
function componentLaws(fc: FastCheck, component: Component): AnyLaw[] {
  const { id, appraisal } = component
  const ofScore = appraisal === undefined ? [] : appraisalLaws(fc, schemeOf(appraisal))
  return [...ofScore, ...commissionLaws(fc, planOf(component))].map((one) => ({
    ...one,
    name: `component ${id}: ${one.name}`,
  }))
}

function sumOf(amounts: readonly string[]): string {
  return write.decimal(fraction.sum(amounts.map(exactly)))
}

function componentsAddUp(fc: FastCheck, plan: DefinedCompensationPlan): AnyLaw {
  return law(fc, {
    name: 'the components add up to the amount, and what the cap took is what they earned less',
    of: 'library',
    cases: arbitraryCompensationInput(fc, plan),
    broken: (input) => {
      const { amount, components, cap } = calculateCompensation(input, plan)
      const paid = components.map((one) => one.amount)
      const cuts = components.map(({ cut = '0' }) => cut)
      const earned = components.map(({ outcome }) => outcome.amount)
      return (
        differing('components and amount', sumOf(paid), sumOf([amount])) ??
        differing('cuts and cap', sumOf(cuts), sumOf([cap?.amount ?? '0'])) ??
        differing('earned less cuts, and amount', sumOf([...earned, ...cuts]), sumOf([amount]))
      )
    },
  })
}

/** Of components that look at nothing but what they are given: without a weight, a score, a table or another component. */
function componentAlone(fc: FastCheck, plan: DefinedCompensationPlan): AnyLaw[] {
  const computed = computedIn(plan)
  const alone = (plan.components ?? []).filter(
    (one) =>
      (one.weight ?? one.appraisal ?? one.matrix) === undefined &&
      !factsOf(one).some((name) => computed.has(name)),
  )
  if (alone.length === 0) return []
  return [
    law(fc, {
      name: 'a component earns what its commission plan alone pays',
      of: 'library',
      cases: fc.record({
        component: fc.constantFrom(...alone),
        input: arbitraryCompensationInput(fc, plan),
      }),
      broken: ({ component, input }) => {
        const { components } = calculateCompensation(input, plan)
        const earned = components.find(({ id }) => id === component.id)?.outcome.amount
        const { amount } = calculateCommission(inputOf(component, input), planOf(component))
        return differing(`${component.id} among others and alone`, earned, amount)
      },
    }),
  ]
}

/** What a component is given, with what is said once for all. */
function inputOf(
  component: Component,
  { components, facts = {}, period }: CompensationInput,
): CommissionInput {
  const names = factsOf(component).filter((name) => Object.hasOwn(facts, name))
  return {
    ...components[component.id],
    ...(period !== undefined && { period }),
    ...(names.length > 0 && {
      facts: Object.fromEntries(names.map((name) => [name, facts[name]])),
    }),
  } as CommissionInput
}

function orderOfComponents(fc: FastCheck, plan: DefinedCompensationPlan): AnyLaw {
  return law(fc, {
    name: 'the order in which components are given changes nothing',
    of: 'library',
    cases: arbitraryCompensationInput(fc, plan),
    broken: (input) => {
      const components = Object.fromEntries(Object.entries(input.components).reverse())
      return differing(
        'in two orders',
        calculateCompensation(input, plan),
        calculateCompensation({ ...input, components }, plan),
      )
    },
  })
}

function capHeld(fc: FastCheck, plan: DefinedCompensationPlan): AnyLaw {
  return law(fc, {
    name: 'the components together are never paid above the cap',
    of: 'library',
    cases: arbitraryCompensationInput(fc, plan),
    broken: (input) => {
      const { amount, cap } = calculateCompensation(input, plan)
      const most = capOf(plan, input)
      if (cap === undefined || most === null) return null
      const isAbove = fraction.compare(exactly(amount), exactly(cap.limit)) > 0
      // The limit itself is rounded as the plan rounds.
      const beyond = fraction.subtract(exactly(cap.limit), most)
      const isOther = fraction.compare(beyond, fraction.ONE) >= 0
      if (!isAbove && !isOther) return null
      return `${amount} is paid, and the cap of ${write.decimal(most)} lets ${cap.limit} through`
    },
  })
}

/** The lower of an amount and so many target incentives. */
function capOf(
  { cap = {} }: DefinedCompensationPlan,
  { targetIncentive = '0' }: CompensationInput,
): fraction.Fraction | null {
  const multiple =
    cap.multiple && fraction.multiply(exactly(cap.multiple), exactly(targetIncentive))
  const limits = [...(cap.amount ? [exactly(cap.amount)] : []), ...(multiple ? [multiple] : [])]
  return limits.length === 0 ? null : limits.reduce(fraction.smaller)
}
