// A hook of a CRM in 20 lines: when a lead is saved, its score is stored, and beside it what it is made of and what would raise it.
import { attempt, handbook, scoreLead } from 'sales-rules'

/** What a CRM stores; the fields are named as the model names its facts. */
export type LeadRecord = Readonly<Record<string, unknown>>

export function onSave(record: LeadRecord): LeadRecord {
  const scored = attempt(() => scoreLead(record, handbook.leads))
  if (!scored.ok) return { score: null, why: scored.issues.map(({ message }) => message) }
  const { score, band, next, parts, disqualified, cell = null } = scored.value
  if (disqualified)
    return { score, band, cell, why: [`invalid: ${disqualified.reasons.join(', ')}`] }
  const weakest = [...parts].sort((a, b) => room(b) - room(a))[0]
  return {
    ...{ score, band, cell },
    why: parts.map(({ id, contribution, weightUsed }) => `${id}: ${contribution} of ${weightUsed}`),
    raise: next && weakest && `${next.remaining} to ${next.band}; most room in ${weakest.id}`,
  }
}

const room = (part: { weightUsed: number; contribution: number }) =>
  part.weightUsed - part.contribution
