/**
 * The kinds of problem that the kernel finds, each with its English text: what may be expected of a value, by keyword, and the codes.
 * Each is a constant of its own, so that bundlers drop those that nothing uses.
 */
import { code, didYouMean, type Expected, show } from './input/issue.js'

// What is expected of a value.

export const A_DECIMAL: Expected = { keyword: 'decimal', words: () => 'a decimal' }

export const A_WHOLE_NUMBER: Expected<'minimum' | 'maximum'> = {
  keyword: 'whole-number',
  words: ({ minimum, maximum }) => `a whole number from ${minimum} to ${maximum}`,
}

export const A_COUNT: Expected = {
  keyword: 'count',
  words: () => 'a count: a whole number of 0 or more',
}

export const TRUE_OR_FALSE: Expected = { keyword: 'boolean', words: () => 'true or false' }

export const A_NAME: Expected = {
  keyword: 'name',
  words: () => 'a text of 1 to 200 characters',
}

export const ONE_OF: Expected<'allowed'> = {
  keyword: 'one-of',
  words: ({ allowed }) => `one of ${listed(allowed)}`,
}

export const A_DATE: Expected = { keyword: 'date', words: () => 'a calendar date YYYY-MM-DD' }

export const AN_INSTANT: Expected = {
  keyword: 'instant',
  words: () => 'an instant with its offset, such as 2026-03-02T09:00:00+08:00',
}

export const A_PERIOD: Expected = {
  keyword: 'period',
  words: () => 'a period 2026-03, 2026-Q1, 2026-H1, 2026-W07 or 2026',
}

export const A_HISTORY: Expected<'unit'> = {
  keyword: 'history',
  words: ({ unit }) => `a history of ${unit}s`,
}

export const A_PERIOD_WITHIN: Expected<'unit'> = {
  keyword: 'period-within',
  words: ({ unit }) => `a period no longer than a ${unit}`,
}

export const A_QUOTIENT: Expected = {
  keyword: 'quotient',
  words: () => '{ actual, target }, as what was reached in all periods is divided by all targets',
}

export const A_PLAIN_OBJECT: Expected = { keyword: 'plain-object', words: () => 'a plain object' }

/** A text that may be JSON. */
export const A_PARSED_OBJECT: Expected = {
  keyword: 'parsed-object',
  words: () => 'an object; JSON.parse makes one of a text of JSON',
}

/** A policy that was packed. */
export const AN_UNPACKED_POLICY: Expected = {
  keyword: 'unpacked-policy',
  words: () => 'a policy that is not packed; unpackPolicy makes the defined policy of a packed one',
}

/** A policy that was not packed. */
export const AN_ARRAY: Expected = { keyword: 'array', words: () => 'an array' }

export const PLAIN_JSON: Expected = {
  keyword: 'plain-json',
  words: () => 'plain JSON: objects, arrays, texts, numbers, true, false, null',
}

export const UNICODE: Expected = {
  keyword: 'unicode',
  words: () => 'whole Unicode characters: half of a surrogate pair is none',
}

export const A_REQUIREMENT: Expected = {
  keyword: 'requirement',
  words: () => 'true, false, a word or a list of words; give a "unit" for a number',
}

export const A_WORD: Expected = { keyword: 'word', words: () => 'a word' }

export const A_VALUE: Expected = { keyword: 'value', words: () => 'a value' }

export const A_VALID_VALUE: Expected = { keyword: 'valid-value', words: () => 'a valid value' }

export const A_VALUE_OF_TYPE: Expected<'unit'> = {
  keyword: 'type',
  words: ({ unit }) => (unit === 'int' ? 'a whole number' : `a value of type ${unit}`),
}

export const AT_LEAST: Expected<'minimum' | 'unit'> = {
  keyword: 'at-least',
  words: ({ minimum, unit }) => `at least ${minimum}${counted(unit, minimum)}`,
}

