/** The texts of health in Simplified Chinese. */
import type * as kinds from '../../health/issues.js'
import { show } from '../../kernel/input/issue.js'
import type { Texts } from '../kinds.js'
import { didYouMean, got } from './words.js'

export const health: Texts<typeof kinds> = {
  ID_TAKEN: ({ id }) => `"${id}" 用来给出客户的记录。请给这项指标换一个名称。`,
  MEASURE_OF_NO_FIGURE: ({ given }) =>
    `量出来的是数值，曲线 "${given}" 不接受数值。请用 "points"、"ratio"、"rating"、"steps" 或 "linear"。`,
  NOT_NAMED: ({ given, known, suggestion }) =>
    `${got(given)}，制度里没有这个名称。有：${known.length === 0 ? '无' : known.join('、')}。${didYouMean(suggestion)}`,
  FACT_TWICE: ({ id }) => `已给出 "${id}"，又有可以量出它的记录。请删去其中之一。`,
  VALUE_OF_RECORD_MISSING: ({ field }) => `缺失，而 "${field}" 要按它计算。请给出数值。`,
  AFTER_AS_OF: ({ from, to }) => `${got(from)}，晚于所问的 ${to}。请删去，或改问更晚的一天。`,
  PERIOD_WITHOUT_DAYS: () => '缺失。报备有保护期，请给出天数。',
  DAYS_WITHOUT_PERIOD: () => '规定报备保护多少天，只有 "protection-period" 需要。请删去。',
  SECTION_MISSING: ({ field }) => `缺失。这套制度没有规定 "${field}"。请补上，并重新定义制度。`,
  CALENDAR_MISSING: ({ field }) => `缺失，应为工作日历，因为 "${field}" 按工作日计算。`,
  CUSTOMER_TWICE: ({ id }) => `${show(id)} 再次出现，只计第一行。请先把金额相加。`,
  HOLIDAYS_UNKNOWN: ({ date, from, to }) =>
    `${date} 不在 ${from ?? ''} 到 ${to ?? ''} 之内，制度不知道那时的节日。请补上当年的节日。`,
  CLOSED_BEFORE_ANSWER: ({ from, to }) => `${got(to)}，早于 ${from} 的答复。请核对日期。`,
  BOUNDS_MISFIT: ({ given, count }) =>
    `收到 ${given} 个，应为 ${count} 个界限：从 2 分起每个分数一个。`,
  BOUNDS_NOT_FALLING: ({ given, previous }) =>
    `${got(given)}，应小于前一个 ${previous}：天数越少，分数越高。`,
  A_RANGE_OF_SCORES: ({ maximum }) => `1 到 ${maximum} 的两个整数，小的在前`,
  SEGMENTS_OVERLAP: ({ id, other, given }) =>
    `"${id}" 和 "${other}" 都含分数 ${given}。每个客户只在一个分群里。`,
  SEGMENT_MISSING: ({ given }) => `没有分群含分数 ${given}。每个客户都应在一个分群里。`,
  SHARES_NOT_WHOLE: ({ total, difference }) =>
    `客户的各份合计为 ${total}，应为 1：${difference.startsWith('-') ? `多出 ${difference.slice(1)}` : `还差 ${difference}`}。`,
  CLAIM_FACT_MISSING: ({ field }) => `缺失，而制度有 "${field}"。请给出。`,
  REP_UNKNOWN: ({ given, known, suggestion }) =>
    `${got(given)}，不在给出的销售人员之中：${known.length === 0 ? '无' : known.join('、')}。${didYouMean(suggestion)}`,
  DONE_FOR_ALL: ({ given }) => `${got(given)}，而这项关怀是对整个客户做的。请删去。`,
  DONE_FOR_UNKNOWN: ({ given, known, suggestion }) =>
    `${got(given)}，应为已知的其中之一：${known.join('、')}。${didYouMean(suggestion)}`,
}
