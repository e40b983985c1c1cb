/** All words in Traditional Chinese, as in Taiwan. */
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

export const traditional: Words = {
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
  total: '合計',
  yes: '是',
  no: '否',
  money: (amount, currency) => {
    if (currency === 'CNY') return `人民幣 ${amount} 元`
    return currency === 'TWD' ? `${amount} 元` : `${currency} ${amount}`
  },
  inCurrency: (head, currency) => {
    if (currency === 'CNY') return `${head}（人民幣元）`
    return `${head}（${currency === 'TWD' ? '元' : currency}）`
  },
  ownPeriod: ({ id, from, to }) => `${id}（${from} 至 ${to}）`,
}
