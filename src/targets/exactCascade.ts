/** A tree of targets as it is read: what each node weighs, what is locked, who leads. */
import type { Issue, Path } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { CYCLE, ID_DUPLICATE, TOO_DEEP, TOO_MANY_VALUES } from '../kernel/issues.js'
import * as fraction from '../kernel/number/fraction.js'
import * as write from '../kernel/number/write.js'
import {
  BASIS_MISSING,
  HEAD_OF_NOBODY,
  HEAD_SHARE_MISSING,
  MIXED_BASES,
  SHARES_NOT_WHOLE,
  TWO_BASES,
} from './issues.js'
import { type ExactTarget, readPart, readShare } from './read.js'
import type { CascadeBasis } from './types.js'

/** A node and what is below it. */
export interface ExactNode {
  readonly id: string
  readonly path: Path
  /** What it weighs beside the others; null where only what is locked is given. */
  readonly weight: { readonly by: CascadeBasis; readonly value: fraction.Fraction } | null
  /** In units. */
  readonly locked: bigint | null
  readonly head: ExactHead | null
  readonly children: readonly ExactNode[]
}

/** Who carries a part in person: a share, or so many units. */
export interface ExactHead {
  readonly id: string
  readonly path: Path
  readonly part:
    | { readonly share: fraction.Fraction; readonly locked: null }
    | { readonly share: null; readonly locked: bigint }
}

/** A tree while it is read. */
export interface Reading {
  readonly issues: Issue[]
  /** The objects that a node is in, from the top: meeting one again is a cycle. */
  readonly above: unknown[]
  nodes: number
}

/** What a tree is read for. */
interface Terms {
  readonly target: ExactTarget
  readonly headShare: fraction.Fraction | null
}

const DEEPEST = 50
const MOST_NODES = 100_000

/** Whether a node can be read at all: one within itself, or in a tree without end, cannot. */
export function enter(value: unknown, path: Path, reading: Reading): boolean {
  const { issues, above } = reading
  reading.nodes += 1
  if (reading.nodes > MOST_NODES)
    return refused(issue.at(TOO_MANY_VALUES, path, { limit: MOST_NODES }), issues)
  if (above.includes(value)) return refused(issue.at(CYCLE, path, {}), issues)
  if (above.length >= DEEPEST) return refused(issue.at(TOO_DEEP, path, { limit: DEEPEST }), issues)
  return true
}

function refused(problem: Issue, issues: Issue[]): false {
  issue.add(issues, problem)
  return false
}

/** Reads the nodes below one, each of which has its own id. */
export function readBelow<Node extends { readonly id: string; readonly path: Path }>(
  value: unknown,
  path: Path,
  reading: Reading,
  readOne: (child: unknown, path: Path) => Node | undefined,
): Node[] {
  const list = read.array(value ?? [], path, reading.issues) ?? []
  const seen = new Set<string>()
  return list.flatMap((child, index) => {
    // One more would be refused like this one.
    if (reading.nodes > MOST_NODES) return []
    const node = readOne(child, [...path, index])
    if (node === undefined) return []
    if (seen.has(node.id))
      issue.add(reading.issues, issue.at(ID_DUPLICATE, [...node.path, 'id'], { id: node.id }))
    seen.add(node.id)
    return [node]
  })
}

const ROOT = ['id', 'head', 'children']
const BASES = { weight: 'weight', share: 'share', lastYear: 'last-year' } as const
type BasisField = keyof typeof BASES
const FIELDS = /* @__PURE__ */ Object.keys(BASES) as BasisField[]

/** Reads a tree. What its top weighs is not asked, as nothing is beside it. */
export function readTree(value: unknown, terms: Terms, issues: Issue[]): ExactNode | undefined {
  const reading: Reading = { issues, above: [], nodes: 0 }
  return readNode(value, ['tree'], terms, reading)
}

