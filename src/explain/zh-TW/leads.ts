/** The texts of leads in Traditional Chinese. */
import type * as kinds from '../../leads/issues.js'
import type { Texts } from '../kinds.js'
import { didYouMean } from './words.js'

export const leads: Texts<typeof kinds> = {
  HIGH_VALUE_UNKNOWN: ({ given, known, suggestion }) =>
    `收到 "${given}"，應為等級之一：${known.join('、')}。${didYouMean(suggestion)}`,
}
