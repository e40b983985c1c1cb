/** The kinds of problem that pictures find, each with its English sentence. */
import { code, type Expected, show } from '../../kernel/input/issue.js'

export const A_CURVE: Expected = {
  keyword: 'curve-to-draw',
  words: () =>
    'a payout curve with a breakpoint or an end: give "commissionCurve" an "upTo", or the chart a statement',
}

export const SOMETHING_TO_DRAW: Expected = {
  keyword: 'something-to-draw',
  words: () => 'at least one entry that can be drawn',
}

export const TOO_MANY_TO_DRAW = /* @__PURE__ */ code(
  'VALUE_UNREADABLE',
  { reason: 'too-many-to-draw' },
  ({ limit }: { readonly limit: number }) =>
    `has more than ${limit} entries, which no picture can show. Give fewer.`,
)

export const CURRENCY_OF_PICTURE = /* @__PURE__ */ code(
  'CURRENCY_MIXED',
  { reason: 'chart' },
  ({ given, expected }) => `got ${given}, and the rest of the picture is in ${expected}.`,
)

export const A_STATEMENT_OF: Expected<'unit'> = {
  keyword: 'statement-of',
  words: ({ unit }) => `a statement of ${unit}, as there is one of a later period`,
}

export const PERIOD_NOT_IN_TARGET = /* @__PURE__ */ code(
  'PERIOD_INVALID',
  { expected: 'period-of-target' },
  ({ given, period }: { readonly given: string; readonly period: string }) =>
    `got ${given}, expected a part of the target: ${period}, or another one.`,
)

export const PERIOD_DRAWN_TWICE = /* @__PURE__ */ code(
  'ID_DUPLICATE',
  { kind: 'period', reason: 'chart' },
  ({ id }) => `has two statements of ${show(id)}: give the one that counts.`,
)

export const PARTS_DO_NOT_ADD_UP = /* @__PURE__ */ code(
  'NUMBER_OUT_OF_RANGE',
  { expected: 'parts-of-difference' },
  ({ given, maximum }) =>
    `got parts that add up to ${given}, expected ${maximum}, by which the amount has changed.`,
)

export const A_PERSON_DRAWN: Expected = {
  keyword: 'person-drawn',
  words: () => 'the "id" of one of the "people"',
}
