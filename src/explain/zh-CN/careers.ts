/** The texts of careers in Simplified Chinese. */
import type * as kinds from '../../careers/issues.js'
import type { Texts } from '../kinds.js'
import { didYouMean, got } from './words.js'

export const careers: Texts<typeof kinds> = {
  RUNG_UNKNOWN: ({ given, known, suggestion }) =>
    `${got(given)}，制度里没有这个职级。职级有：${known.join('、')}。${didYouMean(suggestion)}`,
  PART_MISSING: ({ field }) => `缺失：这套制度没有规定 "${field}"。请补上，并重新定义制度。`,
}
