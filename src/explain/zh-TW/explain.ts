/** The texts of explaining in Traditional Chinese. */
import type * as kinds from '../issues.js'
import type { Texts } from '../kinds.js'

export const explain: Texts<typeof kinds> = {
  AN_OUTCOME: () => '本函式庫規則回傳的結果（原樣或由 JSON 還原）',
  ITS_ATTRIBUTION: () => '該業績獎金明細本身的分攤：人員、期間、方案、金額皆一致',
}
