import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Condition, FactCondition } from '../../src/kernel/check/check.js'
import * as check from '../../src/kernel/check/check.js'
import { attempt } from '../../src/kernel/input/attempt.js'
import type { Issue } from '../../src/kernel/input/issue.js'
import { checkPolicy } from '../../src/kernel/input/schema.js'
import { known, writeDecimal } from '../../src/kernel/number/decimal.js'
import { add, compare, type Fraction, sum, ZERO } from '../../src/kernel/number/fraction.js'
import { roundingModes } from '../../src/kernel/number/rounding.js'
import { bandsSchema, conditionSchema, curveSchema } from '../../src/kernel/schema.js'
import type { Band } from '../../src/kernel/score/bands.js'
import type { Curve } from '../../src/kernel/score/curve.js'
import type { Criterion, ScorecardRules } from '../../src/kernel/score/scorecard.js'
import { daysFrom } from '../oracle/calendar.js'
import { type Check, outcomeOf } from '../oracle/checks.js'
import { compare as order, parse } from '../oracle/fraction.js'
import * as oracle from '../oracle/scorecard.js'
import { bandOf, highestPoints, pointsOf, scoreFacts } from '../scoring.js'

const law = (name: string, property: fc.IRawProperty<unknown>) =>
  it(name, () => fc.assert(property, { numRuns: 300 }))

const FACTS = ['facts']

function pointsFor(fact: unknown, curve: Curve): Fraction {
  const issues: Issue[] = []
  const points = pointsOf(fact, curve, FACTS, issues)
  expect(issues).toEqual([])
  return points ?? ZERO
}

function scoreOf(
  facts: Record<string, unknown>,
  criteria: readonly Criterion[],
  rules: ScorecardRules,
) {
  const issues: Issue[] = []
  return scoreFacts(facts, criteria, rules, FACTS, issues)
}

/** A whole number of units with so many decimals, as a canonical decimal: 1250 of 2 is 12.5. */
const unitsOf = (units: number, decimals: number) =>
  writeDecimal({ n: BigInt(units), d: 10n ** BigInt(decimals) })

/** A decimal from 0 to 200 that leans to whole figures, halves and thresholds. */
const figure = fc.oneof(
  fc.constantFrom('0', '0.01', '0.8', '1', '1.2', '60', '99.99', '100', '100.01', '200'),
  fc.integer({ min: 0, max: 20_000 }).map((units) => unitsOf(units, 2)),
)
const above = figure.filter((text) => text !== '0')
const points = fc.integer({ min: 0, max: 1000 }).map((units) => units / 10)
const rising = (length: fc.ArrayConstraints) =>
  fc
    .uniqueArray(fc.integer({ min: -50, max: 200 }), { ...length, comparator: 'IsStrictlyEqual' })
    .map((list) => [...list].sort((a, b) => a - b))

/** A curve, the same curve as the oracle writes it, and a fact for it. */
interface Case {
  readonly curve: Curve
  readonly twin: oracle.Curve
  readonly fact: oracle.Answer
}

const span = fc
  .tuple(points, points)
  .map(([a, b]) => ({ floor: Math.min(a, b), cap: Math.max(a, b) }))

const pointsCase: fc.Arbitrary<Case> = fc.integer({ min: 0, max: 10_000 }).map((units) => ({
  curve: { kind: 'points', maximum: 100 },
  twin: { type: 'points', max: '100' },
  fact: unitsOf(units, 2),
}))

const ratioCase: fc.Arbitrary<Case> = fc
  .record({
    kind: fc.constantFrom('ratio', 'lower-is-better'),
    span,
    actual: figure,
    target: above,
  })
  .map(({ kind, span: { floor, cap }, actual, target }) => ({
    curve: { kind, floor, cap },
    twin: { type: kind, floor: String(floor), cap: String(cap) },
    fact: { actual, target },
  }))

const stepsCase: fc.Arbitrary<Case> = fc
  .record({
    starts: rising({ minLength: 1, maxLength: 5 }),
    below: points,
    given: fc.array(points, { minLength: 5, maxLength: 5 }),
    at: fc.nat(4),
    near: fc.constantFrom(-1, 0, 1),
  })
  .map(({ starts, below, given, at, near }) => {
    const steps = starts.map((from, index) => ({ from: String(from), points: given[index] ?? 0 }))
    const start = (starts[at % starts.length] ?? 0) * 100 + near
    return {
      curve: { kind: 'steps', below, steps },
      twin: {
        type: 'steps',
        below: String(below),
        steps: steps.map((step) => ({ ...step, points: String(step.points) })),
      },
      fact: unitsOf(start, 2),
    }
  })

