import { at, type Issue, refuse, refuseIfAny } from '../input/issue.js'
import { readArray, readFields } from '../input/values.js'
import { FORMAT_UNKNOWN, PACKED_POLICY_CHANGED, POLICY_OF_OTHER_VERSION } from '../issues.js'
import { type Defined, seal } from './defined.js'
import { digestOf } from './digest.js'
import type { PackedPart, PackedPolicy } from './packPolicy.js'
import { VERSION } from './version.js'

const FORMAT = 1
const KEYS = ['format', 'version', 'kind', 'digest', 'parts', 'policy']

/**
 * Makes the defined policy of a packed one again, without checking its fields and without zod: that its digest holds says that it is what
 * a define function made.
 *
 * This guards against accidents, not against forgery: whoever can write the packed policy can write its digest. Unpack what comes from where you trust,
 * and define what does not.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED` where a byte differs, or another version of the library packed it; `FORMAT_UNKNOWN`; `VALUE_INVALID`.
 *
 * @example A figure was changed on the way
 * ```ts
 * import { attempt, handbook, packPolicy, unpackPolicy } from 'sales-rules'
 *
 * const packed = packPolicy(handbook.commission)
 * const changed = { ...packed, policy: { ...packed.policy, currency: 'EUR' } }
 * const result = attempt(() => unpackPolicy(changed))
 * result.ok ? [] : result.issues.map(({ code }) => code) // => ['POLICY_NOT_DEFINED']
 * ```
 */
export function unpackPolicy<Policy extends object>(packed: PackedPolicy<Policy>): Policy {
  const issues: Issue[] = []
  const fields = readFields(packed, ['packed'], KEYS, issues)
  refuseIfAny(issues)
  const { format, version, kind, digest, parts, policy } = fields as unknown as PackedPolicy
  if (format !== FORMAT)
    issues.push(
      at(FORMAT_UNKNOWN, ['packed', 'format'], { given: String(format), known: `${FORMAT}` }),
    )
  else if (version !== VERSION) {
    const params = { define: `define${kind}`, definedBy: String(version), version: VERSION }
    issues.push(at(POLICY_OF_OTHER_VERSION, ['packed', 'version'], params))
  }
  readArray(parts, ['packed', 'parts'], issues)
  refuseIfAny(issues)
  if (digestOf({ parts, policy }) !== digest)
    refuse(PACKED_POLICY_CHANGED, ['packed', 'digest'], { define: `define${kind}` })
  return sealAll(JSON.parse(JSON.stringify(policy)), parts) as Policy
}

/** Puts the marks on again, the innermost first: what is sealed is frozen with all that it holds. */
function sealAll(policy: unknown, parts: readonly PackedPart[]): Defined<object> {
  const inner = [...parts].sort((one, other) => other.path.length - one.path.length)
  for (const { path, kind, origin } of inner) {
    let part = policy
    for (const step of path) part = (part as Readonly<Record<string, unknown>>)[step]
    seal(kind, part as object, origin)
  }
  return policy as Defined<object>
}
