/**
 * The zod building blocks of every policy. A policy is checked once, when it is defined, so that rules need not check it
 * again; only the `schema…` files load zod.
 */
import * as z from 'zod'
import {
  A_DECIMAL,
  A_PARSED_OBJECT,
  A_VALID_VALUE,
  A_VALUE,
  A_VALUE_OF_TYPE,
  AN_UNPACKED_POLICY,
  AT_LEAST,
  AT_MOST,
  ID_DUPLICATE,
  INNER_STEP_OPEN,
  LAST_STEP_CLOSED,
  NOT_RISING,
  RATIO_OUT_OF_RANGE,
  SHARE_LOOKS_LIKE_PERCENT,
  TOO_MANY_DECIMALS,
} from '../issues.js'
import {
  type Bounds,
  countDecimals,
  type DecimalInput,
  known,
  readDecimal,
  readWithin,
  toNumber,
  writeDecimal,
} from '../number/decimal.js'
import { compare, type Fraction, HUNDRED, multiply, ONE, ZERO } from '../number/fraction.js'
import { MOST_DECIMALS, roundingModes } from '../number/rounding.js'
import { readDate } from '../time/dates.js'
import type { Agreeing } from './agreement.js'
import {
  at,
  type Issue,
  invalid,
  MOST_ISSUES,
  moved,
  type Path,
  refuseIfAny,
  SalesRulesError,
  show,
  under,
} from './issue.js'
import { copyPlain } from './plain.js'
import { hasField, notAllowed, unknownKey } from './values.js'

/** What the file of a policy may say for editors. */
export interface SchemaNamed {
  /** Where an editor finds the JSON Schema. It decides nothing, and is not kept. */
  readonly $schema?: string
}

/**
 * Reads a policy by its schema: the checked copy, or everything that is wrong with it is thrown. The compiler refuses a schema that does
 * not agree with the type of the policy, or with that of its input. A file may name its JSON Schema, for editors; it decides nothing, and is not kept.
 */
export function readPolicy<Schema extends z.ZodType, Policy, Input>(
  schema: Agreeing<Schema, Policy, Omit<Input, keyof SchemaNamed>>,
  policy: Input,
): Policy {
  const plain = readPlain(policy)
  const issues = dropSchemaName(plain)
  return checkPlain<unknown>(schema, plain, issues) as Policy
}

/** The same for any part of a policy. */
export function checkPolicy<Policy>(schema: z.ZodType<Policy>, policy: unknown): Policy {
  return checkPlain(schema, readPlain(policy), [])
}

function readPlain(policy: unknown): unknown {
  const issues: Issue[] = []
  const plain = copyPlain(policy, issues)
  if (isPacked(plain)) issues.push(invalid(plain, [], AN_UNPACKED_POLICY))
  refuseIfAny(issues)
  return plain
}

const isPacked = (plain: unknown) =>
  ['digest', 'parts', 'policy'].every((key) => hasField(plain, key))

const SCHEMA_NAME = '$schema'

/** Takes the name of a JSON Schema out of a policy, and says what is wrong with it. */
function dropSchemaName(policy: unknown): Issue[] {
  if (typeof policy !== 'object' || policy === null || Array.isArray(policy)) return []
  const fields = policy as Record<string, unknown>
  const given = fields[SCHEMA_NAME] ?? ''
  delete fields[SCHEMA_NAME]
  return typeof given === 'string'
    ? []
    : [invalid(given, [SCHEMA_NAME], A_VALUE_OF_TYPE, { unit: 'string' })]
}

function checkPlain<Policy>(
  schema: z.ZodType<Policy>,
  plain: unknown,
  issues: readonly Issue[],
): Policy {
  for (;;) {
    const result = schema.safeParse(plain, { reportInput: true })
    if (result.success) {
      refuseIfAny(issues)
      return result.data
    }
    const found = result.error.issues.flatMap(toIssues)
    if (!dropNulls(plain, found))
      refuse([...issues, ...found.map((issue) => asGiven(issue, plain))])
  }
}

