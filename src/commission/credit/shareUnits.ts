import type { RoundingMode } from '../../kernel/index.js'
import * as allocation from '../../kernel/number/allocate.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { ReadOwner } from './readOwners.js'

/** An owner, and what they are credited with in units of the currency. */
export interface OwnerShare extends ReadOwner {
  readonly units: bigint
}

/** What of an amount each owner is credited with: the owners' parts add up to it, an overlay comes on top. */
export function shareUnits(
  units: bigint,
  owners: readonly ReadOwner[],
  mode: RoundingMode,
): OwnerShare[] {
  const base = owners.filter(({ overlay }) => !overlay)
  const whole = fraction.sum(base.map(({ weight }) => weight))
  const exact = { n: units, d: 1n }
  const parts = allocation.roundTogether(
    base.map(({ weight }) => fraction.divide(fraction.multiply(exact, weight), whole)),
    units,
  )
  return owners.map((owner) => {
    const own = owner.overlay
      ? fraction.toUnits(fraction.multiply(exact, owner.weight), 0, mode)
      : (parts[base.indexOf(owner)] ?? 0n)
    return { ...owner, units: own }
  })
}
