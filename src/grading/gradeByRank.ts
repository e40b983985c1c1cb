import type { Issue, Path } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { ID_DUPLICATE, TIE_UNDECIDED } from '../kernel/issues.js'
import * as decimal from '../kernel/number/decimal.js'
import * as fraction from '../kernel/number/fraction.js'
import {
  type Contender,
  compareContenders,
  type ExactRanking,
  gradesOfPlaces,
  gradesOfScores,
  type Pool,
  poolsOf,
} from './exactRanking.js'
import { GROUP_MISSING, TIE_BREAKER_MISSING } from './issues.js'
import { heldBy, type ReadLimit, readLimits, readRanking, SCORES } from './read.js'
import type { RankedGrade, RankedPerson, RankingRules } from './types.js'

/**
 * Grades people by forced shares of a ranking: the best 10% an S, the next 20% an A, and so on (GRA-1, where a company prefers it to
 * thresholds).
 *
 * The places of the shares are whole and add up to the headcount: the largest remainders get one more, of equal ones the better grade, so
 * that a team of three forces nobody into a C. People are ranked on the rounded score, that they see; whoever has none is named, and
 * takes no place. A tie across a cut is never parted by the order of rows: it is refused by name, or goes the way that the rules say.
 * With `group`, each group is ranked on its own, but for those in one of the `pools` and those below the `minimumGroup`, which are ranked
 * together. For grades by score use {@link gradeScore}; for how far given grades are from the shares, {@link checkDistribution}.
 *
 * @throws SalesRulesError `TIE_UNDECIDED` with the names of those who tie, `WEIGHTS_NOT_100`, `WEIGHTS_NOT_POSITIVE`, `VALUE_INVALID` for
 *   grades that are whole numbers and no list, `POLICY_CONFLICT` for what `atLeast` asks, `ID_DUPLICATE`,
 *   `NUMBER_OUT_OF_RANGE`, `VALUE_MISSING` for a group that others have or a tie breaker that is needed.
 *
 * @example Five people, of whom two tie for the only A
 * ```ts
 * import { attempt, gradeByRank } from 'sales-rules'
 *
 * const team = [
 *   { id: 'Li', score: 95 },
 *   { id: 'Wang', score: 90 },
 *   { id: 'Zhao', score: 90 },
 *   { id: 'Chen', score: 80 },
 *   { id: 'Sun', score: 70 },
 * ]
 * const shares = { S: 20, A: 20, B: 60 }
 * gradeByRank(team, { shares, ties: 'better' }).map(({ id, grade, rank }) => [id, grade, rank])
 * // => [['Li', 'S', 1], ['Wang', 'A', 2], ['Zhao', 'A', 2], ['Chen', 'B', 4], ['Sun', 'B', 5]]
 * gradeByRank(team, { shares, ties: 'worse' }).map(({ grade }) => grade) // => ['S', 'B', 'B', 'B', 'B']
 * const undecided = attempt(() => gradeByRank(team, { shares }))
 * undecided.ok ? [] : undecided.issues.map(({ code }) => code) // => ['TIE_UNDECIDED']
 * ```
 *
 * @example An S asks for 90 points besides, which nobody has: the place moves down
 * ```ts
 * import { gradeByRank } from 'sales-rules'
 *
 * const team = [85, 84, 70, 65, 50].map((score, at) => ({ id: `p${at + 1}`, score }))
 * const rules = { shares: { S: 20, A: 20, B: 40, C: 20 }, atLeast: { S: 90 } }
 * const [first, ...others] = gradeByRank(team, rules)
 * first?.grade // => 'A'
 * first?.gradeByRank // => 'S'
 * first?.because // => 'at-least'
 * others.map(({ grade }) => grade) // => ['A', 'B', 'B', 'C']
 * ```
 */
export function gradeByRank(people: readonly RankedPerson[], rules: RankingRules): RankedGrade[] {
  const exact = readRanking(rules)
  const { contenders, limits, unranked } = readPeople(people, exact)
  const pools = poolsOf(contenders, exact.rules).map((pool) => computePool(pool, exact.rules))
  refuseUndecided(pools, exact.rules)
  return [
    ...pools.flatMap((pool) => writePool(pool, limits, exact.rules)),
    ...unranked.map(writeUnranked),
  ]
}

type ReadRanking = ReturnType<typeof readRanking>

interface Unranked {
  readonly id: string
  readonly group: string | null
}

