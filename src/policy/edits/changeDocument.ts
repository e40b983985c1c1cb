import { refuse } from '../../kernel/input/issue.js'
import * as time from '../../kernel/time/time.js'
import { EDIT_IN_NO_VERSION, EDIT_OF_WHOLE } from '../issues.js'
import { type PolicySections, SECTION_NAMES, type SectionName } from '../sections.js'
import type { PolicyVersion, SalesPolicy } from '../types.js'
import { changePlace } from './changePlace.js'
import { withSectionIds } from './documentId.js'
import type { ExactEdit } from './exactEdit.js'

/**
 * A document with an edit made in it. A path that starts with a section is a place in each version of the days that the edit names, where
 * versions are cut; any other is a place in the document itself.
 */
export function changeDocument(document: SalesPolicy, edit: ExactEdit): SalesPolicy {
  const [first] = edit.steps
  const isSection = SECTION_NAMES.includes(first as SectionName)
  if (!isSection) return changeWhole(document, edit)
  const { from, to } = edit
  const after = to === undefined ? undefined : time.addDays(to, 1)
  const cut = [from, after].reduce<SalesPolicy>(
    (whole, date) => (date === undefined ? whole : cutAt(whole, date)),
    document,
  )
  const places = cut.versions.flatMap((version, index) =>
    (after === undefined || version.effectiveFrom < after) &&
    (from === undefined || version.effectiveFrom >= from)
      ? [index]
      : [],
  )
  if (places.length === 0)
    refuse(EDIT_IN_NO_VERSION, [...edit.at, 'from'], { date: from ?? to ?? '' })
  return places.reduce((whole, index) => changeVersion(whole, index, edit), cut)
}

/** A new id of the document is one of its sections too, but of those that have one of their own. */
function changeWhole(document: SalesPolicy, edit: ExactEdit): SalesPolicy {
  for (const key of ['from', 'to', 'group'] as const)
    if (edit[key] !== undefined) refuse(EDIT_OF_WHOLE, [...edit.at, key], { field: key })
  const changed = changePlace(document, edit) as SalesPolicy
  return changed.id === document.id ? changed : withSectionIds(changed, document.id)
}

/** An edit in one version, or in a group of it: one that has no such section of its own gets that of the version first. */
export function changeVersion(document: SalesPolicy, index: number, edit: ExactEdit): SalesPolicy {
  const { group } = edit
  const versions = [...document.versions]
  const version = versions[index] as PolicyVersion
  versions[index] =
    group === undefined
      ? (changePlace(version, edit) as PolicyVersion)
      : { ...version, groups: changeGroup(version, group, edit) }
  return { ...document, versions }
}

function changeGroup({ groups = {}, ...version }: PolicyVersion, group: string, edit: ExactEdit) {
  const key = edit.steps[0] as SectionName
  const shared = version[key] === undefined ? {} : { [key]: version[key] }
  const own = Object.hasOwn(groups, group) ? groups[group] : {}
  const sections = changePlace({ ...shared, ...own }, edit) as Partial<PolicySections>
  return { ...groups, [group]: sections }
}

/**
 * A document in which a version begins on a day, with what was in force on it: named after the version that is cut and the day, `2026@2026-07-01`. Where
 * one begins on that day, or none is in force, nothing is cut.
 */
export function cutAt(document: SalesPolicy, date: string, name?: string): SalesPolicy {
  const { versions } = document
  const next = versions.findIndex(({ effectiveFrom }) => effectiveFrom > date)
  const index = (next === -1 ? versions.length : next) - 1
  const version = versions[index]
  if (version === undefined || version.effectiveFrom === date) return document
  const { until, ...open } = version
  if (until !== undefined && until <= date) return document
  const [base = ''] = version.version.split('@')
  const later = { ...version, version: name ?? `${base}@${date}`, effectiveFrom: date }
  return {
    ...document,
    versions: [...versions.slice(0, index), open, later, ...versions.slice(index + 1)],
  }
}
