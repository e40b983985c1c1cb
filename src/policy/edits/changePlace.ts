import { closest, refuse, show } from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import { writeRate } from '../../kernel/number/decimal.js'
import * as fraction from '../../kernel/number/fraction.js'
import { NO_LIST_THERE, NO_NUMBER_THERE, NO_SUCH_PLACE, SEVERAL_OF_ID } from '../issues.js'
import type { ExactEdit } from './exactEdit.js'
import { idOf, type Step, stepsFrom, writePath } from './path.js'

/**
 * A tree of plain data with another value in one place. The tree that is given stays as it is: what is on the way to the place is copied, the rest is
 * shared.
 */
export function changePlace(tree: unknown, edit: ExactEdit): unknown {
  return changeFrom(tree, 0, edit)
}

function changeFrom(node: unknown, depth: number, edit: ExactEdit): unknown {
  const step = edit.steps[depth]
  if (step === undefined) return changePart(node, edit)
  const key = keyOf(node, step, edit)
  const mayBeNew = depth === edit.steps.length - 1 && canAdd(edit) && isRecord(node)
  if (key === undefined && !mayBeNew) return refusePlace(node, depth, edit)
  const place = key ?? step
  return withPart(node, place, changeFrom(partOf(node, place), depth + 1, edit))
}

/** A field that a policy may have is set where it has none; whether it may, its define function says. */
function canAdd({ operation }: ExactEdit): boolean {
  return operation.kind === 'set' || operation.kind === 'insert'
}

/** Under which key, or at which position, a step leads on; undefined where it leads nowhere. */
function keyOf(node: unknown, step: Step, edit: ExactEdit): Step | undefined {
  if (!Array.isArray(node)) {
    const isThere = isRecord(node) && typeof step === 'string' && Object.hasOwn(node, step)
    return isThere ? step : undefined
  }
  if (typeof step === 'number') return step < node.length ? step : undefined
  const found = node.flatMap((entry, index) => (idOf(entry) === step ? [index] : []))
  if (found.length > 1) refuse(SEVERAL_OF_ID, [...edit.at, 'path'], { id: step })
  return found[0]
}

function isRecord(node: unknown): node is Readonly<Record<string, unknown>> {
  return typeof node === 'object' && node !== null && !Array.isArray(node)
}

function partOf(node: unknown, key: Step): unknown {
  if (Array.isArray(node)) return node[key as number]
  return isRecord(node) && Object.hasOwn(node, key) ? node[key] : undefined
}

/** A copy with another part; undefined takes it away. */
function withPart(node: unknown, key: Step, part: unknown): unknown {
  if (Array.isArray(node)) {
    const copy = [...node]
    copy.splice(key as number, 1, ...(part === undefined ? [] : [part]))
    return copy
  }
  const { [key]: _, ...others } = node as Record<Step, unknown>
  return part === undefined ? others : { ...(node as object), [key]: part }
}

function changePart(part: unknown, edit: ExactEdit): unknown {
  const { operation } = edit
  if (operation.kind === 'set') return operation.value
  if (operation.kind === 'remove') return undefined
  if (operation.kind === 'insert') return withEntry(part, operation, edit)
  const value = numberOf(part)
  if (value === undefined)
    return refuse(NO_NUMBER_THERE, [...edit.at, 'path'], { given: show(part) })
  const { kind, by } = operation
  const result = kind === 'add' ? fraction.add(value, by) : fraction.multiply(value, by)
  return writeLike(part, writeRate(result))
}

function withEntry(
  list: unknown,
  { value, before }: { readonly value: unknown; readonly before: string | undefined },
  edit: ExactEdit,
): unknown {
  const entries = list ?? []
  if (!Array.isArray(entries))
    return refuse(NO_LIST_THERE, [...edit.at, 'path'], { given: show(list) })
  if (before === undefined) return [...entries, value]
  const place = keyOf(entries, before, edit)
  if (place === undefined) {
    const known = stepsFrom(entries)
    const suggestion = closest(before, known)
    return refuse(NO_SUCH_PLACE, [...edit.at, 'before'], { given: before, known, suggestion })
  }
  return [...entries.slice(0, place as number), value, ...entries.slice(place as number)]
}

/** A number as policies have it: a decimal, or a quotient of whole numbers. */
export function numberOf(value: unknown): fraction.Fraction | undefined {
  const parts = typeof value === 'string' ? value.split('/', 2) : [value]
  const [above, below] = parts.map((part) => read.decimal(part, [], []))
  if (parts.length === 1) return above
  const isQuotient = above !== undefined && below !== undefined && !fraction.isZero(below)
  return isQuotient ? fraction.divide(above, below) : undefined
}

const EXACT_DIGITS = 15

/** A text where there was one; a number where there was one and a number is as exact. */
function writeLike(before: unknown, text: string): unknown {
  return typeof before === 'number' && text.length <= EXACT_DIGITS ? Number(text) : text
}

function refusePlace(node: unknown, depth: number, edit: ExactEdit): never {
  const known = stepsFrom(node)
  const nearest = closest(String(edit.steps[depth]), known)
  const suggestion =
    nearest === null
      ? null
      : writePath([...edit.steps.slice(0, depth), nearest, ...edit.steps.slice(depth + 1)])
  return refuse(NO_SUCH_PLACE, [...edit.at, 'path'], { given: edit.path, known, suggestion })
}
