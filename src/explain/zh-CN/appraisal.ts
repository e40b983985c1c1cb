/** The texts of appraisals in Simplified Chinese. */
import type * as kinds from '../../appraisal/issues.js'
import type { Texts } from '../kinds.js'
import { quoted } from '../words.js'
import { got } from './words.js'

export const appraisal: Texts<typeof kinds> = {
  RESULT_INVALID: ({ given }) =>
    `${got(given)}，应为 { actual, target }、{ points } 或 { value }。`,
  RESULT_IN_TWO_FORMS: ({ given }) =>
    `${got(given)}，应只写一种：value，或 actual 和 target，或 points。`,
  SOURCE_REFUSED: ({ source, accepted }) =>
    `${source === null ? '没有来源' : `来源为 ${JSON.stringify(source)}`}，应来自 ${quoted(accepted)}，而非被考核人自己填报（APP-7）。`,
}
