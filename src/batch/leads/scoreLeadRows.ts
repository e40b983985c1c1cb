import * as defined from '../../kernel/policy/defined.js'
import type {
  DefinedLeadModel,
  LeadDisqualified,
  LeadFacts,
  LeadScores,
} from '../../leads/types.js'
import type { CompiledScorecard } from '../score/compileScorecard.js'
import { countKeys, isPlainObject } from '../score/plainObject.js'
import { bareNumerator, roundBlock } from '../score/scoreBare.js'
import { readRowCount } from '../score/scoreRows.js'
import { type Facts, type LeadCard, type LeadFlag, leadCard } from './leadCard.js'
import { scoreLeads, unitsOf } from './leadUnits.js'

/**
 * The scores of many leads at once: a score and a band per row, as {@link scoreLead} would give them, in typed columns, and the leads
 * that are invalid with their reasons.
 *
 * Use it for a whole list of leads; where each score must say how it came about, use {@link scoreLeadEach}. Facts that are plain numbers
 * or short decimal texts cost no more than a few multiplications; a row that has others goes through scoreLead itself. One wrong row
 * stops nothing: it has no score, and its issues say what is wrong with it, the position of the row first.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `VALUE_INVALID` for rows that are no array.
 *
 * @example Of four leads one is a duplicate and one has no urgency
 * ```ts
 * import { handbook, scoreLeadRows } from 'sales-rules'
 *
 * const leads = [
 *   { budget: 90, authority: 70, urgency: 60 },
 *   { budget: 90, authority: 70, urgency: 60, duplicate: true },
 *   { budget: 90, authority: 70 },
 *   { budget: '99.5', authority: 80, urgency: 70 },
 * ]
 * const { scores, bands, bandNames, disqualified, issues } = scoreLeadRows(leads, handbook.leads)
 * [...scores] // => [75, 75, Number.NaN, 84.8]
 * [...bands].map((band) => bandNames[band] ?? null) // => ['warm', null, null, 'hot']
 * disqualified // => [{ row: 1, reasons: ['duplicate'] }]
 * issues.map(({ code, path }) => [code, path]) // => [['FACT_MISSING', [2, 'urgency']]]
 * ```
 */
export function scoreLeadRows(leads: readonly LeadFacts[], model: DefinedLeadModel): LeadScores {
  defined.check(model, 'LeadModel')
  const card = leadCard(model)
  return scoreLeads(readRowCount(leads), model, {
    readBlock: (start, units, disqualified) => readBlock(leads, start, card, units, disqualified),
    leadAt: (row) => leads[row],
  })
}

function readBlock(
  leads: readonly unknown[],
  start: number,
  card: LeadCard | undefined,
  units: Float64Array,
  disqualified: LeadDisqualified[],
): void {
  units.fill(Number.NaN)
  if (card === undefined) return
  const dropped: Dropped[] = []
  try {
    sumBlock(leads, start, card, units, dropped)
  } catch {
    // A getter or a proxy that throws; from that row on, each is tried by itself.
  }
  roundBlock(units, card.score)
  for (const { at, flags } of dropped) {
    if ((units[at] as number) >= 0)
      disqualified.push({ row: start + at, reasons: card.reasonsOfFlags(flags) })
  }
  for (let at = 0; at < units.length; at += 1) {
    if (Number.isNaN(units[at]))
      units[at] = unitsOf(leads[start + at], start + at, card, disqualified)
  }
}

/** The numerators of leads of which all is known, in bare points; NaN for the others. */
function sumBlock(
  leads: readonly unknown[],
  start: number,
  { score, flags }: LeadCard,
  sums: Float64Array,
  dropped: Dropped[],
): void {
  const count = score.ids.length
  for (let at = 0; at < sums.length; at += 1) {
    const lead = leads[start + at]
    if (!isPlainObject(lead)) continue
    const given = countFlags(lead, flags)
    if (countKeys(lead) !== count + (given & COUNT)) continue
    sums[at] = sumOfBare(lead, score)
    if (given > COUNT) dropped.push({ at, flags: given >> COUNT_BITS })
  }
}

/** A row of the block that is disqualified, and by which flags. */
interface Dropped {
  readonly at: number
  readonly flags: number
}

/** The first bits hold how many flags there are, the next ones say which of them disqualify. */
const COUNT_BITS = 4
const COUNT = 15

/**
 * How many flags a lead has, and which disqualify it. One that is neither true nor false is not counted, so that it shows as a key too many.
 * Up to eight flags, and as many criteria below: each has a line of its own, at which
 * an engine meets one key only, as long as a program has one model at a time. It then reads the field as fast as if its name stood
 * here.
 */
function countFlags(lead: Facts, flags: readonly LeadFlag[]): number {
  const count = flags.length
  let given = 0
  if (count > 0) given += countFlag(lead[flagId(flags, 0)], flags, 0)
  if (count > 1) given += countFlag(lead[flagId(flags, 1)], flags, 1)
  if (count > 2) given += countFlag(lead[flagId(flags, 2)], flags, 2)
  if (count > 3) given += countFlag(lead[flagId(flags, 3)], flags, 3)
  if (count > 4) given += countFlag(lead[flagId(flags, 4)], flags, 4)
  if (count > 5) given += countFlag(lead[flagId(flags, 5)], flags, 5)
  if (count > 6) given += countFlag(lead[flagId(flags, 6)], flags, 6)
  if (count > 7) given += countFlag(lead[flagId(flags, 7)], flags, 7)
  return given
}

function flagId(flags: readonly LeadFlag[], at: number): string {
  return (flags[at] as LeadFlag).id
}

function countFlag(value: unknown, flags: readonly LeadFlag[], at: number): number {
  if (value === flags[at]?.kept) return 1
  if (value === flags[at]?.drops) return 1 + (1 << (COUNT_BITS + at))
  return 0
}

function sumOfBare(facts: Facts, card: CompiledScorecard): number {
  const { ids } = card
  const count = ids.length
  let sum = count > 8 ? Number.NaN : bareNumerator(facts[ids[0] as string], 0, card)
  if (count > 1) sum += bareNumerator(facts[ids[1] as string], 1, card)
  if (count > 2) sum += bareNumerator(facts[ids[2] as string], 2, card)
  if (count > 3) sum += bareNumerator(facts[ids[3] as string], 3, card)
  if (count > 4) sum += bareNumerator(facts[ids[4] as string], 4, card)
  if (count > 5) sum += bareNumerator(facts[ids[5] as string], 5, card)
  if (count > 6) sum += bareNumerator(facts[ids[6] as string], 6, card)
  if (count > 7) sum += bareNumerator(facts[ids[7] as string], 7, card)
  return sum
}
