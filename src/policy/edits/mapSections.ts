import { SECTION_NAMES } from '../sections.js'
import type { PolicyVersion, SalesPolicy } from '../types.js'

type Fields = Readonly<Record<string, unknown>>

/** A document with each section of its versions and groups changed. What edits have made of no right form is for define to refuse, and stays. */
export function mapSections(
  document: SalesPolicy,
  change: (section: Fields) => unknown,
): SalesPolicy {
  const { versions } = document
  if (!Array.isArray(versions)) return document
  const own = (sections: unknown) => (isRecord(sections) ? changeEach(sections, change) : sections)
  return {
    ...document,
    versions: versions.map((version: unknown) => {
      if (!isRecord(version) || !isRecord(version['groups'])) return own(version)
      const groups = Object.entries(version['groups']).map(([name, one]) => [name, own(one)])
      return { ...changeEach(version, change), groups: Object.fromEntries(groups) }
    }) as PolicyVersion[],
  }
}

function changeEach(sections: Fields, change: (section: Fields) => unknown): Fields {
  const changed = SECTION_NAMES.flatMap((key) => {
    const section = sections[key]
    return isRecord(section) ? [[key, change(section)]] : []
  })
  return { ...sections, ...Object.fromEntries(changed) }
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null
}
