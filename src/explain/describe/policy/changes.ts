/** What edits change: each value with what it was before, as far as the policy before is known. */
import type { Edit } from '../../../policy/index.js'
import { differences, idOf, parsePath, type Step } from '../../../policy/internal.js'

/** Where a change holds: from a day, until a day, for a group, in a version of the document. */
export interface Holds {
  readonly from?: string
  readonly to?: string
  readonly group?: string
  readonly version?: string
}

/** A value in its place. */
export interface Leaf {
  readonly steps: readonly Step[]
  readonly value: unknown
}

export interface Change {
  readonly steps: readonly Step[]
  readonly how: 'added' | 'new-version' | 'multiplied' | 'raised' | 'removed' | 'set'
  /** What was there; none where nothing was, or where the policy before is not known. */
  readonly was?: unknown
  readonly is?: unknown
  readonly holds: Holds
  /** What the tiers around it count: money, units or attainment. */
  readonly thresholds?: unknown
}

type Fields = Readonly<Record<string, unknown>>

function fieldsOf(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : undefined
}

/** What edits of a policy change; where values come from is no change of what it decides. */
export function changesOf(edits: readonly Edit[], policy: object | undefined): readonly Change[] {
  let versions = listOf(fieldsOf(policy)?.['versions'])
  return edits.flatMap((edit) => {
    const steps = parsePath(edit.path) ?? [edit.path]
    if (steps.length === 1 && steps[0] === 'versions' && 'insert' in edit) {
      const changes = newVersion(edit.insert, versions)
      versions = [...versions, edit.insert]
      return changes
    }
    return changeOf(edit, steps, policy)
  })
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** A version that comes in changes what was in force on the day before it. */
function newVersion(entry: unknown, versions: readonly unknown[]): readonly Change[] {
  const from = String(fieldsOf(entry)?.['effectiveFrom'])
  const begun: Change = {
    steps: ['versions'],
    how: 'new-version',
    is: idOf(entry),
    holds: { from },
  }
  const before = versions
    .filter((one) => startOf(one) < from)
    .sort((one, other) => (startOf(one) < startOf(other) ? -1 : 1))
    .at(-1)
  if (before === undefined) return [begun]
  const [was, is] = [withGroupsOf(before, entry), withGroupsOf(entry, before)]
  const changes = differences(was, is, []).flatMap((edit) => {
    const steps = parsePath(edit.path) ?? [edit.path]
    return isOwnOfVersion(steps) ? [] : changeOf({ ...edit, from }, steps, was)
  })
  return [begun, ...changes]
}

/** A version with a section for each group that has one of its own in either version: where it has none, that of all. */
function withGroupsOf(version: unknown, other: unknown): Fields {
  const [own = {}, others = {}] = [version, other].map((one) => fieldsOf(fieldsOf(one)?.['groups']))
  const names = [...new Set([...Object.keys(own), ...Object.keys(others)])]
  const groups = names.map((name) => {
    const sections = { ...fieldsOf(others[name]), ...fieldsOf(own[name]) }
    const inForce = Object.keys(sections).map((section) => [
      section,
      fieldsOf(own[name])?.[section] ?? fieldsOf(version)?.[section],
    ])
    return [name, Object.fromEntries(inForce)]
  })
  return { ...fieldsOf(version), groups: Object.fromEntries(groups) }
}

function startOf(version: unknown): string {
  return String(fieldsOf(version)?.['effectiveFrom'])
}

/** The name and the days of a version, and the names of its sections, which go with it. */
function isOwnOfVersion(steps: readonly Step[]): boolean {
  const last = steps.at(-1)
  const isNamed = last === 'version' && steps.length <= 4
  return isNamed || (steps.length === 1 && (last === 'effectiveFrom' || last === 'until'))
}

function changeOf(
  edit: Edit,
  steps: readonly Step[],
  policy: object | undefined,
): readonly Change[] {
  if (steps.includes('provenance')) return []
  const { holds, place } = placed(steps, edit)
  const was = policy === undefined ? undefined : valueAt(policy, steps)
  const known = { steps: place, holds, was, ...thresholdsAt(policy, steps) }
  if ('remove' in edit) return [{ ...known, how: 'removed' }]
  if ('multiply' in edit) return [{ ...known, how: 'multiplied', is: String(edit.multiply) }]
  if ('add' in edit) return [{ ...known, how: 'raised', is: String(edit.add) }]
  if ('insert' in edit) {
    const entry = [...place, idOf(edit.insert) ?? listOf(was).length]
    return [{ ...known, steps: entry, how: 'added', was: undefined, is: edit.insert }]
  }
  if (!fieldsOf(was) || !fieldsOf(edit.set))
    return replaced({ ...known, how: 'set', is: edit.set }, policy !== undefined)
  return differences(was, edit.set, steps).flatMap((one) =>
    changeOf({ ...one, ...days(edit) }, parsePath(one.path) ?? [], policy),
  )
}

/** Where a part of the policy gives way to something else, one is dropped and the other new. */
function replaced(change: Change, isKnown: boolean): readonly Change[] {
  const { was, is } = change
  if (was === undefined) return [isKnown ? { ...change, how: 'added' } : change]
  if (!isPart(was) && !isPart(is)) return [change]
  return [
    { ...change, how: 'removed', is: undefined },
    { ...change, how: 'added', was: undefined },
  ]
}

function days({ from, to, group }: Edit): Pick<Edit, 'from' | 'group' | 'to'> {
  return {
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(group !== undefined && { group }),
  }
}

/** Whether a value is a part of the policy, with values of its own. */
export function isPart(value: unknown): boolean {
  return leavesOf(value, []).some(({ steps }) => steps.length > 0)
}

/** In a document, the place within a section, and the version and the group whose section it is. */
function placed(steps: readonly Step[], edit: Edit): { holds: Holds; place: readonly Step[] } {
  const named = days(edit)
  const [, version, ...rest] = steps
  if (steps[0] !== 'versions' || rest.length === 0) return grouped(steps, named)
  return grouped(rest, { ...named, version: String(version) })
}

function grouped(steps: readonly Step[], holds: Holds): { holds: Holds; place: readonly Step[] } {
  const [, group, ...place] = steps
  if (steps[0] !== 'groups' || place.length === 0) return { holds, place: steps }
  return { holds: { ...holds, group: String(group) }, place }
}

/** What stands in a place; entries of lists are found by their ids, or by position. */
function valueAt(root: unknown, steps: readonly Step[]): unknown {
  return steps.reduce<unknown>((node, step) => {
    if (Array.isArray(node))
      return typeof step === 'number' ? node[step] : node.find((entry) => idOf(entry) === step)
    const fields = fieldsOf(node)
    return fields && Object.hasOwn(fields, step) ? fields[step] : undefined
  }, root)
}

/** What the tiers count that are nearest around a place. */
function thresholdsAt(root: unknown, steps: readonly Step[]): Pick<Change, 'thresholds'> {
  const around = steps.map((_, end) => fieldsOf(valueAt(root, steps.slice(0, end)))?.['thresholds'])
  const thresholds = around.filter((one) => one !== undefined).at(-1)
  return thresholds === undefined ? {} : { thresholds }
}

/** The values of a part of a policy, each in its place. */
export function leavesOf(value: unknown, steps: readonly Step[]): readonly Leaf[] {
  const fields = fieldsOf(value)
  if (fields !== undefined)
    return Object.entries(fields).flatMap(([key, inner]) =>
      key === 'provenance' ? [] : leavesOf(inner, [...steps, key]),
    )
  const isOfParts = Array.isArray(value) && value.some((entry) => fieldsOf(entry) !== undefined)
  if (!isOfParts) return [{ steps, value }]
  return listOf(value).flatMap((entry, index) => leavesOf(entry, [...steps, idOf(entry) ?? index]))
}
