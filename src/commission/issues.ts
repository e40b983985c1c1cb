/** What can be wrong with sales, credit and payments, each with its English sentence. */
import * as issue from '../kernel/input/issue.js'

export const A_TEXT: issue.Expected = { keyword: 'text', words: () => 'a text' }

export const A_PATH_STEP: issue.Expected = {
  keyword: 'path-step',
  words: () => 'a key, or a position in a list',
}

export const A_LINE_FACT: issue.Expected = {
  keyword: 'line-fact',
  words: () => 'a number, a word, true or false',
}

export const AN_AMOUNT_OR_RATE: issue.Expected = {
  keyword: 'amount-or-rate',
  words: () => 'an amount, or a "rate" of the sales',
}

const quoted = (names: readonly string[], joint: string) =>
  names.map((name) => `"${name}"`).join(joint)

export const LINE_TWICE = /* @__PURE__ */ issue.code(
  'ID_DUPLICATE',
  { reason: 'line' },
  ({ id }) =>
    `got ${issue.show(id)} a second time; only its first line counts. Remove it, or give it another id.`,
)

export const LINE_OUTSIDE_PERIOD = /* @__PURE__ */ issue.code(
  'LINE_OUTSIDE_PERIOD',
  ({ date, period }) => `got ${date}, which is not in ${period}. It counts in its own period.`,
)

export const TOTALS_OUTSIDE_PERIOD = /* @__PURE__ */ issue.code(
  'LINE_OUTSIDE_PERIOD',
  { reason: 'totals' },
  ({ date, period }) =>
    `a line of ${date} is in these totals, which is not in ${period}. Add up the lines of each period apart.`,
)

export const STATUS_NOT_COUNTED = /* @__PURE__ */ issue.code(
  'STATUS_NOT_COUNTED',
  ({ given, accepted }) => {
    const status = given === null ? 'no status' : `"${given}"`
    return `got ${status}. It counts once it is ${quoted(accepted, ' or ')}.`
  },
)

export const LINE_EXCLUDED = /* @__PURE__ */ issue.code(
  'LINE_EXCLUDED',
  ({ rule, reason }) =>
    `is left out by "${rule}": ${reason.replace(/\.$/, '')}. It counts once the plan drops that rule.`,
)

export const MARGIN_TOO_LOW = /* @__PURE__ */ issue.code(
  'MARGIN_TOO_LOW',
  ({ amount, margin, floor, amountNeeded, costAtMost }) => {
    const orAmount = amountNeeded === null ? '' : `an amount of ${amountNeeded} or `
    const bound = amount.startsWith('-') ? 'at least' : 'at most'
    return `its margin of ${margin} is below the floor of ${floor}. It counts from ${orAmount}a cost of ${bound} ${costAtMost}.`
  },
)

export const RATE_CONFLICT = /* @__PURE__ */ issue.code(
  'RATE_CONFLICT',
  ({ rules }) =>
    `the rates ${quoted(rules, ' and ')} match it, and neither is more specific. It counts once one rate names all that they name.`,
)

export const COST_MISSING = /* @__PURE__ */ issue.code(
  'VALUE_MISSING',
  { expected: 'cost' },
  () => 'is missing, expected what the line cost.',
)

export const TAX_MISSING = /* @__PURE__ */ issue.code(
  'VALUE_MISSING',
  { expected: 'tax' },
  () => 'is missing, expected the tax that is in the amount.',
)

export const LIST_PRICE_MISSING = /* @__PURE__ */ issue.code(
  'VALUE_MISSING',
  { expected: 'list-price' },
  () => 'is missing, expected its price without a discount.',
)

export const QUANTITY_MISSING = /* @__PURE__ */ issue.code(
  'VALUE_MISSING',
  { expected: 'quantity' },
  () => 'is missing, expected how many units the line is of.',
)

export const DUE_DATE_MISSING = /* @__PURE__ */ issue.code(
  'VALUE_MISSING',
  { expected: 'due-date' },
  () => 'is missing, expected the day the line was due.',
)

export const PAYMENT_DATE_MISSING = /* @__PURE__ */ issue.code(
  'VALUE_MISSING',
  { expected: 'payment-date' },
  () => 'is missing, expected the day the line was paid.',
)

