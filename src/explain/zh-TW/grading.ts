/** The texts of grading in Traditional Chinese. */
import type * as kinds from '../../grading/issues.js'
import type { Texts } from '../kinds.js'
import { didYouMean, got } from './words.js'

export const grading: Texts<typeof kinds> = {
  RAISE_NOT_RATIO: ({ given }) =>
    `${got(given)}，而調薪是按薪資的一部分來分配預算的。請改用 "ratio"，或在 "raises" 中指定另一種結果。`,
  NO_RAISE_BY_GRADE: ({ given, known }) =>
    `在按單一等第產生的結果中，本制度沒有名為 ${given} 的一項，因此無法得知各等第的調薪比率。現有：${known.join('、')}。請提供每個人的調薪比率，或在 "raises" 中指定另一種結果。`,
  SHARES_AS_LIST: () =>
    '每項有 "grade" 和 "share" 的清單，最好的等第在前：等第為整數時，物件不會保持其順序',
  LOWEST_GRADE_ASKS: ({ id }) => `${id} 是最低等第，其餘的人都歸入其中。請刪去它的要求。`,
  LEAST_SCORE_RISES: ({ given, maximum }) =>
    `${got(given)}，高於更好等第的 ${maximum}。較低的等第要求不得更高。`,
  GROUP_MISSING: () => '缺漏，而其他人有分組。請給每個有得分的人都寫上分組，或者都不寫。',
  GROUP_IN_TWO_POOLS: ({ id }) => `分組 "${id}" 已在另一個合併組中。每個分組只排名一次。`,
  TIE_BREAKER_MISSING: () => '缺漏，而同分者正好跨越等第分界，須以此區分。',
  MENTORING_UNKNOWN: ({ given, known, suggestion }) =>
    `${got(given)}，本制度沒有這種導師輔導。現有：${known.join('、')}。${didYouMean(suggestion)}`,
  SOMEBODY_ELSE: ({ unit }) => `${unit === 'mentors' ? '導師' : '學員'}名單中的另一個人`,
  A_PERSON_OF_SESSION: () => '校準會議中某人的 "id"',
  CALIBRATES_THEMSELVES: ({ given }) => `${got(given)}，不得決定自己的等第，須由他人決定。`,
  MOVE_OUT_OF_ORDER: ({ from, to }) =>
    `${got(to)}，而前一項決定的日期是 ${from}。請按作出的先後列出決定。`,
  ABOVE_GRADE_AT_MOST: ({ id, given, maximum }) =>
    `${got(given)}，而 ${id} 規定等第最高為 ${maximum}。請先解決該項。`,
  MOVED_TOO_FAR: ({ given, maximum }) => `調整了 ${given} 級，而制度最多允許 ${maximum} 級。`,
  TOO_MANY_MOVED: ({ given, maximum }) =>
    `調整了 ${given} 人，而制度最多允許 ${maximum} 人。請撤回其中一些。`,
  GRADING_PART_MISSING: ({ field }) =>
    `缺漏。這套制度沒有規定 "${field}"。請補上，並重新定義制度。`,
  GRADED_AFTER_LEAVING: ({ from, to }) =>
    `從 ${to} 開始，而此人已於 ${from} 離職。請更正其中之一。`,
}
