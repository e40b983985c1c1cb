/** The exact form of a condition: its numbers are fractions, and it says at once what kind of fact it looks at. */

import { known } from '../number/decimal.js'
import type { Fraction } from '../number/fraction.js'
import type { PeriodUnit } from '../time/periodText.js'
import type { StreakRule } from '../time/streak.js'
import type { Comparison, Condition, FactCondition, FactUnit } from './types.js'

export type ExactCondition = ExactFactCondition | ExactGroup

/** A condition on one fact. */
export interface ExactFactCondition {
  /** The name of the fact. */
  readonly id: string
  /** What it is while the fact is not given. */
  readonly absent: 'unknown' | 'not-applicable'
  /** As the policy has it, for what is said of it. */
  readonly written: FactCondition
  readonly test: Test
}

/** Conditions of which so many must be met; `all` is as many as apply. */
interface ExactGroup {
  readonly parts: readonly ExactCondition[]
  readonly needed: number | 'all'
}

/** What a fact must be. */
type Test = NumberTest | ValueTest | RunTest

export interface NumberTest {
  readonly kind: 'number'
  readonly unit: FactUnit
  readonly comparison: Comparison
  readonly required: Fraction
}

/** One of these words, or an answer: true, or false. */
export interface ValueTest {
  readonly kind: 'word' | 'answer'
  readonly required: readonly (string | boolean)[]
}

/** A history of periods of which the latest so many in a row must each pass, up to the period asked in. */
export interface RunTest {
  readonly kind: 'run'
  readonly each: Exclude<Test, RunTest>
  readonly required: Fraction
  readonly per: PeriodUnit
  readonly gap: StreakRule['gap']
}

/** Compiles a condition of a checked policy. */
export function compileCondition(condition: Condition): ExactCondition {
  if ('id' in condition) return compileFact(condition)
  if ('all' in condition) return { parts: condition.all.map(compileCondition), needed: 'all' }
  if ('any' in condition) return { parts: condition.any.map(compileCondition), needed: 1 }
  return { parts: condition.of.map(compileCondition), needed: condition.atLeast }
}

function compileFact(written: FactCondition): ExactFactCondition {
  const { id, absent = 'unknown' } = written
  return { id, absent, written, test: testOf(written) }
}

function testOf({ inARow, ...written }: FactCondition): Test {
  const each = testOfOne(written)
  if (inARow === undefined) return each
  const { length, per, gap } = inARow
  return { kind: 'run', each, required: known(length), per, gap }
}

function testOfOne({ required, unit, comparison }: FactCondition): RunTest['each'] {
  if (unit !== undefined)
    return { kind: 'number', unit, comparison, required: known(String(required)) }
  if (typeof required === 'boolean') return { kind: 'answer', required: [required] }
  return { kind: 'word', required: typeof required === 'string' ? [required] : required }
}

/** The fact that says in which period runs up to now are looked at. */
export const AS_OF = 'asOf'

/** The ids of all facts that a condition looks at. */
export function factsOf(condition: ExactCondition): string[] {
  if ('parts' in condition) return condition.parts.flatMap(factsOf)
  return condition.test.kind === 'run' ? [condition.id, AS_OF] : [condition.id]
}
