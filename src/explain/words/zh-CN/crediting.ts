/** What is said of who gets the credit for a sale in Simplified Chinese. */
import type { Words } from '../words.js'

export const crediting: Words['crediting'] = {
  title: '业绩归属',
  nobody: '没有可归属的业绩。',
  credited: ({ payees }) => `业绩归属：${payees}。`,
  payee: ({ payee, sales }) => `${payee} ${sales}`,
  overridden: '上级就下属业绩另有提成。',
  team: ({ manager, sales }) => `${manager} 的团队业绩为 ${sales}。`,
  someNotCredited: '部分订单行无人归属，清单写明原因和办法。',
  someWithoutManager: '部分订单行没有上级，清单写明原因。',
  by: { owners: '订单所列归属人', customer: '当日的客户负责人', refund: '所退订单的归属人' },
  heads: { whole: '整行金额', by: '归属依据', level: '上级层级', of: '成员的订单行' },
  blocks: {
    payees: '按人员',
    lines: '按订单行',
    overrides: '管理提成',
    teams: '按团队',
    members: '团队的订单行',
    notCredited: '无人归属的订单行',
    notOverridden: '没有管理提成的订单行',
    notInTeams: '不属任何团队的订单行',
  },

  payments: {
    title: '回款归属',
    none: '没有回款。',
    some: ({ lines }) => `${lines} 的回款归客户的负责人。`,
    payment: ({ line, on, amount, shares }) => `“${line}”于 ${on} 回款 ${amount}：${shares}。`,
    share: ({ payee, share }) => `${payee} ${share}`,
  },
}