export const FACT_OF_LINE_MISSING = /* @__PURE__ */ issue.code(
  'FACT_MISSING',
  { reason: 'line' },
  () => 'is missing, and the plan looks at it. Give it with the line.',
)

export const LINE_FACT_TAKEN = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'line-fact-taken' },
  ({ id }) => `"${id}" is computed from the line itself. Give this fact another name.`,
)

export const LINE_WITHOUT_HISTORY = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'line-without-history' },
  () => 'a line has no history of periods. Ask for one value, or put the condition on the gate.',
)

export const RATIO_OF_ZERO = /* @__PURE__ */ issue.code(
  'NUMBER_OUT_OF_RANGE',
  { given: '0', minimum: null, maximum: null, expected: 'not-zero' },
  () => 'got 0, expected another amount: there is no ratio of 0.',
)

export const NOT_CONVERTED = /* @__PURE__ */ issue.code(
  'CURRENCY_MIXED',
  { reason: 'plan' },
  ({ given, expected }) =>
    `got ${given}, and the plan pays ${expected} and converts nothing. Give the amount in ${expected}, or the plan an "exchange".`,
)

export const EXCHANGE_DATE_MISSING = /* @__PURE__ */ issue.code(
  'VALUE_MISSING',
  { expected: 'exchange-date' },
  () => 'is missing, expected the date whose rate converts the line.',
)

export const EXCHANGE_RATE_MISSING = /* @__PURE__ */ issue.code(
  'EXCHANGE_RATE_MISSING',
  ({ currency, date }) =>
    `no rate of ${currency} is given for ${date}. It counts once "exchangeRates" has one.`,
)

export const PAYMENTS_NOT_WHOLE = /* @__PURE__ */ issue.code(
  'VALUE_INVALID',
  { reason: 'payments-not-whole' },
  ({ given, expected }) =>
    `the payments come to ${given}, expected ${expected}, the amount of the line: only all of them say what it is worth. Give what was paid as a line of its own.`,
)

export const PAYMENTS_NOT_SHARED = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'payments-not-shared' },
  () => 'payments are not shared between owners. Give each payment as a line of its own.',
)

export const REFUND_CURRENCY = /* @__PURE__ */ issue.code(
  'CURRENCY_MIXED',
  { reason: 'refund' },
  ({ given, expected, line }) =>
    `got ${given}, and ${issue.show(line)} is in ${expected}. Give the amount in ${expected}.`,
)

export const REFUND_UNKNOWN = /* @__PURE__ */ issue.code(
  'REFUND_UNKNOWN',
  ({ refundOf }) =>
    `got ${issue.show(refundOf)}, which is no line of this statement that counts. Give the id, amount and commission of the line that was paid.`,
)

export const REFUND_TOO_LARGE = /* @__PURE__ */ issue.code(
  'REFUND_TOO_LARGE',
  ({ given, refundOf, open }) =>
    `got ${given}, expected an amount below 0 that takes at most the ${open} left of ${issue.show(refundOf)}.`,
)

export const REFUND_CONFLICT = /* @__PURE__ */ issue.code(
  'REFUND_CONFLICT',
  ({ refundOf, first, given, expected }) =>
    `got ${given}, and ${issue.show(first)}, another refund of ${issue.show(refundOf)}, says ${expected}. Say the same in both.`,
)

export const REFUND_RATE_MISSING = /* @__PURE__ */ issue.code(
  'VALUE_MISSING',
  { expected: 'rate-of-refunded-line' },
  () => 'is missing, expected the rate that converted the line.',
)

export const FIRST_ORDER_TWICE = /* @__PURE__ */ issue.code(
  'FIRST_ORDER_TWICE',
  ({ first, customer }) =>
    `the first order of ${issue.show(customer)} is ${issue.show(first)}. This one earns no award for it. Correct one of them.`,
)

export const ORDER_LINES_DIFFER = /* @__PURE__ */ issue.code(
  'FIRST_ORDER_TWICE',
  { reason: 'lines-differ' },
  ({ first }) =>
    `${issue.show(first)}, a line of the same order, says something else. Say the same in both.`,
)

export const SALES_TWICE = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'sales-and-lines' },
  () => 'got a figure and lines, expected one of them.',
)

export const LINES_MISSING = /* @__PURE__ */ issue.code(
  'VALUE_MISSING',
  { expected: 'lines' },
  ({ field }) => `is missing, expected the order lines, which "${field}" of the plan looks at.`,
)

