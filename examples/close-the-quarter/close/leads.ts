import { type LeadScore, scoreLead } from 'sales-rules'
import { leadModel, quarterDays } from '../policy.js'
import type { Lead } from '../read/leads.js'

export interface RankedLead {
  readonly lead: Lead
  readonly score: LeadScore
}

/** The leads from the best to the worst, those of high value first; the disqualified come last. */
export function rankLeads(leads: readonly Lead[]): RankedLead[] {
  const companies = new Set<string>()
  const ranked = leads.map((lead) => {
    const duplicate = companies.has(lead.company)
    companies.add(lead.company)
    return { lead, score: scoreLead(factsOf(lead, duplicate), leadModel) }
  })
  return ranked.sort((left, right) => rankOf(right) - rankOf(left))
}

/** A visit after the quarter is left out: it counts in the next one. */
function factsOf(lead: Lead, duplicate: boolean) {
  const { budget, authority, urgency, reachable } = lead
  const visits = lead.visits.filter((date) => date <= quarterDays.to)
  const events = visits.map((date) => ({ date, kind: 'visit' }))
  return {
    budget,
    authority,
    urgency,
    visits: { asOf: quarterDays.to, events },
    reachable,
    duplicate,
  }
}

/** Equal scores keep the order of the file, since a sort is stable. */
function rankOf({ score }: RankedLead): number {
  if (score.disqualified !== null) return -1
  return (score.score ?? 0) + (score.highValue ? 1000 : 0)
}
