/** Running totals as plain JSON: how they are written, and how they are read again when they come back from storage. */
import type { Issue, Path } from '../../kernel/index.js'
import {
  type Fields,
  type Fraction,
  issueAt,
  readArray,
  readBoolean,
  readDecimal,
  readFields,
  readInteger,
  readName,
  readRecord,
  sum,
  writeDecimal,
  ZERO,
} from '../../kernel/inside.js'
import { writeNotCounted } from '../earn/writeMoney.js'
import type { CommissionPlan, CommissionTotals, ConvertedLine, NewCustomers } from '../types.js'
import type { QualifiedAward } from './findAwards.js'
import type { RefusedLine } from './readLine.js'
import { type Bases, noBases, type Sold, soldAsFigure } from './sold.js'

/** How many lines were added, and what they come to. */
export interface Totals {
  readonly lines: number
  readonly sold: Sold
}

/** The most lines that a total counts. */
const MOST_LINES = Number.MAX_SAFE_INTEGER

export function writeTotals({ lines, sold }: Totals, plan: CommissionPlan): CommissionTotals {
  const { awards, newCustomers, converted, notCounted } = sold
  const hasNew = newCustomers.effective.length + newCustomers.tooSmall.length > 0
  return {
    lines,
    sales: writeDecimal(sold.sales),
    ...(isPlain(plan) ? {} : { bases: sold.bases.map((parts) => parts.map(writeDecimal)) }),
    ...(awards.length === 0 ? {} : { awards: awards.map(writeAward) }),
    ...(hasNew ? { newCustomers } : {}),
    ...(converted.length === 0 ? {} : { converted }),
    ...(notCounted.length === 0 ? {} : { notCounted: writeNotCounted(notCounted, plan) }),
  }
}

/** Whether all sales earn by the plan's own scale, so that they are its base. */
function isPlain({ base, measuredBy, rates }: CommissionPlan): boolean {
  return base === 'amount' && measuredBy === undefined && rates === undefined
}

function writeAward({ award, line, isKnown }: QualifiedAward) {
  return { award: award.id, line, isKnown }
}

const KEYS = ['lines', 'sales', 'bases', 'awards', 'newCustomers', 'converted', 'notCounted']

/** Reads totals like any input; what is wrong adds issues. */
export function readTotals(
  value: unknown,
  name: string,
  plan: CommissionPlan,
  issues: Issue[],
): Totals {
  const fields: Fields = readFields(value, [name], KEYS, issues) ?? {}
  const bounds = { minimum: 0, maximum: MOST_LINES }
  const lines = readInteger(fields['lines'], [name, 'lines'], issues, bounds) ?? 0
  const sales = readDecimal(fields['sales'], [name, 'sales'], issues) ?? ZERO
  const bases = readBases(fields['bases'], sales, [name, 'bases'], plan, issues)
  return {
    lines,
    sold: {
      ...soldAsFigure(sales, plan),
      credited: sum(bases.flat()),
      bases,
      awards: readAwards(fields['awards'] ?? [], [name, 'awards'], plan, issues),
      newCustomers: readNewCustomers(fields['newCustomers'], [name, 'newCustomers'], issues),
      converted: readConverted(fields['converted'] ?? [], [name, 'converted'], issues),
      notCounted: readNotCounted(fields['notCounted'] ?? [], [name, 'notCounted'], issues),
    },
  }
}

/** One figure for each scale, or one for each tier: the shape is the plan's. Totals of nothing need not name them. */
function readBases(
  value: unknown,
  sales: Fraction,
  path: Path,
  plan: CommissionPlan,
  issues: Issue[],
): Bases {
  if (isPlain(plan)) {
    if (value !== undefined) issues.push(wrongShape(path))
    return [[sales]]
  }
  const shape = noBases(plan)
  if (value === undefined && sales.n === 0n) return shape
  const groups = readArray(value, path, issues) ?? []
  const bases = groups.map((group, index) =>
    (readArray(group, [...path, index], issues) ?? []).map(
      (figure, tier) => readDecimal(figure, [...path, index, tier], issues) ?? ZERO,
    ),
  )
  const fits =
    bases.length === shape.length &&
    bases.every((parts, index) => parts.length === shape[index]?.length)
  if (!fits) issues.push(wrongShape(path))
  return bases
}

