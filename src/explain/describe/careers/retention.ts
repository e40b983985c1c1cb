import type { NewcomerRetention } from '../../../careers/index.js'
import type { Block, Document } from '../../document.js'
import { tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf, namesOf } from '../common.js'

/** How many newcomers of a team stayed. */
export function describeRetention(retention: NewcomerRetention, voice: Voice): Document {
  const { rate, left } = retention
  const words = voice.words.careers.retention
  const [retained, newcomers] = [
    voice.number(retention.retained),
    voice.number(retention.newcomers),
  ]
  return documentOf(retention, voice, {
    title: words.title,
    answer:
      rate === null ? words.none : words.rate({ rate: voice.percent(rate), retained, newcomers }),
    sentences: left.length === 0 ? [] : [words.left({ people: voice.list(left) })],
    blocks: tablesOf(retention, voice),
  })
}

function tablesOf(retention: NewcomerRetention, voice: Voice): readonly Block[] {
  const { facts, left, notCounted } = retention
  const words = voice.words.careers.retention
  return [
    ...tableOf(voice, {
      title: words.summary,
      rows: [retention],
      columns: {
        joinedFrom: 'date',
        asOf: 'date',
        newcomers: 'number',
        retained: 'number',
        rate: 'percent',
      },
    }),
    ...namesOf(voice, words.leavers, left),
    ...namesOf(voice, words.others, notCounted),
    ...tableOf(voice, {
      title: words.facts,
      rows: [{ newcomersInTeam: facts.newcomersInTeam, ...facts.newcomerRetention }],
      columns: {
        newcomersInTeam: { as: 'number', head: voice.words.fields.newcomers },
        actual: 'number',
        target: 'number',
      },
    }),
  ]
}
