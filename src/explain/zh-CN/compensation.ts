/** The texts of compensation in Simplified Chinese. */
import type * as kinds from '../../compensation/issues.js'
import type { Texts } from '../kinds.js'
import { got } from './words.js'

export const compensation: Texts<typeof kinds> = {
  UNIT_OF_OTHER_PAY: ({ given, expected, id }) =>
    `${got(given)}，而方案按 ${expected} 支付 ${id}。请修改该结果的单位，或修改方案的支付方式。`,
  START_OF_BASE_PAY_MISSING: () =>
    '缺失，而基本工资的变动需要知道从哪个周期开始。请在等级制度中写明该结果何时结束。',
  SALARY_NOT_KNOWN: ({ date, from }) =>
    `没有给出 ${date} 的基本工资；${from === null ? '一项也没有给出' : `最早的一项从 ${from} 开始`}。请补上。`,
  ATTENDANCE_MISSING: ({ id }) => `缺少 ${id} 的出勤，而方案只支付出勤的天数。`,
  ATTENDED_MORE_THAN_DUE: ({ given, maximum }) => `${got(given)}，不得超过应出勤的 ${maximum} 天。`,
  A_MONTH: () => '月份 2026-03',
  WEEK_HAS_NO_MONTHS: ({ given }) =>
    `${got(given)}，而方案按在职或出勤的月份计算，周不含整月。请按更长的周期评级，或按天计算。`,
}
