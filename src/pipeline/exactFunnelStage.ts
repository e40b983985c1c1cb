import type { Issue, Path } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import * as fraction from '../kernel/number/fraction.js'
import * as write from '../kernel/number/write.js'
import type { ExactDeal } from './exactDeal.js'
import type { ExactSalesProcess } from './exactSalesProcess.js'
import { type ExactSpread, exactSpread, writeSpread } from './exactSpread.js'
import { FUNNEL_RISES } from './issues.js'
import { readByStage, readInput, readNotNegative } from './read.js'
import type { Funnel } from './types.js'

/** What is known of a stage, from deals or from counts. */
export interface ExactFunnelStage {
  readonly reached: number
  /** Deals that got no further, by what became of them. */
  readonly stopped: Readonly<Record<ExactDeal['state'], number>> | null
  readonly median: fraction.Fraction | null
  /** How many deals the median is of. */
  readonly timed: number
  readonly value: fraction.Fraction | null
  readonly current: number | null
  readonly currentValue: fraction.Fraction | null
  readonly spread: ExactSpread | null
  /** How long those that are in it now have been there. */
  readonly waiting: ExactSpread | null
}

/** What deals say of each stage, from the first to the last. */
export function exactFunnelStages(
  deals: readonly ExactDeal[],
  { stages }: ExactSalesProcess,
): ExactFunnelStage[] {
  const homes = stages.map(() => ({
    stopped: [] as ExactDeal[],
    current: [] as ExactDeal[],
    stays: [] as number[],
  }))
  for (const deal of deals) {
    homes[deal.furthest]?.stopped.push(deal)
    if (deal.current !== null) homes[deal.current]?.current.push(deal)
    for (const [at, days] of deal.stays) homes[at]?.stays.push(days)
  }
  const found: ExactFunnelStage[] = []
  let beyond: Worth = { deals: 0, amount: null }
  for (const { stopped, current, stays } of homes.reverse()) {
    // Who reached a stage stopped there, or further on.
    beyond = both(beyond, worthOf(stopped))
    const spread = exactSpread(stays)
    found.unshift({
      reached: beyond.deals,
      stopped: countStates(stopped),
      value: amountOf(beyond),
      current: current.length,
      currentValue: amountOf(worthOf(current)),
      spread,
      waiting: exactSpread(current.flatMap((deal) => deal.waiting ?? [])),
      median: spread?.median ?? null,
      timed: spread?.days.length ?? 0,
    })
  }
  return found
}

function countStates(deals: readonly ExactDeal[]) {
  const counts = { won: 0, lost: 0, open: 0 }
  for (const { state } of deals) counts[state] += 1
  return counts
}

/** How many deals there are, and what they are worth as far as it is known; null where the value of none is. */
interface Worth {
  readonly deals: number
  readonly amount: fraction.Fraction | null
}

export function worthOf(deals: readonly ExactDeal[]): Worth {
  const known = deals.flatMap(({ value }) => value ?? [])
  return { deals: deals.length, amount: known.length === 0 ? null : fraction.sum(known) }
}

function both(one: Worth, other: Worth): Worth {
  const amount =
    one.amount && other.amount
      ? fraction.add(one.amount, other.amount)
      : (one.amount ?? other.amount)
  return { deals: one.deals + other.deals, amount }
}

/** Of no deals, nothing; of deals whose value nobody knows, null. */
function amountOf({ deals, amount }: Worth): fraction.Fraction | null {
  return amount ?? (deals === 0 ? fraction.ZERO : null)
}

const MOST_DEALS = 1_000_000_000

/** How many deals reached each stage, as they were counted. */
export function readCounts(input: unknown, exact: ExactSalesProcess): ExactFunnelStage[] {
  const issues: Issue[] = []
  const fields = readInput(input, ['input'], ['reached', 'medianDays'], issues)
  const { required, optional } = read.of(fields, ['input'], issues)
  const counts = required('reached', (value, path, found) => readReached(value, path, exact, found))
  const medians = optional('medianDays', readByStage(exact, readNotNegative))
  issue.refuseIfAny(issues)
  return (counts ?? []).map((reached, at) => ({
    reached: reached ?? 0,
    stopped: null,
    value: null,
    current: null,
    currentValue: null,
    spread: null,
    waiting: null,
    median: medians?.[at] ?? null,
    timed: reached ?? 0,
  }))
}

/** Every stage has a count, and none more than the one before it. */
function readReached(
  value: unknown,
  path: Path,
  { stageIds }: ExactSalesProcess,
  issues: Issue[],
): (number | undefined)[] {
  const fields = read.fields(value, path, stageIds, issues)
  if (fields === undefined) return []
  const bounds = { minimum: 0, maximum: MOST_DEALS }
  const counts = stageIds.map((id) => read.integer(fields[id], [...path, id], issues, bounds))
  for (const [at, given] of counts.entries()) {
    const previous = counts[at - 1]
    if (given === undefined || previous === undefined || given <= previous) continue
    const params = { given: String(given), previous: String(previous) }
    issue.add(issues, issue.at(FUNNEL_RISES, [...path, stageIds[at] ?? ''], params))
  }
  return counts
}

export function writeStage(
  stage: ExactFunnelStage,
  at: number,
  exact: ExactSalesProcess,
): Funnel['stages'][number] {
  const money = (amount: fraction.Fraction | null) => amount && write.money(amount, exact.currency)
  return {
    stage: exact.stageIds[at] ?? '',
    reached: stage.reached,
    value: money(stage.value),
    current: stage.current,
    currentValue: money(stage.currentValue),
    days: writeSpread(stage.spread),
    medianDays: stage.median && write.decimal(stage.median),
    currentDays: writeSpread(stage.waiting),
  }
}
