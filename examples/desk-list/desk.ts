// The week of one rep by the handbook: each question is one call for each customer.
import {
  type CareFacts,
  type CareItem,
  careDue,
  checkFollowUps,
  defineCarePolicy,
  handbook,
  protectCustomer,
  renewalsDue,
  retentionPlan,
  tierCustomers,
} from 'sales-rules'
import { asOf, type Card, cards, purchases, rep, values, week } from './records.js'

/** A greeting that comes more than a week late is better left out. */
export const policy = defineCarePolicy({
  ...handbook.care,
  id: 'desk-list',
  provenance: [],
  ...(handbook.care.occasions && {
    occasions: { ...handbook.care.occasions, lapsesAfterDays: 7 },
  }),
})

export type Desk = ReturnType<typeof desk>
export type Looked = ReturnType<typeof look>

/** Something to do, for whom and on which day. */
export interface Task {
  readonly customer: string
  readonly tier: string
  readonly day: string
  readonly item: CareItem
}

export function desk(all: readonly Card[] = cards) {
  const tiers = tierCustomers(values, policy)
  // Who is worth most comes first, and so do VIPs.
  const looked = tiers.customers.flatMap(({ customer, tier }) =>
    all.filter((card) => card.customer === customer).map((card) => look(card, tier)),
  )
  const mine = looked.filter(({ protection }) => protection.owner === rep)
  const names = new Set(mine.map(({ card }) => card.customer))
  const found = renewalsDue(purchases, policy)
  const isMine = ({ customer }: { customer: string }) => names.has(customer)
  return {
    cards: all,
    mine,
    lost: looked.filter((one) => !mine.includes(one)),
    falling: mine.filter(({ fallsOn }) => fallsOn !== null && fallsOn <= lastDay),
    tasks: mine.flatMap(planWeek),
    renewals: found.renewals.filter(({ state }) => state !== 'upcoming').filter(isMine),
    reorders: found.reorders.filter(({ state }) => state !== 'upcoming').filter(isMine),
    issues: [
      ...found.issues.map(({ message }) => ({ of: 'Orders', message })),
      ...looked.flatMap(({ card, care }) =>
        care.issues.map(({ message }) => ({ of: card.customer, message })),
      ),
    ],
  }
}

const lastDay = week[week.length - 1]?.day ?? asOf

function look(card: Card, tier: string) {
  const facts = factsOf(card, tier)
  const protection = protectionOf(card, asOf)
  const followUps = card.calls.map(([date, answered]) => ({ date, answered }))
  const silence = checkFollowUps(followUps, handbook.health)
  const { customer, kept = [] } = card
  const { warnings } = silence
  return {
    ...{ card, tier, facts, protection, silence },
    /** The last day on which the customer is theirs, as things stand. */
    fallsOn: protection.tenures.at(-1)?.to ?? null,
    because: protection.tenures.at(-1)?.because ?? null,
    plan: retentionPlan({ customer, tier, asOf, warnings, done: kept }, policy),
    care: careOf(facts, asOf),
  }
}

export function careOf(facts: CareFacts, day: string) {
  return careDue({ ...facts, asOf: day }, policy, handbook.chinaCalendar)
}

function factsOf(card: Card, tier: string): CareFacts {
  const { customer, since, dates = [], answers = [] } = card
  const done = [
    ...card.calls.map(([date]) => ({ care: 'follow-up', date })),
    ...Object.entries(card.done).map(([care, date]) => ({ care, date })),
  ]
  return { customer, tier, asOf, since, done, dates, answers }
}

export function protectionOf({ customer, reported, calls, deals = [] }: Card, day: string) {
  const followUps = calls.map(([date]) => ({ rep, date }))
  const facts = { customer, asOf: day, claims: [{ rep, date: reported }], followUps }
  return protectCustomer({ ...facts, deals: deals.map((date) => ({ rep, date })) }, policy)
}

/** Day by day: what is due is done, so that the next day shows what is due then. */
function planWeek({ facts, tier, card: { customer } }: Looked): Task[] {
  const tasks: Task[] = []
  for (const { day } of week) {
    const { items } = careOf(afterTasks(facts, tasks), day)
    const due = items.filter((item) => isCare(item) && item.due <= day)
    tasks.push(...due.map((item) => ({ customer, tier, day, item })))
  }
  return tasks
}

/** A dissatisfied answer has a list of its own: it is closed, and not only done. */
export const isCare = ({ care }: CareItem) => care !== 'dissatisfied-answer'

/** What is known of a customer once the tasks are done. */
export function afterTasks(facts: CareFacts, tasks: readonly Task[]): CareFacts {
  const done = tasks.map(({ day, item }) => ({
    ...{ care: item.care, date: day },
    ...(item.for === null ? {} : { for: item.for }),
  }))
  return { ...facts, done: [...(facts.done ?? []), ...done] }
}
