/** What is said of who gets the credit for a sale in Traditional Chinese. */
import type { Words } from '../words.js'

export const crediting: Words['crediting'] = {
  title: '業績歸屬',
  nobody: '沒有可歸屬的業績。',
  credited: ({ payees }) => `業績歸屬：${payees}。`,
  payee: ({ payee, sales }) => `${payee} ${sales}`,
  overridden: '主管就部屬業績另有獎金。',
  team: ({ manager, sales }) => `${manager} 的團隊業績為 ${sales}。`,
  someNotCredited: '部分訂單明細無人歸屬，清單載明原因與方式。',
  someWithoutManager: '部分訂單明細沒有主管，清單載明原因。',
  by: { owners: '訂單所列歸屬人', customer: '當日的客戶負責人', refund: '所退訂單的歸屬人' },
  heads: { whole: '整筆金額', by: '歸屬依據', level: '主管層級', of: '成員的訂單明細' },
  blocks: {
    payees: '依人員',
    lines: '依訂單明細',
    overrides: '管理獎金',
    teams: '依團隊',
    members: '團隊的訂單明細',
    notCredited: '無人歸屬的訂單明細',
    notOverridden: '沒有管理獎金的訂單明細',
    notInTeams: '不屬任何團隊的訂單明細',
  },

  payments: {
    title: '收款歸屬',
    none: '沒有收款。',
    some: ({ lines }) => `${lines} 的收款歸客戶的負責人。`,
    payment: ({ line, on, amount, shares }) => `「${line}」於 ${on} 收款 ${amount}：${shares}。`,
    share: ({ payee, share }) => `${payee} ${share}`,
  },
}
