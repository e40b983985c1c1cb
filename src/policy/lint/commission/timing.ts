import type { CommissionFacts } from '../../../commission/index.js'
import type { Path } from '../../../kernel/index.js'
import * as fraction from '../../../kernel/number/fraction.js'
import * as write from '../../../kernel/number/write.js'
import { exactText } from '../exactText.js'
import { finding } from '../finding.js'
import { ORDER_MOVED_PAYS_MORE, TIERS_WITHOUT_PERIOD } from '../issues.js'
import { exampleOf } from '../rules.js'
import type { Finding, FindingExample } from '../types.js'
import { jumpsOf } from './jumps.js'
import { downTo, type Lane, type TriedPlan, upTo, writeSales } from './lanes.js'
import { periodsOf } from './payee.js'
import { placesIn } from './payShape.js'

type Fraction = fraction.Fraction

const QUARTER = { n: 1n, d: 4n }
const MOST_PLACES = 15

/**
 * An order at the edge of two periods. Where the plan bends or jumps at some sales, one period is short of them by the order and the
 * other has them: in one of the two the order is paid more.
 */
export function movedOrder(lane: Lane, tried: TriedPlan): Finding[] {
  if (lane.scale.per !== undefined) return []
  const jumps = (['down', 'up'] as const).flatMap((way) => jumpsOf(lane, tried, way))
  const bends = placesIn(lane, tried).slice(0, -1)
  const kinks = [...jumps, ...bends.map((at) => ({ at, path: lane.path }))]
  let best: (Moved & { readonly path: Path }) | null = null
  for (const { at, path } of kinks.slice(0, MOST_PLACES)) {
    const moved = moveOrder(at, lane, tried)
    if (moved !== null && (best === null || fraction.compare(moved.gain, best.gain) > 0))
      best = { ...moved, path }
  }
  if (best === null) return []
  const { path, order, gain, example } = best
  const amount = write.money(gain, tried.plan.currency)
  const params = { given: writeSales(order, tried), amount }
  return [finding('note', ORDER_MOVED_PAYS_MORE, [path, params], { example })]
}

interface Moved {
  readonly gain: Fraction
  readonly order: Fraction
  readonly example: FindingExample
}

/** Four statements: the order in the first period, then in the second. */
function moveOrder(kink: Fraction, lane: Lane, tried: TriedPlan): Moved | null {
  const order = downTo(fraction.multiply(kink, QUARTER), tried)
  if (order.n <= 0n) return null
  const full = upTo(kink, tried)
  const less = fraction.subtract(full, order)
  const more = fraction.add(full, order)
  const [first, second] = payeesOf(tried)
  const given = [
    [lane.input(full, first)],
    [lane.input(full, second)],
    [lane.input(less, first)],
    [lane.input(more, second)],
  ]
  const example = exampleOf(tried.question, given)
  const [a, b, c, d] = example.gives.map(exactText) as [Fraction, Fraction, Fraction, Fraction]
  const gain = fraction.absolute(fraction.subtract(fraction.add(c, d), fraction.add(a, b)))
  // Each of the four is rounded.
  return fraction.compare(gain, fraction.multiply({ n: 4n, d: 1n }, tried.unit)) <= 0
    ? null
    : { gain, order, example }
}

/** The payee in two periods of which neither counts what the other sold. */
function payeesOf({ payee, plan }: TriedPlan): readonly [CommissionFacts, CommissionFacts] {
  if (payee.period === undefined) return [payee, payee]
  const [, second] = periodsOf(plan)
  return [payee, { ...payee, period: second }]
}

const TWELVE = { n: 12n, d: 1n }

/** Parts of the last threshold that a month may sell: the first that shows a difference is the example. */
const PARTS = [
  { n: 1n, d: 8n },
  { n: 1n, d: 5n },
  { n: 1n, d: 3n },
  { n: 3n, d: 4n },
]

/** Tiers of money or units that do not say over which period they count, where it makes a difference. */
export function periodLeftOpen(lane: Lane, tried: TriedPlan): Finding[] {
  const { plan } = tried
  const { thresholds, per } = lane.scale
  const isOpen = plan.tiersPer === undefined && (plan.payment?.accrual ?? 'period') === 'period'
  const last = placesIn(lane, tried).at(-2)
  if (!isOpen || thresholds === 'attainment' || per !== undefined || last === undefined) return []
  for (const part of PARTS) {
    const found = monthsBesideYear(downTo(fraction.multiply(last, part), tried), lane, tried)
    if (found !== null) return [found]
  }
  return []
}

/** A month that is sold twelve times, by month and at the end of the year; null where it is paid the same. */
function monthsBesideYear(month: Fraction, lane: Lane, tried: TriedPlan): Finding | null {
  const { plan, payee, question } = tried
  if (month.n <= 0n) return null
  const year = fraction.multiply(month, TWELVE)
  const withTarget = (target: Fraction) =>
    payee.target === undefined ? payee : { ...payee, target: write.decimal(target) }
  const given = [[lane.input(month, withTarget(month))], [lane.input(year, withTarget(year))]]
  const example = exampleOf(question, given)
  const [monthly, yearly] = example.gives.map(exactText) as [Fraction, Fraction]
  const byMonth = fraction.multiply(monthly, TWELVE)
  const gap = fraction.absolute(fraction.subtract(byMonth, yearly))
  if (fraction.compare(gap, fraction.ONE) <= 0) return null
  const params = {
    amount: write.money(byMonth, plan.currency),
    other: write.money(yearly, plan.currency),
  }
  return finding('warning', TIERS_WITHOUT_PERIOD, [['tiersPer'], params], { example })
}
