/**
 * One error model for the whole library: a wrong policy or input throws a {@link SalesRulesError} that carries every
 * problem found, each as plain data with a code, a path and a fix. {@link attempt} turns a throw into a value.
 */

/** Where in the policy or input a problem is: keys and array positions from the outside in. */
export type Path = readonly (string | number)[]

/** What each code says beside its message. */
export interface IssueParams {
  /** A number was expected. `suggestion` is the same number as we would read it, where that is plain. */
  NUMBER_INVALID: { readonly given: string; readonly suggestion: string | null }
  /** More significant digits than can be read without loss (15 for a number, 34 for a string). */
  NUMBER_TOO_PRECISE: { readonly given: string; readonly limit: number }
  /** Outside its bounds; a bound that does not exist is null. */
  NUMBER_OUT_OF_RANGE: {
    readonly given: string
    readonly minimum: string | null
    readonly maximum: string | null
  }
  /** A percentage where a ratio is due, or the other way round. */
  NUMBER_LOOKS_LIKE_PERCENT: { readonly given: string; readonly suggestion: string }
  /** A required value is absent. */
  VALUE_MISSING: { readonly expected: string }
  /** A value of the wrong type or form. */
  VALUE_INVALID: { readonly given: string; readonly expected: string }
  /** A word that is not one of the allowed ones. */
  VALUE_NOT_ALLOWED: {
    readonly given: string
    readonly allowed: readonly string[]
    readonly suggestion: string | null
  }
  /** A cyclic object, a value that is too deep, too long or that cannot be read. */
  VALUE_UNREADABLE: { readonly reason: string }
  /** A key that nothing reads. */
  UNKNOWN_KEY: {
    readonly key: string
    readonly known: readonly string[]
    readonly suggestion: string | null
  }
  /** A key that could change the prototype of an object. */
  KEY_FORBIDDEN: { readonly key: string }
  /** The same id twice where ids must differ. */
  ID_DUPLICATE: { readonly id: string }
  /** Not a calendar date `YYYY-MM-DD`. */
  DATE_INVALID: { readonly given: string }
  /** Not a period `2026-03`, `2026-Q1` or `2026`. */
  PERIOD_INVALID: { readonly given: string }
  /** Two dates in the wrong order. */
  DATES_OUT_OF_ORDER: { readonly from: string; readonly to: string }
  /** A date outside what a calendar or a timeline covers. */
  DATE_NOT_COVERED: {
    readonly date: string
    readonly from: string | null
    readonly to: string | null
  }
  /** Two versions in force on the same day. */
  VERSIONS_OVERLAP: { readonly first: string; readonly second: string }
  /** Periods of different length in one history. */
  PERIODS_MIXED: { readonly first: string; readonly other: string }
  /** Periods of which one is missing or comes too early. */
  PERIODS_NOT_CONSECUTIVE: { readonly given: string; readonly expected: string }
  /** A coefficient that changes within a year that is computed to date. */
  COEFFICIENT_CHANGED: { readonly was: string; readonly is: string }
  /** Weights that do not add up to 100. */
  WEIGHTS_NOT_100: { readonly total: string; readonly difference: string }
  /** No weight above zero, or one below it. */
  WEIGHTS_NOT_POSITIVE: { readonly weights: number }
  /** A total that cannot be split into parts of so few decimals. */
  TOTAL_TOO_PRECISE: { readonly total: string; readonly decimals: number }
  /** Thresholds that do not rise, or bands that do not fall. */
  OUT_OF_ORDER: { readonly given: string; readonly previous: string }
  /** The last tier has an end and nothing says what happens above it, or an inner tier has none. */
  SCALE_END: { readonly tier: string }
  /** Two parts of a policy that exclude each other. */
  POLICY_CONFLICT: { readonly reason: string; readonly [figure: string]: string }
  /** A policy that did not come from its define function, or from that of another version of this package. */
  POLICY_NOT_DEFINED: {
    readonly define: string
    /** The version that defined it, where it is another one than this `version`. */
    readonly definedBy?: string
    readonly version?: string
  }
  /** A base below zero where the policy refuses it. */
  BASE_NEGATIVE: { readonly given: string }
  /** A target is needed to compute this and none was given. */
  TARGET_MISSING: { readonly needed: string }
  /** An amount that no base earns. */
  SCALE_UNREACHABLE: { readonly amount: string; readonly highest: string | null }
  /** A commission that no sales earn, and what stops it. */
  COMMISSION_UNREACHABLE: {
    readonly amount: string
    readonly highest: string
    readonly reason: 'cap' | 'scale'
  }
  /** Shares of a sale that do not add up to the whole of it. */
  CREDIT_NOT_WHOLE: { readonly total: string; readonly difference: string }
  /** Somebody credited on top of the whole, where the plan does not allow it. */
  OVERLAY_REFUSED: { readonly payee: string }
  /** A line that the plan leaves out, by the rule of this id. */
  LINE_EXCLUDED: { readonly rule: string; readonly reason: string }
  /** A line whose status does not count. */
  STATUS_NOT_COUNTED: { readonly given: string | null; readonly accepted: readonly string[] }
  /** A line whose margin is below the floor, and what it would need: a higher amount, or a lower cost. */
  MARGIN_TOO_LOW: {
    readonly margin: string
    readonly floor: string
    readonly amountNeeded: string | null
    readonly costAtMost: string
  }
  /** A line dated outside the period of its statement. */
  LINE_OUTSIDE_PERIOD: { readonly date: string; readonly period: string }
  /** Two rules that match a line, neither more specific than the other. */
  RATE_CONFLICT: { readonly rules: readonly string[] }
  /** A refund of a line that is not there, or that did not count. */
  REFUND_UNKNOWN: { readonly refundOf: string }
  /** A refund of more than what is left of its original. */
  REFUND_TOO_LARGE: { readonly refundOf: string; readonly open: string }
  /** More was invoiced or collected than what is still open. */
  PAID_TOO_MUCH: { readonly line: string; readonly open: string }
  /** A line that nothing knows. */
  LINE_UNKNOWN: { readonly line: string }
  /** A sale that nobody owns on its day. */
  OWNER_UNKNOWN: { readonly customer: string; readonly date: string }
  /** Somebody who reports, over others, to themselves. */
  REPORTING_CYCLE: { readonly payee: string }
  /** A target that comes to nothing, which no sales can be measured by, and how much of the period counts. */
  TARGET_ZERO: { readonly period: string; readonly counted: number }
  /** A period whose books are still open. */
  PERIOD_NOT_CLOSED: { readonly period: string; readonly closedThrough: string }
  /** No exchange rate is given for a currency and a day. */
  EXCHANGE_RATE_MISSING: { readonly currency: string; readonly date: string }
  /** Amounts of two currencies that would be added. */
  CURRENCY_MIXED: { readonly given: string; readonly expected: string }
  /** A plan that cannot be computed from running totals, and the field of it that asks for the lines together. */
  PLAN_NEEDS_LINES: { readonly field: string }
  /** A fact that the policy refuses to do without. */
  FACT_MISSING: { readonly id: string }
  /** A figure from a source that the policy does not accept. */
  SOURCE_REFUSED: { readonly source: string | null; readonly accepted: readonly string[] }
  /** A currency whose number of decimals is not known. */
  CURRENCY_UNKNOWN: { readonly given: string }
  /** A name that the policy does not have. */
  NOT_IN_POLICY: {
    /** What was to be named: `rung`, `band`, `part`. */
    readonly expected?: string
    readonly given: string
    readonly known: readonly string[]
    readonly suggestion: string | null
  }
}

