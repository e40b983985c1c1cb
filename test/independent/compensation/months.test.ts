/** Random plans of several components and random months, settled by the library and by the oracle beside. */
import fc from 'fast-check'
import { calculateCompensation, defineCompensationPlan, settleCompensation } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { type Cap, type Component, type Look, type Month, pay } from './oracle.js'

const CASES = Math.ceil(Number(process.env['YEAR_CASES'] ?? 20_000) / 100)
const TIMEOUT = Math.max(120_000, CASES * 500)

const looks = fc.constantFrom<readonly Look[]>([
  { at: 'a.attainment', required: '0.8' },
  { at: 'a.attainment', required: '1' },
  { at: 'a.amount', required: '500' },
  { at: 'goals.score', required: '60' },
])
const look = looks.chain((list) => fc.constantFrom(...list))

/** A first curve, a score, a second curve that may look at them, money, and a table. */
const plans = fc
  .record({
    isToDate: fc.tuple(fc.boolean(), fc.boolean()),
    gates: fc.tuple(fc.option(look), fc.option(look), fc.option(look)),
    pays: fc.array(fc.constantFrom('0', '0.4', '1', '1.3'), { minLength: 4, maxLength: 4 }),
    threshold: fc.constantFrom('0.5', '0.75'),
    rate: fc.constantFrom('0.01', '0.035'),
    goals: fc.constantFrom(['50', '50'], ['22', '15', '63'], ['100']),
  })
  .map(({ isToDate, gates, pays, threshold, rate, goals }): readonly Component[] => {
    const points = [
      [threshold, '0'],
      ['1', '1'],
      ['1.5', '2.5'],
    ] as const
    const [second, third, half] = gates
    return [
      { kind: 'curve', id: 'a', weight: '0.4', points, isToDate: isToDate[0] },
      { kind: 'score', id: 'goals', weight: '0.15', goals },
      {
        kind: 'curve',
        id: 'b',
        weight: '0.25',
        points,
        isToDate: isToDate[1],
        ...(second && { gate: second }),
      },
      {
        kind: 'money',
        id: 'c',
        rate,
        ...(third && { gate: third }),
        ...(half && { halvedBelow: half }),
      },
      {
        kind: 'table',
        id: 'm',
        weight: '0.2',
        rows: 'b.attainment',
        pays: [
          [pays[0] ?? '0', pays[1] ?? '0'],
          [pays[2] ?? '0', pays[3] ?? '0'],
        ],
      },
    ]
  })

const caps: fc.Arbitrary<Cap | undefined> = fc.constantFrom(
  undefined,
  { amount: '1000' },
  { multiple: '1.2' },
  { amount: '900.01', multiple: '0.95' },
)

const given = fc.record({
  sales: fc.constantFrom('0', '4000', '8000', '9999.99', '10000', '12500.5', '15000', '30000'),
  target: fc.constantFrom('8000', '10000', '7777'),
  goals: fc.array(fc.constantFrom('0', '0.5', '1', '0.333'), { minLength: 3, maxLength: 3 }),
})

const months: fc.Arbitrary<readonly Month[]> = fc.array(
  fc.record({
    incentive: fc.constantFrom('1000', '2000', '999.99'),
    margin: fc.constantFrom('0.1', '0.2', '0.35'),
    given: fc.record({ a: given, b: given, c: given, goals: given, m: given }),
  }),
  { minLength: 1, maxLength: 5 },
)

function conditionOf({ at, required }: Look) {
  const unit = at.endsWith('attainment') ? 'ratio' : at.endsWith('score') ? 'points' : 'money'
  return { id: at, comparison: 'at-least', required, unit }
}

