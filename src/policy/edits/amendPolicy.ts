import type { Issue } from '../../kernel/index.js'
import { at, refuseIfAny } from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import * as defined from '../../kernel/policy/defined.js'
import { VERSION_BEGINS_THEN } from '../issues.js'
import { versionOn } from '../policyOn.js'
import type { SectionName } from '../sections.js'
import type { DefinedSalesPolicy, SalesPolicy } from '../types.js'
import { changeAll, defineAgain } from './applyEdits.js'
import { changeVersion, cutAt } from './changeDocument.js'
import { type ExactEdit, readEdits } from './exactEdit.js'
import type { Edit } from './types.js'

/** An edit of a version that is complete in itself: it holds as long as the version. */
export type Amendment = Edit & { readonly from?: never; readonly to?: never }

/**
 * Writes a new, complete version of a document, which comes into force on a day: what is in force then, with these edits, and named after the day.
 *
 * Use it for a change that is decided; {@link applyEdits} with dates for a what-if. The past stays as it is, and so do later versions:
 * the new one is in force until the next that was there, as was the one before it.
 *
 * @throws SalesRulesError as {@link applyEdits} does; `DATE_NOT_COVERED` for a day on which nothing is in force, `VERSIONS_OVERLAP` for one on which a
 * version comes into force already.
 *
 * @example A raise of the second rate, decided in June
 * ```ts
 * import { amendPolicy, definePolicy, handbook, policyOn } from 'sales-rules'
 *
 * const { commission } = handbook
 * const policy = definePolicy({ versions: [{ version: '2026', effectiveFrom: '2026-01-01', commission }] })
 * const edits = [{ path: 'commission.scale.tiers.second.rate', set: '0.045' }]
 * const amended = amendPolicy(policy, edits, '2026-07-01')
 * amended.versions.map(({ version, effectiveFrom }) => [version, effectiveFrom])
 * // => [['2026', '2026-01-01'], ['2026-07-01', '2026-07-01']]
 * policyOn(amended, '2026-12-31').commission.version // => '2026-07-01'
 * ```
 */
export function amendPolicy<Always extends SectionName>(
  policy: DefinedSalesPolicy<Always>,
  edits: readonly Amendment[],
  from: string,
): DefinedSalesPolicy<Always> {
  defined.check(policy, 'Policy')
  const issues: Issue[] = []
  const date = read.date(from, ['from'], issues)
  const exact = readEdits(edits, ['group'], issues)
  refuseIfAny(issues)
  const day = date ?? ''
  const current = policy.versions[versionOn(policy, day, ['from'], issues) ?? -1]
  if (current?.effectiveFrom === day)
    issues.push(at(VERSION_BEGINS_THEN, ['from'], { first: current.version, second: day }))
  refuseIfAny(issues)
  const cut = cutAt(policy, day, day)
  const index = cut.versions.findIndex(({ effectiveFrom }) => effectiveFrom === day)
  const change = (tree: SalesPolicy, edit: ExactEdit) => changeVersion(tree, index, edit)
  const tree = changeAll<SalesPolicy>(cut, exact, { change, issues })
  refuseIfAny(issues)
  return defineAgain('Policy', tree, policy) as DefinedSalesPolicy<Always>
}
