import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import * as rules from 'sales-rules'
import { attempt, handbook } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { RULES } from '../../src/policy/internal.js'
import {
  type Case,
  caseFiles,
  cases,
  functions,
  type NamedPolicy,
  read,
  readyPolicies,
} from './conformance.js'

/** The public conformance cases, run through the public API: docs/conformance.md says how another language runs them. */
type Callable = (...given: readonly unknown[]) => unknown
const api = rules as unknown as Readonly<Record<string, Callable>>

function call(name: string, given: readonly unknown[]): unknown {
  const run = api[name]
  if (run === undefined) throw new Error(`No function of the root is called ${name}.`)
  return run(...given)
}

const define = ({ kind, document }: NamedPolicy) => call(`define${kind}`, [document])
const defined = new Map<NamedPolicy, unknown>()
function policyOf(named: NamedPolicy | undefined): unknown {
  if (named === undefined) return undefined
  if (!defined.has(named)) defined.set(named, define(named))
  return defined.get(named)
}

/** Arguments that are documents beside the policy, and of which kind. */
const DOCUMENTS: Readonly<Record<string, string>> = {
  calendar: 'Calendar',
  hours: 'WorkingHours',
}

function run({ function: name, policy, inputs, policies }: (typeof cases)[number]): unknown {
  const takes = functions[name]?.takes ?? []
  const argument = (which: string): unknown => {
    if (which === 'policy') return policyOf(policies[policy ?? ''])
    const value = inputs[which]
    if (DOCUMENTS[which] === undefined || value === undefined) return value
    if (typeof value === 'string') return policyOf(policies[value])
    return define({ kind: DOCUMENTS[which], document: value })
  }
  return call(name, takes.map(argument))
}

/** What of an outcome a case names: the fields that it has, at every depth. */
function named(outcome: unknown, expected: unknown): unknown {
  if (Array.isArray(outcome) && Array.isArray(expected)) {
    return outcome.map((one, index) => (index in expected ? named(one, expected[index]) : one))
  }
  if (!isObject(outcome) || !isObject(expected)) return outcome
  return Object.fromEntries(
    Object.keys(expected).map((key) => [key, named(outcome[key], expected[key])]),
  )
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The text that is compared, byte for byte: what a case names, in its order, as JSON. */
function textOf(one: (typeof cases)[number]): string {
  const result = attempt(() => run(one))
  if ('issues' in one.expect) {
    const issues = result.ok ? null : result.issues.map(({ code, path }) => ({ code, path }))
    return JSON.stringify({ issues }, null, 1)
  }
  const outcome = result.ok
    ? named(JSON.parse(JSON.stringify(result.value)), one.expect.outcome)
    : result.issues.map(({ message }) => message)
  return JSON.stringify({ outcome }, null, 1)
}

const expectedText = ({ expect: expected }: Case) => JSON.stringify(expected, null, 1)

describe('conformance cases', () => {
  it.each(cases.map((one) => [one.id, one] as const))('%s', (_, one) => {
    expect(textOf(one)).toBe(expectedText(one))
  })
})

describe('the files of cases', () => {
  const validate = new Ajv2020({ strict: false, allErrors: true }).compile(
    read('schema.json') as object,
  )

  it.each([...caseFiles, 'functions.json', 'policies.json'])('%s fits the schema', (file) => {
    validate(read(file))
    expect(validate.errors).toBeNull()
  })

  it('name each case once, and after its file', () => {
    const ids = cases.map(({ id }) => id)
    expect(ids).toEqual([...new Set(ids)])
    const files = caseFiles.map((file) => file.replace('.json', ''))
    expect(ids.filter((id) => !files.includes(id.split('/')[0] ?? ''))).toEqual([])
  })

  it('are as many as the page says', () => {
    const page = readFileSync(new URL('../../docs/conformance.md', import.meta.url), 'utf8')
    expect(page).toContain(` ${cases.length} cases in JSON`)
  })

  it('have one for each rule, each function of the kernel and each definition', () => {
    const called = new Set(cases.map((one) => one.function))
    expect(Object.keys(functions).filter((name) => !called.has(name))).toEqual([])
    const others = [
      // They take or return what is no JSON, or work on documents and on what was made before.
      ...['SalesRulesError', 'attempt', 'attemptEach', 'commissionAccumulator'],
      ...['calendarFromDays', 'calendarFromWorkdays', 'packPolicy', 'unpackPolicy'],
      ...['amendPolicy', 'applyEdits', 'checkExamples', 'definePolicy', 'diffPolicies'],
      ...['lintPolicy', 'policiesOver', 'policyOn', 'withValue'],
    ]
    const handed = Object.keys(api).filter((name) => typeof api[name] === 'function')
    expect(handed.filter((name) => !others.includes(name) && !called.has(name))).toEqual([])
  })

  it('say of each rule what it takes and which policy it reads', () => {
    for (const [name, { kind, takes = ['input', 'policy'] }] of Object.entries(RULES)) {
      expect(functions[name]).toEqual({ takes, ...(kind === null ? {} : { policy: kind }) })
    }
  })

  it('cite clauses of the handbook', () => {
    const cited = cases.flatMap(({ clause = [] }) => clause)
    expect(cited.filter((id) => !Object.hasOwn(handbook.clauses, id))).toEqual([])
  })

  it('pass every input and every policy on to what is called', () => {
    const lost = cases.filter(({ function: name, policy, inputs }) => {
      const { takes = [], policy: kind } = functions[name] ?? {}
      const isNamed = Object.keys(inputs).every((input) => takes.includes(input))
      return !isNamed || (policy !== undefined && kind === undefined)
    })
    expect(lost.map(({ id }) => id)).toEqual([])
  })

  it('spell out every ready policy, but for whose each part is', () => {
    const { clauses: _, ...ready } = handbook
    const spelled = Object.entries(ready).map(([name, policy]) => {
      const { provenance: __, ...document } = policy as { readonly provenance?: unknown }
      return [`handbook.${name}`, document]
    })
    const named = Object.entries(readyPolicies).map(([name, { document }]) => [name, document])
    expect(named.sort()).toEqual(spelled.sort())
  })
})
