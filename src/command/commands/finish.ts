import type { DefinedCommissionPlan } from '../../commission/index.js'
import { digestOfContents } from '../../kernel/policy/digest.js'
import type { Command, Given } from '../command.js'
import { EXIT, usage } from '../exit.js'
import { openLines } from '../filter/byteLines.js'
import {
  type Finished,
  type FinishedStatement,
  type FinishedTotal,
  joinStatements,
  joinTotals,
} from '../filter/joinStates.js'
import { stateReader } from '../filter/readStates.js'
import { requireMergeable } from '../filter/requireMergeable.js'
import { type Io, say } from '../io.js'
import { SALES_OPTIONS } from '../pay/options.js'
import { type Payees, readPayees } from '../pay/payees.js'
import { POLICY_OPTIONS, readPolicy } from '../policyFile.js'
import { collectRejected, type Rejected, whyRefused } from '../rejected.js'
import { counted, LOCALE_OPTION, type Voice, voiceOf } from '../words.js'
import { openOutput } from '../write/output.js'
import { asLines, OUTPUT_OPTIONS, writeRows } from '../write/rows.js'

export const command: Command = {
  arguments: ['plan.json', '[states.ndjson…]'],
  examples: [
    {
      line: 'finish plan.json states-*.ndjson --target 1200000 --output pay.ndjson',
      does: 'what each payee earns, from all parts',
    },
    {
      line: 'finish plan.json states-*.ndjson --payees payees.csv --statements',
      does: 'the whole derivation, each by their own target',
    },
  ],
  options: {
    target: SALES_OPTIONS.target,
    payees: SALES_OPTIONS.payees,
    statements: { help: 'whole statements as lines of JSON, and not totals alone' },
    rejected: {
      value: 'FILE',
      help: 'set payees who cannot be paid aside in a file, with the reason; without it, they end the run',
    },
    ...OUTPUT_OPTIONS,
    format: {
      ...OUTPUT_OPTIONS.format,
      help: 'how it is written; lines of JSON, or as the name of --output ends',
    },
    ...POLICY_OPTIONS,
    ...LOCALE_OPTION,
  },
  notes: [
    'States of sales-rules partial come in, from files or standard input; what each payee earns comes out as lines of JSON, in the order of their names, each with how many lines and which sales it was made of.',
    'The states of a payee must all come to one run: sales-rules reconcile says whether they have. The plan and the period are those that were counted by; a state of another one, or a part that comes twice, ends the run with code 1.',
  ],
  run: async (given, io) => {
    const [planFile = '', ...files] = given.arguments
    if (given.has('statements') && !['ndjson', undefined].includes(given.text('format')))
      throw usage('--statements are lines of JSON, --format ndjson.')
    const plan = await readPolicy<DefinedCommissionPlan>(planFile, 'commission', given, io)
    const voice = await voiceOf(given)
    requireMergeable(plan, planFile, voice)
    const payees = await readPayees(given, io)
    const policy = digestOfContents(plan)
    const asked: Asked = { files, policy, payees, voice, given, io }
    if (given.has('statements')) {
      const { paid } = await join(joinStatements(plan, voice), asked)
      const output = openOutput(given.text('output'), io)
      for (const { statement } of paid) output.write(`${JSON.stringify(statement)}\n`)
      await output.finish()
      return EXIT.done
    }
    const { paid, period } = await join(joinTotals(plan, voice), asked)
    const shared = [plan.currency, policy, ...(period === undefined ? [] : [period])]
    const rows = paid.map(({ payee, lines, sales, commission }) => [
      ...[payee, lines, sales, commission],
      ...shared,
    ])
    const columns = period === undefined ? COLUMNS : [...COLUMNS, { name: 'period' }]
    await writeRows(columns, rows, asLines(given), io)
    return EXIT.done
  },
}

const COLUMNS = [
  { name: 'payee' },
  { name: 'lines', isFigure: true as const },
  { name: 'sales', isFigure: true as const },
  { name: 'commission', isFigure: true as const },
  { name: 'currency' },
  { name: 'policy' },
]

interface Asked {
  readonly files: readonly string[]
  readonly policy: string
  readonly payees: Payees
  readonly voice: Voice
  readonly given: Given
  readonly io: Io
}

interface Joining<Paid> {
  readonly take: Parameters<typeof stateReader>[1]
  readonly finish: (factsOf: Payees['factsOf']) => Finished<Paid>
}

/** Reads all states, and pays whom they are of; who cannot be paid is set aside, or ends the run. */
async function join<Paid extends FinishedStatement | FinishedTotal>(
  joining: Joining<Paid>,
  { files, policy, payees, voice, given, io }: Asked,
): Promise<{ readonly paid: readonly Paid[]; readonly period: string | undefined }> {
  const head = { header: ['json'], columns: new Map() }
  const rejected = collectRejected({ name: 'states', given, head: () => head }, io)
  const states = stateReader(policy, joining.take)
  for (const file of files.length === 0 ? ['-'] : files)
    await states.read(await openLines(file, undefined, io))
  const period = states.period()
  const ofPeriod = period === undefined ? {} : { period }
  const { paid, unpaid } = joining.finish((payee) => ({ ...payees.factsOf(payee), ...ofPeriod }))
  for (const { payee, issues } of unpaid) rejected.addPayee(payee, whyRefused(issues, voice))
  const known = paid.filter(({ payee }) => isKnown(payee, payees, rejected))
  await rejected.end((payee) => known.some((one) => one.payee === payee))
  const lines = known.reduce((sum, one) => sum + one.lines, 0)
  say(io, `${counted(lines, 'line')}, ${counted(known.length, 'payee')}.`)
  return { paid: known, period }
}

/** Whether a payee is of the file of payees, where there is one; others are refused. */
function isKnown(payee: string, payees: Payees, rejected: Rejected): boolean {
  const [fault] = payees.learn(payee, { line: 0, values: {}, cells: [], faults: [] })
  if (fault !== undefined) rejected.addPayee(payee, fault)
  return fault === undefined
}
