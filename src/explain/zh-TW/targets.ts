/** The texts of targets in Traditional Chinese. */
import type * as kinds from '../../targets/issues.js'
import type { Texts } from '../kinds.js'
import { didYouMean, got } from './words.js'

const COUNTED = { day: '天', month: '個月', 'working-day': '個工作日' }

export const targets: Texts<typeof kinds> = {
  CALENDAR_MISSING: () => '缺漏：方案按工作日計算，請提供工作行事曆。',
  WEEK_HAS_NO_MONTHS: ({ given }) =>
    `${got(given ?? '')}，而方案按月折算，一週裡沒有整月。請按天折算，或提供更長的期間。`,
  LEAVES_OVERLAP: ({ first, second, lastDay }) =>
    `${second} 開始的假，早於 ${first} 開始的那段結束（${lastDay}）。每個休假日只能提供一次。`,
  TARGET_TOO_PRECISE: ({ total, decimals }) =>
    `${got(total)}，最多 ${decimals} 位小數，與方案對目標的捨入一致。`,
  TARGET_ZERO: ({ period, counted, of, by }) =>
    `結果為 0：${period} 的 ${of} ${COUNTED[by]}裡只算 ${counted} ${COUNTED[by]}，目標為 0 無法衡量銷售。請不要替這個人計算這一期，或改用不需要目標的方案。`,
  MEASURE_UNKNOWN: ({ given, known, suggestion }) =>
    `${got(given)}，本方案沒有這個指標。已有指標：${known.join('、')}。${didYouMean(suggestion)}`,
  TWO_BASES: ({ field, other }) =>
    `同時給了 "${field}" 和 "${other}"，兩者都決定這個節點分多少。只給一個。`,
  MIXED_BASES: ({ field, other }) =>
    `給的是 "${field}"，而同級節點給的是 "${other}"，兩者無法比較。同級請用同一種，或鎖定這個節點。`,
  BASIS_MISSING: () => '缺漏，應為 "weight"、"share"、"lastYear" 或 "locked"：平均分只是猜測。',
  HEAD_SHARE_MISSING: () =>
    '缺漏，應為負責人個人承擔的部分。請提供 "share" 或 "locked"，或提供帶 "headShare" 的方案。',
  HEAD_OF_NOBODY: () => '負責的節點下面沒有人，其餘部分將無人承擔。請去掉。',
  SHARES_NOT_WHOLE: ({ settled, difference }) =>
    `同級節點的占比之和為 ${settled}，應正好是 1，相差 ${difference}。任意大小的份額請用 "weight"。`,
  HEAD_BEYOND_TARGET: ({ amount, settled, difference }) =>
    `負責人承擔 ${settled}，比目標 ${amount} 多 ${difference}。請調低。`,
  LOCKED_BEYOND_TARGET: ({ amount, settled, difference }) =>
    `已鎖定 ${settled}，比可分的 ${amount} 多 ${difference}。請解鎖一個節點，或調低一個。`,
  LOCKED_BELOW_TARGET: ({ amount, settled, difference }) =>
    `所有節點都已鎖定，合計 ${settled}，${amount} 中其餘 ${difference} 無人承擔。請解鎖一個節點。`,
  WEEK_INTO_MONTHS: ({ given }) => `${got(given)}，一週裡沒有整月。請拆成週，或提供更長的期間。`,
  PERIOD_TOO_LONG: ({ given }) => `${got(given)}，超過十年。請逐年拆分。`,
  PROFILE_MONTH_MISSING: () => '缺漏，而期間裡有這個月。請給出權重，沒有目標的月份給 0。',
  PROFILE_LENGTH: ({ given, count }) =>
    `收到 ${given} 個權重，應為 ${count} 個：每個部分一個。按月份請寫成 { "01": 8, "02": 6, … }。`,
  NO_WORKING_DAYS: () => '在該期間沒有工作日，任何部分都沒有目標。請不要給行事曆。',
}
