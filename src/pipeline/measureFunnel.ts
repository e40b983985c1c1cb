import type { Issue, Path } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import * as fraction from '../kernel/number/fraction.js'
import * as write from '../kernel/number/write.js'
import { DEAL_KEYS, dealReader, type ExactDeal } from './exactDeal.js'
import { type ExactSalesProcess, exactSalesProcess } from './exactSalesProcess.js'
import { type ExactSpread, exactSpread, writeSpread } from './exactSpread.js'
import { FUNNEL_RISES } from './issues.js'
import {
  readInput,
  readNotNegative,
  readRows,
  readStage,
  writeRounded,
  writeShare,
} from './read.js'
import { writeVelocity } from './salesVelocity.js'
import type {
  Bottleneck,
  DefinedSalesProcess,
  Funnel,
  FunnelInput,
  FunnelStep,
  SalesPerBuyer,
} from './types.js'

/**
 * Measures a funnel from the histories of its deals: conversion stage by stage, value, time in each stage and from lead to deal, win rate,
 * velocity, sales per customer and per order (PIP-2), and the bottleneck with its evidence (PIP-3).
 *
 * It is a cohort: a deal that reached a stage reached all before it, even where it skipped them or fell back. A step is judged by the deals that
 * went on or were lost, as those that are open still may go on; with fewer of them than the minimum sample it is no bottleneck, and ties are
 * all named. A time in a stage is measured of the deals that have left it. Where you have
 * only counts, give `{ reached }`, and what they do not say is null.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `DATE_INVALID` for `asOf`; of counts `NOT_IN_POLICY`, `VALUE_MISSING`, `OUT_OF_ORDER` for
 *   more after a stage than before it. What is wrong with a deal is in `notCounted`.
 *
 * @example A deal that was won, one that was lost, one that is open, and one that was won before it was there
 * ```ts
 * import { handbook, measureFunnel } from 'sales-rules'
 *
 * const deals = [
 *   {
 *     ...{ id: 'D-1', customer: 'Acme', created: '2026-01-05', value: '80000' },
 *     stages: [
 *       { stage: 'needs-analysis', on: '2026-01-12' },
 *       { stage: 'solution-design', on: '2026-01-20' },
 *       { stage: 'negotiation-signing', on: '2026-02-02' },
 *       { stage: 'delivery', on: '2026-02-16' },
 *     ],
 *   },
 *   { id: 'D-2', created: '2026-01-07', stages: [{ stage: 'needs-analysis', on: '2026-01-21' }], lost: '2026-02-01' },
 *   { id: 'D-3', created: '2026-02-20', value: '50000' },
 *   { id: 'D-4', created: '2026-02-20', won: '2026-02-10' },
 * ]
 * const funnel = measureFunnel({ asOf: '2026-03-01', deals }, handbook.pipeline)
 * funnel.stages.map(({ reached }) => reached) // => [3, 2, 1, 1, 1, 0]
 * funnel.steps[0]?.conversion // => '0.666666666666'
 * [funnel.winRate, funnel.leadToDeal?.median] // => ['0.5', '42']
 * funnel.sales?.salesPerCustomer // => '80000.00'
 * funnel.notCounted[0]?.issues[0]?.code // => 'DATES_OUT_OF_ORDER'
 * ```
 */
export function measureFunnel(input: FunnelInput, policy: DefinedSalesProcess): Funnel {
  const exact = exactSalesProcess(policy)
  return read.hasField(input, 'reached')
    ? writeCounts(readCounts(input, exact), exact)
    : measureDeals(input, exact)
}

function measureDeals(input: unknown, exact: ExactSalesProcess): Funnel {
  const issues: Issue[] = []
  const fields = readInput(input, ['input'], ['asOf', 'deals'], issues)
  const { required } = read.of(fields, ['input'], issues)
  const asOf = required('asOf', read.date)
  const values = required('deals', read.array)
  issue.refuseIfAny(issues)
  const at = { path: ['input', 'deals'], keys: DEAL_KEYS }
  const { rows, notRead } = readRows(values ?? [], at, dealReader(exact, asOf ?? ''))
  return {
    ...writeDeals(rows, exact),
    asOf: asOf ?? null,
    notCounted: notRead.map(({ id: deal, ...row }) => ({ deal, ...row })),
  }
}

type Row = ExactDeal & { readonly id: string | null }

/** What is known of a stage, from deals or from counts. */
interface Measured {
  readonly reached: number
  readonly median: fraction.Fraction | null
  /** How many deals the median is of. */
  readonly timed: number
}

