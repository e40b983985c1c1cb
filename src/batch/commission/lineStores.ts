import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import { LARGEST, scaleFraction, unscale } from '../number/scaled.js'
import type { CommissionColumns } from './types.js'

/** Where a builder puts its lines: one by one, or summed up by payee. */
export interface LineStore {
  /** Makes room for so many more lines at once. */
  readonly reserve: (count: number) => void
  /** Adds the first lines of a block, by their scaled amounts. */
  readonly addBlock: (payees: Int32Array, amounts: Float64Array, count: number) => void
  /** Adds a line whose amount does not fit. */
  readonly addWide: (payee: number, amount: Fraction) => void
  /** Counts more rows of a payee, where a line that was added is the sum of several. */
  readonly addCount: (payee: number, more: number) => void
  /** What was added so far; it is not changed any more, but its columns may be views of longer ones. */
  readonly finish: () => Pick<CommissionColumns, 'payee' | 'amounts' | 'wide' | 'counts'>
}

/** Keeps every line. The columns double when they are full, so that a line is copied twice at most on average. */
export function storeOfLines(): LineStore {
  let payees = new Int32Array()
  let amounts = new Float64Array()
  let length = 0
  const wide = new Map<number, string>()
  const reserve = (count: number) => {
    if (length + count <= payees.length) return
    const size = Math.max(length + count, payees.length * 2)
    payees = longer(payees.subarray(0, length), new Int32Array(size))
    amounts = longer(amounts.subarray(0, length), new Float64Array(size))
  }
  const addBlock: LineStore['addBlock'] = (places, scaled, count) => {
    reserve(count)
    payees.set(places.subarray(0, count), length)
    amounts.set(scaled.subarray(0, count), length)
    length += count
  }
  return {
    reserve,
    addBlock,
    addWide: (payee, amount) => {
      wide.set(length, write.decimal(amount))
      addBlock(Int32Array.of(payee), Float64Array.of(Number.NaN), 1)
    },
    addCount: () => {},
    finish: () => ({
      payee: payees.subarray(0, length),
      amounts: amounts.subarray(0, length),
      wide: new Map(wide),
    }),
  }
}

function longer<Column extends { set: (from: Column) => void }>(from: Column, to: Column): Column {
  to.set(from)
  return to
}

/**
 * Keeps the sum of every payee's lines. Integers add up to the same sum in any order, in any number of parts, so that what was
 * added on several machines is merged without loss.
 */
export function storeOfTotals(decimals: number): LineStore {
  let totals = new Float64Array(64)
  let counts = new Float64Array(64)
  let length = 0
  const exact = new Map<number, Fraction>()
  const makeRoom = (payee: number) => {
    while (payee >= totals.length) {
      totals = longer(totals, new Float64Array(totals.length * 2))
      counts = longer(counts, new Float64Array(totals.length))
    }
    length = Math.max(length, payee + 1)
  }
  const addCount = (payee: number, more: number) => {
    if (payee >= length) makeRoom(payee)
    counts[payee] = (counts[payee] ?? 0) + more
  }
  const addExact = (payee: number, amount: Fraction) => {
    const before = exact.get(payee) ?? unscale(totals[payee] ?? 0, decimals)
    exact.set(payee, fraction.sum([before, amount]))
    // From here on every sum of this payee is NaN, which is in no range, so that the lines that follow come here as well.
    totals[payee] = Number.NaN
  }
  return {
    reserve: () => {},
    addBlock: (payees, amounts, count) => {
      for (let line = 0; line < count; line += 1) {
        const payee = payees[line] ?? 0
        const amount = amounts[line] ?? 0
        addCount(payee, 1)
        const total = (totals[payee] ?? 0) + amount
        // Where the true sum leaves the range the computed one does, too, because rounding is monotone; inside it is exact.
        if (Math.abs(total) <= LARGEST) totals[payee] = total
        else addExact(payee, unscale(amount, decimals))
      }
    },
    addWide: (payee, amount) => {
      addCount(payee, 1)
      addExact(payee, amount)
    },
    addCount,
    finish: () => ({
      ...finishTotals(totals.slice(0, length), exact, decimals),
      counts: counts.slice(0, length),
    }),
  }
}

/** A sum that came back into range is a number again, so that the way to it does not show. */
function finishTotals(
  amounts: Float64Array,
  exact: ReadonlyMap<number, Fraction>,
  decimals: number,
): Omit<ReturnType<LineStore['finish']>, 'counts'> {
  const wide = new Map<number, string>()
  for (const [payee, total] of exact) {
    amounts[payee] = scaleFraction(total, decimals)
    if (Number.isNaN(amounts[payee])) wide.set(payee, write.decimal(total))
  }
  return { payee: Int32Array.from(amounts.keys()), amounts, wide }
}
