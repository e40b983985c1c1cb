/** All words in English, the source of what there is to be said. */
import { appraisal } from './appraisal.js'
import { commission } from './commission.js'
import { fields } from './fields.js'
import { grading } from './grading.js'
import { values } from './values.js'

export const english = {
  fields,
  values,

  appraisal,
  commission,
  grading,

  comma: ', ',
  colon: ': ',
  space: ' ',
  total: 'Total',
  yes: 'yes',
  no: 'no',
  money: (amount: string, currency: string) => `${currency} ${amount}`,
  inCurrency: (head: string, currency: string) => `${head} (${currency})`,
  ownPeriod: ({ id, from, to }: { id: string; from: string; to: string }) =>
    `${id} (${from} to ${to})`,
}
