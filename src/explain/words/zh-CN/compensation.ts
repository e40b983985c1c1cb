/** What is said of pay by several components, by grades and in contests in Simplified Chinese. */
import type { Words } from '../words.js'

export const compensation: Words['compensation'] = {
  title: '薪酬明细单',
  sum: ({ amount, parts }) => `${amount}：${parts}。`,
  component: ({ id, amount }) => `${id} ${amount}`,
  onTarget: ({ amount }) => `目标奖金为 ${amount}。`,
  capped: {
    amount: ({ limit, amount }) => `合计封顶 ${limit}，扣减 ${amount}。`,
    multiple: ({ limit, amount }) => `按目标奖金倍数封顶 ${limit}，扣减 ${amount}。`,
  },
  capBy: { amount: '固定金额', multiple: '目标奖金的倍数' },
  asSales: {
    score: ({ target }) => `此处以考核得分作业绩，目标为 ${target}。`,
    matrix: ({ target }) => `此处以表中比例作业绩，目标为 ${target}。`,
  },
  heads: { targetIncentive: '目标奖金', pays: '占目标奖金' },
  blocks: {
    components: '按提成项目',
    cap: '合计封顶',
    facts: '各项目所参照的数据',
    matrix: '表中位置',
    corrected: '更正的期间',
  },

  settled: {
    title: '薪酬结算单',
    last: ({ period, parts }) => `${period} 实发：${parts}。`,
  },
  correctionsTitle: '薪酬更正单',

  byGrades: {
    title: '等级薪酬',
    nothing: ({ amount, period }) => `${amount}：${period} 等级未带来任何发放。`,
    amount: ({ amount, period }) => `${period} 因等级发放 ${amount}。`,
    amountAndDays: ({ amount, days, period }) =>
      `${period} 因等级发放 ${amount}，休假 ${days} 天。`,
    paid: ({ kind, clause, period, amount }) =>
      `${kind}：由 ${period} 获得（${clause}），${amount}。`,
    leave: ({ kind, clause, period, days }) =>
      `${kind}：由 ${period} 获得（${clause}），${days} 天。`,
    notPaid: ({ kind, period, because }) => `${period} 的 ${kind} 未发放：${because}。`,
    because: {
      'no-rule': '方案不发放此类',
      'other-period': '在其他期间发放',
      'not-employed': '期内均不在职',
      left: '期末前已离职',
      'nothing-due': '应发为零',
    },
    pays: { bonus: '奖金', 'base-pay': '基本工资', leave: '休假' },
    heads: {
      pays: '发放方式',
      earnedIn: '获得期间',
      baseSalary: '月基本工资',
      served: '在职',
      ofServed: '全期',
      attended: '出勤天数',
      ofAttended: '应出勤天数',
      unrounded: '舍入前',
      days: '休假天数',
    },
    blocks: { lines: '发放明细', notPaid: '未发放' },
  },

  contest: {
    title: '销售竞赛',
    paid: ({ amount, winners }) => `奖金共 ${amount}：${winners}。`,
    winner: ({ id, place, prize }) => `第 ${place} 名 ${id} ${prize}`,
    nobody: ({ amount }) => `${amount}：无人获奖。`,
    left: ({ left, pot }) => `奖池 ${pot}，剩余 ${left}。`,
    next: {
      at: ({ id, place, remaining }) => `“${id}”再增 ${remaining} 即达第 ${place} 名。`,
      above: ({ id, place, remaining }) => `“${id}”再增超过 ${remaining} 才达第 ${place} 名。`,
    },
    reached: { at: '恰好即可', above: '须超过' },
    entrants: '名次与奖金',
    heads: {
      pot: '奖池',
      left: '剩余',
      place: '名次',
      entrant: '参赛者',
      figure: '成绩',
      tiedWith: '并列者',
      cut: '奖池扣减',
      nextPlace: '前一名次',
      reached: '到达条件',
    },
  },

  amortized: {
    title: '合同成本摊销',
    spread: ({ amount, span }) => `${amount} 摊销于 ${span}。`,
    impaired: ({ amount, on }) => `合同于 ${on} 终止，核销 ${amount}。`,
    nothing: ({ amount }) => `${amount}：无可摊销。`,
    periods: '逐月摊销',
    writtenOff: '核销',
    carrying: '未摊销余额',
  },
}
