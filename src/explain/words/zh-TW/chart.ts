/** The texts of pictures in Traditional Chinese. */
import type { ChartWords } from '../en/chart.js'

export const chart: ChartWords = {
  powers: [
    { power: 0, name: '' },
    { power: 4, name: '萬' },
    { power: 8, name: '億' },
  ],
  unitOf: (power, unit) => {
    if (unit === '件') return `${power}件`
    if (unit === 'TWD') return `${power}元`
    if (unit === 'CNY') return `人民幣${power}元`
    return power === '' ? unit : `${power} ${unit}`
  },
  axis: (name, unit) => (unit === null ? name : `${name}（${unit}）`),
  labelled: (label, text) => `${label}：${text}`,
  sentences: (texts) => texts.join(''),
  sales: '銷售額',
  pay: '業績獎金',
  units: (count) => `${count} 件`,
  unitsSold: '件',
  plan: '方案',
  now: '現行',
  then: '調整後',
  firstOnly: ({ shown, all }) => `共 ${all} 列，此處為前 ${shown} 列。`,

  curve: {
    description: '業績獎金隨銷售額變化的曲線，從銷售額 0 開始。',
    payBelow: '略低於該點的獎金',
    payAt: '剛好在該點的獎金',
    payAbove: '略高於該點的獎金',
    rateFrom: '之後的獎金比率',
    bend: ({ sales, before, rate }) => `${sales} 起，超出部分以 ${rate} 計算；之前為 ${before}。`,
    jump: ({ sales, below, above, rate }) =>
      `達到 ${sales} 時，獎金由 ${below} 跳升至 ${above}；之後以 ${rate} 計算。`,
    cliff: ({ sales, below, above, rate }) =>
      `達到 ${sales} 時，獎金由 ${below} 降至 ${above}；之後以 ${rate} 計算。`,
    straight: ({ rate }) => `從第一筆銷售起，一律以 ${rate} 計算。`,
    pays: ({ sales, amount }) => `銷售額 ${sales}，業績獎金 ${amount}。`,
    payeePays: ({ payee, sales, amount }) => `${payee}：銷售額 ${sales}，業績獎金 ${amount}。`,
    next: ({ remaining, rate }) => `再增加 ${remaining}，超出部分以 ${rate} 計算。`,
    here: '本結算單',
    offCurve: (label) => `${label}：不在曲線上，含曲線未反映的金額。`,
  },
}
