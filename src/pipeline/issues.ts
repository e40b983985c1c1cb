/** The kinds of problem that this room finds, each with its English sentence. */
import * as issue from '../kernel/input/issue.js'

export const STAGE_UNKNOWN = /* @__PURE__ */ issue.code(
  'NOT_IN_POLICY',
  { expected: 'stage' },
  ({ given, known, suggestion }) =>
    `got ${given}, which is no stage of the sales process; its stages: ${known.join(', ')}.${issue.didYouMean(suggestion)}`,
)

export const RUNG_WITHOUT_AUTHORITY = /* @__PURE__ */ issue.code(
  'NOT_IN_POLICY',
  { expected: 'discount-authority' },
  ({ given, known, suggestion }) =>
    `got ${given}, which may grant no discount by the sales process; its rungs: ${known.join(', ')}.${issue.didYouMean(suggestion)}`,
)

export const CONCESSION_UNKNOWN = /* @__PURE__ */ issue.code(
  'NOT_IN_POLICY',
  { expected: 'concession' },
  ({ given, known, suggestion }) =>
    `got ${given}, which is no concession of the sales process; its concessions: ${known.join(', ')}.${issue.didYouMean(suggestion)}`,
)

export const EXCHANGE_UNKNOWN = /* @__PURE__ */ issue.code(
  'NOT_IN_POLICY',
  { expected: 'exchange' },
  ({ given, known, suggestion }) =>
    `got ${given}, which the sales process does not take in exchange. It takes: ${known.join(', ')}.${issue.didYouMean(suggestion)}`,
)

export const RECORD_KIND_UNKNOWN = /* @__PURE__ */ issue.code(
  'NOT_IN_POLICY',
  { expected: 'record-kind' },
  ({ given, known, suggestion }) =>
    `got ${given}, and the sales process does not say when such a record is complete. Kinds: ${known.join(', ')}.${issue.didYouMean(suggestion)}`,
)

/** A rule that is asked for, and nothing in the policy says how it goes. */
export const PROCESS_SECTION_MISSING = /* @__PURE__ */ issue.code(
  'NOT_IN_POLICY',
  { expected: 'process-section', suggestion: null },
  ({ given, known }) =>
    `has no ${given}, so nothing says how it goes. It has: ${known.join(', ')}. Add ${given}.`,
)

export const BEFORE_CREATED = /* @__PURE__ */ issue.code(
  'DATES_OUT_OF_ORDER',
  { reason: 'before-created' },
  ({ from, to }) =>
    `got ${from}, which is before the deal was created on ${to}. Correct one of them.`,
)

export const AFTER_AS_OF = /* @__PURE__ */ issue.code(
  'DATES_OUT_OF_ORDER',
  { reason: 'after-as-of' },
  ({ from, to }) =>
    `got ${from}, which is after ${to}, the day as of which you ask. Correct it, or ask as of a later day.`,
)

export const AFTER_LOST = /* @__PURE__ */ issue.code(
  'DATES_OUT_OF_ORDER',
  { reason: 'after-lost' },
  ({ from, to }) =>
    `got ${from}, and the deal was lost on ${to}. Correct one of them, or leave "lost" out.`,
)

export const RECORDED_BEFORE = /* @__PURE__ */ issue.code(
  'DATES_OUT_OF_ORDER',
  { reason: 'recorded-before' },
  ({ from, to }) => `got ${from}, which is before it happened, ${to}. Correct one of them.`,
)

export const DUE_BEFORE_INVOICED = /* @__PURE__ */ issue.code(
  'DATES_OUT_OF_ORDER',
  { reason: 'due-before-invoiced' },
  ({ from, to }) => `got ${from}, which is before the invoice of ${to}. Correct one of them.`,
)

export const WON_AND_LOST = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'won-and-lost' },
  ({ date, other }: { date: string; other: string }) =>
    `the deal was won on ${date} and lost on ${other}. Leave one of them out.`,
)

export const FUNNEL_RISES = /* @__PURE__ */ issue.code(
  'OUT_OF_ORDER',
  { expected: 'not-more' },
  ({ given, previous }) =>
    `got ${given} deals, more than the ${previous} of the stage before: whoever reached a stage reached those before it.`,
)

export const DEAL_CURRENCY = /* @__PURE__ */ issue.code(
  'CURRENCY_MIXED',
  { reason: 'sales-process' },
  ({ given, expected }) =>
    `got ${given}, and the sales process counts in ${expected}. Convert the amount first.`,
)

export const INVOICE_PAID_TOO_MUCH = /* @__PURE__ */ issue.code(
  'PAID_TOO_MUCH',
  { reason: 'invoice' },
  ({ given, line, open }: { given: string; line: string; open: string }) =>
    `got ${given}, and ${open} of ${line} was open. A refund is paid of a credit note; enter what was paid in excess on its own.`,
)

export const MONTHS_WITH_GAP = /* @__PURE__ */ issue.code(
  'PERIODS_NOT_CONSECUTIVE',
  { reason: 'countback' },
  ({ given, expected }) => `got ${given}, expected ${expected}: months are counted back in a row.`,
)

export const A_MONTH: issue.Expected = {
  keyword: 'month-counted-back',
  words: () => 'a month such as "2026-03"',
}

export const MOVE_UNKNOWN = /* @__PURE__ */ issue.code(
  'NOT_IN_POLICY',
  { expected: 'move' },
  ({ given, known, suggestion }) =>
    `got ${given}, which is no other stage of the sales process; its stages: ${known.join(', ')}.${issue.didYouMean(suggestion)}`,
)

export const WON_AT_FIRST_STAGE = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'won-at-first-stage' },
  ({ id }: { id: string }) =>
    `"${id}" is the first stage, so that every lead would be won. Name a later one.`,
)

export const AUTHORITY_SHRINKS = /* @__PURE__ */ issue.code(
  'OUT_OF_ORDER',
  { expected: 'not-falling' },
  ({ given, previous }) =>
    `got ${given}, less than the ${previous} of the rung before: whoever comes later approves more.`,
)

export const MARGIN_RISES = /* @__PURE__ */ issue.code(
  'OUT_OF_ORDER',
  { expected: 'margin-not-more' },
  ({ given, previous }) =>
    `got ${given}, more than the ${previous} of the rung before: whoever comes later approves more.`,
)

export const LIMIT_ADDED = /* @__PURE__ */ issue.code(
  'OUT_OF_ORDER',
  { expected: 'no-limit', previous: 'none' },
  ({ given }) =>
    `got ${given}, and the rung before has no such limit: whoever comes later approves more. Leave it out, or give the rung before one.`,
)

export const PROBABILITY_MISSING = /* @__PURE__ */ issue.code(
  'VALUE_MISSING',
  { expected: 'probability' },
  ({ field }: { field: string }) =>
    `is missing, and neither what was given nor the sales process says how probable a deal in "${field}" is. Give one.`,
)
