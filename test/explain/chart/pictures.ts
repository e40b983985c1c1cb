import fc from 'fast-check'
import type { Picture } from '../../../src/explain/index.js'
import {
  type CommissionInput,
  calculateCommission,
  commissionCurve,
  defineCommissionPlan,
  handbook,
  measureFunnel,
  splitTarget,
  subtract,
  sumOf,
  withValue,
} from '../../../src/index.js'
import {
  comparePolicies,
  reviewPay,
  sensitivityOf,
  simulate,
  sweep,
} from '../../../src/scenario/index.js'
import { amounts, commissionFacts, plans } from '../../arbitraries.rooms.js'

const ANN = { id: 'Ann', input: { sales: '1500000', target: '1200000' } }
const RATE = 'scale.tiers.first.rate'

/** Computed once: only the figures of each differ. */
const SENSITIVITY = sensitivityOf([ANN], handbook.commission)
const SIMULATION = simulate([ANN], handbook.commission, {
  seed: 1,
  runs: 2,
  attainment: { observed: ['0.5', '1.5'] },
})
const ONE = { path: RATE, values: ['0.02', '4'] }
const SWEPT = sweep([ANN], handbook.commission, ONE)
const SWEPT_TWICE = sweep([ANN], handbook.commission, {
  ...ONE,
  across: { path: 'scale.tiers.second.rate', values: ['0.04'] },
})

/** Pictures of each kind, drawn from what the functions return for random plans and people. */
export const pictures: { readonly [Kind in Picture['kind']]: fc.Arbitrary<Picture> } = {
  attainment: fc
    .array(amounts(-2, 200), { minLength: 1, maxLength: 30 })
    .map((sales) => ({ kind: 'attainment', statements: sales.map((one) => statementOf(one)) })),
  funnel: fc
    .array(fc.nat({ max: 5000 }), { minLength: 6, maxLength: 6 })
    .map((counts) => ({ kind: 'funnel', funnel: funnelOf(counts) })),
  'pay-against-attainment': rosters().map((roster) => ({
    kind: 'pay-against-attainment',
    people: roster.map(({ id, input }) => ({
      id,
      statement: calculateCommission(input, handbook.commission),
    })),
    review: reviewPay(roster, handbook.commission),
  })),
  'payout-curve': curves().map(({ now, salesIn, statement, stands }) => ({
    kind: 'payout-curve',
    curve: now,
    salesIn,
    ...(stands && { statement }),
  })),
  'payout-curves': curves().map(({ now, then, salesIn }) => ({
    kind: 'payout-curves',
    now,
    then,
    salesIn,
  })),
  sensitivity: fc.array(changedTotals(), { maxLength: 20 }).map((changed) => ({
    kind: 'sensitivity',
    sensitivity: sensitivityWith(changed),
  })),
  simulation: fc
    .record({ mean: amounts(), values: fc.array(amounts(), { maxLength: 20 }) })
    .map(({ mean, values }) => ({ kind: 'simulation', simulation: simulationWith(mean, values) })),
  sweep: fc
    .record({
      changed: fc.array(changedTotals(), { minLength: 1, maxLength: 20 }),
      isOfTwo: fc.boolean(),
    })
    .map(({ changed, isOfTwo }) => ({ kind: 'sweep', sweep: sweepWith(changed, isOfTwo) })),
  waterfall: fc
    .record({ was: amounts(), changes: fc.array(amounts(), { maxLength: 12 }) })
    .map(({ was, changes }) => ({ kind: 'waterfall', change: changeOf(was, changes) })),
  'what-if': comparisons().map((comparison) => ({ kind: 'what-if', comparison })),
  'winners-and-losers': comparisons().map((comparison) => ({
    kind: 'winners-and-losers',
    comparison,
  })),
  'year-to-date': fc
    .array(amounts(-5, 100), { minLength: 1, maxLength: 12 })
    .map((sales) => ({ kind: 'year-to-date', ...yearOf(sales) })),
}

function statementOf(sales: string, payee = 'Ann') {
  return calculateCommission({ payee, sales, target: '200000' }, handbook.commission)
}

