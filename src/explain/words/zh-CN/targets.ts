/** What is said of targets in Simplified Chinese. */
import type { Words } from '../words.js'

export const targets: Words['targets'] = {
  letter: {
    title: '目标责任书',
    signed: ({ owner, period, measure, amount }) =>
      `${owner}：${period} 的“${measure}”目标为 ${amount}，已全部签署。`,
    unsigned: ({ owner, period, measure, amount, missing }) =>
      `${owner}：${period} 的“${measure}”目标为 ${amount}，待 ${missing} 签署。`,
    'not-counted': '全部签署前不生效。',
    counted: '签署完成前已生效。',
    revised: ({ from, version, revises, change }) =>
      `自 ${from} 起，第 ${version} 版对第 ${revises} 版调整 ${change}。`,
    reason: ({ reason }) => `依据：${reason}。`,
    versions: '各版本',
    parts: ({ version }) => `第 ${version} 版各月`,
    signatures: '签署',
  },
  day: {
    title: '当日目标',
    counts: ({ date, owner, measure, amount, version }) =>
      `${date}：${owner} 的“${measure}”目标为 ${amount}（第 ${version} 版）。`,
    none: ({ date, owner, measure }) => `${date}：${owner} 没有生效的“${measure}”目标。`,
    part: ({ period, amount }) => `其中 ${period} 为 ${amount}。`,
    pending: ({ version, from, amount, missing }) =>
      `第 ${version} 版（自 ${from} 起，${amount}）待 ${missing} 签署。`,
    target: '目标',
    month: '当月',
    waiting: '待签署的版本',
  },
  check: {
    title: '目标要素检查',
    smart: '目标要素齐全。',
    missing: ({ fields }) => `目标要素不全，缺少：${fields}。`,
    field: {
      measure: '指标',
      amount: '数额',
      owner: '责任人',
      reason: '依据',
      period: '期间',
    },
    fields: '各项要素',
  },
  cascade: {
    title: '目标逐级分解',
    shared: ({ total }) => `目标 ${total} 已分解，各人承担额合计相符。`,
    head: ({ id, amount }) => `${id} 本人承担 ${amount}。`,
    child: ({ id, amount }) => `${id} 为 ${amount}。`,
    tree: '逐级目标',
    payees: '各人承担额',
  },
  sums: {
    title: '目标分解核对',
    addsUp: ({ checked }) => `目标逐级相符，核对 ${checked} 处。`,
    differs: ({ checked }) => `目标未逐级相符，核对 ${checked} 处。`,
    difference: ({ path, amount, below, remaining }) =>
      `${path}：目标 ${amount}，下级合计 ${below}，相差 ${remaining}。`,
    differences: '不相符之处',
    result: '结论',
  },
  split: {
    title: '目标分期',
    by: {
      month: ({ period, total }) => `${period} 目标 ${total}，平均分配。`,
      day: ({ period, total }) => `${period} 目标 ${total}，按天数分配。`,
      'working-day': ({ period, total }) => `${period} 目标 ${total}，按工作日分配。`,
      profile: ({ period, total }) => `${period} 目标 ${total}，按淡旺季分配。`,
      parts: ({ period, total }) => `${period} 目标 ${total}，按各期权重分配。`,
    },
    part: ({ period, amount }) => `${period}：${amount}。`,
    parts: '各期',
  },
  prorated: {
    title: '按在职期间折算的目标',
    full: ({ full }) => `目标为全额 ${full}。`,
    day: ({ target, full, of, counted }) =>
      `目标 ${target}，全额 ${full}，计入 ${of} 天中的 ${counted} 天。`,
    month: ({ target, full, of, counted }) =>
      `目标 ${target}，全额 ${full}，计入 ${of} 个月中的 ${counted} 个月。`,
    'working-day': ({ target, full, of, counted }) =>
      `目标 ${target}，全额 ${full}，计入 ${of} 个工作日中的 ${counted} 个。`,
    ramped: ({ month, rate }) => `入职第 ${month} 个月按目标的 ${rate} 计。`,
    summary: '折算过程',
    ramp: '新人爬坡期',
  },
  goals: {
    title: '小目标达成',
    none: '方案没有小目标。',
    reached: ({ goals }) => `达成情况：${goals}。`,
    week: ({ id, of, reached }) => `${id} ${of} 周中 ${reached} 周`,
    month: ({ id, of, reached }) => `${id} ${of} 个月中 ${reached} 个月`,
    open: ({ id, period, amount, remaining }) =>
      `${id}：${period} 目标 ${amount}，还差 ${remaining}。`,
    outside: ({ outside }) => `不在这些周、月内的结果：${outside} 条。`,
    someNotCounted: '部分结果未计入，清单写明原因。',
    goals: '小目标',
    periods: '各周各月',
    summary: '结果',
    notCounted: '未计入的结果',
  },
}