function readNode(
  value: unknown,
  path: Path,
  terms: Terms,
  reading: Reading,
): ExactNode | undefined {
  const { issues, above } = reading
  if (!enter(value, path, reading)) return undefined
  const known = above.length === 0 ? ROOT : [...ROOT, ...FIELDS, 'locked']
  const fields = read.fields(value, path, known, issues)
  if (fields === undefined) return undefined
  const id = read.name(fields['id'], [...path, 'id'], issues)
  const { optional } = read.of(fields, path, issues)
  const weight = above.length === 0 ? null : readWeight(fields, path, issues)
  const locked = optional('locked', (part, at, list) => readPart(part, at, terms.target, list))
  const before = issues.length
  above.push(value)
  const children = readBelow(fields['children'], [...path, 'children'], reading, (child, at) =>
    readNode(child, at, terms, reading),
  )
  above.pop()
  // Where those below could not be read, it is not known that there is nobody.
  const isLeaf = children.length === 0 && issues.length === before
  const head = optional('head', (given, at) => readHead(given, at, terms, issues)) ?? null
  if (head !== null && isLeaf) issue.add(issues, issue.at(HEAD_OF_NOBODY, head.path, {}))
  comparableIssues(children, [...path, 'children'], issues)
  return id === undefined ? undefined : { id, path, weight, locked: locked ?? null, head, children }
}

/** By what a node is weighed: one of the three, or none where it is locked. */
function readWeight(fields: read.Fields, path: Path, issues: Issue[]): ExactNode['weight'] {
  const given = FIELDS.filter((field) => (fields[field] ?? null) !== null)
  const [field, other] = given
  if (field === undefined) {
    if ((fields['locked'] ?? null) === null) issue.add(issues, issue.at(BASIS_MISSING, path, {}))
    return null
  }
  if (other !== undefined) {
    issue.add(issues, issue.at(TWO_BASES, path, { field, other }))
    return null
  }
  const at = [...path, field]
  const value =
    field === 'share'
      ? readShare(fields[field], at, issues)
      : read.within(fields[field], at, issues, { minimum: fraction.ZERO })
  return value === undefined ? null : { by: BASES[field], value }
}

function readHead(
  value: unknown,
  path: Path,
  { target, headShare }: Terms,
  issues: Issue[],
): ExactHead | undefined {
  const fields = read.fields(value, path, ['id', 'share', 'locked'], issues)
  if (fields === undefined) return undefined
  const id = read.name(fields['id'], [...path, 'id'], issues)
  const { optional } = read.of(fields, path, issues)
  const share = optional('share', readShare)
  const locked = optional('locked', (part, at, list) => readPart(part, at, target, list))
  if (share !== undefined && locked !== undefined)
    issue.add(issues, issue.at(TWO_BASES, path, { field: 'share', other: 'locked' }))
  if (id === undefined) return undefined
  if (locked !== undefined) return { id, path, part: { share: null, locked } }
  const part = share ?? headShare
  if (part !== null) return { id, path, part: { share: part, locked: null } }
  if ((fields['share'] ?? null) === null)
    issue.add(issues, issue.at(HEAD_SHARE_MISSING, [...path, 'share'], {}))
  return undefined
}

/** Nodes beside each other are weighed by one thing; shares are of one whole. */
function comparableIssues(nodes: readonly ExactNode[], path: Path, issues: Issue[]): void {
  const weighed = nodes.filter(({ weight }) => weight !== null)
  const [first] = weighed
  if (first?.weight === null || first?.weight === undefined) return
  const { by } = first.weight
  const mixed = weighed.find(({ weight }) => weight?.by !== by)
  if (mixed?.weight) {
    const params = { field: fieldOf(mixed.weight.by), other: fieldOf(by) }
    issue.add(issues, issue.at(MIXED_BASES, mixed.path, params))
  } else if (by === 'share') wholeIssues(weighed, path, issues)
}

const fieldOf = (by: CascadeBasis) => FIELDS.find((field) => BASES[field] === by) ?? by

function wholeIssues(nodes: readonly ExactNode[], path: Path, issues: Issue[]): void {
  const total = fraction.sum(nodes.map(({ weight }) => weight?.value ?? fraction.ZERO))
  if (fraction.compare(total, fraction.ONE) === 0) return
  const difference = write.decimal(fraction.absolute(fraction.subtract(fraction.ONE, total)))
  issue.add(issues, issue.at(SHARES_NOT_WHOLE, path, { settled: write.decimal(total), difference }))
}
