import type { RfmScore, RfmSegments } from '../../../health/index.js'
import type { Block, Document } from '../../document.js'
import { factOf, tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf, issuesOf } from '../common.js'

/** Customers by how lately, how often and for how much they order. */
export function describeRfm(customers: readonly RfmScore[], voice: Voice): Document {
  const words = voice.words.health.rfm
  const [first, ...others] = customers.map((one) => customerOf(one, voice))
  return documentOf(customers, voice, {
    title: words.title,
    answer: first ?? words.none,
    sentences: others,
    blocks: customersOf(customers, voice),
  })
}

/** All customers in their segments. */
export function describeSegments(segmented: RfmSegments, voice: Voice): Document {
  const { segments, customers, issues } = segmented
  const words = voice.words.health.rfm
  const [first, ...others] = segments
    .filter((one) => one.customers > 0)
    .map(({ segment, amount, ...one }) =>
      words.segment({
        segment,
        customers: voice.number(one.customers),
        amount: voice.number(amount),
      }),
    )
  return documentOf(segmented, voice, {
    title: words.title,
    head: [
      ...factOf(voice, 'asOf', segmented.asOf),
      ...factOf(voice, 'bins', segmented.bins, 'number'),
    ],
    answer: first ?? words.none,
    sentences: [
      ...others,
      words.bins({ bins: voice.number(segmented.bins) }),
      ...(issues.length === 0 ? [] : [words.someLeftOut]),
    ],
    blocks: [
      ...tableOf(voice, {
        title: words.segments,
        rows: segments,
        columns: { segment: 'text', customers: 'number', orders: 'number', amount: 'number' },
      }),
      ...customersOf(customers, voice),
      ...issuesOf(voice, words.issues, issues),
    ],
  })
}

function customerOf({ customer, segment, ...score }: RfmScore, voice: Voice): string {
  return voice.words.health.rfm.customer({
    customer,
    segment,
    recency: voice.number(score.recency),
    frequency: voice.number(score.frequency),
    monetary: voice.number(score.monetary),
  })
}

function customersOf(customers: readonly RfmScore[], voice: Voice): readonly Block[] {
  return tableOf(voice, {
    title: voice.words.health.rfm.customers,
    rows: customers,
    columns: {
      customer: 'text',
      recency: 'number',
      frequency: 'number',
      monetary: 'number',
      segment: 'text',
      daysSince: 'number',
      orders: 'number',
      amount: 'number',
    },
  })
}