export const AT_MOST: Expected<'maximum' | 'unit'> = {
  keyword: 'at-most',
  words: ({ maximum, unit }) => `at most ${maximum}${counted(unit, maximum)}`,
}

const ONE = { characters: 'character', entries: 'entry' }

const counted = (unit: string, count: string) => {
  if (unit === 'number') return ''
  return ` ${count === '1' ? (ONE[unit as keyof typeof ONE] ?? unit) : unit}`
}

const listed = (words: readonly string[]) => words.map((word) => JSON.stringify(word)).join(', ')

// Numbers.

export const NUMBER_INVALID = /* @__PURE__ */ code(
  'NUMBER_INVALID',
  ({ given, suggestion }) => `got ${given}, expected a plain decimal.${didYouMean(suggestion)}`,
)

export const NUMBER_TOO_LARGE = /* @__PURE__ */ code(
  'NUMBER_INVALID',
  { exponent: 30, characters: 100 },
  ({ given, suggestion }) =>
    `got ${given}, expected an exponent from -30 to 30 and at most 100 characters.${didYouMean(suggestion)}`,
)

/** Neither points nor the money that may stand for them. */
export const NO_POINTS_NOR_MONEY = /* @__PURE__ */ code(
  'NUMBER_INVALID',
  { expected: 'points-or-money' },
  ({ given }) => `got ${given}, expected points, or money { amount, currency }.`,
)

export const POINTS_LOOK_LIKE_MONEY = /* @__PURE__ */ code(
  'NUMBER_OUT_OF_RANGE',
  { expected: 'points-or-money', minimum: '0' },
  ({ given, maximum }) =>
    `got ${given}, expected points from 0 to ${maximum}, or money { amount, currency }.`,
)

/** A `number` loses digits beyond the fifteenth; a string keeps them. */
export const NUMBER_TOO_PRECISE = /* @__PURE__ */ code('NUMBER_TOO_PRECISE', ({ given, limit }) => {
  const fix =
    limit === 15 ? 'Round it, as value.toFixed(2) does, or give it as a string.' : 'Round it first.'
  return `got ${given}, expected at most ${limit} significant digits. ${fix}`
})

export const TOO_MANY_DECIMALS = /* @__PURE__ */ code(
  'NUMBER_TOO_PRECISE',
  { counted: 'decimals' },
  ({ given, limit }) => `got ${given}, expected at most ${limit} decimals.`,
)

export const NUMBER_OUT_OF_RANGE = /* @__PURE__ */ code(
  'NUMBER_OUT_OF_RANGE',
  ({ given, minimum, maximum }) => `got ${given}, expected ${rangeFrom(minimum, maximum)}.`,
)

function rangeFrom(minimum: string | null, maximum: string | null): string {
  if (minimum === null) return `at most ${maximum}`
  return maximum === null ? `${minimum} or more` : `from ${minimum} to ${maximum}`
}

/** The minimum itself is not allowed. */
export const NUMBER_NOT_ABOVE = /* @__PURE__ */ code(
  'NUMBER_OUT_OF_RANGE',
  { expected: 'above-minimum' },
  ({ given, minimum, maximum }) =>
    `got ${given}, expected ${maximum === null ? `more than ${minimum}` : `above ${minimum} to ${maximum}`}.`,
)

export const WHOLE_NUMBER_OUT_OF_RANGE = /* @__PURE__ */ code(
  'NUMBER_OUT_OF_RANGE',
  { expected: 'whole-number' },
  ({ given, minimum, maximum }) =>
    `got ${given}, expected a whole number from ${minimum} to ${maximum}.`,
)

export const RATIO_OUT_OF_RANGE = /* @__PURE__ */ code(
  'NUMBER_OUT_OF_RANGE',
  { expected: 'ratio', minimum: '0', maximum: '1' },
  ({ given }) => `got ${given}, expected a ratio from 0 to 1.`,
)

