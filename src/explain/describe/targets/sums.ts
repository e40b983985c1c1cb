import type { CascadeCheck } from '../../../targets/index.js'
import type { Document } from '../../document.js'
import { tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf } from '../common.js'

/** Whether targets add up from the top down, and where they do not. */
export function describeSums(check: CascadeCheck, voice: Voice): Document {
  const words = voice.words.targets.sums
  const checked = voice.number(check.checked)
  return documentOf(check, voice, {
    title: words.title,
    answer: check.addsUp ? words.addsUp({ checked }) : words.differs({ checked }),
    sentences: check.differences.map(({ path, amount, below, remaining }) =>
      words.difference({
        path: voice.list(path),
        amount: voice.number(amount),
        below: voice.number(below),
        remaining: voice.number(remaining),
      }),
    ),
    blocks: [
      ...tableOf(voice, {
        title: words.result,
        rows: [check],
        columns: { addsUp: 'yes-no', checked: 'number' },
      }),
      ...tableOf(voice, {
        title: words.differences,
        rows: check.differences,
        columns: {
          path: 'list',
          amount: 'number',
          below: 'number',
          remaining: { as: 'number', head: voice.words.fields.difference },
        },
      }),
    ],
  })
}
