import type { TrainingCheck } from '../../../careers/index.js'
import type { Document } from '../../document.js'
import { tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { checksOf, documentOf } from '../common.js'

/** What somebody has done of each training programme, and what is missing. */
export function describeTraining(training: TrainingCheck, voice: Voice): Document {
  const { programmes } = training
  const words = voice.words.careers.training
  const each = (of: 'for' | 'checks') =>
    programmes.flatMap((one) => one[of].map((check) => ({ ...check, rule: one.programme })))
  return documentOf(training, voice, {
    title: words.title,
    answer: answerOf(training, voice),
    sentences: programmes.flatMap((one) => sentencesOf(one, voice)),
    blocks: [
      ...tableOf(voice, {
        title: words.programmes,
        rows: programmes,
        columns: {
          programme: 'text',
          applies: 'word',
          complete: 'word',
          missing: 'list',
          clause: 'text',
        },
      }),
      ...checksOf(voice, words.for, each('for')),
      ...checksOf(voice, words.checks, each('checks')),
    ],
  })
}

/** What is open of the programmes that are for this person; or what is done. */
function answerOf({ programmes }: TrainingCheck, voice: Voice): string {
  const words = voice.words.careers.training
  const own = programmes.filter(({ applies }) => applies === true)
  if (own.length === 0) return words.none
  const open = own.filter(({ complete }) => complete !== true)
  const shown = voice.list((open.length === 0 ? own : open).map(({ programme }) => programme))
  return open.length === 0
    ? words.complete({ programmes: shown })
    : words.incomplete({ programmes: shown })
}

function sentencesOf(
  { programme, applies, missing }: TrainingCheck['programmes'][number],
  voice: Voice,
): readonly string[] {
  const words = voice.words.careers.training
  if (applies === 'unknown') return [words.unknown({ programme })]
  if (!applies || missing.length === 0) return []
  return [words.missing({ programme, missing: voice.list(missing) })]
}
