import * as z from 'zod'
import { type AppraisalSchemeInput, defineAppraisalScheme } from '../appraisal/schema.js'
import type { CommissionPlan } from '../commission/index.js'
import { exactPlan } from '../commission/internal.js'
import {
  type CommissionPlanInput,
  defineCommissionPlan,
  type PaymentTermsInput,
} from '../commission/plan/schema.js'
import type { DecimalInput, Issue, Path, RoundingMode } from '../kernel/index.js'
import { attempt } from '../kernel/input/attempt.js'
import * as issue from '../kernel/input/issue.js'
import { at } from '../kernel/input/issue.js'
import { ID_DUPLICATE, MORE_DECIMALS_THAN_CURRENCY, NUMBER_NOT_ABOVE } from '../kernel/issues.js'
import * as currencies from '../kernel/number/currency.js'
import * as decimal from '../kernel/number/decimal.js'
import * as fraction from '../kernel/number/fraction.js'
import * as defined from '../kernel/policy/defined.js'
import {
  decimal as anyDecimal,
  checked,
  completeRounding,
  currencyIssues,
  decimalsKept,
  duplicateIds,
  given,
  headerShape,
  type MoneyRoundingInput,
  moneyRounding,
  name,
  notNegative,
  notRising,
  type PolicyHeaderInput,
  positive,
  provenanceIssues,
  ratio,
  readPolicy,
  report,
  roundingMode,
  stepEndIssues,
  strict,
  wholeNumber,
} from '../kernel/schema.js'
import { partOf } from './exactComponents.js'
import {
  CAP_OF_NOTHING,
  COMPONENT_IN_OTHER_CURRENCY,
  COMPONENT_NOT_BEFORE,
  COMPONENT_WITHOUT_SCORE,
  COMPONENTS_MISSING,
  MATRIX_OF_OTHER_SIZE,
  NOTHING_TO_EARN_BY,
  NOTHING_TO_WIN,
  POT_BELOW_PRIZES,
  POT_OF_ALL_MISSING,
  PRIZES_RISE,
  SCORED_TWICE,
  WEIGHT_OF_MONEY,
  WEIGHTS_NOT_WHOLE,
} from './issues.js'
import type {
  BonusRule,
  CompensationComponent,
  CompensationPlan,
  ContestRules,
  DefinedCompensationPlan,
  DefinedContestRules,
  MatrixAxis,
  PayMatrix,
} from './types.js'

interface PartOfPeriodInput {
  /**
   * What a part of the period earns: days served of its days, months served of its months, those that were started or only whole ones;
   * or the whole (`none`). `day` by default.
   */
  readonly proration?: BonusRule['proration']
  /** Whether somebody who left before the end of the period earns their part, or nothing. `pro-rata` by default. */
  readonly leavers?: BonusRule['leavers']
}

/** How consequences of one kind are paid, as it is written down. By default in proportion to the days served, whatever the attendance. */
type PayRuleInput =
  | (PartOfPeriodInput & {
      /** The kind of consequence, as the grading policy names it. */
      readonly kind: string
      /** A part of a base salary, paid on the last day of the period that earned it. */
      readonly pays: 'bonus'
      /**
       * How many months of base salary a value of 1 is: 2 where the grade's value is a coefficient on a bonus of two months. Above 0; `1` by
       * default.
       */
      readonly months?: DecimalInput
      /** `pro-rata`: only as many days as were worked of those due. `ignore`: whatever the attendance. `ignore` by default. */
      readonly attendance?: BonusRule['attendance']
    })
  | {
      /** The kind of consequence, as the grading policy names it. */
      readonly kind: string
      /** A raise or a cut of the base salary, paid with it for as long as it holds. */
      readonly pays: 'base-pay'
    }
  | (PartOfPeriodInput & {
      /** The kind of consequence, as the grading policy names it. */
      readonly kind: string
      /** Days of leave, given on the last day of the period that earned them. */
      readonly pays: 'leave'
      /** How days of leave are rounded. */
      readonly rounding?: {
        /** How what lies between is rounded. `down` by default. */
        readonly mode?: RoundingMode
        /** Decimals kept, 0 to 12. `0` by default. */
        readonly decimals?: number
      }
    })

