import { type CareerFacts, checkPromotion } from 'sales-rules'
import { careerPolicy } from '../policy.js'
import {
  ask,
  count,
  decimal,
  idFrom,
  money,
  optional,
  readFields,
  text,
  yesOrNo,
} from './fields.js'
import { openTable, step, type Table } from './table.js'

/** A rep who applied for a rung, with what the file knows of them. */
export interface Application {
  readonly rep: string
  readonly to: string
  readonly facts: CareerFacts
}

/** A blank fact is not known yet, and never counts as met. */
export function readPromotions(folder: URL, reps: ReadonlySet<string>): Table<Application> {
  const readers = {
    rep: idFrom(reps, 'reps.csv'),
    to: text,
    attainmentLast12Months: optional(decimal),
    newcomerRetention: optional(decimal),
    managementAssessment: optional(yesOrNo),
    channelCases: optional(count),
    strategyDefence: optional(yesOrNo),
    largestProject: optional(money),
    supervisorsDeveloped: optional(count),
    executiveInterview: optional(yesOrNo),
    industryCertificate: optional(yesOrNo),
    industrySolutions: optional(count),
    satisfaction: optional(decimal),
    proposalsAdopted: optional(count),
    whitePaper: optional(yesOrNo),
  }
  return step(openTable(folder, 'promotions.csv'), (row) => {
    const { rep, to, ...facts } = readFields(row, readers)
    ask(() => checkPromotion(facts, to, careerPolicy))
    return { rep, to, facts }
  })
}
