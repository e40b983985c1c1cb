/**
 * Columns and rows say of a line who sold it and for how much. What a plan or a row says beyond that is refused: passed over, it would
 * pay too much or too little, and nobody would see it.
 */

import {
  type ExactAward,
  type ExactPlan,
  fieldThatNeeds,
  isLargeEnough,
} from '../../commission/internal.js'
import type { Issue, IssueCode } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import { PLAN_LOOKS_FURTHER, ROW_EARNS_AWARD, ROW_NOT_CONVERTED, ROW_OF_ORDER } from '../issues.js'
import type { CommissionRow } from './types.js'

/** Refuses a plan that looks at more of a line than its payee and its amount. */
export function requireAmountsOnly(plan: ExactPlan): void {
  const field = fieldThatNeeds(plan, 'line', 'refund')
  if (field !== null) issue.refuse(PLAN_LOOKS_FURTHER, [], { field })
}

/** What a row says beyond its amount. */
interface Beyond {
  readonly code: IssueCode
  readonly issue: () => Issue
}

/**
 * Says what is wrong with a row whose line would be converted, or earn an award; undefined where its amount says all. The issue is made
 * where it is kept, and not for each of a million rows.
 */
export function beyondAmount(row: CommissionRow, plan: ExactPlan): Beyond | undefined {
  const { currency } = row
  if (currency !== undefined && currency !== plan.currency) {
    const expected = plan.currency
    return {
      code: ROW_NOT_CONVERTED.code,
      issue: () =>
        issue.at(ROW_NOT_CONVERTED, ['currency'], { given: issue.show(currency), expected }),
    }
  }
  const award = plan.awards.find((one) => isFor(one, row))
  if (award === undefined) return undefined
  const [kind, key] = isOfOrder(row) ? [ROW_OF_ORDER, 'order'] : [ROW_EARNS_AWARD, flagKey(award)]
  return { code: kind.code, issue: () => issue.at(kind, [key], { award: award.award.id }) }
}

function isFor(award: ExactAward, row: CommissionRow): boolean {
  if (!hasFlag(row[flagKey(award)])) return false
  const sales = read.decimal(row.amount, [], [])
  // How large an order of several rows is, no row says.
  return sales !== undefined && (isOfOrder(row) || isLargeEnough(sales, award))
}

function isOfOrder({ order }: CommissionRow): boolean {
  return order !== undefined && order !== null
}

function flagKey({ award }: ExactAward): 'firstOrder' | 'newMarket' {
  return award.for === 'first-order' ? 'firstOrder' : 'newMarket'
}

/** Whether a flag is anything but absent or false. */
export function hasFlag(flag: unknown): boolean {
  return flag !== undefined && flag !== null && flag !== false
}
