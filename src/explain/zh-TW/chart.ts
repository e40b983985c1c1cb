/** The texts of pictures that cannot be drawn in Traditional Chinese. */
import { show } from '../../kernel/input/issue.js'
import type * as kinds from '../chart/issues.js'
import type { Texts } from '../kinds.js'
import { got } from './words.js'

export const chart: Texts<typeof kinds> = {
  A_CURVE: () =>
    '有轉折點或有終點的獎金曲線：請為 "commissionCurve" 加上 "upTo"，或給圖表一份業績獎金明細',
  SOMETHING_TO_DRAW: () => '至少一項可以繪製的資料',
  TOO_MANY_TO_DRAW: ({ limit }) => `超過 ${limit} 項，圖表無法顯示。請減少。`,
  CURRENCY_OF_PICTURE: ({ given, expected }) => `${got(given)}，而圖表其餘部分為 ${expected}。`,
  A_PERSON_DRAWN: () => '"people" 中某一位的 "id"',
  A_STATEMENT_OF: ({ unit }) => `${unit} 的業績獎金明細，因為已有更晚期間的明細`,
  PERIOD_NOT_IN_TARGET: ({ given, period }) => `${got(given)}，應為目標中的期間：${period} 等。`,
  PERIOD_DRAWN_TWICE: ({ id }) => `${show(id)} 有兩份業績獎金明細：請只給有效的一份。`,
  PARTS_DO_NOT_ADD_UP: ({ given, maximum }) =>
    `各部分合計為 ${given}，應等於金額的變化 ${maximum}。`,
  DIFFERENCE_WRONG: ({ given, maximum }) => `收到 ${given}，應為現值減去原值 ${maximum}。`,
}
