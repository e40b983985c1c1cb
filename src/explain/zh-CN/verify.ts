/** The texts of outcomes from an archive in Simplified Chinese. */
import type { Texts } from '../kinds.js'
import type * as kinds from '../verify/issues.js'

export const verify: Texts<typeof kinds> = {
  INPUT_OF_OUTCOME: () => '得出该结果的输入：直接给出，或由 "withInput" 记录',
  AN_OUTCOME: () => '能与其他结果区分的结果。请在 "of" 中写明返回它的函数',
  NO_POLICY: () => '"null"：该函数不读取制度',
  OTHER_POLICY: ({ was, is }) =>
    `该结果由 ${was} 得出，给出的制度是 ${is}。请传入得出该结果的制度。`,
}