const linearCase: fc.Arbitrary<Case> = fc
  .record({
    places: rising({ minLength: 2, maxLength: 5 }),
    given: fc.array(points, { minLength: 5, maxLength: 5 }),
    at: fc.integer({ min: -6000, max: 21_000 }),
    on: fc.option(fc.nat(4), { freq: 3 }),
  })
  .map(({ places, given, at, on }) => {
    const knots = places.map((place, index) => ({ at: String(place), points: given[index] ?? 0 }))
    const knot = on === null ? null : knots[on % knots.length]
    return {
      curve: { kind: 'linear', knots },
      twin: {
        type: 'linear',
        knots: knots.map((each) => ({ ...each, points: String(each.points) })),
      },
      fact: knot?.at ?? unitsOf(at, 2),
    }
  })

const progressCase: fc.Arbitrary<Case> = fc
  .record({ span, actual: figure, target: figure, baseline: figure })
  .filter(({ target, baseline }) => compare(known(target), known(baseline)) !== 0)
  .map(({ span: { floor, cap }, ...fact }) => ({
    curve: { kind: 'progress', floor, cap },
    twin: { type: 'progress', floor: String(floor), cap: String(cap) },
    fact,
  }))

const ratingCase: fc.Arbitrary<Case> = fc
  .record({ minimum: fc.nat(3), width: fc.integer({ min: 1, max: 7 }), at: fc.nat(100) })
  .map(({ minimum, width, at }) => {
    const scale = { minimum: String(minimum), maximum: String(minimum + width) }
    return {
      curve: { kind: 'rating', ...scale },
      twin: { type: 'rating', min: scale.minimum, max: scale.maximum },
      fact: unitsOf(minimum * 100 + width * at, 2),
    }
  })

const choiceCase: fc.Arbitrary<Case> = fc
  .record({ a: points, b: points, fact: fc.constantFrom('a', 'b') })
  .map(({ a, b, fact }) => ({
    curve: { kind: 'choice', choices: { a, b } },
    twin: { type: 'choice', points: { a: String(a), b: String(b) } },
    fact,
  }))

const anyCase = fc.oneof(
  pointsCase,
  ratioCase,
  stepsCase,
  linearCase,
  progressCase,
  ratingCase,
  choiceCase,
)

/** Weights that add up to exactly 100, of at most three decimals, some of them 0. */
const weights = fc
  .array(fc.integer({ min: 0, max: 100_000 }), { maxLength: 5 })
  .map((cuts) => [0, ...cuts.sort((a, b) => a - b), 100_000])
  .map((cuts) => cuts.slice(1).map((cut, index) => (cut - (cuts[index] ?? 0)) / 1000))

const missing = fc.constantFrom('refuse' as const, 'zero' as const, 'reweight' as const)

const rules: fc.Arbitrary<ScorecardRules> = fc.record({
  missing,
  decimals: fc.integer({ min: 0, max: 4 }),
  rounding: fc.constantFrom(...roundingModes),
})

/** The least known weight, where a rule says it. */
const floors = fc.option(fc.constantFrom(20, 50, 80), { nil: undefined })

interface Part extends Case {
  readonly weight: number
  readonly isMissing: boolean
  readonly missing: ScorecardRules['missing'] | undefined
}

const parts: fc.Arbitrary<readonly Part[]> = weights.chain((list) =>
  fc.tuple(
    ...list.map((weight) =>
      fc
        .record({
          each: anyCase,
          isMissing: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
          missing: fc.option(missing, { nil: undefined }),
        })
        .map(({ each, ...part }) => ({ ...each, ...part, weight })),
    ),
  ),
)

const idOf = (index: number) => `part ${index}`
const criteriaOf = (list: readonly Part[]): Criterion[] =>
  list.map(({ curve, weight, missing: rule }, index) => ({
    id: idOf(index),
    weight,
    curve,
    ...(rule && { missing: rule }),
  }))
