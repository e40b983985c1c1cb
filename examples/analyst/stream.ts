// Streams a CSV of a million order lines into totals per payee, in constant memory, and pays them.
// Run it with `npx tsx examples/analyst/stream.ts`, or with another number of lines: `npx tsx examples/analyst/stream.ts 200000`.
import { createReadStream } from 'node:fs'
import { handbook } from 'sales-rules'
import { calculateCommissionColumns, commissionColumnsBuilder } from 'sales-rules/batch'
import { addCsv } from './addCsv.js'
import { targetFor, writeOrders } from './orders.js'
import { readSizes } from './readSizes.js'

const [lines = 1_000_000] = readSizes(process.argv.slice(2))
const file = new URL(`../out/orders-${lines}.csv`, import.meta.url)
await writeOrders(file, lines)

const before = peakMemory()
const builder = commissionColumnsBuilder(handbook.commission, { keep: 'totals' })
const linesOf = await addCsv(createReadStream(file), builder)
const columns = builder.finish()
const added = peakMemory() - before
const target = targetFor(lines)
const paid = calculateCommissionColumns(columns, handbook.commission, { target })

const units = 10 ** paid.commissionDecimals
const total = paid.commission.reduce((sum, commission) => sum + commission, 0)
const onTarget = paid.commission.filter((commission) => commission > 0).length
const rejected = columns.refused
console.log(
  `Read ${columns.rows} order lines: added ${columns.rows - rejected}, rejected ${rejected}`,
)
for (const { row, issues } of columns.issues.slice(0, 10))
  console.log(`  ${placeOf(row)}: ${issues.map(({ message }) => message).join(' ')}`)
if (rejected > 10) console.log(`  and ${rejected - 10} more`)
console.log(`${columns.payees.length} payees, ${onTarget} of them on their target of ${target}`)
console.log(`Commission: ${(total / units).toFixed(paid.commissionDecimals)} ${paid.currency}`)
console.log(`Peak memory: ${before + added} MB`)
console.log(`  ${before} MB before the first line: Node, the loader of TypeScript and the package;`)
console.log('    in a first run, the writing of the file as well')
console.log(`  ${added} MB more while the lines were read, nearly all of it garbage of the parser;`)
console.log(`    the totals are ${columns.amounts.byteLength / 1000} kB`)

function placeOf(row: number): string {
  const { first, last } = linesOf(row)
  return first === last ? `line ${first}` : `lines ${first} to ${last}`
}

function peakMemory(): number {
  return Math.round(process.resourceUsage().maxRSS / 1000)
}
