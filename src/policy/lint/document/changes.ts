import { originOf } from '../../../kernel/policy/defined.js'
import * as time from '../../../kernel/time/time.js'
import { sectionsOf } from '../../policyOn.js'
import type { SalesPolicy } from '../../types.js'
import { finding } from '../finding.js'
import { VERSION_WITHIN_PERIOD } from '../issues.js'
import type { Finding } from '../types.js'
import { type Place, pathOf } from './places.js'

/** Plans that change within the period over which their tiers count. */
export function lintChanges({ versions }: SalesPolicy, places: readonly Place[]): Finding[] {
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

function decided(section: object): string | undefined {
  return originOf(section)?.fingerprint
}

type Plan = NonNullable<Place['own']['commission']>

/** Whether a day is the first of a period of the plan's tiers. */
function beginsPeriod(date: string, { tiersPer: unit = 'month', yearStartsIn = 1 }: Plan): boolean {
  if (unit === 'month') return date.endsWith('-01')
  return time.isFirst({ from: date, to: date }, { unit, yearStartsIn })
}
