// The quarter of a rep of the example company by the handbook's plan, and what another plan would change for everybody.
import {
  attributeCommission,
  type CommissionLinesInput,
  calculateCommission,
  commissionCurve,
  handbook,
  withValue,
} from 'sales-rules'
import { comparePolicies } from 'sales-rules/scenario'
import { rosterOfQuarter } from '../what-if/rosters.js'

export const plan = handbook.commission

/** 4% from 800,000 on, and not from 1,000,000. */
const earlierTier = withValue(plan, 'scale.tiers.first.upTo', '800000')

const roster = rosterOfQuarter()

/** Whose statement is written: the last order but a few crosses 1,000,000. */
export const rep = 'R14'

const input = roster.find(({ id }) => id === rep)?.input as CommissionLinesInput

export const statement = calculateCommission(input, plan)
export const attribution = attributeCommission(input, plan)

/** What the plan pays whoever has the rep's target, and what the other one would. */
export const curve = commissionCurve(plan, { target: input.target ?? '1' })
export const curveThen = commissionCurve(earlierTier, { target: input.target ?? '1' })

export const comparison = comparePolicies(roster, { now: plan, then: earlierTier })
