import type { Compensation, ComponentPay } from '../../../compensation/index.js'
import type { Document } from '../../document.js'
import { tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { nextOf } from '../commission/next.js'
import { documentOf } from '../common.js'
import { capBlocks, capSentences, lookedAt, statementsOf } from './components.js'

/** What one payee is paid by several components, each with everything it came from. */
export function describeCompensation(compensation: Compensation, voice: Voice): Document {
  const { amount, currency, targetIncentive, components, cap } = compensation
  const words = voice.words.compensation
  const money = (value: string) => voice.money(value, currency)
  const parts = components.map((one) => words.component({ id: one.id, amount: money(one.amount) }))
  return documentOf(compensation, voice, {
    title: words.title,
    answer: words.sum({ amount: money(amount), parts: voice.list(parts) }),
    sentences: [
      ...(targetIncentive === null ? [] : [words.onTarget({ amount: money(targetIncentive) })]),
      ...capSentences(cap, currency, voice),
      ...components.flatMap((component) => componentNext(component, voice)),
    ],
    amount: { amount, currency },
    blocks: [
      ...tableOf(voice, {
        title: words.blocks.components,
        rows: components.map(({ id, ...one }) => ({ ...one, component: id })),
        currency,
        columns: {
          component: 'text',
          weight: 'percent',
          targetIncentive: { as: 'money', head: words.heads.targetIncentive },
          cut: 'money',
          amount: 'money',
        },
        total: { amount },
      }),
      ...capBlocks(cap ? [{ cap }] : [], currency, voice),
      ...lookedAt(components, voice),
      ...statementsOf(components, voice),
    ],
  })
}

/** What more of a component would pay more. */
function componentNext({ id, outcome }: ComponentPay, voice: Voice): readonly string[] {
  return nextOf(outcome.next, outcome, voice).map(
    (sentence) => `${id}${voice.words.colon}${sentence}`,
  )
}
