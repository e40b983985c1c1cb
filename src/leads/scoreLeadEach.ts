import { type AttemptAt, attemptEach } from '../kernel/index.js'
import * as defined from '../kernel/policy/defined.js'
import { scoreLead } from './scoreLead.js'
import type { DefinedLeadModel, LeadFacts, LeadScore } from './types.js'

/**
 * The score of one lead after the other, with its parts: {@link scoreLead} over a stream, in order and lazily.
 *
 * One wrong row stops nothing: its outcome has the issues instead of a score. Where scores and bands are enough, {@link scoreLeadRows}
 * is a hundred times as fast.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`.
 *
 * @example
 * ```ts
 * import { handbook, scoreLeadEach } from 'sales-rules'
 *
 * const leads = [{ budget: 90, authority: 70, urgency: 60 }, { budget: 90, authority: 70 }]
 * const outcomes = [...scoreLeadEach(leads, handbook.leads)]
 * outcomes.map((outcome) => (outcome.ok ? outcome.value.band : outcome.issues[0]?.code)) // => ['warm', 'FACT_MISSING']
 * ```
 */
export function scoreLeadEach(
  leads: Iterable<LeadFacts>,
  model: DefinedLeadModel,
): Generator<AttemptAt<LeadScore>> {
  defined.check(model, 'LeadModel')
  return attemptEach(leads, (lead) => scoreLead(lead, model))
}
