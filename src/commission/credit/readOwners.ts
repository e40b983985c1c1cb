import type { Issue, Path } from '../../kernel/index.js'
import { issueAt, show } from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import * as decimal from '../../kernel/number/decimal.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
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
  for (const [index, owner] of (read.array(value, path, issues) ?? []).entries()) {
    const one = readOwner(owner, [...path, index], issues)
    if (one === undefined) continue
    if (owners.some(({ payee }) => payee === one.payee)) {
      const text = `got ${show(one.payee)} twice, expected each owner once.`
      issues.push(issueAt('ID_DUPLICATE', [...path, index, 'payee'], { id: one.payee }, text))
    }
    owners.push(one)
  }
  if (issues.length === before) issues.push(...creditIssues(owners, path, plan))
  return owners
}

function readOwner(owner: unknown, path: Path, issues: Issue[]): ReadOwner | undefined {
  const fields = read.fields(owner, path, ['payee', 'parts', 'share', 'overlay'], issues)
  if (fields === undefined) return undefined
  const { parts, share } = fields
  const payee = read.name(fields['payee'], [...path, 'payee'], issues)
  const by = parts === undefined ? 'share' : 'parts'
  const above = { minimum: fraction.ZERO, above: true }
  const weight = read.decimal(parts ?? share, [...path, by], issues, above)
  const overlay = read.boolean(fields['overlay'] ?? false, [...path, 'overlay'], issues)
  if (parts !== undefined && (share !== undefined || overlay === true)) {
    const reason = 'an owner has parts or a share, not both, and an overlay has a share.'
    issues.push(issueAt('POLICY_CONFLICT', path, { reason }, reason))
  }
  if (payee === undefined || weight === undefined || overlay === undefined) return undefined
  if (overlay) issues.push(...decimal.percentIssues(show(share), weight, [...path, 'share']))
  return { payee, weight, by, overlay }
}

function creditIssues(
  owners: readonly ReadOwner[],
  path: Path,
  { json: { credit } }: ExactPlan,
): Issue[] {
  const overlay = owners.findIndex((owner) => owner.overlay)
  if (overlay !== -1 && credit.overlays === 'refuse') {
    const payee = owners[overlay]?.payee ?? ''
    const text = `${show(payee)} is credited on top of the whole, and the plan refuses overlays. Share the whole, or set credit.overlays to "allow".`
    return [issueAt('OVERLAY_REFUSED', [...path, overlay, 'overlay'], { payee }, text)]
  }
  const base = owners.filter((owner) => !owner.overlay)
  const isByShare = base.every(({ by }) => by === 'share')
  if (base.length > 0 && base.every(({ by }) => by === 'parts')) return []
  const total = isByShare ? fraction.sum(base.map(({ weight }) => weight)) : fraction.ZERO
  if (fraction.compare(total, fraction.ONE) === 0) return []
  return [notWhole(total, path, isByShare)]
}

function notWhole(total: Fraction, path: Path, isByShare: boolean): Issue {
  const given = write.decimal(total)
  const difference = write.decimal(fraction.subtract(fraction.ONE, total))
  const text = isByShare
    ? `the shares add up to ${given}, expected exactly 1. Thirds are written as parts 1, 1, 1; somebody on top of the whole is an overlay.`
    : 'some owners have parts and some a share. Give all of them parts, or all of them a share.'
  return issueAt('CREDIT_NOT_WHOLE', path, { total: given, difference }, text)
}
