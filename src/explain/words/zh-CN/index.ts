/** All words in Simplified Chinese. */
import type { Words } from '../words.js'
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

export const simplified: Words = {
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
