import type { Defined } from '../../kernel/index.js'
import * as defined from '../../kernel/policy/defined.js'
import type { SalesPolicy } from '../types.js'
import { withSectionIds } from './documentId.js'
import { idsOf, type Step, writePath } from './path.js'
import type { Edit } from './types.js'

/**
 * What makes one policy into another, as edits: `applyEdits(before, diffPolicies(before, after))` is `after`.
 *
 * Entries of lists are told apart by their ids, or by position where they have none. Of two documents the edits are those of each version
 * by its name; a section that has the id of its document goes with it. `provenance` is compared like every other part; `id` and `version` as well.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED` for what is no defined policy, or for two policies of different kinds.
 *
 * @example What changed in a year
 * ```ts
 * import { applyEdits, diffPolicies, handbook } from 'sales-rules'
 *
 * const then = applyEdits(handbook.commission, [
 *   { path: 'scale.tiers.second.rate', add: '0.005' },
 *   { path: 'awards', remove: true },
 * ])
 * diffPolicies(handbook.commission, then).filter(({ path }) => path !== 'provenance')
 * // => [{ path: 'scale.tiers.second.rate', set: '0.045' }, { path: 'awards', remove: true }]
 * ```
 */
export function diffPolicies<Policy extends Defined<object>>(
  before: Policy,
  after: Policy,
): readonly Edit[] {
  const kind = defined.kindOf(before)
  defined.check(after, kind)
  return kind === 'Policy'
    ? documentDifferences(before as unknown as SalesPolicy, after as unknown as SalesPolicy)
    : differences(before, after, [])
}

/** The id first: sections that had it go with it. */
function documentDifferences(before: SalesPolicy, after: SalesPolicy): Edit[] {
  const { id } = after
  if (before.id === id) return differences(before, after, [])
  const renamed = { ...withSectionIds(before, before.id, id), id }
  return [{ path: 'id', set: id }, ...differences(renamed, after, [])]
}

/** What makes one part of a policy, to which these steps lead, into another. */
export function differences(before: unknown, after: unknown, steps: readonly Step[]): Edit[] {
  if (Object.is(before, after)) return []
  if (Array.isArray(before) && Array.isArray(after)) return listDifferences(before, after, steps)
  if (isRecord(before) && isRecord(after)) return fieldDifferences(before, after, steps)
  return [{ path: writePath(steps), set: after }]
}

type Fields = Readonly<Record<string, unknown>>

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function fieldDifferences(before: Fields, after: Fields, steps: readonly Step[]): Edit[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return keys.flatMap((key) => {
    const place = [...steps, key]
    if (!Object.hasOwn(after, key)) return [{ path: writePath(place), remove: true }]
    if (!Object.hasOwn(before, key)) return [{ path: writePath(place), set: after[key] }]
    return differences(before[key], after[key], place)
  })
}

type List = readonly unknown[]

function listDifferences(before: List, after: List, steps: readonly Step[]): Edit[] {
  const [was, is] = [idsOf(before), idsOf(after)]
  if (was !== undefined && is !== undefined && keepsOrder(was, is))
    return entryDifferences(entriesOf(was, before), entriesOf(is, after), steps)
  if (before.length === after.length)
    return after.flatMap((entry, index) => differences(before[index], entry, [...steps, index]))
  return [{ path: writePath(steps), set: after }]
}

/** Whether what is in both is in the same order in both. */
function keepsOrder(was: readonly string[], is: readonly string[]): boolean {
  const [left, right] = [new Set(was), new Set(is)]
  const stayed = was.filter((id) => right.has(id))
  return is.filter((id) => left.has(id)).every((id, index) => id === stayed[index])
}

type Entries = ReadonlyMap<string, unknown>

function entriesOf(ids: readonly string[], list: List): Entries {
  return new Map(ids.map((id, index) => [id, list[index]]))
}

/** What is gone is removed; what is new comes in before the next one that stayed; what stayed is compared. */
function entryDifferences(before: Entries, after: Entries, steps: readonly Step[]): Edit[] {
  const path = writePath(steps)
  const removed = [...before.keys()]
    .filter((id) => !after.has(id))
    .map((id): Edit => ({ path: writePath([...steps, id]), remove: true }))
  const inserted: Edit[] = []
  const changed: Edit[] = []
  let waiting: unknown[] = []
  for (const [id, entry] of after) {
    if (!before.has(id)) {
      waiting.push(entry)
      continue
    }
    inserted.push(...waiting.map((insert): Edit => ({ path, insert, before: id })))
    waiting = []
    changed.push(...differences(before.get(id), entry, [...steps, id]))
  }
  inserted.push(...waiting.map((insert): Edit => ({ path, insert })))
  return [...removed, ...inserted, ...changed]
}
