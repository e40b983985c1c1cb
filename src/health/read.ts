import type { Issue, Path } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import type { ExactCarePolicy } from './exactCarePolicy.js'
import { AFTER_AS_OF, NOT_NAMED, SECTION_MISSING } from './issues.js'

/** What is wrong with a name that has to be one of those known. */
export function notNamed(given: unknown, path: Path, known: readonly string[]): Issue[] {
  if ((known as readonly unknown[]).includes(given)) return []
  const suggestion = typeof given === 'string' ? issue.closest(given, known) : null
  return [issue.at(NOT_NAMED, path, { given: issue.show(given), known, suggestion })]
}

/** Reads one of the names of a policy. */
export function readNamed(
  value: unknown,
  path: Path,
  known: readonly string[],
  issues: Issue[],
): string | undefined {
  const name = read.name(value, path, issues)
  if (name === undefined) return undefined
  const found = notNamed(name, path, known)
  for (const one of found) issue.add(issues, one)
  return found.length === 0 ? name : undefined
}

/** The fields of an input; what is no object at all is refused at once, and not for each field that it lacks. */
export function readInput(
  value: unknown,
  path: Path,
  keys: readonly string[],
  issues: Issue[],
): read.Fields {
  const fields = read.fields(value, path, keys, issues)
  if (fields === undefined) issue.refuseIfAny(issues)
  return fields ?? {}
}

/** Reads a day that is not after the one as of which is asked. */
export function readPast(
  value: unknown,
  path: Path,
  asOf: string | undefined,
  issues: Issue[],
): string | undefined {
  const date = read.date(value, path, issues)
  if (date === undefined || asOf === undefined || date <= asOf) return date
  issue.add(issues, issue.at(AFTER_AS_OF, path, { from: date, to: asOf }))
  return undefined
}

/** Where rows are, and what is found wrong: with the list as a whole, and with single rows, which are left out. */
export interface RowPlace {
  readonly path: Path
  readonly issues: Issue[]
  readonly ofRows: Issue[]
}

/** Reads rows, each for itself: one that is wrong is named and left out, and the others go on. None is an empty list. */
export function readRows<Row>(
  value: unknown,
  { path, issues, ofRows }: RowPlace,
  readRow: (row: unknown, path: Path, issues: Issue[]) => Row | undefined,
): Row[] {
  if (value === undefined || value === null) return []
  return (read.array(value, path, issues) ?? []).flatMap((given, index) => {
    const found: Issue[] = []
    const row = readRow(given, [...path, index], found)
    for (const one of found) issue.add(ofRows, one)
    return row === undefined || found.length > 0 ? [] : [row]
  })
}

export const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

type Section = 'retention' | 'renewals' | 'packages' | 'protection'

/** What a policy says of something that it may be without. */
export function sectionOf<Name extends Section>(
  { rules }: ExactCarePolicy,
  field: Name,
): NonNullable<ExactCarePolicy['rules'][Name]> {
  const section = rules[field]
  if (section === undefined) return issue.refuse(SECTION_MISSING, ['policy', field], { field })
  return section as NonNullable<ExactCarePolicy['rules'][Name]>
}
