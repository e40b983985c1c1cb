import { type Issue, type Path, refuseIfAny, under } from '../kernel/input/issue.js'
import * as decimal from '../kernel/number/decimal.js'
import * as fraction from '../kernel/number/fraction.js'
import * as score from '../kernel/score/score.js'
import { type ExactAxis, type ExactLeadModel, exactLeadModel } from './exactLeadModel.js'
import { type ReadLead, readLead, type ScoreFacts } from './read.js'
import type { DefinedLeadModel, LeadAxisScore, LeadFacts, LeadScore } from './types.js'

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
 * @example What a CRM has: a budget in money, the contact's role and when it is needed, whom it fits and what they looked at
 * ```ts
 * import { handbook, scoreLead } from 'sales-rules'
 *
 * const behaviour = { asOf: '2026-03-31', events: [{ date: '2026-03-01', kind: 'question' }, { date: '2026-03-31', kind: 'page-view' }] }
 * const facts = { budget: { amount: '300000' }, authority: 'decision-maker', urgency: 'this-quarter' }
 * const lead = scoreLead({ ...facts, industry: 'core', companySize: 'adjacent', behaviour }, handbook.leads)
 * lead.parts.map(({ id, points }) => [id, points]) // => [['budget', 60], ['authority', 100], ['urgency', 75]]
 * lead.score // => 76.5
 * lead.band // => 'warm'
 * lead.fit?.score // => 77.78
 * lead.intent?.score // => 15
 * lead.cell // => 'B3'
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
export function scoreLead<Fact extends string, Band extends string>(
  lead: LeadFacts<NoInfer<Fact>>,
  model: DefinedLeadModel<Fact, Band>,
): LeadScore<Band> {
  const exact = exactLeadModel(model)
  const issues: Issue[] = []
  const known = readLead(lead, exact, issues)
  refuseIfAny(issues)
  return writeLeadScore(known as ReadLead, exact) as LeadScore<Band>
}

/** The score of a lead that was read, as it is handed out. */
function writeLeadScore({ facts, reasons, ...beside }: ReadLead, model: ExactLeadModel): LeadScore {
  const { card, policy } = model
  const scored = facts && score.compute(facts, card)
  const isValid = reasons.length === 0
  const { clauses, ...axes } = writeBeside(beside, model)
  return {
    score: scored && decimal.toNumber(scored.score),
    ...writeStanding(isValid ? scored : null, model),
    parts: scored === null ? [] : score.write(scored, card),
    disqualified: isValid ? null : { reasons, clause: 'LEA-2' },
    ...axes,
    policy,
    clauses: [...(scored === null ? [] : ['LEA-1']), isValid ? 'LEA-3' : 'LEA-2', ...clauses],
  }
}

/** A lead that is invalid has no band. */
function writeStanding(
  scored: score.ExactScore | null,
  { bands, highValueUpTo }: ExactLeadModel,
): Pick<LeadScore, 'band' | 'next' | 'highValue'> {
  if (scored === null) return { band: null, next: null, highValue: false }
  const position = score.bandAt(scored.score, bands)
  const { band, next } = score.writeBand(scored.score, position, bands)
  return { band, next, highValue: position <= highValueUpTo }
}

/** Fit and intent, as far as there are any. */
function writeBeside(
  lead: Pick<ReadLead, 'fit' | 'intent'>,
  model: ExactLeadModel,
): Pick<LeadScore, 'fit' | 'intent' | 'cell' | 'clauses'> {
  const fit = writeAxis(lead.fit, model.fit)
  const intent = writeAxis(lead.intent, model.intent)
  return {
    ...(fit && { fit }),
    ...(intent && { intent }),
    ...(fit && intent && { cell: `${fit.band}${intent.band}` }),
    clauses: [...(fit ? ['LEA-5'] : []), ...(intent ? ['LEA-6'] : [])],
  }
}

function writeAxis(facts: score.ReadFacts | null, axis: ExactAxis | null): LeadAxisScore | null {
  if (facts === null || axis === null) return null
  const { card, bands } = axis
  const scored = score.compute(facts, card)
  return {
    score: decimal.toNumber(scored.score),
    ...score.writeBand(scored.score, score.bandAt(scored.score, bands), bands),
    parts: score.write(scored, card),
  }
}

/** Scores the facts of a lead on a list, and says how the score came about. */
export function explainedBy(model: ExactLeadModel): ScoreFacts {
  return (facts, path, issues) => {
    const lead = readLeadAt(path, facts, model, issues)
    if (lead === undefined) return undefined
    const outcome = writeLeadScore(lead, model)
    const { reasons } = lead
    return { score: reasons.length > 0 ? null : outcome.score, reasons, outcome }
  }
}

/** The same score alone, for a list that shows no more. */
export function scoredBy(model: ExactLeadModel): ScoreFacts {
  const { card } = model
  return (facts, path, issues) => {
    const lead = readLeadAt(path, facts, model, issues)
    if (lead === undefined) return undefined
    const { facts: known, reasons } = lead
    if (known === null || reasons.length > 0) return { score: null, reasons, outcome: null }
    const units = { n: score.computeUnits(known, card), d: fraction.powerOfTen(card.decimals) }
    return { score: decimal.toNumber(units), reasons, outcome: null }
  }
}

function readLeadAt(
  path: Path,
  facts: unknown,
  model: ExactLeadModel,
  issues: Issue[],
): ReadLead | undefined {
  const found: Issue[] = []
  const lead = readLead(facts, model, found)
  issues.push(...found.map((one) => under(path, one)))
  return lead
}
