import { attempt, defineHealthModel, type HealthFacts, handbook, scoreHealth } from 'sales-rules'
import { scoreHealthRows } from 'sales-rules/batch'
import { describe, expect, it } from 'vitest'
import { throughJson } from '../../arbitraries.rooms.js'
import { flat } from '../flat.js'

const wrong = (rows: readonly unknown[]) => rows as readonly HealthFacts[]

describe('the health of many customers', () => {
  it('has a score and a band per row, and names what is wrong with the others', () => {
    const rows = wrong([
      { interaction: 50, satisfaction: 80, purchase: 40 },
      { interaction: '90', satisfaction: { points: 87.5 }, purchase: '70.0' },
      { interaction: 1, satisfaction: 101, purchase: 1 },
      null,
      { purchase: 100, interaction: 100, satisfaction: 100 },
    ])
    const health = scoreHealthRows(rows, handbook.health)
    expect(health).toMatchObject({
      bandNames: ['healthy', 'watch', 'at-risk'],
      policy: { id: 'handbook-health', version: '1' },
      clauses: ['HEA-1'],
    })
    expect([...health.scores]).toEqual([59, 83, Number.NaN, Number.NaN, 100])
    expect([...health.bands]).toEqual([1, 0, -1, -1, 0])
    expect(health.refused).toBe(2)
    expect(health.issues).toEqual([
      {
        row: 2,
        issues: [
          {
            code: 'NUMBER_OUT_OF_RANGE',
            severity: 'error',
            path: ['satisfaction'],
            params: { given: '101', minimum: '0', maximum: '100' },
            message: 'satisfaction: got 101, expected from 0 to 100.',
          },
        ],
      },
      {
        row: 3,
        issues: [
          {
            code: 'VALUE_MISSING',
            severity: 'error',
            path: [],
            params: { expected: 'plain-object' },
            message: 'is missing, expected a plain object.',
          },
        ],
      },
    ])
  })

  it('is in the band that its rounded score has reached: 69.995 is healthy, 69.994 is not', () => {
    const all = (points: number) => ({
      interaction: points,
      satisfaction: points,
      purchase: points,
    })
    const { scores, bands } = scoreHealthRows([all(69.995), all(69.994)], handbook.health)
    expect([...scores]).toEqual([70, 69.99])
    expect([...bands]).toEqual([0, 1])
  })

  it('takes a number only for what its shortest decimal says', () => {
    const all = (points: number) => ({
      interaction: points,
      satisfaction: points,
      purchase: points,
    })
    const rows = [all(0.3), all(0.1 + 0.2), all(-0), all(-0.01), all(NaN), all(1e-9)]
    const { scores, issues } = scoreHealthRows(rows, handbook.health)
    expect([...scores]).toEqual([0.3, NaN, 0, NaN, NaN, 0])
    expect(flat(issues).map(({ code, path }) => [code, path[0]])).toEqual(
      [1, 3, 4].flatMap((row) =>
        Array.from({ length: 3 }, () => [
          ['', 'NUMBER_TOO_PRECISE', '', 'NUMBER_OUT_OF_RANGE', 'NUMBER_INVALID'][row],
          row,
        ]),
      ),
    )
  })

  it('refuses a key too many, and takes one without a value for none', () => {
    const whole = { interaction: 50, satisfaction: 80, purchase: 40 }
    const rows = [
      { ...whole, orders: 1 },
      { ...whole, orders: undefined },
    ]
    const { scores, issues } = scoreHealthRows(rows, handbook.health)
    expect([...scores]).toEqual([NaN, 59])
    expect(flat(issues)).toMatchObject([{ code: 'UNKNOWN_KEY', path: [0, 'orders'] }])
  })

  it('does not put a score into a band that starts between two of its decimals above it', () => {
    const model = defineHealthModel({
      criteria: [{ id: 'a', weight: 100, curve: 'points' }],
      missing: 'refuse',
      bands: [
        { id: 'top', from: 89.995 },
        { id: 'low', from: 0 },
      ],
    })
    expect([...scoreHealthRows([{ a: 89.99 }, { a: 89.994 }, { a: 89.995 }], model).bands]).toEqual(
      [1, 1, 0],
    )
  })

  it('scores more rows than one block holds, and none at all', () => {
    const rows = Array.from({ length: 2_500 }, (_, row) => ({
      interaction: row % 101,
      satisfaction: row % 101,
      purchase: row % 101,
    }))
    const { scores, issues } = scoreHealthRows(rows, handbook.health)
    expect([...scores]).toEqual(rows.map(({ purchase }) => purchase))
    expect(issues).toEqual([])
    expect(scoreHealthRows([], handbook.health).scores).toHaveLength(0)
  })

  it('scores what decays through the rule itself', () => {
    const model = defineHealthModel({
      criteria: [
        {
          id: 'visits',
          weight: 100,
          curve: { kind: 'decay', halfLifeDays: 30, events: { visit: 50 } },
        },
      ],
      missing: 'refuse',
      bands: [{ id: 'any', from: 0 }],
    })
    const visits = { asOf: '2026-03-31', events: [{ date: '2026-03-01', kind: 'visit' }] }
    const { scores, bands } = scoreHealthRows([{ visits }, {}], model)
    expect([...scores]).toEqual([25, Number.NaN])
    expect([...bands]).toEqual([0, -1])
  })

  it('scores many criteria', () => {
    const ids = Array.from({ length: 10 }, (_, index) => `c${index}`)
    const model = defineHealthModel({
      criteria: ids.map((id) => ({ id, weight: 10, curve: 'points' })),
      missing: 'refuse',
      bands: [{ id: 'any', from: 0 }],
    })
    const customer = Object.fromEntries(ids.map((id, index) => [id, index]))
    expect([...scoreHealthRows([customer], model).scores]).toEqual([4.5])
  })

  it('reads own keys only, and an unknown one is never hidden by an inherited one', () => {
    class Customer {
      interaction = 1
      satisfaction = 1
      _purchase = 1
      get purchase() {
        return this._purchase
      }
    }
    const inherited = Object.create({ purchase: 1 }, {})
    Object.assign(inherited, { interaction: 1, satisfaction: 1 })
    const bare = Object.assign(Object.create(null), {
      interaction: 1,
      satisfaction: 1,
      purchase: 1,
    })
    const { scores, issues } = scoreHealthRows(
      wrong([new Customer(), inherited, bare]),
      handbook.health,
    )
    expect([...scores]).toEqual([Number.NaN, Number.NaN, 1])
    expect(flat(issues).map(({ code, path }) => [code, ...path])).toEqual([
      ['VALUE_UNREADABLE', 0, 'purchase'],
      ['UNKNOWN_KEY', 0, '_purchase'],
      ['VALUE_UNREADABLE', 1, 'purchase'],
    ])
  })

  it('is not misled by a changed prototype of all objects', () => {
    const added = Object.prototype as unknown as { purchase?: number }
    Object.defineProperty(added, 'purchase', { value: 50, configurable: true })
    try {
      const rows = [{ interaction: 1, satisfaction: 1, extra: 1 }]
      expect(scoreHealthRows(rows, handbook.health).issues[0]?.issues[0]?.code).toBe('UNKNOWN_KEY')
    } finally {
      delete added.purchase
    }
  })

  it('goes on after a row that cannot be read', () => {
    const row = { interaction: 1, satisfaction: 1, purchase: 1 }
    const throwing = Object.defineProperty({ ...row }, 'purchase', {
      enumerable: true,
      get() {
        throw new Error('unreadable')
      },
    })
    const { scores, issues } = scoreHealthRows([row, throwing, row], handbook.health)
    expect([...scores]).toEqual([1, Number.NaN, 1])
    expect(flat(issues)).toMatchObject([{ code: 'VALUE_UNREADABLE', path: [1] }])
  })

  it('refuses rows that are no list, and a model that was not defined', () => {
    const issuesOf = (rows: unknown, model = handbook.health) => {
      const outcome = attempt(() => scoreHealthRows(rows as HealthFacts[], model))
      return outcome.ok ? [] : outcome.issues.map(({ code, path }) => [code, path])
    }
    expect(issuesOf({})).toEqual([['VALUE_INVALID', []]])
    expect(issuesOf(undefined)).toEqual([['VALUE_MISSING', []]])
    expect(issuesOf([], throughJson(handbook.health) as typeof handbook.health)).toEqual([
      ['POLICY_NOT_DEFINED', []],
    ])
  })

  it('holds the band of a row down as scoreHealth does, and measures records', () => {
    const model = defineHealthModel({
      criteria: [
        { id: 'a', weight: 50, curve: 'points' },
        { id: 'b', weight: 50, curve: 'points', measure: { kinds: ['x'], by: 'latest' } },
      ],
      missing: 'refuse',
      bands: [
        { id: 'healthy', from: 70 },
        { id: 'watch', from: 40 },
        { id: 'at-risk', from: 0 },
      ],
      worstPart: { below: 50, bandAtMost: 'at-risk' },
    })
    const records = (value: number) => [{ date: '2026-03-01', kind: 'x', value }]
    const asOf = '2026-03-31'
    const rows = [
      { a: 100, b: 49 },
      { a: 100, b: 50 },
      { a: 100, asOf, records: records(49) },
      { a: 100, asOf, records: records(50) },
      { a: 100, asOf: '2026-02-28', records: records(50) },
    ]
    const { scores, bands, bandNames, issues } = scoreHealthRows(rows, model)
    expect([...scores]).toEqual([74.5, 75, 74.5, 75, Number.NaN])
    expect([...bands].map((band) => bandNames[band] ?? null)).toEqual([
      'at-risk',
      'healthy',
      'at-risk',
      'healthy',
      null,
    ])
    expect(issues.map(({ row, issues: [first] }) => [row, first?.code])).toEqual([
      [4, 'DATES_OUT_OF_ORDER'],
    ])
    for (const [index, row] of rows.slice(0, 4).entries())
      expect(bandNames[bands[index] ?? -1]).toBe(scoreHealth(row, model).band)
  })
})
