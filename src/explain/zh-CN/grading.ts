/** The texts of grading in Simplified Chinese. */
import type * as kinds from '../../grading/issues.js'
import type { Texts } from '../kinds.js'
import { got } from './words.js'

export const grading: Texts<typeof kinds> = {
  RAISE_NOT_RATIO: ({ given }) =>
    `${got(given)}，而调薪是按薪资的一部分来分配预算的。请改用 "ratio"，或在 "raises" 中指定另一种结果。`,
  NO_RAISE_BY_GRADE: ({ given, known }) =>
    `在按单个等级产生的结果中，本政策没有名为 ${given} 的一项，因此无法得知各等级的调薪比例。现有：${known.join('、')}。请给出每个人的调薪比例，或在 "raises" 中指定另一种结果。`,
}
