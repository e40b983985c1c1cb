import type { DefinedAppraisalScheme } from '../appraisal/index.js'
import type { DefinedCommissionPlan } from '../commission/index.js'
import { exactPlan } from '../commission/internal.js'
import * as decimal from '../kernel/number/decimal.js'
import type { Fraction } from '../kernel/number/fraction.js'
import * as fraction from '../kernel/number/fraction.js'
import type { CompensationComponent, CompensationPlan, MatrixAxis, PayMatrix } from './types.js'

/** A component as it is computed by. */
export interface ExactComponent {
  readonly id: string
  readonly weight: Fraction | null
  readonly plan: DefinedCommissionPlan
  readonly scheme: DefinedAppraisalScheme | null
  readonly matrix: ExactMatrix | null
  /** The facts that it looks at and that have to be given. */
  readonly facts: readonly string[]
  /** Those of them, and of what earlier components come to, that its commission looks at. */
  readonly ofCommission: readonly string[]
  /** Those that earlier components come to. */
  readonly parts: readonly PartOfComponent[]
}

export interface ExactMatrix {
  readonly rows: ExactAxis
  readonly columns: ExactAxis
  readonly pays: PayMatrix['pays']
}

export interface ExactAxis extends Pick<MatrixAxis, 'by' | 'boundary'> {
  readonly steps: readonly { readonly id: string; readonly upTo: Fraction | null }[]
  /** A threshold that is small and not whole speaks of a ratio, and so a fact of 95 is a slip for 0.95. */
  readonly isRatio: boolean
}

export interface ExactCompensationCap {
  readonly amount: Fraction | null
  readonly multiple: Fraction | null
}

/** What a component came to, as a fact of another. */
export interface PartOfComponent {
  /** The name of the fact: `meetings.attainment`. */
  readonly name: string
  readonly component: string
  readonly figure: 'attainment' | 'score' | 'amount'
}

const FIGURES = ['attainment', 'score', 'amount'] as const

/** What a fact of this name is of a component; null where it is none. An id may have dots of its own. */
export function partOf(name: string): PartOfComponent | null {
  const dot = name.lastIndexOf('.')
  const figure = FIGURES.find((one) => one === name.slice(dot + 1))
  return dot <= 0 || figure === undefined ? null : { name, component: name.slice(0, dot), figure }
}

export function compileComponents({ components = [] }: CompensationPlan): ExactComponent[] {
  return components.map(compileComponent)
}

function compileComponent({
  id,
  weight,
  appraisal,
  matrix,
  commission,
}: CompensationComponent): ExactComponent {
  const plan = commission as DefinedCommissionPlan
  const axes = matrix === undefined ? [] : [matrix.rows.by, matrix.columns.by]
  const ofCommission = exactPlan(plan).factNames
  const names = [...new Set([...ofCommission, ...axes])]
  return {
    id,
    weight: decimal.knownOrNull(weight),
    plan,
    scheme: (appraisal as DefinedAppraisalScheme | undefined) ?? null,
    matrix: matrix === undefined ? null : compileMatrix(matrix),
    ofCommission,
    facts: names.filter((name) => partOf(name) === null),
    parts: names.flatMap((name) => partOf(name) ?? []),
  }
}

function compileMatrix({ rows, columns, pays }: PayMatrix): ExactMatrix {
  return { rows: compileAxis(rows), columns: compileAxis(columns), pays }
}

function compileAxis({ by, boundary, steps }: MatrixAxis): ExactAxis {
  const exact = steps.map(({ id, upTo }) => ({ id, upTo: decimal.knownOrNull(upTo) }))
  const ends = exact.flatMap(({ upTo }) => upTo ?? [])
  const isSmall = ends.every((end) => fraction.compare(end, fraction.whole(10)) < 0)
  const isRatio = partOf(by) === null && isSmall && ends.some((end) => end.n % end.d !== 0n)
  return { by, boundary, steps: exact, isRatio }
}

export function compileCap({ cap = {} }: CompensationPlan): ExactCompensationCap | null {
  const { amount, multiple } = cap
  if (amount === undefined && multiple === undefined) return null
  return { amount: decimal.knownOrNull(amount), multiple: decimal.knownOrNull(multiple) }
}
