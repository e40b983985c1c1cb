import type { Issue, Path } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { RATIO_OUT_OF_RANGE } from '../kernel/issues.js'
import * as fraction from '../kernel/number/fraction.js'
import * as write from '../kernel/number/write.js'
import { type ExactSalesProcess, exactSalesProcess } from './exactSalesProcess.js'
import { readInput, readNotNegative, readShare, writeRounded } from './read.js'
import type { DefinedSalesProcess, SalesVelocity, VelocityInput } from './types.js'

/**
 * Says how much a pipeline sells a day, and what each of its four levers would gain: open deals × deal size × win rate ÷ days from lead to
 * deal (PIP-2).
 *
 * Use it on figures that you have; {@link measureFunnel} takes them from the deals. 30 days are computed from the exact figure, not from
 * the rounded day. A cycle that is a tenth shorter gains more than a tenth, as it divides.
 *
 * The win rate is a ratio, or what was `won` and `lost`; while nothing is decided there is none, and no velocity.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `NUMBER_OUT_OF_RANGE`, `NUMBER_LOOKS_LIKE_PERCENT`, `VALUE_MISSING`.
 *
 * @example 40 deals of 25,000, a quarter of them won in 90 days
 * ```ts
 * import { handbook, salesVelocity } from 'sales-rules'
 *
 * const levers = { open: 40, dealSize: '25000', winRate: '0.25', cycleDays: 90 }
 * const velocity = salesVelocity({ ...levers, times: { winRate: '1.1', cycleDays: '0.9' } }, handbook.pipeline)
 * velocity.perDay // => '2777.78'
 * velocity.per30Days // => '83333.33'
 * velocity.gains // => { winRate: '0.1', cycleDays: '0.111111111111' }
 * ```
 */
export function salesVelocity(input: VelocityInput, policy: DefinedSalesProcess): SalesVelocity {
  const exact = exactSalesProcess(policy)
  const { levers, times } = readVelocity(input)
  return writeVelocity(levers, times, exact)
}

/** The four levers, exact; null where one is not known. */
export interface ExactLevers {
  readonly open: fraction.Fraction
  readonly dealSize: fraction.Fraction | null
  readonly winRate: fraction.Fraction | null
  readonly cycleDays: fraction.Fraction | null
}

const LEVERS = ['open', 'dealSize', 'winRate', 'cycleDays'] as const
type Lever = (typeof LEVERS)[number]
type Times = readonly (readonly [Lever, fraction.Fraction])[]

function readVelocity(input: unknown): { readonly levers: ExactLevers; readonly times: Times } {
  const issues: Issue[] = []
  const isCounted = read.hasField(input, 'won') || read.hasField(input, 'lost')
  const rateKeys = isCounted ? ['won', 'lost'] : ['winRate']
  const keys = ['open', 'dealSize', ...rateKeys, 'cycleDays', 'times']
  const fields = readInput(input, ['input'], keys, issues)
  const { required, optional } = read.of(fields, ['input'], issues)
  const levers = {
    open: required('open', readNotNegative) ?? fraction.ZERO,
    dealSize: optional('dealSize', readNotNegative) ?? null,
    winRate: isCounted
      ? rateOf(required('won', readCount), required('lost', readCount))
      : (optional('winRate', readShare) ?? null),
    cycleDays: optional('cycleDays', readNotNegative) ?? null,
  }
  const times = optional('times', readTimes) ?? []
  const [, more = fraction.ONE] = times.find(([lever]) => lever === 'winRate') ?? []
  const rate = fraction.multiply(levers.winRate ?? fraction.ZERO, more)
  if (fraction.compare(rate, fraction.ONE) > 0) {
    const params = { given: write.decimal(rate) }
    issue.add(issues, issue.at(RATIO_OUT_OF_RANGE, ['input', 'times', 'winRate'], params))
  }
  issue.refuseIfAny(issues)
  return { levers, times }
}

const MOST_DEALS = 1_000_000_000

function readCount(value: unknown, path: Path, issues: Issue[]): number | undefined {
  return read.integer(value, path, issues, { minimum: 0, maximum: MOST_DEALS })
}

/** Won ÷ decided; null while none is. */
function rateOf(won = 0, lost = 0): fraction.Fraction | null {
  const decided = won + lost
  return decided === 0 ? null : fraction.divide(fraction.whole(won), fraction.whole(decided))
}

function readTimes(value: unknown, path: Path, issues: Issue[]): Times {
  const fields = read.fields(value, path, LEVERS, issues) ?? {}
  const { optional } = read.of(fields, path, issues)
  return LEVERS.flatMap((lever) => {
    const times = optional(lever, read.positive)
    return times === undefined ? [] : [[lever, times] as const]
  })
}

/** What levers come to, for whoever has measured them. */
export function writeVelocity(
  levers: ExactLevers,
  times: Times,
  exact: ExactSalesProcess,
): SalesVelocity {
  const perDay = computePerDay(levers)
  const of = (days: number) =>
    perDay && writeRounded(fraction.multiply(perDay, fraction.whole(days)), exact)
  return {
    open: write.decimal(levers.open),
    dealSize: levers.dealSize && writeRounded(levers.dealSize, exact),
    winRate: levers.winRate && write.decimal(levers.winRate),
    cycleDays: levers.cycleDays && write.decimal(levers.cycleDays),
    perDay: of(1),
    per30Days: of(30),
    gains: Object.fromEntries(times.map(([lever, by]) => [lever, gainOf(lever, by)])),
    policy: exact.policy,
    clauses: ['PIP-2'],
  }
}

function computePerDay(levers: ExactLevers): fraction.Fraction | null {
  const { open, dealSize, winRate, cycleDays } = levers
  if (dealSize === null || winRate === null || cycleDays === null) return null
  if (fraction.isZero(cycleDays)) return null
  return fraction.divide(fraction.multiply(fraction.multiply(open, dealSize), winRate), cycleDays)
}

/** The days divide, the other levers multiply. */
function gainOf(lever: Lever, by: fraction.Fraction): string {
  const factor = lever === 'cycleDays' ? fraction.divide(fraction.ONE, by) : by
  return write.decimal(fraction.subtract(factor, fraction.ONE))
}
