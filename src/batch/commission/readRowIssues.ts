import type { Issue, Path } from '../../kernel/index.js'
import { invalid } from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import { A_TEXT } from '../issues.js'
import { MOST_ROWS } from '../refusals.js'
import type { RowIssues } from '../types.js'

/**
 * Reads the refused rows of columns that come back from another thread or from storage, as copies. Of those that are more than are kept
 * nothing is looked at.
 */
export function readRowIssues(value: unknown, path: Path, issues: Issue[]): RowIssues[] {
  const rows = read.array(value, path, issues) ?? []
  return rows
    .slice(0, MOST_ROWS)
    .flatMap((row, index) => readOne(row, [...path, index], issues) ?? [])
}

function readOne(value: unknown, path: Path, issues: Issue[]): RowIssues | undefined {
  const fields = read.fields(value, path, ['row', 'id', 'issues'], issues)
  if (fields === undefined) return undefined
  const bounds = { minimum: 0, maximum: Number.MAX_SAFE_INTEGER }
  const row = read.integer(fields['row'], [...path, 'row'], issues, bounds) ?? 0
  const found = read.array(fields['issues'], [...path, 'issues'], issues) ?? []
  const own = found.flatMap(
    (one, index) => readIssue(one, [...path, 'issues', index], issues) ?? [],
  )
  const given = fields['id']
  const id = given === undefined ? given : read.name(given, [...path, 'id'], issues)
  return id === undefined ? { row, issues: own } : { row, id, issues: own }
}

const KEYS = ['code', 'severity', 'path', 'params', 'message', 'clause']
const SEVERITIES = ['error', 'warning'] as const

/** What it says is evidence and comes back as it was written; that it is of the shape of an issue is all that can be told. */
function readIssue(value: unknown, path: Path, issues: Issue[]): Issue | undefined {
  const fields = read.fields(value, path, KEYS, issues)
  if (fields === undefined) return undefined
  const { code, severity, message, params, clause } = { ...fields }
  read.name(code, [...path, 'code'], issues)
  read.word(severity, [...path, 'severity'], SEVERITIES, issues)
  if (clause !== undefined) read.name(clause, [...path, 'clause'], issues)
  const steps = read.array(fields['path'], [...path, 'path'], issues) ?? []
  for (const [index, step] of steps.entries())
    if (typeof step !== 'number') read.name(step, [...path, 'path', index], issues)
  if (typeof message !== 'string') issues.push(invalid(message, [...path, 'message'], A_TEXT))
  const known = read.record(params, [...path, 'params'], issues)
  return { ...fields, path: steps, params: { ...known } } as unknown as Issue
}
