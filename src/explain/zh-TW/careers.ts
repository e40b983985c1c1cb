/** The texts of careers in Traditional Chinese. */
import type * as kinds from '../../careers/issues.js'
import type { Texts } from '../kinds.js'
import { wordFor } from '../words.js'
import { didYouMean, got } from './words.js'

const LENGTHS = { month: '一個月', quarter: '一季', 'half-year': '半年', year: '一年' }

export const careers: Texts<typeof kinds> = {
  A_PROOF: () => '至少一份證明',
  A_MENTORING_PERIOD: ({ unit }) => `${wordFor(unit, LENGTHS)}，與制度考核輔導的期間一致`,
  RUNG_UNKNOWN: ({ given, known, suggestion }) =>
    `${got(given)}，制度裡沒有這個職級。職級有：${known.join('、')}。${didYouMean(suggestion)}`,
  PART_MISSING: ({ field }) => `缺漏。這套制度沒有規定 "${field}"。請補上，並重新定義制度。`,
  STEP_NOT_ALLOWED: ({ given, allowed, previous }) =>
    `${got(given)}，不能接在 ${previous} 之後。${allowed.length === 0 ? '申請已結束，沒有後續步驟。' : `可以接的有：${allowed.join('、')}。`}`,
  STEP_TOO_EARLY: ({ from, to, given, previous }) =>
    `${to} 的 ${given} 早於 ${from} 的 ${previous}。各步須按順序進行，請核對日期。`,
  OBJECTION_TOO_LATE: ({ from, to }) => `${got(from)}，而公告已於 ${to} 結束。異議須在此之前提出。`,
  DECISION_TOO_EARLY: ({ from, to }) => `${got(to)}，而公告到 ${from} 當天結束。請在之後決定。`,
  PUBLICATION_TOO_SHORT: ({ from, to }) => `${got(to)}，離 ${from} 太近，不夠公告所需的工作日。`,
  OBJECTION_UPHELD: ({ id }) => `異議 ${id} 成立，這份申請不能再晉升任何人。`,
  APPLICATION_POLICY_CHANGED: ({ was, is }) =>
    `申請是按 ${was} 提出的，而這裡的制度是 ${is}。請按提出時的制度繼續。`,
  CALENDAR_MISSING: () => '缺漏，應為工作行事曆，因為公告按工作日計算。',
  REVIEWS_TOO_FEW: ({ id, given, minimum }) =>
    `${id} 的評價只有 ${given} 份，至少要 ${minimum} 份。請再請人評價。`,
  OUTSIDE_MENTORING: ({ date, from, to }) =>
    `${date} 不在 ${from ?? ''} 到 ${to ?? ''} 的輔導期內。請更正或刪去。`,
}
