import type { Issue, Path, Scale } from '../../../kernel/index.js'
import * as issue from '../../../kernel/input/issue.js'
import { ID_DUPLICATE } from '../../../kernel/issues.js'
import * as decimal from '../../../kernel/number/decimal.js'
import * as fraction from '../../../kernel/number/fraction.js'
import * as write from '../../../kernel/number/write.js'
import {
  ACCELERATOR_ON_TIERS,
  CAP_BASE_OF_MEASURED,
  CAP_BASE_OF_RATES,
  CAP_OF_PART,
  DRAW_ENDS_BEFORE,
  EACH_ON_ITS_OWN,
  EXCHANGE_OF_UNITS,
  FLAT_BELOW_GATE,
  FLOOR_OF_LINES,
  INCREMENT_OF_PARTS,
  LINE_FLOOR_ABOVE_CAP,
  MARGIN_OF_UNITS,
  MEASURED_BY_BASE,
  MEASURED_BY_FLAT_TIERS,
  MULTIPLE_OF_UNITS,
  NOTHING_AFTER_LEAVING,
  NOTHING_TO_TRUE_UP,
  OWN_TIER_OF_BOUNDS,
  OWN_TIER_OF_MEASURE,
  PART_BEYOND_ALL,
  PART_NOT_BEYOND,
  PART_NOT_TIMED,
  PART_OF_NOTHING,
  PARTS_BESIDE_ON,
  PARTS_NOT_WHOLE,
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
  UNITS_OF_MIRRORED,
} from '../../issues.js'
import { isUneven } from '../needs.js'
import { comesLater } from '../paymentParts.js'
import { paysOnAttainment } from '../roundedAttainment.js'
import type { PaymentPart, PaymentTerms } from '../terms.js'
import type { CommissionPlan, LineScale, RateRule, TierMeasure } from '../types.js'
import { latenessConflicts } from './latenessConflicts.js'
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
    ...eachConflicts(plan),
    ...floorConflicts(plan),
    ...unitsConflicts(plan),
    ...ownTierConflicts(plan),
    ...belowConflicts(plan),
    ...unitConflicts(plan),
    ...paymentConflicts(plan),
    ...latenessConflicts(plan),
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
  const isChosen = [plan, ...(rates ?? [])].some((one) => one.measuredBy === 'attainment')
  if (!isByAttainment && !isChosen && gate?.attainment === undefined && accelerator === undefined)
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
  measuredBy: TierMeasure | undefined,
): Issue[] {
  if (measuredBy === undefined) return []
  const at = [...path, 'measuredBy']
  const found =
    measuredBy === 'attainment'
      ? tiers.flatMap((tier, index) => percentIn(tier, [...path, 'scale', 'tiers', index]))
      : []
  if (found.length > 0) return found
  if (measure === 'base') return [issue.at(MEASURED_BY_BASE, at, {})]
  const isFlat = tiers.some(
    ({ amount, minimum, maximum }) => (amount ?? minimum ?? maximum) !== undefined,
  )
  return isFlat ? [issue.at(MEASURED_BY_FLAT_TIERS, at, {})] : []
}

