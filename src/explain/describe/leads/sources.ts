import type { SourceReview } from '../../../leads/index.js'
import type { Block, Document } from '../../document.js'
import { factOf, tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf, namesOf } from '../common.js'
import { leftOutOf, unreadOf } from './rows.js'

/** What each source of leads is worth, and where a budget may move. */
export function describeSources(review: SourceReview, voice: Voice): Document {
  const { sources, shiftTo, notCounted, threshold } = review
  const words = voice.words.leads.sources
  const [first, ...others] = sources.map((source) => sourceOf(source, voice))
  return documentOf(review, voice, {
    title: words.title,
    head: factOf(voice, 'threshold', threshold, 'percent'),
    answer: first ?? words.none,
    sentences: [
      ...others,
      words.threshold({ threshold: voice.percent(threshold) }),
      ...sources.flatMap(({ id, decidedNeeded: needed }) =>
        needed === null ? [] : [words.needed({ id, decidedNeeded: voice.number(needed) })],
      ),
      ...(shiftTo.length === 0 ? [] : [words.shiftTo({ sources: voice.list(shiftTo) })]),
      ...leftOutOf({ disqualified: [], notCounted }, voice),
    ],
    blocks: [
      ...sourcesOf(review, voice),
      ...namesOf(voice, words.kept, shiftTo),
      ...unreadOf(notCounted, voice),
    ],
  })
}

function sourceOf({ id, rate, ...source }: SourceReview['sources'][number], voice: Voice) {
  const words = voice.words.leads.sources
  const verdict = voice.word(source.verdict)
  if (rate === null) return words.unrated({ id, verdict })
  const [won, decided] = [voice.number(source.won), voice.number(source.decided)]
  return words.rated({ id, verdict, rate: voice.percent(rate), won, decided })
}

function sourcesOf({ sources, currency }: SourceReview, voice: Voice): readonly Block[] {
  const { fields, leads } = voice.words
  return tableOf(voice, {
    title: leads.sources.sources,
    rows: sources.map(({ interval, ...source }) => ({
      ...source,
      intervalFrom: interval?.[0],
      intervalTo: interval?.[1],
    })),
    ...(currency !== null && { currency }),
    columns: {
      id: 'text',
      leads: 'number',
      open: 'number',
      decided: 'number',
      won: 'number',
      rate: { as: 'percent', head: fields.conversion },
      intervalFrom: 'percent',
      intervalTo: 'percent',
      compared: { as: 'word', head: fields.againstThreshold },
      verdict: 'word',
      because: 'word',
      decidedNeeded: 'number',
      cost: 'money',
      costPerLead: 'money',
      costPerWin: 'money',
    },
  })
}
