// Writes the company of the example to examples/data: the same bytes on every run and every machine.
// Run it with `npx tsx examples/close-the-quarter/generate.ts` after a change in the generator.
import { mkdirSync, writeFileSync } from 'node:fs'
import { drawCollections } from './generator/collections.js'
import { toCsv } from './generator/csv.js'
import { drawCustomers } from './generator/customers.js'
import { spoil } from './generator/dirt.js'
import { drawFollowups } from './generator/followups.js'
import { drawGrades } from './generator/grades.js'
import { drawLeads } from './generator/leads.js'
import { drawOrders, ordersTable } from './generator/orders.js'
import { promotionsTable } from './generator/promotions.js'
import { drawReps, repsTable } from './generator/reps.js'
import { drawSurveys } from './generator/surveys.js'
import { drawTargets } from './generator/targets.js'

const folder = new URL('../data/', import.meta.url)
const reps = drawReps()
const orders = drawOrders(reps)
const tables = [
  repsTable(reps),
  drawTargets(reps),
  ordersTable(orders),
  drawCollections(orders),
  drawSurveys(reps),
  drawGrades(reps),
  drawLeads(),
  drawCustomers(orders),
  drawFollowups(orders),
  promotionsTable(),
]

mkdirSync(folder, { recursive: true })
for (const table of tables) {
  const spoiled = spoil(table)
  writeFileSync(new URL(table.file, folder), toCsv(spoiled))
  console.log(`${table.file}: ${spoiled.rows.length} rows`)
}
