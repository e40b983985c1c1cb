import type { Issue, Path } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import * as decimal from '../../kernel/number/decimal.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import {
  CREDIT_IN_PARTS_AND_SHARES,
  CREDIT_NOT_WHOLE,
  OVERLAY_REFUSED,
  OWNER_TWICE,
  PARTS_AND_SHARE,
} from '../issues.js'
import type { ExactPlan } from '../plan/exactPlan.js'

/** Somebody who is credited, read exactly. */
export interface ReadOwner {
  readonly payee: string
  readonly weight: Fraction
  readonly by: 'parts' | 'share'
  readonly overlay: boolean
}

/** Reads those who share a sale; adds an issue where they do not make up the whole of it, or where the plan refuses one. */
export function readOwners(
  value: unknown,
  path: Path,
  plan: ExactPlan,
  issues: Issue[],
): ReadOwner[] {
  const before = issues.length
  const owners: ReadOwner[] = []
  for (const [index, row] of (read.array(value, path, issues) ?? []).entries()) {
    const owner = readOwner(row, [...path, index], issues)
    if (owner === undefined) continue
    if (owners.some(({ payee }) => payee === owner.payee))
      issues.push(issue.at(OWNER_TWICE, [...path, index, 'payee'], { id: owner.payee }))
    owners.push(owner)
  }
  if (issues.length > before) return owners
  const fault = overlayIssue(owners, path, plan) ?? wholeIssue(owners, path)
  if (fault !== null) issues.push(fault)
  return owners
}

/** Reads one owner; null stands for absent, as it does in a database. */
function readOwner(row: unknown, path: Path, issues: Issue[]): ReadOwner | undefined {
  const fields = read.fields(row, path, ['payee', 'parts', 'share', 'overlay'], issues)
  if (fields === undefined) return undefined
  const { parts = null, share = null } = fields
  const payee = read.name(fields['payee'], [...path, 'payee'], issues)
  const by = parts === null ? 'share' : 'parts'
  const weight = read.positive(parts ?? share, [...path, by], issues)
  const overlay = read.boolean(fields['overlay'] ?? false, [...path, 'overlay'], issues)
  if (parts !== null && (share !== null || overlay === true))
    issues.push(issue.at(PARTS_AND_SHARE, path, {}))
  if (payee === undefined || weight === undefined || overlay === undefined) return undefined
  if (overlay) issues.push(...decimal.percentIssues(issue.show(share), weight, [...path, 'share']))
  return { payee, weight, by, overlay }
}

function overlayIssue(
  owners: readonly ReadOwner[],
  path: Path,
  { json: { credit } }: ExactPlan,
): Issue | null {
  if (credit.overlays === 'allow') return null
  const index = owners.findIndex(({ overlay }) => overlay)
  const payee = owners[index]?.payee
  if (payee === undefined) return null
  return issue.at(OVERLAY_REFUSED, [...path, index, 'overlay'], { payee })
}

/** Owners in parts are the whole of a sale; shares add up to it. */
function wholeIssue(owners: readonly ReadOwner[], path: Path): Issue | null {
  const base = owners.filter(({ overlay }) => !overlay)
  const isByShare = base.every(({ by }) => by === 'share')
  if (base.length > 0 && base.every(({ by }) => by === 'parts')) return null
  const total = isByShare ? fraction.sum(base.map(({ weight }) => weight)) : fraction.ZERO
  if (fraction.compare(total, fraction.ONE) === 0) return null
  return issue.at(isByShare ? CREDIT_NOT_WHOLE : CREDIT_IN_PARTS_AND_SHARES, path, {
    total: write.decimal(total),
    difference: write.decimal(fraction.subtract(fraction.ONE, total)),
  })
}
