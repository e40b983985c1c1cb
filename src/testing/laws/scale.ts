import {
  applyScale,
  type DefinedScale,
  invertScale,
  type ScaleOptions,
} from '../../kernel/index.js'
import { attempt } from '../../kernel/input/attempt.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import * as defined from '../../kernel/policy/defined.js'
import {
  drawAmount,
  drawTwoPlaces,
  exactly,
  type Range,
  stepsOf,
  twoAmountsAt,
} from '../draw/amounts.js'
import { type AnyLaw, differing, law } from '../law.js'
import type { Arbitrary, FastCheck } from '../types.js'

/** The laws of a tier table. */
export function scaleLaws(fc: FastCheck, scale: DefinedScale): AnyLaw[] {
  const pay = (base: string, options: ScaleOptions) => applyScale(base, scale, options).amount
  const cases = fc
    .record({ options: drawOptions(fc, scale), places: drawTwoPlaces(fc) })
    .map(({ options, places }) => ({ options, ...twoAmountsAt(places, rangeOf(scale, options)) }))
  const paid = (base: string, options: ScaleOptions) => `${base} pays ${pay(base, options)}`
  return [
    law(fc, {
      name: 'the slices of a scale add up to its amount',
      of: 'library',
      // An interpolated amount may not end in decimals, and is written cut.
      because:
        scale.mode === 'interpolated' ? 'scale.mode: interpolated amounts are written cut' : null,
      cases,
      broken: ({ more, options }) => {
        const { amount, slices } = applyScale(more, scale, options)
        const parts = fraction.sum(slices.map((slice) => exactly(slice.amount)))
        return differing('slices and amount', write.decimal(parts), amount)
      },
    }),
    law(fc, {
      name: 'the base that is found for an amount earns it, and one step less does not',
      of: 'library',
      cases,
      broken: ({ more, options }) => {
        const wanted = pay(more, options)
        const found = attempt(() => invertScale(wanted, scale, { ...options, decimals: 2 }))
        if (!found.ok) return `${paid(more, options)}, and no base is found for it`
        const less = fraction.subtract(exactly(found.value), stepsOf(1n, 2))
        if (isLess(pay(found.value, options), wanted)) return paid(found.value, options)
        if (less.n < 0n || isLess(pay(write.decimal(less), options), wanted)) return null
        return `${found.value} is found for ${wanted}, and ${paid(write.decimal(less), options)}`
      },
    }),
    law(fc, {
      name: 'a larger base never pays less',
      of: 'policy',
      cases,
      broken: ({ less, more, options }) =>
        isLess(pay(more, options), pay(less, options))
          ? `${paid(less, options)}, and ${paid(more, options)}`
          : null,
    }),
    law(fc, {
      name: 'no part of a base pays more than itself',
      of: 'library',
      because: jumpsBecause(scale),
      cases,
      broken: ({ less, more, options }) => {
        const rise = fraction.subtract(exactly(pay(more, options)), exactly(pay(less, options)))
        const part = fraction.subtract(exactly(more), exactly(less))
        return fraction.compare(rise, part) > 0
          ? `${paid(less, options)}, and ${paid(more, options)}`
          : null
      },
    }),
  ]
}

function isLess(one: string, other: string): boolean {
  return fraction.compare(exactly(one), exactly(other)) < 0
}

function jumpsBecause({ mode, thresholds, tiers }: DefinedScale): string | null {
  if (thresholds === 'units') return 'scale.thresholds: units are not money'
  if (mode !== 'marginal') return `scale.mode: ${mode} pays anew for what came before`
  const paysFlat = tiers.some(({ amount, minimum }) => (amount ?? minimum) !== undefined)
  if (paysFlat) return 'scale.tiers: a tier pays an amount at once'
  const isMultiple = tiers.some(({ multiple }) => multiple !== undefined)
  return isMultiple ? 'scale.tiers: a multiple is of a base rate that it does not know' : null
}

/** A target, and the figure that chooses the tier, where a scale asks for them. */
function drawOptions(fc: FastCheck, scale: DefinedScale): Arbitrary<ScaleOptions> {
  const edges = endsOf(scale)
  return fc.record({
    ...(scale.thresholds === 'attainment' ? { target: fc.constantFrom('100', '30000.01') } : {}),
    ...(scale.measure === 'separate' ? { measure: drawAmount(fc, { edges, decimals: 2 }) } : {}),
  })
}

function rangeOf(scale: DefinedScale, { target }: ScaleOptions): Range {
  const times = target === undefined ? fraction.ONE : exactly(target)
  const decimals = scale.thresholds === 'units' ? 0 : 2
  return { edges: endsOf(scale).map((end) => fraction.multiply(end, times)), decimals }
}

function endsOf({ tiers }: DefinedScale): fraction.Fraction[] {
  return tiers.flatMap(({ upTo }) => (upTo === null ? [] : [exactly(upTo)]))
}

/**
 * Bases for a scale of money or of units, as `applyScale` takes them: on the end of each tier, a step beside it, nothing, and any other.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`.
 *
 * @example
 * ```ts
 * import fc from 'fast-check'
 * import { applyScale, defineScale } from 'sales-rules'
 * import { arbitraryBase } from 'sales-rules/testing'
 *
 * const scale = defineScale({ mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.03' }] })
 * fc.assert(fc.property(arbitraryBase(fc, scale), (base) => !applyScale(base, scale).amount.includes('-')))
 * ```
 */
export function arbitraryBase(fc: FastCheck, scale: DefinedScale): Arbitrary<string> {
  defined.check(scale, 'Scale')
  return drawAmount(fc, rangeOf(scale, {}))
}
