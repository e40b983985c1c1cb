/** All words in Traditional Chinese, as in Taiwan. */
import type { Words } from '../words.js'
import { appraisal } from './appraisal.js'
import { chart } from './chart.js'
import { commission } from './commission.js'
import { fields } from './fields.js'
import { grading } from './grading.js'
import { money } from './money.js'
import { values } from './values.js'

export const traditional: Words = {
  fields,
  values,

  appraisal,
  chart,
  commission,
  grading,

  comma: '、',
  colon: '：',
  space: '',
  total: '合計',
  yes: '是',
  no: '否',
  money,
  inCurrency: (head, currency) => {
    if (currency === 'CNY') return `${head}（人民幣元）`
    return `${head}（${currency === 'TWD' ? '元' : currency}）`
  },
  ownPeriod: ({ id, from, to }) => `${id}（${from} 至 ${to}）`,
}
