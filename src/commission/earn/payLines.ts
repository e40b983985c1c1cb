/** What each line is paid, in units of the plan's rounding, over periods that add their lines to those before. */
import * as fraction from '../../kernel/number/fraction.js'
import type { ExactScale } from '../../kernel/scale/scales.js'
import type { CountedLine } from '../lines/countLine.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import { computeShares, type ToShare } from './computeShares.js'
import type { Terms } from './computeTerms.js'
import { isShut } from './openGate.js'
import { payAwards } from './payAwards.js'
import { sumUp, totalOf } from './sumUp.js'
import { beginWalk, goOn, type Walk, walkLines } from './walkLines.js'

/** Lines, what each of them is paid, and how far the walk through them has come, where there was one. */
export interface PaidLines {
  readonly lines: readonly CountedLine[]
  readonly units: readonly bigint[]
  readonly walk: Walk | null
}

/** What each line of a commission is paid. Where the first lines earn as they did before, only those after them are looked at. */
export function payLines(
  commission: ToShare,
  plan: ExactPlan,
  before: PaidLines | null = null,
): PaidLines {
  const lines = commission.sales.lines ?? []
  if (plan.attribution !== 'deal-order' || paysAwards(commission)) {
    const units = computeShares(commission, plan).map(({ sums }) => totalOf(sums))
    return { lines, units, walk: null }
  }
  const from = before !== null && isAsBefore(commission, before, plan) ? before : null
  const walk = from?.walk ? goOn(from.walk) : beginWalk(commission.terms, plan)
  const units = [...(from?.units ?? [])]
  let paid = 0n
  for (const one of units) paid += one
  for (const { earnings, byLine } of walkLines(lines.slice(units.length), walk, plan)) {
    const total = totalOf(sumUp({ earnings, byLine, awards: fraction.ZERO }, walk.terms, plan))
    units.push(total - paid)
    paid = total
  }
  return { lines, units, walk }
}

function paysAwards({ awards, terms }: ToShare): boolean {
  return payAwards(awards, terms.gate).size > 0
}

/** Whether the lines that were paid before come first, and earn as they did. */
function isAsBefore({ sales, terms }: ToShare, { lines, walk }: PaidLines, plan: ExactPlan) {
  const now = sales.lines ?? []
  return (
    walk !== null &&
    isSameTerms(walk.terms, terms, plan) &&
    lines.length <= now.length &&
    lines.every((line, index) => isSameLine(line, now[index]))
  )
}

function isSameLine(line: CountedLine, now: CountedLine | undefined): boolean {
  if (line === now) return true
  return (
    now !== undefined &&
    line.id === now.id &&
    line.group === now.group &&
    line.tier === now.tier &&
    fraction.compare(line.base, now.base) === 0 &&
    fraction.compare(line.credited, now.credited) === 0
  )
}

/** Whether terms pay the same on any sales; a target that has changed does so, unless tiers or what counts go by it. */
function isSameTerms(
  a: Terms,
  b: Terms,
  { groups, gate, accelerator, paysByTarget }: ExactPlan,
): boolean {
  const byTarget =
    paysByTarget ||
    accelerator !== null ||
    (gate !== null && gate.counts !== 'all') ||
    groups.some(({ scale: { scale } }) => scale.thresholds === 'attainment')
  const figures = [
    ...(byTarget ? (['target'] as const) : []),
    'measure',
    'incentive',
    'uplift',
  ] as const
  return (
    isShut(a.gate) === isShut(b.gate) &&
    a.accelerating === b.accelerating &&
    a.accelerator === b.accelerator &&
    a.multipliers.every(({ step }, index) => step === b.multipliers[index]?.step) &&
    isSameStart(a.before, b.before) &&
    isSameCaps(a.caps, b.caps) &&
    a.scales.every((scale, group) => isSameMode(scale, b.scales[group])) &&
    figures.every((key) => isSameFigure(a.facts[key], b.facts[key]))
  )
}

function isSameStart(a: Terms['before'], b: Terms['before']): boolean {
  if (a === b || a === null || b === null) return a === b
  const isSameTarget = isSameFigure(a.target ?? undefined, b.target ?? undefined)
  return a.bases === b.bases && a.earned === b.earned && isSameTarget
}

function isSameCaps(a: Terms['caps'], b: Terms['caps']): boolean {
  return (
    a.length === b.length &&
    a.every(
      ({ most, above }, index) =>
        isSameFigure(most, b[index]?.most) && isSameFigure(above, b[index]?.above),
    )
  )
}

/** In a whole-amount scale, what comes after a place earns in the tier that all of it reaches. */
function isSameMode(a: ExactScale, b: ExactScale | undefined): boolean {
  return a.tiers[0].id === b?.tiers[0].id
}

function isSameFigure(a: fraction.Fraction | undefined, b: fraction.Fraction | undefined): boolean {
  return a === undefined || b === undefined ? a === b : fraction.compare(a, b) === 0
}
