import assert from 'node:assert/strict'
import Big from 'big.js'
import type { Decimal } from 'decimal.js'
import { add, dinero, toDecimal } from 'dinero.js'
import { CNY } from 'dinero.js/currencies'
import { handbook } from 'sales-rules'
import {
  attributeCommissionColumns,
  attributeCommissionRows,
  calculateCommissionColumns,
  calculateCommissionRows,
  commissionColumnsBuilder,
} from 'sales-rules/batch'
import * as z from 'zod'
import { numberFrom } from './child.js'
import type { Comparison } from './comparison.js'
import { openDuckDB, type PayeeColumn } from './duckdb.js'
import { asNumber, asText, columnsOf, PAYEES, type Row, rowsOf, TARGET } from './orders.js'
import {
  decimalRowShares,
  decimalRowTotals,
  plainCommission,
  plainRowShares,
  plainRowTotals,
  plainShares,
  plainTextTotals,
  plainTotals,
} from './plain.js'

const plan = handbook.commission
const facts = { target: TARGET }
const MILLION = 1_000_000

/** To the cent: sums of floats are off by far less, commissions of theirs by a cent at the most. */
function assertCents(ours: ArrayLike<number>, theirs: ArrayLike<number>, off = 0): void {
  assert.equal(ours.length, theirs.length)
  for (let at = 0; at < ours.length; at += 1)
    assert.ok(
      Math.abs((ours[at] as number) - (theirs[at] as number)) <= off,
      `${at}: ${ours[at]} ${theirs[at]}`,
    )
}

const inCents = (amounts: ArrayLike<number>) =>
  Array.from(amounts, (amount) => Math.round(amount * 100))
const decimalsInCents = (amounts: readonly Decimal[]) =>
  amounts.map((amount) => amount.times(100).toNumber())

const columnTotals = (lines: number): Comparison => ({
  work: `columns: totals and commission, ${lines / MILLION}M lines`,
  against: 'float loop over columns',
  bound: { 'at-most': 1.25 },
  prepare: () => {
    const { ours, plain } = columnsOf(lines)
    const subject = () => calculateCommissionColumns(ours, plan, facts).commission
    const reference = () => plainCommission(plainTotals(plain))
    return { subject, reference, check: () => assertCents(subject(), inCents(reference()), 1) }
  },
})

const columnTotalsInSql = (lines: number, payee: PayeeColumn): Comparison => ({
  work: `columns: totals and commission, ${lines / MILLION}M lines`,
  against: `DuckDB, two threads, table loaded, payees as ${payee}`,
  bound: { 'at-least': 10 },
  prepare: async () => {
    const { ours } = columnsOf(lines)
    const duckdb = await openDuckDB(lines, payee)
    const subject = () => calculateCommissionColumns(ours, plan, facts).commission
    const check = async () =>
      assertCents(byNumber(ours.payees, subject()), await duckdb.readTotals())
    return { subject, reference: duckdb.totals, check }
  },
})

/** In the order of the payees' numbers. */
function byNumber(payees: readonly string[], column: Float64Array): number[] {
  const sorted: number[] = []
  for (const [place, name] of payees.entries())
    sorted[Number(name.slice(2))] = column[place] as number
  return sorted
}

const columnShares: Comparison = {
  work: 'columns: share of each line, 1M lines',
  against: 'float loop over columns',
  bound: { 'at-most': 1.4 },
  prepare: () => {
    const { ours, plain } = columnsOf(MILLION)
    const subject = () => attributeCommissionColumns(ours, plan, facts).shares
    const reference = () => plainShares(plain)
    return { subject, reference, check: () => assertCents(subject(), inCents(reference()), 1) }
  },
}

