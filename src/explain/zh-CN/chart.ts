/** The texts of pictures that cannot be drawn in Simplified Chinese. */
import type * as kinds from '../chart/issues.js'
import type { Texts } from '../kinds.js'
import { got } from './words.js'

export const chart: Texts<typeof kinds> = {
  A_CURVE: () => '有拐点或有终点的提成曲线：请给 "commissionCurve" 加上 "upTo"，或给图表一份结算单',
  SOMETHING_TO_DRAW: () => '至少一项可以绘制的数据',
  TOO_MANY_TO_DRAW: ({ limit }) => `超过 ${limit} 项，图表无法显示。请减少。`,
  CURRENCY_OF_PICTURE: ({ given, expected }) => `${got(given)}，而图表其余部分为 ${expected}。`,
}
