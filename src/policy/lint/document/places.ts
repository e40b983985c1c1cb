import type { Path } from '../../../kernel/index.js'
import { sectionsOf } from '../../policyOn.js'
import type { PolicySections, SectionName } from '../../sections.js'
import type { PolicyVersion, SalesPolicy } from '../../types.js'

type Sections = Partial<PolicySections>

/** A version, or a group of one. */
export interface Place {
  readonly version: number
  readonly group: string | undefined
  readonly path: Path
  /** The sections that are written there. */
  readonly own: Sections
  /** Those, and of a group the others of its version. */
  readonly all: Sections
}

/** Each version, and after it its groups. */
export function placesOf({ versions }: SalesPolicy): Place[] {
  return versions.flatMap((one, version) => {
    const { groups = {} } = one
    return [
      placeOf(one, version, undefined),
      ...Object.keys(groups).map((group) => placeOf(one, version, group)),
    ]
  })
}

function placeOf(one: PolicyVersion, version: number, group: string | undefined): Place {
  const all = sectionsOf(one, group)
  const path = ['versions', version]
  if (group === undefined) return { version, group, path, own: all, all }
  return { version, group, path: [...path, 'groups', group], own: one.groups?.[group] ?? {}, all }
}

/** Whether one of these sections is written in this place, and all of them are in force there. */
export function meetHere({ own, all }: Place, names: readonly SectionName[]): boolean {
  return names.every((name) => all[name]) && names.some((name) => own[name])
}

/** The way to a section that is in force in a place. */
export function pathOf(place: Place, name: SectionName): Path {
  return [...(place.own[name] === undefined ? ['versions', place.version] : place.path), name]
}
