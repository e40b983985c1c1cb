import type { RankedLead } from '../close/leads.js'
import { leadModel, quarterDays } from '../policy.js'
import { columns, grouped, short, title, wrapped } from './layout.js'

const SHOWN = 15

/** The leads to call first, how many there are of each band, and those that are no leads. */
export function leadSection(ranked: readonly RankedLead[]): string[] {
  const valid = ranked.filter(({ score }) => score.disqualified === null)
  const rows = valid
    .slice(0, SHOWN)
    .map(({ lead, score }, index) => [
      String(index + 1),
      lead.lead,
      lead.company,
      (score.score ?? 0).toFixed(2),
      `${score.band}${score.highValue ? ' *' : ''}`,
      grouped(short(lead.budget)),
      lead.authority,
      lead.urgency,
    ])
  const bands = leadModel.bands.map(
    ({ id }) => `${valid.filter(({ score }) => score.band === id).length} ${id}`,
  )
  return [
    ...title(`5. Leads as of ${quarterDays.to}: the first ${rows.length} of ${valid.length}`),
    ...columns(
      [['', 'lead', 'company', 'score', 'band', 'budget', 'authority', 'urgency'], ...rows],
      'rllrlrll',
    ),
    ...wrapped(
      'The score is in points from 0 to 100; budget (CNY), authority and urgency are as recorded.',
    ),
    ...wrapped(`By band: ${bands.join(', ')}. * High value: senior reps call these first (LEA-3).`),
    ...disqualifiedLines(ranked),
  ]
}

function disqualifiedLines(ranked: readonly RankedLead[]): string[] {
  const reasons = new Map<string, string[]>()
  for (const { lead, score } of ranked) {
    for (const reason of score.disqualified?.reasons ?? [])
      reasons.set(reason, [...(reasons.get(reason) ?? []), lead.lead])
  }
  return [...reasons].flatMap(([reason, leads]) =>
    wrapped(`Disqualified (LEA-2), ${reason}: ${leads.length}: ${leads.join(' ')}`),
  )
}
