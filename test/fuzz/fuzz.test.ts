import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as batch from '../../src/batch/index.js'
import * as explaining from '../../src/explain/index.js'
import * as rules from '../../src/index.js'
import * as scenario from '../../src/scenario/index.js'
import { allCalls } from './calls.js'
import { type Drawn, draw, faultOf } from './fuzz.js'

/**
 * Valid calls of every exported function, edited: keys deleted, renamed and repeated, other types, odd numbers and texts, prototypes, holes,
 * getters, depth and length. Each is taken or refused with a SalesRulesError, soon, and without a change of what was given or of a
 * prototype. `npm run fuzz -- --minutes 10` draws on; what it finds is kept in the corpus for good.
 */
const CORPUS = new URL('corpus/', import.meta.url)
const SEED = 1
const DRAWS = 1200

const corpus = readdirSync(CORPUS)
  .filter((name) => name.endsWith('.json'))
  .map((name) => [name, JSON.parse(readFileSync(new URL(name, CORPUS), 'utf8')) as Drawn] as const)

describe('fuzz', () => {
  it.each(allCalls)('%s can be called as it is', (name, run, given) => {
    expect(() => (run as (...all: readonly unknown[]) => unknown)(...given)).not.toThrow()
    expect(faultOf({ call: name, edits: [] })).toBeNull()
  })

  it('has a call of every function that an entry hands out', () => {
    const named = new Set(allCalls.map(([name]) => name.split(/[ .]/)[0]))
    const handed = Object.entries({ ...rules, ...batch, ...explaining, ...scenario })
    const functions = handed.flatMap(([name, value]) => (typeof value === 'function' ? [name] : []))
    // Those of a caller's own functions, and the error itself.
    const others = ['SalesRulesError', 'attempt', 'attemptEach']
    expect(functions.filter((name) => !named.has(name) && !others.includes(name))).toEqual([])
    for (const name of ['verify', 'diffOutcomes', 'withInput']) {
      expect(allCalls.filter(([call]) => call.startsWith(`${name} of`)).length).toBeGreaterThan(9)
    }
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