function writeDeals(deals: readonly Row[], exact: ExactSalesProcess): Omit<Funnel, 'notCounted'> {
  const stages = exact.stages.map((_, at) => stageOf(deals, at))
  const stopped = exact.stages.map((_, at) => deals.filter(({ furthest }) => furthest === at))
  const steps = stepsOf(stages, exact).map((step, at) => {
    const count = (state: ExactDeal['state']) =>
      stopped[at]?.filter((deal) => deal.state === state).length ?? 0
    const stillOpen = count('open') + count('won')
    return {
      ...step,
      stillOpen,
      lost: count('lost'),
      conversionOfDecided: writeShare(step.wentOn, step.reached - stillOpen),
    }
  })
  const [won, lost, open] = (['won', 'lost', 'open'] as const).map((state) =>
    deals.filter((deal) => deal.state === state),
  ) as [Row[], Row[], Row[]]
  const leadToDeal = exactSpread(won.flatMap((deal) => deal.leadToDeal ?? []))
  const sales = salesOf(won, exact)
  const decided = won.length + lost.length
  const levers = {
    open: fraction.whole(open.length),
    dealSize: sales.perOrder,
    winRate: decided === 0 ? null : shareOf(won.length, decided),
    cycleDays: leadToDeal?.mean ?? null,
  }
  return {
    asOf: null,
    stages: stages.map((stage, at) => writeStage(stage, at, exact)),
    steps,
    overall: overallOf(stages),
    won: won.length,
    lost: lost.length,
    open: open.length,
    winRate: writeShare(won.length, decided),
    leadToDeal: writeSpread(leadToDeal),
    sales: sales.written,
    velocity: writeVelocity(levers, [], exact),
    bottleneck: bottleneckOf(stages, steps, exact),
    probabilities: probabilitiesOf(deals, exact),
    policy: exact.policy,
    clauses: CLAUSES,
  }
}

const CLAUSES = ['PIP-2', 'PIP-3']

interface MeasuredStage extends Measured {
  readonly value: fraction.Fraction | null
  readonly current: number | null
  readonly currentValue: fraction.Fraction | null
  readonly spread: ExactSpread | null
  /** How long those that are in it now have been there. */
  readonly waiting: ExactSpread | null
}

function stageOf(deals: readonly Row[], at: number): MeasuredStage {
  const reached = deals.filter(({ furthest }) => furthest >= at)
  const current = deals.filter((deal) => deal.current === at)
  const spread = exactSpread(deals.flatMap(({ stays }) => stays.get(at) ?? []))
  return {
    reached: reached.length,
    value: knownWorthOf(reached),
    current: current.length,
    currentValue: knownWorthOf(current),
    spread,
    waiting: exactSpread(current.flatMap((deal) => deal.waiting ?? [])),
    median: spread?.median ?? null,
    timed: spread?.days.length ?? 0,
  }
}

function worthOf(deals: readonly Row[]): fraction.Fraction {
  return fraction.sum(deals.flatMap(({ value }) => value ?? []))
}

/** Null where there are deals, and the value of none is known. */
function knownWorthOf(deals: readonly Row[]): fraction.Fraction | null {
  const isUnknown = deals.length > 0 && deals.every(({ value }) => value === null)
  return isUnknown ? null : worthOf(deals)
}

function shareOf(part: number, all: number): fraction.Fraction {
  return fraction.divide(fraction.whole(part), fraction.whole(all))
}

function stepsOf(stages: readonly Measured[], { stageIds }: ExactSalesProcess): FunnelStep[] {
  return stages.slice(1).map(({ reached: wentOn }, at) => {
    const reached = stages[at]?.reached ?? 0
    return {
      from: stageIds[at] ?? '',
      to: stageIds[at + 1] ?? '',
      reached,
      wentOn,
      stillOpen: null,
      lost: null,
      conversion: writeShare(wentOn, reached),
      conversionOfDecided: null,
    }
  })
}

function overallOf(stages: readonly Measured[]): string | null {
  return writeShare(stages.at(-1)?.reached ?? 0, stages[0]?.reached ?? 0)
}

