/** What two outcomes say of what they came from. */

import type { CommissionCorrection } from '../../commission/index.js'
import { reasonsOf } from '../../commission/internal.js'
import { subtract, sumOf } from '../../kernel/index.js'
import { attempt } from '../../kernel/input/attempt.js'
import * as read from '../../kernel/input/read.js'
import type { PaidBeside } from './compared.js'
import { inside, listIn, textIn } from './inside.js'
import { namesOfBoth } from './namesOfBoth.js'

/** Something that a figure came from and that is another now. */
export interface DifferenceCause {
  /**
   * - of a statement as in the reasons of `restateCommission`, and `credited`, `attainment`, `accelerator`; by id `check` and `condition`
   *   (whether it is met), and by line `not-counted` (the code of the reason), `exchange-rate` and `refund` (what it took back)
   * - of a component also `cap` (what the plan's cap took of it), `row` and `column` (where in a table it is)
   * - of a settled period also the parts that are paid beside its commission, as they stand in `parts`, `cap` (what the caps of its quarter,
   *   half-year and year took), and `earned`, where that is not what its statement says: a year to date, or as customers pay
   * - of a settled period of several components `adjustment`, and `carried`: what payment terms move to and from other periods
   * - of a score by part `points`, `attainment` and `weight`; of a year by period `score`, `days` and `not-counted`; `disqualified`
   */
  readonly field: CauseField
  /** Of what: a part, a line, a condition; null for the whole. */
  readonly id: string | null
  /** The component, where the outcome has several. */
  readonly component?: string
  readonly was: string | null
  readonly is: string | null
}

type CauseField =
  | CommissionCorrection['reasons'][number]['field']
  | 'credited'
  | 'attainment'
  | 'accelerator'
  | 'check'
  | 'condition'
  | 'not-counted'
  | 'exchange-rate'
  | 'refund'
  | 'cap'
  | 'earned'
  | PaidBeside
  | 'row'
  | 'column'
  | 'points'
  | 'weight'
  | 'score'
  | 'days'
  | 'disqualified'

/** Says what differs between two outcomes, the earlier one first. */
export type Differing = (before: read.Fields, after: read.Fields) => readonly DifferenceCause[]

/** What an outcome says of something that it came from. */
type Given = readonly [field: CauseField, id: string | null, value: string | null]

export const causesOfStatement: Differing = (before, after) => {
  const others = differing(givenIn(before), givenIn(after))
  const reasons = reasonsOf(after, before, false)
  // That it must have been the lines is only said where nothing else is.
  const isGuess = reasons.some(({ field }) => field === 'lines')
  const isSame = textIn(before, 'amount') === textIn(after, 'amount')
  const said = isGuess && (others.length > 0 || isSame) ? [] : reasons
  return [...said.map(({ field, was, is }) => ({ field, id: null, was, is })), ...others]
}

function givenIn(statement: read.Fields): readonly Given[] {
  const { gate, accelerator } = statement
  const attained = textIn(statement, 'attainmentRounded') ?? textIn(statement, 'attainment')
  return [
    ['credited', null, textIn(statement, 'credited')],
    ['attainment', null, attained],
    ['accelerator', null, textIn(accelerator, 'step')],
    ...eachOf(gate, 'checks', 'check', ['id', 'outcome']),
    ...listIn(statement, 'conditions').map(
      (one): Given => ['condition', textIn(one, 'id') ?? textIn(one, 'of'), textIn(one, 'outcome')],
    ),
    ...listIn(statement, 'notCounted').map(
      (one): Given => ['not-counted', textIn(one, 'id'), textIn(inside(one, 'issue'), 'code')],
    ),
    ...eachOf(statement, 'converted', 'exchange-rate', ['id', 'rate']),
    ...eachOf(statement, 'refunds', 'refund', ['line', 'amount']),
  ]
}

/** Each entry of a list by its name: what it says in a field. */
function eachOf(
  value: unknown,
  list: string,
  field: CauseField,
  [name, key]: readonly [string, string],
): Given[] {
  return listIn(value, list).map((one) => [field, textIn(one, name), textIn(one, key)])
}

/** Of a settled period: what its statement says, what caps took, and what it earned where that is something else. */
export const causesOfSettled: Differing = (before, after) => {
  const [was, is] = [recordIn(before, 'statement'), recordIn(after, 'statement')]
  const isSaid = (period: read.Fields, statement: read.Fields) =>
    textIn(period, 'earned') === textIn(statement, 'amount')
  const given = (period: read.Fields): Given[] => [
    ['cap', null, textIn(period, 'cut')],
    ...(isSaid(before, was) && isSaid(after, is)
      ? []
      : [['earned', null, textIn(period, 'earned')] as const]),
  ]
  return [...causesOfStatement(was, is), ...differing(given(before), given(after))]
}

