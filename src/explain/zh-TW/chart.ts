/** The texts of pictures that cannot be drawn in Traditional Chinese. */
import type * as kinds from '../chart/issues.js'
import type { Texts } from '../kinds.js'
import { got } from './words.js'

export const chart: Texts<typeof kinds> = {
  A_CURVE: () =>
    '有轉折點或有終點的獎金曲線：請為 "commissionCurve" 加上 "upTo"，或給圖表一份結算單',
  SOMETHING_TO_DRAW: () => '至少一項可以繪製的資料',
  TOO_MANY_TO_DRAW: ({ limit }) => `超過 ${limit} 項，圖表無法顯示。請減少。`,
  CURRENCY_OF_PICTURE: ({ given, expected }) => `${got(given)}，而圖表其餘部分為 ${expected}。`,
}
