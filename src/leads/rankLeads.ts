import type { Issue } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { type ExactLeadModel, exactLeadModel } from './exactLeadModel.js'
import {
  type Candidate,
  computeOrder,
  readCandidates,
  remainingTo,
  writeDisqualified,
} from './read.js'
import { explainedBy } from './scoreLead.js'
import type { DefinedLeadModel, LeadToRank, RankedLead, RankedLeads } from './types.js'

/**
 * Ranks leads from the best to the last: by score, then whoever came first, then by id (LEA-3).
 *
 * The order of the list changes nothing. Leads of one score share a rank, as people see no difference between them. A lead comes with its
 * facts and is scored, or with a score of the same model, such as one of `scoreLeadRows`. Invalid leads are named apart (LEA-2), and so is a row
 * that cannot be read; the others go on. To hand leads over, use {@link routeLeads}.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `VALUE_INVALID` for leads that are no array. In `notCounted`: `ID_DUPLICATE`,
 *   `INSTANT_INVALID`, `NUMBER_OUT_OF_RANGE` for a score above the most that the model gives, and whatever {@link scoreLead} refuses.
 *
 * @example Two leads of 75: the one that came first is called first
 * ```ts
 * import { handbook, rankLeads } from 'sales-rules'
 *
 * const ranked = rankLeads(
 *   [
 *     { id: 'L-1', arrived: '2026-03-02T10:00:00+08:00', facts: { budget: 90, authority: 70, urgency: 60 } },
 *     { id: 'L-2', arrived: '2026-03-02T09:00:00+08:00', score: 75 },
 *     { id: 'L-3', facts: { budget: 99, authority: 80, urgency: 70 } },
 *     { id: 'L-4', facts: { duplicate: true } },
 *     { id: 'L-5', facts: { budget: 99 } },
 *   ],
 *   handbook.leads,
 * )
 * ranked.leads.map(({ rank, id, score, band }) => [rank, id, score, band])
 * // => [[1, 'L-3', 84.6, 'hot'], [2, 'L-2', 75, 'warm'], [2, 'L-1', 75, 'warm']]
 * ranked.leads[1]?.behind // => { id: 'L-3', remaining: 9.6, by: 'score' }
 * ranked.leads[2]?.behind // => { id: 'L-2', remaining: 0, by: 'arrival' }
 * ranked.disqualified.map(({ id, reasons }) => [id, reasons]) // => [['L-4', ['duplicate']]]
 * ranked.notCounted.map(({ id, issues }) => [id, issues.map(({ path }) => path.join('.'))])
 * // => [['L-5', ['leads.4.facts.authority', 'leads.4.facts.urgency']]]
 * ```
 */
export function rankLeads(leads: readonly LeadToRank[], model: DefinedLeadModel): RankedLeads {
  const exact = exactLeadModel(model)
  const issues: Issue[] = []
  const list = read.array(leads, ['leads'], issues)
  issue.refuseIfAny(issues)
  const { rows, notCounted } = readCandidates(list ?? [], ['leads'], exact, explainedBy(exact))
  return {
    leads: writeRanked(computeOrder(rows), exact),
    disqualified: writeDisqualified(rows),
    notCounted,
    policy: exact.policy,
    clauses: ['LEA-1', 'LEA-2', 'LEA-3'],
  }
}

type Placed = Candidate & { readonly index: number }

function writeRanked(ordered: readonly Placed[], model: ExactLeadModel): RankedLead[] {
  const ranked: RankedLead[] = []
  for (const [place, lead] of ordered.entries()) {
    const { id, index, band, outcome } = lead
    const before = ordered[place - 1]
    const behind = before === undefined ? null : writeBehind(lead, before)
    const rank = behind?.remaining === 0 ? (ranked[place - 1]?.rank ?? 1) : place + 1
    ranked.push({
      rank,
      id,
      index,
      score: lead.score ?? 0,
      band: model.bands[band]?.id ?? '',
      highValue: band <= model.highValueUpTo,
      behind,
      outcome,
    })
  }
  return ranked
}

function writeBehind(lead: Candidate, before: Candidate): NonNullable<RankedLead['behind']> {
  const remaining = remainingTo(lead.score ?? 0, before.score ?? 0)
  const tied = before.arrived === lead.arrived ? 'id' : 'arrival'
  return { id: before.id, remaining, by: lead.score === before.score ? tied : 'score' }
}
