/** What is said of service in Traditional Chinese. */
import type { Words } from '../words.js'

export const service: Words['service'] = {
  level: {
    title: '服務時效報告',
    met: ({ standard, done, due }) => `「${standard}」達標：${done} 完成，期限 ${due}。`,
    insideBuffer: ({ standard, done, due, latest }) =>
      `「${standard}」在寬限內完成：${done} 完成，期限 ${due}，最遲 ${latest}。`,
    late: ({ standard, elapsed }) => `「${standard}」逾期 ${elapsed}。`,
    lateDone: ({ standard, elapsed, done }) => `「${standard}」逾期 ${elapsed}，${done} 完成。`,
    open: ({ standard, due }) => `「${standard}」辦理中，期限 ${due}。`,
    onHold: ({ standard }) => `「${standard}」辦理中，已暫停計時。`,
    atRisk: ({ since }) => `自 ${since} 起有逾期風險。`,
    warned: ({ since }) => `${since} 起將預警。`,
    left: ({ used, left }) => `已用 ${used}，剩餘 ${left}。`,
    held: ({ held }) => `暫停 ${held}，不計入。`,
    working: ({ working }) => `按工作時間計為 ${working}。`,
    case: '案件',
    times: '時間',
  },
  levels: {
    title: '服務時效統計',
    none: '沒有計入的案件。',
    onTime: ({ onTime, target, actual, group }) =>
      `準時率 ${onTime}（${target} 件中 ${actual} 件）：${group}。`,
    undecided: ({ group }) => `尚無結案的案件：${group}。`,
    open: ({ open, group }) => `辦理中 ${open} 件（${group}）。`,
    late: ({ id, elapsed }) => `${id} 逾期 ${elapsed}。`,
    someNotCounted: '部分案件無法讀取，清單寫明原因。',
    groups: '按業務、期間、標準和客戶類別',
    lateCases: '逾期案件',
    notCounted: '無法讀取的案件',
    per: {
      week: '週',
      month: '月',
      quarter: '季',
      'half-year': '半年',
      year: '年',
    },
  },
  quality: {
    title: '服務品質檢查',
    met: '服務品質達標。',
    unmet: ({ unmet }) => `服務品質未達標：${unmet}。`,
    unknown: ({ unknown }) => `服務品質是否達標尚不明確：${unknown}。`,
    notMet: '未達標項',
    notKnown: '未知項',
  },
  duration: {
    D: ({ n }) => `${n} 天`,
    H: ({ n }) => `${n} 小時`,
    M: ({ n }) => `${n} 分鐘`,
    S: ({ n }) => `${n} 秒`,
  },
}
