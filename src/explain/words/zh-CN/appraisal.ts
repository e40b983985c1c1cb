/** What is said of appraisals in Simplified Chinese. */
import type { Words } from '../words.js'

export const appraisal: Words['appraisal'] = {
  title: '绩效考核表',

  scored: ({ score }) => `考核得分 ${score}，为各指标得分之和。`,
  nextLevel: ({ id, level, remaining }) => `“${id}”再完成目标的 ${remaining} 即达“${level}”。`,
  missing: ({ indicators }) => `缺少 ${indicators} 的结果。`,
  limited: ({ at }) => `得分以 ${at} 为限。`,
  gradeAtMost: ({ grade, because }) => `因“${because}”，等级最高为 ${grade}。`,

  blocks: {
    parts: '考核指标',
    components: '指标构成',
    added: '加分与扣分',
    cap: ({ id, grade, outcome }) => `未满足“${id}”则等级最高为 ${grade}：${outcome}`,
  },
  year: {
    title: '年度考核表',
    by: {
      mean: ({ score }) => `年度得分 ${score}，为各期得分的平均。`,
      days: ({ score }) => `年度得分 ${score}，为各期得分按考核天数的加权平均。`,
      best: ({ score }) => `年度得分 ${score}，为得分最高的几期的平均。`,
    },
    excused: ({ period, reason }) => `${period} 不计入：已免考（${reason}）。`,
    'too-short': ({ period, of, days }) =>
      `${period} 不计入：${of} 天中只考核 ${days} 天，天数不足。`,
    'not-among-the-best': ({ period, score }) =>
      `${period} 不计入：得分 ${score}，不在得分最高的几期之列。`,
    periods: '各期',
  },
  decided: {
    title: '考核结果调整决定',
    grade: ({ grade, score, by, on }) => `等级 ${grade}，得分 ${score}，由 ${by} 于 ${on} 决定。`,
    score: ({ score, by, on }) => `得分 ${score}，由 ${by} 于 ${on} 决定。`,
    reason: ({ reason }) => `理由：${reason}。`,
    computedGrade: ({ grade, score }) => `原计算结果为等级 ${grade}，得分 ${score}。`,
    computedScore: ({ score }) => `原计算得分 ${score}。`,
    appeal: ({ filed, deadline }) => `${filed} 提出的申诉在期限 ${deadline} 之内。`,
    decisions: '各次决定',
    before: '原计算结果',
    after: '现行结果',
  },
  visits: {
    title: '月度客户拜访',
    none: '本月没有应访客户。',
    made: ({ attainment, target, actual }) =>
      `拜访完成率 ${attainment}：应访 ${target} 次，完成 ${actual} 次。`,
    customer: ({ customer, required, visits, remaining }) =>
      `${customer} 应访 ${required} 次，已访 ${visits} 次，还差 ${remaining} 次。`,
    kind: ({ kind, required, visits, remaining }) =>
      `“${kind}”类客户应访 ${required} 次，已访 ${visits} 次，还差 ${remaining} 次。`,
    someNotCounted: '部分拜访记录未计入，清单写明原因。',
    total: '全部客户',
    kinds: '按客户类别',
    short: '拜访不足',
    notCounted: '未计入的拜访记录',
  },
  result: '结果',
  notExceeded: '等级上限',
}
