import type { HealthTrend } from '../../../health/index.js'
import type { Block, Document } from '../../document.js'
import { tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf } from '../common.js'

/** Where a customer's health is going. */
export function describeTrend(trend: HealthTrend, voice: Voice): Document {
  const { sincePrevious: previous, bandChanges } = trend
  const words = voice.words.health.trend
  return documentOf(trend, voice, {
    title: words.title,
    answer: answerOf(trend, voice),
    sentences: [
      ...(previous === null
        ? []
        : [
            words.sincePrevious({
              period: previous.period,
              change: voice.number(previous.change),
            }),
          ]),
      ...bandChanges.map(({ period, from, to }) => words.band({ period, from, to })),
    ],
    blocks: tablesOf(trend, voice),
  })
}

function answerOf({ direction, from, to, change }: HealthTrend, voice: Voice): string {
  const words = voice.words.health.trend
  if (direction === 'unknown' || from === null || to === null || change === null)
    return words.unknown
  return words[direction]({ from, to, change: voice.number(change) })
}

function tablesOf(trend: HealthTrend, voice: Voice): readonly Block[] {
  const { fields, health } = voice.words
  const words = health.trend
  return [
    ...tableOf(voice, {
      title: words.result,
      rows: [trend],
      columns: {
        from: 'text',
        to: 'text',
        scores: 'number',
        direction: 'word',
        change: 'number',
        perPeriod: 'number',
        lowest: 'number',
        highest: 'number',
      },
    }),
    ...tableOf(voice, {
      title: words.previous,
      rows: trend.sincePrevious === null ? [] : [trend.sincePrevious],
      columns: { period: 'text', change: 'number' },
    }),
    ...tableOf(voice, {
      title: words.bands,
      rows: trend.bandChanges,
      columns: {
        period: 'text',
        from: { as: 'text', head: fields.bandBefore },
        to: { as: 'text', head: fields.band },
      },
    }),
  ]
}
