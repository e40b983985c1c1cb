/** The texts of careers in Traditional Chinese. */
import type * as kinds from '../../careers/issues.js'
import type { Texts } from '../kinds.js'
import { didYouMean, got } from './words.js'

export const careers: Texts<typeof kinds> = {
  RUNG_UNKNOWN: ({ given, known, suggestion }) =>
    `${got(given)}，制度裡沒有這個職級。職級有：${known.join('、')}。${didYouMean(suggestion)}`,
  PART_MISSING: ({ field }) => `缺漏：這套制度沒有規定 "${field}"。請補上，並重新定義制度。`,
}
