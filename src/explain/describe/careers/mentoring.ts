import type { MentoringReview } from '../../../careers/index.js'
import type { Block, Document } from '../../document.js'
import { factOf, tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf } from '../common.js'

/** What a mentor owed and has done, month by month, and what is due for it. */
export function describeMentoring(review: MentoringReview, voice: Voice): Document {
  const { mentor, mentee, mutual, months, assessments, reward } = review
  const words = voice.words.careers.mentoring
  return documentOf(review, voice, {
    title: words.title,
    head: [...factOf(voice, 'mentor', mentor), ...factOf(voice, 'mentee', mentee)],
    answer: words.outcome[review.outcome]({ mentor, mentee }),
    sentences: [
      ...(mutual ? [] : [words.notMutual]),
      ...months.flatMap((month) => monthOf(month, voice)),
      ...assessments
        .filter(({ outcome }) => outcome === 'unmet')
        .map(({ period }) => words.assessment({ period })),
      ...(reward === null ? [] : [words.reward({ ...reward, mentor, mentee })]),
    ],
    blocks: tablesOf(review, voice),
  })
}

function monthOf({ month, ...one }: MentoringReview['months'][number], voice: Voice) {
  if (one.remaining === 0 || one.outcome === 'not-applicable') return []
  const [sessions, required] = [voice.number(one.sessions), voice.number(one.required)]
  const remaining = voice.number(one.remaining)
  return [voice.words.careers.mentoring.month({ month, sessions, required, remaining })]
}

function tablesOf(review: MentoringReview, voice: Voice): readonly Block[] {
  const { months, assessments, reward } = review
  const words = voice.words.careers.mentoring
  return [
    ...tableOf(voice, {
      title: words.summary,
      rows: [review],
      columns: { outcome: 'word', mutual: 'yes-no' },
    }),
    ...tableOf(voice, {
      title: words.months,
      rows: months,
      columns: {
        month: 'text',
        sessions: 'number',
        required: 'number',
        remaining: 'number',
        outcome: 'word',
      },
    }),
    ...tableOf(voice, {
      title: words.assessments,
      rows: assessments,
      columns: { period: 'text', outcome: 'word' },
    }),
    ...tableOf(voice, {
      title: words.rewards,
      rows: reward === null ? [] : [reward],
      columns: { kind: 'text', on: 'date', rung: 'text' },
    }),
  ]
}
