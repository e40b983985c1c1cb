/** The texts of service in Simplified Chinese. */
import type * as kinds from '../../service/issues.js'
import type { Texts } from '../kinds.js'
import { didYouMean, got } from './words.js'

const UNITS: Readonly<Record<string, string>> = {
  minutes: '分钟',
  hours: '小时',
  days: '天',
  'working-minutes': '工作分钟',
  'working-hours': '工作小时',
  'working-days': '工作日',
}

const unitOf = (unit: string) => UNITS[unit] ?? unit

export const service: Texts<typeof kinds> = {
  AN_OPENING_SPAN: () => '一天中的一段时间，如 "09:00-12:30"，结束晚于开始；"24:00" 为一天结束',
  HOURS_OVERLAP: ({ given, other }) => `${given} 与 ${other} 重叠。请让前一段在后一段开始前结束。`,
  WEEK_WITHOUT_HOURS: () => '一周里没有一天有工作时间，就永远不会到期。请至少给出一天的时间。',
  WEEKEND_WITH_HOURS: ({ id }) =>
    `星期 ${id} 有工作时间，而日历把它算作周末。请删去这些时间，或把它从日历的周末里去掉。`,
  WORKING_DAY_WITHOUT_HOURS: ({ id }) =>
    `星期 ${id} 没有工作时间，而日历把它算作工作日。请给出时间，或把它加进日历的周末。`,
  MAKE_UP_DAYS_WITHOUT_HOURS: ({ dates = [] }) =>
    `日历的调休上班日没有工作时间：${dates.join('、')}。请在 "makeUpDays" 里写明按星期几的时间，或在 "worked" 里逐日给出。`,
  ZONE_UNKNOWN: ({ given }) =>
    `${got(given)}，应为 IANA 时区，如 "Asia/Shanghai"，或固定偏移，如 "+08:00"。`,
  ZONE_WITHOUT_DATA: ({ given }) =>
    `${got(given)}，而当前运行环境没有时区数据。请换用有数据的环境，或写固定偏移，如 "+08:00"。`,
  LOCAL_TIME_MISSING: ({ given, zone }) =>
    `${given} 在 ${zone} 不存在：时钟在那里拨快，跳过了它。请给出带偏移的时刻。`,
  HOURS_MISSING: ({ unit }) =>
    `缺失。按${unitOf(unit)}计算，需要知道何时上班、在哪个时区。请给出 defineWorkingHours 定义的工作时间。`,
  TIME_NOT_WHOLE: ({ given, unit }) =>
    `${got(given)} ${unitOf(unit)}，应为整数${unit.endsWith('days') ? '天' : '毫秒'}。`,
  CLOSING_OF_HOURS: ({ given }) =>
    `只有按工作日计算的期限才能在下班时截止，而这里按${unitOf(given)}计算。请删去 "until"。`,
  WITHIN_WITHOUT_UNIT: ({ field }) =>
    `没有 "${field}"。"within" 和 "unit" 要一起给；由工单自己写明期限的，两个都不要给。`,
  DUE_NOT_ASKED: ({ id }) => `标准 "${id}" 自己规定了期限。请删去 "due"。`,
  HOLDS_OF_AGREED: ({ id }) =>
    `"${id}" 的工单按约定到期，不因暂停而顺延。请另约更晚的 "due"，并删去暂停。`,
  NO_TIME_OF_ITS_OWN: () => '缺失，无法知道多久到期。请给出有 "within" 和 "unit" 的标准。',
  STANDARD_UNKNOWN: ({ given, known, suggestion }) =>
    `${got(given)}，制度里没有这项标准。标准有：${known.join('、')}。${didYouMean(suggestion)}`,
  AS_OF_MISSING: () => '缺失，而工单尚未完成。请写明截至哪一刻。',
  INSTANTS_OUT_OF_ORDER: ({ from, to }) => `${got(to)}，早于 ${from}。请对调，或改正其一。`,
  OUTSIDE_WORKING_HOURS: ({ date, from, to }) =>
    `从 ${date} 算的工作时间期限超出了日历，日历只覆盖 ${from} 到 ${to}。请给出覆盖它的日历。`,
  CALENDAR_DAY_TWICE: ({ id }) => `${got(id)} 两次，每一天只能给一次。`,
  NO_ANSWER: ({ given }) => `isWorkday 的回答：${got(given)}，应为 true 或 false。`,
}
