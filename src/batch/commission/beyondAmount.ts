/**
 * Columns and rows say of a line who sold it and for how much. What a plan or a row says beyond that is refused: passed over, it would
 * pay too much or too little, and nobody would see it.
 */

import { type ExactAward, exactPlan, isLargeEnough } from '../../commission/internal.js'
import type { Award, CommissionPlan, DefinedCommissionPlan } from '../../commission/plan/types.js'
import type { Issue } from '../../kernel/index.js'
import { issueAt, refuse, show } from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import type { CommissionRow } from './types.js'

const INSTEAD = 'Use calculateCommissionEach with the lines of each payee.'

/** Refuses a plan that looks at more of a line than its payee and its amount. */
export function requireAmountsOnly(plan: CommissionPlan): void {
  const field = fieldBeyondAmount(plan)
  if (field === null) return
  const text = `${field}: columns and rows hold payees and amounts, and the plan looks at more of a line. ${INSTEAD}`
  refuse('PLAN_NEEDS_LINES', [], { field }, text)
}

function fieldBeyondAmount({ base, measuredBy, rates, eligibility, refunds }: CommissionPlan) {
  if (base === 'margin') return 'base'
  if (measuredBy !== undefined) return 'measuredBy'
  if (rates !== undefined) return 'rates'
  if (eligibility !== undefined) return 'eligibility'
  return refunds === 'mirror' ? 'refunds' : null
}

/** What is wrong with a row whose line would be converted, or earn an award; undefined where its amount says all. */
export function beyondAmount(row: CommissionRow, plan: CommissionPlan): Issue | undefined {
  const { currency } = row
  if (currency !== undefined && currency !== plan.currency) {
    const given = show(currency)
    const text = `got ${given}, expected "${plan.currency}", in which the plan pays: rows are not converted. ${INSTEAD}`
    return issueAt('CURRENCY_MIXED', ['currency'], { given, expected: plan.currency }, text)
  }
  const award = plan.awards?.find((one) => isFor(one, row, plan))
  if (award === undefined) return undefined
  const text = `the plan pays "${award.id}" for this order, and rows earn no awards. ${INSTEAD}`
  return issueAt('PLAN_NEEDS_LINES', [flagKey(award)], { field: 'awards' }, text)
}

function isFor(award: Award, row: CommissionRow, plan: CommissionPlan): boolean {
  const sales = read.decimal(row.amount, [], [])
  return (
    hasFlag(row[flagKey(award)]) &&
    sales !== undefined &&
    isLargeEnough(sales, exactAwardOf(award, plan))
  )
}

function flagKey(award: Award): 'firstOrder' | 'newMarket' {
  return award.for === 'first-order' ? 'firstOrder' : 'newMarket'
}

/** Whether a flag is anything but absent or false. */
export function hasFlag(flag: unknown): boolean {
  return flag !== undefined && flag !== null && flag !== false
}

function exactAwardOf(award: Award, plan: CommissionPlan): ExactAward {
  const { awards } = exactPlan(plan as DefinedCommissionPlan)
  return awards.find((one) => one.award === award) as ExactAward
}
