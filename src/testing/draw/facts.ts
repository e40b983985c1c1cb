/** Where facts come from: of each condition what is required, what is a step beside it, and anything else. */
import type { Condition, FactCondition } from '../../kernel/index.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import * as time from '../../kernel/time/time.js'
import { factConditionsOf, latestPeriods } from '../../policy/internal.js'
import type { Arbitrary, FastCheck } from '../types.js'
import { drawAmount, exactly } from './amounts.js'

/** Facts by name, as rules take them. */
export type Facts = Readonly<Record<string, unknown>>

/** The day on which facts are asked for. */
export const AS_OF = '2026-12-31'

/** Facts that conditions look at, some of them not known, and the day on which they are asked for. */
export function drawFacts(fc: FastCheck, conditions: readonly Condition[]): Arbitrary<Facts> {
  return fc
    .record(Object.fromEntries(drawEachFact(fc, conditions)), { requiredKeys: [] })
    .map((facts) => ({ ...facts, asOf: AS_OF }))
}

/** Of each fact that conditions look at, its values. */
export function drawEachFact(
  fc: FastCheck,
  conditions: readonly Condition[],
): [string, Arbitrary<unknown>][] {
  const byFact = conditionsByFact(conditions)
  return [...byFact].map(([id, list]) => [id, drawFact(fc, list)])
}

/** The conditions on each fact. */
export function conditionsByFact(
  conditions: readonly Condition[],
): ReadonlyMap<string, readonly FactCondition[]> {
  const byFact = new Map<string, FactCondition[]>()
  for (const one of conditions.flatMap(factConditionsOf))
    byFact.set(one.id, [...(byFact.get(one.id) ?? []), one])
  return byFact
}

function drawFact(fc: FastCheck, conditions: readonly FactCondition[]): Arbitrary<unknown> {
  const [first] = conditions
  const value = drawValue(fc, conditions)
  if (first?.unit?.endsWith('-since')) return drawDate(fc, conditions)
  const rule = first?.inARow ?? first?.ofLast ?? first?.over
  if (rule === undefined) return value
  const isOfQuotients = first?.over?.take === 'total' && first.unit === 'ratio'
  return drawHistory(
    fc,
    latestPeriods(lengthOf(conditions) + 2, rule.per, AS_OF),
    isOfQuotients ? value.map((actual) => ({ actual, target: '1' })) : value,
  )
}

function lengthOf(conditions: readonly FactCondition[]): number {
  const lengths = conditions.flatMap(({ inARow, ofLast, over }) => [
    inARow?.length ?? 0,
    ofLast?.periods ?? 0,
    over?.periods ?? 0,
  ])
  return Math.max(...lengths)
}

/** A single value: around what is required, or one of the words. */
function drawValue(fc: FastCheck, conditions: readonly FactCondition[]): Arbitrary<unknown> {
  const required = conditions.flatMap((one) => one.required)
  if (required.some((one) => typeof one === 'boolean')) return fc.boolean()
  const [first] = conditions
  if (first?.unit === undefined) return fc.constantFrom(...required, 'something else')
  const maximum = first.maximum ?? (first.unit === 'ratio' ? BELOW_TEN : undefined)
  return drawAmount(fc, {
    edges: required.map((one) => exactly(String(one))),
    decimals: DECIMALS[first.unit] ?? 0,
    ...(maximum === undefined ? {} : { most: exactly(maximum) }),
  })
}

/** A bare ratio of 10 or more is taken for a percentage. */
const BELOW_TEN = '9.9999'

const DECIMALS: Readonly<Record<string, number>> = { ratio: 4, points: 2, money: 2, count: 0 }

function drawDate(fc: FastCheck, conditions: readonly FactCondition[]): Arbitrary<string> {
  const days = conditions.map(({ unit, required }) => {
    const count = Number(exactly(String(required)).n)
    if (unit === 'days-since') return time.addDays(AS_OF, -count)
    return time.addMonths(AS_OF, -count * (unit === 'years-since' ? 12 : 1))
  })
  return fc
    .record({ day: fc.constantFrom(...days), step: fc.integer({ min: -40, max: 40 }) })
    .map(({ day, step }) => time.addDays(day, step))
    .map((day) => (day > AS_OF ? AS_OF : day))
}

/** The latest periods in a row, each with a value, excused or without an entry. */
function drawHistory(
  fc: FastCheck,
  periods: readonly string[],
  value: Arbitrary<unknown>,
): Arbitrary<unknown> {
  const entries = periods.map((period) =>
    fc.oneof(
      { arbitrary: value.map((one): object[] => [{ period, value: one }]), weight: 8 },
      { arbitrary: fc.constant([{ period, excused: 'leave' }]), weight: 1 },
      { arbitrary: fc.constant<object[]>([]), weight: 1 },
    ),
  )
  return fc.tuple(...entries).map((list) => list.flat())
}

/** Which way a fact is better: higher, lower, or one of what is required; null where its conditions do not agree. */
export function betterWay(conditions: readonly FactCondition[]): 'higher' | 'lower' | 'met' | null {
  const ways = new Set(conditions.map(wayOf))
  const [way = null] = ways
  return ways.size === 1 ? way : null
}

function wayOf({ comparison, unit, inARow, ofLast, over }: FactCondition) {
  const isSingle = (inARow ?? ofLast ?? over) === undefined && !unit?.endsWith('-since')
  if (!isSingle) return null
  if (comparison === 'at-least' || comparison === 'above') return 'higher'
  if (comparison === 'at-most' || comparison === 'below') return 'lower'
  return unit === undefined ? 'met' : null
}

/** A fact of one of these conditions that is better, or as good. */
export function betterFact(
  fact: unknown,
  conditions: readonly FactCondition[],
  step: bigint,
): unknown {
  const way = betterWay(conditions)
  if (fact === undefined || way === null) return fact
  if (way === 'met') {
    const [required] = conditions.flatMap((one) => one.required)
    return conditions.length === 1 ? required : fact
  }
  return moved(String(fact), conditions, way === 'higher' ? step : -step)
}

function moved(fact: string, [first]: readonly FactCondition[], step: bigint): string {
  const decimals = DECIMALS[first?.unit ?? 'count'] ?? 0
  const units = fraction.toUnits(exactly(fact), decimals, 'half-up') + step
  const least = units < 0n ? 0n : units
  const most = first?.maximum ?? (first?.unit === 'ratio' ? BELOW_TEN : undefined)
  const end = most === undefined ? least : fraction.toUnits(exactly(most), decimals, 'floor')
  return write.fixed(least > end ? end : least, decimals)
}
