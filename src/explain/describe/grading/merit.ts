import type { MeritShares } from '../../../grading/index.js'
import type { Block, Document } from '../../document.js'
import { tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf } from '../common.js'

/** A budget for raises: what each gets of it, what is cut, and what is left. */
export function describeMerit(shares: MeritShares, voice: Voice): Document {
  const { currency } = shares
  const words = voice.words.grading.merit
  const money = (amount: string) => voice.money(amount, currency)
  const { factor, because } = shares
  return documentOf(shares, voice, {
    title: words.title,
    amount: shares,
    answer: words.given({ amount: money(shares.amount), budget: money(shares.budget) }),
    sentences: [
      ...(factor === null
        ? []
        : [words.factor({ factor: voice.percent(factor), wanted: money(shares.wanted) })]),
      ...(because === null ? [] : [words.left[because]({ left: money(shares.left) })]),
    ],
    blocks: tablesOf(shares, voice),
  })
}

function tablesOf(shares: MeritShares, voice: Voice): readonly Block[] {
  const { currency, amount, wanted } = shares
  const words = voice.words.grading.merit
  return [
    ...tableOf(voice, {
      title: words.budget,
      rows: [shares],
      currency,
      columns: {
        budget: 'money',
        wanted: 'money',
        factor: { as: 'percent', head: voice.words.fields.grantedPart },
        amount: 'money',
        left: 'money',
        because: 'word',
      },
    }),
    ...tableOf(voice, {
      title: words.people,
      rows: shares.people,
      currency,
      columns: {
        id: 'text',
        grade: 'text',
        salary: 'money',
        grantedRate: 'percent',
        wanted: 'money',
        cutByMaximum: 'money',
        cutByBudget: 'money',
        amount: 'money',
        effectiveRate: { as: 'percent', head: voice.words.fields.raise },
        newSalary: 'money',
      },
      total: { wanted, amount },
    }),
  ]
}
