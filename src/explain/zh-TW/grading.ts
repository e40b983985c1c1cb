/** The texts of grading in Traditional Chinese. */
import type * as kinds from '../../grading/issues.js'
import type { Texts } from '../kinds.js'
import { got } from './words.js'

export const grading: Texts<typeof kinds> = {
  RAISE_NOT_RATIO: ({ given }) =>
    `${got(given)}，而調薪是按薪資的一部分來分配預算的。請改用 "ratio"，或在 "raises" 中指定另一種結果。`,
  NO_RAISE_BY_GRADE: ({ given, known }) =>
    `在按單一等級產生的結果中，本政策沒有名為 ${given} 的一項，因此無法得知各等級的調薪比例。現有：${known.join('、')}。請給出每個人的調薪比例，或在 "raises" 中指定另一種結果。`,
}
