import type { Completeness } from '../../../pipeline/index.js'
import type { Block, Document } from '../../document.js'
import { factOf, tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf } from '../common.js'
import { unreadOf } from './unread.js'

/** How complete records are, what is missing to the target, and how many were made in time. */
export function describeCompleteness(measured: Completeness, voice: Voice): Document {
  const { groups, total, notCounted } = measured
  const words = voice.words.pipeline.completeness
  return documentOf(measured, voice, {
    title: words.title,
    head: factOf(voice, 'asOf', measured.asOf),
    answer: answerOf(measured, voice),
    sentences: [
      ...groups.flatMap(({ kind, missing }) =>
        missing.map(({ field, records }) =>
          words.missing({ field, kind, records: voice.number(records) }),
        ),
      ),
      ...(total.onTime === null ? [] : [words.onTime({ onTime: voice.percent(total.onTime) })]),
      ...(notCounted.length === 0 ? [] : [words.someNotCounted]),
    ],
    blocks: tablesOf(measured, voice),
  })
}

function answerOf({ total, of, met, ...measured }: Completeness, voice: Voice): string {
  const words = voice.words.pipeline.completeness
  const rate = of === 'fields' ? total.ofFields : total.ofRecords
  if (met === null || rate === null) return words.none
  const reached = { rate: voice.percent(rate), target: voice.percent(measured.target) }
  return met
    ? words.met(reached)
    : words.short[of]({ ...reached, remaining: voice.number(measured.remaining) })
}

function tablesOf(measured: Completeness, voice: Voice): readonly Block[] {
  const { fields, pipeline } = voice.words
  const words = pipeline.completeness
  const columns = {
    records: 'number',
    complete: { as: 'number', head: fields.completeRecords },
    ofRecords: 'percent',
    required: { as: 'number', head: fields.requiredFields },
    filled: 'number',
    ofFields: 'percent',
    inTime: 'number',
    late: 'number',
    pending: 'number',
    onTime: 'percent',
  } as const
  return [
    ...tableOf(voice, {
      title: words.result,
      rows: [measured],
      columns: {
        met: { as: 'yes-no', head: fields.targetMet },
        of: { as: 'word', head: fields.measuredBy },
        target: 'percent',
        remaining: 'number',
      },
    }),
    ...tableOf(voice, { title: words.total, rows: [measured.total], columns }),
    ...tableOf(voice, {
      title: words.groups,
      rows: measured.groups,
      columns: { rep: 'text', kind: 'text', ...columns },
    }),
    ...tableOf(voice, {
      title: words.fields,
      rows: measured.groups.flatMap(({ rep, kind, missing }) =>
        missing.map((one) => ({ ...one, rep, kind })),
      ),
      columns: { rep: 'text', kind: 'text', field: 'text', records: 'number' },
    }),
    ...unreadOf(
      voice,
      words.notCounted,
      measured.notCounted.map(({ record, ...row }) => ({ ...row, id: record })),
    ),
  ]
}
