import type { CustomerTiers } from '../../../health/index.js'
import type { Block, Document } from '../../document.js'
import { tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf, issuesOf, namesOf } from '../common.js'

/** Customers in tiers by what they are worth. */
export function describeTiers(tiered: CustomerTiers, voice: Voice): Document {
  const { tiers, currency, withoutOwner, outOfBase } = tiered
  const words = voice.words.health.tiers
  const money = (amount: string) => voice.money(amount, currency)
  return documentOf(tiered, voice, {
    title: words.title,
    answer: tiered.customers.length === 0 ? words.none : words.base({ base: money(tiered.base) }),
    sentences: [
      ...tiers.map(({ tier, customers, value }) =>
        words.tier({ tier, customers: voice.number(customers), value: money(value) }),
      ),
      ...(withoutOwner.length === 0
        ? []
        : [words.withoutOwner({ customers: voice.list(withoutOwner) })]),
      ...(outOfBase.length === 0 ? [] : [words.outOfBase({ customers: voice.list(outOfBase) })]),
    ],
    blocks: tablesOf(tiered, voice),
  })
}

function tablesOf(tiered: CustomerTiers, voice: Voice): readonly Block[] {
  const { currency, base } = tiered
  const { fields, health } = voice.words
  const words = health.tiers
  return [
    ...tableOf(voice, {
      title: words.tiers,
      rows: tiered.tiers,
      currency,
      columns: {
        tier: { as: 'text', head: fields.customerTier },
        customers: 'number',
        value: { as: 'money', head: fields.value },
      },
    }),
    ...tableOf(voice, {
      title: words.customers,
      rows: tiered.customers.map(({ next, ...customer }) => ({
        ...customer,
        nextTier: next?.tier,
        from: next?.from,
        remaining: next?.remaining,
      })),
      currency,
      columns: {
        customer: 'text',
        value: { as: 'money', head: fields.value },
        tier: { as: 'text', head: fields.customerTier },
        starts: 'percent',
        ends: 'percent',
        owner: 'text',
        nextTier: 'text',
        from: { as: 'money', head: fields.startsAt },
        remaining: { as: 'money', head: fields.remaining },
      },
      total: { value: base },
    }),
    ...namesOf(voice, words.unowned, tiered.withoutOwner),
    ...namesOf(voice, words.out, tiered.outOfBase),
    ...issuesOf(voice, words.issues, tiered.issues),
  ]
}
