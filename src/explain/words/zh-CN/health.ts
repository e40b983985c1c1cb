/** What is said of customers in Simplified Chinese. */
import type { Words } from '../words.js'

export const health: Words['health'] = {
  score: {
    title: '客户健康度',
    scored: ({ score, band }) => `客户健康度 ${score} 分，属“${band}”。`,
    next: ({ remaining, band, from }) => `再增 ${remaining} 分即达“${band}”（${from} 分起）。`,
    held: ({ from, by, to }) => `按得分本属“${from}”，因 ${by} 降为“${to}”。`,
    lacks: ({ id, points, remaining }) => `“${id}”得 ${points} 分，再增 ${remaining} 分即解除。`,
    missing: ({ criteria }) => `缺少 ${criteria} 的数据。`,
    result: '结果',
    above: '高一等级',
    parts: '得分构成',
    heldBy: '降级原因',
    measured: '由记录测得',
    noFact: '缺少数据的指标',
  },
  warnings: {
    title: '客户流失预警',
    none: '没有预警。',
    unanswered: ({ since, followUps, days, raised, clause }) =>
      `自 ${since} 起连续 ${followUps} 次（${days} 天）跟进无回应，${raised} 起预警（${clause}）。`,
  },
  followUps: {
    title: '跟进回应检查',
    warned: ({ since, unanswered, required }) =>
      `自 ${since} 起连续 ${unanswered} 次无回应，达到 ${required} 次即预警，已预警。`,
    near: ({ unanswered, remaining }) =>
      `连续 ${unanswered} 次无回应，再有 ${remaining} 次即预警。`,
    lastAnswered: ({ date }) => `最近一次回应在 ${date}。`,
    pending: ({ pending }) => `等待回应 ${pending} 次。`,
    result: '结果',
  },
  trend: {
    title: '客户健康度走势',
    unknown: '得分不足，走势未知。',
    rising: ({ from, to, change }) => `健康度上升：${from} 至 ${to} 变动 ${change} 分。`,
    falling: ({ from, to, change }) => `健康度下降：${from} 至 ${to} 变动 ${change} 分。`,
    steady: ({ from, to }) => `健康度平稳：${from} 至 ${to}。`,
    mixed: ({ from, to, change }) => `健康度有升有降：${from} 至 ${to} 变动 ${change} 分。`,
    sincePrevious: ({ period, change }) => `较 ${period} 变动 ${change} 分。`,
    band: ({ period, from, to }) => `${period} 由“${from}”转为“${to}”。`,
    result: '走势',
    previous: '较上期',
    bands: '等级变化',
  },
  retention: {
    title: '客户挽留方案',
    none: '没有预警，无需采取措施。',
    due: ({ due, measure }) => `须在 ${due} 前完成“${measure}”。`,
    overdue: ({ measure, due }) => `“${measure}”已逾期，应在 ${due} 前完成。`,
    done: ({ measure, done, due }) => `“${measure}”已于 ${done} 完成，期限 ${due}。`,
    warning: ({ kind, since, raised }) => `${kind}：始于 ${since}，${raised} 起预警。`,
    plan: '方案',
    warnings: '预警',
  },
  tiers: {
    title: '客户分级',
    none: '没有计入的客户。',
    base: ({ base }) => `计入的客户合计 ${base}。`,
    tier: ({ tier, customers, value }) => `“${tier}”：${customers} 户，${value}。`,
    withoutOwner: ({ customers }) => `所在级别须有负责人而未指定：${customers}。`,
    outOfBase: ({ customers }) => `数额为负、不计入基数：${customers}。`,
    tiers: '各级别',
    customers: '客户',
    unowned: '未指定负责人的客户',
    out: '不计入基数的客户',
    issues: '未计入的行',
  },
  care: {
    title: '客户关怀计划',
    none: '没有到期的关怀。',
    state: {
      overdue: ({ care, due, since }) => `“${care}”应在 ${due} 完成，自 ${since} 起逾期。`,
      due: ({ care, due }) => `“${care}”应在 ${due} 完成。`,
      upcoming: ({ care, due }) => `“${care}”将在 ${due} 到期。`,
    },
    items: '关怀项目',
    notForTier: '不适用本级别的关怀',
    issues: '未计入的记录',
  },
  renewals: {
    title: '续约、复购与推荐',
    none: '没有待续约、复购或推荐的事项。',
    contract: {
      upcoming: ({ customer, contract, ends, dueFrom }) =>
        `${customer}：合同 ${contract} 将于 ${ends} 到期，${dueFrom} 起办理续约。`,
      due: ({ customer, contract, ends, daysLeft }) =>
        `${customer}：合同 ${contract} 应办理续约，距 ${ends} 到期 ${daysLeft} 天。`,
      lapsed: ({ customer, contract, ends }) =>
        `${customer}：合同 ${contract} 已于 ${ends} 到期未续。`,
    },
    reorder: {
      upcoming: ({ customer, expected, product }) =>
        `${customer} 预计 ${expected} 再购 ${product}。`,
      due: ({ customer, product, expected }) =>
        `${customer} 应在近期再购 ${product}，预计 ${expected}。`,
      late: ({ customer, product, expected }) =>
        `${customer} 逾期未再购 ${product}，预计为 ${expected}。`,
    },
    offer: ({ customer, bought, offer }) => `${customer} 已购 ${bought}，可推荐 ${offer}。`,
    contracts: '合同续约',
    reorders: '复购',
    noInterval: '订购天数不足、无法推算间隔',
    addOns: '推荐',
    issues: '未计入的行',
  },
  package: {
    title: '客户服务包',
    complete: ({ tier }) => `“${tier}”客户的服务均已提供。`,
    missing: ({ tier, missing }) => `“${tier}”客户尚未提供的服务：${missing}。`,
    beyond: ({ beyond }) => `超出服务包：${beyond}。`,
    services: '本级别的服务',
    toServe: '尚未提供',
    extra: '超出部分',
  },
  rfm: {
    title: '客户 RFM 评分',
    none: '没有下单的客户。',
    customer: ({ customer, segment, recency, frequency, monetary }) =>
      `${customer} 属“${segment}”：近度 ${recency}，频度 ${frequency}，金额 ${monetary}。`,
    segment: ({ segment, customers, amount }) => `“${segment}”：${customers} 户，${amount}。`,
    bins: ({ bins }) => `各项评分 1 至 ${bins}，越高越好。`,
    someLeftOut: '部分行未计入，清单写明原因。',
    customers: '客户',
    segments: '客群',
    issues: '未计入的行',
  },
  protection: {
    title: '客户保护与归属',
    owned: ({ owner }) => `客户归 ${owner} 所有。`,
    ownedUntil: ({ owner, to }) => `客户归 ${owner} 所有，按现状至 ${to}。`,
    shared: ({ shares }) => `客户由多人共有：${shares}。`,
    share: ({ rep, share }) => `${rep} ${share}`,
    pool: '客户在公海，无人所有。',
    unassigned: ({ unassigned }) => `其中 ${unassigned} 无人承接。`,
    claim: {
      owns: ({ rep, date }) => `${rep} 于 ${date} 申领，现为所有人。`,
      owned: ({ rep, date }) => `${rep} 于 ${date} 申领，曾为所有人。`,
      waiting: ({ rep, date, because }) => `${rep} 于 ${date} 申领，等待中：${because}。`,
      refused: ({ rep, date, because }) => `${rep} 于 ${date} 申领，被拒：${because}。`,
    },
    obstacle: {
      owned: '已归他人',
      'not-employed': '不在职',
      'already-waiting': '已在等待',
      'claims-per-day': '当日申领次数过多',
      'customers-per-rep': '客户数已满',
      'reclaimed-too-soon': '释放后过早再申领',
    },
    state: '状态',
    shares: '各人份额',
    tenures: '归属经过',
    claims: '申领',
    issues: '未计入的记录',
  },
}
