/** The texts of rewards in Simplified Chinese. */
import type * as kinds from '../../rewards/issues.js'
import type { Texts } from '../kinds.js'
import { didYouMean, got } from './words.js'

const UNITS: Readonly<Record<string, string>> = {
  week: '周',
  month: '月',
  quarter: '季度',
  'half-year': '半年',
  year: '年',
}

export const rewards: Texts<typeof kinds> = {
  REWARD_UNKNOWN: ({ given, known, suggestion }) =>
    `${got(given)}，制度里没有这项激励。激励有：${known.join('、')}。${didYouMean(suggestion)}`,
  EQUITY_PLAN_UNKNOWN: ({ given, known, suggestion }) =>
    `${got(given)}，制度里没有这个股权计划。计划有：${known.join('、')}。${didYouMean(suggestion)}`,
  LEAVER_KIND_UNKNOWN: ({ given, known, suggestion }) =>
    `${got(given)}，计划没有规定这类离职怎么处理。类别有：${known.join('、')}。${didYouMean(suggestion)}`,
  CERTIFICATE_UNKNOWN: ({ given, known, suggestion }) =>
    `${got(given)}，制度里这个证书没有津贴。有津贴的证书：${known.join('、')}。${didYouMean(suggestion)}`,
  SECTION_MISSING: ({ given, known }) =>
    `制度里没有 ${given}，无法计算。已有：${known.join('、')}。请补上 ${given}。`,
  TITLE_PERIOD_UNKNOWN: ({ given, known }) =>
    `${got(given)}，制度里没有按这种期间评选的称号。评选期间有：${known.map((unit) => UNITS[unit] ?? unit).join('、')}。`,
  CLIFF_AFTER_END: ({ given, maximum }) =>
    `等待期 ${given} 个月，晚于最后一批的 ${maximum} 个月。请缩短等待期。`,
  CLIFF_OF_CUSTOM_TRANCHES: () => '自定义的各批不另设等待期：第一批就是。请写 0。',
  LEAVER_GAINS: () =>
    '已归属的都要收回，未归属的就不能再给。请写 "forfeit"，或者保留已归属的部分。',
  PLAN_HAS_NO_POOL: ({ id }) => `计划 "${id}" 没有期权池，无法从中授予。请给它设一个。`,
  SHARE_RISES: ({ given, previous }) =>
    `${got(given)}，大于前一档的 ${previous}：服务越久，应还的不会越多。`,
  MORE_RESULTS_THAN_TRANCHES: ({ given, maximum }) =>
    `收到 ${given} 份结果，每批一份，最多 ${maximum} 份。`,
  AS_OF_DAY_MISSING: () => '缺失。已给出各批的结果，请说明截至哪一天。',
  NO_PERIOD_OF_MONTHS: ({ other }) => `收到 ${other}，应为由整月组成的期间。`,
  REPAYMENT_ABOVE_LAW: ({ given, maximum }) =>
    `按约定应还 ${given}，而法律最多允许 ${maximum}：按未履行的服务期分摊。`,
}
