import { type Issue, refuse, refuseIfAny, show } from '../input/issue.js'
import { readFields } from '../input/values.js'
import { FORMAT_UNKNOWN, PACKED_POLICY_CHANGED, POLICY_OF_OTHER_VERSION } from '../issues.js'
import { seal } from './defined.js'
import { digestOfPlain } from './digest.js'
import type { PackedPart, PackedPolicy } from './packPolicy.js'
import { VERSION } from './version.js'

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
  const fields = readFields(
    packed,
    ['packed'],
    ['version', 'kind', 'policy', 'format', 'digest', 'parts'],
    issues,
  )
  refuseIfAny(issues)
  const { format, version, kind, digest, parts, policy } = fields as unknown as PackedPolicy
  if (format !== 1)
    refuse(FORMAT_UNKNOWN, ['packed', 'format'], { given: show(format), known: '1' })
  const define = `define${textOf(kind)}`
  if (version !== VERSION)
    refuse(POLICY_OF_OTHER_VERSION, [], { define, definedBy: textOf(version), version: VERSION })
  const own = copyOf({ parts, policy })
  if (digestOfPlain(own) !== digest) refuse(PACKED_POLICY_CHANGED, ['packed'], { define })
  // The marks in the other order than they were found, and so the innermost first: what is sealed is frozen with all that it holds.
  for (const part of (own.parts as PackedPart[]).reverse()) {
    const sealed = part.path.reduce((at, key) => at[key as never], own.policy)
    seal(part.kind, sealed, part.origin)
  }
  return own.policy as Policy
}

/** Text as it is, and of anything else what it is. */
const textOf = (value: unknown) => (typeof value === 'string' ? value : show(value))

/** A copy that is JSON and nothing else. Where it cannot be made, or would take all memory (a list of four billion holes), it is another one. */
function copyOf<Value extends object>(value: Value): Value {
  // Values, entries and characters: far more than a define function makes of what it takes.
  let left = 5_000_000
  const counted = (_: string, part: unknown) => {
    left -= 1 + ((part as string | null)?.length ?? 0)
    // What is left out is missed by the digest.
    return left >= 0 ? part : undefined
  }
  try {
    return JSON.parse(JSON.stringify(value, counted))
  } catch {
    // A bigint, a cycle, an object that throws.
    return {} as Value
  }
}
