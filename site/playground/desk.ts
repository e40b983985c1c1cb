/** What the page asks of its worker. The desk keeps the last table, so that it does not travel with every question. */
import { type Answer, answer, type Comparison, compare, type Question } from './answer.js'
import { readingKeyOf } from './columns.js'
import { decode } from './decode.js'
import type { JsonObject } from './document.js'
import { documentOf, handbookPolicyOf } from './documents.js'
import type { ExampleId } from './examples.js'
import type { Kind } from './kinds.js'
import { type Roster, type RowProblem, readRoster } from './roster.js'
import { readTable, type Table, type TableProblem } from './table.js'

export type Locale = Question['locale']

/** Each ask, and what comes back. */
export interface Desk {
  policies(ask: { readonly example: ExampleId | null; readonly kind: Kind }): Policies
  text(ask: { readonly bytes: Uint8Array; readonly locale: Locale }): string
  table(ask: { readonly text: string }): { readonly problem: TableProblem | null }
  answer(ask: Question): { readonly answer: Answer; readonly figures: FiguresRead }
  compare(ask: Question): Comparison
}

export interface Policies {
  readonly opened: JsonObject | null
  readonly handbook: JsonObject
}

/** What was read of the table. */
export interface FiguresRead {
  /** Whose result may be shown: the first of them. */
  readonly people: readonly string[]
  readonly peopleCount: number
  readonly lineCount: number
  readonly problems: readonly RowProblem[]
  readonly problemCount: number
  readonly unused: readonly string[]
  readonly decimalSign: Roster['decimalSign']
}

const MOST_LISTED = 200
const EMPTY: Table = { heads: [], rows: [] }

export function openDesk(): Desk {
  let table = EMPTY
  let kept: { readonly key: string; readonly table: Table; readonly roster: Roster } | null = null
  const rosterOf = ({ kind, document }: Question): Roster => {
    const key = readingKeyOf(kind, document)
    if (kept?.key !== key || kept.table !== table)
      kept = { key, table, roster: readRoster(table, kind, document) }
    return kept.roster
  }
  return {
    policies: ({ example, kind }) => ({
      opened: example && documentOf(example),
      handbook: handbookPolicyOf(kind),
    }),
    text: ({ bytes, locale }) => decode(bytes, locale),
    table: ({ text }) => {
      const read = readTable(text)
      table = read.ok ? read.table : EMPTY
      return { problem: read.ok ? null : read.problem }
    },
    answer: (question) => {
      const roster = rosterOf(question)
      return { answer: answer(question, roster), figures: writeFigures(roster, table) }
    },
    compare: (question) => compare(question, rosterOf(question)),
  }
}

function writeFigures(
  { people, problems, unused, decimalSign }: Roster,
  { rows }: Table,
): FiguresRead {
  return {
    people: people.slice(0, MOST_LISTED).map(({ id }) => id),
    peopleCount: people.length,
    lineCount: rows.length,
    problems: problems.slice(0, MOST_LISTED),
    problemCount: problems.length,
    unused,
    decimalSign,
  }
}