function writeStage(stage: MeasuredStage, at: number, exact: ExactSalesProcess) {
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

function salesOf(won: readonly Row[], exact: ExactSalesProcess) {
  const orders = won.filter(({ value }) => value !== null)
  const named = orders.filter(({ customer }) => customer !== null)
  const customers = new Set(named.map(({ customer }) => customer)).size
  const perOrder = meanOf(worthOf(orders), orders.length)
  const perCustomer = meanOf(worthOf(named), customers)
  const written: SalesPerBuyer = {
    total: write.money(worthOf(orders), exact.currency),
    orders: orders.length,
    customers,
    salesPerOrder: perOrder && writeRounded(perOrder, exact),
    salesPerCustomer: perCustomer && writeRounded(perCustomer, exact),
    withoutValue: won.filter(({ value }) => value === null).map(({ id }) => id),
    withoutCustomer: orders.filter(({ customer }) => customer === null).map(({ id }) => id),
  }
  return { perOrder, written }
}

function meanOf(total: fraction.Fraction, count: number): fraction.Fraction | null {
  return count === 0 ? null : fraction.divide(total, fraction.whole(count))
}

/** Of the decided deals that reached a stage, the share that was won. */
function probabilitiesOf(
  deals: readonly Row[],
  { stageIds, minimumSample }: ExactSalesProcess,
): Record<string, string | null> {
  const decided = deals.filter(({ state }) => state !== 'open')
  return Object.fromEntries(
    stageIds.map((id, at) => {
      const reached = decided.filter(({ furthest }) => furthest >= at)
      const won = reached.filter(({ state }) => state === 'won').length
      return [id, reached.length < minimumSample ? null : writeShare(won, reached.length)]
    }),
  )
}

/** The steps that convert least and the stages that take longest, of those with enough deals; one that is open still may go on. */
function bottleneckOf(
  stages: readonly Measured[],
  steps: readonly FunnelStep[],
  { stageIds, minimumSample }: ExactSalesProcess,
): Bottleneck {
  const judged = steps.filter((step) => decidedOf(step) >= minimumSample)
  const byConversion = leastOf(judged, (step) => shareOf(step.wentOn, decidedOf(step)))
  const timed = stages.flatMap(({ median, timed: deals }, at) =>
    median === null || deals < minimumSample ? [] : [{ stage: stageIds[at] ?? '', median, deals }],
  )
  return {
    minimumSample,
    byConversion,
    byDays: leastOf(timed, ({ median }) => fraction.negate(median)).map(
      ({ stage, median, deals }) => ({ stage, medianDays: write.decimal(median), deals }),
    ),
    judged: judged.map(({ from }) => from),
    tooFew: steps.filter((step) => !judged.includes(step)).map(({ from }) => from),
  }
}

/** Those that went on or were lost; of counts alone, which do not say it, all that reached it. */
function decidedOf({ reached, stillOpen }: FunnelStep): number {
  return reached - (stillOpen ?? 0)
}

/** Those with the least of something; all who tie. */
function leastOf<One>(list: readonly One[], figureOf: (one: One) => fraction.Fraction): One[] {
  const figures = list.map(figureOf)
  const [first] = figures
  if (first === undefined) return []
  const least = figures.reduce(fraction.smaller, first)
  return list.filter((_, index) => fraction.compare(figures[index] ?? first, least) === 0)
}

const MOST_DEALS = 1_000_000_000

function readCounts(input: unknown, exact: ExactSalesProcess): MeasuredStage[] {
  const issues: Issue[] = []
  const fields = readInput(input, ['input'], ['reached', 'medianDays'], issues)
  const { required, optional } = read.of(fields, ['input'], issues)
  const counts = required('reached', (value, path, found) => readReached(value, path, exact, found))
  const medians = optional('medianDays', (value, path, found) =>
    readMedians(value, path, exact, found),
  )
  issue.refuseIfAny(issues)
  return (counts ?? []).map((reached, at) => ({
    reached: reached ?? 0,
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

function readMedians(
  value: unknown,
  path: Path,
  exact: ExactSalesProcess,
  issues: Issue[],
): (fraction.Fraction | undefined)[] {
  const fields = read.record(value, path, issues) ?? {}
  for (const key of Object.keys(fields)) readStage(key, [...path, key], exact, issues)
  const { optional } = read.of(fields, path, issues)
  return exact.stageIds.map((id) => optional(id, readNotNegative))
}

function writeCounts(stages: readonly MeasuredStage[], exact: ExactSalesProcess): Funnel {
  const steps = stepsOf(stages, exact)
  return {
    asOf: null,
    stages: stages.map((stage, at) => writeStage(stage, at, exact)),
    steps,
    overall: overallOf(stages),
    won: null,
    lost: null,
    open: null,
    winRate: null,
    leadToDeal: null,
    sales: null,
    velocity: null,
    bottleneck: bottleneckOf(stages, steps, exact),
    probabilities: null,
    notCounted: [],
    policy: exact.policy,
    clauses: CLAUSES,
  }
}
