import { describe, expect, it } from 'vitest'
import * as batch from '../src/batch/index.js'
import * as rules from '../src/index.js'
import { building, calls, columns, wide } from './calls.js'
import { fault, faultsOf, hostile } from './hostileValues.js'

/**
 * What nobody should pass, in the place of every argument and every field of every function: refused with a SalesRulesError (or
 * taken for what it is), and at once.
 */
const { handbook } = rules
describe('hostile values', () => {
  it.each(calls)('%s refuses them or takes them for what they are', (_name, run, given) => {
    expect(fault(run, given)).toBeNull()
    expect([...faultsOf(run, given)]).toEqual([])
  })

  it.each(Object.entries(hostile))('%s is refused behind a key of a Map', (_name, value) => {
    const { calculateCommissionColumns: calculate, attributeCommissionColumns: attribute } = batch
    const targets = { target: new Map([['Li', value]]) }
    const odd = { ...wide, wide: new Map([[0, value]]) }
    for (const [run, given] of [
      [calculate, [columns, handbook.commission, targets]],
      [attribute, [columns, handbook.commission, targets]],
      [calculate, [odd, handbook.commission, { target: 1 }]],
      [attribute, [odd, handbook.commission, { target: 1 }]],
      [building('addColumns'), [odd]],
    ] as const) {
      expect(fault(run, given)).toBeNull()
    }
  })

  it('what only looks like a Map is refused', () => {
    const target = new Proxy(new Map([['Li', '1']]), {})
    const given = [columns, handbook.commission, { target }]
    expect(fault(batch.calculateCommissionColumns, given)).toBeNull()
  })

  it('every function of the root and of batches is among them', () => {
    const named = new Set(calls.map(([name]) => name.split(/[ .]/)[0]))
    const functions = Object.entries({ ...rules, ...batch }).flatMap(([name, value]) =>
      typeof value === 'function' ? [name] : [],
    )
    // The error itself is no rule: what it is made with is ours.
    named.add('SalesRulesError')
    expect(functions.filter((name) => !named.has(name))).toEqual([])
  })
})
