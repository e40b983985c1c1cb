/** The texts of settlements in Traditional Chinese. */
import type * as kinds from '../../commission/settle/issues.js'
import { show } from '../../kernel/input/issue.js'
import type { Texts } from '../kinds.js'
import { wordFor } from '../words.js'
import { got } from './words.js'

const PERIODS = { week: '週', month: '月', quarter: '季', 'half-year': '半年', year: '年' }

export const settle: Texts<typeof kinds> = {
  NO_PAYMENT_TERMS: () =>
    '方案沒有 "payment"，無從結算。請加上發放規則，或直接按業績獎金明細發放。',
  NO_CLAWBACK: () =>
    '方案沒有 "clawback"，沒有規定取消的訂單追回多少。請加上，或更正業績獎金明細。',
  NOT_PAID_ON: ({ given, expected }) =>
    `方案按 "${expected}" 發放，不看 "${given}"。請去掉它，或把 payment.on 設為 "${given}"。`,
  LINES_AND_FIGURES: () =>
    '同一年裡，有的期間給了訂單明細，有的只給了數字。累計至今的計算，各期間要麼都給訂單明細，要麼都給數字。',
  PERIODS_NOT_CONSECUTIVE: ({ given, expected }) =>
    `${got(given)}，應為 ${expected}：各期間逐期結算，不能跳。`,
  PERIOD_NOT_CLOSED: ({ period, closedThrough }) =>
    `${got(period)}，而帳只關到 ${closedThrough}。請先關帳，或去掉這一期。`,
  PERIOD_OF_OTHER_LENGTH: ({ first, other, unit }) =>
    `${got(other)}，應與 ${first} 一樣是一個${wordFor(unit ?? '', PERIODS)}。`,
  CLAWED_BACK_BEFORE: ({ id, period }) =>
    `${show(id)} 的退單追回已在 ${period} 扣過。請在 "clawBack" 中用 "takenBefore" 寫明先前已追回的金額；分期追回請作人工調整。`,
  TAKEN_BACK_TWICE: ({ id, earned, refunded, clawedBack }) =>
    `${show(id)} 的業績獎金為 ${earned}：退款已扣回 ${refunded}，退單又追回 ${clawedBack}。退款與追回請只給一種。`,
  OWN_PERIOD_TWICE: ({ id }) =>
    `同一年裡收到兩個 ${show(id)}。請給每一期一個自己的 "id"：提到它的地方都用這個名字。`,
  PERIOD_OF_CALENDAR: ({ other, first }) =>
    `${got(other)}，而 ${first} 是公司自己的期間。請提供該期的序號，從最早結算的一期數起。`,
  YEAR_STARTS_ELSEWHERE: ({ given, expected }) =>
    `餘額裡的年度 ${expected} 還沒有結束，而這次結算按 ${given} 計。年度結束之前請保持 "yearStartsIn" 不變。`,
  YEAR_NOT_TRUED_UP: ({ id }) =>
    `年度在 ${id} 結束，而那一期沒有補差：再有一個同樣長的期間仍會落在這一年裡。請把 "trueUp" 設為 "every-period"，或讓一年的最後一期不短於下一期。`,
  CORRECTED_TOO_EARLY: ({ period, closedThrough }) =>
    `${got(period)}，而結算的是 ${closedThrough}：只能更正更早的期間。請直接提供該期的實際情況。`,
  CORRECTED_TWICE: ({ id }) => `${id} 有兩份更正，互不銜接。請只提供最後一份。`,
  CORRECTED_SINCE: ({ id }) =>
    `${id} 之後的一份更正已經計入。請把已付的更正都作為 "corrected" 交給 "restateCommission"，再提供它的結果。`,
  PERIODS_TO_RESTATE: ({ period, periods }) =>
    `更正 ${period} 也會改變 ${periods.join('、')}。請把它們一併更正後提供。`,
  PLAN_OF_PERIOD_MISSING: ({ period }) =>
    `缺漏。更正會改變 ${period}，只有當時結算它的方案才能重新計算。請用當時的方案更正，並在此提供該方案。`,
  YEAR_KNOWN_TWICE: () =>
    '今年已有結算過的期間，此前的業績和獎金以它們為準。請去掉它，或隨第一期提供。',
  SALES_AFTER_FINAL: () => '大於 0，而該員工的最後一期已結算。此前的業績請作為所屬期間的更正提供。',
  CHANGE_OF_PROGRESS: () =>
    '還有依發票或收款追蹤的訂單明細，而方案看的是另一種。請先用按成交發放的方案結清。',
  TARGET_OF_SOME_PERIODS: ({ given, of }) =>
    `今年至今 ${of} 期裡只有 ${given} 期給了目標。請每期都給，或都不給。`,
  INCENTIVE_OF_SOME_PERIODS: ({ given, of }) =>
    `今年至今 ${of} 期裡只有 ${given} 期給了目標獎金。請每期都給，或都不給。`,
  BALANCE_MISSING: () => '缺漏。請提供上次結算的期末餘額。',
  OTHER_CURRENCY: ({ given, expected }) =>
    `${got(given)}，而方案以 ${expected} 發放。不同幣別的金額不能相加。`,
  SOMEBODY_ELSES: ({ given, expected }) => `${got(given)}，應為 ${expected}：調整只發給所屬的人。`,
  BALANCE_OF_ANOTHER: ({ given, expected }) =>
    `${got(given)}，應為 ${expected}：別人的餘額不能接著用。`,
  PLAN_CHANGED: ({ was, is }) =>
    `餘額屬於方案 ${show(was)}，而結算用的是 ${show(is)}。請在 "planChange" 裡寫明今年如何處理："continue"、"restart" 或 "from-start-of-year"。`,
  NOT_PAYABLE: ({ total, decimals }) =>
    `${got(total)}，最多 ${decimals} 位小數，與發放金額一致。請先捨入。`,
  LINE_OF_EARLIER_PERIOD: ({ id }) =>
    `${show(id)} 在更早的期間已有，只計第一次。請刪去，或換一個編號。`,
  REFUND_NOT_RESTATED: ({ refundOf }) =>
    `${got(show(refundOf))}，本期的明細裡沒有它。單獨更正時沒有先前的帳目，這筆退款沒有計入，"due" 與 "amount" 都不含它。請完整提供原明細（"refundOf" 寫明編號、金額和業績獎金），或只透過 "opening" 中有該明細的結算發放這筆更正。`,
  PAID_TWICE: ({ id }) => `"payee" 與 "period" 為 ${id}，與前面一份相同。每人每期只能有一份。`,
  LINE_UNKNOWN: ({ line }) => `${got(show(line))}，應為本期或更早期間裡尚未結清的訂單明細。`,
  PAID_TOO_MUCH: ({ given, line, open }) =>
    `${got(given)}，而 ${show(line)} 未結的只有 ${open}。請只給屬於這一筆的金額。`,
  CAME_BACK_TOO_MUCH: ({ given, minimum }) =>
    `${got(given)}，應不小於 ${minimum}：退回的不能多於收款。`,
  NOT_IN_SETTLEMENT: ({ date, from, to }) => {
    const covers = from === null ? '沒有任何期間' : `只包括 ${from} 到 ${to}`
    return `${got(show(date))}，而本次結算${covers}。晚知道的事，算在知道它的那一期。`
  },
  CANCELLED_TOO_EARLY: ({ from, to }) => `${got(to)}，早於 ${from} 的成交日。`,
  CLAWBACK_OUT_OF_YEARS: ({ date }) => `${got(date)}，追回期限由此超出了西元 1 到 9999 年。`,
  DIFFERS_FROM_FIRST_ROW: ({ given, expected }) =>
    `${got(show(given))}，應與該訂單第一列一樣為 ${show(expected)}。`,
  MORE_THAN_IS_LEFT: ({ given, maximum }) => `${got(given)}，最多 ${maximum}，即該訂單剩下的金額。`,
  JOINED_MISSING: () => '缺漏。請提供到職日 "joined"，"payment.draw" 的服務月自該日起算。',
  JOINED_CHANGED: ({ given, expected }) =>
    `${got(given)}，應仍為 ${expected}：已結的期間按它發放。再次到職的人，從本次結算的第一期起才有新的到職日。`,
  PERIOD_WITHOUT_MONTHS: ({ given }) =>
    `${got(given ?? '')}，而方案的保底或預支按服務月計，這一期沒有整月。請按月、季或年結算，或去掉 "payment.draw.service"。`,
  PAY_IN_OWN_CURRENCY: ({ given }) =>
    `${got(given ?? '')}，方案本來就以它發放，無需換算。請去掉 "payIn"。`,
  RATE_NOT_KNOWN_YET: ({ given }) =>
    `缺漏。這一筆以 ${given} 計價，方案按付款日匯率換算，卻隨收款或發票發放已成交的訂單明細，這樣永遠發不出獎金。請把 "exchange.on" 設為 "order-date"，或按成交發放，並把每筆付款單獨作為一筆明細提供。`,
}
