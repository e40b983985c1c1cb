/** All words in English, the source of what there is to be said. */
import { appraisal } from './appraisal.js'
import { careers } from './careers.js'
import { checks } from './checks.js'
import { commission } from './commission.js'
import { fields } from './fields.js'
import { grading } from './grading.js'
import { health } from './health.js'
import { leads } from './leads.js'
import { pipeline } from './pipeline.js'
import { rewards } from './rewards.js'
import { service } from './service.js'
import { targets } from './targets.js'
import { values } from './values.js'

export const english = {
  fields,
  values,

  appraisal,
  careers,
  checks,
  commission,
  grading,
  health,
  leads,
  pipeline,
  rewards,
  service,
  targets,

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
