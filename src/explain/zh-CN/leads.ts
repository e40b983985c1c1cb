/** The texts of leads in Simplified Chinese. */
import type * as kinds from '../../leads/issues.js'
import type { Texts } from '../kinds.js'
import { wordFor } from '../words.js'
import { didYouMean, got } from './words.js'

const GIVEN = { both: '两者都有', neither: '两者都没有' }

export const leads: Texts<typeof kinds> = {
  HIGH_VALUE_UNKNOWN: ({ given, known, suggestion }) =>
    `收到 "${given}"，应为等级之一：${known.join('、')}。${didYouMean(suggestion)}`,
  SENIOR_UNKNOWN: ({ given, known, suggestion }) =>
    `收到 "${given}"，应为职级之一：${known.join('、')}。${didYouMean(suggestion)}`,
  THRESHOLD_AT_END: ({ given }) => `收到 ${given}，应为大于 0 且小于 1 的比例：没有来源能超过 1。`,
  DROPPED_ABOVE_THRESHOLD: ({ given, maximum }) =>
    `收到 ${given}，最多 ${maximum}，即来源失去预算的门槛。`,
  SEGMENTS_MISSING: () => '模型没有说明细分市场如何排序。请加上 "segments" 及其标准。',
  FACTS_OR_SCORE: ({ given }) =>
    `${wordFor(given, GIVEN)}，应给出 "facts" 或其得分 "score"，二者取一。`,
  MORE_WON_THAN_DECIDED: ({ given, maximum }) =>
    `收到 ${given}，最多 ${maximum}，即已有结果的线索数。`,
  MORE_OPEN_THAN_LEADS: ({ given, maximum }) => `收到 ${given}，最多 ${maximum}，即全部线索数。`,
  COST_WITHOUT_CURRENCY: () => '缺失，而给出了费用。请给出其币种的 ISO 4217 代码。',
  PROBABILITY_AT_TIMES: () => '缺失，而其他行有。请每行都给出，或都不给。',
  EDGES_NOT_WHOLE: ({ given }) => `${got(given)}，应为从 0 到 1 不下降的分界点。`,
  FEW_DECIDED: ({ given, minimum }) =>
    `已有结果的线索有 ${given} 条，应至少 ${minimum} 条。所列数字仅供参考。`,
  FEW_WON: ({ given, minimum }) =>
    `成交的线索有 ${given} 条，应至少 ${minimum} 条。所列数字仅供参考。`,
  FEW_LOST: ({ given, minimum }) =>
    `未成交的线索有 ${given} 条，应至少 ${minimum} 条。所列数字仅供参考。`,
  FEW_BEFORE: ({ given, minimum }) =>
    `上一期已有结果的线索有 ${given} 条，应至少 ${minimum} 条。所列变化仅供参考。`,
  SOME_NOT_COUNTED: ({ given, minimum }) =>
    `${minimum} 行中计入 ${given} 行，其余无法读取。请改正，否则所列数字仅供参考。`,
  SOME_NOT_PREDICTED: ({ given, minimum }) =>
    `${minimum} 条已有结果的线索中，概率可读取的有 ${given} 条。请改正其余各条，否则布里尔分数和校准仅供参考。`,
}