export const LINES_TO_SHARE_MISSING = /* @__PURE__ */ issue.code(
  'VALUE_MISSING',
  { expected: 'lines-to-share' },
  () => 'is missing, expected the order lines to share the commission out to.',
)

export const UPLIFT_ON_UNITS = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'uplift-on-units' },
  () =>
    'an uplift is added to rates, and this plan pays for units. Set "coefficient.applies" to "multiply", or leave the uplift out.',
)

export const UPLIFT_ON_FLAT = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'uplift-on-flat' },
  () =>
    'an uplift is added to rates, and this plan pays flat amounts by tiers whose rates are all 0. Set its "coefficient.applies" to "multiply", or leave the uplift out.',
)

export const UPLIFT_ON_MULTIPLES = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'uplift-on-multiples' },
  () =>
    'an uplift is added to rates, and this plan pays multiples of target incentive ÷ target. Set its "coefficient.applies" to "multiply", or leave the uplift out.',
)

export const UPLIFT_LIKE_PERCENT = /* @__PURE__ */ issue.code(
  'NUMBER_LOOKS_LIKE_PERCENT',
  { reason: 'uplift' },
  ({ given, suggestion }) =>
    `got ${given}, expected what is added to every rate, at most 0.1. Did you mean ${suggestion}?`,
)

export const EARNED_BEFORE_MISSING = /* @__PURE__ */ issue.code(
  'VALUE_MISSING',
  { expected: 'earned-year-to-date' },
  () =>
    'is missing, expected what the year earned before, as the plan caps it. For its first period, "earned" is 0.',
)

export const EARNED_IN_SPAN_MISSING = /* @__PURE__ */ issue.code(
  'VALUE_MISSING',
  { expected: 'earned-in-span' },
  () =>
    'is missing, expected what that span has earned before, and before its own cap: "earned" is that of another span.',
)

export const NOTHING_BEFORE = /* @__PURE__ */ issue.code(
  'VALUE_INVALID',
  { expected: '0', reason: 'begins-span' },
  ({ given }) =>
    `got ${given}, and the period begins the span: nothing was sold or earned in it before. Give 0, or leave it out.`,
)

export const SPAN_OF_OTHER_LENGTH = /* @__PURE__ */ issue.code(
  'PERIODS_MIXED',
  { reason: 'tiers-per' },
  ({ other, unit }) =>
    `got ${other}, expected a ${unit}, or a part of one that the plan counts to date: "tiersPer" says that the tiers are those of a ${unit}.`,
)

export const PERIOD_OF_TIERS_MISSING = /* @__PURE__ */ issue.code(
  'VALUE_MISSING',
  { expected: 'period-of-tiers', field: 'tiersPer' },
  ({ unit }: { unit: string }) =>
    `is missing, expected the period of the sales: "tiersPer" says that the tiers are those of a ${unit}, and sales of a longer span would be paid as if all were of one.`,
)

export const PERIOD_LONGER_THAN_CAP = /* @__PURE__ */ issue.code(
  'PERIODS_MIXED',
  { reason: 'cap-of-span' },
  ({ other, unit }) =>
    `got ${other}, which is longer than the ${unit} that the plan caps. Give shorter periods.`,
)

export const CAP_OF_PART = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'cap-of-part' },
  () =>
    'pays lines as they come in, and a cap is of a part of the span that "accrual" counts. Pay what is booked, count over no more than the cap is of, or cap the longer span.',
)

export const SALES_BEFORE_MISSING = /* @__PURE__ */ issue.code(
  'VALUE_MISSING',
  { expected: 'sales-year-to-date' },
  () => 'is missing, expected what was sold before, because the plan counts to date.',
)

export const TARGET_BEFORE_MISSING = /* @__PURE__ */ issue.code(
  'TARGET_MISSING',
  { needed: 'sales-before' },
  () =>
    'is missing, and the period has a target: the plan counts both to date. Give the target of what was sold before.',
)

export const TARGET_OF_OTHER_SPAN = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'target-of-other-span' },
  ({ given, expected = 'the period of the sales, which is missing' }) =>
    `got the target of ${given}, expected that of ${expected}.`,
)

