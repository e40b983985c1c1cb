import type { CommissionPlanInput } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { conflictsOf, flat, flatPlan } from '../../flatPlan.js'

type Change = Partial<CommissionPlanInput>

const tiers = [
  { id: 'low', upTo: '0.2', rate: '0.01' },
  { id: 'high', upTo: null, rate: '0.02' },
]
const separate = { mode: 'whole-amount' as const, measure: 'separate' as const, tiers }
const units = { mode: 'marginal' as const, thresholds: 'units' as const, tiers }
const attained = { mode: 'marginal' as const, thresholds: 'attainment' as const, tiers }
const steps = [{ id: 'always', upTo: null, multiplier: '1' }]
const rule = { id: 'software', when: { category: 'software' }, scale: flat('0.2') }
const counting = { id: 'new product', applies: 'counts' as const, multiplier: '1.5' }
const above = { attainment: '1', counts: 'above-target' as const }

describe('planConflicts', () => {
  it.each<[string, Change, readonly (string | number)[], string, string]>([
    [
      'whose lines choose a tier that the base chooses',
      { measuredBy: 'margin' },
      ['measuredBy'],
      'measured-by-base',
      'the scale chooses its tiers by the base. Set its "measure" to "separate", or leave "measuredBy" out.',
    ],
    [
      'whose rule does so',
      { rates: [{ ...rule, measuredBy: 'discount' }] },
      ['rates', 0, 'measuredBy'],
      'measured-by-base',
      'the scale chooses its tiers by the base. Set its "measure" to "separate", or leave "measuredBy" out.',
    ],
    [
      'whose lines choose a tier with a flat amount',
      {
        scale: { ...separate, tiers: [{ id: 'all', upTo: null, rate: '0.01', amount: '5' }] },
        measuredBy: 'margin',
      },
      ['measuredBy'],
      'measured-by-flat-tiers',
      'tiers that are chosen line by line pay a rate; flat amounts, minimums and maximums belong to a statement.',
    ],
    [
      'whose lines choose a tier with a maximum',
      {
        scale: {
          ...separate,
          tiers: [
            { id: 'first', upTo: '0.2', rate: '0.01' },
            { id: 'rest', upTo: null, rate: '0.02', maximum: '5' },
          ],
        },
        measuredBy: 'margin',
      },
      ['measuredBy'],
      'measured-by-flat-tiers',
      'tiers that are chosen line by line pay a rate; flat amounts, minimums and maximums belong to a statement.',
    ],
    [
      'whose rule has tiers by attainment',
      { rates: [{ ...rule, scale: attained }] },
      ['rates', 0, 'scale', 'thresholds'],
      'rule-by-attainment',
      'attainment is that of all sales, not of some lines. Use thresholds in money.',
    ],
    [
      'whose rule counts units and whose scale money',
      { rates: [{ ...rule, scale: units }] },
      ['rates', 0, 'scale', 'thresholds'],
      'units-and-money',
      'units and money cannot be added up. Give every scale of the plan the same thresholds.',
    ],
    [
      'whose rule counts money and whose scale units',
      { scale: units, rates: [rule] },
      ['rates', 0, 'scale', 'thresholds'],
      'units-and-money',
      'units and money cannot be added up. Give every scale of the plan the same thresholds.',
    ],
    [
      'whose rule has a measure and does not say which',
      { rates: [{ ...rule, scale: separate }] },
      ['rates', 0, 'measuredBy'],
      'rule-without-measure',
      'a rate rule chooses its tiers by its lines. Say by which figure: "margin" or "discount".',
    ],
    [
      'with rules and a gate that counts what is above the target',
      { rates: [rule], gate: above },
      ['gate', 'counts'],
      'above-target-of-rates',
      'nothing says which lines are those above the target, or the gate. Let all sales count, or leave "rates" out.',
    ],
    [
      'with rules and a gate that counts what is above it',
      { rates: [rule], gate: { attainment: '0.8', counts: 'above-gate' as const } },
      ['gate', 'counts'],
      'above-target-of-rates',
      'nothing says which lines are those above the target, or the gate. Let all sales count, or leave "rates" out.',
    ],
    [
      'with factors of what counts and a gate that counts what is above the target',
      { factors: [counting], gate: above },
      ['gate', 'counts'],
      'above-target-of-factors',
      'factors make lines count more or less than they earn on, and nothing says what of that is above the target, or the gate. Let all sales count, or let each factor apply to "both".',
    ],
    [
      'with factors of what counts and a cap on the base',
      { factors: [counting], cap: { base: '1' } },
      ['cap', 'base'],
      'cap-base-of-factors',
      'factors make lines count more or less than they earn on, and nothing says what of that lies above the cap. Cap the amount, or let each factor apply to "both".',
    ],
    [
      'with factors of what counts and a tier with a minimum',
      {
        factors: [counting],
        scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.1', minimum: '5' }] },
      },
      ['scale', 'tiers', 0, 'minimum'],
      'spread-tiers',
      'parts of lines lie in these tiers, so that each pays a rate and nothing else. Use a marginal or whole-amount scale of rates, or let each factor apply to "both".',
    ],
    [
      'with a factor of two kinds',
      { factors: [{ ...counting, part: 'software' }] },
      ['factors', 0],
      'factor-of-one-kind',
      'a factor has one of "multiplier", "by" and "part". Split it in two to have both.',
    ],
    [
      'of one scale that all lines are to share',
      { tiersOver: 'all-lines' as const },
      ['tiersOver'],
      'one-scale-over-all',
      'the plan has one scale, which counts all lines. Give it "rates", or leave this out.',
    ],
    [
      'with rules and a cap on the base',
      { rates: [rule], cap: { base: '1' } },
      ['cap', 'base'],
      'cap-base-of-rates',
      'nothing says which lines lie above the cap. Cap the amount, or leave "rates" out.',
    ],
    [
      'with a marginal accelerator on whole amounts',
      { scale: { ...flat('0.1'), mode: 'whole-amount' }, accelerator: { steps } },
      ['accelerator', 'mode'],
      'marginal-accelerator-on-tiers',
      'a marginal accelerator needs marginal tiers in money or attainment without minimum and maximum. Use "whole-amount".',
    ],
    [
      'with a marginal accelerator on units',
      { scale: units, accelerator: { steps } },
      ['accelerator', 'mode'],
      'marginal-accelerator-on-tiers',
      'a marginal accelerator needs marginal tiers in money or attainment without minimum and maximum. Use "whole-amount".',
    ],
    [
      'with a marginal accelerator on a tier with a minimum',
      {
        scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.1', minimum: '5' }] },
        accelerator: { steps },
      },
      ['accelerator', 'mode'],
      'marginal-accelerator-on-tiers',
      'a marginal accelerator needs marginal tiers in money or attainment without minimum and maximum. Use "whole-amount".',
    ],
    [
      'with a marginal accelerator and rules whose tiers count each on its own',
      { rates: [rule], accelerator: { steps }, tiersOver: 'each-scale' },
      ['accelerator', 'mode'],
      'marginal-accelerator-on-rates',
      'nothing says which lines are those above a threshold. Let tiers count over "all-lines", or use "whole-amount".',
    ],
    [
      'that counts units and pays on margins',
      { scale: units, base: 'margin' },
      ['base'],
      'margin-of-units',
      'a margin is money, and the scale counts units.',
    ],
    [
      'that counts units and has a margin floor',
      { scale: units, eligibility: { marginFloor: '0.45' } },
      ['eligibility', 'marginFloor'],
      'margin-of-units',
      'a margin is money, and the scale counts units.',
    ],
    [
      'that counts units and converts them',
      { scale: units, exchange: { on: 'order-date' } },
      ['exchange'],
      'exchange-of-units',
      'units have no currency. Leave "exchange" out.',
    ],
    [
      'whose lines choose their tiers and whose gate counts what is above the target',
      { scale: separate, measuredBy: 'margin', gate: above },
      ['gate', 'counts'],
      'above-target-of-measured',
      'tiers are chosen line by line, and nothing says which lines are those above the target, or the gate. Let all sales count.',
    ],
    [
      'whose lines choose their tiers and whose base is capped',
      { scale: separate, measuredBy: 'margin', cap: { base: '1' } },
      ['cap', 'base'],
      'cap-base-of-measured',
      'tiers are chosen line by line, and nothing says which lines lie above the cap. Cap the amount.',
    ],
    [
      'that trues up periods of their own',
      { payment: { trueUp: 'year' } },
      ['payment', 'trueUp'],
      'nothing-to-true-up',
      'there is nothing to true up to while each period is on its own. Set "accrual" to "year-to-date".',
    ],
    [
      'whose draw ends before its schedule',
      {
        payment: {
          draw: {
            amount: 0,
            kind: 'recoverable',
            periods: 3,
            schedule: [
              { periods: 2, amount: 2_000 },
              { periods: 2, amount: 1_000 },
            ],
          },
        },
      },
      ['payment', 'draw', 'schedule'],
      'draw-ends-before',
      'the schedule goes on after the draw has ended. Shorten it, or let the draw last for more periods.',
    ],
    [
      'whose rule speaks of every line',
      { rates: [{ ...rule, when: {} }] },
      ['rates', 0, 'when'],
      'matches-every-line',
      'nothing is said of the line, so that every line matches. Name a product, category, region or customer.',
    ],
    [
      'whose exclusion speaks of every line',
      { eligibility: { exclude: [{ id: 'all', when: {}, reason: 'none' }] } },
      ['eligibility', 'exclude', 0, 'when'],
      'matches-every-line',
      'nothing is said of the line, so that every line matches. Name a product, category, region or customer.',
    ],
    [
      'whose gate is always open',
      { gate: {} },
      ['gate', 'attainment'],
      'gate-always-open',
      'a gate without an attainment and without conditions is always open. Leave the gate out.',
    ],
    [
      'whose gate counts what is above no target',
      { gate: { counts: 'above-target' } },
      ['gate', 'attainment'],
      'above-no-target',
      'sales above the target, or the gate, need an "attainment". Add it, or let all sales count.',
    ],
    [
      'whose sales all count and start in their own tier',
      { gate: { attainment: '1', startsIn: 'own-tier' } },
      ['gate', 'startsIn'],
      'own-tier-of-all',
      'all sales count, so that none begin to count in a later tier. Set "counts" to "above-target" or "above-gate", or leave "startsIn" out.',
    ],
    [
      'whose sales start in their own tier, which a measure chooses',
      { gate: { ...above, startsIn: 'own-tier' }, scale: separate },
      ['gate', 'startsIn'],
      'own-tier-of-measure',
      'a separate measure chooses the tier, wherever sales lie among all of them. Leave "startsIn" out.',
    ],
    [
      'whose sales start in their own tier, which pays a minimum',
      {
        gate: { ...above, startsIn: 'own-tier' },
        scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.1', minimum: '5' }] },
      },
      ['gate', 'startsIn'],
      'own-tier-of-bounds',
      'nothing says what part of a minimum or a maximum belongs to the sales that count. Set it to "first-tier", or leave the minimum and the maximum of the tiers out.',
    ],
    [
      'whose cap caps nothing',
      { cap: {} },
      ['cap'],
      'cap-of-nothing',
      'caps nothing. Give a base, a rate, a line, an amount, a quarter, a half or a year, or leave it out.',
    ],
  ])('a plan is refused, with the way out: one %s', (_, change, path, reason, sentence) => {
    const where = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('')
    expect(conflictsOf(change)).toEqual([
      {
        code: 'POLICY_CONFLICT',
        severity: 'error',
        path,
        params: { reason },
        message: `${where.slice(1)}: ${sentence}`,
      },
    ])
  })
})

