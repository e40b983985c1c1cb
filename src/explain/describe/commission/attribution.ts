import type { CommissionAttribution } from '../../../commission/index.js'
import type { Document } from '../../document.js'
import { tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf } from '../common.js'
import { linesOf } from './lines.js'

/** A commission line by line. */
export function describeAttribution(attribution: CommissionAttribution, voice: Voice): Document {
  const { amount, currency, lines, notCounted } = attribution
  const { commission } = voice.words
  return documentOf(attribution, voice, {
    title: commission.byLine.title,
    answer: commission.byLine[attribution.attribution]({ amount: voice.money(amount, currency) }),
    sentences: notCounted.length === 0 ? [] : [commission.someNotCounted],
    amount: attribution,
    blocks: [
      ...tableOf(voice, {
        title: commission.blocks.shares,
        rows: lines,
        currency,
        columns: { id: 'text', sales: 'number', amount: 'money' },
        total: { amount },
      }),
      ...linesOf(attribution, voice),
      ...tableOf(voice, {
        title: commission.blocks.notCounted,
        rows: notCounted,
        columns: { id: 'text', amount: 'number', currency: 'text', issue: 'issue' },
      }),
    ],
  })
}