/** The figure of a table as it is written down; a threshold belongs to the upper step unless told. */
interface MatrixAxisInput {
  /** The name of a fact, or what an earlier component came to: `revenue.attainment`. */
  readonly by: string
  /** Which step owns a figure exactly on a threshold. `upper-tier` by default. */
  readonly boundary?: MatrixAxis['boundary']
  /** From the lowest to the highest; a step begins where the one before it ends. */
  readonly steps: readonly {
    /** Names the step in outcomes; each once. */
    readonly id: string
    /** Where the step ends; null is the open end, and only the last step has it. */
    readonly upTo: DecimalInput | null
  }[]
}

/**
 * A component as it is written down. Its commission is in the currency of the plan; where it is scored, or paid by a table, what is left out
 * of it pays the score or the ratio of the target incentive.
 */
interface CompensationComponentInput<Id extends string = string> {
  /** Names the component; its input is given by it. Each once. */
  readonly id: Id
  /** Its share of the payee's target incentive, a ratio; the weights of those that have one add up to 1. 0 to 1. */
  readonly weight?: DecimalInput
  /** Where the component is scored: the commission is then that of a score on a target of 100. */
  readonly appraisal?: AppraisalSchemeInput
  /** Where two figures choose what it pays: the commission is then that of the ratio in the table on a target of 1. */
  readonly matrix?: {
    /** The figure that chooses the row. */
    readonly rows: MatrixAxisInput
    /** The figure that chooses the column. */
    readonly columns: MatrixAxisInput
    /** Row by row, a ratio of the target incentive for each column. */
    readonly pays: readonly (readonly DecimalInput[])[]
  }
  /**
   * By what it earns. Conditions and multipliers of it may look at what an earlier component came to: `<id>.attainment`, `<id>.score`,
   * `<id>.amount`.
   */
  readonly commission?: Partial<CommissionPlanInput>
}

/**
 * A compensation plan as it is written down: half-up to the decimals of the currency, unless told; its payment terms are those of the
 * components that have none of their own.
 */
export interface CompensationPlanInput<Id extends string = string> extends PolicyHeaderInput {
  /** A code of ISO 4217. */
  readonly currency: string
  /** How amounts are rounded. */
  readonly rounding?: MoneyRoundingInput
  /** How what follows from grades is paid; each kind once. */
  readonly consequences?: readonly PayRuleInput[]
  /** What one payee earns by several measures, in the order in which they are computed. */
  readonly components?: readonly CompensationComponentInput<Id>[]
  /** The most that the components of a period come to. Without it, there is none. */
  readonly cap?: {
    /** The most money of a period. Above 0. */
    readonly amount?: DecimalInput
    /** Of the payee's target incentive: 2 is twice as much. */
    readonly multiple?: DecimalInput
  }
  /** When all components together are paid: the draw, the holdback and the rest, as in a commission plan. */
  readonly payment?: PaymentTermsInput
}

const partOfPeriod = {
  proration: z.enum(['day', 'month-started', 'month-whole', 'none']).default('day'),
  leavers: z.enum(['pro-rata', 'none']).default('pro-rata'),
}

const payRule = z.discriminatedUnion('pays', [
  strict({
    kind: name(),
    pays: z.literal('bonus'),
    months: positive().prefault('1'),
    ...partOfPeriod,
    attendance: z.enum(['pro-rata', 'ignore']).default('ignore'),
  }),
  strict({ kind: name(), pays: z.literal('base-pay') }),
  strict({
    kind: name(),
    pays: z.literal('leave'),
    ...partOfPeriod,
    rounding: strict({
      mode: roundingMode().default('down'),
      decimals: decimalsKept().default(0),
    }).prefault({}),
  }),
])

const MOST_COMPONENTS = 100
const MOST_STEPS = 100

