import { describe, expect, it } from 'vitest'
import { handbook, SalesRulesError } from '../../src/index.js'
import * as scenario from '../../src/scenario/index.js'
import { astray } from '../issuePaths.js'

/** What nobody should pass, in the place of every argument: taken for what it is, or refused with a SalesRulesError. */
const now = handbook.commission
const then = scenario.withValue(now, 'scale.tiers.first.upTo', '800000')
const row = { id: 'Ann', group: 'east', input: { sales: '1500000', target: '1200000' } }
const simulation = { seed: 1, runs: 2, attainment: { observed: ['1'] } }
const goal = {
  path: 'scale.tiers.first.rate',
  between: ['0.02', '0.03'],
  decimals: 4,
  goal: { atMost: '50000' },
}
const parameters = { path: 'scale.tiers.first.rate', values: ['0.02'] }

const boom = (): never => {
  throw new Error('boom')
}
const traps = { get: boom, has: boom, ownKeys: boom, getPrototypeOf: boom }
const cyclic: Record<string, unknown> = {}
cyclic['self'] = cyclic
class Accessors {
  get id() {
    return 'x'
  }
}

const values: readonly unknown[] = [
  ...[undefined, null, 0, -0, 1, Number.NaN, Number.POSITIVE_INFINITY, 1n, 2n ** 5000n],
  ...['', 'x', '1e999999', '12,000', '1'.repeat(100_000), true, false, Symbol('s'), () => 1],
  ...[{}, [], [1], [[]], new Array(1e9), new Date(0), new Map(), new Set([1]), new Uint8Array(3)],
  ...[new Proxy({}, traps), new Proxy([], traps), new Proxy(now, {}), { ...now }, new Accessors()],
  ...[cyclic, Object.create(null), Object.create(row), Object.freeze({}), Promise.resolve([])],
  ...[JSON.parse('{"__proto__":{"id":"x"}}'), { [Symbol.iterator]: 1 }, new String('a')],
  ...[now, handbook.careers, handbook.grading, row, [row, row]],
]

type Call = (value: never) => unknown
const s = scenario as unknown as Readonly<Record<string, (...args: unknown[]) => unknown>>
const withKey = (whole: object, key: string, value: unknown) => ({ ...whole, [key]: value })

/** A call for each argument of a function, one for each key of those that have keys, and one for each key of a row. */
function callsOf(name: string, ...args: readonly unknown[]): (readonly [string, Call])[] {
  const call = s[name] ?? boom
  return args.flatMap((arg, at) => {
    const put = (value: unknown) => args.map((one, index) => (index === at ? value : one))
    const whole: Call = (value) => call(...put(value))
    const inner = Array.isArray(arg) ? arg[0] : arg
    const isPolicy = inner === now || typeof inner !== 'object' || inner === null
    const keys = isPolicy ? [] : Object.keys(inner)
    const parts = keys.map((key): readonly [string, Call] => [
      `${name}(${at}).${key}`,
      (value) => {
        const changed = withKey(inner, key, value)
        return call(...put(Array.isArray(arg) ? [changed] : changed))
      },
    ])
    return [[`${name}(${at})`, whole], ...parts]
  })
}

const run = { onProgress: () => {}, signal: { aborted: false } }
const given: readonly [name: string, ...unknown[]][] = [
  ['comparePolicies', [row], { now, then }, { ...run, quantiles: ['1'] }],
  ['compareTotals', [row], { now, then }, run],
  ['sweep', [row], now, { ...parameters, across: parameters }, run],
  ['goalSeek', [row], now, goal, run],
  ['sensitivityOf', [row], now, run],
  ['simulate', [row], now, { ...simulation, quantiles: ['1'] }, run],
  ['reviewPay', [row], now, { ...run, near: '0.05' }],
  ['curvesOf', [now], { target: '1', upTo: '3' }],
  ['withValue', now, 'scale.tiers.second.rate', '0.05'],
]
const calls = given.flatMap(([name, ...args]) => callsOf(name, ...args))
/** Of two ways to give one thing, the other. */
const others: typeof given = [
  ['comparePolicies', [row], { now, then }, { assume: { id: 'x', change: () => row } }],
  [
    'simulate',
    [row],
    now,
    withKey(simulation, 'attainment', {
      quantiles: [
        { at: 0, attainment: 1 },
        { at: 1, attainment: 1 },
      ],
    }),
  ],
]
const deep: readonly (readonly [string, Call])[] = [
  ['a quantile', (value) => s['comparePolicies']?.([row], { now, then }, { quantiles: [value] })],
  ['an assumption', (value) => s['comparePolicies']?.([row], { now, then }, { assume: value })],
  [
    'what an assumption makes',
    (value) =>
      s['comparePolicies']?.([row], { now, then }, { assume: { id: 'x', change: () => value } }),
  ],
  ['sales', (value) => s['sweep']?.([{ id: 'Ann', input: { sales: value } }], now, parameters)],
  ['lines', (value) => s['sweep']?.([{ id: 'Ann', input: { lines: value } }], now, parameters)],
  ['a line', (value) => s['sweep']?.([{ id: 'Ann', input: { lines: [value] } }], now, parameters)],
  ['a swept value', (value) => s['sweep']?.([row], now, { ...parameters, values: [value] })],
  ['a bound', (value) => s['goalSeek']?.([row], now, { ...goal, between: [value, '0.03'] })],
  ['a limit', (value) => s['goalSeek']?.([row], now, { ...goal, goal: { atLeast: value } })],
  ...['observed', 'quantiles'].map((key): readonly [string, Call] => [
    `an attainment of ${key}`,
    (value) =>
      s['simulate']?.([row], now, withKey(simulation, 'attainment', { [key]: [value, value] })),
  ]),
  ...['at', 'attainment'].map((key): readonly [string, Call] => [
    `${key} of a quantile`,
    (value) => {
      const knots = [withKey({ at: 0, attainment: 1 }, key, value), { at: 1, attainment: 1 }]
      return s['simulate']?.([row], now, withKey(simulation, 'attainment', { quantiles: knots }))
    },
  ]),
]

describe('what nobody should pass', () => {
  it.each([...calls, ...deep])('as %s', (_, call) => {
    for (const value of values) {
      try {
        call(value as never)
      } catch (error) {
        if (!(error instanceof SalesRulesError)) throw error
        expect(error.issues.length).toBeGreaterThan(0)
      }
    }
  })

  it('what a stream, a callback or an assumption throws of its own is passed on as it is', () => {
    function* broken() {
      yield row
      boom()
    }
    const compare = (rows: Iterable<typeof row>, options: object) => () =>
      scenario.comparePolicies(rows, { now, then }, options)
    expect(compare(broken(), {})).toThrow('boom')
    expect(compare([row], { onProgress: boom })).toThrow('boom')
    expect(compare([row], { assume: { id: 'x', change: boom } })).toThrow('boom')
  })
})

describe('the path of an issue', () => {
  it.each([...given, ...others])(
    'leads to what is wrong, which the message shows: %s',
    (name, ...args) => {
      const call = s[name as string] ?? boom
      expect([...astray({ name: name as string, run: call, given: args, isOwn: false })]).toEqual(
        [],
      )
    },
  )
})
