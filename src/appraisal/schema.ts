import * as z from 'zod'
import type * as check from '../kernel/check/check.js'
import type { Condition, DecimalInput, Issue, Path } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import { ID_DUPLICATE } from '../kernel/issues.js'
import * as defined from '../kernel/policy/defined.js'
import {
  type ConditionInput,
  type CriterionInput,
  type CurveInput,
  checked,
  conditionSchema,
  criteriaIssues,
  criterionShape,
  curveSchema,
  duplicateIds,
  headerShape,
  name,
  notRising,
  type PolicyHeaderInput,
  points,
  positive,
  provenanceIssues,
  readPolicy,
  type ScorecardRulesInput,
  scorecardShape,
  strict,
  wholeNumber,
} from '../kernel/schema.js'
import { BEST_OF_NONE, CAP_NOT_OF_POINTS, LEVELS_WITHOUT_ATTAINMENT } from './issues.js'
import type {
  AppraisalScheme,
  DefinedAppraisalScheme,
  Indicator,
  VisitStandard,
  YearRule,
} from './types.js'

/** An indicator as it is written down. One without a curve scores attainment × 100, at most 100 (APP-10). */
interface IndicatorInput<Id extends string = string> extends CriterionInput<Id> {
  /** Where the figure may come from (APP-7, APP-11); null is a figure that names no source. Without it the source does not matter. */
  readonly acceptedSources?: readonly (string | null)[]
  /** Levels of attainment that are named in the outcome, from the lowest to the highest (APP-2). Results are then attainments. */
  readonly levels?: readonly {
    /** Names the level in outcomes; each once. */
    readonly id: string
    /** A ratio of the target: `1.2` is 120%. Above 0. */
    readonly from: DecimalInput
  }[]
  /** What the result is made of, such as new and repeat business 6 to 4 (APP-4); each runs through the curve. */
  readonly components?: readonly {
    /** Names the component; results are given by it. */
    readonly id: string
    /** The components' weights stand for shares of their sum: 6 and 4. 0 to 100. */
    readonly weight: DecimalInput
  }[]
}

/** A bonus or a deduction as it is written down; points from 0 to 100 unless told. */
interface PointsItemInput<Id extends string = string> {
  /** Names the item; its fact is given by it. Each once. */
  readonly id: Id
  /** How a fact becomes points; `points` by default. */
  readonly curve?: CurveInput
  /** Where the figure may come from (APP-7, APP-11); null is a figure that names no source. Without it the source does not matter. */
  readonly acceptedSources?: readonly (string | null)[]
}

/** A scheme as it is written down. */
export interface AppraisalSchemeInput<Result extends string = string>
  extends PolicyHeaderInput,
    ScorecardRulesInput {
  /** What is appraised; the weights add up to exactly 100, unless they are parts. 1 to 100 of them. */
  readonly indicators: readonly IndicatorInput<Result>[]
  /** Points on top of the weighted ones. */
  readonly bonuses?: readonly PointsItemInput<Result>[]
  /** Points taken off them; a score does not fall below 0. */
  readonly deductions?: readonly PointsItemInput<Result>[]
  /** The most that a score can be, bonuses included; none unless told. 0 to 1,000 points. */
  readonly maximum?: DecimalInput
  /** What caps the grade, whatever the score. */
  readonly gradeCaps?: readonly {
    /** Names the cap in outcomes; each once. */
    readonly id: string
    /** On the facts of the input, and on indicators by id: their points, rounded as they are shown. */
    readonly requires: ConditionInput
    /** The best grade that is left while the condition is met. */
    readonly gradeAtMost: string
  }[]
  /** How visits are counted (APP-6). */
  readonly visits?: {
    /** Visits a month by kind of customer. */
    readonly perMonth: Readonly<Record<string, number>>
    /** `per-customer`: to each customer of the kind; `in-all`: to all of them together. `per-customer` by default. */
    readonly counted?: VisitStandard['counted']
    /** A visit without one of these does not count (APP-11). */
    readonly acceptedProofs: readonly string[]
  }
  /** Until when a person may appeal against a result (APP-8). */
  readonly appeal?: {
    /** How many working days there are after the result was announced. 1 to 1,000. */
    readonly workingDays: number
  }
  /** How the score of a year comes from its periods (APP-9). */
  readonly year?: YearRule
}

const sources = () => z.array(name().nullable()).min(1).max(100)

const list = <Schema extends z.ZodType>(item: Schema) => z.array(item).min(1).max(100)

const pointsItem = strict({
  id: name(),
  curve: curveSchema.prefault({ kind: 'points' }),
  acceptedSources: sources().exactOptional(),
})

