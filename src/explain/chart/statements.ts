/** Statements, as far as pictures show them. */
import type { Issue } from '../../kernel/index.js'
import type { Path } from '../../kernel/input/issue.js'
import * as issue from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import { type Figure, readFigure, readLabel, readOrRefuse, requireCurrency } from './figures.js'
import { SOMETHING_TO_DRAW, TOO_MANY_TO_DRAW } from './issues.js'

export interface Stated {
  readonly payee: string | null
  readonly period: string | null
  readonly currency: string
  readonly sales: Figure
  readonly amount: Figure
  readonly attainment: Figure | null
}

const MOST_STATEMENTS = 100_000

/** A list of statements in one currency, at least one. */
export function readStatements(fields: read.Fields, key: string): readonly Stated[] {
  const given = readOrRefuse(fields[key], [key], read.array)
  if (given.length > MOST_STATEMENTS)
    issue.refuse(TOO_MANY_TO_DRAW, [key], { limit: MOST_STATEMENTS })
  if (given.length === 0)
    throw new issue.SalesRulesError([issue.invalid(given, [key], SOMETHING_TO_DRAW)])
  const issues: Issue[] = []
  const stated = given.flatMap((one, index) => readStated(one, [key, index], issues) ?? [])
  issue.refuseIfAny(issues)
  for (const [index, { currency }] of stated.entries())
    requireCurrency(currency, stated[0]?.currency ?? currency, [key, index, 'currency'])
  return stated
}

export function readStated(value: unknown, path: Path, issues: Issue[]): Stated | undefined {
  const fields = read.record(value, path, issues)
  if (fields === undefined) return undefined
  const { required, optional } = read.of(fields, path, issues)
  const payee = readLabel(fields['payee'], [...path, 'payee'], issues)
  const period = optional('period', readPeriod) ?? null
  const currency = required('currency', read.name)
  const [sales, amount] = [required('sales', readFigure), required('amount', readFigure)]
  const attainment = optional('attainment', readFigure) ?? null
  if (currency === undefined || sales === undefined || amount === undefined) return undefined
  return { payee, period, currency, sales, amount, attainment }
}

/** The name of a period; of a company's own, its id. */
function readPeriod(value: unknown, path: Path, issues: Issue[]): string | undefined {
  if (typeof value === 'string') return read.name(value, path, issues)
  const fields = read.record(value, path, issues)
  return fields && read.name(fields['id'], [...path, 'id'], issues)
}
