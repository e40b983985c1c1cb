import type { Issue, Path } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import { idsOf } from '../../policy/internal.js'
import { functionsOf, onlyPeriodOf } from '../signs.js'
import type { DifferenceCause } from './causes.js'
import {
  COMPARED,
  type Compared,
  type ComparedFunction,
  exactIn,
  PART_KINDS,
  type PaidBeside,
  type Part,
  type PartKind,
} from './compared.js'
import { type Difference, differencesOf } from './differences.js'
import {
  A_COMPARABLE_OUTCOME,
  OTHER_CURRENCY,
  OTHER_OUTCOME,
  OTHER_PAYEE,
  PARTS_NOT_ADDING_UP,
} from './issues.js'
import { namesOfBoth } from './namesOfBoth.js'
import { snapshotOf } from './snapshot.js'

/** What changed between two outcomes. */
export interface OutcomeDifference {
  /** The function that returned them; of a settlement they are periods. */
  readonly of: ComparedFunction
  /** A currency, or `points`. */
  readonly unit: string
  readonly was: string
  readonly is: string
  /** What it is now less what it was. */
  readonly difference: string
  /** The parts that are others, in the order in which they are made; their differences add up to that of the whole. */
  readonly parts: readonly DifferencePart[]
  /** What the outcomes say of what they came from, where it is another now. */
  readonly causes: readonly DifferenceCause[]
  /** Where their inputs differ, entries of lists by their ids; null where they do not both record theirs. */
  readonly inputs: readonly Difference[] | null
}

/** A part of an outcome that is another now. */
export interface DifferencePart {
  /**
   * A tier, a kind of adjustment, a component, an earning code of a payroll; of its adjustments a correction, a clawback, an override, an amount
   * by hand; of a score a part, a bonus, a deduction, the limit, a period.
   */
  readonly kind: PartKind
  /**
   * Of a tier, an award, the line of a refund, a component, a part of a score; of a correction the period that it changes, of a clawback the
   * sale, of an override the line, by hand its own. Null where there is one of its kind.
   */
  readonly id: string | null
  /** Of a tier, the rate rule whose scale it is of. */
  readonly rule?: string
  /** Null where there was, or is, no such part. */
  readonly was: string | null
  readonly is: string | null
  readonly difference: string
}

/**
 * Why is it less than last month? What changed between two outcomes of one kind, part by part, and what that came from.
 *
 * Compares commission statements, compensations, periods of a settlement or settlements of one period, appraisals, and lead and health scores,
 * as they are or from an archive. The differences of the parts add up to that of the whole, exactly. `causes` are what the outcomes themselves say of their
 * inputs; where both record their input ({@link withInput}), `inputs` names each place of it that differs. The other way round all signs
 * turn. Use {@link verify} to see whether one of them is right, and `comparePolicies` for what another plan would pay.
 *
 * @throws SalesRulesError `VALUE_INVALID` for what cannot be compared, two kinds, two people, and an outcome whose parts do not add up to it;
 *   `CURRENCY_MIXED`, `VALUE_MISSING`, `NUMBER_INVALID`, `VALUE_UNREADABLE`.
 *
 * @example 300,000 less
 * ```ts
 * import { calculateCommission, handbook } from 'sales-rules'
 * import { diffOutcomes } from 'sales-rules/explain'
 *
 * const target = '1000000'
 * const march = calculateCommission({ payee: 'Li', sales: '1500000', target }, handbook.commission)
 * const april = calculateCommission({ payee: 'Li', sales: '1200000', target }, handbook.commission)
 * const { difference, parts, causes } = diffOutcomes(march, april)
 * difference // => '-12000.00'
 * parts // => [{ kind: 'tier', id: 'second', was: '20000.00', is: '8000.00', difference: '-12000.00' }]
 * causes.map(({ field, was, is }) => [field, was, is])
 * // => [['sales', '1500000.00', '1200000.00'], ['attainment', '1.5', '1.2']]
 * ```
 */
export function diffOutcomes(before: unknown, after: unknown): OutcomeDifference {
  const [one, other] = [readSide(before, 'before'), readSide(after, 'after')]
  refuseOthers(one, other)
  const unit = other.currency ?? 'points'
  const decimals = other.currency === null ? 0 : Math.max(one.decimals, other.decimals)
  const written = (value: Fraction) => write.padded(value, decimals)
  const parts = partsOf(one.parts, other.parts, written)
  const { causesOf, causes = [] }: Compared = COMPARED[other.of]
  return {
    of: other.of,
    unit,
    was: written(one.figure),
    is: written(other.figure),
    difference: written(fraction.subtract(other.figure, one.figure)),
    parts,
    causes: [
      ...causesOf(one.fields, other.fields),
      ...parts.flatMap((part) => causeOf(part, causes)),
    ],
    inputs: inputsOf(one.fields['input'], other.fields['input']),
  }
}

