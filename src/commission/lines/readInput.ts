import type { Issue } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import type { Fields } from '../../kernel/input/read.js'
import * as read from '../../kernel/input/read.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import { LINES_MISSING, SALES_TWICE } from '../issues.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import { fieldThatNeeds } from '../plan/needs.js'
import { type RateTable, readRates } from './convertLine.js'
import { countFigure, countLines, type EligibleSales } from './countSales.js'
import type { Period } from './periods.js'
import { FIGURES, factsIn, type ReadFacts } from './readFacts.js'
import { type GivenLine, readEach, withoutTwice } from './readLine.js'

/** What a calculation was given, read exactly. */
export interface ReadInput {
  readonly facts: ReadFacts
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
  issue.refuseIfAny(issues)
  return { facts, sales: countGiven(given, facts.period, plan) }
}

/** Sales as they were given, read exactly: one figure, or order lines with the rates that convert them. */
export type GivenSales =
  | { readonly figure: Fraction; readonly lines?: never }
  | { readonly lines: readonly GivenLine[]; readonly rates: RateTable }

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
  period: Period | null,
  plan: ExactPlan,
): EligibleSales {
  if (given.lines === undefined) return countFigure(given.figure, plan)
  return countLines(withoutTwice(given.lines), given.rates, period, plan)
}

/** A plan that looks at each line says nothing of a single figure. */
function tooLittle(plan: ExactPlan): Issue[] {
  const field = fieldThatNeeds(plan, 'line', 'amount')
  return field === null ? [] : [issue.at(LINES_MISSING, ['lines'], { field })]
}
