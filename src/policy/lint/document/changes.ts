import { originOf } from '../../../kernel/policy/defined.js'
import * as time from '../../../kernel/time/time.js'
import { sectionsOf } from '../../policyOn.js'
import type { PolicyVersion, SalesPolicy } from '../../types.js'
import { finding } from '../finding.js'
import { PLAN_GONE_WITHIN_PERIOD, VERSION_WITHIN_PERIOD } from '../issues.js'
import type { Finding } from '../types.js'
import { type Place, pathOf } from './places.js'

/** Plans that change, or go, within the period over which their tiers count. */
export function lintChanges(policy: SalesPolicy, places: readonly Place[]): Finding[] {
  return [...otherPlans(policy, places), ...lostPlans(policy)]
}

function otherPlans({ versions }: SalesPolicy, places: readonly Place[]): Finding[] {
  return places.flatMap((place) => {
    const { version, group, own } = place
    const { commission } = own
    const [before, now] = [versions[version - 1], versions[version]]
    if (commission?.tiersPer === undefined || before === undefined || now === undefined) return []
    const earlier = sectionsOf(before, group).commission
    const isOther = earlier !== undefined && decided(earlier) !== decided(commission)
    const { effectiveFrom: date } = now
    if (!isOther || beginsPeriod(date, commission)) return []
    const path = [...pathOf(place, 'commission'), 'tiersPer']
    return [finding('note', VERSION_WITHIN_PERIOD, [path, { date, unit: commission.tiersPer }])]
  })
}

/** Whoever had a plan of their own, and in the next version has none, or that of everybody. */
function lostPlans({ versions }: SalesPolicy): Finding[] {
  return versions.flatMap((now, index) => {
    const before = versions[index - 1]
    const { effectiveFrom: date } = now
    if (before === undefined || (before.until ?? date) !== date) return []
    return [undefined, ...Object.keys(before.groups ?? {})].flatMap((group) => {
      const [had, has] = [ownPlan(before, group), ownPlan(now, group)]
      if (had?.tiersPer === undefined || has !== undefined || beginsPeriod(date, had)) return []
      const shared = sectionsOf(now, group).commission
      if (shared !== undefined && decided(shared) === decided(had)) return []
      const path = [
        'versions',
        index,
        ...(group === undefined ? [] : ['groups', group]),
        'commission',
      ]
      return [finding('warning', PLAN_GONE_WITHIN_PERIOD, [path, { date, unit: had.tiersPer }])]
    })
  })
}

function ownPlan(version: PolicyVersion, group: string | undefined): Plan | undefined {
  return group === undefined ? version.commission : version.groups?.[group]?.commission
}

function decided(section: object): string | undefined {
  return originOf(section)?.fingerprint
}

type Plan = NonNullable<Place['own']['commission']>

/** Whether a day is the first of a period of the plan's tiers. */
function beginsPeriod(date: string, { tiersPer: unit = 'month', yearStartsIn = 1 }: Plan): boolean {
  if (unit === 'month') return date.endsWith('-01')
  return time.isFirst({ from: date, to: date }, { unit, yearStartsIn })
}
