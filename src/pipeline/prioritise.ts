import * as check from '../kernel/check/check.js'
import type { Issue, Path } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import * as decimals from '../kernel/number/decimal.js'
import * as fraction from '../kernel/number/fraction.js'
import { type ExactPriorities, exactSalesProcess } from './exactSalesProcess.js'
import { byText, readRows, sectionOf } from './read.js'
import type { DefinedSalesProcess, Priorities, Task } from './types.js'

/**
 * Orders work by the quadrants of importance and urgency: both first, then what is important, then what is urgent, then the rest (PIP-5).
 *
 * Reaching a line counts. Inside a quadrant the more important task comes first, then the more urgent one, then what is due earlier, then by
 * id. What the process calls always important and urgent, such as care of key customers, is in the first quadrant whatever its points, and
 * needs none.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `VALUE_INVALID` for what is no list, `NOT_IN_POLICY` for a process without priorities. What is
 *   wrong with a task is in `notCounted`.
 *
 * @example Exactly on both lines is the first quadrant, and a key customer comes before what shouts
 * ```ts
 * import { handbook, prioritise } from 'sales-rules'
 *
 * const tasks = [
 *   { id: 'report', important: 20, urgent: 80 },
 *   { id: 'strategy', important: 80, urgent: 20 },
 *   { id: 'offer', important: 50, urgent: 50 },
 *   { id: 'call Acme', kind: 'care', customerTier: 'key' },
 * ]
 * const { tasks: ranked } = prioritise(tasks, handbook.pipeline)
 * ranked.map(({ id, quadrant }) => [id, quadrant])
 * // => [['call Acme', 1], ['offer', 1], ['strategy', 2], ['report', 3]]
 * ```
 */
export function prioritise(tasks: readonly Task[], policy: DefinedSalesProcess): Priorities {
  const exact = exactSalesProcess(policy)
  const rules = sectionOf(exact, 'priorities')
  const issues: Issue[] = []
  const values = read.array(tasks, ['tasks'], issues) ?? []
  issue.refuseIfAny(issues)
  const at = { path: ['tasks'], keys: [...new Set([...KEYS, ...rules.facts])] }
  const { rows, notRead } = readRows(values, at, (fields, path, found) =>
    readTask(fields, path, rules, found),
  )
  return {
    tasks: [...rows]
      .sort(byPriority)
      .map(({ id, index, important, urgent, due, always, quadrant }) => ({
        id: id ?? '',
        index,
        quadrant,
        important: decimals.toNumber(important),
        urgent: decimals.toNumber(urgent),
        due,
        always,
      })),
    notCounted: notRead.map(({ id: task, ...row }) => ({ task, ...row })),
    policy: exact.policy,
    clauses: rules.clauses,
  }
}

const KEYS = ['id', 'important', 'urgent', 'due']

interface ExactTask {
  readonly important: fraction.Fraction
  readonly urgent: fraction.Fraction
  readonly due: string | null
  readonly always: boolean
  readonly quadrant: 1 | 2 | 3 | 4
}

function readTask(
  fields: read.Fields,
  path: Path,
  rules: ExactPriorities,
  issues: Issue[],
): ExactTask | undefined {
  const { required, optional } = read.of(fields, path, issues)
  // A wrong one has been named where rows are read.
  if ((fields['id'] ?? null) === null) required('id', read.name)
  const always = rules.always !== null && isAlways(rules.always, fields, path, issues)
  // What is always important and urgent counts as much as the line at least.
  const points = (key: string, line: fraction.Fraction) => {
    if (!always) return required(key, readPoints)
    return fraction.larger(optional(key, readPoints) ?? line, line)
  }
  const important = points('important', rules.importantFrom)
  const urgent = points('urgent', rules.urgentFrom)
  const due = optional('due', read.date) ?? null
  if (important === undefined || urgent === undefined) return undefined
  const isImportant = fraction.compare(important, rules.importantFrom) >= 0
  const isUrgent = fraction.compare(urgent, rules.urgentFrom) >= 0
  return { important, urgent, due, always, quadrant: quadrantOf(isImportant, isUrgent) }
}

function isAlways(
  condition: check.ExactCondition,
  fields: read.Fields,
  path: Path,
  issues: Issue[],
): boolean {
  return check.compute(check.read(condition, fields, path, issues)).outcome === 'met'
}

function readPoints(value: unknown, path: Path, issues: Issue[]): fraction.Fraction | undefined {
  return read.within(value, path, issues, { minimum: fraction.ZERO, maximum: fraction.HUNDRED })
}

function quadrantOf(isImportant: boolean, isUrgent: boolean): ExactTask['quadrant'] {
  if (isImportant) return isUrgent ? 1 : 2
  return isUrgent ? 3 : 4
}

type Row = ExactTask & { readonly id: string | null }

function byPriority(a: Row, b: Row): number {
  return (
    a.quadrant - b.quadrant ||
    fraction.compare(b.important, a.important) ||
    fraction.compare(b.urgent, a.urgent) ||
    byText(a.due, b.due) ||
    byText(a.id, b.id)
  )
}
