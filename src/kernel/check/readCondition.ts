import { add, at, type Issue, invalid, type Path } from '../input/issue.js'
import { type Fields, readBoolean, readName } from '../input/values.js'
import { A_COUNT, A_HISTORY, A_QUOTIENT, AS_OF_DAY_MISSING, AS_OF_MISSING } from '../issues.js'
import { readDecimal, readRatio, readWithin } from '../number/decimal.js'
import { type Fraction, ONE } from '../number/fraction.js'
import { isQuotient, readActualAndTarget, readQuotient } from '../number/quotient.js'
import { readPeriodAsOf } from '../time/asOf.js'
import { readDate } from '../time/dates.js'
import { type PeriodPosition, writePeriod } from '../time/periodText.js'
import { type HistoryEntry, readHistory } from '../time/streak.js'
import {
  AS_OF,
  type CountTest,
  type ExactCondition,
  type ExactFactCondition,
  type HistoryTest,
  type NumberTest,
  type NumberUnit,
  type OverTest,
  type RunTest,
  type SinceTest,
  type SingleTest,
  type ValueTest,
} from './exactCondition.js'

/** A condition with the facts that it looks at. */
export type KnownCondition =
  | { readonly condition: ExactFactCondition; readonly fact: KnownFact | Undecided }
  | { readonly parts: readonly KnownCondition[]; readonly needed: number | 'all' }

/** What a condition is without a fact that can be read. */
export type Undecided = 'unknown' | 'not-applicable'

/** A fact beside what it must be. */
export type KnownFact =
  | KnownValue
  | (SinceTest & { readonly actual: string; readonly asOf: string })
  | ((RunTest | CountTest) & KnownHistory<KnownValue>)
  | (OverTest & KnownHistory<Part>)

/** A history, and the period of its length that is asked in. */
interface KnownHistory<Value> {
  readonly actual: readonly HistoryEntry<Value>[]
  readonly asOf: PeriodPosition
}

export type KnownValue =
  | (NumberTest & { readonly actual: Fraction })
  | (ValueTest & { readonly actual: string | boolean })

/** The number of a period as what it is made of: what was reached and its target, or the number and 1. */
export interface Part {
  readonly actual: Fraction
  readonly target: Fraction
}

/** Reads the facts that a condition looks at; what is wrong with one is an issue. */
export function readCondition(
  condition: ExactCondition,
  facts: Fields,
  path: Path,
  issues: Issue[],
): KnownCondition {
  if ('parts' in condition) {
    const parts = condition.parts.map((part) => readCondition(part, facts, path, issues))
    return { parts, needed: condition.needed }
  }
  // Facts may inherit what no one gave, such as `toString`.
  const isGiven = Object.hasOwn(facts, condition.id) && (facts[condition.id] ?? null) !== null
  const fact = isGiven ? readFact(condition, facts, path, issues) : condition.absent
  return { condition, fact: fact ?? 'unknown' }
}

function readFact(
  { id, test }: ExactFactCondition,
  facts: Fields,
  path: Path,
  issues: Issue[],
): KnownFact | undefined {
  const factPath = [...path, id]
  const when: When = { id, given: facts[AS_OF], path: [...path, AS_OF] }
  switch (test.kind) {
    case 'number':
    case 'word':
    case 'answer':
      return readValue(test, facts[id], factPath, issues)
    case 'since': {
      const actual = readDate(facts[id], factPath, issues)
      const asOf = readDay(when, issues)
      return actual === undefined || asOf === undefined ? undefined : { ...test, actual, asOf }
    }
    case 'run':
    case 'count': {
      const read: ReadOne<KnownValue> = (value, at, found) => readValue(test.each, value, at, found)
      const history = readPeriods(read, { test, given: facts[id], path: factPath, when }, issues)
      return history && { ...test, ...history }
    }
    case 'mean':
    case 'total': {
      const read: ReadOne<Part> = (value, at, found) => readPart(test, value, at, found)
      const history = readPeriods(read, { test, given: facts[id], path: factPath, when }, issues)
      return history && { ...test, ...history }
    }
  }
}

