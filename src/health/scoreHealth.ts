import { add, at, type Issue, refuseIfAny } from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import * as decimal from '../kernel/number/decimal.js'
import * as fraction from '../kernel/number/fraction.js'
import * as score from '../kernel/score/score.js'
import { type ExactHealthModel, exactHealthModel, RECORD_KEYS } from './exactHealthModel.js'
import { measure, readMeasured, readRecords, writeMeasured } from './exactRecords.js'
import { FACT_TWICE } from './issues.js'
import type { DefinedHealthModel, HealthFacts, HealthScore, RecordMeasure } from './types.js'

/**
 * How healthy a customer relationship is: its weighted score, its band, and what is missing to the next (HEA-1).
 *
 * For a stream of customers, one by one and each with its derivation, `attemptEach(customers, (facts) => scoreHealth(facts, model))` is
 * all it takes; where scores are enough, `scoreHealthRows` of `sales-rules/batch` is a hundred times as fast.
 *
 * A criterion with a `measure` is measured on `records` up to `asOf`, in any order, unless its fact is given. Where the model has a `worstPart`, one
 * bad part holds the band down, whatever the score; `held` names it, and the points that it lacks.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `FACT_MISSING`, `UNKNOWN_KEY`, `DATES_OUT_OF_ORDER` for a record after `asOf`,
 *   `POLICY_CONFLICT` for a fact that is given and measured, and what is wrong with a fact.
 *
 * @example Points for interaction, satisfaction and purchases, weighted 30/40/30
 * ```ts
 * import { handbook, scoreHealth } from 'sales-rules'
 *
 * const health = scoreHealth({ interaction: 50, satisfaction: 80, purchase: 40 }, handbook.health)
 * health.score // => 59
 * health.band // => 'watch'
 * health.next // => { band: 'healthy', from: 70, remaining: 11 }
 * ```
 *
 * @example Visits of the last 90 days and the latest survey, where dissatisfaction holds the band down
 * ```ts
 * import { defineHealthModel, scoreHealth } from 'sales-rules'
 *
 * const model = defineHealthModel({
 *   criteria: [
 *     {
 *       id: 'visits', weight: 60,
 *       curve: { kind: 'linear', knots: [{ at: 0, points: 0 }, { at: 3, points: 100 }] },
 *       measure: { kinds: ['visit'], by: 'count', windowDays: 90 },
 *     },
 *     { id: 'satisfaction', weight: 40, curve: { kind: 'rating', maximum: 5 }, measure: { kinds: ['survey'], by: 'latest' } },
 *   ],
 *   missing: 'refuse',
 *   bands: [{ id: 'healthy', from: 70 }, { id: 'watch', from: 40 }, { id: 'at-risk', from: 0 }],
 *   worstPart: { below: 50, bandAtMost: 'watch' },
 * })
 * const visits = ['2026-01-01', '2026-02-10', '2026-03-20', '2026-03-31'].map((date) => ({ date, kind: 'visit' }))
 * const records = [...visits, { date: '2026-03-15', kind: 'survey', value: 2 }]
 * const health = scoreHealth({ asOf: '2026-03-31', records }, model)
 * health.score // => 76
 * health.band // => 'watch'
 * health.held // => { from: 'healthy', to: 'watch', by: [{ id: 'satisfaction', points: 40, remaining: 10 }] }
 * health.measured[0] // => { id: 'visits', by: 'count', figure: '4', from: '2025-12-31', to: '2026-03-31', records: 4 }
 * ```
 */
export function scoreHealth<Fact extends string, Band extends string>(
  customer: HealthFacts<NoInfer<Fact>>,
  model: DefinedHealthModel<Fact, Band>,
): HealthScore<Band> {
  const exact = exactHealthModel(model)
  const issues: Issue[] = []
  const known = readHealth(customer, exact, issues)
  refuseIfAny(issues)
  const { facts, measured } = known as KnownHealth
  const outcome = writeHealthScore(score.compute(facts, exact.card), measured, exact)
  return outcome as HealthScore<Band>
}

/** What is known of a customer, and what of it was measured. */
export interface KnownHealth {
  readonly facts: score.ReadFacts
  readonly measured: HealthScore['measured']
}

/** Reads what is known of a customer; adds what is wrong, and returns undefined where anything is. */
export function readHealth(
  customer: unknown,
  model: ExactHealthModel,
  issues: Issue[],
): KnownHealth | undefined {
  const { card, keys } = model
  const fields = read.fields(customer, [], keys, issues)
  if (fields === undefined) return undefined
  const hasRecords = keys !== card.ids && RECORD_KEYS.some((key) => (fields[key] ?? null) !== null)
  if (hasRecords) return measureHealth(fields, model, issues)
  const facts = score.read(fields, card, [], issues)
  return facts && { facts, measured: [] }
}

/** Reads what is given, and measures the rest. */
function measureHealth(
  fields: read.Fields,
  model: ExactHealthModel,
  issues: Issue[],
): KnownHealth | undefined {
  const { card, measures } = model
  const records = readRecords(fields, model, issues)
  const measured: HealthScore['measured'][number][] = []
  const measurePart = (how: RecordMeasure, { id, curve }: score.ExactPart) => {
    if (records === undefined) return undefined
    const found = measure(how, records, issues)
    measured.push(writeMeasured(id, how, found, records.asOf))
    return found.figure && readMeasured(found.figure, curve, [id], issues)
  }
  const facts = card.parts.map((part, index) => {
    const { id, curve } = part
    const given = fields[id] ?? null
    const how = measures[index] ?? null
    if (given === null) return how && measurePart(how, part)
    if (how !== null) add(issues, at(FACT_TWICE, [id], { id }))
    return score.readFact(given, curve, [id], issues)
  })
  const read = score.refuseMissing(facts, card, [], issues)
  return read && { facts: read, measured }
}

/** The parts that hold the band down, by their positions; none where the model has no such rule. */
export function badParts(
  facts: score.ReadFacts,
  { worstPart, card }: Pick<ExactHealthModel, 'worstPart' | 'card'>,
): number[] {
  if (worstPart === null) return []
  return card.ids.flatMap((_, index) => {
    const points = facts[index]?.points
    if (points === undefined || worstPart.counts[index] === false) return []
    return fraction.compare(points, worstPart.below) < 0 ? [index] : []
  })
}

function writeHealthScore(
  scored: score.ExactScore,
  measured: HealthScore['measured'],
  model: ExactHealthModel,
): HealthScore {
  const { card, bands, policy } = model
  const position = score.bandAt(scored.score, bands)
  const held = writeHeld(scored, position, model)
  return {
    score: decimal.toNumber(scored.score),
    ...(held === null
      ? score.writeBand(scored.score, position, bands)
      : { band: held.to, next: null }),
    parts: score.write(scored, card),
    missing: score.missingIds(scored, card),
    held,
    measured,
    policy,
    clauses: ['HEA-1'],
  }
}

function writeHeld(
  { facts }: score.ExactScore,
  position: number,
  model: ExactHealthModel,
): HealthScore['held'] {
  const { worstPart, bands, card } = model
  const bad = badParts(facts, model)
  if (worstPart === null || bad.length === 0 || position >= worstPart.best) return null
  return {
    from: bands[position]?.id ?? '',
    to: bands[worstPart.best]?.id ?? '',
    by: bad.map((index) => {
      const points = facts[index]?.points ?? fraction.ZERO
      return {
        id: card.ids[index] ?? '',
        points: score.writePoints(points, card) ?? 0,
        remaining: decimal.toNumber(fraction.subtract(worstPart.below, points)),
      }
    }),
  }
}