export const MORE_THAN_CONDITIONS = /* @__PURE__ */ code(
  'NUMBER_OUT_OF_RANGE',
  { expected: 'number-of-conditions', minimum: '1' },
  ({ given, maximum }) => `got ${given}, expected at most ${maximum}, the number of conditions.`,
)

export const MORE_THAN_PERIODS = /* @__PURE__ */ code(
  'NUMBER_OUT_OF_RANGE',
  { expected: 'number-of-periods', minimum: '1' },
  ({ given, maximum }) => `got ${given}, expected at most ${maximum}, the number of periods.`,
)

export const COVERAGE_TOO_LONG = /* @__PURE__ */ code(
  'NUMBER_OUT_OF_RANGE',
  { expected: 'days-of-coverage', minimum: null },
  ({ given, maximum }) => `got ${given}, expected a coverage of at most ${maximum} days.`,
)

export const LOWEST_BAND_NOT_ZERO = /* @__PURE__ */ code(
  'NUMBER_OUT_OF_RANGE',
  { expected: 'lowest-band', minimum: '0', maximum: '0' },
  ({ given }) => `got ${given}, expected 0 for the lowest band, so that every score has a band.`,
)

/** A ratio of a target or a whole, which may well be above 1. */
export const RATIO_LOOKS_LIKE_PERCENT = /* @__PURE__ */ code(
  'NUMBER_LOOKS_LIKE_PERCENT',
  ({ given, suggestion }) =>
    `got ${given}, expected a ratio, where 1 is 100%. Did you mean ${suggestion}?`,
)

/** A ratio from 0 to 1. */
export const SHARE_LOOKS_LIKE_PERCENT = /* @__PURE__ */ code(
  'NUMBER_LOOKS_LIKE_PERCENT',
  { maximum: '1' },
  ({ given, suggestion, percent }: { given: string; suggestion: string; percent: string }) =>
    `got ${given}, expected a ratio from 0 to 1. Did you mean ${suggestion} (${percent}%)?`,
)

export const TOTAL_TOO_PRECISE = /* @__PURE__ */ code(
  'TOTAL_TOO_PRECISE',
  ({ total, decimals }) => `got ${total}, expected at most ${decimals} decimals. Round it first.`,
)

export const MORE_DECIMALS_THAN_CURRENCY = /* @__PURE__ */ code(
  'TOTAL_TOO_PRECISE',
  { reason: 'currency' },
  ({ total, decimals, currency }: { total: string; decimals: number; currency: string }) =>
    `got ${total}, expected at most the ${decimals} decimals of ${currency}.`,
)

export const DECIMALS_OF_CURRENCY_EXCEEDED = /* @__PURE__ */ code(
  'NUMBER_OUT_OF_RANGE',
  { expected: 'decimals-of-currency', minimum: '0' },
  ({ given, maximum, currency }: { given: string; maximum: string; currency: string }) =>
    `got ${given}, expected at most ${maximum}, the decimals of ${currency}.`,
)

export const WEIGHTS_NOT_POSITIVE = /* @__PURE__ */ code(
  'WEIGHTS_NOT_POSITIVE',
  () => 'expected weights of 0 or more, at least one of them above 0.',
)

export const CURRENCY_UNKNOWN = /* @__PURE__ */ code(
  'CURRENCY_UNKNOWN',
  ({ given }) => `got ${given}, expected a currency code of ISO 4217, like "CNY".`,
)

// Values, words and keys.

export const VALUE_NOT_ALLOWED = /* @__PURE__ */ code(
  'VALUE_NOT_ALLOWED',
  ({ given, allowed, suggestion }) =>
    `got ${given}, expected one of ${listed(allowed)}.${didYouMean(suggestion)}`,
)

export const NOT_A_FUNCTION = /* @__PURE__ */ code(
  'VALUE_INVALID',
  { expected: 'function' },
  ({ given }) => `got ${given}, expected a function.`,
)

export const NOT_ITERABLE = /* @__PURE__ */ code(
  'VALUE_INVALID',
  { expected: 'iterable' },
  ({ given }) => `got ${given}, expected an iterable of inputs.`,
)