const axis = () =>
  strict({
    by: name(),
    boundary: z.enum(['upper-tier', 'lower-tier']).default('upper-tier'),
    steps: z
      .array(strict({ id: name(), upTo: positive().nullable() }))
      .min(1)
      .max(MOST_STEPS),
  }).superRefine(
    checked(({ steps }: MatrixAxis) => [
      ...duplicateIds(steps, ['steps']),
      ...stepEndIssues(steps, 'steps'),
      ...notRising(
        steps.flatMap(({ upTo }, index): [Path, string][] =>
          upTo === null ? [] : [[['steps', index, 'upTo'], upTo]],
        ),
      ),
    ]),
  )

const matrix = () =>
  strict({
    rows: axis(),
    columns: axis(),
    pays: z.array(z.array(notNegative()).max(MOST_STEPS)).max(MOST_STEPS),
  }).superRefine(checked(matrixIssues))

/** A figure for each pair of steps, and none of them a percentage. */
function matrixIssues({ rows, columns, pays }: PayMatrix): Issue[] {
  const [high, wide] = [rows.steps.length, columns.steps.length]
  if (pays.length !== high || pays.some((row) => row.length !== wide)) {
    const expected = `${high} × ${wide}`
    return [at(MATRIX_OF_OTHER_SIZE, ['pays'], { expected })]
  }
  return pays.flatMap((row, down) =>
    row.flatMap((ratio, across) =>
      decimal.percentIssues(ratio, decimal.known(ratio), ['pays', down, across]),
    ),
  )
}

const component = () =>
  strict({
    id: name(),
    weight: ratio().exactOptional(),
    appraisal: given<AppraisalSchemeInput>().exactOptional(),
    matrix: matrix().exactOptional(),
    commission: given<Partial<CommissionPlanInput>>().exactOptional(),
  })

export const planSchema = strict({
  ...headerShape('compensation'),
  currency: z.string(),
  rounding: moneyRounding(),
  consequences: z.array(payRule).max(1000).default([]),
  components: z.array(component()).min(1).max(MOST_COMPONENTS).exactOptional(),
  cap: strict({ amount: positive().exactOptional(), multiple: positive().exactOptional() })
    .superRefine(
      checked((cap) => (Object.keys(cap).length > 0 ? [] : [at(CAP_OF_NOTHING, [], {})])),
    )
    .exactOptional(),
  payment: given<PaymentTermsInput>().exactOptional(),
})
  .superRefine(
    checked((plan) => [
      ...currencyIssues(plan),
      ...duplicateKinds(plan.consequences),
      ...duplicateIds(plan.components ?? [], ['components']),
      ...componentsMissing(plan),
      ...capIssues(plan),
      ...provenanceIssues(plan),
    ]),
  )
  .transform(({ components, payment, ...plan }, context): CompensationPlan => {
    const { currency } = plan
    const issues: Issue[] = []
    const read = components?.map((one, index) =>
      readComponent(one, ['components', index], { currency, payment }, issues),
    )
    if (issues.length === 0 && read !== undefined) issues.push(...componentIssues(read, plan))
    report(context, issues)
    const rounding = completeRounding(plan)
    return { ...plan, rounding, ...(read && { components: read }) }
  })

/** What would be done with components, where there are none. */
function componentsMissing(plan: CompensationPlanInput): Issue[] {
  if (plan.components !== undefined) return []
  const fields = (['cap', 'payment'] as const).filter((field) => plan[field] !== undefined)
  return fields.map((field) => at(COMPONENTS_MISSING, [field], {}))
}

function capIssues({ currency, cap }: Pick<CompensationPlan, 'currency' | 'cap'>): Issue[] {
  return cap?.amount === undefined ? [] : amountIssues(cap.amount, ['cap', 'amount'], currency)
}

