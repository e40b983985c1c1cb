/** The texts of health in Traditional Chinese. */
import type * as kinds from '../../health/issues.js'
import { show } from '../../kernel/input/issue.js'
import type { Texts } from '../kinds.js'
import { didYouMean, got } from './words.js'

export const health: Texts<typeof kinds> = {
  ID_TAKEN: ({ id }) => `"${id}" 用來提供客戶的紀錄。請給這項指標換一個名稱。`,
  MEASURE_OF_NO_FIGURE: ({ given }) =>
    `量出來的是數值，曲線 "${given}" 不接受數值。請用 "points"、"ratio"、"rating"、"steps" 或 "linear"。`,
  NOT_NAMED: ({ given, known, suggestion }) =>
    `${got(given)}，制度裡沒有這個名稱。有：${known.length === 0 ? '無' : known.join('、')}。${didYouMean(suggestion)}`,
  FACT_TWICE: ({ id }) => `已提供 "${id}"，又有可以量出它的紀錄。請刪去其中之一。`,
  VALUE_OF_RECORD_MISSING: ({ field }) => `缺漏，而 "${field}" 要按它計算。請提供數值。`,
  AFTER_AS_OF: ({ from, to }) => `${got(from)}，晚於所問的 ${to}。請刪去，或改問更晚的一天。`,
  PERIOD_WITHOUT_DAYS: () => '缺漏。報備有保護期，請提供天數。',
  DAYS_WITHOUT_PERIOD: () => '規定報備保護多少天，只有 "protection-period" 需要。請刪去。',
  SECTION_MISSING: ({ field }) => `缺漏。這套制度沒有規定 "${field}"。請補上，並重新定義制度。`,
  CALENDAR_MISSING: ({ field }) => `缺漏，應為工作行事曆，因為 "${field}" 按工作日計算。`,
  CUSTOMER_TWICE: ({ id }) => `${show(id)} 再次出現，只計第一列。請先把金額相加。`,
  HOLIDAYS_UNKNOWN: ({ date, from, to }) =>
    `${date} 不在 ${from ?? ''} 到 ${to ?? ''} 之內，制度不知道那時的節日。請補上當年的節日。`,
  CLOSED_BEFORE_ANSWER: ({ from, to }) => `${got(to)}，早於 ${from} 的答覆。請核對日期。`,
  BOUNDS_MISFIT: ({ given, count }) =>
    `收到 ${given} 個，應為 ${count} 個界限：從 2 分起每個分數一個。`,
  BOUNDS_NOT_FALLING: ({ given, previous }) =>
    `${got(given)}，應小於前一個 ${previous}：天數越少，分數越高。`,
  A_RANGE_OF_SCORES: ({ maximum }) => `1 到 ${maximum} 的兩個整數，小的在前`,
  SEGMENTS_OVERLAP: ({ id, other, given }) =>
    `"${id}" 和 "${other}" 都含分數 ${given}。每個客戶只在一個分群裡。`,
  SEGMENT_MISSING: ({ given }) => `沒有分群含分數 ${given}。每個客戶都應在一個分群裡。`,
  SHARES_NOT_WHOLE: ({ total, difference }) =>
    `客戶的各份合計為 ${total}，應為 1：${difference.startsWith('-') ? `多出 ${difference.slice(1)}` : `還差 ${difference}`}。`,
  CLAIM_FACT_MISSING: ({ field }) => `缺漏，而制度有 "${field}"。請提供。`,
  REP_UNKNOWN: ({ given, known, suggestion }) =>
    `${got(given)}，不在提供的業務人員之中：${known.length === 0 ? '無' : known.join('、')}。${didYouMean(suggestion)}`,
  DONE_FOR_ALL: ({ given }) => `${got(given)}，而這項關懷是對整個客戶做的。請刪去。`,
  DONE_FOR_UNKNOWN: ({ given, known, suggestion }) =>
    `${got(given)}，應為已知的其中之一：${known.join('、')}。${didYouMean(suggestion)}`,
}
