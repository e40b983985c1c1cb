/** What was given, as JSON keeps it, and back. */
import {
  type Defined,
  type Issue,
  type PackedPolicy,
  type Path,
  packPolicy,
  unpackPolicy,
} from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import * as defined from '../../kernel/policy/defined.js'

/** A copy that is JSON and nothing else: a bigint and a Decimal are text, a defined policy is packed. */
export function snapshotOf(value: unknown, path: Path): unknown {
  const issues: Issue[] = []
  const copy = read.data(value, path, issues, (part) =>
    defined.isDefined(part) ? packed(part) : part,
  )
  issue.refuseIfAny(issues)
  return copy
}

/** As plain data, in which nothing is defined any more. */
function packed(policy: Defined<object>): unknown {
  return JSON.parse(JSON.stringify(packPolicy(policy)))
}

/** A snapshot, with the policies in it as they were. */
export function fromSnapshot(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(fromSnapshot)
  if (isPacked(value)) return unpackPolicy(value)
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, fromSnapshot(part)]))
}

const PACKED = ['digest', 'format', 'kind', 'parts', 'policy', 'version']

function isPacked(value: object): value is PackedPolicy {
  const keys = Object.keys(value).sort()
  return keys.length === PACKED.length && keys.every((key, index) => key === PACKED[index])
}
