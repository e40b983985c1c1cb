/** Plans whose sales may be one figure, and what any sales earn under them: for the laws of payout curves and of what comes next. */
import { calculateCommission, defineCommissionPlan } from 'sales-rules'
import { type Working, workings } from '../arbitraries.rooms.js'
import {
  type Fraction,
  fraction,
  larger,
  parse,
  smaller,
  subtract,
  toCanonical,
  zero,
} from '../oracle/fraction.js'

const DECIMALS: Readonly<Record<string, number>> = { CNY: 2, EUR: 2, JPY: 0, KWD: 3 }

/** Plans that look at no line on its own: the same sum of sales always earns the same. */
export const lineless = workings({
  without: ['base', 'measuredBy', 'rates', 'eligibility', 'awards', 'exchange'],
}).filter(({ plan }) => plan.scale.measure !== 'separate' && plan.cap?.line === undefined)

export function factsOf({ input }: Working) {
  const { lines: _, exchangeRates: __, period: ___, ...facts } = input
  return facts
}

/** What sales earn exactly, no more than the caps allow. */
export function payOf(working: Working) {
  const plan = defineCommissionPlan(working.plan)
  const facts = factsOf(working)
  const { cap } = working.plan
  return (sales: Fraction): Fraction => {
    const { unrounded } = calculateCommission({ ...facts, sales: toCanonical(sales) }, plan)
    const left = subtract(parse(String(cap?.year ?? 0)), parse(String(facts.yearToDate?.earned)))
    const most = [
      ...(cap?.amount === undefined ? [] : [parse(String(cap.amount))]),
      ...(cap?.year === undefined ? [] : [larger(left, zero)]),
    ]
    return most.reduce(smaller, parse(unrounded))
  }
}

export function unitOf({ plan }: Working): Fraction {
  const decimals = plan.scale.thresholds === 'units' ? 0 : (DECIMALS[plan.currency] ?? 0)
  return fraction(1n, 10n ** BigInt(decimals))
}
