import {
  countLines,
  type EligibleSales,
  type ExactPlan,
  type GivenLine,
} from '../../commission/internal.js'
import type { Issue } from '../../kernel/index.js'
import { refuseIfAny } from '../../kernel/input/issue.js'
import { exactAmount } from './exactAmount.js'
import type { CommissionColumns } from './types.js'

/**
 * What one payee sold, by lines that are named by their places; throws what is wrong with them. They are not read a second time: a sum
 * that the library wrote may have more digits than an amount that is given.
 */
export function soldInColumns(
  columns: CommissionColumns,
  lines: readonly number[],
  plan: ExactPlan,
): EligibleSales {
  const issues: Issue[] = []
  const given = lines.flatMap((line): GivenLine[] => {
    const amount = exactAmount(columns, line, issues)
    return amount === undefined
      ? []
      : [{ ...NOTHING_ELSE, id: String(line), path: ['amounts', line], amount }]
  })
  refuseIfAny(issues)
  return countLines({ given, twice: [] }, NO_RATES, null, plan)
}

const NO_RATES = /* @__PURE__ */ new Map()

/** Columns say nothing of a line but its amount. */
const NOTHING_ELSE = {
  cost: undefined,
  tax: undefined,
  listPrice: undefined,
  quantity: undefined,
  date: undefined,
  paidOn: undefined,
  payments: undefined,
  dueOn: undefined,
  status: undefined,
  product: undefined,
  category: undefined,
  region: undefined,
  customer: undefined,
  currency: undefined,
  order: undefined,
  firstOrder: undefined,
  newMarket: undefined,
  facts: undefined,
  refundOf: undefined,
} satisfies Partial<Omit<GivenLine, 'id' | 'path' | 'amount'>>
