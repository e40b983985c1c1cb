import { appraise } from 'sales-rules'
import { appraisalScheme } from '../policy.js'
import { ask, idFrom, quarterName, readFields, text } from './fields.js'
import { firstCounts, openTable, step, type Table } from './table.js'

export interface Survey {
  readonly rep: string
  readonly quarter: string
  readonly source: string
  readonly points: string
}

/** The appraisal itself says which survey it takes: points from 0 to 100, and not from the rep (APP-7). */
export function readSurveys(folder: URL, reps: ReadonlySet<string>): Table<Survey> {
  const readers = {
    rep: idFrom(reps, 'reps.csv'),
    quarter: quarterName,
    source: text,
    points: text,
  }
  const surveys = step(openTable(folder, 'surveys.csv'), (row) => {
    const survey = readFields(row, readers)
    const { points, source } = survey
    ask(() => appraise({ results: { satisfaction: { points, source } } }, appraisalScheme))
    return survey
  })
  return firstCounts(surveys, ({ rep, quarter }) => `${rep} ${quarter}`)
}
