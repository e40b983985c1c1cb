import * as z from 'zod'
import { at, type Issue, invalid } from '../input/issue.js'
import {
  checked,
  given,
  hasKey,
  name,
  oneOf,
  positive,
  report,
  strict,
  wholeNumber,
} from '../input/schema.js'
import { notAllowed } from '../input/values.js'
import {
  A_REQUIREMENT,
  A_WHOLE_NUMBER,
  A_WORD,
  COMPARISON_NEEDS_UNIT,
  COMPARISON_OF_WORDS,
  HISTORY_OF_DATES,
  HISTORY_OF_WORDS,
  HISTORY_TWICE,
  MORE_THAN_CONDITIONS,
  MORE_THAN_PERIODS,
} from '../issues.js'
import {
  type DecimalInput,
  known,
  percentIssues,
  readDecimal,
  readWithin,
  writeDecimal,
} from '../number/decimal.js'
import { ZERO } from '../number/fraction.js'
import type { PeriodUnit } from '../time/periodText.js'
import { gapShape, periodUnit } from '../time/schema.js'
import { gapIssues, type StreakRule } from '../time/streak.js'
import { isSince } from './exactCondition.js'
import type { Comparison, Condition, FactCondition, FactUnit } from './types.js'

/** A condition on one fact as it is written down. */
export interface FactConditionInput<Fact extends string = string> {
  /** Names the condition; the fact of this name is what it looks at. */
  readonly id: Fact
  /** How the fact is compared; `equals` and `one-of` are for words, `true` and `false`, the others for numbers. */
  readonly comparison: Comparison
  /** A number as a decimal string with `unit`; or true, false, a word, or a list of words. */
  readonly required: DecimalInput | boolean | readonly string[]
  /**
   * What a number is: a ratio (1 is 100%), points, a count, money, or the time since the date that the fact is. Without it the fact is a
   * word, or true or false.
   */
  readonly unit?: FactUnit
  /** The end of the scale of points, such as 5; a fact below 0 or above it is refused. */
  readonly maximum?: DecimalInput
  /**
   * The fact is a history of periods, and the condition must hold in so many in a row, up to the period given as the fact `asOf` or,
   * while that one has no value yet, the one before.
   */
  readonly inARow?: {
    /** How many periods. 1 to 1,000. */
    readonly length: number
    /** The length of the periods. */
    readonly per: PeriodUnit
    /** A period without an entry: `break` ends a run; `ignore` passes it over, like one that is excused. `break` by default. */
    readonly gap?: StreakRule['gap']
    /** With `ignore`, how many in a row are passed over at most; 1 without it. 1 to 1,000. */
    readonly gapAtMost?: number
  }
  /**
   * The fact is a history of periods, and the condition must hold in at least so many of the latest `periods`. The latest is the one
   * given as the fact `asOf` or, while that one has no value yet, the one before; excused ones are passed over.
   */
  readonly ofLast?: {
    /** In how many of them it must hold. 1 to 1,000. */
    readonly atLeast: number
    /** Of how many of the latest periods. 1 to 1,000. */
    readonly periods: number
    /** The length of the periods. */
    readonly per: PeriodUnit
  }
  /** The fact is a history of numbers, and the condition is on the mean or the total of the latest `periods`. */
  readonly over?: {
    /** Over how many of the latest periods. 1 to 1,000. */
    readonly periods: number
    /** The length of the periods. */
    readonly per: PeriodUnit
    /** The mean of the periods' values; or their sum, which of a ratio is all that was reached ÷ all targets. */
    readonly take: 'mean' | 'total'
  }
  /** What the condition is when the fact is not given; `not-applicable` for an exception that must be claimed. */
  readonly absent?: 'unknown' | 'not-applicable'
  /** The clause that the condition follows, named in outcomes. */
  readonly clause?: string
}

/** Conditions joined together, as they are written down. */
export type ConditionInput<Fact extends string = string> =
  | FactConditionInput<Fact>
  | {
      /** All of these must be met. */
      readonly all: readonly ConditionInput<Fact>[]
    }
  | {
      /** One of these must be met. */
      readonly any: readonly ConditionInput<Fact>[]
    }
  | {
      /** How many of them must be met, 1 to all of them. */
      readonly atLeast: number
      /** The conditions that are counted. */
      readonly of: readonly ConditionInput<Fact>[]
    }

const ORDERED: readonly Comparison[] = ['at-least', 'above', 'at-most', 'below']

/** The most periods of a history that a condition looks at. */
const MOST_PERIODS = 1000

const factSchema = strict({
  id: name(),
  comparison: z.enum(['at-least', 'above', 'at-most', 'below', 'equals', 'one-of']),
  required: given<FactConditionInput['required']>().meta({
    type: ['string', 'number', 'boolean', 'array'],
    items: { type: 'string' },
  }),
  unit: z
    .enum(['ratio', 'points', 'count', 'money', 'days-since', 'months-since', 'years-since'])
    .exactOptional(),
  maximum: positive().exactOptional(),
  inARow: strict({
    length: wholeNumber(1, MOST_PERIODS),
    per: periodUnit(),
    ...gapShape,
  }).exactOptional(),
  ofLast: strict({
    atLeast: wholeNumber(1, MOST_PERIODS),
    periods: wholeNumber(1, MOST_PERIODS),
    per: periodUnit(),
  }).exactOptional(),
  over: strict({
    periods: wholeNumber(1, MOST_PERIODS),
    per: periodUnit(),
    take: z.enum(['mean', 'total']),
  }).exactOptional(),
  absent: z.enum(['unknown', 'not-applicable']).exactOptional(),
  clause: name().exactOptional(),
})
  .transform((condition, context) => {
    const issues: Issue[] = []
    const required = readRequired(condition.required, condition.unit !== undefined, issues)
    report(context, issues)
    return { ...condition, required }
  })
  .superRefine(
    checked((condition: FactCondition) => [
      ...comparisonIssues(condition),
      ...ratioRequiredIssues(condition),
      ...maximumIssues(condition),
      ...elapsedRequiredIssues(condition),
      ...historyIssues(condition),
    ]),
  )