export function funnelOf(counts: readonly number[]) {
  const falling = [...counts].sort((one, other) => other - one)
  const stages = handbook.pipeline.stages.map(({ id }, index) => [id, falling[index] ?? 0])
  return measureFunnel({ reached: Object.fromEntries(stages) }, handbook.pipeline)
}

function rosters() {
  const person = fc.record({ sales: amounts(1, 900), target: amounts(100, 400) })
  return fc.array(person, { minLength: 1, maxLength: 25 }).map((people) =>
    people.map(({ sales, target }, index) => ({
      id: `p${index}`,
      group: `g${index % 3}`,
      input: { payee: `p${index}`, sales, target } satisfies CommissionInput,
    })),
  )
}

function comparisons() {
  const changes = fc.constantFrom(
    ['scale.tiers.first.upTo', '800000'],
    ['scale.tiers.second.rate', '0.02'],
    ['gate.attainment', '1.1'],
    ['scale.tiers.first.rate', '0.03'],
  )
  return fc.tuple(rosters(), changes).map(([roster, [path = '', value = '']]) => {
    const now = handbook.commission
    return comparePolicies(roster, { now, then: withValue(now, path, value) })
  })
}

/** Totals of any size, up or down: what a function returned, with other figures. */
function changedTotals() {
  return fc
    .record({ now: amounts(), then: amounts() })
    .map(({ now, then }) => ({ now, then, difference: subtract(then, now) }))
}

type Changed = { readonly now: string; readonly then: string; readonly difference: string }

function sensitivityWith(changed: readonly Changed[], path = RATE) {
  const [first] = SENSITIVITY.numbers
  if (first === undefined) throw new Error('no number changes anything')
  return { ...SENSITIVITY, numbers: changed.map((totals) => ({ ...first, path, totals })) }
}

function simulationWith(mean: string, values: readonly string[]) {
  const quantiles = values.map((value, index) => ({ at: `0.${index + 10}`, value }))
  return { ...SIMULATION, refused: values.length % 2, cost: { mean, quantiles } }
}

function sweepWith(changed: readonly Changed[], isOfTwo = false) {
  const said = isOfTwo ? SWEPT_TWICE : SWEPT
  const [first, ...others] = said.points
  if (first?.ok !== true) throw new Error('no policy')
  return { ...said, points: [...changed.map((totals) => ({ ...first, totals })), ...others] }
}

function curves() {
  return fc
    .record({
      one: plans(),
      other: plans(),
      facts: commissionFacts,
      sales: amounts(-5, 400),
      isCut: fc.boolean(),
      stands: fc.boolean(),
    })
    .map(({ one, other, facts, sales, isCut, stands }) => {
      const plan = defineCommissionPlan(one)
      // The same currency, and the same decimals.
      const { currency, rounding } = one
      const second = defineCommissionPlan({ ...other, currency, ...(rounding && { rounding }) })
      const upTo = isCut || !stands || Number(sales) <= 0 ? { upTo: '450000' } : {}
      return {
        now: commissionCurve(plan, { ...facts, ...upTo }),
        then: commissionCurve(second, { ...facts, upTo: '400000' }),
        salesIn: one.scale.thresholds === 'units' ? ('units' as const) : ('money' as const),
        statement: calculateCommission({ payee: 'Ann', sales, ...facts }, plan),
        stands,
      }
    })
}

function changeOf(was: string, changes: readonly string[]) {
  const difference = sumOf(['0', ...changes])
  const parts = changes.map((one, index) => ({ id: `part-${index}`, difference: one }))
  return { unit: 'CNY', was, is: sumOf([was, difference]), difference, parts }
}

function yearOf(sales: readonly string[]) {
  const target = splitTarget('1200000', '2026', { into: 'month' })
  const statements = sales.map((one, index) => {
    const { period = '', amount = '' } = target.parts[index] ?? {}
    return calculateCommission(
      { payee: 'Ann', period, sales: one, target: amount },
      handbook.commission,
    )
  })
  return { target, statements }
}

const flat = { below: '0.00', amount: '0.00', above: '0.00' }

