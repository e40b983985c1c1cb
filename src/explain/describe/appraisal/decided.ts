import type { OverriddenAppraisal } from '../../../appraisal/index.js'
import type { Block, Document } from '../../document.js'
import { tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf } from '../common.js'

/** A result that a committee decided, beside the one that was computed. */
export function describeDecided(decided: OverriddenAppraisal, voice: Voice): Document {
  const { grade, decidedBy: by, decidedOn: on, reason } = decided
  const words = voice.words.appraisal.decided
  const score = voice.number(decided.score)
  return documentOf(decided, voice, {
    title: words.title,
    answer: grade === null ? words.score({ score, by, on }) : words.grade({ grade, score, by, on }),
    sentences: [words.reason({ reason }), beforeOf(decided, voice), ...appealOf(decided, voice)],
    blocks: [...resultsOf(decided, voice), ...decisionsOf(decided, voice)],
  })
}

function beforeOf({ computed }: OverriddenAppraisal, voice: Voice): string {
  const words = voice.words.appraisal.decided
  const score = voice.number(computed.score)
  const { grade } = computed
  return grade === null ? words.computedScore({ score }) : words.computedGrade({ grade, score })
}

function appealOf({ decisions }: OverriddenAppraisal, voice: Voice): readonly string[] {
  const appeal = decisions.at(-1)?.appeal ?? null
  return appeal === null ? [] : [voice.words.appraisal.decided.appeal({ ...appeal })]
}

function resultsOf(decided: OverriddenAppraisal, voice: Voice): readonly Block[] {
  const words = voice.words.appraisal.decided
  const columns = { score: 'number', grade: 'text' } as const
  return [
    ...tableOf(voice, {
      title: words.after,
      rows: [decided],
      columns: { ...columns, decidedBy: 'text', decidedOn: 'date', reason: 'text' },
    }),
    ...tableOf(voice, { title: words.before, rows: [decided.computed], columns }),
  ]
}

function decisionsOf({ decisions }: OverriddenAppraisal, voice: Voice): readonly Block[] {
  return tableOf(voice, {
    title: voice.words.appraisal.decided.decisions,
    rows: decisions.map(({ appeal, ...decision }) => ({ ...decision, ...appeal })),
    columns: {
      on: 'date',
      by: { as: 'text', head: voice.words.fields.decidedBy },
      score: 'number',
      grade: 'text',
      reason: 'text',
      announced: 'date',
      filed: 'date',
      deadline: 'date',
    },
  })
}
