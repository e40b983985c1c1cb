// Adds one part of a file for each message and hands over what it comes to: totals and names, a few kilobytes whatever its length, and
// the rejected lines with their reasons.
import { parentPort } from 'node:worker_threads'
import { handbook } from 'sales-rules'
import { commissionColumnsBuilder } from 'sales-rules/batch'
import { addPart } from './addPart.js'

parentPort?.on('message', ({ file, from, to }: { file: string; from: number; to: number }) => {
  const builder = commissionColumnsBuilder(handbook.commission, { keep: 'totals' })
  addPart(new URL(file), from, to, builder)
  parentPort?.postMessage(builder.finish())
})