/** Attainment is a ratio: 80 is a slip for 0.8. */
function percentIn({ upTo }: Scale['tiers'][number], path: Path): Issue[] {
  return upTo === null ? [] : decimal.percentIssues(upTo, decimal.known(upTo), [...path, 'upTo'])
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

/** Where each line goes through a scale on its own, nothing of that scale, or of what is cut from all of them, goes by their sum. */
function eachConflicts(plan: Plan): Issue[] {
  const { scale, rates = [], gate, cap, accelerator, attribution } = plan
  const all: readonly (readonly [Path, LineScale])[] = [
    [['scale'], scale],
    ...rates.map((rule, index) => [['rates', index, 'scale'], rule.scale] as const),
  ]
  const each = all.filter(([, { per }]) => per !== undefined)
  if (each.length === 0) return []
  const ofPlan: readonly (readonly [Path, boolean])[] = [
    [['gate', 'counts'], countsAbove(gate)],
    [['cap', 'base'], cap?.base !== undefined],
    [['accelerator', 'mode'], accelerator?.mode === 'marginal'],
    [['attribution'], attribution === 'pro-rata'],
  ]
  const ofScales = each.flatMap(([path, { thresholds, measure }]) => [
    [[...path, 'thresholds'], thresholds === 'attainment'] as const,
    [[...path, 'measure'], measure === 'separate'] as const,
  ])
  return [...ofScales, ...ofPlan].flatMap(([path, isThere]) =>
    isThere ? [issue.at(EACH_ON_ITS_OWN, path, { field: path.join('.') })] : [],
  )
}

/** Nothing says how many units an earlier stretch had before refunds that mirror. */
function unitsConflicts({ measuredBy, rates = [], refunds, payment }: Plan): Issue[] {
  const isByUnits = [measuredBy, ...rates.map((rule) => rule.measuredBy)].includes('units')
  if (!isByUnits || refunds === 'net' || (payment?.accrual ?? 'period') === 'period') return []
  return [issue.at(UNITS_OF_MIRRORED, ['refunds'], {})]
}

/** A floor belongs to its line: it is not shared, and of an earlier stretch only the line's own share says what it was. */
function floorConflicts({ floor, cap, attribution, refunds, payment }: Plan): Issue[] {
  if (floor === undefined) return []
  const found: Issue[] = []
  const most = cap?.line
  if (most !== undefined && fraction.compare(decimal.known(floor.line), decimal.known(most)) > 0)
    found.push(
      issue.at(LINE_FLOOR_ABOVE_CAP, ['floor', 'line'], { given: floor.line, maximum: most }),
    )
  if (attribution === 'pro-rata')
    found.push(
      issue.at(FLOOR_OF_LINES, ['attribution'], { field: 'attribution', expected: 'deal-order' }),
    )
  if (refunds === 'net' && (payment?.accrual ?? 'period') !== 'period')
    found.push(issue.at(FLOOR_OF_LINES, ['refunds'], { field: 'refunds', expected: 'mirror' }))
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

/** One flat rate for what the gate keeps from the tiers is not cut by steps; and where it is the first of the tiers, they pay unit by unit. */
function belowConflicts({ gate, cap, accelerator, ...plan }: Plan): Issue[] {
  if (gate?.below === undefined) return []
  const { scale, payout, attainmentRounding } = plan
  const isRounded = attainmentRounding !== undefined && paysOnAttainment(scale, payout)
  const fields: readonly (readonly [Path, boolean])[] = [
    [['accelerator', 'mode'], accelerator?.mode === 'marginal'],
    [['cap', 'base'], cap?.base !== undefined],
    [['attainmentRounding'], isRounded],
    [['scale', 'mode'], countsAbove(gate) && scale.mode !== 'marginal'],
    [['scale', 'measure'], countsAbove(gate) && scale.measure === 'separate'],
  ]
  const found = fields.flatMap(([path, isThere]) =>
    isThere ? [issue.at(FLAT_BELOW_GATE, path, { field: path.join('.') })] : [],
  )
  const named = scale.tiers.findIndex(({ id }) => id === 'below')
  if (named === -1) return found
  return [...found, issue.at(ID_DUPLICATE, ['scale', 'tiers', named, 'id'], { id: 'below' })]
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
  const { accrual = 'period' } = payment ?? {}
  const isCut =
    (cap?.quarter !== undefined &&
      (accrual === 'half-year-to-date' || accrual === 'year-to-date')) ||
    (cap?.half !== undefined && accrual === 'year-to-date')
  return isCut && comesLater(payment) ? [issue.at(CAP_OF_PART, ['payment', 'on'], {})] : []
}

function paymentConflicts({ payment, rates = [] }: Plan): Issue[] {
  if (payment === undefined) return []
  const found = [...drawConflicts(payment), ...partConflicts(payment)]
  for (const [index, { conditions }] of rates.entries())
    if (conditions !== undefined && payment.accrual !== 'period')
      found.push(issue.at(RATE_CONDITIONS_TO_DATE, ['rates', index, 'conditions'], {}))
  if (payment.accrual === 'period' && payment.trueUp !== 'every-period')
    found.push(issue.at(NOTHING_TO_TRUE_UP, ['payment', 'trueUp'], {}))
  if (!comesLater(payment) && payment.afterLeaving !== undefined)
    found.push(issue.at(NOTHING_AFTER_LEAVING, ['payment', 'afterLeaving'], {}))
  return found
}

/** The parts of a line are all of it, and each says itself when it is paid. */
function partConflicts({ on, parts }: PaymentTerms): Issue[] {
  if (parts === undefined) return []
  const path: Path = ['payment', 'parts']
  const found = parts.flatMap((part, index) => partConflict(part, [...path, index]))
  if (on !== 'booked') found.push(issue.at(PARTS_BESIDE_ON, ['payment', 'on'], { given: on }))
  const total = fraction.sum(parts.map(({ share }) => decimal.known(share)))
  const isWhole = fraction.compare(total, fraction.ONE) === 0
  if (found.length > 0 || isWhole) return found
  return [issue.at(PARTS_NOT_WHOLE, path, { given: write.rate(total) })]
}

function partConflict({ share, on, after, from }: PaymentPart, path: Path): Issue[] {
  const exact = decimal.known(share)
  const found = decimal.percentIssues(share, exact, [...path, 'share'])
  const isBitByBit = on === 'invoiced' || on === 'collected'
  if (exact.n === 0n) found.push(issue.at(PART_OF_NOTHING, [...path, 'share'], {}))
  if (after !== undefined && on !== 'booked')
    found.push(issue.at(PART_NOT_TIMED, [...path, 'after'], { given: on }))
  if (from === undefined) return found
  if (!isBitByBit) found.push(issue.at(PART_NOT_BEYOND, [...path, 'from'], { given: on }))
  else if (fraction.compare(decimal.known(from), fraction.ONE) >= 0)
    found.push(issue.at(PART_BEYOND_ALL, [...path, 'from'], {}))
  return found
}

/** A step that comes after the end of a draw would never be paid. */
function drawConflicts({ draw }: PaymentTerms): Issue[] {
  const { periods, schedule = [] } = draw ?? {}
  const scheduled = schedule.reduce((total, step) => total + step.periods, 0)
  if (periods === undefined || scheduled <= periods) return []
  return [issue.at(DRAW_ENDS_BEFORE, ['payment', 'draw', 'schedule'], {})]
}
