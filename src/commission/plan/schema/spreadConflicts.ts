import type { Issue, Path, Scale } from '../../../kernel/index.js'
import * as issue from '../../../kernel/input/issue.js'
import { ACCELERATOR_ON_RATES, ONE_SCALE_OVER_ALL, SPREAD_TIERS } from '../../issues.js'
import type { CommissionPlan } from '../types.js'

type Plan = Pick<CommissionPlan, 'accelerator' | 'rates' | 'scale' | 'tiersOver'>

/** Whether the scales of a plan have one quota: it says so, or has a marginal accelerator beside rates, which is for all of them. */
export function isShared({ tiersOver, accelerator, rates }: Plan): boolean {
  return tiersOver === 'all-lines' || (accelerator?.mode === 'marginal' && rates !== undefined)
}

/** What cannot be where lines lie in the tiers part by part. */
export function spreadConflicts(plan: Plan): Issue[] {
  const { tiersOver, scale, rates = [] } = plan
  if (!isShared(plan)) return []
  if (tiersOver === 'each-scale')
    return [issue.at(ACCELERATOR_ON_RATES, ['accelerator', 'mode'], {})]
  if (rates.length === 0) return [issue.at(ONE_SCALE_OVER_ALL, ['tiersOver'], {})]
  return [
    ...tierIssues(scale, ['scale']),
    ...rates.flatMap((rule, index) => tierIssues(rule.scale, ['rates', index, 'scale'])),
  ]
}

/** A part of a line earns a rate: nothing flat, and nothing that is chosen otherwise. */
function tierIssues({ mode, measure, beyond, tiers }: Scale, path: Path): Issue[] {
  const found: Path[] = []
  if (mode === 'interpolated') found.push(['mode'])
  if (measure === 'separate') found.push(['measure'])
  if (beyond !== undefined) found.push(['beyond'])
  for (const [index, tier] of tiers.entries())
    for (const key of ['amount', 'minimum', 'maximum'] as const)
      if (tier[key] !== undefined) found.push(['tiers', index, key])
  return found.map((at) => issue.at(SPREAD_TIERS, [...path, ...at], {}))
}
