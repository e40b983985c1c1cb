import type { Issue } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import {
  type ExactHistory,
  type ExactVersion,
  missingFrom,
  readHistory,
  readSignature,
  replacedIn,
  writeHistory,
} from './exactHistory.js'
import { SIGNED_BY_ONE, SIGNED_BY_OTHER, VERSION_REPLACED } from './issues.js'
import type { TargetHistory, TargetSignature } from './types.js'

/**
 * Signs a target: the person whose it is, or the direct manager, or whoever else the plan names (TAR-4). Once all have signed it counts.
 *
 * The latest version is signed, unless another is named. `person` is the owner; nobody signs for two.
 *
 * @throws SalesRulesError `VALUE_NOT_ALLOWED` for a signature that is not due, `POLICY_CONFLICT` for somebody else's, for one person in two
 *   places and for a version that was replaced, `DATE_INVALID`, `NUMBER_OUT_OF_RANGE`, `FORMAT_UNKNOWN`.
 *
 * @example Both sign
 * ```ts
 * import { handbook, setTarget, signOffTarget } from 'sales-rules'
 *
 * const target = { owner: 'Li', measure: 'sales', amount: '1200000', period: '2026', reason: 'last year and 8%' }
 * const signed = signOffTarget(setTarget(target, handbook.targets), { as: 'person', by: 'Li', on: '2026-01-05' })
 * signed.versions[0]?.missing // => ['direct-manager']
 * signOffTarget(signed, { as: 'direct-manager', by: 'Chen', on: '2026-01-07' }).versions[0]?.missing // => []
 * ```
 */
export function signOffTarget(
  history: TargetHistory,
  signature: TargetSignature & { readonly version?: number | undefined },
): TargetHistory {
  const known = readHistory(history)
  const { index, signed } = readSigned(signature, known)
  const versions = known.versions.map((version, at) => (at === index ? signed : version))
  return writeHistory({ ...known, versions }, ['TAR-4'])
}

function readSigned(value: unknown, history: ExactHistory) {
  const path = ['signature']
  const issues: Issue[] = []
  const { versions, owner } = history
  const fields = read.fields(value, path, ['as', 'by', 'on', 'version'], issues) ?? {}
  const { as, by, on } = fields
  const given = readSignature({ as, by, on }, path, issues)
  const bounds = { minimum: 1, maximum: versions.length }
  const position = read
    .of(fields, path, issues)
    .optional('version', (one, at, found) => read.integer(one, at, found, bounds))
  issue.refuseIfAny(issues)
  const index = (position ?? versions.length) - 1
  const version = versions[index] as ExactVersion
  if (replacedIn(history)[index])
    issue.refuse(VERSION_REPLACED, [...path, 'version'], { given: String(index + 1) })
  const missing = missingFrom(version)
  if (!missing.includes(given.as))
    issue.add(issues, read.notAllowed(given.as, [...path, 'as'], missing))
  if (given.as === 'person' && given.by !== owner)
    issue.add(issues, issue.at(SIGNED_BY_OTHER, [...path, 'by'], { given: given.by, other: owner }))
  const before = version.signatures.find((one) => one.by === given.by)
  if (before !== undefined && before.as !== given.as)
    issue.add(
      issues,
      issue.at(SIGNED_BY_ONE, [...path, 'by'], { given: given.by, other: before.as }),
    )
  issue.refuseIfAny(issues)
  return { index, signed: { ...version, signatures: [...version.signatures, given] } }
}