describe('planConflicts', () => {
  it.each<[string, Change]>([
    ['rounding.at', { rounding: { at: 'line' } }],
    ['cap.line', { cap: { line: '1' } }],
    ['refunds', { refunds: 'mirror' }],
  ])(
    'a plan may accrue by the year though it needs its lines (%s): a year to date has them',
    (_, change) => {
      expect(conflictsOf({ ...change, payment: { accrual: 'year-to-date' } })).toEqual([])
    },
  )
})

describe('planConflicts', () => {
  const award = { id: 'a', for: 'first-order' as const, amount: '5' }
  const step = { id: 's', upTo: null, multiplier: '1' }

  it.each<[string, unknown, string, readonly (string | number)[]]>([
    ['base in words', { base: 'profit' }, 'VALUE_NOT_ALLOWED', ['base']],
    ['refunds in words', { refunds: 'reverse' }, 'VALUE_NOT_ALLOWED', ['refunds']],
    ['payout in words', { payout: 'points' }, 'VALUE_NOT_ALLOWED', ['payout']],
    ['an exchange without a day', { exchange: {} }, 'VALUE_MISSING', ['exchange', 'on']],
    ['no rules', { rates: [] }, 'VALUE_INVALID', ['rates']],
    ['two rules of one id', { rates: [rule, rule] }, 'ID_DUPLICATE', ['rates', 1, 'id']],
    [
      'a rule without a name',
      { rates: [{ ...rule, when: { product: [] } }] },
      'VALUE_INVALID',
      ['rates', 0, 'when', 'product'],
    ],
    [
      'a rule with another key',
      { rates: [{ ...rule, when: { product: 'a', sku: 'a' } }] },
      'UNKNOWN_KEY',
      ['rates', 0, 'when', 'sku'],
    ],
    ['a multiplier below 0', withStep({ multiplier: '-1' }), 'NUMBER_OUT_OF_RANGE', ['multiplier']],
    [
      'a multiplier in percent',
      withStep({ multiplier: '150' }),
      'NUMBER_LOOKS_LIKE_PERCENT',
      ['multiplier'],
    ],
    [
      'a threshold in percent',
      { accelerator: { steps: [{ ...step, id: 'a', upTo: '100' }, step] } },
      'NUMBER_LOOKS_LIKE_PERCENT',
      ['accelerator', 'steps', 0, 'upTo'],
    ],
    [
      'steps that do not rise',
      {
        accelerator: {
          steps: [{ ...step, id: 'a', upTo: '1' }, { ...step, id: 'b', upTo: '1' }, step],
        },
      },
      'OUT_OF_ORDER',
      ['accelerator', 'steps', 1, 'upTo'],
    ],
    [
      'steps without an open end',
      { accelerator: { steps: [{ ...step, upTo: '1' }] } },
      'SCALE_END',
      ['accelerator', 'steps', 0, 'upTo'],
    ],
    [
      'an open step before the last',
      { kpiMultiplier: { fact: 'f', steps: [step, { ...step, id: 'b' }] } },
      'SCALE_END',
      ['kpiMultiplier', 'steps', 0, 'upTo'],
    ],
    [
      'two steps of one id',
      { kpiMultiplier: { fact: 'f', steps: [{ ...step, upTo: '1' }, step] } },
      'ID_DUPLICATE',
      ['kpiMultiplier', 'steps', 1, 'id'],
    ],
    [
      'a multiplier of nothing',
      { kpiMultiplier: { steps: [step] } },
      'VALUE_MISSING',
      ['kpiMultiplier', 'fact'],
    ],
    ['no awards', { awards: [] }, 'VALUE_INVALID', ['awards']],
    ['two awards of one id', { awards: [award, award] }, 'ID_DUPLICATE', ['awards', 1, 'id']],
    [
      'an award of nothing',
      { awards: [{ ...award, amount: 0 }] },
      'NUMBER_OUT_OF_RANGE',
      ['awards', 0, 'amount'],
    ],
    [
      'an award that cannot be paid',
      { awards: [{ ...award, amount: '0.005' }] },
      'TOTAL_TOO_PRECISE',
      ['awards', 0, 'amount'],
    ],
    [
      'an award for a third kind',
      { awards: [{ ...award, for: 'upsell' }] },
      'VALUE_NOT_ALLOWED',
      ['awards', 0, 'for'],
    ],
    ['a cap of 0', { cap: { amount: 0 } }, 'NUMBER_OUT_OF_RANGE', ['cap', 'amount']],
    [
      'a rate cap in percent',
      { cap: { rate: '15' } },
      'NUMBER_LOOKS_LIKE_PERCENT',
      ['cap', 'rate'],
    ],
    ['a line cap in mills', { cap: { line: '0.001' } }, 'TOTAL_TOO_PRECISE', ['cap', 'line']],
    ['a year cap in mills', { cap: { year: '0.001' } }, 'TOTAL_TOO_PRECISE', ['cap', 'year']],
    [
      'a draw owed up to mills',
      { payment: { draw: { amount: '5', kind: 'recoverable', owedAtMost: '9.001' } } },
      'TOTAL_TOO_PRECISE',
      ['payment', 'draw', 'owedAtMost'],
    ],
    [
      'a least payout in mills',
      { payment: { minimumPayout: '0.001' } },
      'TOTAL_TOO_PRECISE',
      ['payment', 'minimumPayout'],
    ],
    [
      'a floor in percent',
      { eligibility: { marginFloor: '45' } },
      'NUMBER_LOOKS_LIKE_PERCENT',
      ['eligibility', 'marginFloor'],
    ],
    [
      'no status that counts',
      { eligibility: { statuses: [] } },
      'VALUE_INVALID',
      ['eligibility', 'statuses'],
    ],
    [
      'a gate in percent',
      { gate: { attainment: '100' } },
      'NUMBER_LOOKS_LIKE_PERCENT',
      ['gate', 'attainment'],
    ],
  ])('a field of a plan is refused for %s', (_, change, code, path) => {
    const at =
      path.length === 1 && path[0] === 'multiplier' ? ['accelerator', 'steps', 0, ...path] : path
    expect(conflictsOf(change as Change)).toMatchObject([{ code, severity: 'error', path: at }])
  })

  function withStep(change: object) {
    return { accelerator: { steps: [{ ...step, ...change }] } }
  }
})