/** An amount can be paid as it stands. */
function amountIssues(total: string, path: Path, currency: string): Issue[] {
  const decimals = currencies.decimalsOf(currency)
  if (decimals === undefined) return []
  if ((decimal.countDecimals(decimal.known(total)) ?? 0) <= decimals) return []
  return [at(MORE_DECIMALS_THAN_CURRENCY, path, { total, decimals, currency })]
}

type WrittenComponent = z.output<ReturnType<typeof component>>

interface OfPlan {
  readonly currency: string
  readonly payment: PaymentTermsInput | undefined
}

/** A component with the plans inside it defined, by their own define functions. */
function readComponent(
  written: WrittenComponent,
  path: Path,
  ofPlan: OfPlan,
  issues: Issue[],
): CompensationComponent {
  const { commission, appraisal, ...one } = written
  const isScored = appraisal !== undefined || one.matrix !== undefined
  issues.push(...earningIssues(written, path))
  const scheme =
    appraisal === undefined
      ? undefined
      : within([...path, 'appraisal'], issues, () => defineAppraisalScheme(appraisal))
  const plan =
    isScored || commission !== undefined
      ? within([...path, 'commission'], issues, () =>
          defineCommissionPlan(completed(commission, isScored, ofPlan)),
        )
      : undefined
  // Without a plan there are issues, and nobody sees it.
  return { ...one, ...(scheme && { appraisal: scheme }), commission: plan as CommissionPlan }
}

function within<Value>(path: Path, issues: Issue[], call: () => Value): Value | undefined {
  const outcome = attempt(call)
  if (outcome.ok) return outcome.value
  issues.push(...outcome.issues.map((found) => issue.under(path, found)))
  return undefined
}

/** What a component earns by: one thing, and not nothing. */
function earningIssues({ commission, appraisal, matrix: table }: WrittenComponent, path: Path) {
  const found: Issue[] = []
  if (appraisal !== undefined && table !== undefined)
    found.push(at(SCORED_TWICE, [...path, 'matrix'], {}))
  if (appraisal === undefined && table === undefined && commission === undefined)
    found.push(at(NOTHING_TO_EARN_BY, [...path, 'commission'], {}))
  return found
}

/** A commission with what it has of the plan, and of what it pays by. */
function completed(
  commission: unknown,
  isScored: boolean,
  { currency, payment }: OfPlan,
): CommissionPlanInput {
  if (commission !== undefined && !isFields(commission)) return commission as CommissionPlanInput
  const written = commission ?? {}
  return {
    currency,
    ...(payment !== undefined && { payment }),
    ...(isScored && !('scale' in written) && BY_SCORE),
    ...written,
  } as CommissionPlanInput
}

