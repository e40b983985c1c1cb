/**
 * Conditions on facts: eligibility, gates, standards. Each is met, unmet, unknown (the fact was not given) or not applicable, and
 * says how far it is from being met. Unknown is never taken for met.
 */

import { add, type Issue, invalid, type Path } from '../input/issue.js'
import { type Fields, readBoolean, readName } from '../input/values.js'
import { A_COUNT, A_HISTORY } from '../issues.js'
import { known, readDecimal, readRatio, writeDecimal } from '../number/decimal.js'
import { compare, type Fraction, subtract, ZERO } from '../number/fraction.js'
import { type PeriodUnit, writePeriod } from '../time/periodText.js'
import { readHistory, runsOf, type StreakRule } from '../time/streak.js'

/** How a fact is compared with what is required. */
export type Comparison = 'at-least' | 'above' | 'at-most' | 'below' | 'equals' | 'one-of'

/** What a number is: a ratio (1 is 100%), points, a count, or money. */
export type FactUnit = 'ratio' | 'points' | 'count' | 'money'

/** A condition on one fact. */
export interface FactCondition {
  /** Names the condition; the fact of this name is what it looks at. */
  readonly id: string
  readonly comparison: Comparison
  /** A number as a decimal string with `unit`; or true, false, a word, or a list of words. */
  readonly required: string | boolean | readonly string[]
  readonly unit?: FactUnit
  /** The fact is a history of periods, and the condition must hold in so many in a row, up to the latest. */
  readonly inARow?: {
    readonly length: number
    readonly per: PeriodUnit
    readonly gap: StreakRule['gap']
  }
  /** What the condition is when the fact is not given; `not-applicable` for an exception that must be claimed. */
  readonly absent?: 'unknown' | 'not-applicable'
  readonly clause?: string
}

/** Conditions joined together. */
export type Condition =
  | FactCondition
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly atLeast: number; readonly of: readonly Condition[] }

/** Whether a condition holds. */
export type CheckState = 'met' | 'unmet' | 'unknown' | 'not-applicable'

/** What became of one condition. */
export interface Check {
  readonly id: string
  readonly clause: string | null
  readonly outcome: CheckState
  readonly comparison: Comparison
  /** The fact as given (a number as a canonical decimal); for a history the number of periods in a row; null if unknown. */
  readonly actual: string | boolean | null
  readonly required: string | boolean | readonly string[]
  /** Where the condition must hold in several periods in a row: what each of them needs, `required` being how many. */
  readonly each?: {
    readonly comparison: Comparison
    readonly required: string | boolean | readonly string[]
  }
  /** How much is missing to what is required; null where nothing is, or where it is no number. */
  readonly gap: string | null
}

/** What became of a condition and of every condition in it. */
export interface ChecksOutcome {
  readonly outcome: CheckState
  readonly checks: readonly Check[]
}

/** Checks facts against a condition. A fact of the wrong type adds an issue. */
export function run(
  condition: Condition,
  facts: Fields,
  path: Path,
  issues: Issue[],
): ChecksOutcome {
  if ('id' in condition) {
    const check = runCheck(condition, facts, path, issues)
    return { outcome: check.outcome, checks: [check] }
  }
  const parts = partsOf(condition).map((part) => run(part, facts, path, issues))
  const outcomes = parts.map(({ outcome }) => outcome)
  return { outcome: join(condition, outcomes), checks: parts.flatMap(({ checks }) => checks) }
}

/** The ids of all facts that a condition looks at. */
export function factsOf(condition: Condition): string[] {
  return 'id' in condition ? [condition.id] : partsOf(condition).flatMap(factsOf)
}

type Joined = Exclude<Condition, FactCondition>

function partsOf(condition: Joined): readonly Condition[] {
  if ('all' in condition) return condition.all
  return 'any' in condition ? condition.any : condition.of
}

/** What cannot apply is left out; what is left must have enough met, or could still have. */
function join(condition: Joined, outcomes: readonly CheckState[]): CheckState {
  const applicable = outcomes.filter((outcome) => outcome !== 'not-applicable')
  if (applicable.length === 0) return 'not-applicable'
  const needed = neededOf(condition, applicable.length)
  const met = applicable.filter((outcome) => outcome === 'met').length
  const unknown = applicable.filter((outcome) => outcome === 'unknown').length
  if (met >= needed) return 'met'
  return met + unknown >= needed ? 'unknown' : 'unmet'
}

