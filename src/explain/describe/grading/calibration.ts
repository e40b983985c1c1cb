import type { Calibration } from '../../../grading/index.js'
import type { Block, Document } from '../../document.js'
import { tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf } from '../common.js'

/** Grades before and after a calibration, with the decisions, and how they stand against the shares. */
export function describeCalibration(calibration: Calibration, voice: Voice): Document {
  const { people, moved, grades } = calibration
  const words = voice.words.grading.calibration
  const { count, up, down, atMost } = moved
  return documentOf(calibration, voice, {
    title: words.title,
    answer: words.moved({
      count: voice.number(count),
      up: voice.number(up),
      down: voice.number(down),
    }),
    sentences: [
      ...(atMost === null ? [] : [words.atMost({ atMost: voice.number(atMost) })]),
      ...people
        .filter((one) => one.moved !== 0)
        .map(({ id, before, after }) => words.person({ id, before, after })),
      ...grades.flatMap((grade) => placesOf(grade, voice)),
    ],
    blocks: tablesOf(calibration, voice),
  })
}

function placesOf({ grade, after, places, move }: Calibration['grades'][number], voice: Voice) {
  if (places === null || move === null || move === 0) return []
  const words = voice.words.grading.calibration
  return [words.grade({ grade, after: voice.number(after), places: voice.number(places) })]
}

function tablesOf({ people, moved, grades }: Calibration, voice: Voice): readonly Block[] {
  const { fields, grading } = voice.words
  const words = grading.calibration
  return [
    ...tableOf(voice, {
      title: words.summary,
      rows: [moved],
      columns: { count: 'number', up: 'number', down: 'number', atMost: 'number' },
    }),
    ...tableOf(voice, {
      title: words.people,
      rows: people,
      columns: { id: 'text', score: 'number', before: 'text', after: 'text', moved: 'number' },
    }),
    ...tableOf(voice, {
      title: words.decisions,
      rows: people.flatMap(({ id, decisions }) => decisions.map((one) => ({ ...one, id }))),
      columns: {
        id: 'text',
        from: { as: 'text', head: fields.before },
        to: { as: 'text', head: fields.after },
        moved: 'number',
        by: { as: 'text', head: fields.decidedBy },
        on: 'date',
        reason: 'text',
      },
    }),
    ...tableOf(voice, {
      title: words.grades,
      rows: grades,
      columns: {
        grade: 'text',
        before: 'number',
        after: 'number',
        change: 'number',
        places: 'number',
        move: 'number',
      },
    }),
  ]
}
