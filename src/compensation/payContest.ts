import type { Issue, Path } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import type { Fields } from '../kernel/input/read.js'
import * as read from '../kernel/input/read.js'
import { ID_DUPLICATE, MORE_DECIMALS_THAN_CURRENCY } from '../kernel/issues.js'
import * as allocation from '../kernel/number/allocate.js'
import * as fraction from '../kernel/number/fraction.js'
import * as ranking from '../kernel/number/rank.js'
import * as write from '../kernel/number/write.js'
import * as time from '../kernel/time/time.js'
import { type ExactContestRules, exactContestRules } from './exactContestRules.js'
import { POT_MISSING, POT_OF_PRIZES } from './issues.js'
import type { Contest, ContestInput, ContestPlace, DefinedContestRules } from './types.js'

/**
 * Who wins which prize of a contest, by rank; or what each gets of a pot that is shared by figures.
 *
 * Whoever's figure is high enough enters, and is ranked by it, the highest first. Those who tie, also by the tie breakers, share the prizes
 * of their places, or all get that of the first of them, as the rules say. What is paid never exceeds the pot: where more would be, all
 * prizes are cut in proportion, to the cent. Without prizes, those who enter share the pot in proportion to their figures, such as scores.
 *
 * For a forced distribution of grades use {@link gradeByRank}; for one measure per payee a commission.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `ID_DUPLICATE`, `VALUE_MISSING` for a figure, a tie breaker or the pot, …
 *
 * @example Two who tie for the first of three prizes share the first and the second
 * ```ts
 * import { defineContestRules, payContest } from 'sales-rules'
 *
 * const rules = defineContestRules({
 *   currency: 'CNY',
 *   prizes: [{ amount: '3000' }, { amount: '2000' }, { amount: '1000' }],
 *   enter: { comparison: 'above', figure: '50000' },
 * })
 * const entrants = [
 *   { id: 'A', figure: '60000' },
 *   { id: 'B', figure: '80000' },
 *   { id: 'C', figure: '80000' },
 *   { id: 'D', figure: '49000' },
 * ]
 * const contest = payContest({ entrants }, rules)
 * contest.entrants.map(({ id, place, amount }) => [id, place, amount])
 * // => [['B', 1, '2500.00'], ['C', 1, '2500.00'], ['A', 3, '1000.00'], ['D', null, '0.00']]
 * contest.entrants[2]?.next // => { place: 1, remaining: '20000', reached: 'at' }
 * ```
 *
 * @example A pool of 10,000 shared by score
 * ```ts
 * import { defineContestRules, payContest } from 'sales-rules'
 *
 * const rules = defineContestRules({ currency: 'EUR', pot: '10000', enter: { comparison: 'at-least', figure: '60' } })
 * const entrants = [{ id: 'A', figure: 90 }, { id: 'B', figure: 60 }, { id: 'C', figure: 59 }]
 * payContest({ entrants }, rules).entrants.map(({ id, amount }) => [id, amount])
 * // => [['A', '6000.00'], ['B', '4000.00'], ['C', '0.00']]
 * ```
 */
export function payContest(input: ContestInput, rules: DefinedContestRules): Contest {
  const exact = exactContestRules(rules)
  const known = readContest(input, exact)
  const entered = ranking.rank(
    known.entrants.filter(({ hasEntered }) => hasEntered),
    compare,
  )
  return writeContest(computePrizes(entered, known.pot, exact), entered, known, exact)
}

interface Entrant {
  readonly id: string
  readonly figure: fraction.Fraction
  readonly tieBreakers: readonly fraction.Fraction[]
  readonly hasEntered: boolean
}

interface ReadContest {
  readonly period: time.AnyPeriod | null
  /** In units of the currency. */
  readonly pot: bigint
  readonly entrants: readonly Entrant[]
}

type RankedEntrant = ranking.Ranked<Entrant>