interface Side {
  readonly of: ComparedFunction
  readonly fields: read.Fields
  readonly currency: string | null
  readonly whose: string | null
  readonly figure: Fraction
  readonly decimals: number
  readonly parts: readonly Part[]
}

function readSide(outcome: unknown, name: string): Side {
  const path = [name]
  const issues: Issue[] = []
  const fields = read.record(onlyPeriodOf(snapshotOf(outcome, path)), path, issues)
  issue.refuseIfAny(issues)
  const of = fields && kindOf(fields)
  if (fields === undefined || of === undefined)
    throw new issue.SalesRulesError([issue.invalid(outcome, path, A_COMPARABLE_OUTCOME)])
  const compared: Compared = COMPARED[of]
  const currency = compared.currencyIn(fields)
  const whose = compared.whoseIn(fields) ?? null
  const side = {
    of,
    fields,
    currency: currency === null ? null : (read.name(currency, [...path, 'currency'], issues) ?? ''),
    whose: whose === null ? null : (read.name(whose, [...path, 'payee'], issues) ?? null),
    figure: exactIn(fields, compared.figure, path, issues),
    decimals: decimalsOf(fields[compared.figure]),
    parts: compared.partsOf({ fields, path, issues }),
  }
  issue.refuseIfAny(issues)
  refuseNotAddingUp(side, [...path, compared.figure])
  return side
}

/** Of which function it is an outcome, or a part of one. */
function kindOf(fields: read.Fields): ComparedFunction | undefined {
  const names: readonly string[] = functionsOf(fields)
  const all = Object.keys(COMPARED) as ComparedFunction[]
  return all.find((name) => {
    const { has }: Compared = COMPARED[name]
    return has?.every((field) => fields[field] !== undefined) ?? names.includes(name)
  })
}

function decimalsOf(text: unknown): number {
  return /\.(\d+)$/.exec(String(text))?.[1]?.length ?? 0
}

function refuseNotAddingUp({ figure, parts }: Side, path: Path): void {
  const sum = fraction.sum(parts.map(({ amount }) => amount))
  if (fraction.compare(sum, figure) === 0) return
  issue.refuse(PARTS_NOT_ADDING_UP, path, {
    given: write.decimal(figure),
    unit: write.decimal(sum),
  })
}

function refuseOthers(before: Side, after: Side): void {
  const path = ['after']
  if (before.of !== after.of)
    issue.refuse(OTHER_OUTCOME, path, { given: after.of, unit: before.of })
  if (before.whose !== null && after.whose !== null && before.whose !== after.whose)
    issue.refuse(OTHER_PAYEE, path, { given: after.whose, unit: before.whose })
  const [was, is] = [before.currency ?? '', after.currency ?? '']
  if (was !== is) issue.refuse(OTHER_CURRENCY, path, { given: is, expected: was })
}

/** The parts of both, in the order of their kinds; one that is the same is left out. */
function partsOf(
  before: readonly Part[],
  after: readonly Part[],
  written: (value: Fraction) => string,
): DifferencePart[] {
  const [was, is] = [byName(before), byName(after)]
  const placeOf = ({ kind }: DifferencePart) => PART_KINDS.indexOf(kind)
  return namesOfBoth(was, is)
    .flatMap((name) => partOf(was.get(name), is.get(name), written))
    .sort((one, other) => placeOf(one) - placeOf(other))
}

function partOf(
  was: Part | undefined,
  is: Part | undefined,
  written: (value: Fraction) => string,
): DifferencePart[] {
  const part = was ?? is
  const difference = fraction.subtract(is?.amount ?? fraction.ZERO, was?.amount ?? fraction.ZERO)
  if (part === undefined || fraction.isZero(difference)) return []
  const { kind, id, rule } = part
  const sides = { was: was ? written(was.amount) : null, is: is ? written(is.amount) : null }
  return [
    { kind, id, ...(rule !== undefined && { rule }), ...sides, difference: written(difference) },
  ]
}

/** A part that is a cause itself. */
function causeOf(
  { kind, id, was, is }: DifferencePart,
  causes: readonly PaidBeside[],
): DifferenceCause[] {
  return causes.filter((field) => field === kind).map((field) => ({ field, id, was, is }))
}

/** Parts by what they are; several of one name are one. */
function byName(parts: readonly Part[]): ReadonlyMap<string, Part> {
  const found = new Map<string, Part>()
  for (const part of parts) {
    const name = JSON.stringify([part.kind, part.rule ?? null, part.id])
    const amount = fraction.add(found.get(name)?.amount ?? fraction.ZERO, part.amount)
    found.set(name, { ...part, amount })
  }
  return found
}

function inputsOf(before: unknown, after: unknown): readonly Difference[] | null {
  if (before === undefined || after === undefined) return null
  return [...differencesOf(before, after, [], idsOf)]
}
