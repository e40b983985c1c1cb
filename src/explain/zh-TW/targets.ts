/** The texts of targets in Traditional Chinese. */
import type * as kinds from '../../targets/issues.js'
import type { Texts } from '../kinds.js'
import { got } from './words.js'

const COUNTED = { day: '天', month: '個月', 'working-day': '個工作日' }

export const targets: Texts<typeof kinds> = {
  CALENDAR_MISSING: () => '缺漏：方案按工作日計算，請提供工作行事曆。',
  WEEK_HAS_NO_MONTHS: ({ given }) =>
    `${got(given ?? '')}，而方案按月折算，一週裡沒有整月。請按天折算，或給更長的期間。`,
  LEAVES_OVERLAP: ({ first, second, lastDay }) =>
    `${second} 開始的假，早於 ${first} 開始的那段結束（${lastDay}）。每個休假日只能提供一次。`,
  TARGET_TOO_PRECISE: ({ total, decimals }) =>
    `${got(total)}，最多 ${decimals} 位小數，與方案對目標的捨入一致。`,
  TARGET_ZERO: ({ period, counted, of, by }) =>
    `結果為 0：${period} 的 ${of} ${COUNTED[by]}裡只算 ${counted} ${COUNTED[by]}，目標為 0 無法衡量銷售。請不要替這個人計算這一期，或改用不需要目標的方案。`,
}
