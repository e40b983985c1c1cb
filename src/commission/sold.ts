/** What was sold, as a plan counts it: from a single figure, from order lines, or from running totals. */
import type { Scale } from '../kernel/index.js'
import {
  add,
  asWarning,
  compileScale,
  type Fraction,
  ownerOf,
  sum,
  ZERO,
} from '../kernel/inside.js'
import { convertLine, type RateTable } from './convertLine.js'
import { type CountedLine, countLine, isIssue } from './countLine.js'
import { findAwards, type QualifiedAward } from './findAwards.js'
import { findNewCustomers } from './findNewCustomers.js'
import { findRefunds, type Refund } from './findRefunds.js'
import type { GivenLine, RefusedLine } from './readLine.js'
import type { CommissionPlan, ConvertedLine, NewCustomers } from './types.js'

/** What was sold and counts. */
export interface Sold {
  /** The amounts of all lines that count. */
  readonly sales: Fraction
  /** What counts towards the target: the bases of those lines. */
  readonly credited: Fraction
  /** What earns, by scale: the plan's own, then its rate rules; one figure each, or one for each tier that lines choose. */
  readonly bases: Bases
  /** The lines that earn, in the order given; null where sales came as one figure. */
  readonly lines: readonly CountedLine[] | null
  /** Refunds that take back what their original earned. */
  readonly refunds: readonly Refund[]
  readonly awards: readonly QualifiedAward[]
  readonly newCustomers: NewCustomers
  readonly converted: readonly ConvertedLine[]
  readonly notCounted: readonly RefusedLine[]
}

export type Bases = readonly (readonly Fraction[])[]

const NOBODY: NewCustomers = { effective: [], tooSmall: [] }

/** Sales as one figure earn by the plan's own scale. */
export function soldAsFigure(sales: Fraction, plan: CommissionPlan): Sold {
  const [, ...others] = noBases(plan)
  return { ...NOTHING_SOLD, sales, credited: sales, bases: [[sales], ...others] }
}

const NOTHING_SOLD = {
  lines: null,
  refunds: [],
  awards: [],
  newCustomers: NOBODY,
  converted: [],
  notCounted: [],
} as const

/** Converts, counts and refunds lines, one by one; a line that does not count is kept with its reason. */
export function soldAsLines(
  {
    given,
    twice,
  }: { readonly given: readonly GivenLine[]; readonly twice: readonly RefusedLine[] },
  rates: RateTable,
  period: string | null,
  plan: CommissionPlan,
): Sold {
  const notCounted = [...twice]
  const converted: ConvertedLine[] = []
  const readable = given.flatMap((line): GivenLine[] => {
    const result = convertLine(line, rates, plan)
    if (isIssue(result)) {
      notCounted.push({ line, issue: result })
      return []
    }
    if (result.converted !== null) converted.push(result.converted)
    return [result.line]
  })
  const counted = countSales(readable, period, plan, notCounted)
  const refunds = findRefunds(readable, counted, plan, notCounted)
  const isRefund = new Set(refunds.mirrored.map(({ line }) => line.id))
  const lines = readable.flatMap(({ id }) => refunds.netted.get(id) ?? counted.get(id) ?? [])
  const earning = lines.filter(({ id }) => !isRefund.has(id))
  const takenBack = refunds.mirrored.flatMap(({ original, line }) => (original ? [line] : []))
  const bases = earning.reduce((all, line) => addToBases(all, line, plan), noBases(plan))
  return {
    sales: sum([...earning, ...takenBack].map(({ sales }) => sales)),
    credited: sum([...earning, ...takenBack].map(({ base }) => base)),
    bases,
    lines: earning,
    refunds: refunds.mirrored,
    awards: findAwards(earning, refunds.byOriginal, plan),
    newCustomers: findNewCustomers(earning, refunds.byOriginal, plan),
    converted,
    notCounted: inOrder(notCounted),
  }
}

/** Every line but a refund of a named one, which counts as its original does. */
function countSales(
  lines: readonly GivenLine[],
  period: string | null,
  plan: CommissionPlan,
  notCounted: RefusedLine[],
): ReadonlyMap<string, CountedLine> {
  const counted = new Map<string, CountedLine>()
  for (const line of lines) {
    if (line.refundOf !== undefined) continue
    const result = countLine(line, period, plan)
    if (isIssue(result)) notCounted.push({ line, issue: asWarning(result) })
    else counted.set(line.id, result)
  }
  return counted
}

function inOrder(refused: readonly RefusedLine[]): RefusedLine[] {
  const position = ({ line }: RefusedLine) => Number(line.path.at(-1) ?? 0)
  return [...refused].sort((a, b) => position(a) - position(b))
}

/** Bases of nothing, of the plan's shape. */
export function noBases({ scale, measuredBy, rates = [] }: CommissionPlan): Bases {
  const nothing = (tiers: number, isChosenByLine: boolean) =>
    Array.from({ length: isChosenByLine ? tiers : 1 }, () => ZERO)
  return [
    nothing(scale.tiers.length, measuredBy !== undefined),
    ...rates.map((rule) => nothing(rule.scale.tiers.length, rule.measuredBy !== undefined)),
  ]
}

/** Bases with one more line. */
export function addToBases(bases: Bases, line: CountedLine, plan: CommissionPlan): Bases {
  return bases.map((parts, group) =>
    group === line.group ? addToParts(parts, line, scalesOf(plan)[group]) : parts,
  )
}

function addToParts(
  parts: readonly Fraction[],
  { base, measure }: CountedLine,
  scale: Scale | undefined,
) {
  const tier = measure === null || scale === undefined ? 0 : ownerOf(measure, compileScale(scale))
  return parts.map((part, index) => (index === tier ? add(part, base) : part))
}

/** Bases of two parts of the same sales. */
function mergeBases(first: Bases, second: Bases): Bases {
  return first.map((parts, group) =>
    parts.map((part, index) => add(part, second[group]?.[index] ?? ZERO)),
  )
}

/** The plan's own scale, then those of its rate rules. */
export function scalesOf({ scale, rates = [] }: CommissionPlan): readonly Scale[] {
  return [scale, ...rates.map((rule) => rule.scale)]
}

/** What was sold in two parts, as a whole; the lines themselves are not kept. */
export function mergeSold(first: Sold, second: Sold): Sold {
  return {
    sales: add(first.sales, second.sales),
    credited: add(first.credited, second.credited),
    bases: mergeBases(first.bases, second.bases),
    lines: null,
    refunds: [],
    awards: [...first.awards, ...second.awards],
    newCustomers: {
      effective: [...new Set([...first.newCustomers.effective, ...second.newCustomers.effective])],
      tooSmall: [...first.newCustomers.tooSmall, ...second.newCustomers.tooSmall],
    },
    converted: [...first.converted, ...second.converted],
    notCounted: [...first.notCounted, ...second.notCounted],
  }
}
