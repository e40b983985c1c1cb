/** Where plain commission plans come from: a scale, a gate, a cap, and how it rounds. */
import type { RoundingMode } from '../../kernel/index.js'
import type { CommissionPlanInput, ScaleInput } from '../../policy/index.js'
import type { Arbitrary, FastCheck } from '../types.js'
import { exactly } from './amounts.js'
import { type DrawnScale, drawScale, optional } from './scale.js'

/** Currencies of 0, 2 and 3 decimals. */
const CURRENCIES = [
  ['CNY', 2],
  ['EUR', 2],
  ['JPY', 0],
  ['KWD', 3],
] as const

export const MODES: readonly RoundingMode[] = [
  'half-up',
  'half-even',
  'half-down',
  'up',
  'down',
  'ceiling',
  'floor',
]

export type Drawn<Key extends keyof CommissionPlanInput> = NonNullable<CommissionPlanInput[Key]>

interface FixedPlan {
  readonly scale?: Partial<DrawnScale>
  readonly gate?: Drawn<'gate'> | null
  readonly at?: 'total' | 'line'
  readonly coefficient?: Drawn<'coefficient'>
}

function drawGate(fc: FastCheck) {
  return fc.record({
    attainment: fc.constantFrom('1', '0.8', '1.25'),
    counts: fc.constantFrom('all' as const, 'above-target' as const, 'above-gate' as const),
  })
}

/** Commission plans of every kind; `fixed` pins what a law is about, `gate: null` pins that there is none. */
export function drawPlan(fc: FastCheck, fixed: FixedPlan = {}): Arbitrary<CommissionPlanInput> {
  return fc
    .record({
      currency: fc.constantFrom(...CURRENCIES),
      scale: drawScale(fc, fixed.scale),
      gate:
        fixed.gate === undefined
          ? optional(fc, drawGate(fc))
          : fc.constant(fixed.gate ?? undefined),
      coefficient: fc.record({
        applies: fc.constantFrom('add-to-rate' as const, 'multiply' as const),
      }),
      cap: optional(fc, fc.integer({ min: 1, max: 20_000 })),
      mode: fc.constantFrom(...MODES),
      fewerDecimals: fc.nat({ max: 2 }),
      at: fc.constantFrom('total' as const, 'line' as const),
    })
    .map(({ currency: [currency, decimals], scale, gate, coefficient, cap, ...drawn }) => ({
      currency,
      scale,
      ...(gate && { gate }),
      coefficient: fixed.coefficient ?? (canBeRaised(scale) ? coefficient : MULTIPLIED),
      ...(cap !== undefined && { cap: { amount: String(cap) } }),
      rounding: {
        mode: drawn.mode,
        decimals: Math.max(0, decimals - drawn.fewerDecimals),
        at: fixed.at ?? drawn.at,
      },
    }))
}

export const MULTIPLIED = { applies: 'multiply' as const }

/** An uplift is a ratio of the sales, so that it is refused where it would be added to money per unit, or to a scale that pays flat. */
export function canBeRaised({ thresholds, tiers }: ScaleInput): boolean {
  const isPaid = (figure: unknown) => exactly(String(figure ?? 0)).n !== 0n
  const paysFlat = tiers.some(({ amount, minimum }) => isPaid(amount) || isPaid(minimum))
  return thresholds !== 'units' && (!paysFlat || tiers.some(({ rate }) => isPaid(rate)))
}
