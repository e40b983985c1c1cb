import type { Issue, Path, Scale } from '../../../kernel/index.js'
import { issueAt } from '../../../kernel/input/issue.js'
import type { CommissionPlan, LineMeasure } from '../types.js'

type Found = readonly [Path, string]

/** The plan before its rounding is completed. */
type Plan = Omit<CommissionPlan, 'rounding'> & {
  readonly rounding: { readonly at: 'total' | 'line' }
}

/** Parts of a plan that exclude each other, each with the way out. */
export function planConflicts(plan: Plan): Issue[] {
  const found = [
    ...measureConflicts(plan),
    ...rateConflicts(plan),
    ...acceleratorConflicts(plan),
    ...baseConflicts(plan),
    ...unitConflicts(plan),
    ...paymentConflicts(plan),
  ]
  return found.map(([path, reason]) => issueAt('POLICY_CONFLICT', path, { reason }, reason))
}

/** Tiers that are chosen line by line add up only where each pays a rate and nothing flat. */
function measureConflicts({ scale, measuredBy, rates = [] }: Plan): Found[] {
  return [
    ...oneMeasure([], scale, measuredBy),
    ...rates.flatMap((rule, index) => oneMeasure(['rates', index], rule.scale, rule.measuredBy)),
  ]
}

function oneMeasure(
  path: Path,
  { measure, tiers }: Scale,
  measuredBy: LineMeasure | undefined,
): Found[] {
  if (measuredBy === undefined) return []
  const at = [...path, 'measuredBy']
  if (measure === 'base')
    return [
      [
        at,
        'the scale chooses its tiers by the base. Set its "measure" to "separate", or leave "measuredBy" out.',
      ],
    ]
  const isFlat = tiers.some(
    ({ amount, minimum, maximum }) => (amount ?? minimum ?? maximum) !== undefined,
  )
  return isFlat
    ? [
        [
          at,
          'tiers that are chosen line by line pay a rate; flat amounts, minimums and maximums belong to a statement.',
        ],
      ]
    : []
}

function rateConflicts({ rates = [], scale, gate, cap }: Plan): Found[] {
  const found: Found[] = rates.flatMap((rule, index): Found[] => {
    const path: Path = ['rates', index, 'scale']
    if (rule.scale.thresholds === 'attainment')
      return [
        [
          [...path, 'thresholds'],
          'attainment is that of all sales, not of some lines. Use thresholds in money.',
        ],
      ]
    if ((rule.scale.thresholds === 'units') !== (scale.thresholds === 'units'))
      return [
        [
          [...path, 'thresholds'],
          'units and money cannot be added up. Give every scale of the plan the same thresholds.',
        ],
      ]
    if (rule.scale.measure === 'separate' && rule.measuredBy === undefined)
      return [
        [
          ['rates', index, 'measuredBy'],
          'a rate rule chooses its tiers by its lines. Say by which figure: "margin" or "discount".',
        ],
      ]
    return []
  })
  if (rates.length === 0) return found
  if (gate?.counts === 'above-target')
    found.push([
      ['gate', 'counts'],
      'nothing says which lines are those above the target. Let all sales count, or leave "rates" out.',
    ])
  if (cap?.base !== undefined)
    found.push([
      ['cap', 'base'],
      'nothing says which lines lie above the cap. Cap the amount, or leave "rates" out.',
    ])
  return found
}

/** A marginal accelerator cuts the tiers at its thresholds, which only works where each unit of base earns its own rate. */
function acceleratorConflicts({ accelerator, scale, rates }: Plan): Found[] {
  if (accelerator?.mode !== 'marginal') return []
  const at: Path = ['accelerator', 'mode']
  const isBounded = scale.tiers.some(({ minimum, maximum }) => (minimum ?? maximum) !== undefined)
  if (scale.mode !== 'marginal' || isBounded || scale.thresholds === 'units')
    return [
      [
        at,
        'a marginal accelerator needs marginal tiers in money or attainment without minimum and maximum. Use "whole-amount".',
      ],
    ]
  if (rates !== undefined)
    return [
      [
        at,
        'nothing says which lines are those above a threshold. Use "whole-amount", or leave "rates" out.',
      ],
    ]
  return []
}

function baseConflicts({ measuredBy, gate, cap }: Plan): Found[] {
  const found: Found[] = []
  if (measuredBy !== undefined && gate?.counts === 'above-target')
    found.push([
      ['gate', 'counts'],
      'tiers are chosen line by line, and nothing says which lines are those above the target. Let all sales count.',
    ])
  if (measuredBy !== undefined && cap?.base !== undefined)
    found.push([
      ['cap', 'base'],
      'tiers are chosen line by line, and nothing says which lines lie above the cap. Cap the amount.',
    ])
  return found
}

/** Where amounts are counts of units, nothing that is done with money makes sense of them. */
function unitConflicts({ base, scale, eligibility, exchange }: Plan): Found[] {
  if (scale.thresholds !== 'units') return []
  const found: Found[] = []
  if (base === 'margin') found.push([['base'], 'a margin is money, and the scale counts units.'])
  if (eligibility?.marginFloor !== undefined)
    found.push([['eligibility', 'marginFloor'], 'a margin is money, and the scale counts units.'])
  if (exchange !== undefined)
    found.push([['exchange'], 'units have no currency. Leave "exchange" out.'])
  return found
}

function paymentConflicts({ payment }: Plan): Found[] {
  if (payment === undefined) return []
  if (payment.accrual === 'year-to-date' || payment.trueUp === 'every-period') return []
  return [
    [
      ['payment', 'trueUp'],
      'there is nothing to true up to while each period is on its own. Set "accrual" to "year-to-date".',
    ],
  ]
}
