/** What the columns of a table are, by their heads: in English, in Chinese, or by the names that the policy uses. */
import { isObject, type Json, type JsonObject } from './document.js'
import type { Kind } from './kinds.js'

/** A column that is known: a field of a row, or of a fact one part, such as its `target`. */
export interface Column {
  readonly field: string
  readonly isFact: boolean
  readonly part: string | null
}

/** Of each field the heads that say it, without blanks and signs, in small letters. */
const ROW_FIELDS: Readonly<Record<string, readonly string[]>> = {
  who: 'who payee employee name rep salesperson lead leadid id employeeid staffid customername 姓名 名称 名稱 员工 員工 员工编号 員工編號 工号 工號 销售员 銷售員 业务员 業務員 销售人员 銷售人員 线索 線索 客户名称 客戶名稱'.split(
    ' ',
  ),
  group: 'group team department dept 团队 團隊 小组 小組 组别 組別 部门 部門 大区 大區'.split(' '),
  period: 'period month quarter 期间 期間 月份 季度 月 年月'.split(' '),
}

const COMMISSION_FIELDS: Readonly<Record<string, readonly string[]>> = {
  sales:
    'sales revenue turnover 业绩 業績 销售额 銷售額 销售业绩 銷售業績 实际销售额 業績金額'.split(
      ' ',
    ),
  target: 'target quota 目标 目標 业绩目标 業績目標 销售目标 銷售目標 任务 配额 配額'.split(' '),
  measure: 'measure 选档指标 選級指標'.split(' '),
  coefficientUplift: 'coefficientuplift uplift 系数上浮 提成系数加成 系数加成 係數加成'.split(' '),
  targetIncentive: 'targetincentive incentive ote 目标奖金 目標獎金'.split(' '),
  line: 'line lineid orderline 订单行 訂單明細 行号 行號'.split(' '),
  order: 'order orderid orderno ordernumber 订单 訂單 订单号 訂單號 订单编号 訂單編號'.split(' '),
  amount: 'amount lineamount orderamount 金额 金額 订单金额 訂單金額'.split(' '),
  cost: 'cost 成本'.split(' '),
  tax: 'tax vat 税 稅 税额 稅額'.split(' '),
  listPrice: 'listprice 原价 原價 标价 定價'.split(' '),
  quantity: 'quantity qty units 数量 數量 件数 件數'.split(' '),
  date: 'date orderdate 日期 订单日期 訂單日期 下单日期'.split(' '),
  paidOn: 'paidon paymentdate 回款日期 收款日期 付款日期'.split(' '),
  dueOn: 'dueon duedate 到期日 应收日期 應收日期'.split(' '),
  status: 'status 状态 狀態'.split(' '),
  product: 'product sku 产品 產品 商品'.split(' '),
  category: 'category 类别 類別 品类 品類'.split(' '),
  region: 'region area territory 区域 區域 地区 地區'.split(' '),
  customer: 'customer client account 客户 客戶'.split(' '),
  firstOrder: 'firstorder 首单 首單 是否首单 是否首單'.split(' '),
  newMarket: 'newmarket 新市场 新市場'.split(' '),
  currency: 'currency 币种 幣別 币别'.split(' '),
  refundOf: 'refundof 退款原单 退款原單'.split(' '),
}

/** What the handbook's results and facts are called in Chinese. */
const FACT_NAMES: Readonly<Record<string, readonly string[]>> = {
  sales: ['销售额', '銷售額', '业绩', '業績', '销售业绩', '銷售業績'],
  newCustomers: ['新客户', '新客戶', '新客户数', '新客戶數', '新增客户', '新增客戶'],
  satisfaction: ['满意度', '滿意度', '客户满意度', '客戶滿意度'],
  collectionRate: ['回款率', '收款率'],
  budget: ['预算', '預算'],
  authority: ['决策权', '決策權', '权限', '權限', '联系人角色', '聯絡人角色'],
  urgency: ['紧迫性', '緊迫性', '需求紧迫性', '急迫性'],
  need: ['需求'],
  timeline: ['时间', '時間', '采购时间', '採購時間'],
  reachable: ['可联系', '可聯絡'],
  duplicate: ['重复', '重複'],
  inMarket: ['目标市场', '目標市場'],
  industry: ['行业', '產業'],
}

