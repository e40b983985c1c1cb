/** The texts of rewards in Traditional Chinese. */
import type * as kinds from '../../rewards/issues.js'
import type { Texts } from '../kinds.js'
import { didYouMean, got } from './words.js'

const UNITS: Readonly<Record<string, string>> = {
  week: '週',
  month: '月',
  quarter: '季',
  'half-year': '半年',
  year: '年',
}

export const rewards: Texts<typeof kinds> = {
  REWARD_UNKNOWN: ({ given, known, suggestion }) =>
    `${got(given)}，制度裡沒有這項激勵。激勵有：${known.join('、')}。${didYouMean(suggestion)}`,
  EQUITY_PLAN_UNKNOWN: ({ given, known, suggestion }) =>
    `${got(given)}，制度裡沒有這個股權計畫。計畫有：${known.join('、')}。${didYouMean(suggestion)}`,
  LEAVER_KIND_UNKNOWN: ({ given, known, suggestion }) =>
    `${got(given)}，計畫沒有規定這類離職怎麼處理。類別有：${known.join('、')}。${didYouMean(suggestion)}`,
  CERTIFICATE_UNKNOWN: ({ given, known, suggestion }) =>
    `${got(given)}，制度裡這張證照沒有津貼。有津貼的證照：${known.join('、')}。${didYouMean(suggestion)}`,
  SECTION_MISSING: ({ given, known }) =>
    `制度裡沒有 ${given}，無法計算。已有：${known.join('、')}。請補上 ${given}。`,
  TITLE_PERIOD_UNKNOWN: ({ given, known }) =>
    `${got(given)}，制度裡沒有按這種期間評選的稱號。評選期間有：${known.map((unit) => UNITS[unit] ?? unit).join('、')}。`,
  CLIFF_AFTER_END: ({ given, maximum }) =>
    `等待期 ${given} 個月，晚於最後一批的 ${maximum} 個月。請縮短等待期。`,
  CLIFF_OF_CUSTOM_TRANCHES: () => '自訂的各批不另設等待期：第一批就是。請寫 0。',
  LEAVER_GAINS: () =>
    '已既得的都要收回，未既得的就不能再給。請寫 "forfeit"，或者保留已既得的部分。',
  PLAN_HAS_NO_POOL: ({ id }) => `計畫 "${id}" 沒有選擇權池，無法從中授予。請為它設一個。`,
  SHARE_RISES: ({ given, previous }) =>
    `${got(given)}，大於前一級的 ${previous}：服務越久，應還的不會越多。`,
  MORE_RESULTS_THAN_TRANCHES: ({ given, maximum }) =>
    `收到 ${given} 份結果，每批一份，最多 ${maximum} 份。`,
  AS_OF_DAY_MISSING: () => '缺漏。已提供各批的結果，請說明截至哪一天。',
  NO_PERIOD_OF_MONTHS: ({ other }) => `收到 ${other}，應為由整月組成的期間。`,
  REPAYMENT_ABOVE_LAW: ({ given, maximum }) =>
    `按約定應還 ${given}，而法律最多允許 ${maximum}：按未履行的服務期分攤。`,
}
