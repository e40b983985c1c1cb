/** The kinds of problem that batches find, each with its English sentence. */
import { code, type Expected, show } from '../kernel/input/issue.js'

interface Misfit {
  readonly given: string
  readonly count: number
}

const INSTEAD = 'Use calculateCommission with the lines of each payee.'

export const PLAN_LOOKS_FURTHER = /* @__PURE__ */ code(
  'PLAN_NEEDS_LINES',
  { reason: 'columns' },
  ({ field }) =>
    `${field}: columns and rows hold payees and amounts, and the plan looks at more of a line. ${INSTEAD}`,
)

export const TOTALS_TOO_LITTLE = /* @__PURE__ */ code(
  'PLAN_NEEDS_LINES',
  { reason: 'keep-totals' },
  ({ field }) =>
    `got "totals", but a plan with this "${field}" is computed from lines. Keep the lines, or change that field.`,
)

export const ROW_EARNS_AWARD = /* @__PURE__ */ code(
  'PLAN_NEEDS_LINES',
  { reason: 'row', field: 'awards' },
  ({ award }: { award: string }) =>
    `the plan pays "${award}" for this order, and rows earn no awards. ${INSTEAD}`,
)

export const ROW_OF_ORDER = /* @__PURE__ */ code(
  'PLAN_NEEDS_LINES',
  { reason: 'row-of-order', field: 'awards' },
  ({ award }: { award: string }) =>
    `the plan may pay "${award}" for this order, and rows are not joined to orders. ${INSTEAD}`,
)

export const ROW_NOT_CONVERTED = /* @__PURE__ */ code(
  'CURRENCY_MIXED',
  { reason: 'row' },
  ({ given, expected }) =>
    `got ${given}, expected "${expected}", in which the plan pays: rows are not converted. ${INSTEAD}`,
)

export const PAYEE_OUTSIDE = /* @__PURE__ */ code(
  'VALUE_INVALID',
  { expected: 'place-of-payee' },
  ({ given, count }: Misfit) => `got ${given}, expected the place of one of ${count} payees.`,
)

export const PAYEE_DUPLICATE = /* @__PURE__ */ code(
  'ID_DUPLICATE',
  { kind: 'payee' },
  ({ id }) => `got ${show(id)} twice, expected each payee once.`,
)

export const FIGURES_MISFIT = /* @__PURE__ */ code(
  'VALUE_INVALID',
  { expected: 'figure-for-each-payee' },
  ({ given, count }: Misfit) =>
    `got ${given} ${given === '1' ? 'figure' : 'figures'}, expected a figure, or none, for each of the ${count} payees.`,
)

export const TEXTS_MISFIT = /* @__PURE__ */ code(
  'VALUE_INVALID',
  { expected: 'amount-for-each-payee' },
  ({ given, count }: Misfit) => `got ${given}, expected an amount for each of the ${count} payees.`,
)

export const AMOUNTS_MISFIT = /* @__PURE__ */ code(
  'VALUE_INVALID',
  { expected: 'amount-for-each-line' },
  ({ given, count }: Misfit) => `got ${given}, expected an amount for each of the ${count} lines.`,
)

export const COUNTS_MISFIT = /* @__PURE__ */ code(
  'VALUE_INVALID',
  { expected: 'count-for-each-line' },
  ({ given, count }: Misfit) => `got ${given}, expected a count for each of the ${count} lines.`,
)

export const REFUSED_MISFIT = /* @__PURE__ */ code(
  'VALUE_INVALID',
  { expected: 'rows-refused' },
  ({ given, count }: Misfit) =>
    `got ${given}, expected from the ${count} rows in "issues" to all rows that were given.`,
)

export const SLICE_OUTSIDE = /* @__PURE__ */ code(
  'VALUE_INVALID',
  { expected: 'slice-of-bytes' },
  ({ given }) => `got ${given}, expected a start and an end within the bytes.`,
)

export const UNREADABLE_FIGURES = /* @__PURE__ */ code(
  'VALUE_UNREADABLE',
  { reason: 'list-throws' },
  () => 'got a list that throws when it is read, expected plain data.',
)

interface Differing {
  readonly payee: string
  readonly given: string
  readonly expected: string
}

const SHUFFLED =
  'Two workers have put it into two places, or one was run twice: shuffle by bucketOf, and run the rule again.'

export const RESULT_TWICE = /* @__PURE__ */ code(
  'NOT_RECONCILED',
  { reason: 'twice' },
  ({ payee }) => `got a second result of ${show(payee)}, expected one. ${SHUFFLED}`,
)

export const RESULT_UNKNOWN = /* @__PURE__ */ code(
  'NOT_RECONCILED',
  { reason: 'unknown' },
  ({ payee }) => `got a result of ${show(payee)}, of whom no line was counted.`,
)

export const RESULT_MISSING = /* @__PURE__ */ code(
  'NOT_RECONCILED',
  { reason: 'missing' },
  ({ payee, expected }: Omit<Differing, 'given'>) =>
    `has no result of ${show(payee)}, of whom lines were counted: ${expected}.`,
)

export const RESULT_OF_OTHER_LINES = /* @__PURE__ */ code(
  'NOT_RECONCILED',
  { reason: 'lines' },
  ({ payee, given, expected }: Differing) =>
    `got ${given} lines of ${show(payee)}, expected ${expected}, as were counted.`,
)

export const RESULT_OF_OTHER_SALES = /* @__PURE__ */ code(
  'NOT_RECONCILED',
  { reason: 'sales' },
  ({ payee, given, expected }: Differing) =>
    `got sales of ${given} of ${show(payee)}, expected ${expected}, as were counted.`,
)

export const RESULT_OF_OTHER_POLICY = /* @__PURE__ */ code(
  'NOT_RECONCILED',
  { reason: 'policy' },
  ({ payee, given, expected }: Differing) =>
    `got the policy ${given} for ${show(payee)}, expected ${expected}, as for the others.`,
)

// What is expected of columns, and of what they are made of.

export const ROWS: Expected = { keyword: 'rows', words: () => 'an iterable of rows' }

export const NAMES: Expected = { keyword: 'array-of-names', words: () => 'an array of names' }

export const AN_INT32ARRAY: Expected = { keyword: 'int32-array', words: () => 'an Int32Array' }

export const A_FLOAT64ARRAY: Expected = { keyword: 'float64-array', words: () => 'a Float64Array' }

export const A_UINT8ARRAY: Expected = { keyword: 'uint8-array', words: () => 'a Uint8Array' }

export const SLICES: Expected = {
  keyword: 'int32-array-of-slices',
  words: () => 'an Int32Array of four places for each line',
}

export const A_MAP: Expected = { keyword: 'map', words: () => 'a Map' }

export const A_TEXT: Expected = { keyword: 'text', words: () => 'a text' }

export const AMOUNT_OF_LINE: Expected = {
  keyword: 'amount-of-line',
  words: () => 'a whole number of at most 2^53 - 1, or NaN and a decimal in "wide"',
}

export const FIGURES_OF_PAYEES: Expected = {
  keyword: 'figures-of-payees',
  words: () =>
    'a figure, a list of them, or a Map of figures by name, which new Map(Object.entries(…)) makes',
}
