import {
  type Contest,
  type ContestInput,
  type ContestPlace,
  type ContestRules,
  type DefinedContestRules,
  payContest,
} from '../../compensation/index.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import * as defined from '../../kernel/policy/defined.js'
import { drawAmount, exactly, stepsOf } from '../draw/amounts.js'
import { type AnyLaw, differing, law } from '../law.js'
import type { Arbitrary, FastCheck } from '../types.js'

/** The laws of the rules of a contest. */
export function contestLaws(fc: FastCheck, rules: DefinedContestRules): AnyLaw[] {
  return [
    potAddsUp(fc, rules),
    higherFigure(fc, rules),
    orderOfEntrants(fc, rules),
    ...(rules.prizes === undefined ? [] : [nextPlace(fc, rules)]),
  ]
}

function potAddsUp(fc: FastCheck, rules: DefinedContestRules): AnyLaw {
  return law(fc, {
    name: 'the prizes that are paid and what is left add up to the pot, and nothing is owed to it',
    of: 'library',
    cases: arbitraryContestInput(fc, rules),
    broken: (input) => {
      const { entrants, amount, left, pot } = payContest(input, rules)
      return (
        differing('prizes and amount', sumOf(entrants.map((one) => one.amount)), sumOf([amount])) ??
        differing('paid and left, and the pot', sumOf([amount, left]), sumOf([pot])) ??
        (fraction.isNegative(exactly(left)) ? `${left} is left of ${pot}` : null)
      )
    },
  })
}

function sumOf(amounts: readonly string[]): string {
  return write.decimal(fraction.sum(amounts.map(exactly)))
}

function higherFigure(fc: FastCheck, rules: DefinedContestRules): AnyLaw {
  return law(fc, {
    name: 'a higher figure is never paid less',
    of: 'library',
    cases: arbitraryContestInput(fc, rules),
    broken: (input) => {
      const byFigure = [...payContest(input, rules).entrants].sort((a, b) =>
        fraction.compare(exactly(b.figure), exactly(a.figure)),
      )
      for (const [index, low] of byFigure.entries()) {
        const high = byFigure
          .slice(0, index)
          .find((one) => isAbove(one.figure, low.figure) && isAbove(low.amount, one.amount))
        if (high !== undefined)
          return `${high.figure} is paid ${high.amount}, and ${low.figure} ${low.amount}`
      }
      return null
    },
  })
}

function isAbove(one: string, other: string): boolean {
  return fraction.compare(exactly(one), exactly(other)) > 0
}

function orderOfEntrants(fc: FastCheck, rules: DefinedContestRules): AnyLaw {
  return law(fc, {
    name: 'the order of the entrants changes nothing',
    of: 'library',
    cases: arbitraryContestInput(fc, rules).chain((input) =>
      fc
        .shuffledSubarray([...input.entrants], { minLength: input.entrants.length })
        .map((entrants) => ({ input, reordered: { ...input, entrants } })),
    ),
    broken: ({ input, reordered }) =>
      differing('in two orders', payContest(input, rules), payContest(reordered, rules)),
  })
}

function nextPlace(fc: FastCheck, rules: DefinedContestRules): AnyLaw {
  return law(fc, {
    name: 'what is missing to the next place takes it, and a step less does not',
    of: 'library',
    cases: arbitraryContestInput(fc, rules),
    broken: (input) => {
      for (const one of payContest(input, rules).entrants) {
        const said = one.next && wrongNext(one, one.next, input, rules)
        if (said !== null) return said
      }
      return null
    },
  })
}

function wrongNext(
  { id, figure }: ContestPlace,
  next: NonNullable<ContestPlace['next']>,
  input: ContestInput,
  rules: DefinedContestRules,
): string | null {
  const missing = fraction.add(exactly(figure), exactly(next.remaining))
  // Exactly that much is not enough where it has to be above.
  const enough = next.reached === 'above' ? fraction.add(missing, STEP) : missing
  const [reached = 0, before = 0] = [enough, fraction.subtract(missing, STEP)].map((changed) =>
    placeOf(id, payContest(withFigure(input, id, write.decimal(changed)), rules)),
  )
  if (reached > next.place)
    return `${write.decimal(enough)} of ${id} has place ${reached}, and not ${next.place}`
  return before > next.place ? null : `less than ${write.decimal(missing)} of ${id} has it already`
}

const STEP = stepsOf(1n, 2)

function withFigure(input: ContestInput, id: string, figure: string): ContestInput {
  const entrants = input.entrants.map((one) => (one.id === id ? { ...one, figure } : one))
  return { ...input, entrants }
}

/** Beyond all places for whoever did not enter. */
function placeOf(id: string, { entrants }: Contest): number {
  return entrants.find((one) => one.id === id)?.place ?? Number.POSITIVE_INFINITY
}

/**
 * Contests under some rules: figures on the one that enters and a step beside it, many who tie, also by the tie breakers, and the pot where
 * the rules leave it open.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`.
 *
 * @example
 * ```ts
 * import fc from 'fast-check'
 * import { defineContestRules, payContest } from 'sales-rules'
 * import { arbitraryContestInput } from 'sales-rules/testing'
 *
 * const rules = defineContestRules({ currency: 'EUR', prizes: [{ amount: 500 }, { places: 3, amount: 100 }] })
 * const contests = arbitraryContestInput(fc, rules)
 * fc.assert(fc.property(contests, (input) => Number(payContest(input, rules).amount) <= 800))
 * ```
 */
export function arbitraryContestInput(
  fc: FastCheck,
  rules: DefinedContestRules,
): Arbitrary<ContestInput> {
  defined.check(rules, 'ContestRules')
  const entrants = fc
    .array(drawEntrant(fc, rules), { maxLength: 7 })
    .map((rows) => rows.map((one, index) => ({ id: `E-${index + 1}`, ...one })))
  const isGiven = rules.prizes === undefined && rules.pot === undefined
  return fc.record({
    entrants,
    ...(isGiven ? { pot: fc.constantFrom('10000', '1', '0') } : {}),
  })
}

type DrawnEntrant = Omit<ContestInput['entrants'][number], 'id'>

function drawEntrant(
  fc: FastCheck,
  { enter, tieBreakers = [] }: ContestRules,
): Arbitrary<DrawnEntrant> {
  const edge = exactly(enter?.figure ?? '1000')
  const least = fraction.subtract(fraction.smaller(edge, fraction.ZERO), fraction.ONE)
  const higher = [1, 2].map((more) => fraction.add(edge, fraction.whole(more)))
  const edges = [edge, ...higher, fraction.ZERO]
  const figure = drawAmount(fc, { edges, least, decimals: 2 })
  if (tieBreakers.length === 0) return fc.record({ figure })
  const drawn = tieBreakers.map((name) => [name, fc.constantFrom('0', '1', '2')])
  return fc.record({
    figure,
    figures: fc.record<Record<string, string>>(Object.fromEntries(drawn)),
  })
}
