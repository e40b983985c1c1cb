import { describe, expect, it } from 'vitest'
import { attempt } from '../src/index.js'
import { isDefined } from '../src/kernel/policy/defined.js'
import { calls } from './calls.js'

/** What a program has for its records: an instance whose fields are plain. */
class Row {}

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' &&
  value !== null &&
  !isDefined(value) &&
  [Object.prototype, null].includes(Object.getPrototypeOf(value))

/** The same value with an instance for each object in it. */
function asInstances(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asInstances)
  if (!isPlain(value)) return value
  return Object.assign(new Row(), mapped(value, asInstances))
}

function mapped(value: Readonly<Record<string, unknown>>, change: (part: unknown) => unknown) {
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, change(part)]))
}

type Run = (...args: never[]) => unknown
const outcome = (run: unknown, given: readonly unknown[]) =>
  attempt(() => (run as Run)(...(given as never[])))

/** What is JSON by its nature: policies, and what a digest is made of. A builder hands out functions, which differ in each. */
const isOfJson = ([name]: (typeof calls)[number]) => /^define|^digestOf/.test(name)
const ofInputs = calls.filter((call) => !isOfJson(call) && call[0] !== 'commissionColumnsBuilder')

/** An argument with one of its fields behind an accessor of its class, for each. */
function withAccessors(value: unknown): object[] {
  if (!isPlain(value)) return []
  return Object.entries(value).map(([key, part]) => {
    const { [key]: _, ...own } = value
    const owner = Object.defineProperty({}, key, { get: () => part })
    return Object.assign(Object.create(owner), own)
  })
}

describe('an input', () => {
  it.each(ofInputs)('of %s may be an instance of a class with plain fields', (_, run, given) => {
    expect(outcome(run, given.map(asInstances))).toEqual(outcome(run, given))
  })

  it('is refused with a field behind an accessor, which would be passed over', () => {
    const taken = ofInputs.flatMap(([name, run, given]) =>
      given.flatMap((value, index) =>
        withAccessors(value)
          .map((odd) => given.map((one, position) => (position === index ? odd : one)))
          .filter((odd) => outcome(run, odd).ok)
          .map(() => name),
      ),
    )
    expect([...new Set(taken)]).toEqual([
      // What these read is an outcome of ours, of which they take some fields.
      'payrollRows',
      'accrualOf',
      'accrualByComponent',
      // A row is read where its fields are, for speed.
      'commissionColumnsBuilder.addRow',
    ])
  })

  it.each(calls.filter(isOfJson))(
    'of %s is JSON, and so no instance of a class',
    (_, run, given) => {
      expect(outcome(run, given.map(asInstances))).toMatchObject({ ok: false })
    },
  )
})
