// The page that a manager reads.
import type { UnpaidConsequence } from 'sales-rules/compensation'
import { columns, title, wrapped } from '../close-the-quarter/report/layout.js'
import type { Result } from './cycle.js'
import { decision } from './records.js'

export function reportOn(results: readonly Result[]): string[] {
  return [
    `Appraisal of the region, first half of 2026: ${results.length} people`,
    ...title('1. How did each quarter go?'),
    ...columns(results.flatMap(quarterRows), 'lllrl'),
    ...title('2. What did the committee decide?'),
    ...wrapped(
      `${decision.name}, ${decision.quarter}: ${decision.grade}, by the ${decision.by} on ${decision.on}: ${decision.reason}. What was computed is kept.`,
    ),
    ...title('3. What is paid from January to September?'),
    ...columns(results.flatMap(lineRows), 'lllrl'),
    ...title('4. What follows, and is no money?'),
    ...results.flatMap(otherLines),
    ...title('5. What does each month pay?'),
    ...columns(results.map(monthRow), 'lrrrrrrrrrr'),
  ]
}

function quarterRows({ rep, quarters }: Result): string[][] {
  return quarters.map(({ quarter, visits, computed, grade }) => [
    rep.name,
    quarter,
    `${visits.actual} of ${visits.target} visits`,
    computed.score.toFixed(2),
    grade === computed.grade ? grade : `${grade}, computed ${computed.grade}`,
  ])
}

function lineRows({ rep, pay }: Result): string[][] {
  const rows = pay.lines.map(({ kind, clause, period, from, to, served, amount }) => [
    rep.name,
    `${kind} (${clause})`,
    `for ${period}`,
    amount ?? '',
    served === null || served.counted === served.of
      ? from === to
        ? `on ${to}`
        : `${from} to ${to}`
      : `on ${to}, ${served.counted} of ${served.of} days`,
  ])
  return rows.length === 0 ? [[rep.name, 'nothing', '', '0.00', '']] : rows
}

function otherLines({ rep, pay }: Result): string[] {
  const others = pay.notPaid.map(
    ({ kind, clause, period, because }) => `${kind} (${clause}) of ${period}, ${reasons[because]}`,
  )
  return others.length === 0 ? [] : wrapped(`${rep.name}: ${others.join('; ')}`)
}

const reasons: Readonly<Record<UnpaidConsequence['because'], string>> = {
  'no-rule': 'which is not paid as such',
  'other-period': 'which is paid in another period',
  'not-employed': 'who was not there then',
  left: 'and leavers have none',
  'nothing-due': 'which comes to nothing',
}

function monthRow({ rep, months, pay }: Result): string[] {
  const short = months.map(({ amount }) => amount.replace(/\.00$/, ''))
  return [rep.name, ...short, pay.amount]
}
