import type { CommissionAccrual } from '../../../commission/index.js'
import type { Block, Document } from '../../document.js'
import { isZero, tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf } from '../common.js'

/** What is earned and not paid, and paid and not earned, after the last period that was settled. */
export function describeAccrual(
  accrual: CommissionAccrual & { readonly components?: readonly ComponentAccrual[] },
  voice: Voice,
): Document {
  const { components = [] } = accrual
  const words = voice.words.settlement.accrual
  const own = { ...accrual, id: '' }
  return documentOf(accrual, voice, {
    title: words.title,
    answer: answerOf(accrual, voice),
    sentences: partsOf(accrual, voice),
    blocks: [
      ...accrualTable(words.title, [own], voice),
      ...accrualTable(words.components, components, voice),
    ],
  })
}

type ComponentAccrual = CommissionAccrual & { readonly id: string }

function answerOf({ period, currency, unpaid }: CommissionAccrual, voice: Voice): string {
  const words = voice.words.settlement.accrual
  if (period === null) return words.nothing
  const amount = voice.money(unpaid, currency)
  if (isZero(unpaid)) return words.even({ period, amount })
  return unpaid.startsWith('-') ? words.below({ period, amount }) : words.unpaid({ period, amount })
}

function partsOf(
  { currency, held, carried, advanced }: CommissionAccrual,
  voice: Voice,
): readonly string[] {
  const words = voice.words.settlement
  const money = (amount: string) => voice.money(amount, currency)
  const carriedOver = carried.startsWith('-') ? words.carriedBelow : words.carried
  return [
    ...(isZero(held) ? [] : [words.accrual.held({ amount: money(held) })]),
    ...(isZero(carried) ? [] : [carriedOver({ amount: money(carried) })]),
    ...(isZero(advanced) ? [] : [words.advanced({ amount: money(advanced) })]),
  ]
}

function accrualTable(
  title: string,
  rows: readonly ComponentAccrual[],
  voice: Voice,
): readonly Block[] {
  return tableOf(voice, {
    title,
    rows,
    columns: {
      id: { as: 'text', head: voice.words.fields.component },
      payee: 'text',
      period: 'text',
      currency: 'text',
      unpaid: 'number',
      held: 'number',
      carried: 'number',
      advanced: 'number',
    },
  })
}
