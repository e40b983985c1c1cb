import type { Funnel } from '../../../pipeline/index.js'
import type { Document } from '../../document.js'
import { factOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf } from '../common.js'
import { funnelTables } from './funnelTables.js'

/** What became of the deals, stage by stage, and where the funnel is slow. */
export function describeFunnel(funnel: Funnel, voice: Voice): Document {
  return documentOf(funnel, voice, {
    title: voice.words.pipeline.funnel.title,
    head: factOf(voice, 'asOf', funnel.asOf),
    answer: answerOf(funnel, voice),
    sentences: sentencesOf(funnel, voice),
    blocks: funnelTables(funnel, voice),
  })
}

function answerOf({ winRate, won, lost, open, overall }: Funnel, voice: Voice): string {
  const words = voice.words.pipeline.funnel
  if (winRate !== null)
    return words.winRate({
      winRate: voice.percent(winRate),
      won: voice.number(won ?? 0),
      lost: voice.number(lost ?? 0),
      open: voice.number(open ?? 0),
    })
  return overall === null ? words.none : words.overall({ overall: voice.percent(overall) })
}

function sentencesOf(funnel: Funnel, voice: Voice): readonly string[] {
  const { bottleneck, leadToDeal, sales, notCounted } = funnel
  const words = voice.words.pipeline.funnel
  const perCustomer = sales?.salesPerCustomer ?? null
  return [
    ...bottleneck.byConversion.flatMap(({ from, to, conversion }) =>
      conversion === null
        ? []
        : [words.slowest({ from, to, conversion: voice.percent(conversion) })],
    ),
    ...bottleneck.byDays.map(({ stage, medianDays }) =>
      words.longest({ stage, days: voice.number(medianDays) }),
    ),
    ...(leadToDeal === null ? [] : [words.leadToDeal({ days: voice.number(leadToDeal.median) })]),
    ...(perCustomer === null ? [] : [words.perCustomer({ amount: voice.number(perCustomer) })]),
    ...(notCounted.length === 0 ? [] : [words.someNotCounted]),
  ]
}
