import type { Issue, Path } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import * as currencies from '../kernel/number/currency.js'
import * as fraction from '../kernel/number/fraction.js'
import * as proportion from '../kernel/number/proportion.js'
import * as write from '../kernel/number/write.js'
import { type ExactLeadModel, exactLeadModel } from './exactLeadModel.js'
import { COST_WITHOUT_CURRENCY, MORE_OPEN_THAN_LEADS, MORE_WON_THAN_DECIDED } from './issues.js'
import { readInput, readRows } from './read.js'
import type { DefinedLeadModel, ReviewedSource, SourceReview, SourcesToReview } from './types.js'

/**
 * Reviews where leads come from, by how many of them are won (LEA-4): keep a source, move its budget, drop it, or wait for more leads.
 *
 * A rate of a few leads says little: a source is judged by Wilson's interval of its rate, once it has a minimum of decided leads. It is kept
 * where the interval is above the threshold, loses its budget to others where it is below, and is dropped where it is below the lower threshold,
 * too. Leads that are still open are out of the rate. Where nothing is settled, `decidedNeeded` says how many leads of the same rate would do it,
 * and of nothing the minimum.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `VALUE_MISSING` for costs without a currency, `CURRENCY_UNKNOWN`. In `notCounted`, for a
 *   source: `NUMBER_OUT_OF_RANGE` for more won than decided, or more open than there are leads, `ID_DUPLICATE`, …
 *
 * @example Eight of a hundred looks like less than 10%, and may be more
 * ```ts
 * import { handbook, reviewSources } from 'sales-rules'
 *
 * const sources = [
 *   { id: 'fair', leads: 110, open: 10, won: 8, cost: '50000' },
 *   { id: 'exhibitions', leads: 2000, won: 160, cost: '400000' },
 *   { id: 'referrals', leads: 1000, won: 200, cost: '60000' },
 *   { id: 'cold calls', leads: 900, won: 9 },
 * ]
 * const review = reviewSources({ currency: 'CNY', sources }, handbook.leads)
 * review.sources.map(({ id, rate, verdict }) => [id, rate, verdict])
 * // => [['fair', '0.08', 'undecided'], ['exhibitions', '0.08', 'shift-budget'], ['referrals', '0.2', 'keep'], ['cold calls', '0.01', 'drop']]
 * review.sources[0]?.interval // => ['0.0411', '0.1500']
 * review.sources[0]?.decidedNeeded // => 865
 * review.sources.map(({ costPerWin }) => costPerWin) // => ['6250.00', '2500.00', '300.00', null]
 * review.shiftTo // => ['referrals']
 * ```
 */
export function reviewSources(input: SourcesToReview, model: DefinedLeadModel): SourceReview {
  const exact = exactLeadModel(model)
  const { currency, list } = readReview(input)
  const { rows, notCounted } = readRows(list, ['input', 'sources'], readSource)
  const reviewed = rows.map((source) => ({ source, standing: computeStanding(source, exact) }))
  return {
    currency,
    threshold: write.decimal(exact.sources.threshold),
    sources: reviewed.map((one) => writeSource(one, currency, exact)),
    shiftTo: reviewed
      .filter(({ standing }) => standing.verdict === 'keep')
      .sort(byWorth)
      .map(({ source }) => source.id),
    notCounted,
    policy: exact.policy,
    clauses: ['LEA-4'],
  }
}

interface Source {
  readonly id: string
  readonly leads: number
  readonly open: number
  readonly won: number
  readonly cost: fraction.Fraction | null
}

function readReview(input: unknown) {
  const issues: Issue[] = []
  const fields = readInput(input, ['currency', 'sources'], issues)
  const { required, optional } = read.of(fields, ['input'], issues)
  const currency = optional('currency', read.name) ?? null
  if (currency !== null && currencies.decimalsOf(currency) === undefined)
    issue.add(issues, currencies.unknownCurrency(currency, ['input', 'currency']))
  const list = required('sources', read.array) ?? []
  const hasCosts = list.some((row) => (read.record(row, [], [])?.['cost'] ?? null) !== null)
  if (currency === null && hasCosts && (fields['currency'] ?? null) === null)
    issue.add(issues, issue.at(COST_WITHOUT_CURRENCY, ['input', 'currency'], {}))
  issue.refuseIfAny(issues)
  return { currency, list }
}

const SOURCE_KEYS = ['id', 'leads', 'open', 'won', 'cost']
const MOST_LEADS = 1_000_000_000

