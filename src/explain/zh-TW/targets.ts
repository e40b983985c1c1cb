/** The texts of targets in Traditional Chinese. */
import type * as kinds from '../../targets/issues.js'
import type { Texts } from '../kinds.js'
import { wordFor } from '../words.js'
import { didYouMean, got } from './words.js'

const COUNTED = { day: '天', month: '個月', 'working-day': '個工作日' }

/** What a revision starts with. */
const STARTS = { month: '月', quarter: '季' }

export const targets: Texts<typeof kinds> = {
  CALENDAR_MISSING: () => '缺漏。方案按工作日計算，請提供工作行事曆。',
  NO_WHOLE_MONTHS: ({ given }) =>
    `${got(given ?? '')}，而方案按月折算，這個期間不是整月。請按天折算，或提供由整月組成的期間。`,
  LEAVES_OVERLAP: ({ first, second, lastDay }) =>
    `${second} 開始的休假，早於 ${first} 開始的那段結束（${lastDay}）。每個休假日只能提供一次。`,
  TARGET_TOO_PRECISE: ({ total, decimals }) =>
    `${got(total)}，最多 ${decimals} 位小數，與方案對目標的捨入一致。`,
  TARGET_ZERO: ({ period, counted, of, by }) =>
    `結果為 0：${period} 的 ${of} ${COUNTED[by]}裡只算 ${counted} ${COUNTED[by]}，目標為 0 無法衡量業績。請不要替這個人計算這一期，或改用不需要目標的方案。`,
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
  PROFILE_MONTH_MISSING: () => '缺漏，而期間裡有這個月。請提供權重，沒有目標的月份給 0。',
  PROFILE_LENGTH: ({ given, count }) =>
    `收到 ${given} 個權重，應為 ${count} 個：每個部分一個。按月份請寫成 { "01": 8, "02": 6, … }。`,
  NO_WORKING_DAYS: () => '在該期間沒有工作日，任何部分都沒有目標。請不要給行事曆。',
  REASON_MISSING: () => '缺漏，應為 1 到 200 個字的原因：它會留在紀錄裡。',
  HISTORY_EMPTY: () => '為空，應有最初的目標。請提供 "setTarget" 回傳的內容。',
  PARTS_NOT_ADDING_UP: ({ amount, settled, difference }) =>
    `合計 ${settled}，與目標 ${amount} 相差 ${difference}。請原樣提供回傳的歷史。`,
  REVISION_MISSING: () => '缺漏，應為新的目標，或提供 "changeBy" 和比率，例如 -0.2。',
  REVISION_TO_NOTHING: ({ given }) => `得到的目標為 ${given}，應大於 0。`,
  TWO_REVISIONS: () => '同時提供了 "amount" 和 "changeBy"。只提供一個。',
  REVISION_NOT_AT_START: ({ given, expected, date, other }) =>
    `${got(given)}，而按方案，調整從${wordFor(expected, STARTS)}的第一天起生效；這一${wordFor(expected, STARTS)}是 ${date} 到 ${other}。請取它的第一天，或最後一天的次日。`,
  REVISION_BEFORE_LAST: ({ given, from, to }) =>
    `${got(given)}，應在 ${from}（被調整的版本從這天起）到 ${to} 之間。`,
  VERSION_NOT_SIGNED: ({ given, date, other }) =>
    `第 ${given} 版在由 "${other}" 簽署後從 ${date} 起生效。請先簽署，或從 ${date} 起調整，以取代它。`,
  REVISION_BELOW_PASSED: ({ amount, settled, difference }) =>
    `之前各月的目標為 ${settled}，比新目標 ${amount} 多 ${difference}。這些月份保持不變，請提供更高的目標。`,
  SIGNED_BY_OTHER: ({ given, other }) => `收到 "${given}"，而這個目標屬於 "${other}"。`,
  SIGNED_BY_ONE: ({ given, other }) =>
    `收到 "${given}"，此人已以 "${other}" 的身分簽署。一人不能代兩方簽署。`,
  VERSION_REPLACED: ({ given }) => `第 ${given} 版已被從同一天或更早生效的版本取代。請簽署後一版。`,
  OUTSIDE_PERIOD: ({ date, from, to }) => `${date} 不在目標的期間 ${from} 到 ${to} 之內。`,
  GOAL_UNKNOWN: ({ given, known, suggestion }) =>
    `${got(given)}，本方案沒有這個小目標。已有：${known.join('、')}。${didYouMean(suggestion)}`,
  RESULT_TOO_LATE: ({ from, to }) => `${got(from)}，晚於查看日 ${to}。請以更晚的日期查看。`,
}