const factsOf = (list: readonly Part[]) =>
  Object.fromEntries(
    list.flatMap(({ fact, isMissing }, index) => (isMissing ? [] : [[idOf(index), fact]])),
  )

describe('curves', () => {
  law(
    'give the points that the oracle gives',
    fc.property(anyCase, ({ curve, twin, fact }) => {
      const expected = oracle.pointsOf(fact, twin)
      expect(compare(pointsFor(fact, curve), expected)).toBe(0)
    }),
  )

  law(
    'give no points below 0 and none above their highest',
    fc.property(anyCase, ({ curve, fact }) => {
      const given = pointsFor(fact, curve)
      expect(compare(given, ZERO)).not.toBe(-1)
      expect(compare(given, highestPoints(curve))).not.toBe(1)
    }),
  )

  law(
    'take −0 for 0, alone and as what was reached of a target',
    fc.property(
      anyCase.filter(({ curve }) => curve.kind !== 'choice'),
      above,
      fc.constantFrom(-0, '-0', '-0.00'),
      ({ curve }, target, negative) => {
        fc.pre(curve.kind !== 'rating' || curve.minimum === '0')
        const isQuotient = curve.kind === 'ratio' || curve.kind === 'lower-is-better'
        const baseline = curve.kind === 'progress' ? { baseline: '1000' } : {}
        const given = (zero: number | string) =>
          pointsFor(
            isQuotient || 'baseline' in baseline ? { actual: zero, target, ...baseline } : zero,
            curve,
          )
        expect(compare(given(negative), given(0))).toBe(0)
      },
    ),
  )

  law(
    'are refused or filled in the same way when read back from JSON',
    fc.property(anyCase, ({ curve }) => {
      const defined = checkPolicy(curveSchema, curve)
      expect(defined).toEqual(curve)
      expect(checkPolicy(curveSchema, JSON.parse(JSON.stringify(defined)))).toEqual(defined)
    }),
  )

  law(
    'no value at all breaks a curve: it gives points or says what is wrong',
    fc.property(anyCase, fc.anything(), ({ curve }, fact) => {
      const issues: Issue[] = []
      const given = pointsOf(fact, curve, FACTS, issues)
      expect(given === undefined).toBe(issues.length > 0)
    }),
  )
})

describe('decay', () => {
  const AS_OF = '2026-06-30'
  const curve = {
    kind: 'decay',
    halfLifeDays: 30,
    events: { visit: 10, demo: 25 },
    maximum: 100,
  } as const
  const event = fc.record({
    date: fc.integer({ min: 0, max: 400 }).map((age) => daysFrom(AS_OF, -age)),
    kind: fc.constantFrom('visit', 'demo'),
  })
  const events = fc.array(event, { maxLength: 8 })
  const worth = (list: readonly object[], asOf = AS_OF, maximum = 100) =>
    pointsFor({ asOf, events: list }, { ...curve, maximum })

  law(
    'one more event never takes points away, and no number of them passes the maximum',
    fc.property(events, event, (list, more) => {
      expect(compare(worth([...list, more]), worth(list))).not.toBe(-1)
      expect(compare(worth(list, AS_OF, 20), known(20))).not.toBe(1)
    }),
  )

  law(
    'a half-life later half the points are left, to 20 decimals',
    fc.property(events, (list) => {
      const now = worth(list, AS_OF, 1000)
      const later = worth(list, daysFrom(AS_OF, 30), 1000)
      const error = add(now, { n: -2n * later.n, d: later.d })
      expect(Math.abs(Number(error.n) / Number(error.d))).toBeLessThan(1e-17)
    }),
  )

  law(
    'the order of events does not matter',
    fc.property(events, (list) => {
      expect(compare(worth([...list].reverse()), worth(list))).toBe(0)
    }),
  )
})

