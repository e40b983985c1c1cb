/** What is said of rewards in Traditional Chinese. */
import type { Words } from '../words.js'

export const rewards: Words['rewards'] = {
  vesting: {
    title: '股權既得計畫',
    schedule: ({ shares, from, to }) => `${shares} 股自 ${from} 至 ${to} 分期既得。`,
    position: ({ asOf, shares, vested, unvested }) =>
      `截至 ${asOf}，${shares} 股中已既得 ${vested} 股，待既得 ${unvested} 股。`,
    forfeited: ({ forfeited }) => `已失效 ${forfeited} 股。`,
    next: ({ date }) => `下一既得日為 ${date}。`,
    leaver: ({ lastDay, kind, vested, unvested }) =>
      `${lastDay} 離職（${kind}）：已既得部分${vested}，未既得部分${unvested}。`,
    cliff: ({ cliff }) => `${cliff} 前不既得。`,
    whatVested: {
      keep: '保留',
      forfeit: '失效',
    },
    whatRemains: {
      forfeit: '失效',
      'pro-rata': '按在職天數既得',
      accelerate: '立即既得',
      continue: '照常既得',
    },
    terms: '條款',
    custom: '約定的各期',
    requires: '各期條件',
    tranches: '各期',
    status: '既得情形',
    positions: '各期情形',
    leaving: '離職',
  },
  options: {
    title: '選擇權授予',
    granted: ({ available, granted, left }) => `可授 ${available}，已授 ${granted}，剩餘 ${left}。`,
    cut: ({ id, requested, granted, reason }) =>
      `${id} 申請 ${requested}，獲 ${granted}：${reason}。`,
    pool: '選擇權池',
    projects: '各專案',
    grants: '各人授予',
  },
  fame: {
    title: '名人堂',
    entered: ({ members }) => `入選：${members}。`,
    none: '無人入選。',
    places: ({ places, base }) => `名額 ${places} 個，有業績者 ${base} 人。`,
    tied: ({ people }) => `並列末位、名額不足：${people}。`,
    next: ({ id, remaining }) => `${id} 為下一位，還差 ${remaining}。`,
    result: '結果',
    ranking: '排名',
    unranked: '無業績者',
    ties: '並列末位',
  },
  allowances: {
    title: '證照津貼',
    paid: ({ period, amount }) => `${period} 津貼共 ${amount}。`,
    unpaid: ({ certificate, month, reason }) => `「${certificate}」${month} 無津貼：${reason}。`,
    months: '各月',
    certificates: '各證照',
  },
  education: {
    title: '培訓費返還',
    owed: ({ amount, repay }) => `培訓費 ${amount}，應返還 ${repay}。`,
    served: ({ of, served }) => `服務期 ${of} 天，已履行 ${served} 天。`,
    limit: ({ agreed, legalLimit }) => `按約定為 ${agreed}，法定上限為 ${legalLimit}。`,
    result: '計算過程',
    step: '適用級次',
    findings: '不合規之處',
    notInOrder: '約定的返還超出法定上限。',
  },
  titles: {
    title: '榮譽稱號評定',
    none: '沒有可評的稱號。',
    won: ({ title, winners, clause }) => `「${title}」：${winners}（${clause}）。`,
    nobody: ({ title, clause }) => `「${title}」：從缺（${clause}）。`,
    tied: ({ title, people }) => `「${title}」並列末位、名額不足：${people}。`,
    titles: '稱號',
    ranking: '排名',
    unranked: '未參加排名者',
  },
  reward: {
    title: '獎勵條件審核',
    eligible: ({ reward }) => `符合「${reward}」的全部條件。`,
    notEligible: ({ reward, missing }) => `尚不符合「${reward}」的條件，未符合：${missing}。`,
    unknown: ({ reward, missing }) =>
      `是否符合「${reward}」的條件尚不明確，未知或未符合：${missing}。`,
  },
}
