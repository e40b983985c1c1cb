import type { ConsequencePay } from '../../../compensation/index.js'
import type { Block, Document } from '../../document.js'
import { isZero, tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf } from '../common.js'

/** What follows from grades in money and days, and what of it is not paid. */
export function describeConsequencePay(pay: ConsequencePay, voice: Voice): Document {
  const { lines, notPaid, amount, currency } = pay
  return documentOf(pay, voice, {
    title: voice.words.compensation.byGrades.title,
    answer: answerOf(pay, voice),
    sentences: [
      ...lines.map((line) => lineSentence(line, currency, voice)),
      ...notPaid.map((one) => unpaidSentence(one, voice)),
    ],
    amount: { amount, currency },
    blocks: [...linesOf(pay, voice), ...notPaidOf(pay, voice)],
  })
}

function answerOf({ amount, currency, days, period }: ConsequencePay, voice: Voice): string {
  const words = voice.words.compensation.byGrades
  const of = { amount: voice.money(amount, currency), period: voice.period(period) }
  if (!isZero(days)) return words.amountAndDays({ ...of, days: voice.number(days) })
  return isZero(amount) ? words.nothing(of) : words.amount(of)
}

type Line = ConsequencePay['lines'][number]

function lineSentence(
  { kind, clause, period, amount, days }: Line,
  currency: string,
  voice: Voice,
) {
  const words = voice.words.compensation.byGrades
  const of = { kind, clause, period }
  return amount === null
    ? words.leave({ ...of, days: voice.number(days ?? '0') })
    : words.paid({ ...of, amount: voice.money(amount, currency) })
}

function unpaidSentence(
  { kind, period, because }: ConsequencePay['notPaid'][number],
  voice: Voice,
): string {
  const words = voice.words.compensation.byGrades
  return words.notPaid({ kind, period, because: words.because[because] })
}

function linesOf(
  { lines, amount, days, currency }: ConsequencePay,
  voice: Voice,
): readonly Block[] {
  const words = voice.words.compensation.byGrades
  const rows = lines.map(({ served, attendance, pays, ...line }) => ({
    ...line,
    pays: words.pays[pays],
    counted: served?.counted,
    possible: served?.of,
    attended: attendance?.attended,
    expected: attendance?.due,
  }))
  return tableOf(voice, {
    title: words.blocks.lines,
    rows,
    currency,
    columns: {
      kind: 'text',
      pays: { as: 'text', head: words.heads.pays },
      periods: 'list',
      period: { as: 'text', head: words.heads.earnedIn },
      value: 'number',
      baseSalary: { as: 'money', head: words.heads.baseSalary },
      from: 'date',
      to: { as: 'date', head: voice.words.fields.until },
      counted: { as: 'number', head: words.heads.served },
      possible: { as: 'number', head: words.heads.ofServed },
      attended: { as: 'number', head: words.heads.attended },
      expected: { as: 'number', head: words.heads.ofAttended },
      unrounded: { as: 'number', head: words.heads.unrounded },
      amount: 'money',
      days: { as: 'number', head: words.heads.days },
      clause: 'text',
    },
    total: { amount, days },
  })
}

function notPaidOf({ notPaid }: ConsequencePay, voice: Voice): readonly Block[] {
  const words = voice.words.compensation.byGrades
  return tableOf(voice, {
    title: words.blocks.notPaid,
    rows: notPaid.map(({ because, ...one }) => ({ ...one, reason: words.because[because] })),
    columns: { kind: 'text', period: 'text', reason: 'text', clause: 'text' },
  })
}
