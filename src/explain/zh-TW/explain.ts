/** The texts of explaining in Traditional Chinese. */
import type * as kinds from '../issues.js'
import type { Texts } from '../kinds.js'

export const explain: Texts<typeof kinds> = {
  AN_OUTCOME: () => '本函式庫規則傳回的結果（原樣或由 JSON 還原）',
}