/** The name of a problem; it never changes its meaning. */
export type IssueCode = keyof IssueParams

/** One problem of a policy or an input. `code` narrows `params`. */
export type Issue = {
  [Code in IssueCode]: {
    readonly code: Code
    /** An error stops the rule; a warning does not. */
    readonly severity: 'error' | 'warning'
    readonly path: Path
    readonly params: IssueParams[Code]
    /** One English sentence: where, what was given, what is needed, the fix. */
    readonly message: string
    /** The clause of the handbook that asks for it, where there is one. */
    readonly clause?: string
  }
}[IssueCode]

const MARK = /* @__PURE__ */ Symbol.for('sales-rules/error')

/**
 * Thrown by every function of this library that is given a wrong policy or input. Holds all problems at once.
 *
 * `instanceof` knows the errors of every copy of the library in the program (an ES module and a CommonJS one, two bundles).
 * `structuredClone`, and so a worker's `postMessage`, keeps of an error its message alone: send its `issues`, which are plain
 * JSON, and make a `new SalesRulesError(issues)` of them where they arrive.
 *
 * @example What was wrong, as data and as text
 * ```ts
 * import { round, SalesRulesError } from 'sales-rules'
 *
 * try {
 *   round('12,000', { decimals: 0 })
 * } catch (error) {
 *   if (!(error instanceof SalesRulesError)) throw error
 *   error.issues[0]?.code // => 'NUMBER_INVALID'
 *   error.issues[0]?.message // => 'value: got "12,000", expected a plain decimal. Did you mean "12000"?'
 * }
 * ```
 */
