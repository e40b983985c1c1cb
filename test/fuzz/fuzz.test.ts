import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { allCalls } from './calls.js'
import { type Drawn, draw, faultOf } from './fuzz.js'

/**
 * Valid calls of every exported function, edited: keys deleted, renamed and repeated, other types, odd numbers and texts, prototypes, holes,
 * getters, depth and length. Each is taken or refused with a SalesRulesError, soon, and without a change of what was given or of a
 * prototype. `npm run fuzz -- --minutes 10` draws on; what it finds is kept in the corpus for good.
 */
const CORPUS = new URL('corpus/', import.meta.url)
const SEED = 1
const DRAWS = 3000

const corpus = readdirSync(CORPUS)
  .filter((name) => name.endsWith('.json'))
  .map((name) => [name, JSON.parse(readFileSync(new URL(name, CORPUS), 'utf8')) as Drawn] as const)

describe('fuzz', () => {
  it.each(allCalls.map(({ 0: name }) => name))('%s can be called as it is', (name) => {
    expect(faultOf({ call: name, edits: [] })).toBeNull()
  })

  it.each(corpus)('%s stays mended', (_, drawn) => {
    expect(faultOf(drawn)).toBeNull()
  })

  it('finds nothing in the first draws', () => {
    const found = Array.from({ length: DRAWS }, (_, index) => draw(SEED, index)).flatMap(
      (drawn) => {
        const fault = faultOf(drawn)
        return fault === null ? [] : [{ fault, ...drawn }]
      },
    )
    expect(found).toEqual([])
  })
})
