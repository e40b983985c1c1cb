/** What is said of service in Simplified Chinese. */
import type { Words } from '../words.js'

export const service: Words['service'] = {
  level: {
    title: '服务时效报告',
    met: ({ standard, done, due }) => `“${standard}”达标：${done} 完成，期限 ${due}。`,
    insideBuffer: ({ standard, done, due, latest }) =>
      `“${standard}”在宽限内完成：${done} 完成，期限 ${due}，最迟 ${latest}。`,
    late: ({ standard, elapsed }) => `“${standard}”逾期 ${elapsed}。`,
    lateDone: ({ standard, elapsed, done }) => `“${standard}”逾期 ${elapsed}，${done} 完成。`,
    open: ({ standard, due }) => `“${standard}”办理中，期限 ${due}。`,
    onHold: ({ standard }) => `“${standard}”办理中，已暂停计时。`,
    atRisk: ({ since }) => `自 ${since} 起有逾期风险。`,
    warned: ({ since }) => `${since} 起将预警。`,
    left: ({ used, left }) => `已用 ${used}，剩余 ${left}。`,
    held: ({ held }) => `暂停 ${held}，不计入。`,
    working: ({ working }) => `按工作时间计为 ${working}。`,
    case: '工单',
    times: '时间',
  },
  levels: {
    title: '服务时效统计',
    none: '没有计入的工单。',
    onTime: ({ onTime, target, actual, group }) =>
      `准时率 ${onTime}（${target} 件中 ${actual} 件）：${group}。`,
    undecided: ({ group }) => `尚无办结的工单：${group}。`,
    open: ({ open, group }) => `办理中 ${open} 件（${group}）。`,
    late: ({ id, elapsed }) => `${id} 逾期 ${elapsed}。`,
    someNotCounted: '部分工单无法读取，清单写明原因。',
    groups: '按销售、期间、标准和客户类别',
    lateCases: '逾期工单',
    notCounted: '无法读取的工单',
    per: {
      week: '周',
      month: '月',
      quarter: '季度',
      'half-year': '半年',
      year: '年',
    },
  },
  quality: {
    title: '服务质量检查',
    met: '服务质量达标。',
    unmet: ({ unmet }) => `服务质量未达标：${unmet}。`,
    unknown: ({ unknown }) => `服务质量是否达标尚不明确：${unknown}。`,
    notMet: '未达标项',
    notKnown: '未知项',
  },
  duration: {
    D: ({ n }) => `${n} 天`,
    H: ({ n }) => `${n} 小时`,
    M: ({ n }) => `${n} 分钟`,
    S: ({ n }) => `${n} 秒`,
  },
}
