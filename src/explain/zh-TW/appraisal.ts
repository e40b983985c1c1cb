/** The texts of appraisals in Traditional Chinese. */
import type * as kinds from '../../appraisal/issues.js'
import type { Texts } from '../kinds.js'
import { quoted } from '../words.js'
import { got } from './words.js'

const UNITS: Readonly<Record<string, string>> = {
  month: '月份',
  quarter: '季',
  'half-year': '半年',
}

export const appraisal: Texts<typeof kinds> = {
  RESULT_INVALID: ({ given }) =>
    `${got(given)}，應為 { actual, target }、{ points } 或 { value }。`,
  RESULT_IN_TWO_FORMS: ({ given }) =>
    `${got(given)}，應只寫一種：value，或 actual 和 target，或 points。`,
  COMPONENTS_EXPECTED: ({ given }) =>
    `${got(given)}，應為 { components }，每項各有結果，或 { points }。`,
  SOURCE_REFUSED: ({ source, accepted }) =>
    `${source === null ? '沒有來源' : `來源為 ${JSON.stringify(source)}`}，應來自 ${quoted(accepted)}，而非受考核人自己填報。`,
  PROOF_REFUSED: ({ source, accepted }) =>
    `${source === null ? '沒有憑證' : `憑證為 ${JSON.stringify(source)}`}，拜訪應有紀錄：${quoted(accepted)}。`,
  VISIT_OUTSIDE_PERIOD: ({ date, from, to }) => `${date} 不在當月之內，當月為 ${from} 至 ${to}。`,
  CUSTOMER_NOT_GIVEN: ({ given }) => `${got(given)}，應為所列客戶之一。`,
  MONTH_EXPECTED: ({ given }) => `${got(given)}，應為月份，如 2026-03：拜訪按月計數。`,
  CAP_UNKNOWN: () =>
    '缺漏。沒有它就無法判定等第是否受上限限制。請提供，或讓該條在沒有它時放行："absent": "not-applicable"。',
  LEVELS_WITHOUT_ATTAINMENT: () =>
    '目標級次是達成率的級次。請用 "ratio"、"steps"、"linear" 或 "progress" 曲線，或刪去目標級次。',
  CAP_NOT_OF_POINTS: ({ id }) =>
    `"${id}" 是制度裡的一項結果，上限條件看它的得分。請寫 "unit": "points"，且不寫連續期數。`,
  SCHEME_LACKS: ({ field }) => `制度沒有 "${field}"，而做法由它規定。請補上。`,
  BEST_OF_NONE: () => '取幾個期間，只在 "by" 為 "best" 時寫，且必須寫。',
  PERIOD_WITHOUT_SCORE: ({ id }) =>
    `沒有 ${id} 的得分。請提供，或說明為何沒有，如 "excused": "leave"。`,
  NO_PERIOD_COUNTS: ({ id }) => `${id} 沒有一個期間計入，年度因此沒有得分。`,
  PERIOD_OF_OTHER_LENGTH: ({ given, unit, period }) =>
    `${got(given)}，應為 ${period} 內的${UNITS[unit] ?? unit}。`,
  YEAR_EXPECTED: ({ given }) => `${got(given)}，應為年份，如 2026。`,
  PART_OUTSIDE_PERIOD: ({ date, from, to }) =>
    `${date} 不在可考核的日子之內，即 ${from} 至 ${to}。`,
  PARTS_OVERLAP: ({ first, second, lastDay }) =>
    `始於 ${second} 的一段早於始於 ${first} 的一段結束（${lastDay}）。每天只考核一次。`,
  PERIOD_EXCUSED_TWICE: ({ id }) => `${id} 已免考，卻另有一列。請只留一列。`,
  NOTHING_DECIDED: () => '什麼也沒有裁定，應提供得分或等第。',
  DECIDES_ON_THEMSELVES: ({ given }) => `${got(given)}，即受考核人本人。應由他人裁定。`,
  DECISION_OUT_OF_ORDER: ({ from, to }) => `為 ${to}，早於 ${from}：所裁定之事在其後。`,
  APPEAL_TOO_LATE: ({ from, to }) => `為 ${to}，而申訴截止於 ${from}。`,
  APPEAL_NEEDS_CALENDAR: () => '缺漏，應為工作行事曆，因為申訴期限按工作日計。',
}
