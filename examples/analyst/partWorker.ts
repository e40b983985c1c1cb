// Adds one part of a file and hands over the totals: typed arrays and names, a few kilobytes whatever the length of the part.
import { parentPort, workerData } from 'node:worker_threads'
import { commissionColumns, handbook } from 'sales-rules'
import { addPart } from './addPart.js'

const { file, from, to } = workerData as { file: string; from: number; to: number }
const builder = commissionColumns(handbook.commission, { keep: 'totals' })
addPart(new URL(file), from, to, builder)
parentPort?.postMessage(builder.finish())
