/** The texts of compensation in Traditional Chinese. */
import type * as kinds from '../../compensation/issues.js'
import type { Texts } from '../kinds.js'
import { got } from './words.js'

export const compensation: Texts<typeof kinds> = {
  UNIT_OF_OTHER_PAY: ({ given, expected, id }) =>
    `${got(given)}，而方案按 ${expected} 支付 ${id}。請修改該結果的單位，或修改方案的支付方式。`,
  START_OF_BASE_PAY_MISSING: () =>
    '缺漏，而底薪的變動需要知道從哪個週期開始。請在等級制度中寫明該結果何時結束。',
  SALARY_NOT_KNOWN: ({ date, from }) =>
    `沒有給出 ${date} 的底薪；${from === null ? '一項也沒有給出' : `最早的一項從 ${from} 開始`}。請補上。`,
  ATTENDANCE_MISSING: ({ id }) => `缺少 ${id} 的出勤，而方案只支付出勤的天數。`,
  ATTENDED_MORE_THAN_DUE: ({ given, maximum }) => `${got(given)}，不得超過應出勤的 ${maximum} 天。`,
  A_MONTH: () => '月份 2026-03',
  WEEK_HAS_NO_MONTHS: ({ given }) =>
    `${got(given)}，而方案按在職或出勤的月份計算，週不含整月。請按更長的週期評級，或按天計算。`,
}