export const PROMISE_RETURNED = /* @__PURE__ */ code(
  'VALUE_INVALID',
  { given: 'a promise', expected: 'synchronous-function' },
  () => 'got a promise, expected a function that returns its value at once.',
)

export const RECORD_EMPTY = /* @__PURE__ */ code(
  'VALUE_MISSING',
  { expected: 'entry' },
  () => 'is empty, expected at least one entry.',
)

export const MEASURE_MISSING = /* @__PURE__ */ code(
  'VALUE_MISSING',
  { expected: 'measure' },
  () => 'is missing, expected the figure that chooses the tier.',
)

export const UNKNOWN_KEY = /* @__PURE__ */ code(
  'UNKNOWN_KEY',
  ({ known, suggestion }) =>
    `is not a known key. Known: ${known.join(', ')}.${didYouMean(suggestion)}`,
)

export const KEY_FORBIDDEN = /* @__PURE__ */ code(
  'KEY_FORBIDDEN',
  () => 'is never read. Remove it.',
)

/** A known key that is there, but not as a field of the object itself: a getter of its class, or what it inherits. */
export const FIELD_NOT_OWN = /* @__PURE__ */ code(
  'VALUE_UNREADABLE',
  { reason: 'not-own' },
  () => 'is inherited or an accessor, which is not read. Copy it into a plain object.',
)

export const OBJECT_THROWS = /* @__PURE__ */ code(
  'VALUE_UNREADABLE',
  { reason: 'throws' },
  () => 'got an object that throws when it is read, expected plain data.',
)

export const TOO_MANY_KEYS = /* @__PURE__ */ code(
  'VALUE_UNREADABLE',
  { reason: 'too-many-keys' },
  ({ limit }: { limit: number }) =>
    `got an object of more than ${limit} keys, expected plain data.`,
)

export const TOO_MANY_ENTRIES = /* @__PURE__ */ code(
  'VALUE_UNREADABLE',
  { reason: 'too-many-entries' },
  ({ limit }: { limit: number }) =>
    `got an array of more than ${limit} entries, expected plain data.`,
)

export const CYCLE = /* @__PURE__ */ code(
  'VALUE_UNREADABLE',
  { reason: 'cycle' },
  () => 'got a cycle, expected plain data. Simplify it.',
)

export const TOO_DEEP = /* @__PURE__ */ code(
  'VALUE_UNREADABLE',
  { reason: 'too-deep' },
  ({ limit }: { limit: number }) =>
    `got more than ${limit} levels, expected plain data. Simplify it.`,
)

export const TOO_MANY_VALUES = /* @__PURE__ */ code(
  'VALUE_UNREADABLE',
  { reason: 'too-many-values' },
  ({ limit }: { limit: number }) =>
    `got more than ${limit} values, expected plain data. Simplify it.`,
)

/** What was stored comes back in another form. */
export const FORMAT_UNKNOWN = /* @__PURE__ */ code(
  'FORMAT_UNKNOWN',
  ({ given, known }) => `got ${given}, expected ${known} in this version.`,
)

// What a policy is made of.

export const POLICY_THROWS = /* @__PURE__ */ code(
  'VALUE_UNREADABLE',
  { reason: 'policy-throws' },
  () => 'got an object that cannot be read, which no policy needs. Simplify it.',
)

export const POLICY_TEXT_TOO_LONG = /* @__PURE__ */ code(
  'VALUE_UNREADABLE',
  { reason: 'text-too-long' },
  ({ limit }: { limit: number }) =>
    `got a text of more than ${limit} characters, which no policy needs. Simplify it.`,
)

export const POLICY_NOT_DEFINED = /* @__PURE__ */ code(
  'POLICY_NOT_DEFINED',
  ({ define }) =>
    `the policy given does not come from ${define}: it is a copy, or was read from JSON. Pass what that returns.`,
)

