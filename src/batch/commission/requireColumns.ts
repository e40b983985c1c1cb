import type { Issue } from '../../kernel/index.js'
import { issueAt, refuse, refuseIfAny, refuseIfTooMany, show } from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import { invalid } from '../../kernel/input/values.js'
import { isMap } from './isMap.js'
import type { CommissionColumns } from './types.js'

/** Refuses what are no columns, or columns that do not belong together; what it returns holds still while it is read. */
export function requireColumns(given: CommissionColumns): CommissionColumns {
  const issues: Issue[] = []
  const fields = read.record(given, ['columns'], issues)
  refuseIfAny(issues)
  for (const [key, expected, isRight] of FORMS) {
    const value = fields?.[key]
    if (!isRight(value)) issues.push(invalid(value, [key], expected))
  }
  refuseIfAny(issues)
  const columns = fields as unknown as CommissionColumns
  const { payees, payee, amounts } = columns
  if (payee.length !== amounts.length) {
    const expected = `an amount for each of the ${payee.length} lines`
    misfit(['amounts'], String(amounts.length), expected)
  }
  requireNames(payees)
  return columns
}

type Form = readonly [
  key: keyof CommissionColumns,
  expected: string,
  isRight: (value: unknown) => boolean,
]

const FORMS: readonly Form[] = [
  ['payees', 'an array of names', (value) => isListOf(value, (name) => typeof name === 'string')],
  ['payee', 'an Int32Array', (value) => read.isTyped(value, '[object Int32Array]')],
  ['amounts', 'a Float64Array', (value) => read.isTyped(value, '[object Float64Array]')],
  ['decimals', 'a whole number from 0 to 15', (value) => isWhole(value) && value <= 15],
  ['wide', 'a Map', isMap],
  ['rows', 'a whole number', isWhole],
  ['issues', 'an array of the rows that were refused', (value) => isListOf(value, isRowIssues)],
]

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0
}

function isListOf(value: unknown, isOne: (entry: unknown) => boolean): boolean {
  try {
    if (!Array.isArray(value)) return false
    for (let index = 0; index < value.length; index += 1) if (!isOne(value[index])) return false
    return true
  } catch {
    // A proxy that throws.
    return false
  }
}

function isRowIssues(value: unknown): boolean {
  const { row, issues } = value as { readonly row: unknown; readonly issues: unknown }
  return isWhole(row) && Array.isArray(issues)
}

/** Refuses a name that no row may have, and one that comes twice: its lines would be those of two, and each would miss a gate. */
function requireNames(payees: readonly string[]): void {
  const issues: Issue[] = []
  const seen = new Set<string>()
  for (let place = 0; place < payees.length; place += 1) {
    const name = payees[place] ?? ''
    if (!read.isName(name)) read.name(name, ['payees', place], issues)
    else if (seen.has(name)) issues.push(duplicate(name, place))
    else seen.add(name)
    refuseIfTooMany(issues)
  }
  refuseIfAny(issues)
}

function duplicate(name: string, place: number): Issue {
  const text = `got ${show(name)} twice, expected each payee once.`
  return issueAt('ID_DUPLICATE', ['payees', place], { id: name }, text)
}

/** Refuses a line of nobody. */
export function requirePayee({ payees, payee }: CommissionColumns, line: number): void {
  const place = payee[line] ?? -1
  if (place >= 0 && place < payees.length) return
  misfit(['payee', line], String(place), `the place of one of ${payees.length} payees`)
}

function misfit(path: readonly (string | number)[], given: string, expected: string): void {
  refuse('VALUE_INVALID', path, { given, expected }, `got ${given}, expected ${expected}.`)
}
