import type { ClawbackEntry, CommissionClawback } from '../../../commission/index.js'
import type { Document } from '../../document.js'
import { isZero, tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf } from '../common.js'

/** What cancelled sales give back. */
export function describeClawback(clawback: CommissionClawback, voice: Voice): Document {
  const { lines, total, currency, notCounted } = clawback
  const words = voice.words.settlement.clawback
  const amount = voice.money(total, currency)
  return documentOf(clawback, voice, {
    title: words.title,
    answer: isZero(total) ? words.nothing({ amount }) : words.taken({ amount }),
    sentences: [
      ...lines.map((line) => sentenceOf(line, voice)),
      ...(notCounted.length === 0 ? [] : [words.setAside]),
    ],
    amount: { amount: total, currency },
    blocks: [
      ...tableOf(voice, {
        title: words.lines,
        rows: lines,
        currency,
        columns: {
          id: 'text',
          share: 'percent',
          elapsedDays: 'number',
          until: { as: 'date', head: words.until },
          amount: 'money',
        },
        total: { amount: total },
      }),
      ...tableOf(voice, {
        title: voice.words.settlement.blocks.notCounted,
        rows: notCounted,
        columns: { id: 'text', issue: 'issue' },
      }),
    ],
  })
}

function sentenceOf(
  { id, amount, currency, share, elapsedDays, until }: ClawbackEntry,
  voice: Voice,
): string {
  const words = voice.words.settlement.clawback
  const days = voice.number(elapsedDays)
  if (isZero(amount) && isZero(share))
    return until === null ? words.kept({ id, days }) : words.keptAfter({ id, days, until })
  return words.line({
    id,
    days,
    share: voice.percent(share),
    amount: voice.money(amount, currency),
  })
}
