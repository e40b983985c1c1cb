import type { SalesPolicy } from '../types.js'
import { mapSections } from './mapSections.js'

/**
 * A document whose sections go with its id: those that had the id `before` have the new one, or none, so that they get that of the document when it is
 * defined. Those with an id of their own keep it.
 */
export function withSectionIds(document: SalesPolicy, before: string, id?: string): SalesPolicy {
  return mapSections(document, (section) => {
    const { id: own, ...rest } = section
    if (own !== before) return section
    return id === undefined ? rest : { ...rest, id }
  })
}
