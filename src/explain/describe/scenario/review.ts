import { compareAmounts } from '../../../kernel/index.js'
import type { PayReview } from '../../../scenario/index.js'
import type { Block, Document } from '../../document.js'
import { namedFact, tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf } from '../common.js'
import { notComputedOf, stepName, withRefused } from './figures.js'

/** How pay follows attainment: who attained less and is paid more, and who is just below what pays more. */
export function describeReview(review: PayReview, voice: Voice): Document {
  const { correlation, costRatio, rows, justBelow, refused, notComputed } = review
  const words = voice.words.scenario.review
  const answer =
    correlation === null
      ? words.alike
      : words.correlation({ correlation: voice.number(correlation) })
  return documentOf(review, voice, {
    title: words.title,
    answer: withRefused(answer, refused, voice),
    sentences: [
      ...inversionSentences(review, voice),
      ...(costRatio === null ? [] : [words.cost({ ratio: voice.percent(costRatio) })]),
      ...justBelowSentences(justBelow, voice),
    ],
    head: [
      ...namedFact(voice, words.heads.rows, rows, 'number'),
      ...namedFact(voice, words.heads.inversions, review.inversions.count, 'number'),
      ...namedFact(voice, words.heads.cost, costRatio, 'percent'),
    ],
    blocks: [
      ...inversionsOf(review, voice),
      ...groupsOf(review, voice),
      ...notComputedOf(notComputed, voice),
    ],
  })
}

const MOST_SAID = 3

/** Who lacks least; the list has the others. */
function justBelowSentences(rows: PayReview['justBelow'], voice: Voice): readonly string[] {
  const words = voice.words.scenario.review
  const nearest = [...rows].sort((a, b) => compareAmounts(a.remaining, b.remaining))
  const said = nearest
    .slice(0, MOST_SAID)
    .map(({ id, by, tier, remaining }) =>
      words.justBelow({ id, by: stepName(by, voice), tier, remaining: voice.number(remaining) }),
    )
  return rows.length <= MOST_SAID ? said : [words.manyJustBelow, ...said]
}

function inversionSentences({ inversions, currency }: PayReview, voice: Voice): readonly string[] {
  const words = voice.words.scenario.review
  const [largest] = inversions.largest
  if (largest === undefined) return [words.noInversions]
  const { less, more, difference, rule } = largest
  return [
    words.inversions({ count: voice.number(inversions.count) }),
    words.largest({
      less,
      more,
      difference: voice.money(difference, currency),
      rule: stepName(rule, voice),
    }),
  ]
}

function inversionsOf({ inversions, currency }: PayReview, voice: Voice): readonly Block[] {
  const { blocks, heads } = voice.words.scenario.review
  return tableOf(voice, {
    title: blocks.inversions,
    rows: inversions.largest.map((one) => ({ ...one, rule: stepName(one.rule, voice) })),
    currency,
    columns: {
      less: { as: 'text', head: heads.less },
      more: { as: 'text', head: heads.more },
      difference: { as: 'money', head: heads.difference },
      rule: { as: 'text', head: heads.rule },
    },
  })
}

function groupsOf({ groups, justBelow, currency }: PayReview, voice: Voice): readonly Block[] {
  const { blocks, heads } = voice.words.scenario.review
  return [
    ...tableOf(voice, {
      title: blocks.groups,
      rows: groups,
      currency,
      columns: {
        group: 'text',
        rows: 'number',
        least: { as: 'money', head: heads.least },
        median: { as: 'money', head: heads.median },
        greatest: { as: 'money', head: heads.greatest },
      },
    }),
    ...tableOf(voice, {
      title: blocks.justBelow,
      rows: justBelow.map(({ by, ...one }) => ({ ...one, what: stepName(by, voice) })),
      columns: {
        id: 'text',
        what: { as: 'text', head: heads.what },
        tier: 'text',
        remaining: 'number',
      },
    }),
  ]
}
