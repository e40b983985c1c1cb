import type { Issue, Path, Scale } from '../../../kernel/index.js'
import * as issue from '../../../kernel/input/issue.js'
import {
  ACCELERATOR_ON_TIERS,
  CAP_BASE_OF_MEASURED,
  CAP_BASE_OF_RATES,
  CAP_OF_PART,
  DRAW_ENDS_BEFORE,
  EXCHANGE_OF_UNITS,
  INCREMENT_OF_PARTS,
  MARGIN_OF_UNITS,
  MEASURED_BY_BASE,
  MEASURED_BY_FLAT_TIERS,
  MULTIPLE_OF_UNITS,
  NOTHING_AFTER_LEAVING,
  NOTHING_TO_TRUE_UP,
  OWN_TIER_OF_BOUNDS,
  OWN_TIER_OF_MEASURE,
  RATE_CONDITIONS_TO_DATE,
  ROUNDING_ABOVE_GATE,
  ROUNDING_OF_NOTHING,
  ROUNDING_OF_RATES,
  ROUNDING_OF_SLICES,
  RULE_BY_ATTAINMENT,
  RULE_WITHOUT_MEASURE,
  TARGET_OF_MEASURED,
  TARGET_OF_RATES,
  UNITS_AND_MONEY,
} from '../../issues.js'
import { isUneven } from '../needs.js'
import { paysOnAttainment } from '../roundedAttainment.js'
import type { PaymentTerms } from '../terms.js'
import type { CommissionPlan, LineMeasure, RateRule } from '../types.js'
import { isShared, spreadConflicts } from './spreadConflicts.js'

/** The plan before its rounding is completed. */
type Plan = Omit<CommissionPlan, 'rounding'> & {
  readonly rounding: { readonly at: 'total' | 'line'; readonly increment?: string }
}

/** Parts of a plan that exclude each other, each with the way out. */
export function planConflicts(plan: Plan): Issue[] {
  return [
    ...measureConflicts(plan),
    ...multipleConflicts(plan),
    ...roundingConflicts(plan),
    ...incrementConflicts(plan),
    ...rateConflicts(plan),
    ...acceleratorConflicts(plan),
    ...spreadConflicts(plan),
    ...baseConflicts(plan),
    ...ownTierConflicts(plan),
    ...unitConflicts(plan),
    ...paymentConflicts(plan),
    ...capConflicts(plan),
  ]
}

/** Tiers that are chosen line by line add up only where each pays a rate and nothing flat. */
function measureConflicts({ scale, measuredBy, rates = [] }: Plan): Issue[] {
  return [
    ...oneMeasure([], scale, measuredBy),
    ...rates.flatMap((rule, index) => oneMeasure(['rates', index], rule.scale, rule.measuredBy)),
  ]
}

/** Where tiers count units there is no base rate, but that of a target incentive. */
function multipleConflicts({ scale, rates = [], payout }: Plan): Issue[] {
  if (payout !== 'money') return []
  const all: [Path, Scale][] = [
    [[], scale],
    ...rates.map((rule, index): [Path, Scale] => [['rates', index], rule.scale]),
  ]
  return all
    .filter(([, { thresholds }]) => thresholds === 'units')
    .flatMap(([path, { tiers }]) =>
      tiers.flatMap(({ multiple }, index) =>
        multiple === undefined
          ? []
          : [issue.at(MULTIPLE_OF_UNITS, [...path, 'scale', 'tiers', index, 'multiple'], {})],
      ),
    )
}

/** What is looked up by a rounded attainment is one thing for all sales; sales that each earn their own rate are not. */
function roundingConflicts({ attainmentRounding, scale, payout, gate, ...plan }: Plan): Issue[] {
  if (attainmentRounding === undefined) return []
  const at: Path = ['attainmentRounding']
  const { accelerator, rates } = plan
  const isByAttainment = scale.thresholds === 'attainment'
  const isPaidOn = paysOnAttainment(scale, payout)
  const found: Issue[] = []
  if (!isByAttainment && gate?.attainment === undefined && accelerator === undefined)
    found.push(issue.at(ROUNDING_OF_NOTHING, at, {}))
  const isSliced = isByAttainment && scale.mode === 'marginal' && !isPaidOn
  if (isSliced || accelerator?.mode === 'marginal') found.push(issue.at(ROUNDING_OF_SLICES, at, {}))
  if (gate?.counts === 'above-gate') found.push(issue.at(ROUNDING_ABOVE_GATE, at, {}))
  if (isPaidOn && (rates !== undefined || isUneven(plan)))
    found.push(issue.at(ROUNDING_OF_RATES, at, {}))
  return found
}

/** A statement is a multiple of the increment; its parts are not. */
function incrementConflicts({ rounding, payment, clawback, credit, refunds }: Plan): Issue[] {
  if (rounding.increment === undefined) return []
  const fields: [string, boolean][] = [
    ['payment', payment !== undefined],
    ['clawback', clawback !== undefined],
    ['credit.override', credit.override !== undefined],
    ['refunds', refunds === 'mirror'],
  ]
  return fields.flatMap(([field, isUsed]) =>
    isUsed ? [issue.at(INCREMENT_OF_PARTS, ['rounding', 'increment'], { field })] : [],
  )
}

function oneMeasure(
  path: Path,
  { measure, tiers }: Scale,
  measuredBy: LineMeasure | undefined,
): Issue[] {
  if (measuredBy === undefined) return []
  const at = [...path, 'measuredBy']
  if (measure === 'base') return [issue.at(MEASURED_BY_BASE, at, {})]
  const isFlat = tiers.some(
    ({ amount, minimum, maximum }) => (amount ?? minimum ?? maximum) !== undefined,
  )
  return isFlat ? [issue.at(MEASURED_BY_FLAT_TIERS, at, {})] : []
}

