import type { RankedLead, RankedLeads } from '../../../leads/index.js'
import type { Block, Document } from '../../document.js'
import { tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf, scorePartsOf } from '../common.js'
import { aboveOf, axesOf } from './axes.js'
import { disqualifiedOf, leftOutOf, unreadOf } from './rows.js'

/** Leads from the best to the last, and what is missing to the one before. */
export function describeRankedLeads(ranked: RankedLeads, voice: Voice): Document {
  const words = voice.words.leads.rank
  const [first, ...others] = ranked.leads
  return documentOf(ranked, voice, {
    title: words.title,
    answer: first === undefined ? words.none : leadOf(first, voice),
    sentences: [
      ...others.flatMap((lead) => [leadOf(lead, voice), ...behindOf(lead, voice)]),
      ...leftOutOf(ranked, voice),
    ],
    blocks: [
      ...leadsOf(ranked, voice),
      ...disqualifiedOf(ranked.disqualified, voice),
      ...unreadOf(ranked.notCounted, voice),
    ],
  })
}

function leadOf({ id, rank, score, band }: RankedLead, voice: Voice): string {
  return voice.words.leads.rank.lead({
    id,
    rank: voice.number(rank),
    score: voice.number(score),
    band,
  })
}

function behindOf({ behind }: RankedLead, voice: Voice): readonly string[] {
  if (behind === null || behind.by !== 'score') return []
  const remaining = voice.number(behind.remaining)
  return [voice.words.leads.rank.behind({ other: behind.id, remaining })]
}

function leadsOf({ leads }: RankedLeads, voice: Voice): readonly Block[] {
  const { fields, leads: room } = voice.words
  return [
    ...tableOf(voice, {
      title: room.rank.leads,
      rows: leads.map(({ behind, outcome, ...lead }) => ({
        ...lead,
        behind: behind?.id,
        remaining: behind?.remaining,
        by: behind?.by,
        fit: outcome?.fit?.score,
        fitBand: outcome?.fit?.band,
        intent: outcome?.intent?.score,
        intentBand: outcome?.intent?.band,
        cell: outcome?.cell,
        clauses: outcome?.clauses,
      })),
      columns: {
        rank: 'number',
        id: 'text',
        score: 'number',
        band: 'text',
        highValue: 'yes-no',
        behind: 'text',
        remaining: 'number',
        by: { as: 'word', head: fields.orderedBy },
        fit: 'number',
        fitBand: 'text',
        intent: 'number',
        intentBand: 'text',
        cell: 'text',
        clauses: { as: 'list', head: fields.clause },
      },
    }),
    ...aboveOf(
      room.rank.above,
      leads.flatMap(({ id, outcome }) =>
        axesOf(outcome, voice).map((axis) => ({ ...axis, lead: id })),
      ),
      voice,
    ),
    ...scorePartsOf(
      voice,
      room.rank.parts,
      leads.flatMap(({ id, outcome }) =>
        [outcome?.parts, outcome?.fit?.parts, outcome?.intent?.parts].flatMap((parts = []) =>
          parts.map((part) => ({ ...part, of: id })),
        ),
      ),
    ),
  ]
}
