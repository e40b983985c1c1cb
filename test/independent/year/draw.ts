/** Random years of payees. What a year may hold is drawn with it, so that every mechanism meets every other. */
import fc from 'fast-check'
import { type DrawnMonth, drawnMonths, periodOf } from './draw.months.js'
import { inYearOf, optional, plans } from './draw.plans.js'
import { at } from './exact.js'
import type { Part, Plan, PlanChange, Settled, Year } from './facts.js'
import { sorted } from './variants.js'

/** A year, and the indexes of the periods with which a settlement begins. */
export interface Chain {
  readonly year: Year
  readonly starts: readonly number[]
}

/** What lines are paid on; `later` is time alone. */
type On = 'booked' | 'invoiced' | 'collected' | 'later'

/** What a list of years may hold. */
export interface Features {
  readonly plan: (plan: Plan) => boolean
  readonly on: readonly On[]
  /** What is left of what was drawn, where a law is of years without something: a filter would draw twenty for one. */
  readonly without: Partial<Pick<Drawn, 'hasLines' | 'change' | 'uplift'>>
}

const anything: Features = {
  plan: () => true,
  on: ['booked', 'collected', 'invoiced', 'later'],
  without: {},
}

export interface Drawn {
  readonly plan: Plan
  readonly next: Plan
  readonly on: On
  readonly parts: readonly (number | undefined)[]
  readonly hasLines: boolean
  readonly months: readonly DrawnMonth[]
  readonly targetOfYear: string | undefined
  readonly from: number
  readonly uplift: { readonly from: number; readonly rate: string } | undefined
  readonly change: { readonly from: number; readonly kind: PlanChange } | undefined
  readonly starts: readonly number[]
  readonly leavesAfter: number | undefined
}

/** Years of whatever the page tells of, or with less of it, each cut into settlements anywhere. */
export function chains(features: Partial<Features> = {}): fc.Arbitrary<Chain> {
  const { plan, on, without } = { ...anything, ...features }
  const fitting = plans.filter(plan)
  return fc
    .record({
      plan: fitting,
      next: fitting,
      on: fc.constantFrom(...on),
      parts: fc.array(optional(fc.nat({ max: 9 })), { minLength: 2, maxLength: 2 }),
      hasLines: fc.boolean(),
      months: fc.array(drawnMonths, { minLength: 2, maxLength: 7 }),
      from: fc.constantFrom(1, 1, 1, 5, 9, 11),
      targetOfYear: optional(fc.constantFrom('20000', '50000'), 4),
      uplift: optional(
        fc.record({ from: fc.integer({ min: 1, max: 5 }), rate: fc.constantFrom('0.005', '0.01') }),
        3,
      ),
      change: optional(
        fc.record({
          from: fc.integer({ min: 1, max: 5 }),
          kind: fc.constantFrom<PlanChange>('continue', 'restart', 'from-start-of-year'),
        }),
        2,
      ),
      starts: fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { maxLength: 4 }),
      leavesAfter: optional(fc.integer({ min: 0, max: 6 }), 3),
    })
    .map((drawn) => chainOf(narrow({ ...drawn, ...without })))
}

/** What the page says nothing about is not drawn together. */
function narrow(drawn: Drawn): Drawn {
  const { leavesAfter, uplift } = drawn
  const isInTime = leavesAfter === undefined || (drawn.change?.from ?? 0) <= leavesAfter
  const change = isInTime ? drawn.change : undefined
  const on = change?.kind === 'from-start-of-year' ? 'booked' : drawn.on
  const hasStretches = change !== undefined || uplift !== undefined
  const isMirrored = [drawn.plan, drawn.next].some(({ refunds }) => refunds === 'mirror')
  const planFor = (plan: Plan, parts: number | undefined): Plan => {
    if (on !== 'booked') return followed(plan, on, parts)
    const isShared = hasStretches || plan.cap?.amount !== undefined
    return isMirrored && isShared ? sharedOut(plan) : plan
  }
  return {
    ...drawn,
    on,
    change,
    plan: planFor(drawn.plan, drawn.parts[0]),
    next: planFor(drawn.next, drawn.parts[1]),
    targetOfYear: targetOfYearIn({ ...drawn, change }),
    hasLines: drawn.hasLines || on !== 'booked',
  }
}

function targetOfYearIn({ plan, next, change, targetOfYear }: Drawn): string | undefined {
  const plans = change === undefined ? [plan] : [plan, next]
  return change?.kind !== 'restart' && plans.every(countsOverYear) ? targetOfYear : undefined
}

