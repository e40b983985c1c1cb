/** What is said of what-ifs in Traditional Chinese. */
import type { Words } from '../words.js'

export const scenario: Words['scenario'] = {
  comparison: '方案調整對照',
  units: { points: ({ value }) => `${value} 分`, grades: ({ value }) => `${value} 等` },
  unitNames: { points: '分', grades: '等' },

  same: ({ total }) => `合計不變：${total}。`,
  rises: ({ difference, was, is }) => `合計增加 ${difference}：${was} → ${is}。`,
  falls: ({ difference, was, is }) => `合計減少：${was} → ${is}，差額 ${difference}。`,
  counts: ({ rows, gain, lose, unchanged }) =>
    `共 ${rows} 人次：增加 ${gain}，減少 ${lose}，不變 ${unchanged}。`,
  refused: ({ refused }) => `未能計算、不計入合計：${refused}。`,
  cost: ({ was, is }) => `占業績比率：${was} → ${is}。`,
  gainsMost: ({ id, difference, reason }) => `「${id}」增加最多，${difference}：${reason}。`,
  gainMost: ({ id, difference, reason }) =>
    `「${id}」等增加最多，各 ${difference}；「${id}」：${reason}。`,
  losesMost: ({ id, difference, reason }) => `「${id}」減少最多，${difference}：${reason}。`,
  loseMost: ({ id, difference, reason }) =>
    `「${id}」等減少最多，各 ${difference}；「${id}」：${reason}。`,
  reclassified: ({ count }) => `級距、等級或等第有變動：${count}。`,
  assumes: ({ assumes }) => `假設人員行為改變：「${assumes}」。`,
  because: ({ what, was, is }) => `${what} ${was} → ${is}`,
  stepOf: ({ step, id }) => `${step}「${id}」`,
  tierReached: '級距',
  nothing: '無',
  all: '全部',
  by: { both: '兩個方案', now: '現行方案', then: '調整後方案' },

  steps: {
    band: '等級',
    bonus: '加分',
    cap: '上限',
    component: '獎金項目',
    deduction: '扣分',
    disqualified: '無效',
    earned: '捨入前獎金',
    figure: '數值',
    gate: '起算門檻',
    limit: '得分上限',
    measure: '選級指標',
    minimum: '本級距保底',
    mode: '級距計算方式',
    part: '評分項目',
    rate: '級距比率',
    rounding: '捨入後金額',
    sales: '業績',
    score: '得分',
    target: '目標',
    threshold: '門檻',
    tier: '級距內業績',
    'tier-pay': '級距內獎金',
  },
  heads: {
    which: '方案',
    by: '無法計算的方案',
    at: '累計占比',
    class: '達到',
    costNow: '現行占業績',
    costThen: '調整後占業績',
    step: '原因',
    stepNow: '現行值',
    stepThen: '調整後值',
  },
  blocks: {
    policies: '對照的方案',
    changes: '方案差異',
    totals: '合計',
    quantiles: '分布',
    classes: '各級人次',
    winners: '增加者',
    losers: '減少者',
    notComputed: '未能計算',
  },

  swept: {
    title: '逐值試算',
    none: '沒有可計算的取值。',
    same: ({ of, total }) => `${of} 各取值的合計均為 ${total}。`,
    range: ({ of, least, at, most, atMost }) =>
      `${of}：合計最低 ${least}（取 ${at}），最高 ${most}（取 ${atMost}）。`,
    refused: ({ values }) => `不成立的取值：${values}。`,
    both: ({ first, second }) => `${first} 與 ${second}`,
    heads: { across: '第二取值', path: '參數', acrossPath: '第二參數' },
    blocks: { points: '逐值結果', refused: '不成立的取值' },
  },

  goal: {
    title: '目標搜尋',
    found: ({ path, goal, value, total }) =>
      `${path} 取 ${value}，合計 ${total}，達到目標（${goal}）。`,
    atMost: ({ total }) => `不超過 ${total}`,
    atLeast: ({ total }) => `不低於 ${total}`,
    toGoal: ({ difference }) => `合計與目標之差為 ${difference}。`,
    beside: ({ value, total }) => `再進一步取 ${value} 則無法達到，合計 ${total}。`,
    toTheEnd: '直到範圍邊界的取值都達到目標。',
    outOfReach: ({ path, goal, from, to, value, total }) =>
      `${path} 從 ${from} 到 ${to} 沒有取值達到目標（${goal}）；取 ${value} 最接近，合計 ${total}。`,
    notMonotone: ({ path, goal, from, to }) =>
      `${path} 從 ${from} 到 ${to} 無法求得（目標${goal}）：合計並非單向變動。`,
    rises: ({ from, to }) =>
      `從 ${from.value} 到 ${to.value}，合計上升：${from.total} → ${to.total}。`,
    falls: ({ from, to }) =>
      `從 ${from.value} 到 ${to.value}，合計下降：${from.total} → ${to.total}。`,
    heads: { path: '參數', from: '下限', to: '上限', goal: '目標' },
    evaluations: '試算次數',
    points: '取值',
    which: '說明',
    total: '合計',
    difference: '與目標之差',
    names: {
      found: '達到目標',
      beside: '無法達到目標',
      nearest: '最接近',
      rises: '合計上升',
      falls: '合計下降',
    },
  },

  simulated: {
    title: '成本模擬',
    cost: {
      mean: ({ mean }) => `每輪平均成本 ${mean}。`,
      quantile: ({ part, value }) => `${part} 的輪次成本不超過 ${value}。`,
      least: ({ value }) => `各輪成本最低 ${value}。`,
      most: ({ value }) => `各輪成本最高 ${value}。`,
    },
    pay: {
      mean: ({ mean }) => `每人次平均給付 ${mean}。`,
    },
    heads: {
      runs: '模擬輪數',
      rows: '每輪人次',
      seed: '亂數種子',
      generator: '亂數演算法',
      figure: '統計量',
      at: '累計占比',
      value: '數值',
    },
    blocks: { cost: '每輪成本', pay: '每人次給付', quantile: '不超過', mean: '平均' },
  },

  review: {
    title: '獎金與達成率',
    correlation: ({ correlation }) => `獎金與達成率的等級相關係數為 ${correlation}。`,
    alike: '獎金與達成率全部相同，無從比較。',
    noInversions: '沒有達成率較低而獎金較高的情形。',
    inversions: ({ count }) => `達成率較低而獎金較高的共 ${count} 對。`,
    largest: ({ less, more, difference, rule }) =>
      `「${less}」達成率低於「${more}」，獎金卻多 ${difference}，原因：${rule}。`,
    cost: ({ ratio }) => `獎金占業績 ${ratio}。`,
    manyJustBelow: '差一點達到者較多，差額最小者如下。',
    justBelow: ({ id, by, tier, remaining }) =>
      `「${id}」距${by}還差 ${remaining}（級距「${tier}」）。`,
    heads: {
      rows: '人次',
      inversions: '倒掛對數',
      cost: '獎金占業績',
      less: '達成率較低者',
      more: '達成率較高者',
      difference: '多領',
      rule: '原因',
      least: '最低',
      median: '中位',
      greatest: '最高',
      what: '即將達到',
    },
    blocks: { inversions: '最大的倒掛', groups: '各組獎金', justBelow: '差一點達到者' },
  },

  sensitivity: {
    title: '敏感度分析',
    none: '方案中沒有任何參數會帶來變化。',
    most: ({ path, was, is, difference }) =>
      `影響最大的是 ${path}：${was} → ${is}，合計變動 ${difference}。`,
    then: ({ path, was, is, difference }) => `${path}：${was} → ${is}，合計變動 ${difference}。`,
    unchanged: ({ paths }) => `不帶來變化：${paths}。`,
    someNotRaised: '部分參數不能單獨提高，清單載明原因。',
    total: '現行合計',
    heads: { path: '參數', raised: '提高到' },
    blocks: {
      numbers: '逐項結果',
      unchanged: '不帶來變化的參數',
      notRaised: '不能單獨提高的參數',
    },
  },

  curves: {
    title: '獎金曲線對照',
    none: '沒有方案。',
    turns: ({ plan, points }) => `${plan} 在業績 ${points} 處轉折。`,
    straight: ({ plan }) => `${plan} 沒有門檻。`,
    kinds: { bend: '轉折', jump: '跳升', cliff: '跌落' },
    heads: {
      kind: '變化',
      rateBefore: '之前每增一單位',
      rateAfter: '之後每增一單位',
      step: '一次性變動',
    },
    blocks: { kinks: '轉折、跳升與跌落' },
  },
}
