/** The texts of service in Traditional Chinese. */
import type * as kinds from '../../service/issues.js'
import type { Texts } from '../kinds.js'
import { didYouMean, got } from './words.js'

const UNITS: Readonly<Record<string, string>> = {
  minutes: '分鐘',
  hours: '小時',
  days: '天',
  'working-minutes': '工作分鐘',
  'working-hours': '工作小時',
  'working-days': '工作日',
}

const unitOf = (unit: string) => UNITS[unit] ?? unit

export const service: Texts<typeof kinds> = {
  AN_OPENING_SPAN: () => '一天中的一段時間，如 "09:00-12:30"，結束晚於開始；"24:00" 為一天結束',
  HOURS_OVERLAP: ({ given, other }) => `${given} 與 ${other} 重疊。請讓前一段在後一段開始前結束。`,
  WEEK_WITHOUT_HOURS: () => '一週裡沒有一天有工作時間，就永遠不會到期。請至少提供一天的時間。',
  WEEKEND_WITH_HOURS: ({ id }) =>
    `星期 ${id} 有工作時間，而行事曆把它算作週末。請刪去這些時間，或把它從行事曆的週末裡去掉。`,
  WORKING_DAY_WITHOUT_HOURS: ({ id }) =>
    `星期 ${id} 沒有工作時間，而行事曆把它算作工作日。請提供時間，或把它加進行事曆的週末。`,
  MAKE_UP_DAYS_WITHOUT_HOURS: ({ dates = [] }) =>
    `行事曆的補班日沒有工作時間：${dates.join('、')}。請在 "makeUpDays" 裡寫明按星期幾的時間，或在 "worked" 裡逐日提供。`,
  ZONE_UNKNOWN: ({ given }) =>
    `${got(given)}，應為 IANA 時區，如 "Asia/Shanghai"，或固定偏移，如 "+08:00"。`,
  ZONE_WITHOUT_DATA: ({ given }) =>
    `${got(given)}，而目前的執行環境沒有時區資料。請換用有資料的環境，或寫固定偏移，如 "+08:00"。`,
  LOCAL_TIME_MISSING: ({ given, zone }) =>
    `${given} 在 ${zone} 不存在：時鐘在那裡撥快，跳過了它。請提供帶偏移的時刻。`,
  HOURS_MISSING: ({ unit }) =>
    `缺漏。按${unitOf(unit)}計算，需要知道何時上班、在哪個時區。請提供 defineWorkingHours 定義的工作時間。`,
  TIME_NOT_WHOLE: ({ given, unit }) =>
    `${got(given)} ${unitOf(unit)}，應為整數${unit.endsWith('days') ? '天' : '毫秒'}。`,
  CLOSING_OF_HOURS: ({ given }) =>
    `只有按工作日計算的期限才能在下班時截止，而這裡按${unitOf(given)}計算。請刪去 "until"。`,
  WITHIN_WITHOUT_UNIT: ({ field }) =>
    `沒有 "${field}"。"within" 和 "unit" 要一起提供；由案件自己寫明期限的，兩個都不要提供。`,
  DUE_NOT_ASKED: ({ id }) => `標準 "${id}" 自己規定了期限。請刪去 "due"。`,
  HOLDS_OF_AGREED: ({ id }) =>
    `"${id}" 的案件按約定到期，不因暫停而順延。請另約更晚的 "due"，並刪去暫停。`,
  NO_TIME_OF_ITS_OWN: () => '缺漏，無法知道多久到期。請提供有 "within" 和 "unit" 的標準。',
  STANDARD_UNKNOWN: ({ given, known, suggestion }) =>
    `${got(given)}，制度裡沒有這項標準。標準有：${known.join('、')}。${didYouMean(suggestion)}`,
  AS_OF_MISSING: () => '缺漏，而案件尚未完成。請寫明截至哪一刻。',
  INSTANTS_OUT_OF_ORDER: ({ from, to }) => `${got(to)}，早於 ${from}。請對調，或改正其一。`,
  OUTSIDE_WORKING_HOURS: ({ date, from, to }) =>
    `從 ${date} 算的工作時間期限超出了行事曆，行事曆只涵蓋 ${from} 到 ${to}。請提供涵蓋它的行事曆。`,
  CALENDAR_DAY_TWICE: ({ id }) => `${got(id)} 兩次，每一天只能提供一次。`,
  NO_ANSWER: ({ given }) => `isWorkday 的回答：${got(given)}，應為 true 或 false。`,
}
