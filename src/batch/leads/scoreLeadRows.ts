import type { Issue } from '../../kernel/index.js'
import * as defined from '../../kernel/policy/defined.js'
import * as score from '../../kernel/score/score.js'
import type { DefinedLeadModel, LeadFacts } from '../../leads/index.js'
import { type ExactLeadModel, exactLeadModel, readLead, reasonsOf } from '../../leads/internal.js'
import {
  type Fields,
  hides,
  inheritsNone,
  isPlainRow,
  isSurelyRefused,
} from '../score/plainObject.js'
import { type FactForm, factForm, noTally, unitsOfFacts } from '../score/scoreFacts.js'
import { NO_BAND, type RowScorer, scoreRows } from '../score/scoreRows.js'
import type { LeadDisqualified, LeadScores } from '../types.js'
import { type LeadFlags, leadFlags } from './leadFlags.js'

/**
 * The scores of many leads at once: a score and a band per row, as {@link scoreLead} would give them, in typed columns, and the leads
 * that are invalid with their reasons.
 *
 * Use it for a whole list of leads; where each score must say how it came about, use scoreLead row by row. Facts that are plain numbers or
 * short decimal texts cost no more than a few multiplications; a row that has others goes through the rule itself. One wrong row stops
 * nothing: it has no score, `issues` says what is wrong with it, and `refused` counts all of them.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `VALUE_INVALID` for rows that are no array.
 *
 * @example Of four leads one is a duplicate and one has no urgency
 * ```ts
 * import { handbook } from 'sales-rules'
 * import { scoreLeadRows } from 'sales-rules/batch'
 *
 * const leads = [
 *   { budget: 90, authority: 70, urgency: 60 },
 *   { budget: 90, authority: 70, urgency: 60, duplicate: true },
 *   { budget: 90, authority: 70 },
 *   { budget: '99.5', authority: 80, urgency: 70 },
 * ]
 * const { scores, bands, bandNames, disqualified, issues } = scoreLeadRows(leads, handbook.leads)
 * Array.from(scores) // => [75, 75, Number.NaN, 84.8]
 * Array.from(bands, (band) => bandNames[band] ?? null) // => ['warm', null, null, 'hot']
 * disqualified // => [{ row: 1, reasons: ['duplicate'] }]
 * issues.map(({ row, issues: [first] }) => [row, first?.code, first?.path]) // => [[2, 'FACT_MISSING', ['urgency']]]
 * ```
 */
export function scoreLeadRows(leads: readonly LeadFacts[], model: DefinedLeadModel): LeadScores {
  const exact = exactLeadModel(model)
  const disqualified: LeadDisqualified[] = []
  const scored = scoreRows(leads, leadScorer(exact, disqualified))
  for (const { row } of disqualified) scored.bands[row] = NO_BAND
  return {
    ...scored,
    bandNames: exact.bands.map(({ id }) => id),
    highValueUpTo: exact.highValueUpTo,
    disqualified,
    policy: exact.policy,
    clauses: ['LEA-1', 'LEA-2', 'LEA-3'],
  }
}

/** What leads are read by in plain numbers. */
interface LeadForm extends LeadFlags {
  readonly form: FactForm | undefined
}

const formOf = /* @__PURE__ */ defined.oncePerPolicy((model: ExactLeadModel): LeadForm => {
  const { card, scored, filters } = model
  const flags = leadFlags(model)
  // A fact that is both scored and a reason is for the rule itself.
  const isApart = scored.length === card.ids.length + filters.length
  return { ...flags, form: isApart ? factForm(card, scored, flags.flags) : undefined }
})

function leadScorer(model: ExactLeadModel, disqualified: LeadDisqualified[]): RowScorer {
  const { card, bands, facts, scored } = model
  const { form, reasonsOf: reasonsOfFlags } = formOf(model)
  const isFast = form !== undefined && inheritsNone(facts)
  const known = new Map(facts.map((name, at) => [name, at]))
  // Facts of fit and intent make no difference to the score; that they are right is for the rule itself to see.
  const beside = facts.slice(scored.length)
  const tally = noTally()
  const drop = (row: number, reasons: readonly string[]) => {
    if (reasons.length > 0) disqualified.push({ row, reasons })
  }
  return {
    decimals: card.decimals,
    bands,
    fastUnits: (lead, row) => {
      if (!isFast || !isPlainRow(lead) || hides(lead, beside, 0)) return Number.NaN
      const units = unitsOfFacts(lead, form, tally)
      // False for NaN, too.
      if (!(units >= 0) || (tally.raised === 0 && !tally.isOpen)) return units
      const reasons = tally.isOpen ? openReasons(lead, model) : reasonsOfFlags(tally.raised)
      if (reasons === undefined) return Number.NaN
      drop(row, reasons)
      return units
    },
    isRefused: (lead) =>
      isFast && isPlainRow(lead) && isSurelyRefused(lead, known, requiredOf(lead, model)),
    exactUnits: (lead, issues, row) => {
      const known = readLead(lead, model, issues)
      if (known === undefined) return Number.NaN
      drop(row, known.reasons)
      return known.facts === null ? Number.NaN : Number(score.computeUnits(known.facts, card))
    },
  }
}

/** What a lead must have: a lead that may be invalid may do without. */
function requiredOf(lead: Fields, { card, filters }: ExactLeadModel): readonly string[] {
  const isValid = filters.every((id) => lead[id] === undefined)
  return isValid ? card.required : []
}

/** Why a lead is invalid, by the rule itself; undefined where a fact is wrong. */
function openReasons(lead: Fields, model: ExactLeadModel): string[] | undefined {
  const issues: Issue[] = []
  const reasons = reasonsOf(lead, model, issues)
  return issues.length > 0 ? undefined : reasons
}
