import { attempt } from '../kernel/index.js'
import { isPlainObject, unitsOfFacts } from '../kernel/scoring.js'
import { type LeadCard, reasonsOf } from './leadCard.js'
import { scoreLead } from './scoreLead.js'
import type { DefinedLeadModel, LeadDisqualified, LeadFacts } from './types.js'

/** A lead in plain numbers, whatever the form of its facts; NaN where it is for the rule itself. */
export function unitsOf(
  lead: unknown,
  row: number,
  card: LeadCard,
  disqualified: LeadDisqualified[],
): number {
  try {
    if (!isPlainObject(lead)) return Number.NaN
    const reasons = reasonsOf(lead, card)
    if (reasons === undefined) return Number.NaN
    const units = unitsOfFacts(lead, card.score, card.flagIds)
    if (units >= 0 && reasons.length > 0) disqualified.push({ row, reasons })
    return units
  } catch {
    return Number.NaN
  }
}

/** What the rule itself says of a lead. */
export function byRule(
  lead: unknown,
  row: number,
  model: DefinedLeadModel,
  disqualified: LeadDisqualified[],
) {
  return attempt(() => {
    const result = scoreLead(lead as LeadFacts, model)
    if (result.disqualified !== null)
      disqualified.push({ row, reasons: result.disqualified.reasons })
    return { score: result.score, band: model.bands.findIndex(({ id }) => id === result.band) }
  })
}
