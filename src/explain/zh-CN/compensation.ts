/** The texts of compensation in Simplified Chinese. */
import type * as kinds from '../../compensation/issues.js'
import { show } from '../../kernel/input/issue.js'
import type { Texts } from '../kinds.js'
import { got } from './words.js'

export const compensation: Texts<typeof kinds> = {
  UNIT_OF_OTHER_PAY: ({ given, expected, id }) =>
    `${got(given)}，而方案按 ${expected} 发放 ${id}。请修改该结果的单位，或修改方案的发放方式。`,
  START_OF_BASE_PAY_MISSING: () =>
    '缺失，而基本工资的变动需要知道从哪个期间开始。请在等级评定中写明该结果何时结束。',
  SALARY_NOT_KNOWN: ({ date, from }) =>
    `没有给出 ${date} 的基本工资；${from === null ? '一项也没有给出' : `最早的一项从 ${from} 开始`}。请补上。`,
  ATTENDANCE_MISSING: ({ id }) => `缺少 ${id} 的出勤，而方案只发放出勤的天数。`,
  ATTENDED_MORE_THAN_DUE: ({ given, maximum }) => `${got(given)}，不得超过应出勤的 ${maximum} 天。`,
  A_MONTH: () => '月份 2026-03',
  WEEK_HAS_NO_MONTHS: ({ given }) =>
    `${got(given)}，而方案按在职或出勤的月份计算，周不含整月。请按更长的期间评定等级，或按天计算。`,
  NOTHING_TO_EARN_BY: () =>
    '缺失，而该提成项目既不评分，也不按表发放。请给出 "commission"、"appraisal" 或 "matrix"。',
  SCORED_TWICE: () =>
    '该提成项目由 "appraisal" 评分，又按表发放。请让评分单独成为一个提成项目，再由表引用它。',
  COMPONENT_IN_OTHER_CURRENCY: ({ given, expected }) =>
    `${got(given)}，而方案以 ${expected} 发放。两种币种的金额从不相加。`,
  WEIGHT_OF_MONEY: () =>
    '是目标奖金的份额，而该提成项目发放的是金额。请删去，或将 "payout" 设为 "of-target-incentive"。',
  WEIGHTS_NOT_WHOLE: ({ given }) => `权重之和为 ${given}，应为 1：它们要把全部目标奖金分完。`,
  COMPONENT_NOT_BEFORE: ({ id, expected }) =>
    `引用了 ${show(id)}，应为它之前的提成项目的结果${expected === '' ? '' : `（${expected}）`}。请把那一项写在前面，或给该事实另取名称。`,
  COMPONENT_WITHOUT_SCORE: ({ id, other }) =>
    `引用了 ${show(id)}，而 ${show(other)} 没有评分。请引用它的达成率或金额，或给它 "appraisal"。`,
  MATRIX_OF_OTHER_SIZE: ({ expected }) =>
    `应有 ${expected} 个数：行的每一档一个列表，列的每一档一个数。`,
  CAP_OF_NOTHING: () =>
    '没有限制任何东西。请用 "amount" 给出上限金额，或用 "multiple" 给出目标奖金的倍数。',
  COMPONENTS_MISSING: () =>
    '是给各提成项目用的，而该方案没有提成项目。请加上 "components"，或删去。',
  INCENTIVE_OF_ALL_MISSING: ({ field }) =>
    `缺失，而方案的"${field}"是它的一部分或倍数。请给出员工完成目标时各提成项目合计的奖金。`,
  INCENTIVE_OF_COMPONENT: () =>
    '该提成项目已有目标奖金的份额，却又单独给出。请只在各提成项目之外给出一次，或删去权重。',
  OTHER_THAN_OF_ALL: ({ given, expected }) =>
    `${got(given)}，应与所有提成项目一样为 ${expected}。此处请删去。`,
  FIGURE_OF_COMPONENT: () => '是某一提成项目的结果，由计算得出。请删去，或给该事实另取名称。',
  FIGURE_OF_COMPONENT_MISSING: ({ id }) =>
    `${show(id)} 未知，因为没有给出衡量该提成项目的依据，而另一项引用它。请给出它的目标。`,
  FACT_OF_MATRIX_MISSING: ({ id }) => `缺失，而表按 ${show(id)} 查找。请作为事实给出。`,
  PRIZES_RISE: ({ given, previous }) =>
    `${got(given)}，最多为前一名次的奖金 ${previous}：名次更差不应得到更多。`,
  NOTHING_TO_WIN: ({ field }) =>
    `用于按名次的奖金，而该规则没有。请加上 "prizes"，或删去 "${field}"。`,
  POT_BELOW_PRIZES: ({ given, minimum }) => `${got(given)}，至少应为各项奖金之和 ${minimum}。`,
  POT_OF_ALL_MISSING: () =>
    '缺失，而并列者都得到该奖金，合计可能超过各项奖金之和。请给出总共最多发放多少。',
  POT_MISSING: () => '缺失，而规则没有说明分配多少。请在此处或在规则中给出。',
  POT_OF_PRIZES: () => '已由规则规定。请删去，或修改规则。',
  COMPONENT_WITHOUT_PAYMENT: ({ id }) =>
    `提成项目 ${show(id)} 没有 "payment"，无从结算。请在它的 "commission" 里，或在方案里为所有提成项目写明发放规则。`,
  CAP_OF_PROGRESS: ({ id }) =>
    `方案对所有提成项目合计封顶，而 ${show(id)} 按开票或回款发放，无法得知封顶从中扣去了什么。请让它按签单发放，或只对该项封顶。`,
  CORRECTED_ALONE: ({ id }) =>
    `只更正了 ${show(id)}，而各提成项目互相引用。请用 "restateCompensation" 重算全部，并把它返回的作为 "corrections" 给出。`,
  CORRECTED_UNDER_CAP: () =>
    '更正了较早的一期，而方案对所有提成项目合计封顶：当时扣去了什么已无从得知。请重新结算该期及以后各期，或发放一笔不指明期间的金额。',
  CORRECTED_TO_DATE: ({ id }) =>
    `${show(id)} 按累计计算，更正它会改变其他提成项目在以后各期所引用的结果。请重新结算全年，或让它按期计算。`,
  FROM_START_ACROSS: () =>
    '会按新方案重算以前各期，而它的各提成项目互相引用。请选择 "continue" 或 "restart"，或重新结算全年。',
  BALANCE_OF_COMPONENT_MISSING: () => '缺失，应为上一次结算为该提成项目留下的余额。',
  BALANCE_WITHOUT_COMPONENT: ({ given }) =>
    `${given} 还有未结清的余额，而方案没有这个提成项目。请把它留在方案里，直到全部结清。`,
}