export const POLICY_MISSING = /* @__PURE__ */ code(
  'POLICY_NOT_DEFINED',
  { reason: 'no-policy' },
  ({ given, define }) =>
    `the policy given does not come from ${define}: it is ${given}. Pass what that returns.`,
)

export const POLICY_OF_OTHER_KIND = /* @__PURE__ */ code(
  'POLICY_NOT_DEFINED',
  { reason: 'other-kind' },
  ({ given, define }) =>
    `the policy given does not come from ${define}, but from ${given}. Pass what the first returns.`,
)

export const POLICY_OF_OTHER_VERSION = /* @__PURE__ */ code(
  'POLICY_NOT_DEFINED',
  { reason: 'other-version' },
  ({ define, definedBy, version }: { define: string; definedBy: string; version: string }) =>
    `the policy given was defined by version ${definedBy} of sales-rules, and this is version ${version}. ` +
    `Pass what ${define} of this version returns.`,
)

export const PACKED_POLICY_CHANGED = /* @__PURE__ */ code(
  'POLICY_NOT_DEFINED',
  { reason: 'packed' },
  ({ define }: { define: string }) => `the policy has changed. Pack it again, or use ${define}.`,
)

export const PART_NOT_IN_POLICY = /* @__PURE__ */ code(
  'NOT_IN_POLICY',
  { suggestion: null },
  ({ given, known }) =>
    `got "${given}", which this policy does not have. It has: ${known.join(', ')}. Remove this entry.`,
)

export const ID_DUPLICATE = /* @__PURE__ */ code(
  'ID_DUPLICATE',
  ({ id }) => `got ${show(id)} twice, expected each id once.`,
)

export const NOT_RISING = /* @__PURE__ */ code(
  'OUT_OF_ORDER',
  ({ given, previous }) => `got ${given}, expected more than the ${previous} before it.`,
)

export const BANDS_NOT_FALLING = /* @__PURE__ */ code(
  'OUT_OF_ORDER',
  { expected: 'falling' },
  ({ given, previous }) =>
    `got ${given}, expected less than the ${previous} before it: bands run from the highest down.`,
)

export const LAST_STEP_CLOSED = /* @__PURE__ */ code(
  'SCALE_END',
  { reason: 'last-step-closed' },
  ({ given }: { tier: string; given: string }) =>
    `got ${given}, expected null: nothing says what holds above it.`,
)

export const INNER_STEP_OPEN = /* @__PURE__ */ code(
  'SCALE_END',
  { reason: 'inner-step-open', given: null },
  () => 'got null, expected an end: only the last step is open.',
)

export const LAST_TIER_CLOSED = /* @__PURE__ */ code(
  'SCALE_END',
  { reason: 'last-tier-closed' },
  ({ given }: { tier: string; given: string }) =>
    `got ${given}, expected null: nothing says what is earned above it. Use null, or "beyond": "stop".`,
)

export const LAST_TIER_OPEN = /* @__PURE__ */ code(
  'SCALE_END',
  { reason: 'last-tier-open', given: null },
  () => 'got null, but the scale stops beyond its last tier. Give the end, or leave "beyond" out.',
)

export const INNER_TIER_OPEN = /* @__PURE__ */ code(
  'SCALE_END',
  { reason: 'inner-tier-open', given: null },
  () => 'got null, expected an end: only the last tier is open.',
)

export const SEPARATE_MEASURE_MODE = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'separate-measure-mode' },
  () =>
    'a separate measure chooses one tier for all of the base, so the mode must be "whole-amount".',
)

export const SEPARATE_MEASURE_THRESHOLDS = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'separate-measure-thresholds' },
  () => 'the tiers of a separate measure count that measure. Leave "thresholds" out.',
)

export const SEPARATE_MEASURE_STOPS = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'separate-measure-stops' },
  () => 'a separate measure needs an open last tier. Leave "beyond" out.',
)

