/** The texts of pictures that cannot be drawn in Simplified Chinese. */
import { show } from '../../kernel/input/issue.js'
import type * as kinds from '../chart/issues.js'
import type { Texts } from '../kinds.js'
import { got } from './words.js'

export const chart: Texts<typeof kinds> = {
  A_CURVE: () =>
    '有转折点或有终点的提成曲线：请给 "commissionCurve" 加上 "upTo"，或给图表一份提成单',
  SOMETHING_TO_DRAW: () => '至少一项可以绘制的数据',
  TOO_MANY_TO_DRAW: ({ limit }) => `超过 ${limit} 项，图表无法显示。请减少。`,
  CURRENCY_OF_PICTURE: ({ given, expected }) => `${got(given)}，而图表其余部分为 ${expected}。`,
  A_PERSON_DRAWN: () => '"people" 中某一位的 "id"',
  A_STATEMENT_OF: ({ unit }) => `${unit} 的提成单，因为已有更晚期间的提成单`,
  PERIOD_NOT_IN_TARGET: ({ given, period }) => `${got(given)}，应为目标中的期间：${period} 等。`,
  PERIOD_DRAWN_TWICE: ({ id }) => `${show(id)} 有两份提成单：请只给有效的一份。`,
  PARTS_DO_NOT_ADD_UP: ({ given, maximum }) =>
    `各部分合计为 ${given}，应等于金额的变化 ${maximum}。`,
  DIFFERENCE_WRONG: ({ given, maximum }) => `收到 ${given}，应为现值减去原值 ${maximum}。`,
}
