import type { DefinedCommissionPlan } from '../../../commission/index.js'
import { type CommissionFacts, type CommissionPlan, planNeeds } from '../../../commission/index.js'
import type { Condition, DecimalInput } from '../../../kernel/index.js'
import * as fraction from '../../../kernel/number/fraction.js'
import * as write from '../../../kernel/number/write.js'
import * as time from '../../../kernel/time/time.js'
import { exactText } from '../exactText.js'
import { factsMeeting, factsMeetingOne } from '../factsMeeting.js'

type PlanFacts = Readonly<Record<string, DecimalInput | boolean>>

/** Whom the plan is tried with, and what was given of it: a target that no tier ends at, facts that let all of its parts apply. */
export function typicalPayee(
  plan: DefinedCommissionPlan,
  given: CommissionFacts = {},
): CommissionFacts {
  const needs = new Set(planNeeds(plan).flatMap(({ of }) => of))
  const isDated = plan.tiersPer !== undefined || needs.has('year')
  const facts = { ...factsOf(plan), ...given.facts }
  return {
    ...(needs.has('target') ? { target: targetOf(plan) } : {}),
    ...(needs.has('incentive') ? { targetIncentive: '10000' } : {}),
    ...(needs.has('measure') ? { measure: measureOf(plan) } : {}),
    ...(isDated ? { period: periodsOf(plan)[0] } : {}),
    ...(needs.has('year') ? { yearToDate: nothingBefore(plan) } : {}),
    ...given,
    ...(Object.keys(facts).length > 0 ? { facts } : {}),
  }
}

/** The year has sold nothing yet, and so has each part of it that is capped. */
function nothingBefore({ cap = {} }: CommissionPlan): NonNullable<CommissionFacts['yearToDate']> {
  const spans = CAPPED_SPANS.filter((span) => cap[span] !== undefined)
  return { sales: '0', earned: '0', ...Object.fromEntries(spans.map((span) => [span, '0'])) }
}

const CAPPED_SPANS = ['quarter', 'half', 'year'] as const

/** Two periods that the plan takes, of which the second begins a year: those of its tiers or, where those count to date, of its shortest cap. */
export function periodsOf({ tiersPer = 'month', payment, cap }: CommissionPlan) {
  const isAlone = (payment?.accrual ?? 'period') === 'period'
  const capped = ([cap?.quarter && 'quarter', cap?.half && 'half-year'] as const).find(
    (unit) => unit && time.MONTHS[unit] < time.MONTHS[tiersPer],
  )
  return PERIODS[isAlone ? tiersPer : capped || tiersPer]
}

const PERIODS = {
  month: ['2026-01', '2027-01'],
  quarter: ['2026-Q1', '2027-Q1'],
  'half-year': ['2026-H1', '2027-H1'],
  year: ['2026', '2027'],
} as const

/** Four fifths of the first tier, so that the target is no end of a tier. */
function targetOf({ scale: { thresholds, tiers } }: CommissionPlan): string {
  const [first] = tiers
  if (thresholds === 'attainment' || first?.upTo === null || first === undefined) return '100000'
  const target = fraction.multiply(exactText(first.upTo), { n: 4n, d: 5n })
  return write.decimal(fraction.round(target, { mode: 'ceiling', decimals: 0 }))
}

function measureOf({ scale: { tiers } }: CommissionPlan): string {
  return tiers[0]?.upTo ?? '1'
}

/** Facts that meet the conditions of all parts of the plan, and leave its multipliers at 1. */
function factsOf(plan: CommissionPlan): PlanFacts {
  const { kpiMultiplier, multipliers = [] } = plan
  const all = [...(kpiMultiplier ? [kpiMultiplier] : []), ...multipliers]
  const ofMultipliers = all.map((one) => [one.fact, neutralValue(one)] as const)
  return { ...Object.fromEntries(ofMultipliers), ...conditionFacts(conditionsOf(plan)) }
}

function conditionsOf({ gate, accelerator, rates = [], awards = [] }: CommissionPlan): Condition[] {
  return [gate, accelerator, ...rates, ...awards].flatMap((part) => part?.conditions ?? [])
}

function conditionFacts(conditions: readonly Condition[]): PlanFacts {
  const met = factsMeeting(conditions)
  if ('facts' in met) return met.facts as PlanFacts
  return Object.assign({}, ...conditions.map((one) => factsMeetingOne(one, 'first')))
}

type PlanMultiplier = NonNullable<CommissionPlan['multipliers']>[number]

/** What makes a multiplier 1, or what its last step is. */
function neutralValue(multiplier: PlanMultiplier): string {
  if ('values' in multiplier) {
    const words = Object.entries(multiplier.values)
    return (words.find(([, value]) => value === '1') ?? words.at(-1))?.[0] ?? ''
  }
  const { steps } = multiplier
  const neutral = steps.findIndex((step) => step.multiplier === '1')
  const index = neutral === -1 ? steps.length - 1 : neutral
  const from = exactText(steps[index - 1]?.upTo ?? '0')
  const end = steps[index]?.upTo ?? null
  const to = end === null ? fraction.add(from, { n: 1n, d: 100n }) : exactText(end)
  return write.decimal(fraction.divide(fraction.add(from, to), { n: 2n, d: 1n }))
}
