import type { CommissionStatement } from 'sales-rules'
import { percent, totalOf } from '../../close-the-quarter/exact.js'
import { groupBy } from '../../close-the-quarter/groupBy.js'
import { columns, grouped, short, title, wrapped } from '../../close-the-quarter/report/layout.js'
import type { AdjustmentRow, LateRefund, MonthRow, Year } from './year.js'

/** A payee's year as the payee gets it: what was paid, how it came about, month by month, and what was corrected. */
export function statementSection(year: Year, payee: string): string[] {
  const months = year.months.filter((row) => row.payee === payee)
  const last = months.at(-1)
  if (last === undefined) return []
  const { statement } = last
  return [
    ...title(`1. Commission statement ${last.month.slice(0, 4)}: ${payee} ${last.name}`),
    ...columns(
      [
        ['Payee', `${payee} ${last.name}, with us since ${last.joinedOn}`],
        ['Months', `${months[0]?.month} to ${last.month}`],
        ['Plan', `${statement.policy.id}, version ${statement.policy.version}`],
        ['Paid', `${statement.currency} ${grouped(paidIn(months))}`],
        ...(isZero(last.carried) ? [] : [['Open', `${carriedWords(last.carried)} to next year`]]),
      ],
      'll',
    ),
    '',
    ...wrapped(why(statement), '  ', '  '),
    '',
    '  How the commission of the year is made',
    ...sliceTable(statement),
    '',
    '  Month by month',
    ...monthTable(months),
    ...wrapped(
      'Commission: that of the year to date, less that of the year to the month before. Paid: commission and corrections, with what was carried over. No month pays less than nothing; what was paid too much is carried over and taken off the next payment.',
      '  ',
      '  ',
    ),
    '',
    ...correctionLines(year, payee),
    ...paymentLines(year, last),
    ...wrapped(
      `Amounts are rounded ${statement.rounding.mode} to the cent, once for each year to date. Clauses: ${statement.clauses.join(', ')}.`,
      '  ',
      '  ',
    ),
  ]
}

function why({
  sales,
  target,
  attainment,
  gate,
  next,
  effectiveRate,
}: CommissionStatement): string {
  const needed = percent(gate?.attainment ?? '0', 0)
  const reached = `You collected ${grouped(sales)}, ${percent(attainment ?? '0', 1)}% of your target of ${grouped(short(target ?? ''))}.`
  if (gate?.outcome === 'unmet')
    return `${reached} Commission is paid from ${needed}% of the target on: ${grouped(gate.remaining ?? '')} more were needed, and would have paid ${grouped(gate.forgone ?? '')} or more (COM-2).`
  const more =
    next === null
      ? ''
      : ` Another ${grouped(next.remaining)} would have reached the next rate, ${percent(next.rate, 1)}%.`
  return `${reached} Commission is paid from ${needed}% of the target on (COM-2), so all that you collected earns: ${percent(effectiveRate ?? '0', 2)}% on average.${more}`
}

/** Slices and adjustments; they add up to the commission. */
function sliceTable({ slices, adjustments, base, amount }: CommissionStatement): string[] {
  const rows = slices.map((slice) => [
    `${slice.tier} tier`,
    grouped(slice.from),
    slice.upTo === null ? 'no end' : grouped(slice.upTo),
    `${percent(slice.rate, 1)}%`,
    grouped(slice.base),
    grouped(slice.amount),
  ])
  const others = adjustments.map((one) => [one.kind, '', '', '', '', grouped(one.amount)])
  return columns(
    [
      ['', 'above', 'up to', 'rate', 'collected', 'commission'],
      ...rows,
      ...others,
      ['the year', '', '', '', grouped(base), grouped(amount)],
    ],
    'lrrrrr',
  )
}

