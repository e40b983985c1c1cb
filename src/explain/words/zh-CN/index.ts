/** All words in Simplified Chinese. */
import type { Words } from '../words.js'
import { appraisal } from './appraisal.js'
import { careers } from './careers.js'
import { chart } from './chart.js'
import { checks } from './checks.js'
import { commission } from './commission.js'
import { compensation } from './compensation.js'
import { crediting } from './crediting.js'
import { difference } from './difference.js'
import { fields } from './fields.js'
import { grading } from './grading.js'
import { health } from './health.js'
import { leads } from './leads.js'
import { money } from './money.js'
import { pipeline } from './pipeline.js'
import { policy } from './policy.js'
import { policyEntries, policyKeys } from './policyKeys.js'
import { rewards } from './rewards.js'
import { scenario } from './scenario.js'
import { service } from './service.js'
import { settlement } from './settlement.js'
import { targets } from './targets.js'
import { values } from './values.js'

export const simplified: Words = {
  fields,
  values,

  appraisal,
  careers,
  chart,
  checks,
  commission,
  compensation,
  crediting,
  difference,
  grading,
  health,
  leads,
  pipeline,
  policy,
  policyEntries,
  policyKeys,
  rewards,
  scenario,
  service,
  settlement,
  targets,

  comma: '、',
  colon: '：',
  space: '',
  total: '合计',
  yes: '是',
  no: '否',
  money,
  inCurrency: (head, currency) => `${head}（${currency === 'CNY' ? '元' : currency}）`,
  ownPeriod: ({ id, from, to }) => `${id}（${from} 至 ${to}）`,
}