export const TARGETS_MIXED = /* @__PURE__ */ issue.code(
  'TARGET_MISSING',
  { needed: 'one-span' },
  () => 'is given for the whole span, and for periods of it as well. Give one or the other.',
)

export const TARGET_OF_GATE_MISSING = /* @__PURE__ */ issue.code(
  'TARGET_MISSING',
  { needed: 'gate' },
  () =>
    'is missing, and the plan pays once it is met (COM-2). Give a target above 0, or a plan without a gate.',
)

export const TARGET_OF_ACCELERATOR_MISSING = /* @__PURE__ */ issue.code(
  'TARGET_MISSING',
  { needed: 'accelerator' },
  () => 'is missing, and the accelerator goes by it. Give a target above 0.',
)

export const TARGET_OF_MULTIPLES_MISSING = /* @__PURE__ */ issue.code(
  'TARGET_MISSING',
  { needed: 'multiples' },
  () =>
    'is missing, and the tiers pay multiples of target incentive ÷ target. Give a target above 0.',
)

export const FACT_OF_GATE_MISSING = /* @__PURE__ */ issue.code(
  'FACT_MISSING',
  { reason: 'gate' },
  () => 'is missing, and the gate depends on it. Give it, or drop the condition.',
)

export const FACT_OF_CONDITION_MISSING = /* @__PURE__ */ issue.code(
  'FACT_MISSING',
  { reason: 'condition' },
  () => 'is missing, and a condition of the plan depends on it. Give it, or drop the condition.',
)

export const FACT_OF_KPI_MISSING = /* @__PURE__ */ issue.code(
  'FACT_MISSING',
  { reason: 'kpi-multiplier' },
  () => 'is missing, and the plan multiplies the commission by it (COM-6). Give it.',
)

export const FACT_OF_MULTIPLIER_MISSING = /* @__PURE__ */ issue.code(
  'FACT_MISSING',
  { reason: 'multiplier' },
  () => 'is missing, and the plan multiplies the commission by it. Give it.',
)

export const INCENTIVE_MISSING = /* @__PURE__ */ issue.code(
  'VALUE_MISSING',
  { expected: 'target-incentive' },
  () => 'is missing, expected what the payee earns on target, of which the tiers pay ratios.',
)

export const NO_PAYOUT_CURVE = /* @__PURE__ */ issue.code(
  'PLAN_NEEDS_LINES',
  { reason: 'payout-curve' },
  ({ field }) =>
    `${field}: the plan looks at each line, so that the same sum of sales can earn different amounts. Use calculateCommission with lines.`,
)

export const NO_TOTALS = /* @__PURE__ */ issue.code(
  'PLAN_NEEDS_LINES',
  { reason: 'totals' },
  ({ field }) =>
    `${field}: the plan needs all lines of a payee together, in their order. Use calculateCommission with lines, or change that field.`,
)

export const TOTALS_OF_OTHER_PLAN = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'totals-of-other-plan' },
  () => 'these totals were made for another plan. Use the totals of each plan with that plan.',
)

export const COMMISSION_UNREACHABLE = /* @__PURE__ */ issue.code(
  'COMMISSION_UNREACHABLE',
  ({ amount, highest, reason }) => {
    const stop = reason === 'cap' ? 'the cap of the plan' : 'its scale, which ends'
    return `got ${amount}, and no sales earn so much by this plan: the highest amount is ${highest}, because of ${stop}.`
  },
)

export const PRORATION_MOVED = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'proration-in-target-plan' },
  () =>
    'how targets are prorated is said by a target plan. Move it there, to defineTargetPlan({ currency, proration }), and give that plan to prorateTarget.',
)

// What a plan cannot say.

export const MEASURED_BY_BASE = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'measured-by-base' },
  () =>
    'the scale chooses its tiers by the base. Set its "measure" to "separate", or leave "measuredBy" out.',
)

export const MEASURED_BY_FLAT_TIERS = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'measured-by-flat-tiers' },
  () =>
    'tiers that are chosen line by line pay a rate; flat amounts, minimums and maximums belong to a statement.',
)

export const EACH_ON_ITS_OWN = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'each-on-its-own' },
  ({ field = '' }) =>
    `each line, or each order, goes through the scale on its own, which "${field}" does not fit. Leave "per" out, or change that.`,
)

