/** What is said of customers in Traditional Chinese. */
import type { Words } from '../words.js'

export const health: Words['health'] = {
  score: {
    title: '客戶健康度',
    scored: ({ score, band }) => `客戶健康度 ${score} 分，屬「${band}」。`,
    next: ({ remaining, band, from }) => `再增 ${remaining} 分即達「${band}」（${from} 分起）。`,
    held: ({ from, by, to }) => `按得分本屬「${from}」，因 ${by} 降為「${to}」。`,
    lacks: ({ id, points, remaining }) => `「${id}」得 ${points} 分，再增 ${remaining} 分即解除。`,
    missing: ({ criteria }) => `缺少 ${criteria} 的資料。`,
    result: '結果',
    above: '高一等級',
    parts: '得分構成',
    heldBy: '降級原因',
    measured: '由紀錄測得',
    noFact: '缺少資料的指標',
  },
  warnings: {
    title: '客戶流失預警',
    none: '沒有預警。',
    unanswered: ({ since, followUps, days, raised, clause }) =>
      `自 ${since} 起連續 ${followUps} 次（${days} 天）追蹤無回應，${raised} 起預警（${clause}）。`,
  },
  followUps: {
    title: '追蹤回應檢查',
    warned: ({ since, unanswered, required }) =>
      `自 ${since} 起連續 ${unanswered} 次無回應，達到 ${required} 次即預警，已預警。`,
    near: ({ unanswered, remaining }) =>
      `連續 ${unanswered} 次無回應，再有 ${remaining} 次即預警。`,
    lastAnswered: ({ date }) => `最近一次回應在 ${date}。`,
    pending: ({ pending }) => `等待回應 ${pending} 次。`,
    result: '結果',
  },
  trend: {
    title: '客戶健康度走勢',
    unknown: '得分不足，走勢未知。',
    rising: ({ from, to, change }) => `健康度上升：${from} 至 ${to} 變動 ${change} 分。`,
    falling: ({ from, to, change }) => `健康度下降：${from} 至 ${to} 變動 ${change} 分。`,
    steady: ({ from, to }) => `健康度平穩：${from} 至 ${to}。`,
    mixed: ({ from, to, change }) => `健康度有升有降：${from} 至 ${to} 變動 ${change} 分。`,
    sincePrevious: ({ period, change }) => `較 ${period} 變動 ${change} 分。`,
    band: ({ period, from, to }) => `${period} 由「${from}」轉為「${to}」。`,
    result: '走勢',
    previous: '較上期',
    bands: '等級變化',
  },
  retention: {
    title: '客戶挽留方案',
    none: '沒有預警，無需採取措施。',
    due: ({ due, measure }) => `須在 ${due} 前完成「${measure}」。`,
    overdue: ({ measure, due }) => `「${measure}」已逾期，應在 ${due} 前完成。`,
    done: ({ measure, done, due }) => `「${measure}」已於 ${done} 完成，期限 ${due}。`,
    warning: ({ kind, since, raised }) => `${kind}：始於 ${since}，${raised} 起預警。`,
    plan: '方案',
    warnings: '預警',
  },
  tiers: {
    title: '客戶分級',
    none: '沒有計入的客戶。',
    base: ({ base }) => `計入的客戶合計 ${base}。`,
    tier: ({ tier, customers, value }) => `「${tier}」：${customers} 戶，${value}。`,
    withoutOwner: ({ customers }) => `所在級別須有負責人而未指定：${customers}。`,
    outOfBase: ({ customers }) => `數額為負、不計入基數：${customers}。`,
    tiers: '各級別',
    customers: '客戶',
    unowned: '未指定負責人的客戶',
    out: '不計入基數的客戶',
    issues: '未計入的列',
  },
  care: {
    title: '客戶關懷計畫',
    none: '沒有到期的關懷。',
    state: {
      overdue: ({ care, due, since }) => `「${care}」應在 ${due} 完成，自 ${since} 起逾期。`,
      due: ({ care, due }) => `「${care}」應在 ${due} 完成。`,
      upcoming: ({ care, due }) => `「${care}」將在 ${due} 到期。`,
    },
    items: '關懷項目',
    notForTier: '不適用本級別的關懷',
    issues: '未計入的紀錄',
  },
  renewals: {
    title: '續約、回購與推薦',
    none: '沒有待續約、回購或推薦的事項。',
    contract: {
      upcoming: ({ customer, contract, ends, dueFrom }) =>
        `${customer}：合約 ${contract} 將於 ${ends} 到期，${dueFrom} 起辦理續約。`,
      due: ({ customer, contract, ends, daysLeft }) =>
        `${customer}：合約 ${contract} 應辦理續約，距 ${ends} 到期 ${daysLeft} 天。`,
      lapsed: ({ customer, contract, ends }) =>
        `${customer}：合約 ${contract} 已於 ${ends} 到期未續。`,
    },
    reorder: {
      upcoming: ({ customer, expected, product }) =>
        `${customer} 預計 ${expected} 再購 ${product}。`,
      due: ({ customer, product, expected }) =>
        `${customer} 應在近期再購 ${product}，預計 ${expected}。`,
      late: ({ customer, product, expected }) =>
        `${customer} 逾期未再購 ${product}，預計為 ${expected}。`,
    },
    offer: ({ customer, bought, offer }) => `${customer} 已購 ${bought}，可推薦 ${offer}。`,
    contracts: '合約續約',
    reorders: '回購',
    noInterval: '訂購天數不足、無法推算間隔',
    addOns: '推薦',
    issues: '未計入的列',
  },
  package: {
    title: '客戶服務方案',
    complete: ({ tier }) => `「${tier}」客戶的服務均已提供。`,
    missing: ({ tier, missing }) => `「${tier}」客戶尚未提供的服務：${missing}。`,
    beyond: ({ beyond }) => `超出服務方案：${beyond}。`,
    services: '本級別的服務',
    toServe: '尚未提供',
    extra: '超出部分',
  },
  rfm: {
    title: '客戶 RFM 評分',
    none: '沒有下單的客戶。',
    customer: ({ customer, segment, recency, frequency, monetary }) =>
      `${customer} 屬「${segment}」：近度 ${recency}，頻度 ${frequency}，金額 ${monetary}。`,
    segment: ({ segment, customers, amount }) => `「${segment}」：${customers} 戶，${amount}。`,
    bins: ({ bins }) => `各項評分 1 至 ${bins}，越高越好。`,
    someLeftOut: '部分列未計入，清單寫明原因。',
    customers: '客戶',
    segments: '客群',
    issues: '未計入的列',
  },
  protection: {
    title: '客戶保護與歸屬',
    owned: ({ owner }) => `客戶歸 ${owner} 所有。`,
    ownedUntil: ({ owner, to }) => `客戶歸 ${owner} 所有，按現狀至 ${to}。`,
    shared: ({ shares }) => `客戶由多人共有：${shares}。`,
    share: ({ rep, share }) => `${rep} ${share}`,
    pool: '客戶在公共客戶池，無人所有。',
    unassigned: ({ unassigned }) => `其中 ${unassigned} 無人承接。`,
    claim: {
      owns: ({ rep, date }) => `${rep} 於 ${date} 申領，現為所有人。`,
      owned: ({ rep, date }) => `${rep} 於 ${date} 申領，曾為所有人。`,
      waiting: ({ rep, date, because }) => `${rep} 於 ${date} 申領，等待中：${because}。`,
      refused: ({ rep, date, because }) => `${rep} 於 ${date} 申領，被拒：${because}。`,
    },
    obstacle: {
      owned: '已歸他人',
      'not-employed': '不在職',
      'already-waiting': '已在等待',
      'claims-per-day': '當日申領次數過多',
      'customers-per-rep': '客戶數已滿',
      'reclaimed-too-soon': '釋出後過早再申領',
    },
    state: '狀態',
    shares: '各人份額',
    tenures: '歸屬經過',
    claims: '申領',
    issues: '未計入的紀錄',
  },
}
