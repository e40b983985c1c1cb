import type { Issue, Path } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { BANDS_NOT_FALLING, ID_DUPLICATE, RECORD_EMPTY } from '../kernel/issues.js'
import * as fraction from '../kernel/number/fraction.js'
import * as proportion from '../kernel/number/proportion.js'
import * as write from '../kernel/number/write.js'
import {
  aucOf,
  averagePrecisionOf,
  type Bin,
  binsOf,
  brierOf,
  type Decided,
  distanceOf,
  equalParts,
  expectedErrorOf,
  groupsOf,
  inRanges,
  liftOf,
  rateOf,
  type ScoreGroup,
  type ScoreRange,
  stabilityIndexOf,
  type Tally,
  tallyOf,
} from './exactEvaluation.js'
import {
  EDGES_NOT_WHOLE,
  FEW_BEFORE,
  FEW_DECIDED,
  FEW_LOST,
  FEW_WON,
  PROBABILITY_AT_TIMES,
  SOME_NOT_COUNTED,
  SOME_NOT_PREDICTED,
} from './issues.js'
import type {
  CalibrationBin,
  EvaluatedBand,
  EvaluationOptions,
  LeadNotCounted,
  ScoreDrift,
  ScoredOutcome,
  ScoreEvaluation,
} from './types.js'

/**
 * Says how well a score tells who is won, from leads of which it is known by now.
 *
 * The area under the curve (AUC) is the chance that a won lead scores more than a lost one; 0.5 is a coin. Average precision and lift look at the
 * best of the list, which is what a team calls first. Predicted probabilities are compared with what came, bin by bin, and by Brier's score. What
 * is not defined, such as the AUC where everybody was won, is null. `before` shows what has changed since an earlier period. Small samples
 * are computed, with a warning. Leads that are open are counted apart. A row that cannot be read is named, and the others go on; one that lacks
 * nothing but its probability counts by its score. Numbers count with all their digits: a model's probabilities need not be rounded.
 *
 * @throws SalesRulesError what is wrong with the options, and `VALUE_INVALID` for leads that are no array. In `notCounted`:
 *   `NUMBER_INVALID`, `VALUE_MISSING` for an outcome, … In `notPredicted`, and in `notCounted` where rows have no score of their own:
 *   `NUMBER_OUT_OF_RANGE` for a probability above 1, `VALUE_MISSING` for one that other rows have, …
 *
 * @example Six leads in the bands of the model
 * ```ts
 * import { evaluateScores, handbook } from 'sales-rules'
 *
 * const leads = [
 *   { score: 92, outcome: true }, { score: 85, outcome: false }, { score: 85, outcome: true },
 *   { score: 60, outcome: false }, { score: 30, outcome: false }, { score: 70, outcome: null },
 * ]
 * const evaluation = evaluateScores(leads, { bands: handbook.leads.bands, top: '0.2' })
 * evaluation.auc // => '0.916666666666'
 * evaluation.lift // => '2.5'
 * evaluation.averagePrecision // => '0.833333333333'
 * evaluation.bands.map(({ id, won, decided, lift }) => [id, won, decided, lift])
 * // => [['hot', 2, 3, '1.666666666666'], ['warm', 0, 1, '0'], ['cold', 0, 1, '0']]
 * evaluation.warnings.map(({ code, severity }) => [code, severity])
 * // => [['SAMPLE_TOO_SMALL', 'warning'], ['SAMPLE_TOO_SMALL', 'warning'], ['SAMPLE_TOO_SMALL', 'warning']]
 * ```
 */
