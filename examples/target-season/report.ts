// The page that a manager reads.
import { type CascadedNode, checkCascade } from 'sales-rules'
import { columns, grouped, title, wrapped } from '../close-the-quarter/report/layout.js'
import { joiner, revision, totals, year } from './company.js'
import type { Season } from './season.js'

export function reportOn(season: Season): string[] {
  return [
    `Targets of ${year}: sales ${grouped(totals.sales)}, cash ${grouped(totals.cash)}, new customers ${totals.newCustomers}`,
    ...title('1. Who has to sell what?'),
    ...columns(rowsOf(season.cascades.sales.tree), 'llr'),
    ...title('2. What does each person carry?'),
    ...columns([['', 'sales', 'cash', 'new customers'], ...peopleOf(season)], 'lrrr'),
    ...title('3. What changed in July?'),
    ...season.revised.flatMap(changeOf),
    ...title('4. What holds in July?'),
    ...columns(season.july.map(heldBy), 'lrrl'),
    ...title('5. What does Li have to sell each week of July?'),
    ...columns(
      season.weeks.parts.map(({ period, from, to, amount }) => [
        period,
        `${from} to ${to}`,
        grouped(amount),
      ]),
      'llr',
    ),
    ...title(`6. What does ${joiner.id} have from ${joiner.joined} on?`),
    ...season.joined.flatMap(rampOf),
    ...title('7. Which weekly goals did Wang reach in January?'),
    ...columns(
      season.goals.goals.flatMap(({ periods }) => periods.map(goalOf)),
      'lrl',
    ),
    ...title('8. Where does the tree not add up now?'),
    ...differencesOf(season),
  ]
}

function rowsOf(node: CascadedNode, depth = 0): string[][] {
  const name = `${'  '.repeat(depth)}${node.id}`
  const head = node.head
  const own =
    head === null
      ? []
      : [[`${'  '.repeat(depth + 1)}${head.id}`, 'head, in person', grouped(head.amount)]]
  return [
    [name, node.by, grouped(node.amount)],
    ...own,
    ...node.children.flatMap((child) => rowsOf(child, depth + 1)),
  ]
}

function peopleOf({ cascades }: Season): string[][] {
  const { sales, cash, newCustomers } = cascades
  return sales.payees.map(({ id, amount }) => {
    const of = (payees: typeof sales.payees) =>
      payees.find((payee) => payee.id === id)?.amount ?? ''
    return [id, grouped(amount), grouped(of(cash.payees)), of(newCustomers.payees)]
  })
}

function changeOf({ owner, versions }: Season['revised'][number]): string[] {
  return versions.slice(1).flatMap(({ from, amount, change, reason, missing }) => {
    const waits = missing.length === 0 ? 'signed' : `waits for ${missing.join(' and ')}`
    return wrapped(
      `${owner}: ${grouped(change ?? '')} to ${grouped(amount)} from ${from}, as ${reason}; ${waits}.`,
    )
  })
}

function heldBy({ owner, version, amount, part, pending }: Season['july'][number]): string[] {
  const waiting = pending.map((one) => `version ${one.version} waits`).join(', ')
  return [
    owner,
    grouped(amount ?? ''),
    grouped(part?.amount ?? ''),
    `version ${version}${waiting && `, ${waiting}`}`,
  ]
}

function rampOf({ period, target, full, ramp }: Season['joined'][number]): string[] {
  const months = (ramp ?? []).map(
    ({ month, rate, counted }) => `${counted} days of month ${month} at ${rate}`,
  )
  return wrapped(`${period}: ${grouped(target)} of ${grouped(full)}, for ${months.join(', ')}.`)
}

function goalOf({
  period,
  actual,
  state,
  reachedOn,
  remaining,
}: Season['goals']['goals'][number]['periods'][number]) {
  return [
    period,
    `${actual} deals`,
    state === 'reached' ? `reached on ${reachedOn}` : `${state}, ${remaining} short`,
  ]
}

function differencesOf({ tree }: Season): string[] {
  return checkCascade(tree).differences.flatMap(({ path, amount, below, remaining }) =>
    wrapped(
      `${path.join(' / ')}: ${grouped(amount)}, and ${grouped(below)} is carried below; ${grouped(remaining)} is with nobody since ${revision.from}.`,
    ),
  )
}