function countsOverYear({ payment, yearStartsIn }: Plan): boolean {
  const { accrual, trueUp } = payment
  return accrual === 'year-to-date' && trueUp === undefined && yearStartsIn === undefined
}

/** How a cut, what lies above the target, or a whole amount to date is shared out to several lines, the page does not say. */
function followed(plan: Plan, on: Exclude<On, 'booked'>, parts: number | undefined): Plan {
  const { cap, gate, accelerator, ...others } = plan
  const { trueUp: _, ...payment } = plan.payment
  return {
    ...others,
    ...capFollowed(cap, payment.accrual),
    ...(gate !== undefined && { gate: { ...gate, counts: 'all', startsIn: 'first-tier' } }),
    ...(accelerator !== undefined && { accelerator: { ...accelerator, mode: 'whole-amount' } }),
    ...(payment.accrual !== 'period' && { scale: { ...plan.scale, mode: 'marginal' } }),
    refunds: 'net',
    payment: { ...payment, ...paidOn(on, parts) },
  }
}

/** All of a line at once, or one of the ways to pay it in parts. */
function paidOn(on: Exclude<On, 'booked'>, parts: number | undefined): Plan['payment'] {
  if (on === 'later') return { parts: at(BY_TIME, (parts ?? 0) % BY_TIME.length) }
  if (parts === undefined) return { on }
  const ways = [...byProgress(on), ...(on === 'collected' ? IN_FULL : [])]
  return { parts: at(ways, parts % ways.length) }
}

const BY_TIME: readonly (readonly Part[])[] = [
  [0, 1, 2].map((after) => ({ share: '1/3', on: 'booked', ...(after > 0 && { after }) })),
  [
    { share: '0.25', on: 'booked', after: 2 },
    { share: '0.75', on: 'booked', after: 1 },
  ],
]

const byProgress = (on: 'invoiced' | 'collected'): readonly (readonly Part[])[] => [
  [
    { share: '0.5', on: 'booked' },
    { share: '0.5', on },
  ],
  [
    { share: '0.75', on: 'booked' },
    { share: '0.25', on, from: '0.75' },
  ],
  [
    { share: '1/3', on },
    { share: '1/3', on: 'booked', after: 1 },
    { share: '1/3', on: 'booked', after: 3 },
  ],
]

const IN_FULL: readonly (readonly Part[])[] = [
  [{ share: '1', on: 'paid-in-full' }],
  [
    { share: '0.3', on: 'booked' },
    { share: '0.3', on: 'collected', from: '0.25' },
    { share: '0.4', on: 'paid-in-full' },
  ],
]

function capFollowed(cap: Plan['cap'], accrual: Plan['payment']['accrual']): Pick<Plan, 'cap'> {
  const { amount: _, quarter, half, ...ofYear } = cap ?? {}
  const isWithin = accrual === 'period' || accrual === 'quarter-to-date'
  const left = {
    ...ofYear,
    ...(isWithin && quarter !== undefined && { quarter }),
    ...((isWithin || accrual === 'half-year-to-date') && half !== undefined && { half }),
  }
  return Object.keys(left).length > 0 ? { cap: left } : {}
}

/** Nor how in a later stretch, or under a cap of the period, a whole amount to date is: a mirrored refund takes back a line's share. */
function sharedOut(plan: Plan): Plan {
  if (plan.payment.accrual === 'period') return plan
  return { ...plan, scale: { ...plan.scale, mode: 'marginal' } }
}

function chainOf(drawn: Drawn): Chain {
  const { change, plan, next } = drawn
  const count = drawn.months.length
  const isChanged = change !== undefined && change.from < count
  const book = new Map<string, number>()
  const periods: Settled[] = []
  for (const index of drawn.months.keys()) periods.push(periodOf(drawn, index, book, periods))
  const own = periods.flatMap(({ corrections, byHand }, index) =>
    corrections || byHand?.some(({ period }) => period !== undefined) ? [index] : [],
  )
  const { leavesAfter } = drawn
  const starts = [
    0,
    ...drawn.starts,
    ...own,
    ...(isChanged ? [change.from] : []),
    ...(leavesAfter === undefined ? [] : [leavesAfter + 1]),
  ]
  return {
    year: {
      plans: [
        { from: 0, plan: { ...plan, id: 'first' } },
        ...(isChanged
          ? [
              {
                from: change.from,
                plan: { ...inYearOf(plan, next), id: 'next' },
                change: change.kind,
              },
            ]
          : []),
      ],
      periods,
    },
    starts: sorted(starts.filter((start) => start < count)),
  }
}
