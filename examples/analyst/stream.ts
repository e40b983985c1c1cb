// Streams a CSV of a million order lines into totals per payee, in constant memory, and pays them.
// Run it with `npx tsx examples/analyst/stream.ts`, or with another number of lines: `npx tsx examples/analyst/stream.ts 200000`.
import { createReadStream } from 'node:fs'
import { calculateCommissionColumns, commissionColumns, handbook } from 'sales-rules'
import { addCsv } from './addCsv.js'
import { writeOrders } from './orders.js'

const lines = Number(process.argv[2] ?? 1_000_000)
const file = new URL(`../out/orders-${lines}.csv`, import.meta.url)
await writeOrders(file, lines)

const builder = commissionColumns(handbook.commission, { keep: 'totals' })
const linesOf = await addCsv(createReadStream(file), builder)
const columns = builder.finish()
const paid = calculateCommissionColumns(columns, handbook.commission, { target: '650000' })

const units = 10 ** paid.commissionDecimals
const total = paid.commission.reduce((sum, commission) => sum + commission, 0)
const onTarget = paid.commission.filter((commission) => commission > 0).length
console.log(`${columns.rows} lines, ${columns.payees.length} payees, ${onTarget} of them on target`)
console.log(`Commission: ${(total / units).toFixed(paid.commissionDecimals)} ${paid.currency}`)
console.log(`Rejected: ${columns.issues.length} lines`)
for (const { row, issues } of columns.issues.slice(0, 10))
  console.log(`  line ${linesOf(row).first}: ${issues.map(({ message }) => message).join(' ')}`)
console.log(`Peak memory: ${Math.round(process.resourceUsage().maxRSS / 1000)} MB`)
