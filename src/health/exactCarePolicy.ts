import type { PolicyReference } from '../kernel/index.js'
import { known } from '../kernel/number/decimal.js'
import type * as fraction from '../kernel/number/fraction.js'
import * as defined from '../kernel/policy/defined.js'
import type { CareInterval, CarePolicy, DissatisfactionRules, RenewalRules } from './types.js'

/** A care policy as its rules read it. */
export interface ExactCarePolicy {
  readonly rules: CarePolicy
  /** The tiers, from the best down. */
  readonly tiers: readonly ExactTier[]
  readonly tierIds: readonly string[]
  /** Every kind of care that can be done. */
  readonly cares: readonly string[]
  readonly dissatisfaction: ExactDissatisfaction | null
  readonly renewals: ExactRenewals | null
  readonly policy: PolicyReference
}

interface ExactTier {
  readonly id: string
  readonly dedicatedOwner: boolean
  /** Where it ends in the cumulative share, or from which value on it is; null for the last. */
  readonly bound: fraction.Fraction | null
}

interface ExactDissatisfaction {
  readonly rules: DissatisfactionRules
  readonly maximum: fraction.Fraction
  readonly below: fraction.Fraction
}

export interface ExactRenewals {
  readonly rules: RenewalRules
  readonly lateAfter: fraction.Fraction
  /** Days, by product. */
  readonly intervals: ReadonlyMap<string, number>
}

/** What care for a dissatisfied answer is called. */
export const DISSATISFIED = 'dissatisfied-answer'

/** The exact form of a care policy; one that was not defined is refused. */
export const exactCarePolicy = /* @__PURE__ */ defined.compiler('CarePolicy', compileCarePolicy)

function compileCarePolicy(rules: CarePolicy): ExactCarePolicy {
  const { tiers, dissatisfaction, renewals } = rules
  return {
    rules,
    tiers: tiers.tiers.map((tier) => ({
      id: tier.id,
      dedicatedOwner: tier.dedicatedOwner,
      bound: boundOf('upTo' in tier ? tier.upTo : tier.from),
    })),
    tierIds: tiers.tiers.map(({ id }) => id),
    cares: caresOf(rules),
    dissatisfaction:
      dissatisfaction === undefined
        ? null
        : {
            rules: dissatisfaction,
            maximum: known(dissatisfaction.maximum),
            below: known(dissatisfaction.below),
          },
    renewals:
      renewals === undefined
        ? null
        : {
            rules: renewals,
            lateAfter: known(renewals.reorders.lateAfterIntervals),
            intervals: new Map(
              renewals.reorders.intervals.map(({ product, days }) => [product, days]),
            ),
          },
    policy: Object.freeze(defined.reference(rules)),
  }
}

const boundOf = (written: string | null) => (written === null ? null : known(written))

/** Every kind of care that a policy speaks of. */
export function caresOf({
  rhythms,
  occasions,
  dissatisfaction,
}: Pick<CarePolicy, 'rhythms' | 'occasions' | 'dissatisfaction'>): string[] {
  const holidays = occasions?.holidays?.days.map(({ id }) => id) ?? []
  return [
    ...rhythms.map(({ id }) => id),
    ...(occasions?.yearly ?? []),
    ...new Set(holidays),
    ...(dissatisfaction === undefined ? [] : [DISSATISFIED]),
  ]
}

/** The interval of a tier: the first that names it, or else the first for all. */
export function intervalOf(
  intervals: readonly CareInterval[],
  tier: string,
): CareInterval | undefined {
  return (
    intervals.find(({ tiers }) => tiers?.includes(tier)) ??
    intervals.find(({ tiers }) => tiers === undefined)
  )
}