function isFields(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Pays a score, or a ratio, of the target incentive, without an end. */
const BY_SCORE = {
  payout: 'of-target-incentive',
  scale: {
    mode: 'marginal',
    thresholds: 'attainment',
    tiers: [{ id: 'score', upTo: null, multiple: '1' }],
  },
} as const satisfies Partial<CommissionPlanInput>

/** What has no share is measured without one. */
const NO_SHARE = { given: '0', minimum: '0', maximum: '1' }

function componentIssues(
  components: readonly CompensationComponent[],
  { currency }: { readonly currency: string },
): Issue[] {
  return [
    ...components.flatMap((one, index) => {
      const path = ['components', index]
      const { commission, weight } = one
      const found: Issue[] = []
      if (commission.currency !== currency) {
        const params = { given: commission.currency, expected: currency }
        found.push(at(COMPONENT_IN_OTHER_CURRENCY, [...path, 'commission', 'currency'], params))
      }
      if (weight !== undefined && commission.payout === 'money')
        found.push(at(WEIGHT_OF_MONEY, [...path, 'weight'], {}))
      if (weight !== undefined && fraction.isZero(decimal.known(weight)))
        found.push(at(NUMBER_NOT_ABOVE, [...path, 'weight'], NO_SHARE))
      return [...found, ...lookingIssues(one, index, components)]
    }),
    ...weightIssues(components),
  ]
}

/** The whole of the target incentive is shared out. */
function weightIssues(components: readonly CompensationComponent[]): Issue[] {
  const weights = components.flatMap(({ weight }) => (weight === undefined ? [] : [weight]))
  if (weights.length === 0) return []
  const total = fraction.sum(weights.map((weight) => decimal.known(weight)))
  if (fraction.compare(total, fraction.ONE) === 0) return []
  return [at(WEIGHTS_NOT_WHOLE, ['components'], { given: decimal.writeDecimal(total) })]
}

/** A component looks at what was computed before it. */
function lookingIssues(
  { commission, matrix: table }: CompensationComponent,
  index: number,
  components: readonly CompensationComponent[],
): Issue[] {
  const path = ['components', index]
  const ofAxes = table === undefined ? [] : [table.rows.by, table.columns.by]
  const names = [...exactPlan(commission as never).factNames, ...ofAxes]
  return names.flatMap((id) => {
    const part = partOf(id)
    if (part === null) return []
    const earlier = components.slice(0, index).find((one) => one.id === part.component)
    if (earlier === undefined) {
      const known = components.slice(0, index).map((one) => one.id)
      return [at(COMPONENT_NOT_BEFORE, path, { id, expected: known.join(', ') })]
    }
    const isScored = earlier.appraisal !== undefined
    if (part.figure !== 'score' || isScored) return []
    return [at(COMPONENT_WITHOUT_SCORE, path, { id, other: part.component })]
  })
}

/** Each kind is paid in one way. */
function duplicateKinds(rules: readonly { readonly kind: string }[]): Issue[] {
  const seen = new Set<string>()
  return rules.flatMap(({ kind }, index) => {
    const isNew = !seen.has(kind)
    seen.add(kind)
    return isNew ? [] : [at(ID_DUPLICATE, ['consequences', index, 'kind'], { id: kind })]
  })
}

/**
 * Checks and freezes a compensation plan. What is left out is filled in, so that the plan names every choice.
 *
 * @throws SalesRulesError with everything that is wrong, each with its path: `CURRENCY_UNKNOWN`, `ID_DUPLICATE` for a kind that is paid twice,
 *   `VALUE_NOT_ALLOWED`, `UNKNOWN_KEY`, …
 *
 * @example A bonus of days worked, and nothing for leavers
 * ```ts
 * import { defineCompensationPlan } from 'sales-rules'
 *
 * const plan = defineCompensationPlan({
 *   currency: 'CNY',
 *   consequences: [{ kind: 'bonus', pays: 'bonus', attendance: 'pro-rata', leavers: 'none' }],
 * })
 * plan.consequences[0]
 * // => { kind: 'bonus', pays: 'bonus', months: '1', proration: 'day', leavers: 'none', attendance: 'pro-rata' }
 * ```
 */
export function defineCompensationPlan<const Id extends string>(
  plan: CompensationPlanInput<Id>,
): DefinedCompensationPlan<Id> {
  const written: CompensationPlanInput = plan
  const read: CompensationPlan = readPolicy(planSchema, written)
  return defined.seal('CompensationPlan', read)
}

/** Contest rules as they are written down: each prize for one place, those who tie share, unless told. */
export interface ContestRulesInput extends PolicyHeaderInput {
  /** A code of ISO 4217. */
  readonly currency: string
  /** From the first place on, each for so many places. Without prizes, those who enter share the pot in proportion to their figures. */
  readonly prizes?: readonly {
    /** How many places have this prize. 1 to 1,000; `1` by default. */
    readonly places?: number
    /** What each of them wins. Above 0. */
    readonly amount: DecimalInput
  }[]
  /** The most that is paid in all; what is shared where there are no prizes. Above 0. */
  readonly pot?: DecimalInput
  /** What a figure must be to enter. Without it, everybody does. */
  readonly enter?: {
    /** Whether exactly the figure is enough. `at-least` by default. */
    readonly comparison?: 'above' | 'at-least'
    /** What somebody needs to take part. */
    readonly figure: DecimalInput
  }
  /** Figures that part those who tie, the first one first; more is better. */
  readonly tieBreakers?: readonly string[]
  /** Those who tie `share` the prizes of their places, or `all` get that of the first of them. `share` by default. */
  readonly ties?: ContestRules['ties']
}

export const contestSchema = strict({
  ...headerShape('contest'),
  currency: z.string(),
  prizes: z
    .array(strict({ places: wholeNumber(1, 1000).default(1), amount: positive() }))
    .min(1)
    .max(1000)
    .exactOptional(),
  pot: positive().exactOptional(),
  enter: strict({
    comparison: z.enum(['above', 'at-least']).default('at-least'),
    figure: anyDecimal(),
  }).exactOptional(),
  tieBreakers: z.array(name()).min(1).max(20).exactOptional(),
  ties: z.enum(['share', 'all']).default('share'),
}).superRefine(
  checked((rules: ContestRules) => [
    ...currencyIssues({ ...rules, rounding: { mode: 'half-up' } }),
    ...provenanceIssues(rules),
    ...prizeIssues(rules),
    ...potIssues(rules),
    ...duplicateIds(
      (rules.tieBreakers ?? []).map((id) => ({ id })),
      ['tieBreakers'],
    ),
  ]),
)

/** Prizes that can be paid, each at most that of the place before. */
function prizeIssues({ currency, prizes = [] }: ContestRules): Issue[] {
  return prizes.flatMap(({ amount }, index) => {
    const path = ['prizes', index, 'amount']
    const previous = prizes[index - 1]?.amount
    const isRising =
      previous !== undefined && fraction.compare(decimal.known(amount), decimal.known(previous)) > 0
    return [
      ...amountIssues(amount, path, currency),
      ...(isRising ? [at(PRIZES_RISE, path, { given: amount, previous })] : []),
    ]
  })
}

/** The pot is enough for the prizes, and is named where those who tie may win more than they are. */
function potIssues({ currency, prizes, pot, ties, tieBreakers }: ContestRules): Issue[] {
  const found = pot === undefined ? [] : amountIssues(pot, ['pot'], currency)
  if (prizes === undefined) {
    if (ties === 'all') found.push(at(NOTHING_TO_WIN, ['ties'], { field: 'ties' }))
    if (tieBreakers !== undefined)
      found.push(at(NOTHING_TO_WIN, ['tieBreakers'], { field: 'tieBreakers' }))
    return found
  }
  if (pot === undefined) return ties === 'all' ? [at(POT_OF_ALL_MISSING, ['pot'], {})] : []
  const all = prizes.map(({ places, amount }) =>
    fraction.multiply(decimal.known(amount), fraction.whole(places)),
  )
  const total = fraction.sum(all)
  if (fraction.compare(decimal.known(pot), total) < 0) {
    const params = { given: pot, minimum: decimal.writeDecimal(total) }
    found.push(at(POT_BELOW_PRIZES, ['pot'], params))
  }
  return found
}

/**
 * Checks and freezes the rules of a contest.
 *
 * @throws SalesRulesError with everything that is wrong: `CURRENCY_UNKNOWN`, `OUT_OF_ORDER` for prizes that rise, `NUMBER_OUT_OF_RANGE` for a
 *   pot below the prizes, `VALUE_MISSING` for a pot where all who tie win, `POLICY_CONFLICT`, `UNKNOWN_KEY`, …
 *
 * @example Three prizes, then seven alike
 * ```ts
 * import { defineContestRules } from 'sales-rules'
 *
 * const rules = defineContestRules({
 *   currency: 'CNY',
 *   prizes: [{ amount: 3000 }, { amount: 2000 }, { amount: 1000 }, { places: 7, amount: 200 }],
 * })
 * rules.prizes?.at(-1) // => { places: 7, amount: '200' }
 * rules.ties // => 'share'
 * ```
 */
export function defineContestRules(rules: ContestRulesInput): DefinedContestRules {
  return defined.seal<ContestRules>('ContestRules', readPolicy(contestSchema, rules))
}
