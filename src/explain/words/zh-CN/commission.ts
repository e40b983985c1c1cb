/** What is said of commissions in Simplified Chinese. */
import type { Words } from '../words.js'

export const commission: Words['commission'] = {
  title: '提成单',

  marginal: ({ amount, sales, tier, rate }) =>
    `${amount}：业绩 ${sales}，到达“${tier}”档，落入该档的部分按 ${rate} 计提。`,
  wholeAmount: ({ amount, sales, tier, rate }) =>
    `${amount}：业绩 ${sales}，到达“${tier}”档，全部按 ${rate} 计提。`,
  interpolated: ({ amount, sales, tier }) =>
    `${amount}：业绩 ${sales}，到达“${tier}”档，档内比例随业绩递增。`,
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
    'add-to-rate': ({ points }) => `考核等级使各档比例提高 ${points} 个百分点。`,
    multiply: ({ points }) => `考核等级使提成增加 ${points}%。`,
  },
  adjusted: ({ what, amount }) => `${what}：${amount}。`,
  someNotCounted: '部分订单行未计入，清单写明原因和计入的办法。',

  nextGate: ({ remaining, rate }) => `再增 ${remaining} 即达起提线，此后的业绩按 ${rate} 计提。`,
  nextTarget: ({ remaining, rate }) => `再增 ${remaining} 即达目标，此后的业绩按 ${rate} 计提。`,
  nextTier: ({ remaining, tier, rate }) =>
    `再增 ${remaining} 进入“${tier}”档，此后的业绩按 ${rate} 计提。`,
  nextMeasure: ({ remaining, tier, rate }) =>
    `选档指标再增 ${remaining} 进入“${tier}”档，按 ${rate} 计提。`,
  nextMinimum: ({ remaining, rate }) =>
    `再增 ${remaining} 即超出本档保底，此后的业绩按 ${rate} 计提。`,
  nextAccelerator: ({ remaining, rate }) =>
    `再增 ${remaining} 进入加速区间，此后的业绩按 ${rate} 计提。`,
  nextAbove: '须超过该数，恰好等于时还不算。',

  modes: {
    marginal: '超额累进：业绩落入哪一档，该部分就按哪一档的比例计提。',
    'whole-amount': '全额累进：到达哪一档，全部业绩就按哪一档的比例计提。',
    interpolated: '插值计提：两个门槛之间，比例均匀递增。',
  },
  rounded: ({ mode, decimals, unrounded }) =>
    `取整前为 ${unrounded}，按${mode}取 ${decimals} 位小数。`,
  roundedEach: '逐行取整。',

  byLine: {
    title: '提成分摊明细',
    'deal-order': ({ amount }) => `${amount}，按成交先后，每行分得它所增加的提成。`,
    'pro-rata': ({ amount }) => `${amount}，按各行业绩比例分摊。`,
  },

  blocks: {
    earnings: '金额是怎样得出的',
    tiers: '方案的档位',
    lines: '按订单行',
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
    rounding: '取整',
    notCounted: '未计入的订单行',
    issues: '已计入但有问题的订单行',
  },
}
