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

/** The handbook's plan, where an order counts once it is signed. */
export const plan = withValue(handbook.commission, 'eligibility', { statuses: ['signed'] })

/** 4% from 800,000 on, and not from 1,000,000. */
const earlierTier = withValue(handbook.commission, 'scale.tiers.first.upTo', '800000')

/** Whose statement is written: the last order but a few crosses 1,000,000, and one more has a quotation alone. */
export const rep = 'R14'

const quoted = { id: 'O5611', amount: '48200.00', status: 'quoted' }

const roster = rosterOfQuarter()

const given = roster.find(({ id }) => id === rep)?.input as CommissionLinesInput
const signed = given.lines.map((line) => ({ ...line, status: 'signed' }))
const input = { ...given, lines: [...signed, quoted] }

export const statement = calculateCommission(input, plan)
export const attribution = attributeCommission(input, plan)

/** What the handbook's plan, of what counts, pays whoever has the rep's target, and what the other one would. */
export const curve = commissionCurve(handbook.commission, { target: input.target ?? '1' })
export const curveThen = commissionCurve(earlierTier, { target: input.target ?? '1' })

export const comparison = comparePolicies(roster, { now: handbook.commission, then: earlierTier })
