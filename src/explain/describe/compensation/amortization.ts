import type { Amortization } from '../../../compensation/index.js'
import type { Document } from '../../document.js'
import { tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { spanOf } from '../commission/settlement.js'
import { documentOf } from '../common.js'

/** A cost spread over the months of a contract, and what is written off where it ends early. */
export function describeAmortization(amortization: Amortization, voice: Voice): Document {
  const { periods, impaired } = amortization
  const words = voice.words.compensation.amortized
  const amount = voice.number(amortization.amount)
  const span = spanOf(periods, voice)
  const writtenOff = impaired
    ? [words.impaired({ amount: voice.number(impaired.amount), on: impaired.on })]
    : []
  const answers = [...(span === undefined ? [] : [words.spread({ amount, span })]), ...writtenOff]
  const rows = [
    ...periods,
    ...(impaired ? [{ period: words.writtenOff, carrying: undefined, ...impaired }] : []),
  ]
  return documentOf(amortization, voice, {
    title: words.title,
    answer: answers[0] ?? words.nothing({ amount }),
    sentences: answers.slice(1),
    blocks: tableOf(voice, {
      title: words.periods,
      rows: rows.map((row) => ({ on: undefined, ...row })),
      columns: {
        period: 'text',
        on: 'date',
        amount: 'number',
        carrying: { as: 'number', head: words.carrying },
      },
      total: { amount: amortization.amount },
    }),
  })
}
