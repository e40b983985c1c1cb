import type { LeaverAnalysis } from '../../../grading/index.js'
import type { Block, Document } from '../../document.js'
import { tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf } from '../common.js'

/** What the appraisals of those who left have in common, beside those who stayed. */
export function describeLeavers(analysis: LeaverAnalysis, voice: Voice): Document {
  const { all, leavers, leftOtherwise } = analysis
  const words = voice.words.grading.leavers
  const [left, of] = [voice.number(all.left), voice.number(all.of)]
  return documentOf(analysis, voice, {
    title: words.title,
    answer:
      all.rate === null
        ? words.tooFew({ left, of })
        : words.rate({ rate: voice.percent(all.rate), left, of }),
    sentences: [
      ...leavers.flatMap((one) => leaverOf(one, voice)),
      ...(leftOtherwise.length === 0
        ? []
        : [words.otherwise({ people: voice.list(leftOtherwise) })]),
    ],
    blocks: [...sharesOf(analysis, voice), ...peopleOf(analysis, voice)],
  })
}

function leaverOf(leaver: LeaverAnalysis['leavers'][number], voice: Voice): readonly string[] {
  const { id, leftOn, lastGrade, regretted, trend } = leaver
  const words = voice.words.grading.leavers
  return [
    ...(regretted && lastGrade !== null ? [words.regretted({ id, leftOn, grade: lastGrade })] : []),
    ...(trend === 'falling' ? [words.falling({ id, leftOn })] : []),
  ]
}

function sharesOf({ all, byLastGrade, byTrend }: LeaverAnalysis, voice: Voice): readonly Block[] {
  const { fields, grading } = voice.words
  const words = grading.leavers
  const columns = {
    left: { as: 'number', head: fields.leftCompany },
    of: { as: 'number', head: fields.ofPeople },
    rate: 'percent',
  } as const
  return [
    ...tableOf(voice, { title: words.all, rows: [all], columns }),
    ...tableOf(voice, {
      title: words.byLastGrade,
      rows: byLastGrade,
      columns: { grade: 'text', ...columns },
    }),
    ...tableOf(voice, {
      title: words.byTrend,
      rows: byTrend,
      columns: { trend: 'word', ...columns },
    }),
  ]
}

function peopleOf({ leavers, leftOtherwise }: LeaverAnalysis, voice: Voice): readonly Block[] {
  const words = voice.words.grading.leavers
  return [
    ...tableOf(voice, {
      title: words.people,
      rows: leavers,
      columns: {
        id: 'text',
        leftOn: 'date',
        lastGrade: 'text',
        trend: 'word',
        regretted: 'yes-no',
      },
    }),
    ...tableOf(voice, {
      title: words.grades,
      rows: leavers.flatMap(({ id, grades }) => grades.map((one) => ({ ...one, id }))),
      columns: { id: 'text', period: 'text', grade: 'text' },
    }),
    ...tableOf(voice, {
      title: words.others,
      rows: leftOtherwise.map((id) => ({ id })),
      columns: { id: 'text' },
    }),
  ]
}
