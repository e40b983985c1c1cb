import type { ExactScorecard } from '../../kernel/score/score.js'
import { factNumerator, type Tally } from './factNumerator.js'
import { type FastScorecard, fastScorecard } from './fastScorecard.js'
import { bitOf, type Fields, hides } from './plainObject.js'
import { scoreUnits, weightWithout } from './scoreUnits.js'

/** A row whose facts stand side by side, and what may be among them. */
export interface FactForm {
  readonly card: FastScorecard
  /** The ids of the parts of the card, and of the flags after them. */
  readonly names: readonly string[]
  readonly positions: ReadonlyMap<string, number>
  readonly flags: readonly FastFlag[]
}

/** A fact that is not scored: with one value it says something of the row, with the other nothing. */
export interface FastFlag {
  /** An object that nothing else is, where it takes more than a look. */
  readonly raised: boolean | object
  readonly lowered: boolean | object
}

/** What was found of a row, but for bare points. */
export interface FactTally extends Tally {
  /** How many parts have a fact in another form. */
  parts: number
  /** The flags that are raised, a bit each. */
  raised: number
  /** A flag has another value than its two. */
  isOpen: boolean
}

/** The form of the rows of a scorecard; undefined where every row is for the rule itself. */
export function factForm(
  exact: ExactScorecard,
  names: readonly string[],
  flags: readonly FastFlag[],
): FactForm | undefined {
  const card = fastScorecard(exact)
  const positions = new Map(names.map((name, at) => [name, at]))
  return card && { card, names, flags, positions }
}

/** Nothing was found yet. */
export const noTally = (): FactTally => ({ isNear: false, parts: 0, raised: 0, isOpen: false })

/** 1.5 · 2^52: added and taken away again, it leaves the nearest whole number of one below 2^51. */
const NO_FRACTION = 6_755_399_441_055_744

/**
 * The units of a row in plain numbers; NaN where the rule itself must decide.
 *
 * A loop over the keys is read at the same speed however many models a program has in turn, for an engine knows the fields of the object
 * that it is looping over; it also meets every unknown key. Facts mostly come in the order of the names, so that each is looked for after
 * the one before.
 *
 * Bare points, which most facts are, are scaled in the loop, as {@link scaleNumber} does it: a third of the time goes where each is handed
 * to a function. They are at most 1,000 and have at most 12 decimals, so that the scaled ones are at most 10^15.
 */
export function unitsOfFacts(facts: Fields, form: FactForm, tally: FactTally): number {
  const { card, names, positions } = form
  const { power, most, perPoint } = card
  tally.isNear = false
  tally.parts = 0
  tally.raised = 0
  tally.isOpen = false
  let numerator = 0
  let bare = 0
  let next = 0
  let keys = 0
  let seen = 0
  for (const name in facts) {
    if (name !== names[next]) next = positions.get(name) ?? names.length
    const fact = facts[name]
    const points = typeof fact === 'number' ? pointsIn(fact, power) : -1
    if (points >= 0 && points <= (most[next] as number)) {
      numerator += points * (perPoint[next] as number)
      bare += 1
    } else numerator += otherNumerator(fact, next, form, tally)
    seen |= bitOf(next)
    next += 1
    keys += 1
  }
  if (keys < names.length && hides(facts, names, seen)) return Number.NaN
  const weight = weightOf(facts, form, bare + tally.parts)
  return scoreUnits(numerator, weight, tally, card)
}

/** The scaled points that a number says; below zero where it has too many digits, or is below zero. */
function pointsIn(fact: number, power: number): number {
  const points = fact * power + NO_FRACTION - NO_FRACTION
  return points / power === fact ? points : -1
}

/** What any other fact adds: nothing, where it is missing or a flag; NaN where nothing knows its name. */
function otherNumerator(
  fact: unknown,
  at: number,
  { card, flags }: FactForm,
  tally: FactTally,
): number {
  const count = card.parts.length
  if (at >= count) return flagNumerator(fact, at - count, flags, tally)
  const part = card.parts[at]
  if (fact === undefined || fact === null || part === undefined) return 0
  tally.parts += 1
  return factNumerator(fact, part, card.decimals, tally)
}

function flagNumerator(
  fact: unknown,
  place: number,
  flags: readonly FastFlag[],
  tally: FactTally,
): number {
  if (place >= flags.length) return Number.NaN
  const flag = flags[place] as FastFlag
  if (fact === flag.lowered) return 0
  if (fact === flag.raised) tally.raised |= 1 << place
  else if (fact !== undefined && fact !== null) tally.isOpen = true
  return 0
}

/** The weight that a score of so many parts is divided by; NaN where the rule itself must decide. */
function weightOf(facts: Fields, { card, names }: FactForm, parts: number): number {
  if (parts === card.parts.length) return card.weight
  return weightWithout(card, (at) => (facts[names[at] ?? ''] ?? null) === null)
}
