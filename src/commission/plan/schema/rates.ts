import * as z from 'zod'
import type { FactUnit } from '../../../kernel/check/check.js'
import type { Condition, DecimalInput, Issue, Path, Scale } from '../../../kernel/index.js'
import * as issue from '../../../kernel/input/issue.js'
import * as read from '../../../kernel/input/read.js'
import * as decimal from '../../../kernel/number/decimal.js'
import {
  type ConditionInput,
  checked,
  conditionSchema,
  duplicateIds,
  hasKey,
  name,
  notNegative,
  notRising,
  oneOf,
  positive,
  type ScaleInput,
  scaleSchema,
  stepEndIssues,
  strict,
  withShortForm,
} from '../../../kernel/schema.js'
import {
  FACTOR_OF_ONE_KIND,
  LINE_WITHOUT_HISTORY,
  MATCHES_EVERY_LINE,
  MULTIPLIES_BY_NOTHING,
} from '../../issues.js'
import {
  type Accelerator,
  isLineFigure,
  type KpiMultiplier,
  LINE_FIGURE_UNITS,
  type LineFactor,
  type LineMatch,
  type LineScale,
  type Multiplier,
  type MultiplierStep,
  type TierMeasure,
  type WordMultiplier,
} from '../types.js'

/** What a line must be, as it is written down: a name, or a list of names. */
export interface LineMatchInput {
  /** The product, or one of several. */
  readonly product?: string | readonly string[]
  /** The category, or one of several. */
  readonly category?: string | readonly string[]
  /** The region, or one of several. */
  readonly region?: string | readonly string[]
  /** The customer, or one of several. */
  readonly customer?: string | readonly string[]
  /** What else must hold of it: a condition on its facts, and on its `amount`, `margin`, `discount`, `quantity` and `daysLate`. */
  readonly is?: ConditionInput
}

/** A scale as it is written down; all sales go through it together, unless told. */
export interface LineScaleInput<Tier extends string = string> extends ScaleInput<Tier> {
  /** `line` or `order`: each has the tiers anew. Without it, the sales of the period go through them together. */
  readonly per?: NonNullable<LineScale['per']>
}

/** A rate rule as it is written down. */
export interface RateRuleInput<Tier extends string = string> {
  /** Names the rule in slices; each once. */
  readonly id: string
  /** Which lines it is for; the first rule that fits has them. */
  readonly when: LineMatchInput
  /** The tiers by which they earn. */
  readonly scale: LineScaleInput<Tier>
  /** Where the scale's measure is separate: what chooses the tier, of each line or of all sales. */
  readonly measuredBy?: TierMeasure
  /** What must be met for it to be one of the rules: otherwise its lines earn as if it were not there. */
  readonly conditions?: ConditionInput
}

/** A factor as it is written down; it multiplies both what a line counts and what it earns on, unless told. */
export interface LineFactorInput {
  /** Names the factor in statements; each once. */
  readonly id: string
  /** Without it, every line. */
  readonly when?: LineMatchInput
  /** What it multiplies: what a line `counts` towards the target and the tiers, what it `earns` on, or `both`. `both` by default. */
  readonly applies?: LineFactor['applies']
  /** Only what of a line lies above it is multiplied; without it, all of the line. Above 0. */
  readonly above?: DecimalInput
  /** From 0 to below 10; `1` changes nothing. One of it, `by` and `part`. */
  readonly multiplier?: DecimalInput
  /** A multiplier by a figure of the line, or by a fact that it says: how many days late it was paid. */
  readonly by?: KpiMultiplierInput
  /** The fact of the line whose part in its amount multiplies: the first year of a contract of several. */
  readonly part?: string
  /** Why, for whoever reads a statement. */
  readonly reason?: string
}

/** A step of multipliers as it is written down. */
export interface MultiplierStepInput {
  /** Names the step in statements; each once. */
  readonly id: string
  /** Null is the open end, and only the last step has it. Above 0. */
  readonly upTo: DecimalInput | null
  /** From 0 to below 10; `1` changes nothing. */
  readonly multiplier: DecimalInput
}

/** An accelerator as it is written down; `marginal`, and a threshold belongs to the upper step, unless told. */
export interface AcceleratorInput {
  /**
   * `marginal`: sales between two thresholds earn that step's multiple of their rate. `whole-amount`: all earn that of the attainment
   * reached. `marginal` by default.
   */
  readonly mode?: Accelerator['mode']
  /** Which step owns an attainment exactly on a threshold. `upper-tier` by default. */
  readonly boundary?: Scale['boundary']
  /** From the lowest attainment to the highest. */
  readonly steps: readonly MultiplierStepInput[]
  /** What must be met for it to be looked at: the year so far on quota. Without them, it always is. */
  readonly conditions?: ConditionInput
}

/** A KPI multiplier as it is written down; a threshold belongs to the upper step unless told. */
export interface KpiMultiplierInput {
  /** The name of the fact. */
  readonly fact: string
  /** Which step owns a figure exactly on a threshold. `upper-tier` by default. */
  readonly boundary?: Scale['boundary']
  /** From the lowest to the highest; a step begins where the one before it ends. */
  readonly steps: readonly MultiplierStepInput[]
}

/** A further multiplier as it is written down: by steps, or by words. */
export type MultiplierInput =
  | KpiMultiplierInput
  | {
      /** The name of the fact. */
      readonly fact: string
      /** From 0 to below 10; `1` changes nothing. A word that is not among them is refused. */
      readonly values: Readonly<Record<string, DecimalInput>>
    }

const MOST_NAMES = 10_000
const MOST_RULES = 1000

const names = () =>
  withShortForm(z.array(name()).min(1).max(MOST_NAMES), name(), (names: string | string[]) =>
    typeof names === 'string' ? [names] : names,
  ).exactOptional()