function readContest(input: unknown, rules: ExactContestRules): ReadContest {
  const issues: Issue[] = []
  const fields = read.fields(input, [], ['period', 'pot', 'entrants'], issues)
  issue.refuseIfAny(fields === undefined ? issues : [])
  const { optional } = read.of(fields ?? {}, [], issues)
  const period = optional('period', read.anyPeriod) ?? null
  const pot = readPot(fields?.['pot'], rules, issues)
  const rows = read.array(fields?.['entrants'], ['entrants'], issues) ?? []
  const seen = new Set<string>()
  const entrants = rows.flatMap((row, index) => {
    const path = ['entrants', index]
    const one = readEntrant(row, path, rules, issues)
    if (one === undefined) return []
    if (seen.has(one.id)) issue.add(issues, issue.at(ID_DUPLICATE, [...path, 'id'], { id: one.id }))
    seen.add(one.id)
    return [one]
  })
  issue.refuseIfAny(issues)
  return { period, pot, entrants }
}

/** The pot is what the rules say, or is given where they say nothing of it. */
function readPot(value: unknown, rules: ExactContestRules, issues: Issue[]): bigint {
  const { currency, decimals, pot } = rules
  if (pot !== null) {
    if ((value ?? null) !== null) issue.add(issues, issue.at(POT_OF_PRIZES, ['pot'], {}))
    return pot
  }
  if ((value ?? null) === null) {
    issue.add(issues, issue.at(POT_MISSING, ['pot'], {}))
    return 0n
  }
  const given = read.within(value, ['pot'], issues, { minimum: fraction.ZERO }) ?? fraction.ZERO
  const units = fraction.toUnits(given, decimals, 'down')
  if (fraction.compare({ n: units, d: fraction.powerOfTen(decimals) }, given) !== 0) {
    const params = { total: write.decimal(given), decimals, currency }
    issue.add(issues, issue.at(MORE_DECIMALS_THAN_CURRENCY, ['pot'], params))
  }
  return units
}

function readEntrant(
  row: unknown,
  path: Path,
  rules: ExactContestRules,
  issues: Issue[],
): Entrant | undefined {
  const fields = read.fields(row, path, ['id', 'figure', 'figures'], issues)
  if (fields === undefined) return undefined
  const { required } = read.of(fields, path, issues)
  const id = required('id', read.name)
  const figure = required('figure', read.decimal)
  const hasEntered = figure !== undefined && isEnough(figure, rules)
  const figures = fields['figures'] ?? {}
  const tieBreakers = readTieBreakers(figures, [...path, 'figures'], { rules, hasEntered }, issues)
  return id === undefined || figure === undefined
    ? undefined
    : { id, figure, tieBreakers, hasEntered }
}

/** Whoever has entered may tie. */
function readTieBreakers(
  value: unknown,
  path: Path,
  { rules, hasEntered }: { readonly rules: ExactContestRules; readonly hasEntered: boolean },
  issues: Issue[],
): fraction.Fraction[] {
  const names = rules.tieBreakers
  const given: Fields = read.fields(value, path, names, issues) ?? {}
  if (!hasEntered) return []
  return names.map((name) => read.decimal(given[name], [...path, name], issues) ?? fraction.ZERO)
}

function isEnough(figure: fraction.Fraction, { enter }: ExactContestRules): boolean {
  if (enter === null) return true
  return fraction.compare(figure, enter.figure) >= (enter.comparison === 'above' ? 1 : 0)
}

/** Below 0 where the first is better. */
function compare(first: Entrant, second: Entrant): number {
  const order = fraction.compare(second.figure, first.figure)
  if (order !== 0) return order
  for (const [index, figure] of first.tieBreakers.entries()) {
    const next = fraction.compare(second.tieBreakers[index] ?? fraction.ZERO, figure)
    if (next !== 0) return next
  }
  return 0
}

/** What each place is paid, in units, and what the pot took of it; by the positions of those who entered. */
interface Prizes {
  readonly paid: readonly bigint[]
  readonly cuts: readonly bigint[]
}

function computePrizes(
  entered: readonly RankedEntrant[],
  pot: bigint,
  { prizes, ties }: ExactContestRules,
): Prizes {
  if (prizes === null) {
    const paid = shareByFigure(entered, pot)
    return { paid, cuts: paid.map(() => 0n) }
  }
  const won =
    ties === 'all'
      ? entered.map(({ rank }) => prizes[rank - 1] ?? 0n)
      : tiesOf(entered).flatMap((tied) => sharePrizes(tied, prizes))
  const total = won.reduce((sum, prize) => sum + prize, 0n)
  if (total <= pot) return { paid: won, cuts: won.map(() => 0n) }
  const paid = allocation.allocateUnits(pot, won.map(toFraction))
  return { paid, cuts: won.map((prize, index) => (paid[index] ?? 0n) - prize) }
}

