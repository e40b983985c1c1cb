import type { TargetOnDate } from '../../../targets/index.js'
import type { Block, Document } from '../../document.js'
import { factOf, tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf } from '../common.js'

/** The target that holds on a day, and the versions that wait for a signature. */
export function describeDay(day: TargetOnDate, voice: Voice): Document {
  const words = voice.words.targets.day
  const { part, pending } = day
  return documentOf(day, voice, {
    title: words.title,
    head: [...factOf(voice, 'owner', day.owner), ...factOf(voice, 'measured', day.measure)],
    answer: answerOf(day, voice),
    sentences: [
      ...(part === null
        ? []
        : [words.part({ period: part.period, amount: voice.number(part.amount) })]),
      ...pending.map(({ from, ...one }) =>
        words.pending({
          version: voice.number(one.version),
          amount: voice.number(one.amount),
          from,
          missing: voice.list(one.missing),
        }),
      ),
    ],
    blocks: tablesOf(day, voice),
  })
}

function answerOf({ date, owner, measure, version, amount }: TargetOnDate, voice: Voice): string {
  const words = voice.words.targets.day
  if (version === null || amount === null) return words.none({ date, owner, measure })
  const counted = { version: voice.number(version), amount: voice.number(amount) }
  return words.counts({ date, owner, measure, ...counted })
}

function tablesOf(day: TargetOnDate, voice: Voice): readonly Block[] {
  const { fields, targets } = voice.words
  const words = targets.day
  return [
    ...tableOf(voice, {
      title: words.target,
      rows: [day],
      columns: { date: 'date', counts: 'yes-no', version: 'number', amount: 'number' },
    }),
    ...tableOf(voice, {
      title: words.month,
      rows: day.part === null ? [] : [day.part],
      columns: { period: 'text', from: 'date', to: 'date', amount: 'number' },
    }),
    ...tableOf(voice, {
      title: words.waiting,
      rows: day.pending,
      columns: {
        version: 'number',
        from: 'date',
        amount: 'number',
        missing: { as: 'list', head: fields.toSign },
      },
    }),
  ]
}