/** A picture of each kind with a text wherever there is room for one. */
export const hostileTexts: { readonly [Kind in Picture['kind']]: (text: string) => Picture } = {
  attainment: (text) => ({ kind: 'attainment', statements: [statementOf('1', text)] }),
  funnel: (text) => {
    const funnel = funnelOf([50, 40, 30, 20, 10, 5])
    const stages = funnel.stages.map((stage) => ({ ...stage, stage: text }))
    const steps = funnel.steps.map((step) => ({ ...step, from: text, to: text }))
    const bottleneck = { ...funnel.bottleneck, byConversion: steps }
    return { kind: 'funnel', funnel: { ...funnel, stages, steps, bottleneck } }
  },
  'pay-against-attainment': (text) => {
    const people = [
      { id: text, statement: statementOf('210000') },
      { id: `${text}2`, statement: statementOf('0') },
    ]
    const roster = [{ id: 'a', input: { sales: '1', target: '2' } }]
    const review = reviewPay(roster, handbook.commission)
    const pair = { less: text, more: `${text}2`, difference: '6300.00', rule: 'sales' }
    return {
      kind: 'pay-against-attainment',
      people,
      review: { ...review, inversions: { count: 1, largest: [pair] } },
    }
  },
  'payout-curve': (text) => ({
    kind: 'payout-curve',
    curve: {
      currency: text,
      points: [
        { sales: '0.00', ...flat, rate: '0.03' },
        { sales: '9.00', ...flat, rate: '0.04' },
      ],
    },
    statement: { ...statementOf('5.00', text), currency: text },
  }),
  'payout-curves': (text) => {
    const curve = { currency: text, points: [{ sales: '0.00', ...flat, rate: '0.03' }] }
    const bent = { ...curve, points: [...curve.points, { sales: '9.00', ...flat, rate: '0.04' }] }
    return { kind: 'payout-curves', now: curve, then: bent }
  },
  sensitivity: (text) => {
    const totals = { now: '1.00', then: '2.00', difference: '1.00' }
    const { numbers, ...said } = sensitivityWith([totals, totals], text)
    const raised = numbers.map((number) => ({ ...number, value: text, raised: text }))
    return { kind: 'sensitivity', sensitivity: { ...said, unit: text, numbers: raised } }
  },
  simulation: (text) => ({
    kind: 'simulation',
    simulation: { ...simulationWith('2.00', ['1.00', '3.00']), unit: text },
  }),
  sweep: (text) => {
    const totals = { now: '1.00', then: '2.00', difference: '1.00' }
    const said = sweepWith([totals, totals], true)
    const points = said.points.map((point) => ({ ...point, value: text, across: text }))
    return { kind: 'sweep', sweep: { ...said, unit: text, path: text, across: text, points } }
  },
  waterfall: (text) => {
    const change = changeOf('1.00', ['2.00', '-1.00'])
    const parts = change.parts.map((part) => ({ ...part, id: text, label: text }))
    return { kind: 'waterfall', payee: text, change: { ...change, unit: text, parts } }
  },
  'what-if': (text) => ({ kind: 'what-if', comparison: comparisonWith(text) }),
  'winners-and-losers': (text) => ({
    kind: 'winners-and-losers',
    comparison: comparisonWith(text),
  }),
  'year-to-date': (text) => {
    const { target, statements } = yearOf(['5', '7'])
    const named = statements.map((one) => ({ ...one, payee: text, currency: text }))
    const parts = target.parts.map((part) => ({ ...part, period: `${text}${part.period}` }))
    return {
      kind: 'year-to-date',
      target: { ...target, parts },
      statements: named.map((one) => ({ ...one, period: `${text}${one.period}` })),
    }
  },
}

function comparisonWith(text: string) {
  const now = handbook.commission
  const roster = ['a', 'b'].map((id) => ({
    id,
    group: id,
    input: { sales: '1500000', target: '1200000' },
  }))
  const then = withValue(now, 'scale.tiers.second.rate', '0.045')
  const compared = comparePolicies(roster, { now, then })
  return {
    ...compared,
    unit: text,
    groups: compared.groups.map((group) => ({ ...group, group: text })),
    winners: compared.winners.map((row) => ({ ...row, id: text })),
    losers: compared.winners.map((row) => ({
      ...row,
      id: text,
      difference: subtract('0', row.difference),
    })),
  }
}