/** Throws what is wrong with a policy, as far as anybody would read. */
function refuse(issues: readonly Issue[]): never {
  throw new SalesRulesError(issues.slice(0, MOST_ISSUES))
}

/**
 * Null leaves out a part, a name or a word that may be left out; where a field is refused for it, the check without the field says whether it
 * may. Null is no number: one that was not known would pass for the number that holds where none is given.
 */
function dropNulls(policy: unknown, issues: readonly Issue[]): boolean {
  let dropped = false
  for (const issue of issues.filter(mayBeLeftOut)) {
    const owner = valueAt(policy, issue.path.slice(0, -1))
    const key = issue.path.at(-1)
    if (typeof key !== 'string' || typeof owner !== 'object' || owner === null) continue
    const fields = owner as Record<string, unknown>
    if (fields[key] !== null) continue
    delete fields[key]
    dropped = true
  }
  return dropped
}

function mayBeLeftOut({ code, params }: Issue): boolean {
  if (code !== 'VALUE_MISSING') return code === 'VALUE_NOT_ALLOWED'
  const isNumber = params.unit === 'number' || params.unit === 'int'
  return !isNumber && params.expected !== A_DECIMAL.keyword
}

/** By the time that fields are compared, numbers have become texts; what is wrong with one is said of what was given. */
function asGiven(issue: Issue, policy: unknown): Issue {
  if (issue.code !== 'NUMBER_LOOKS_LIKE_PERCENT' && issue.code !== 'NUMBER_OUT_OF_RANGE')
    return issue
  const value = valueAt(policy, issue.path)
  const isNumber = typeof value === 'number' || typeof value === 'string'
  if (!isNumber || !issue.params.given.startsWith('"')) return issue
  const given = show(value)
  const message = issue.message.replace(`got ${issue.params.given},`, () => `got ${given},`)
  return { ...issue, params: { ...issue.params, given }, message } as Issue
}

function valueAt(policy: unknown, path: Path): unknown {
  let value = policy
  for (const step of path) value = (value as Readonly<Record<string, unknown>> | undefined)?.[step]
  return value
}

/** zod's issues in our words; our own pass through. */
function toIssues(found: z.core.$ZodIssue): Issue[] {
  const path = found.path as Path
  switch (found.code) {
    case 'custom':
      return ((found.params?.['issues'] ?? []) as Issue[]).map((issue) => under(path, issue))
    case 'unrecognized_keys':
      // `strict` puts the keys it knows into the message.
      return found.keys.map((key) => unknownKey(key, path, found.message.split(' ')))
    case 'invalid_value':
      return [notAllowed(found.input, path, found.values.map(String))]
    case 'invalid_union':
      return [unionIssue(found, path)]
    case 'too_small':
    case 'too_big':
      return [lengthIssue(found, path)]
    default:
      return [formIssue(found, path)]
  }
}

/** zod says "nonoptional" of a key that must be there, whatever its value. */
function formIssue(found: z.core.$ZodIssue, path: Path): Issue {
  if (found.code !== 'invalid_type') return invalid(found.input, path, A_VALID_VALUE)
  const unit = found.expected
  if (unit === 'object' && path.length === 0 && typeof found.input === 'string')
    return invalid(found.input, path, A_PARSED_OBJECT)
  return unit === 'nonoptional'
    ? invalid(found.input, path, A_VALUE)
    : invalid(found.input, path, A_VALUE_OF_TYPE, { unit })
}

/** All unions of our schemas are told apart by one key, which zod names. */
function unionIssue(found: z.core.$ZodIssueInvalidUnion, path: Path): Issue {
  const { discriminator = '', options = [] } = found as {
    discriminator?: string
    options?: unknown[]
  }
  const given = (found.input as Record<string, unknown> | undefined)?.[discriminator]
  return notAllowed(given, path, options.map(String))
}

function lengthIssue(found: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig, path: Path): Issue {
  const unit = unitOf(found.origin)
  return found.code === 'too_small'
    ? invalid(found.input, path, AT_LEAST, { minimum: String(found.minimum), unit })
    : invalid(found.input, path, AT_MOST, { maximum: String(found.maximum), unit })
}