function rateConflicts(plan: Plan): Issue[] {
  const { rates = [], gate, cap } = plan
  const found = rates.flatMap((rule, index) => ruleConflicts(rule, ['rates', index], plan))
  if (rates.length === 0) return found
  if (countsAbove(gate)) found.push(issue.at(TARGET_OF_RATES, ['gate', 'counts'], {}))
  if (cap?.base !== undefined) found.push(issue.at(CAP_BASE_OF_RATES, ['cap', 'base'], {}))
  return found
}

function ruleConflicts(rule: RateRule, path: Path, plan: Plan): Issue[] {
  const { thresholds, measure } = rule.scale
  const at = [...path, 'scale', 'thresholds']
  if (thresholds === 'attainment' && !isShared(plan)) return [issue.at(RULE_BY_ATTAINMENT, at, {})]
  if ((thresholds === 'units') !== (plan.scale.thresholds === 'units'))
    return [issue.at(UNITS_AND_MONEY, at, {})]
  if (measure === 'separate' && rule.measuredBy === undefined)
    return [issue.at(RULE_WITHOUT_MEASURE, [...path, 'measuredBy'], {})]
  return []
}

/** A marginal accelerator cuts the tiers at its thresholds, which only works where each unit of base earns its own rate. */
function acceleratorConflicts({ accelerator, scale, rates = [] }: Plan): Issue[] {
  if (accelerator?.mode !== 'marginal') return []
  const isFit = [scale, ...rates.map((rule) => rule.scale)].every(isAccelerable)
  return isFit ? [] : [issue.at(ACCELERATOR_ON_TIERS, ['accelerator', 'mode'], {})]
}

function isAccelerable({ mode, thresholds, tiers }: Scale): boolean {
  const isBounded = tiers.some(({ minimum, maximum }) => (minimum ?? maximum) !== undefined)
  return mode === 'marginal' && thresholds !== 'units' && !isBounded
}

function baseConflicts({ measuredBy, gate, cap }: Plan): Issue[] {
  if (measuredBy === undefined) return []
  const found: Issue[] = []
  if (countsAbove(gate)) found.push(issue.at(TARGET_OF_MEASURED, ['gate', 'counts'], {}))
  if (cap?.base !== undefined) found.push(issue.at(CAP_BASE_OF_MEASURED, ['cap', 'base'], {}))
  return found
}

function countsAbove(gate: Plan['gate']): boolean {
  return gate !== undefined && gate.counts !== 'all'
}

/** Sales that stay in their own tiers cut the one in which they begin to count. */
function ownTierConflicts({ gate, scale }: Plan): Issue[] {
  if (gate?.startsIn !== 'own-tier') return []
  const at: Path = ['gate', 'startsIn']
  if (scale.measure === 'separate') return [issue.at(OWN_TIER_OF_MEASURE, at, {})]
  const isBounded = scale.tiers.some(({ minimum, maximum }) => (minimum ?? maximum) !== undefined)
  return isBounded && scale.mode === 'marginal' ? [issue.at(OWN_TIER_OF_BOUNDS, at, {})] : []
}

/** Where amounts are counts of units, nothing that is done with money makes sense of them. */
function unitConflicts({ base, scale, eligibility, exchange }: Plan): Issue[] {
  if (scale.thresholds !== 'units') return []
  const found: Issue[] = []
  if (base !== 'amount') found.push(issue.at(MARGIN_OF_UNITS, ['base'], {}))
  if (eligibility?.marginFloor !== undefined)
    found.push(issue.at(MARGIN_OF_UNITS, ['eligibility', 'marginFloor'], {}))
  if (exchange !== undefined) found.push(issue.at(EXCHANGE_OF_UNITS, ['exchange'], {}))
  return found
}

/** Nothing says which of its lines a cap has cut that was of an earlier part of what is counted. */
function capConflicts({ payment, cap }: Plan): Issue[] {
  const { on = 'booked', accrual = 'period' } = payment ?? {}
  const isCut =
    (cap?.quarter !== undefined &&
      (accrual === 'half-year-to-date' || accrual === 'year-to-date')) ||
    (cap?.half !== undefined && accrual === 'year-to-date')
  return isCut && on !== 'booked' ? [issue.at(CAP_OF_PART, ['payment', 'on'], {})] : []
}

function paymentConflicts({ payment, rates = [] }: Plan): Issue[] {
  if (payment === undefined) return []
  const found = drawConflicts(payment)
  for (const [index, { conditions }] of rates.entries())
    if (conditions !== undefined && payment.accrual !== 'period')
      found.push(issue.at(RATE_CONDITIONS_TO_DATE, ['rates', index, 'conditions'], {}))
  if (payment.accrual === 'period' && payment.trueUp !== 'every-period')
    found.push(issue.at(NOTHING_TO_TRUE_UP, ['payment', 'trueUp'], {}))
  if (payment.on === 'booked' && payment.afterLeaving !== undefined)
    found.push(issue.at(NOTHING_AFTER_LEAVING, ['payment', 'afterLeaving'], {}))
  return found
}

/** A step that comes after the end of a draw would never be paid. */
function drawConflicts({ draw }: PaymentTerms): Issue[] {
  const { periods, schedule = [] } = draw ?? {}
  const scheduled = schedule.reduce((total, step) => total + step.periods, 0)
  if (periods === undefined || scheduled <= periods) return []
  return [issue.at(DRAW_ENDS_BEFORE, ['payment', 'draw', 'schedule'], {})]
}
