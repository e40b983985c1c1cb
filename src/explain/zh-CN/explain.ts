/** The texts of explaining in Simplified Chinese. */
import type * as kinds from '../issues.js'
import type { Texts } from '../kinds.js'

export const explain: Texts<typeof kinds> = {
  AN_OUTCOME: () => '本库规则返回的结果（原样或由 JSON 还原）',
  ITS_ATTRIBUTION: () => '该提成单自身的分摊：人员、期间、方案、金额均一致',
}
