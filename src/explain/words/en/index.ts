/** All words in English, the source of what there is to be said. */
import { appraisal } from './appraisal.js'
import { commission } from './commission.js'
import { compensation } from './compensation.js'
import { crediting } from './crediting.js'
import { fields } from './fields.js'
import { grading } from './grading.js'
import { policy } from './policy.js'
import { policyEntries, policyKeys } from './policyKeys.js'
import { scenario } from './scenario.js'
import { settlement } from './settlement.js'
import { values } from './values.js'

export const english = {
  fields,
  values,

  appraisal,
  commission,
  compensation,
  crediting,
  grading,
  policy,
  policyEntries,
  policyKeys,
  scenario,
  settlement,

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
