/** What one writes without a library: loops over plain numbers, right but for the cents, and loops over decimals. */
import { Decimal } from 'decimal.js'
import { PAYEES, type PlainColumns, type Row, TARGET } from './orders.js'

const target = Number(TARGET)

export function commissionOf(sales: number): number {
  if (sales <= 1_000_000) return sales * 0.03
  if (sales <= 2_000_000) return 30_000 + (sales - 1_000_000) * 0.04
  return 70_000 + (sales - 2_000_000) * 0.05
}

const toCents = (amount: number) => Math.round(amount * 100) / 100

export function plainTotals({ payee, amounts }: PlainColumns): Float64Array {
  const totals = new Float64Array(PAYEES)
  for (let line = 0; line < amounts.length; line += 1)
    totals[payee[line] as number] =
      (totals[payee[line] as number] as number) + (amounts[line] as number)
  return totals
}

export function plainCommission(totals: ArrayLike<number>): Float64Array {
  const paid = new Float64Array(totals.length)
  for (let place = 0; place < totals.length; place += 1) {
    const sales = totals[place] as number
    paid[place] = sales >= target ? toCents(commissionOf(sales)) : 0
  }
  return paid
}

export function plainShares({ payee, amounts }: PlainColumns): Float64Array {
  const totals = plainTotals({ payee, amounts })
  const running = new Float64Array(PAYEES)
  const paid = new Float64Array(PAYEES)
  const shares = new Float64Array(amounts.length)
  for (let line = 0; line < amounts.length; line += 1) {
    const place = payee[line] as number
    if ((totals[place] as number) < target) continue
    const sales = (running[place] as number) + (amounts[line] as number)
    const after = toCents(commissionOf(sales))
    running[place] = sales
    shares[line] = after - (paid[place] as number)
    paid[place] = after
  }
  return shares
}

/** Places of payees by name, and their totals, from rows whose amounts are read by `read`. */
function gather<Amount>(rows: readonly Row<Amount>[], read: (amount: Amount) => number) {
  const places = new Map<string, number>()
  const totals: number[] = []
  const payee = new Int32Array(rows.length)
  let line = 0
  for (const row of rows) {
    let place = places.get(row.payee)
    if (place === undefined) {
      place = totals.push(0) - 1
      places.set(row.payee, place)
    }
    totals[place] = (totals[place] as number) + read(row.amount)
    payee[line] = place
    line += 1
  }
  return { places, totals, payee }
}

/** Totals of rows of numbers: no more is done for a row than looking up its payee and adding. */
export function plainRowTotals(rows: readonly Row<number>[]): Float64Array {
  const places = new Map<string, number>()
  const totals: number[] = []
  for (const row of rows) {
    let place = places.get(row.payee)
    if (place === undefined) {
      place = totals.push(0) - 1
      places.set(row.payee, place)
    }
    totals[place] = (totals[place] as number) + row.amount
  }
  return plainCommission(totals)
}

export function plainTextTotals(rows: readonly Row<string>[]): Float64Array {
  const places = new Map<string, number>()
  const totals: number[] = []
  for (const row of rows) {
    let place = places.get(row.payee)
    if (place === undefined) {
      place = totals.push(0) - 1
      places.set(row.payee, place)
    }
    totals[place] = (totals[place] as number) + Number(row.amount)
  }
  return plainCommission(totals)
}

export function plainRowShares(rows: readonly Row<number>[]): Float64Array {
  const { totals, payee } = gather(rows, (amount) => amount)
  const running = new Float64Array(totals.length)
  const paid = new Float64Array(totals.length)
  const shares = new Float64Array(rows.length)
  for (let line = 0; line < rows.length; line += 1) {
    const place = payee[line] as number
    if ((totals[place] as number) < target) continue
    const sales = (running[place] as number) + (rows[line] as Row<number>).amount
    const after = toCents(commissionOf(sales))
    running[place] = sales
    shares[line] = after - (paid[place] as number)
    paid[place] = after
  }
  return shares
}

/** Commission by decimal.js, as most people would write it. */
export function decimalCommission(total: Decimal, goal: Decimal.Value = TARGET): Decimal {
  if (total.lt(goal)) return new Decimal(0)
  const first = Decimal.min(total, 1_000_000).times('0.03')
  const second = Decimal.max(0, Decimal.min(total, 2_000_000).minus(1_000_000)).times('0.04')
  const top = Decimal.max(0, total.minus(2_000_000)).times('0.05')
  return first.plus(second).plus(top).toDecimalPlaces(2)
}

export function decimalTotals(rows: readonly Row<Decimal.Value>[]): Map<string, Decimal> {
  const totals = new Map<string, Decimal>()
  for (const { payee, amount } of rows)
    totals.set(payee, (totals.get(payee) ?? new Decimal(0)).plus(amount))
  return totals
}

export function decimalRowTotals(rows: readonly Row<Decimal.Value>[]): Decimal[] {
  return [...decimalTotals(rows).values()].map((total) => decimalCommission(total))
}

export function decimalRowShares(rows: readonly Row<Decimal.Value>[]): Decimal[] {
  const totals = decimalTotals(rows)
  const running = new Map<string, { sales: Decimal; paid: Decimal }>()
  return rows.map(({ payee, amount }) => {
    if (totals.get(payee)?.lt(TARGET)) return new Decimal(0)
    const before = running.get(payee) ?? { sales: new Decimal(0), paid: new Decimal(0) }
    const sales = before.sales.plus(amount)
    const paid = decimalCommission(sales, 0)
    running.set(payee, { sales, paid })
    return paid.minus(before.paid)
  })
}
