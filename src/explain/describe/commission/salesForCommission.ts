import type { SalesForCommission } from '../../../commission/index.js'
import type { Document } from '../../document.js'
import type { Voice } from '../../voice.js'
import type { Beside } from '../beside.js'
import { documentOf } from '../common.js'
import { describeStatement } from './statement.js'

/** The sales that a commission takes, and the statement that they would have. */
export function describeSalesForCommission(
  outcome: SalesForCommission,
  voice: Voice,
  beside: Beside = {},
): Document {
  const { sales, statement } = outcome
  const words = voice.words.commission.salesFor
  const { answer, sentences, head, blocks, foot } = describeStatement(statement, voice, beside)
  const amount = voice.money(statement.amount, statement.currency)
  const document = documentOf(outcome, voice, {
    title: words.title,
    answer: words.takes({ amount, sales: voice.number(sales) }),
    sentences: [answer, ...sentences],
    head,
    blocks,
  })
  const digest = voice.words.fields.digest
  return { ...document, foot: [...foot.filter(({ label }) => label !== digest), ...document.foot] }
}