function neededOf(condition: Joined, applicable: number): number {
  if ('all' in condition) return applicable
  return 'any' in condition ? 1 : condition.atLeast
}

function runCheck(condition: FactCondition, facts: Fields, path: Path, issues: Issue[]): Check {
  const fact = facts[condition.id] ?? null
  if (fact === null) return result(condition, condition.absent ?? 'unknown', null, null)
  const factPath = [...path, condition.id]
  if (condition.inARow !== undefined)
    return checkHistory(condition, condition.inARow, fact, factPath, issues)
  if (condition.unit !== undefined) return checkNumber(condition, fact, factPath, issues)
  return checkWord(condition, fact, factPath, issues)
}

/** Of a run, `required` is the number of periods, and `each` what every one of them needs. */
function result(
  condition: FactCondition,
  outcome: CheckState,
  actual: Check['actual'],
  gap: string | null,
): Check {
  const { id, comparison, required, inARow } = condition
  const clause = condition.clause ?? null
  if (inARow === undefined) return { id, clause, outcome, comparison, actual, required, gap }
  const periods = String(inARow.length)
  const each = { comparison, required }
  return { id, clause, outcome, comparison: 'at-least', actual, required: periods, each, gap }
}

function checkNumber(condition: FactCondition, fact: unknown, path: Path, issues: Issue[]): Check {
  const read = condition.unit === 'ratio' ? readRatio : readDecimal
  const actual = read(fact, path, issues)
  if (actual === undefined) return result(condition, 'unknown', null, null)
  if (condition.unit === 'count' && !isCount(actual)) {
    add(issues, invalid(fact, path, A_COUNT))
    return result(condition, 'unknown', null, null)
  }
  const required = known(String(condition.required))
  const isMet = holds(actual, condition.comparison, required)
  const gap = isMet ? null : writeDecimal(distance(actual, required))
  return result(condition, isMet ? 'met' : 'unmet', writeDecimal(actual), gap)
}

function isCount({ n, d }: Fraction): boolean {
  return n >= 0n && n % d === 0n
}

function holds(actual: Fraction, comparison: Comparison, required: Fraction): boolean {
  const order = compare(actual, required)
  switch (comparison) {
    case 'at-least':
      return order >= 0
    case 'above':
      return order > 0
    case 'at-most':
      return order <= 0
    case 'below':
      return order < 0
    case 'equals':
    case 'one-of':
      return order === 0
  }
}

function distance(actual: Fraction, required: Fraction): Fraction {
  const difference = subtract(required, actual)
  return compare(difference, ZERO) < 0 ? subtract(actual, required) : difference
}

function checkWord(condition: FactCondition, fact: unknown, path: Path, issues: Issue[]): Check {
  const { required } = condition
  if (typeof required === 'boolean') {
    const actual = readBoolean(fact, path, issues)
    if (actual === undefined) return result(condition, 'unknown', null, null)
    return result(condition, actual === required ? 'met' : 'unmet', actual, null)
  }
  const actual = readName(fact, path, issues)
  if (actual === undefined) return result(condition, 'unknown', null, null)
  const isMet = typeof required === 'string' ? actual === required : required.includes(actual)
  return result(condition, isMet ? 'met' : 'unmet', actual, null)
}

function checkHistory(
  condition: FactCondition,
  rule: NonNullable<FactCondition['inARow']>,
  fact: unknown,
  path: Path,
  issues: Issue[],
): Check {
  const entries = readHistory(fact, path, issues, 'value', (value, valuePath, found) => {
    const check = runCheck(eachOf(condition), { value }, valuePath.slice(0, -1), found)
    const isKnown = check.outcome === 'met' || check.outcome === 'unmet'
    return isKnown ? check.outcome === 'met' : undefined
  })
  const first = entries[0]?.at
  if (first !== undefined && first.unit !== rule.per) {
    add(issues, invalid(writePeriod(first), path, A_HISTORY, { unit: rule.per }))
    return result(condition, 'unknown', null, null)
  }
  const latest = runsOf(entries, rule.gap).at(-1)?.length ?? 0
  const gap = latest >= rule.length ? null : String(rule.length - latest)
  return result(condition, gap === null ? 'met' : 'unmet', String(latest), gap)
}

/** The condition on a single period: its fact is the "value" of the row. */
function eachOf({ inARow: _, ...condition }: FactCondition): FactCondition {
  return { ...condition, id: 'value' }
}
