import { add, type Issue, invalid, type Path } from '../input/issue.js'
import { type Fields, readBoolean, readName } from '../input/values.js'
import { A_COUNT, A_HISTORY } from '../issues.js'
import { readDecimal, readRatio } from '../number/decimal.js'
import type { Fraction } from '../number/fraction.js'
import { isQuotient, readQuotient } from '../number/quotient.js'
import { writePeriod } from '../time/periodText.js'
import { type HistoryEntry, readHistory } from '../time/streak.js'
import type {
  AnswerTest,
  ExactCondition,
  ExactFactCondition,
  NumberTest,
  RunTest,
  Test,
  WordTest,
} from './exactCondition.js'

/** A condition with the facts that it looks at. */
export type KnownCondition =
  | { readonly condition: ExactFactCondition; readonly fact: KnownFact | 'absent' | 'wrong' }
  | { readonly parts: readonly KnownCondition[]; readonly needed: number | 'all' }

/** A fact beside what it must be. */
export type KnownFact =
  | KnownValue
  | (RunTest & { readonly actual: readonly HistoryEntry<KnownValue>[] })

type KnownValue =
  | (NumberTest & { readonly actual: Fraction })
  | (WordTest & { readonly actual: string })
  | (AnswerTest & { readonly actual: boolean })

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
  const { id, test } = condition
  const given = facts[id] ?? null
  const fact = given === null ? 'absent' : readFact(test, given, [...path, id], issues)
  return { condition, fact: fact ?? 'wrong' }
}

function readFact(test: Test, given: unknown, path: Path, issues: Issue[]): KnownFact | undefined {
  return test.kind === 'run'
    ? readRun(test, given, path, issues)
    : readValue(test, given, path, issues)
}

/** A period whose value was not given is one without an entry. */
function readRun(
  test: RunTest,
  given: unknown,
  path: Path,
  issues: Issue[],
): KnownFact | undefined {
  const actual = readHistory(given, path, issues, {
    key: 'value',
    read: (value, valuePath, found) =>
      (value ?? null) === null ? undefined : readValue(test.each, value, valuePath, found),
  })
  const first = actual[0]?.at
  if (first === undefined || first.unit === test.per) return { ...test, actual }
  add(issues, invalid(writePeriod(first), path, A_HISTORY, { unit: test.per }))
  return undefined
}

function readValue(
  test: RunTest['each'],
  given: unknown,
  path: Path,
  issues: Issue[],
): KnownValue | undefined {
  switch (test.kind) {
    case 'number': {
      const actual = readNumber[test.unit](given, path, issues)
      return actual && { ...test, actual }
    }
    case 'word': {
      const actual = readName(given, path, issues)
      return actual === undefined ? undefined : { ...test, actual }
    }
    case 'answer': {
      const actual = readBoolean(given, path, issues)
      return actual === undefined ? undefined : { ...test, actual }
    }
  }
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
