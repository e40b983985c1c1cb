import type { VisitsMeasured } from '../../../appraisal/index.js'
import type { Block, Document } from '../../document.js'
import { tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf } from '../common.js'

/** How far the visits of a month were made, to whom they are missing, and which records do not count. */
export function describeVisits(measured: VisitsMeasured, voice: Voice): Document {
  const { attainment, short, notCounted } = measured
  const words = voice.words.appraisal.visits
  const [actual, target] = [voice.number(measured.actual), voice.number(measured.target)]
  return documentOf(measured, voice, {
    title: words.title,
    answer:
      attainment === null
        ? words.none
        : words.made({ attainment: voice.percent(attainment), actual, target }),
    sentences: [
      ...short.map((one) => shortOf(one, voice)),
      ...(notCounted.length === 0 ? [] : [words.someNotCounted]),
    ],
    blocks: tablesOf(measured, voice),
  })
}

function shortOf(short: VisitsMeasured['short'][number], voice: Voice): string {
  const { customer, kind } = short
  const words = voice.words.appraisal.visits
  const counts = {
    visits: voice.number(short.visits),
    required: voice.number(short.required),
    remaining: voice.number(short.remaining),
  }
  return customer === null
    ? words.kind({ kind, ...counts })
    : words.customer({ customer, ...counts })
}

function tablesOf(measured: VisitsMeasured, voice: Voice): readonly Block[] {
  const { appraisal, fields } = voice.words
  const words = appraisal.visits
  return [
    ...tableOf(voice, {
      title: words.total,
      rows: [measured],
      columns: { actual: 'number', target: 'number', attainment: 'percent' },
    }),
    ...tableOf(voice, {
      title: words.kinds,
      rows: measured.kinds,
      columns: {
        kind: 'text',
        customers: 'number',
        visits: 'number',
        actual: { as: 'number', head: fields.counted },
        target: 'number',
      },
    }),
    ...tableOf(voice, {
      title: words.short,
      rows: measured.short,
      columns: {
        customer: 'text',
        kind: 'text',
        visits: 'number',
        required: 'number',
        remaining: 'number',
      },
    }),
    ...tableOf(voice, {
      title: words.notCounted,
      rows: measured.notCounted,
      columns: { visit: 'text', reason: 'issue' },
    }),
  ]
}