function readSource(row: unknown, path: Path, issues: Issue[]): Source | undefined {
  const fields = read.fields(row, path, SOURCE_KEYS, issues)
  if (fields === undefined) return undefined
  const { required, optional } = read.of(fields, path, issues)
  const count = (value: unknown, at: Path, found: Issue[]) =>
    read.integer(value, at, found, { minimum: 0, maximum: MOST_LEADS })
  const id = required('id', read.name)
  const leads = required('leads', count)
  const open = optional('open', count) ?? 0
  const won = required('won', count)
  const cost = optional('cost', (value, at, found) =>
    read.within(value, at, found, { minimum: fraction.ZERO }),
  )
  if (id === undefined || leads === undefined || won === undefined || issues.length > 0)
    return undefined
  const most = (kind: typeof MORE_OPEN_THAN_LEADS, key: 'open' | 'won', maximum: number) => {
    const given = { open, won }[key]
    if (given > maximum)
      issues.push(
        issue.at(kind, [...path, key], {
          given: String(given),
          minimum: '0',
          maximum: String(maximum),
        }),
      )
  }
  most(MORE_OPEN_THAN_LEADS, 'open', leads)
  if (issues.length === 0) most(MORE_WON_THAN_DECIDED, 'won', leads - open)
  return { id, leads, open, won, cost: cost ?? null }
}

const decidedOf = ({ leads, open }: Source) => leads - open

type Standing = Pick<ReviewedSource, 'compared' | 'verdict' | 'because' | 'decidedNeeded'>

const COMPARED = { '-1': 'below', '0': 'undecided', '1': 'above' } as const

/** What the sample can tell of a source. */
function computeStanding(source: Source, { sources }: ExactLeadModel): Standing {
  const { threshold, dropBelow, z, minimumSample } = sources
  const counted = { count: source.won, of: decidedOf(source) }
  const compared =
    counted.of === 0 ? 'undecided' : COMPARED[proportion.compareWith(counted, threshold, z)]
  const isTooSmall = counted.of < minimumSample
  if (isTooSmall || compared === 'undecided') {
    const because = isTooSmall ? 'sample-too-small' : 'interval-contains-threshold'
    return { compared, verdict: 'undecided', because, decidedNeeded: neededOf(counted, sources) }
  }
  const isDropped = proportion.compareWith(counted, dropBelow, z) < 0
  const budget = isDropped ? 'drop' : 'shift-budget'
  const verdict = compared === 'above' ? 'keep' : budget
  return { compared, verdict, because: null, decidedNeeded: null }
}

/** Of nothing there is no rate yet: the minimum sample is what anybody needs. */
function neededOf(
  counted: proportion.Counted,
  { threshold, z, minimumSample }: ExactLeadModel['sources'],
): number | null {
  if (counted.of === 0) return minimumSample
  const needed = proportion.countToTell(counted, threshold, z)
  return needed === null ? null : Math.max(needed, minimumSample)
}

interface Reviewed {
  readonly source: Source
  readonly standing: Standing
}

/** What a won customer costs, where that is known of both; else the better rate; else the id. */
function byWorth({ source: one }: Reviewed, { source: other }: Reviewed): number {
  const costs = [one, other].map(({ cost, won }) =>
    cost === null || won === 0 ? undefined : fraction.divide(cost, fraction.whole(won)),
  )
  const [first, second] = costs
  if (first !== undefined && second !== undefined) {
    const cheaper = fraction.compare(first, second)
    if (cheaper !== 0) return cheaper
  } else if (first !== undefined || second !== undefined) return first === undefined ? 1 : -1
  const [rate, otherRate] = [one, other].map((source) =>
    proportion.shareOf({ count: source.won, of: decidedOf(source) }),
  )
  const better = fraction.compare(otherRate as fraction.Fraction, rate as fraction.Fraction)
  return better || (one.id < other.id ? -1 : 1)
}

function writeSource(
  { source, standing }: Reviewed & { readonly source: Source & { readonly index: number } },
  currency: string | null,
  { sources: { z } }: ExactLeadModel,
): ReviewedSource {
  const { id, index, leads, open, won, cost } = source
  const decided = decidedOf(source)
  const counted = { count: won, of: decided }
  const per = (count: number) =>
    cost === null || count === 0
      ? null
      : writeCost(fraction.divide(cost, fraction.whole(count)), currency)
  return {
    id,
    index,
    leads,
    open,
    decided,
    won,
    rate: proportion.writeCounted(counted),
    interval: decided === 0 ? null : writeInterval(proportion.intervalOf(counted, z)),
    ...standing,
    cost: cost === null ? null : write.money(cost, currency ?? ''),
    costPerLead: per(leads),
    costPerWin: per(won),
  }
}

/** Rounded to the decimals of the currency. */
function writeCost(cost: fraction.Fraction, currency: string | null): string {
  const decimals = currencies.decimalsOf(currency ?? '') ?? 0
  return write.money(fraction.round(cost, { mode: 'half-up', decimals }), currency ?? '')
}

/** How many decimals the ends of an interval have. */
const INTERVAL_DECIMALS = 4

function writeInterval([lower, upper]: readonly [fraction.Fraction, fraction.Fraction]) {
  return [
    proportion.writeShare(lower, INTERVAL_DECIMALS),
    proportion.writeShare(upper, INTERVAL_DECIMALS),
  ] as const
}