export const MINIMUM_ABOVE_MAXIMUM = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'minimum-above-maximum' },
  ({ minimum, maximum }: { minimum: string; maximum: string }) =>
    `the minimum ${minimum} is more than the maximum ${maximum}. Swap them.`,
)

export const MULTIPLE_BESIDE_RATE = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'multiple-beside-rate' },
  () => 'a tier pays its rate, or a multiple of the base rate. Leave one of them out.',
)

export const OPEN_TIER_AMOUNT = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'open-tier-amount' },
  () => 'an open tier is never full, so its amount is never reached. Give an end or a rate.',
)

export const INTERPOLATED_TIER_BOUNDS = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'interpolated-tier-bounds' },
  () => 'a tier that is paid by its filled share has no minimum or maximum.',
)

export const COMPARISON_NEEDS_UNIT = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'comparison-needs-unit' },
  ({ given }: { given: string }) => `"${given}" compares numbers. Give a "unit".`,
)

export const COMPARISON_OF_WORDS = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'comparison-of-words' },
  () => '"one-of" takes a list of words, "equals" a single value.',
)

export const HISTORY_TWICE = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'history-twice' },
  ({ field, other }: { field: string; other: string }) =>
    `"${field}" and "${other}" both say how a history is looked at. Remove one.`,
)

export const HISTORY_OF_WORDS = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'history-of-words' },
  () => 'a mean and a total are made of numbers. Give a "unit".',
)

export const HISTORY_OF_DATES = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'history-of-dates' },
  ({ field }: { field: string }) =>
    `the unit asks for one date, and "${field}" for a history. Remove one.`,
)

export const FLOOR_ABOVE_CAP = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'floor-above-cap' },
  ({ minimum, maximum }: { minimum: string; maximum: string }) =>
    `the floor ${minimum} is above the cap ${maximum}. Swap them.`,
)

export const KNOWN_WEIGHT_WITHOUT_REWEIGHT = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'known-weight-without-reweight' },
  () => 'is of use where a part may be left out, and "missing" is "reweight" for none. Remove it.',
)

export const RATING_SCALE_EMPTY = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'rating-scale-empty' },
  ({ minimum, maximum }: { minimum: string; maximum: string }) =>
    `the scale starts at ${minimum} and ends at ${maximum}, expected it to end above its start.`,
)

export const HOLIDAY_AND_WORKDAY = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'holiday-and-workday' },
  ({ date }: { date: string }) => `${date} is both a holiday and a working day. Remove one.`,
)

export const WEIGHTS_NOT_100 = /* @__PURE__ */ code('WEIGHTS_NOT_100', ({ total, difference }) => {
  const off = difference.startsWith('-')
    ? `${difference.slice(1)} is too much`
    : `${difference} is missing`
  const fix =
    total === '1'
      ? 'Weights are percentages: write 40 for 0.4.'
      : `${off}; weights are never scaled behind your back.`
  return `the weights add up to ${total}, expected exactly 100. ${fix}`
})

// Scales and scores.

export const BASE_NEGATIVE = /* @__PURE__ */ code(
  'BASE_NEGATIVE',
  ({ given }) => `got ${given}, and this scale refuses a base below 0.`,
)

export const TARGET_FOR_THRESHOLDS_MISSING = /* @__PURE__ */ code(
  'TARGET_MISSING',
  { needed: 'attainment-thresholds' },
  () => 'is missing, and the tiers are ratios of it. Give a target above 0.',
)

export const SCALE_UNREACHABLE = /* @__PURE__ */ code(
  'SCALE_UNREACHABLE',
  ({ amount, highest }) =>
    `got ${amount}, and no base earns so much on this scale: the highest amount is ${highest}.`,
)

export const FACT_MISSING = /* @__PURE__ */ code(
  'FACT_MISSING',
  { reason: 'refused' },
  () => 'is missing, and the policy refuses to score without it.',
)

export const ALL_FACTS_MISSING = /* @__PURE__ */ code(
  'FACT_MISSING',
  { reason: 'nothing-left' },
  () => 'is missing, and the policy has no other part to score.',
)

