/** What can be wrong with settlements, corrections and clawbacks, each with its English sentence. */
import * as issue from '../../kernel/input/issue.js'

export const NO_PAYMENT_TERMS = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'no-payment' },
  () =>
    'the plan has no "payment", so there is nothing to settle by. Add its terms, or pay the statements as they are.',
)

export const NO_CLAWBACK = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'no-clawback' },
  () =>
    'the plan has no "clawback", so that nothing says what a cancelled sale gives back. Add it, or correct the statement.',
)

export const NOT_PAID_ON = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'not-paid-on' },
  ({ given, expected }) =>
    `the plan pays what is ${expected}, and nothing looks at what is ${given}. Leave it out, or set payment.on to "${given}".`,
)

export const LINES_AND_FIGURES = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'lines-and-figures' },
  () =>
    'the periods of a year have lines and figures. A year to date is made of lines in each period, or of figures in each.',
)

export const PERIODS_NOT_CONSECUTIVE = /* @__PURE__ */ issue.code(
  'PERIODS_NOT_CONSECUTIVE',
  ({ given, expected }) =>
    `got ${given}, expected ${expected}: periods are settled one after the other.`,
)

export const PERIOD_NOT_CLOSED = /* @__PURE__ */ issue.code(
  'PERIOD_NOT_CLOSED',
  ({ period, closedThrough }) =>
    `got ${period}, and the books are closed through ${closedThrough}. Close the period first, or leave it out.`,
)

export const PERIOD_OF_OTHER_LENGTH = /* @__PURE__ */ issue.code(
  'PERIODS_MIXED',
  { reason: 'opening' },
  ({ first, other, unit }) => `got ${other}, expected a ${unit} like ${first}.`,
)

export const PERIOD_OF_CALENDAR = /* @__PURE__ */ issue.code(
  'PERIODS_MIXED',
  { reason: 'numbered' },
  ({ other, first }) =>
    `got ${other}, and ${first} is a period of the company's own. Give the number of the period, counted from the first that was settled.`,
)

export const YEAR_STARTS_ELSEWHERE = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'year-starts' },
  ({ given, expected }) =>
    `got the year ${expected}, which goes on, and the settlement counts ${given}. Keep "yearStartsIn" until the year has ended.`,
)

export const YEAR_NOT_TRUED_UP = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'not-trued-up' },
  ({ id }) =>
    `the year ended with ${id}, and was not trued up in it, as another of its length would still have been in the year. Set "trueUp" to "every-period", or let the last period of a year be no shorter than the next.`,
)

export const CORRECTED_TOO_EARLY = /* @__PURE__ */ issue.code(
  'PERIOD_NOT_CLOSED',
  { reason: 'correction' },
  ({ period, closedThrough }) =>
    `got ${period}, and ${closedThrough} is settled: only an earlier period is corrected. Give the period as it is.`,
)

export const CORRECTED_TWICE = /* @__PURE__ */ issue.code(
  'ID_DUPLICATE',
  { reason: 'corrections' },
  ({ id }) =>
    `got two corrections of ${id}, of which neither follows the other. Give the last one alone.`,
)

export const CORRECTED_SINCE = /* @__PURE__ */ issue.code(
  'ID_DUPLICATE',
  { reason: 'corrected-since' },
  ({ id }) =>
    `a later correction of ${id} was taken before. Pass all that were paid to "restateCommission" as "corrected", and give what comes of it.`,
)

export const CLAWED_BACK_BEFORE = /* @__PURE__ */ issue.code(
  'ID_DUPLICATE',
  { reason: 'clawback' },
  ({ id, period }) =>
    `got a clawback of ${issue.show(id)} that ${period} has taken already. Give "clawBack" what was taken before as "takenBefore"; what is paid back in instalments is an amount by hand.`,
)

export const TAKEN_BACK_TWICE = /* @__PURE__ */ issue.code(
  'TAKEN_BACK_TWICE',
  ({ id, earned, refunded, clawedBack }) =>
    `${issue.show(id)} has earned ${earned}: refunds take back ${refunded} of it, and clawbacks ${clawedBack}. Give the refund or the clawback, not both.`,
)

