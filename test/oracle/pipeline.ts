/**
 * A second computation of the pipeline, which shares nothing with the first: a deal is walked through day by day, days are counted one by
 * one, and every ratio is a fraction of two integers.
 */
import {
  add,
  compare,
  type Fraction,
  fraction,
  multiply,
  parse,
  subtract,
  sum,
} from './fraction.js'

/** A deal by the numbers of its days. */
export interface OracleDeal {
  readonly created: number
  readonly entries: readonly { readonly stage: number; readonly on: number }[]
  readonly won: number | null
  readonly lost: number | null
}

/** What became of a deal, by walking through its days. */
export interface Walk {
  readonly furthest: number
  readonly state: 'won' | 'lost' | 'open'
  readonly leadToDeal: number | null
  /** Days in each stage that it has left. */
  readonly stays: ReadonlyMap<number, number>
}

export function walk(deal: OracleDeal, wonAt: number, asOf: number): Walk {
  const won = deal.won ?? firstDay(deal, wonAt)
  const stages = deal.entries.map((entry) => entry.stage)
  return {
    furthest: Math.max(won === null ? 0 : wonAt, ...stages),
    state: won === null ? openOrLost(deal) : 'won',
    leadToDeal: won === null ? null : won - deal.created,
    stays: countStays(deal, wonAt, asOf),
  }
}

function countStays(deal: OracleDeal, wonAt: number, asOf: number): Map<number, number> {
  const stays = new Map<number, number>()
  let stage = 0
  for (let day = deal.created; day <= asOf; day += 1) {
    const entered = stagesOn(deal, day)
    for (const one of entered) stays.set(one, stays.get(one) ?? 0)
    stage = entered.at(-1) ?? stage
    if (deal.lost === day || isSettled(deal, day, stage < wonAt)) return stays
    if (day < asOf) stays.set(stage, (stays.get(stage) ?? 0) + 1)
  }
  stays.delete(stage)
  return stays
}

/** The stages entered on a day, in their order; a deal begins in the first unless it enters another one at once. */
function stagesOn({ created, entries }: OracleDeal, day: number): number[] {
  const entered = entries.filter(({ on }) => on === day).map((entry) => entry.stage)
  if (entered.length === 0 && day === created) return [0]
  return entered.sort((a, b) => a - b)
}

/** Won on this day, and nothing comes after. */
function isSettled({ entries, won }: OracleDeal, day: number, isBefore: boolean): boolean {
  return isBefore && day === won && entries.every(({ on }) => on <= won)
}

function firstDay({ entries }: OracleDeal, wonAt: number): number | null {
  const days = entries.filter((entry) => entry.stage >= wonAt).map(({ on }) => on)
  return days.length === 0 ? null : Math.min(...days)
}

function openOrLost({ lost }: OracleDeal): 'open' | 'lost' {
  return lost === null ? 'open' : 'lost'
}

/** Half of the list is not above it, and half not below. */
export function median(list: readonly number[]): Fraction | null {
  const ordered = [...list].sort((a, b) => a - b)
  if (ordered.length === 0) return null
  const [low, high] = [
    ordered[Math.ceil(ordered.length / 2) - 1] ?? 0,
    ordered[Math.floor(ordered.length / 2)] ?? 0,
  ]
  return fraction(BigInt(low + high), 2n)
}

/** Each value × its probability, and the variance of their sum where they are independent. */
export function expectation(deals: readonly { value: string; probability: string }[]) {
  const one = fraction(1n)
  const parts = deals.map(({ value, probability }) => ({ v: parse(value), p: parse(probability) }))
  return {
    mean: sum(parts.map(({ v, p }) => multiply(v, p))),
    // E(x²) − E(x)² of each, by its two outcomes.
    variance: sum(
      parts.map(({ v, p }) => subtract(multiply(p, multiply(v, v)), square(multiply(p, v)))),
    ),
    certain: sum(parts.filter(({ p }) => compare(p, one) === 0).map(({ v }) => v)),
    possible: sum(parts.filter(({ p }) => p.n > 0n).map(({ v }) => v)),
  }
}

export function square(value: Fraction): Fraction {
  return multiply(value, value)
}

/** Takes the sales of one day after the other off the receivables, the latest day first. */
export function countBackDays(
  receivables: string,
  months: readonly { readonly days: number; readonly sales: string }[],
): { readonly days: Fraction; readonly left: Fraction } {
  let left = parse(receivables)
  let days = fraction(0n)
  for (const month of months) {
    const perDay = multiply(parse(month.sales), fraction(1n, BigInt(month.days)))
    for (let day = 0; day < month.days && left.n > 0n; day += 1) {
      if (compare(left, perDay) < 0) {
        days = add(days, fraction(left.n * perDay.d, left.d * perDay.n))
        left = fraction(0n)
      } else {
        days = add(days, fraction(1n))
        left = subtract(left, perDay)
      }
    }
  }
  return { days, left }
}
