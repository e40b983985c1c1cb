/** The texts of the kernel in Traditional Chinese. */
import { show } from '../../kernel/input/issue.js'
import type * as kinds from '../../kernel/issues.js'
import type { Texts } from '../kinds.js'
import { quoted, wordFor } from '../words.js'
import { didYouMean, got } from './words.js'

const PERIODS = { week: '週', month: '月', quarter: '季', 'half-year': '半年', year: '年' }
const LENGTHS = {
  week: '一週',
  month: '一個月',
  quarter: '一季',
  'half-year': '半年',
  year: '一年',
}
const TYPES = {
  array: '陣列',
  boolean: '布林',
  int: '整數',
  number: '數字',
  object: '物件',
  string: '文字',
}
const COUNTED = { characters: ' 個字元', entries: ' 項', number: '' }

export const kernel: Texts<typeof kinds> = {
  A_DECIMAL: () => '十進位數字',
  A_WHOLE_NUMBER: ({ minimum, maximum }) => `${minimum} 到 ${maximum} 的整數`,
  A_COUNT: () => '個數：0 或更大的整數',
  TRUE_OR_FALSE: () => 'true 或 false',
  A_NAME: () => '1 到 200 個字元的文字',
  ONE_OF: ({ allowed }) => `以下之一：${quoted(allowed)}`,
  A_DATE: () => 'YYYY-MM-DD 格式的日期',
  AN_INSTANT: () => '帶時區偏移的時刻，如 2026-03-02T09:00:00+08:00',
  A_PERIOD: () => '期間，如 2026-03、2026-Q1、2026-H1、2026-W07 或 2026',
  A_HISTORY: ({ unit }) => `按${wordFor(unit, PERIODS)}記錄的歷史`,
  A_PERIOD_WITHIN: ({ unit }) => `不長於${wordFor(unit, LENGTHS)}的期間`,
  A_QUOTIENT: () => '{ actual, target }，因為各期實績之和要除以各期目標之和',
  A_PLAIN_OBJECT: () => '一般物件',
  A_PARSED_OBJECT: () => '物件；JSON 文字請先用 JSON.parse 解析',
  AN_UNPACKED_POLICY: () => '未打包的制度；打包過的請用 unpackPolicy 還原',
  AN_ARRAY: () => '陣列',
  PLAIN_JSON: () => '純 JSON：物件、陣列、文字、數字、true、false、null',
  UNICODE: () => '完整的字元：半個代理對不是字元',
  A_REQUIREMENT: () => 'true、false、一個詞或一組詞；要寫數字，請加上 "unit"',
  A_WORD: () => '一個詞',
  A_VALUE: () => '一個值',
  A_VALID_VALUE: () => '有效的值',
  A_VALUE_OF_TYPE: ({ unit }) => `型別為「${wordFor(unit, TYPES)}」的值`,
  AT_LEAST: ({ minimum, unit }) => `至少 ${minimum}${wordFor(unit, COUNTED)}`,
  AT_MOST: ({ maximum, unit }) => `最多 ${maximum}${wordFor(unit, COUNTED)}`,

  NUMBER_INVALID: ({ given, suggestion }) =>
    `${got(given)}，應為一般的十進位數字。${didYouMean(suggestion)}`,
  NUMBER_TOO_LARGE: ({ given, suggestion }) =>
    `${got(given)}，指數應在 -30 到 30 之間，最多 100 個字元。${didYouMean(suggestion)}`,
  NO_POINTS_NOR_MONEY: ({ given }) => `${got(given)}，應為得分，或金額 { amount, currency }。`,
  POINTS_LOOK_LIKE_MONEY: ({ given, maximum }) =>
    `${got(given)}，應為 0 到 ${maximum} 的得分，或金額 { amount, currency }。`,
  NUMBER_TOO_PRECISE: ({ given, limit }) => {
    const fix = limit === 15 ? '請先捨入，例如 "value.toFixed(2)"，或改用字串。' : '請先捨入。'
    return `${got(given)}，最多 ${limit} 位有效數字。${fix}`
  },
  TOO_MANY_DECIMALS: ({ given, limit }) => `${got(given)}，最多 ${limit} 位小數。`,
  NUMBER_OUT_OF_RANGE: ({ given, minimum, maximum }) =>
    `${got(given)}，應${rangeFrom(minimum, maximum)}。`,
  NUMBER_NOT_ABOVE: ({ given, minimum, maximum }) =>
    `${got(given)}，應大於 ${minimum}${maximum === null ? '' : `，且不超過 ${maximum}`}。`,
  WHOLE_NUMBER_OUT_OF_RANGE: ({ given, minimum, maximum }) =>
    `${got(given)}，應為 ${minimum} 到 ${maximum} 的整數。`,
  RATIO_OUT_OF_RANGE: ({ given }) => `${got(given)}，應為 0 到 1 的比率。`,
  MORE_THAN_CONDITIONS: ({ given, maximum }) =>
    `${got(given)}，最多 ${maximum}，因為只有這麼多條件。`,
  MORE_THAN_PERIODS: ({ given, maximum }) => `${got(given)}，最多 ${maximum}，因為只看這麼多期。`,
  COVERAGE_TOO_LONG: ({ given, maximum }) => `${got(given)}，涵蓋範圍最多 ${maximum} 天。`,
  LOWEST_BAND_NOT_ZERO: ({ given }) => `${got(given)}，最低一級應從 0 起，這樣每個分數都有等級。`,
  RATIO_LOOKS_LIKE_PERCENT: ({ given, suggestion }) =>
    `${got(given)}，應為比率，1 即 100%。您是不是想寫 ${suggestion}？`,
  SHARE_LOOKS_LIKE_PERCENT: ({ given, suggestion, percent }) =>
    `${got(given)}，應為 0 到 1 的比率。您是不是想寫 ${suggestion}（${percent}%）？`,
  TOTAL_TOO_PRECISE: ({ total, decimals }) => `${got(total)}，最多 ${decimals} 位小數。請先捨入。`,
  MORE_DECIMALS_THAN_CURRENCY: ({ total, decimals, currency }) =>
    `${got(total)}，${currency} 最多 ${decimals} 位小數。`,
  DECIMALS_OF_CURRENCY_EXCEEDED: ({ given, maximum, currency }) =>
    `${got(given)}，最多 ${maximum}，即 ${currency} 的小數位數。`,
  WEIGHTS_NOT_POSITIVE: () => '各權重應為 0 或更大，且至少有一個大於 0。',
  CURRENCY_UNKNOWN: ({ given }) => `${got(given)}，應為 ISO 4217 幣別代碼，如 "CNY"。`,

  VALUE_NOT_ALLOWED: ({ given, allowed, suggestion }) =>
    `${got(given)}，應為以下之一：${quoted(allowed)}。${didYouMean(suggestion)}`,
  NOT_A_FUNCTION: ({ given }) => `${got(given)}，應為函式。`,
  NOT_ITERABLE: ({ given }) => `${got(given)}，應為可逐筆讀取的一組輸入。`,
  PROMISE_RETURNED: () => '收到 Promise，函式應直接回傳結果。',
  RECORD_EMPTY: () => '是空的，至少應有一項。',
  MEASURE_MISSING: () => '缺漏。這張級距表依另一指標選級距，請提供該指標的數值。',
  UNKNOWN_KEY: ({ known, suggestion }) =>
    `不認得這個欄位。可用欄位：${known.join('、')}。${didYouMean(suggestion)}`,
  KEY_FORBIDDEN: () => '這個欄位名稱從不讀取。請刪除。',
  FIELD_NOT_OWN: () => '不是物件本身的欄位，而是存取子或繼承而來，不會讀取。請複製到一般物件中。',
  OBJECT_THROWS: () => '讀取這個物件時發生錯誤，應為一般資料。',
  TOO_MANY_KEYS: ({ limit }) => `物件的欄位超過 ${limit} 個，應為一般資料。`,
  TOO_MANY_ENTRIES: ({ limit }) => `陣列超過 ${limit} 項，應為一般資料。`,
  CYCLE: () => '有循環參照，應為一般資料。請簡化。',
  TOO_DEEP: ({ limit }) => `巢狀超過 ${limit} 層，應為一般資料。請簡化。`,
  TOO_MANY_VALUES: ({ limit }) => `超過 ${limit} 個值，應為一般資料。請簡化。`,

  FORMAT_UNKNOWN: ({ given, known }) => `${got(given)}，應為本版本寫出的格式 ${known}。`,
  POLICY_THROWS: () => '這個物件無法讀取，制度裡用不到它。請簡化。',
  POLICY_TEXT_TOO_LONG: ({ limit }) => `文字超過 ${limit} 個字元，制度用不到這麼長。請簡化。`,
  POLICY_NOT_DEFINED: ({ define }) =>
    `提供的制度未經 ${define} 定義：它是副本，或從 JSON 讀出。請先交給 ${define}，再使用它回傳的結果。`,
  POLICY_MISSING: ({ given, define }) =>
    `提供的制度未經 ${define} 定義：它是 ${given}。請使用 ${define} 回傳的結果。`,
  POLICY_OF_OTHER_KIND: ({ given, define }) =>
    `提供的制度來自 ${given}，而不是 ${define}。請使用 ${define} 回傳的結果。`,
  POLICY_OF_OTHER_VERSION: ({ define, definedBy, version }) =>
    `提供的制度由 sales-rules ${definedBy} 版定義，而目前是 ${version} 版。` +
    `請交給 ${version} 版的 ${define}，再使用它回傳的結果。`,
  PACKED_POLICY_CHANGED: ({ define }) =>
    `打包的制度與打包時不同，其中有更動。請重新打包，或交給 ${define}。`,
  PART_NOT_IN_POLICY: ({ given, known }) =>
    `制度裡沒有 "${given}"，只有：${known.join('、')}。請刪除這一項。`,
  ID_DUPLICATE: ({ id }) => `${show(id)} 出現兩次，每個編號只能用一次。`,
  NOT_RISING: ({ given, previous }) => `${got(given)}，應大於前一個 ${previous}。`,
  BANDS_NOT_FALLING: ({ given, previous }) =>
    `${got(given)}，應小於前一個 ${previous}：等級由高到低排列。`,
  LAST_STEP_CLOSED: ({ given }) => `${got(given)}，應為 null：沒有規定超出之後怎麼算。`,
  INNER_STEP_OPEN: () => '收到 null，應提供終點：只有最後一段可以不設上限。',
  LAST_TIER_CLOSED: ({ given }) =>
    `${got(given)}，應為 null：沒有規定超出之後怎麼算。請用 null，或設 "beyond": "stop"。`,
  LAST_TIER_OPEN: () => '收到 null，但級距表到最後一級為止。請提供終點，或刪去 "beyond"。',
  INNER_TIER_OPEN: () => '收到 null，應提供終點：只有最後一級可以不設上限。',
  SEPARATE_MEASURE_MODE: () => '依另一指標選級距時，全部基數只用一級，模式必須是 "whole-amount"。',
  SEPARATE_MEASURE_THRESHOLDS: () => '依另一指標選級距時，級距以該指標計。請刪去 "thresholds"。',
  SEPARATE_MEASURE_STOPS: () => '依另一指標選級距時，最後一級不得設上限。請刪去 "beyond"。',
  MINIMUM_ABOVE_MAXIMUM: ({ minimum, maximum }) => `保底 ${minimum} 高於上限 ${maximum}。請對調。`,
  MULTIPLE_BESIDE_RATE: () => '一級依自己的比率，或依基礎比率的倍數計付。請刪去其一。',
  OPEN_TIER_AMOUNT: () => '不設上限的一級永遠填不滿，拿不到它的金額。請提供終點或比率。',
  INTERPOLATED_TIER_BOUNDS: () => '按填滿比率計算的一級沒有保底和上限。',
  COMPARISON_NEEDS_UNIT: ({ given }) => `"${given}" 比較的是數字。請提供 "unit"。`,
  COMPARISON_OF_WORDS: () => '"one-of" 要一組詞，"equals" 只要一個值。',
  HISTORY_TWICE: ({ field, other }) => `"${field}" 和 "${other}" 都規定如何看歷史。請刪去其一。`,
  HISTORY_OF_WORDS: () => '平均與合計要由數字算出。請提供 "unit"。',
  HISTORY_OF_DATES: ({ field }) => `這個單位要一個日期，而 "${field}" 要一段歷史。請刪去其一。`,
  FLOOR_ABOVE_CAP: ({ minimum, maximum }) => `最低分 ${minimum} 高於最高分 ${maximum}。請對調。`,
  KNOWN_WEIGHT_WITHOUT_REWEIGHT: () =>
    '只在某項可以略去時才有用，而沒有一項的 "missing" 為 "reweight"。請刪去。',
  RATING_SCALE_EMPTY: ({ minimum, maximum }) =>
    `量表始於 ${minimum}，止於 ${maximum}，終點應高於起點。`,
  HOLIDAY_AND_WORKDAY: ({ date }) => `${date} 既是假日又是工作日。請刪去其一。`,
  WEIGHTS_NOT_100: ({ total, difference }) =>
    `權重合計 ${total}，應正好為 100。${weightFix(total, difference)}`,

  BASE_NEGATIVE: ({ given }) => `${got(given)}，這張級距表不接受小於 0 的基數。`,
  TARGET_FOR_THRESHOLDS_MISSING: () => '缺漏。級距按目標的比率劃分。請提供大於 0 的目標。',
  SCALE_UNREACHABLE: ({ amount, highest }) =>
    `${got(amount)}，按這張級距表怎麼也拿不到：最高 ${highest}。`,
  FACT_MISSING: () => '缺漏。制度規定沒有它就不評分。',
  ALL_FACTS_MISSING: () => '缺漏。除它之外，制度沒有別的可評。',
  TIE_UNDECIDED: ({ places, count, tied }) =>
    `${count} 人並列，爭 ${places} 個名額的最後幾個：${quoted(tied)}${count > tied.length ? '……' : ''}。請在他們之間決定，或在制度裡寫明並列是否入選。`,
  TOO_LITTLE_KNOWN: ({ knownWeight, atLeast }) =>
    `缺漏。已知部分的權重為 ${knownWeight}%，應不少於 ${atLeast}%。`,
  FACT_IN_OTHER_CURRENCY: ({ given, expected }) =>
    `${got(given)}，應為 ${JSON.stringify(expected)}，即制度中各點所用的幣別。請先換算金額。`,
  NAME_IS_NUMBER: ({ given }) => `${got(given)}，這會讀成得分。請取一個不是數字的名稱。`,
  FADES_TWICE: () => '"halfLifeDays" 和 "steps" 都規定事件如何衰減。請刪去一個。',
  BASELINE_IS_TARGET: ({ given }) => `${got(given)}，基線應不同於目標：否則無路可走。`,

  DATE_INVALID: ({ given }) =>
    `${got(given)}，應為存在的日期，格式 YYYY-MM-DD。${given === 'a Date' ? 'Date 是時刻；請寫明在規則適用的地方是哪一天。' : ''}`,
  INSTANT_INVALID: ({ given }) =>
    `${got(given)}，應為存在的時刻並帶時區偏移，如 2026-03-02T09:00:00+08:00。${given === 'a Date' ? '請用 toISOString() 寫出。' : ''}`,
  INSTANT_WITHOUT_OFFSET: ({ given }) =>
    `${got(given)}，沒有時區偏移，無法知道是哪一刻。請加上 Z 或當地的偏移，如 +08:00。`,
  LOCAL_TIME_INVALID: ({ given }) =>
    `${got(given)}，應為當地鐘面上存在的時間，不帶偏移，如 2026-03-02T09:00。`,
  INSTANT_OUTSIDE_YEARS: ({ date, from, to }) =>
    `${date} 不在 ${from} 到 ${to} 之間，時刻只能在此範圍內。`,
  PERIOD_INVALID: ({ given }) =>
    `${got(given)}，應為期間，如 2026-03、2026-Q1、2026-H1、2026-W07 或 2026。`,
  PERIODS_MIXED: ({ other, unit }) =>
    `按${wordFor(unit, PERIODS)}記錄的歷史裡出現了 ${other}，各期間應一樣長。`,
  EXCUSED_WITH_VALUE: ({ field }) => `這個期間既有 "excused" 又有 "${field}"。請只寫一種。`,
  GAP_BREAKS: () => '規定了可略過的期數，而缺一期即中斷。請刪去，或寫 "gap": "ignore"。',
  AS_OF_MISSING: ({ field }) =>
    `缺漏。"${field}" 須連續到現在。請提供詢問時所在的期間，例如 2026-Q3。`,
  AS_OF_DAY_MISSING: ({ field }) =>
    `缺漏。要計算自 "${field}" 以來的時間。請提供詢問的日期，格式 YYYY-MM-DD。`,
  PERIOD_DUPLICATE: ({ id }) => `${id} 出現兩次，每個期間只能提供一次。`,
  WEEKDAY_DUPLICATE: ({ id }) => `${id} 出現兩次，一週裡每一天只能提供一次。`,
  DATE_DUPLICATE: ({ id }) => `${id} 出現兩次，每個日期只能提供一次。`,
  DATES_OUT_OF_ORDER: ({ from, to }) => `${got(from)}，晚於 ${to}。請對調。`,
  ENDS_BEFORE_START: ({ from, to }) => `${to} 結束，早於開始日 ${from}。請對調。`,
  EVENT_TOO_LATE: ({ from, to }) =>
    `${got(from)}，晚於 ${to}。請去掉之後的事件，或換一個更晚的評分日。`,
  VERSIONS_OVERLAP: ({ first, second }) =>
    `${first} 起的版本到 ${second} 仍有效，而下一版這天開始。請讓它在前一天結束。`,
  NOT_IN_FORCE: ({ date, from, to }) => {
    const given = from === null && to === null ? '一個版本也沒有' : `現有版本${spanOf(from, to)}`
    return `${date} 沒有生效的版本；${given}。請補上。`
  },
  OUTSIDE_CALENDAR: ({ date, from, to }) =>
    `${date} 不在行事曆範圍內，行事曆只涵蓋 ${from} 到 ${to}。請提供涵蓋它的行事曆。`,
  WORKING_DAY_OUTSIDE_CALENDAR: ({ date, days, from, to }) =>
    `從 ${date} 算第 ${days} 個工作日超出了行事曆，行事曆只涵蓋 ${from} 到 ${to}。請提供涵蓋它的行事曆。`,
  OUTSIDE_COVERAGE: ({ date, from, to }) =>
    `${date} 不在涵蓋範圍 ${from} 到 ${to} 之內。請擴大範圍，或刪去這個日期。`,
  OUTSIDE_YEARS: () => '超出了西元 1 到 9999 年。',
}

function rangeFrom(minimum: string | null, maximum: string | null): string {
  if (minimum === null) return `不超過 ${maximum}`
  return maximum === null ? `不小於 ${minimum}` : `在 ${minimum} 到 ${maximum} 之間`
}

function weightFix(total: string, difference: string): string {
  if (total === '1') return '權重是百分數：0.4 請寫成 40。'
  const off = difference.startsWith('-') ? `多了 ${difference.slice(1)}` : `少了 ${difference}`
  return `${off}；權重不會被暗中折算。`
}

function spanOf(from: string | null, to: string | null): string {
  return `${from === null ? '' : `從 ${from} 起`}${to === null ? '' : `到 ${to} 止`}`
}
