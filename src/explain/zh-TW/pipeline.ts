/** The texts of the sales process in Traditional Chinese. */
import type * as kinds from '../../pipeline/issues.js'
import type { Texts } from '../kinds.js'
import { didYouMean, got } from './words.js'

export const pipeline: Texts<typeof kinds> = {
  STAGE_UNKNOWN: ({ given, known, suggestion }) =>
    `${got(given)}，銷售流程裡沒有這個階段。階段有：${known.join('、')}。${didYouMean(suggestion)}`,
  RUNG_WITHOUT_AUTHORITY: ({ given, known, suggestion }) =>
    `${got(given)}，按這個流程無權給予折扣。有權的職級：${known.join('、')}。${didYouMean(suggestion)}`,
  CONCESSION_UNKNOWN: ({ given, known, suggestion }) =>
    `${got(given)}，流程裡沒有這項讓步。讓步有：${known.join('、')}。${didYouMean(suggestion)}`,
  EXCHANGE_UNKNOWN: ({ given, known, suggestion }) =>
    `${got(given)}，流程不接受以此作為對等條件。可接受的有：${known.join('、')}。${didYouMean(suggestion)}`,
  RECORD_KIND_UNKNOWN: ({ given, known, suggestion }) =>
    `${got(given)}，流程沒有規定這類紀錄怎樣算完整。類別有：${known.join('、')}。${didYouMean(suggestion)}`,
  PROCESS_SECTION_MISSING: ({ given, known }) =>
    `流程裡沒有 ${given}，無法判斷。已有：${known.join('、')}。請補上 ${given}。`,
  BEFORE_CREATED: ({ from, to }) => `收到 ${from}，早於商機的建立日期 ${to}。請更正其中一個。`,
  AFTER_AS_OF: ({ from, to }) =>
    `收到 ${from}，晚於查詢所截至的 ${to}。請更正，或改用更晚的截至日期。`,
  AFTER_LOST: ({ from, to }) =>
    `收到 ${from}，而商機已在 ${to} 輸單。請更正其中一個，或不要填 "lost"。`,
  RECORDED_BEFORE: ({ from, to }) => `收到 ${from}，早於事情發生的 ${to}。請更正其中一個。`,
  DUE_BEFORE_INVOICED: ({ from, to }) => `收到 ${from}，早於開立發票的日期 ${to}。請更正其中一個。`,
  WON_AND_LOST: ({ date, other }) => `商機在 ${date} 贏單，又在 ${other} 輸單。請去掉其中一個。`,
  FUNNEL_RISES: ({ given, previous }) =>
    `收到 ${given} 個商機，多於上一階段的 ${previous} 個：到達某一階段的，必先到達它之前的各階段。`,
  DEAL_CURRENCY: ({ given, expected }) => `${got(given)}，而流程以 ${expected} 計。請先換算金額。`,
  INVOICE_PAID_TOO_MUCH: ({ given, line, open }) =>
    `收到 ${given}，而 ${line} 只有 ${open} 未付。退款請記在折讓單上；多付的部分請單獨記錄。`,
  MONTHS_WITH_GAP: ({ given, expected }) => `收到 ${given}，應為 ${expected}：倒推的月份必須連續。`,
  A_MONTH: () => '月份，例如 "2026-03"',
  MOVE_UNKNOWN: ({ given, known, suggestion }) =>
    `${got(given)}，這不是流程裡的另一個階段。階段有：${known.join('、')}。${didYouMean(suggestion)}`,
  WON_AT_FIRST_STAGE: ({ id }) =>
    `"${id}" 是第一個階段，這樣每筆潛在客戶都算贏單。請寫後面的階段。`,
  AUTHORITY_SHRINKS: ({ given, previous }) =>
    `收到 ${given}，小於前一職級的 ${previous}：職級越靠後，核准的權限越大。`,
  MARGIN_RISES: ({ given, previous }) =>
    `收到 ${given}，大於前一職級的 ${previous}：職級越靠後，核准的權限越大。`,
  LIMIT_ADDED: ({ given }) =>
    `收到 ${given}，而前一職級沒有這項限制：職級越靠後，核准的權限越大。請去掉，或給前一職級也設一個。`,
  PROBABILITY_MISSING: ({ field }) =>
    `缺漏，而傳入的機率和流程都沒有說明處於 "${field}" 的商機贏單機率是多少。請提供一個。`,
}
