// The page that the head of sales reads on the last day of the quarter.
import { columns, grouped, short, title, wrapped } from '../close-the-quarter/report/layout.js'
import { asOf } from './records.js'
import type { Review } from './review.js'

export function reportOn(outcome: Review): string[] {
  return [
    `Pipeline review as of ${asOf}: ${outcome.deals.length} deals`,
    ...title('1. Where is the funnel slow?'),
    ...funnelSection(outcome.funnel),
    ...title('2. Which deals may move on?'),
    ...columns(outcome.stages.map(stageRow), 'llll'),
    ...title('3. What will it bring?'),
    ...forecastSection(outcome),
    ...title('4. When does cash come in, and what is overdue?'),
    ...cashSection(outcome),
    ...title('5. Which discounts may be granted?'),
    ...columns(outcome.discounts.map(discountRow), 'lrlll'),
    ...title('6. Are the records complete?'),
    ...recordSection(outcome.completeness),
    ...title('7. What comes first?'),
    ...columns(
      outcome.priorities.tasks.map(({ id, quadrant, due }) => [`${quadrant}`, id, due ?? '']),
      'lll',
    ),
    ...title('8. What could not be read?'),
    ...problems(outcome),
  ]
}

const money = (amount: string) => short(grouped(amount))

/** A share as a percentage, never rounded up. */
const percent = (share: string | null) =>
  share === null ? '-' : `${Math.floor(Number(share) * 1000) / 10}%`

function funnelSection({ stages, steps, bottleneck, ...funnel }: Review['funnel']): string[] {
  const rows = stages.map(({ stage, reached, value, medianDays }, at) => {
    const step = steps[at]
    const share = step?.conversionOfDecided ?? null
    const onward = share === null ? '' : `${percent(share)} go on`
    const days = medianDays === null ? '' : `${medianDays} days`
    return [stage, `${reached}`, value === null ? '' : money(value), days, onward]
  })
  const { sales, velocity, leadToDeal } = funnel
  return [
    ...columns(rows, 'lrrrr'),
    `  Won ${funnel.won}, lost ${funnel.lost}, open ${funnel.open}: win rate ${percent(funnel.winRate)}`,
    `  From lead to deal: ${leadToDeal?.median} days (half of them ${leadToDeal?.lowerQuartile} to ${leadToDeal?.upperQuartile})`,
    `  Sales per customer ${money(sales?.salesPerCustomer ?? '')}, per order ${money(sales?.salesPerOrder ?? '')}; ${money(velocity?.per30Days ?? '')} in 30 days`,
    ...bottleneck.byConversion.map(
      ({ from, to, reached, wentOn, lost, stillOpen }) =>
        `  Bottleneck: ${from} to ${to}, ${wentOn} of ${reached}, ${lost} lost, ${stillOpen} still there`,
    ),
    ...bottleneck.byDays.map(
      ({ stage, medianDays, deals }) =>
        `  Longest: ${stage}, ${medianDays} days at the median of ${deals}`,
    ),
  ]
}

function stageRow({ id, checked }: Review['stages'][number]): string[] {
  const { stage, mayMove, missing } = checked
  const lacks = missing.map((one) => {
    const gap = one.gap === null ? '' : ` (${one.gap} more)`
    return `${one.id}${gap}${one.outcome === 'unknown' ? '?' : ''}`
  })
  const shown = lacks.length > 3 ? [...lacks.slice(0, 2), `${lacks.length - 2} more`] : lacks
  const answer = mayMove === true ? 'yes' : mayMove === false ? 'no' : 'not known'
  return [id, stage, answer, shown.join(', ')]
}

function forecastSection({ forecast, measured }: Review): string[] {
  const row = (name: string, sum: Review['forecast']['total']) => [
    ...[name, sum.deals === 1 ? '1 deal' : `${sum.deals} deals`],
    ...[money(sum.value), money(sum.expected)],
    `${money(sum.low)} to ${money(sum.high)}`,
  ]
  return [
    ...columns(
      [
        ['', '', 'value', 'expected', 'range'],
        ...forecast.periods.map((one) => row(one.period, one)),
        row('total', forecast.total),
        row('as measured', measured.total),
      ],
      'lrrrr',
    ),
    ...forecast.setAside.map(({ deal, reason, value }) => `  ${deal}: ${reason}, ${money(value)}`),
  ]
}

function cashSection({ collection, ageing }: Review): string[] {
  const days = Number(collection.days).toFixed(1)
  return [
    `  ${days} days from the invoice until it is paid; what is open is ${Number(collection.openDays).toFixed(1)} days old`,
    ...columns(
      ageing.buckets.map(({ id, amount, invoices }) => [id, money(amount), `${invoices} open`]),
      'lrr',
    ),
    ...columns(
      ageing.customers.map(({ customer, open, oldestDays }) => [
        customer ?? '',
        money(open),
        (oldestDays ?? 0) > 0 ? `${oldestDays} days overdue` : 'not overdue',
      ]),
      'lrl',
    ),
  ]
}

function discountRow({ deal, checked }: Review['discounts'][number]): string[] {
  const { discount, decision, approver, lowestPrice, withoutExchange } = checked
  const by = approver === null ? '' : `by ${approver}`
  const least = lowestPrice === null ? '' : `own limit ${money(lowestPrice)}`
  const free =
    withoutExchange.length === 0 ? '' : `${withoutExchange.join(', ')}: nothing in exchange`
  return [deal, percent(discount), decision, by, free === '' ? least : free]
}

function recordSection({
  groups,
  total,
  target,
  met,
  remaining,
}: Review['completeness']): string[] {
  return [
    ...columns(
      groups.map(({ rep, kind, ofFields, ofRecords, onTime, missing }) => [
        ...[rep ?? '', kind, `fields ${percent(ofFields)}`, `records ${percent(ofRecords)}`],
        ...[`in time ${percent(onTime)}`, missing.map(({ field }) => field).join(', ')],
      ]),
      'llrrrl',
    ),
    `  ${percent(total.ofFields)} of fields, ${percent(target)} asked: ${met ? 'met' : `${remaining} fields short`}`,
  ]
}

function problems({ funnel, ageing, completeness }: Review): string[] {
  const rows = [
    ...funnel.notCounted.map(({ deal: id, issues }) => ({ id, issues })),
    ...ageing.notCounted.map(({ invoice: id, issues }) => ({ id, issues })),
    ...completeness.notCounted.map(({ record: id, issues }) => ({ id, issues })),
  ]
  return rows.flatMap(({ id, issues }) =>
    wrapped(`${id}: ${issues.map(({ message }) => message).join(' ')}`),
  )
}
