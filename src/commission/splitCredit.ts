import type { DecimalInput, Issue, Path } from '../kernel/index.js'
import {
  compare,
  countDecimals,
  currencyDecimals,
  divide,
  type Fraction,
  issueAt,
  multiply,
  ONE,
  powerOfTen,
  readArray,
  readBoolean,
  readDecimal,
  readFields,
  readName,
  refuseIfAny,
  requireDefined,
  roundTogether,
  roundToUnits,
  show,
  subtract,
  sum,
  writeDecimal,
  writeFixed,
  ZERO,
} from '../kernel/inside.js'
import type { CommissionPlan, CreditOwner, CreditShare, DefinedCommissionPlan } from './types.js'

/**
 * Splits the amount of a sale between those who share it. The parts of the owners add up to it exactly, also in thirds.
 *
 * Owners have either `parts` (1 and 1 and 1) or a `share` (a ratio); shares add up to exactly 1. An overlay is credited on top of the
 * whole, with a share of its own, and only where the plan allows it. A refund mirrors the sale.
 *
 * @throws SalesRulesError `CREDIT_NOT_WHOLE` when the shares do not add up to 1, `OVERLAY_REFUSED`, `ID_DUPLICATE`,
 *   `TOTAL_TOO_PRECISE` when the amount has more decimals than the currency, `VALUE_INVALID`, `NUMBER_INVALID`.
 *
 * @example Three equal owners
 * ```ts
 * import { handbook, splitCredit } from 'sales-rules'
 *
 * const owners = [{ payee: 'Li', parts: 1 }, { payee: 'Wang', parts: 1 }, { payee: 'Zhao', parts: 1 }]
 * splitCredit('100.00', owners, handbook.commission).map(({ amount }) => amount) // => ['33.34', '33.33', '33.33']
 * ```
 *
 * @example A specialist who is credited on top
 * ```ts
 * import { defineCommissionPlan, handbook, splitCredit } from 'sales-rules'
 *
 * const plan = defineCommissionPlan({ ...handbook.commission, credit: { overlays: 'allow' } })
 * const owners = [{ payee: 'Li', share: '1' }, { payee: 'Wang', share: '0.2', overlay: true }]
 * splitCredit('100.00', owners, plan).map(({ payee, amount }) => [payee, amount]) // => [['Li', '100.00'], ['Wang', '20.00']]
 * ```
 */
export function splitCredit(
  amount: DecimalInput,
  owners: readonly CreditOwner[],
  plan: DefinedCommissionPlan,
): CreditShare[] {
  requireDefined(plan, 'CommissionPlan')
  const issues: Issue[] = []
  const exact = readDecimal(amount, ['amount'], issues) ?? ZERO
  issues.push(...precisionIssues(exact, plan))
  const read = readOwners(owners, issues)
  if (issues.length === 0) issues.push(...creditIssues(read, plan))
  refuseIfAny(issues)
  const decimals = currencyDecimals(plan.currency) ?? 0
  const units = multiply(exact, { n: powerOfTen(decimals), d: 1n })
  const base = read.filter(({ overlay }) => !overlay)
  const whole = sum(base.map(({ weight }) => weight))
  const parts = roundTogether(
    base.map(({ weight }) => divide(multiply(units, weight), whole)),
    roundToUnits(units, 0, 'down'),
  )
  return read.map((owner) => {
    const own = owner.overlay
      ? roundToUnits(multiply(units, owner.weight), 0, plan.rounding.mode)
      : (parts[base.indexOf(owner)] ?? 0n)
    return { payee: owner.payee, amount: writeFixed(own, decimals), overlay: owner.overlay }
  })
}

interface ReadOwner {
  readonly payee: string
  readonly weight: Fraction
  readonly by: 'parts' | 'share'
  readonly overlay: boolean
}

function precisionIssues(amount: Fraction, { currency }: CommissionPlan): Issue[] {
  const decimals = currencyDecimals(currency) ?? 0
  if ((countDecimals(amount) ?? 0) <= decimals) return []
  const total = writeDecimal(amount)
  const text = `got ${total}, expected at most the ${decimals} decimals of ${currency}.`
  return [issueAt('TOTAL_TOO_PRECISE', ['amount'], { total, decimals }, text)]
}

function readOwners(owners: unknown, issues: Issue[]): ReadOwner[] {
  const read: ReadOwner[] = []
  for (const [index, owner] of (readArray(owners, ['owners'], issues) ?? []).entries()) {
    const one = readOwner(owner, ['owners', index], issues)
    if (one === undefined) continue
    if (read.some(({ payee }) => payee === one.payee)) {
      const text = `got ${show(one.payee)} twice, expected each owner once.`
      issues.push(issueAt('ID_DUPLICATE', ['owners', index, 'payee'], { id: one.payee }, text))
    }
    read.push(one)
  }
  return read
}

function readOwner(owner: unknown, path: Path, issues: Issue[]): ReadOwner | undefined {
  const fields = readFields(owner, path, ['payee', 'parts', 'share', 'overlay'], issues)
  if (fields === undefined) return undefined
  const { parts, share, overlay } = fields
  const payee = readName(fields['payee'], [...path, 'payee'], issues)
  const by = parts === undefined ? 'share' : 'parts'
  const above = { minimum: ZERO, above: true }
  const weight = readDecimal(parts ?? share, [...path, by], issues, above)
  const isOverlay =
    overlay === undefined ? false : readBoolean(overlay, [...path, 'overlay'], issues)
  if (parts !== undefined && (share !== undefined || isOverlay === true)) {
    const reason = 'an owner has parts or a share, not both, and an overlay has a share.'
    issues.push(issueAt('POLICY_CONFLICT', path, { reason }, reason))
  }
  if (payee === undefined || weight === undefined || isOverlay === undefined) return undefined
  return { payee, weight, by, overlay: isOverlay }
}

function creditIssues(owners: readonly ReadOwner[], { credit }: CommissionPlan): Issue[] {
  const overlay = owners.findIndex((owner) => owner.overlay)
  if (overlay !== -1 && credit.overlays === 'refuse') {
    const payee = owners[overlay]?.payee ?? ''
    const text = `${show(payee)} is credited on top of the whole, and the plan refuses overlays. Share the whole, or set credit.overlays to "allow".`
    return [issueAt('OVERLAY_REFUSED', ['owners', overlay, 'overlay'], { payee }, text)]
  }
  const base = owners.filter((owner) => !owner.overlay)
  const isByShare = base.every(({ by }) => by === 'share')
  if (base.length > 0 && base.every(({ by }) => by === 'parts')) return []
  const total = isByShare ? sum(base.map(({ weight }) => weight)) : ZERO
  if (compare(total, ONE) === 0) return []
  return [notWhole(total, isByShare)]
}

function notWhole(total: Fraction, isByShare: boolean): Issue {
  const given = writeDecimal(total)
  const difference = writeDecimal(subtract(ONE, total))
  const text = isByShare
    ? `the shares add up to ${given}, expected exactly 1. Thirds are written as parts 1, 1, 1; somebody on top of the whole is an overlay.`
    : 'some owners have parts and some a share. Give all of them parts, or all of them a share.'
  return issueAt('CREDIT_NOT_WHOLE', ['owners'], { total: given, difference }, text)
}
