// Adds one part of a file for each message and hands over the totals: typed arrays and names, a few kilobytes whatever its length.
import { parentPort } from 'node:worker_threads'
import { commissionColumns, handbook } from 'sales-rules'
import { addPart } from './addPart.js'

parentPort?.on('message', ({ file, from, to }: { file: string; from: number; to: number }) => {
  const builder = commissionColumns(handbook.commission, { keep: 'totals' })
  addPart(new URL(file), from, to, builder)
  parentPort?.postMessage(builder.finish())
})
