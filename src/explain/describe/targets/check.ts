import type { TargetCheck } from '../../../targets/index.js'
import type { Document } from '../../document.js'
import { tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf } from '../common.js'

/** Whether a target names what it has to. */
export function describeTargetCheck(check: TargetCheck, voice: Voice): Document {
  const words = voice.words.targets.check
  const missing = check.missing.map((field) => words.field[field])
  return documentOf(check, voice, {
    title: words.title,
    answer: check.smart ? words.smart : words.missing({ fields: voice.list(missing) }),
    sentences: [],
    blocks: tableOf(voice, {
      title: words.fields,
      rows: check.fields.map((one) => ({ ...one, field: words.field[one.field] })),
      columns: {
        field: 'text',
        required: { as: 'yes-no', head: voice.words.fields.isRequired },
        value: 'text',
      },
    }),
  })
}
