import type { Issue, Path } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import * as fraction from '../kernel/number/fraction.js'
import * as write from '../kernel/number/write.js'
import { enter, type Reading, readBelow } from './exactCascade.js'
import type { CascadeCheck, TargetTree } from './types.js'

/**
 * Reports where a tree of targets does not add up: each node whose target is not what its head and those below carry together (TAR-1).
 *
 * Use it for a tree that was made, or changed, by hand; {@link cascadeTarget} makes one that adds up, and its `tree` is taken as it is.
 *
 * @throws SalesRulesError `VALUE_MISSING` for a node without an amount, `NUMBER_OUT_OF_RANGE` for one below 0, `VALUE_UNREADABLE` for a
 *   cycle, `ID_DUPLICATE`, `NUMBER_INVALID`, `UNKNOWN_KEY`.
 *
 * @example A target that was raised, and nobody below was told
 * ```ts
 * import { checkCascade } from 'sales-rules'
 *
 * const north = { id: 'north', amount: '650', head: { id: 'Li', amount: '180' }, children: [{ id: 'Wang', amount: '420' }] }
 * const check = checkCascade({ id: 'company', amount: '1000', children: [north, { id: 'south', amount: '350' }] })
 * check.addsUp // => false
 * check.differences // => [{ path: ['company', 'north'], amount: '650', below: '600', remaining: '50' }]
 * ```
 */
export function checkCascade(tree: TargetTree): CascadeCheck {
  const issues: Issue[] = []
  const root = readNode(tree, ['tree'], { issues, above: [], nodes: 0 })
  issue.refuseIfAny(issues)
  return writeCheck(computeChecks(root as Node, []))
}

interface Node {
  readonly id: string
  readonly path: Path
  readonly amount: fraction.Fraction
  readonly head: fraction.Fraction
  readonly children: readonly Node[]
}

const FIELDS = ['id', 'amount', 'by', 'head', 'children']

function readNode(value: unknown, path: Path, reading: Reading): Node | undefined {
  const { issues, above } = reading
  if (!enter(value, path, reading)) return undefined
  const fields = read.fields(value, path, FIELDS, issues)
  if (fields === undefined) return undefined
  const { required, optional } = read.of(fields, path, issues)
  const id = required('id', read.name)
  const amount = required('amount', readAmount)
  const head = optional('head', readHead)
  above.push(value)
  const children = readBelow(fields['children'], [...path, 'children'], reading, (child, at) =>
    readNode(child, at, reading),
  )
  above.pop()
  if (id === undefined || amount === undefined) return undefined
  return { id, path, amount, head: head ?? fraction.ZERO, children }
}

function readAmount(value: unknown, path: Path, issues: Issue[]) {
  return read.within(value, path, issues, { minimum: fraction.ZERO })
}

function readHead(value: unknown, path: Path, issues: Issue[]) {
  const fields = read.fields(value, path, ['id', 'amount'], issues)
  if (fields === undefined) return undefined
  const { required } = read.of(fields, path, issues)
  required('id', read.name)
  return required('amount', readAmount)
}

/** A node that has anybody below it, and what they carry. */
interface Checked {
  readonly path: readonly string[]
  readonly amount: fraction.Fraction
  readonly below: fraction.Fraction
  /** Of the finest of the amounts, as it is written. */
  readonly decimals: number
}

/** Of a node and of all nodes below it, from the top down. */
function computeChecks({ id, amount, head, children }: Node, above: readonly string[]): Checked[] {
  const path = [...above, id]
  const parts = [head, ...children.map((child) => child.amount)]
  const below = fraction.sum(parts)
  const decimals = [amount, ...parts].reduce((most, one) => Math.max(most, placesOf(one)), 0)
  const hasNobody = children.length === 0 && fraction.isZero(head)
  const own = hasNobody ? [] : [{ path, amount, below, decimals }]
  return [...own, ...children.flatMap((child) => computeChecks(child, path))]
}

/** A number that was read has as its denominator the power of ten that its decimals ask for. */
function placesOf({ d }: fraction.Fraction): number {
  return String(d).length - 1
}

function writeCheck(checked: readonly Checked[]): CascadeCheck {
  const wrong = checked.filter(({ amount, below }) => fraction.compare(amount, below) !== 0)
  return {
    addsUp: wrong.length === 0,
    checked: checked.length,
    differences: wrong.map(writeDifference),
    clauses: ['TAR-1'],
  }
}

function writeDifference({ path, amount, below, decimals }: Checked) {
  return {
    path,
    amount: write.padded(amount, decimals),
    below: write.padded(below, decimals),
    remaining: write.padded(fraction.subtract(amount, below), decimals),
  }
}
