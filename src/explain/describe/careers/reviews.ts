import type { ReviewSummary } from '../../../careers/index.js'
import type { Block, Document } from '../../document.js'
import { tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf, namesOf } from '../common.js'

/** What reviews from all sides come to, and which groups are too few. */
export function describeReviews(summary: ReviewSummary, voice: Voice): Document {
  const words = voice.words.careers.reviews
  return documentOf(summary, voice, {
    title: words.title,
    answer: answerOf(summary, voice),
    sentences: summary.groups.flatMap((group) => groupOf(group, voice)),
    blocks: [
      ...tableOf(voice, {
        title: words.result,
        rows: [summary],
        columns: { score: 'number', passed: 'yes-no' },
      }),
      ...groupsOf(summary.groups, voice),
      ...namesOf(voice, words.missing, summary.missing),
    ],
  })
}

function answerOf({ score, passed }: ReviewSummary, voice: Voice): string {
  const words = voice.words.careers.reviews
  if (score === null) return words.none
  const points = voice.number(score)
  if (passed === null) return words.score({ score: points })
  return passed ? words.passed({ score: points }) : words.failed({ score: points })
}

type Group = ReviewSummary['groups'][number]

function groupOf({ id, withheld, ...group }: Group, voice: Voice): readonly string[] {
  const words = voice.words.careers.reviews
  const [reviews, minimum] = [voice.number(group.reviews), voice.number(group.minimum)]
  return [
    ...(group.reviews < group.minimum ? [words.few({ id, reviews, minimum })] : []),
    ...(withheld === null ? [] : [words.withheld[withheld]({ id })]),
  ]
}

/** Groups of reviewers, and what each adds. */
export function groupsOf(groups: readonly Group[], voice: Voice): readonly Block[] {
  return tableOf(voice, {
    title: voice.words.careers.reviews.groups,
    rows: groups,
    columns: {
      id: 'text',
      weight: 'number',
      reviews: 'number',
      minimum: 'number',
      average: 'number',
      contribution: 'number',
      withheld: 'word',
    },
  })
}
