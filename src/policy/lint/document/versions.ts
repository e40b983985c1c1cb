import * as time from '../../../kernel/time/time.js'
import { fingerprintOf, sectionsOf } from '../../policyOn.js'
import type { PolicyVersion, SalesPolicy } from '../../types.js'
import { finding } from '../finding.js'
import { DECIDES_THE_SAME, POLICY_ENDS, VERSIONS_LEAVE_HOLE } from '../issues.js'
import type { Finding } from '../types.js'

/** When nothing is in force, and versions and groups that are as others are. */
export function lintVersions({ versions }: SalesPolicy): Finding[] {
  return versions.flatMap((one, index) => [
    ...daysAfter(one, versions[index + 1], index),
    ...sameAsBefore(one, versions[index - 1], index),
    ...sameGroups(one, index),
  ])
}

/** A version that ends before another one begins, or for good. */
function daysAfter(
  { until }: PolicyVersion,
  next: PolicyVersion | undefined,
  index: number,
): Finding[] {
  const path = ['versions', index, 'until']
  if (until === undefined || until === next?.effectiveFrom) return []
  if (next === undefined) return [finding('note', POLICY_ENDS, [path, { date: until }])]
  const to = time.addDays(next.effectiveFrom, -1)
  return [finding('warning', VERSIONS_LEAVE_HOLE, [path, { from: until, to }])]
}

/** A version that begins when the one before ends, and decides the same for everybody. */
function sameAsBefore(
  one: PolicyVersion,
  before: PolicyVersion | undefined,
  index: number,
): Finding[] {
  if (before === undefined || (before.until ?? one.effectiveFrom) !== one.effectiveFrom) return []
  const groups = new Set([...Object.keys(before.groups ?? {}), ...Object.keys(one.groups ?? {})])
  const isSame = [undefined, ...groups].every(
    (group) => decided(one, group) === decided(before, group),
  )
  const params = { id: one.version, other: before.version }
  return isSame ? [finding('note', DECIDES_THE_SAME, [['versions', index], params])] : []
}

/** Groups for which the same holds as for everybody, or as for a group before them. */
function sameGroups(one: PolicyVersion, index: number): Finding[] {
  const first = new Map([[decided(one), one.version]])
  return Object.keys(one.groups ?? {}).flatMap((group) => {
    const all = decided(one, group)
    const other = first.get(all)
    if (other === undefined) {
      first.set(all, group)
      return []
    }
    const path = ['versions', index, 'groups', group]
    return [finding('note', DECIDES_THE_SAME, [path, { id: group, other }])]
  })
}

function decided(one: PolicyVersion, group?: string): string {
  return fingerprintOf(sectionsOf(one, group))
}