export const LINE_FLOOR_ABOVE_CAP = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'line-floor-above-cap' },
  ({ given, maximum }) =>
    `got ${given}, which is more than the most that a line earns, ${maximum}. Lower one of the two.`,
)

export const FLOOR_OF_LINES = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'floor-of-lines' },
  ({ field = '', expected = '' }) =>
    `the plan has a floor for each line, which only the line itself earns. Set "${field}" to "${expected}".`,
)

export const UNITS_OF_MIRRORED = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'units-of-mirrored' },
  () =>
    'the units of what an earlier part of the year sold are not known where refunds mirror. Set "refunds" to "net", or "accrual" to "period".',
)

export const AWARD_OF_RATE = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'award-of-rate' },
  ({ field = '' }) =>
    `the award is a rate of the sales, which "${field}" does not fit. Leave out one of the two.`,
)

export const AWARD_OF_NOTHING = /* @__PURE__ */ issue.code(
  'NUMBER_OUT_OF_RANGE',
  { expected: 'amount-of-award', minimum: null, maximum: null },
  ({ given }) => `got ${given}, expected an amount above 0, or below 0 for a fee.`,
)

export const AWARD_IN_TURN = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'award-in-turn' },
  ({ field = '' }) =>
    `"${field}" is for lines that have their turn one by one. Set "per" to "line" and give an amount, or leave "${field}" out.`,
)

export const AWARD_AFTER_NO_MOST = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'award-after-no-most' },
  () => 'follows once "most" is reached. Give "most", or leave it out.',
)

export const AWARD_AND_FEE = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'award-and-fee' },
  ({ given, other = '' }) =>
    `got ${given} after ${other}: of the two one is paid, and the other is a fee. Give both the same sign.`,
)

export const RULE_BY_ATTAINMENT = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'rule-by-attainment' },
  () => 'attainment is that of all sales, not of some lines. Use thresholds in money.',
)

export const MULTIPLE_OF_UNITS = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'multiple-of-units' },
  () =>
    'a multiple is of 1 of the currency, and the tiers count units. Give "rate", which is money per unit, or set "payout" to "of-target-incentive".',
)

export const ROUNDING_OF_NOTHING = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'rounding-of-nothing' },
  () =>
    'nothing looks up an attainment that could be rounded. Leave it out, or set "thresholds" of the scale to "attainment".',
)

export const ROUNDING_OF_SLICES = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'rounding-of-slices' },
  () =>
    'each slice of sales earns its own rate, so that no one attainment is looked up. Use the mode "whole-amount", or a payout "of-target-incentive".',
)

export const ROUNDING_ABOVE_GATE = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'rounding-above-gate' },
  () =>
    'a gate that opens by a rounded attainment opens elsewhere than at its own level. Let "gate.counts" be "all" or "above-target".',
)

export const ROUNDING_OF_RATES = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'rounding-of-rates' },
  () =>
    'attainment is that of all sales, which rate rules and uneven factors take apart. Leave "rates", the factors or the rounding out.',
)

export const NO_ROUNDED_CURVE = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'no-rounded-curve' },
  () =>
    'the plan pays on a rounded attainment, step by step and not along a line. Use calculateCommission.',
)

export const AMOUNT_OFF_INCREMENT = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'amount-off-increment' },
  ({ given, other }: { given: string; other: string }) =>
    `got ${given}, expected a multiple of ${other}, in which the plan pays.`,
)

export const INCREMENT_OF_PARTS = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'increment-of-parts' },
  ({ field }: { field: string }) =>
    `"${field}" pays or takes back parts of a statement, which are no multiples of an increment. Leave one of them out.`,
)

export const UNITS_AND_MONEY = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'units-and-money' },
  () => 'units and money cannot be added up. Give every scale of the plan the same thresholds.',
)

export const RULE_WITHOUT_MEASURE = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'rule-without-measure' },
  () => 'a rate rule chooses its tiers by its lines. Say by which figure: "margin" or "discount".',
)

export const TARGET_OF_RATES = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'above-target-of-rates' },
  () =>
    'nothing says which lines are those above the target, or the gate. Let all sales count, or leave "rates" out.',
)

export const CAP_BASE_OF_RATES = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'cap-base-of-rates' },
  () => 'nothing says which lines lie above the cap. Cap the amount, or leave "rates" out.',
)

