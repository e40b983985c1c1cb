import type { Issue } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import * as decimal from '../kernel/number/decimal.js'
import * as fraction from '../kernel/number/fraction.js'
import * as ranking from '../kernel/number/rank.js'
import * as score from '../kernel/score/score.js'
import { exactLeadModel } from './exactLeadModel.js'
import { SEGMENTS_MISSING } from './issues.js'
import { readRows, remainingTo } from './read.js'
import type { DefinedLeadModel, RankedSegment, RankedSegments, SegmentToRank } from './types.js'

/**
 * Ranks market segments by demand, growth and the customers' pain, in the order in which to develop them (LEA-7).
 *
 * Each is scored by the model's `segments` alone, so that a segment that is added changes the score of no other. Segments of one score share a
 * rank and stand by their ids. A segment that cannot be read is named, and the others go on.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `POLICY_CONFLICT` for a model without `segments`, `VALUE_INVALID` for segments that are no
 *   array. In `notCounted`: `FACT_MISSING`, `ID_DUPLICATE`, …
 *
 * @example A large market that hardly grows, and a small one in which customers suffer
 * ```ts
 * import { handbook, rankSegments } from 'sales-rules'
 *
 * const { segments } = rankSegments(
 *   [
 *     { id: 'hospitals', facts: { demand: { amount: '80000000' }, growth: '0.05', pain: 40 } },
 *     { id: 'logistics', facts: { demand: { amount: '30000000' }, growth: '0.3', pain: 90 } },
 *   ],
 *   handbook.leads,
 * )
 * segments.map(({ rank, id, score }) => [rank, id, score]) // => [[1, 'logistics', 69], [2, 'hospitals', 49]]
 * segments[1]?.behind // => { id: 'logistics', remaining: 20 }
 * ```
 */
export function rankSegments(
  segments: readonly SegmentToRank[],
  model: DefinedLeadModel,
): RankedSegments {
  const { segments: card, policy } = exactLeadModel(model)
  if (card === null) issue.refuse(SEGMENTS_MISSING, ['segments'], {})
  const issues: Issue[] = []
  const list = read.array(segments, ['segments'], issues) ?? []
  issue.refuseIfAny(issues)
  const { rows, notCounted } = readRows(list, ['segments'], (row, path, found) => {
    const fields = read.fields(row, path, ['id', 'facts'], found)
    if (fields === undefined) return undefined
    const id = read.name(fields['id'], [...path, 'id'], found)
    const at = [...path, 'facts']
    const given = read.fields(fields['facts'], at, card.ids, found)
    const facts = given && score.read(given, card, at, found)
    return id === undefined || facts === undefined
      ? undefined
      : { id, ...score.compute(facts, card) }
  })
  const ranked = ranking.rank(rows, (one, other) => fraction.compare(other.score, one.score))
  return {
    segments: ranked.map((one, place) => writeSegment(one, ranked[place - 1]?.row, card)),
    notCounted,
    policy,
    clauses: ['LEA-7'],
  }
}

type Segment = score.ExactScore & { readonly id: string; readonly index: number }

function writeSegment(
  { row, rank }: ranking.Ranked<Segment>,
  before: Segment | undefined,
  card: score.ExactScorecard,
): RankedSegment {
  const points = decimal.toNumber(row.score)
  const { id, index } = row
  return {
    rank,
    id,
    index,
    score: points,
    parts: score.write(row, card),
    behind:
      before === undefined
        ? null
        : { id: before.id, remaining: remainingTo(points, decimal.toNumber(before.score)) },
  }
}