describe('scores', () => {
  law(
    'are what the oracle scores, with its contributions, or refused where it refuses',
    fc.property(parts, rules, floors, (list, plain, floor) => {
      const how = { ...plain, ...(floor !== undefined && { knownWeightAtLeast: floor }) }
      const facts = factsOf(list)
      const scorecard: oracle.Scorecard = {
        criteria: list.map(({ twin, weight, missing: rule }, index) => ({
          id: idOf(index),
          weight: String(weight),
          curve: twin,
          ...(rule && { missing: rule }),
        })),
        missing: how.missing,
        ...(floor !== undefined && { knownWeightAtLeast: String(floor) }),
        rounding: { mode: how.rounding, decimals: how.decimals },
      }
      const outcome = scoreOf(facts, criteriaOf(list), how)
      const expected = attemptOracle(() =>
        oracle.scoreOf(facts as Record<string, oracle.Answer>, scorecard),
      )
      expect(outcome === undefined).toBe(expected === undefined)
      if (outcome === undefined || expected === undefined) return
      expect(compare(outcome.score, parse(expected.score))).toBe(0)
      expect(outcome.parts.map(({ contribution }) => contribution)).toEqual(
        expected.contributions.map(({ contribution }) => Number(contribution ?? 0)),
      )
    }),
  )

  law(
    'are the sum of the contributions shown, exactly',
    fc.property(parts, rules, (list, how) => {
      const outcome = scoreOf(factsOf(list), criteriaOf(list), how)
      fc.pre(outcome !== undefined)
      const shown = sum(outcome.parts.map(({ contribution }) => known(contribution)))
      expect(compare(shown, outcome.score)).toBe(0)
    }),
  )

  law(
    'show the weights that were used: they add up to 100, and each is the part of what counts',
    fc.property(parts, rules, (list, how) => {
      const outcome = scoreOf(factsOf(list), criteriaOf(list), how)
      fc.pre(outcome !== undefined)
      const used = outcome.parts.map(({ weightUsed }) => weightUsed)
      expect(used.reduce((total, one) => total + one, 0)).toBeCloseTo(100, 9)
      for (const [index, { isMissing, weight, missing: rule = how.missing }] of list.entries()) {
        if (isMissing && rule !== 'zero') expect(used[index]).toBe(0)
        else expect(used[index] ?? 0).toBeGreaterThanOrEqual(weight)
      }
    }),
  )

  law(
    'do not depend on the order of the parts: weights move with them',
    fc.property(parts, rules, (list, how) => {
      const criteria = criteriaOf(list)
      const outcome = scoreOf(factsOf(list), criteria, how)
      const reversed = scoreOf(factsOf(list), [...criteria].reverse(), how)
      fc.pre(outcome !== undefined && reversed !== undefined)
      expect(compare(outcome.score, reversed.score)).toBe(0)
      const plain = ({ parts: each }: typeof outcome) =>
        each.map(({ id, points: given, weight }) => ({ id, given, weight }))
      expect(plain(reversed).reverse()).toEqual(plain(outcome))
    }),
  )

  law(
    'never fall when one indicator rises',
    fc.property(
      weights,
      fc.array(fc.tuple(figure, above), { minLength: 6, maxLength: 6 }),
      fc.nat(5),
      fc.integer({ min: 0, max: 5000 }).map((units) => unitsOf(units, 2)),
      rules,
      (list, facts, at, rise, how) => {
        const criteria = list.map(
          (weight, index): Criterion => ({
            id: idOf(index),
            weight,
            curve: { kind: 'ratio', floor: 0, cap: 150 },
          }),
        )
        const place = at % list.length
        const given = (raised: string) =>
          Object.fromEntries(
            list.map((_, index) => {
              const [actual = '0', target = '1'] = facts[index] ?? []
              const more = writeDecimal(add(known(actual), known(raised)))
              return [idOf(index), { actual: index === place ? more : actual, target }]
            }),
          )
        const before = scoreOf(given('0'), criteria, how)
        const after = scoreOf(given(rise), criteria, how)
        expect(compare(after?.score ?? ZERO, before?.score ?? ZERO)).not.toBe(-1)
        expect(before).toBeDefined()
      },
    ),
  )

  law(
    'are the points of the parts when all parts have the same, whatever is missing',
    fc.property(weights, fc.integer({ min: 0, max: 100 }), fc.nat(5), (list, same, at) => {
      const criteria = list.map(
        (weight, index): Criterion => ({
          id: idOf(index),
          weight,
          curve: { kind: 'points', maximum: 100 },
        }),
      )
      const left = criteria.filter((_, index) => index !== at)
      fc.pre(left.some(({ weight }) => weight > 0))
      const facts = Object.fromEntries(left.map(({ id }) => [id, same]))
      const how = { missing: 'reweight', decimals: 2, rounding: 'half-up' } as const
      expect(writeDecimal(scoreOf(facts, criteria, how)?.score ?? ZERO)).toBe(String(same))
    }),
  )

  law(
    'show contributions within one unit of the exact ones',
    fc.property(parts, rules, (list, how) => {
      const complete = list.map((part) => ({ ...part, isMissing: false }))
      const outcome = scoreOf(factsOf(complete), criteriaOf(complete), how)
      const unit = 10 ** -how.decimals
      for (const [index, { curve, fact, weight }] of complete.entries()) {
        const exact = pointsFor(fact, curve)
        const due = ((Number(exact.n) / Number(exact.d)) * weight) / 100
        const shown = outcome?.parts[index]?.contribution ?? Number.NaN
        expect(Math.abs(shown - due)).toBeLessThanOrEqual(unit + 1e-9)
      }
    }),
  )
})

