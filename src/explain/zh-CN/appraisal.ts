/** The texts of appraisals in Simplified Chinese. */
import type * as kinds from '../../appraisal/issues.js'
import type { Texts } from '../kinds.js'
import { quoted } from '../words.js'
import { got } from './words.js'

const UNITS: Readonly<Record<string, string>> = {
  month: '月份',
  quarter: '季度',
  'half-year': '半年',
}

export const appraisal: Texts<typeof kinds> = {
  RESULT_INVALID: ({ given }) =>
    `${got(given)}，应为 { actual, target }、{ points } 或 { value }。`,
  RESULT_IN_TWO_FORMS: ({ given }) =>
    `${got(given)}，应只写一种：value，或 actual 和 target，或 points。`,
  COMPONENTS_EXPECTED: ({ given }) =>
    `${got(given)}，应为 { components }，每项各有结果，或 { points }。`,
  SOURCE_REFUSED: ({ source, accepted }) =>
    `${source === null ? '没有来源' : `来源为 ${JSON.stringify(source)}`}，应来自 ${quoted(accepted)}，而非被考核人自己填报。`,
  PROOF_REFUSED: ({ source, accepted }) =>
    `${source === null ? '没有凭证' : `凭证为 ${JSON.stringify(source)}`}，拜访应有记录：${quoted(accepted)}。`,
  VISIT_OUTSIDE_PERIOD: ({ date, from, to }) => `${date} 不在当月之内，当月为 ${from} 至 ${to}。`,
  CUSTOMER_NOT_GIVEN: ({ given }) => `${got(given)}，应为所列客户之一。`,
  MONTH_EXPECTED: ({ given }) => `${got(given)}，应为月份，如 2026-03：拜访按月计数。`,
  CAP_UNKNOWN: () =>
    '缺失。没有它就无法判定等级是否封顶。请给出，或让该条在没有它时放行："absent": "not-applicable"。',
  LEVELS_WITHOUT_ATTAINMENT: () =>
    '目标档是达成率的档。请用 "ratio"、"steps"、"linear" 或 "progress" 曲线，或删去目标档。',
  CAP_NOT_OF_POINTS: ({ id }) =>
    `"${id}" 是制度里的一项结果，封顶条件看它的得分。请写 "unit": "points"，且不写连续期数。`,
  SCHEME_LACKS: ({ field }) => `制度没有 "${field}"，而做法由它规定。请补上。`,
  BEST_OF_NONE: () => '取几个期间，只在 "by" 为 "best" 时写，且必须写。',
  PERIOD_WITHOUT_SCORE: ({ id }) =>
    `没有 ${id} 的得分。请给出，或说明为何没有，如 "excused": "leave"。`,
  NO_PERIOD_COUNTS: ({ id }) => `${id} 没有一个期间计入，年度因此没有得分。`,
  PERIOD_OF_OTHER_LENGTH: ({ given, unit, period }) =>
    `${got(given)}，应为 ${period} 内的${UNITS[unit] ?? unit}。`,
  YEAR_EXPECTED: ({ given }) => `${got(given)}，应为年份，如 2026。`,
  PART_OUTSIDE_PERIOD: ({ date, from, to }) =>
    `${date} 不在可考核的日子之内，即 ${from} 至 ${to}。`,
  PARTS_OVERLAP: ({ first, second, lastDay }) =>
    `始于 ${second} 的一段早于始于 ${first} 的一段结束（${lastDay}）。每天只考核一次。`,
  PERIOD_EXCUSED_TWICE: ({ id }) => `${id} 已免考，却另有一行。请只留一行。`,
  NOTHING_DECIDED: () => '什么也没有裁定，应给出得分或等级。',
  DECIDES_ON_THEMSELVES: ({ given }) => `${got(given)}，即被考核人本人。应由他人裁定。`,
  DECISION_OUT_OF_ORDER: ({ from, to }) => `为 ${to}，早于 ${from}：所裁定之事在其后。`,
  APPEAL_TOO_LATE: ({ from, to }) => `为 ${to}，而申诉截止于 ${from}。`,
  APPEAL_NEEDS_CALENDAR: () => '缺失，应为工作日历，因为申诉期限按工作日计。',
}
