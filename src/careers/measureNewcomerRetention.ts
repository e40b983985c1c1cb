import type { Issue } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { ID_DUPLICATE } from '../kernel/issues.js'
import * as write from '../kernel/number/write.js'
import * as time from '../kernel/time/time.js'
import { type ExactCareerPolicy, exactCareerPolicy } from './exactCareerPolicy.js'
import { requirePart } from './read.js'
import type { DefinedCareerPolicy, NewcomerRetention, NewcomerRules, TeamOnDay } from './types.js'

/**
 * Measures how many newcomers of a team stayed, from joining and leaving dates (PRO-5), ready for {@link checkPromotion}.
 *
 * Newcomers are those who joined in the months up to the day asked about (12: ours); who is in service on that day is retained, the last day in
 * service included. Give those of the team that the candidate coaches or belongs to. Without a newcomer there is no rate, and PRO-5 does not
 * ask for one.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `VALUE_MISSING` for a policy without newcomers, `ID_DUPLICATE`, `DATE_INVALID`,
 *   `DATES_OUT_OF_ORDER` for somebody who left before joining.
 *
 * @example Of two newcomers one stayed
 * ```ts
 * import { handbook, measureNewcomerRetention } from 'sales-rules'
 *
 * const people = [
 *   { id: 'Wang', joined: '2026-03-01' },
 *   { id: 'Chen', joined: '2025-10-15', left: '2026-02-28' },
 *   { id: 'Zhao', joined: '2021-06-01' },
 * ]
 * const retention = measureNewcomerRetention({ asOf: '2026-09-01', people }, handbook.careers)
 * retention.rate // => '0.5'
 * retention.left // => ['Chen']
 * retention.notCounted // => ['Zhao']
 * retention.facts // => { newcomersInTeam: 2, newcomerRetention: { actual: 1, target: 2 } }
 * ```
 */
export function measureNewcomerRetention(
  team: TeamOnDay,
  policy: DefinedCareerPolicy,
): NewcomerRetention {
  const exact = exactCareerPolicy(policy)
  const rules = requirePart(exact.newcomers, 'newcomers')
  const known = readTeam(team)
  return writeRetention(known, computeRetention(known, rules), rules, exact)
}

interface Team {
  readonly asOf: string
  readonly people: readonly Member[]
}

interface Member extends time.Span {
  readonly id: string
}

function readTeam(value: unknown): Team {
  const issues: Issue[] = []
  const fields = read.fields(value, ['team'], ['asOf', 'people'], issues) ?? {}
  const asOf = read.date(fields['asOf'], ['team', 'asOf'], issues)
  const seen = new Set<string>()
  const rows = read.array(fields['people'], ['team', 'people'], issues) ?? []
  const people = rows.flatMap((row, index): Member[] => {
    const path = ['team', 'people', index]
    const person = read.fields(row, path, ['id', 'joined', 'left'], issues)
    if (person === undefined) return []
    const id = read.name(person['id'], [...path, 'id'], issues)
    const joined = read.date(person['joined'], [...path, 'joined'], issues)
    const hasLeft = (person['left'] ?? null) !== null
    const left = hasLeft ? read.date(person['left'], [...path, 'left'], issues) : null
    if (id === undefined || joined === undefined || left === undefined) return []
    if (seen.has(id)) issue.add(issues, issue.at(ID_DUPLICATE, [...path, 'id'], { id }))
    seen.add(id)
    return read.span({ from: joined, to: left }, path, issues) === undefined
      ? []
      : [{ id, from: joined, to: left }]
  })
  issue.refuseIfAny(issues)
  return { asOf: asOf as string, people }
}

interface Retention {
  readonly joinedFrom: string
  readonly newcomers: readonly Member[]
  readonly left: readonly Member[]
}

function computeRetention(
  { asOf, people }: Team,
  { joinedWithinMonths }: NewcomerRules,
): Retention {
  const before = issue.within(['team', 'asOf'], () => time.addMonths(asOf, -joinedWithinMonths))
  const newcomers = people.filter(({ from }) => from > before && from <= asOf)
  const left = newcomers.filter(({ to }) => to !== null && to < asOf)
  return { joinedFrom: time.addDays(before, 1), newcomers, left }
}

function writeRetention(
  { asOf, people }: Team,
  { joinedFrom, newcomers, left }: Retention,
  { clause }: NewcomerRules,
  { policy }: ExactCareerPolicy,
): NewcomerRetention {
  const target = newcomers.length
  const actual = target - left.length
  const isNewcomer = new Set(newcomers)
  return {
    joinedFrom,
    asOf,
    newcomers: target,
    retained: actual,
    rate: target === 0 ? null : write.decimal({ n: BigInt(actual), d: BigInt(target) }),
    left: left.map(({ id }) => id),
    notCounted: people.filter((person) => !isNewcomer.has(person)).map(({ id }) => id),
    facts: {
      newcomersInTeam: target,
      newcomerRetention: target === 0 ? null : { actual, target },
    },
    policy,
    clauses: [clause],
  }
}
