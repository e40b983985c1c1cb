import type { Issue } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import type { Fields } from '../../kernel/input/values.js'
import * as fraction from '../../kernel/number/fraction.js'
import { LINES_MISSING, SALES_TWICE } from '../issues.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import { fieldThatNeeds } from '../plan/needs.js'
import { readRates } from './convertLine.js'
import { countFigure, countLines, type EligibleSales } from './countSales.js'
import { FACT_KEYS, factsIn, type Period, type ReadFacts } from './readFacts.js'
import { readLines } from './readLine.js'

/** What a calculation was given, read exactly. */
export interface ReadInput {
  readonly facts: ReadFacts
  readonly sales: EligibleSales
}

const INPUT_KEYS = [...FACT_KEYS, 'sales', 'lines', 'exchangeRates']

/** Reads the input of a calculation, or throws everything that is wrong with it. */
export function readInput(input: unknown, plan: ExactPlan): ReadInput {
  const issues: Issue[] = []
  const fields = read.fields(input, [], INPUT_KEYS, issues)
  issue.refuseIfAny(fields === undefined ? issues : [])
  const facts = factsIn(fields ?? {}, plan, issues)
  const sales = readSales(fields ?? {}, facts.period, plan, issues)
  issue.refuseIfAny(issues)
  return { facts, sales }
}

/** Sales as one figure, or as order lines. */
function readSales(
  fields: Fields,
  period: Period | null,
  plan: ExactPlan,
  issues: Issue[],
): EligibleSales {
  const { sales = null, lines = null, exchangeRates } = fields
  if (sales !== null && lines !== null) issues.push(issue.at(SALES_TWICE, ['sales'], {}))
  if (lines === null) {
    issues.push(...tooLittle(plan))
    return countFigure(read.decimal(fields['sales'], ['sales'], issues) ?? fraction.ZERO, plan)
  }
  const rates = readRates(exchangeRates ?? [], ['exchangeRates'], issues)
  const given = readLines(lines, ['lines'], issues)
  return issues.length > 0
    ? countFigure(fraction.ZERO, plan)
    : countLines(given, rates, period, plan)
}

/** A plan that looks at each line says nothing of a single figure. */
function tooLittle(plan: ExactPlan): Issue[] {
  const field = fieldThatNeeds(plan, 'line', 'amount')
  return field === null ? [] : [issue.at(LINES_MISSING, ['lines'], { field })]
}
