import type { QualityCheck } from '../../../service/index.js'
import type { Document } from '../../document.js'
import type { Voice } from '../../voice.js'
import { checksOf, documentOf, gapsOf, namesOf } from '../common.js'

/** Whether a service is as good as it has to be, and what is missing to it. */
export function describeQuality(check: QualityCheck, voice: Voice): Document {
  const words = voice.words.service.quality
  return documentOf(check, voice, {
    title: words.title,
    answer: answerOf(check, voice),
    sentences: gapsOf(voice, check.checks),
    blocks: [
      ...checksOf(voice, voice.words.checks.title, check.checks),
      ...namesOf(voice, words.notMet, check.unmet),
      ...namesOf(voice, words.notKnown, check.unknown),
    ],
  })
}

function answerOf({ met, unmet, unknown }: QualityCheck, voice: Voice): string {
  const words = voice.words.service.quality
  if (met === true) return words.met
  return met === false
    ? words.unmet({ unmet: voice.list(unmet) })
    : words.unknown({ unknown: voice.list(unknown) })
}
