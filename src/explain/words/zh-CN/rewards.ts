/** What is said of rewards in Simplified Chinese. */
import type { Words } from '../words.js'

export const rewards: Words['rewards'] = {
  vesting: {
    title: '股权归属计划',
    schedule: ({ shares, from, to }) => `${shares} 股自 ${from} 至 ${to} 分期归属。`,
    position: ({ asOf, shares, vested, unvested }) =>
      `截至 ${asOf}，${shares} 股中已归属 ${vested} 股，待归属 ${unvested} 股。`,
    forfeited: ({ forfeited }) => `已失效 ${forfeited} 股。`,
    next: ({ date }) => `下一归属日为 ${date}。`,
    leaver: ({ lastDay, kind, vested, unvested }) =>
      `${lastDay} 离职（${kind}）：已归属部分${vested}，未归属部分${unvested}。`,
    cliff: ({ cliff }) => `${cliff} 前不归属。`,
    whatVested: {
      keep: '保留',
      forfeit: '失效',
    },
    whatRemains: {
      forfeit: '失效',
      'pro-rata': '按在职天数归属',
      accelerate: '立即归属',
      continue: '照常归属',
    },
    terms: '条款',
    custom: '约定的各期',
    requires: '各期条件',
    tranches: '各期',
    status: '归属情况',
    positions: '各期情况',
    leaving: '离职',
  },
  options: {
    title: '期权授予',
    granted: ({ available, granted, left }) => `可授 ${available}，已授 ${granted}，剩余 ${left}。`,
    cut: ({ id, requested, granted, reason }) =>
      `${id} 申请 ${requested}，获 ${granted}：${reason}。`,
    pool: '期权池',
    projects: '各项目',
    grants: '各人授予',
  },
  fame: {
    title: '名人堂',
    entered: ({ members }) => `入选：${members}。`,
    none: '无人入选。',
    places: ({ places, base }) => `名额 ${places} 个，有业绩者 ${base} 人。`,
    tied: ({ people }) => `并列末位、名额不足：${people}。`,
    next: ({ id, remaining }) => `${id} 为下一位，还差 ${remaining}。`,
    result: '结果',
    ranking: '排名',
    unranked: '无业绩者',
    ties: '并列末位',
  },
  allowances: {
    title: '证书津贴',
    paid: ({ period, amount }) => `${period} 津贴共 ${amount}。`,
    unpaid: ({ certificate, month, reason }) => `“${certificate}”${month} 无津贴：${reason}。`,
    months: '各月',
    certificates: '各证书',
  },
  education: {
    title: '培训费返还',
    owed: ({ amount, repay }) => `培训费 ${amount}，应返还 ${repay}。`,
    served: ({ of, served }) => `服务期 ${of} 天，已履行 ${served} 天。`,
    limit: ({ agreed, legalLimit }) => `按约定为 ${agreed}，法定上限为 ${legalLimit}。`,
    result: '计算过程',
    step: '适用档次',
    findings: '不合规之处',
    notInOrder: '约定的返还超出法定上限。',
  },
  titles: {
    title: '荣誉称号评定',
    none: '没有可评的称号。',
    won: ({ title, winners, clause }) => `“${title}”：${winners}（${clause}）。`,
    nobody: ({ title, clause }) => `“${title}”：空缺（${clause}）。`,
    tied: ({ title, people }) => `“${title}”并列末位、名额不足：${people}。`,
    titles: '称号',
    ranking: '排名',
    unranked: '未参加排名者',
  },
  reward: {
    title: '奖励条件审核',
    eligible: ({ reward }) => `符合“${reward}”的全部条件。`,
    notEligible: ({ reward, missing }) => `尚不符合“${reward}”的条件，未满足：${missing}。`,
    unknown: ({ reward, missing }) =>
      `是否符合“${reward}”的条件尚不明确，未知或未满足：${missing}。`,
  },
}
