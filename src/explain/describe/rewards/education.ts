import type { EducationRepayment } from '../../../rewards/index.js'
import type { Block, Document } from '../../document.js'
import { tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf } from '../common.js'

/** What is owed back for a course, by the terms and within the law. */
export function describeEducation(repayment: EducationRepayment, voice: Voice): Document {
  const { currency, repay } = repayment
  const words = voice.words.rewards.education
  const money = (amount: string) => voice.money(amount, currency)
  return documentOf(repayment, voice, {
    title: words.title,
    amount: { amount: repay, currency },
    answer: words.owed({ repay: money(repay), amount: money(repayment.amount) }),
    sentences: [
      words.served({ served: voice.number(repayment.served), of: voice.number(repayment.of) }),
      words.limit({ agreed: money(repayment.agreed), legalLimit: money(repayment.legalLimit) }),
      ...(repayment.findings.length === 0 ? [] : [words.notInOrder]),
    ],
    blocks: tablesOf(repayment, voice),
  })
}

function tablesOf(repayment: EducationRepayment, voice: Voice): readonly Block[] {
  const { fields, rewards } = voice.words
  const words = rewards.education
  return [
    ...tableOf(voice, {
      title: words.result,
      rows: [repayment],
      currency: repayment.currency,
      columns: {
        amount: { as: 'money', head: fields.costOfCourse },
        served: 'number',
        of: { as: 'number', head: fields.ofDays },
        agreed: 'money',
        legalLimit: 'money',
        repay: 'money',
      },
    }),
    ...tableOf(voice, {
      title: words.step,
      rows: repayment.step === null ? [] : [repayment.step],
      columns: { upToMonths: 'number', share: { as: 'percent', head: fields.shareOwed } },
    }),
    ...tableOf(voice, {
      title: words.findings,
      rows: repayment.findings.map((issue) => ({ issue })),
      columns: { issue: { as: 'issue', head: fields.finding } },
    }),
  ]
}
