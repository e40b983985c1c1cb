/** What is said of differences between outcomes in Simplified Chinese. */
import type { Words } from '../words.js'

export const difference: Words['difference'] = {
  title: '变动说明',
  rises: ({ by, was, is }) => `增加 ${by}，由 ${was} 变为 ${is}。`,
  falls: ({ by, was, is }) => `减少 ${by}，由 ${was} 变为 ${is}。`,
  stays: ({ is }) => `没有变动，仍为 ${is}。`,
  part: ({ name, difference }) => `${name}：${difference}。`,
  named: ({ kind, id }) => `${kind}“${id}”`,
  causes: {
    credited: '计入业绩',
    attainment: '达成率',
    accelerator: '加速档次',
    check: '起提条件',
    condition: '条件',
    'not-counted': '未计入',
    'exchange-rate': '汇率',
    refund: '退款',
    cap: '封顶',
    row: '表的行',
    column: '表的列',
    points: '分数',
    weight: '权重',
    score: '得分',
    days: '天数',
    disqualified: '不合格原因',
  },
  heads: { part: '组成', cause: '因素', place: '输入中的位置', was: '变动前', is: '变动后' },
  blocks: { parts: '逐项变动', causes: '变动的原因', inputs: '输入的不同之处' },
}
