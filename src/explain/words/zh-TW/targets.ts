/** What is said of targets in Traditional Chinese. */
import type { Words } from '../words.js'

export const targets: Words['targets'] = {
  letter: {
    title: '目標承諾書',
    signed: ({ owner, period, measure, amount }) =>
      `${owner}：${period} 的「${measure}」目標為 ${amount}，已全部簽署。`,
    unsigned: ({ owner, period, measure, amount, missing }) =>
      `${owner}：${period} 的「${measure}」目標為 ${amount}，待 ${missing} 簽署。`,
    'not-counted': '全部簽署前不生效。',
    counted: '簽署完成前已生效。',
    revised: ({ from, version, revises, change }) =>
      `自 ${from} 起，第 ${version} 版對第 ${revises} 版調整 ${change}。`,
    reason: ({ reason }) => `依據：${reason}。`,
    versions: '各版本',
    parts: ({ version }) => `第 ${version} 版各月`,
    signatures: '簽署',
  },
  day: {
    title: '當日目標',
    counts: ({ date, owner, measure, amount, version }) =>
      `${date}：${owner} 的「${measure}」目標為 ${amount}（第 ${version} 版）。`,
    none: ({ date, owner, measure }) => `${date}：${owner} 沒有生效的「${measure}」目標。`,
    part: ({ period, amount }) => `其中 ${period} 為 ${amount}。`,
    pending: ({ version, from, amount, missing }) =>
      `第 ${version} 版（自 ${from} 起，${amount}）待 ${missing} 簽署。`,
    target: '目標',
    month: '當月',
    waiting: '待簽署的版本',
  },
  check: {
    title: '目標要素檢查',
    smart: '目標要素齊全。',
    missing: ({ fields }) => `目標要素不全，缺少：${fields}。`,
    field: {
      measure: '指標',
      amount: '數額',
      owner: '負責人',
      reason: '依據',
      period: '期間',
    },
    fields: '各項要素',
  },
  cascade: {
    title: '目標逐級分解',
    shared: ({ total }) => `目標 ${total} 已分解，各人承擔額合計相符。`,
    head: ({ id, amount }) => `${id} 本人承擔 ${amount}。`,
    child: ({ id, amount }) => `${id} 為 ${amount}。`,
    tree: '逐級目標',
    payees: '各人承擔額',
  },
  sums: {
    title: '目標分解核對',
    addsUp: ({ checked }) => `目標逐級相符，核對 ${checked} 處。`,
    differs: ({ checked }) => `目標未逐級相符，核對 ${checked} 處。`,
    difference: ({ path, amount, below, remaining }) =>
      `${path}：目標 ${amount}，下級合計 ${below}，相差 ${remaining}。`,
    differences: '不相符之處',
    result: '結論',
  },
  split: {
    title: '目標分期',
    by: {
      month: ({ period, total }) => `${period} 目標 ${total}，平均分配。`,
      day: ({ period, total }) => `${period} 目標 ${total}，按天數分配。`,
      'working-day': ({ period, total }) => `${period} 目標 ${total}，按工作日分配。`,
      profile: ({ period, total }) => `${period} 目標 ${total}，按淡旺季分配。`,
      parts: ({ period, total }) => `${period} 目標 ${total}，按各期權重分配。`,
    },
    part: ({ period, amount }) => `${period}：${amount}。`,
    parts: '各期',
  },
  prorated: {
    title: '按在職期間折算的目標',
    full: ({ full }) => `目標為全額 ${full}。`,
    day: ({ target, full, of, counted }) =>
      `目標 ${target}，全額 ${full}，計入 ${of} 天中的 ${counted} 天。`,
    month: ({ target, full, of, counted }) =>
      `目標 ${target}，全額 ${full}，計入 ${of} 個月中的 ${counted} 個月。`,
    'working-day': ({ target, full, of, counted }) =>
      `目標 ${target}，全額 ${full}，計入 ${of} 個工作日中的 ${counted} 個。`,
    ramped: ({ month, rate }) => `到職第 ${month} 個月按目標的 ${rate} 計。`,
    summary: '折算過程',
    ramp: '新人過渡期',
  },
  goals: {
    title: '小目標達成',
    none: '方案沒有小目標。',
    reached: ({ goals }) => `達成情形：${goals}。`,
    week: ({ id, of, reached }) => `${id} ${of} 週中 ${reached} 週`,
    month: ({ id, of, reached }) => `${id} ${of} 個月中 ${reached} 個月`,
    open: ({ id, period, amount, remaining }) =>
      `${id}：${period} 目標 ${amount}，還差 ${remaining}。`,
    outside: ({ outside }) => `不在這些週、月內的結果：${outside} 筆。`,
    someNotCounted: '部分結果未計入，清單寫明原因。',
    goals: '小目標',
    periods: '各週各月',
    summary: '結果',
    notCounted: '未計入的結果',
  },
}
