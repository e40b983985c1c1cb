import { addDays } from 'sales-rules'
import { percent, totalOf } from '../../close-the-quarter/exact.js'
import { groupBy } from '../../close-the-quarter/groupBy.js'
import { columns, grouped, title, wrapped } from '../../close-the-quarter/report/layout.js'
import type { Absence } from '../close/absences.js'
import { months } from '../policy.js'
import type { MonthRow, Year } from './year.js'

/** What every payee was paid in every month, half a year at a time. */
export function payeesSection({ months: rows, absences }: Year): string[] {
  return [
    ...title('2. What was paid, payee by payee and month by month'),
    ...halfYear(rows, months.slice(0, 6)),
    '',
    ...halfYear(rows, months.slice(6)),
    ...absences.flatMap(noteOnAbsence),
    ...rows.filter(({ month }) => month === months.at(-1)).flatMap(noteOn),
  ]
}

/** Who is away or has left, and who is credited meanwhile. */
function noteOnAbsence({ payee, from_day, to_day, stand_in }: Absence): string[] {
  const credited = `is credited with what comes in ${to_day === null ? 'later' : 'meanwhile'}`
  const when =
    to_day === null ? `left on ${addDays(from_day, -1)}` : `was away from ${from_day} to ${to_day}`
  return wrapped(`${payee} ${when}; ${stand_in} ${credited}.`)
}

/** Who ends the year below the gate, and who owes. */
function noteOn({ payee, name, carried, statement }: MonthRow): string[] {
  const { gate, attainment } = statement
  if (gate?.outcome !== 'unmet') return []
  const owed = carried.startsWith('-')
    ? ` ${grouped(carried.slice(1))} that months before were paid is carried over into the next year.`
    : ''
  return wrapped(
    `${payee} ${name} ends the year at ${percent(attainment ?? '0', 1)}% of the target, ${grouped(gate.remaining ?? '')} short of the ${percent(gate.attainment ?? '0', 0)}% from which commission is paid.${owed}`,
  )
}

function halfYear(rows: readonly MonthRow[], half: readonly string[]): string[] {
  const payees = [...groupBy(rows, ({ payee }) => payee).values()]
  const paidOf = (own: readonly MonthRow[], month: string) =>
    own.filter((row) => row.month === month).map(({ paid }) => paid)
  const cell = (paid: readonly string[]) => (paid.length === 0 ? '' : grouped(totalOf(paid)))
  const total = half.map((month) => grouped(totalOf(paidOf(rows, month))))
  return columns(
    [
      ['', ...half],
      ...payees.map((own) => [
        `${own[0]?.payee} ${own[0]?.name}`,
        ...half.map((month) => cell(paidOf(own, month))),
      ]),
      ['Total', ...total],
    ],
    'lrrrrrr',
  )
}
