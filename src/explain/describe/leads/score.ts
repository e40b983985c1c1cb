import type { LeadScore } from '../../../leads/index.js'
import type { Block, Document } from '../../document.js'
import { tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf, namesOf, scorePartsOf } from '../common.js'
import { aboveOf, axesOf } from './axes.js'

/** A lead's score, its parts, how well it fits and how ready it is to buy, and what is missing to the next band. */
export function describeLead(lead: LeadScore, voice: Voice): Document {
  const words = voice.words.leads.score
  const { next, disqualified, score, fit, intent } = lead
  return documentOf(lead, voice, {
    title: words.title,
    answer: answerOf(lead, voice),
    sentences: [
      ...(disqualified === null || score === null
        ? []
        : [words.wouldScore({ score: voice.number(score) })]),
      ...(next === null
        ? []
        : [
            words.next({
              band: next.band,
              from: voice.number(next.from),
              remaining: voice.number(next.remaining),
            }),
          ]),
      ...(lead.highValue ? [words.highValue] : []),
      ...(fit ? [words.fit({ score: voice.number(fit.score), band: fit.band })] : []),
      ...(intent ? [words.intent({ score: voice.number(intent.score), band: intent.band })] : []),
    ],
    blocks: tablesOf(lead, voice),
  })
}

function answerOf({ score, band, disqualified }: LeadScore, voice: Voice): string {
  const words = voice.words.leads.score
  if (disqualified !== null) {
    const { reasons, clause } = disqualified
    return words.disqualified({ reasons: voice.list(reasons), clause })
  }
  if (score === null || band === null) throw new TypeError('band')
  return words.scored({ score: voice.number(score), band })
}

function tablesOf(lead: LeadScore, voice: Voice): readonly Block[] {
  const { leads } = voice.words
  const words = leads.score
  const { fit, intent, disqualified } = lead
  return [
    ...tableOf(voice, {
      title: words.result,
      rows: [
        {
          ...lead,
          fit: fit?.score,
          fitBand: fit?.band,
          intent: intent?.score,
          intentBand: intent?.band,
        },
      ],
      columns: {
        score: 'number',
        band: 'text',
        highValue: 'yes-no',
        fit: 'number',
        fitBand: 'text',
        intent: 'number',
        intentBand: 'text',
        cell: 'text',
      },
    }),
    ...aboveOf(words.above, axesOf(lead, voice), voice),
    ...scorePartsOf(voice, words.parts, lead.parts),
    ...scorePartsOf(voice, words.fitParts, fit?.parts ?? []),
    ...scorePartsOf(voice, words.intentParts, intent?.parts ?? []),
    ...namesOf(voice, words.reasons, disqualified?.reasons ?? []),
  ]
}
