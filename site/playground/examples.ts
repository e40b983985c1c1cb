/** Policies to start from: the handbook's, and some of the cookbook. Each comes with figures of people who do not exist. */
import { handbook } from 'sales-rules'
import type { JsonObject } from './document.js'
import { type Kind, plain } from './kinds.js'

export interface Example {
  readonly id: string
  readonly kind: Kind
  readonly document: JsonObject
  /** A table as somebody would paste it. */
  readonly figures: string
}

const REPS = `payee,team,sales,target
Ann,east,1500000,1200000
Ben,west,700000,650000
Cid,west,1990000,2000000
Dan,east,2600000,2000000`

const QUOTAS = `payee,team,sales,target
Ann,east,36000,30000
Ben,west,15000,30000
Cid,west,9000,30000`

const MARGINS = `payee,line,amount,cost
Ann,O-1,40000,32000
Ann,O-2,20000,14000
Ann,O-3,10000,9500
Ben,O-4,25000,20000`

const DEALS = `payee,line,order,amount
Ann,A-1,A,8000
Ann,A-2,A,8000
Ann,B-1,B,6000
Ben,C-1,C,24000`

const YEAR = `payee,team,sales,target,targetIncentive
Ann,east,1080000,1200000,24000
Ben,west,1560000,1200000,24000
Cid,west,2900000,1200000,24000`

const RESULTS = `employee,team,sales actual,sales target,newCustomers actual,newCustomers target,satisfaction points,satisfaction source,collectionRate
Ann,east,1500000,1200000,8,10,90,survey,95%
Ben,west,820000,1000000,12,10,84,survey,100%
Cid,west,1900000,1200000,6,10,97,survey,88%`

const LEADS = `lead,source,budget amount,authority,urgency,industry,companySize,reachable
L-1,fair,300000,decision-maker,this-quarter,core,adjacent,yes
L-2,web,80000,influencer,this-year,core,core,yes
L-3,web,600000,decision-maker,this-month,adjacent,core,yes
L-4,list,450000,user,none,outside,adjacent,no`

const BANT = `lead,budget,authority,need,timeline
L-1,confirmed,confirmed,partly,absent
L-2,partly,confirmed,confirmed,confirmed
L-3,absent,partly,partly,absent`

const TIERS = [
  { id: 'first', upTo: '1000000', rate: '0.03' },
  { id: 'second', upTo: '2000000', rate: '0.04' },
  { id: 'top', upTo: null, rate: '0.05' },
]

export const EXAMPLES = [
  {
    id: 'handbook-commission',
    kind: 'commission',
    document: plain(handbook.commission),
    figures: REPS,
  },
  {
    id: 'flat-rate-below-target',
    kind: 'commission',
    document: {
      id: 'flat-rate-below-target',
      currency: 'CNY',
      scale: { mode: 'marginal', tiers: TIERS },
      gate: { attainment: '1', below: '0.02' },
    },
    figures: REPS,
  },
  {
    id: 'accelerator-with-catch-up',
    kind: 'commission',
    document: {
      id: 'accelerator-with-catch-up',
      currency: 'USD',
      scale: {
        mode: 'marginal',
        thresholds: 'attainment',
        tiers: [
          { id: 'to-quota', upTo: '1', rate: '0.1' },
          { id: 'above', upTo: null, rate: '0.2' },
        ],
      },
      accelerator: {
        mode: 'whole-amount',
        steps: [
          { id: 'behind', upTo: '0.5', multiplier: '0.5' },
          { id: 'caught-up', upTo: null, multiplier: '1' },
        ],
      },
    },
    figures: QUOTAS,
  },
  {
    id: 'payout-curve-on-a-target-incentive',
    kind: 'commission',
    document: {
      id: 'payout-curve-on-a-target-incentive',
      currency: 'USD',
      payout: 'of-target-incentive',
      scale: {
        mode: 'marginal',
        thresholds: 'attainment',
        beyond: 'stop',
        tiers: [
          { id: 'to target', upTo: '1', multiple: '1' },
          { id: 'over', upTo: '1.5', multiple: '2' },
          { id: 'far over', upTo: '2', multiple: '1' },
        ],
      },
    },
    figures: YEAR,
  },
  {
    id: 'deal-size-tiers',
    kind: 'commission',
    document: {
      id: 'deal-size-tiers',
      currency: 'EUR',
      scale: {
        mode: 'marginal',
        per: 'order',
        tiers: [
          { id: 'to 10,000', upTo: '10000', rate: '0.05' },
          { id: 'above', upTo: null, rate: '0.08' },
        ],
      },
    },
    figures: DEALS,
  },
  {
    id: 'commission-on-gross-profit',
    kind: 'commission',
    document: {
      id: 'commission-on-gross-profit',
      currency: 'EUR',
      base: 'margin',
      scale: {
        mode: 'marginal',
        tiers: [
          { id: 'first', upTo: '10000', rate: '0.2' },
          { id: 'top', upTo: null, rate: '0.3' },
        ],
      },
      eligibility: { marginFloor: '0.1' },
    },
    figures: MARGINS,
  },
  {
    id: 'handbook-appraisal',
    kind: 'appraisal',
    document: plain(handbook.appraisal),
    figures: RESULTS,
  },
  {
    id: 'handbook-challenge-appraisal',
    kind: 'appraisal',
    document: plain(handbook.challengeAppraisal),
    figures: RESULTS,
  },
  { id: 'handbook-leads', kind: 'leads', document: plain(handbook.leads), figures: LEADS },
  { id: 'handbook-bant-leads', kind: 'leads', document: plain(handbook.bantLeads), figures: BANT },
] as const satisfies readonly Example[]

export type ExampleId = (typeof EXAMPLES)[number]['id']

export function exampleOf(id: string): Example | undefined {
  return EXAMPLES.find((example) => example.id === id)
}

/** The first of a kind is the handbook's. */
export function firstOf(kind: Kind): Example {
  const [first] = EXAMPLES
  return EXAMPLES.find((example) => example.kind === kind) ?? first
}