function unitOf(origin: string): string {
  if (origin === 'string') return 'characters'
  return origin === 'array' ? 'entries' : 'number'
}

/** An object with exactly these keys. */
export function strict<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: (found) =>
      found.code === 'unrecognized_keys' ? Object.keys(shape).join(' ') : undefined,
  })
}

/** What a check needs of zod to report our own issues; their messages have no path yet. */
export type Context = { addIssue(issue: { code: 'custom'; params: { issues: Issue[] } }): void }

export function report(context: Context, issues: readonly Issue[]): void {
  if (issues.length > 0) context.addIssue({ code: 'custom', params: { issues: [...issues] } })
}

/**
 * A check across fields: `find` lists what is wrong. It runs once every field is right on its own, so that one slip is not reported
 * twice.
 */
export function checked<Value>(find: (value: Value) => readonly Issue[]) {
  return (value: Value, context: Context) => report(context, find(value))
}

/**
 * A value that is written in one of several forms. `formOf` tells which one by the keys that the value has, so that problems are those of
 * the form that was meant, and not of the others.
 */
export function oneOf<Schema extends z.ZodType, Made, Given>(
  forms: readonly z.ZodType[],
  formOf: (value: unknown) => Agreeing<Schema, Made, Given>,
): z.ZodType<Made, Given> {
  const schema = given<Given>().transform((value, context): Made => {
    const result = formOf(value).safeParse(value, { reportInput: true })
    if (result.success) return result.data as Made
    report(context, result.error.issues.flatMap(toIssues))
    return z.NEVER
  })
  return shownAs(z.union(forms), schema)
}

/** A value that may be written in a short form, which is spelled out before the schema reads it. */
export const withShortForm = <Schema extends z.ZodType, Short extends string>(
  schema: Schema,
  short: z.ZodType<Short>,
  spellOut: (written: Short | z.input<Schema>) => z.input<Schema>,
) => shownAs(z.union([short, schema]), z.preprocess(spellOut, schema))

/** A schema that is another one in a JSON Schema, where its own would say nothing of what may be written. */
function shownAs<Schema extends z.ZodType>(shown: z.ZodType, schema: Schema): Schema {
  schema._zod.processJSONSchema = (context, _, params) => {
    z.core.processSchema(shown, context, params)
    const seen = context.seen.get(schema)
    if (seen !== undefined) seen.ref = shown
  }
  return schema
}

export const hasKey = (value: unknown, key: string): boolean =>
  typeof value === 'object' && value !== null && key in value

/** A schema that takes a value as it is, for a reader of ours; its type says what a caller may write there. */
export const given = <Given>() => z.unknown() as z.ZodType<Given, Given>

/** A number as callers may write it; in a JSON Schema, as JSON can. */
const number = () => given<DecimalInput>().meta({ type: ['string', 'number'] })

/** A decimal, kept as its canonical string. */
export function decimal(bounds: Bounds = {}) {
  return number().transform((value, context): string => {
    const issues: Issue[] = []
    const exact = readWithin(value, [], issues, bounds)
    report(context, issues)
    return exact === undefined ? '' : writeDecimal(exact)
  })
}

export const positive = () => decimal({ minimum: ZERO, above: true })

export const notNegative = () => decimal({ minimum: ZERO })

const QUOTIENT = /^\d{1,34}\/0*[1-9]\d{0,33}$/

/** A number from 0 up; a quotient of whole numbers, `1/3`, stays as it is written. */
export function rate() {
  return number().transform((value, context): string => {
    if (typeof value === 'string' && QUOTIENT.test(value)) return value
    const issues: Issue[] = []
    const exact = readWithin(value, [], issues, { minimum: ZERO })
    report(context, issues)
    return exact === undefined ? '' : writeDecimal(exact)
  })
}

/** A ratio from 0 to 1; a percentage is refused with the ratio it was meant to be. */
export function ratio() {
  return number().transform((value, context): string => {
    const issues: Issue[] = []
    const exact = readDecimal(value, [], issues)
    if (exact !== undefined) issues.push(...ratioIssues(value, exact))
    report(context, issues)
    return exact === undefined ? '' : writeDecimal(exact)
  })
}

