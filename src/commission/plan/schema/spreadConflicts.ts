import type { Issue, Path, Scale } from '../../../kernel/index.js'
import * as issue from '../../../kernel/input/issue.js'
import {
  ACCELERATOR_ON_RATES,
  CAP_BASE_OF_FACTORS,
  ONE_SCALE_OVER_ALL,
  SPREAD_TIERS,
  TARGET_OF_FACTORS,
} from '../../issues.js'
import { isUneven } from '../needs.js'
import type { CommissionPlan } from '../types.js'

type Plan = Pick<
  CommissionPlan,
  'accelerator' | 'cap' | 'factors' | 'gate' | 'rates' | 'scale' | 'tiersOver'
>

/** Whether the scales of a plan have one quota: it says so, or has a marginal accelerator beside rates, which is for all of them. */
export function isShared({ tiersOver, accelerator, rates }: Plan): boolean {
  return tiersOver === 'all-lines' || (accelerator?.mode === 'marginal' && rates !== undefined)
}

/** What cannot be where lines lie in the tiers part by part. */
export function spreadConflicts(plan: Plan): Issue[] {
  if (isShared(plan)) return [...sharedConflicts(plan), ...unevenConflicts(plan)]
  const found = scalesOf(plan).filter(([, { measure }]) => measure === 'base')
  return isUneven(plan) ? [...unevenConflicts(plan), ...found.flatMap(tierIssues)] : []
}

function sharedConflicts(plan: Plan): Issue[] {
  const { tiersOver, rates = [] } = plan
  if (tiersOver === 'each-scale')
    return [issue.at(ACCELERATOR_ON_RATES, ['accelerator', 'mode'], {})]
  if (rates.length === 0) return [issue.at(ONE_SCALE_OVER_ALL, ['tiersOver'], {})]
  return scalesOf(plan).flatMap(tierIssues)
}

/** What counts more or less than it earns has no one measure for what lies above the target, or a cap. */
function unevenConflicts(plan: Plan): Issue[] {
  if (!isUneven(plan)) return []
  const { gate, cap } = plan
  return [
    ...(gate !== undefined && gate.counts !== 'all'
      ? [issue.at(TARGET_OF_FACTORS, ['gate', 'counts'], {})]
      : []),
    ...(cap?.base === undefined ? [] : [issue.at(CAP_BASE_OF_FACTORS, ['cap', 'base'], {})]),
  ]
}

function scalesOf({ scale, rates = [] }: Plan): (readonly [Path, Scale])[] {
  return [
    [['scale'], scale],
    ...rates.map((rule, index): [Path, Scale] => [['rates', index, 'scale'], rule.scale]),
  ]
}

/** A part of a line earns a rate: nothing flat, and nothing that is chosen otherwise. */
function tierIssues([path, { mode, measure, beyond, tiers }]: readonly [Path, Scale]): Issue[] {
  const found: Path[] = []
  if (mode === 'interpolated') found.push(['mode'])
  if (measure === 'separate') found.push(['measure'])
  if (beyond !== undefined) found.push(['beyond'])
  for (const [index, tier] of tiers.entries())
    for (const key of ['amount', 'minimum', 'maximum'] as const)
      if (tier[key] !== undefined) found.push(['tiers', index, key])
  return found.map((at) => issue.at(SPREAD_TIERS, [...path, ...at], {}))
}
