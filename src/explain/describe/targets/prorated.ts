import type { ProratedTarget } from '../../../targets/index.js'
import type { Block, Document } from '../../document.js'
import { factOf, tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf } from '../common.js'

/** A target for a part of a period: what counts, and how a newcomer's is ramped. */
export function describeProrated(prorated: ProratedTarget, voice: Voice): Document {
  const words = voice.words.targets.prorated
  const { ramp } = prorated
  return documentOf(prorated, voice, {
    title: words.title,
    head: factOf(voice, 'measured', prorated.measure),
    answer: answerOf(prorated, voice),
    sentences: (ramp ?? []).map(({ month, rate }) =>
      words.ramped({ month: voice.number(month), rate: voice.percent(rate) }),
    ),
    blocks: tablesOf(prorated, voice),
  })
}

function answerOf({ by, ...prorated }: ProratedTarget, voice: Voice): string {
  const words = voice.words.targets.prorated
  const full = voice.number(prorated.full)
  if (prorated.target === prorated.full) return words.full({ full })
  const target = voice.number(prorated.target)
  const [counted, of] = [voice.number(prorated.counted), voice.number(prorated.of)]
  return words[by]({ target, full, counted, of })
}

function tablesOf(prorated: ProratedTarget, voice: Voice): readonly Block[] {
  const { fields, targets } = voice.words
  const words = targets.prorated
  return [
    ...tableOf(voice, {
      title: words.summary,
      rows: [prorated],
      columns: {
        full: 'number',
        by: { as: 'word', head: fields.countedIn },
        counted: 'number',
        of: { as: 'number', head: fields.ofAll },
        target: 'number',
      },
    }),
    ...tableOf(voice, {
      title: words.ramp,
      rows: prorated.ramp ?? [],
      columns: {
        month: { as: 'number', head: fields.monthOfService },
        rate: 'percent',
        counted: 'number',
      },
    }),
  ]
}
