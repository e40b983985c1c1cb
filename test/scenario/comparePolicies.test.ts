import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rosterOfQuarter } from '../../examples/what-if/rosters.js'
import {
  applyEdits,
  attempt,
  type CommissionInput,
  calculateCommission,
  defineAppraisalScheme,
  defineCommissionPlan,
  definePolicy,
  handbook,
  policyOn,
} from '../../src/index.js'
import {
  comparePolicies,
  compareTotals,
  goalSeek,
  type RosterRow,
  reviewPay,
  sensitivityOf,
  simulate,
  sweep,
  withValue,
} from '../../src/scenario/index.js'
import { cents, comparePencil, HANDBOOK, salesOf } from './payroll.js'

const quarterRoster = rosterOfQuarter()

const now = handbook.commission
const from800 = withValue(now, 'scale.tiers.first.upTo', '800000')
const codesOf = (call: () => unknown) => {
  const result = attempt(call)
  return result.ok ? [] : result.issues.map(({ code, path }) => [code, path.join('.')])
}

describe('comparePolicies over the example quarter', () => {
  const compared = comparePolicies(quarterRoster, { now, then: from800 })

  it('finds that 20 of 39 gain where 4% starts at 800,000, 15 of them the full 2,000.00, and nobody loses', () => {
    const { rows, computed, gain, lose, unchanged, refused, winners, losers } = compared
    expect({ rows, computed, gain, lose, unchanged, refused }).toEqual({
      rows: 40,
      computed: 39,
      gain: 20,
      lose: 0,
      unchanged: 19,
      refused: 1,
    })
    expect(winners.filter(({ difference }) => difference === '2000.00')).toHaveLength(15)
    expect(losers).toEqual([])
  })

  it('costs 34,160.96 more: 3.33% of sales instead of 3.25%', () => {
    expect(compared.totals).toEqual({
      now: '1426706.26',
      then: '1460867.22',
      difference: '34160.96',
    })
    const paid = quarterRoster.filter(({ input }) => input.target !== undefined)
    const sales = paid.reduce((sum, { input }) => sum + salesOf(input), 0n)
    const ratio = (total: bigint) => `0.0${(total * 10n ** 12n) / sales}`.replace(/0+$/, '')
    expect(compared.costRatio).toEqual({ now: ratio(142670626n), then: ratio(146086722n) })
    expect(compared.costRatio?.now?.slice(0, 7)).toBe('0.03254')
  })

  it('says of each who gains that less of their sales lies in the first tier', () => {
    for (const { reason } of compared.winners)
      expect(reason).toMatchObject({ step: 'tier', id: 'first', then: '800000.00' })
  })

  it('adds up by region, and names the one without a target', () => {
    const parts = compared.groups.map(({ totals }) => cents(totals.difference))
    expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(3416096n)
    expect(compared.groups.map(({ rows }) => rows)).toEqual([14, 13, 13])
    expect(compared.notComputed.map(({ id, by, issues }) => [id, by, issues[0]?.code])).toEqual([
      ['R25', 'both', 'TARGET_MISSING'],
    ])
  })

  it('agrees with a payroll by pencil, rep by rep', () => {
    const pencil = comparePencil(quarterRoster, HANDBOOK, { ...HANDBOOK, firstEnds: 800_000n })
    expect(compared.winners.map(({ id }) => id).sort()).toEqual(pencil.gain.sort())
    expect(cents(compared.totals.now)).toBe(pencil.now)
    expect(cents(compared.totals.then)).toBe(pencil.then)
  })
})

const one = (input: CommissionInput): RosterRow<CommissionInput>[] => [{ id: 'Ann', input }]

describe('comparePolicies names the first step that differs', () => {
  const reasonFor = (then: typeof now, input: CommissionInput) => {
    const { winners, losers } = comparePolicies(one(input), { now, then })
    return [...winners, ...losers][0]?.reason
  }
  const met = { sales: '1500000', target: '1200000' }

  it('a gate that opens earlier', () => {
    const then = withValue(now, 'gate.attainment', '0.8')
    expect(reasonFor(then, { sales: '1000000', target: '1200000' })).toEqual({
      step: 'gate',
      id: null,
      now: 'unmet',
      then: 'met',
    })
  })

  it('another rate', () => {
    const then = withValue(now, 'scale.tiers.second.rate', '0.045')
    expect(reasonFor(then, met)).toEqual({
      step: 'rate',
      id: 'second',
      now: '0.04',
      then: '0.045',
    })
  })

  it('a cap', () => {
    const then = defineCommissionPlan({ ...now, cap: { amount: '40000' } })
    expect(reasonFor(then, met)).toEqual({ step: 'cap', id: null, now: null, then: '-10000.00' })
  })

  it('an accelerator', () => {
    const then = defineCommissionPlan({
      ...now,
      accelerator: {
        mode: 'whole-amount',
        steps: [
          { id: 'at', upTo: '1.1', multiplier: '1' },
          { id: 'over', upTo: null, multiplier: '1.2' },
        ],
      },
    })
    expect(reasonFor(then, met)).toEqual({
      step: 'accelerator',
      id: null,
      now: null,
      then: '10000.00',
    })
  })

  it('an award', () => {
    const then = withValue(now, 'awards.large-order.amount', '15000')
    const lines = [{ id: 'O-1', amount: '1500000', firstOrder: true }]
    expect(reasonFor(then, { lines, target: '1200000' })).toEqual({
      step: 'award',
      id: null,
      now: '10000.00',
      then: '15000.00',
    })
  })

  it('rounding', () => {
    const then = withValue(now, 'rounding.mode', 'down')
    expect(reasonFor(then, { sales: '1200000.21', target: '1200000' })).toEqual({
      step: 'rounding',
      id: null,
      now: '38000.01',
      then: '38000.00',
    })
  })
})

