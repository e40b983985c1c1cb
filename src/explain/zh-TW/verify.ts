/** The texts of outcomes from an archive in Traditional Chinese. */
import type { Texts } from '../kinds.js'
import type * as kinds from '../verify/issues.js'

export const verify: Texts<typeof kinds> = {
  INPUT_OF_OUTCOME: () => '產生該結果的輸入：直接給定，或由 "withInput" 記錄',
  AN_OUTCOME: () => '能與其他結果區分的結果。請在 "of" 中註明回傳它的函式',
  NO_POLICY: () => '"null"：該函式不讀取制度',
  OTHER_POLICY: ({ was, is }) =>
    `該結果由 ${was} 產生，給定的制度是 ${is}。請傳入產生該結果的制度。`,
}
