import { type Defined, kindOf, type PolicyKind, sealsIn } from './defined.js'
import { digestOf } from './digest.js'
import type { PolicyOrigin } from './provenance.js'
import { VERSION } from './version.js'

/** A part of a packed policy that is a defined policy itself, the whole of it included. */
export interface PackedPart {
  /** Keys and positions from the outside in; none is the whole. */
  readonly path: readonly (string | number)[]
  readonly kind: PolicyKind
  /** Of a section of a document, which version it belongs to. */
  readonly origin?: PolicyOrigin
}

declare const packed: unique symbol

/** A defined policy as plain JSON that can be stored and sent. */
export interface PackedPolicy<Policy extends object = object> {
  readonly format: 1
  /** The version of the library that defined it. */
  readonly version: string
  readonly kind: PolicyKind
  /** The digest of all that follows. */
  readonly digest: string
  readonly parts: readonly PackedPart[]
  readonly policy: object
  readonly [packed]?: Policy
}

/**
 * Packs a policy, or a whole document, as plain JSON with a digest, so that {@link unpackPolicy} makes the defined policy of it again where nothing
 * can be defined: in a worker, in a page that never loads zod.
 *
 * What is kept, in a file or a database, is better kept as plain JSON and defined: what one version of the library packs, another refuses.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`.
 *
 * @example Defined on a server, computed in a page
 * ```ts
 * import { calculateCommission } from 'sales-rules/commission'
 * import { commission } from 'sales-rules/handbook'
 * import { packPolicy, unpackPolicy } from 'sales-rules/kernel'
 *
 * const text = JSON.stringify(packPolicy(commission))
 * const plan = unpackPolicy<typeof commission>(JSON.parse(text))
 * calculateCommission({ sales: '1500000', target: '1500000' }, plan).amount // => '50000.00'
 * ```
 */
export function packPolicy<Policy extends Defined<object>>(policy: Policy): PackedPolicy<Policy> {
  const kind = kindOf(policy)
  const parts = sealsIn(policy)
  return { format: 1, version: VERSION, kind, digest: digestOf({ parts, policy }), parts, policy }
}