function monthTable(months: readonly MonthRow[]): string[] {
  const rows = months.map((row) => [
    row.month,
    grouped(row.collected),
    grouped(row.statement.sales),
    `${percent(row.statement.attainment ?? '0', 1)}%`,
    grouped(row.earned),
    blankIfZero(row.corrected),
    grouped(row.paid),
    blankIfZero(row.carried),
  ])
  const total = [
    'the year',
    grouped(totalOf(months.map(({ collected }) => collected))),
    '',
    '',
    grouped(totalOf(months.map(({ earned }) => earned))),
    blankIfZero(totalOf(months.map(({ corrected }) => corrected))),
    grouped(paidIn(months)),
    '',
  ]
  return columns(
    [
      [
        '',
        'collected',
        'to date',
        'of target',
        'commission',
        'corrections',
        'paid',
        'carried over',
      ],
      ...rows,
      total,
    ],
    'lrrrrrrr',
  )
}

/** Run by run: the refunds that came late, and what they change in the months that were paid. */
function correctionLines({ adjustments, lateRefunds }: Year, payee: string): string[] {
  const own = adjustments.filter((row) => row.payee === payee)
  if (own.length === 0) return ['  Corrections: none.', '']
  const runs = [...groupBy(own, ({ paidIn }) => paidIn)]
  const tables = runs.flatMap(([paidIn, rows]) => [
    `  Corrected in ${paidIn}: the year up to each month, as it was paid and as it is now`,
    ...lateRefunds
      .filter((refund) => refund.payee === payee && refund.refundedOn.startsWith(paidIn))
      .flatMap(refundLines),
    ...columns(
      [
        ['for', 'collected', 'now', 'commission', 'now', 'difference'],
        ...rows.map(correctionRow),
        ['', '', '', '', 'together', grouped(totalOf(rows.map(({ amount }) => amount)))],
      ],
      'lrrrrr',
    ),
    '',
  ])
  const legend =
    'Difference: what a month changes beyond the months before it. A month that is not listed changes nothing more.'
  return [...tables, ...wrapped(legend, '  ', '  '), '']
}

function refundLines(refund: LateRefund): string[] {
  const { order, customer, product, refundedOn, paidOn, amount, owners } = refund
  const part = owners === '1' ? '' : `, which ${owners} of you share`
  return wrapped(
    `On ${refundedOn} customer ${customer} was given back ${grouped(amount)} of order ${order} (${product})${part}. They came in on ${paidOn} and do not count from then on.`,
    '  ',
    '  ',
  )
}

/** The difference of a month is what it adds to that of the months before it: more where a higher rate is no longer reached. */
function correctionRow({ month, amount, correction }: AdjustmentRow): string[] {
  const sales = correction?.reasons.find(({ field }) => field === 'sales')
  return [
    month,
    grouped(sales?.was ?? ''),
    grouped(sales?.is ?? ''),
    grouped(correction?.paid ?? ''),
    grouped(correction?.due ?? ''),
    grouped(amount),
  ]
}

/** What came in in the last month, payment by payment. */
function paymentLines({ lastPayments }: Year, { payee, month, collected }: MonthRow): string[] {
  const rows = lastPayments.filter((row) => row.payee === payee)
  return [
    `  What you collected in ${month}`,
    ...columns(
      [
        ['', 'payment', 'order', 'customer', '', 'amount', 'yours'],
        ...rows.map(({ bookedOn, payment, order, customer, product, amount, share }) => [
          bookedOn,
          payment,
          order,
          customer,
          product,
          grouped(amount),
          grouped(share),
        ]),
        ['together', '', '', '', '', '', grouped(collected)],
      ],
      'lllllrr',
    ),
    '',
  ]
}

function paidIn(months: readonly MonthRow[]): string {
  return totalOf(months.map(({ paid }) => paid))
}

function carriedWords(carried: string): string {
  return carried.startsWith('-')
    ? `${grouped(carried.slice(1))} paid too much, carried over`
    : `${grouped(carried)} not paid yet, carried over`
}

function blankIfZero(amount: string): string {
  return isZero(amount) ? '' : grouped(amount)
}

function isZero(amount: string): boolean {
  return /^-?0(\.0+)?$/.test(amount)
}