export function evaluateScores(
  leads: readonly ScoredOutcome[],
  options: EvaluationOptions = {},
): ScoreEvaluation {
  const issues: Issue[] = []
  const list = read.array(leads, ['leads'], issues) ?? []
  const exact = readOptions(options, issues)
  issue.refuseIfAny(issues)
  const now = readPeriod(list, ['leads'])
  const { groups, decided } = now
  const all = tallyOf(groups)
  return {
    decided: all.decided,
    open: now.open,
    won: all.won,
    rate: writeRatio(rateOf(all)),
    auc: writeRatio(aucOf(groups)),
    averagePrecision: writeRatio(averagePrecisionOf(groups)),
    lift: writeRatio(liftOf(groups, exact.top)),
    top: write.decimal(exact.top),
    bands: bandsOf(groups, exact.bands).map((band) => writeBand(band, all)),
    ...writeProbabilities(decided, exact.edges),
    drift: exact.before && writeDrift(groups, exact.before.groups, exact.bands),
    warnings: warningsOf(now, exact).map(issue.asWarning),
    notPredicted: now.notPredicted,
    notCounted: [...now.notCounted, ...(exact.before?.notCounted ?? [])].slice(0, MOST_ROWS),
    refused: now.refused + (exact.before?.refused ?? 0),
  }
}

/** A period's leads that were read. */
interface Period {
  readonly decided: readonly Decided[]
  readonly groups: readonly ScoreGroup[]
  readonly open: number
  readonly rows: number
  readonly refused: number
  readonly notPredicted: readonly LeadNotCounted[]
  readonly notCounted: readonly LeadNotCounted[]
}

interface ExactOptions {
  readonly bands: readonly ScoreRange[] | null
  readonly top: fraction.Fraction
  readonly edges: readonly fraction.Fraction[]
  readonly minimumSample: number
  readonly minimumPerOutcome: number
  readonly before: Period | null
}

const OPTION_KEYS = ['bands', 'top', 'bins', 'minimumSample', 'minimumPerOutcome', 'before']
const TENTH = { n: 1n, d: 10n }
const DEFAULTS = { bins: 10, minimumSample: 100, minimumPerOutcome: 10 }
const MOST_BINS = 1000
const MOST_LEADS = 1_000_000_000

function readOptions(options: unknown, issues: Issue[]): ExactOptions {
  const path = ['options']
  const fields = read.options(options, path, OPTION_KEYS, issues) ?? {}
  const { optional } = read.of(fields, path, issues)
  const count = (value: unknown, at: Path, found: Issue[]) =>
    read.integer(value, at, found, { minimum: 0, maximum: MOST_LEADS })
  const before = optional('before', read.array)
  return {
    bands: optional('bands', readBands) ?? null,
    top:
      optional('top', (value, at, found) =>
        read.within(value, at, found, {
          minimum: fraction.ZERO,
          above: true,
          maximum: fraction.ONE,
        }),
      ) ?? TENTH,
    edges: optional('bins', readEdges) ?? evenEdges(DEFAULTS.bins),
    minimumSample: optional('minimumSample', count) ?? DEFAULTS.minimumSample,
    minimumPerOutcome: optional('minimumPerOutcome', count) ?? DEFAULTS.minimumPerOutcome,
    before: before === undefined ? null : readPeriod(before, [...path, 'before']),
  }
}

function readBands(value: unknown, path: Path, issues: Issue[]): ScoreRange[] {
  const list = read.array(value, path, issues)
  if (list?.length === 0) issue.add(issues, issue.at(RECORD_EMPTY, path, {}))
  const ranges: ScoreRange[] = []
  const seen = new Set<string>()
  for (const [index, row] of (list ?? []).entries()) {
    const at = [...path, index]
    const range = readBand(row, at, issues)
    if (range === undefined) continue
    const { id, from } = range
    if (seen.has(id)) issue.add(issues, issue.at(ID_DUPLICATE, [...at, 'id'], { id }))
    seen.add(id)
    const previous = ranges.at(-1)?.from
    if (previous !== undefined && fraction.compare(from, previous) >= 0) {
      const params = { given: write.decimal(from), previous: write.decimal(previous) }
      issue.add(issues, issue.at(BANDS_NOT_FALLING, [...at, 'from'], params))
    }
    ranges.push(range)
  }
  return ranges
}

