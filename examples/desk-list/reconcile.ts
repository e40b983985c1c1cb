// The desk list checks itself, by questions that it did not ask that way.
import { addDays } from 'sales-rules'
import type { Reconciliation } from '../close-the-quarter/reconcile.js'
import { afterTasks, careOf, type Desk, desk, isCare, protectionOf } from './desk.js'
import { asOf, rep, values, week } from './records.js'

export function reconcile(outcome: Desk): Reconciliation[] {
  return [
    checkCustomers(outcome),
    checkOverdue(outcome),
    checkDone(outcome),
    checkTwice(outcome),
    checkPool(outcome),
    checkOrder(outcome),
  ]
}

function checkCustomers({ mine, lost }: Desk): Reconciliation {
  const names = values.filter(({ owner }) => owner === rep)
  return {
    rule: 'customers down as theirs = theirs + in the pool',
    numbers: `${names.length} = ${mine.length} + ${lost.length}`,
    holds: names.length === mine.length + lost.length,
  }
}

function checkOverdue({ mine, tasks }: Desk): Reconciliation {
  const late = mine.flatMap(({ care }) => care.items).filter(isCare)
  const overdue = late.filter(({ state }) => state === 'overdue').length
  const planned = tasks.filter(({ day, item }) => day === asOf && item.due < asOf).length
  return {
    rule: 'all that is overdue is planned for the first day',
    numbers: `${overdue} = ${planned}`,
    holds: overdue === planned,
  }
}

/** Who does all of the list has nothing left on the last day; who does nothing has at least as much as on the first. */
function checkDone({ mine, tasks }: Desk): Reconciliation {
  const last = week[week.length - 1]?.day ?? asOf
  const left = (facts: Desk['mine'][number]['facts']) =>
    careOf(facts, last).items.filter((item) => isCare(item) && item.due <= last).length
  const after = mine.map(({ card, facts }) =>
    left(
      afterTasks(
        facts,
        tasks.filter(({ customer }) => customer === card.customer),
      ),
    ),
  )
  const before = mine.map(({ facts }) => left(facts))
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)
  return {
    rule: 'whoever does all of the list has nothing left at the end of the week',
    numbers: `${sum(after)} left of ${sum(before)}`,
    holds: sum(after) === 0 && sum(before) > 0,
  }
}

function checkTwice({ tasks }: Desk): Reconciliation {
  const keys = tasks.map(({ customer, day, item }) =>
    [customer, day, item.care, item.for].join('/'),
  )
  return {
    rule: 'nothing is on the list of a day twice',
    numbers: `${keys.length} tasks`,
    holds: new Set(keys).size === keys.length,
  }
}

/** The last day is still theirs, and the next one is not. */
function checkPool({ falling }: Desk): Reconciliation {
  const ownerOn = (card: Desk['cards'][number], day: string) => protectionOf(card, day).owner
  return {
    rule: 'who falls to the pool is theirs on the last day and not on the next',
    numbers: `${falling.length} customers`,
    holds: falling.every(
      ({ card, fallsOn }) =>
        fallsOn !== null &&
        ownerOn(card, fallsOn) === rep &&
        ownerOn(card, addDays(fallsOn, 1)) === null,
    ),
  }
}

function checkOrder(outcome: Desk): Reconciliation {
  const turned = outcome.cards.map((card) => ({ ...card, calls: [...card.calls].reverse() }))
  const bare = ({ mine, tasks }: Desk) =>
    JSON.stringify([mine.map(({ silence, fallsOn }) => [silence, fallsOn]), tasks])
  return {
    rule: 'the order of customers and calls decides nothing',
    numbers: `${outcome.tasks.length} tasks`,
    holds: bare(desk(turned.reverse())) === bare(outcome),
  }
}
