/** The texts of outcomes from an archive in Traditional Chinese. */
import type { Texts } from '../kinds.js'
import type * as kinds from '../verify/issues.js'

export const verify: Texts<typeof kinds> = {
  INPUT_OF_OUTCOME: () => '產生該結果的輸入：直接給定，或由 "withInput" 記錄',
  A_TOLD_OUTCOME: () => '能與其他結果區分的結果。請在 "of" 中註明回傳它的函式',
  NO_POLICY: () => '"null"：該函式不讀取制度',
  OTHER_POLICY: ({ was, is }) =>
    `該結果由 ${was} 產生，給定的制度是 ${is}。請傳入產生該結果的制度。`,
  A_COMPARABLE_OUTCOME: () =>
    '業績獎金明細、薪酬結果、結算中的一個期間或只有一個期間的結算、績效考核結果，或潛在客戶、客戶健康度的得分',
  OTHER_OUTCOME: ({ given, unit }) => `收到 ${given} 的結果，應與另一個同為 ${unit} 的結果。`,
  OTHER_PAYEE: ({ given, unit }) => `屬於 ${given}，而另一個屬於 ${unit}：請比較同一人的結果。`,
  OTHER_CURRENCY: ({ given, expected }) => `幣別為 ${given}，而另一個為 ${expected}。`,
  PARTS_NOT_ADDING_UP: ({ given, unit }) =>
    `收到 ${given}，而各部分合計為 ${unit}。請先核對該結果。`,
}