const columnSharesInSql: Comparison = {
  work: 'columns: share of each line, 1M lines',
  against: 'DuckDB, window functions, two threads, table loaded',
  bound: { 'at-least': 50 },
  prepare: async () => {
    const { ours } = columnsOf(MILLION)
    const duckdb = await openDuckDB(MILLION, 'INTEGER')
    const subject = () => attributeCommissionColumns(ours, plan, facts).shares
    const check = async () => assertCents(subject(), await duckdb.readShares())
    return { subject, reference: duckdb.shares, check }
  },
}

const rowTotals: Comparison = {
  work: 'rows of numbers: totals and commission, 1M rows',
  against: 'float loop over the same rows',
  bound: { 'at-most': 1.3 },
  prepare: () => {
    const rows = rowsOf(MILLION, asNumber)
    const subject = () => calculateCommissionRows(rows, plan, facts).commission
    const reference = () => plainRowTotals(rows)
    return { subject, reference, check: () => assertCents(subject(), inCents(reference()), 1) }
  },
}

const rowShares: Comparison = {
  work: 'rows of numbers: share of each row, 1M rows',
  against: 'float loop over the same rows',
  bound: { 'at-most': 1.35 },
  prepare: () => {
    const rows = rowsOf(MILLION, asNumber)
    const subject = () => attributeCommissionRows(rows, plan, facts).shares
    const reference = () => plainRowShares(rows)
    return { subject, reference, check: () => assertCents(subject(), inCents(reference()), 1) }
  },
}

const textTotals: Comparison = {
  work: 'rows of decimal strings: totals and commission, 1M rows',
  against: '`Number()` and float loop over the same rows',
  bound: { 'at-most': 0.7 },
  prepare: () => {
    const rows = rowsOf(MILLION, asText)
    const subject = () => calculateCommissionRows(rows, plan, facts).commission
    const reference = () => plainTextTotals(rows)
    return { subject, reference, check: () => assertCents(subject(), inCents(reference()), 1) }
  },
}

const SOME = 200_000

const decimalTotals = <Amount extends number | string>(
  kind: string,
  write: (cents: number) => Amount,
): Comparison => ({
  work: `rows of ${kind}: totals and commission, 200k rows`,
  against: 'naive decimal.js',
  bound: { 'at-least': 15 },
  prepare: () => {
    const rows = rowsOf(SOME, write)
    const subject = () => calculateCommissionRows(rows, plan, facts).commission
    const reference = () => decimalRowTotals(rows)
    return { subject, reference, check: () => assertCents(subject(), decimalsInCents(reference())) }
  },
})

const decimalShares = <Amount extends number | string>(
  kind: string,
  write: (cents: number) => Amount,
): Comparison => ({
  work: `rows of ${kind}: share of each row, 200k rows`,
  against: 'naive decimal.js',
  bound: { 'at-least': 30 },
  prepare: () => {
    const rows = rowsOf(SOME, write)
    const subject = () => attributeCommissionRows(rows, plan, facts).shares
    const reference = () => decimalRowShares(rows)
    return { subject, reference, check: () => assertCents(subject(), decimalsInCents(reference())) }
  },
})

/** Adding up alone is timed for these: they have no rules of their own. */
const bigTotals: Comparison = {
  work: 'rows of decimal strings: totals and commission, 200k rows',
  against: 'big.js, totals alone',
  bound: { 'at-least': 10 },
  prepare: () => {
    const rows = rowsOf(SOME, asText)
    const reference = () => {
      const totals = new Map<string, Big>()
      for (const { payee, amount } of rows)
        totals.set(payee, (totals.get(payee) ?? new Big(0)).plus(amount))
      return [...totals.values()].map((total) => Number(total.times(100)))
    }
    const subject = () => calculateCommissionRows(rows, plan, facts)
    return { subject, reference, check: () => assertCents(subject().sales, reference()) }
  },
}

