import { type Bounds, isBounded } from '../input/bounded.js'
import { type Issue, invalid, refuse, refuseIfAny, show } from '../input/issue.js'
import { hasField, readFields } from '../input/values.js'
import {
  A_PACKED_POLICY,
  A_PARSED_OBJECT,
  FORMAT_UNKNOWN,
  PACKED_POLICY_CHANGED,
  POLICY_OF_OTHER_VERSION,
} from '../issues.js'
import { seal } from './defined.js'
import { digestOfPlain } from './digest.js'
import type { PackedPart, PackedPolicy } from './packPolicy.js'
import { VERSION } from './version.js'

const KEYS = ['format', 'version', 'kind', 'digest', 'parts', 'policy']

/** Far more than a define function makes of what it takes: a hundred thousand values, and texts of ten thousand characters. */
const BOUNDS: Bounds = { mostValues: 2_000_000, longestText: 10_000, deepest: 100 }

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
  const expected = typeof packed === 'string' ? A_PARSED_OBJECT : A_PACKED_POLICY
  if (!hasField(packed, 'digest')) issues.push(invalid(packed, ['packed'], expected))
  refuseIfAny(issues)
  const fields = readFields(packed, ['packed'], KEYS, issues)
  refuseIfAny(issues)
  const { format, version, kind, digest, parts, policy } = fields as unknown as PackedPolicy
  if (format !== 1)
    refuse(FORMAT_UNKNOWN, ['packed', 'format'], { given: show(format), known: '1' })
  const define = `define${textOf(kind)}`
  if (version !== VERSION)
    refuse(POLICY_OF_OTHER_VERSION, [], { define, definedBy: textOf(version), version: VERSION })
  const own = copyOf({ parts, policy })
  if (own === undefined || digestOfPlain(own) !== digest)
    return refuse(PACKED_POLICY_CHANGED, ['packed'], { define })
  return sealAll(own.policy, own.parts) as Policy
}

/** Text as it is, and of anything else what it is. */
const textOf = (value: unknown) => (typeof value === 'string' ? value : show(value))

/** A copy that is JSON and nothing else; nothing where it cannot be made. */
function copyOf<Value>(value: Value): Value | undefined {
  try {
    return isBounded(value, BOUNDS) ? JSON.parse(JSON.stringify(value)) : undefined
  } catch {
    // A bigint, an object that throws.
    return undefined
  }
}

/** Puts the marks on again, in the other order than they were found, and so the innermost first: what is sealed is frozen with all that it holds. */
function sealAll(policy: object, parts: readonly PackedPart[]): object {
  for (const { path, kind, origin } of [...parts].reverse())
    seal(
      kind,
      path.reduce((part, step) => part[step as never], policy),
      origin,
    )
  return policy
}
