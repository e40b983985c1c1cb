import type { Issue } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import * as fraction from '../kernel/number/fraction.js'
import * as write from '../kernel/number/write.js'
import { exactBottleneck } from './exactBottleneck.js'
import { DEAL_KEYS, dealReader, type ExactDeal } from './exactDeal.js'
import {
  type ExactFunnelStage,
  exactFunnelStages,
  readCounts,
  worthOf,
  writeStage,
} from './exactFunnelStage.js'
import { type ExactSalesProcess, exactSalesProcess } from './exactSalesProcess.js'
import { exactSpread, writeSpread } from './exactSpread.js'
import { exactShare, readInput, readRows, writeRounded, writeShare } from './read.js'
import { writeVelocity } from './salesVelocity.js'
import type {
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
 * funnel.winRate // => '0.5'
 * funnel.leadToDeal?.median // => '42'
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

function writeDeals(deals: readonly Row[], exact: ExactSalesProcess): Omit<Funnel, 'notCounted'> {
  const stages = exactFunnelStages(deals, exact)
  const steps = stepsOf(stages, exact)
  const [won, lost, open] = (['won', 'lost', 'open'] as const).map((state) =>
    deals.filter((deal) => deal.state === state),
  ) as [Row[], Row[], Row[]]
  const leadToDeal = exactSpread(won.flatMap((deal) => deal.leadToDeal ?? []))
  const sales = salesOf(won, exact)
  const decided = won.length + lost.length
  const levers = {
    open: fraction.whole(open.length),
    dealSize: sales.perOrder,
    winRate: decided === 0 ? null : exactShare(won.length, decided),
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
    bottleneck: exactBottleneck(stages, steps, exact),
    probabilities: probabilitiesOf(stages, exact),
    policy: exact.policy,
    clauses: CLAUSES,
  }
}

const CLAUSES = ['PIP-2', 'PIP-3']

function stepsOf(
  stages: readonly ExactFunnelStage[],
  { stageIds }: ExactSalesProcess,
): FunnelStep[] {
  return stages.slice(0, -1).map(({ reached, stopped }, at) => {
    const wentOn = stages[at + 1]?.reached ?? 0
    return {
      from: stageIds[at] ?? '',
      to: stageIds[at + 1] ?? '',
      reached,
      wentOn,
      stillOpen: stopped && stopped.open + stopped.won,
      lost: stopped?.lost ?? null,
      conversion: writeShare(wentOn, reached),
      conversionOfDecided: stopped && writeShare(wentOn, wentOn + stopped.lost),
    }
  })
}

function overallOf(stages: readonly ExactFunnelStage[]): string | null {
  return writeShare(stages.at(-1)?.reached ?? 0, stages[0]?.reached ?? 0)
}

function salesOf(won: readonly Row[], exact: ExactSalesProcess) {
  const orders = won.filter(({ value }) => value !== null)
  const named = orders.filter(({ customer }) => customer !== null)
  const customers = new Set(named.map(({ customer }) => customer)).size
  const total = worthOf(orders).amount ?? fraction.ZERO
  const perOrder = meanOf(total, orders.length)
  const perCustomer = meanOf(worthOf(named).amount ?? fraction.ZERO, customers)
  const written: SalesPerBuyer = {
    total: write.money(total, exact.currency),
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
  stages: readonly ExactFunnelStage[],
  { stageIds, minimumSample }: ExactSalesProcess,
): Record<string, string | null> {
  let [won, lost] = [0, 0]
  const shares = [...stages].reverse().map(({ stopped }) => {
    won += stopped?.won ?? 0
    lost += stopped?.lost ?? 0
    return won + lost < minimumSample ? null : writeShare(won, won + lost)
  })
  return Object.fromEntries(stageIds.map((id, at) => [id, shares.at(-1 - at) ?? null]))
}

function writeCounts(stages: readonly ExactFunnelStage[], exact: ExactSalesProcess): Funnel {
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
    bottleneck: exactBottleneck(stages, steps, exact),
    probabilities: null,
    notCounted: [],
    policy: exact.policy,
    clauses: CLAUSES,
  }
}
