import type { PolicyHeader } from '../kernel/index.js'
import * as defined from '../kernel/policy/defined.js'
import * as digest from '../kernel/policy/digest.js'
import { type ReadSection, type ReadSections, type ReadVersion, readDocument } from './schema.js'
import { SECTION_NAMES, SECTIONS, type SectionName } from './sections.js'
import type {
  DefinedSalesPolicy,
  OnlyKnownKeys,
  PolicyVersion,
  SalesPolicy,
  SalesPolicyInput,
  SectionsInAll,
} from './types.js'

/**
 * Checks and freezes a policy document: all policies of a company, in versions that are in force one after the other.
 *
 * Use it for what lives for years, and {@link policyOn} to get what is in force on a day; for one policy alone its own define function is enough.
 * A version is complete: a section that it leaves out does not exist in it. A section without an `id` has that of the document, and each has
 * the `version` of its version, whatever it said itself. Outcomes then name the version's first day, and a fingerprint of the section.
 *
 * @throws SalesRulesError with everything that is wrong in all versions, each with its path: what the define functions refuse; `ID_DUPLICATE`,
 * `DATES_OUT_OF_ORDER`, `VERSIONS_OVERLAP` for the versions themselves.
 *
 * @example Another second rate from July on
 * ```ts
 * import { calculateCommission, definePolicy, handbook, policyOn, withValue } from 'sales-rules'
 *
 * const { commission } = handbook
 * const policy = definePolicy({
 *   id: 'acme-sales',
 *   versions: [
 *     { version: '2026', effectiveFrom: '2026-01-01', commission },
 *     {
 *       version: '2026-07',
 *       effectiveFrom: '2026-07-01',
 *       commission: withValue(commission, 'scale.tiers.second.rate', '0.045'),
 *     },
 *   ],
 * })
 * const sold = { sales: '1500000', target: '1500000' }
 * calculateCommission(sold, policyOn(policy, '2026-06-30').commission).amount // => '50000.00'
 * calculateCommission(sold, policyOn(policy, '2026-07-01').commission).amount // => '52500.00'
 * ```
 */
export function definePolicy<const Document extends SalesPolicyInput>(
  policy: Document & OnlyKnownKeys<Document>,
): DefinedSalesPolicy<SectionsInAll<Document>> {
  const { id, versions, ...rest } = readDocument(policy)
  const sealed = versions.map((one) => sealVersion(one, id))
  return defined.seal<SalesPolicy>('Policy', { ...rest, id, versions: sealed })
}

function sealVersion(read: ReadVersion, id: string): PolicyVersion {
  const { version: name, effectiveFrom, until, groups, examples } = read
  const own = (sections: ReadSections) =>
    sealSections(sections, { id, version: name, effectiveFrom })
  return {
    version: name,
    effectiveFrom,
    ...(until === undefined ? {} : { until }),
    ...own(read),
    ...(groups === undefined
      ? {}
      : {
          groups: Object.fromEntries(Object.entries(groups).map(([key, one]) => [key, own(one)])),
        }),
    ...(examples === undefined ? {} : { examples }),
  }
}

interface Owner {
  readonly id: string
  readonly version: string
  readonly effectiveFrom: string
}

function sealSections(sections: ReadSections, owner: Owner): Partial<Record<SectionName, never>> {
  const sealed = SECTION_NAMES.flatMap((key) => {
    const read = sections[key]
    return read === undefined ? [] : [[key, sealSection(key, read, owner)]]
  })
  return Object.fromEntries(sealed)
}

/** A section that tells whose it is. A calendar and working hours say nothing of themselves: outcomes do not name them. */
function sealSection(key: SectionName, { policy, isNamed }: ReadSection, owner: Owner) {
  if (!('provenance' in policy)) return policy
  const header = policy as unknown as PolicyHeader
  const { effectiveFrom, version: name } = owner
  const origin = { effectiveFrom, fingerprint: digest.digestOfContents(header) }
  const id = isNamed ? header.id : owner.id
  return defined.seal(SECTIONS[key], { ...policy, id, version: name }, origin)
}
