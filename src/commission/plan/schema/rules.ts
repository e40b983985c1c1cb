import * as z from 'zod'
import type { DecimalInput, Issue, Path } from '../../../kernel/index.js'
import * as issue from '../../../kernel/input/issue.js'
import * as decimal from '../../../kernel/number/decimal.js'
import type { ConditionInput } from '../../../kernel/schema.js'
import {
  checked,
  conditionSchema,
  decimal as decimalText,
  duplicateIds,
  name,
  positive,
  ratio,
  strict,
} from '../../../kernel/schema.js'
import {
  ABOVE_NO_TARGET,
  AN_AMOUNT_OR_RATE,
  AWARD_AFTER_NO_MOST,
  AWARD_AND_FEE,
  AWARD_IN_TURN,
  AWARD_OF_NOTHING,
  AWARD_OF_RATE,
  CAP_OF_NOTHING,
  GATE_ALWAYS_OPEN,
  OWN_TIER_OF_ALL,
} from '../../issues.js'
import type { Award, Cap, TargetGate } from '../types.js'
import { type LineMatchInput, lineMatch } from './rates.js'

/** A gate as it is written down. Left out: all sales count once it is open; those above start in the first tier. */
export interface TargetGateInput {
  /** The attainment that opens it: `1` is on target. Without it, only the conditions do. Above 0. */
  readonly attainment?: DecimalInput
  /**
   * Once it is open: `all` sales count from the first unit, or only those `above-target` or `above-gate` (attainment × target). `all` by
   * default.
   */
  readonly counts?: TargetGate['counts']
  /**
   * Where those above begin to count: in the `first-tier` again, or each in its `own-tier`, where it lies among all sales. `first-tier`
   * by default.
   */
  readonly startsIn?: TargetGate['startsIn']
  /**
   * The rate that sales earn which the gate keeps from the tiers: all of them while it is shut, then those up to where others begin to
   * count. Above 0.
   */
  readonly below?: DecimalInput
  /** What else must be met: an appraisal of 60, an on-time rate of 95%. */
  readonly conditions?: ConditionInput
}

/** An award as it is written down; it is paid while the gate is shut, unless told. */
export interface AwardInput {
  /** Names the award in statements; each once. */
  readonly id: string
  /** Which orders: any, a customer's first one, or the first one in a new market, as the lines say. */
  readonly for: Award['for']
  /** Which lines of them; without it, all. */
  readonly when?: LineMatchInput
  /** What those lines of the order must come to, after the refunds in the same statement unless they mirror. Without it, any. */
  readonly order?: {
    /** Whether exactly the amount is enough. `at-least` by default. */
    readonly comparison?: 'above' | 'at-least'
    /** The amount of the order, in the currency of the plan. */
    readonly amount: DecimalInput
  }
  /** What the amount is paid for: the `order`, unless told; each `line`; or each `unit` of them. */
  readonly per?: NonNullable<Award['per']>
  /** Below zero it is a fee. */
  readonly amount?: DecimalInput
  /** Only lines that begin once so much has earned, in all that the tiers count. Above 0. */
  readonly after?: DecimalInput
  /** The most that all of these lines come to; the one that reaches it has what is left. Above 0. */
  readonly most?: DecimalInput
  /** What each further line is paid instead of `amount`; without it, nothing. */
  readonly afterwards?: DecimalInput
  /** Instead of an amount, a ratio of the sales of those lines. */
  readonly rate?: DecimalInput
  /** Whether it is paid while the gate is shut. `paid` by default. */
  readonly whileGateShut?: Award['whileGateShut']
  /** What must be met for it to be paid. */
  readonly conditions?: ConditionInput
  /** The clause that the award follows, named in statements. */
  readonly clause?: string
}

/** Caps as they are written down. */
export interface CapInput {
  /** The most of the base that earns. Above 0. */
  readonly base?: DecimalInput
  /** The most that a unit of the base earns on average: a ratio, or money per unit. */
  readonly rate?: DecimalInput
  /** The most that a line earns, and the most that its refund takes back. Above 0. */
  readonly line?: DecimalInput
  /** The most that a statement pays. */
  readonly amount?: DecimalInput
  /** The most that a quarter, a half-year and a year pay. Above 0. */
  readonly quarter?: DecimalInput
  /** The most that a half-year pays. Above 0. */
  readonly half?: DecimalInput
  /** The most that a year pays. Above 0. */
  readonly year?: DecimalInput
}

/** What counts, as it is written down. */
export interface EligibilityInput {
  /** A line of another status does not count. */
  readonly statuses?: readonly string[]
  /** A line whose margin is below it does not count (APP-5). A ratio from 0 to 1. */
  readonly marginFloor?: DecimalInput
  /** A new customer counts when the first order comes to at least this (APP-3). */
  readonly newCustomer?: {
    /** The least first order of a new customer who counts (APP-3). Above 0. */
    readonly firstOrderAtLeast: DecimalInput
  }
  /** Lines that do not count, with a reason of yours. */
  readonly exclude?: readonly {
    /** Names the exclusion in `notCounted`; each once. */
    readonly id: string
    /** Which lines. */
    readonly when: LineMatchInput
    /** Why, for whoever reads a statement. */
    readonly reason: string
  }[]
}

