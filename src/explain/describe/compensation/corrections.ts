import type { CompensationRestatement } from '../../../compensation/index.js'
import type { Document } from '../../document.js'
import { tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import {
  correctedAnswer,
  correctionBlocks,
  correctionSentences,
} from '../commission/corrections.js'
import { documentOf } from '../common.js'

/** What is to be paid or taken back of each component of past periods. */
export function describeCompensationRestatement(
  restatement: CompensationRestatement,
  voice: Voice,
): Document {
  const { corrections } = restatement
  const words = voice.words.compensation
  const parts = corrections.flatMap(({ components }) =>
    components.map(({ id, correction }) => ({ ...correction, component: id })),
  )
  return documentOf(restatement, voice, {
    title: words.correctionsTitle,
    answer: correctedAnswer(corrections, voice),
    sentences: parts.flatMap((one) =>
      correctionSentences(one, voice).map(
        (sentence) => `${one.component}${voice.words.colon}${sentence}`,
      ),
    ),
    blocks: [
      ...tableOf(voice, {
        title: words.blocks.corrected,
        rows: corrections,
        columns: { payee: 'text', period: 'period', amount: 'number', currency: 'text' },
      }),
      ...correctionBlocks(parts, voice),
    ],
  })
}