export const OWN_PERIOD_TWICE = /* @__PURE__ */ issue.code(
  'ID_DUPLICATE',
  { reason: 'own-period' },
  ({ id }) =>
    `got ${issue.show(id)} twice in a year. Give each period an id of its own, as what is said of it names it so.`,
)

export const PERIODS_TO_RESTATE = /* @__PURE__ */ issue.code(
  'PERIODS_TO_RESTATE',
  ({ period, periods }) =>
    `corrects ${period}, which changes ${periods.join(', ')} as well. Restate and give those, too.`,
)

export const PLAN_OF_PERIOD_MISSING = /* @__PURE__ */ issue.code(
  'VALUE_MISSING',
  { expected: 'plan-of-period' },
  ({ period }: { period: string }) =>
    `is missing, expected the plan by which ${period} was settled: what is corrected changes it, and only its plan computes it again. Restate by the plan of then, and give it here.`,
)

export const YEAR_KNOWN_TWICE = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'year-known-twice' },
  () =>
    'the year has periods that were settled before, and they say what it sold and earned. Leave it out, or give it with the first period.',
)

export const SALES_AFTER_FINAL = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'sales-after-final' },
  () =>
    "is above 0, and the payee's last period is settled. Give what was sold before as a correction of its period.",
)

export const CHANGE_OF_PROGRESS = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'change-of-progress' },
  () =>
    'has lines that are open by what was invoiced or collected, and the plan looks at the other. Settle them by a plan that pays what is booked.',
)

export const TARGET_OF_SOME_PERIODS = /* @__PURE__ */ issue.code(
  'TARGET_MISSING',
  { needed: 'year-to-date' },
  ({ given, of }) =>
    `is given in ${given} of the ${of} periods of the year so far. Give the target of each, or of none.`,
)

export const INCENTIVE_OF_SOME_PERIODS = /* @__PURE__ */ issue.code(
  'VALUE_MISSING',
  { expected: 'target-incentive-of-each-period' },
  ({ given, of }) =>
    `is given in ${given} of the ${of} periods of the year so far. Give the target incentive of each, or of none.`,
)

export const BALANCE_MISSING = /* @__PURE__ */ issue.code(
  'VALUE_MISSING',
  { expected: 'closing-of-the-settlement-before' },
  () => 'is missing, expected what the settlement before closed with.',
)

export const OTHER_CURRENCY = /* @__PURE__ */ issue.code(
  'CURRENCY_MIXED',
  { reason: 'amounts' },
  ({ given, expected }) =>
    `got ${given}, and the plan pays ${expected}. Amounts of two currencies are never added.`,
)

export const SOMEBODY_ELSES = /* @__PURE__ */ issue.code(
  'VALUE_INVALID',
  { reason: 'somebody-elses' },
  ({ given, expected }) =>
    `got ${given}, expected ${expected}: an adjustment is paid to the one it is for.`,
)

export const BALANCE_OF_ANOTHER = /* @__PURE__ */ issue.code(
  'VALUE_INVALID',
  { reason: 'balance-of-another' },
  ({ given, expected }) =>
    `got ${given}, expected ${expected}: nobody goes on with the balance of somebody else.`,
)

export const PLAN_CHANGED = /* @__PURE__ */ issue.code(
  'PLAN_CHANGED',
  ({ was, is }) =>
    `got ${issue.show(was)}, and ${issue.show(is)} settles. Say in "planChange" what becomes of the year: "continue", "restart" or "from-start-of-year".`,
)

export const NOT_PAYABLE = /* @__PURE__ */ issue.code(
  'TOTAL_TOO_PRECISE',
  { reason: 'amount-paid' },
  ({ total, decimals }) =>
    `got ${total}, expected at most ${decimals} decimals, as amounts are paid. Round it first.`,
)

export const LINE_OF_EARLIER_PERIOD = /* @__PURE__ */ issue.code(
  'ID_DUPLICATE',
  { reason: 'earlier-period' },
  ({ id }) =>
    `got ${issue.show(id)}, which an earlier period has; only the first counts. Remove it, or give it an id of its own.`,
)

export const PAID_TWICE = /* @__PURE__ */ issue.code(
  'ID_DUPLICATE',
  { reason: 'period-paid' },
  ({ id }) =>
    `"payee" and "period" are ${id}, as those of an earlier entry. Give one for each payee and period.`,
)

