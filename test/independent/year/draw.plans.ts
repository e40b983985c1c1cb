/** Random plans: every mechanism beside every other. */
import fc from 'fast-check'
import { tiers } from './build.js'
import type { Plan, Step } from './facts.js'

/** There in one of so many cases. */
export const optional = <Value>(values: fc.Arbitrary<Value>, oneIn = 2) =>
  fc.oneof(
    { arbitrary: fc.constant(undefined), weight: oneIn - 1 },
    { arbitrary: values, weight: 1 },
  )

function optionally<Value extends object>(values: fc.Arbitrary<Value>, oneIn = 2) {
  return optional(values, oneIn).map((value) => value ?? {})
}

const merged = (...parts: readonly fc.Arbitrary<object>[]): fc.Arbitrary<object> =>
  fc.tuple(...parts).map((drawn) => Object.assign({}, ...drawn))

const scales: fc.Arbitrary<Plan['scale']> = fc
  .record({
    mode: fc.constantFrom('marginal' as const, 'marginal' as const, 'whole-amount' as const),
    ends: fc.uniqueArray(fc.constantFrom(5_000, 10_000, 20_000, 40_000), { maxLength: 2 }),
    rates: fc.array(fc.constantFrom('0.05', '0.1', '0.2', '0.035'), {
      minLength: 3,
      maxLength: 3,
    }),
  })
  .map(({ mode, ends, rates }) => {
    const steps = ends.sort((a, b) => a - b).flatMap((end, index) => [rates[index] ?? '0.1', end])
    return { mode, tiers: tiers(...steps, rates[2] ?? '0.1') }
  })

const steps: fc.Arbitrary<readonly Step[]> = fc
  .record({
    upTo: fc.constantFrom('0.5', '1', '1.5'),
    multiplier: fc.constantFrom('2', '1.5', '0.5'),
  })
  .map(({ upTo, multiplier }) => [
    { id: 'to', upTo, multiplier: '1' },
    { id: 'from', upTo: null, multiplier },
  ])

const accruals: fc.Arbitrary<object> = fc.constantFrom(
  { accrual: 'period' },
  { accrual: 'period' },
  { accrual: 'year-to-date' },
  { accrual: 'quarter-to-date' },
  { accrual: 'year-to-date', trueUp: 'quarter' },
  { accrual: 'year-to-date', trueUp: 'year' },
  { accrual: 'half-year-to-date' },
  { accrual: 'half-year-to-date', trueUp: 'quarter' },
  { accrual: 'year-to-date', trueUp: 'half-year' },
)

const draws: fc.Arbitrary<object> = merged(
  fc.record({
    amount: fc.constantFrom('300', '700'),
    kind: fc.constantFrom('recoverable', 'non-recoverable'),
  }),
  fc.record({
    recoverFrom: fc.constantFrom('all', 'above-draw'),
    owedAtMost: optional(fc.constant('1000')),
    periods: optional(fc.constantFrom(1, 2, 3)),
    schedule: optional(
      fc.constant([
        { periods: 1, amount: '900' },
        { periods: 2, amount: '400' },
      ]),
      4,
    ),
    recoverAfter: optional(fc.constantFrom(1, 2), 4),
  }),
).map((draw) => {
  const { kind, amount, recoverAfter, ...others } = draw as Record<string, unknown>
  const { schedule, ...plain } = others
  const steps = others['periods'] === undefined ? { schedule } : {}
  // Whether an advance that has ended still waits to be recovered, the page does not say.
  const ends = others['periods'] !== undefined || schedule !== undefined
  const ofAdvance = { ...plain, ...steps, ...(!ends && { recoverAfter }) }
  return kind === 'recoverable' ? { kind, amount, ...given(ofAdvance) } : { kind, amount }
})

function given(fields: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

const payments: fc.Arbitrary<object> = merged(
  accruals,
  optionally(fc.record({ holdback: heldParts() })),
  optionally(fc.record({ draw: draws })),
  optionally(fc.record({ minimumPayout: fc.constantFrom('50', '400') })),
)

function heldParts() {
  return fc.record({
    share: fc.constantFrom('0.2', '0.333'),
    releaseAfter: fc.constantFrom(1, 3),
  })
}

function caps() {
  return merged(
    optionally(fc.record({ amount: fc.constantFrom('500', '1500') })),
    optionally(fc.record({ year: fc.constantFrom('900', '2500', '6000') })),
    optionally(fc.record({ quarter: fc.constantFrom('700', '2000') }), 4),
    optionally(fc.record({ half: fc.constantFrom('1500', '3000') }), 4),
  )
}

function gates() {
  return fc
    .tuple(
      fc.constantFrom('0.5', '1', '1.2'),
      fc.constantFrom('all', 'all', 'above-target', 'above-gate'),
      fc.constantFrom('first-tier', 'own-tier'),
      fc.constantFrom(undefined, undefined, '0.02', '0.1'),
    )
    .map(([attainment, counts, startsIn, below]) => ({
      gate: {
        attainment,
        ...(counts !== 'all' && { counts }),
        ...(counts !== 'all' && startsIn === 'own-tier' && { startsIn }),
        ...(below !== undefined && { below }),
      },
    }))
}

export const plans: fc.Arbitrary<Plan> = merged(
  fc.record({ scale: scales, payment: payments }),
  optionally(gates()),
  optionally(
    fc.record({
      accelerator: fc.record({
        mode: fc.constantFrom('marginal', 'whole-amount'),
        steps,
      }),
    }),
  ),
  optionally(fc.record({ yearStartsIn: fc.constantFrom(4, 7) }), 4),
  optionally(fc.record({ cap: caps().filter((cap) => Object.keys(cap).length > 0) })),
  fc.record({
    coefficient: fc.constantFrom({ applies: 'add-to-rate' }, { applies: 'multiply' }),
    refunds: fc.constantFrom('net', 'net', 'mirror'),
  }),
)
  .map((parts) => ({ currency: 'EUR', exchange: { on: 'order-date' }, ...parts }) as Plan)
  .map(withFittingSteps)

/** A marginal accelerator needs marginal tiers, and no flat rate below the gate; nor has that one beside what counts by another tier. */
function withFittingSteps(given: Plan): Plan {
  const plan = withFittingGate(given)
  if (plan.accelerator === undefined || plan.scale.mode === 'marginal') return plan
  return { ...plan, accelerator: { ...plan.accelerator, mode: 'whole-amount' } }
}

function withFittingGate(plan: Plan): Plan {
  if (plan.gate?.below === undefined) return plan
  const isWhole = plan.scale.mode === 'whole-amount' && plan.gate.counts !== undefined
  if (!isWhole && plan.accelerator?.mode !== 'marginal') return plan
  const { below: _, ...gate } = plan.gate
  return { ...plan, gate }
}

/** A payee's year does not move with the plan. */
export function inYearOf({ yearStartsIn }: Plan, next: Plan): Plan {
  const { yearStartsIn: _, ...others } = next
  return yearStartsIn === undefined ? others : { ...others, yearStartsIn }
}