describe('comparePolicies where the first step that differs drew the other way', () => {
  const reasons = (then: typeof now, input: CommissionInput) => {
    const { winners, losers } = comparePolicies(one(input), { now, then })
    return [...winners, ...losers].map(({ difference, reason }) => [difference, reason])
  }
  const met = { sales: '1500000', target: '1200000' }

  it('names the cap that takes more than a higher rate brings', () => {
    const then = defineCommissionPlan({
      ...withValue(now, 'scale.tiers.first.rate', '0.04'),
      cap: { amount: '45000' },
    })
    // 30,000 + 20,000; 40,000 + 20,000, of which 45,000 are left.
    expect(reasons(then, met)).toEqual([
      ['-5000.00', { step: 'cap', id: null, now: null, then: '-15000.00' }],
    ])
  })

  it('names the earlier of two that took, though only the policy before had it', () => {
    const steps = [{ id: 'all', upTo: null, multiplier: '1.2' }]
    const before = defineCommissionPlan({ ...now, accelerator: { mode: 'whole-amount', steps } })
    const then = defineCommissionPlan({
      ...withValue(now, 'scale.tiers.first.rate', '0.04'),
      cap: { amount: '45000' },
    })
    const compare = (first: typeof now, second: typeof now) => {
      const found = comparePolicies(one(met), { now: first, then: second })
      return [...found.winners, ...found.losers].map(({ difference, reason }) => [
        difference,
        reason,
      ])
    }
    // 50,000 × 1.2; 60,000, of which 45,000 are left.
    expect(compare(before, then)).toEqual([
      ['-15000.00', { step: 'accelerator', id: null, now: '10000.00', then: null }],
    ])
    expect(compare(then, before)).toEqual([
      ['15000.00', { step: 'accelerator', id: null, now: null, then: '10000.00' }],
    ])
  })

  it('names the rate where it brings more than the cap takes', () => {
    const then = defineCommissionPlan({
      ...withValue(now, 'scale.tiers.first.rate', '0.04'),
      cap: { amount: '55000' },
    })
    expect(reasons(then, met)).toEqual([
      ['5000.00', { step: 'rate', id: 'first', now: '0.03', then: '0.04' }],
    ])
  })
})