export class SalesRulesError extends Error {
  readonly issues: readonly Issue[]

  constructor(issues: readonly Issue[]) {
    super(summarize(issues))
    this.name = 'SalesRulesError'
    this.issues = issues
    Object.defineProperty(this, MARK, { value: true })
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    // biome-ignore lint/complexity/noThisInStatic: a class that extends this one inherits this, and has instances of its own.
    if (this === SalesRulesError) return isMarked(value)
    // biome-ignore lint/complexity/noThisInStatic: as above.
    return Function.prototype[Symbol.hasInstance].call(this, value)
  }
}

function isMarked(value: unknown): boolean {
  try {
    return (value as { readonly [MARK]?: unknown } | null | undefined)?.[MARK] === true
  } catch {
    // A proxy that throws.
    return false
  }
}

const MOST_MESSAGES = 100

/** A log keeps the first of many; `issues` has them all. */
function summarize(issues: readonly Issue[]): string {
  const messages = issues.slice(0, MOST_MESSAGES).map(({ message }) => message)
  const left = issues.length - messages.length
  return [...messages, ...(left === 0 ? [] : [`… and ${left} more`])].join('\n')
}

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
  if (typeof value !== 'function') refuseValue(name, show(value), 'a function')
}

function refusePromise(value: unknown): void {
  if (!(typeof value === 'object' && value !== null && isThenable(value))) return
  // The refusal is the one report of it; that the promise fails as well must not stop the program.
  if (value instanceof Promise) value.catch(() => undefined)
  refuseValue('call', 'a promise', 'a function that returns its value at once')
}

function isThenable(value: object): boolean {
  try {
    return typeof (value as { then?: unknown }).then === 'function'
  } catch {
    // A proxy that throws: whatever it is, nobody can await it.
    return false
  }
}

function refuseValue(name: string, given: string, expected: string): never {
  refuse('VALUE_INVALID', [name], { given, expected }, `got ${given}, expected ${expected}.`)
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
  if (!isIterable(inputs)) refuseValue('inputs', show(inputs), 'an iterable of inputs')
  requireFunction(rule, 'rule')
  return attempts(inputs, rule)
}

