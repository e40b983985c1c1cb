import type { DefinedCommissionPlan } from '../../commission/index.js'
import { sumOf } from '../../kernel/index.js'
import type { Command, Given } from '../command.js'
import { EXIT, usage } from '../exit.js'
import { type Io, say } from '../io.js'
import { watchAwards } from '../pay/awardColumns.js'
import { tellNotCounted } from '../pay/notCounted.js'
import { SALES_OPTIONS, TABLE_OPTIONS } from '../pay/options.js'
import { areTotalsEnough, readSales, type TakeLine } from '../pay/sales.js'
import { keepLines, type PaidPayee } from '../pay/statements.js'
import { addUp, type PayeeTotal } from '../pay/totals.js'
import { POLICY_OPTIONS, readPolicy } from '../policyFile.js'
import type { Head } from '../read/table.js'
import { whyRefused } from '../rejected.js'
import { counted, LOCALE_OPTION, voiceOf } from '../words.js'
import { openOutput } from '../write/output.js'
import { OUTPUT_OPTIONS, writeRows } from '../write/rows.js'

export const command: Command = {
  arguments: ['plan.json', 'lines.csv'],
  examples: [
    { line: 'commission plan.json orders.csv --target 1200000', does: 'what each payee earns' },
    {
      line: 'commission plan.json orders.csv --payees payees.csv --output pay.csv',
      does: 'each by their own target, into a file',
    },
    {
      line: 'commission plan.json export.csv --map "Deal Amount=amount" --dates dmy',
      does: 'from an export whose columns have other names',
    },
    {
      line: 'commission plan.json orders.csv --statements --output statements.ndjson',
      does: 'the whole derivation, a line of JSON for each payee',
    },
  ],
  options: {
    ...SALES_OPTIONS,
    statements: { help: 'whole statements as lines of JSON, and not totals alone' },
    'with-input': { help: 'keep in each statement what it was made of, for sales-rules verify' },
    ...TABLE_OPTIONS,
    ...OUTPUT_OPTIONS,
    ...POLICY_OPTIONS,
    ...LOCALE_OPTION,
  },
  notes: [
    'Columns that are read: payee, id, amount, date, status, product, category, region, customer, order, cost, tax, listPrice, quantity, currency, paidOn, dueOn, refundOf, firstOrder, newMarket, facts.NAME; of the payee: target, targetIncentive, measure, coefficientUplift. Names of Salesforce, HubSpot and Chinese CRMs are known; what was taken for what is said.',
    'A row that cannot be read ends the run with code 1, and nothing is written; with --rejected FILE it is set aside there. The file - is standard input.',
  ],
  run: async (given, io) => {
    const [planFile = '', file = ''] = given.arguments
    if (given.has('statements') && !['ndjson', undefined].includes(given.text('format')))
      throw usage('--statements are lines of JSON, --format ndjson.')
    if (given.has('with-input') && !given.has('statements'))
      throw usage('--with-input goes with --statements.')
    const plan = await readPolicy<DefinedCommissionPlan>(planFile, 'commission', given, io)
    const paid = await pay({ plan, file, given, io })
    await (given.has('statements')
      ? writeStatements(paid, given, io)
      : writeTotals(paid, given, plan, io))
    return EXIT.done
  },
}

interface Asked {
  readonly plan: DefinedCommissionPlan
  readonly file: string
  readonly given: Given
  readonly io: Io
}

interface Paid {
  readonly totals: readonly PayeeTotal[]
  readonly statements: readonly PaidPayee[]
}

/** Pays by the amounts alone where they say it all, and by whole lines otherwise: the same to the cent. */
async function pay({ plan, file, given, io }: Asked): Promise<Paid> {
  const voice = await voiceOf(given)
  let adding: ReturnType<typeof addUp> | undefined
  const keeping = keepLines({ plan, voice })
  let watching: ReturnType<typeof watchAwards> | undefined
  const begin = (head: Head): TakeLine => {
    watching = watchAwards(plan, head)
    if (given.has('statements') || !areTotalsEnough(plan, head, given))
      return seenBy(watching, keeping.take)
    adding = addUp(plan, voice)
    return seenBy(watching, adding.take)
  }
  const { lines, payees, rejected } = await readSales({ file, given, io }, begin)
  const added = (adding as typeof adding | undefined)?.pay(payees)
  for (const { payee, issues } of added?.unpaid ?? [])
    rejected.addPayee(payee, whyRefused(issues, voice))
  const statements = adding === undefined ? keeping.pay(payees, rejected) : []
  const totals = added?.paid ?? statements.map(totalOf)
  const names = new Set(totals.map(({ payee }) => payee))
  await rejected.end((payee) => names.has(payee))
  tellNotCounted(
    statements.map(({ statement }) => statement),
    voice,
    io,
  )
  const idle = payees.named?.filter((payee) => !names.has(payee)) ?? []
  if (idle.length > 0)
    say(
      io,
      `${counted(idle.length, 'payee')} of the file of payees not paid: no line of theirs counts.`,
    )
  const watched = watching as typeof watching | undefined
  watched?.tell(file, io)
  const all = sumOf(totals.map(({ commission }) => commission))
  say(io, `${counted(lines, 'line')}, ${counted(totals.length, 'payee')}, ${plan.currency} ${all}.`)
  return { totals, statements }
}

function seenBy({ see }: ReturnType<typeof watchAwards>, take: TakeLine): TakeLine {
  if (see === null) return take
  return (payee, row) => {
    const faults = take(payee, row)
    if (faults.length === 0) see(row)
    return faults
  }
}

function totalOf({ payee, statement }: PaidPayee): PayeeTotal {
  return { payee, sales: statement.sales, commission: statement.amount }
}

async function writeTotals(
  { totals }: Paid,
  given: Given,
  plan: DefinedCommissionPlan,
  io: Io,
): Promise<void> {
  const period = given.text('period')
  const columns = [
    { name: 'payee' },
    ...(period === undefined ? [] : [{ name: 'period' }]),
    { name: 'sales', isFigure: true as const },
    { name: 'commission', isFigure: true as const },
    { name: 'currency' },
  ]
  const rows = totals.map(({ payee, sales, commission }) => [
    payee,
    ...(period === undefined ? [] : [period]),
    sales,
    commission,
    plan.currency,
  ])
  await writeRows(columns, rows, given, io)
}

async function writeStatements({ statements }: Paid, given: Given, io: Io): Promise<void> {
  const { withInput } = await import('../../explain/index.js')
  const output = openOutput(given.text('output'), io)
  for (const { statement, input } of statements)
    output.write(
      `${JSON.stringify(given.has('with-input') ? withInput(statement, input) : statement)}\n`,
    )
  await output.finish()
}
