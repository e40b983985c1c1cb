import type { CollectionPeriod } from '../../../pipeline/index.js'
import type { Block, Document } from '../../document.js'
import { factOf, tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf } from '../common.js'
import { unreadOf } from './unread.js'

/** How many days it takes until cash is collected. */
export function describeCollection(period: CollectionPeriod, voice: Voice): Document {
  const { open, openDays } = period
  const words = voice.words.pipeline.collection
  return documentOf(period, voice, {
    title: words.title,
    head: factOf(voice, 'method', period.method, 'word'),
    answer: answerOf(period, voice),
    sentences:
      open === null || openDays === null
        ? []
        : [words.open({ open: voice.number(open), openDays: voice.number(openDays) })],
    blocks: tablesOf(period, voice),
  })
}

function answerOf({ days, moreThan }: CollectionPeriod, voice: Voice): string {
  const words = voice.words.pipeline.collection
  if (days !== null) return words.days({ days: voice.number(days) })
  return moreThan === null ? words.none : words.moreThan({ days: voice.number(moreThan) })
}

function tablesOf(period: CollectionPeriod, voice: Voice): readonly Block[] {
  const words = voice.words.pipeline.collection
  return [
    ...tableOf(voice, {
      title: words.result,
      rows: [period],
      columns: {
        days: 'number',
        moreThan: 'number',
        paid: { as: 'number', head: voice.words.fields.paidSum },
        open: { as: 'number', head: voice.words.fields.openAmount },
        openDays: 'number',
      },
    }),
    ...tableOf(voice, {
      title: words.months,
      rows: period.months,
      columns: { month: 'text', sales: 'number', days: 'number' },
    }),
    ...tableOf(voice, {
      title: words.aside,
      rows: period.setAside,
      columns: {
        invoice: 'text',
        index: { as: 'number', head: voice.words.fields.place },
        reason: 'word',
      },
    }),
    ...unreadOf(
      voice,
      words.notCounted,
      period.notCounted.map(({ invoice, ...row }) => ({ ...row, id: invoice })),
    ),
  ]
}
