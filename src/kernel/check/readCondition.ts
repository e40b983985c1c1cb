import { add, at, type Issue, invalid, type Path } from '../input/issue.js'
import { type Fields, readBoolean, readName } from '../input/values.js'
import { A_COUNT, A_HISTORY, A_PERIOD_WITHIN, AS_OF_MISSING } from '../issues.js'
import { readDecimal, readRatio } from '../number/decimal.js'
import type { Fraction } from '../number/fraction.js'
import { isQuotient, readQuotient } from '../number/quotient.js'
import { periodAround } from '../time/period.js'
import { type PeriodPosition, readPeriod, writePeriod } from '../time/periodText.js'
import { type HistoryEntry, readHistory } from '../time/streak.js'
import {
  AS_OF,
  type ExactCondition,
  type ExactFactCondition,
  type NumberTest,
  type RunTest,
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
  | (RunTest & {
      readonly actual: readonly HistoryEntry<KnownValue>[]
      /** The period of the history's length that is asked in. */
      readonly asOf: PeriodPosition
    })

type KnownValue =
  | (NumberTest & { readonly actual: Fraction })
  | (ValueTest & { readonly actual: string | boolean })

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
  const isAbsent = (facts[condition.id] ?? null) === null
  const fact = isAbsent ? condition.absent : readFact(condition, facts, path, issues)
  return { condition, fact: fact ?? 'unknown' }
}

function readFact(
  { id, test }: ExactFactCondition,
  facts: Fields,
  path: Path,
  issues: Issue[],
): KnownFact | undefined {
  if (test.kind !== 'run') return readValue(test, facts[id], [...path, id], issues)
  const actual = readRun(test, facts[id], [...path, id], issues)
  const asOf = readAsOf({ id, test }, facts[AS_OF], [...path, AS_OF], issues)
  return actual && asOf && { ...test, actual, asOf }
}

/** A period whose value was not given is one without an entry. */
function readRun(
  test: RunTest,
  given: unknown,
  path: Path,
  issues: Issue[],
): HistoryEntry<KnownValue>[] | undefined {
  const actual = readHistory(given, path, issues, {
    key: 'value',
    read: (value, valuePath, found) =>
      (value ?? null) === null ? undefined : readValue(test.each, value, valuePath, found),
  })
  const first = actual[0]?.at
  if (first === undefined || first.unit === test.per) return actual
  add(issues, invalid(writePeriod(first), path, A_HISTORY, { unit: test.per }))
  return undefined
}

/** The period of the run's length in which it is asked for; a longer one does not say which. */
function readAsOf(
  { id, test }: { readonly id: string; readonly test: RunTest },
  given: unknown,
  path: Path,
  issues: Issue[],
): PeriodPosition | undefined {
  if ((given ?? null) === null) {
    add(issues, at(AS_OF_MISSING, path, { field: id }))
    return undefined
  }
  const asOf = readPeriod(given, path, issues)
  const around = asOf && periodAround(asOf, test.per)
  if (asOf !== undefined && around === undefined)
    add(issues, invalid(given, path, A_PERIOD_WITHIN, { unit: test.per }))
  return around
}

function readValue(
  test: RunTest['each'],
  given: unknown,
  path: Path,
  issues: Issue[],
): KnownValue | undefined {
  if (test.kind === 'number') {
    const actual = readNumber[test.unit](given, path, issues)
    return actual && { ...test, actual }
  }
  const reader = test.kind === 'word' ? readName : readBoolean
  const actual = reader(given, path, issues)
  return actual === undefined ? undefined : { ...test, actual }
}

type ReadNumber = (given: unknown, path: Path, issues: Issue[]) => Fraction | undefined

/** A ratio may be given as what it is made of: `{ actual, target }`. */
const readNumber: Readonly<Record<NumberTest['unit'], ReadNumber>> = {
  ratio: (given, path, issues) =>
    isQuotient(given) ? readQuotient(given, path, issues) : readRatio(given, path, issues),
  points: readDecimal,
  count: readCount,
  money: readDecimal,
}

function readCount(given: unknown, path: Path, issues: Issue[]): Fraction | undefined {
  const count = readDecimal(given, path, issues)
  if (count === undefined || (count.n >= 0n && count.n % count.d === 0n)) return count
  add(issues, invalid(given, path, A_COUNT))
  return undefined
}