export const lineMatch = () =>
  strict({
    product: names(),
    category: names(),
    region: names(),
    customer: names(),
    is: conditionSchema.exactOptional(),
  }).superRefine(checked(matchIssues))

function matchIssues(match: LineMatch): Issue[] {
  if (Object.keys(match).length === 0) return [issue.at(MATCHES_EVERY_LINE, [], {})]
  return match.is === undefined ? [] : conditionIssues(match.is, ['is'])
}

/** A line is no history, and each of its figures counts what it counts. */
function conditionIssues(condition: Condition, path: Path): Issue[] {
  if (!('id' in condition)) {
    const [key, parts] = Object.entries(condition).find(([, value]) => Array.isArray(value)) ?? []
    return (parts as readonly Condition[]).flatMap((part, index) =>
      conditionIssues(part, [...path, key ?? '', index]),
    )
  }
  const { id, unit, inARow, ofLast, over } = condition
  const history = inARow ?? ofLast ?? over
  if (history !== undefined) return [issue.at(LINE_WITHOUT_HISTORY, path, {})]
  if (!isLineFigure(id)) return []
  const allowed: readonly FactUnit[] = LINE_FIGURE_UNITS[id]
  if (unit !== undefined && allowed.includes(unit)) return []
  return [read.notAllowed(unit, [...path, 'unit'], allowed)]
}

export const lineScale = () =>
  scaleSchema.safeExtend({ per: z.enum(['line', 'order']).exactOptional() })

const measureForms = {
  figure: z.enum(['amount', 'margin', 'discount', 'quantity', 'daysLate', 'attainment', 'units']),
  fact: strict({ fact: name() }),
}

export const measuredBy = () =>
  oneOf<typeof measureForms.figure | typeof measureForms.fact, TierMeasure, TierMeasure>(
    Object.values(measureForms),
    (value) => (hasKey(value, 'fact') ? measureForms.fact : measureForms.figure),
  ).exactOptional()

export const rateRules = () =>
  z
    .array(
      strict({
        id: name(),
        when: lineMatch(),
        scale: lineScale(),
        measuredBy: measuredBy(),
        conditions: conditionSchema.exactOptional(),
      }),
    )
    .min(1)
    .max(MOST_RULES)

export const lineFactors = () =>
  z
    .array(
      strict({
        id: name(),
        when: lineMatch().exactOptional(),
        applies: z.enum(['both', 'counts', 'earns']).default('both'),
        above: positive().exactOptional(),
        multiplier: notNegative().exactOptional(),
        by: kpiMultiplier().exactOptional(),
        part: name().exactOptional(),
        reason: name().exactOptional(),
      }),
    )
    .min(1)
    .max(MOST_RULES)
    .superRefine(checked(factorIssues))

function factorIssues(list: readonly LineFactor[]): Issue[] {
  return [
    ...duplicateIds(list, []),
    ...list.flatMap(({ multiplier, by, part }, index) => {
      const given = [multiplier, by, part].filter((one) => one !== undefined)
      if (given.length !== 1) return [issue.at(FACTOR_OF_ONE_KIND, [index], {})]
      if (multiplier === undefined) return []
      return decimal.percentIssues(multiplier, decimal.known(multiplier), [index, 'multiplier'])
    }),
  ]
}

const steps = () =>
  z
    .array(strict({ id: name(), upTo: positive().nullable(), multiplier: notNegative() }))
    .min(1)
    .max(MOST_RULES)

const boundary = () => z.enum(['upper-tier', 'lower-tier']).default('upper-tier')

export const accelerator = () =>
  strict({
    mode: z.enum(['marginal', 'whole-amount']).default('marginal'),
    boundary: boundary(),
    steps: steps(),
    conditions: conditionSchema.exactOptional(),
  }).superRefine(
    checked((accelerator: Accelerator) => [
      ...stepIssues(accelerator.steps),
      ...accelerator.steps.flatMap(({ upTo }, index) =>
        upTo === null
          ? []
          : decimal.percentIssues(upTo, decimal.known(upTo), ['steps', index, 'upTo']),
      ),
    ]),
  )

export const kpiMultiplier = () =>
  strict({ fact: name(), boundary: boundary(), steps: steps() }).superRefine(
    checked((multiplier: KpiMultiplier) => stepIssues(multiplier.steps)),
  )

const words = () =>
  strict({ fact: name(), values: z.record(name(), notNegative()) }).superRefine(
    checked(({ values }: WordMultiplier) => [
      ...(Object.keys(values).length === 0
        ? [issue.at(MULTIPLIES_BY_NOTHING, ['values'], {})]
        : []),
      ...Object.entries(values).flatMap(([word, value]) =>
        decimal.percentIssues(value, decimal.known(value), ['values', word]),
      ),
    ]),
  )

const multiplier = (): z.ZodType<Multiplier, MultiplierInput> =>
  oneOf([kpiMultiplier(), words()], (value) =>
    hasKey(value, 'values') ? words() : kpiMultiplier(),
  )

export const multipliers = () => z.array(multiplier()).min(1).max(MOST_RULES)

/** Steps rise, the last one is open, and a multiplier of 10 or more is a percentage. */
function stepIssues(list: readonly MultiplierStep[]): Issue[] {
  const ends = list.flatMap(({ upTo }, index): [Path, string][] =>
    upTo === null ? [] : [[['steps', index, 'upTo'], upTo]],
  )
  return [
    ...duplicateIds(list, ['steps']),
    ...stepEndIssues(list, 'steps'),
    ...notRising(ends),
    ...list.flatMap(({ multiplier }, index) =>
      decimal.percentIssues(multiplier, decimal.known(multiplier), ['steps', index, 'multiplier']),
    ),
  ]
}
