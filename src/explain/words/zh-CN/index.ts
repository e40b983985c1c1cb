/** All words in Simplified Chinese. */
import type { Words } from '../words.js'
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

export const simplified: Words = {
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

  comma: '、',
  colon: '：',
  space: '',
  total: '合计',
  yes: '是',
  no: '否',
  money: (amount, currency) => (currency === 'CNY' ? `${amount} 元` : `${currency} ${amount}`),
  inCurrency: (head, currency) => `${head}（${currency === 'CNY' ? '元' : currency}）`,
  ownPeriod: ({ id, from, to }) => `${id}（${from} 至 ${to}）`,
}
