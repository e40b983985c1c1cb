/** The texts of grading in Traditional Chinese. */
import type * as kinds from '../../grading/issues.js'
import type { Texts } from '../kinds.js'
import { got } from './words.js'

export const grading: Texts<typeof kinds> = {
  SHARES_AS_LIST: () =>
    '每項有 "grade" 和 "share" 的清單，最好的等級在前：等級為整數時，物件不會保持其順序',
  LOWEST_GRADE_ASKS: ({ id }) => `${id} 是最低等級，其餘的人都歸入其中。請刪去它的要求。`,
  LEAST_SCORE_RISES: ({ given, maximum }) =>
    `${got(given)}，高於更好等級的 ${maximum}。較低的等級要求不得更高。`,
  GROUP_MISSING: () => '缺漏，而其他人有分組。請給每個有得分的人都寫上分組，或者都不寫。',
  GROUP_IN_TWO_POOLS: ({ id }) => `分組 "${id}" 已在另一個合併組中。每個分組只排名一次。`,
  TIE_BREAKER_MISSING: () => '缺漏，而同分者正好跨越等級分界，須以此區分。',
}
