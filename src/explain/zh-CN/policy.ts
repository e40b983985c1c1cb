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
  VERSION_ENDS_BEFORE_START: ({ from, to }) =>
    `${got(to)}，应晚于该版本的生效日 ${from}："until" 是不再生效的第一天。`,
  VERSION_OUT_OF_ORDER: ({ from, to }) =>
    `${got(to)}，应晚于前一版本的生效日 ${from}。请从最早的版本列起。`,
  VERSION_STILL_IN_FORCE: ({ first, second, lastDay }) =>
    `${first} 起的版本到 ${lastDay} 才失效，而这一版本 ${second} 就生效。请删去前者的 "until"，或让它及时结束。`,
  POLICY_NOT_IN_FORCE: ({ date, from, to }) =>
    `${date} 没有生效的版本。${from === null ? '' : `前一版本于 ${from} 失效。`}${to === null ? '' : `下一版本于 ${to} 生效。`}请添加版本，或查询另一天。`,
  GROUP_UNKNOWN: ({ given, known, suggestion }) =>
    `${got(show(given))}，本制度没有这个分组。现有：${known.join('、') || '无'}。${didYouMean(suggestion)}`,
  EDIT_IN_NO_VERSION: ({ date }) =>
    `这项修改的日期以 ${date} 为界，其间没有生效的版本。请写有版本生效的日期。`,
  EDIT_OF_WHOLE: ({ field }) =>
    `已写明，但路径指向文档本身，而不是 "commission" 这样的部分。请删去 "${field}"。`,
  VERSION_BEGINS_THEN: ({ first, second }) =>
    `版本 ${show(first)} 在 ${second} 生效。请从另一天起修订，或用 "from" 和 "to" 修改该版本。`,
  RULE_UNKNOWN: ({ given, known, suggestion }) =>
    `${got(show(given))}，示例不能调用这条规则。可用：${known.join('、')}。${didYouMean(suggestion)}`,
  EXAMPLE_WITHOUT_SECTION: ({ given, field }) =>
    `规则 ${given} 读取 "${field}" 部分，而这一版本没有。请补上，或删去这个示例。`,
  EXAMPLE_DIFFERS: ({ given, expected }) =>
    `规则得出 ${given}，而示例写的是 ${expected}。请更正其中之一。`,
  NOT_LOOKED_AT: ({ given }) => `检查不涉及 ${given} 这类制度。请自行细读。`,
  CONDITION_UNDECIDED: ({ id }) =>
    id === null
      ? '满足它的方式多于检查会尝试的数目，因此无从得知是否有人能满足。请减少同时要求的条件。'
      : `以两种方式看待 ${show(id)}，或允许它缺失，检查不作比较。请自行细读。`,
}