export const LINE_UNKNOWN = /* @__PURE__ */ issue.code(
  'LINE_UNKNOWN',
  ({ line }) =>
    `got ${issue.show(line)}, expected a line of this or an earlier period that is not settled for good.`,
)

export const PAID_TOO_MUCH = /* @__PURE__ */ issue.code(
  'PAID_TOO_MUCH',
  ({ given, line, open }) =>
    `got ${given}, and ${open} of ${issue.show(line)} is open. Give what belongs to this line alone.`,
)

export const CAME_BACK_TOO_MUCH = /* @__PURE__ */ issue.code(
  'NUMBER_OUT_OF_RANGE',
  { maximum: null, expected: 'what-came-in' },
  ({ given, minimum }) =>
    `got ${given}, expected at least ${minimum}: no more comes back than came in.`,
)

export const NOT_IN_SETTLEMENT = /* @__PURE__ */ issue.code(
  'DATE_NOT_COVERED',
  { reason: 'settlement' },
  ({ date, from, to }) => {
    const covers = from === null ? 'no period' : `${from} to ${to}`
    return `got ${issue.show(date)}, and this settlement covers ${covers}. What was learned late belongs to the period in which it was learned.`
  },
)

export const CANCELLED_TOO_EARLY = /* @__PURE__ */ issue.code(
  'DATES_OUT_OF_ORDER',
  { reason: 'cancellation' },
  ({ from, to }) => `got ${to}, which is before the sale on ${from}.`,
)

export const CLAWBACK_OUT_OF_YEARS = /* @__PURE__ */ issue.code(
  'DATE_NOT_COVERED',
  { reason: 'clawback' },
  ({ date }) =>
    `got ${date}, from which the time of the clawback leads out of the years 1 to 9999.`,
)

export const DIFFERS_FROM_FIRST_ROW = /* @__PURE__ */ issue.code(
  'VALUE_INVALID',
  { reason: 'first-row' },
  ({ given, expected }) =>
    `got ${issue.show(given)}, expected ${issue.show(expected)} as in the first row of the sale.`,
)

export const MORE_THAN_IS_LEFT = /* @__PURE__ */ issue.code(
  'NUMBER_OUT_OF_RANGE',
  { minimum: '0', expected: 'what-is-left' },
  ({ given, maximum }) =>
    `got ${given}, expected at most ${maximum}, which is what is left of the sale.`,
)

export const JOINED_MISSING = /* @__PURE__ */ issue.code(
  'VALUE_MISSING',
  { expected: 'first-day-of-service' },
  () =>
    'is missing, expected the first day of service, from which the months of "payment.draw" count.',
)

export const JOINED_CHANGED = /* @__PURE__ */ issue.code(
  'VALUE_INVALID',
  { reason: 'joined-changed' },
  ({ given, expected }) =>
    `got ${given}, expected ${expected} as before: closed periods were paid by it. Somebody who is hired again has a new day from the first period on that is settled now.`,
)

export const PERIOD_WITHOUT_MONTHS = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'period-without-months' },
  ({ given }) =>
    `got ${given}, and the plan's draw goes by months of service, of which it has no whole ones. Settle months, quarters or years, or leave out "payment.draw.service".`,
)

export const PAY_IN_OWN_CURRENCY = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'pay-in-own-currency' },
  ({ given }) =>
    `got ${given}, in which the plan pays: there is nothing to convert. Leave "payIn" out.`,
)

export const RATE_NOT_KNOWN_YET = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'rate-not-known-yet' },
  ({ given }: { given: string }) =>
    `is missing for a line in ${given}, and the plan converts at the day of payment while it pays what comes of booked lines: none of it would ever pay. Set exchange.on to "order-date", or pay what is booked and give each payment as a line of its own.`,
)

export const REFUND_NOT_RESTATED = /* @__PURE__ */ issue.code(
  'REFUND_UNKNOWN',
  { reason: 'restated' },
  ({ refundOf }) =>
    `got ${issue.show(refundOf)}, which is no line of this period. A restatement has no account: the refund did not count here, and "due" and "amount" are without it. Give the original in full ("refundOf": its id, amount and commission), or pay the correction only through a settlement whose "opening" has the line.`,
)