describe('comparePolicies where tiers are paid in another way', () => {
  const then = withValue(now, 'scale.mode', 'whole-amount')
  const rows = [
    { id: 'Ann', input: { sales: '2500000', target: '1200000' } },
    { id: 'Ben', input: { sales: '800000', target: '650000' } },
  ]

  it('names the mode, and no tier: both are in the top tier before and after', () => {
    const { totals, winners, unchanged, classes } = comparePolicies(rows, { now, then })
    // 30,000 + 40,000 + 25,000, and 5% of 2,500,000. Ben, in the first tier, has 3% of 800,000 by both.
    expect(totals).toEqual({ now: '119000.00', then: '149000.00', difference: '30000.00' })
    expect(winners.map(({ id, reason }) => [id, reason])).toEqual([
      ['Ann', { step: 'mode', id: null, now: 'marginal', then: 'whole-amount' }],
    ])
    expect(unchanged).toBe(1)
    expect(classes).toEqual([
      { class: 'first', now: 1, then: 1 },
      { class: 'top', now: 1, then: 1 },
    ])
  })

  it('names the rate for whoever is in the first tier, which the mode does not touch', () => {
    const both = withValue(then, 'scale.tiers.first.rate', '0.035')
    const { winners } = comparePolicies(rows, { now, then: both })
    expect(winners.map(({ id, reason }) => [id, reason.step, reason.id])).toEqual([
      ['Ann', 'mode', null],
      ['Ben', 'rate', 'first'],
    ])
  })

  it('names what lies in the tier for whoever comes to be in the first one alone', () => {
    const wide = withValue(then, 'scale.tiers', [
      { id: 'first', upTo: '3000000', rate: '0.03' },
      { id: 'top', upTo: null, rate: '0.05' },
    ])
    const { losers } = comparePolicies(rows, { now, then: wide })
    // 3% of all 2,500,000 would be so by the scale of now, too, were its first tier as wide.
    expect(losers.map(({ id, difference, reason }) => [id, difference, reason])).toEqual([
      ['Ann', '-20000.00', { step: 'tier', id: 'first', now: '1000000.00', then: '2500000.00' }],
    ])
  })

  it('names the gate, and no mode, where it shuts', () => {
    const shut = withValue(then, 'gate.attainment', '3')
    const { losers } = comparePolicies(rows, { now, then: shut })
    expect(losers.map(({ reason }) => reason.step)).toEqual(['gate', 'gate'])
  })

  it('names the rule whose mode it is', () => {
    const tiers = [
      { id: 'low', upTo: '100', rate: '0.01' },
      { id: 'high', upTo: null, rate: '0.02' },
    ]
    const ruled = defineCommissionPlan({
      currency: 'CNY',
      scale: now.scale,
      rates: [{ id: 'spare', when: { product: ['X'] }, scale: { mode: 'marginal', tiers } }],
    })
    const lines = [{ id: 'O-1', amount: '200', product: 'X' }]
    const { winners } = comparePolicies([{ id: 'Ann', input: { lines } }], {
      now: ruled,
      then: withValue(ruled, 'rates.spare.scale.mode', 'whole-amount'),
    })
    expect(winners.map(({ difference, reason }) => [difference, reason])).toEqual([
      ['1.00', { step: 'mode', id: 'spare', now: 'marginal', then: 'whole-amount' }],
    ])
  })
})

describe('comparePolicies says what differs', () => {
  it('as edits that make the one policy into the other', () => {
    const then = applyEdits(now, [
      { path: 'scale.mode', set: 'whole-amount' },
      { path: 'scale.tiers.first.rate', multiply: '1.1' },
      { path: 'awards', remove: true },
    ])
    // Where values come from differs as well, and changes nothing of what is paid.
    expect(then.provenance).not.toEqual(now.provenance)
    for (const compare of [comparePolicies, compareTotals]) {
      const { changes } = compare(quarterRoster, { now, then })
      expect(changes).toEqual([
        { path: 'scale.mode', set: 'whole-amount' },
        { path: 'scale.tiers.first.rate', set: '0.033' },
        { path: 'awards', remove: true },
      ])
      const { provenance: _, ...made } = applyEdits(now, changes)
      expect(made).toEqual((({ provenance: _, ...rest }) => rest)(then))
      expect(compare(quarterRoster, { now, then: now }).changes).toEqual([])
    }
  })
})

describe('an answer from nothing', () => {
  const { input } = { input: { sales: '1', Target: '1' } }
  const wrong = [{ id: 'Ann', input }] as never
  const path = 'scale.tiers.first.rate'
  const goal = { path, between: ['0.02', '0.05'], decimals: 4, goal: { atMost: '1' } } as const
  const simulation = { seed: 1, runs: 1, attainment: { observed: ['1'] } }
  const questions: readonly (readonly [string, (rows: never) => unknown])[] = [
    ['comparePolicies', (rows) => comparePolicies(rows, { now, then: from800 })],
    ['compareTotals', (rows) => compareTotals(rows, { now, then: from800 })],
    ['goalSeek', (rows) => goalSeek(rows, now, goal)],
    ['reviewPay', (rows) => reviewPay(rows, now)],
    ['sensitivityOf', (rows) => sensitivityOf(rows, now)],
    ['simulate', (rows) => simulate(rows, now, simulation)],
    ['sweep', (rows) => sweep(rows, now, { path, values: ['0.02'] })],
  ]

  it.each(questions)('is refused by %s, of no rows', (_, ask) => {
    expect(codesOf(() => ask([] as never))).toEqual([['VALUE_MISSING', 'rows']])
  })

  it.each(questions)('is refused by %s, with what is wrong with the first row', (name, ask) => {
    const [first, ...others] = codesOf(() => ask(wrong))
    expect(first).toEqual(['VALUE_INVALID', 'rows'])
    const missing = name === 'simulate' ? 'VALUE_MISSING' : 'UNKNOWN_KEY'
    const key = name === 'simulate' ? 'target' : 'Target'
    expect(others[0]).toEqual([missing, `rows.0.input.${key}`])
  })

  it('is refused where each policy computes other rows', () => {
    const rows = [
      { id: 'Ann', input: { sales: '-1', target: '1' } },
      { id: 'Ben', input: { sales: '1' } },
    ]
    const open = defineCommissionPlan({
      currency: 'CNY',
      scale: { ...now.scale, negative: 'refuse' },
    })
    for (const compare of [comparePolicies, compareTotals]) {
      expect(codesOf(() => compare(rows, { now, then: open }))).toEqual([
        ['VALUE_INVALID', 'rows'],
        ['BASE_NEGATIVE', 'rows.0.input.base'],
      ])
    }
  })

  it('is why a point of a sweep is none', () => {
    const rows = [{ id: 'Ann', input: { sales: '-1', target: '1' } }]
    const { points } = sweep(rows, now, { path: 'scale.negative', values: ['mirror', 'refuse'] })
    expect(points.map((point) => (point.ok ? 'ok' : point.issues[0]?.code))).toEqual([
      'ok',
      'VALUE_INVALID',
    ])
  })
})

