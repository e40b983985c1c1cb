import {
  type Fraction,
  LARGEST,
  scaleFraction,
  sum,
  unscale,
  writeDecimal,
} from '../../kernel/inside.js'
import type { CommissionColumns } from './types.js'

/** Where a builder puts its lines: one by one, or summed up by payee. */
export interface LineStore {
  /** Adds a line by its scaled amount. */
  readonly add: (payee: number, amount: number) => void
  /** Adds a line whose amount may not fit. */
  readonly addExact: (payee: number, amount: Fraction) => void
  readonly finish: () => Pick<CommissionColumns, 'payee' | 'amounts' | 'wide'>
}

/** Keeps every line. The columns double when they are full, so that a line is copied twice at most on average. */
export function storeOfLines(decimals: number): LineStore {
  let payees = new Int32Array(1024)
  let amounts = new Float64Array(1024)
  let length = 0
  const wide = new Map<number, string>()
  const addLine = (payee: number, amount: number) => {
    if (length === payees.length) {
      payees = doubled(payees, new Int32Array(length * 2))
      amounts = doubled(amounts, new Float64Array(length * 2))
    }
    payees[length] = payee
    amounts[length] = amount
    length += 1
  }
  return {
    add: addLine,
    addExact: (payee, amount) => {
      const scaled = scaleFraction(amount, decimals)
      if (Number.isNaN(scaled)) wide.set(length, writeDecimal(amount))
      addLine(payee, scaled)
    },
    // What was added is never changed, so that columns can be had without a copy while more is added.
    finish: () => ({
      payee: payees.subarray(0, length),
      amounts: amounts.subarray(0, length),
      wide: new Map(wide),
    }),
  }
}

function doubled<Column extends { set: (from: Column) => void }>(from: Column, to: Column): Column {
  to.set(from)
  return to
}

/**
 * Keeps the sum of every payee's lines. Integers add up to the same sum in any order, in any number of parts, so that what was
 * added on several machines is merged without loss.
 */
export function storeOfTotals(decimals: number): LineStore {
  let totals = new Float64Array(64)
  let length = 0
  const exact = new Map<number, Fraction>()
  const makeRoom = (payee: number) => {
    if (payee >= totals.length) totals = doubled(totals, new Float64Array(payee * 2))
    length = Math.max(length, payee + 1)
  }
  const addWide = (payee: number, amount: Fraction) => {
    const before = exact.get(payee) ?? unscale(totals[payee] ?? 0, decimals)
    exact.set(payee, sum([before, amount]))
    // From here on every sum of this payee is NaN, which is in no range, so that the lines that follow come here as well.
    totals[payee] = Number.NaN
  }
  const addScaled = (payee: number, amount: number) => {
    if (payee >= length) makeRoom(payee)
    const total = (totals[payee] ?? 0) + amount
    // Where the true sum leaves the range the computed one does, too, because rounding is monotone; inside it is exact.
    if (Math.abs(total) <= LARGEST) totals[payee] = total
    else addWide(payee, unscale(amount, decimals))
  }
  return {
    add: addScaled,
    addExact: (payee, amount) => {
      makeRoom(payee)
      const scaled = scaleFraction(amount, decimals)
      if (Number.isNaN(scaled)) addWide(payee, amount)
      else addScaled(payee, scaled)
    },
    finish: () => finishTotals(totals.slice(0, length), exact, decimals),
  }
}

/** A sum that came back into range is a number again, so that the way to it does not show. */
function finishTotals(
  amounts: Float64Array,
  exact: ReadonlyMap<number, Fraction>,
  decimals: number,
): ReturnType<LineStore['finish']> {
  const wide = new Map<number, string>()
  for (const [payee, total] of exact) {
    amounts[payee] = scaleFraction(total, decimals)
    if (Number.isNaN(amounts[payee])) wide.set(payee, writeDecimal(total))
  }
  return { payee: Int32Array.from(amounts.keys()), amounts, wide }
}