function readPeople(value: unknown, ranking: ReadRanking) {
  const issues: Issue[] = []
  const contenders: Contender[] = []
  const unranked: Unranked[] = []
  const limits = new Map<string, readonly ReadLimit[]>()
  for (const [index, row] of (read.array(value, ['people'], issues) ?? []).entries()) {
    const one = readPerson(row, index, ranking, issues)
    if (one === undefined) continue
    if (limits.has(one.id))
      issue.add(issues, issue.at(ID_DUPLICATE, ['people', index, 'id'], { id: one.id }))
    limits.set(one.id, one.limits)
    const { id, score, figures, group } = one
    if (score === null) unranked.push({ id, group })
    else contenders.push({ id, index, score, figures, group })
  }
  refuseWithoutGroup(contenders, issues)
  issue.refuseIfAny(issues)
  return { contenders, limits, unranked: unranked.sort((a, b) => (a.id < b.id ? -1 : 1)) }
}

const PERSON = ['id', 'score', 'group', 'figures', 'gradeAtMost']

function readPerson(
  row: unknown,
  index: number,
  { rules, rounding }: ReadRanking,
  issues: Issue[],
) {
  const path = ['people', index]
  const fields = read.fields(row, path, PERSON, issues)
  if (fields === undefined) return undefined
  const { required, optional } = read.of(fields, path, issues)
  const id = required('id', read.name)
  const score = optional('score', (given, at, found) => read.within(given, at, found, SCORES))
  const group = optional('group', read.name) ?? null
  const given = optional('figures', (one, at, found) => readFigures(one, at, rules, found))
  const limits =
    optional('gradeAtMost', (one, at, found) => readLimits(one, at, rules.grades, found)) ?? []
  if (id === undefined) return undefined
  return {
    id,
    score: score === undefined ? null : fraction.round(score, rounding),
    group,
    figures: given ?? rules.tieBreakers.map(() => null),
    limits,
  }
}

function readFigures(value: unknown, path: Path, { tieBreakers }: ExactRanking, issues: Issue[]) {
  const fields = read.fields(value, path, tieBreakers, issues) ?? {}
  const { optional } = read.of(fields, path, issues)
  return tieBreakers.map((name) => optional(name, read.decimal) ?? null)
}

/** Of people in groups, nobody is in none. */
function refuseWithoutGroup(people: readonly Contender[], issues: Issue[]): void {
  if (people.every(({ group }) => group === null)) return
  for (const { group, index } of people)
    if (group === null) issue.add(issues, issue.at(GROUP_MISSING, ['people', index, 'group'], {}))
}

/** Somebody in their place. */
interface Placed {
  readonly person: Contender
  readonly rank: number
  /** The positions of the grades: of the place alone, and of the place with what the grade asks for. */
  readonly byPlace: number
  readonly position: number
  readonly tie: RankedGrade['tie']
}

/** A tie across a cut that nothing decides. */
interface Undecided {
  readonly people: readonly Contender[]
  /** The places up to the cut. */
  readonly places: number
}

interface ComputedPool {
  readonly groups: readonly string[]
  readonly placed: readonly Placed[]
  readonly undecided: readonly Undecided[]
}

function computePool({ groups, people }: Pool, rules: ExactRanking): ComputedPool {
  const ordered = [...people].sort((a, b) => compareContenders(a, b) || (a.id < b.id ? -1 : 1))
  const scores = ordered.map(({ score }) => score)
  const places = {
    ordered,
    byPlace: gradesOfPlaces(ordered.length, rules),
    byScore: gradesOfScores(scores, rules),
  }
  const ties = runsOf(ordered, isSameScore).flatMap((run) => placeTie(run, places, rules))
  return {
    groups,
    placed: ties.flatMap(({ placed }) => placed),
    undecided: ties.flatMap(({ undecided }) => undecided),
  }
}

/** Everybody in order, and the grades of their places. */
interface Places {
  readonly ordered: readonly Contender[]
  readonly byPlace: readonly number[]
  readonly byScore: readonly number[]
}

/** Places those who have one score. Where a cut runs through them the tie breakers part them, as far as they do. */
function placeTie([from, to]: Run, places: Places, rules: ExactRanking): PlacedTie[] {
  const tied = places.ordered.slice(from, to)
  const rank = from + 1
  if (places.byScore[from] === places.byScore[to - 1])
    return [placeLevel([from, to], { ids: null, rank, places }, rules)]
  refuseWithoutFigures(tied, rules)
  const ids = tied.slice(0, MOST_TIED).map(({ id }) => id)
  return runsOf(tied, isLevel).map(([start, end]) =>
    placeLevel([from + start, from + end], { ids, rank, places }, rules),
  )
}

type PlacedTie = Pick<ComputedPool, 'placed' | 'undecided'>

/** The tie that people belong to; null where no cut runs through it. */
interface Tie {
  readonly ids: readonly string[] | null
  readonly rank: number
  readonly places: Places
}

