import type { PolicyReference } from '../kernel/index.js'
import * as currencies from '../kernel/number/currency.js'
import * as decimal from '../kernel/number/decimal.js'
import * as fraction from '../kernel/number/fraction.js'
import * as defined from '../kernel/policy/defined.js'
import type { ContestRules } from './types.js'

/** Contest rules as they are computed with. */
export interface ExactContestRules extends Pick<ContestRules, 'currency' | 'ties'> {
  readonly decimals: number
  /** In units of the currency, from the first place on; null where the pot is shared by figures. */
  readonly prizes: readonly bigint[] | null
  /** In units of the currency; null where it has to be given. */
  readonly pot: bigint | null
  readonly enter: {
    readonly comparison: 'above' | 'at-least'
    readonly figure: fraction.Fraction
  } | null
  readonly tieBreakers: readonly string[]
  readonly policy: PolicyReference
}

/** The exact form of defined rules, made once. */
export const exactContestRules = /* @__PURE__ */ defined.compiler('ContestRules', compileRules)

function compileRules(rules: ContestRules): ExactContestRules {
  const { currency, ties, prizes, pot, enter, tieBreakers = [] } = rules
  const decimals = currencies.decimalsOf(currency) ?? 0
  const units = (amount: string) => fraction.toUnits(decimal.known(amount), decimals, 'down')
  const byPlace = prizes?.flatMap(({ places, amount }) =>
    Array.from({ length: places }, () => units(amount)),
  )
  const all = byPlace?.reduce((sum, prize) => sum + prize, 0n) ?? null
  return {
    currency,
    ties,
    decimals,
    prizes: byPlace ?? null,
    pot: pot === undefined ? all : units(pot),
    enter: enter ? { ...enter, figure: decimal.known(enter.figure) } : null,
    tieBreakers,
    policy: Object.freeze(defined.reference(rules)),
  }
}
