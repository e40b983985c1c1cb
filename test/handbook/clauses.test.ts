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

/** The clauses in which the handbook leaves a figure or a rule open. */
const filledIn = [
  ...['LEA-1', 'LEA-2', 'LEA-3', 'LEA-4', 'LEA-5', 'LEA-6', 'LEA-7', 'LEA-8'],
  ...[
    'PIP-1',
    'PIP-2',
    'PIP-3',
    'PIP-5',
    'PIP-6',
    'PIP-8',
    'PIP-9',
    'PIP-10',
    'SLA-8',
    'SLA-11',
    'TAR-4',
    'TAR-5',
  ],
  ...['APP-1', 'APP-2', 'APP-4', 'APP-6', 'APP-8', 'APP-9', 'APP-10', 'APP-11', 'APP-13'],
  ...['GRA-1', 'GRA-2', 'GRA-3', 'GRA-4', 'GRA-5', 'GRA-6', 'GRA-7', 'GRA-8', 'GRA-9'],
  ...['GRA-10', 'GRA-11'],
  ...['PRO-5', 'PRO-14', 'PRO-15'],
  ...['HEA-1', 'HEA-2', 'HEA-3', 'HEA-4', 'HEA-5', 'HEA-6', 'HEA-7', 'HEA-8', 'HEA-9'],
  ...['HEA-10', 'HEA-11', 'REW-7', 'REW-8'],
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