/** Places those whom no tie breaker parts. */
function placeLevel(
  [from, to]: Run,
  { ids, rank, places }: Tie,
  { ties }: ExactRanking,
): PlacedTie {
  const { byPlace, byScore } = places
  const people = places.ordered.slice(from, to)
  const at = ties === 'worse' ? to - 1 : from
  const isSplit = byScore[from] !== byScore[to - 1]
  const decidedBy = isSplit && ties !== 'refuse' ? ties : ('tie-breakers' as const)
  const place = {
    rank,
    byPlace: byPlace[at] as number,
    position: byScore[at] as number,
    tie: ids && { ids, decidedBy },
  }
  return {
    placed: people.map((person) => ({ person, ...place })),
    undecided: isSplit && ties === 'refuse' ? [{ people, places: cutIn(byScore, from) }] : [],
  }
}

const isSameScore = (a: Contender, b: Contender) => fraction.compare(a.score, b.score) === 0

const isLevel = (a: Contender, b: Contender) => compareContenders(a, b) === 0

/** The most who are named of those who tie. */
const MOST_TIED = 20

/** Where a run of equal neighbours starts, and where the next does. */
type Run = readonly [from: number, to: number]

function runsOf<Row>(rows: readonly Row[], isEqual: (a: Row, b: Row) => boolean): Run[] {
  const runs: Run[] = []
  let from = 0
  for (let to = 1; to <= rows.length; to += 1) {
    if (to < rows.length && isEqual(rows[from] as Row, rows[to] as Row)) continue
    runs.push([from, to])
    from = to
  }
  return runs
}

/** How many places there are up to the first cut after a place. */
function cutIn(grades: readonly number[], first: number): number {
  return grades.findIndex((grade, at) => at > first && grade !== grades[first])
}

function refuseWithoutFigures(tied: readonly Contender[], { tieBreakers }: ExactRanking): void {
  const issues: Issue[] = []
  for (const { figures, index } of tied)
    for (const [at, name] of tieBreakers.entries())
      if ((figures[at] ?? null) === null)
        issue.add(issues, issue.at(TIE_BREAKER_MISSING, ['people', index, 'figures', name], {}))
  issue.refuseIfAny(issues)
}

/** All ties that nothing decides, each once. */
function refuseUndecided(pools: readonly ComputedPool[], { ties }: ExactRanking): void {
  if (ties !== 'refuse') return
  const issues: Issue[] = []
  for (const { people, places } of pools.flatMap(({ undecided }) => undecided)) {
    const tied = people.slice(0, MOST_TIED).map(({ id }) => id)
    issue.add(issues, issue.at(TIE_UNDECIDED, ['people'], { places, count: people.length, tied }))
  }
  issue.refuseIfAny(issues)
}

function writePool(
  { groups, placed }: ComputedPool,
  limits: ReadonlyMap<string, readonly ReadLimit[]>,
  rules: ExactRanking,
): RankedGrade[] {
  const pool = placed.some(({ person }) => person.group !== null) ? groups : []
  const lowest = new Map(placed.map(({ position, person }) => [position, person.score]))
  return placed.map((one) => {
    const { person, rank, byPlace, position, tie } = one
    const held = heldBy(position, limits.get(person.id) ?? [])
    return {
      id: person.id,
      grade: rules.grades[held.position] as string,
      rank,
      score: decimal.toNumber(person.score),
      gradeByRank: rules.grades[byPlace] as string,
      because: held.because ?? reasonOf(one, rules),
      tie,
      next: writeNext(one, lowest, rules),
      group: person.group,
      pool,
      base: placed.length,
      clause: CLAUSE,
    }
  })
}

const CLAUSE = 'GRA-1'

/** Why the grade is not that of the place alone. */
function reasonOf({ person, byPlace, position }: Placed, { atLeast }: ExactRanking): string | null {
  if (position === byPlace) return null
  const least = atLeast[byPlace] ?? null
  return least !== null && fraction.compare(person.score, least) < 0 ? 'at-least' : 'lapsed'
}

/** The nearest better grade that somebody has, or that only asks for a score. */
function writeNext(
  { person, position }: Placed,
  lowest: ReadonlyMap<number, fraction.Fraction>,
  { grades, atLeast }: ExactRanking,
): RankedGrade['next'] {
  for (let better = position - 1; better >= 0; better -= 1) {
    const from = lowest.get(better) ?? atLeast[better]
    if (from === undefined || from === null) continue
    return {
      grade: grades[better] as string,
      from: decimal.toNumber(from),
      remaining: decimal.toNumber(fraction.subtract(from, person.score)),
    }
  }
  return null
}

function writeUnranked({ id, group }: Unranked): RankedGrade {
  return {
    id,
    grade: null,
    rank: null,
    score: null,
    gradeByRank: null,
    because: 'no-score',
    tie: null,
    next: null,
    group,
    pool: [],
    base: 0,
    clause: CLAUSE,
  }
}
