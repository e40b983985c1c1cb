import type { FollowUpCheck } from '../../../health/index.js'
import type { Document } from '../../document.js'
import { tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf } from '../common.js'
import { warningsOf } from './warnings.js'

/** How far a customer's silence has come. */
export function describeFollowUps(check: FollowUpCheck, voice: Voice): Document {
  const { lastAnswered, pending } = check
  const words = voice.words.health.followUps
  return documentOf(check, voice, {
    title: words.title,
    answer: answerOf(check, voice),
    sentences: [
      ...(lastAnswered === null ? [] : [words.lastAnswered({ date: lastAnswered })]),
      ...(pending === 0 ? [] : [words.pending({ pending: voice.number(pending) })]),
    ],
    blocks: [
      ...tableOf(voice, {
        title: words.result,
        rows: [check],
        columns: {
          unanswered: 'number',
          required: 'number',
          remaining: 'number',
          since: 'date',
          lastAnswered: 'date',
          pending: 'number',
        },
      }),
      ...warningsOf(check.warnings, voice),
    ],
  })
}

function answerOf({ since, ...check }: FollowUpCheck, voice: Voice): string {
  const words = voice.words.health.followUps
  const unanswered = voice.number(check.unanswered)
  return check.remaining === 0 && since !== null
    ? words.warned({ unanswered, since, required: voice.number(check.required) })
    : words.near({ unanswered, remaining: voice.number(check.remaining) })
}
