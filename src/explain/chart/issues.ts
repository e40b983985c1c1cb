/** The kinds of problem that pictures find, each with its English sentence. */
import { code, type Expected } from '../../kernel/input/issue.js'

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