function readBand(row: unknown, path: Path, issues: Issue[]): ScoreRange | undefined {
  const fields = read.fields(row, path, ['id', 'from'], issues)
  if (fields === undefined) return undefined
  const { required } = read.of(fields, path, issues)
  const [id, from] = [required('id', read.name), required('from', read.decimal)]
  return id === undefined || from === undefined ? undefined : { id, from }
}

function evenEdges(bins: number): fraction.Fraction[] {
  return Array.from({ length: bins + 1 }, (_, at) =>
    fraction.divide(fraction.whole(at), fraction.whole(bins)),
  )
}

/** How many bins, or their edges; edges that are equal are one. */
function readEdges(value: unknown, path: Path, issues: Issue[]): fraction.Fraction[] | undefined {
  const length = read.length(value, path, [])
  if (length === undefined) {
    const bins = read.integer(value, path, issues, { minimum: 1, maximum: MOST_BINS })
    return bins === undefined ? undefined : evenEdges(bins)
  }
  const before = issues.length
  const list = (read.array(value, path, issues) ?? []).slice(0, MOST_BINS + 1)
  const edges = list.map((edge, at) => read.decimal(edge, [...path, at], issues) ?? fraction.ZERO)
  if (issues.length > before) return undefined
  const kept = edges.filter((edge, at) => {
    const previous = edges[at - 1]
    return previous === undefined || fraction.compare(previous, edge) !== 0
  })
  const isRising = kept.every(
    (edge, at) => at === 0 || fraction.compare(kept[at - 1] as fraction.Fraction, edge) < 0,
  )
  const [first = fraction.ONE, last = fraction.ZERO] = [kept[0], kept.at(-1)]
  const isWhole = first.n === 0n && fraction.compare(last, fraction.ONE) === 0
  if (isRising && isWhole && list.length === length) return kept
  issue.add(issues, issue.at(EDGES_NOT_WHOLE, path, { given: issue.show(value) }))
  return undefined
}

/** More rows would tell nobody anything: a column was mistaken, or the whole input. */
const MOST_ROWS = 1_000

/** Reads the leads of a period, one by one. */
function readPeriod(list: readonly unknown[], path: Path): Period {
  const rows = list.map(readLead)
  const hasProbability = rows.some((lead) => (lead?.probability ?? null) !== null)
  const isScored = rows.every((lead) => lead?.score !== null || lead.isDoubted)
  const decided: Decided[] = []
  const notPredicted: LeadNotCounted[] = []
  const notCounted: LeadNotCounted[] = []
  let [open, refused] = [0, 0]
  for (const [index, lead] of rows.entries()) {
    const counted = countLead(lead, { hasProbability, isScored })
    const named = counted === undefined ? notCounted : notPredicted
    if (counted?.isPredicted !== true && named.length < MOST_ROWS)
      named.push(nameRow(list[index], [...path, index], hasProbability))
    if (counted === undefined) refused += 1
    else if (counted.won === null) open += 1
    else decided.push({ ...counted, won: counted.won })
  }
  const groups = groupsOf(decided)
  return { decided, groups, open, rows: list.length, refused, notPredicted, notCounted }
}

/** What the rows of a period have. */
interface Columns {
  readonly hasProbability: boolean
  /** Whether no probability stands in for a score: else the two are one scale. */
  readonly isScored: boolean
}

/** What counts of a lead. Where scores and probabilities are one scale, a lead without its probability does not count at all. */
function countLead(lead: Lead | undefined, { hasProbability, isScored }: Columns) {
  if (lead === undefined) return undefined
  const { probability, won } = lead
  const isPredicted = !lead.isDoubted && (probability !== null || !hasProbability)
  const score = isPredicted || isScored ? (lead.score ?? probability) : null
  return score === null ? undefined : { score, probability, won, isPredicted }
}

interface Lead {
  /** Null where it has none of its own. */
  readonly score: fraction.Fraction | null
  readonly probability: fraction.Fraction | null
  readonly won: boolean | null
  /** Whether it has a probability that cannot be read. */
  readonly isDoubted: boolean
}

const LEAD_KEYS = ['id', 'score', 'probability', 'outcome']