export const causesOfScore: Differing = (before, after) =>
  differing(givenInScore(before), givenInScore(after))

function givenInScore(outcome: read.Fields): readonly Given[] {
  const { policy, disqualified } = outcome
  const reasons = listIn(disqualified, 'reasons')
  return [
    ['policy', null, policy === undefined ? null : namedBy(policy)],
    ['disqualified', null, reasons.length === 0 ? null : reasons.map(String).join(', ')],
    ...['parts', 'bonuses', 'deductions'].flatMap((list) => [
      ...eachOf(outcome, list, 'attainment', ['id', 'attainment']),
      ...eachOf(outcome, list, 'points', ['id', 'points']),
      ...eachOf(outcome, list, 'weight', ['id', 'weightUsed']),
    ]),
    ...eachOf(outcome, 'periods', 'score', ['period', 'score']),
    ...eachOf(outcome, 'periods', 'days', ['period', 'days']),
    ...eachOf(outcome, 'periods', 'not-counted', ['period', 'notCounted']),
  ]
}

function namedBy(policy: unknown): string {
  return [textIn(policy, 'id'), textIn(policy, 'version')].join(' ')
}

export const causesOfComponents: Differing = (before, after) => {
  const [was, is] = [componentsOf(before), componentsOf(after)]
  return namesOfBoth(was, is).flatMap((component) => {
    const [one, other] = [was.get(component) ?? {}, is.get(component) ?? {}]
    return causesOfComponent(one, other).map((cause) => ({ ...cause, component }))
  })
}

/** Of a settled period of several components: each of them, what was paid beside, and what payment terms move. */
export const causesOfSettledComponents: Differing = (before, after) => [
  ...causesOfComponents(before, after),
  ...differing(givenInSettled(before), givenInSettled(after)),
]

function givenInSettled(period: read.Fields): readonly Given[] {
  return [
    ['adjustment', null, textIn(period, 'adjusted')],
    ['carried', null, movedIn(period)],
  ]
}

/** What is paid beyond what was earned and adjusted: it comes from other periods, or goes to them. */
function movedIn(period: read.Fields): string | null {
  const [paid = '', ...others] = ['paid', 'earned', 'adjusted'].map(
    (key) => textIn(period, key) ?? '',
  )
  const moved = attempt(() => subtract(paid, sumOf(others)))
  return moved.ok ? moved.value : null
}

function recordIn(fields: read.Fields, key: string): read.Fields {
  return read.record(fields[key], [], []) ?? {}
}

function componentsOf(outcome: read.Fields): ReadonlyMap<string, read.Fields> {
  return new Map(
    listIn(outcome, 'components').map((one) => [
      textIn(one, 'id') ?? '',
      read.record(one, [], []) ?? {},
    ]),
  )
}

function causesOfComponent(before: read.Fields, after: read.Fields): readonly DifferenceCause[] {
  const within = (key: string, causesOf: Differing) =>
    causesOf(recordIn(before, key), recordIn(after, key))
  return [
    ...within('outcome', causesOfStatement),
    ...within('appraisal', causesOfScore),
    ...differing(givenInComponent(before), givenInComponent(after)),
  ]
}

function givenInComponent(component: read.Fields): readonly Given[] {
  const { matrix } = component
  return [
    ['row', null, textIn(inside(matrix, 'row'), 'step')],
    ['column', null, textIn(inside(matrix, 'column'), 'step')],
    ['cap', null, textIn(component, 'cut')],
  ]
}

/** What is said otherwise; an entry that only one side has is null on the other. */
function differing(before: readonly Given[], after: readonly Given[]): DifferenceCause[] {
  const [was, is] = [byPlace(before), byPlace(after)]
  return namesOfBoth(was, is).flatMap((place) => {
    const [one, other] = [was.get(place), is.get(place)]
    const [field, id] = one ?? other ?? []
    const sides = { was: one?.[2] ?? null, is: other?.[2] ?? null }
    return field === undefined || id === undefined || sides.was === sides.is
      ? []
      : [{ field, id, ...sides }]
  })
}

function byPlace(given: readonly Given[]): ReadonlyMap<string, Given> {
  return new Map(given.map((one) => [JSON.stringify([one[0], one[1]]), one]))
}
