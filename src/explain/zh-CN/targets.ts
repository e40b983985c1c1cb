/** The texts of targets in Simplified Chinese. */
import type * as kinds from '../../targets/issues.js'
import type { Texts } from '../kinds.js'
import { got } from './words.js'

const COUNTED = { day: '天', month: '个月', 'working-day': '个工作日' }

export const targets: Texts<typeof kinds> = {
  CALENDAR_MISSING: () => '缺失：方案按工作日计算，请给出工作日历。',
  WEEK_HAS_NO_MONTHS: ({ given }) =>
    `${got(given ?? '')}，而方案按月折算，一周里没有整月。请按天折算，或给更长的期间。`,
  LEAVES_OVERLAP: ({ first, second, lastDay }) =>
    `${second} 开始的假期，早于 ${first} 开始的那段结束（${lastDay}）。每个休假日只能给一次。`,
  TARGET_TOO_PRECISE: ({ total, decimals }) =>
    `${got(total)}，最多 ${decimals} 位小数，与方案对目标的舍入一致。`,
  TARGET_ZERO: ({ period, counted, of, by }) =>
    `结果为 0：${period} 的 ${of} ${COUNTED[by]}里只算 ${counted} ${COUNTED[by]}，目标为 0 无法衡量销售。请不要给这个人算这一期，或改用不需要目标的方案。`,
}