describe('comparePolicies of two versions of a document', () => {
  const policy = definePolicy({
    versions: [
      { version: '2026', effectiveFrom: '2026-01-01', commission: now },
      { version: '2027', effectiveFrom: '2027-01-01', commission: from800 },
    ],
  })
  const compared = comparePolicies(quarterRoster, {
    now: policyOn(policy, '2026-12-31').commission,
    then: policyOn(policy, '2027-01-01').commission,
  })

  it('says of each from when it is in force, and which contents it has', () => {
    const { commission: one } = policyOn(policy, '2026-12-31')
    const { commission: other } = policyOn(policy, '2027-01-01')
    const input = { sales: '1', target: '1' }
    expect(compared.now).toEqual(calculateCommission(input, one).policy)
    expect(compared.then).toEqual(calculateCommission(input, other).policy)
    expect(compared.now.effectiveFrom).toBe('2026-01-01')
    expect(compared.then.effectiveFrom).toBe('2027-01-01')
    expect(compared.now.fingerprint).not.toBe(compared.then.fingerprint)
  })

  it('finds what the two policies on their own give', () => {
    const { now: _, then: __, changes, ...figures } = compared
    const alone = comparePolicies(quarterRoster, { now, then: from800 })
    expect(alone).toMatchObject(figures)
    expect(changes.filter(({ path }) => path !== 'version')).toEqual(alone.changes)
  })

  it('says neither of policies that were defined alone', () => {
    const alone = comparePolicies(quarterRoster, { now, then: from800 })
    expect(Object.keys(alone.now)).toEqual(['id', 'version'])
  })
})

describe('comparePolicies of other policies', () => {
  const weighed = (weights: readonly number[]) =>
    defineAppraisalScheme({
      ...handbook.appraisal,
      provenance: [],
      indicators: handbook.appraisal.indicators.map((indicator, index) => ({
        ...indicator,
        weight: weights[index] as number,
      })),
    })

  it('names the first part of a score that fell, where one before it rose by less', () => {
    const results = {
      sales: { actual: '600000', target: '1200000' },
      newCustomers: { actual: 10, target: 10 },
      satisfaction: { points: 90, source: 'survey' },
      collectionRate: { value: '0.95' },
    }
    const then = weighed([50, 10, 30, 10])
    const { losers } = comparePolicies([{ id: 'Ann', input: { results } }], {
      now: handbook.appraisal,
      then,
    })
    // Half of 40, all of 30 and 90 of 20 before: 20 + 30 + 18. Then 25 + 10 + 27.
    expect(losers.map(({ difference, reason }) => [difference, reason])).toEqual([
      ['-6.00', { step: 'part', id: 'newCustomers', now: '30', then: '10' }],
    ])
  })

  it('compares scores by part', () => {
    const then = weighed([50, 20, 20, 10])
    const results = {
      sales: { actual: '1500000', target: '1200000' },
      newCustomers: { actual: 8, target: 10 },
      satisfaction: { points: 90, source: 'survey' },
      collectionRate: { value: '0.95' },
    }
    const rows = [{ id: 'Ann', input: { results } }]
    const compared = comparePolicies(rows, { now: handbook.appraisal, then })
    expect(compared.unit).toBe('points')
    expect(compared.winners).toEqual([
      {
        id: 'Ann',
        group: null,
        now: '91.50',
        then: '93.50',
        difference: '2.00',
        reason: { step: 'part', id: 'sales', now: '40', then: '50' },
      },
    ])
  })

  it('counts grades, and says how many have each', () => {
    const then = withValue(handbook.grading, 'grades.S.from', 95)
    const rows = ['96', '92', '70'].map((input, index) => ({ id: `E-${index}`, input }))
    const compared = comparePolicies(rows, { now: handbook.grading, then })
    expect(compared.losers.map(({ id, difference, reason }) => [id, difference, reason])).toEqual([
      ['E-1', '-1', { step: 'threshold', id: null, now: 'S', then: 'A' }],
    ])
    expect(compared.classes.filter(({ class: name }) => name < 'T')).toEqual([
      { class: 'A', now: 0, then: 1 },
      { class: 'B', now: 1, then: 1 },
      { class: 'S', now: 2, then: 1 },
    ])
  })

  it('counts leads that reach another band, though no score changes', () => {
    const { leads } = handbook
    const rows = [74, 75, 79, 80, 81].map((points) => ({
      id: `L-${points}`,
      input: Object.fromEntries(leads.criteria.map(({ id }) => [id, points])),
    }))
    const then = withValue(leads, 'bands.hot.from', 75)
    const compared = comparePolicies(rows as never, { now: leads, then })
    expect(compared.totals).toEqual({ now: '389.00', then: '389.00', difference: '0.00' })
    expect([compared.unchanged, compared.reclassified]).toEqual([5, 2])
    expect(compared.classes).toEqual([
      { class: 'hot', now: 2, then: 4 },
      { class: 'warm', now: 3, then: 1 },
    ])
  })
})

