/** The texts of compensation in Traditional Chinese. */
import type * as kinds from '../../compensation/issues.js'
import { show } from '../../kernel/input/issue.js'
import type { Texts } from '../kinds.js'
import { got } from './words.js'

export const compensation: Texts<typeof kinds> = {
  UNIT_OF_OTHER_PAY: ({ given, expected, id }) =>
    `${got(given)}，而方案按 ${expected} 發放 ${id}。請修改該結果的單位，或修改方案的發放方式。`,
  START_OF_BASE_PAY_MISSING: () =>
    '缺漏，而底薪的變動需要知道從哪個期間開始。請在等第評定中寫明該結果何時結束。',
  SALARY_NOT_KNOWN: ({ date, from }) =>
    `沒有提供 ${date} 的底薪；${from === null ? '一項也沒有提供' : `最早的一項從 ${from} 開始`}。請補上。`,
  ATTENDANCE_MISSING: ({ id }) => `缺少 ${id} 的出勤，而方案只發放出勤的天數。`,
  ATTENDED_MORE_THAN_DUE: ({ given, maximum }) => `${got(given)}，不得超過應出勤的 ${maximum} 天。`,
  A_MONTH: () => '月份 2026-03',
  WEEK_HAS_NO_MONTHS: ({ given }) =>
    `${got(given)}，而方案按在職或出勤的月份計算，週不含整月。請按更長的期間評定等第，或按天計算。`,
  NOTHING_TO_EARN_BY: () =>
    '缺漏，而該獎金項目既不評分，也不按表發放。請提供 "commission"、"appraisal" 或 "matrix"。',
  SCORED_TWICE: () =>
    '該獎金項目由 "appraisal" 評分，又按表發放。請讓評分單獨成為一個獎金項目，再由表引用它。',
  COMPONENT_IN_OTHER_CURRENCY: ({ given, expected }) =>
    `${got(given)}，而方案以 ${expected} 發放。兩種幣別的金額從不相加。`,
  WEIGHT_OF_MONEY: () =>
    '是目標獎金的份額，而該獎金項目發放的是金額。請刪去，或將 "payout" 設為 "of-target-incentive"。',
  WEIGHTS_NOT_WHOLE: ({ given }) => `權重之和為 ${given}，應為 1：它們要把全部目標獎金分完。`,
  COMPONENT_NOT_BEFORE: ({ id, expected }) =>
    `引用了 ${show(id)}，應為它之前的獎金項目的結果${expected === '' ? '' : `（${expected}）`}。請把那一項寫在前面，或給該事實另取名稱。`,
  COMPONENT_WITHOUT_SCORE: ({ id, other }) =>
    `引用了 ${show(id)}，而 ${show(other)} 沒有評分。請引用它的達成率或金額，或給它 "appraisal"。`,
  MATRIX_OF_OTHER_SIZE: ({ expected }) =>
    `應有 ${expected} 個數：列的每一級一個清單，欄的每一級一個數。`,
  CAP_OF_NOTHING: () =>
    '沒有限制任何東西。請用 "amount" 提供上限金額，或用 "multiple" 提供目標獎金的倍數。',
  COMPONENTS_MISSING: () =>
    '是給各獎金項目用的，而該方案沒有獎金項目。請加上 "components"，或刪去。',
  INCENTIVE_OF_ALL_MISSING: ({ field }) =>
    `缺漏，而方案的"${field}"是它的一部分或倍數。請提供員工達成目標時各獎金項目的合計。`,
  INCENTIVE_OF_COMPONENT: () =>
    '該獎金項目已有目標獎金的份額，卻又單獨提供。請只在各獎金項目之外提供一次，或刪去權重。',
  OTHER_THAN_OF_ALL: ({ given, expected }) =>
    `${got(given)}，應與所有獎金項目一樣為 ${expected}。此處請刪去。`,
  FIGURE_OF_COMPONENT: () => '是某一獎金項目的結果，由計算得出。請刪去，或給該事實另取名稱。',
  FIGURE_OF_COMPONENT_MISSING: ({ id }) =>
    `${show(id)} 未知，因為沒有提供衡量該獎金項目的依據，而另一項引用它。請提供它的目標。`,
  FACT_OF_MATRIX_MISSING: ({ id }) => `缺漏，而表按 ${show(id)} 查對。請作為事實提供。`,
  PRIZES_RISE: ({ given, previous }) =>
    `${got(given)}，最多為前一名次的獎金 ${previous}：名次更差不應得到更多。`,
  NOTHING_TO_WIN: ({ field }) =>
    `用於按名次的獎金，而該規則沒有。請加上 "prizes"，或刪去 "${field}"。`,
  POT_BELOW_PRIZES: ({ given, minimum }) => `${got(given)}，至少應為各項獎金之和 ${minimum}。`,
  POT_OF_ALL_MISSING: () =>
    '缺漏，而並列者都得到該獎金，合計可能超過各項獎金之和。請提供總共最多發放多少。',
  POT_MISSING: () => '缺漏，而規則沒有說明分配多少。請在此處或在規則中提供。',
  POT_OF_PRIZES: () => '已由規則規定。請刪去，或修改規則。',
  COMPONENT_WITHOUT_PAYMENT: ({ id }) =>
    `獎金項目 ${show(id)} 沒有 "payment"，無從結算。請在它的 "commission" 裡，或在方案裡為所有獎金項目寫明發放規則。`,
  CAP_OF_PROGRESS: ({ id }) =>
    `方案對所有獎金項目合計設上限，而 ${show(id)} 依發票或收款發放，無法得知上限從中扣去了什麼。請讓它按成交發放，或只對該項設上限。`,
  CORRECTED_ALONE: ({ id }) =>
    `只更正了 ${show(id)}，而各獎金項目互相引用。請用 "restateCompensation" 重算全部，並把它回傳的作為 "corrections" 提供。`,
  CORRECTED_UNDER_CAP: () =>
    '更正了較早的一期，而方案對所有獎金項目合計設上限：當時扣去了什麼已無從得知。請重新結算該期及以後各期，或發放一筆不指明期間的金額。',
  CORRECTED_TO_DATE: ({ id }) =>
    `${show(id)} 按累計計算，更正它會改變其他獎金項目在以後各期所引用的結果。請重新結算全年，或讓它按期計算。`,
  FROM_START_ACROSS: () =>
    '會按新方案重算以前各期，而它的各獎金項目互相引用。請選擇 "continue" 或 "restart"，或重新結算全年。',
  BALANCE_OF_COMPONENT_MISSING: () => '缺漏，應為上一次結算為該獎金項目留下的餘額。',
  BALANCE_WITHOUT_COMPONENT: ({ given }) =>
    `${given} 還有未結清的餘額，而方案沒有這個獎金項目。請把它留在方案裡，直到全部結清。`,
}
