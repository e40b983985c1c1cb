/** The texts of pictures in Simplified Chinese. */
import type { ChartWords } from '../en/chart.js'

export const chart: ChartWords = {
  powers: [
    { power: 0, name: '' },
    { power: 4, name: '万' },
    { power: 8, name: '亿' },
  ],
  unitOf: (power, unit) => {
    if (unit === 'CNY') return `${power}元`
    if (unit === '件') return `${power}件`
    return power === '' ? unit : `${power} ${unit}`
  },
  axis: (name, unit) => (unit === null ? name : `${name}（${unit}）`),
  labelled: (label, text) => `${label}：${text}`,
  sentences: (texts) => texts.join(''),
  sales: '销售额',
  pay: '提成',
  units: (count) => `${count} 件`,
  unitsSold: '件',
  plan: '方案',
  now: '现行',
  then: '调整后',
  firstOnly: ({ shown, all }) => `共 ${all} 行，此处为前 ${shown} 行。`,

  curve: {
    description: '提成随销售额变化的曲线，从销售额 0 开始。',
    payBelow: '略低于该点的提成',
    payAt: '正好在该点的提成',
    payAbove: '略高于该点的提成',
    rateFrom: '此后提成比例',
    bend: ({ sales, before, rate }) => `${sales} 起，超出部分按 ${rate} 计提；此前为 ${before}。`,
    jump: ({ sales, below, above, rate }) =>
      `达到 ${sales} 时，提成由 ${below} 跳升至 ${above}；此后按 ${rate} 计提。`,
    cliff: ({ sales, below, above, rate }) =>
      `达到 ${sales} 时，提成由 ${below} 降至 ${above}；此后按 ${rate} 计提。`,
    straight: ({ rate }) => `自第一笔销售起，一律按 ${rate} 计提。`,
    pays: ({ sales, amount }) => `销售额 ${sales}，提成 ${amount}。`,
    payeePays: ({ payee, sales, amount }) => `${payee}：销售额 ${sales}，提成 ${amount}。`,
    next: ({ remaining, rate }) => `再增加 ${remaining}，超出部分按 ${rate} 计提。`,
    here: '本结算单',
    offCurve: (label) => `${label}：不在曲线上，含曲线未反映的金额。`,
  },
}
