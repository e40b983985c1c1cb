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
  VERSION_ENDS_BEFORE_START: ({ from, to }) =>
    `${got(to)}，應晚於該版本的生效日 ${from}："until" 是不再生效的第一天。`,
  VERSION_OUT_OF_ORDER: ({ from, to }) =>
    `${got(to)}，應晚於前一版本的生效日 ${from}。請從最早的版本列起。`,
  VERSION_STILL_IN_FORCE: ({ first, second, lastDay }) =>
    `${first} 起的版本到 ${lastDay} 才失效，而這一版本 ${second} 就生效。請刪去前者的 "until"，或讓它及時結束。`,
  POLICY_NOT_IN_FORCE: ({ date, from, to }) =>
    `${date} 沒有生效的版本。${from === null ? '' : `前一版本於 ${from} 失效。`}${to === null ? '' : `下一版本於 ${to} 生效。`}請加入版本，或查詢另一天。`,
  GROUP_UNKNOWN: ({ given, known, suggestion }) =>
    `${got(show(given))}，本制度沒有這個分組。現有：${known.join('、') || '無'}。${didYouMean(suggestion)}`,
  EDIT_IN_NO_VERSION: ({ date }) =>
    `這項修改的日期以 ${date} 為界，其間沒有生效的版本。請寫有版本生效的日期。`,
  EDIT_OF_WHOLE: ({ field }) =>
    `已寫明，但路徑指向文件本身，而不是 "commission" 這樣的部分。請刪去 "${field}"。`,
  VERSION_BEGINS_THEN: ({ first, second }) =>
    `版本 ${show(first)} 在 ${second} 生效。請從另一天起修訂，或用 "from" 和 "to" 修改該版本。`,
  RULE_UNKNOWN: ({ given, known, suggestion }) =>
    `${got(show(given))}，範例不能呼叫這條規則。可用：${known.join('、')}。${didYouMean(suggestion)}`,
  EXAMPLE_WITHOUT_SECTION: ({ given, field }) =>
    `規則 ${given} 讀取 "${field}" 部分，而這一版本沒有。請補上，或刪去這個範例。`,
  EXAMPLE_DIFFERS: ({ given, expected }) =>
    `規則得出 ${given}，而範例寫的是 ${expected}。請更正其中之一。`,
  NOT_LOOKED_AT: ({ given }) => `檢查不涉及 ${given} 這類制度。請自行細讀。`,
  CONDITION_UNDECIDED: ({ id }) =>
    id === null
      ? '滿足它的方式多於檢查會嘗試的數目，因此無從得知是否有人能滿足。請減少同時要求的條件。'
      : `以兩種方式看待 ${show(id)}，或允許它缺少，檢查不作比較。請自行細讀。`,
}
