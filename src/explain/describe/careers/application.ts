import type { PromotionApplication } from '../../../careers/index.js'
import type { Block, Document } from '../../document.js'
import { factOf, tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf, namesOf } from '../common.js'
import { groupsOf } from './reviews.js'

/** Where an application for a promotion stands, what may follow, and everything that was done. */
export function describeApplication(application: PromotionApplication, voice: Voice): Document {
  const { applicant, rung, status, unproven, openObjections } = application
  const words = voice.words.careers.application
  return documentOf(application, voice, {
    title: words.title,
    head: [
      ...factOf(voice, 'applicant', applicant),
      ...factOf(voice, 'rung', rung),
      ...factOf(voice, 'ladder', application.ladder),
      ...factOf(voice, 'state', status, 'word'),
    ],
    answer: words.status[status]({ applicant, rung }),
    sentences: [
      ...application.next.map((step) => stepOf(step, voice)),
      ...(unproven.length === 0 ? [] : [words.unproven({ conditions: voice.list(unproven) })]),
      ...(openObjections.length === 0
        ? []
        : [words.objections({ ids: voice.list(openObjections) })]),
    ],
    blocks: [
      ...tableOf(voice, {
        title: words.next,
        rows: application.next,
        columns: {
          step: { as: 'word', head: voice.words.fields.stage },
          from: 'date',
          until: 'date',
        },
      }),
      ...namesOf(voice, words.noProof, unproven),
      ...namesOf(voice, words.open, openObjections),
      ...historyOf(application, voice),
    ],
  })
}

function stepOf({ from, until, ...next }: PromotionApplication['next'][number], voice: Voice) {
  const words = voice.words.careers.application
  const step = voice.word(next.step)
  return until === null ? words.step({ step, from }) : words.stepUntil({ step, from, until })
}

type Entry = PromotionApplication['history'][number]

/** What the steps of an application may have. */
interface Done {
  readonly step: Entry['step']
  readonly on: string
  readonly id?: string
  readonly kind?: string
  readonly by?: string
  readonly workingDays?: number
  readonly lastDay?: string
  readonly passed?: boolean
  readonly upheld?: boolean
  readonly promoted?: boolean
  readonly reason?: string
}

function historyOf({ history }: PromotionApplication, voice: Voice): readonly Block[] {
  const { careers, fields } = voice.words
  const words = careers.application
  const rows: readonly Done[] = history
  return [
    ...tableOf(voice, {
      title: words.history,
      rows,
      columns: {
        step: { as: 'word', head: fields.stage },
        on: 'date',
        id: 'text',
        kind: 'text',
        by: { as: 'text', head: fields.doneBy },
        workingDays: 'number',
        lastDay: 'date',
        passed: 'yes-no',
        upheld: 'yes-no',
        promoted: 'yes-no',
        reason: 'text',
      },
    }),
    ...tableOf(voice, {
      title: words.proofs,
      rows: history.flatMap((entry) => (entry.step === 'application' ? entry.proofs : [])),
      columns: { for: 'text', document: 'text' },
    }),
    ...history.flatMap((entry) => (entry.step === 'review-360' ? reviewOf(entry, voice) : [])),
  ]
}

function reviewOf(
  { review }: Extract<Entry, { readonly step: 'review-360' }>,
  voice: Voice,
): readonly Block[] {
  return [
    ...tableOf(voice, {
      title: voice.words.careers.application.reviews,
      rows: [review],
      columns: { score: 'number', passed: 'yes-no' },
    }),
    ...groupsOf(review.groups, voice),
  ]
}
