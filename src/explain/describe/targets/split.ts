import type { TargetSplit } from '../../../targets/index.js'
import type { Document } from '../../document.js'
import { factOf, tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf } from '../common.js'

/** A target of a period in its parts. */
export function describeSplit({ policy, ...split }: TargetSplit, voice: Voice): Document {
  const { by, parts, total } = split
  const words = voice.words.targets.split
  return documentOf(policy === null ? split : { ...split, policy }, voice, {
    title: words.title,
    head: [...factOf(voice, 'measured', split.measure), ...factOf(voice, 'sharedBy', by, 'word')],
    answer: words.by[by]({ total: voice.number(total), period: voice.period(split.period) }),
    sentences: parts.map(({ period, amount }) =>
      words.part({ period, amount: voice.number(amount) }),
    ),
    blocks: tableOf(voice, {
      title: words.parts,
      rows: parts,
      columns: { period: 'text', from: 'date', to: 'date', amount: 'number' },
      total: { amount: total },
    }),
  })
}
