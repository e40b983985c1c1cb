import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as batch from '../src/batch/index.js'
import * as rules from '../src/index.js'
import { building, calls, columns, wide } from './calls.js'
import { fault, faultsOf, hostile } from './hostileValues.js'
import { astray, duplicates } from './issuePaths.js'

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

describe('the path of an issue', () => {
  const page = readFileSync('docs/explaining-issues.md', 'utf8')
  const rows = /^\| functions \|.*?\n\n/ms.exec(page)?.[0].split('\n') ?? []
  const listed = rows
    .filter((row) => !/^\| (every|the facts)/.test(row))
    .flatMap((row) => row.split('|')[1]?.match(/\w+/g) ?? [])
  const beginsWithField = (name: string) => /^define/.test(name) || listed.includes(name)
  const functions = new Map<string, unknown>(Object.entries(rules))
  const named = calls.filter(([name]) => functions.has(name))

  it('is spoken of for each function that the page lists', () => {
    const spoken = listed.filter((name) => name !== 'functions')
    expect(spoken.length).toBeGreaterThan(15)
    expect(spoken.filter((name) => !named.some(([other]) => other === name))).toEqual([])
  })

  it.each(named)('begins where the page says: %s', (name, run, [, ...rest]) => {
    const given = rules.attempt(() => Reflect.apply(run, undefined, [{ odd: 1 }, ...rest]))
    const begins = given.ok ? [] : given.issues.map(({ path }) => path[0])
    // `case` is a word of the language.
    const [, parameter] = /\((\w+)/.exec(String(functions.get(name))) ?? []
    const argument = parameter?.replace('serviceCase', 'case')
    expect(argument).toBeDefined()
    if (beginsWithField(name)) expect(begins).not.toContain(argument)
    // The path of what is no policy is empty.
    else expect(begins.filter((first) => first !== undefined && first !== argument)).toEqual([])
  })

  const ofRoot = calls.filter(([name]) => functions.has(name.split(/[ ,.]/)[0] ?? ''))

  it.each(ofRoot)('leads to what is wrong, which the message shows: %s', (name, run, given) => {
    const isOwn = beginsWithField(name.split(/[ ,.]/)[0] ?? '')
    expect([...astray({ name, run, given, isOwn })]).toEqual([])
  })
})

describe('two rows that cannot be read', () => {
  it.each(calls)('are no duplicates of one another: %s', (name, run, given) => {
    expect([...duplicates({ name, run, given, isOwn: true })]).toEqual([])
  })
})
