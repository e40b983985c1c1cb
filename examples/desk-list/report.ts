// The page that the rep works through, from the top down.
import { columns, title, wrapped } from '../close-the-quarter/report/layout.js'
import { type Desk, isCare, type Task } from './desk.js'
import { asOf, rep, week } from './records.js'

export function reportOn(outcome: Desk): string[] {
  const { mine, lost, tasks } = outcome
  const late = tasks
    .filter(({ day, item }) => day === asOf && item.due < asOf)
    .sort((a, b) => b.item.daysOverdue - a.item.daysOverdue)
  const planned = tasks.filter((task) => !late.includes(task))
  return [
    `Desk list of ${rep} from ${asOf} to the end of the week: ${mine.length} customers`,
    ...lost.map(
      ({ card, fallsOn, because }) =>
        `  ${card.customer} is in the common pool since ${fallsOn} (${because}).`,
    ),
    ...title('1. Who is about to fall to the common pool?'),
    ...columns(byDate(outcome.falling, ({ fallsOn }) => fallsOn).map(fallingRow), 'lll'),
    ...title('2. Who is about to leave?'),
    ...columns(mine.flatMap(warningRow), 'lllll'),
    ...title('3. Which dissatisfied answers are still open?'),
    ...columns(mine.flatMap(answerRows), 'lllll'),
    ...title('4. What is overdue?'),
    ...columns(sorted(late).map(lateRow), 'lllrl'),
    ...title('5. What is due this week?'),
    ...week.flatMap(({ day, name }) => dayRows(planned, day, name)),
    ...title('6. What is to be renewed or ordered again?'),
    ...columns([...outcome.renewals.map(renewalRow), ...outcome.reorders.map(reorderRow)], 'llll'),
    ...title('7. What could not be read?'),
    ...outcome.issues.flatMap(({ of, message }) => wrapped(`${of}: ${message}`)),
  ]
}

const byDate = <Row>(rows: readonly Row[], dateOf: (row: Row) => string | null) =>
  [...rows].sort((a, b) => ((dateOf(a) ?? '') < (dateOf(b) ?? '') ? -1 : 1))

/** VIPs first; a stable sort leaves the rest as it is. */
const sorted = (tasks: readonly Task[]) =>
  [...tasks].sort((a, b) => Number(b.tier === 'vip') - Number(a.tier === 'vip'))

const counted = (days: number) => `${days} ${days === 1 ? 'day' : 'days'}`

const named = ({ care, for: whose }: Task['item']) => (whose === null ? care : `${care}, ${whose}`)

function fallingRow({ card, tier, fallsOn, because }: Desk['falling'][number]): string[] {
  const need = because === 'no-deal' ? 'close a deal' : 'follow up'
  return [card.customer, tier, `${need} by ${fallsOn}`]
}

function warningRow({ card, tier, silence, plan }: Desk['mine'][number]): string[][] {
  if (plan.state === 'none') return []
  const [warning] = silence.warnings
  const waits = silence.pending > 0 ? `, ${silence.pending} awaited` : ''
  const when = plan.state === 'done' ? `done ${plan.done}` : `${plan.state}, by ${plan.due}`
  const silent = `silent ${warning?.days} times since ${warning?.since}${waits}`
  return [[card.customer, tier, silent, plan.measure ?? '', when]]
}

function answerRows({ card, tier, care }: Desk['mine'][number]): string[][] {
  return care.items
    .filter((item) => !isCare(item))
    .map((item) => {
      const answer = card.answers?.find(({ id }) => id === item.for)
      const since = item.overdueSince
      const late = since === null ? '' : `overdue since ${since}, ${counted(item.daysOverdue)}`
      const given = `${answer?.rating} of 5 on ${answer?.date}`
      return [card.customer, tier, `${item.for}: ${given}`, `by ${item.due}`, late]
    })
}

function lateRow({ customer, tier, item }: Task): string[] {
  const { overdueSince, daysOverdue } = item
  return [customer, tier, named(item), counted(daysOverdue), `since ${overdueSince}`]
}

function dayRows(tasks: readonly Task[], day: string, name: string): string[] {
  const rows = sorted(tasks.filter((task) => task.day === day))
  const shown = rows.map(({ customer, tier, item }) => [customer, tier, named(item)])
  return rows.length === 0 ? [] : [`  ${name}, ${day}`, ...columns(shown, 'lll').map(indented)]
}

const indented = (line: string) => `  ${line}`

function renewalRow(one: Desk['renewals'][number]): string[] {
  const { contract, customer, product, ends, state, daysLeft } = one
  const left = state === 'lapsed' ? 'lapsed' : `${counted(daysLeft)} left`
  return [customer, `renew ${product} (${contract})`, `ends ${ends}`, left]
}

function reorderRow(one: Desk['reorders'][number]): string[] {
  const { customer, product, expected, intervalDays, state } = one
  const rhythm = `every ${counted(intervalDays)}, expected ${expected}`
  return [customer, `reorder ${product}`, rhythm, state]
}
