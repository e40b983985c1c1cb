import * as read from '../../kernel/input/read.js'
import * as defined from '../../kernel/policy/defined.js'
import type {
  DefinedLeadModel,
  LeadColumns,
  LeadDisqualified,
  LeadFacts,
  LeadScores,
} from '../../leads/types.js'
import {
  type ColumnForm,
  NUMBERS,
  readColumn,
  readFactColumns,
  unitsOfColumns,
} from '../score/factColumns.js'
import { flagIdsOf, type LeadCard, leadCard } from './leadCard.js'
import { scoreLeads, unitsOf } from './leadUnits.js'

/**
 * The scores of many leads from typed columns, one for each criterion and each flag: the scores of {@link scoreLeadRows} without an object
 * per lead.
 *
 * A criterion has a Float64Array, in which NaN is a fact that is missing; a fact that disqualifies has a Uint8Array of 0 for no and 1 for
 * yes, or a Float64Array where it disqualifies by its size. Columns are equally long; one that is left out is missing in every row.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`; `UNKNOWN_KEY` for a column that the model does not look at; `VALUE_INVALID` for one of another
 *   form or length.
 *
 * @example The second lead is a duplicate
 * ```ts
 * import { handbook, scoreLeadColumns } from 'sales-rules'
 *
 * const facts = {
 *   budget: Float64Array.of(90, 90),
 *   authority: Float64Array.of(70, 70),
 *   urgency: Float64Array.of(60, 60),
 *   duplicate: Uint8Array.of(0, 1),
 * }
 * const { scores, bands, bandNames, disqualified } = scoreLeadColumns(facts, handbook.leads)
 * [...scores] // => [75, 75]
 * [...bands].map((band) => bandNames[band] ?? null) // => ['warm', null]
 * disqualified // => [{ row: 1, reasons: ['duplicate'] }]
 * ```
 */
export function scoreLeadColumns(facts: LeadColumns, model: DefinedLeadModel): LeadScores {
  defined.check(model, 'LeadModel')
  const criteria = model.criteria.map(({ id }) => id)
  const ids = [...new Set([...criteria, ...flagIdsOf(model)])]
  const { byId, length } = readFactColumns(facts, ids, columnsOf(criteria))
  const card = leadCard(model)
  return scoreLeads(length, model, {
    readBlock: (start, units, disqualified) => readBlock(byId, start, card, units, disqualified),
    leadAt: (row) => leadAt(byId, row),
  })
}

type Column = Float64Array | Uint8Array
type Columns = ReadonlyMap<string, Column>

/** Numbers for a criterion, and for a fact that disqualifies by its size; else a flag. */
function columnsOf(criteria: readonly string[]): ColumnForm<Column> {
  return {
    read: (value, path, issues) =>
      criteria.includes(String(path[0])) || read.isTyped(value, '[object Float64Array]')
        ? NUMBERS.read(value, path, issues)
        : readColumn<Uint8Array>(
            value,
            '[object Uint8Array]',
            'a Uint8Array of 0 and 1',
            path,
            issues,
          ),
    lengthOf: ({ length }) => length,
  }
}

function readBlock(
  columns: Columns,
  start: number,
  card: LeadCard | undefined,
  units: Float64Array,
  disqualified: LeadDisqualified[],
): void {
  units.fill(Number.NaN)
  if (card === undefined) return
  unitsOfColumns(columns, start, card.score, units)
  const flags = flagsOf(columns, card)
  for (let at = 0; at < units.length; at += 1) {
    const row = start + at
    const dropped = Number.isNaN(units[at]) ? UNCLEAR : flagsThatDrop(flags, row)
    if (dropped === UNCLEAR) units[at] = unitsOf(leadAt(columns, row), row, card, disqualified)
    else if (dropped > 0) disqualified.push({ row, reasons: card.reasonsOfFlags(dropped) })
  }
}

/** A flag with its column; one that is given as numbers is equal to neither of its values. */
interface FlagColumn {
  readonly column: Column
  readonly bit: number
  readonly kept: number
  readonly drops: number
}

function flagsOf(columns: Columns, { flags }: LeadCard): FlagColumn[] {
  return flags.flatMap(({ id, kept, drops }, at) => {
    const column = columns.get(id)
    if (column === undefined) return []
    const isFlag = isFlags(column) && at < MOST_FLAGS
    const of = (value: boolean | number) => (isFlag ? Number(value) : Number.NaN)
    return [{ column, bit: 2 ** at, kept: of(kept), drops: of(drops) }]
  })
}

/** As many as there are bits. */
const MOST_FLAGS = 30
const UNCLEAR = -1

/** The flags that disqualify a lead, a bit each; {@link UNCLEAR} where one has another value than its two. */
function flagsThatDrop(flags: readonly FlagColumn[], row: number): number {
  let dropped = 0
  for (const { column, bit, kept, drops } of flags) {
    const flag = column[row]
    if (flag === drops) dropped += bit
    else if (flag !== kept) return UNCLEAR
  }
  return dropped
}

/** A lead as a row would have it. */
function leadAt(columns: Columns, row: number): LeadFacts {
  const known = [...columns].filter(([, column]) => !Number.isNaN(column[row]))
  return Object.fromEntries(known.map(([id, column]) => [id, factIn(column, row)])) as LeadFacts
}

function isFlags(column: Column): boolean {
  return read.isTyped(column, '[object Uint8Array]')
}

function factIn(column: Column, row: number): number | boolean {
  const fact = column[row] as number
  return isFlags(column) && fact <= 1 ? fact === 1 : fact
}
