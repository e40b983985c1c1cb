import type { DefinedAppraisalScheme } from '../../appraisal/index.js'
import { appraiseRows, type RowScores, scoreHealthRows, scoreLeadRows } from '../../batch/index.js'
import type { DefinedHealthModel } from '../../health/index.js'
import type { Defined } from '../../kernel/index.js'
import { formatPath } from '../../kernel/input/issue.js'
import type { DefinedLeadModel } from '../../leads/index.js'
import { meant } from '../args.js'
import type { Command, Given } from '../command.js'
import { EXIT, usage } from '../exit.js'
import { type Io, say } from '../io.js'
import { nested } from '../pay/nested.js'
import { TABLE_OPTIONS, tableGiven } from '../pay/options.js'
import { POLICY_OPTIONS, readPolicy } from '../policyFile.js'
import { startProgress } from '../progress.js'
import type { Fields } from '../read/headers.js'
import { type Head, type Row, readTable } from '../read/table.js'
import { collectRejected, type Rejected } from '../rejected.js'
import { scoreFields } from '../scoreFields.js'
import { counted, LOCALE_OPTION, reasonOf, type Voice, voiceOf } from '../words.js'
import { OUTPUT_OPTIONS, writeRows } from '../write/rows.js'

export const command: Command = {
  arguments: ['leads|health|appraisal', 'model.json', 'rows.csv'],
  examples: [
    { line: 'score leads handbook leads.csv', does: 'the score and the band of each lead' },
    { line: 'score health model.json customers.csv', does: 'of each customer' },
    {
      line: 'score appraisal scheme.json results.csv',
      does: 'of each person: columns sales.actual, sales.target, satisfaction.points, satisfaction.source',
    },
  ],
  options: { ...TABLE_OPTIONS, ...OUTPUT_OPTIONS, ...POLICY_OPTIONS, ...LOCALE_OPTION },
  notes: [
    'Columns are id (or employee) and the facts that the policy looks at, by name; what a fact is made of stands behind a dot: budget.amount. A blank cell is a fact that is not known.',
  ],
  run: async (given, io) => {
    const [what = '', policyFile = '', file = ''] = given.arguments
    const kind = KINDS.find((one) => one === what)
    if (kind === undefined)
      throw usage(`score takes ${KINDS.join(', ')}, not "${what}".${meant(what, KINDS)}`)
    const policy = await readPolicy<Defined<object>>(policyFile, kind, given, io)
    const rows = await score({ kind, policy, file, given, io })
    await writeRows(COLUMNS[kind], rows, given, io)
    say(io, `${counted(rows.length, 'row')} scored.`)
    return EXIT.done
  },
}

const KINDS = ['leads', 'health', 'appraisal'] as const

type Kind = (typeof KINDS)[number]

const FIGURE = { name: 'score', isFigure: true as const }
const COLUMNS = {
  leads: [{ name: 'id' }, FIGURE, { name: 'band' }, { name: 'disqualified' }],
  health: [{ name: 'id' }, FIGURE, { name: 'band' }],
  appraisal: [{ name: 'employee' }, FIGURE, { name: 'gradeAtMost' }],
}

/** So many rows at once: a batch names the first thousand rows that it refuses. */
const BATCH = 1000

interface Asked {
  readonly kind: Kind
  readonly policy: Defined<object>
  readonly file: string
  readonly given: Given
  readonly io: Io
}

async function score({ kind, policy, file, given, io }: Asked): Promise<readonly unknown[][]> {
  const voice = await voiceOf(given)
  let head: Head = { header: [], columns: new Map() }
  const name = file === '-' ? 'standard input' : file
  const rejected = collectRejected({ name, given, head: () => head }, io)
  const progress = startProgress('row', io)
  const scored: unknown[][] = []
  let rows: Row[] = []
  const flush = () => {
    scored.push(...scoreBatch({ kind, policy, rejected, voice, head }, rows))
    rows = []
  }
  const fields: Fields = scoreFields(kind, policy)
  const required = [kind === 'appraisal' ? 'employee' : 'id']
  await readTable({ ...tableGiven(given), file, fields, required }, io, (found) => {
    head = found
    return (row) => {
      progress.step()
      if (row.faults.length > 0) rejected.addRow(row, row.faults)
      else if (rows.push(row) === BATCH) flush()
    }
  })
  flush()
  progress.end()
  await rejected.end(() => true)
  return scored
}

interface Batch {
  readonly kind: Kind
  readonly policy: Defined<object>
  readonly rejected: Rejected
  readonly voice: Voice
  readonly head: Head
}

function scoreBatch(
  { kind, policy, rejected, voice, head }: Batch,
  rows: readonly Row[],
): unknown[][] {
  const { scores, texts } = RULES[kind](rows, policy)
  const refused = new Set<number>()
  for (const { row: at, issues } of scores.issues) {
    const row = rows[at]
    if (row === undefined) continue
    refused.add(at)
    const faults = issues.map((issue) => ({
      column: columnOf(formatPath(issue.path), head),
      code: issue.code,
      reason: reasonOf(issue, voice),
    }))
    rejected.addRow(row, faults)
  }
  return rows.flatMap((row, at) => {
    if (refused.has(at)) return []
    const { id, employee } = row.values
    const figure = scores.scores[at] ?? Number.NaN
    return [[employee ?? id, Number.isNaN(figure) ? null : figure, ...texts(at)]]
  })
}

/** The header of the column that a path leads to. */
function columnOf(path: string, { columns }: Head): string {
  const field = path.replace(/^(?:results|facts)\./, '')
  return columns.get(field) ?? field
}

interface Scored {
  readonly scores: RowScores
  /** What stands beside the score. */
  readonly texts: (row: number) => readonly unknown[]
}

const RULES: Readonly<Record<Kind, (rows: readonly Row[], policy: Defined<object>) => Scored>> = {
  leads: (rows, policy) => {
    const scores = scoreLeadRows(rows.map(factsOf) as never, policy as DefinedLeadModel)
    const reasons = new Map(scores.disqualified.map(({ row, reasons }) => [row, reasons]))
    const texts = (row: number) => [bandOf(scores, row), reasons.get(row)?.join('; ')]
    return { scores, texts }
  },
  health: (rows, policy) => {
    const scores = scoreHealthRows(rows.map(factsOf) as never, policy as DefinedHealthModel)
    return { scores, texts: (row) => [bandOf(scores, row)] }
  },
  appraisal: (rows, policy) => {
    const scores = appraiseRows(rows.map(resultsOf) as never, policy as DefinedAppraisalScheme)
    const capped = new Map(scores.capped.map(({ row, gradeAtMost }) => [row, gradeAtMost]))
    return {
      scores,
      texts: (row) => [
        capped
          .get(row)
          ?.map(({ grade }) => grade)
          .join('; '),
      ],
    }
  },
}

function bandOf(
  { bands, bandNames }: { bands: Int8Array; bandNames: readonly string[] },
  row: number,
): string | undefined {
  return bandNames[bands[row] ?? -1]
}

function factsOf({ values: { id: _, ...facts } }: Row): object {
  return nested(Object.entries(facts))
}

/** What names an indicator is a result; the others are facts. */
function resultsOf({ values }: Row): object {
  const { employee, period, facts, results, ...flat } = nested(Object.entries(values))
  return {
    ...(employee !== undefined && { employee }),
    ...(period !== undefined && { period }),
    ...(facts !== undefined && { facts }),
    results: { ...(results as object | undefined), ...flat },
  }
}