export const TIE_UNDECIDED = /* @__PURE__ */ code(
  'TIE_UNDECIDED',
  ({ places, count, tied }) =>
    `${count} tie for the last of ${places} places: ${listed(tied)}${count > tied.length ? ', …' : ''}. Decide between them, or let the policy say whether those who tie enter.`,
)

export const TOO_LITTLE_KNOWN = /* @__PURE__ */ code(
  'FACT_MISSING',
  { reason: 'too-little-known' },
  ({ knownWeight, atLeast }: { id: string; knownWeight: string; atLeast: string }) =>
    `is missing, and what is known has ${knownWeight}% of the weight, expected at least ${atLeast}%.`,
)

/** Money that stands for points. */
export const FACT_IN_OTHER_CURRENCY = /* @__PURE__ */ code(
  'CURRENCY_MIXED',
  { reason: 'fact' },
  ({ given, expected }) =>
    `got ${given}, expected "${expected}", in which the policy has its knots. Convert the amount first.`,
)

export const NAME_IS_NUMBER = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'name-is-number' },
  ({ given }: { given: string }) =>
    `got ${given}, which would be read as points. Give it a name that is no number.`,
)

export const FADES_TWICE = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'fades-twice' },
  () => '"halfLifeDays" and "steps" both say how an event fades. Remove one.',
)

export const BASELINE_IS_TARGET = /* @__PURE__ */ code(
  'VALUE_INVALID',
  { expected: 'baseline-other-than-target' },
  ({ given }) => `got ${given}, expected a baseline other than the target: there is no way to go.`,
)

// Dates and periods.

export const DATE_INVALID = /* @__PURE__ */ code('DATE_INVALID', ({ given }) => {
  const fix =
    given === 'a Date' ? ' A Date is an instant; give its day where the rule applies.' : ''
  return `got ${given}, expected a calendar date YYYY-MM-DD that exists.${fix}`
})

export const INSTANT_INVALID = /* @__PURE__ */ code('INSTANT_INVALID', ({ given }) => {
  const fix = given === 'a Date' ? ' Write it with toISOString().' : ''
  return `got ${given}, expected an instant that exists, with its offset, such as 2026-03-02T09:00:00+08:00.${fix}`
})

export const INSTANT_WITHOUT_OFFSET = /* @__PURE__ */ code(
  'INSTANT_INVALID',
  { reason: 'no-offset' },
  ({ given }) =>
    `got ${given}, which has no offset, so that nothing says when it is. Add Z, or the offset of the place, such as +08:00.`,
)

export const LOCAL_TIME_INVALID = /* @__PURE__ */ code(
  'INSTANT_INVALID',
  { reason: 'local-time' },
  ({ given }) =>
    `got ${given}, expected a time of the wall clock that exists, without an offset, such as 2026-03-02T09:00.`,
)

export const INSTANT_OUTSIDE_YEARS = /* @__PURE__ */ code(
  'DATE_NOT_COVERED',
  { reason: 'instant' },
  ({ date, from, to }) => `${date} is outside ${from} to ${to}, between which instants are taken.`,
)

export const PERIOD_INVALID = /* @__PURE__ */ code(
  'PERIOD_INVALID',
  ({ given }) => `got ${given}, expected a period 2026-03, 2026-Q1, 2026-H1, 2026-W07 or 2026.`,
)

export const PERIODS_MIXED = /* @__PURE__ */ code(
  'PERIODS_MIXED',
  {},
  ({ other, unit }: { first: string; other: string; unit: string }) =>
    `got ${other} in a history of ${unit}s, expected periods of one length.`,
)

export const EXCUSED_WITH_VALUE = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'excused-with-value' },
  ({ field }) => `the period has "excused" and "${field}". Give one of them.`,
)