const MOST_RULES = 1000

export const targetGate = () =>
  strict({
    attainment: positive().exactOptional(),
    counts: z.enum(['all', 'above-target', 'above-gate']).default('all'),
    startsIn: z.enum(['first-tier', 'own-tier']).default('first-tier'),
    below: positive().exactOptional(),
    conditions: conditionSchema.exactOptional(),
  }).superRefine(checked(gateIssues))

function gateIssues(gate: TargetGate): Issue[] {
  const isIdle = gate.counts === 'all' && gate.startsIn === 'own-tier'
  return [
    ...attainmentIssues(gate),
    ...(isIdle ? [issue.at(OWN_TIER_OF_ALL, ['startsIn'], {})] : []),
  ]
}

function attainmentIssues({ attainment, counts, conditions }: TargetGate): Issue[] {
  if (attainment !== undefined)
    return decimal.percentIssues(attainment, decimal.known(attainment), ['attainment'])
  if (counts !== 'all') return [issue.at(ABOVE_NO_TARGET, ['attainment'], {})]
  return conditions === undefined ? [issue.at(GATE_ALWAYS_OPEN, ['attainment'], {})] : []
}

export const awards = () =>
  z
    .array(
      strict({
        id: name(),
        for: z.enum(['any', 'first-order', 'new-market']),
        when: lineMatch().exactOptional(),
        order: strict({
          comparison: z.enum(['above', 'at-least']).default('at-least'),
          amount: positive(),
        }).exactOptional(),
        per: z.enum(['order', 'line', 'unit']).exactOptional(),
        amount: decimalText().exactOptional(),
        after: positive().exactOptional(),
        most: positive().exactOptional(),
        afterwards: decimalText().exactOptional(),
        rate: ratio().exactOptional(),
        whileGateShut: z.enum(['paid', 'forgone']).default('paid'),
        conditions: conditionSchema.exactOptional(),
        clause: name().exactOptional(),
      }),
    )
    .min(1)
    .max(MOST_RULES)
    .superRefine(
      checked((list: readonly Award[]) => [
        ...duplicateIds(list, []),
        ...list.flatMap(awardIssues),
      ]),
    )

/** An award is an amount, or a rate, and not both; of units there is no rate. */
function awardIssues(award: Award, index: number): Issue[] {
  const { amount, rate, per } = award
  const found = [...nothingPaid(award, index), ...turnIssues(award, index)]
  if (found.length > 0) return found
  if (amount === undefined && rate === undefined)
    return [issue.invalid(undefined, [index, 'amount'], AN_AMOUNT_OR_RATE)]
  if (rate === undefined) return []
  const field = amount === undefined ? 'per' : 'amount'
  if (amount === undefined && per !== 'unit') return []
  return [issue.at(AWARD_OF_RATE, [index, field], { field })]
}

function nothingPaid({ amount }: Award, index: number): Issue[] {
  if (amount === undefined || decimal.known(amount).n !== 0n) return []
  return [issue.at(AWARD_OF_NOTHING, [index, 'amount'], { given: amount })]
}

/** Lines have their turn one by one, each with an amount. */
function turnIssues({ after, most, afterwards, amount, per }: Award, index: number): Issue[] {
  const isInTurn = per === 'line' && amount !== undefined
  const fields = Object.entries({ after, most, afterwards })
  const found = fields.flatMap(([field, value]) =>
    value === undefined || isInTurn ? [] : [issue.at(AWARD_IN_TURN, [index, field], { field })],
  )
  if (afterwards === undefined || amount === undefined) return found
  const at: Path = [index, 'afterwards']
  if (most === undefined) found.push(issue.at(AWARD_AFTER_NO_MOST, at, {}))
  if (decimal.known(afterwards).n * decimal.known(amount).n < 0n)
    found.push(issue.at(AWARD_AND_FEE, at, { given: afterwards, other: amount }))
  return found
}

export const cap = () =>
  strict({
    base: positive().exactOptional(),
    rate: positive().exactOptional(),
    line: positive().exactOptional(),
    amount: positive().exactOptional(),
    quarter: positive().exactOptional(),
    half: positive().exactOptional(),
    year: positive().exactOptional(),
  }).superRefine(
    checked((caps: Cap) =>
      Object.keys(caps).length > 0 ? [] : [issue.at(CAP_OF_NOTHING, [], {})],
    ),
  )

export const eligibility = () =>
  strict({
    statuses: z.array(name()).min(1).max(MOST_RULES).exactOptional(),
    marginFloor: ratio().exactOptional(),
    newCustomer: strict({ firstOrderAtLeast: positive() }).exactOptional(),
    exclude: z
      .array(strict({ id: name(), when: lineMatch(), reason: name() }))
      .min(1)
      .max(MOST_RULES)
      .superRefine(checked((list: readonly { readonly id: string }[]) => duplicateIds(list, [])))
      .exactOptional(),
  })
