import { careerPolicy } from '../policy.js'
import { date, money, oneOf, readFields, text } from './fields.js'
import { firstCounts, openTable, step, type Table } from './table.js'

export interface Rep {
  readonly rep: string
  readonly name: string
  readonly region: string
  readonly rung: string
  readonly hiredOn: string
  readonly monthlyBaseSalary: string
}

const rungs = careerPolicy.ladders.flatMap((ladder) => ladder.rungs.map(({ id }) => id))

export function readReps(folder: URL): Table<Rep> {
  const readers = {
    rep: text,
    name: text,
    region: text,
    rung: oneOf(rungs),
    hiredOn: date,
    monthlyBaseSalary: money,
  }
  const reps = step(openTable(folder, 'reps.csv'), (row) => readFields(row, readers))
  return firstCounts(reps, ({ rep }) => rep)
}
