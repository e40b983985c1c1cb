import type { Issue, Path } from '../../kernel/index.js'
import { invalid } from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import { A_PLACE, ONE_OPERATION, TRUE } from '../issues.js'
import { parsePath, type Step } from './path.js'

/** What an edit does in its place. */
type Operation =
  | { readonly kind: 'set'; readonly value: unknown }
  | { readonly kind: 'multiply' | 'add'; readonly by: Fraction }
  | { readonly kind: 'insert'; readonly value: unknown; readonly before: string | undefined }
  | { readonly kind: 'remove' }

export interface ExactEdit {
  /** Where the edit is, for what is wrong with it. */
  readonly at: Path
  readonly path: string
  readonly steps: readonly Step[]
  readonly operation: Operation
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly group?: string | undefined
}

const OPERATIONS = ['set', 'multiply', 'add', 'insert', 'remove'] as const
const KEYS = ['path', ...OPERATIONS, 'before']
/** What only an edit of a document may say. */
export const OF_DOCUMENT = ['from', 'to', 'group']

/** Reads edits as they were written, each on its own; in a document they may say `more`. */
export function readEdits(edits: unknown, more: readonly string[], issues: Issue[]): ExactEdit[] {
  const keys = [...KEYS, ...more]
  return (read.array(edits, ['edits'], issues) ?? []).flatMap((edit, index) => {
    const at = ['edits', index]
    const fields = read.fields(edit, at, keys, issues)
    return (fields && readEdit(fields, at, issues)) ?? []
  })
}

function readEdit(fields: read.Fields, at: Path, issues: Issue[]): ExactEdit | undefined {
  const { path } = fields
  const steps = parsePath(path)
  if (steps === undefined) issues.push(invalid(path, [...at, 'path'], A_PLACE))
  const operation = readOperation(fields, at, issues)
  const { optional } = read.of(fields, at, issues)
  const from = optional('from', read.date)
  const to = optional('to', read.date)
  const group = optional('group', read.name)
  if (steps === undefined || operation === undefined) return undefined
  return { at, path: String(path), steps, operation, from, to, group }
}

function readOperation(fields: read.Fields, at: Path, issues: Issue[]): Operation | undefined {
  const named = OPERATIONS.filter((key) => fields[key] !== undefined)
  const [kind] = named
  if (kind === undefined || named.length > 1) {
    issues.push(invalid(named.length > 1 ? named.join(', ') : undefined, at, ONE_OPERATION))
    return undefined
  }
  const { before } = fields
  if (before !== undefined && kind !== 'insert')
    issues.push(read.unknownKey('before', at, KEYS.slice(0, -1)))
  return operationOf(kind, fields, at, issues)
}

function operationOf(
  kind: (typeof OPERATIONS)[number],
  fields: read.Fields,
  at: Path,
  issues: Issue[],
): Operation | undefined {
  const value = fields[kind]
  const { optional } = read.of(fields, at, issues)
  if (kind === 'set') return { kind, value }
  if (kind === 'insert') return { kind, value, before: optional('before', read.name) }
  if (kind === 'remove') {
    if (value !== true) issues.push(invalid(value, [...at, kind], TRUE))
    return { kind }
  }
  const by = read.decimal(value, [...at, kind], issues)
  return by === undefined ? undefined : { kind, by }
}