/** A lead, as far as it can be read: undefined where more is wrong with it than its probability. */
function readLead(row: unknown): Lead | undefined {
  const [issues, doubts]: [Issue[], Issue[]] = [[], []]
  const lead = readFieldsOf(row, [], issues, doubts)
  return issues.length > 0 ? undefined : lead && { ...lead, isDoubted: doubts.length > 0 }
}

/** What is wrong with a row, under its id. */
function nameRow(row: unknown, path: Path, hasProbability: boolean): LeadNotCounted {
  const issues: Issue[] = []
  const lead = readFieldsOf(row, path, issues, issues)
  if (hasProbability && issues.length === 0 && lead?.probability === null)
    issues.push(issue.at(PROBABILITY_AT_TIMES, [...path, 'probability'], {}))
  const id = read.record(row, [], [])?.['id']
  return { id: read.isName(id) ? id : null, index: Number(path.at(-1)), issues }
}

function readFieldsOf(
  row: unknown,
  path: Path,
  issues: Issue[],
  doubts: Issue[],
): Omit<Lead, 'isDoubted'> | undefined {
  const fields = read.fields(row, path, LEAD_KEYS, issues)
  if (fields === undefined) return undefined
  const { required, optional } = read.of(fields, path, issues)
  optional('id', read.name)
  const probability = read.of(fields, path, doubts).optional('probability', readProbability) ?? null
  const isPredicted = (fields['probability'] ?? null) !== null
  const score = isPredicted ? optional('score', read.estimate) : required('score', read.estimate)
  const won = fields['outcome'] === null ? null : required('outcome', read.boolean)
  return { score: score ?? null, probability, won: won ?? null }
}

function readProbability(value: unknown, path: Path, issues: Issue[]) {
  return read.estimate(value, path, issues, { minimum: fraction.ZERO, maximum: fraction.ONE })
}

type BandTally = Tally & { readonly id: string; readonly from: fraction.Fraction | null }

const PARTS = 10

function bandsOf(
  groups: readonly ScoreGroup[],
  ranges: readonly ScoreRange[] | null,
): readonly BandTally[] {
  return ranges === null ? equalParts(groups, PARTS) : inRanges(groups, ranges)
}

function warningsOf(now: Period, options: ExactOptions): Issue[] {
  const { minimumSample, minimumPerOutcome, before } = options
  const few = (kind: typeof FEW_DECIDED, given: number, minimum: number) =>
    given < minimum ? [issue.at(kind, [], { given, minimum })] : []
  const { decided, won } = tallyOf(now.groups)
  const earlier = before === null ? [] : few(FEW_BEFORE, before.decided.length, minimumSample)
  const rows = now.rows + (before?.rows ?? 0)
  const refused = now.refused + (before?.refused ?? 0)
  return [
    ...few(FEW_DECIDED, decided, minimumSample),
    ...few(FEW_WON, won, minimumPerOutcome),
    ...few(FEW_LOST, decided - won, minimumPerOutcome),
    ...earlier,
    ...few(SOME_NOT_COUNTED, rows - refused, rows),
    ...(now.notPredicted.length === 0 ? [] : few(SOME_NOT_PREDICTED, predictedOf(now), decided)),
  ]
}

function predictedOf({ decided }: Period): number {
  return decided.filter(({ probability }) => probability !== null).length
}

const RATIO = { mode: 'down', decimals: 12 } as const

/** Cut, never rounded up to what it is not. */
function writeRatio(ratio: fraction.Fraction | null): string | null {
  return ratio === null ? null : write.decimal(fraction.round(ratio, RATIO))
}

/** Standard deviations of 95%. */
const Z = { n: 1_959_964n, d: 1_000_000n }
const INTERVAL_DECIMALS = 4

function writeInterval({ decided, won }: Tally): readonly [string, string] | null {
  if (decided === 0) return null
  const [lower, upper] = proportion.intervalOf({ count: won, of: decided }, Z)
  return [
    proportion.writeShare(lower, INTERVAL_DECIMALS),
    proportion.writeShare(upper, INTERVAL_DECIMALS),
  ]
}

