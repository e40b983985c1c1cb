import type { Issue, Path } from '../kernel/index.js'
import * as attempts from '../kernel/input/attempt.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { ID_DUPLICATE, ONE_OF } from '../kernel/issues.js'
import * as fraction from '../kernel/number/fraction.js'
import * as write from '../kernel/number/write.js'
import type { ExactSalesProcess } from './exactSalesProcess.js'
import { AFTER_AS_OF, DEAL_CURRENCY, PROCESS_SECTION_MISSING, STAGE_UNKNOWN } from './issues.js'

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

/** What is known of the kind of a name that is not, and the one that was most likely meant. */
export function nearest(name: unknown, known: readonly string[]) {
  return { known, suggestion: typeof name === 'string' ? issue.closest(name, known) : null }
}

/** Reads a stage of the process, as its place among them. */
export function readStage(
  value: unknown,
  path: Path,
  { stageIds }: ExactSalesProcess,
  issues: Issue[],
): number | undefined {
  return readPlace(value, path, { known: stageIds, unknown: STAGE_UNKNOWN }, issues)
}

/** Names of a kind, and what is said of one that is none of them. */
export interface Names {
  readonly known: readonly string[]
  readonly unknown: typeof STAGE_UNKNOWN
}

/** Reads a name of the process, as its place among those of its kind. */
export function readPlace(
  value: unknown,
  path: Path,
  { known, unknown }: Names,
  issues: Issue[],
): number | undefined {
  const at = known.indexOf(value as string)
  if (at !== -1) return at
  const found =
    (value ?? null) === null
      ? issue.invalid(value, path, ONE_OF, { allowed: known })
      : issue.at(unknown, path, { given: issue.show(value), ...nearest(value, known) })
  issue.add(issues, found)
  return undefined
}

/** Reads a figure of each stage by its name, by the place of the stage; one that is left out, or is null, is not known. */
export function readByStage<Value>(
  exact: ExactSalesProcess,
  readOne: (value: unknown, path: Path, issues: Issue[]) => Value | undefined,
) {
  return (value: unknown, path: Path, issues: Issue[]): (Value | undefined)[] => {
    const fields = read.record(value, path, issues) ?? {}
    for (const key of Object.keys(fields)) readStage(key, [...path, key], exact, issues)
    const { optional } = read.of(fields, path, issues)
    return exact.stageIds.map((id) => optional(id, readOne))
  }
}

type Section = 'discounts' | 'records' | 'priorities'

/** What a process says of something; one that says nothing is refused. */
export function sectionOf<Name extends Section>(
  exact: ExactSalesProcess,
  name: Name,
): NonNullable<ExactSalesProcess[Name]> {
  const section = exact[name]
  if (section !== null) return section as NonNullable<ExactSalesProcess[Name]>
  return issue.refuse(PROCESS_SECTION_MISSING, ['policy'], {
    given: name,
    known: exact.sections,
  })
}

/** Reads a date that is known as of a day. */
export function readDateBy(
  asOf: string,
): (value: unknown, path: Path, issues: Issue[]) => string | undefined {
  return (value, path, issues) => {
    const date = read.date(value, path, issues)
    if (date === undefined || date <= asOf) return date
    issue.add(issues, issue.at(AFTER_AS_OF, path, { from: date, to: asOf }))
    return undefined
  }
}

/** Refuses a currency that is not the policy's. */
export function readCurrency(
  value: unknown,
  path: Path,
  { currency }: ExactSalesProcess,
  issues: Issue[],
): void {
  if ((value ?? null) === null || value === currency) return
  issue.add(issues, issue.at(DEAL_CURRENCY, path, { given: issue.show(value), expected: currency }))
}

export function readNotNegative(
  value: unknown,
  path: Path,
  issues: Issue[],
): fraction.Fraction | undefined {
  return read.within(value, path, issues, { minimum: fraction.ZERO })
}

/** Reads a probability, a rate or a share: from 0 to 1. */
export function readShare(
  value: unknown,
  path: Path,
  issues: Issue[],
): fraction.Fraction | undefined {
  const share = read.ratio(value, path, issues)
  return share && read.within(value, path, issues, SHARE)
}

const SHARE = { minimum: fraction.ZERO, maximum: fraction.ONE }

/** Rows that could be read, and those that could not, each with its place. */
export interface Rows<Row> {
  readonly rows: readonly Row[]
  readonly notRead: readonly {
    readonly id: string | null
    readonly index: number
    readonly issues: readonly Issue[]
  }[]
}

/** Reads one row; what is wrong with it is added to the issues. */
export type RowReader<Row> = (fields: read.Fields, path: Path, issues: Issue[]) => Row | undefined

/** How rows are read: where they stand, and which keys they may have. */
export interface RowsAt {
  readonly path: Path
  readonly keys: readonly string[]
}

/** A row in its place. */
export type Placed<Row> = Row & { readonly id: string | null; readonly index: number }

/** Reads rows one by one: one that is wrong, or that has the id of an earlier one, is named with what is wrong, and the others go on. */
export function readRows<Row>(
  values: readonly unknown[],
  at: RowsAt,
  readRow: RowReader<Row>,
): Rows<Placed<Row>> {
  const rows: Placed<Row>[] = []
  const notRead: Rows<Row>['notRead'][number][] = []
  const seen = new Set<string>()
  for (const [index, value] of values.entries()) {
    const id = nameOf(value)
    const path = [...at.path, index]
    const outcome = attempts.attempt(() => {
      const issues: Issue[] = []
      const fields = readInput(value, path, at.keys, issues)
      read.of(fields, path, issues).optional('id', read.name)
      if (id !== null && seen.has(id))
        issue.add(issues, issue.at(ID_DUPLICATE, [...path, 'id'], { id }))
      const row = readRow(fields, path, issues)
      issue.refuseIfAny(issues)
      return { ...(row as Row), id, index }
    })
    if (outcome.ok) rows.push(outcome.value)
    else notRead.push({ id, index, issues: outcome.issues })
    if (id !== null) seen.add(id)
  }
  return { rows, notRead }
}

/** The id of a row that could not be read, where that much can be. */
function nameOf(row: unknown): string | null {
  const id = read.record(row, [], [])?.['id']
  return read.isName(id) ? id : null
}

/** Something ÷ something that is not 0. */
export function exactShare(part: number, all: number): fraction.Fraction {
  return fraction.divide(fraction.whole(part), fraction.whole(all))
}

/** Something ÷ something, cut after 12 decimals so that it is 1 only when it is all; null of nothing. */
export function writeShare(part: number, all: number): string | null {
  return all === 0 ? null : write.decimal(exactShare(part, all))
}

/** An amount, rounded as the policy says. */
export function writeRounded(
  amount: fraction.Fraction,
  { currency, rounding }: ExactSalesProcess,
): string {
  return write.money(fraction.round(amount, rounding), currency)
}

/** By text, as code units go; what has none comes last. */
export function byText(one: string | null, other: string | null): number {
  if (one === other) return 0
  if (one === null || other === null) return one === null ? 1 : -1
  return one < other ? -1 : 1
}
