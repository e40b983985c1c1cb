import type { AppraisalScheme, DefinedAppraisalScheme } from '../../appraisal/index.js'
import {
  type CommissionInput,
  type DefinedCommissionPlan,
  salesForCommission,
} from '../../commission/index.js'
import { exactPlan } from '../../commission/internal.js'
import type {
  CompensationInput,
  CompensationPlan,
  ComponentInput,
  DefinedCompensationPlan,
} from '../../compensation/index.js'
import { attempt } from '../../kernel/input/attempt.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as defined from '../../kernel/policy/defined.js'
import { arbitraryAppraisalInput } from '../laws/appraisal.js'
import type { Arbitrary, FastCheck } from '../types.js'
import { drawAmount, exactly } from './amounts.js'
import { arbitraryCommissionInput } from './commissionInput.js'
import type { Facts } from './facts.js'

/** One of a plan's components. */
export type Component = NonNullable<CompensationPlan['components']>[number]

/** The commission by which a component earns; a plan that is defined has defined ones. */
export function planOf({ commission }: Component): DefinedCommissionPlan {
  return commission as DefinedCommissionPlan
}

export function schemeOf(appraisal: AppraisalScheme): DefinedAppraisalScheme {
  return appraisal as DefinedAppraisalScheme
}

/** What a component looks at: its commission, and its table. */
export function factsOf({ matrix, ...component }: Component): string[] {
  const axes = matrix === undefined ? [] : [matrix.rows.by, matrix.columns.by]
  return [...exactPlan(planOf(component)).factNames, ...axes]
}

const FIGURES = ['attainment', 'score', 'amount'] as const

/** The names under which components look at what others came to. */
export function computedIn({ components = [] }: CompensationPlan): ReadonlySet<string> {
  return new Set(components.flatMap(({ id }) => FIGURES.map((figure) => `${id}.${figure}`)))
}

/**
 * Inputs for `calculateCompensation` that a plan takes: for each component sales on the edges of its commission, results on those of its scheme,
 * or figures on those of its table.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`.
 *
 * @example
 * ```ts
 * import fc from 'fast-check'
 * import { calculateCompensation, defineCompensationPlan } from 'sales-rules'
 * import { arbitraryCompensationInput } from 'sales-rules/testing'
 *
 * const scale = { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.05' }] } as const
 * const plan = defineCompensationPlan({
 *   currency: 'EUR',
 *   cap: { amount: '5000' },
 *   components: [{ id: 'new', commission: { scale } }, { id: 'renewed', commission: { scale } }],
 * })
 * const inputs = arbitraryCompensationInput(fc, plan)
 * fc.assert(fc.property(inputs, (input) => Number(calculateCompensation(input, plan).amount) <= 5000))
 * ```
 */
export function arbitraryCompensationInput(
  fc: FastCheck,
  plan: DefinedCompensationPlan,
): Arbitrary<CompensationInput> {
  defined.check(plan, 'CompensationPlan')
  const { components = [], cap } = plan
  const isOfIncentive =
    cap?.multiple !== undefined || components.some(({ weight }) => weight !== undefined)
  const drawn = components.map((one) => [one.id, drawComponent(fc, one, plan)] as const)
  return fc
    .record({
      components: fc.record<Record<string, DrawnComponent>>(Object.fromEntries(drawn)),
      ofTables: fc.record(drawAxes(fc, plan)),
      targetIncentive: fc.constantFrom('10000', '25000'),
    })
    .map(({ components: all, ofTables, targetIncentive }) => {
      const periods = Object.values(all).flatMap(({ period }) => period ?? [])
      const facts = Object.assign({}, ...Object.values(all).map((one) => one.facts), ofTables)
      const own = Object.entries(all).map(([id, { input }]) => [id, input])
      return {
        ...(isOfIncentive && { targetIncentive }),
        ...(periods.length > 0 && { period: periods[0] }),
        ...(Object.keys(facts).length > 0 && { facts }),
        components: Object.fromEntries(own),
      } as CompensationInput
    })
}

/** What a component is computed from, and what is said once for all of them. */
interface DrawnComponent {
  readonly input: ComponentInput
  readonly facts: Facts
  readonly period: CommissionInput['period']
}

function drawComponent(
  fc: FastCheck,
  component: Component,
  plan: CompensationPlan,
): Arbitrary<DrawnComponent> {
  const { id, appraisal, matrix, weight } = component
  const { components = [] } = plan
  const computed = computedIn(plan)
  const isLookedAt = components.some((one) => factsOf(one).includes(`${id}.attainment`))
  const results =
    appraisal === undefined
      ? fc.constant({})
      : arbitraryAppraisalInput(fc, schemeOf(appraisal)).map(({ period: _, ...one }) => one)
  return fc
    .record({ input: drawEarning(fc, component, plan), results })
    .map(({ input: { facts = {}, period, ...drawn }, results: measured }) => {
      const { targetIncentive, ...others } = drawn
      const { coefficientUplift, yearToDate } = drawn
      const own = {
        ...(coefficientUplift !== undefined && { coefficientUplift }),
        ...(yearToDate !== undefined && { yearToDate }),
      }
      const isScored = appraisal !== undefined || matrix !== undefined
      const input = {
        ...(isScored ? { ...own, ...measured } : others),
        ...(weight === undefined && targetIncentive !== undefined && { targetIncentive }),
        // Without a target there is no attainment to look at.
        ...(isLookedAt && !isScored && { target: drawn.target ?? '100' }),
      }
      const given = Object.entries(facts).filter(([name]) => !computed.has(name))
      return { input: input as ComponentInput, facts: Object.fromEntries(given), period }
    })
}

/** What a commission takes; now and then with as many sales as earn, alone, what the cap of all components is. */
function drawEarning(
  fc: FastCheck,
  component: Component,
  { cap: { amount } = {} }: CompensationPlan,
): Arbitrary<CommissionInput> {
  const inputs = arbitraryCommissionInput(fc, planOf(component))
  if (amount === undefined) return inputs
  return fc.record({ input: inputs, isAtCap: fc.boolean() }).map(({ input, isAtCap }) => {
    if (!isAtCap || input.lines !== undefined) return input
    const { sales: _, ...facts } = input
    const found = attempt(() => salesForCommission(amount, planOf(component), facts))
    return found.ok ? { ...facts, sales: found.value.sales } : input
  })
}

/** What tables are looked up by, on their steps and beside them. */
function drawAxes(fc: FastCheck, plan: CompensationPlan): Record<string, Arbitrary<string>> {
  const computed = computedIn(plan)
  const axes = (plan.components ?? []).flatMap(({ matrix }) =>
    matrix === undefined ? [] : [matrix.rows, matrix.columns],
  )
  const drawn = axes
    .filter(({ by }) => !computed.has(by))
    .map(({ by, steps }): [string, Arbitrary<string>] => {
      const edges = steps.flatMap(({ upTo }) => (upTo === null ? [] : [exactly(upTo)]))
      const isSmall = edges.every((edge) => fraction.compare(edge, BELOW_TEN) < 0)
      return [by, drawAmount(fc, { edges, decimals: 4, ...(isSmall && { most: BELOW_TEN }) })]
    })
  return Object.fromEntries(drawn)
}

/** A bare ratio of 10 or more is taken for a percentage. */
const BELOW_TEN = exactly('9.9999')
