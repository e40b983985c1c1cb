import type { Fraction } from '../kernel/number/fraction.js'
import * as fraction from '../kernel/number/fraction.js'
import { type ExactShares, placesOf } from './exactShares.js'
import type { RankingRules } from './types.js'

/** Rules of a ranking as they are computed with. */
export interface ExactRanking extends ExactShares {
  readonly ties: NonNullable<RankingRules['ties']>
  readonly tieBreakers: readonly string[]
  /** By the position of the grade: the least score that it asks for. */
  readonly atLeast: readonly (Fraction | null)[]
  readonly unfilled: NonNullable<RankingRules['unfilled']>
  readonly pools: readonly (readonly string[])[]
  readonly minimumGroup: number
}

/** Somebody with a score. */
export interface Contender {
  readonly id: string
  /** Where it was given, for what is wrong with it. */
  readonly index: number
  /** Rounded, as people see it. */
  readonly score: Fraction
  /** By the position of the tie breaker; null where it was not given. */
  readonly figures: readonly (Fraction | null)[]
  readonly group: string | null
}

/** Those who are ranked together. */
export interface Pool {
  readonly groups: readonly string[]
  readonly people: readonly Contender[]
}

/** Puts the groups that the rules name together, and then those that are too small. In the order of the groups' names. */
export function poolsOf(people: readonly Contender[], rules: ExactRanking): Pool[] {
  const groups = new Map<string, Contender[]>()
  for (const one of people) {
    const members = groups.get(one.group ?? '') ?? []
    if (members.length === 0) groups.set(one.group ?? '', members)
    members.push(one)
  }
  const named = rules.pools.map((pool) => pool.filter((group) => groups.has(group)))
  const together = new Set(named.flat())
  const alone = [...groups.keys()].filter((group) => !together.has(group)).map((group) => [group])
  const pools = [...named, ...alone]
    .filter((names) => names.length > 0)
    .map((names) => ({ groups: names, people: names.flatMap((name) => groups.get(name) ?? []) }))
  return joinSmall(pools, rules.minimumGroup)
    .map((pool) => ({ ...pool, groups: [...pool.groups].sort() }))
    .sort((a, b) => byText(a.groups[0] ?? '', b.groups[0] ?? ''))
}

/** All that are too small together and, while they are still too few, the next smallest with them. */
function joinSmall(pools: readonly Pool[], minimum: number): Pool[] {
  const [smallest, ...larger] = [...pools].sort(
    (a, b) => a.people.length - b.people.length || byText(nameOf(a), nameOf(b)),
  )
  if (smallest === undefined || smallest.people.length >= minimum) return [...pools]
  let count = smallest.people.length
  const joined = [smallest]
  const others: Pool[] = []
  for (const pool of larger) {
    if (pool.people.length >= minimum && count >= minimum) others.push(pool)
    else {
      joined.push(pool)
      count += pool.people.length
    }
  }
  const groups = joined.flatMap((pool) => pool.groups)
  return [{ groups, people: joined.flatMap(({ people }) => people) }, ...others]
}

const nameOf = ({ groups }: Pool) => [...groups].sort()[0] ?? ''

function byText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** By the score and then by the tie breakers, more first; below 0 where the first of two is better. */
export function compareContenders(a: Contender, b: Contender): number {
  const order = fraction.compare(b.score, a.score)
  if (order !== 0) return order
  for (const [index, figure] of a.figures.entries()) {
    const other = b.figures[index] ?? null
    // Without the figure nothing parts them; where it matters, it is asked for.
    if (figure === null || other === null) return 0
    const next = fraction.compare(other, figure)
    if (next !== 0) return next
  }
  return 0
}

/** The grade of each place from the first to the last, whoever has it. */
export function gradesOfPlaces(headcount: number, rules: ExactRanking): number[] {
  return placesOf(headcount, rules).flatMap((places, grade) =>
    Array.from({ length: places }, () => grade),
  )
}

/**
 * The grade of each place where a grade asks for a score besides: those who have it fill its places in order; a place for which nobody is
 * left moves down, or lapses. The lowest grade takes everybody who is left.
 */
export function gradesOfScores(scores: readonly Fraction[], rules: ExactRanking): number[] {
  const grades: number[] = []
  const last = rules.grades.length - 1
  let unfilled = 0
  for (const [grade, places] of placesOf(scores.length, rules).entries()) {
    const open = grade === last ? scores.length : places + unfilled
    const coming = scores.slice(grades.length, grades.length + open)
    const filled = countFrom(coming, rules.atLeast[grade] ?? null)
    for (let place = 0; place < filled; place += 1) grades.push(grade)
    unfilled = rules.unfilled === 'move-down' ? open - filled : 0
  }
  return grades
}

/** How many of falling scores are enough. */
function countFrom(scores: readonly Fraction[], least: Fraction | null): number {
  if (least === null) return scores.length
  const first = scores.findIndex((score) => fraction.compare(score, least) < 0)
  return first === -1 ? scores.length : first
}
