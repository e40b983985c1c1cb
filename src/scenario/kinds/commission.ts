import { calculateCommissionColumns } from '../../batch/index.js'
import type {
  CommissionSlice,
  CommissionStatement,
  DefinedCommissionPlan,
} from '../../commission/index.js'
import {
  ADJUSTMENTS,
  type Commission,
  computeCommission,
  exactPlan,
  fieldThatNeeds,
  readInput,
  writeStatement,
} from '../../commission/internal.js'
import * as currencies from '../../kernel/number/currency.js'
import { figureOf } from '../figureOf.js'
import type { DerivationStep, Measure } from '../measure.js'
import { areSum } from '../plainLines.js'
import { type Roster, salesColumns } from '../roster.js'

/** A commission plan: the figure is the amount, the class the shut gate or the highest tier that was reached. */
export function commissionMeasure(plan: DefinedCommissionPlan): Omit<Measure, 'kind' | 'policy'> {
  const { currency, rounding } = plan
  const exact = exactPlan(plan)
  const decimals = Math.max(rounding.decimals, currencies.decimalsOf(currency) ?? 0)
  return {
    unit: currency,
    decimals,
    // As calculateCommission does; the statement is written only where its steps are asked for.
    compute: (input) => {
      const { facts, sales } = readInput(input, exact)
      const commission = computeCommission(sales, facts, exact)
      return {
        figure: { n: commission.paid, d: exact.unit },
        class: classOf(commission),
        sales: sales.sales,
        steps: () => stepsOf(writeStatement(commission, exact), plan),
      }
    },
    batch: (roster) => payRoster(roster, plan, decimals),
  }
}

function classOf({ terms, earnings }: Commission): string {
  if (terms.gate?.isOpen === false) return 'gate-shut'
  const last = earnings.slices.at(-1)
  return last === undefined ? 'no-tier' : nameOf(last.tier.id, last.rule)
}

/** The steps in which a commission may differ, in their order; adjustments follow. */
const RANKS = ['sales', 'credited', 'gate', 'base', 'mode', 'tier']

function stepsOf(statement: CommissionStatement, plan: DefinedCommissionPlan): DerivationStep[] {
  const { sales, credited = sales, gate, base, slices, adjustments } = statement
  const last = RANKS.length + ADJUSTMENTS.length
  const step = (name: string, value: string) => ({
    rank: RANKS.indexOf(name),
    step: name,
    id: null,
    value,
  })
  return [
    step('sales', sales),
    step('credited', credited),
    step('gate', gate?.outcome ?? 'none'),
    step('base', base),
    ...(gate?.outcome === 'unmet' ? [] : modeSteps(slices, plan)),
    ...slices.flatMap(sliceSteps),
    ...adjustments.map(({ kind, amount: value }) => ({
      rank: RANKS.length + ADJUSTMENTS.indexOf(kind),
      step: kind,
      id: null,
      value,
      adds: figureOf(value),
    })),
    { rank: last, step: 'earned', id: null, value: statement.unrounded },
    { rank: last + 1, step: 'rounding', id: null, value: statement.amount },
  ]
}

/**
 * How the tiers of each scale that pays are paid. Whoever has not left the first tier earns the same by its rate or by all of it, and so has no such
 * step.
 */
function modeSteps(
  slices: readonly CommissionSlice[],
  { scale, rates = [] }: DefinedCommissionPlan,
): DerivationStep[] {
  const scales = [{ id: null, scale }, ...rates]
  return scales.flatMap(({ id, scale: { mode, tiers } }) => {
    const own = slices.filter(({ rule = null }) => rule === id)
    const isInFirst = own.every(({ tier }) => tier === tiers[0]?.id)
    if (own.length === 0 || (isInFirst && mode !== 'interpolated')) return []
    return [{ rank: RANKS.indexOf('mode'), step: 'mode', id, value: mode, ifBoth: true }]
  })
}

function sliceSteps(slice: CommissionSlice): DerivationStep[] {
  const rank = RANKS.indexOf('tier')
  const id = nameOf(slice.tier, slice.rule ?? null)
  const { flat, minimum, maximum, amount } = slice
  // What a tier pays beside its rate; its rounded amount alone says nothing more.
  const isBeyondRate = [flat, minimum, maximum].some((bound) => bound !== undefined)
  return [
    { rank, step: 'tier', id, value: slice.base },
    { rank, step: 'rate', id, value: slice.rate },
    { rank, step: 'tier-pay', id, value: isBeyondRate ? amount : null },
  ]
}

/** A tier of a rate rule's own scale is named with the rule. */
function nameOf(tier: string, rule: string | null): string {
  return rule === null ? tier : `${rule}/${tier}`
}

/**
 * Rows are paid for the sum of their sales at batch speed. What a plan needs to know of lines, and rows that have more, is left to the rule
 * itself; so is whoever cannot be paid, so that the rule says why.
 */
function payRoster(roster: Roster, plan: DefinedCommissionPlan, decimals: number): Float64Array {
  const units = new Float64Array(roster.inputs.length).fill(Number.NaN)
  const exact = exactPlan(plan)
  const needsMore = fieldThatNeeds(exact, 'amount', 'line', 'order', 'refund', 'year')
  if (needsMore !== null) return units
  // Which period a row is of, the rule looks at itself.
  if (exact.tiersPer !== null) return units
  const { columns, rows, lines, target, coefficientUplift } = salesColumns(roster)
  if (rows.length === 0) return units
  const paid = calculateCommissionColumns(columns, plan, { target, coefficientUplift })
  const power = 10 ** (decimals - paid.commissionDecimals)
  for (const [place, row] of rows.entries()) {
    const own = (paid.commission[place] ?? Number.NaN) * power
    const given = lines[place]
    const isSum = given === undefined || areSum(given, exact)
    if (isSum && Number.isSafeInteger(own)) units[row] = own
  }
  return units
}