/** The oracle throws to refuse. */
function attemptOracle<Value>(call: () => Value): Value | undefined {
  try {
    return call()
  } catch {
    return undefined
  }
}

describe('bands', () => {
  const bands: fc.Arbitrary<readonly Band[]> = fc
    .uniqueArray(fc.integer({ min: 1, max: 10_000 }), { maxLength: 6 })
    .map((starts) => [...starts.sort((a, b) => b - a), 0])
    .map((starts) => starts.map((from, index) => ({ id: `band ${index}`, from: from / 100 })))
  /** A score on the start of a band, a hundredth beside it, or anywhere. */
  const banded = bands.chain((list) =>
    fc
      .oneof(
        fc.integer({ min: 0, max: 12_000 }),
        fc
          .tuple(fc.constantFrom(...list), fc.constantFrom(-1, 0, 1))
          .map(([{ from }, near]) => Math.max(0, Math.round(from * 100) + near)),
      )
      .map((units) => ({ list, score: unitsOf(units, 2) })),
  )

  law(
    'partition the scores: each score has one band, which it has reached while not the one above',
    fc.property(banded, ({ list, score }) => {
      const { band, next } = bandOf(known(score), list)
      const index = list.findIndex(({ id }) => id === band)
      const own = list[index]
      expect(order(parse(score), parse(String(own?.from)))).not.toBe(-1)
      expect(next?.band).toBe(list[index - 1]?.id)
      if (next !== null) expect(order(parse(score), parse(String(next.from)))).toBe(-1)
    }),
  )

  law(
    'are those of the oracle',
    fc.property(banded, ({ list, score }) => {
      const twins = list.map(({ id, from }) => ({ id, from: String(from) }))
      expect(bandOf(known(score), list).band).toBe(oracle.bandOf(score, twins))
    }),
  )

  law(
    'reach the next one with exactly the points missing to it, and not with less',
    fc.property(banded, ({ list, score }) => {
      const { next } = bandOf(known(score), list)
      fc.pre(next !== null)
      const reached = add(known(score), known(next.remaining))
      expect(bandOf(reached, list).band).toBe(next.band)
      const justLess = add(reached, known('-0.000000000001'))
      expect(bandOf(justLess, list).band).not.toBe(next.band)
    }),
  )

  law(
    'are the same when read back from JSON',
    fc.property(bands, (list) => {
      expect(checkPolicy(bandsSchema, JSON.parse(JSON.stringify(list)))).toEqual(list)
    }),
  )
})

