/** A comparison of two policies, as far as pictures show it. */
import type { Issue } from '../../kernel/index.js'
import type { Path } from '../../kernel/input/issue.js'
import * as issue from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import { type Figure, readFigure, readLabel, readOrRefuse } from './figures.js'
import { SOMETHING_TO_DRAW } from './issues.js'

export interface Totals {
  readonly now: Figure
  readonly then: Figure
  readonly difference: Figure
}

/** How many rows gain, lose, or neither, or could not be computed. */
export interface Counts {
  readonly gain: number
  readonly lose: number
  readonly unchanged: number
  /** In no total. */
  readonly refused: number
}

interface Group extends Counts {
  readonly name: string | null
  readonly totals: Totals
}

export interface Changed extends Totals {
  readonly id: string
}

export interface Comparison extends Counts {
  readonly unit: string
  readonly totals: Totals
  readonly groups: readonly Group[]
  readonly winners: readonly Changed[]
  readonly losers: readonly Changed[]
}

export function readComparison(fields: read.Fields): Comparison {
  return readOrRefuse(fields['comparison'], ['comparison'], readFields)
}

function readFields(value: unknown, path: Path, issues: Issue[]): Comparison | undefined {
  const fields = read.record(value, path, issues)
  if (fields === undefined) return undefined
  const { required } = read.of(fields, path, issues)
  const unit = required('unit', read.name)
  const totals = required('totals', readTotals)
  const counts = readCounts(fields, path, issues)
  const groups = required('groups', (...given) => readEach(given, readGroup))
  const winners = required('winners', (...given) => readEach(given, readChanged))
  const losers = required('losers', (...given) => readEach(given, readChanged))
  if (unit === undefined || totals === undefined || counts === undefined) return undefined
  if (counts.gain + counts.lose + counts.unchanged === 0)
    issue.add(issues, issue.invalid([], [...path, 'rows'], SOMETHING_TO_DRAW))
  return { unit, totals, ...counts, groups, winners, losers }
}

type Given = readonly [value: unknown, path: Path, issues: Issue[]]

/** The entries of a list, without those that are refused. */
export function readEach<Value>(
  [value, path, issues]: Given,
  reader: (...given: Given) => Value | undefined,
): readonly Value[] {
  const given = read.array(value, path, issues) ?? []
  return given.flatMap((one, index) => reader(one, [...path, index], issues) ?? [])
}

export function readTotals(...[value, path, issues]: Given): Totals | undefined {
  const fields = read.record(value, path, issues)
  if (fields === undefined) return undefined
  const { required } = read.of(fields, path, issues)
  const [now, then] = [required('now', readFigure), required('then', readFigure)]
  const difference = required('difference', readFigure)
  return now && then && difference && { now, then, difference }
}

const MOST = { minimum: 0, maximum: Number.MAX_SAFE_INTEGER }

export function readCounts(fields: read.Fields, path: Path, issues: Issue[]): Counts | undefined {
  const [gain, lose, unchanged, refused] = ['gain', 'lose', 'unchanged', 'refused'].map((key) =>
    read.integer(fields[key], [...path, key], issues, MOST),
  )
  if (gain === undefined || lose === undefined) return undefined
  if (unchanged === undefined || refused === undefined) return undefined
  return { gain, lose, unchanged, refused }
}

function readGroup(...[value, path, issues]: Given): Group | undefined {
  const fields = read.record(value, path, issues)
  if (fields === undefined) return undefined
  const name = readLabel(fields['group'], [...path, 'group'], issues)
  const totals = readTotals(fields['totals'], [...path, 'totals'], issues)
  const counts = readCounts(fields, path, issues)
  return totals && counts && { name, totals, ...counts }
}

function readChanged(...given: Given): Changed | undefined {
  const [value, path, issues] = given
  const totals = readTotals(...given)
  const fields = read.record(value, path, [])
  const id = read.name(fields?.['id'], [...path, 'id'], issues)
  return totals && id !== undefined ? { id, ...totals } : undefined
}
