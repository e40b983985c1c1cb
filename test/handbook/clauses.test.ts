import { describe, expect, it } from 'vitest'
import { type Clause, clauses } from '../../src/handbook/clauses.js'

/** Counted by hand in the handbook, in its order. */
const clausesPerGroup = [
  ['LEA', 8],
  ['PIP', 10],
  ['SLA', 11],
  ['TAR', 6],
  ['APP', 13],
  ['GRA', 11],
  ['COM', 6],
  ['PRO', 15],
  ['HEA', 11],
  ['REW', 8],
] as const

/** The clauses of a group by their numbers. */
const numbered = (group: string, ...numbers: number[]) =>
  numbers.map((number) => `${group}-${number}`)

/** The clauses in which the handbook leaves a figure or a rule open. */
const filledIn = [
  ...numbered('LEA', 1, 2, 3, 4, 5, 6, 7, 8),
  ...numbered('PIP', 1, 2, 3, 5, 6, 8, 9, 10),
  ...numbered('SLA', 1, 2, 3, 4, 5, 6, 7, 8, 11),
  ...numbered('TAR', 1, 2, 4, 5, 6),
  ...numbered('APP', 1, 2, 4, 6, 8, 9, 10, 11, 13),
  ...numbered('GRA', 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11),
  ...numbered('COM', 1, 2, 3, 5),
  ...numbered('PRO', 1, 2, 3, 4, 5, 6, 10, 11, 12, 14, 15),
  ...numbered('HEA', 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11),
  ...numbered('REW', 1, 2, 3, 4, 5, 6, 7, 8),
]

const entries: readonly (readonly [string, Clause])[] = Object.entries(clauses)
const ids = entries.map(([, clause]) => clause.id)

/** A full stop ends a sentence; a point inside a figure (4.5) does not. */
function isOneSentence(text: string): boolean {
  return /^[A-Z].*\.$/.test(text) && !/[.?!]\s/.test(text)
}

describe('the ids', () => {
  it('are three capitals, a dash and a number', () => {
    expect(ids.filter((id) => !/^[A-Z]{3}-[1-9]\d*$/.test(id))).toEqual([])
  })

  it('are unique', () => {
    expect(ids).toHaveLength(new Set(ids).size)
  })

  it('are the names under which the clauses are found', () => {
    expect(ids).toEqual(entries.map(([name]) => name))
  })

  it('are 99 in ten groups, and nothing else', () => {
    expect(ids).toHaveLength(99)
    expect([...new Set(ids.map((id) => id.slice(0, 3)))]).toEqual(
      clausesPerGroup.map(([group]) => group),
    )
  })

  it.each(clausesPerGroup)('of %s run from 1 to %i without a gap, in order', (group, count) => {
    const expected = Array.from({ length: count }, (_, index) => `${group}-${index + 1}`)
    expect(ids.filter((id) => id.startsWith(`${group}-`))).toEqual(expected)
  })
})

describe.each(entries)('%s', (_, clause) => {
  it('names at least one section of the handbook, each once', () => {
    const sections = [clause.section].flat()
    expect(sections.length).toBeGreaterThan(0)
    expect(sections.filter((section) => !/^[1-6](\.[1-9]\d*)+$/.test(section))).toEqual([])
    expect(new Set(sections).size).toBe(sections.length)
  })

  it('states its rule in one sentence that ends with a full stop', () => {
    expect(clause.rule).toSatisfy(isOneSentence)
  })
})

describe('the register', () => {
  it('says what is ours exactly where the handbook leaves something open', () => {
    const marked = entries.filter(([, clause]) => clause.ours !== undefined)
    expect(marked.map(([id]) => id)).toEqual(filledIn)
    expect(marked.filter(([, clause]) => !isOneSentence(clause.ours ?? ''))).toEqual([])
  })

  it('gives no two clauses the same rule', () => {
    expect(new Set(entries.map(([, clause]) => clause.rule)).size).toBe(entries.length)
  })

  it('cites several sections as a list, the main one first', () => {
    expect(clauses['HEA-4'].section).toEqual(['3.1.6', '3.3.1', '6.4.2'])
    expect(clauses['LEA-1'].section).toBe('6.1.1')
  })

  it('cannot be changed by a program that reads it', () => {
    expect(clauses).toSatisfy(Object.isFrozen)
    expect(entries.filter(([, clause]) => !Object.isFrozen(clause))).toEqual([])
    expect(entries.filter(([, clause]) => !Object.isFrozen(clause.section))).toEqual([])
  })
})
