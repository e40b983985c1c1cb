import * as z from 'zod'
import type { DecimalInput, Issue, Path, Scale } from '../../../kernel/index.js'
import * as issue from '../../../kernel/input/issue.js'
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
import { MATCHES_EVERY_LINE, MULTIPLIES_BY_NOTHING } from '../../issues.js'
import type {
  Accelerator,
  KpiMultiplier,
  LineFactor,
  LineMatch,
  LineMeasure,
  Multiplier,
  MultiplierStep,
  WordMultiplier,
} from '../types.js'

/** What a line must be, as it is written down: a name, or a list of names. */
export interface LineMatchInput {
  readonly product?: string | readonly string[]
  readonly category?: string | readonly string[]
  readonly region?: string | readonly string[]
  readonly customer?: string | readonly string[]
}

/** A rate rule as it is written down. */
export interface RateRuleInput {
  readonly id: string
  readonly when: LineMatchInput
  readonly scale: ScaleInput
  readonly measuredBy?: LineMeasure
  readonly conditions?: ConditionInput
}

/** A factor as it is written down; it multiplies both what a line counts and what it earns on, unless told. */
export interface LineFactorInput {
  readonly id: string
  readonly when?: LineMatchInput
  readonly applies?: LineFactor['applies']
  readonly above?: DecimalInput
  readonly multiplier: DecimalInput
  readonly reason?: string
}

/** A step of multipliers as it is written down. */
export interface MultiplierStepInput {
  readonly id: string
  readonly upTo: DecimalInput | null
  readonly multiplier: DecimalInput
}

/** An accelerator as it is written down; `marginal`, and a threshold belongs to the upper step, unless told. */
export interface AcceleratorInput {
  readonly mode?: Accelerator['mode']
  readonly boundary?: Scale['boundary']
  readonly steps: readonly MultiplierStepInput[]
  readonly conditions?: ConditionInput
}

/** A KPI multiplier as it is written down; a threshold belongs to the upper step unless told. */
export interface KpiMultiplierInput {
  readonly fact: string
  readonly boundary?: Scale['boundary']
  readonly steps: readonly MultiplierStepInput[]
}

/** A further multiplier as it is written down: by steps, or by words. */
export type MultiplierInput =
  | KpiMultiplierInput
  | { readonly fact: string; readonly values: Readonly<Record<string, DecimalInput>> }

const MOST_NAMES = 10_000
const MOST_RULES = 1000

const names = () =>
  withShortForm(z.array(name()).min(1).max(MOST_NAMES), (names: string | string[]) =>
    typeof names === 'string' ? [names] : names,
  ).exactOptional()

export const lineMatch = () =>
  strict({ product: names(), category: names(), region: names(), customer: names() }).superRefine(
    checked((match: LineMatch) =>
      Object.keys(match).length > 0 ? [] : [issue.at(MATCHES_EVERY_LINE, [], {})],
    ),
  )

export const measuredBy = () => z.enum(['margin', 'discount']).exactOptional()

export const rateRules = () =>
  z
    .array(
      strict({
        id: name(),
        when: lineMatch(),
        scale: scaleSchema,
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
        multiplier: notNegative(),
        reason: name().exactOptional(),
      }),
    )
    .min(1)
    .max(MOST_RULES)
    .superRefine(checked(factorIssues))

function factorIssues(list: readonly LineFactor[]): Issue[] {
  return [
    ...duplicateIds(list, []),
    ...list.flatMap(({ multiplier }, index) =>
      decimal.percentIssues(multiplier, decimal.known(multiplier), [index, 'multiplier']),
    ),
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
  oneOf((value) => (hasKey(value, 'values') ? words() : kpiMultiplier()))

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
