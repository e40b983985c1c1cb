import type { Consequence } from '../../../grading/index.js'
import type { Document } from '../../document.js'
import { tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf } from '../common.js'

/** What follows from a person's grades: each consequence, from when until when, and by which clause. */
export function describeConsequences(consequences: readonly Consequence[], voice: Voice): Document {
  const words = voice.words.grading.consequences
  return documentOf(consequences, voice, {
    title: words.title,
    answer: consequences.length === 0 ? words.none : words.some,
    sentences: consequences.map((one) => sentenceOf(one, voice)),
    blocks: tableOf(voice, {
      title: words.title,
      rows: consequences,
      columns: {
        kind: 'text',
        value: 'number',
        unit: 'word',
        periods: 'list',
        from: 'text',
        until: 'text',
        endedBy: 'word',
        state: 'word',
        clause: 'text',
      },
    }),
  })
}

function sentenceOf({ kind, period, from, until, clause }: Consequence, voice: Voice): string {
  const words = voice.words.grading.consequences
  if (from === null) return words.once({ kind, period, clause })
  if (until === null) return words.from({ kind, period, from, clause })
  return words.fromTo({ kind, period, from, until, clause })
}
