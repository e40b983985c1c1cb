import * as check from '../kernel/check/check.js'
import type { PolicyReference } from '../kernel/index.js'
import * as decimal from '../kernel/number/decimal.js'
import type { Fraction } from '../kernel/number/fraction.js'
import * as fraction from '../kernel/number/fraction.js'
import * as defined from '../kernel/policy/defined.js'
import * as score from '../kernel/score/score.js'
import type {
  AppraisalScheme,
  AttainmentLevel,
  GradeCap,
  Indicator,
  IndicatorComponent,
  PointsItem,
  VisitStandard,
  YearRule,
} from './types.js'

/** An appraisal scheme that is ready to compute with. */
export interface ExactAppraisalScheme {
  readonly card: score.ExactScorecard
  /** By the positions of the indicators. */
  readonly indicators: readonly ExactIndicator[]
  readonly bonuses: readonly ExactItem[]
  readonly deductions: readonly ExactItem[]
  readonly maximum: Fraction | null
  readonly caps: readonly ExactGradeCap[]
  /** The ids of the facts that the caps look at besides the results. */
  readonly facts: readonly string[]
  readonly visits: VisitStandard | null
  readonly appeal: AppraisalScheme['appeal'] | null
  readonly year: YearRule | null
  /** Handed out with every result, and frozen for that. */
  readonly policy: PolicyReference
  /** The clauses that an appraisal by it rests on. */
  readonly clauses: readonly string[]
}

/** The sources that are accepted, null for an unnamed one, and the clause that asks for them. */
export interface Sources {
  readonly accepted: readonly (string | null)[]
  readonly clause: string
}

/** What a result is scored by. */
export interface ExactItem {
  readonly id: string
  readonly curve: score.ExactCurve
  readonly sources: Sources | null
}

export interface ExactIndicator extends ExactItem {
  /** From the lowest to the highest. */
  readonly levels: readonly ExactLevel[]
  readonly components: readonly ExactComponent[]
}

export interface ExactLevel extends AttainmentLevel {
  readonly start: Fraction
}

interface ExactComponent extends IndicatorComponent {
  /** Its part of the whole. */
  readonly share: Fraction
}

export interface ExactGradeCap extends GradeCap {
  readonly condition: check.ExactCondition
}

/** The exact form of a defined appraisal scheme, made once. */
export const exactAppraisalScheme = /* @__PURE__ */ defined.compiler(
  'AppraisalScheme',
  compileAppraisalScheme,
)

function compileAppraisalScheme(scheme: AppraisalScheme): ExactAppraisalScheme {
  const { bonuses = [], deductions = [], maximum, gradeCaps = [] } = scheme
  const card = compileCard(scheme)
  const items = [...scheme.indicators, ...bonuses, ...deductions]
  const itemOf = (key: string) => (item: PointsItem, index: number) => ({
    id: item.id,
    curve: score.compileCurve(item.curve),
    sources: sourcesOf(item, `${key}[${index}]`, scheme),
  })
  const indicators = scheme.indicators.map((indicator, index) => ({
    ...itemOf('indicators')(indicator, index),
    curve: card.parts[index]?.curve ?? score.compileCurve(indicator.curve),
    levels: (indicator.levels ?? []).map((one) => ({ ...one, start: decimal.known(one.from) })),
    components: compileComponents(indicator.components ?? []),
  }))
  const exact = {
    card,
    indicators,
    bonuses: bonuses.map(itemOf('bonuses')),
    deductions: deductions.map(itemOf('deductions')),
    maximum: maximum === undefined ? null : decimal.known(maximum),
    caps: gradeCaps.map((cap) => ({ ...cap, condition: check.compile(cap.requires) })),
    visits: scheme.visits ?? null,
    appeal: scheme.appeal ?? null,
    year: scheme.year ?? null,
    policy: Object.freeze(defined.reference(scheme)),
  }
  const ids = new Set(items.map(({ id }) => id))
  const facts = exact.caps.flatMap(({ condition }) => check.factsOf(condition))
  return {
    ...exact,
    facts: [...new Set(facts)].filter((id) => !ids.has(id)),
    clauses: Object.freeze(clausesOf(scheme, exact)),
  }
}

/** An indicator with levels is an attainment, whatever its curve does with it: a bare 120 for 120% is refused. */
function compileCard(scheme: AppraisalScheme): score.ExactScorecard {
  const card = score.compile(scheme.indicators, scheme)
  const parts = card.parts.map((part, index) => {
    const isFigure = part.curve.takes === 'figure' && scheme.indicators[index]?.levels !== undefined
    return isFigure ? { ...part, curve: { ...part.curve, takes: 'ratio' as const } } : part
  })
  return { ...card, parts: parts as readonly score.ExactPart[] }
}

function compileComponents(components: readonly IndicatorComponent[]): ExactComponent[] {
  const weights = components.map(({ weight }) => decimal.known(weight))
  const total = fraction.sum(weights)
  return components.map((component, index) => ({
    ...component,
    share: fraction.divide(weights[index] ?? fraction.ZERO, total),
  }))
}

/** The clause is what the provenance of the scheme says; where it says nothing, that of the survey. */
function sourcesOf(
  { acceptedSources: accepted }: Pick<Indicator, 'acceptedSources'>,
  path: string,
  { provenance }: AppraisalScheme,
): Sources | null {
  if (accepted === undefined) return null
  const named = provenance.find((one) => one.path === `${path}.acceptedSources`)
  return { accepted, clause: named?.clause ?? 'APP-7' }
}

function clausesOf(
  { indicators }: AppraisalScheme,
  exact: Pick<ExactAppraisalScheme, 'indicators' | 'bonuses' | 'deductions'>,
): string[] {
  const items = [...exact.indicators, ...exact.bonuses, ...exact.deductions]
  const cited = new Set(['APP-1', 'APP-2', 'APP-10'])
  for (const { sources } of items) if (sources !== null) cited.add(sources.clause)
  if (exact.indicators.some(({ components }) => components.length > 0)) cited.add('APP-4')
  const isRated = ({ curve: { kind } }: Indicator) => kind === 'rating' || kind === 'choice'
  if (indicators.some(isRated)) cited.add('APP-13')
  return [...cited].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
}
