/** The texts of settlements in Simplified Chinese. */
import type * as kinds from '../../commission/settle/issues.js'
import { show } from '../../kernel/input/issue.js'
import type { Texts } from '../kinds.js'
import { wordFor } from '../words.js'
import { got } from './words.js'

const PERIODS = { week: '周', month: '月', quarter: '季度', 'half-year': '半年', year: '年' }

export const settle: Texts<typeof kinds> = {
  NO_PAYMENT_TERMS: () => '方案没有 "payment"，无从结算。请加上发放规则，或直接按提成单发放。',
  NO_CLAWBACK: () => '方案没有 "clawback"，没有规定取消的订单追回多少。请加上，或更正提成单。',
  NOT_PAID_ON: ({ given, expected }) =>
    `方案按 "${expected}" 发放，不看 "${given}"。请去掉它，或把 payment.on 设为 "${given}"。`,
  LINES_AND_FIGURES: () =>
    '同一年里，有的期间给了订单行，有的只给了数字。累计到年的计算，各期间要么都给订单行，要么都给数字。',
  PERIODS_NOT_CONSECUTIVE: ({ given, expected }) =>
    `${got(given)}，应为 ${expected}：各期间逐期结算，不能跳。`,
  PERIOD_NOT_CLOSED: ({ period, closedThrough }) =>
    `${got(period)}，而账只关到 ${closedThrough}。请先关账，或去掉这一期。`,
  PERIOD_OF_OTHER_LENGTH: ({ first, other, unit }) =>
    `${got(other)}，应与 ${first} 一样是一个${wordFor(unit ?? '', PERIODS)}。`,
  CLAWED_BACK_BEFORE: ({ id, period }) =>
    `${show(id)} 的退单追回已在 ${period} 扣过。请在 "clawBack" 中用 "takenBefore" 写明此前已追回的金额；分期追回请作手工调整。`,
  TAKEN_BACK_TWICE: ({ id, earned, refunded, clawedBack }) =>
    `${show(id)} 的提成为 ${earned}：退款已扣回 ${refunded}，退单又追回 ${clawedBack}。退款与追回请只给一种。`,
  OWN_PERIOD_TWICE: ({ id }) =>
    `同一年里收到两个 ${show(id)}。请给每一期一个自己的 "id"：提到它的地方都用这个名字。`,
  PERIOD_OF_CALENDAR: ({ other, first }) =>
    `${got(other)}，而 ${first} 是公司自己的期间。请给该期的序号，从最早结算的一期数起。`,
  YEAR_STARTS_ELSEWHERE: ({ given, expected }) =>
    `余额里的年度 ${expected} 还没有结束，而这次结算按 ${given} 计。年度结束之前请保持 "yearStartsIn" 不变。`,
  YEAR_NOT_TRUED_UP: ({ id }) =>
    `年度在 ${id} 结束，而那一期没有补差：再有一个同样长的期间仍会落在这一年里。请把 "trueUp" 设为 "every-period"，或让一年的最后一期不短于下一期。`,
  CORRECTED_TOO_EARLY: ({ period, closedThrough }) =>
    `${got(period)}，而结算的是 ${closedThrough}：只能更正更早的期间。请直接给出该期的实际情况。`,
  CORRECTED_TWICE: ({ id }) => `${id} 有两份更正，互不衔接。请只给最后一份。`,
  CORRECTED_SINCE: ({ id }) =>
    `${id} 之后的一份更正已经计入。请把已付的更正都作为 "corrected" 交给 "restateCommission"，再给出它的结果。`,
  PERIODS_TO_RESTATE: ({ period, periods }) =>
    `更正 ${period} 也会改变 ${periods.join('、')}。请把它们一并更正后给出。`,
  PLAN_OF_PERIOD_MISSING: ({ period }) =>
    `缺失。更正会改变 ${period}，只有当时结算它的方案才能重新计算。请用当时的方案更正，并在此给出该方案。`,
  YEAR_KNOWN_TWICE: () =>
    '本年已有结算过的期间，此前的业绩和提成以它们为准。请去掉它，或随第一期给出。',
  SALES_AFTER_FINAL: () => '大于 0，而该员工的最后一期已结算。此前的业绩请作为所属期间的更正给出。',
  CHANGE_OF_PROGRESS: () =>
    '还有按开票或回款跟踪的订单行，而方案看的是另一种。请先用按签单发放的方案结清。',
  TARGET_OF_SOME_PERIODS: ({ given, of }) =>
    `本年至今 ${of} 期里只有 ${given} 期给了目标。请每期都给，或都不给。`,
  INCENTIVE_OF_SOME_PERIODS: ({ given, of }) =>
    `本年至今 ${of} 期里只有 ${given} 期给了目标奖金。请每期都给，或都不给。`,
  BALANCE_MISSING: () => '缺失。请给出上次结算的期末余额。',
  OTHER_CURRENCY: ({ given, expected }) =>
    `${got(given)}，而方案以 ${expected} 发放。不同币种的金额不能相加。`,
  SOMEBODY_ELSES: ({ given, expected }) =>
    `${got(given)}，应为 ${expected}：调整只发给它所属的人。`,
  BALANCE_OF_ANOTHER: ({ given, expected }) =>
    `${got(given)}，应为 ${expected}：别人的余额不能接着用。`,
  PLAN_CHANGED: ({ was, is }) =>
    `余额属于方案 ${show(was)}，而结算用的是 ${show(is)}。请在 "planChange" 里写明本年如何处理："continue"、"restart" 或 "from-start-of-year"。`,
  NOT_PAYABLE: ({ total, decimals }) =>
    `${got(total)}，最多 ${decimals} 位小数，与发放金额一致。请先舍入。`,
  LINE_OF_EARLIER_PERIOD: ({ id }) =>
    `${show(id)} 在更早的期间已有，只计第一次。请删去，或换一个编号。`,
  REFUND_NOT_RESTATED: ({ refundOf }) =>
    `${got(show(refundOf))}，本期的订单行里没有它。单独更正时没有往期账目，这笔退款没有计入，"due" 和 "amount" 都不含它。请完整给出原订单行（"refundOf" 写明编号、金额和提成），或只通过 "opening" 中有该行的结算发放这笔更正。`,
  PAID_TWICE: ({ id }) => `"payee" 与 "period" 为 ${id}，与前面一份相同。每人每期只能有一份。`,
  LINE_UNKNOWN: ({ line }) => `${got(show(line))}，应为本期或更早期间里尚未结清的订单行。`,
  PAID_TOO_MUCH: ({ given, line, open }) =>
    `${got(given)}，而 ${show(line)} 未结的只有 ${open}。请只给属于这一行的金额。`,
  CAME_BACK_TOO_MUCH: ({ given, minimum }) =>
    `${got(given)}，应不小于 ${minimum}：退回的不能多于回款。`,
  NOT_IN_SETTLEMENT: ({ date, from, to }) => {
    const covers = from === null ? '没有任何期间' : `只包括 ${from} 到 ${to}`
    return `${got(show(date))}，而本次结算${covers}。晚知道的事，算在知道它的那一期。`
  },
  CANCELLED_TOO_EARLY: ({ from, to }) => `${got(to)}，早于 ${from} 的成交日。`,
  CLAWBACK_OUT_OF_YEARS: ({ date }) => `${got(date)}，追回期限由此超出了公元 1 到 9999 年。`,
  DIFFERS_FROM_FIRST_ROW: ({ given, expected }) =>
    `${got(show(given))}，应与该订单第一行一样为 ${show(expected)}。`,
  MORE_THAN_IS_LEFT: ({ given, maximum }) => `${got(given)}，最多 ${maximum}，即该订单剩下的金额。`,
  JOINED_MISSING: () => '缺失。请给出入职日 "joined"，"payment.draw" 的服务月从这一天算起。',
  JOINED_CHANGED: ({ given, expected }) =>
    `${got(given)}，应仍为 ${expected}：已结的期间按它发放。再次入职的人，从本次结算的第一期起才有新的入职日。`,
  PERIOD_WITHOUT_MONTHS: ({ given }) =>
    `${got(given ?? '')}，而方案的保底或预支按服务月计，这一期没有整月。请按月、季或年结算，或去掉 "payment.draw.service"。`,
  PAY_IN_OWN_CURRENCY: ({ given }) =>
    `${got(given ?? '')}，方案本来就以它发放，无需换算。请去掉 "payIn"。`,
  RATE_NOT_KNOWN_YET: ({ given }) =>
    `缺失。这一行以 ${given} 计价，方案按付款日汇率换算，却随回款或开票发放已签的订单行，这样永远发不出提成。请把 "exchange.on" 设为 "order-date"，或按签单发放，并把每笔付款单独作为一行给出。`,
}
