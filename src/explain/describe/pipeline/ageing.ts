import type { ReceivablesAgeing } from '../../../pipeline/index.js'
import type { Block, Document } from '../../document.js'
import { factOf, tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf } from '../common.js'
import { unreadOf } from './unread.js'

/** What is owed, by how long it is overdue. */
export function describeAgeing(ageing: ReceivablesAgeing, voice: Voice): Document {
  const { buckets, undated } = ageing
  const words = voice.words.pipeline.ageing
  return documentOf(ageing, voice, {
    title: words.title,
    head: [...factOf(voice, 'asOf', ageing.asOf), ...factOf(voice, 'ageBy', ageing.ageBy, 'word')],
    answer: words.total({ total: voice.number(ageing.total) }),
    sentences: [
      ...buckets
        .filter(({ invoices }) => invoices > 0)
        .map(({ id, amount }) => words.bucket({ id, amount: voice.number(amount) })),
      ...(/[1-9]/.test(undated) ? [words.undated({ amount: voice.number(undated) })] : []),
    ],
    blocks: [...totalsOf(ageing, voice), ...partsOf(ageing, voice)],
  })
}

function totalsOf({ total, undated, buckets }: ReceivablesAgeing, voice: Voice): readonly Block[] {
  const { fields, pipeline } = voice.words
  const words = pipeline.ageing
  return [
    ...tableOf(voice, {
      title: words.result,
      rows: [{ total, undated }],
      columns: { total: { as: 'number', head: fields.openAmount }, undated: 'number' },
    }),
    ...tableOf(voice, {
      title: words.buckets,
      rows: buckets,
      columns: {
        id: 'text',
        from: { as: 'number', head: fields.fromDay },
        to: { as: 'number', head: fields.toDay },
        amount: 'number',
        invoices: 'number',
      },
    }),
  ]
}

function partsOf({ customers, ...ageing }: ReceivablesAgeing, voice: Voice): readonly Block[] {
  const { fields, pipeline } = voice.words
  const words = pipeline.ageing
  const open = { as: 'number', head: fields.openAmount } as const
  return [
    ...tableOf(voice, {
      title: words.customers,
      rows: customers,
      columns: { customer: 'text', open, oldestDays: 'number' },
    }),
    ...tableOf(voice, {
      title: words.amounts,
      rows: customers.flatMap(({ customer, amounts }) =>
        Object.entries(amounts).map(([bucket, amount]) => ({ customer, bucket, amount })),
      ),
      columns: { customer: 'text', bucket: 'text', amount: 'number' },
    }),
    ...tableOf(voice, {
      title: words.invoices,
      rows: ageing.invoices,
      columns: {
        invoice: 'text',
        customer: 'text',
        open,
        due: { as: 'date', head: voice.words.fields.dueBy },
        days: { as: 'number', head: fields.daysPast },
        bucket: 'text',
      },
    }),
    ...unreadOf(
      voice,
      pipeline.collection.notCounted,
      ageing.notCounted.map(({ invoice, ...row }) => ({ ...row, id: invoice })),
    ),
  ]
}
