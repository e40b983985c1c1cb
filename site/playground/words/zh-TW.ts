import type { Words } from './words.js'

const LEAVES: Readonly<Record<string, string>> = {
  at: '數值',
  points: '得分',
  from: '起點',
  floor: '最低分',
  cap: '最高分',
  maximum: '最高分',
  minimum: '最低評級',
  below: '起點以下得分',
  halfLifeDays: '半衰期（天）',
}

export const traditionalChinese: Words = {
  title: '試算',
  lead: '更改業績獎金方案、考核方案或潛在客戶評分模型，立即看到結果。規則在您的瀏覽器中執行。',
  language: '語言',
  kinds: { commission: '業績獎金方案', appraisal: '考核方案', leads: '潛在客戶評分模型' },
  examples: {
    'handbook-commission': '手冊的業績獎金方案',
    'flat-rate-below-target': '未達標採固定比率',
    'accelerator-with-catch-up': '加速獎金（過半後補足）',
    'payout-curve-on-a-target-incentive': '目標獎金的發放曲線',
    'deal-size-tiers': '依單筆金額分級距',
    'commission-on-gross-profit': '毛利獎金',
    'handbook-appraisal': '手冊的考核方案',
    'handbook-challenge-appraisal': '手冊的考核方案（挑戰目標加分）',
    'handbook-leads': '手冊的潛在客戶評分',
    'handbook-bant-leads': 'BANT 潛在客戶評分',
  },
  sections: {
    plan: '方案',
    scale: '級距表',
    tiers: '級距',
    gate: '起算門檻',
    cap: '上限',
    rounding: '捨入',
    score: '評分',
    indicators: '考核指標',
    criteria: '評分項目',
    bands: '等級',
  },
  fields: {
    id: '名稱',
    version: '版本',
    currency: '幣別',
    base: '計算基礎',
    tiersPer: '級距週期',
    mode: '計算方式',
    boundary: '剛好等於門檻時',
    thresholds: '門檻口徑',
    upTo: '上限（留空為不限）',
    rate: '比率（0.03 即 3%）',
    multiple: '倍數',
    amount: '金額',
    gate: '達標才計算',
    attainment: '起算達成率（1 即 100%）',
    counts: '達標後計算的業績',
    below: '起算門檻下比率（留空為不計算）',
    capAmount: '獎金上限',
    capRate: '比率上限',
    capBase: '計算基礎上限',
    roundingMode: '捨入方式',
    decimals: '小數位數',
    roundingAt: '何處捨入',
    increment: '計付單位',
    maximum: '總分上限',
    missing: '缺少結果時',
    weight: '權重',
    highValueFrom: '高價值起始等級',
    from: '起始分',
  },
  choices: {
    '': '未規定',
    on: '是',
    off: '否',
    amount: '金額',
    margin: '毛利',
    'amount-without-tax': '未稅金額',
    'margin-without-tax': '未稅毛利',
    marginal: '分段加總',
    'whole-amount': '累計落點',
    interpolated: '內插計算',
    'upper-tier': '適用較高級距',
    'lower-tier': '適用較低級距',
    money: '金額',
    attainment: '達成率',
    units: '件數',
    month: '月',
    quarter: '季',
    'half-year': '半年',
    year: '年',
    all: '全部業績',
    'above-target': '超出目標的業績',
    'above-gate': '超出起算門檻的業績',
    'half-up': '四捨五入',
    'half-even': '四捨六入五成雙',
    'half-down': '五捨六入',
    up: '無條件進位',
    down: '無條件捨去',
    ceiling: '無條件向上',
    floor: '無條件向下',
    total: '合計',
    line: '逐筆',
    refuse: '不予計算',
    zero: '以零分計',
    reweight: '權重分給其他項目',
  },
  curve: (path) => {
    const last = String(path.at(-1))
    const place = path.find((step) => typeof step === 'number')
    if (typeof place === 'number') return `${LEAVES[last] ?? last} ${place + 1}`
    return path.length > 1 ? `「${last}」的得分` : (LEAVES[last] ?? last)
  },

  startFrom: '從哪個方案開始',
  ownPolicy: '網址中的方案',
  policy: '方案',
  policyAsJson: '同一方案的 JSON',
  notJson: (place) =>
    place
      ? `這不是 JSON：請看第 ${place.line} 行第 ${place.column} 欄。改正後欄位會重新出現。`
      : '這不是 JSON 物件。改正後欄位會重新出現。',
  inPolicy: '方案的其他問題',
  issues: (count) => `方案中有 ${count} 個問題。`,
  add: '新增',
  remove: (name) => `刪除 ${name}`,

  figures: '資料',
  figuresHint:
    '每人一列，或每筆訂單明細一列。可從試算表貼上、直接輸入，或開啟 CSV 檔；第一列是欄名。',
  staysHere: '您在這裡輸入或開啟的內容只留在本頁：不傳送，不儲存，也不會進入網址。',
  chooseFile: '開啟 CSV 檔',
  paste: '貼上或輸入資料',
  exampleFigures: '恢復範例資料',
  rowsRead: (people, lines) => `已讀取 ${lines} 列，共 ${people} 筆。`,
  numbersRead: { '.': '數字依 1,234.56 的寫法讀取。', ',': '數字依 1.234,56 的寫法讀取。' },
  unused: (heads) => `未使用的欄：${heads.join('、')}。`,
  wrongRows: (shown, count) =>
    shown < count ? `有問題的列（共 ${count} 列，列出前 ${shown} 列）` : '有問題的列',
  lineHead: '列號',
  reasonHead: '問題',
  table: (problem) => {
    if (problem.kind === 'empty') return '裡面沒有內容。'
    return problem.kind === 'quote'
      ? `第 ${problem.line} 列的引號沒有結束。`
      : `超過 ${problem.most} 列。`
  },
  row: (problem) => {
    switch (problem.kind) {
      case 'no-columns':
        return '沒有認得的欄名。可用的欄名如：姓名、業績、目標；訂單號、金額、成本；或方案中的名稱。'
      case 'column-twice':
        return `「${problem.head}」與前面的欄重複，以前面的為準。`
      case 'mixed-numbers':
        return '有的數字寫作 1,234.56，有的寫作 1.234,56。已依 1,234.56 讀取。'
      case 'who-twice':
        return `「${problem.who}」已在第 ${problem.first} 列出現，本列不計。`
      case 'differs':
        return `「${problem.who}」的「${problem.head}」與前面的列不同，以前面的為準。`
    }
  },

  said: (who, text) => `${who}：${text}`,
  results: '結果',
  resultOf: '檢視誰的結果',
  stale: '結果仍依最近一個沒有問題的方案計算。',
  working: '計算中……',
  failed: '此瀏覽器無法開始計算。',
  curveTitle: '獎金曲線',
  findings: '方案檢查',
  severities: { error: '錯誤', warning: '警告', note: '提示', 'not-checked': '未檢查' },
  noFindings: '沒有發現問題。',
  proofs: '檢視例證',
  whatIf: '假設分析：改了會怎樣',
  compareWith: '對照的方案',
  asOpened: '開啟時的方案',
  handbooks: '手冊的方案',
  unchanged: '目前的方案與對照的方案相同。改動一個數字，即可看到誰增加、誰減少。',
  noFigures: '沒有可計算的資料。',
  asTable: '圖表資料',
  allFigures: '全部數字',
  noStatement: '沒有結果：',
  noCurve: '沒有曲線：',
  noComparison: '無法對照：',

  address: '本頁網址只含方案，不含任何資料：把網址傳給別人，對方即可看到同一方案。',
  copy: '複製網址',
  copied: '已複製。',
  tooLong: '方案過長或瀏覽器過舊，無法產生網址。請傳送 JSON。',
  unreadable: '無法讀取網址中的方案，可能在傳送中被截斷。這裡顯示手冊的方案。',
  noScript: '試算頁需要 JavaScript：規則在您的瀏覽器中執行。',
}
