/** The texts of batches in Simplified Chinese. */
import type * as kinds from '../../batch/issues.js'
import { show } from '../../kernel/input/issue.js'
import type { Texts } from '../kinds.js'
import { got } from './words.js'

const INSTEAD = '请逐人把订单行交给 calculateCommission。'

export const batch: Texts<typeof kinds> = {
  PLAN_LOOKS_FURTHER: ({ field }) =>
    `${field}：列和行里只有人和金额，而方案还要看订单行的其他内容。${INSTEAD}`,
  TOTALS_TOO_LITTLE: ({ field }) =>
    `收到 "totals"，但方案有 "${field}"，必须按订单行计算。请保留订单行，或改动该字段。`,
  ROW_EARNS_AWARD: ({ award }) => `方案对这一单发放 "${award}"，而按行计算不发奖励。${INSTEAD}`,
  ROW_OF_ORDER: ({ award }) =>
    `方案可能对这个订单发放 "${award}"，而按行计算不把各行合成订单。${INSTEAD}`,
  ROW_NOT_CONVERTED: ({ given, expected }) =>
    `${got(given)}，应为方案的发放币种 "${expected}"：按行计算不换算币种。${INSTEAD}`,
  PAYEE_OUTSIDE: ({ given, count }) => `${got(given)}，应为 ${count} 个人之一的序号。`,
  PAYEE_DUPLICATE: ({ id }) => `${show(id)} 出现了两次，每个人只能写一次。`,
  FIGURES_MISFIT: ({ given, count }) => `收到 ${given} 个数，应给 ${count} 个人各一个，可以为空。`,
  TEXTS_MISFIT: ({ given, count }) => `${got(given)}，应给 ${count} 个人各一个金额。`,
  AMOUNTS_MISFIT: ({ given, count }) => `${got(given)}，应给 ${count} 行各一个金额。`,
  COUNTS_MISFIT: ({ given, count }) => `${got(given)}，应给 ${count} 行各一个行数。`,
  REFUSED_MISFIT: ({ given, count }) =>
    `${got(given)}，应不少于 "issues" 里的 ${count} 行，也不多于全部行数。`,
  RESULT_TWICE: ({ payee }) =>
    `${show(payee)} 的结果出现了两次，应只有一次：可能分到了两处，也可能同一份跑了两遍。请把同一个人的数据分到同一处，再重新计算。`,
  RESULT_UNKNOWN: ({ payee }) => `有 ${show(payee)} 的结果，但分配之前没有这个人的订单行。`,
  RESULT_MISSING: ({ payee, expected }) =>
    `缺少 ${show(payee)} 的结果，分配之前有 ${expected} 行订单。`,
  RESULT_OF_OTHER_LINES: ({ payee, given, expected }) =>
    `${show(payee)} 的结果有 ${given} 行，分配之前是 ${expected} 行。`,
  RESULT_OF_OTHER_SALES: ({ payee, given, expected }) =>
    `${show(payee)} 的结果销售额为 ${given}，分配之前是 ${expected}。`,
  RESULT_OF_OTHER_POLICY: ({ payee, given, expected }) =>
    `${show(payee)} 用的方案是 ${given}，其他人用的是 ${expected}。`,
  SLICE_OUTSIDE: ({ given }) => `${got(given)}，起点和终点应在这些字节之内。`,
  UNREADABLE_FIGURES: () => '读取这个列表时出错，应为普通数据。',

  ROWS: () => '可逐行读取的数据',
  NAMES: () => '名称的数组',
  AN_INT32ARRAY: () => 'Int32Array',
  A_FLOAT64ARRAY: () => 'Float64Array',
  A_UINT8ARRAY: () => 'Uint8Array',
  SLICES: () => '每行占四个位置的 Int32Array',
  A_MAP: () => 'Map',
  A_TEXT: () => '文本',
  AMOUNT_OF_LINE: () => '不超过 2^53 - 1 的整数；或为 NaN，并在 "wide" 里写十进制数',
  FIGURES_OF_PAYEES: () =>
    '一个数、一组数，或按名称给出数的 Map（"new Map(Object.entries(…))" 即可）',
}
