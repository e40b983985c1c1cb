/** The texts of grading in Simplified Chinese. */
import type * as kinds from '../../grading/issues.js'
import type { Texts } from '../kinds.js'
import { didYouMean, got } from './words.js'

export const grading: Texts<typeof kinds> = {
  RAISE_NOT_RATIO: ({ given }) =>
    `${got(given)}，而调薪是按薪资的一部分来分配预算的。请改用 "ratio"，或在 "raises" 中指定另一种结果。`,
  NO_RAISE_BY_GRADE: ({ given, known }) =>
    `在按单个等级产生的结果中，本制度没有名为 ${given} 的一项，因此无法得知各等级的调薪比例。现有：${known.join('、')}。请给出每个人的调薪比例，或在 "raises" 中指定另一种结果。`,
  SHARES_AS_LIST: () =>
    '每项有 "grade" 和 "share" 的列表，最好的等级在前：等级为整数时，对象不会保持其顺序',
  LOWEST_GRADE_ASKS: ({ id }) => `${id} 是最低等级，其余的人都归入其中。请删去它的要求。`,
  LEAST_SCORE_RISES: ({ given, maximum }) =>
    `${got(given)}，高于更好等级的 ${maximum}。较低的等级要求不得更高。`,
  GROUP_MISSING: () => '缺失，而其他人有分组。请给每个有得分的人都写上分组，或者都不写。',
  GROUP_IN_TWO_POOLS: ({ id }) => `分组 "${id}" 已在另一个合并组中。每个分组只排名一次。`,
  TIE_BREAKER_MISSING: () => '缺失，而同分者正好跨越等级分界，须以此区分。',
  MENTORING_UNKNOWN: ({ given, known, suggestion }) =>
    `${got(given)}，本制度没有这种导师带教。现有：${known.join('、')}。${didYouMean(suggestion)}`,
  SOMEBODY_ELSE: ({ unit }) => `${unit === 'mentors' ? '导师' : '徒弟'}名单中的另一个人`,
  A_PERSON_OF_SESSION: () => '校准会议中某人的 "id"',
  CALIBRATES_THEMSELVES: ({ given }) => `${got(given)}，不得决定自己的等级，须由他人决定。`,
  MOVE_OUT_OF_ORDER: ({ from, to }) =>
    `${got(to)}，而前一项决定的日期是 ${from}。请按作出的先后列出决定。`,
  ABOVE_GRADE_AT_MOST: ({ id, given, maximum }) =>
    `${got(given)}，而 ${id} 规定等级最高为 ${maximum}。请先解决该项。`,
  MOVED_TOO_FAR: ({ given, maximum }) => `调整了 ${given} 级，而制度最多允许 ${maximum} 级。`,
  TOO_MANY_MOVED: ({ given, maximum }) =>
    `调整了 ${given} 人，而制度最多允许 ${maximum} 人。请撤回其中一些。`,
  GRADING_PART_MISSING: ({ field }) =>
    `缺失。这套制度没有规定 "${field}"。请补上，并重新定义制度。`,
  GRADED_AFTER_LEAVING: ({ from, to }) =>
    `从 ${to} 开始，而此人已于 ${from} 离职。请更正其中之一。`,
}
