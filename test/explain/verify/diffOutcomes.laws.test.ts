import fc from 'fast-check'
import {
  appraise,
  attempt,
  calculateCommission,
  defineAppraisalScheme,
  defineCommissionPlan,
  settleCommission,
  sumOf,
} from 'sales-rules'
import { diffOutcomes, type OutcomeDifference, withInput } from 'sales-rules/explain'
import { describe, expect, it } from 'vitest'
import { correctedSettlements, histories, settledPlans } from '../../arbitraries.payment.js'
import { scorecards, throughJson, toScheme, workings } from '../../arbitraries.rooms.js'

/** What a call returns; nothing where the rules refuse it. */
function made<Value>(call: () => Value): readonly Value[] {
  const result = attempt(call)
  return result.ok ? [result.value] : []
}

type Pair = readonly [before: object, after: object]

/** Two statements of one currency, by one plan or two. */
const statements: fc.Arbitrary<Pair | undefined> = fc
  .tuple(workings(), workings(), fc.boolean())
  .map(([one, other, isOnePlan]) => {
    const [before, after] = [one, { ...other, plan: isOnePlan ? one.plan : other.plan }].map(
      ({ plan, input }) =>
        made(() => {
          const own = { ...plan, currency: one.plan.currency }
          return withInput(calculateCommission(input, defineCommissionPlan(own)), input)
        })[0],
    )
    return before && after && [before, after]
  })

const periods: fc.Arbitrary<Pair | undefined> = fc
  .tuple(settledPlans(), histories)
  .map(([plan, drawn]) => {
    const settled = made(() =>
      settleCommission({ payee: 'Li', periods: drawn }, defineCommissionPlan(plan)),
    )
    const [before, after] = settled.flatMap((one) => one.periods)
    return before && after && [before, after]
  })

/** A period that was wrong, and the one that pays its correction, with clawbacks, overrides and amounts by hand. */
const adjusted: fc.Arbitrary<Pair | undefined> = correctedSettlements.map((one) => {
  const after = one?.settlement.periods[0]
  return one && after && [one.wrong, after]
})

const appraisals: fc.Arbitrary<Pair | undefined> = fc
  .tuple(scorecards, fc.nat())
  .map(([{ scorecard, answers }, other]) => {
    const scheme = made(() => defineAppraisalScheme(toScheme(scorecard)))[0]
    const given = Object.entries(answers).map(([id, answer]) => [
      id,
      typeof answer === 'object' ? answer : { value: answer },
    ])
    const of = (entries: typeof given) =>
      scheme && made(() => appraise({ results: Object.fromEntries(entries) }, scheme))[0]
    const left = given.length === 0 ? given : given.filter((_, at) => at !== other % given.length)
    const [before, after] = [of(given), of(left)]
    return before && after && [before, after]
  })

const pairs = fc
  .oneof(statements, periods, adjusted, appraisals)
  .filter((pair): pair is Pair => pair !== undefined)

/** With the sides changed over. */
const negated = (amount: string) =>
  amount.startsWith('-') ? amount.slice(1) : Number(amount) === 0 ? amount : `-${amount}`

function turned({ was, is, difference, parts, causes, inputs, ...rest }: OutcomeDifference) {
  return {
    ...rest,
    ...{ was: is, is: was, difference: negated(difference) },
    parts: parts.map((part) => ({
      ...part,
      ...{ was: part.is, is: part.was, difference: negated(part.difference) },
    })),
    causes: causes.map((cause) => ({ ...cause, was: cause.is, is: cause.was })),
    inputs: inputs?.length ?? null,
  }
}

const PAID_BESIDE: readonly string[] = [
  'guarantee',
  'held-back',
  'released',
  'correction',
  'clawback',
  'override',
  'by-hand',
  'drawn',
  'recovered',
  'carried',
]

describe('diffOutcomes', () => {
  it('has parts that add up to the difference, exactly', () => {
    const kinds = new Set<string>()
    let [tried, moved] = [0, 0]
    fc.assert(
      fc.property(pairs, ([before, after]) => {
        const { of, was, is, difference, parts } = diffOutcomes(before, throughJson(after))
        kinds.add(of)
        tried += 1
        if (parts.length > 0) moved += 1
        const sum = sumOf(['0', ...parts.map((part) => part.difference)])
        expect(Number(sum)).toBe(Number(difference))
        expect(sumOf([sum, negated(difference)])).toMatch(/^-?0(\.0+)?$/)
        expect(sumOf([is, negated(was), negated(difference)])).toMatch(/^-?0(\.0+)?$/)
      }),
      { numRuns: 500 },
    )
    expect([...kinds].sort()).toEqual(['appraise', 'calculateCommission', 'settleCommission'])
    expect(moved / tried).toBeGreaterThan(0.2)
  })

  it('names a cause wherever a settled period pays more or less, each payment beside the commission by its amount', () => {
    const seen = new Map<string, number>()
    fc.assert(
      fc.property(
        adjusted.filter((pair) => pair !== undefined),
        ([before, after]) => {
          const { parts, causes } = diffOutcomes(before, throughJson(after))
          for (const { kind } of parts) seen.set(kind, 1 + (seen.get(kind) ?? 0))
          if (parts.length > 0) expect(causes).not.toEqual([])
          if (parts.some(({ kind }) => kind === 'commission'))
            expect(causes.filter(({ field }) => !PAID_BESIDE.includes(field))).not.toEqual([])
          expect(causes.filter(({ field }) => PAID_BESIDE.includes(field))).toEqual(
            parts
              .filter(({ kind }) => kind !== 'commission')
              .map(({ kind, id, was, is }) => ({ field: kind, id, was, is })),
          )
        },
      ),
      { numRuns: 300 },
    )
    for (const kind of PAID_BESIDE) expect(seen.has(kind), kind).toBe(true)
  })

  it('is empty between an outcome and itself', () => {
    fc.assert(
      fc.property(pairs, ([outcome]) => {
        const { parts, causes, inputs, difference } = diffOutcomes(outcome, throughJson(outcome))
        expect([parts, causes, inputs ?? []]).toEqual([[], [], []])
        expect(Number(difference)).toBe(0)
      }),
      { numRuns: 200 },
    )
  })

  it('turns all signs the other way round', () => {
    fc.assert(
      fc.property(pairs, ([before, after]) => {
        const there = diffOutcomes(before, after)
        const { inputs, ...back } = diffOutcomes(after, before)
        expect({ ...back, inputs: inputs?.length ?? null }).toEqual(turned(there))
      }),
      { numRuns: 300 },
    )
  })
})
