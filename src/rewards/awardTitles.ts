import * as check from '../kernel/check/check.js'
import type { Issue, Path } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { ID_DUPLICATE } from '../kernel/issues.js'
import * as fraction from '../kernel/number/fraction.js'
import * as ranking from '../kernel/number/rank.js'
import * as write from '../kernel/number/write.js'
import * as time from '../kernel/time/time.js'
import { type ExactRewardPolicy, type ExactTitle, exactRewardPolicy } from './exactRewardPolicy.js'
import { TITLE_PERIOD_UNKNOWN } from './issues.js'
import { readInput, refuseIfUndecided } from './read.js'
import type { DefinedRewardPolicy, TitleAward, TitleAwards, TitleCandidates } from './types.js'

/**
 * Awards the titles of a period: sales champion and rising star of the year, star of the week (REW-6).
 *
 * Each title of the policy that is awarded for a period of this length goes to the best, by its figures in order: where the first is equal,
 * the next decides. Where more still tie than there are places, the policy says whether all of them get it, or none, or the tie is refused
 * by name. Somebody of whom a condition or a figure is not known gets none, and is named.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `PERIOD_INVALID`, `NOT_IN_POLICY` where no title is awarded for such a period, `ID_DUPLICATE`,
 *   `UNKNOWN_KEY` for a fact of no title, `NUMBER_INVALID`, `TIE_UNDECIDED` where the policy refuses a tie.
 *
 * @example Two share the star of the week
 * ```ts
 * import { awardTitles, handbook } from 'sales-rules'
 *
 * const people = [
 *   { id: 'Li', facts: { sales: '80000' } },
 *   { id: 'Wang', facts: { sales: '95000' } },
 *   { id: 'Zhao', facts: { sales: '95000' } },
 * ]
 * const { titles } = awardTitles({ period: '2026-W07', people }, handbook.rewards)
 * titles.map(({ title, winners }) => [title, winners]) // => [['star-of-the-week', ['Wang', 'Zhao']]]
 * ```
 */
export function awardTitles(candidates: TitleCandidates, policy: DefinedRewardPolicy): TitleAwards {
  const exact = exactRewardPolicy(policy)
  const { period, people } = readCandidates(candidates, exact)
  const titles = titlesOf(period, exact)
  const rows = titles.map((title) => readRows(people, title))
  return writeAwards(
    period.name,
    titles.map((title, index) => computeAward(rows[index] ?? [], title)),
    exact,
  )
}

interface Person {
  readonly id: string
  readonly facts: read.Fields
  readonly path: Path
}

const AT = ['candidates']

function readCandidates(value: unknown, policy: ExactRewardPolicy) {
  const issues: Issue[] = []
  const fields = readInput(value, AT, ['period', 'people'], issues)
  const at = read.period(fields['period'], [...AT, 'period'], issues)
  const names = new Set(policy.titles.flatMap(factsOf))
  const seen = new Set<string>()
  const rows = read.array(fields['people'], [...AT, 'people'], issues) ?? []
  const people = rows.flatMap((row, index): Person[] => {
    const path = [...AT, 'people', index]
    const one = read.fields(row, path, ['id', 'facts'], issues)
    const id = one && read.name(one['id'], [...path, 'id'], issues)
    const facts = one && read.fields(one['facts'], [...path, 'facts'], [...names], issues)
    if (id === undefined || facts === undefined) return []
    if (seen.has(id)) issue.add(issues, issue.at(ID_DUPLICATE, [...path, 'id'], { id }))
    seen.add(id)
    return [{ id, facts, path: [...path, 'facts'] }]
  })
  issue.refuseIfAny(issues)
  return { period: time.rangeOf(at as time.PeriodPosition), people }
}

function factsOf({ rules, requires }: ExactTitle): string[] {
  return [...rules.by, ...(requires === null ? [] : check.factsOf(requires))]
}

function titlesOf({ unit, name }: time.ExactPeriod, { titles }: ExactRewardPolicy): ExactTitle[] {
  const found = titles.filter(({ rules }) => rules.per === unit)
  if (found.length > 0) return found
  const known = [...new Set(titles.map(({ rules }) => rules.per))]
  return issue.refuse(TITLE_PERIOD_UNKNOWN, [...AT, 'period'], { given: name, known })
}

/** Somebody as a title sees them. */
interface Candidate {
  readonly id: string
  readonly condition: check.KnownCondition | null
  /** The figures that decide; one that was not given is null. */
  readonly figures: readonly (fraction.Fraction | null)[]
}

function readRows(people: readonly Person[], { rules, requires }: ExactTitle): Candidate[] {
  const issues: Issue[] = []
  const rows = people.map(({ id, facts, path }) => ({
    id,
    condition: requires && check.read(requires, facts, path, issues),
    figures: rules.by.map((name) =>
      (facts[name] ?? null) === null
        ? null
        : (read.decimal(facts[name], [...path, name], issues) ?? null),
    ),
  }))
  issue.refuseIfAny(issues)
  return rows
}

/** Somebody who may get a title. */
interface Contender {
  readonly id: string
  readonly figures: readonly fraction.Fraction[]
}

interface ExactAward extends ranking.Placing<Contender> {
  readonly title: ExactTitle
  readonly ranked: readonly ranking.Ranked<Contender>[]
  readonly unranked: TitleAward['unranked']
}

function computeAward(rows: readonly Candidate[], title: ExactTitle): ExactAward {
  const contenders: Contender[] = []
  const unranked: TitleAward['unranked'][number][] = []
  for (const { id, condition, figures } of rows) {
    const found = condition && check.compute(condition)
    const known = figures.filter((figure) => figure !== null)
    const reason = reasonFor(found, known.length < figures.length)
    if (reason === null) contenders.push({ id, figures: known })
    else unranked.push({ id, reason, checks: found === null ? [] : check.write(found).checks })
  }
  const ranked = ranking.rank(contenders, byFigures)
  const { places, ties, id } = title.rules
  const placing = ranking.place(ranked, places, ties)
  refuseIfUndecided(placing, places, ties, ['titles', id])
  return { title, ranked, unranked, ...placing }
}

/** Why somebody is not ranked. */
function reasonFor(
  found: check.ExactOutcome | null,
  lacksFigure: boolean,
): TitleAward['unranked'][number]['reason'] | null {
  if (found?.outcome === 'unmet') return 'not-eligible'
  if (found !== null && found.outcome !== 'met') return 'eligibility-unknown'
  return lacksFigure ? 'figure-missing' : null
}

/** The first figure that differs decides; more is better. */
function byFigures(one: Contender, other: Contender): number {
  for (const [index, figure] of one.figures.entries()) {
    const order = fraction.compare(other.figures[index] ?? fraction.ZERO, figure)
    if (order !== 0) return order
  }
  return 0
}

function writeAwards(
  period: string,
  awards: readonly ExactAward[],
  { policy }: ExactRewardPolicy,
): TitleAwards {
  const titles = awards.map(writeAward)
  return { period, titles, policy, clauses: [...new Set(titles.map(({ clause }) => clause))] }
}

function writeAward({ title, ranked, placed, tied, unranked }: ExactAward): TitleAward {
  return {
    title: title.rules.id,
    clause: title.rules.clause,
    winners: placed.map(({ row }) => row.id),
    tied: tied.map(({ row }) => row.id),
    ranking: ranked.map(({ row, rank }) => ({
      id: row.id,
      rank,
      figures: row.figures.map(write.decimal),
    })),
    unranked,
  }
}
