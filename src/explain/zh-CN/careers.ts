/** The texts of careers in Simplified Chinese. */
import type * as kinds from '../../careers/issues.js'
import type { Texts } from '../kinds.js'
import { wordFor } from '../words.js'
import { didYouMean, got } from './words.js'

const LENGTHS = { month: '一个月', quarter: '一个季度', 'half-year': '半年', year: '一年' }

export const careers: Texts<typeof kinds> = {
  A_PROOF: () => '至少一份证明',
  A_MENTORING_PERIOD: ({ unit }) => `${wordFor(unit, LENGTHS)}，与制度考核带教的期间一致`,
  RUNG_UNKNOWN: ({ given, known, suggestion }) =>
    `${got(given)}，制度里没有这个职级。职级有：${known.join('、')}。${didYouMean(suggestion)}`,
  PART_MISSING: ({ field }) => `缺失。这套制度没有规定 "${field}"。请补上，并重新定义制度。`,
  STEP_NOT_ALLOWED: ({ given, allowed, previous }) =>
    `${got(given)}，不能接在 ${previous} 之后。${allowed.length === 0 ? '申请已结束，没有后续步骤。' : `可以接的有：${allowed.join('、')}。`}`,
  STEP_TOO_EARLY: ({ from, to, given, previous }) =>
    `${to} 的 ${given} 早于 ${from} 的 ${previous}。各步须按顺序进行，请核对日期。`,
  OBJECTION_TOO_LATE: ({ from, to }) => `${got(from)}，而公示已于 ${to} 结束。异议须在此之前提出。`,
  DECISION_TOO_EARLY: ({ from, to }) => `${got(to)}，而公示到 ${from} 当天结束。请在之后决定。`,
  PUBLICATION_TOO_SHORT: ({ from, to }) => `${got(to)}，离 ${from} 太近，不够公示所需的工作日。`,
  OBJECTION_UPHELD: ({ id }) => `异议 ${id} 成立，这份申请不能再晋升任何人。`,
  APPLICATION_POLICY_CHANGED: ({ was, is }) =>
    `申请是按 ${was} 提出的，而这里的制度是 ${is}。请按提出时的制度继续。`,
  CALENDAR_MISSING: () => '缺失，应为工作日历，因为公示按工作日计算。',
  REVIEWS_TOO_FEW: ({ id, given, minimum }) =>
    `${id} 的评价只有 ${given} 份，至少要 ${minimum} 份。请再请人评价。`,
  OUTSIDE_MENTORING: ({ date, from, to }) =>
    `${date} 不在 ${from ?? ''} 到 ${to ?? ''} 的带教期内。请更正或删去。`,
}
