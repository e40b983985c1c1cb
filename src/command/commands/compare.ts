import {
  type CommissionInput,
  calculateCommission,
  type DefinedCommissionPlan,
} from '../../commission/index.js'
import { attempt, SalesRulesError } from '../../kernel/index.js'
import { comparePolicies, type PolicyComparison, type RosterRow } from '../../scenario/index.js'
import type { Command, Given } from '../command.js'
import { EXIT } from '../exit.js'
import { type Io, say } from '../io.js'
import { SALES_OPTIONS, TABLE_OPTIONS } from '../pay/options.js'
import { readSales } from '../pay/sales.js'
import { keepLines } from '../pay/statements.js'
import { POLICY_OPTIONS, readPolicy } from '../policyFile.js'
import { whyRefused } from '../rejected.js'
import { counted, LOCALE_OPTION, voiceOf } from '../words.js'
import { OUTPUT_OPTIONS, writeRows } from '../write/rows.js'

export const command: Command = {
  arguments: ['now.json', 'then.json', 'lines.csv'],
  examples: [
    {
      line: 'compare plan.json draft.json orders.csv --target 1200000',
      does: 'who gains, who loses, and by which step of the rules',
    },
    {
      line: 'compare handbook draft.json orders.csv --payees payees.csv --output changes.csv',
      does: 'into a file, one row for each payee whose pay changes',
    },
  ],
  options: {
    ...SALES_OPTIONS,
    ...TABLE_OPTIONS,
    ...OUTPUT_OPTIONS,
    ...POLICY_OPTIONS,
    ...LOCALE_OPTION,
  },
  notes: [
    'Columns and rejected rows are as in sales-rules commission. The totals are told on standard error.',
  ],
  run: async (given, io) => {
    const [nowFile = '', thenFile = '', file = ''] = given.arguments
    const now = await readPolicy<DefinedCommissionPlan>(nowFile, 'commission', given, io)
    const then = await readPolicy<DefinedCommissionPlan>(thenFile, 'commission', given, io)
    const compared = await compare({ now, then }, file, given, io)
    const { winners, losers } = compared
    const rows = [...winners, ...losers].map((row) => [
      row.id,
      row.now,
      row.then,
      row.difference,
      row.reason.step,
      row.reason.id,
    ])
    await writeRows(COLUMNS, rows, given, io)
    tell(compared, io)
    return EXIT.done
  },
}

const COLUMNS = [
  { name: 'payee' },
  { name: 'now', isFigure: true as const },
  { name: 'then', isFigure: true as const },
  { name: 'difference', isFigure: true as const },
  { name: 'step' },
  { name: 'id' },
]

interface Plans {
  readonly now: DefinedCommissionPlan
  readonly then: DefinedCommissionPlan
}

/** Lines that one of the plans cannot read, and payees whom one cannot pay, are refused: their difference is not known. */
async function compare(
  plans: Plans,
  file: string,
  given: Given,
  io: Io,
): Promise<PolicyComparison> {
  const voice = await voiceOf(given)
  const keeping = keepLines({ plan: plans.now, voice })
  const { payees, rejected } = await readSales({ file, given, io }, () => keeping.take)
  const paid = keeping.pay(payees, rejected)
  const roster = paid.map(({ payee, input }) => ({ id: payee, input }))
  const compared = attempt(() => comparePolicies(roster, plans))
  const notComputed = compared.ok ? compared.value.notComputed : notPaid(roster, plans)
  for (const { id, issues } of notComputed) rejected.addPayee(id, whyRefused(issues, voice))
  const refused = new Set(notComputed.map(({ id }) => id))
  const names = new Set(paid.map(({ payee }) => payee).filter((payee) => !refused.has(payee)))
  await rejected.end((payee) => names.has(payee))
  if (!compared.ok) throw new SalesRulesError(compared.issues)
  return compared.value
}

/** Whom the plan of now does not pay. Where that is everybody, there is no comparison to say so. */
function notPaid(roster: readonly RosterRow<CommissionInput>[], { now }: Plans) {
  return roster.flatMap(({ id, input }) => {
    const paid = attempt(() => calculateCommission(input, now))
    return paid.ok ? [] : [{ id, issues: paid.issues }]
  })
}

function tell({ unit, totals, gain, lose, unchanged }: PolicyComparison, io: Io): void {
  const people = `${counted(gain, 'payee')} gain, ${lose} lose, ${unchanged} as now`
  say(io, `${unit} ${totals.now} now, ${totals.then} then, ${totals.difference} more. ${people}.`)
}
