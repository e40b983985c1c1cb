/** Figures of outcomes: read exactly, and written as they stand there. */
import type { Issue } from '../../kernel/index.js'
import type { Path } from '../../kernel/input/issue.js'
import * as issue from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import { CURRENCY_OF_PICTURE } from './issues.js'

/** A number, with its text in the outcome: amounts keep their zeros. */
export interface Figure {
  readonly text: string
  readonly exact: Fraction
}

const PLAIN = /^-?\d+(?:\.\d+)?$/
/** Beyond this no axis can be read. */
const LARGEST = fraction.whole(1e15)
const BOUNDS = { minimum: fraction.negate(LARGEST), maximum: LARGEST }

export function readFigure(value: unknown, path: Path, issues: Issue[]): Figure | undefined {
  const exact = read.written(value, path, issues, BOUNDS)
  return exact && figureOf(exact, value)
}

/** A number that was computed, or that its outcome writes in this way. */
export function figureOf(exact: Fraction, written?: unknown): Figure {
  const isPlain = typeof written === 'string' && PLAIN.test(written)
  return { exact, text: isPlain ? written : write.decimal(exact) }
}

/** What figures add up to, with as many decimals as the finest of them. */
export function totalOf(figures: readonly Figure[]): Figure {
  const decimals = Math.max(0, ...figures.map(({ text }) => text.split('.')[1]?.length ?? 0))
  const exact = fraction.sum(figures.map((figure) => figure.exact))
  return { exact, text: write.padded(exact, decimals) }
}

export function isSame(one: Figure, other: Figure): boolean {
  return fraction.compare(one.exact, other.exact) === 0
}

/** Reads a part of a picture, or refuses it with everything that is wrong with it. */
export function readOrRefuse<Value>(
  value: unknown,
  path: Path,
  reader: (value: unknown, path: Path, issues: Issue[]) => Value | undefined,
): Value {
  const issues: Issue[] = []
  const found = reader(value, path, issues)
  issue.refuseIfAny(issues)
  if (found === undefined)
    throw new RangeError(`${issue.formatPath(path)} was neither read nor refused`)
  return found
}

/** Reads a text that may be null, or left out. */
export function readLabel(value: unknown, path: Path, issues: Issue[]): string | null {
  return (value ?? null) === null ? null : (read.name(value, path, issues) ?? null)
}

/** Refuses a part of a picture that is in another currency than the rest. */
export function requireCurrency(given: string, expected: string, path: Path): void {
  if (given !== expected) issue.refuse(CURRENCY_OF_PICTURE, path, { given, expected })
}