export const ACCELERATOR_ON_TIERS = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'marginal-accelerator-on-tiers' },
  () =>
    'a marginal accelerator needs marginal tiers in money or attainment without minimum and maximum. Use "whole-amount".',
)

export const ACCELERATOR_ON_RATES = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'marginal-accelerator-on-rates' },
  () =>
    'nothing says which lines are those above a threshold. Let tiers count over "all-lines", or use "whole-amount".',
)

export const ONE_SCALE_OVER_ALL = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'one-scale-over-all' },
  () => 'the plan has one scale, which counts all lines. Give it "rates", or leave this out.',
)

export const FACTOR_OF_ONE_KIND = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'factor-of-one-kind' },
  () => 'a factor has one of "multiplier", "by" and "part". Split it in two to have both.',
)

export const TARGET_OF_FACTORS = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'above-target-of-factors' },
  () =>
    'factors make lines count more or less than they earn on, and nothing says what of that is above the target, or the gate. Let all sales count, or let each factor apply to "both".',
)

export const CAP_BASE_OF_FACTORS = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'cap-base-of-factors' },
  () =>
    'factors make lines count more or less than they earn on, and nothing says what of that lies above the cap. Cap the amount, or let each factor apply to "both".',
)

export const SPREAD_TIERS = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'spread-tiers' },
  () =>
    'parts of lines lie in these tiers, so that each pays a rate and nothing else. Use a marginal or whole-amount scale of rates, or let each factor apply to "both".',
)

export const TARGET_OF_MEASURED = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'above-target-of-measured' },
  () =>
    'tiers are chosen line by line, and nothing says which lines are those above the target, or the gate. Let all sales count.',
)

export const CAP_BASE_OF_MEASURED = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'cap-base-of-measured' },
  () =>
    'tiers are chosen line by line, and nothing says which lines lie above the cap. Cap the amount.',
)

export const MARGIN_OF_UNITS = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'margin-of-units' },
  () => 'a margin is money, and the scale counts units.',
)

export const EXCHANGE_OF_UNITS = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'exchange-of-units' },
  () => 'units have no currency. Leave "exchange" out.',
)

export const NOTHING_TO_TRUE_UP = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'nothing-to-true-up' },
  () =>
    'there is nothing to true up to while each period is on its own. Set "accrual" to "year-to-date".',
)

export const PARTS_BESIDE_ON = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'parts-beside-on' },
  ({ given }: { given: string }) =>
    `got "${given}" beside parts, each of which says itself on what it is paid. Leave it out.`,
)

export const PARTS_NOT_WHOLE = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'parts-not-whole' },
  ({ given }) =>
    `the shares of the parts come to ${given}, expected exactly 1. Write thirds as "1/3".`,
)

export const PART_OF_NOTHING = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'part-of-nothing' },
  () => 'a part of 0 is never paid. Leave it out.',
)

export const PART_NOT_TIMED = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'part-not-timed' },
  ({ given }: { given: string }) =>
    `a part that is paid on what is ${given} comes when that does, and does not wait besides. Leave "after" out, or hold a part back ("holdback").`,
)

export const PART_NOT_BEYOND = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'part-not-beyond' },
  ({ given }: { given: string }) =>
    `a part that is paid on what is ${given} has nothing that comes bit by bit. Leave "from" out, or set "on" to "invoiced" or "collected".`,
)

export const PART_BEYOND_ALL = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'part-beyond-all' },
  () =>
    'nothing of a line comes beyond all of it. Give a ratio below 1, or set "on" to "paid-in-full".',
)

export const NOTHING_AFTER_LEAVING = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'nothing-after-leaving' },
  () =>
    'what is booked is paid at once, so that nothing is left to come after leaving. Set "on" to "invoiced" or "collected".',
)

export const LATENESS_OF_CASH = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'lateness-of-cash' },
  () =>
    'a line that waits for its cash does not say how late each payment will be. Let payment be "booked", and give each payment as a line of its own, with "dueOn" and "paidOn".',
)

export const DRAW_ENDS_BEFORE = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'draw-ends-before' },
  () =>
    'the schedule goes on after the draw has ended. Shorten it, or let the draw last for more periods.',
)

export const RATE_CONDITIONS_TO_DATE = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'rate-conditions-to-date' },
  () =>
    'a rule that holds in some periods only has no one rate for a year to date. Count by period, or put the condition on the accelerator.',
)