const dineroTotals: Comparison = {
  work: 'rows of decimal strings: totals and commission, 200k rows',
  against: 'dinero.js, totals alone, amounts given in cents',
  bound: { 'at-least': 10 },
  prepare: () => {
    const rows = rowsOf(SOME, asText)
    const cents = rowsOf(SOME, (amount) => amount)
    const zero = dinero({ amount: 0, currency: CNY })
    const reference = () => {
      const totals = new Map<string, typeof zero>()
      for (const { payee, amount } of cents)
        totals.set(payee, add(totals.get(payee) ?? zero, dinero({ amount, currency: CNY })))
      return [...totals.values()].map((total) => Math.round(Number(toDecimal(total)) * 100))
    }
    const subject = () => calculateCommissionRows(rows, plan, facts)
    return { subject, reference, check: () => assertCents(subject().sales, reference()) }
  },
}

const rowSchema = z.strictObject({ payee: z.string().min(1).max(200), amount: z.number() })

const zodRows: Comparison = {
  work: 'rows of numbers, checked: totals and commission, 200k rows',
  against: 'zod on every row, then the same',
  bound: { 'at-least': 9 },
  prepare: () => {
    const rows = rowsOf(SOME, asNumber)
    const subject = () => calculateCommissionRows(rows, plan, facts).commission
    const reference = () =>
      calculateCommissionRows(
        rows.map((row) => rowSchema.parse(row)),
        plan,
        facts,
      ).commission
    return { subject, reference, check: () => assertCents(subject(), reference()) }
  },
}

const jsonLines: Comparison = {
  work: 'NDJSON lines, parsed: totals and commission, 300k lines',
  against: '`JSON.parse` alone on the same lines',
  bound: { 'at-most': 1.15 },
  prepare: () => {
    const rows = rowsOf(300_000, asText)
    const lines = rows.map((row, index) =>
      JSON.stringify({ id: `O-${index}`, day: '2026-03-01', ...row }),
    )
    const subject = () => calculateCommissionRows(parsed(lines), plan, facts).commission
    const reference = () => {
      let length = 0
      for (const row of parsed(lines)) length += row.payee.length
      return length
    }
    const check = () =>
      assertCents(subject(), calculateCommissionRows(rows, plan, facts).commission)
    return { subject, reference, check }
  },
}

function* parsed(lines: readonly string[]): Generator<Row<string>> {
  for (const line of lines) yield JSON.parse(line) as Row<string>
}

const byteFields: Comparison = {
  work: 'UTF-8 fields: columns, totals and commission, 500k lines',
  against: '`Number()` of the decoded fields and float loop',
  bound: { 'at-most': 0.5 },
  prepare: () => {
    const rows = rowsOf(500_000, asText)
    const { bytes, ends } = fieldsOf(rows)
    const utf8 = new TextDecoder()
    const subject = () => {
      const builder = commissionColumnsBuilder(plan, { keep: 'totals' })
      builder.addBytes(bytes, slicesOf(ends))
      return calculateCommissionColumns(builder.finish(), plan, facts).commission
    }
    const reference = () => {
      const places = new Map<string, number>()
      const totals: number[] = []
      let start = 0
      for (let field = 0; field < ends.length; field += 2) {
        const middle = ends[field] as number
        const end = ends[field + 1] as number
        const payee = utf8.decode(bytes.subarray(start, middle))
        let place = places.get(payee)
        if (place === undefined) {
          place = totals.push(0) - 1
          places.set(payee, place)
        }
        totals[place] =
          (totals[place] as number) + Number(utf8.decode(bytes.subarray(middle + 1, end)))
        start = end + 1
      }
      return plainCommission(totals)
    }
    return { subject, reference, check: () => assertCents(subject(), inCents(reference()), 1) }
  },
}

/** The bytes of all rows, and where each field ends. */
function fieldsOf(rows: readonly Row<string>[]) {
  const bytes = new TextEncoder().encode(
    rows.map(({ payee, amount }) => `${payee};${amount}\n`).join(''),
  )
  const ends = new Int32Array(rows.length * 2)
  let field = 0
  for (const [at, byte] of bytes.entries()) {
    if (byte !== 59 && byte !== 10) continue
    ends[field] = at
    field += 1
  }
  return { bytes, ends }
}

