// Which plan is in force in which month, defined from the policy data in the books.
import {
  type CommissionPlanInput,
  type DefinedCommissionPlan,
  defineCommissionPlan,
  periodRange,
  type SettlementInput,
  type Version,
  versionOn,
} from 'sales-rules'
import type { Books } from '../database/open.js'
import { rowsOf } from '../database/rows.js'

export interface PlanInForce {
  readonly plan: DefinedCommissionPlan
  /** The same without what it says of a year, for what is computed of a year to date as of one period. */
  readonly alone: DefinedCommissionPlan
  /** What becomes of the year that has begun when this version comes. */
  readonly planChange: NonNullable<SettlementInput['planChange']>
}

export type Plans = readonly Version<PlanInForce>[]

interface PlanRow {
  readonly plan: CommissionPlanInput
  readonly valid_from: string
  readonly valid_to: string | null
  readonly change: PlanInForce['planChange']
}

export async function readPlans(books: Books): Promise<Plans> {
  const rows = await rowsOf<PlanRow>(
    books,
    `select plan, change, valid_from, lead(valid_from) over (order by valid_from) - 1 as valid_to
     from plan_versions order by valid_from`,
  )
  return rows.map(({ plan: policy, valid_from, valid_to, change }) => {
    const plan = defineCommissionPlan(policy)
    const alone = defineCommissionPlan({ ...policy, payment: {} })
    return {
      from: valid_from,
      ...(valid_to !== null && { to: valid_to }),
      value: { plan, alone, planChange: change },
    }
  })
}

/** The version that is in force on the first day of a month. */
export function planOf(plans: Plans, month: string): PlanInForce {
  return versionOn(plans, periodRange(month).from).value
}
