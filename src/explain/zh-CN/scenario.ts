/** The texts of what-ifs in Simplified Chinese. */
import { show } from '../../kernel/input/issue.js'
import type * as kinds from '../../scenario/issues.js'
import type { Texts } from '../kinds.js'
import { got } from './words.js'

export const scenario: Texts<typeof kinds> = {
  KINDS_DIFFER: ({ given, unit }) => `收到 ${given}，应为与另一个相同种类的 ${unit} 才能比较。`,
  UNITS_DIFFER: ({ given, expected }) =>
    `这个方案的单位是 ${given}，另一个是 ${expected}：两者的数字不能比较。`,
  FIGURE_TOO_LARGE: ({ given, maximum }) => `结果为 ${given}，假设分析中最多为 ${maximum}。`,
  RUN_STOPPED: ({ done }) => `完成 ${done} 项后，信号停止了运行。`,
  ROW_TWICE: ({ id }) => `${show(id)} 出现了两次，每一行只能写一次。`,
  NOTHING_COMPUTED: ({ given }) => `所有行（${given}）都未能计算，原因见第一行。`,
  BOUNDS_WITHOUT_STEP: ({ given, previous }) =>
    `${previous} 之后${got(given)}，两个值之间按所给小数位数至少要有一步。`,
  DISTRIBUTION_ENDS: ({ given }) =>
    `${got(given)}，应至少有一个观察到的达成率，或从 0 到 1 的两个以上分位数。`,
  QUANTILES_OUT_OF_ORDER: ({ given, previous }) =>
    `第 ${given} 个分位数必须大于第 ${previous} 个，其达成率不得更低。`,
  TOO_MANY_DRAWS: ({ limit }) => `要求的抽样超过 ${limit} 次。请减少次数或行数。`,
  TOO_MANY_ROWS: ({ limit }) => `超过 ${limit} 行：每一行都要与其他各行比较。`,
  TOO_MUCH_WORK: ({ limit }) =>
    `要求的计算超过 ${limit} 次：方案中的每个数字都要对所有行计算一遍。请减少行数，或只对重要的数字做扫描。`,

  A_SCENARIO_POLICY: () =>
    '对每一行都有结果的已定义方案：提成或薪酬方案、考核方案、等级评定、线索或健康度模型；若是整套制度，请给出 "policyOn" 的一个部分',
  TWO_POLICIES: () => '带有 "now" 和 "then" 两个方案的对象',
  A_GOAL: () => '只有 "atMost" 或只有 "atLeast" 的对象',
  TWO_BOUNDS: () => '两个值，即要查找的最小值和最大值',
  A_DISTRIBUTION: () => '只有 "quantiles" 或只有 "observed" 的对象',
  A_SIGNAL: () => '带有 "aborted" 的对象',
  A_CALLBACK: () => '函数',
}