/** A run up to now, and nothing says when that is: a history that stops would pass for a run that goes on. */
export const GAP_BREAKS = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'gap-breaks' },
  () =>
    'says how many periods are passed over, where one breaks a run. Leave it out, or write gap: "ignore".',
)

export const AS_OF_MISSING = /* @__PURE__ */ code(
  'VALUE_MISSING',
  { expected: 'as-of' },
  ({ field }) =>
    `is missing: "${field}" must hold up to now. Give the period in which you ask, such as 2026-Q3.`,
)

/** How long ago something was, and nothing says when that is asked. */
export const AS_OF_DAY_MISSING = /* @__PURE__ */ code(
  'VALUE_MISSING',
  { expected: 'as-of-day' },
  ({ field }) =>
    `is missing: the time since "${field}" is counted. Give the day on which you ask, YYYY-MM-DD.`,
)

export const PERIOD_DUPLICATE = /* @__PURE__ */ code(
  'ID_DUPLICATE',
  { kind: 'period' },
  ({ id }) => `got ${id} twice, expected each period once.`,
)

export const WEEKDAY_DUPLICATE = /* @__PURE__ */ code(
  'ID_DUPLICATE',
  { kind: 'weekday' },
  ({ id }) => `got ${id} twice, expected each weekday once.`,
)

export const DATE_DUPLICATE = /* @__PURE__ */ code(
  'ID_DUPLICATE',
  { kind: 'date' },
  ({ id }) => `got ${id} twice, expected each date once.`,
)

export const DATES_OUT_OF_ORDER = /* @__PURE__ */ code(
  'DATES_OUT_OF_ORDER',
  ({ from, to }) => `got ${from}, which is after ${to}. Swap them.`,
)

/** A row that holds for some days: a version, a rate, a leave. */
export const ENDS_BEFORE_START = /* @__PURE__ */ code(
  'DATES_OUT_OF_ORDER',
  { reason: 'span' },
  ({ from, to }) => `ends on ${to}, before it starts on ${from}. Swap them.`,
)

export const EVENT_TOO_LATE = /* @__PURE__ */ code(
  'DATES_OUT_OF_ORDER',
  { reason: 'event' },
  ({ from, to }) =>
    `got ${from}, which is after ${to}. Leave later events out, or score as of a later day.`,
)

export const VERSIONS_OVERLAP = /* @__PURE__ */ code(
  'VERSIONS_OVERLAP',
  ({ first, second }) =>
    `the version from ${first} is still in force on ${second}, when the next one starts. End it the day before.`,
)

export const NOT_IN_FORCE = /* @__PURE__ */ code(
  'DATE_NOT_COVERED',
  { reason: 'version' },
  ({ date, from, to }) =>
    `no version is in force on ${date}; the versions given run from ${from ?? 'nowhere'} to ${to ?? 'nowhere'}. Add one.`,
)

export const OUTSIDE_CALENDAR = /* @__PURE__ */ code(
  'DATE_NOT_COVERED',
  ({ date, from, to }) =>
    `${date} is outside the calendar, which covers ${from} to ${to}. Give a calendar that covers it.`,
)

export const WORKING_DAY_OUTSIDE_CALENDAR = /* @__PURE__ */ code(
  'DATE_NOT_COVERED',
  { reason: 'working-days' },
  ({ date, days, from, to }: { date: string; days: number; from: string; to: string }) =>
    `working day ${days} from ${date} is outside the calendar, which covers ${from} to ${to}. Give a calendar that covers it.`,
)

export const OUTSIDE_COVERAGE = /* @__PURE__ */ code(
  'DATE_NOT_COVERED',
  { reason: 'calendar' },
  ({ date, from, to }) =>
    `${date} is outside the coverage ${from} to ${to}. Widen it, or remove the date.`,
)

/** `date` is a number of days since 1970-01-01, as no date can be written that far away. */
export const OUTSIDE_YEARS = /* @__PURE__ */ code(
  'DATE_NOT_COVERED',
  { reason: 'years' },
  () => 'leads out of the years 1 to 9999.',
)
