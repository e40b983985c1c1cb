import type { DecimalInput, Issue } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { WEIGHTS_NOT_POSITIVE } from '../kernel/issues.js'
import * as allocation from '../kernel/number/allocate.js'
import * as fraction from '../kernel/number/fraction.js'
import { type ExactHead, type ExactNode, readTree } from './exactCascade.js'
import { exactTargetPlan } from './exactTargetPlan.js'
import { HEAD_BEYOND_TARGET, LOCKED_BELOW_TARGET, LOCKED_BEYOND_TARGET } from './issues.js'
import {
  type ExactTarget,
  PRECISION,
  readPrecision,
  readTarget,
  roundUnits,
  writeUnits,
} from './read.js'
import type {
  CascadedNode,
  DefinedTargetPlan,
  TargetCascade,
  TargetNode,
  TargetPrecision,
} from './types.js'

/**
 * Cascades a target down a tree, from the company by region and product line to the person, so that each level adds up to the one above
 * exactly (TAR-1).
 *
 * From the target of a node its head's part in person is taken first, rounded; then what is `locked` below; the others share what is left
 * by largest remainder, by their `weight`, `share` or `lastYear`. A node may be a parent and have a head who is paid by a target of their
 * own at once. With a plan, `measure` says what the target is of, and the plan how fine it is and what a head carries by default.
 *
 * @throws SalesRulesError `TARGET_NOT_ADDING_UP` where more is locked than there is, or less and nobody has the rest, and for shares that
 *   do not add up to 1; `WEIGHTS_NOT_POSITIVE` where all weights are 0, `POLICY_CONFLICT` for two ways to
 *   weigh a level, `VALUE_MISSING` for none, `VALUE_UNREADABLE` for a cycle, `ID_DUPLICATE` for two of one id beside each other,
 *   `TOTAL_TOO_PRECISE`, `NOT_IN_POLICY`, `NUMBER_OUT_OF_RANGE`, `NUMBER_LOOKS_LIKE_PERCENT`.
 *
 * @example Two regions by last year; the head of the north carries 30% in person
 * ```ts
 * import { cascadeTarget } from 'sales-rules'
 *
 * const north = { id: 'north', lastYear: 600, head: { id: 'Li', share: '0.3' }, children: [{ id: 'Wang', weight: 1 }, { id: 'Zhao', weight: 2 }] }
 * const south = { id: 'south', lastYear: 300 }
 * const { tree, payees } = cascadeTarget('10000', { id: 'company', children: [north, south] }, { decimals: 2 })
 * tree.children.map(({ id, amount }) => [id, amount]) // => [['north', '6666.67'], ['south', '3333.33']]
 * payees.map(({ id, amount }) => [id, amount])
 * // => [['Li', '2000.00'], ['Wang', '1555.56'], ['Zhao', '3111.11'], ['south', '3333.33']]
 * ```
 *
 * @example New customers, of which there are no halves; the south has promised 50
 * ```ts
 * import { cascadeTarget, handbook } from 'sales-rules'
 *
 * const children = [{ id: 'north', weight: 1 }, { id: 'south', locked: 50 }, { id: 'west', weight: 1 }]
 * const { tree } = cascadeTarget(125, { id: 'company', children }, { measure: 'newCustomers' }, handbook.targets)
 * tree.children.map(({ amount }) => amount) // => ['38', '50', '37']
 * ```
 */
export function cascadeTarget(
  total: DecimalInput,
  tree: TargetNode,
  options: TargetPrecision,
  plan?: DefinedTargetPlan,
): TargetCascade {
  const exact = plan === undefined ? null : exactTargetPlan(plan)
  const issues: Issue[] = []
  const fields = read.options(options, ['options'], PRECISION, issues) ?? {}
  const target = readPrecision(fields, ['options'], exact, issues)
  const units = readTarget(total, ['total'], target, issues)
  const terms = { target, headShare: exact?.headShare ?? null }
  const root = readTree(tree, terms, issues)
  issue.refuseIfAny(issues)
  const cascaded = computeNode(root as ExactNode, units, target, issues)
  issue.refuseIfAny(issues)
  return writeCascade(cascaded, target)
}

/** A node with its target, in units. */
interface Cascaded {
  readonly id: string
  readonly units: bigint
  readonly by: CascadedNode['by']
  readonly head: { readonly id: string; readonly units: bigint } | null
  readonly children: readonly Cascaded[]
}

