import type { Fields } from './headers.js'

/** Whose a line is: by ids before names, as two people may have the same. */
const PAYEE = [
  ['Owner ID', 'hubspot_owner_id', 'Employee ID', 'Rep ID', '工号', '员工编号', '工號', '員工編號'],
  [
    ...['Owner', 'Opportunity Owner', 'Deal owner', 'Sales rep', 'Rep', 'Salesperson', 'Employee'],
    ...['负责人', '销售负责人', '销售人员', '跟进人员', '业务员', '销售员'],
    ...['負責人', '銷售負責人', '銷售人員', '業務員', '業務'],
  ],
]

/** What is known of a payee, in a file of payees or repeated on each of their lines. */
const OF_PAYEE: Fields = {
  target: {
    kind: 'number',
    names: [
      ['Quota', 'Sales target', '目标', '销售目标', '业绩目标', '目標', '銷售目標', '業績目標'],
    ],
  },
  targetIncentive: { kind: 'number', names: [['Target incentive', '目标奖金', '目標獎金']] },
  measure: { kind: 'number' },
  coefficientUplift: { kind: 'number' },
}

/**
 * The columns of order lines, as Salesforce, HubSpot and Chinese CRMs export them. What is only expected (预计成交金额, Expected Revenue) is
 * left out on purpose: nobody is paid on it unless `--map` says so.
 */
export const LINE_FIELDS: Fields = {
  payee: { kind: 'text', names: PAYEE },
  id: {
    kind: 'text',
    names: [
      [
        ...['Line ID', 'Opportunity ID', 'Deal ID', 'Record ID', 'Order number', 'Order ID'],
        ...['编号', '商机编号', '机会编号', '订单编号', '订单号', '合同编号', '合同号'],
        ...['編號', '訂單編號', '訂單號碼', '合約編號'],
      ],
    ],
  },
  amount: {
    kind: 'number',
    names: [
      [
        ...['Deal amount', 'Opportunity amount', 'Order amount', 'Contract amount', 'Total amount'],
        ...['Amount in company currency'],
        ...['金额', '合同金额', '订单金额', '机会金额', '成交金额', '销售额', '销售金额'],
        ...['金額', '合約金額', '訂單金額', '成交金額', '銷售額', '銷售金額'],
      ],
    ],
  },
  date: {
    kind: 'date',
    names: [
      [
        ...['Close date', 'Order date', 'Signed on'],
        ...['日期', '成交日期', '签约日期', '订单日期', '下单日期'],
        ...['成交日期', '簽約日期', '訂單日期', '下單日期'],
      ],
    ],
  },
  status: {
    kind: 'text',
    names: [
      ['Order status', '状态', '订单状态', '狀態', '訂單狀態'],
      ['Stage', 'Stage name', 'Deal stage', '销售阶段', '机会阶段', '机会状态', '銷售階段'],
    ],
  },
  product: { kind: 'text', names: [['Product name', '产品', '产品名称', '產品', '產品名稱']] },
  category: {
    kind: 'text',
    names: [['Product family', 'Product category', '类别', '产品类别', '類別', '產品類別']],
  },
  region: { kind: 'text', names: [['Territory', '区域', '大区', '地区', '區域', '地區']] },
  customer: {
    kind: 'text',
    names: [
      ['Customer ID', 'Account ID', '客户编号', '客戶編號'],
      ['Customer name', 'Account name', 'Account', 'Associated company', 'Company', 'Company name'],
      ['客户', '客户名称', '客戶', '客戶名稱'],
    ],
  },
  order: { kind: 'text' },
  cost: { kind: 'number', names: [['成本']] },
  tax: { kind: 'number', names: [['Tax amount', '税额', '稅額']] },
  listPrice: { kind: 'number', names: [['标价', '原价', '標價', '原價', '定價']] },
  quantity: { kind: 'number', names: [['Qty', '数量', '數量']] },
  currency: {
    kind: 'text',
    names: [['Opportunity currency', 'Currency ISO code', '币种', '币别', '幣別', '幣種']],
  },
  paidOn: {
    kind: 'date',
    names: [['Payment date', 'Paid on', '回款日期', '回款时间', '收款日期']],
  },
  dueOn: { kind: 'date', names: [['Due date', '应收日期', '到期日', '應收日期']] },
  refundOf: { kind: 'text', names: [['Original order', '原订单号', '原订单', '原訂單號']] },
  firstOrder: { kind: 'yes-or-no', names: [['是否首单', '首单', '是否首單', '首單']] },
  newMarket: { kind: 'yes-or-no', names: [['新市场', '新市場']] },
  'facts.': { kind: 'fact' },
  // In lines of JSON, where it is an object.
  facts: { kind: 'fact' },
  ...OF_PAYEE,
}

/** The columns of a file of payees. */
export const PAYEE_FIELDS: Fields = {
  payee: { kind: 'text', names: [...PAYEE, ['Name', '姓名']] },
  ...OF_PAYEE,
  'facts.': { kind: 'fact' },
  facts: { kind: 'fact' },
  'yearToDate.': { kind: 'number' },
}

/** The fields of a line's payee. */
export const PAYEE_FACTS = Object.keys(OF_PAYEE)
