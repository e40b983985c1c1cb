/** The texts of batches in Traditional Chinese. */
import type * as kinds from '../../batch/issues.js'
import { show } from '../../kernel/input/issue.js'
import type { Texts } from '../kinds.js'
import { got } from './words.js'

const INSTEAD = '請逐人把訂單明細交給 calculateCommission。'

export const batch: Texts<typeof kinds> = {
  PLAN_LOOKS_FURTHER: ({ field }) =>
    `${field}：欄和列裡只有人和金額，而方案還要看訂單明細的其他內容。${INSTEAD}`,
  TOTALS_TOO_LITTLE: ({ field }) =>
    `收到 "totals"，但方案有 "${field}"，必須按訂單明細計算。請保留訂單明細，或更改該欄位。`,
  ROW_EARNS_AWARD: ({ award }) => `方案對這張訂單發放 "${award}"，而逐列計算不發獎勵。${INSTEAD}`,
  ROW_OF_ORDER: ({ award }) =>
    `方案可能對這張訂單發放 "${award}"，而逐列計算不把各列合成訂單。${INSTEAD}`,
  ROW_NOT_CONVERTED: ({ given, expected }) =>
    `${got(given)}，應為方案的發放幣別 "${expected}"：逐列計算不換算幣別。${INSTEAD}`,
  PAYEE_OUTSIDE: ({ given, count }) => `${got(given)}，應為 ${count} 個人之一的序號。`,
  PAYEE_DUPLICATE: ({ id }) => `${show(id)} 出現兩次，每個人只能寫一次。`,
  FIGURES_MISFIT: ({ given, count }) => `收到 ${given} 個數，應給 ${count} 個人各一個，可以留空。`,
  TEXTS_MISFIT: ({ given, count }) => `${got(given)}，應給 ${count} 個人各一個金額。`,
  AMOUNTS_MISFIT: ({ given, count }) => `${got(given)}，應給 ${count} 列各一個金額。`,
  COUNTS_MISFIT: ({ given, count }) => `${got(given)}，應給 ${count} 列各一個列數。`,
  REFUSED_MISFIT: ({ given, count }) =>
    `${got(given)}，應不少於 "issues" 裡的 ${count} 列，也不多於全部列數。`,
  RESULT_TWICE: ({ payee }) =>
    `${show(payee)} 的結果出現了兩次，應只有一次：可能分到了兩處，也可能同一份跑了兩遍。請把同一個人的資料分到同一處，再重新計算。`,
  RESULT_UNKNOWN: ({ payee }) => `有 ${show(payee)} 的結果，但分配之前沒有這個人的訂單列。`,
  RESULT_MISSING: ({ payee, expected }) =>
    `缺少 ${show(payee)} 的結果，分配之前有 ${expected} 列訂單。`,
  RESULT_OF_OTHER_LINES: ({ payee, given, expected }) =>
    `${show(payee)} 的結果有 ${given} 列，分配之前是 ${expected} 列。`,
  RESULT_OF_OTHER_SALES: ({ payee, given, expected }) =>
    `${show(payee)} 的結果銷售額為 ${given}，分配之前是 ${expected}。`,
  RESULT_OF_OTHER_POLICY: ({ payee, given, expected }) =>
    `${show(payee)} 用的方案是 ${given}，其他人用的是 ${expected}。`,
  SLICE_OUTSIDE: ({ given }) => `${got(given)}，起點和終點應在這些位元組之內。`,
  UNREADABLE_FIGURES: () => '讀取這個清單時發生錯誤，應為一般資料。',

  ROWS: () => '可逐列讀取的資料',
  NAMES: () => '名稱的陣列',
  AN_INT32ARRAY: () => 'Int32Array',
  A_FLOAT64ARRAY: () => 'Float64Array',
  A_UINT8ARRAY: () => 'Uint8Array',
  SLICES: () => '每列占四個位置的 Int32Array',
  A_MAP: () => 'Map',
  A_TEXT: () => '文字',
  AMOUNT_OF_LINE: () => '不超過 2^53 - 1 的整數；或為 NaN，並在 "wide" 裡寫十進位數字',
  FIGURES_OF_PAYEES: () =>
    '一個數、一組數，或按名稱提供數的 Map（"new Map(Object.entries(…))" 即可）',
}
