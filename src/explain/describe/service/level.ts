import type { ServiceLevel } from '../../../service/index.js'
import type { Block, Document } from '../../document.js'
import { factOf, tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf } from '../common.js'
import { durationOf } from './duration.js'

/** The service report of a case: whether it was in time, what is left, and how late it is. */
export function describeLevel(level: ServiceLevel, voice: Voice): Document {
  return documentOf(level, voice, {
    title: voice.words.service.level.title,
    head: [
      ...factOf(voice, 'case', level.case),
      ...factOf(voice, 'rep', level.rep),
      ...factOf(voice, 'customerKind', level.customerKind),
      ...factOf(voice, 'contact', level.contact),
    ],
    answer: answerOf(level, voice),
    sentences: sentencesOf(level, voice),
    blocks: tablesOf(level, voice),
  })
}

function answerOf(level: ServiceLevel, voice: Voice): string {
  const { standard, state, late, insideBuffer } = level
  const words = voice.words.service.level
  const [done, due, latest] = [level.done ?? '', level.due ?? '', level.latest ?? '']
  if (state === 'late') {
    const elapsed = durationOf(late?.elapsed ?? '', voice)
    return level.done === null
      ? words.late({ standard, elapsed })
      : words.lateDone({ standard, elapsed, done })
  }
  if (state === 'open')
    return level.due === null ? words.onHold({ standard }) : words.open({ standard, due })
  return insideBuffer
    ? words.insideBuffer({ standard, done, due, latest })
    : words.met({ standard, done, due })
}

function sentencesOf(level: ServiceLevel, voice: Voice): readonly string[] {
  const { state, atRisk, warnAt, used, left, held, late } = level
  const words = voice.words.service.level
  const isOpen = state === 'open'
  return [
    ...(isOpen && used !== null && left !== null
      ? [words.left({ used: durationOf(used, voice), left: durationOf(left, voice) })]
      : []),
    ...(isOpen && warnAt !== null
      ? [atRisk ? words.atRisk({ since: warnAt }) : words.warned({ since: warnAt })]
      : []),
    ...(late === null || late.working === null
      ? []
      : [words.working({ working: durationOf(late.working, voice) })]),
    ...(held === null || held === 'PT0S' || held === 'P0D'
      ? []
      : [words.held({ held: durationOf(held, voice) })]),
  ]
}

function tablesOf({ late, ...level }: ServiceLevel, voice: Voice): readonly Block[] {
  const { fields, service } = voice.words
  const words = service.level
  const row = { ...level, lateBy: late?.elapsed, lateWorking: late?.working }
  return [
    ...tableOf(voice, {
      title: words.case,
      rows: [row],
      columns: {
        standard: 'text',
        state: 'word',
        atRisk: 'yes-no',
        onHold: 'yes-no',
        insideBuffer: 'yes-no',
        used: 'text',
        left: { as: 'text', head: fields.timeLeft },
        held: { as: 'text', head: voice.words.fields.pausedFor },
        lateBy: 'text',
        lateWorking: 'text',
      },
    }),
    ...tableOf(voice, {
      title: words.times,
      rows: [row],
      columns: {
        started: 'text',
        due: { as: 'text', head: voice.words.fields.dueBy },
        latest: 'text',
        warnAt: 'text',
        done: 'text',
        asOf: 'text',
      },
    }),
  ]
}
