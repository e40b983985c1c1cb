import type { ExactScorecard } from '../../kernel/score/scorecard.js'
import { factNumerator, type Tally } from './factNumerator.js'
import { type FastScorecard, fastScorecard } from './fastScorecard.js'
import { type Fields, hides } from './plainObject.js'
import { scoreUnits, weightOf } from './scoreUnits.js'

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
  /** NaN, which nothing equals, where it takes more than a look. */
  readonly raised: boolean | number
  readonly lowered: boolean | number
}

/** What was found of a row. */
export interface FactTally extends Tally {
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
export const noTally = (): FactTally => ({ isNear: false, raised: 0, isOpen: false })

/**
 * The units of a row in plain numbers; NaN where the rule itself must decide.
 *
 * A loop over the keys is read at the same speed however many models a program has in turn, for an engine knows the fields of the object
 * that it is looping over; it also meets every unknown key. Facts mostly come in the order of the names, so that each is looked for after
 * the one before.
 */
export function unitsOfFacts(facts: Fields, form: FactForm, tally: FactTally): number {
  const { card, names, positions } = form
  tally.isNear = false
  tally.raised = 0
  tally.isOpen = false
  let [numerator, parts, weight] = [0, 0, 0]
  let [next, seen] = [0, 0]
  for (const name in facts) {
    const at = name === names[next] ? next : (positions.get(name) ?? Number.NaN)
    next = at + 1
    const fact = facts[name]
    seen += 1
    const part = card.parts[at]
    if (part === undefined) numerator += flagNumerator(fact, at, form, tally)
    else if ((fact ?? null) !== null) {
      numerator += bareNumerator(fact, at, card, tally)
      parts += 1
      weight += part.weight
    }
  }
  if (seen < names.length && hides(facts, names, seen)) return Number.NaN
  return scoreUnits(numerator, weightOf(parts, weight, card), tally, card)
}

/** 1.5 · 2^52: added and taken away again, it leaves the nearest whole number of one below 2^51. */
const NO_FRACTION = 6_755_399_441_055_744

/**
 * A bare number of points, which most facts are, is scaled as {@link scaleNumber} does it, but small enough for an engine to put into the
 * loop. Points are at most 1,000 and have at most 12 decimals, so that the scaled ones are at most 10^15.
 */
function bareNumerator(fact: unknown, at: number, card: FastScorecard, tally: Tally): number {
  if (typeof fact === 'number') {
    const points = fact * card.power + NO_FRACTION - NO_FRACTION
    const isPoints =
      points / card.power === fact && points >= 0 && points <= (card.most[at] as number)
    if (isPoints) return points * (card.perPoint[at] as number)
  }
  const part = card.parts[at]
  return part === undefined ? Number.NaN : factNumerator(fact, part, card.decimals, tally)
}

/** Adds nothing to the score; NaN where nothing knows the name. */
function flagNumerator(fact: unknown, at: number, form: FactForm, tally: FactTally): number {
  const place = at - form.card.parts.length
  const flag = form.flags[place]
  if (flag === undefined) return Number.NaN
  if (fact === flag.raised) tally.raised += 2 ** place
  else if (fact !== flag.lowered && fact !== undefined && fact !== null) tally.isOpen = true
  return 0
}
