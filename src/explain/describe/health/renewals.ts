import type { RenewalsDue } from '../../../health/index.js'
import type { Block, Document } from '../../document.js'
import { factOf, tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf, issuesOf } from '../common.js'

/** What is to be renewed, reordered and offered. */
export function describeRenewals(renewals: RenewalsDue, voice: Voice): Document {
  const words = voice.words.health.renewals
  const [first, ...others] = [
    ...renewals.renewals.map(({ contract, customer, ends, dueFrom, ...one }) =>
      words.contract[one.state]({
        contract,
        customer,
        ends,
        dueFrom,
        daysLeft: voice.number(one.daysLeft),
      }),
    ),
    ...renewals.reorders.map(({ customer, product, expected, state }) =>
      words.reorder[state]({ customer, product, expected }),
    ),
    ...renewals.addOns.map(({ customer, bought, offer }) =>
      words.offer({ customer, bought, offer }),
    ),
  ]
  return documentOf(renewals, voice, {
    title: words.title,
    head: factOf(voice, 'asOf', renewals.asOf),
    answer: first ?? words.none,
    sentences: others,
    blocks: [...contractsOf(renewals, voice), ...productsOf(renewals, voice)],
  })
}

function contractsOf({ renewals }: RenewalsDue, voice: Voice): readonly Block[] {
  return tableOf(voice, {
    title: voice.words.health.renewals.contracts,
    rows: renewals,
    columns: {
      contract: 'text',
      customer: 'text',
      product: 'text',
      dueFrom: 'date',
      ends: { as: 'date', head: voice.words.fields.endsOn },
      daysLeft: 'number',
      state: 'word',
    },
  })
}

function productsOf(renewals: RenewalsDue, voice: Voice): readonly Block[] {
  const words = voice.words.health.renewals
  return [
    ...tableOf(voice, {
      title: words.reorders,
      rows: renewals.reorders,
      columns: {
        customer: 'text',
        product: 'text',
        expected: 'date',
        lateFrom: 'date',
        state: 'word',
        last: 'date',
        intervalDays: 'number',
        basis: 'word',
        orderDays: 'number',
        shortest: 'number',
        longest: 'number',
      },
    }),
    ...tableOf(voice, {
      title: words.noInterval,
      rows: renewals.noInterval,
      columns: { customer: 'text', product: 'text', orderDays: 'number', required: 'number' },
    }),
    ...tableOf(voice, {
      title: words.addOns,
      rows: renewals.addOns,
      columns: { customer: 'text', bought: 'text', offer: 'text', last: 'date' },
    }),
    ...issuesOf(voice, words.issues, renewals.issues),
  ]
}
