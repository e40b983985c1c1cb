import type { CommissionStatement } from 'sales-rules'
import { percent } from '../../close-the-quarter/exact.js'
import { columns, grouped, short, wrapped } from '../../close-the-quarter/report/layout.js'

/** Why the year so far earns what it does, and by which tiers. */
export function commissionLines(statement: CommissionStatement): string[] {
  return [
    ...wrapped(why(statement), '  ', '  '),
    '',
    '  How the commission of the year is made',
    ...sliceTable(statement),
    '',
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
