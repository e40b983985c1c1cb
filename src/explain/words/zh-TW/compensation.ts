/** What is said of pay by several components, by grades and in contests in Traditional Chinese. */
import type { Words } from '../words.js'

export const compensation: Words['compensation'] = {
  title: '獎金明細總表',
  sum: ({ amount, parts }) => `${amount}：${parts}。`,
  component: ({ id, amount }) => `${id} ${amount}`,
  onTarget: ({ amount }) => `目標獎金為 ${amount}。`,
  capped: {
    amount: ({ limit, amount }) => `合計上限 ${limit}，扣減 ${amount}。`,
    multiple: ({ limit, amount }) => `依目標獎金倍數的上限 ${limit}，扣減 ${amount}。`,
  },
  capBy: { amount: '固定金額', multiple: '目標獎金的倍數' },
  asSales: {
    score: ({ target }) => `此處以考核得分作業績，目標為 ${target}。`,
    matrix: ({ target }) => `此處以表中比率作業績，目標為 ${target}。`,
  },
  heads: { targetIncentive: '目標獎金', pays: '占目標獎金' },
  blocks: {
    components: '依獎金項目',
    cap: '合計上限',
    facts: '各項目所參照的資料',
    matrix: '表中位置',
    corrected: '更正的期間',
  },

  settled: {
    title: '獎金結算總表',
    last: ({ period, parts }) => `${period} 實發：${parts}。`,
  },
  correctionsTitle: '獎金更正總表',

  byGrades: {
    title: '考核等第給付',
    nothing: ({ amount, period }) => `${amount}：${period} 等第未帶來任何給付。`,
    amount: ({ amount, period }) => `${period} 因等第給付 ${amount}。`,
    amountAndDays: ({ amount, days, period }) =>
      `${period} 因等第給付 ${amount}，給假 ${days} 天。`,
    paid: ({ kind, clause, period, amount }) =>
      `${kind}：由 ${period} 取得（${clause}），${amount}。`,
    leave: ({ kind, clause, period, days }) =>
      `${kind}：由 ${period} 取得（${clause}），${days} 天。`,
    notPaid: ({ kind, period, because }) => `${period} 的 ${kind} 未給付：${because}。`,
    because: {
      'no-rule': '方案不給付此類',
      'other-period': '於其他期間給付',
      'not-employed': '期內均不在職',
      left: '期末前已離職',
      'nothing-due': '應給付為零',
    },
    pays: { bonus: '獎金', 'base-pay': '底薪', leave: '休假' },
    heads: {
      pays: '給付方式',
      earnedIn: '取得期間',
      baseSalary: '月底薪',
      served: '在職',
      ofServed: '全期',
      attended: '出勤天數',
      ofAttended: '應出勤天數',
      unrounded: '捨入前',
      days: '休假天數',
    },
    blocks: { lines: '給付明細', notPaid: '未給付' },
  },

  contest: {
    title: '銷售競賽',
    paid: ({ amount, winners }) => `獎金共 ${amount}：${winners}。`,
    winner: ({ id, place, prize }) => `第 ${place} 名 ${id} ${prize}`,
    nobody: ({ amount }) => `${amount}：無人得獎。`,
    left: ({ left, pot }) => `獎金池 ${pot}，剩餘 ${left}。`,
    next: {
      at: ({ id, place, remaining }) => `「${id}」再增加 ${remaining} 即達第 ${place} 名。`,
      above: ({ id, place, remaining }) => `「${id}」再增加超過 ${remaining} 才達第 ${place} 名。`,
    },
    reached: { at: '剛好即可', above: '必須超過' },
    entrants: '名次與獎金',
    heads: {
      pot: '獎金池',
      left: '剩餘',
      place: '名次',
      entrant: '參賽者',
      figure: '成績',
      tiedWith: '並列者',
      cut: '獎金池扣減',
      nextPlace: '前一名次',
      reached: '達到條件',
    },
  },

  amortized: {
    title: '合約成本攤銷',
    spread: ({ amount, span }) => `${amount} 攤銷於 ${span}。`,
    impaired: ({ amount, on }) => `合約於 ${on} 終止，沖銷 ${amount}。`,
    nothing: ({ amount }) => `${amount}：無可攤銷。`,
    periods: '逐月攤銷',
    writtenOff: '沖銷',
    carrying: '未攤銷餘額',
  },
}