export const MULTIPLIES_BY_NOTHING = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'multiplies-by-nothing' },
  () => 'has no words. Give the multiplier of each word, or drop it.',
)

export const MATCHES_EVERY_LINE = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'matches-every-line' },
  () =>
    'nothing is said of the line, so that every line matches. Name a product, category, region or customer.',
)

export const GATE_ALWAYS_OPEN = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'gate-always-open' },
  () => 'a gate without an attainment and without conditions is always open. Leave the gate out.',
)

export const ABOVE_NO_TARGET = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'above-no-target' },
  () =>
    'sales above the target, or the gate, need an "attainment". Add it, or let all sales count.',
)

export const OWN_TIER_OF_ALL = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'own-tier-of-all' },
  () =>
    'all sales count, so that none begin to count in a later tier. Set "counts" to "above-target" or "above-gate", or leave "startsIn" out.',
)

export const OWN_TIER_OF_MEASURE = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'own-tier-of-measure' },
  () =>
    'a separate measure chooses the tier, wherever sales lie among all of them. Leave "startsIn" out.',
)

export const OWN_TIER_OF_BOUNDS = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'own-tier-of-bounds' },
  () =>
    'nothing says what part of a minimum or a maximum belongs to the sales that count. Set it to "first-tier", or leave the minimum and the maximum of the tiers out.',
)

export const FLAT_BELOW_GATE = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'flat-below-gate' },
  ({ field = '' }) =>
    `sales below the gate earn one flat rate, which "${field}" does not fit. Leave "below" out, or change that.`,
)

export const CAP_OF_NOTHING = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'cap-of-nothing' },
  () =>
    'caps nothing. Give a base, a rate, a line, an amount, a quarter, a half or a year, or leave it out.',
)

export const AMOUNT_NOT_PAYABLE = /* @__PURE__ */ issue.code(
  'TOTAL_TOO_PRECISE',
  { reason: 'rounding' },
  ({ total, decimals }) =>
    `got ${total}, expected at most ${decimals} decimals, as amounts are rounded.`,
)

// Who is credited.

export const NO_HANDOVER = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'no-handover' },
  () =>
    'the plan has no "credit.handover", so that nothing says who gets what a customer pays after changing hands. Add it, or give each payment its owners.',
)

export const OWNER_UNKNOWN = /* @__PURE__ */ issue.code(
  'OWNER_UNKNOWN',
  ({ customer, date }) =>
    `nobody owns ${issue.show(customer)} on ${date}. Add an owner for that day, or give the line owners of its own.`,
)

export const OWNERS_OVERLAP = /* @__PURE__ */ issue.code(
  'VERSIONS_OVERLAP',
  { reason: 'owners' },
  ({ id, first, firstFrom, second, secondFrom, date }: Overlap) =>
    `${issue.show(id)} belongs to ${issue.show(first)} from ${firstFrom} and to ${issue.show(second)} from ${secondFrom}, both on ${date}. End one the day before the other starts.`,
)

export const MANAGERS_OVERLAP = /* @__PURE__ */ issue.code(
  'VERSIONS_OVERLAP',
  { reason: 'managers' },
  ({ id, first, firstFrom, second, secondFrom, date }: Overlap) =>
    `${issue.show(id)} reports to ${issue.show(first)} from ${firstFrom} and to ${issue.show(second)} from ${secondFrom}, both on ${date}. End one the day before the other starts.`,
)

/** Two who hold the same on one day: a customer, or the seat above somebody. */
interface Overlap {
  readonly id: string
  readonly first: string
  readonly firstFrom: string
  readonly second: string
  readonly secondFrom: string
  readonly date: string
}

export const REPORTING_CYCLE = /* @__PURE__ */ issue.code(
  'REPORTING_CYCLE',
  ({ people, date }) =>
    `${people.map(issue.show).join(' reports to ')} on ${date}. Correct who reports to whom; until then no manager earns on this line.`,
)

export const REPORTING_MISSING = /* @__PURE__ */ issue.code(
  'VALUE_MISSING',
  { expected: 'reporting' },
  () =>
    'is missing, expected who reports to whom, as the plan pays overrides. Give an empty list where nobody does.',
)

