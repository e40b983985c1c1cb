import * as z from 'zod'
import { at, type Issue, invalid } from '../input/issue.js'
import {
  checked,
  given,
  hasKey,
  name,
  oneOf,
  report,
  strict,
  wholeNumber,
} from '../input/schema.js'
import {
  A_REQUIREMENT,
  A_WORD,
  COMPARISON_NEEDS_UNIT,
  COMPARISON_OF_WORDS,
  MORE_THAN_CONDITIONS,
} from '../issues.js'
import {
  type DecimalInput,
  known,
  percentIssues,
  readDecimal,
  writeDecimal,
} from '../number/decimal.js'
import type { PeriodUnit } from '../time/periodText.js'
import { periodUnit } from '../time/schema.js'
import type { StreakRule } from '../time/streak.js'
import type { Comparison, Condition, FactCondition, FactUnit } from './types.js'

/** A condition on one fact as it is written down. */
export interface FactConditionInput {
  readonly id: string
  readonly comparison: Comparison
  readonly required: DecimalInput | boolean | readonly string[]
  readonly unit?: FactUnit
  readonly inARow?: {
    readonly length: number
    readonly per: PeriodUnit
    readonly gap?: StreakRule['gap']
  }
  readonly absent?: 'unknown' | 'not-applicable'
  readonly clause?: string
}

/** Conditions joined together, as they are written down. */
export type ConditionInput =
  | FactConditionInput
  | { readonly all: readonly ConditionInput[] }
  | { readonly any: readonly ConditionInput[] }
  | { readonly atLeast: number; readonly of: readonly ConditionInput[] }

const ORDERED: readonly Comparison[] = ['at-least', 'above', 'at-most', 'below']

const factSchema = strict({
  id: name(),
  comparison: z.enum(['at-least', 'above', 'at-most', 'below', 'equals', 'one-of']),
  required: given<FactConditionInput['required']>(),
  unit: z.enum(['ratio', 'points', 'count', 'money']).exactOptional(),
  inARow: strict({
    length: wholeNumber(1, 1000),
    per: periodUnit(),
    gap: z.enum(['break', 'ignore']).default('break'),
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
export const conditionSchema: z.ZodType<Condition, ConditionInput> = oneOf(formOf)

function formOf(value: unknown) {
  if (hasKey(value, 'all')) return joined.all
  if (hasKey(value, 'any')) return joined.any
  return hasKey(value, 'atLeast') ? joined.atLeast : factSchema
}