describe('an assumption', () => {
  const rows = [{ id: 'Ann', input: { sales: '1500000', target: '1200000' } }]
  const then = withValue(now, 'scale.tiers.second.rate', '0.05')
  const assume = {
    id: 'all sell 2% more',
    change: (input: { sales: string; target: string }) => ({ ...input, sales: '1530000' }),
  }

  it('is none by default', () => {
    expect(comparePolicies(rows, { now, then })).toMatchObject({
      assumes: null,
      totals: { difference: '5000.00' },
    })
  })

  it('changes what is given then, and is named', () => {
    const compared = comparePolicies(rows, { now, then }, { assume })
    expect(compared.assumes).toBe('all sell 2% more')
    expect(compared.totals).toEqual({ now: '50000.00', then: '56500.00', difference: '6500.00' })
    expect(compared.winners[0]?.reason).toEqual({
      step: 'sales',
      id: null,
      now: '1500000.00',
      then: '1530000.00',
    })
  })

  it('without a name is refused', () => {
    const wrong = { assume: { change: 7 } } as never
    expect(codesOf(() => comparePolicies(rows, { now, then }, wrong))).toEqual([
      ['VALUE_MISSING', 'assume.id'],
      ['VALUE_INVALID', 'assume.change'],
    ])
  })
})

