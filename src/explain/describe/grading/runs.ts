import type { RunningGrades } from '../../../grading/index.js'
import type { Document } from '../../document.js'
import { tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf } from '../common.js'

/** Runs of grades that go on, and how far each is from what follows from it. */
export function describeRuns(runs: readonly RunningGrades[], voice: Voice): Document {
  const words = voice.words.grading.runs
  return documentOf(runs, voice, {
    title: words.title,
    answer: answerOf(runs, voice),
    sentences: runs.map((run) => sentenceOf(run, voice)),
    blocks: tableOf(voice, {
      title: words.title,
      rows: runs,
      columns: {
        kind: 'text',
        grades: 'list',
        length: 'number',
        periods: 'list',
        remaining: 'number',
        clause: 'text',
      },
    }),
  })
}

function answerOf(runs: readonly RunningGrades[], voice: Voice): string {
  const words = voice.words.grading.runs
  if (runs.length === 0) return words.none
  const kinds = runs.filter(({ remaining }) => remaining === 0).map(({ kind }) => kind)
  return kinds.length === 0 ? words.notYet : words.some({ kinds: voice.list(kinds) })
}

function sentenceOf({ kind, clause, ...run }: RunningGrades, voice: Voice): string {
  const words = voice.words.grading.runs
  const [grades, periods] = [voice.list(run.grades), voice.list(run.periods)]
  const remaining = voice.number(run.remaining)
  if (run.remaining === 0) return words.reached({ kind, periods, grades, clause })
  return run.periods.length === 0
    ? words.idle({ kind, grades, remaining, clause })
    : words.running({ kind, periods, grades, remaining, clause })
}