function isIterable(value: unknown): boolean {
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

/**
 * A kind of problem: its code, and the English sentence that says what is wrong, made of its params and of nothing else. A code is one
 * exported constant in the `issues.ts` of the kernel or of the room it belongs to, so that bundlers drop those that nothing uses.
 *
 * @internal
 */
export interface Code<Params extends object = object> {
  readonly code: IssueCode
  /** Params that every issue of this kind has: of one code, they tell one sentence from another. */
  readonly fixed: Readonly<Record<string, string>>
  readonly text: (params: Params) => string
}

/**
 * Defines a kind of problem: `code('DATE_INVALID', ({ given }) => …)`, or one sentence of several that a code has:
 * `code('VALUE_MISSING', { expected: 'cost' }, () => …)`. Params are values, never sentences.
 *
 * @internal
 */
export function code<Name extends IssueCode>(
  name: Name,
  text: (params: IssueParams[Name]) => string,
): Code<IssueParams[Name]>
export function code<Name extends IssueCode, const Fixed extends Partial<IssueParams[Name]>>(
  name: Name,
  fixed: Fixed,
  text: (params: Omit<IssueParams[Name], keyof Fixed>) => string,
): Code<Omit<IssueParams[Name], keyof Fixed>>
export function code(name: IssueCode, fixed: object, text?: object): unknown {
  return text === undefined ? { code: name, fixed: {}, text: fixed } : { code: name, fixed, text }
}

/**
 * Makes an issue: the message is the path followed by the sentence of its code.
 *
 * @internal
 */
export function at<Params extends object>(
  { code: name, fixed, text }: Code<Params>,
  path: Path,
  params: Params,
): Issue {
  const sentence = text(params)
  const message = path.length === 0 ? sentence : `${formatPath(path)}: ${sentence}`
  return {
    code: name,
    severity: 'error',
    path,
    params: { ...fixed, ...params },
    message,
  } as unknown as Issue
}

/**
 * Makes an issue; the message is the path followed by `text`.
 *
 * @internal
 */
export function issueAt<Code extends IssueCode>(
  code: Code,
  path: Path,
  params: IssueParams[Code],
  text: string,
): Issue {
  const message = path.length === 0 ? text : `${formatPath(path)}: ${text}`
  return { code, severity: 'error', path, params, message } as Issue
}

/**
 * The same issue as a warning: it is reported, and stops nothing.
 *
 * @internal
 */
export function asWarning(issue: Issue): Issue {
  return { ...issue, severity: 'warning' }
}

/**
 * The same issue, seen from further out: its path starts with `path`.
 *
 * @internal
 */
export function issueUnder(path: Path, issue: Issue): Issue {
  const { code, path: inner, params, message } = issue
  const text = inner.length === 0 ? message : message.slice(formatPath(inner).length + 2)
  return { ...issue, ...issueAt(code, [...path, ...inner], params, text), severity: issue.severity }
}

/**
 * Runs a call on a part of an input; what is wrong with it is named with the path of the part.
 *
 * @internal
 */
export function within<Value>(path: Path, call: () => Value): Value {
  const result = attempt(call)
  if (result.ok) return result.value
  throw new SalesRulesError(result.issues.map((issue) => issueUnder(path, issue)))
}

/**
 * Throws when there is at least one issue.
 *
 * @internal
 */
export function refuseIfAny(issues: readonly Issue[]): void {
  if (issues.length > 0) throw new SalesRulesError(issues)
}

const MOST_ISSUES = 1000

/**
 * Throws when there are so many issues that more would tell nobody anything: a column was mistaken, or the whole input.
 *
 * @internal
 */
export function refuseIfTooMany(issues: readonly Issue[]): void {
  if (issues.length >= MOST_ISSUES) throw new SalesRulesError(issues)
}

/**
 * Throws a single issue.
 *
 * @internal
 */
export function refuse<Params extends object>(code: Code<Params>, path: Path, params: Params): never
export function refuse<Name extends IssueCode>(
  code: Name,
  path: Path,
  params: IssueParams[Name],
  text: string,
): never
export function refuse(
  code: Code<object> | IssueCode,
  path: Path,
  params: object,
  text = '',
): never {
  throw new SalesRulesError([
    typeof code === 'string' ? issueAt(code, path, params as never, text) : at(code, path, params),
  ])
}

/**
 * `['scale', 'tiers', 1, 'rate']` as `scale.tiers[1].rate`.
 *
 * @internal
 */
export function formatPath(path: Path): string {
  let text = ''
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`
    else text += text === '' ? clip(step) : `.${clip(step)}`
  }
  return text
}

/**
 * A value as it was given, short enough for a message.
 *
 * @internal
 */
export function show(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(clip(value))
  if (value === null || ['undefined', 'number', 'boolean'].includes(typeof value))
    return String(value)
  return typeof value === 'object' ? kindOf(value) : `a ${typeof value}`
}

function kindOf(value: object): string {
  try {
    if (Array.isArray(value)) return 'an array'
    return value instanceof Date ? 'a Date' : 'an object'
  } catch {
    // A proxy that throws.
    return 'an object'
  }
}

const LONGEST_SHOWN = 40

function clip(text: string): string {
  return text.length <= LONGEST_SHOWN ? text : `${text.slice(0, LONGEST_SHOWN)}…`
}

/**
 * The known word that a wrong one was most likely meant to be, or null.
 *
 * @internal
 */
export function closest(word: string, known: readonly string[]): string | null {
  if (word.length > LONGEST_SHOWN) return null
  let best: string | null = null
  // A third of the letters may be wrong; a word of one or two letters must be right but for its case.
  let bestDistance = Math.floor(word.length / 3) + 1
  for (const candidate of known) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase())
    if (distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

/** Levenshtein: the fewest insertions, deletions and replacements that turn one word into the other. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1]
    for (let column = 1; column <= to.length; column += 1) {
      const replaced = (row[column - 1] ?? 0) + (letter === to[column - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[to.length] ?? 0
}

/**
 * "Did you mean …?" or nothing.
 *
 * @internal
 */
export function didYouMean(suggestion: string | null): string {
  return suggestion === null ? '' : ` Did you mean ${JSON.stringify(suggestion)}?`
}