describe('what a comparison says', () => {
  const open = defineCommissionPlan({ currency: 'CNY', scale: now.scale })
  const rowsOf = (...sales: readonly string[]) =>
    sales.map((one, index) => ({ id: `E-${index}`, input: { sales: one } }))
  const tens = rowsOf(...Array.from({ length: 10 }, (_, at) => `${at + 1}00000`))
  /** 5% up to 500,000, and 1% of all of it from there on. */
  const falling = defineCommissionPlan({
    currency: 'CNY',
    scale: {
      mode: 'whole-amount',
      tiers: [
        { id: 'low', upTo: '500000', rate: '0.05' },
        { id: 'high', upTo: null, rate: '0.01' },
      ],
    },
  })

  it('has quantiles of each policy on its own: the figure that so many do not exceed', () => {
    const { quantiles } = comparePolicies(tens, { now: open, then: falling })
    // Now 3,000 more for each; then, in order, 5, 5, 6, 7, 8, 9, 10, 10, 15 and 20 thousand.
    expect(quantiles.map((one) => [one.at, one.now, one.then])).toEqual([
      ['0', '3000.00', '5000.00'],
      ['0.1', '3000.00', '5000.00'],
      ['0.25', '9000.00', '6000.00'],
      ['0.5', '15000.00', '8000.00'],
      ['0.75', '24000.00', '10000.00'],
      ['0.9', '27000.00', '15000.00'],
      ['1', '30000.00', '20000.00'],
    ])
    const wrong = { quantiles: ['1.5', '-1'] }
    expect(codesOf(() => comparePolicies(tens, { now: open, then: open }, wrong))).toEqual([
      ['NUMBER_OUT_OF_RANGE', 'quantiles.0'],
      ['NUMBER_OUT_OF_RANGE', 'quantiles.1'],
    ])
  })

  it('names winners from the largest gain, and losers from the largest loss', () => {
    const { winners, losers } = comparePolicies(tens, { now: open, then: falling })
    const briefly = ({ id, difference }: (typeof winners)[number]) => [id, difference]
    expect(winners.map(briefly)).toEqual([
      ['E-3', '8000.00'],
      ['E-2', '6000.00'],
      ['E-1', '4000.00'],
      ['E-0', '2000.00'],
    ])
    expect(losers.map(briefly)).toEqual([
      ['E-9', '-20000.00'],
      ['E-8', '-18000.00'],
      ['E-7', '-16000.00'],
      ['E-6', '-14000.00'],
      ['E-5', '-12000.00'],
      ['E-4', '-10000.00'],
    ])
  })

  it('adds up exactly what no number holds, and refuses a figure that none does', () => {
    const all = defineCommissionPlan({
      currency: 'CNY',
      scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '1' }] },
    })
    const most = '90071992547409.91'
    const rows = rowsOf(most, '0.02', most, most, '90071992547409.92')
    const { totals, notComputed } = comparePolicies(rows, { now: all, then: all })
    expect(totals.now).toBe('270215977642229.75')
    expect(notComputed.map(({ id, issues }) => [id, issues[0]?.code])).toEqual([
      ['E-4', 'NUMBER_OUT_OF_RANGE'],
    ])
  })

  it('has no cost ratio where less than nothing was sold', () => {
    const { costRatio } = comparePolicies(rowsOf('100', '-200'), { now: open, then: open })
    expect(costRatio).toEqual({ now: null, then: null })
  })

  it('counts by tier, the tier of a rule with its name, and the shut gate', () => {
    const tiers = [{ id: 'all', upTo: null, rate: '0.01' }]
    const scale = { mode: 'marginal', tiers } as const
    const ruled = defineCommissionPlan({
      currency: 'CNY',
      scale: now.scale,
      gate: { attainment: '1' },
      rates: [{ id: 'spare', when: { product: ['X'] }, scale }],
    })
    const rows = ['1', '200', '3000000'].map((target, index) => ({
      id: `E-${index}`,
      input: { lines: [{ id: 'O-1', amount: '100', product: index === 0 ? 'X' : 'Y' }], target },
    }))
    const { classes } = comparePolicies(rows, { now: ruled, then: ruled })
    expect(classes).toEqual([
      { class: 'gate-shut', now: 2, then: 2 },
      { class: 'spare/all', now: 1, then: 1 },
    ])
  })

  it('keeps the first 1,000 who could not be computed', () => {
    const wrong = Array.from({ length: 1002 }, (_, at) => ({ id: `E-${at}`, input: {} }))
    const rows = [...wrong, { id: 'Ann', input: { sales: '1' } }]
    const { notComputed, refused } = comparePolicies(rows as never, { now: open, then: open })
    expect([notComputed.length, refused]).toEqual([1000, 1002])
    const totals = compareTotals(rows as never, { now: open, then: open })
    expect([totals.notComputed.length, totals.refused]).toEqual([1000, 1002])
    const values: readonly string[] = []
    const swept = sweep(rows as never, open, { path: 'scale.tiers.first.rate', values })
    expect([swept.notComputed.length, swept.refused]).toEqual([1000, 1002])
    const review = reviewPay([...wrong, ...one({ sales: '1', target: '1' })] as never, open)
    expect([review.notComputed.length, review.refused]).toEqual([1000, 1002])
  })

  it('names both tiers where each policy has another one', () => {
    const first = (id: string, rate: string) =>
      defineCommissionPlan({
        currency: 'CNY',
        scale: { mode: 'marginal', tiers: [{ id, upTo: null, rate }] },
      })
    const policies = { now: first('all', '0.03'), then: first('whole', '0.04') }
    const { winners } = comparePolicies(rowsOf('100'), policies)
    expect(winners[0]?.reason).toEqual({ step: 'tier', id: null, now: 'all', then: 'whole' })
  })

  it('takes the decimals of the finer policy', () => {
    const results = {
      sales: { actual: '1500000', target: '1200000' },
      newCustomers: { actual: 8, target: 10 },
      satisfaction: { points: 90, source: 'survey' },
      collectionRate: { value: '0.95' },
    }
    const rows = [{ id: 'Ann', input: { results } }]
    const whole = withValue(handbook.appraisal, 'decimals', 0)
    for (const compare of [comparePolicies, compareTotals]) {
      const { totals } = compare(rows, { now: whole, then: handbook.appraisal })
      expect(totals).toEqual({ now: '92.00', then: '91.50', difference: '-0.50' })
    }
  })

  it('names what a tier pays beside its rate', () => {
    const least = (minimum: string) =>
      defineCommissionPlan({
        currency: 'CNY',
        scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.03', minimum }] },
      })
    const rows = [{ id: 'Ann', input: { sales: '100', lines: undefined } }]
    const { winners } = comparePolicies(rows as never, { now: least('10'), then: least('20') })
    expect(winners[0]?.reason).toMatchObject({ step: 'tier-pay', id: 'all' })
  })

  it('counts a disqualified lead as 0, in a class of its own', () => {
    const { leads } = handbook
    const facts = leads.criteria.map(({ id, curve }) => [
      id,
      'choices' in curve ? Object.keys(curve.choices)[0] : 50,
    ])
    const input = { ...Object.fromEntries(facts), duplicate: true }
    const rows = [{ id: 'L-1', input }] as never
    const { classes, totals } = comparePolicies(rows, { now: leads, then: leads })
    expect(classes).toEqual([{ class: 'disqualified', now: 1, then: 1 }])
    expect(totals.now).toBe('0.00')
    expect(compareTotals(rows, { now: leads, then: leads }).totals).toEqual(totals)
  })

  it('says of a list how far it is, be it short', () => {
    const seen: unknown[] = []
    comparePolicies(tens, { now: open, then: open }, { onProgress: (one) => seen.push(one) })
    expect(seen).toEqual([{ done: 10, of: 10 }])
  })
})

