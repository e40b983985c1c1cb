import * as check from '../kernel/check/check.js'
import type { Issue } from '../kernel/index.js'
import { refuseIfAny } from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { type Fields, unknownKey } from '../kernel/input/values.js'
import * as decimal from '../kernel/number/decimal.js'
import * as defined from '../kernel/policy/defined.js'
import { bandOf } from '../kernel/score/bands.js'
import { type ExactScore, scoreFacts } from '../kernel/score/scorecard.js'

import type { DefinedLeadModel, LeadFacts, LeadModel, LeadScore } from './types.js'

/**
 * How promising a lead is: its weighted score, its band, and what is missing to the next (LEA-1, LEA-3).
 *
 * A lead that the model calls invalid is disqualified with the reason, whatever it would score (LEA-2).
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
  defined.check(model, 'LeadModel')
  const issues: Issue[] = []
  const facts = read.record(lead, [], issues) ?? {}
  const reasons = disqualify(facts, model, issues)
  const scored = issues.length === 0 ? score(facts, model, reasons.length > 0, issues) : undefined
  refuseIfAny(issues)
  const standing = scored && reasons.length === 0 ? bandOf(scored.score, model.bands) : null
  return {
    score: scored === undefined ? null : decimal.toNumber(scored.score),
    band: standing?.band ?? null,
    next: standing?.next ?? null,
    highValue: standing !== null && isHighValue(standing.band, model),
    parts: scored?.parts ?? [],
    disqualified: reasons.length === 0 ? null : { reasons, clause: 'LEA-2' },
    policy: defined.reference(model),
    clauses: [...(scored === undefined ? [] : ['LEA-1']), reasons.length === 0 ? 'LEA-3' : 'LEA-2'],
  }
}

function disqualify(facts: Fields, model: LeadModel, issues: Issue[]): string[] {
  return model.disqualifiers
    .filter(({ when }) => check.run(check.compile(when), facts, [], issues).outcome === 'met')
    .map(({ reason }) => reason)
}

/** A lead that is dropped anyway is scored only where its facts allow it. */
function score(
  facts: Fields,
  model: LeadModel,
  isDisqualified: boolean,
  issues: Issue[],
): ExactScore | undefined {
  const criteria = new Set(model.criteria.map(({ id }) => id))
  const filters = new Set(model.disqualifiers.flatMap(({ when }) => check.factsOf(when)))
  const forScore: Record<string, unknown> = Object.create(null)
  for (const [key, fact] of Object.entries(facts)) {
    if (criteria.has(key)) forScore[key] = fact
    else if (!filters.has(key)) issues.push(unknownKey(key, [], [...criteria, ...filters]))
  }
  const found: Issue[] = []
  const scored = scoreFacts(forScore, model.criteria, model, [], found)
  const isOnlyIncomplete = found.every(({ code }) => code === 'FACT_MISSING')
  if (!(isDisqualified && isOnlyIncomplete)) issues.push(...found)
  return scored
}

function isHighValue(band: string, { bands, highValueFrom }: LeadModel): boolean {
  const order = bands.map(({ id }) => id)
  return order.indexOf(band) <= order.indexOf(highValueFrom)
}
