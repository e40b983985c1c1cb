/** The texts of outcomes from an archive in Simplified Chinese. */
import type { Texts } from '../kinds.js'
import type * as kinds from '../verify/issues.js'

export const verify: Texts<typeof kinds> = {
  INPUT_OF_OUTCOME: () => '得出该结果的输入：直接给出，或由 "withInput" 记录',
  A_TOLD_OUTCOME: () => '能与其他结果区分的结果。请在 "of" 中写明返回它的函数',
  NO_POLICY: () => '"null"：该函数不读取制度',
  OTHER_POLICY: ({ was, is }) =>
    `该结果由 ${was} 得出，给出的制度是 ${is}。请传入得出该结果的制度。`,
  A_COMPARABLE_OUTCOME: () =>
    '提成单、薪酬结果、结算中的一个期间或只有一个期间的结算、考核结果，或线索、客户健康度的得分',
  OTHER_OUTCOME: ({ given, unit }) => `收到 ${given} 的结果，应与另一个同为 ${unit} 的结果。`,
  OTHER_PAYEE: ({ given, unit }) => `属于 ${given}，而另一个属于 ${unit}：请比较同一人的结果。`,
  OTHER_CURRENCY: ({ given, expected }) => `币种为 ${given}，而另一个为 ${expected}。`,
  PARTS_NOT_ADDING_UP: ({ given, unit }) =>
    `收到 ${given}，而各部分之和为 ${unit}。请先核对该结果。`,
}
