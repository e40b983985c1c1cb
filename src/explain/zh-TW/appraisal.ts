/** The texts of appraisals in Traditional Chinese. */
import type * as kinds from '../../appraisal/issues.js'
import type { Texts } from '../kinds.js'
import { quoted } from '../words.js'
import { got } from './words.js'

export const appraisal: Texts<typeof kinds> = {
  RESULT_INVALID: ({ given }) =>
    `${got(given)}，應為 { actual, target }、{ points } 或 { value }。`,
  RESULT_IN_TWO_FORMS: ({ given }) =>
    `${got(given)}，應只寫一種：value，或 actual 和 target，或 points。`,
  SOURCE_REFUSED: ({ source, accepted }) =>
    `${source === null ? '沒有來源' : `來源為 ${JSON.stringify(source)}`}，應來自 ${quoted(accepted)}，而非受考核人自己填報（APP-7）。`,
}
