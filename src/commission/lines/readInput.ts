import * as check from '../../kernel/check/check.js'
import type { Issue, Path } from '../../kernel/index.js'
import { issueAt, refuseIfAny, SalesRulesError, show } from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import type { Fields } from '../../kernel/input/values.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import type { CommissionPlan } from '../types.js'
import { readRates } from './convertLine.js'
import { fieldOfLines } from './fieldOfLines.js'
import { readLines } from './readLine.js'
import { type Sold, soldAsFigure, soldAsLines } from './sold.js'

/** What a calculation knows beside the sales, read exactly. */
export interface ReadFacts {
  readonly payee: string | null
  readonly period: string | null
  readonly target: Fraction | undefined
  readonly measure: Fraction | undefined
  readonly uplift: Fraction
  readonly incentive: Fraction | undefined
  /** What conditions and the KPI multiplier look at. */
  readonly facts: Fields
  readonly earnedYearToDate: Fraction | undefined
}

/** What a calculation was given, read exactly. */
export interface ReadInput {
  readonly facts: ReadFacts
  readonly sold: Sold
}

const NAMES = ['payee', 'period'] as const
const SALES = ['sales', 'lines', 'exchangeRates'] as const
/** What may be known of a payee beside their sales. */
export const FIGURES = [
  'target',
  'measure',
  'coefficientUplift',
  'targetIncentive',
  'facts',
  'earnedYearToDate',
] as const

const INPUT_KEYS = [...NAMES, ...SALES, ...FIGURES]
const FACT_KEYS = [...NAMES, ...FIGURES]

/** Reads the input of a calculation, or throws everything that is wrong with it. */
export function readInput(input: unknown, plan: CommissionPlan): ReadInput {
  const issues: Issue[] = []
  const fields = read.fields(input, [], INPUT_KEYS, issues)
  if (fields === undefined) throw new SalesRulesError(issues)
  const facts = readGiven(fields, plan, issues)
  const sold = readSold(fields, facts.period, plan, issues)
  refuseIfAny(issues)
  return { facts, sold }
}

/** Reads what is known beside the sales, where the sales are known already. */
export function readFacts(input: unknown, plan: CommissionPlan): ReadFacts {
  const issues: Issue[] = []
  const fields = read.fields(input, [], FACT_KEYS, issues)
  if (fields === undefined) throw new SalesRulesError(issues)
  const facts = readGiven(fields, plan, issues)
  refuseIfAny(issues)
  return facts
}

function readGiven(fields: Fields, plan: CommissionPlan, issues: Issue[]): ReadFacts {
  const optional = <Value>(key: string, reader: (value: unknown, path: Path) => Value) =>
    fields[key] === undefined ? undefined : reader(fields[key], [key])
  const above = { minimum: fraction.ZERO, above: true }
  return {
    payee: optional('payee', (value, path) => read.name(value, path, issues)) ?? null,
    period: optional('period', (value, path) => readPeriodName(value, path, issues)) ?? null,
    target: optional('target', (value, path) => read.decimal(value, path, issues, above)),
    measure: optional('measure', (value, path) => read.decimal(value, path, issues)),
    uplift:
      optional('coefficientUplift', (value, path) => readUplift(value, path, plan, issues)) ??
      fraction.ZERO,
    incentive: optional('targetIncentive', (value, path) =>
      read.decimal(value, path, issues, above),
    ),
    facts:
      optional('facts', (value, path) => read.fields(value ?? {}, path, factNames(plan), issues)) ??
      NO_FACTS,
    earnedYearToDate: readEarnedBefore(fields, plan, issues),
  }
}

const NO_FACTS: Fields = {}

const LIKELY_PERCENTAGE = { n: 1n, d: 10n }

/**
 * Added to a rate, more than ten points are taken for a percentage: 0.5 for half a point, which is 0.005. Added to money per unit,
 * a ratio says nothing.
 */
export function readUplift(
  value: unknown,
  path: Path,
  { coefficient, scale }: CommissionPlan,
  issues: Issue[],
): Fraction | undefined {
  const uplift = read.decimal(value, path, issues, {
    minimum: fraction.ZERO,
    maximum: fraction.ONE,
  })
  if (uplift === undefined || fraction.isZero(uplift) || coefficient.applies === 'multiply')
    return uplift
  if (scale.thresholds === 'units') {
    const reason =
      'an uplift is added to rates, and this plan pays money for each unit. Set its "coefficient.applies" to "multiply", or leave the uplift out.'
    issues.push(issueAt('POLICY_CONFLICT', path, { reason }, reason))
    return undefined
  }
  if (fraction.compare(uplift, LIKELY_PERCENTAGE) <= 0) return uplift
  const given = show(value)
  const suggestion = write.decimal({ n: uplift.n, d: uplift.d * 100n })
  const text = `got ${given}, expected what is added to every rate, at most 0.1. Did you mean ${suggestion}?`
  issues.push(issueAt('NUMBER_LOOKS_LIKE_PERCENT', path, { given, suggestion }, text))
  return undefined
}

/** A cap on the year needs to know what the year has earned; a statement of a whole year stands alone. */
function readEarnedBefore(
  { earnedYearToDate, period }: Fields,
  { cap }: CommissionPlan,
  issues: Issue[],
): Fraction | undefined {
  if (earnedYearToDate !== undefined)
    return read.written(earnedYearToDate, ['earnedYearToDate'], issues)
  if (cap?.year === undefined || read.period(period, [], [])?.unit === 'year') return undefined
  const expected = 'what the year has earned before'
  const text = `is missing, expected ${expected}, because the plan caps the year. Give 0 for its first period.`
  issues.push(issueAt('VALUE_MISSING', ['earnedYearToDate'], { expected }, text))
  return undefined
}

function readPeriodName(value: unknown, path: Path, issues: Issue[]): string | undefined {
  return read.period(value, path, issues) === undefined ? undefined : (value as string)
}

/** The facts that the plan looks at; any other name is a slip. */
function factNames({ gate, kpiMultiplier: multiplier }: CommissionPlan): string[] {
  const ofGate = gate?.conditions === undefined ? [] : check.factsOf(gate.conditions)
  return [...new Set([...ofGate, ...(multiplier === undefined ? [] : [multiplier.fact])])]
}

function readSold(
  fields: Fields,
  period: string | null,
  plan: CommissionPlan,
  issues: Issue[],
): Sold {
  const { sales, lines, exchangeRates } = fields
  if (sales !== undefined && lines !== undefined) {
    const reason = 'sales are given twice, as a figure and as lines. Give one of them.'
    issues.push(issueAt('POLICY_CONFLICT', ['sales'], { reason }, reason))
  }
  if (lines === undefined) {
    issues.push(...needsLines(plan))
    return soldAsFigure(read.decimal(sales, ['sales'], issues) ?? fraction.ZERO, plan)
  }
  const rates = readRates(exchangeRates ?? [], ['exchangeRates'], issues)
  const given = readLines(lines, ['lines'], issues)
  return issues.length > 0
    ? soldAsFigure(fraction.ZERO, plan)
    : soldAsLines(given, rates, period, plan)
}

/** Parts of a plan that say nothing of a single figure. */
function needsLines(plan: CommissionPlan): Issue[] {
  const field = fieldOfLines(plan)
  if (field === null) return []
  const expected = 'the order lines'
  const text = `is missing, expected ${expected}, because "${field}" of the plan looks at each of them.`
  return [issueAt('VALUE_MISSING', ['lines'], { expected }, text)]
}