function componentOf(component: Component): object {
  const { id } = component
  const gate = 'gate' in component && { gate: { conditions: conditionOf(component.gate as Look) } }
  if (component.kind === 'score') {
    const indicators = component.goals.map((weight, index) => ({ id: `g${index}`, weight }))
    return {
      id,
      weight: component.weight,
      appraisal: { indicators, missing: 'refuse', decimals: 6 },
    }
  }
  if (component.kind === 'table') {
    const axis = (by: string, end: string) => ({
      by,
      steps: [
        { id: 'low', upTo: end },
        { id: 'high', upTo: null },
      ],
    })
    const matrix = {
      rows: axis(component.rows, '1'),
      columns: axis('margin', '0.2'),
      pays: component.pays,
    }
    return { id, weight: component.weight, matrix }
  }
  if (component.kind === 'money') {
    const scale = { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: component.rate }] }
    const steps = (required: string) => [
      { id: 'half', upTo: required, multiplier: '0.5' },
      { id: 'whole', upTo: null, multiplier: '1' },
    ]
    const { halvedBelow } = component
    const multipliers = halvedBelow && [
      { fact: halvedBelow.at, steps: steps(halvedBelow.required) },
    ]
    return { id, commission: { scale, ...gate, ...(multipliers && { multipliers }) } }
  }
  const { points, weight, isToDate } = component
  const tiers = points.map(([upTo, pays], index) => ({
    id: `t${index}`,
    upTo,
    amount: String(Number(pays) - Number(points[index - 1]?.[1] ?? 0)),
  }))
  const scale = {
    mode: 'interpolated',
    thresholds: 'attainment',
    tiers: [...tiers, { id: 'top', upTo: null }],
  }
  const payment = isToDate ? { payment: { accrual: 'year-to-date' } } : {}
  return { id, weight, commission: { payout: 'of-target-incentive', scale, ...gate, ...payment } }
}

function inputOf(components: readonly Component[], { incentive, margin, given: rows }: Month) {
  const own = (component: Component) => {
    const { kind, id } = component
    const { sales, target, goals } = rows[id] as NonNullable<Month['given'][string]>
    if (kind === 'table') return {}
    if (component.kind !== 'score') return { sales, target }
    const results = component.goals.map((_, index) => [
      `g${index}`,
      { actual: goals[index], target: '1' },
    ])
    return { results: Object.fromEntries(results) }
  }
  return {
    targetIncentive: incentive,
    facts: { margin },
    components: Object.fromEntries(components.map((component) => [component.id, own(component)])),
  }
}

describe('several components', () => {
  it(
    'pay in each month, and by any chain of settlements, what the oracle says',
    () => {
      fc.assert(
        fc.property(plans, caps, months, fc.nat(), (components, cap, list, cut) => {
          const plan = defineCompensationPlan({
            currency: 'EUR',
            payment: {},
            ...(cap && { cap }),
            components: components.map(componentOf),
          } as never)
          const periods = list.map((month, index) => {
            const own = inputOf(components, month)
            return { period: `2026-0${index + 1}`, ...own }
          })
          const at = cut % periods.length
          const first = settleCompensation(
            { payee: 'E-1', periods: periods.slice(0, at + 1) } as never,
            plan,
          )
          const opening = JSON.parse(JSON.stringify(first.closing))
          const rest = periods.slice(at + 1)
          const second =
            rest.length === 0
              ? []
              : settleCompensation({ payee: 'E-1', periods: rest, opening } as never, plan).periods
          const settled = [...first.periods, ...second]
          const expected = pay(components, cap, list)
          expect(settled.map(({ paid }) => paid)).toEqual(expected.map(({ paid }) => paid))
          expect(settled.map((period) => period.cap?.amount ?? '0.00')).toEqual(
            expected.map((one) => one.cut),
          )
          const { amount, components: parts } = calculateCompensation(periods[0] as never, plan)
          expect(parts.map(({ outcome }) => outcome.amount)).toEqual(expected[0]?.earned)
          const total = expected[0]?.earned.reduce(
            (sum, own) => sum + Number(own),
            Number(expected[0]?.cut),
          )
          expect(Number(amount)).toBeCloseTo(total ?? 0, 6)
        }),
        { numRuns: CASES },
      )
    },
    TIMEOUT,
  )
})
