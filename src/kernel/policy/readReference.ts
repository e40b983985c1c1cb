import type { Issue, Path } from '../input/issue.js'
import { readersOf, readFields, readName } from '../input/values.js'
import type { PolicyReference } from './provenance.js'

const KEYS = ['id', 'version', 'effectiveFrom', 'fingerprint']

/** Reads what a stored outcome says of the policy that it was made with. */
export function readReference(
  value: unknown,
  path: Path,
  issues: Issue[],
): PolicyReference | undefined {
  const fields = readFields(value, path, KEYS, issues)
  if (fields === undefined) return undefined
  const { required, optional } = readersOf(fields, path, issues)
  const id = required('id', readName)
  const version = required('version', readName)
  const effectiveFrom = optional('effectiveFrom', readName)
  const fingerprint = optional('fingerprint', readName)
  if (id === undefined || version === undefined) return undefined
  return {
    id,
    version,
    ...(effectiveFrom === undefined ? {} : { effectiveFrom }),
    ...(fingerprint === undefined ? {} : { fingerprint }),
  }
}
