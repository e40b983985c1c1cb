import type { TrainingSuggestions } from '../../../grading/index.js'
import type { Block, Document } from '../../document.js'
import { tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { checksOf, documentOf } from '../common.js'

/** Which courses an appraisal asks for, and against which weakness. */
export function describeTrainingNeed(suggested: TrainingSuggestions, voice: Voice): Document {
  const { courses, weak, missing } = suggested
  const words = voice.words.grading.training
  return documentOf(suggested, voice, {
    title: words.title,
    answer: courses.length === 0 ? words.none : words.courses({ courses: voice.list(courses) }),
    sentences: [
      ...weak.flatMap((one) => weaknessOf(one, voice)),
      ...(missing.length === 0 ? [] : [words.missing({ indicators: voice.list(missing) })]),
    ],
    blocks: tablesOf(suggested, voice),
  })
}

function weaknessOf(weak: TrainingSuggestions['weak'][number], voice: Voice): readonly string[] {
  const { indicator, courses } = weak
  const words = voice.words.grading.training
  const points = voice.number(weak.points)
  const [weakBelow, remaining] = [voice.number(weak.weakBelow), voice.number(weak.remaining)]
  const open = courses.filter((one) => one.suggested === 'unknown')
  return [
    words.weak({ indicator, points, remaining, weakBelow }),
    ...open.map(({ course }) => words.unknown({ course })),
  ]
}

function tablesOf({ courses, weak }: TrainingSuggestions, voice: Voice): readonly Block[] {
  const { checks, grading } = voice.words
  const words = grading.training
  const offered = weak.flatMap((one) =>
    one.courses.map((course) => ({ ...course, indicator: one.indicator })),
  )
  return [
    ...tableOf(voice, {
      title: words.chosen,
      rows: courses.map((course) => ({ course })),
      columns: { course: 'text' },
    }),
    ...tableOf(voice, {
      title: words.weaknesses,
      rows: weak,
      columns: { indicator: 'text', points: 'number', weakBelow: 'number', remaining: 'number' },
    }),
    ...tableOf(voice, {
      title: words.forWeakness,
      rows: offered,
      columns: { indicator: 'text', course: 'text', suggested: 'word', clause: 'text' },
    }),
    ...checksOf(
      voice,
      checks.title,
      offered.flatMap((one) => one.checks.map((check) => ({ ...check, rule: one.course }))),
    ),
  ]
}