/** A number where the condition has a unit; otherwise a word, words, or true or false. */
function readRequired(
  required: unknown,
  isNumber: boolean,
  issues: Issue[],
): FactCondition['required'] {
  if (isNumber) {
    const exact = readDecimal(required, ['required'], issues)
    return exact === undefined ? '' : writeDecimal(exact)
  }
  if (typeof required === 'boolean' || (typeof required === 'string' && required !== ''))
    return required
  if (Array.isArray(required) && required.length > 0) return readWords(required, issues)
  issues.push(invalid(required, ['required'], A_REQUIREMENT))
  return ''
}

function readWords(words: readonly unknown[], issues: Issue[]): readonly string[] {
  for (const [index, word] of words.entries()) {
    if (typeof word !== 'string') issues.push(invalid(word, ['required', index], A_WORD))
  }
  return words as readonly string[]
}

function comparisonIssues({ comparison, required, unit }: FactCondition): Issue[] {
  const isOrdered = ORDERED.includes(comparison)
  const isList = typeof required === 'object'
  if (
    unit === undefined
      ? !isOrdered && isList === (comparison === 'one-of')
      : comparison !== 'one-of'
  )
    return []
  const path = ['comparison']
  return isOrdered
    ? [at(COMPARISON_NEEDS_UNIT, path, { given: comparison })]
    : [at(COMPARISON_OF_WORDS, path, {})]
}

function ratioRequiredIssues({ unit, required }: FactCondition): Issue[] {
  return unit === 'ratio' && typeof required === 'string' && required !== ''
    ? percentIssues(required, known(required), ['required'])
    : []
}

/** Points alone have a scale that ends, and what is required lies in it. */
function maximumIssues({ unit, required, maximum, over }: FactCondition): Issue[] {
  if (maximum === undefined) return []
  if (unit !== 'points') return [notAllowed(unit, ['unit'], ['points'])]
  const issues: Issue[] = []
  if (required !== '' && over?.take !== 'total')
    readWithin(required, ['required'], issues, { minimum: ZERO, maximum: known(maximum) })
  return issues
}

/** About as long as a person lives. */
const MOST_ELAPSED = { 'days-since': 36_525, 'months-since': 1200, 'years-since': 100 } as const

/** What is complete is a whole number. */
function elapsedRequiredIssues({ unit, required }: FactCondition): Issue[] {
  if (unit === undefined || !isSince(unit) || typeof required !== 'string' || required === '')
    return []
  const maximum = MOST_ELAPSED[unit]
  const isWhole = /^\d+$/.test(required) && Number(required) <= maximum
  const range = { minimum: '0', maximum: String(maximum) }
  return isWhole ? [] : [invalid(required, ['required'], A_WHOLE_NUMBER, range)]
}

const HISTORY_FIELDS = ['inARow', 'ofLast', 'over'] as const

/** A history is looked at in one way. */
function historyIssues(condition: FactCondition): Issue[] {
  const [field, other] = HISTORY_FIELDS.filter((key) => condition[key] !== undefined)
  if (field === undefined) return []
  if (other !== undefined) return [at(HISTORY_TWICE, [other], { field, other })]
  const { unit, ofLast, inARow } = condition
  if (unit !== undefined && isSince(unit)) return [at(HISTORY_OF_DATES, [field], { field })]
  if (inARow !== undefined) return gapIssues(inARow, ['inARow'])
  if (field === 'over' && unit === undefined) return [at(HISTORY_OF_WORDS, ['over'], {})]
  if (ofLast === undefined || ofLast.atLeast <= ofLast.periods) return []
  const params = { given: String(ofLast.atLeast), maximum: String(ofLast.periods) }
  return [at(MORE_THAN_PERIODS, ['ofLast', 'atLeast'], params)]
}

const list = () =>
  z
    .array(z.lazy(() => conditionSchema))
    .min(1)
    .max(100)

const joined = {
  all: strict({ all: list() }),
  any: strict({ any: list() }),
  atLeast: strict({ atLeast: wholeNumber(1, 100), of: list() }).superRefine(
    checked(({ atLeast, of }: { atLeast: number; of: readonly unknown[] }) => {
      if (atLeast <= of.length) return []
      const params = { given: String(atLeast), maximum: String(of.length) }
      return [at(MORE_THAN_CONDITIONS, ['atLeast'], params)]
    }),
  ),
}

/** A condition: of its forms, the one whose key it has, so that its problems are named and not those of the other forms. */
export const conditionSchema: z.ZodType<Condition, ConditionInput> = oneOf(
  [...Object.values(joined), factSchema],
  formOf,
)

function formOf(value: unknown) {
  if (hasKey(value, 'all')) return joined.all
  if (hasKey(value, 'any')) return joined.any
  return hasKey(value, 'atLeast') ? joined.atLeast : factSchema
}