export const CUSTOMER_MISSING = /* @__PURE__ */ issue.code(
  'VALUE_MISSING',
  { expected: 'customer-or-owners' },
  () => 'is missing, expected the customer whose owner is credited, or owners of the line itself.',
)

export const OWNER_WHO_WAS_PAID_MISSING = /* @__PURE__ */ issue.code(
  'VALUE_MISSING',
  { expected: 'owner-who-was-paid' },
  () =>
    'is missing, expected the owner who was paid for the original, as it is in another statement.',
)

export const DATE_OF_OWNER_MISSING = /* @__PURE__ */ issue.code(
  'VALUE_MISSING',
  { expected: 'date-of-owner' },
  () => 'is missing, expected the day of the order, on which the customer has an owner.',
)

export const REPORTING_OF_TEAMS_MISSING = /* @__PURE__ */ issue.code(
  'VALUE_MISSING',
  { expected: 'reporting-of-teams' },
  () =>
    'is missing, expected who reports to whom, as the plan gives managers the lines of their teams. Give an empty list where nobody does.',
)

export const DATE_OF_MANAGER_MISSING = /* @__PURE__ */ issue.code(
  'VALUE_MISSING',
  { expected: 'date-of-manager' },
  () => 'is missing, expected the day of the order, on which its seller has a manager.',
)

export const LINE_CREDITED_TWICE = /* @__PURE__ */ issue.code(
  'ID_DUPLICATE',
  { reason: 'credited-line' },
  ({ id }) =>
    `got ${issue.show(id)} a second time; only its first line is credited. Remove it, or give it an id of its own.`,
)

export const OWNER_TWICE = /* @__PURE__ */ issue.code(
  'ID_DUPLICATE',
  { reason: 'owner' },
  ({ id }) => `got ${issue.show(id)} twice, expected each owner once.`,
)

export const OVERLAY_REFUSED = /* @__PURE__ */ issue.code(
  'OVERLAY_REFUSED',
  ({ payee }) =>
    `${issue.show(payee)} is credited on top of the whole, and the plan refuses overlays. Share the whole, or set credit.overlays to "allow".`,
)

export const OVERLAY_OF_PAYMENT = /* @__PURE__ */ issue.code(
  'OVERLAY_REFUSED',
  { reason: 'payment' },
  ({ payee }) =>
    `${issue.show(payee)} would have a part on top of the whole payment, and a payment is shared once. Share the whole, or credit the overlay with the line.`,
)

export const PARTS_AND_SHARE = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'parts-and-share' },
  () => 'an owner has parts or a share, not both, and an overlay has a share.',
)

export const CREDIT_NOT_WHOLE = /* @__PURE__ */ issue.code(
  'CREDIT_NOT_WHOLE',
  ({ total }) =>
    `the shares add up to ${total}, expected exactly 1. Thirds are written as parts 1, 1, 1; somebody on top of the whole is an overlay.`,
)

export const CREDIT_IN_PARTS_AND_SHARES = /* @__PURE__ */ issue.code(
  'CREDIT_NOT_WHOLE',
  { reason: 'parts-and-shares' },
  () => 'some owners have parts and some a share. Give all of them parts, or all of them a share.',
)

export const REFUND_NOT_CREDITED = /* @__PURE__ */ issue.code(
  'REFUND_UNKNOWN',
  { reason: 'not-credited' },
  ({ refundOf }) =>
    `refunds ${issue.show(refundOf)}, which is no sale among the lines credited. Give both together, or give the refund owners of its own.`,
)

export const REFUND_OF_SEVERAL = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'refund-of-several' },
  ({ given }: { given: string }) =>
    `what its original earned is the commission of one payee, and the refund has ${given} owners. Give a refund for each of them.`,
)

export const CREDITED_REFUND_CURRENCY = /* @__PURE__ */ issue.code(
  'CURRENCY_MIXED',
  { reason: 'credited-refund' },
  ({ given, expected, line }: { given: string; expected: string; line: string }) =>
    `got ${given}, and ${issue.show(line)}, which it refunds, is in ${expected}. Give both in one currency.`,
)

export const OVERRIDE_CURRENCY = /* @__PURE__ */ issue.code(
  'CURRENCY_MIXED',
  { reason: 'override' },
  ({ given, expected }) =>
    `got ${given}, and overrides are paid in ${expected}. Convert the line first.`,
)
