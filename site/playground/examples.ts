/** Policies to start from: the handbook's, and some of the cookbook. Each comes with figures of people who do not exist. */
import type { Kind } from './kinds.js'

export interface Example {
  readonly id: string
  readonly kind: Kind
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

export const EXAMPLES = [
  { id: 'handbook-commission', kind: 'commission', figures: REPS },
  { id: 'flat-rate-below-target', kind: 'commission', figures: REPS },
  { id: 'accelerator-with-catch-up', kind: 'commission', figures: QUOTAS },
  { id: 'payout-curve-on-a-target-incentive', kind: 'commission', figures: YEAR },
  { id: 'deal-size-tiers', kind: 'commission', figures: DEALS },
  { id: 'commission-on-gross-profit', kind: 'commission', figures: MARGINS },
  { id: 'handbook-appraisal', kind: 'appraisal', figures: RESULTS },
  { id: 'handbook-challenge-appraisal', kind: 'appraisal', figures: RESULTS },
  { id: 'handbook-leads', kind: 'leads', figures: LEADS },
  { id: 'handbook-bant-leads', kind: 'leads', figures: BANT },
] as const satisfies readonly Example[]

export type ExampleId = (typeof EXAMPLES)[number]['id']

export function exampleOf(id: string): (typeof EXAMPLES)[number] | undefined {
  return EXAMPLES.find((example) => example.id === id)
}

/** The first of a kind is the handbook's. */
export function firstOf(kind: Kind): (typeof EXAMPLES)[number] {
  return EXAMPLES.find((example) => example.kind === kind) ?? EXAMPLES[0]
}
