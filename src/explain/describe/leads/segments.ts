import type { RankedSegments } from '../../../leads/index.js'
import type { Document } from '../../document.js'
import { tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf, scorePartsOf } from '../common.js'
import { leftOutOf, unreadOf } from './rows.js'

/** Segments in the order in which to develop them. */
export function describeRankedSegments(ranked: RankedSegments, voice: Voice): Document {
  const { segments, notCounted } = ranked
  const { leads } = voice.words
  const words = leads.segments
  const [first, ...others] = segments.map((segment) => segmentOf(segment, voice))
  return documentOf(ranked, voice, {
    title: words.title,
    answer: first?.[0] ?? words.none,
    sentences: [...others.flat(), ...leftOutOf({ disqualified: [], notCounted }, voice)],
    blocks: [
      ...tableOf(voice, {
        title: words.segments,
        rows: segments.map(({ behind, ...segment }) => ({
          ...segment,
          behind: behind?.id,
          remaining: behind?.remaining,
        })),
        columns: {
          rank: 'number',
          id: 'text',
          score: 'number',
          behind: 'text',
          remaining: 'number',
        },
      }),
      ...scorePartsOf(
        voice,
        leads.rank.parts,
        segments.flatMap(({ id, parts }) => parts.map((part) => ({ ...part, of: id }))),
      ),
      ...unreadOf(notCounted, voice),
    ],
  })
}

function segmentOf({ id, rank, score, behind }: RankedSegments['segments'][number], voice: Voice) {
  const { rank: ranks, segments: words } = voice.words.leads
  const said = words.segment({ id, rank: voice.number(rank), score: voice.number(score) })
  if (behind === null) return [said]
  const remaining = voice.number(behind.remaining)
  return [said, ranks.behind({ other: behind.id, remaining })]
}
