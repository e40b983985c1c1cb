import type { Allowances } from '../../../rewards/index.js'
import type { Block, Document } from '../../document.js'
import { tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf } from '../common.js'

/** What is paid for certificates, month by month. */
export function describeAllowances(paid: Allowances, voice: Voice): Document {
  const { amount, currency, period, months } = paid
  const words = voice.words.rewards.allowances
  return documentOf(paid, voice, {
    title: words.title,
    amount: paid,
    answer: words.paid({ amount: voice.money(amount, currency), period }),
    sentences: months.flatMap(({ month, certificates }) =>
      certificates.flatMap(({ certificate, reason }) =>
        reason === null ? [] : [words.unpaid({ certificate, month, reason: voice.word(reason) })],
      ),
    ),
    blocks: tablesOf(paid, voice),
  })
}

function tablesOf({ months, currency, amount }: Allowances, voice: Voice): readonly Block[] {
  const { fields, rewards } = voice.words
  const words = rewards.allowances
  return [
    ...tableOf(voice, {
      title: words.months,
      rows: months,
      currency,
      columns: { month: 'text', amount: 'money' },
      total: { amount },
    }),
    ...tableOf(voice, {
      title: words.certificates,
      rows: months.flatMap(({ month, certificates }) =>
        certificates.map((certificate) => ({ ...certificate, month })),
      ),
      currency,
      columns: {
        month: 'text',
        certificate: 'text',
        days: 'number',
        of: { as: 'number', head: fields.ofDays },
        amount: 'money',
        reason: 'word',
      },
    }),
  ]
}