describe('checks', () => {
  const IDS = ['a', 'b', 'c', 'd', 'e'] as const
  const comparison = fc.constantFrom('at-least', 'above', 'at-most', 'below', 'equals')

  const leaf = (absent: fc.Arbitrary<'unknown' | 'not-applicable'>) =>
    fc.record({
      id: fc.constantFrom(...IDS),
      comparison,
      required: figure,
      unit: fc.constant('points'),
      absent,
    }) as fc.Arbitrary<FactCondition>

  const conditions = (leaves: fc.Arbitrary<FactCondition>) =>
    fc.letrec<{ node: Condition }>((tie) => {
      const several = fc.array(tie('node'), { minLength: 1, maxLength: 3 })
      return {
        node: fc.oneof(
          { maxDepth: 3, withCrossShrink: true },
          leaves,
          several.map((all) => ({ all })),
          several.map((any) => ({ any })),
          several.chain((of) =>
            fc.integer({ min: 1, max: of.length }).map((atLeast) => ({ atLeast, of })),
          ),
        ),
      }
    }).node

  const anyCondition = conditions(leaf(fc.constantFrom('unknown', 'not-applicable')))
  const plainCondition = conditions(leaf(fc.constant('unknown')))
  const facts = fc.dictionary(fc.constantFrom(...IDS), figure)
  const allFacts = fc.record(Object.fromEntries(IDS.map((id) => [id, figure])))

  function run(condition: Condition, given: Readonly<Record<string, unknown>>) {
    const issues: Issue[] = []
    const outcome = check.run(check.compile(condition), given, FACTS, issues)
    expect(issues).toEqual([])
    return outcome
  }

  function twinOf(condition: Condition, given: Readonly<Record<string, string>>): Check {
    if ('id' in condition) return { type: 'outcome', outcome: leafOutcome(condition, given) }
    if ('all' in condition)
      return { type: 'all', checks: condition.all.map((part) => twinOf(part, given)) }
    if ('any' in condition)
      return { type: 'any', checks: condition.any.map((part) => twinOf(part, given)) }
    const checks = condition.of.map((part) => twinOf(part, given))
    return { type: 'at-least', count: condition.atLeast, checks }
  }

  function leafOutcome(condition: FactCondition, given: Readonly<Record<string, string>>) {
    const fact = given[condition.id]
    if (fact === undefined) return condition.absent ?? 'unknown'
    const side = order(parse(fact), parse(String(condition.required)))
    const sides: Readonly<Record<string, readonly number[]>> = {
      'at-least': [0, 1],
      above: [1],
      'at-most': [-1, 0],
      below: [-1],
      equals: [0],
    }
    return sides[condition.comparison]?.includes(side) ? 'met' : 'unmet'
  }

  law(
    'come out as an oracle that tries every future says',
    fc.property(anyCondition, facts, (condition, given) => {
      expect(run(condition, given).outcome).toBe(outcomeOf(twinOf(condition, given)))
    }),
  )

  law(
    'settle nothing too early: what is met or unmet stays so whatever is learned of the unknown',
    fc.property(plainCondition, facts, allFacts, (condition, given, rest) => {
      const early = run(condition, given).outcome
      const late = run(condition, { ...rest, ...given }).outcome
      expect(late).not.toBe('unknown')
      if (early !== 'unknown') expect(late).toBe(early)
    }),
  )

  law(
    'never turn unknown into met: with no facts nothing is met',
    fc.property(plainCondition, (condition) => {
      expect(run(condition, {}).outcome).toBe('unknown')
    }),
  )

  law(
    'say how much is missing: a fact that gains its gap meets what is at least, at most or equal',
    fc.property(leaf(fc.constant('unknown')), figure, (condition, fact) => {
      const [check] = run(condition, { [condition.id]: fact }).checks
      fc.pre(check !== undefined && check.gap !== null)
      const isTooMuch = order(parse(fact), parse(String(condition.required))) > 0
      const change = known(isTooMuch ? `-${check.gap}` : check.gap)
      const changed = writeDecimal(add(known(fact), change))
      expect(changed).toBe(condition.required)
    }),
  )

  law(
    'list one check for each condition on a fact, in order',
    fc.property(anyCondition, facts, (condition, given) => {
      const leaves = (each: Condition): string[] => {
        if ('id' in each) return [each.id]
        if ('all' in each) return each.all.flatMap(leaves)
        return 'any' in each ? each.any.flatMap(leaves) : each.of.flatMap(leaves)
      }
      expect(run(condition, given).checks.map(({ id }) => id)).toEqual(leaves(condition))
    }),
  )

  law(
    'are the same conditions when read back from JSON',
    fc.property(anyCondition, (condition) => {
      expect(checkPolicy(conditionSchema, JSON.parse(JSON.stringify(condition)))).toEqual(condition)
    }),
  )

  law(
    'no value at all breaks a check or a policy: it answers or refuses',
    fc.property(anyCondition, fc.anything(), (condition, value) => {
      const issues: Issue[] = []
      check.run(check.compile(condition), { a: value, b: value }, FACTS, issues)
      for (const schema of [conditionSchema, curveSchema, bandsSchema])
        attempt(() => checkPolicy<unknown>(schema, value))
    }),
  )
})
