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
  readonly attainment?: DecimalInput
  readonly counts?: TargetGate['counts']
  readonly startsIn?: TargetGate['startsIn']
  readonly below?: DecimalInput
  readonly conditions?: ConditionInput
}

/** An award as it is written down; it is paid while the gate is shut, unless told. */
export interface AwardInput {
  readonly id: string
  readonly for: Award['for']
  readonly when?: LineMatchInput
  readonly order?: { readonly comparison?: 'above' | 'at-least'; readonly amount: DecimalInput }
  readonly per?: NonNullable<Award['per']>
  readonly amount?: DecimalInput
  readonly after?: DecimalInput
  readonly most?: DecimalInput
  readonly afterwards?: DecimalInput
  readonly rate?: DecimalInput
  readonly whileGateShut?: Award['whileGateShut']
  readonly conditions?: ConditionInput
  readonly clause?: string
}

/** Caps as they are written down. */
export interface CapInput {
  readonly base?: DecimalInput
  readonly rate?: DecimalInput
  readonly line?: DecimalInput
  readonly amount?: DecimalInput
  readonly quarter?: DecimalInput
  readonly half?: DecimalInput
  readonly year?: DecimalInput
}

/** What counts, as it is written down. */
export interface EligibilityInput {
  readonly statuses?: readonly string[]
  readonly marginFloor?: DecimalInput
  readonly newCustomer?: { readonly firstOrderAtLeast: DecimalInput }
  readonly exclude?: readonly {
    readonly id: string
    readonly when: LineMatchInput
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
