import type { Words } from './words.js'

const LEAVES: Readonly<Record<string, string>> = {
  at: '数值',
  points: '分数',
  from: '起点',
  floor: '最低分',
  cap: '最高分',
  maximum: '最高分',
  minimum: '最低评级',
  below: '起点以下得分',
  halfLifeDays: '半衰期（天）',
}

export const simplifiedChinese: Words = {
  title: '试算',
  lead: '改动提成方案、考核方案或线索评分模型，立即看到结果。规则在您的浏览器中运行。',
  language: '语言',
  kinds: { commission: '提成方案', appraisal: '考核方案', leads: '线索评分模型' },
  examples: {
    'handbook-commission': '手册的提成方案',
    'flat-rate-below-target': '未达标按固定比例计提',
    'accelerator-with-catch-up': '加速提成（完成半数目标后补齐）',
    'payout-curve-on-a-target-incentive': '目标奖金的发放曲线',
    'deal-size-tiers': '按单笔金额分档',
    'commission-on-gross-profit': '毛利提成',
    'handbook-appraisal': '手册的考核方案',
    'handbook-challenge-appraisal': '手册的考核方案（挑战目标加分）',
    'handbook-leads': '手册的线索评分',
    'handbook-bant-leads': 'BANT 线索评分',
  },
  sections: {
    plan: '方案',
    scale: '档位表',
    tiers: '档位',
    gate: '起提线',
    cap: '封顶',
    rounding: '舍入',
    score: '评分',
    indicators: '考核指标',
    criteria: '评分项',
    bands: '等级',
  },
  fields: {
    id: '名称',
    version: '版本',
    currency: '币种',
    base: '计提基数',
    tiersPer: '档位周期',
    mode: '计提方式',
    boundary: '恰好等于门槛时',
    thresholds: '门槛口径',
    upTo: '上限（留空为不限）',
    rate: '比例（0.03 即 3%）',
    multiple: '倍数',
    amount: '金额',
    gate: '达标才计提',
    attainment: '起提达成率（1 即 100%）',
    counts: '达标后计提的业绩',
    below: '起提线下比例（留空为不计提）',
    capAmount: '提成封顶',
    capRate: '比例封顶',
    capBase: '计提基数封顶',
    roundingMode: '舍入方式',
    decimals: '小数位数',
    roundingAt: '何处舍入',
    increment: '取整单位',
    maximum: '最高总分',
    missing: '缺少数据时',
    weight: '权重',
    highValueFrom: '高价值从哪一级起',
    from: '起始分',
  },
  choices: {
    '': '未规定',
    on: '是',
    off: '否',
    amount: '金额',
    margin: '毛利',
    'amount-without-tax': '不含税金额',
    'margin-without-tax': '不含税毛利',
    marginal: '超额累进（分段计提）',
    'whole-amount': '全额累进（整体计提）',
    interpolated: '插值计提',
    'upper-tier': '适用较高一档',
    'lower-tier': '适用较低一档',
    money: '金额',
    attainment: '达成率',
    units: '件数',
    month: '月',
    quarter: '季度',
    'half-year': '半年',
    year: '年',
    all: '全部业绩',
    'above-target': '超出目标的业绩',
    'above-gate': '超出起提线的业绩',
    'half-up': '四舍五入',
    'half-even': '四舍六入五成双',
    'half-down': '五舍六入',
    up: '远离零进位',
    down: '向零舍去',
    ceiling: '向上进位',
    floor: '向下舍去',
    total: '合计',
    line: '逐行',
    refuse: '不予计算',
    zero: '按零分计',
    reweight: '权重分给其他项',
  },
  curve: (path) => {
    const last = String(path.at(-1))
    const place = path.find((step) => typeof step === 'number')
    if (typeof place === 'number') return `${LEAVES[last] ?? last} ${place + 1}`
    return path.length > 1 ? `“${last}”的得分` : (LEAVES[last] ?? last)
  },

  startFrom: '从哪个方案开始',
  ownPolicy: '链接中的方案',
  policy: '方案',
  policyAsJson: '同一方案的 JSON',
  notJson: (place) =>
    place
      ? `不是有效的 JSON，请看第 ${place.line} 行第 ${place.column} 列。改正后字段会重新出现。`
      : '不是 JSON 对象。改正后字段会重新出现。',
  inPolicy: '方案的其他问题',
  issues: (count) => `方案中有 ${count} 个问题。`,
  add: '添加',
  remove: (name) => `删除 ${name}`,

  figures: '数据',
  figuresHint:
    '每人一行，或每个订单行占一行。可从电子表格粘贴、直接输入，或打开 CSV 文件；第一行是列名。',
  staysHere: '您在这里输入或打开的内容只留在本页：不发送，不保存，也不会进入链接。',
  chooseFile: '打开 CSV 文件',
  paste: '粘贴或输入数据',
  exampleFigures: '恢复示例数据',
  rowsRead: (people, lines) => `已读取 ${lines} 行，合计 ${people} 条。`,
  numbersRead: { '.': '数字按 1,234.56 的写法读取。', ',': '数字按 1.234,56 的写法读取。' },
  unused: (heads) => `没有用到的列：${heads.join('、')}。`,
  wrongRows: (shown, count) =>
    shown < count ? `有问题的行（共 ${count} 行，列出前 ${shown} 行）` : '有问题的行',
  lineHead: '行号',
  reasonHead: '问题',
  table: (problem) => {
    if (problem.kind === 'empty') return '没有内容。'
    return problem.kind === 'quote'
      ? `第 ${problem.line} 行的引号没有配对。`
      : `超过 ${problem.most} 行。`
  },
  row: (problem) => {
    switch (problem.kind) {
      case 'no-columns':
        return '列名都不认识。可用的列名例如：姓名、业绩、目标；订单号、金额、成本；或方案中的名称。'
      case 'column-twice':
        return `“${problem.head}”与前面的列重复，以前面的为准。`
      case 'mixed-numbers':
        return '有的数字写作 1,234.56，有的写作 1.234,56。已按 1,234.56 读取。'
      case 'who-twice':
        return `“${problem.who}”已在第 ${problem.first} 行出现，本行未计入。`
      case 'differs':
        return `“${problem.who}”的“${problem.head}”与前面的行不同，以前面的为准。`
    }
  },

  said: (who, text) => `${who}：${text}`,
  results: '结果',
  resultOf: '查看谁的结果',
  stale: '下面仍是上一个没有问题的方案的结果。',
  working: '计算中……',
  failed: '此浏览器无法开始计算。',
  curveTitle: '提成曲线',
  findings: '方案检查',
  severities: { error: '错误', warning: '警告', note: '提示', 'not-checked': '未检查' },
  noFindings: '没有发现问题。',
  proofs: '查看例证',
  whatIf: '假设分析：改了会怎样',
  compareWith: '对比的方案',
  asOpened: '打开时的方案',
  handbooks: '手册的方案',
  unchanged: '当前方案与对比的方案相同。改动一个数字，即可看到谁增加、谁减少。',
  noFigures: '没有可计算的数据。',
  asTable: '图表数据',
  allFigures: '全部明细',
  noStatement: '没有结果：',
  noCurve: '没有曲线：',
  noComparison: '无法对比：',

  address: '本页链接只含方案，不含任何数据：把链接发给别人，对方即可看到同一方案。',
  copy: '复制链接',
  copied: '已复制。',
  tooLong: '方案过长或浏览器过旧，无法生成链接。请发送 JSON。',
  unreadable: '无法读取链接中的方案，可能在发送途中被截断。这里显示手册的方案。',
  noScript: '试算页需要 JavaScript：规则在您的浏览器中运行。',
}
