/** Turns what a call throws into a value: {@link attempt} for one call, {@link attemptEach} for many rows. */
import { NOT_A_FUNCTION, NOT_ITERABLE, PROMISE_RETURNED } from '../issues.js'
import { type Issue, refuse, SalesRulesError, show } from './issue.js'

/** What {@link attempt} returns: the value, or the problems. */
export type Attempt<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly issues: readonly Issue[] }

/**
 * Runs a call and returns its value or its problems instead of throwing.
 *
 * Anything that is not a {@link SalesRulesError} is a fault of the program and is thrown on. A promise is refused: its problems
 * come after this has returned.
 *
 * @throws SalesRulesError `VALUE_INVALID` for what is no function, or one that returns a promise.
 *
 * @example
 * ```ts
 * import { attempt, round } from 'sales-rules'
 *
 * attempt(() => round('2.5', { decimals: 0 })) // => { ok: true, value: '3' }
 * attempt(() => round('abc', { decimals: 0 })).ok // => false
 * ```
 */
export function attempt<Value>(call: () => Value): Attempt<Value> {
  requireFunction(call, 'call')
  let value: Value
  try {
    value = call()
  } catch (error) {
    if (error instanceof SalesRulesError) return { ok: false, issues: error.issues }
    throw error
  }
  refusePromise(value)
  return { ok: true, value }
}

function requireFunction(value: unknown, name: string): void {
  if (typeof value !== 'function') refuse(NOT_A_FUNCTION, [name], { given: show(value) })
}

function refusePromise(value: unknown): void {
  if (!(typeof value === 'object' && value !== null && isThenable(value))) return
  // The refusal is the one report of it; that the promise fails as well must not stop the program.
  if (value instanceof Promise) value.catch(() => undefined)
  refuse(PROMISE_RETURNED, ['call'], {})
}

function isThenable(value: object): boolean {
  try {
    return typeof (value as { then?: unknown }).then === 'function'
  } catch {
    // A proxy that throws: whatever it is, nobody can await it.
    return false
  }
}

/** The outcome of one row: its position in the input, and its value or its problems. */
export type AttemptAt<Value> = Attempt<Value> & { readonly index: number }

/**
 * Runs a rule over many inputs, in order, so that one bad row never stops the run and is never lost.
 *
 * It is lazy: a stream of any length needs the memory of one row.
 *
 * @throws SalesRulesError `VALUE_INVALID` for inputs that are not iterable, or a rule that is no function or returns a promise.
 *
 * @example
 * ```ts
 * import { attemptEach, round } from 'sales-rules'
 *
 * const rows = [...attemptEach(['1.5', 'x', '2.4'], (row) => round(row, { decimals: 0 }))]
 * rows.map((row) => (row.ok ? row.value : row.issues[0]?.code)) // => ['2', 'NUMBER_INVALID', '2']
 * ```
 */
export function attemptEach<Input, Value>(
  inputs: Iterable<Input>,
  rule: (input: Input, index: number) => Value,
): Generator<AttemptAt<Value>> {
  if (!isIterable(inputs)) refuse(NOT_ITERABLE, ['inputs'], { given: show(inputs) })
  requireFunction(rule, 'rule')
  return attempts(inputs, rule)
}

/** Whether a value can be read one by one. */
export function isIterable(value: unknown): boolean {
  try {
    return typeof (value as Partial<Iterable<unknown>>)[Symbol.iterator] === 'function'
  } catch {
    // Nothing, or a proxy that throws.
    return false
  }
}

function* attempts<Input, Value>(
  inputs: Iterable<Input>,
  rule: (input: Input, index: number) => Value,
): Generator<AttemptAt<Value>> {
  let index = 0
  for (const input of inputs) {
    const at = index
    const outcome = attempt(() => rule(input, at))
    yield outcome.ok
      ? { index: at, ok: true, value: outcome.value }
      : { index: at, ok: false, issues: outcome.issues }
    index += 1
  }
}