/** Where the payee and the amount of each line start and end: a reader has to lay that out, so it is part of what is measured. */
function slicesOf(ends: Int32Array): Int32Array {
  const slices = new Int32Array(ends.length * 2)
  let start = 0
  for (let field = 0; field < ends.length; field += 1) {
    const end = ends[field] as number
    slices[field * 2] = start
    slices[field * 2 + 1] = end
    start = end + 1
  }
  return slices
}

/** The peak of a process that adds lines in chunks of texts, or what that is beyond what it had before. */
const peakOf = (lines: number, before: string) => `
  import { calculateCommissionColumns, commissionColumnsBuilder } from 'sales-rules/batch'
  import * as handbook from 'sales-rules/handbook'
  const CHUNK = 10_000
  const payees = Array.from({ length: CHUNK }, (_, line) => 'E-' + ((line * 7919) % ${PAYEES}))
  const before = ${before}
  const builder = commissionColumnsBuilder(handbook.commission, { keep: 'totals' })
  for (let start = 0; start < ${lines}; start += CHUNK) {
    const amounts = payees.map((_, line) => ((((start + line) * 104729) % 200003) / 100).toFixed(2))
    builder.addTexts(payees, amounts)
  }
  calculateCommissionColumns(builder.finish(), handbook.commission, { target: '1' })
  console.log((process.resourceUsage().maxRSS * 1024 - before) / 1e6)`

/** The engine's nursery grows from 1 to 16 MB while a program is young; here it has its full size from the start, as it has in the end. */
const GROWN = ['--min-semi-space-size=16']

const memory: Comparison = {
  work: 'peak memory of the process, 10M lines in chunks, totals per payee',
  against: 'the same, 1M lines',
  bound: { 'at-most': 1.1 },
  unit: 'MB',
  prepare: () => ({
    subject: () => numberFrom(peakOf(10 * MILLION, '0'), GROWN),
    reference: () => numberFrom(peakOf(MILLION, '0'), GROWN),
    check: () => {},
  }),
}

const memoryLimit: Comparison = {
  work: 'peak memory of the lines, 10M in chunks, totals per payee',
  against: 'a limit of 100 MB',
  bound: { 'at-most': 1 },
  unit: 'MB',
  prepare: () => ({
    subject: () => numberFrom(peakOf(10 * MILLION, 'process.memoryUsage().rss')),
    reference: () => 100,
    check: () => {},
  }),
}

const growth: Comparison = {
  work: 'columns: totals and commission, 10M lines',
  against: 'the same, 1M lines',
  bound: { 'at-most': 12 },
  prepare: () => {
    const [one, ten] = [columnsOf(MILLION).ours, columnsOf(10 * MILLION).ours]
    return {
      subject: () => calculateCommissionColumns(ten, plan, facts),
      reference: () => calculateCommissionColumns(one, plan, facts),
      check: () => {},
    }
  },
}

export const comparisons: readonly Comparison[] = [
  columnTotals(MILLION),
  columnTotals(10 * MILLION),
  columnTotalsInSql(MILLION, 'VARCHAR'),
  columnTotalsInSql(MILLION, 'INTEGER'),
  columnTotalsInSql(10 * MILLION, 'VARCHAR'),
  columnTotalsInSql(10 * MILLION, 'INTEGER'),
  columnShares,
  columnSharesInSql,
  rowTotals,
  rowShares,
  textTotals,
  decimalTotals('numbers', asNumber),
  decimalTotals('decimal strings', asText),
  decimalShares('numbers', asNumber),
  decimalShares('decimal strings', asText),
  bigTotals,
  dineroTotals,
  zodRows,
  jsonLines,
  byteFields,
  memory,
  memoryLimit,
  growth,
]
