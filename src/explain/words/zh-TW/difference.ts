/** What is said of differences between outcomes in Traditional Chinese. */
import type { Words } from '../words.js'

export const difference: Words['difference'] = {
  title: '變動說明',
  rises: ({ by, was, is }) => `增加 ${by}，由 ${was} 變為 ${is}。`,
  falls: ({ by, was, is }) => `減少 ${by}，由 ${was} 變為 ${is}。`,
  stays: ({ is }) => `沒有變動，仍為 ${is}。`,
  part: ({ name, difference }) => `${name}：${difference}。`,
  named: ({ kind, id }) => `${kind}「${id}」`,
  causes: {
    credited: '計入業績',
    attainment: '達成率',
    accelerator: '加速級次',
    check: '起算條件',
    condition: '條件',
    'not-counted': '未計入',
    'exchange-rate': '匯率',
    refund: '退款',
    cap: '上限',
    row: '表格的列',
    column: '表格的欄',
    points: '分數',
    weight: '權重',
    score: '評分',
    days: '天數',
    disqualified: '不合格原因',
  },
  heads: { part: '組成', cause: '因素', place: '輸入中的位置', was: '變動前', is: '變動後' },
  blocks: { parts: '逐項變動', causes: '變動的原因', inputs: '輸入的不同之處' },
}
