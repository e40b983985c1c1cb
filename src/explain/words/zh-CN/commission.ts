/** What is said of commissions in Simplified Chinese. */
import type { Words } from '../words.js'

export const commission: Words['commission'] = {
  title: '提成单',

  marginal: ({ amount, sales, tier, rate }) =>
    `${amount}：业绩 ${sales}，达到“${tier}”档，落入该档的部分按 ${rate} 计提。`,
  wholeAmount: ({ amount, sales, tier, rate }) =>
    `${amount}：业绩 ${sales}，达到“${tier}”档，全部按 ${rate} 计提。`,
  interpolated: ({ amount, sales, tier }) =>
    `${amount}：业绩 ${sales}，达到“${tier}”档，档内比例随业绩递增。`,
  atRate: ({ amount, sales, rate }) => `${amount}：业绩 ${sales}，平均按 ${rate} 计提。`,
  onSales: ({ amount, sales }) => `${amount}，业绩 ${sales}。`,
  gateShut: ({ amount, attainment, required }) =>
    `${amount}：达成率 ${attainment}，未到起提线 ${required}。`,
  conditionsUnmet: ({ amount }) => `${amount}：未满足起提条件。`,
  nothing: ({ amount }) => `${amount}：没有可计提的业绩。`,

  attained: ({ target, attainment }) => `目标 ${target}，达成率 ${attainment}。`,
  gateRemaining: ({ remaining }) => `距起提线还差业绩 ${remaining}。`,
  forgone: ({ amount }) => `因未达起提线，少得 ${amount}。`,
  uplift: {
    'add-to-rate': ({ points }) => `按考核等级，各档比例加 ${points} 个百分点。`,
    multiply: ({ points }) => `按考核等级，提成加 ${points}%。`,
  },
  adjusted: ({ what, amount }) => `${what}：${amount}。`,
  someNotCounted: '部分订单行未计入，清单写明原因和计入的办法。',

  nextGate: ({ remaining, rate }) => `业绩再增 ${remaining}，即达起提线，超出部分按 ${rate} 计提。`,
  nextGateAll: ({ remaining, rate }) =>
    `业绩再增 ${remaining}，即达起提线，届时全部业绩计提，再往上按 ${rate} 计提。`,
  nextTarget: ({ remaining, rate }) => `业绩再增 ${remaining}，即达目标，超出部分按 ${rate} 计提。`,
  nextTier: ({ remaining, tier, rate }) =>
    `业绩再增 ${remaining}，即进入“${tier}”档，超出部分按 ${rate} 计提。`,
  nextTierAll: ({ remaining, tier, rate }) =>
    `业绩再增 ${remaining}，即进入“${tier}”档，届时全部业绩适用该档，再往上按 ${rate} 计提。`,
  nextMeasure: ({ remaining, tier, rate }) =>
    `选档指标再增 ${remaining} 进入“${tier}”档，按 ${rate} 计提。`,
  nextMinimum: ({ remaining, rate }) =>
    `业绩再增 ${remaining}，即超出本档保底，超出部分按 ${rate} 计提。`,
  nextAccelerator: ({ remaining, rate }) =>
    `业绩再增 ${remaining}，即进入加速区间，超出部分按 ${rate} 计提。`,
  nextAbove: '须超过该数，恰好等于时还不算。',

  modes: {
    marginal: '超额累进：业绩落入哪一档，该部分就按哪一档的比例计提。',
    'whole-amount': '全额累进：达到哪一档，全部业绩就按哪一档的比例计提。',
    interpolated: '插值计提：两个门槛之间，比例均匀递增。',
  },
  rounded: ({ mode, decimals, unrounded }) =>
    `舍入前为 ${unrounded}，按${mode}保留 ${decimals} 位小数。`,
  roundedEach: '逐行舍入。',

  byLine: {
    title: '提成分摊明细',
    'deal-order': ({ amount }) => `${amount}，按成交先后逐行累计，各行为其带来的提成增加额。`,
    'pro-rata': ({ amount }) => `${amount}，按各行业绩比例分摊。`,
  },

  salesFor: {
    title: '提成所需业绩',
    takes: ({ amount, sales }) => `提成 ${amount}，需要业绩 ${sales}。`,
  },

  curve: {
    title: '提成曲线',
    none: '曲线上没有点。',
    start: ({ sales, amount, rate }) =>
      `业绩自 ${sales} 起，提成 ${amount}，每增一单位加 ${rate}。`,
    turns: ({ points }) => `提成在业绩 ${points} 处转折。`,
    bend: ({ sales, rate }) => `自 ${sales} 起，每增一单位加 ${rate}。`,
    jump: ({ sales, below, above, rate }) =>
      `业绩 ${sales} 处，提成跳升：${below} → ${above}，此后每增一单位加 ${rate}。`,
    cliff: ({ sales, below, above, rate }) =>
      `业绩 ${sales} 处，提成跌落：${below} → ${above}，此后每增一单位加 ${rate}。`,
    heads: { below: '临界之下', at: '恰在该点', above: '临界之上', rate: '每增一单位' },
    blocks: { points: '曲线的转折点' },
  },

  gateCounts: {
    all: '全部业绩',
    'above-target': '超出目标的业绩',
    'above-gate': '超出起提线的业绩',
  },
  pointsOnRates: ({ points }) => `各档比例加 ${points} 个百分点`,
  ofAll: ({ earning, sales }) => `${earning}（全部业绩 ${sales} 中）`,
  noLimit: '不限',
  heads: { part: '档位或调整', line: '订单金额' },
  boundaries: {
    'upper-tier': '恰好等于门槛时，适用较高一档。',
    'lower-tier': '恰好等于门槛时，适用较低一档。',
  },
  eachLine: '跨档的订单行按档位拆分列示；退款以负数列示。',
  addUp: '各行舍入后合计等于总额，因此个别行的末位可能与基数乘比例略有出入。',
  allCounted: '订单行全部计入。',

  blocks: {
    earnings: '提成计算明细',
    tiers: '方案的档位',
    lines: '各订单行提成明细',
    attainment: '目标与达成',
    shares: '各行所得',
    multipliers: '系数',
    conditions: '条件',
    awards: '奖励',
    refunds: '退款',
    factors: '加计或减计的订单行',
    converted: '外币折算',
    newCustomers: '新客户',
    tooSmall: '金额不足的首单',
    rounding: '舍入',
    notCounted: '未计入的订单行',
    issues: '已计入但有问题的订单行',
  },
}
