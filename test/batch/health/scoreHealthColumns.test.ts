import fc from 'fast-check'
import {
  attempt,
  type DefinedHealthModel,
  defineHealthModel,
  type HealthColumns,
  handbook,
  scoreHealthColumns,
  scoreHealthRows,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { throughJson } from '../../arbitraries.rooms.js'
import { cells, columnOf } from '../../columns.js'

const withCurves = defineHealthModel({
  missing: 'reweight',
  bands: [{ id: 'any', from: 0 }],
  criteria: [
    { id: 'ratio', weight: 50, curve: { kind: 'ratio', cap: 120 } },
    { id: 'steps', weight: 30, curve: { kind: 'steps', steps: [{ from: '10', points: 60 }] } },
    { id: 'points', weight: 20 },
  ],
})
const models: readonly (readonly [string, DefinedHealthModel])[] = [
  ['the handbook', handbook.health],
  [
    'missing as zero',
    defineHealthModel({ ...throughJson(handbook.health), missing: 'zero' } as never),
  ],
  ['curves', withCurves],
]

describe('the health of columns', () => {
  it.each(models)('is that of the same customers as rows, by %s', (_, model) => {
    const ids = model.criteria.map(({ id }) => id)
    fc.assert(
      fc.property(cells(ids), (rows) => {
        const facts = Object.fromEntries(ids.map((id) => [id, columnOf(rows, id)]))
        expect(scoreHealthColumns(facts, model)).toEqual(scoreHealthRows(rows, model))
      }),
      { numRuns: 300 },
    )
  })

  it('scores thousands, in blocks', () => {
    const points = Float64Array.from({ length: 3_000 }, (_, row) => row % 101)
    const facts = { interaction: points, satisfaction: points, purchase: points }
    const { scores, issues } = scoreHealthColumns(facts, handbook.health)
    expect([issues, scores]).toEqual([[], points])
  })

  it('misses a criterion without a column in every row', () => {
    const facts = { interaction: Float64Array.of(50), purchase: Float64Array.of(40) }
    const { issues } = scoreHealthColumns(facts, handbook.health)
    expect(issues.map(({ code, path }) => [code, path])).toEqual([
      ['FACT_MISSING', [0, 'satisfaction']],
    ])
    expect([...scoreHealthColumns({}, handbook.health).scores]).toEqual([])
  })

  it.each<[string, unknown, string, string]>([
    [
      'a list',
      { purchase: [1] },
      'VALUE_INVALID',
      'purchase: got an array, expected a Float64Array.',
    ],
    [
      'another length',
      { interaction: new Float64Array(2), purchase: new Float64Array(3) },
      'VALUE_INVALID',
      'purchase: got 3 rows, expected 2 rows, as the first column has.',
    ],
    [
      'a shorter one',
      { interaction: new Float64Array(2), satisfaction: new Float64Array(1) },
      'VALUE_INVALID',
      'satisfaction: got 1 rows, expected 2 rows, as the first column has.',
    ],
    [
      'an unknown key',
      { purchases: new Float64Array(1) },
      'UNKNOWN_KEY',
      'purchases: is not a known key. Known: interaction, satisfaction, purchase. Did you mean "purchase"?',
    ],
  ])('refuses %s', (_, facts, code, message) => {
    const result = attempt(() => scoreHealthColumns(facts as HealthColumns, handbook.health))
    expect(result).toMatchObject({ ok: false, issues: [{ code, message }] })
  })
})
