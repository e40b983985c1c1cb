import { attempt } from '../../kernel/index.js'
import * as defined from '../../kernel/policy/defined.js'
import { scoreLead } from '../../leads/scoreLead.js'
import type {
  DefinedLeadModel,
  LeadDisqualified,
  LeadFacts,
  LeadScores,
} from '../../leads/types.js'
import { bandStartsOf } from '../score/bandColumn.js'
import { isPlainObject } from '../score/plainObject.js'
import { NO_BAND, scoreMany } from '../score/scoreRows.js'
import { unitsOfFacts } from '../score/scoreUnits.js'
import { type LeadCard, reasonsOf } from './leadCard.js'

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

/** Where the leads of a batch come from. */
export interface LeadSource {
  /** Fills in the units of a block of leads, NaN where one is for the rule itself, and names those it found disqualified. */
  readonly readBlock: (start: number, units: Float64Array, disqualified: LeadDisqualified[]) => void
  readonly leadAt: (row: number) => unknown
}

/** The scores of so many leads, with their bands and the reasons of those that are invalid. */
export function scoreLeads(
  length: number,
  model: DefinedLeadModel,
  { readBlock, leadAt }: LeadSource,
): LeadScores {
  const bandNames = model.bands.map(({ id }) => id)
  const disqualified: LeadDisqualified[] = []
  const scored = scoreMany(length, {
    readBlock: (start, units) => readBlock(start, units, disqualified),
    byRule: (row) => byRule(leadAt(row), row, model, disqualified),
    unitsPerPoint: 10 ** model.decimals,
    bandStarts: bandStartsOf(model.bands, model.decimals),
  })
  for (const { row } of disqualified) scored.bands[row] = NO_BAND
  return {
    ...scored,
    bandNames,
    highValueUpTo: bandNames.indexOf(model.highValueFrom),
    disqualified: disqualified.sort((a, b) => a.row - b.row),
    policy: defined.reference(model),
    clauses: ['LEA-1', 'LEA-2', 'LEA-3'],
  }
}

/** What the rule itself says of a lead. */
function byRule(
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
