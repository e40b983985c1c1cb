import type { StageCheck } from '../../../pipeline/index.js'
import type { Block, Document } from '../../document.js'
import { tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { checksOf, documentOf, gapsOf } from '../common.js'

/** Whether a deal may move on, and what its stage lacks. */
export function describeStage(check: StageCheck, voice: Voice): Document {
  return documentOf(check, voice, {
    title: voice.words.pipeline.stage.title,
    answer: answerOf(check, voice),
    sentences: gapsOf(voice, check.checks),
    blocks: tablesOf(check, voice),
  })
}

function answerOf({ stage, to, allowed, mayMove, ...check }: StageCheck, voice: Voice): string {
  const words = voice.words.pipeline.stage
  if (!allowed) return words.notAllowed({ stage, to: voice.list(check.allowedTo) })
  if (mayMove === true)
    return to === null ? words.mayClose({ stage }) : words.mayMove({ stage, to })
  const missing = voice.list(check.missing.filter((one) => one.holdsBack).map(({ id }) => id))
  return mayMove === false ? words.mayNot({ stage, missing }) : words.unknown({ stage, missing })
}

function tablesOf(check: StageCheck, voice: Voice): readonly Block[] {
  const { checks, fields, pipeline } = voice.words
  const words = pipeline.stage
  return [
    ...tableOf(voice, {
      title: words.result,
      rows: [check],
      columns: {
        stage: { as: 'text', head: fields.dealStage },
        to: { as: 'text', head: fields.toStage },
        allowed: 'yes-no',
        allowedTo: 'list',
        mayMove: 'word',
        complete: 'word',
      },
    }),
    ...tableOf(voice, {
      title: words.items,
      rows: check.checks,
      columns: { id: 'text', outcome: 'word', gap: 'number', holdsBack: 'yes-no' },
    }),
    ...checksOf(voice, checks.title, check.checks),
  ]
}