describe('compareTotals', () => {
  it('is the comparison, without who and why', () => {
    const { changes, totals, rows, computed, gain, lose, unchanged, refused, notComputed, unit } =
      comparePolicies(quarterRoster, { now, then: from800 })
    expect(compareTotals(quarterRoster, { now, then: from800 })).toEqual({
      ...{ now: { id: now.id, version: now.version }, then: { id: now.id, version: now.version } },
      ...{ changes, totals, rows, computed, gain, lose, unchanged, refused, notComputed, unit },
    })
  })

  it('names who cannot be computed by the one, the other or both', () => {
    const gated = defineCommissionPlan({ ...now, scale: { ...now.scale, negative: 'refuse' } })
    const open = defineCommissionPlan({ currency: 'CNY', scale: now.scale })
    const rows = [
      { id: 'Ann', group: 'east', input: { sales: '-1', target: '-1' } },
      { id: 'Ben', input: { sales: '1' } },
      { id: 'Cid', input: { sales: '1', target: '1' } },
      { id: 'Dan', input: { sales: 'x', target: '1' } },
    ]
    for (const policies of [
      { now: gated, then: open },
      { now: open, then: gated },
    ]) {
      const { notComputed, totals, computed } = comparePolicies(rows, policies)
      expect(compareTotals(rows, policies)).toMatchObject({ notComputed, totals, computed })
    }
    const { notComputed } = compareTotals(rows, { now: open, then: gated })
    expect(notComputed.map(({ id, group, by }) => [id, group, by])).toEqual([
      ['Ann', 'east', 'both'],
      ['Ben', null, 'then'],
      ['Dan', null, 'both'],
    ])
  })

  it('reports each policy, and stops by a signal', () => {
    const seen: unknown[] = []
    const signal = { aborted: false }
    const onProgress = (progress: object) => {
      seen.push(progress)
      signal.aborted = true
    }
    const call = () => compareTotals(quarterRoster, { now, then: now }, { onProgress, signal })
    expect(codesOf(call)).toEqual([['RUN_STOPPED', '']])
    expect(seen).toEqual([{ done: 1, of: 2 }])
  })

  it('refuses policies that cannot be compared', () => {
    const euros = defineCommissionPlan({ currency: 'EUR', scale: now.scale })
    expect(codesOf(() => compareTotals([], { now, then: euros }))).toEqual([
      ['CURRENCY_MIXED', 'then'],
    ])
  })
})

describe('comparePolicies refuses', () => {
  it('two policies one after the other, and says how they are given', () => {
    for (const compare of [comparePolicies, compareTotals]) {
      const result = attempt(() =>
        (compare as (...args: unknown[]) => unknown)(quarterRoster, now, from800),
      )
      expect(result.ok ? [] : result.issues.map(({ message }) => message)).toEqual([
        'policies: got an object, expected an object with the two policies: { now, then }.',
      ])
    }
  })

  it('policies of two kinds, of two currencies, and what is none', () => {
    const euros = defineCommissionPlan({ currency: 'EUR', scale: now.scale })
    expect(codesOf(() => comparePolicies([], { now, then: euros }))).toEqual([
      ['CURRENCY_MIXED', 'then'],
    ])
    const policies = { now, then: handbook.appraisal } as never
    expect(codesOf(() => comparePolicies([], policies))).toEqual([['VALUE_INVALID', 'then']])
    expect(codesOf(() => comparePolicies([], { now, then: { ...now } } as never))).toEqual([
      ['POLICY_NOT_DEFINED', 'then'],
    ])
    const careers = { now: handbook.careers, then: handbook.careers } as never
    expect(codesOf(() => comparePolicies([], careers))).toEqual([['VALUE_INVALID', 'now']])
    const document = definePolicy({
      versions: [{ version: '2026', effectiveFrom: '2026-01-01', commission: now }],
    })
    const result = attempt(() => comparePolicies([], { now: document, then: now } as never))
    expect(result.ok ? '' : result.issues[0]?.message).toContain('policyOn(document, date)')
  })

  it('a row that comes twice, and one without an id', () => {
    const row = { id: 'Ann', input: { sales: '1', target: '1' } }
    expect(codesOf(() => comparePolicies([row, row], { now, then: now }))).toEqual([
      ['ID_DUPLICATE', 'rows.1.id'],
    ])
    expect(codesOf(() => comparePolicies([{ input: {} }] as never, { now, then: now }))).toEqual([
      ['VALUE_MISSING', 'rows.0.id'],
    ])
    expect(codesOf(() => comparePolicies(7 as never, { now, then: now }))).toEqual([
      ['VALUE_INVALID', 'rows'],
    ])
  })
})

