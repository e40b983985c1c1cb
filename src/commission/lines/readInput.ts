import type { Issue } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import type { Fields } from '../../kernel/input/read.js'
import * as read from '../../kernel/input/read.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import { LINES_MISSING, SALES_TWICE } from '../issues.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import { fieldThatNeeds } from '../plan/needs.js'
import { checkConditions } from './checkConditions.js'
import { type RateTable, readRates } from './convertLine.js'
import { countFigure, countLines, type EligibleSales } from './countSales.js'
import { periodMissing } from './lengthIssues.js'
import { FIGURES, factsIn, type ReadFacts } from './readFacts.js'
import { type GivenLine, readEach, withoutTwice } from './readLine.js'
import { BEYOND_REACH } from './readTarget.js'

/** What a calculation was given, read exactly. */
export interface ReadInput {
  readonly facts: ReadFacts
  /** As they were given. */
  readonly given: GivenSales
  readonly sales: EligibleSales
}

const INPUT_KEYS = ['payee', 'period', 'sales', 'lines', 'exchangeRates', ...FIGURES]

/** Reads the input of a calculation, or throws everything that is wrong with it. */
export function readInput(input: unknown, plan: ExactPlan): ReadInput {
  const issues: Issue[] = []
  const fields = read.fields(input, [], INPUT_KEYS, issues)
  issue.refuseIfAny(fields === undefined ? issues : [])
  const facts = factsIn(fields ?? {}, plan, issues)
  const given = salesIn(fields ?? {}, plan, issues)
  issues.push(...periodMissing(fields?.['period'], plan))
  issue.refuseIfAny(issues)
  const sales = countGiven(given, facts, plan)
  return { facts: withTargetBefore(facts, given), given, sales }
}

/** Sales as they were given, read exactly: one figure, or order lines with the rates that convert them. */
export type GivenSales =
  | { readonly figure: Fraction; readonly lines?: never }
  | { readonly figure?: never; readonly lines: readonly GivenLine[]; readonly rates: RateTable }

/** A period without sales adds no target to that of the year before it. */
function withTargetBefore(facts: ReadFacts, given: GivenSales): ReadFacts {
  const before = facts.yearToDate?.target
  const isAdded = facts.target !== undefined || before === undefined || !sellsNothing(given)
  return isAdded ? facts : { ...facts, target: before }
}

/** Who sold nothing, and nothing before it, needs no target: a gate is shut then. */
export function unlessIdle(facts: ReadFacts, given: GivenSales): ReadFacts {
  const { sales = fraction.ZERO } = facts.yearToDate ?? {}
  const isIdle = facts.target === undefined && sellsNothing(given) && sales.n <= 0n
  return isIdle ? { ...facts, target: BEYOND_REACH } : facts
}

/** Whether nothing was sold, be it that something was taken back. */
export function sellsNothing({ lines, figure = fraction.ZERO }: GivenSales): boolean {
  return lines === undefined ? figure.n <= 0n : lines.every(({ amount }) => amount.n <= 0n)
}

/** The sales among the fields of an input. */
export function salesIn(fields: Fields, plan: ExactPlan, issues: Issue[]): GivenSales {
  const { sales = null, lines = null, exchangeRates } = fields
  if (sales !== null && lines !== null) issues.push(issue.at(SALES_TWICE, ['sales'], {}))
  if (lines === null) {
    issues.push(...tooLittle(plan))
    return { figure: read.decimal(fields['sales'], ['sales'], issues) ?? fraction.ZERO }
  }
  const rates = readRates(exchangeRates ?? [], ['exchangeRates'], issues)
  return { lines: readEach(lines, ['lines'], issues), rates }
}

/** What counts of sales that were given. */
export function countGiven(
  given: GivenSales,
  facts: Pick<ReadFacts, 'facts' | 'period'>,
  plan: ExactPlan,
): EligibleSales {
  if (given.lines === undefined) return countFigure(given.figure, plan)
  const held = withRulesHeld(facts, plan)
  return countLines(withoutTwice(given.lines), given.rates, facts.period, held)
}

/** A rate rule whose conditions are not met is none. */
function withRulesHeld(facts: Pick<ReadFacts, 'facts'>, plan: ExactPlan): ExactPlan {
  if (plan.groups.every(({ rule }) => !rule?.conditions)) return plan
  const groups = plan.groups.map((group) => {
    const { rule } = group
    if (rule === null) return group
    return { ...group, rule: { ...rule, isHeld: checkConditions(rule.conditions, facts).isMet } }
  })
  return { ...plan, groups }
}

/** A plan that looks at each line says nothing of a single figure. */
function tooLittle(plan: ExactPlan): Issue[] {
  const field = fieldThatNeeds(plan, 'line', 'amount')
  return field === null ? [] : [issue.at(LINES_MISSING, ['lines'], { field })]
}
