/** Whose a payment is, from the words of the page: each owner who comes takes from the one before. */
import { add, type Fraction, fraction, multiply, subtract, zero } from '../../oracle/fraction.js'

export interface Taken {
  readonly payee: string
  readonly from: string
}

export interface Rule {
  readonly share: Fraction
  readonly months: number
}

/**
 * All of it is the owner's on the day of the order. Of whoever has taken the customer over since: in the first months from that day on, a
 * share of what the one before has; after them, all that the one before has.
 */
export function ownersOf(
  owned: readonly Taken[],
  { ordered, paid }: { readonly ordered: string; readonly paid: string },
  { share, months }: Rule,
): Map<string, Fraction> {
  const turns = turnsOf(owned)
  const first = turns.filter(({ from }) => from <= ordered).length - 1
  const owner = turns[first]
  if (owner === undefined) throw new Error('nobody owns the customer')
  const has = new Map([[owner.payee, fraction(1n)]])
  let before = owner.payee
  for (const { payee, from } of turns.slice(first + 1)) {
    if (from > paid) break
    const all = has.get(before) ?? zero
    const taken = paid < monthsAfter(from, months) ? multiply(all, share) : all
    has.set(before, subtract(all, taken))
    has.set(payee, add(has.get(payee) ?? zero, taken))
    before = payee
  }
  return new Map([...has].filter(([, part]) => part.n !== 0n))
}

/** From the oldest on; who owns it already does not take it over. */
function turnsOf(owned: readonly Taken[]): Taken[] {
  const ordered = [...owned].sort((a, b) => (a.from < b.from ? -1 : 1))
  return ordered.filter(({ payee }, index) => ordered[index - 1]?.payee !== payee)
}

/** The same day so many months later, or the last one of a shorter month. */
function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const count = year * 12 + month - 1 + months
  const [toYear, toMonth] = [Math.floor(count / 12), (count % 12) + 1]
  const isLeap = toYear % 4 === 0 && (toYear % 100 !== 0 || toYear % 400 === 0)
  const lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return dayOf(toYear, toMonth, Math.min(date, lengths[toMonth - 1] ?? 0))
}

export function dayOf(year: number, month: number, day: number): string {
  return [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-')
}
