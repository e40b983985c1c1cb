import type { StaleProfiles } from '../../../leads/index.js'
import type { Document } from '../../document.js'
import { factOf, tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf } from '../common.js'
import { leftOutOf, unreadOf } from './rows.js'

/** The profiles of customers that are to be refreshed. */
export function describeStale(profiles: StaleProfiles, voice: Voice): Document {
  const { stale, notCounted } = profiles
  const { leads } = voice.words
  const words = leads.stale
  const current = voice.number(profiles.current)
  const [first, ...others] = stale.map((profile) => profileOf(profile, voice))
  return documentOf(profiles, voice, {
    title: words.title,
    head: factOf(voice, 'asOf', profiles.asOf),
    answer: first ?? words.none({ current }),
    sentences: [
      ...others,
      ...(first === undefined ? [] : [words.current({ current })]),
      ...leftOutOf({ disqualified: [], notCounted }, voice),
    ],
    blocks: [
      ...tableOf(voice, {
        title: words.profiles,
        rows: stale,
        columns: {
          id: 'text',
          refreshed: 'date',
          refreshBy: 'date',
          daysOverdue: 'number',
        },
      }),
      ...tableOf(voice, { title: words.result, rows: [profiles], columns: { current: 'number' } }),
      ...unreadOf(notCounted, voice),
    ],
  })
}

function profileOf(profile: StaleProfiles['stale'][number], voice: Voice): string {
  const { id, refreshBy, daysOverdue } = profile
  const words = voice.words.leads.stale
  if (refreshBy === null || daysOverdue === null) return words.never({ id })
  return words.overdue({ id, refreshBy, days: voice.number(daysOverdue) })
}
