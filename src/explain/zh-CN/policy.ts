/** The texts of policy documents and edits in Simplified Chinese. */
import { show } from '../../kernel/input/issue.js'
import type * as kinds from '../../policy/issues.js'
import type { Texts } from '../kinds.js'
import { didYouMean, got } from './words.js'

export const policy: Texts<typeof kinds> = {
  A_PLACE: () => '路径，如 "scale.tiers.second.rate" 或 "awards[0].amount"',
  ONE_OPERATION: () => '"set"、"multiply"、"add"、"insert" 和 "remove" 之一',
  TRUE: () => 'true',
  NO_SUCH_PLACE: ({ given, known, suggestion }) =>
    `${got(show(given))}，制度里没有这个位置。那里有：${known.join('、') || '无'}。${didYouMean(suggestion)}`,
  SEVERAL_OF_ID: ({ id }) => `这里有好几个 ${show(id)}。请用位置指明是哪一个，如 [0]。`,
  NO_NUMBER_THERE: ({ given }) => `${got(given)}，这个位置上不是数字。请用 "set"。`,
  NO_LIST_THERE: ({ given }) => `${got(given)}，这个位置上不是列表。请用 "set"。`,
}
