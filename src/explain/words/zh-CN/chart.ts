/** The texts of pictures in Simplified Chinese. */
import type { Words } from '../words.js'

export const chart: Words['chart'] = {
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
  sales: '业绩',
  pay: '提成',
  units: (count) => `${count} 件`,
  unitsSold: '件',
  plan: '方案',
  now: '现行',
  then: '调整后',
  total: '合计',
  all: '全部',
  group: '分组',
  noGroup: '未分组',
  difference: '差额',
  gain: '增加人数',
  lose: '减少人数',
  unchanged: '不变人数',
  comma: '、',
  refused: ({ count }) => `未能计算、不计入合计：${count}。`,
  counted: { points: (count) => `${count} 分`, grades: (count) => `${count} 级` },
  unitNames: { points: '分', grades: '级' },
  score: '得分',
  /** Kinds of parts that changed. */
  parts: {
    tier: '档位',
    component: '提成项目',
    commission: '提成',
    guarantee: '保底补足',
    'held-back': '暂扣',
    released: '暂扣返还',
    correction: '更正',
    clawback: '退单追回',
    override: '管理提成',
    'by-hand': '手工',
    adjustment: '调整',
    drawn: '预支',
    recovered: '扣回预支',
    carried: '结转',
    part: '指标',
    bonus: '加分',
    deduction: '扣分',
    limit: '限制',
    period: '期间',
  },
  before: '之前',
  after: '之后',
  who: '人员',
  period: '期间',
  firstOnly: ({ shown, all }) => `共 ${all} 行，此处为前 ${shown} 行。`,

  curve: {
    description: '提成随业绩变化的曲线，从业绩 0 开始。',
    descriptionOfTwo: '两条提成随业绩变化的曲线，从业绩 0 开始。',
    instead: ({ sales, now, then }) => `业绩 ${sales} 时，提成由 ${now} 变为 ${then}。`,
    gone: ({ sales }) => `${sales} 处不再有转折点或跳升。`,
    same: '两个方案的提成相同。',
    payBelow: '略低于该点的提成',
    payAt: '正好在该点的提成',
    payAbove: '略高于该点的提成',
    rateFrom: '此后提成比例',
    bend: ({ sales, before, rate }) => `${sales} 起，超出部分按 ${rate} 计提；此前为 ${before}。`,
    jump: ({ sales, below, above, rate }) =>
      `达到 ${sales} 时，提成由 ${below} 跳升至 ${above}；此后按 ${rate} 计提。`,
    cliff: ({ sales, below, above, rate }) =>
      `达到 ${sales} 时，提成由 ${below} 跌落至 ${above}；此后按 ${rate} 计提。`,
    straight: ({ rate }) => `全部业绩一律按 ${rate} 计提。`,
    pays: ({ sales, amount }) => `业绩 ${sales}，提成 ${amount}。`,
    payeePays: ({ payee, sales, amount }) => `${payee}：业绩 ${sales}，提成 ${amount}。`,
    next: ({ remaining, rate }) => `再增加 ${remaining}，超出部分按 ${rate} 计提。`,
    nextJump: ({ remaining, above }) => `再增加 ${remaining}，提成跳升至 ${above}。`,
    here: '本提成单',
    offCurve: (label) => `${label}：不在曲线上，含曲线未反映的金额。`,
  },

  whatIf: {
    description: '现行方案与调整后方案合计的条形图。',
    more: ({ now, then, difference, gain, lose }) =>
      `合计由 ${now} 升至 ${then}（${difference}）：${gain} 人增加，${lose} 人减少。`,
    less: ({ now, then, difference, gain, lose }) =>
      `合计由 ${now} 降至 ${then}（${difference}）：${gain} 人增加，${lose} 人减少。`,
    same: ({ then, gain, lose }) => `合计仍为 ${then}：${gain} 人增加，${lose} 人减少。`,
  },

  waterfall: {
    description: '条形图：从之前的金额，经各项变化，到之后的金额。',
    what: '项目',
    adds: '增加',
    takes: '减少',
    others: ({ count }) => `其他 ${count} 项`,
    part: ({ name, difference }) => `${name}：${difference}。`,
    more: ({ what, was, is, difference }) => `${what}由 ${was} 升至 ${is}（${difference}）。`,
    less: ({ what, was, is, difference }) => `${what}由 ${was} 降至 ${is}（${difference}）。`,
    same: ({ what, is }) => `${what}仍为 ${is}。`,
    largest: ({ name, difference }) => `影响最大：${name}（${difference}）。`,
  },

  year: {
    description: '按期间的两条折线：累计业绩与累计目标。',
    toDate: '累计',
    target: '目标',
    sales: '业绩',
    targetToDate: '累计目标',
    salesToDate: '累计业绩',
    ahead: ({ sales, due, total, come, all }) =>
      `领先于目标：${all} 期中已过 ${come} 期，业绩 ${sales}，累计目标 ${due}，全年目标 ${total}。`,
    behind: ({ sales, due, total, come, all }) =>
      `落后于目标：${all} 期中已过 ${come} 期，业绩 ${sales}，累计目标 ${due}，全年目标 ${total}。`,
    level: ({ sales, due, total, come, all }) =>
      `与目标持平：${all} 期中已过 ${come} 期，业绩 ${sales}，累计目标 ${due}，全年目标 ${total}。`,
  },

  attainment: {
    description: '条形图：各达成率区间的人数。',
    name: '达成率',
    people: '人数',
    between: ({ from, to }) => `${from}（含）至 ${to}（不含）`,
    below: ({ to }) => `低于 ${to}`,
    above: ({ from }) => `${from} 及以上`,
    row: ({ name, people }) => `${name}：${people} 人。`,
    near: ({ count, all, from, to }) =>
      `${all} 人中有 ${count} 人的达成率在 ${from}（含）至 ${to}（不含）之间。`,
    without: ({ count }) => `没有达成率、未画出：${count} 人。`,
  },

  inversions: {
    description: '每人一个点：横轴为达成率，纵轴为提成。',
    none: '没有达成率较低而提成较高的人。',
    some: ({ count }) => `达成率较低而提成较高的有 ${count} 对。`,
    largest: ({ less, more, difference }) => `差额最大：${less} 比 ${more} 多 ${difference}。`,
    pair: ({ less, lessPaid, more, morePaid }) =>
      `${less} 的达成率低于 ${more}：提成 ${lessPaid}，而 ${more} 为 ${morePaid}。`,
    thinned: '位置相同的点只画一次。',
  },

  winners: {
    description: '条形图：增加最多和减少最多的人。',
    andOthers: ({ id }) => `${id} 等`,
    gains: '增加',
    loses: '减少',
    counts: ({ gain, lose, unchanged }) => `${gain} 人增加，${lose} 人减少，${unchanged} 人不变。`,
    largestGain: ({ id, difference }) => `增加最多：${id}（${difference}）。`,
    largestLoss: ({ id, difference }) => `减少最多：${id}（${difference}）。`,
    row: ({ id, now, then, difference }) => `${id}：由 ${now} 变为 ${then}（${difference}）。`,
  },

  sweep: {
    description: '条形图：各取值的合计。',
    key: '取该值时的合计，及与现行之差',
    both: ({ first, second }) => `${first} 与 ${second}`,
    row: ({ value, total, difference }) => `取 ${value}：${total}（${difference}）。`,
    same: ({ of, total }) => `${of} 各取值的合计均为 ${total}。`,
    range: ({ of, least, at, most, atMost }) =>
      `${of}：合计最低 ${least}（取 ${at}），最高 ${most}（取 ${atMost}）。`,
    invalid: ({ count }) => `不成立的取值：${count} 个。`,
  },

  sensitivity: {
    description: '条形图：单独提高一个参数时合计的变动。',
    number: '参数',
    none: '方案中没有任何参数会带来变化。',
    most: ({ path, was, is, difference }) =>
      `影响最大的是 ${path}：由 ${was} 改为 ${is}，合计变动 ${difference}。`,
    row: ({ path, was, is, difference }) => `${path}：由 ${was} 改为 ${is}，${difference}。`,
    step: ({ was, is }) => `${was} → ${is}`,
    costsMore: '合计增加',
    costsLess: '合计减少',
  },

  simulation: {
    description: '条形图：每轮成本，从最低到最高。',
    key: '该比例的轮次成本不超过此数',
    cost: '每轮成本',
    part: '轮次',
    mean: '平均',
    quantile: ({ part }) => `${part} 的轮次`,
    average: ({ mean }) => `每轮平均成本 ${mean}。`,
    least: '最低',
    most: '最高',
    said: {
      least: ({ value }) => `各轮成本最低 ${value}。`,
      most: ({ value }) => `各轮成本最高 ${value}。`,
      atMost: ({ part, value }) => `${part} 的轮次成本不超过 ${value}。`,
    },
  },

  funnel: {
    description: '条形图：到达各阶段的商机数。',
    deals: '商机数',
    stage: '阶段',
    reached: '到达数',
    wentOnHead: '进入下一阶段',
    weakestStep: '最薄弱的一步从此开始',
    wentOn: ({ wentOn, reached }) => `${reached} 个中 ${wentOn} 个进入下一阶段`,
    step: ({ from, to, wentOn, reached }) =>
      `从 ${from} 到 ${to}：${reached} 个中 ${wentOn} 个进入。`,
    weakest: ({ from, to, wentOn, reached }) =>
      `最薄弱的一步是从 ${from} 到 ${to}：${reached} 个中 ${wentOn} 个进入。`,
    overall: ({ from, to, wentOn, reached }) =>
      `从 ${from} 的 ${reached} 个中，有 ${wentOn} 个到达 ${to}。`,
  },
}
