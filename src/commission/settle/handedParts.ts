import type { Issue, Path } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import { readOwners } from '../credit/readOwners.js'
import { OVERLAY_OF_PAYMENT } from '../issues.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import { payableByCash } from './payableParts.js'
import type { OpenLineExact } from './readBalance.js'

/** What of a line's commission belongs to another payee, whose customer it has become. */
export interface Handed {
  readonly line: string
  readonly payee: string
  readonly amount: Fraction
}

/** Parts of what came, by the payees to whom they belong. */
export type Others = ReadonlyMap<string, Fraction>

export const NOBODY: Others = /* @__PURE__ */ new Map()

/** Reads to whom a payment belongs: the shares of those who are not the payee at hand. */
export function readOthers(
  value: unknown,
  path: Path,
  { payee, plan }: { readonly payee: string | null; readonly plan: ExactPlan },
  issues: Issue[],
): Others {
  const owners = readOwners(value, path, plan, issues)
  for (const [index, { payee: on, overlay }] of owners.entries())
    if (overlay && plan.json.credit.overlays === 'allow')
      issues.push(issue.at(OVERLAY_OF_PAYMENT, [...path, index, 'overlay'], { payee: on }))
  const total = fraction.sum(owners.map(({ weight }) => weight))
  return new Map(
    owners
      .filter((one) => one.payee !== payee)
      .map((one) => [one.payee, fraction.divide(one.weight, total)]),
  )
}

/** What came by another payment, added to what came of each of the others. */
export function addOthers(came: Others, shares: Others, amount: Fraction): Others {
  if (shares.size === 0) return came
  const sums = new Map(came)
  for (const [payee, share] of shares)
    sums.set(
      payee,
      fraction.add(sums.get(payee) ?? fraction.ZERO, fraction.multiply(amount, share)),
    )
  return sums
}

/**
 * What others have so far of what a line's cash has paid: of the parts that wait for cash, as much as came is theirs. Of what they have
 * together, in the order in which they came, each sum is rounded less the one before it; the rest is the payee's, to the cent.
 */
export function handedOf(
  line: OpenLineExact,
  rounding: ExactPlan['rounding'],
): [string, Fraction][] {
  if (line.others.size === 0) return []
  const due = payableByCash(line, rounding)
  let came = fraction.ZERO
  let before = fraction.ZERO
  return [...line.others].map(([payee, amount]) => {
    came = fraction.add(came, amount)
    const through = fraction.isZero(line.progress)
      ? fraction.ZERO
      : fraction.round(fraction.divide(fraction.multiply(due, came), line.progress), rounding)
    const own = fraction.subtract(through, before)
    before = through
    return [payee, own]
  })
}

/** What is handed over more, or less, than before, by line and payee. */
export function handedMore(after: readonly Handed[], before: readonly Handed[]): Handed[] {
  const sums = new Map<string, Handed>()
  const add = (one: Handed, amount: Fraction) => {
    const key = JSON.stringify([one.line, one.payee])
    const sum = fraction.add(sums.get(key)?.amount ?? fraction.ZERO, amount)
    sums.set(key, { ...one, amount: sum })
  }
  for (const one of after) add(one, one.amount)
  for (const one of before) add(one, fraction.negate(one.amount))
  return [...sums.values()].filter(({ amount }) => !fraction.isZero(amount))
}
