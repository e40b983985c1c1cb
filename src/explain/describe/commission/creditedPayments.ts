import type { CreditedPayment } from '../../../commission/index.js'
import type { Document } from '../../document.js'
import { tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf } from '../common.js'

/** Who shares what customers have paid. */
export function describeCreditedPayments(
  payments: readonly CreditedPayment[],
  voice: Voice,
): Document {
  const words = voice.words.crediting.payments
  return documentOf(payments, voice, {
    title: words.title,
    answer: answerOf(payments, voice),
    sentences: payments.length > 1 ? payments.map((payment) => sentenceOf(payment, voice)) : [],
    blocks: tableOf(voice, {
      title: words.title,
      rows: payments.flatMap(({ owners, ...payment }) =>
        owners.map((owner) => ({ ...payment, ...owner })),
      ),
      columns: {
        line: 'text',
        period: 'period',
        on: 'date',
        amount: 'number',
        payee: 'text',
        share: 'percent',
      },
    }),
  })
}

function answerOf(payments: readonly CreditedPayment[], voice: Voice): string {
  const words = voice.words.crediting.payments
  const [only, ...others] = payments
  if (only === undefined) return words.none
  if (others.length === 0) return sentenceOf(only, voice)
  const lines = [...new Set(payments.map(({ line }) => line))]
  return words.some({ lines: voice.list(lines) })
}

function sentenceOf({ line, on, amount, owners }: CreditedPayment, voice: Voice): string {
  const words = voice.words.crediting.payments
  const shares = owners.map(({ payee, share }) =>
    words.share({ payee, share: voice.percent(share) }),
  )
  return words.payment({ line, on, amount: voice.number(amount), shares: voice.list(shares) })
}
