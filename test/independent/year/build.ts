/** Years in few words, as the page tells them: EUR, months of 2026, one tier of 10%, a target of 10,000 a month. */
import type { Line, Period, Plan, PlanChange, Settled, Step, Tier, Year } from './facts.js'

/** Rates and the sales at which they change, in turn: `tiers('0.05', 10_000, '0.1')`. */
export function tiers(...steps: readonly (string | number)[]): readonly Tier[] {
  return steps.flatMap((rate, index) =>
    typeof rate === 'number' ? [] : [{ id: `t${index}`, upTo: endAt(steps[index + 1]), rate }],
  )
}

function endAt(end: string | number | undefined): string | null {
  return end === undefined ? null : String(end)
}

export function marginal(...steps: readonly (string | number)[]): Plan['scale'] {
  return { mode: 'marginal', tiers: tiers(...steps) }
}

export function wholeAmount(...steps: readonly (string | number)[]): Plan['scale'] {
  return { mode: 'whole-amount', tiers: tiers(...steps) }
}

/** Once the rate of all below the attainment, `multiplier` times it from there on. */
export function multiplied(attainment: string, multiplier: string): readonly Step[] {
  return [
    { id: 'to', upTo: attainment, multiplier: '1' },
    { id: 'from', upTo: null, multiplier },
  ]
}

export const doubled: Pick<Plan, 'accelerator'> = {
  accelerator: { mode: 'whole-amount', steps: multiplied('1', '2') },
}

export function plan(...parts: readonly Partial<Plan>[]): Plan {
  return Object.assign({ currency: 'EUR', scale: marginal('0.1'), payment: {} }, ...parts)
}

/** A figure is what a month sold; what else it was given stands beside it. */
export type Month = number | readonly [number | readonly Line[], Partial<Period & Settled>]

function months(list: readonly Month[], target?: string, from = 1): readonly Settled[] {
  return list.map((month, index) => {
    const [sold, { collected, byHand, corrections, isFinal, ...facts }] =
      typeof month === 'number' ? ([month, {}] as const) : month
    const period = monthAt(from + index)
    return {
      facts: { ...soldAs(period, sold), target: target ?? '10000', ...facts },
      ...(collected && { collected }),
      ...(byHand && { byHand }),
      ...(corrections && {
        corrections: corrections.map((now) => ({ target: target ?? '10000', ...now })),
      }),
      ...(isFinal && { isFinal }),
    }
  })
}

export function monthAt(number: number): string {
  const year = 2026 + Math.floor((number - 1) / 12)
  return `${year}-${String(((number - 1) % 12) + 1).padStart(2, '0')}`
}

function soldAs(period: string, sold: number | readonly Line[]): Period {
  return typeof sold === 'number' ? { period, sales: String(sold) } : { period, lines: sold }
}

/** What a month really sold, learned later. */
export function really(month: number, sold: number | readonly Line[], more: Partial<Period> = {}) {
  return { corrections: [{ ...soldAs(monthAt(month), sold), ...more }] }
}

export function line(id: string, amount: number, more: Partial<Line> = {}): Line {
  return { id, amount: String(amount), ...more }
}

export function year(only: Plan, list: readonly Month[], target?: string): Year {
  return { plans: [{ from: 0, plan: only }], periods: months(list, target) }
}

/** Two plans, the second from the month of that number on. */
export function changed(
  first: Plan,
  month: number,
  second: Plan,
  list: readonly Month[],
  change: PlanChange = 'continue',
  target?: string,
): Year {
  const plans = [
    { from: 0, plan: first },
    { from: month - 1, plan: second, change },
  ]
  return { plans, periods: months(list, target) }
}
