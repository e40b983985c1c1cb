import type { Provenance } from '../../kernel/index.js'
import { provenanceIssues } from '../../kernel/schema.js'
import { SECTION_NAMES } from '../sections.js'
import type { SalesPolicy } from '../types.js'
import { mapSections } from './mapSections.js'

/** A policy without what it had to say of parts that the edits took away. What an edit itself says of a missing part is for define to refuse. */
export function withoutLostProvenance(policy: unknown, before: unknown): unknown {
  const [now, had] = [provenanceOf(policy), provenanceOf(before)]
  const kept = now.filter((entry) => had.includes(entry))
  const lost = provenanceIssues({ ...(policy as object), provenance: kept }).map(
    ({ path }) => kept[path[1] as number],
  )
  if (lost.length === 0) return policy
  return { ...(policy as object), provenance: now.filter((entry) => !lost.includes(entry)) }
}

function provenanceOf(policy: unknown): readonly Provenance[] {
  const { provenance } = (policy ?? {}) as { readonly provenance?: unknown }
  return Array.isArray(provenance) ? provenance : []
}

/** The same for each section of a document. */
export function documentWithoutLost(document: SalesPolicy, before: SalesPolicy): SalesPolicy {
  const had = before.versions.flatMap(({ groups = {}, ...version }) =>
    [version, ...Object.values(groups)].flatMap((sections) =>
      SECTION_NAMES.flatMap((key) => provenanceOf(sections[key])),
    ),
  )
  return mapSections(document, (section) => withoutLostProvenance(section, { provenance: had }))
}