/** What is wrong with a number where a ratio from 0 to 1 is due. */
export function ratioIssues(value: unknown, exact: Fraction): Issue[] {
  if (compare(exact, ZERO) >= 0 && compare(exact, ONE) <= 0) return []
  const given = show(value)
  if (compare(exact, ZERO) < 0 || compare(exact, HUNDRED) > 0) {
    return [at(RATIO_OUT_OF_RANGE, [], { given })]
  }
  const suggestion = writeDecimal(multiply(exact, { n: 1n, d: 100n }))
  return [at(SHARE_LOOKS_LIKE_PERCENT, [], { given, suggestion, percent: writeDecimal(exact) })]
}

const MOST_POINTS = 1000

/** Points, a weight or a threshold of a score: a number with at most 15 digits, 0 or more. */
export const points = (maximum = MOST_POINTS) => pointsBetween(0, maximum)

/** Points that may be taken away. */
export const signedPoints = () => pointsBetween(-MOST_POINTS, MOST_POINTS)

function pointsBetween(minimum: number, maximum: number) {
  return number().transform((value, context): number => {
    const issues: Issue[] = []
    const bounds = { minimum: known(minimum), maximum: known(maximum) }
    const exact = readWithin(value, [], issues, bounds)
    if (exact !== undefined && (countDecimals(exact) ?? 0) > MOST_DECIMALS) {
      issues.push(at(TOO_MANY_DECIMALS, [], { given: show(value), limit: MOST_DECIMALS }))
    }
    report(context, issues)
    return exact === undefined ? 0 : toNumber(exact)
  })
}

export const name = () => z.string().min(1).max(200)

export const wholeNumber = (minimum: number, maximum: number) =>
  z
    .int()
    .min(minimum)
    .max(maximum)
    // Not -0, which would be written as 0 and differ from it.
    .overwrite((value) => value + 0)

/** A calendar date that exists. */
export function calendarDate() {
  return given<string>()
    .meta({ type: 'string' })
    .transform((value, context): string => {
      const issues: Issue[] = []
      const date = readDate(value, [], issues)
      report(context, issues)
      return date ?? ''
    })
}

export const roundingMode = () => z.enum(roundingModes)

export const decimalsKept = () => wholeNumber(0, MOST_DECIMALS)

/** Each id once. */
export function duplicateIds(list: readonly { readonly id: string }[], path: Path): Issue[] {
  const seen = new Set<string>()
  const issues: Issue[] = []
  for (const [index, { id }] of list.entries()) {
    if (seen.has(id)) issues.push(at(ID_DUPLICATE, [...path, index, 'id'], { id }))
    seen.add(id)
  }
  return issues
}

/** Names of which each may be there once; where they are a field of the rows of a list, its key. */
export function onceEach(names: readonly string[], path: Path, key?: string): Issue[] {
  const ids = names.map((id) => ({ id }))
  return duplicateIds(ids, path).map((one) => {
    const row = one.path.slice(0, -1)
    return moved(key === undefined ? row : [...row, key], one)
  })
}

/** Steps of which the last one is open, and no other. */
export function stepEndIssues(
  list: readonly { readonly id: string; readonly upTo: string | null }[],
  key: string,
): Issue[] {
  return list.flatMap(({ id, upTo }, index) => {
    const isLast = index === list.length - 1
    if ((upTo === null) === isLast) return []
    const path = [key, index, 'upTo']
    return upTo === null
      ? [at(INNER_STEP_OPEN, path, { tier: id })]
      : [at(LAST_STEP_CLOSED, path, { tier: id, given: upTo })]
  })
}

/** Numbers that must rise, each more than the one before. */
export function notRising(values: readonly (readonly [Path, string])[]): Issue[] {
  const issues: Issue[] = []
  for (const [index, [path, value]] of values.entries()) {
    const previous = values[index - 1]?.[1]
    if (previous === undefined || compare(known(value), known(previous)) > 0) continue
    issues.push(at(NOT_RISING, path, { given: value, previous }))
  }
  return issues
}
