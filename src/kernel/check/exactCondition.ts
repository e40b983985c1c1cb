/** The exact form of a condition: its numbers are fractions, and it says at once what kind of fact it looks at. */

import { known } from '../number/decimal.js'
import { type Fraction, ZERO } from '../number/fraction.js'
import type { ElapsedUnit } from '../time/elapsed.js'
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
type Test = SingleTest | SinceTest | HistoryTest

/** What a single value must be, be it the fact or one period of it. */
export type SingleTest = NumberTest | ValueTest

export interface NumberTest {
  readonly kind: 'number'
  readonly unit: NumberUnit
  readonly comparison: Comparison
  readonly required: Fraction
  /** The ends of its scale, where it has them. */
  readonly bounds: { readonly minimum?: Fraction; readonly maximum?: Fraction }
}

/** What a number that is given as one is counted in. */
export type NumberUnit = Exclude<FactUnit, keyof typeof SINCE>

/** One of these words, or an answer: true, or false. */
export interface ValueTest {
  readonly kind: 'word' | 'answer'
  readonly required: readonly (string | boolean)[]
}

/** A date since which so many units must be complete. */
export interface SinceTest {
  readonly kind: 'since'
  readonly unit: ElapsedUnit
  readonly comparison: Comparison
  readonly required: Fraction
}

/** What a history of periods must be. */
export type HistoryTest = RunTest | CountTest | OverTest

/** The latest so many periods in a row must each pass, up to the period asked in. */
export interface RunTest {
  readonly kind: 'run'
  readonly each: SingleTest
  readonly required: Fraction
  readonly per: PeriodUnit
  readonly gap: StreakRule['gap']
  readonly gapAtMost?: number
}

/** So many of the latest periods must pass. */
export interface CountTest {
  readonly kind: 'count'
  readonly each: SingleTest
  readonly required: Fraction
  readonly per: PeriodUnit
  readonly periods: number
}

/** The mean or the total of the latest periods must pass. */
export interface OverTest {
  readonly kind: 'mean' | 'total'
  readonly each: NumberTest
  readonly per: PeriodUnit
  readonly periods: number
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

function testOf({ inARow, ofLast, over, ...written }: FactCondition): Test {
  const { comparison, required, unit } = written
  if (unit !== undefined && isSince(unit))
    return { kind: 'since', unit: SINCE[unit], comparison, required: known(String(required)) }
  const each = testOfOne(written)
  if (inARow !== undefined) return { kind: 'run', each, ...inARow, required: known(inARow.length) }
  if (ofLast !== undefined)
    return { kind: 'count', each, ...ofLast, required: known(ofLast.atLeast) }
  if (over !== undefined && each.kind === 'number') return { kind: over.take, each, ...over }
  return each
}

function testOfOne({ required, unit, comparison, maximum }: FactCondition): SingleTest {
  if (unit !== undefined && !isSince(unit)) {
    const bounds = maximum === undefined ? {} : { minimum: ZERO, maximum: known(maximum) }
    return { kind: 'number', unit, comparison, required: known(String(required)), bounds }
  }
  if (typeof required === 'boolean') return { kind: 'answer', required: [required] }
  return { kind: 'word', required: typeof required === 'string' ? [required] : required }
}

/** The units of a condition whose fact is a date. */
export const SINCE = {
  'days-since': 'day',
  'months-since': 'month',
  'years-since': 'year',
} as const satisfies Partial<Readonly<Record<FactUnit, ElapsedUnit>>>

export function isSince(unit: FactUnit): unit is keyof typeof SINCE {
  return Object.hasOwn(SINCE, unit)
}

/** The fact that says when it is asked: the day or, where histories alone are looked at, the period. */
export const AS_OF = 'asOf'

/** The ids of all facts that a condition looks at. */
export function factsOf(condition: ExactCondition): string[] {
  if ('parts' in condition) return condition.parts.flatMap(factsOf)
  return 'per' in condition.test || condition.test.kind === 'since'
    ? [condition.id, AS_OF]
    : [condition.id]
}
