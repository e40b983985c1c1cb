/** What is said of commissions in Traditional Chinese. */
import type { Words } from '../words.js'

export const commission: Words['commission'] = {
  title: '業績獎金明細',

  marginal: ({ amount, sales, tier, rate }) =>
    `${amount}：業績 ${sales}，達到「${tier}」級距，落入該級距的部分以 ${rate} 計算。`,
  wholeAmount: ({ amount, sales, tier, rate }) =>
    `${amount}：業績 ${sales}，達到「${tier}」級距，全部業績以 ${rate} 計算。`,
  interpolated: ({ amount, sales, tier }) =>
    `${amount}：業績 ${sales}，達到「${tier}」級距，級距內比率隨業績遞增。`,
  atRate: ({ amount, sales, rate }) => `${amount}：業績 ${sales}，平均以 ${rate} 計算。`,
  onSales: ({ amount, sales }) => `${amount}，業績 ${sales}。`,
  gateShut: ({ amount, attainment, required }) =>
    `${amount}：達成率 ${attainment}，未達起算門檻 ${required}。`,
  conditionsUnmet: ({ amount }) => `${amount}：未符合起算條件。`,
  nothing: ({ amount }) => `${amount}：沒有可計算的業績。`,

  attained: ({ target, attainment }) => `目標 ${target}，達成率 ${attainment}。`,
  gateRemaining: ({ remaining }) => `距起算門檻還差業績 ${remaining}。`,
  forgone: ({ amount }) => `因未達起算門檻，少領 ${amount}。`,
  uplift: {
    'add-to-rate': ({ points }) => `依考核等第，各級距比率加計 ${points} 個百分點。`,
    multiply: ({ points }) => `依考核等第，獎金加計 ${points}%。`,
  },
  adjusted: ({ what, amount }) => `${what}：${amount}。`,
  someNotCounted: '部分訂單明細未計入，清單載明原因與計入的方式。',

  nextGate: ({ remaining, rate }) =>
    `業績再增加 ${remaining}，即達起算門檻，超出部分以 ${rate} 計算。`,
  nextGateAll: ({ remaining, rate }) =>
    `業績再增加 ${remaining}，即達起算門檻，屆時全部業績計算，再往上以 ${rate} 計算。`,
  nextTarget: ({ remaining, rate }) =>
    `業績再增加 ${remaining}，即達目標，超出部分以 ${rate} 計算。`,
  nextTier: ({ remaining, tier, rate }) =>
    `業績再增加 ${remaining}，即進入「${tier}」級距，超出部分以 ${rate} 計算。`,
  nextTierAll: ({ remaining, tier, rate }) =>
    `業績再增加 ${remaining}，即進入「${tier}」級距，屆時全部業績適用該級距，再往上以 ${rate} 計算。`,
  nextMeasure: ({ remaining, tier, rate }) =>
    `選級指標再增加 ${remaining} 進入「${tier}」級距，以 ${rate} 計算。`,
  nextMinimum: ({ remaining, rate }) =>
    `業績再增加 ${remaining}，即超過本級距保底，超出部分以 ${rate} 計算。`,
  nextAccelerator: ({ remaining, rate }) =>
    `業績再增加 ${remaining}，即進入加速區間，超出部分以 ${rate} 計算。`,
  nextAbove: '必須超過該數，剛好等於時尚未達到。',

  modes: {
    marginal: '分段加總：業績落在哪個級距，該部分就以哪個級距的比率計算。',
    'whole-amount': '累計落點：業績達到哪個級距，全部業績就以該級距的比率計算。',
    interpolated: '內插計算：兩個門檻之間，比率均勻遞增。',
  },
  rounded: ({ mode, decimals, unrounded }) =>
    `捨入前為 ${unrounded}，${mode}至小數點後 ${decimals} 位。`,
  roundedEach: '逐筆捨入。',

  byLine: {
    title: '業績獎金分攤明細',
    'deal-order': ({ amount }) => `${amount}，依成交先後逐筆累計，各筆為其帶來的獎金增加額。`,
    'pro-rata': ({ amount }) => `${amount}，依各筆業績比例分攤。`,
  },

  salesFor: {
    title: '獎金所需業績',
    takes: ({ amount, sales }) => `獎金 ${amount}，需要業績 ${sales}。`,
  },

  curve: {
    title: '獎金曲線',
    none: '曲線上沒有點。',
    start: ({ sales, amount, rate }) =>
      `業績自 ${sales} 起，獎金 ${amount}，每增一單位加 ${rate}。`,
    turns: ({ points }) => `獎金在業績 ${points} 處轉折。`,
    bend: ({ sales, rate }) => `自 ${sales} 起，每增一單位加 ${rate}。`,
    jump: ({ sales, below, above, rate }) =>
      `業績 ${sales} 處，獎金跳升：${below} → ${above}，之後每增一單位加 ${rate}。`,
    cliff: ({ sales, below, above, rate }) =>
      `業績 ${sales} 處，獎金跌落：${below} → ${above}，之後每增一單位加 ${rate}。`,
    heads: { below: '臨界之下', at: '恰在該點', above: '臨界之上', rate: '每增一單位' },
    blocks: { points: '曲線的轉折點' },
  },

  gateCounts: {
    all: '全部業績',
    'above-target': '超出目標的業績',
    'above-gate': '超出起算門檻的業績',
  },
  pointsOnRates: ({ points }) => `各級距比率加 ${points} 個百分點`,
  ofAll: ({ earning, sales }) => `${earning}（全部業績 ${sales} 中）`,
  noLimit: '不限',
  heads: { part: '級距或調整', line: '訂單金額' },
  boundaries: {
    'upper-tier': '剛好等於門檻時，適用較高級距。',
    'lower-tier': '剛好等於門檻時，適用較低級距。',
  },
  eachLine: '跨級距的訂單依級距拆分列示；退款以負數列示。',
  addUp: '各列捨入後加總等於總額，因此個別列的末位可能與基數乘比率略有出入。',
  allCounted: '訂單明細全部計入。',

  blocks: {
    earnings: '獎金計算明細',
    tiers: '方案的級距',
    lines: '各訂單獎金明細',
    attainment: '目標與達成',
    shares: '各筆所得',
    multipliers: '係數',
    conditions: '條件',
    awards: '獎勵',
    refunds: '退款',
    factors: '加計或減計的訂單明細',
    converted: '外幣換算',
    newCustomers: '新客戶',
    tooSmall: '金額不足的首單',
    rounding: '捨入',
    notCounted: '未計入的訂單明細',
    issues: '已計入但有問題的訂單明細',
  },
}
