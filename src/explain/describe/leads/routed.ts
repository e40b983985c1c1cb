import type { RoutedLeads } from '../../../leads/index.js'
import type { Block, Document } from '../../document.js'
import { tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf } from '../common.js'
import { disqualifiedOf, leftOutOf, unreadOf } from './rows.js'

/** Who gets which lead and why, and which wait. */
export function describeRouted(routed: RoutedLeads, voice: Voice): Document {
  const words = voice.words.leads.route
  const [first, ...others] = routed.assigned.map(({ lead, rep, score, because }) =>
    words.assigned({ lead, rep, score: voice.number(score), because: words.because[because] }),
  )
  return documentOf(routed, voice, {
    title: words.title,
    answer: first ?? words.none,
    sentences: [
      ...others,
      ...routed.waiting.map(({ lead, score, because }) =>
        words.waiting({ lead, score: voice.number(score), because: words.because[because] }),
      ),
      ...leftOutOf(routed, voice),
    ],
    blocks: [
      ...tablesOf(routed, voice),
      ...disqualifiedOf(routed.disqualified, voice),
      ...unreadOf(routed.notCounted, voice),
    ],
  })
}

function tablesOf({ assigned, waiting, reps }: RoutedLeads, voice: Voice): readonly Block[] {
  const { fields, leads } = voice.words
  const words = leads.route
  return [
    ...tableOf(voice, {
      title: words.assignedLeads,
      rows: assigned,
      columns: {
        lead: 'text',
        score: 'number',
        highValue: 'yes-no',
        rep: 'text',
        rank: { as: 'text', head: fields.rankOfRep },
        because: 'word',
      },
    }),
    ...tableOf(voice, {
      title: words.waitingLeads,
      rows: waiting,
      columns: {
        lead: 'text',
        score: 'number',
        highValue: 'yes-no',
        because: 'word',
      },
    }),
    ...tableOf(voice, {
      title: words.reps,
      rows: reps,
      columns: {
        id: 'text',
        rank: { as: 'text', head: fields.rankOfRep },
        active: 'yes-no',
        capacity: 'number',
        load: 'number',
        assigned: 'number',
        places: { as: 'number', head: fields.placesLeft },
      },
    }),
  ]
}
