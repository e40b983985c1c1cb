import type { CareDue } from '../../../health/index.js'
import type { Document } from '../../document.js'
import { factOf, tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf, issuesOf, namesOf } from '../common.js'

/** What care a customer is due, what has been due longest first. */
export function describeCare(care: CareDue, voice: Voice): Document {
  const { fields, health } = voice.words
  const words = health.care
  const [first, ...others] = care.items.map((item) => itemOf(item, voice))
  return documentOf(care, voice, {
    title: words.title,
    head: [...factOf(voice, 'customerTier', care.tier), ...factOf(voice, 'asOf', care.asOf)],
    answer: first ?? words.none,
    sentences: others,
    blocks: [
      ...tableOf(voice, {
        title: words.items,
        rows: care.items,
        columns: {
          care: 'text',
          for: { as: 'text', head: fields.forWhom },
          from: 'date',
          due: { as: 'date', head: voice.words.fields.dueBy },
          state: 'word',
          overdueSince: 'date',
          daysOverdue: 'number',
          last: 'date',
          clause: 'text',
        },
      }),
      ...namesOf(voice, words.notForTier, care.notForTier),
      ...issuesOf(voice, words.issues, care.issues),
    ],
  })
}

function itemOf(item: CareDue['items'][number], voice: Voice): string {
  const { due, state, overdueSince, for: whom } = item
  const words = voice.words.health.care.state
  const care = whom === null ? item.care : `${item.care} (${whom})`
  return words[state]({ care, due, since: overdueSince ?? due })
}