describe('a long run', () => {
  function* stream(count: number): Generator<RosterRow<CommissionInput>> {
    for (let row = 0; row < count; row += 1)
      yield { id: `E-${row}`, input: { sales: '900000', target: '800000' } }
  }

  it('takes a stream, and says how far it is', () => {
    const seen: unknown[] = []
    const onProgress = (progress: object) => seen.push(progress)
    const { gain } = comparePolicies(stream(2500), { now, then: from800 }, { onProgress })
    expect(gain).toBe(2500)
    expect(seen).toEqual([
      { done: 1000, of: null },
      { done: 2000, of: null },
    ])
  })

  it('does not begin where its signal says so', () => {
    const signal = AbortSignal.abort()
    let read = 0
    function* rows() {
      read += 1
      yield* stream(1)
    }
    const result = attempt(() => comparePolicies(rows(), { now, then: from800 }, { signal }))
    expect(result.ok ? [] : result.issues.map(({ code, params }) => [code, params])).toEqual([
      ['RUN_STOPPED', { done: 0, of: null }],
    ])
    expect(read).toBe(0)
  })

  it('stops where its signal says so', () => {
    const controller = new AbortController()
    const onProgress = () => controller.abort()
    const { signal } = controller
    const call = () => comparePolicies(stream(5000), { now, then: from800 }, { onProgress, signal })
    const result = attempt(call)
    expect(result.ok ? [] : result.issues.map(({ code, params }) => [code, params])).toEqual([
      ['RUN_STOPPED', { done: 1000, of: null }],
    ])
  })
})

/** Sales near the thresholds, and rows without a target. */
const rosters = fc.array(
  fc
    .record(
      {
        sales: fc
          .tuple(
            fc.constantFrom(0n, 65_000_000n, 80_000_000n, 100_000_000n, 200_000_000n),
            fc.bigInt(-2n, 30_000_000n),
          )
          .map(
            ([base, more]) =>
              `${(base + more) / 100n}.${String((base + more) % 100n)
                .replace('-', '')
                .padStart(2, '0')}`,
          ),
        target: fc.constantFrom('650000', '800000', '1000000', '1200000'),
        coefficientUplift: fc.constantFrom('0', '0.005', '0.0125'),
      },
      { requiredKeys: ['sales'] },
    )
    .map((input) => input as CommissionInput),
  { maxLength: 12 },
)
const asRoster = (inputs: readonly CommissionInput[]) =>
  [...inputs, COMPUTED].map((input, index) => ({
    id: `E-${index}`,
    group: `G${index % 3}`,
    input,
  }))
/** Of rows that are all refused, there is no comparison. */
const COMPUTED = { sales: '900000', target: '800000' }
const ends = fc.bigInt(1n, 1_999_999n)

describe('the laws of comparison', () => {
  it('the other way round, all signs turn', () => {
    fc.assert(
      fc.property(rosters, ends, (inputs, end) => {
        const then = withValue(now, 'scale.tiers.first.upTo', String(end))
        const there = comparePolicies(asRoster(inputs), { now, then })
        const back = comparePolicies(asRoster(inputs), { now: then, then: now })
        const turned = ({ reason, ...row }: (typeof there.winners)[number]) => ({
          ...row,
          now: row.then,
          then: row.now,
          difference: row.difference.startsWith('-')
            ? row.difference.slice(1)
            : `-${row.difference}`,
          reason: { ...reason, now: reason.then, then: reason.now },
        })
        expect(back.winners).toEqual(there.losers.map(turned))
        expect(back.losers).toEqual(there.winners.map(turned))
        expect(cents(back.totals.difference)).toBe(-cents(there.totals.difference))
        expect(back.unchanged).toBe(there.unchanged)
      }),
      { numRuns: 60 },
    )
  })

  it('a policy compared with itself changes nothing', () => {
    fc.assert(
      fc.property(rosters, (inputs) => {
        const { gain, lose, totals } = comparePolicies(asRoster(inputs), { now, then: now })
        expect({ gain, lose, difference: totals.difference }).toEqual({
          gain: 0,
          lose: 0,
          difference: '0.00',
        })
      }),
      { numRuns: 30 },
    )
  })

  it('is what a payroll by pencil says', () => {
    fc.assert(
      fc.property(rosters, ends, (inputs, end) => {
        const then = withValue(now, 'scale.tiers.first.upTo', String(end))
        const compared = comparePolicies(asRoster(inputs), { now, then })
        const pencil = comparePencil(asRoster(inputs), HANDBOOK, { ...HANDBOOK, firstEnds: end })
        expect([compared.gain, compared.lose]).toEqual([pencil.gain.length, pencil.lose.length])
        expect(cents(compared.totals.now)).toBe(pencil.now)
        expect(cents(compared.totals.then)).toBe(pencil.then)
      }),
      { numRuns: 100 },
    )
  })
})