export const schemeSchema = strict({
  ...headerShape('appraisal'),
  ...scorecardShape,
  indicators: list(
    strict({
      ...criterionShape,
      acceptedSources: sources().exactOptional(),
      levels: list(strict({ id: name(), from: positive() })).exactOptional(),
      components: list(strict({ id: name(), weight: points(100) })).exactOptional(),
    }),
  ),
  bonuses: list(pointsItem).exactOptional(),
  deductions: list(pointsItem).exactOptional(),
  maximum: points().exactOptional(),
  gradeCaps: list(
    strict({ id: name(), requires: conditionSchema, gradeAtMost: name() }),
  ).exactOptional(),
  visits: strict({
    perMonth: z.record(name(), wholeNumber(0, 1000)),
    counted: z.enum(['per-customer', 'in-all']).default('per-customer'),
    acceptedProofs: list(name()),
  }).exactOptional(),
  appeal: strict({ workingDays: wholeNumber(1, 1000) }).exactOptional(),
  year: strict({
    per: z.enum(['month', 'quarter', 'half-year']),
    by: z.enum(['mean', 'days', 'best']),
    best: wholeNumber(1, 12).exactOptional(),
    daysAtLeast: wholeNumber(1, 184).exactOptional(),
  }).exactOptional(),
}).superRefine(
  checked((scheme) => [
    ...criteriaIssues(scheme.indicators, ['indicators'], scheme),
    ...scheme.indicators.flatMap(indicatorIssues),
    ...itemIdIssues(scheme),
    ...capIssues(scheme),
    ...yearIssues(scheme),
    ...provenanceIssues(scheme),
  ]),
)

function indicatorIssues(indicator: Indicator, index: number): Issue[] {
  const { levels = [], components } = indicator
  const at = (key: string): Path => ['indicators', index, key]
  return [
    ...duplicateIds(levels, at('levels')),
    ...notRising(levels.map(({ from }, place) => [[...at('levels'), place, 'from'], from])),
    ...levelIssues(indicator, at('levels')),
    ...(components === undefined
      ? []
      : criteriaIssues(components, at('components'), { weights: 'parts', missing: 'refuse' })),
  ]
}

function levelIssues({ levels, curve: { kind } }: Indicator, path: Path): Issue[] {
  const isAttainment = ['ratio', 'steps', 'linear', 'progress'].includes(kind)
  return levels === undefined || isAttainment ? [] : [issue.at(LEVELS_WITHOUT_ATTAINMENT, path, {})]
}

/** Results are given by id, whatever they are: bonuses and deductions have other ids than indicators, and than one another. */
function itemIdIssues({ indicators, bonuses = [], deductions = [] }: AppraisalScheme): Issue[] {
  const known = [...indicators]
  return [
    ...laterIds(bonuses, known, 'bonuses'),
    ...laterIds(deductions, [...known, ...bonuses], 'deductions'),
  ]
}

type Named = readonly { readonly id: string }[]

function laterIds(items: Named, earlier: Named, key: string): Issue[] {
  const taken = new Set(earlier.map(({ id }) => id))
  const again = items.flatMap(({ id }, index) =>
    taken.has(id) ? [issue.at(ID_DUPLICATE, [key, index, 'id'], { id })] : [],
  )
  return [...duplicateIds(items, [key]), ...again]
}

/** Of a result of the scheme, a cap looks at the points. */
function capIssues(scheme: AppraisalScheme): Issue[] {
  const { indicators, bonuses = [], deductions = [], gradeCaps = [] } = scheme
  const ids = new Set([...indicators, ...bonuses, ...deductions].map(({ id }) => id))
  const wrong = gradeCaps.flatMap(({ requires }, index) =>
    factConditions(requires)
      .filter(({ id, unit, inARow }) => ids.has(id) && (unit !== 'points' || inARow !== undefined))
      .map(({ id }) => issue.at(CAP_NOT_OF_POINTS, ['gradeCaps', index, 'requires'], { id })),
  )
  return [...duplicateIds(gradeCaps, ['gradeCaps']), ...wrong]
}

function factConditions(condition: Condition): check.FactCondition[] {
  if ('id' in condition) return [condition]
  if ('all' in condition) return condition.all.flatMap(factConditions)
  return ('any' in condition ? condition.any : condition.of).flatMap(factConditions)
}

function yearIssues({ year }: AppraisalScheme): Issue[] {
  if (year === undefined || (year.by === 'best') === (year.best !== undefined)) return []
  return [issue.at(BEST_OF_NONE, ['year', 'best'], {})]
}

/**
 * Checks and freezes an appraisal scheme. The weights add up to exactly 100; what happens to a missing result is part of it.
 *
 * @throws SalesRulesError with everything that is wrong: `WEIGHTS_NOT_100`, `ID_DUPLICATE`, `OUT_OF_ORDER`, `UNKNOWN_KEY`, …
 *
 * @example Two indicators
 * ```ts
 * import { appraise, defineAppraisalScheme } from 'sales-rules'
 *
 * const scheme = defineAppraisalScheme({
 *   indicators: [
 *     { id: 'sales', weight: 70 },
 *     { id: 'complaints', weight: 30, curve: 'lower-is-better' },
 *   ],
 *   missing: 'refuse',
 * })
 * const results = { sales: { actual: 90, target: 100 }, complaints: { actual: 4, target: 2 } }
 * appraise({ results }, scheme).score // => 78
 * ```
 */
export function defineAppraisalScheme<const Result extends string>(
  scheme: AppraisalSchemeInput<Result>,
): DefinedAppraisalScheme<Result> {
  const written: AppraisalSchemeInput = scheme
  return defined.seal<AppraisalScheme>('AppraisalScheme', readPolicy(schemeSchema, written))
}
