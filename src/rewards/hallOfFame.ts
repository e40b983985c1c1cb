import type { Issue } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { ID_DUPLICATE } from '../kernel/issues.js'
import * as fraction from '../kernel/number/fraction.js'
import * as ranking from '../kernel/number/rank.js'
import * as write from '../kernel/number/write.js'
import {
  type ExactHallOfFame,
  type ExactRewardPolicy,
  exactRewardPolicy,
} from './exactRewardPolicy.js'
import { refuseIfUndecided, sectionOf } from './read.js'
import type { DefinedRewardPolicy, HallOfFame, YearResult } from './types.js'

/**
 * Says who enters the hall of fame: the best part of those who have a result of the year, by default a tenth (REW-3).
 *
 * The policy names which way a broken place is rounded, and what happens where more tie for the last place than there are: all enter, none
 * of them does, or the tie is refused by name. Ranks are by competition (1 2 2 4), on the results as given: round them first as people see
 * them. Whoever has no result is named, and not in the base.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `NOT_IN_POLICY` for a policy without a hall of fame, `ID_DUPLICATE`, `NUMBER_INVALID`,
 *   `TIE_UNDECIDED` where the policy refuses a tie.
 *
 * @example Of eleven people two enter, and a third who has as much as the second
 * ```ts
 * import { hallOfFame, handbook } from 'sales-rules'
 *
 * const others = [70, 69, 68, 67, 66, 65, 64, 63].map((result, at) => ({ id: `other-${at}`, result }))
 * const best = [{ id: 'Li', result: 99 }, { id: 'Wang', result: 95 }, { id: 'Zhao', result: 95 }]
 * const hall = hallOfFame([...best, ...others], handbook.rewards)
 * hall.places // => 2
 * hall.members // => ['Li', 'Wang', 'Zhao']
 * hall.tied // => ['Wang', 'Zhao']
 * hall.ranking[3] // => { id: 'other-0', result: '70', rank: 4, entered: false, remaining: '25' }
 * ```
 */
export function hallOfFame(people: readonly YearResult[], policy: DefinedRewardPolicy): HallOfFame {
  const exact = exactRewardPolicy(policy)
  const hall = sectionOf(exact, 'hallOfFame')
  const results = readResults(people)
  return writeHall(computeHall(results.ranked, hall), results.unranked, hall, exact)
}

interface Result {
  readonly id: string
  readonly result: fraction.Fraction
}

function readResults(people: unknown) {
  const issues: Issue[] = []
  const seen = new Set<string>()
  const rows = (read.array(people, ['people'], issues) ?? []).flatMap((row, index) => {
    const path = ['people', index]
    const fields = read.fields(row, path, ['id', 'result'], issues) ?? {}
    const { required, optional } = read.of(fields, path, issues)
    const id = required('id', read.name)
    const result = optional('result', read.decimal) ?? null
    if (id === undefined) return []
    if (seen.has(id)) issue.add(issues, issue.at(ID_DUPLICATE, [...path, 'id'], { id }))
    seen.add(id)
    return [{ id, result }]
  })
  issue.refuseIfAny(issues)
  const hasResult = (row: (typeof rows)[number]): row is Result => row.result !== null
  return {
    ranked: rows.filter(hasResult),
    unranked: rows.filter((row) => !hasResult(row)).map(({ id }) => id),
  }
}

/** Everybody by rank, and who gets a place. */
interface ExactHall extends ranking.Placing<Result> {
  readonly places: number
  readonly ranked: readonly ranking.Ranked<Result>[]
}

function computeHall(results: readonly Result[], { rules, share }: ExactHallOfFame): ExactHall {
  const all = fraction.multiply(share, fraction.whole(results.length))
  const places = Number(fraction.toUnits(all, 0, rules.rounding))
  const ranked = ranking.rank(results, (one, other) => fraction.compare(other.result, one.result))
  const placing = ranking.place(ranked, places, rules.ties)
  refuseIfUndecided(placing, places, rules.ties, ['people'])
  return { places, ranked, ...placing }
}

function writeHall(
  { places, ranked, placed, tied }: ExactHall,
  unranked: readonly string[],
  { rules }: ExactHallOfFame,
  { policy }: ExactRewardPolicy,
): HallOfFame {
  const entered = new Set(placed.map(({ row }) => row.id))
  const last = ranked[places - 1]?.row.result
  return {
    base: ranked.length,
    places,
    members: placed.map(({ row }) => row.id),
    tied: tied.map(({ row }) => row.id),
    ranking: ranked.map(({ row, rank }) => ({
      id: row.id,
      result: write.decimal(row.result),
      rank,
      entered: entered.has(row.id),
      remaining: writeRemaining(row.result, last),
    })),
    unranked,
    policy,
    clauses: [rules.clause],
  }
}

/** What is missing to the last place; nothing, for who has as much. */
function writeRemaining(
  result: fraction.Fraction,
  last: fraction.Fraction | undefined,
): string | null {
  if (last === undefined || fraction.compare(result, last) >= 0) return null
  return write.decimal(fraction.subtract(last, result))
}