const PARTS: Readonly<Record<string, readonly string[]>> = {
  actual: ['actual', '实际', '實際', '完成', '实绩', '實績'],
  target: ['target', '目标', '目標'],
  points: ['points', 'score', '得分', '分数', '分數'],
  value: ['value', '值'],
  baseline: ['baseline', '基线', '基線', '基准', '基準'],
  source: ['source', '来源', '來源'],
  amount: ['amount', '金额', '金額', 'cny', 'rmb', '元', '人民币', '人民幣'],
}

/** The columns in their order; null for what is none of ours. */
export function columnsOf(
  heads: readonly string[],
  kind: Kind,
  document: JsonObject,
): readonly (Column | null)[] {
  const facts = factsIn(document)
  const fields = kind === 'commission' ? { ...ROW_FIELDS, ...COMMISSION_FIELDS } : ROW_FIELDS
  return heads.map((head) => {
    const words = wordsOf(head)
    return (
      factColumn(words, kind === 'commission' ? conditionNames(document) : facts) ??
      fieldColumn(words, fields)
    )
  })
}

/** A head without blanks and signs, in small letters: `Sales (CNY)` is `salescny`. */
function wordsOf(head: string): string {
  return head
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

function fieldColumn(
  words: string,
  fields: Readonly<Record<string, readonly string[]>>,
): Column | null {
  const withoutUnit = words.replace(/(cny|rmb|元)$/, '')
  const field = Object.keys(fields).find(
    (name) =>
      [words, withoutUnit].includes(name.toLowerCase()) ||
      fields[name]?.some((alias) => alias === words || alias === withoutUnit),
  )
  return field === undefined ? null : { field, isFact: false, part: null }
}

/** The longest name that the head begins with wins, and what follows has to be a part of a fact. */
function factColumn(words: string, facts: readonly string[]): Column | null {
  const named = facts.flatMap((field) =>
    [field, ...(FACT_NAMES[field] ?? [])].map((name) => ({ field, name: wordsOf(name) })),
  )
  for (const { field, name } of named.sort((a, b) => b.name.length - a.name.length)) {
    if (!words.startsWith(name)) continue
    const rest = words.slice(name.length)
    if (rest === '') return { field, isFact: true, part: null }
    const part = Object.keys(PARTS).find((key) => PARTS[key]?.includes(rest))
    if (part !== undefined) return { field, isFact: true, part }
  }
  return null
}

/** The ids of everything that is scored, and the names that conditions look at. */
function factsIn(document: JsonObject): readonly string[] {
  const lists = ['indicators', 'bonuses', 'deductions', 'criteria'].map((key) => document[key])
  const axes = ['fit', 'intent'].map((key) => at(document[key], 'criteria'))
  const ids = [...lists, ...axes].flatMap((list) => (Array.isArray(list) ? list : []).map(idOf))
  return [...new Set([...ids.filter((id) => id !== null), ...conditionNames(document)])]
}

/** What conditions and multipliers anywhere in the policy look at. */
export function conditionNames(value: Json | undefined): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  const own = isObject(value) ? ('comparison' in value ? idOf(value) : at(value, 'fact')) : null
  const inner = Object.values(value).flatMap(conditionNames)
  return typeof own === 'string' ? [own, ...inner] : inner
}

/** The names of facts that are true or false. */
export function yesNoNames(value: Json | undefined): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  const inner = Object.values(value).flatMap(yesNoNames)
  const id = isObject(value) && typeof value['required'] === 'boolean' ? idOf(value) : null
  return id === null ? inner : [id, ...inner]
}

function idOf(value: Json): string | null {
  const id = at(value, 'id')
  return typeof id === 'string' && id !== '' ? id : null
}

function at(value: Json | undefined, key: string): Json | undefined {
  return isObject(value) ? value[key] : undefined
}

/** All of a policy that the reading of a table depends on: the same key, the same roster. */
export function readingKeyOf(kind: Kind, document: JsonObject): string {
  const scored = ['indicators', 'bonuses', 'deductions'].flatMap((key) => {
    const list = document[key]
    return (Array.isArray(list) ? list : []).map((one) => [idOf(one), at(one, 'curve')])
  })
  return JSON.stringify([kind, factsIn(document), yesNoNames(document), scored])
}
