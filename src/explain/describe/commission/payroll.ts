import type { PayrollRow } from '../../../commission/index.js'
import type { Document } from '../../document.js'
import { tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf } from '../common.js'

/** What a payroll pays, or takes off, row by row. */
export function describePayroll(rows: readonly PayrollRow[], voice: Voice): Document {
  const words = voice.words.settlement.payroll
  return documentOf(rows, voice, {
    title: words.title,
    answer: answerOf(rows, voice),
    sentences: rows.length > 1 ? rows.map((row) => sentenceOf(row, voice)) : [],
    blocks: tableOf(voice, {
      title: words.title,
      rows: rows.map(({ payIn, ...row }) => ({
        ...row,
        paidIn: payIn?.currency,
        payout: payIn?.amount,
        rate: payIn?.rate,
        on: payIn?.on,
      })),
      columns: {
        payee: 'text',
        period: 'text',
        earningCode: 'word',
        amount: 'number',
        currency: 'text',
        payout: { as: 'number', head: words.payout },
        paidIn: { as: 'text', head: words.paidIn },
        rate: 'number',
        on: 'date',
      },
    }),
  })
}

function answerOf(rows: readonly PayrollRow[], voice: Voice): string {
  const words = voice.words.settlement.payroll
  const [only, ...others] = rows
  if (only === undefined) return words.nothing
  if (others.length === 0) return sentenceOf(only, voice)
  const listed = (texts: readonly string[]) => voice.list([...new Set(texts)])
  const payees = listed(rows.map(({ payee }) => payee))
  return words.some({ payees, periods: listed(rows.map(({ period }) => period)) })
}

function sentenceOf(
  { payee, period, earningCode, amount, currency, payIn }: PayrollRow,
  voice: Voice,
): string {
  const words = voice.words.settlement.payroll
  const row = {
    payee,
    period,
    what: voice.word(earningCode),
    amount: voice.money(amount, currency),
  }
  if (payIn === undefined) return words.row(row)
  return words.rowPaidIn({ ...row, payout: voice.money(payIn.amount, payIn.currency) })
}