type ReadOne<Value> = (value: unknown, path: Path, issues: Issue[]) => Value | undefined

/** When it is asked, and for which fact. */
interface When {
  readonly id: string
  readonly given: unknown
  readonly path: Path
}

/** A history as it was given. */
interface GivenHistory {
  readonly test: HistoryTest
  readonly given: unknown
  readonly path: Path
  readonly when: When
}

/** A period whose value was not given is one without an entry. */
function readPeriods<Value>(
  readOne: ReadOne<Value>,
  { test, given, path, when }: GivenHistory,
  issues: Issue[],
): KnownHistory<Value> | undefined {
  const actual = readHistory(given, path, issues, {
    key: 'value',
    read: (value, valuePath, found) =>
      (value ?? null) === null ? undefined : readOne(value, valuePath, found),
  })
  const first = actual[0]?.at
  const isOfLength = first === undefined || first.unit === test.per
  if (!isOfLength) add(issues, invalid(writePeriod(first), path, A_HISTORY, { unit: test.per }))
  const asOf = readAsOf(test, when, issues)
  return isOfLength && asOf !== undefined ? { actual, asOf } : undefined
}

/** The period of the history's length in which it is asked. */
function readAsOf(
  { per }: HistoryTest,
  { id, given, path }: When,
  issues: Issue[],
): PeriodPosition | undefined {
  if ((given ?? null) === null) {
    add(issues, at(AS_OF_MISSING, path, { field: id }))
    return undefined
  }
  return readPeriodAsOf(given, per, path, issues)
}

/** The day on which it is asked; a period does not say which. */
function readDay({ id, given, path }: When, issues: Issue[]): string | undefined {
  if ((given ?? null) !== null) return readDate(given, path, issues)
  add(issues, at(AS_OF_DAY_MISSING, path, { field: id }))
  return undefined
}

function readValue(
  test: SingleTest,
  given: unknown,
  path: Path,
  issues: Issue[],
): KnownValue | undefined {
  if (test.kind === 'number') {
    const actual = readNumber[test.unit](given, path, issues, test.bounds)
    return actual && { ...test, actual }
  }
  const reader = test.kind === 'word' ? readName : readBoolean
  const actual = reader(given, path, issues)
  return actual === undefined ? undefined : { ...test, actual }
}

/** Of ratios, the total is all that was reached ÷ all targets, so that both are needed; the mean is that of the ratios themselves. */
function readPart(
  { kind, each }: OverTest,
  given: unknown,
  path: Path,
  issues: Issue[],
): Part | undefined {
  if (kind === 'mean' || each.unit !== 'ratio') {
    const actual = readNumber[each.unit](given, path, issues, each.bounds)
    return actual && { actual, target: ONE }
  }
  if (!isQuotient(given)) {
    add(issues, invalid(given, path, A_QUOTIENT))
    return undefined
  }
  const { actual, target } = readActualAndTarget(given, path, issues)
  return actual && target && { actual, target }
}

type ReadNumber = (
  given: unknown,
  path: Path,
  issues: Issue[],
  bounds: NumberTest['bounds'],
) => Fraction | undefined

/** A ratio may be given as what it is made of: `{ actual, target }`. */
const readNumber: Readonly<Record<NumberUnit, ReadNumber>> = {
  ratio: (given, path, issues) =>
    isQuotient(given) ? readQuotient(given, path, issues) : readRatio(given, path, issues),
  points: readWithin,
  count: readCount,
  money: readWithin,
}

function readCount(given: unknown, path: Path, issues: Issue[]): Fraction | undefined {
  const count = readDecimal(given, path, issues)
  if (count === undefined || (count.n >= 0n && count.n % count.d === 0n)) return count
  add(issues, invalid(given, path, A_COUNT))
  return undefined
}
