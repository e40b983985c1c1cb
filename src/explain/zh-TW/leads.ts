/** The texts of leads in Traditional Chinese. */
import type * as kinds from '../../leads/issues.js'
import type { Texts } from '../kinds.js'
import { wordFor } from '../words.js'
import { didYouMean, got } from './words.js'

const GIVEN = { both: '兩者都有', neither: '兩者都沒有' }

export const leads: Texts<typeof kinds> = {
  HIGH_VALUE_UNKNOWN: ({ given, known, suggestion }) =>
    `收到 "${given}"，應為等級之一：${known.join('、')}。${didYouMean(suggestion)}`,
  SENIOR_UNKNOWN: ({ given, known, suggestion }) =>
    `收到 "${given}"，應為職級之一：${known.join('、')}。${didYouMean(suggestion)}`,
  THRESHOLD_AT_END: ({ given }) => `收到 ${given}，應為大於 0 且小於 1 的比率：沒有來源能超過 1。`,
  DROPPED_ABOVE_THRESHOLD: ({ given, maximum }) =>
    `收到 ${given}，最多 ${maximum}，即來源失去預算的門檻。`,
  SEGMENTS_MISSING: () => '模型沒有說明區隔市場如何排序。請加上 "segments" 及其標準。',
  FACTS_OR_SCORE: ({ given }) =>
    `${wordFor(given, GIVEN)}，應提供 "facts" 或其得分 "score"，二者取一。`,
  MORE_WON_THAN_DECIDED: ({ given, maximum }) =>
    `收到 ${given}，最多 ${maximum}，即已有結果的潛在客戶數。`,
  MORE_OPEN_THAN_LEADS: ({ given, maximum }) =>
    `收到 ${given}，最多 ${maximum}，即全部潛在客戶數。`,
  COST_WITHOUT_CURRENCY: () => '缺漏，而提供了費用。請提供其幣別的 ISO 4217 代碼。',
  PROBABILITY_AT_TIMES: () => '缺漏，而其他列有。請每列都提供，或都不給。',
  EDGES_NOT_WHOLE: ({ given }) => `${got(given)}，應為從 0 到 1 不下降的分界點。`,
  FEW_DECIDED: ({ given, minimum }) =>
    `已有結果的潛在客戶有 ${given} 筆，應至少 ${minimum} 筆。所列數字僅供參考。`,
  FEW_WON: ({ given, minimum }) =>
    `成交的潛在客戶有 ${given} 筆，應至少 ${minimum} 筆。所列數字僅供參考。`,
  FEW_LOST: ({ given, minimum }) =>
    `未成交的潛在客戶有 ${given} 筆，應至少 ${minimum} 筆。所列數字僅供參考。`,
  FEW_BEFORE: ({ given, minimum }) =>
    `上一期已有結果的潛在客戶有 ${given} 筆，應至少 ${minimum} 筆。所列變化僅供參考。`,
  SOME_NOT_COUNTED: ({ given, minimum }) =>
    `${minimum} 列中計入 ${given} 列，其餘無法讀取。請改正，否則所列數字僅供參考。`,
  SOME_NOT_PREDICTED: ({ given, minimum }) =>
    `${minimum} 筆已有結果的潛在客戶中，機率可讀取的有 ${given} 筆。請改正其餘各筆，否則布里爾分數和校準僅供參考。`,
}
