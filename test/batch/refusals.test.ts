import { type HealthFacts, handbook } from 'sales-rules'
import { appraiseRows, scoreHealthRows, scoreLeadRows } from 'sales-rules/batch'
import { describe, expect, it } from 'vitest'

const mistaken = (row: number) => ({ interaction: row % 100, satisfacton: 80, purchase: 40 })

describe('the rows of a batch that are refused', () => {
  it('are all counted, and the first thousand named', () => {
    const rows = Array.from({ length: 2_500 }, (_, row) => mistaken(row))
    const { scores, issues, refused } = scoreHealthRows(rows, handbook.health)
    expect(refused).toBe(2_500)
    expect(issues.map(({ row }) => row)).toEqual(Array.from({ length: 1_000 }, (_, row) => row))
    expect(issues.at(-1)?.issues.map(({ code, path }) => [code, path])).toEqual([
      ['UNKNOWN_KEY', ['satisfacton']],
    ])
    expect(scores.every(Number.isNaN)).toBe(true)
  })

  it('are named in full, but no more of them once there are ten thousand issues', () => {
    const keys = Array.from({ length: 900 }, (_, key) => [`key-${key}`, 1])
    const rows = Array.from({ length: 20 }, () => Object.fromEntries(keys)) as HealthFacts[]
    const { issues, refused } = scoreHealthRows(rows, handbook.health)
    expect(refused).toBe(20)
    expect(issues).toHaveLength(12)
    expect(issues.every((row) => row.issues.length === 900)).toBe(true)
  })

  it('have the id of the employee, where it can be read', () => {
    const rows = [{ employee: 'Ann', results: {} }, { employee: '', results: {} }, { results: {} }]
    const { issues } = appraiseRows(rows, handbook.appraisal)
    expect(issues.map(({ row, id }) => [row, id])).toEqual([
      [0, 'Ann'],
      [1, undefined],
      [2, undefined],
    ])
    expect(issues.map((row) => 'id' in row)).toEqual([true, false, false])
  })

  it('do not stop a batch that cannot read one of them', () => {
    const row = { budget: 1, authority: 1, urgency: 1 }
    const rows = [row, row, row]
    Object.defineProperty(rows, 1, {
      get() {
        throw new Error('unreadable')
      },
    })
    const { scores, issues, refused } = scoreLeadRows(rows, handbook.leads)
    expect([...scores]).toEqual([1, Number.NaN, 1])
    expect(refused).toBe(1)
    expect(issues[0]?.issues.map(({ code }) => code)).toEqual(['VALUE_MISSING'])
  })
})
