import type { HealthScore } from '../../../health/index.js'
import type { Block, Document } from '../../document.js'
import { tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf, namesOf, scorePartsOf } from '../common.js'

/** A customer's health: the score, its parts, what holds the band down, and what is missing to the next. */
export function describeHealth(health: HealthScore, voice: Voice): Document {
  const { band, next, held, missing } = health
  const words = voice.words.health.score
  return documentOf(health, voice, {
    title: words.title,
    answer: words.scored({ score: voice.number(health.score), band }),
    sentences: [
      ...(next === null
        ? []
        : [
            words.next({
              band: next.band,
              from: voice.number(next.from),
              remaining: voice.number(next.remaining),
            }),
          ]),
      ...heldOf(held, voice),
      ...(missing.length === 0 ? [] : [words.missing({ criteria: voice.list(missing) })]),
    ],
    blocks: tablesOf(health, voice),
  })
}

function heldOf(held: HealthScore['held'], voice: Voice): readonly string[] {
  if (held === null) return []
  const { from, to, by } = held
  const words = voice.words.health.score
  return [
    words.held({ from, to, by: voice.list(by.map(({ id }) => id)) }),
    ...by.map(({ id, points, remaining }) =>
      words.lacks({ id, points: voice.number(points), remaining: voice.number(remaining) }),
    ),
  ]
}

function tablesOf(health: HealthScore, voice: Voice): readonly Block[] {
  const { fields, health: room } = voice.words
  const words = room.score
  const { next, held, measured, missing } = health
  return [
    ...tableOf(voice, {
      title: words.result,
      rows: [health],
      columns: { score: 'number', band: 'text' },
    }),
    ...tableOf(voice, {
      title: words.above,
      rows: next === null ? [] : [next],
      columns: { band: 'text', from: { as: 'number', head: fields.startsAt }, remaining: 'number' },
    }),
    ...scorePartsOf(voice, words.parts, health.parts),
    ...tableOf(voice, {
      title: words.heldBy,
      rows: (held?.by ?? []).map((part) => ({ ...part, from: held?.from, to: held?.to })),
      columns: {
        id: 'text',
        points: 'number',
        remaining: 'number',
        from: { as: 'text', head: fields.bandByScore },
        to: { as: 'text', head: fields.band },
      },
    }),
    ...tableOf(voice, {
      title: words.measured,
      rows: measured,
      columns: {
        id: 'text',
        by: { as: 'word', head: fields.take },
        figure: 'number',
        from: 'date',
        to: 'date',
        records: 'number',
      },
    }),
    ...namesOf(voice, words.noFact, missing),
  ]
}
