import { type PayeeCount, type Reconciliation, reconcile } from '../../batch/index.js'
import { attempt } from '../../kernel/index.js'
import type { Command, Given } from '../command.js'
import { EXIT, Failure, usage } from '../exit.js'
import { openLines } from '../filter/byteLines.js'
import { type Io, say } from '../io.js'
import { parseLine, readLines } from '../read/ndjson.js'
import { counted, LOCALE_OPTION, pathOf, reasonOf, voiceOf } from '../words.js'
import { OUTPUT_OPTIONS, writeRows } from '../write/rows.js'

export const command: Command = {
  arguments: ['results.ndjson…'],
  examples: [
    {
      line: 'reconcile results-*.ndjson --states states-0.ndjson --states states-1.ndjson',
      does: 'whether each payee of the states came out once, and everything adds up',
    },
  ],
  options: {
    states: {
      value: 'FILE',
      many: true,
      help: 'states of sales-rules partial; once for each file',
    },
    ...OUTPUT_OPTIONS,
    ...LOCALE_OPTION,
  },
  notes: [
    'What does not agree comes out, a row for each: a payee with two results (two workers had half of the lines each), one without, other lines or sales, another plan. Ends with 1 where there is any.',
  ],
  run: async (given, io) => {
    const states = given.texts('states')
    if (states.length === 0)
      throw usage('--states is missing: the files that sales-rules partial has written.')
    const outcome = compare(
      await readAll(states, [], io),
      await readAll(given.arguments, ['commission'], io),
    )
    await writeIssues(outcome, given, io)
    const { payees, states: before, results, found, reconciled } = outcome
    say(
      io,
      `${counted(before.rows, 'state')} of ${counted(payees, 'payee')}: ${counted(before.lines, 'line')}, ${before.sales}.`,
    )
    say(
      io,
      `${counted(results.rows, 'result')}: ${counted(results.lines, 'line')}, ${results.sales}.`,
    )
    say(io, reconciled ? 'Reconciled.' : `Not reconciled: ${counted(found, 'difference')}.`)
    return reconciled ? EXIT.done : EXIT.refused
  },
}

async function writeIssues({ issues }: Reconciliation, given: Given, io: Io): Promise<void> {
  const voice = await voiceOf(given)
  const rows = issues.map((issue) => {
    const { payee = '', reason = '' } = issue.params as { payee?: string; reason?: string }
    return [payee, reason, pathOf(issue), reasonOf(issue, voice)]
  })
  await writeRows(COLUMNS, rows, given, io)
}

const COLUMNS = ['payee', 'difference', 'path', 'message'].map((name) => ({ name }))

/** The counts of some files; what lacks one of the keys is something else. */
async function readAll(
  files: readonly string[],
  keys: readonly string[],
  io: Io,
): Promise<PayeeCount[]> {
  const rows: PayeeCount[] = []
  for (const file of files) {
    const source = await openLines(file, undefined, io)
    await readLines(source, (text, line) => {
      const parsed = parseLine(text)
      if ('fault' in parsed) throw notACount(`${source.name}, line ${line}: ${parsed.fault}`)
      const missing = keys.find((key) => !Object.hasOwn(parsed.object, key))
      if (missing !== undefined)
        throw notACount(`${source.name}, line ${line} is no result: it has no ${missing}.`)
      const { payee, lines, sales, policy } = parsed.object as unknown as Required<PayeeCount>
      rows.push({ payee, lines, sales, policy })
    })
  }
  return rows
}

function compare(states: readonly PayeeCount[], results: readonly PayeeCount[]): Reconciliation {
  const compared = attempt(() => reconcile(states, results))
  if (compared.ok) return compared.value
  throw notACount(compared.issues[0]?.message ?? '')
}

function notACount(message: string): Failure {
  return new Failure(
    EXIT.data,
    message,
    'Give what sales-rules finish has written, as lines of JSON, and what sales-rules partial has: --states FILE, again for each file.',
  )
}
