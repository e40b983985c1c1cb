import type { HallOfFame } from '../../../rewards/index.js'
import type { Document } from '../../document.js'
import { tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf, namesOf } from '../common.js'

/** Who entered the hall of fame, and what is missing to whoever comes next. */
export function describeFame(hall: HallOfFame, voice: Voice): Document {
  const { members, tied, ranking } = hall
  const { fields, rewards } = voice.words
  const words = rewards.fame
  return documentOf(hall, voice, {
    title: words.title,
    answer: members.length === 0 ? words.none : words.entered({ members: voice.list(members) }),
    sentences: [
      words.places({ places: voice.number(hall.places), base: voice.number(hall.base) }),
      ...(tied.length === 0 ? [] : [words.tied({ people: voice.list(tied) })]),
      ...nextOf(ranking, voice),
    ],
    blocks: [
      ...tableOf(voice, {
        title: words.result,
        rows: [hall],
        columns: {
          base: { as: 'number', head: fields.peopleWithResult },
          places: { as: 'number', head: fields.placesToFill },
        },
      }),
      ...tableOf(voice, {
        title: words.ranking,
        rows: ranking,
        columns: {
          rank: 'number',
          id: 'text',
          result: 'number',
          entered: 'yes-no',
          remaining: 'number',
        },
      }),
      ...namesOf(voice, words.ties, tied),
      ...namesOf(voice, words.unranked, hall.unranked),
    ],
  })
}

function nextOf(ranking: HallOfFame['ranking'], voice: Voice): readonly string[] {
  const next = ranking.find(({ entered }) => !entered)
  if (next === undefined || next.remaining === null) return []
  const remaining = voice.number(next.remaining)
  return [voice.words.rewards.fame.next({ id: next.id, remaining })]
}
