import { type Issue, refuseIfAny } from '../kernel/input/issue.js'
import * as decimal from '../kernel/number/decimal.js'
import * as score from '../kernel/score/score.js'
import { type ExactLeadModel, exactLeadModel } from './exactLeadModel.js'
import { type ReadLead, readLead } from './read.js'
import type { DefinedLeadModel, LeadFacts, LeadScore } from './types.js'

/**
 * How promising a lead is: its weighted score, its band, and what is missing to the next (LEA-1, LEA-3).
 *
 * A lead that the model calls invalid is disqualified with the reason, whatever it would score (LEA-2). For a stream of leads, one by
 * one and each with its derivation, `attemptEach(leads, (lead) => scoreLead(lead, model))` is all it takes; where scores are enough,
 * `scoreLeadRows` of `sales-rules/batch` is a hundred times as fast.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `FACT_MISSING`, `UNKNOWN_KEY`, and what is wrong with a fact.
 *
 * @example Points for budget, authority and urgency, weighted 40/30/30
 * ```ts
 * import { handbook, scoreLead } from 'sales-rules'
 *
 * const lead = scoreLead({ budget: 90, authority: 70, urgency: 60 }, handbook.leads)
 * lead.score // => 75
 * lead.band // => 'warm'
 * lead.next // => { band: 'hot', from: 80, remaining: 5 }
 * ```
 *
 * @example A duplicate is dropped
 * ```ts
 * import { handbook, scoreLead } from 'sales-rules'
 *
 * const lead = scoreLead({ budget: 90, authority: 70, urgency: 60, duplicate: true }, handbook.leads)
 * lead.disqualified // => { reasons: ['duplicate'], clause: 'LEA-2' }
 * lead.band // => null
 * ```
 */
export function scoreLead(lead: LeadFacts, model: DefinedLeadModel): LeadScore {
  const exact = exactLeadModel(model)
  const issues: Issue[] = []
  const known = readLead(lead, exact, issues)
  refuseIfAny(issues)
  return writeLeadScore(computeLeadScore(known as ReadLead, exact), exact)
}

/** A lead's score that is still exact. */
export interface ExactLeadScore {
  /** Null for an invalid lead whose facts are not complete. */
  readonly scored: score.ExactScore | null
  /** The position of its band; null for an invalid lead. */
  readonly band: number | null
  readonly reasons: readonly string[]
}

/** Scores a lead that was read; one that is invalid has no band. */
export function computeLeadScore(
  { facts, reasons }: ReadLead,
  { card, bands }: ExactLeadModel,
): ExactLeadScore {
  const scored = facts && score.compute(facts, card)
  const isValid = scored !== null && reasons.length === 0
  return { scored, band: isValid ? score.bandAt(scored.score, bands) : null, reasons }
}

function writeLeadScore(
  { scored, band, reasons }: ExactLeadScore,
  { card, bands, highValueUpTo, policy }: ExactLeadModel,
): LeadScore {
  const isScored = scored !== null
  const standing = isScored && band !== null ? score.writeBand(scored.score, band, bands) : null
  return {
    score: isScored ? decimal.toNumber(scored.score) : null,
    band: standing?.band ?? null,
    next: standing?.next ?? null,
    highValue: band !== null && band <= highValueUpTo,
    parts: isScored ? score.write(scored, card) : [],
    disqualified: reasons.length === 0 ? null : { reasons, clause: 'LEA-2' },
    policy,
    clauses: [...(isScored ? ['LEA-1'] : []), reasons.length === 0 ? 'LEA-3' : 'LEA-2'],
  }
}