function writeBand({ id, from, decided, won }: BandTally, all: Tally): EvaluatedBand {
  const rate = rateOf({ decided, won })
  const base = rateOf(all)
  const isDefined = rate !== null && base !== null && base.n > 0n
  return {
    id,
    from: from && write.decimal(from),
    decided,
    won,
    rate: writeRatio(rate),
    interval: writeInterval({ decided, won }),
    lift: isDefined ? writeRatio(fraction.divide(rate, base)) : null,
  }
}

/** What can be said of predicted probabilities, where there are any. */
function writeProbabilities(
  decided: readonly Decided[],
  edges: readonly fraction.Fraction[],
): Pick<ScoreEvaluation, 'predicted' | 'brier' | 'brierReference' | 'brierSkill' | 'calibration'> {
  const predicted = decided.filter(({ probability }) => probability !== null)
  const brier = brierOf(predicted)
  if (brier === null)
    return { predicted: 0, brier: null, brierReference: null, brierSkill: null, calibration: null }
  const won = predicted.filter((lead) => lead.won).length
  const rate = rateOf({ decided: predicted.length, won }) ?? fraction.ZERO
  const reference = fraction.multiply(rate, fraction.subtract(fraction.ONE, rate))
  const skill =
    reference.n === 0n ? null : fraction.subtract(fraction.ONE, fraction.divide(brier, reference))
  const bins = binsOf(predicted, edges)
  return {
    predicted: predicted.length,
    brier: writeRatio(brier),
    brierReference: writeRatio(reference),
    brierSkill: writeRatio(skill),
    calibration: { bins: bins.map(writeBin), expectedError: writeRatio(expectedErrorOf(bins)) },
  }
}

function writeBin({ from, to, decided, won, predicted }: Bin): CalibrationBin {
  return {
    from: write.decimal(from),
    to: write.decimal(to),
    decided,
    won,
    predicted:
      decided === 0 ? null : writeRatio(fraction.divide(predicted, fraction.whole(decided))),
    rate: writeRatio(rateOf({ decided, won })),
    interval: writeInterval({ decided, won }),
  }
}

const INDEX = { mode: 'half-up', decimals: 4 } as const

function writeDrift(
  now: readonly ScoreGroup[],
  before: readonly ScoreGroup[],
  given: readonly ScoreRange[] | null,
): ScoreDrift {
  const ranges = given ?? rangesOf(before)
  const [bands, bandsBefore] = [inRanges(now, ranges), inRanges(before, ranges)]
  const earlier = tallyOf(before)
  const [auc, aucBefore] = [aucOf(now), aucOf(before)]
  const index = stabilityIndexOf(bands, bandsBefore)
  const shareOf = (tally: Tally | undefined, of: number) =>
    proportion.writeCounted({ count: tally?.decided ?? 0, of })
  return {
    before: {
      decided: earlier.decided,
      won: earlier.won,
      rate: writeRatio(rateOf(earlier)),
      auc: writeRatio(aucBefore),
    },
    rateChange: writeChange(rateOf(tallyOf(now)), rateOf(earlier)),
    aucChange: writeChange(auc, aucBefore),
    distance: writeRatio(distanceOf(now, before)),
    stabilityIndex: index && write.padded(fraction.round(index, INDEX), INDEX.decimals),
    bands: bands.map((band, at) => ({
      id: band.id,
      before: shareOf(bandsBefore[at], earlier.decided),
      now: shareOf(band, tallyOf(now).decided),
    })),
  }
}

/** The groups of the same size into which the earlier period fell, but for those in which nobody was. */
function rangesOf(before: readonly ScoreGroup[]): ScoreRange[] {
  return equalParts(before, PARTS).flatMap(({ id, from }) => (from === null ? [] : [{ id, from }]))
}

function writeChange(
  now: fraction.Fraction | null,
  before: fraction.Fraction | null,
): string | null {
  return now === null || before === null ? null : writeRatio(fraction.subtract(now, before))
}
