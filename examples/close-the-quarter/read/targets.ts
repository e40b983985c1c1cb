import { count, idFrom, quarterName, readFields, salesTarget } from './fields.js'
import { firstCounts, openTable, step, type Table } from './table.js'

export interface Target {
  readonly rep: string
  readonly quarter: string
  readonly salesTarget: string
  readonly newCustomersTarget: number
}

export function readTargets(folder: URL, reps: ReadonlySet<string>): Table<Target> {
  const readers = {
    rep: idFrom(reps, 'reps.csv'),
    quarter: quarterName,
    salesTarget,
    newCustomersTarget: count,
  }
  const targets = step(openTable(folder, 'targets.csv'), (row) => readFields(row, readers))
  return firstCounts(targets, ({ rep, quarter }) => `${rep} ${quarter}`)
}
