/** The texts of pictures in Traditional Chinese. */
import type { Words } from '../words.js'

export const chart: Words['chart'] = {
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
  sales: '業績',
  pay: '業績獎金',
  units: (count) => `${count} 件`,
  unitsSold: '件',
  plan: '方案',
  now: '現行',
  then: '調整後',
  total: '合計',
  all: '全部',
  group: '分組',
  noGroup: '未分組',
  difference: '差額',
  gain: '增加人數',
  lose: '減少人數',
  unchanged: '不變人數',
  comma: '、',
  refused: ({ count }) => `未能計算、不計入合計：${count}。`,
  counted: { points: (count) => `${count} 分`, grades: (count) => `${count} 級` },
  unitNames: { points: '分', grades: '級' },
  score: '得分',
  /** Kinds of parts that changed. */
  parts: {
    tier: '級距',
    component: '獎金項目',
    commission: '業績獎金',
    guarantee: '保底補足',
    'held-back': '保留款',
    released: '保留款發放',
    correction: '更正',
    clawback: '退單追回',
    override: '管理獎金',
    'by-hand': '人工',
    adjustment: '調整',
    drawn: '預支',
    recovered: '扣回預支',
    carried: '結轉',
    part: '指標',
    bonus: '加分',
    deduction: '扣分',
    limit: '限制',
    period: '期間',
  },
  before: '之前',
  after: '之後',
  who: '人員',
  period: '期間',
  firstOnly: ({ shown, all }) => `共 ${all} 列，此處為前 ${shown} 列。`,

  curve: {
    description: '業績獎金隨業績變化的曲線，從業績 0 開始。',
    descriptionOfTwo: '兩條業績獎金隨業績變化的曲線，從業績 0 開始。',
    instead: ({ sales, now, then }) => `業績 ${sales} 時，獎金由 ${now} 變為 ${then}。`,
    gone: ({ sales }) => `${sales} 處不再有轉折點或跳升。`,
    same: '兩個方案的獎金相同。',
    payBelow: '略低於該點的獎金',
    payAt: '剛好在該點的獎金',
    payAbove: '略高於該點的獎金',
    rateFrom: '之後的獎金比率',
    bend: ({ sales, before, rate }) => `${sales} 起，超出部分以 ${rate} 計算；之前為 ${before}。`,
    jump: ({ sales, below, above, rate }) =>
      `達到 ${sales} 時，獎金由 ${below} 跳升至 ${above}；之後以 ${rate} 計算。`,
    cliff: ({ sales, below, above, rate }) =>
      `達到 ${sales} 時，獎金由 ${below} 跌落至 ${above}；之後以 ${rate} 計算。`,
    straight: ({ rate }) => `全部業績一律以 ${rate} 計算。`,
    pays: ({ sales, amount }) => `業績 ${sales}，業績獎金 ${amount}。`,
    payeePays: ({ payee, sales, amount }) => `${payee}：業績 ${sales}，業績獎金 ${amount}。`,
    next: ({ remaining, rate }) => `再增加 ${remaining}，超出部分以 ${rate} 計算。`,
    nextJump: ({ remaining, above }) => `再增加 ${remaining}，獎金跳升至 ${above}。`,
    here: '本業績獎金明細',
    offCurve: (label) => `${label}：不在曲線上，含曲線未反映的金額。`,
  },

  whatIf: {
    description: '現行方案與調整後方案合計的長條圖。',
    more: ({ now, then, difference, gain, lose }) =>
      `合計由 ${now} 升至 ${then}（${difference}）：${gain} 人增加，${lose} 人減少。`,
    less: ({ now, then, difference, gain, lose }) =>
      `合計由 ${now} 降至 ${then}（${difference}）：${gain} 人增加，${lose} 人減少。`,
    same: ({ then, gain, lose }) => `合計仍為 ${then}：${gain} 人增加，${lose} 人減少。`,
  },

  waterfall: {
    description: '長條圖：從之前的金額，經各項變化，到之後的金額。',
    what: '項目',
    adds: '增加',
    takes: '減少',
    others: ({ count }) => `其他 ${count} 項`,
    part: ({ name, difference }) => `${name}：${difference}。`,
    more: ({ what, was, is, difference }) => `${what}由 ${was} 升至 ${is}（${difference}）。`,
    less: ({ what, was, is, difference }) => `${what}由 ${was} 降至 ${is}（${difference}）。`,
    same: ({ what, is }) => `${what}仍為 ${is}。`,
    largest: ({ name, difference }) => `影響最大：${name}（${difference}）。`,
  },

  year: {
    description: '依期間的兩條折線：累計業績與累計目標。',
    toDate: '累計',
    target: '目標',
    sales: '業績',
    targetToDate: '累計目標',
    salesToDate: '累計業績',
    ahead: ({ sales, due, total, come, all }) =>
      `領先目標：${all} 期中已過 ${come} 期，業績 ${sales}，累計目標 ${due}，全年目標 ${total}。`,
    behind: ({ sales, due, total, come, all }) =>
      `落後目標：${all} 期中已過 ${come} 期，業績 ${sales}，累計目標 ${due}，全年目標 ${total}。`,
    level: ({ sales, due, total, come, all }) =>
      `與目標持平：${all} 期中已過 ${come} 期，業績 ${sales}，累計目標 ${due}，全年目標 ${total}。`,
  },

  attainment: {
    description: '長條圖：各達成率區間的人數。',
    name: '達成率',
    people: '人數',
    between: ({ from, to }) => `${from}（含）至 ${to}（不含）`,
    below: ({ to }) => `低於 ${to}`,
    above: ({ from }) => `${from} 以上`,
    row: ({ name, people }) => `${name}：${people} 人。`,
    near: ({ count, all, from, to }) =>
      `${all} 人中有 ${count} 人的達成率在 ${from}（含）至 ${to}（不含）之間。`,
    without: ({ count }) => `沒有達成率、未畫出：${count} 人。`,
  },

  inversions: {
    description: '每人一個點：橫軸為達成率，縱軸為獎金。',
    none: '沒有達成率較低而獎金較高的人。',
    some: ({ count }) => `達成率較低而獎金較高的有 ${count} 對。`,
    largest: ({ less, more, difference }) => `差額最大：${less} 比 ${more} 多 ${difference}。`,
    pair: ({ less, lessPaid, more, morePaid }) =>
      `${less} 的達成率低於 ${more}：獎金 ${lessPaid}，而 ${more} 為 ${morePaid}。`,
    thinned: '位置相同的點只畫一次。',
  },

  winners: {
    description: '長條圖：增加最多和減少最多的人。',
    andOthers: ({ id }) => `${id} 等`,
    gains: '增加',
    loses: '減少',
    counts: ({ gain, lose, unchanged }) => `${gain} 人增加，${lose} 人減少，${unchanged} 人不變。`,
    largestGain: ({ id, difference }) => `增加最多：${id}（${difference}）。`,
    largestLoss: ({ id, difference }) => `減少最多：${id}（${difference}）。`,
    row: ({ id, now, then, difference }) => `${id}：由 ${now} 變為 ${then}（${difference}）。`,
  },

  sweep: {
    description: '長條圖：各取值的合計。',
    key: '取該值時的合計，及與現行之差',
    both: ({ first, second }) => `${first} 與 ${second}`,
    row: ({ value, total, difference }) => `取 ${value}：${total}（${difference}）。`,
    same: ({ of, total }) => `${of} 各取值的合計均為 ${total}。`,
    range: ({ of, least, at, most, atMost }) =>
      `${of}：合計最低 ${least}（取 ${at}），最高 ${most}（取 ${atMost}）。`,
    invalid: ({ count }) => `不成立的取值：${count} 個。`,
  },

  sensitivity: {
    description: '長條圖：單獨提高一個參數時合計的變動。',
    number: '參數',
    none: '方案中沒有任何參數會帶來變化。',
    most: ({ path, was, is, difference }) =>
      `影響最大的是 ${path}：由 ${was} 改為 ${is}，合計變動 ${difference}。`,
    row: ({ path, was, is, difference }) => `${path}：由 ${was} 改為 ${is}，${difference}。`,
    step: ({ was, is }) => `${was} → ${is}`,
    costsMore: '合計增加',
    costsLess: '合計減少',
  },

  simulation: {
    description: '長條圖：每輪成本，從最低到最高。',
    key: '該比例的輪次成本不超過此數',
    cost: '每輪成本',
    part: '輪次',
    mean: '平均',
    quantile: ({ part }) => `${part} 的輪次`,
    average: ({ mean }) => `每輪平均成本 ${mean}。`,
    least: '最低',
    most: '最高',
    said: {
      least: ({ value }) => `各輪成本最低 ${value}。`,
      most: ({ value }) => `各輪成本最高 ${value}。`,
      atMost: ({ part, value }) => `${part} 的輪次成本不超過 ${value}。`,
    },
  },

  funnel: {
    description: '長條圖：到達各階段的商機數。',
    deals: '商機數',
    stage: '階段',
    reached: '到達數',
    wentOnHead: '進入下一階段',
    weakestStep: '最弱的一步從這裡開始',
    wentOn: ({ wentOn, reached }) => `${reached} 個中 ${wentOn} 個進入下一階段`,
    step: ({ from, to, wentOn, reached }) =>
      `從 ${from} 到 ${to}：${reached} 個中 ${wentOn} 個進入。`,
    weakest: ({ from, to, wentOn, reached }) =>
      `最弱的一步是從 ${from} 到 ${to}：${reached} 個中 ${wentOn} 個進入。`,
    overall: ({ from, to, wentOn, reached }) =>
      `從 ${from} 的 ${reached} 個中，有 ${wentOn} 個到達 ${to}。`,
  },
}
