import {
  type CommissionFacts,
  type CommissionInput,
  type CommissionLine,
  type DefinedCommissionPlan,
  planNeeds,
} from '../../../commission/index.js'
import type { Condition, Path } from '../../../kernel/index.js'
import * as currencies from '../../../kernel/number/currency.js'
import * as fraction from '../../../kernel/number/fraction.js'
import * as write from '../../../kernel/number/write.js'
import { exactText } from '../exactText.js'
import { factsMeeting } from '../factsMeeting.js'
import { ask, type Question } from '../rules.js'
import { typicalPayee } from './payee.js'

type Fraction = fraction.Fraction
type Rule = NonNullable<DefinedCommissionPlan['rates']>[number]
type LineScale = DefinedCommissionPlan['scale']

/** A plan with a typical payee, and a question that is asked over and over. */
export interface TriedPlan {
  readonly plan: DefinedCommissionPlan
  readonly payee: CommissionFacts
  readonly question: Question
  /** The smallest part of a unit of sales, and of the currency. */
  readonly unit: Fraction
}

/** Sales that earn by one scale of a plan, and how they are given to the rule. */
export interface Lane {
  /** Of the scale in the plan. */
  readonly path: Path
  readonly scale: LineScale
  readonly measuredBy: Rule['measuredBy']
  readonly input: (sales: Fraction, payee?: CommissionFacts) => CommissionInput
}

/** The plan beside its typical payee. */
export function tryPlan(
  plan: DefinedCommissionPlan,
  given: CommissionFacts | undefined,
): TriedPlan {
  const decimals =
    plan.scale.thresholds === 'units' ? 0 : (currencies.decimalsOf(plan.currency) ?? 0)
  return {
    plan,
    payee: typicalPayee(plan, given),
    question: { rule: 'calculateCommission', figure: 'amount', policy: plan },
    unit: { n: 1n, d: fraction.powerOfTen(decimals) },
  }
}

/** The lanes of a plan: its own scale, then those of its rate rules. */
export function lanesOf(tried: TriedPlan): Lane[] {
  const { rates = [] } = tried.plan
  return [ownLane(tried), ...rates.map((rule, index) => ruleLane(rule, index, tried))]
}

function ownLane(tried: TriedPlan): Lane {
  const { plan, payee } = tried
  const { scale, measuredBy } = plan
  const kinds = planNeeds(plan).flatMap(({ of }) => of)
  const isOfLines = kinds.includes('line') || kinds.includes('amount')
  return {
    path: ['scale'],
    scale,
    measuredBy,
    input: (sales, other = payee) =>
      isOfLines
        ? { ...other, lines: [lineOf(sales, tried)] }
        : { ...other, sales: write.decimal(sales) },
  }
}

function ruleLane(rule: Rule, index: number, tried: TriedPlan): Lane {
  return {
    path: ['rates', index, 'scale'],
    scale: rule.scale,
    measuredBy: rule.measuredBy,
    input: (sales, other = tried.payee) => ({
      ...other,
      lines: [lineOf(sales, tried, rule.when)],
    }),
  }
}

/** One line that says all that a plan may look at, and that a rule speaks of. */
export function lineOf(
  amount: Fraction,
  { plan }: Pick<TriedPlan, 'plan'>,
  when: Partial<Rule['when']> = {},
): CommissionLine & { readonly id: string } {
  const { is, ...keys } = when
  const [status] = plan.eligibility?.statuses ?? []
  const written = write.decimal(amount)
  const named = Object.entries(keys).flatMap(([key, names]) => (names[0] ? [[key, names[0]]] : []))
  const facts = factsOfLine(is)
  return {
    id: 'line-1',
    amount: written,
    cost: '0',
    tax: '0',
    listPrice: written,
    quantity: '1',
    date: '2026-01-15',
    paidOn: '2026-01-15',
    dueOn: '2026-01-15',
    firstOrder: false,
    newMarket: false,
    ...(status ? { status } : {}),
    ...Object.fromEntries(named),
    ...(Object.keys(facts).length > 0 ? { facts } : {}),
  }
}

const FIGURES = ['amount', 'margin', 'discount', 'quantity', 'daysLate']

function factsOfLine(is: Condition | undefined): NonNullable<CommissionLine['facts']> {
  if (is === undefined) return {}
  const met = factsMeeting([is])
  if (!('facts' in met)) return {}
  const facts = Object.entries(met.facts).filter(([name]) => !FIGURES.includes(name))
  return Object.fromEntries(facts) as NonNullable<CommissionLine['facts']>
}

/** What sales of a lane are paid. */
export function payOf(lane: Lane, sales: Fraction, { question }: TriedPlan): Fraction {
  return exactText(ask(question, [lane.input(sales)]))
}

/** The first sales that can be written, from a place on. */
export function upTo(place: Fraction, { unit }: TriedPlan): Fraction {
  return fraction.round(place, { mode: 'ceiling', decimals: String(unit.d).length - 1 })
}

/** The last sales that can be written, up to a place. */
export function downTo(place: Fraction, { unit }: TriedPlan): Fraction {
  return fraction.round(place, { mode: 'floor', decimals: String(unit.d).length - 1 })
}

/** Sales as a sentence says them. */
export function writeSales(sales: Fraction, { unit }: TriedPlan): string {
  return write.padded(sales, String(unit.d).length - 1)
}
