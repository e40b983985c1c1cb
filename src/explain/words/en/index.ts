/** All words in English, the source of what there is to be said. */
import { appraisal } from './appraisal.js'
import { chart } from './chart.js'
import { commission } from './commission.js'
import { fields } from './fields.js'
import { grading } from './grading.js'
import { money } from './money.js'
import { values } from './values.js'

export const english = {
  fields,
  values,

  appraisal,
  chart,
  commission,
  grading,

  comma: ', ',
  colon: ': ',
  space: ' ',
  total: 'Total',
  yes: 'yes',
  no: 'no',
  money,
  inCurrency: (head: string, currency: string) => `${head} (${currency})`,
  ownPeriod: ({ id, from, to }: { id: string; from: string; to: string }) =>
    `${id} (${from} to ${to})`,
}
