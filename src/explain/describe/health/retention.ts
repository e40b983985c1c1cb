import type { RetentionPlan } from '../../../health/index.js'
import type { Document } from '../../document.js'
import { tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf } from '../common.js'

/** Whether and how a customer is to be kept, and by when. */
export function describeRetentionPlan(plan: RetentionPlan, voice: Voice): Document {
  const { warnings } = plan
  const words = voice.words.health.retention
  return documentOf(plan, voice, {
    title: words.title,
    answer: answerOf(plan, voice),
    sentences: warnings.map(({ kind, since, raised }) => words.warning({ kind, since, raised })),
    blocks: [
      ...tableOf(voice, {
        title: words.plan,
        rows: [plan],
        columns: {
          tier: 'text',
          measure: { as: 'text', head: voice.words.fields.measureToTake },
          state: 'word',
          since: 'date',
          raised: 'date',
          due: { as: 'date', head: voice.words.fields.dueBy },
          done: 'date',
        },
      }),
      ...tableOf(voice, {
        title: words.warnings,
        rows: warnings,
        columns: { kind: 'text', since: 'date', raised: 'date' },
      }),
    ],
  })
}

function answerOf({ state, measure, due, done }: RetentionPlan, voice: Voice): string {
  const words = voice.words.health.retention
  if (state === 'none' || measure === null || due === null) return words.none
  if (state === 'done') return words.done({ measure, due, done: done ?? '' })
  return words[state]({ measure, due })
}
