import fc from 'fast-check'
import {
  attempt,
  defineAppraisalScheme,
  defineCalendar,
  defineCareerPolicy,
  defineCarePolicy,
  defineCommissionPlan,
  defineGradingPolicy,
  defineHealthModel,
  defineLeadModel,
  defineScale,
  defineTargetPlan,
  handbook,
  type Issue,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { settledPlans } from '../arbitraries.payment.js'
import { plans, scales, scorecards, throughJson, toScheme, workings } from '../arbitraries.rooms.js'

type Json = Record<string, unknown>

const header = {
  id: 'ours',
  version: '2026-01',
  provenance: [{ path: 'id', clause: 'COM-1', origin: 'ours' }],
}
const scorecard = { missing: 'zero', decimals: 1, rounding: 'half-even' }
const bands = [
  { id: 'high', from: 60 },
  { id: 'low', from: 0 },
]
const everyCurve = [
  { id: 'a', weight: 10, curve: { kind: 'points', maximum: 10 } },
  { id: 'b', weight: 10, curve: { kind: 'ratio', floor: 1, cap: 120 } },
  { id: 'c', weight: 10, curve: { kind: 'lower-is-better', floor: 0, cap: 100 } },
  {
    id: 'd',
    weight: 10,
    curve: {
      kind: 'steps',
      below: 1,
      steps: [
        { from: '1', points: 2 },
        { from: '2', points: 3 },
      ],
    },
  },
  {
    id: 'e',
    weight: 20,
    curve: {
      kind: 'linear',
      knots: [
        { at: '0', points: 0 },
        { at: '9', points: 100 },
      ],
    },
  },
  { id: 'f', weight: 20, curve: { kind: 'choice', choices: { yes: 100, no: 0 } } },
  {
    id: 'g',
    weight: 20,
    curve: { kind: 'decay', halfLifeDays: 30, events: { visit: 50 }, maximum: 90 },
  },
]
const condition = {
  any: [
    { all: [{ id: 'x', comparison: 'at-least', required: '3', unit: 'count', clause: 'PRO-5' }] },
    {
      atLeast: 1,
      of: [
        { id: 'y', comparison: 'one-of', required: ['S', 'A'], absent: 'not-applicable' },
        {
          id: 'z',
          comparison: 'above',
          required: '1',
          unit: 'ratio',
          inARow: { length: 2, per: 'quarter', gap: 'break' },
        },
      ],
    },
  ],
}
const scale = {
  mode: 'marginal',
  boundary: 'lower-tier',
  negative: 'zero',
  thresholds: 'money',
  measure: 'base',
  beyond: 'stop',
  tiers: [
    { id: 'first', upTo: '1000', rate: '0.01', amount: '5', minimum: '1', maximum: '20' },
    { id: 'rest', upTo: '2000.5', rate: '0.02' },
  ],
}

/** A function, a policy with every part that it can have, and where in it a number is. */
interface Kind {
  readonly name: string
  readonly define: (policy: never) => object
  readonly policy: Json
  readonly numberAt: readonly (string | number)[]
}

const kinds: readonly Kind[] = [
  {
    name: 'defineAppraisalScheme',
    define: defineAppraisalScheme,
    policy: {
      ...header,
      ...scorecard,
      indicators: everyCurve.map((one) => ({ ...one, acceptedSources: ['survey', 'audit'] })),
    },
    numberAt: ['indicators', 0, 'weight'],
  },
  {
    name: 'defineCalendar',
    define: defineCalendar,
    policy: {
      from: '2026-01-01',
      to: '2026-12-31',
      weekend: [6, 7],
      holidays: ['2026-01-01', '2026-05-01'],
      workdays: ['2026-02-14'],
    },
    numberAt: ['weekend', 0],
  },
  {
    name: 'defineCareerPolicy',
    define: defineCareerPolicy,
    policy: {
      ...header,
      ladders: [
        {
          id: 'sales',
          clause: 'PRO-1',
          rungs: [{ id: 'senior', requires: condition, standard: condition }],
        },
      ],
      levelStandards: 'require',
    },
    numberAt: ['ladders', 0, 'rungs', 0, 'requires', 'any', 0, 'all', 0, 'required'],
  },
  {
    name: 'defineCarePolicy',
    define: defineCarePolicy,
    policy: {
      ...header,
      currency: 'CNY',
      tiers: {
        clause: 'HEA-4',
        by: 'cumulative-share',
        placedBy: 'end',
        tiers: [
          { id: 'key', upTo: '0.8', dedicatedOwner: true },
          { id: 'rest', upTo: null, dedicatedOwner: false },
        ],
      },
      retention: {
        clause: 'HEA-3',
        measures: [{ tier: 'key', measure: 'offer' }],
        withinDays: 5,
      },
      rhythms: [
        {
          id: 'call',
          clause: 'HEA-5',
          countsFrom: 'schedule',
          intervals: [{ tiers: ['key'], every: 2, unit: 'week' }],
        },
      ],
      occasions: {
        clause: 'HEA-7',
        daysAhead: 3,
        tiers: ['key'],
        yearly: ['birthday'],
        holidays: {
          from: '2026-01-01',
          to: '2026-12-31',
          days: [{ id: 'new-year', date: '2026-01-01' }],
        },
        lapsesAfterDays: 10,
      },
      dissatisfaction: {
        clause: 'HEA-9',
        maximum: '10',
        below: '5.5',
        every: 2,
        unit: 'working-day',
        closeWithinDays: 20,
      },
      renewals: {
        clause: 'HEA-10',
        daysBefore: 30,
        reorders: {
          atLeastOrders: 4,
          lateAfterIntervals: '2',
          intervals: [{ product: 'paper', days: 30 }],
        },
        addOns: [{ bought: 'licence', offer: 'support' }],
      },
      packages: { clause: 'HEA-11', packages: [{ tier: 'key', services: ['support'] }] },
      protection: {
        clause: 'HEA-4',
        rule: 'protection-period',
        days: 90,
        pool: { withoutFollowUpDays: 30, withoutDealDays: 180 },
        limits: { claimsPerDay: 5, customersPerRep: 50, reclaimAfterDays: 30 },
      },
    },
    numberAt: ['tiers', 'tiers', 0, 'upTo'],
  },
  {
    name: 'defineCarePolicy, by value',
    define: defineCarePolicy,
    policy: {
      ...header,
      currency: 'CNY',
      tiers: {
        clause: 'HEA-4',
        by: 'value',
        tiers: [
          { id: 'key', from: '50000.5', dedicatedOwner: true },
          { id: 'rest', from: null, dedicatedOwner: false },
        ],
      },
    },
    numberAt: ['tiers', 'tiers', 0, 'from'],
  },
  {
    name: 'defineCommissionPlan',
    define: defineCommissionPlan,
    policy: {
      ...header,
      currency: 'CNY',
      scale,
      gate: { attainment: '0.8', counts: 'above-target' },
      coefficient: { applies: 'multiply' },
      cap: { amount: '100' },
      rounding: { mode: 'floor', decimals: 1, at: 'line' },
    },
    numberAt: ['scale', 'tiers', 0, 'rate'],
  },
  {
    name: 'defineGradingPolicy',
    define: defineGradingPolicy,
    policy: {
      ...header,
      grades: bands,
      decimals: 1,
      rounding: 'down',
      consequences: [
        {
          kind: 'bonus',
          clause: 'GRA-3',
          unit: 'ratio',
          per: 'quarter',
          once: 'year',
          values: { high: '1', low: '-0.5' },
        },
        {
          kind: 'plan',
          clause: 'GRA-6',
          unit: 'measure',
          streak: { grades: ['low'], length: 2, per: 'quarter', gap: 'break', repeat: 'once' },
          value: '1',
        },
      ],
    },
    numberAt: ['grades', 0, 'from'],
  },
  {
    name: 'defineHealthModel',
    define: defineHealthModel,
    policy: {
      ...header,
      ...scorecard,
      criteria: everyCurve.map((one) =>
        one.id === 'a'
          ? { ...one, measure: { kinds: ['visit'], by: 'days', windowDays: 90 } }
          : one,
      ),
      bands,
      worstPart: { below: 50, bandAtMost: 'low' },
      unansweredInARow: 2,
      unansweredBy: 'follow-up',
    },
    numberAt: ['bands', 0, 'from'],
  },
  {
    name: 'defineLeadModel',
    define: defineLeadModel,
    policy: {
      ...header,
      ...scorecard,
      criteria: everyCurve,
      bands,
      highValueFrom: 'high',
      disqualifiers: [{ reason: 'no', when: condition }],
    },
    numberAt: ['criteria', 0, 'weight'],
  },
  { name: 'defineScale', define: defineScale, policy: scale, numberAt: ['tiers', 0, 'rate'] },
  {
    name: 'defineTargetPlan',
    define: defineTargetPlan,
    policy: {
      ...header,
      currency: 'CNY',
      rounding: { mode: 'half-even', decimals: 0 },
      proration: { by: 'month', months: 'whole' },
    },
    numberAt: ['rounding', 'decimals'],
  },
]

const cases = kinds.map((kind) => [kind.name, kind] as const)

class Policy {
  readonly id = 'x'
}

function cycle(): Json {
  const policy: Json = { id: 'x' }
  policy['self'] = { list: [policy] }
  return policy
}

const throwing = () => {
  throw new Error('trap')
}

/** A proxy of which nothing at all can be read. */
function trap(): object {
  const handler = { get: throwing, ownKeys: throwing, getPrototypeOf: throwing, has: throwing }
  return new Proxy({}, { ...handler, getOwnPropertyDescriptor: throwing })
}

function deep(levels: number): Json {
  let policy: Json = {}
  for (let level = 0; level < levels; level += 1) policy = { inner: policy }
  return policy
}

/** What a program may hand over instead of a policy, or of any part of one. */
const bad: Readonly<Record<string, () => unknown>> = {
  'a Date': () => new Date(0),
  'a function': () => () => ({}),
  'a symbol': () => Symbol('x'),
  'a Map': () => new Map([['id', 'x']]),
  'a Set': () => new Set(['x']),
  'a class instance': () => new Policy(),
  'a boxed number': () => Object(5),
  'a proxy that throws': trap,
  'a proxy of a list that throws': () => new Proxy([], { get: throwing }),
  'a revoked proxy': () => {
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    return proxy
  },
  'a getter that throws': () =>
    Object.defineProperty({}, 'id', { enumerable: true, get: throwing }),
  'a cyclic object': cycle,
  'an object of 10,000 levels': () => deep(10_000),
  'a text of 10 MB': () => 'x'.repeat(10_000_000),
  'a number of 10 MB': () => '9'.repeat(10_000_000),
  'a list of a million': () => Array.from({ length: 1_000_000 }, () => 0),
  'a promise': () => Promise.resolve({}),
  'a typed array': () => new Float64Array(2),
  'a regular expression': () => /x/,
}

/** What may stand where a number is due, and is none. */
const badNumbers: Readonly<Record<string, () => unknown>> = {
  NaN: () => NaN,
  Infinity: () => Infinity,
  '-Infinity': () => -Infinity,
  'an absurd exponent': () => '1e999999999',
  separators: () => '12,000',
  'full-width digits': () => '１２',
  'a percent sign': () => '3%',
  hexadecimal: () => '0x10',
  nothing: () => '',
  blanks: () => ' 1 ',
  'a lone point': () => '.5',
  'a plus': () => '+1',
  underscores: () => '1_000',
  'a bigint of a million digits': () => 10n ** 1_000_000n,
  'too many digits': () => 0.1 + 0.2,
  true: () => true,
  null: () => null,
  'a list': () => [1],
  'an object': () => ({ value: 1 }),
  'a false Decimal': () => ({ toStringTag: '[object Decimal]', toString: throwing }),
}

/** Generous: what takes so long has been computed and not refused. */
const SOON = 1_000

function issuesOf(define: Kind['define'], policy: unknown): readonly Issue[] {
  const start = performance.now()
  const outcome = attempt(() => define(policy as never))
  expect(performance.now() - start).toBeLessThan(SOON)
  expect(outcome.ok).toBe(false)
  return outcome.ok ? [] : outcome.issues
}

/** An issue says where, what was given, what is needed: with a code, a path, params that are JSON, and a message with the way out. */
function expectTold(issues: readonly Issue[]) {
  expect(issues.length).toBeGreaterThan(0)
  for (const { code, severity, path, params, message } of issues) {
    expect(code).toMatch(/^[A-Z]+(_[A-Z0-9]+)*$/)
    expect(severity).toBe('error')
    expect(path.every((step) => ['string', 'number'].includes(typeof step))).toBe(true)
    expect(throughJson(params)).toStrictEqual(params)
    expect(message).toMatch(
      /expected|Known:|Remove|Simplify|Swap|Give|Leave|Use null|never read|must be|takes|No policy/i,
    )
    expect(message.length).toBeLessThan(1_000)
  }
}

function valueAt(policy: unknown, path: readonly (string | number)[]): unknown {
  let value = policy
  for (const step of path) value = (value as Record<string | number, unknown>)[step]
  return value
}

/** A copy of the policy with another value in one place. */
function withAt(policy: unknown, path: readonly (string | number)[], value: unknown): unknown {
  const [step, ...rest] = path
  if (step === undefined) return value
  const inner = withAt((policy as Record<string | number, unknown>)[step], rest, value)
  if (Array.isArray(policy)) return policy.map((one, index) => (index === step ? inner : one))
  return { ...(policy as Json), [step]: inner }
}

type Place = readonly (string | number)[]

/** Where in a policy there is a value, from the outside in. */
function placesIn(value: unknown, path: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [path]
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
  return [path, ...entries.flatMap(([key, inner]) => placesIn(inner, [...path, key]))]
}

const isRecord = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Objects whose keys are the company's own names: any key may be in them. */
const NAMED = ['choices', 'events', 'values']

function recordsIn(policy: Json): Place[] {
  return placesIn(policy)
    .filter((path) => isRecord(valueAt(policy, path)))
    .filter((path) => !NAMED.includes(String(path.at(-1))))
}

describe.each(cases)('%s', (_, { define, policy, numberAt }) => {
  it('takes a policy with every part and gives it back as it was, a frozen copy', () => {
    const defined = define(policy as never)
    expect(defined).toMatchObject(policy)
    expect(defined).not.toBe(policy)
    const objects = placesIn(defined)
      .map((path) => valueAt(defined, path))
      .filter((value) => typeof value === 'object')
    expect(objects.filter((value) => !Object.isFrozen(value))).toEqual([])
    expect(
      placesIn(policy)
        .map((path) => valueAt(policy, path))
        .some(Object.isFrozen),
    ).toBe(true)
  })

  it('makes the same of its own JSON', () => {
    const defined = define(policy as never)
    expect(define(throughJson(defined) as never)).toStrictEqual(defined)
  })

  it.each(Object.entries(bad))('refuses %s as a policy', (__, make) => {
    const issues = issuesOf(define, make())
    expectTold(issues)
  })

  it.each([undefined, null, 0, '', 'policy', true, [], {}])('refuses %j as a policy', (value) => {
    expectTold(issuesOf(define, value))
  })

  it.each(Object.entries({ ...badNumbers, ...bad }))('refuses %s as a number', (__, make) => {
    const issues = issuesOf(define, withAt(policy, numberAt, make()))
    expectTold(issues)
    for (const issue of issues) expect(issue.path.slice(0, numberAt.length)).toEqual(numberAt)
  })

  it('refuses what is no JSON in any place, and says where', () => {
    for (const path of placesIn(policy).slice(1)) {
      for (const value of [throwing, new Map(), new Date(0), new Policy(), trap()]) {
        const issues = issuesOf(define, withAt(policy, path, value))
        expectTold(issues)
        expect(issues.map((issue) => issue.path)).toContainEqual(path)
      }
    }
  })

  it('refuses another type of value in any place', () => {
    for (const path of placesIn(policy).slice(1)) {
      const before = valueAt(policy, path)
      const value = typeof before === 'object' ? 'x' : { toString: 'x' }
      expectTold(issuesOf(define, withAt(policy, path, value)))
    }
  })

  it('refuses an unknown key in any object, and says which was meant', () => {
    for (const path of recordsIn(policy)) {
      const record = valueAt(policy, path) as Json
      const [known = ''] = Object.keys(record)
      const issues = issuesOf(define, withAt(policy, path, { ...record, [`${known}x`]: 1 }))
      expect(issues).toMatchObject([
        { code: 'UNKNOWN_KEY', path: [...path, `${known}x`], params: { key: `${known}x` } },
      ])
    }
  })

  it.each(['__proto__', 'constructor', 'prototype'])('refuses the key %s in any object', (key) => {
    const forbidden = JSON.parse(`{"${key}":{"polluted":true}}`) as Json
    for (const path of placesIn(policy)) {
      const record = valueAt(policy, path)
      if (!isRecord(record)) continue
      const entries = Object.getOwnPropertyDescriptors({ ...(record as Json) })
      const value = Object.defineProperties(structuredClone(forbidden), entries)
      if (key === '__proto__')
        Object.defineProperty(value, key, { enumerable: true, value: { polluted: true } })
      expect(issuesOf(define, withAt(policy, path, value))).toMatchObject([
        { code: 'KEY_FORBIDDEN', path: [...path, key], params: { key } },
      ])
    }
    expect(({} as Json)['polluted']).toBeUndefined()
  })

  it('refuses an object that inherits what it should have', () => {
    expectTold(issuesOf(define, Object.create(policy)))
  })

  it('leaves what it was given as it was', () => {
    const before = structuredClone(policy)
    define(policy as never)
    expect(policy).toEqual(before)
  })
})

/** What is made of a policy with another value in one place; the codes where it is refused. */
function madeWith(define: Kind['define'], policy: unknown, path: Place, value: unknown): unknown {
  const outcome = attempt(() => define(withAt(policy, path, value) as never))
  return outcome.ok ? outcome.value : outcome.issues.map(({ code }) => code)
}

/** −0 says no more than 0 where a number is due, which is where a policy takes 0 or refuses it for its size. */
function expectNoSign(define: Kind['define'], policy: unknown, path: Place) {
  expect(madeWith(define, policy, path, -0)).toStrictEqual(madeWith(define, policy, path, 0))
  if (Array.isArray(madeWith(define, policy, path, 0))) return
  const zero = madeWith(define, policy, path, '0')
  for (const text of ['-0', '-0.00'])
    expect(madeWith(define, policy, path, text)).toStrictEqual(zero)
}

describe('−0', () => {
  it.each(cases)('is kept nowhere by %s', (_, { define, policy }) => {
    for (const path of placesIn(policy).slice(1)) expectNoSign(define, policy, path)
  })

  const places = (policy: object) => fc.constantFrom(...placesIn(policy).slice(1))
  const working = workings().map(({ plan }) => plan)

  it.each([
    ['mechanisms of every kind', working],
    [
      'terms of payment',
      settledPlans({ draw: { kind: 'recoverable', amount: 100, recoverAfter: 1 } }),
    ],
  ])('is kept nowhere by a plan with %s', (_, drawn) => {
    fc.assert(
      fc.property(
        drawn.chain((plan) => fc.tuple(fc.constant(plan), places(plan))),
        ([plan, path]) => expectNoSign(defineCommissionPlan, plan, path),
      ),
      { numRuns: 500 },
    )
  })
})

it.each([
  'a text of 10 MB',
  'a list of a million',
  'a cyclic object',
  'an object of 10,000 levels',
])('%s is not read at all', (name) => {
  const issues = issuesOf(defineScale, { mode: bad[name]?.(), tiers: [] })
  expect(new Set(issues.map(({ code }) => code))).toEqual(new Set(['VALUE_UNREADABLE']))
})

describe('weights', () => {
  const defines = [
    ['defineAppraisalScheme', 'indicators'],
    ['defineHealthModel', 'criteria'],
    ['defineLeadModel', 'criteria'],
  ] as const
  const weighed = (name: string, key: string, weights: readonly unknown[]) => {
    const { define, policy } = kinds.find((kind) => kind.name === name) as Kind
    const list = weights.map((weight, index) => ({ id: `part-${index}`, weight }))
    return issuesOf(define, { ...policy, [key]: list })
  }

  it.each(defines)('of %s add up to 100, or the difference is named', (name, key) => {
    expect(weighed(name, key, [50, '49.99'])).toEqual([
      {
        code: 'WEIGHTS_NOT_100',
        severity: 'error',
        path: [key],
        params: { total: '99.99', difference: '0.01' },
        message: `${key}: the weights add up to 99.99, expected exactly 100. 0.01 is missing; weights are never scaled behind your back.`,
      },
    ])
    expect(weighed(name, key, [50, '50.000000000001'])).toMatchObject([{ code: 'WEIGHTS_NOT_100' }])
    expect(weighed(name, key, ['0.4', '0.6'])[0]?.message).toMatch('write 40 for 0.4')
  })

  it.each(defines)('of %s are not below 0, even when they add up', (name, key) => {
    expect(weighed(name, key, [-1, 101]).map(({ code, path }) => [code, path[1]])).toEqual([
      ['NUMBER_OUT_OF_RANGE', 0],
      ['NUMBER_OUT_OF_RANGE', 1],
    ])
  })

  it.each(defines)('of %s are given for one id each', (name, key) => {
    const { define, policy } = kinds.find((kind) => kind.name === name) as Kind
    const twice = [
      { id: 'a', weight: 50 },
      { id: 'a', weight: 50 },
    ]
    expect(issuesOf(define, { ...policy, [key]: twice })).toMatchObject([
      { code: 'ID_DUPLICATE', path: [key, 1, 'id'], params: { id: 'a' } },
    ])
  })
})

describe('tiers', () => {
  const tiers = (...list: readonly (readonly [unknown, unknown])[]) =>
    list.map(([upTo, rate], index) => ({ id: `tier-${index}`, upTo, rate }))
  const issues = (list: readonly Json[], more: Json = {}) =>
    issuesOf(defineScale, { mode: 'marginal', ...more, tiers: list })

  it.each([
    ['out of order', tiers(['2000', 0], ['1000', 0], [null, 0]), 'OUT_OF_ORDER', [1, 'upTo']],
    [
      'that end together',
      tiers(['1000', 0], ['1000.0', 0], [null, 0]),
      'OUT_OF_ORDER',
      [1, 'upTo'],
    ],
    ['that end at 0', tiers(['0', 0], [null, 0]), 'NUMBER_OUT_OF_RANGE', [0, 'upTo']],
    ['of which the last ends', tiers(['1000', 0]), 'SCALE_END', [0, 'upTo']],
    ['of which the first is open', tiers([null, 0], [null, 0]), 'SCALE_END', [0, 'upTo']],
    ['with a rate of 3', tiers([null, 3]), 'NUMBER_LOOKS_LIKE_PERCENT', [0, 'rate']],
    ['with a rate of 100', tiers([null, 100]), 'NUMBER_LOOKS_LIKE_PERCENT', [0, 'rate']],
    ['with a rate of 101', tiers([null, 101]), 'NUMBER_OUT_OF_RANGE', [0, 'rate']],
    ['with a rate below 0', tiers([null, -0.01]), 'NUMBER_OUT_OF_RANGE', [0, 'rate']],
  ])('%s are refused', (_, list, code, path) => {
    expect(issues(list)).toMatchObject([{ code, path: ['tiers', ...path] }])
  })

  it('may have a rate of 3 where they count units, and of exactly 1 anywhere', () => {
    const list = tiers([null, 3])
    expect(() =>
      defineScale({ mode: 'marginal', thresholds: 'units', tiers: list as never }),
    ).not.toThrow()
    expect(() => defineScale({ mode: 'marginal', tiers: tiers([null, 1]) as never })).not.toThrow()
  })

  it('are none of a gate: two problems of two kinds are told at once', () => {
    const plan = { currency: 'XXX', scale: { mode: 'total', tiers: [] }, gate: { attainment: 'x' } }
    const found = issuesOf(defineCommissionPlan, plan).map(({ path }) => path.join('.'))
    expect(found).toEqual(expect.arrayContaining(['scale.mode', 'scale.tiers', 'gate.attainment']))
  })
})

describe('dates of a calendar', () => {
  const calendar = { from: '2026-01-01', to: '2026-12-31', weekend: [6, 7] }
  it.each([
    ['a Date', { from: new Date(0) }, 'VALUE_INVALID', ['from']],
    ['a day that does not exist', { to: '2026-02-30' }, 'DATE_INVALID', ['to']],
    ['an instant', { to: '2026-12-31T00:00:00Z' }, 'DATE_INVALID', ['to']],
    ['a day the other way round', { from: '01/02/2026' }, 'DATE_INVALID', ['from']],
    ['a holiday outside', { holidays: ['2027-01-01'] }, 'DATE_NOT_COVERED', ['holidays']],
    ['an end before the start', { to: '2025-12-31' }, 'DATES_OUT_OF_ORDER', ['from']],
  ])('that are %s are refused', (_, change, code, path) => {
    expect(issuesOf(defineCalendar, { ...calendar, ...change })).toMatchObject([{ code, path }])
  })
})

describe('for any policy', () => {
  it('a commission plan makes the same of its own JSON', () => {
    fc.assert(
      fc.property(plans(), (plan) => {
        const defined = defineCommissionPlan(plan)
        expect(defineCommissionPlan(throughJson(defined))).toStrictEqual(defined)
      }),
    )
  })

  it('so does a scale, and it is the same with numbers for texts', () => {
    fc.assert(
      fc.property(scales(), (written) => {
        const defined = defineScale(written)
        expect(defineScale(throughJson(defined))).toStrictEqual(defined)
        const tiers = written.tiers.map((tier) => ({
          ...tier,
          upTo: tier.upTo === null ? null : Number(tier.upTo),
          rate: Number(tier.rate),
        }))
        expect(defineScale({ ...written, tiers })).toStrictEqual(defined)
      }),
    )
  })

  it('so does an appraisal scheme, and the models of leads and health of its criteria', () => {
    fc.assert(
      fc.property(scorecards, (drawn) => {
        const { indicators, ...rules } = toScheme(drawn.scorecard)
        const scheme = defineAppraisalScheme({ indicators, ...rules })
        expect(defineAppraisalScheme(throughJson(scheme))).toStrictEqual(scheme)
        const model = { criteria: indicators, ...rules, bands }
        const lead = defineLeadModel(model)
        expect(defineLeadModel(throughJson(lead))).toStrictEqual(lead)
        const health = defineHealthModel(model)
        expect(defineHealthModel(throughJson(health))).toStrictEqual(health)
      }),
    )
  })

  it('and so do the handbook’s careers and grades, whatever is called what', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 20 }), (name) => {
        const careers = throughJson({ ...handbook.careers, id: name })
        expect(defineCareerPolicy(careers as never)).toStrictEqual({
          ...handbook.careers,
          id: name,
        })
        const grading = throughJson({ ...handbook.grading, version: name })
        expect(defineGradingPolicy(grading as never)).toStrictEqual({
          ...handbook.grading,
          version: name,
        })
      }),
    )
  })
})
