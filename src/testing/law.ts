/** How laws are written: which cases are drawn, and what is said where one breaks. */
import type { Arbitrary, ExemptLaw, FastCheck, Law } from './types.js'

/** A law, and why a policy is exempt from it where it is. */
export type AnyLaw = Law | ExemptLaw

interface Claim<Case> {
  readonly name: string
  readonly of: Law['of']
  readonly cases: Arbitrary<Case>
  /** Says what is wrong with a case, in words; null where nothing is. */
  readonly broken: (one: Case) => string | null
  /** The field of the policy that decides otherwise; null where none does. */
  readonly because?: string | null
}

/** Binds a claim to fast-check. */
export function law<Case>(fc: FastCheck, claim: Claim<Case>): AnyLaw {
  const { name, of, cases, broken, because = null } = claim
  const property = fc.property(cases, (one) => {
    const said = broken(one)
    // How fast-check is told: it shrinks the case, and shows the words beside it.
    if (said !== null) throw new Error(said)
  })
  return because === null ? { name, of, property } : { name, of, property, because }
}

/** Says that two results which should be the same are not; null where they are. */
export function differing(what: string, one: unknown, other: unknown): string | null {
  const [first, second] = [JSON.stringify(one), JSON.stringify(other)]
  return first === second ? null : `${what}: ${first}, and ${second}`
}
