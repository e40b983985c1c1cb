/** What is said of appraisals in Traditional Chinese. */
import type { Words } from '../words.js'

export const appraisal: Words['appraisal'] = {
  title: '績效考核表',

  scored: ({ score }) => `考核得分 ${score}，為各指標得分之和。`,
  nextLevel: ({ id, level, remaining }) => `「${id}」再完成目標的 ${remaining} 即達「${level}」。`,
  missing: ({ indicators }) => `缺少 ${indicators} 的結果。`,
  limited: ({ at }) => `得分以 ${at} 為限。`,
  gradeAtMost: ({ grade, because }) => `因「${because}」，等第最高為 ${grade}。`,

  blocks: {
    parts: '考核指標',
    components: '指標構成',
    added: '加分與扣分',
    cap: ({ id, grade, outcome }) => `未符合「${id}」則等第最高為 ${grade}：${outcome}`,
  },
  year: {
    title: '年度考核表',
    by: {
      mean: ({ score }) => `年度得分 ${score}，為各期得分的平均。`,
      days: ({ score }) => `年度得分 ${score}，為各期得分按考核天數的加權平均。`,
      best: ({ score }) => `年度得分 ${score}，為得分最高的幾期的平均。`,
    },
    excused: ({ period, reason }) => `${period} 不計入：已免考（${reason}）。`,
    'too-short': ({ period, of, days }) =>
      `${period} 不計入：${of} 天中只考核 ${days} 天，天數不足。`,
    'not-among-the-best': ({ period, score }) =>
      `${period} 不計入：得分 ${score}，不在得分最高的幾期之列。`,
    periods: '各期',
  },
  decided: {
    title: '考核結果調整決定',
    grade: ({ grade, score, by, on }) => `等第 ${grade}，得分 ${score}，由 ${by} 於 ${on} 決定。`,
    score: ({ score, by, on }) => `得分 ${score}，由 ${by} 於 ${on} 決定。`,
    reason: ({ reason }) => `理由：${reason}。`,
    computedGrade: ({ grade, score }) => `原計算結果為等第 ${grade}，得分 ${score}。`,
    computedScore: ({ score }) => `原計算得分 ${score}。`,
    appeal: ({ filed, deadline }) => `${filed} 提出的申訴在期限 ${deadline} 之內。`,
    decisions: '各次決定',
    before: '原計算結果',
    after: '現行結果',
  },
  visits: {
    title: '每月客戶拜訪',
    none: '本月沒有應訪客戶。',
    made: ({ attainment, target, actual }) =>
      `拜訪完成率 ${attainment}：應訪 ${target} 次，完成 ${actual} 次。`,
    customer: ({ customer, required, visits, remaining }) =>
      `${customer} 應訪 ${required} 次，已訪 ${visits} 次，還差 ${remaining} 次。`,
    kind: ({ kind, required, visits, remaining }) =>
      `「${kind}」類客戶應訪 ${required} 次，已訪 ${visits} 次，還差 ${remaining} 次。`,
    someNotCounted: '部分拜訪紀錄未計入，清單寫明原因。',
    total: '全部客戶',
    kinds: '按客戶類別',
    short: '拜訪不足',
    notCounted: '未計入的拜訪紀錄',
  },
  result: '結果',
  notExceeded: '等第上限',
}
