/** The texts of policy documents and edits in Traditional Chinese. */
import { show } from '../../kernel/input/issue.js'
import type * as kinds from '../../policy/issues.js'
import type { Texts } from '../kinds.js'
import { didYouMean, got } from './words.js'

export const policy: Texts<typeof kinds> = {
  A_PLACE: () => '路徑，如 "scale.tiers.second.rate" 或 "awards[0].amount"',
  ONE_OPERATION: () => '"set"、"multiply"、"add"、"insert" 和 "remove" 之一',
  TRUE: () => 'true',
  NO_SUCH_PLACE: ({ given, known, suggestion }) =>
    `${got(show(given))}，制度裡沒有這個位置。那裡有：${known.join('、') || '無'}。${didYouMean(suggestion)}`,
  SEVERAL_OF_ID: ({ id }) => `這裡有好幾個 ${show(id)}。請以位置指明是哪一個，如 [0]。`,
  NO_NUMBER_THERE: ({ given }) => `${got(given)}，這個位置上不是數字。請用 "set"。`,
  NO_LIST_THERE: ({ given }) => `${got(given)}，這個位置上不是清單。請用 "set"。`,
}
