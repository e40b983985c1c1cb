import { gradingPolicy } from '../policy.js'
import { idFrom, oneOf, quarterName, readFields } from './fields.js'
import { firstCounts, openTable, step, type Table } from './table.js'

/** In place of a grade: the rep was on leave. */
export const LEAVE = 'leave'

/** The grade of a quarter that was closed before, or that there is none because of leave. */
export interface PastGrade {
  readonly rep: string
  readonly quarter: string
  readonly grade: string
}

export function readGrades(folder: URL, reps: ReadonlySet<string>): Table<PastGrade> {
  const readers = {
    rep: idFrom(reps, 'reps.csv'),
    quarter: quarterName,
    grade: oneOf([...gradingPolicy.grades.map(({ id }) => id), LEAVE]),
  }
  const grades = step(openTable(folder, 'grades.csv'), (row) => readFields(row, readers))
  return firstCounts(grades, ({ rep, quarter }) => `${rep} ${quarter}`)
}