function computeNode(
  node: ExactNode,
  units: bigint,
  target: ExactTarget,
  issues: Issue[],
): Cascaded {
  const head = node.head && { id: node.head.id, units: computeHead(node.head, units, target) }
  const left = units - (head?.units ?? 0n)
  const shared = node.head && left < 0n ? refuseHead(node.head, units, target, issues) : left
  const parts = computeParts(node, shared, target, issues)
  return {
    id: node.id,
    units,
    by: byOf(node),
    head,
    children: node.children.map((child, index) =>
      computeNode(child, parts[index] ?? 0n, target, issues),
    ),
  }
}

function byOf({ path, locked, weight }: ExactNode): CascadedNode['by'] {
  if (path.length === 1) return 'total'
  return locked === null && weight !== null ? weight.by : 'locked'
}

function computeHead({ part }: ExactHead, units: bigint, target: ExactTarget): bigint {
  if (part.share === null) return part.locked
  return roundUnits({ n: units * part.share.n, d: part.share.d }, target)
}

function refuseHead(
  { path, part }: ExactHead,
  units: bigint,
  target: ExactTarget,
  issues: Issue[],
): bigint {
  const settled = part.locked ?? units
  issue.add(issues, issue.at(HEAD_BEYOND_TARGET, path, distance(units, settled, target)))
  return 0n
}

/** What each node below has of what is left to share. */
function computeParts(
  { children, path }: ExactNode,
  left: bigint,
  target: ExactTarget,
  issues: Issue[],
): readonly bigint[] {
  if (children.length === 0) return []
  const at = [...path, 'children']
  const settled = children.reduce((sum, { locked }) => sum + (locked ?? 0n), 0n)
  const open = children.filter(({ locked }) => locked === null)
  const weights = open.map(({ weight }) => weight?.value ?? fraction.ZERO)
  if (settled > left)
    issue.add(issues, issue.at(LOCKED_BEYOND_TARGET, at, distance(left, settled, target)))
  else if (settled < left && open.length === 0)
    issue.add(issues, issue.at(LOCKED_BELOW_TARGET, at, distance(left, settled, target)))
  else if (settled < left && weights.every(fraction.isZero))
    issue.add(issues, issue.at(WEIGHTS_NOT_POSITIVE, at, { weights: weights.length }))
  else return computeOpen(children, left - settled, weights, target)
  return []
}

function computeOpen(
  children: readonly ExactNode[],
  left: bigint,
  weights: readonly fraction.Fraction[],
  { precision: { step } }: ExactTarget,
): readonly bigint[] {
  const parts = left === 0n ? [] : allocation.allocateUnits(left / step, weights)
  let next = 0
  return children.map(({ locked }) => {
    if (locked !== null) return locked
    const part = parts[next] ?? 0n
    next += 1
    return part * step
  })
}

function distance(units: bigint, settled: bigint, target: ExactTarget) {
  const difference = settled > units ? settled - units : units - settled
  return {
    amount: writeUnits(units, target),
    settled: writeUnits(settled, target),
    difference: writeUnits(difference, target),
  }
}

function writeCascade(root: Cascaded, target: ExactTarget): TargetCascade {
  return {
    total: writeUnits(root.units, target),
    measure: target.measure,
    tree: writeNode(root, target),
    payees: [...payeesOf(root)].map(([id, units]) => ({ id, amount: writeUnits(units, target) })),
    policy: target.policy,
    clauses: ['TAR-1'],
  }
}

function writeNode({ id, units, by, head, children }: Cascaded, target: ExactTarget): CascadedNode {
  return {
    id,
    amount: writeUnits(units, target),
    by,
    head: head && { id: head.id, amount: writeUnits(head.units, target) },
    children: children.map((child) => writeNode(child, target)),
  }
}

/** What everybody carries, who stands in several places once. */
function payeesOf(node: Cascaded, sums = new Map<string, bigint>()): Map<string, bigint> {
  const carry = (id: string, units: bigint) => sums.set(id, (sums.get(id) ?? 0n) + units)
  if (node.head !== null) carry(node.head.id, node.head.units)
  if (node.children.length === 0) carry(node.id, node.units)
  for (const child of node.children) payeesOf(child, sums)
  return sums
}
