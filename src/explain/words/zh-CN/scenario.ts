/** What is said of what-ifs in Simplified Chinese. */
import type { Words } from '../words.js'

export const scenario: Words['scenario'] = {
  comparison: '方案调整对比',
  units: { points: ({ value }) => `${value} 分`, grades: ({ value }) => `${value} 级` },
  unitNames: { points: '分', grades: '级' },

  same: ({ total }) => `合计不变：${total}。`,
  rises: ({ difference, was, is }) => `合计增加 ${difference}：${was} → ${is}。`,
  falls: ({ difference, was, is }) => `合计减少：${was} → ${is}，差额 ${difference}。`,
  counts: ({ rows, gain, lose, unchanged }) =>
    `共 ${rows} 人次：增加 ${gain}，减少 ${lose}，不变 ${unchanged}。`,
  refused: ({ refused }) => `未能计算、不计入合计：${refused}。`,
  cost: ({ was, is }) => `占业绩比例：${was} → ${is}。`,
  gainsMost: ({ id, difference, reason }) => `“${id}”增加最多，${difference}：${reason}。`,
  gainMost: ({ id, difference, reason }) =>
    `“${id}”等增加最多，各 ${difference}；“${id}”：${reason}。`,
  losesMost: ({ id, difference, reason }) => `“${id}”减少最多，${difference}：${reason}。`,
  loseMost: ({ id, difference, reason }) =>
    `“${id}”等减少最多，各 ${difference}；“${id}”：${reason}。`,
  reclassified: ({ count }) => `档位或等级有变动：${count}。`,
  assumes: ({ assumes }) => `假设人员行为改变：“${assumes}”。`,
  because: ({ what, was, is }) => `${what} ${was} → ${is}`,
  stepOf: ({ step, id }) => `${step}“${id}”`,
  tierReached: '档位',
  nothing: '无',
  all: '全部',
  by: { both: '两个方案', now: '现行方案', then: '调整后方案' },

  steps: {
    band: '等级',
    bonus: '加分',
    cap: '封顶',
    component: '提成项目',
    deduction: '扣分',
    disqualified: '无效',
    earned: '舍入前提成',
    figure: '数值',
    gate: '起提线',
    limit: '得分上限',
    measure: '选档指标',
    minimum: '本档保底',
    mode: '档位计提方式',
    part: '评分项',
    rate: '档位比例',
    rounding: '舍入后金额',
    sales: '业绩',
    score: '得分',
    target: '目标',
    threshold: '门槛',
    tier: '档内业绩',
    'tier-pay': '档内提成',
  },
  heads: {
    which: '方案',
    by: '无法计算的方案',
    at: '累计占比',
    class: '到达',
    costNow: '现行占业绩',
    costThen: '调整后占业绩',
    step: '原因',
    stepNow: '现行值',
    stepThen: '调整后值',
  },
  blocks: {
    policies: '对比的方案',
    changes: '方案差异',
    totals: '合计',
    quantiles: '分布',
    classes: '各档人次',
    winners: '增加者',
    losers: '减少者',
    notComputed: '未能计算',
  },

  swept: {
    title: '逐值试算',
    none: '没有可计算的取值。',
    same: ({ of, total }) => `${of} 各取值的合计均为 ${total}。`,
    range: ({ of, least, at, most, atMost }) =>
      `${of}：合计最低 ${least}（取 ${at}），最高 ${most}（取 ${atMost}）。`,
    refused: ({ values }) => `不成立的取值：${values}。`,
    both: ({ first, second }) => `${first} 与 ${second}`,
    heads: { across: '第二取值', path: '参数', acrossPath: '第二参数' },
    blocks: { points: '逐值结果', refused: '不成立的取值' },
  },

  goal: {
    title: '单变量求解',
    found: ({ path, goal, value, total }) =>
      `${path} 取 ${value}，合计 ${total}，达到目标（${goal}）。`,
    atMost: ({ total }) => `不超过 ${total}`,
    atLeast: ({ total }) => `不低于 ${total}`,
    toGoal: ({ difference }) => `合计与目标之差为 ${difference}。`,
    beside: ({ value, total }) => `再进一步取 ${value} 则达不到，合计 ${total}。`,
    toTheEnd: '直到范围边界的取值都达到目标。',
    outOfReach: ({ path, goal, from, to, value, total }) =>
      `${path} 从 ${from} 到 ${to} 没有取值达到目标（${goal}）；取 ${value} 最接近，合计 ${total}。`,
    notMonotone: ({ path, goal, from, to }) =>
      `${path} 从 ${from} 到 ${to} 无法求得（目标${goal}）：合计并非单向变动。`,
    rises: ({ from, to }) =>
      `从 ${from.value} 到 ${to.value}，合计上升：${from.total} → ${to.total}。`,
    falls: ({ from, to }) =>
      `从 ${from.value} 到 ${to.value}，合计下降：${from.total} → ${to.total}。`,
    heads: { path: '参数', from: '下限', to: '上限', goal: '目标' },
    evaluations: '试算次数',
    points: '取值',
    which: '说明',
    total: '合计',
    difference: '与目标之差',
    names: {
      found: '达到目标',
      beside: '达不到目标',
      nearest: '最接近',
      rises: '合计上升',
      falls: '合计下降',
    },
  },

  simulated: {
    title: '成本模拟',
    cost: {
      mean: ({ mean }) => `每轮平均成本 ${mean}。`,
      quantile: ({ part, value }) => `${part} 的轮次成本不超过 ${value}。`,
      least: ({ value }) => `各轮成本最低 ${value}。`,
      most: ({ value }) => `各轮成本最高 ${value}。`,
    },
    pay: {
      mean: ({ mean }) => `每人次平均发放 ${mean}。`,
    },
    heads: {
      runs: '模拟轮数',
      rows: '每轮人次',
      seed: '随机种子',
      generator: '随机数算法',
      figure: '统计量',
      at: '累计占比',
      value: '数值',
    },
    blocks: { cost: '每轮成本', pay: '每人次发放', quantile: '不超过', mean: '平均' },
  },

  review: {
    title: '薪酬与达成率',
    correlation: ({ correlation }) => `薪酬与达成率的秩相关系数为 ${correlation}。`,
    alike: '薪酬与达成率全部相同，无从比较。',
    noInversions: '没有达成率较低而薪酬较高的情形。',
    inversions: ({ count }) => `达成率较低而薪酬较高的共 ${count} 对。`,
    largest: ({ less, more, difference, rule }) =>
      `“${less}”达成率低于“${more}”，薪酬却多 ${difference}，原因：${rule}。`,
    cost: ({ ratio }) => `薪酬占业绩 ${ratio}。`,
    manyJustBelow: '差一点到达者较多，差额最小的如下。',
    justBelow: ({ id, by, tier, remaining }) =>
      `“${id}”距${by}还差 ${remaining}（档位“${tier}”）。`,
    heads: {
      rows: '人次',
      inversions: '倒挂对数',
      cost: '薪酬占业绩',
      less: '达成率较低者',
      more: '达成率较高者',
      difference: '多得',
      rule: '原因',
      least: '最低',
      median: '中位',
      greatest: '最高',
      what: '即将到达',
    },
    blocks: { inversions: '最大的倒挂', groups: '各组薪酬', justBelow: '差一点到达者' },
  },

  sensitivity: {
    title: '敏感性分析',
    none: '方案中没有任何参数会带来变化。',
    most: ({ path, was, is, difference }) =>
      `影响最大的是 ${path}：${was} → ${is}，合计变动 ${difference}。`,
    then: ({ path, was, is, difference }) => `${path}：${was} → ${is}，合计变动 ${difference}。`,
    unchanged: ({ paths }) => `不带来变化：${paths}。`,
    someNotRaised: '部分参数不能单独提高，清单写明原因。',
    total: '现行合计',
    heads: { path: '参数', raised: '提高到' },
    blocks: {
      numbers: '逐项结果',
      unchanged: '不带来变化的参数',
      notRaised: '不能单独提高的参数',
    },
  },

  curves: {
    title: '提成曲线对比',
    none: '没有方案。',
    turns: ({ plan, points }) => `${plan} 在业绩 ${points} 处转折。`,
    straight: ({ plan }) => `${plan} 没有门槛。`,
    kinds: { bend: '转折', jump: '跳升', cliff: '跌落' },
    heads: {
      kind: '变化',
      rateBefore: '之前每增一单位',
      rateAfter: '之后每增一单位',
      step: '一次性变动',
    },
    blocks: { kinks: '转折、跳升与跌落' },
  },
}