describe('a multiple in tiers that count units', () => {
  const scale = { ...units, tiers: [{ id: 'all', upTo: null, multiple: '2' }] } as const

  it('is refused where a plan pays money: there is no rate of a unit that it could be a multiple of', () => {
    expect(conflictsOf({ scale, rates: [{ ...rule, scale }] } as never)).toMatchObject([
      { path: ['scale', 'tiers', 0, 'multiple'], params: { reason: 'multiple-of-units' } },
      {
        path: ['rates', 0, 'scale', 'tiers', 0, 'multiple'],
        params: { reason: 'multiple-of-units' },
      },
    ])
  })

  it('is one of the target incentive where a plan pays that', () => {
    expect(conflictsOf({ scale, payout: 'of-target-incentive' } as never)).toEqual([])
  })
})

describe('planConflicts', () => {
  it('a plan with every mechanism is itself again after JSON, with every choice filled in', () => {
    const plan = flatPlan({
      base: 'margin',
      rates: [rule],
      accelerator: { mode: 'whole-amount', steps },
      gate: {
        attainment: '1',
        conditions: { id: 'trained', comparison: 'equals', required: true },
      },
      kpiMultiplier: { fact: 'on-time', steps },
      awards: [{ id: 'first', for: 'first-order', order: { amount: '5' }, amount: '1' }],
      cap: { rate: '0.2', line: '5', amount: '7', year: '9' },
      eligibility: {
        statuses: ['signed'],
        marginFloor: '0.45',
        newCustomer: { firstOrderAtLeast: 5 },
        exclude: [{ id: 'gift', when: { product: 'GIFT' }, reason: 'gifts' }],
      },
      refunds: 'mirror',
      exchange: { on: 'payment-date' },
    })
    expect(flatPlan(JSON.parse(JSON.stringify(plan)))).toStrictEqual(plan)
    expect(plan).toMatchObject({
      rates: [{ when: { category: ['software'] }, scale: { boundary: 'upper-tier' } }],
      accelerator: { boundary: 'upper-tier', mode: 'whole-amount' },
      gate: { counts: 'all' },
      awards: [{ whileGateShut: 'paid', order: { comparison: 'at-least', amount: '5' } }],
      eligibility: { newCustomer: { firstOrderAtLeast: '5' } },
      attribution: 'deal-order',
      payout: 'money',
    })
  })
})
