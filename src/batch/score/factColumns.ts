import { type Issue, issueAt, type Path, refuseIfAny } from '../../kernel/input/issue.js'
import { invalid, isTyped, readFields } from '../../kernel/input/values.js'
import type { CompiledScorecard } from './compileScorecard.js'
import { bareNumerator, roundBlock } from './scoreBare.js'

/** Facts of many rows, a column for each. */
export interface FactColumns<Column = Float64Array> {
  readonly length: number
  readonly byId: ReadonlyMap<string, Column>
}

/** What a column must be. */
export interface ColumnForm<Column> {
  readonly read: (value: unknown, path: Path, issues: Issue[]) => Column | undefined
  readonly lengthOf: (column: Column) => number
}

/**
 * Reads columns of known facts, all of them equally long; throws what is wrong with them.
 *
 * @internal
 */
export function readFactColumns<Column>(
  given: unknown,
  ids: readonly string[],
  { read, lengthOf }: ColumnForm<Column>,
): FactColumns<Column> {
  const issues: Issue[] = []
  const fields = readFields(given, [], ids, issues) ?? {}
  const byId = new Map<string, Column>()
  for (const id of ids) {
    const column = fields[id] === undefined ? undefined : read(fields[id], [id], issues)
    if (column !== undefined) byId.set(id, column)
  }
  refuseIfAny(issues)
  const lengths = [...byId].map(([id, column]) => [id, lengthOf(column)] as const)
  const length = lengths[0]?.[1] ?? 0
  for (const [id, own] of lengths) if (own !== length) issues.push(misfit(id, own, length))
  refuseIfAny(issues)
  return { length, byId }
}

function misfit(id: string, own: number, length: number): Issue {
  const [given, expected] = [`${own} rows`, `${length} rows, as the first column has`]
  return issueAt('VALUE_INVALID', [id], { given, expected }, `got ${given}, expected ${expected}.`)
}

/** A column of numbers, NaN where a row has none. */
export const NUMBERS: ColumnForm<Float64Array> = {
  read: (value, path, issues) =>
    readColumn<Float64Array>(value, '[object Float64Array]', 'a Float64Array', path, issues),
  lengthOf: ({ length }) => length,
}

/** @internal */
export function readColumn<Column>(
  value: unknown,
  kind: string,
  expected: string,
  path: Path,
  issues: Issue[],
): Column | undefined {
  if (isTyped(value, kind)) return value as Column
  issues.push(invalid(value, path, expected))
  return undefined
}

/**
 * The units of a block of rows whose facts are all bare points; NaN for the others.
 *
 * @internal
 */
export function unitsOfColumns(
  columns: ReadonlyMap<string, ArrayLike<number>>,
  start: number,
  card: CompiledScorecard,
  units: Float64Array,
): void {
  units.fill(0)
  for (const [part, id] of card.ids.entries()) {
    const column = columns.get(id)
    if (column === undefined) {
      units.fill(Number.NaN)
      return
    }
    for (let at = 0; at < units.length; at += 1)
      units[at] = (units[at] as number) + bareNumerator(column[start + at], part, card)
  }
  roundBlock(units, card)
}
