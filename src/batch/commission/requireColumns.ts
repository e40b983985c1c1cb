import type { Issue } from '../../kernel/index.js'
import type { Expected } from '../../kernel/input/issue.js'
import * as issue from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import {
  A_FLOAT64ARRAY,
  A_MAP,
  AMOUNTS_MISFIT,
  AN_INT32ARRAY,
  COUNTS_MISFIT,
  NAMES,
  PAYEE_DUPLICATE,
  PAYEE_OUTSIDE,
  REFUSED_MISFIT,
} from '../issues.js'
import { isMap } from './isMap.js'
import { readRowIssues } from './readRowIssues.js'
import { readTally } from './readTally.js'
import type { RefusedTally } from './refusedTally.js'
import type { CommissionColumns } from './types.js'

/** Columns that were read, and whose rows they refused. */
export type ReadColumns = CommissionColumns & { readonly tally: RefusedTally }

/** Refuses what are no columns, or columns that do not belong together; what it returns holds still while it is read. */
export function requireColumns(given: CommissionColumns): ReadColumns {
  const issues: Issue[] = []
  const fields = read.record(given, ['columns'], issues, MAY_BE_LEFT_OUT)
  issue.refuseIfAny(issues)
  for (const [key, expected, isRight] of FORMS) {
    const value = fields?.[key]
    if (!isRight(value)) issues.push(issue.invalid(value, [key], expected))
  }
  for (const [key, maximum] of COUNTS)
    read.integer(fields?.[key], [key], issues, { minimum: 0, maximum })
  const rows = readRowIssues(fields?.['issues'], ['issues'], issues)
  issue.refuseIfAny(issues)
  const own = fields as unknown as CommissionColumns
  requireFit({ ...own, issues: rows })
  if (own.counts !== undefined) requireCounts(own.counts, own)
  const columns = { ...own, issues: rows, tally: readTally(own, rows, issues) }
  issue.refuseIfAny(issues)
  requireNames(columns.payees)
  return columns
}

/** What columns that somebody made themselves need not have; behind an accessor it would be passed over. */
const MAY_BE_LEFT_OUT: readonly (keyof CommissionColumns)[] = [
  'counts',
  'refusedByPayee',
  'refusedByCode',
]

type Form = readonly [
  key: keyof CommissionColumns,
  expected: Expected,
  isRight: (value: unknown) => boolean,
]

const FLOATS = '[object Float64Array]'

const FORMS: readonly Form[] = [
  ['payees', NAMES, isListOfTexts],
  ['payee', AN_INT32ARRAY, (value) => read.isTyped(value, '[object Int32Array]')],
  ['amounts', A_FLOAT64ARRAY, (value) => read.isTyped(value, FLOATS)],
  ['wide', A_MAP, isMap],
]

const COUNTS: readonly (readonly [key: keyof CommissionColumns, maximum: number])[] = [
  ['decimals', 15],
  ['rows', Number.MAX_SAFE_INTEGER],
  ['refused', Number.MAX_SAFE_INTEGER],
]

function requireCounts(counts: Float64Array, { amounts }: CommissionColumns): void {
  const issues: Issue[] = []
  if (!read.isTyped(counts, FLOATS))
    issue.refuseIfAny([issue.invalid(counts, ['counts'], A_FLOAT64ARRAY)])
  if (counts.length !== amounts.length) {
    const params = { given: String(counts.length), count: amounts.length }
    issue.refuse(COUNTS_MISFIT, ['counts'], params)
  }
  for (const [line, count] of counts.entries()) {
    if (Number.isSafeInteger(count) && count >= 1) continue
    read.integer(count, ['counts', line], issues, { minimum: 1, maximum: Number.MAX_SAFE_INTEGER })
    issue.refuseIfTooMany(issues)
  }
  issue.refuseIfAny(issues)
}

function isListOfTexts(value: unknown): boolean {
  try {
    if (!Array.isArray(value)) return false
    for (let index = 0; index < value.length; index += 1)
      if (typeof value[index] !== 'string') return false
    return true
  } catch {
    // A proxy that throws.
    return false
  }
}

function requireFit({ payee, amounts, rows, issues, refused }: CommissionColumns): void {
  if (payee.length !== amounts.length) {
    const params = { given: String(amounts.length), count: payee.length }
    issue.refuse(AMOUNTS_MISFIT, ['amounts'], params)
  }
  if (refused < issues.length || refused > rows)
    issue.refuse(REFUSED_MISFIT, ['refused'], { given: String(refused), count: issues.length })
}

/** Refuses a name that no row may have, and one that comes twice: its lines would be those of two, and each would miss a gate. */
function requireNames(payees: readonly string[]): void {
  const issues: Issue[] = []
  const seen = new Set<string>()
  for (let place = 0; place < payees.length; place += 1) {
    const name = payees[place] ?? ''
    const path = ['payees', place]
    if (!read.isName(name)) read.name(name, path, issues)
    else if (seen.has(name)) issues.push(issue.at(PAYEE_DUPLICATE, path, { id: name }))
    else seen.add(name)
    issue.refuseIfTooMany(issues)
  }
  issue.refuseIfAny(issues)
}

/** Refuses a line of nobody. */
export function requirePayee({ payees, payee }: CommissionColumns, line: number): void {
  const place = payee[line] ?? -1
  if (place >= 0 && place < payees.length) return
  issue.refuse(PAYEE_OUTSIDE, ['payee', line], { given: String(place), count: payees.length })
}