/** In proportion to what is above zero; nobody takes from the others. */
function shareByFigure(entered: readonly RankedEntrant[], pot: bigint): bigint[] {
  const weights = entered.map(({ row }) => fraction.larger(row.figure, fraction.ZERO))
  if (weights.every(fraction.isZero)) return weights.map(() => 0n)
  return allocation.allocateUnits(pot, weights)
}

const toFraction = (units: bigint): fraction.Fraction => ({ n: units, d: 1n })

/** Those of one rank, from the first on. */
function tiesOf(entered: readonly RankedEntrant[]): RankedEntrant[][] {
  const groups: RankedEntrant[][] = []
  for (const one of entered) {
    const last = groups.at(-1)
    if (last?.[0]?.rank === one.rank) last.push(one)
    else groups.push([one])
  }
  return groups
}

/** The prizes of the places that those who tie take, in equal parts; a cent that is left over goes to the first by id. */
function sharePrizes(tied: readonly RankedEntrant[], prizes: readonly bigint[]): bigint[] {
  const from = (tied[0]?.rank ?? 1) - 1
  const total = prizes.slice(from, from + tied.length).reduce((sum, prize) => sum + prize, 0n)
  return allocation.allocateUnits(
    total,
    tied.map(() => fraction.ONE),
  )
}

function writeContest(
  { paid, cuts }: Prizes,
  entered: readonly RankedEntrant[],
  { period, pot, entrants }: ReadContest,
  rules: ExactContestRules,
): Contest {
  const money = (units: bigint) => write.fixed(units, rules.decimals)
  const total = paid.reduce((sum, prize) => sum + prize, 0n)
  const tied = new Map(tiesOf(entered).flatMap((group) => group.map((one) => [one, group])))
  const outside = entrants.filter(({ hasEntered }) => !hasEntered)
  const placed = entered.map((one, index): ContestPlace => {
    const others = (tied.get(one) ?? []).filter((other) => other !== one)
    const cut = cuts[index] ?? 0n
    return {
      id: one.row.id,
      figure: write.decimal(one.row.figure),
      place: one.rank,
      tiedWith: others.map(({ row }) => row.id),
      amount: money(paid[index] ?? 0n),
      ...(cut !== 0n && { cut: money(cut) }),
      next: nextOf(one.row, one.rank, entered, rules),
    }
  })
  const unplaced = ranking.rank(outside, compare).map(({ row }): ContestPlace => {
    const next = nextOf(row, null, entered, rules)
    const figure = write.decimal(row.figure)
    return { id: row.id, figure, place: null, tiedWith: [], amount: money(0n), next }
  })
  return {
    period: period && time.writeAnyPeriod(period),
    amount: money(total),
    currency: rules.currency,
    pot: money(pot),
    left: money(pot - total),
    entrants: [...placed, ...unplaced],
    policy: rules.policy,
  }
}

/** The nearest figure of somebody who is paid for a better place; or, while prizes are left over, the one that enters. */
function nextOf(
  { figure }: Entrant,
  rank: number | null,
  entered: readonly RankedEntrant[],
  { prizes, enter, tieBreakers }: ExactContestRules,
): ContestPlace['next'] {
  if (prizes === null || rank === 1) return null
  const to = (level: fraction.Fraction) => write.decimal(fraction.subtract(level, figure))
  if (rank === null && entered.length < prizes.length && enter !== null) {
    const reached = enter.comparison === 'above' ? 'above' : 'at'
    return { place: entered.length + 1, remaining: to(enter.figure), reached }
  }
  const better = entered.filter((one) => rank === null || one.rank < rank)
  const holder = better.slice(0, prizes.length).at(-1)
  if (holder === undefined) return null
  const reached = tieBreakers.length > 0 ? 'above' : 'at'
  return { place: holder.rank, remaining: to(holder.row.figure), reached }
}