function wrongShape(path: Path): Issue {
  const reason =
    'these totals were made for another plan. Use the totals of each plan with that plan.'
  return issueAt('POLICY_CONFLICT', path, { reason }, reason)
}

function readAwards(
  value: unknown,
  path: Path,
  { awards = [] }: CommissionPlan,
  issues: Issue[],
): QualifiedAward[] {
  return (readArray(value, path, issues) ?? []).flatMap((row, index) => {
    const at = [...path, index]
    const fields = readFields(row, at, ['award', 'line', 'isKnown'], issues)
    const award = awards.find(({ id }) => id === fields?.['award'])
    const line = readName(fields?.['line'], [...at, 'line'], issues)
    const isKnown = readBoolean(fields?.['isKnown'], [...at, 'isKnown'], issues)
    if (award === undefined) issues.push(wrongShape([...at, 'award']))
    return award === undefined || line === undefined || isKnown === undefined
      ? []
      : [{ award, line, isKnown }]
  })
}

function readNewCustomers(value: unknown, path: Path, issues: Issue[]): NewCustomers {
  if (value === undefined) return { effective: [], tooSmall: [] }
  const fields = readFields(value, path, ['effective', 'tooSmall'], issues)
  const effective = readArray(fields?.['effective'], [...path, 'effective'], issues) ?? []
  const tooSmall = readArray(fields?.['tooSmall'], [...path, 'tooSmall'], issues) ?? []
  return {
    effective: effective.map(
      (name, index) => readName(name, [...path, 'effective', index], issues) ?? '',
    ),
    tooSmall: tooSmall.map((row, index) => readTooSmall(row, [...path, 'tooSmall', index], issues)),
  }
}

function readTooSmall(row: unknown, path: Path, issues: Issue[]): NewCustomers['tooSmall'][number] {
  const fields = readFields(row, path, ['line', 'customer', 'missing'], issues)
  if (fields === undefined) return { line: '', customer: null, missing: '' }
  const { line, customer, missing } = { ...fields }
  readDecimal(missing, [...path, 'missing'], issues)
  return {
    line: readName(line, [...path, 'line'], issues) ?? '',
    customer:
      customer === null ? null : (readName(customer, [...path, 'customer'], issues) ?? null),
    missing: String(missing),
  }
}

/** Lines that were converted are evidence, and come back as they were written. */
function readConverted(value: unknown, path: Path, issues: Issue[]): ConvertedLine[] {
  return (readArray(value, path, issues) ?? []).map((row, index) => {
    const fields = readRecord(row, [...path, index], issues) ?? {}
    return { ...fields } as unknown as ConvertedLine
  })
}

function readNotCounted(value: unknown, path: Path, issues: Issue[]): RefusedLine[] {
  return (readArray(value, path, issues) ?? []).flatMap((row, index) => {
    const at = [...path, index]
    const fields = readFields(row, at, ['id', 'amount', 'currency', 'issue'], issues)
    const id = readName(fields?.['id'], [...at, 'id'], issues)
    const amount = readDecimal(fields?.['amount'], [...at, 'amount'], issues)
    const issue = readRecord(fields?.['issue'], [...at, 'issue'], issues)
    const given = fields?.['currency']
    const currency = given === undefined ? given : readName(given, [...at, 'currency'], issues)
    if (id === undefined || amount === undefined || issue === undefined) return []
    const line = { id, amount, currency, path: at }
    return [{ line, issue: { ...issue } as unknown as Issue }]
  })
}
