/** The texts of what-ifs in Traditional Chinese. */
import { show } from '../../kernel/input/issue.js'
import type * as kinds from '../../scenario/issues.js'
import type { Texts } from '../kinds.js'
import { got } from './words.js'

export const scenario: Texts<typeof kinds> = {
  KINDS_DIFFER: ({ given, unit }) => `收到 ${given}，應為與另一個相同種類的 ${unit} 才能比較。`,
  UNITS_DIFFER: ({ given, expected }) =>
    `這個方案的單位是 ${given}，另一個是 ${expected}：兩者的數字不能比較。`,
  FIGURE_TOO_LARGE: ({ given, maximum }) => `結果為 ${given}，假設分析中最多為 ${maximum}。`,
  RUN_STOPPED: ({ done }) => `完成 ${done} 項後，訊號停止了執行。`,
  ROW_TWICE: ({ id }) => `${show(id)} 出現了兩次，每一列只能寫一次。`,
  NOTHING_COMPUTED: ({ given }) => `所有列（${given}）都未能計算，原因見第一列。`,
  BOUNDS_WITHOUT_STEP: ({ given, previous }) =>
    `${previous} 之後${got(given)}，兩個值之間按所給小數位數至少要有一步。`,
  DISTRIBUTION_ENDS: ({ given }) =>
    `${got(given)}，應至少有一個觀察到的達成率，或從 0 到 1 的兩個以上分位數。`,
  QUANTILES_OUT_OF_ORDER: ({ given, previous }) =>
    `第 ${given} 個分位數必須大於第 ${previous} 個，其達成率不得更低。`,
  TOO_MANY_DRAWS: ({ limit }) => `要求的抽樣超過 ${limit} 次。請減少次數或列數。`,
  TOO_MANY_ROWS: ({ limit }) => `超過 ${limit} 列：每一列都要與其他各列比較。`,
  TOO_MUCH_WORK: ({ limit }) =>
    `要求的計算超過 ${limit} 次：方案中的每個數字都要對所有列計算一遍。請減少列數，或只對重要的數字做掃描。`,

  A_SCENARIO_POLICY: () =>
    '對每一列都有結果的已定義方案：業績獎金或薪酬方案、考核方案、等第評定、潛在客戶或健康度模型；若是整套制度，請提供 "policyOn" 的一個部分',
  TWO_POLICIES: () => '帶有 "now" 和 "then" 兩個方案的物件',
  A_GOAL: () => '只有 "atMost" 或只有 "atLeast" 的物件',
  TWO_BOUNDS: () => '兩個值，即要尋找的最小值和最大值',
  A_DISTRIBUTION: () => '只有 "quantiles" 或只有 "observed" 的物件',
  A_SIGNAL: () => '帶有 "aborted" 的物件',
  A_CALLBACK: () => '函式',
}
