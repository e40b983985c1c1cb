/** The texts of the kernel in Simplified Chinese. */
import { show } from '../../kernel/input/issue.js'
import type * as kinds from '../../kernel/issues.js'
import type { Texts } from '../kinds.js'
import { quoted, wordFor } from '../words.js'
import { didYouMean, got } from './words.js'

const PERIODS = { week: '周', month: '月', quarter: '季度', 'half-year': '半年', year: '年' }
const LENGTHS = {
  week: '一周',
  month: '一个月',
  quarter: '一个季度',
  'half-year': '半年',
  year: '一年',
}
const TYPES = {
  array: '数组',
  boolean: '布尔',
  int: '整数',
  number: '数字',
  object: '对象',
  string: '文本',
}
const COUNTED = { characters: ' 个字符', entries: ' 项', number: '' }

export const kernel: Texts<typeof kinds> = {
  A_DECIMAL: () => '十进制数',
  A_WHOLE_NUMBER: ({ minimum, maximum }) => `${minimum} 到 ${maximum} 的整数`,
  A_COUNT: () => '个数：0 或更大的整数',
  TRUE_OR_FALSE: () => 'true 或 false',
  A_NAME: () => '1 到 200 个字符的文本',
  ONE_OF: ({ allowed }) => `以下之一：${quoted(allowed)}`,
  A_DATE: () => 'YYYY-MM-DD 格式的日期',
  AN_INSTANT: () => '带时区偏移的时刻，如 2026-03-02T09:00:00+08:00',
  A_PERIOD: () => '期间，如 2026-03、2026-Q1、2026-H1、2026-W07 或 2026',
  A_HISTORY: ({ unit }) => `按${wordFor(unit, PERIODS)}记录的历史`,
  A_PERIOD_WITHIN: ({ unit }) => `不长于${wordFor(unit, LENGTHS)}的期间`,
  A_QUOTIENT: () => '{ actual, target }，因为各期实绩之和要除以各期目标之和',
  A_PLAIN_OBJECT: () => '普通对象',
  A_PARSED_OBJECT: () => '对象；JSON 文本请先用 JSON.parse 解析',
  AN_UNPACKED_POLICY: () => '未打包的制度；打包过的请用 unpackPolicy 还原',
  AN_ARRAY: () => '数组',
  PLAIN_JSON: () => '纯 JSON：对象、数组、文本、数字、true、false、null',
  UNICODE: () => '完整的字符：半个代理对不是字符',
  A_REQUIREMENT: () => 'true、false、一个词或一组词；要写数字，请加上 "unit"',
  A_WORD: () => '一个词',
  A_VALUE: () => '一个值',
  A_VALID_VALUE: () => '有效的值',
  A_VALUE_OF_TYPE: ({ unit }) => `类型为“${wordFor(unit, TYPES)}”的值`,
  AT_LEAST: ({ minimum, unit }) => `至少 ${minimum}${wordFor(unit, COUNTED)}`,
  AT_MOST: ({ maximum, unit }) => `最多 ${maximum}${wordFor(unit, COUNTED)}`,

  NUMBER_INVALID: ({ given, suggestion }) =>
    `${got(given)}，应为普通的十进制数。${didYouMean(suggestion)}`,
  NUMBER_TOO_LARGE: ({ given, suggestion }) =>
    `${got(given)}，指数应在 -30 到 30 之间，最多 100 个字符。${didYouMean(suggestion)}`,
  NO_POINTS_NOR_MONEY: ({ given }) => `${got(given)}，应为得分，或金额 { amount, currency }。`,
  POINTS_LOOK_LIKE_MONEY: ({ given, maximum }) =>
    `${got(given)}，应为 0 到 ${maximum} 的得分，或金额 { amount, currency }。`,
  NUMBER_TOO_PRECISE: ({ given, limit }) => {
    const fix = limit === 15 ? '请先舍入，例如 "value.toFixed(2)"，或改用字符串。' : '请先舍入。'
    return `${got(given)}，最多 ${limit} 位有效数字。${fix}`
  },
  TOO_MANY_DECIMALS: ({ given, limit }) => `${got(given)}，最多 ${limit} 位小数。`,
  NUMBER_OUT_OF_RANGE: ({ given, minimum, maximum }) =>
    `${got(given)}，应${rangeFrom(minimum, maximum)}。`,
  NUMBER_NOT_ABOVE: ({ given, minimum, maximum }) =>
    `${got(given)}，应大于 ${minimum}${maximum === null ? '' : `，且不超过 ${maximum}`}。`,
  WHOLE_NUMBER_OUT_OF_RANGE: ({ given, minimum, maximum }) =>
    `${got(given)}，应为 ${minimum} 到 ${maximum} 的整数。`,
  RATIO_OUT_OF_RANGE: ({ given }) => `${got(given)}，应为 0 到 1 的比例。`,
  MORE_THAN_CONDITIONS: ({ given, maximum }) =>
    `${got(given)}，最多 ${maximum}，因为只有这么多条件。`,
  MORE_THAN_PERIODS: ({ given, maximum }) => `${got(given)}，最多 ${maximum}，因为只看这么多期。`,
  COVERAGE_TOO_LONG: ({ given, maximum }) => `${got(given)}，覆盖范围最多 ${maximum} 天。`,
  LOWEST_BAND_NOT_ZERO: ({ given }) => `${got(given)}，最低一级应从 0 起，这样每个分数都有等级。`,
  RATIO_LOOKS_LIKE_PERCENT: ({ given, suggestion }) =>
    `${got(given)}，应为比例，1 即 100%。您是不是想写 ${suggestion}？`,
  SHARE_LOOKS_LIKE_PERCENT: ({ given, suggestion, percent }) =>
    `${got(given)}，应为 0 到 1 的比例。您是不是想写 ${suggestion}（${percent}%）？`,
  TOTAL_TOO_PRECISE: ({ total, decimals }) => `${got(total)}，最多 ${decimals} 位小数。请先舍入。`,
  MORE_DECIMALS_THAN_CURRENCY: ({ total, decimals, currency }) =>
    `${got(total)}，${currency} 最多 ${decimals} 位小数。`,
  DECIMALS_OF_CURRENCY_EXCEEDED: ({ given, maximum, currency }) =>
    `${got(given)}，最多 ${maximum}，即 ${currency} 的小数位数。`,
  WEIGHTS_NOT_POSITIVE: () => '各权重应为 0 或更大，且至少有一个大于 0。',
  CURRENCY_UNKNOWN: ({ given }) => `${got(given)}，应为 ISO 4217 币种代码，如 "CNY"。`,

  VALUE_NOT_ALLOWED: ({ given, allowed, suggestion }) =>
    `${got(given)}，应为以下之一：${quoted(allowed)}。${didYouMean(suggestion)}`,
  NOT_A_FUNCTION: ({ given }) => `${got(given)}，应为函数。`,
  NOT_ITERABLE: ({ given }) => `${got(given)}，应为可逐个读取的一组输入。`,
  PROMISE_RETURNED: () => '收到 Promise，函数应直接返回结果。',
  RECORD_EMPTY: () => '是空的，至少应有一项。',
  MEASURE_MISSING: () => '缺失。这张档位表按另一指标选档，请给出该指标的数值。',
  UNKNOWN_KEY: ({ known, suggestion }) =>
    `不认识这个字段。可用字段：${known.join('、')}。${didYouMean(suggestion)}`,
  KEY_FORBIDDEN: () => '这个字段名从不读取。请删除。',
  FIELD_NOT_OWN: () => '不是对象自身的字段，而是访问器或继承来的，不会读取。请复制到普通对象中。',
  OBJECT_THROWS: () => '读取这个对象时出错，应为普通数据。',
  TOO_MANY_KEYS: ({ limit }) => `对象的字段超过 ${limit} 个，应为普通数据。`,
  TOO_MANY_ENTRIES: ({ limit }) => `数组超过 ${limit} 项，应为普通数据。`,
  CYCLE: () => '存在循环引用，应为普通数据。请简化。',
  TOO_DEEP: ({ limit }) => `嵌套超过 ${limit} 层，应为普通数据。请简化。`,
  TOO_MANY_VALUES: ({ limit }) => `超过 ${limit} 个值，应为普通数据。请简化。`,

  FORMAT_UNKNOWN: ({ given, known }) => `${got(given)}，应为本版本写出的格式 ${known}。`,
  POLICY_THROWS: () => '这个对象无法读取，制度里用不着它。请简化。',
  POLICY_TEXT_TOO_LONG: ({ limit }) => `文本超过 ${limit} 个字符，制度用不着这么长。请简化。`,
  POLICY_NOT_DEFINED: ({ define }) =>
    `给出的制度未经 ${define} 定义：它是复制品，或从 JSON 读出。请先交给 ${define}，再用它返回的结果。`,
  POLICY_MISSING: ({ given, define }) =>
    `给出的制度未经 ${define} 定义：它是 ${given}。请用 ${define} 返回的结果。`,
  POLICY_OF_OTHER_KIND: ({ given, define }) =>
    `给出的制度来自 ${given}，而不是 ${define}。请用 ${define} 返回的结果。`,
  POLICY_OF_OTHER_VERSION: ({ define, definedBy, version }) =>
    `给出的制度由 sales-rules ${definedBy} 版定义，而当前是 ${version} 版。` +
    `请交给 ${version} 版的 ${define}，再用它返回的结果。`,
  PACKED_POLICY_CHANGED: ({ define }) =>
    `打包的制度与打包时不同，其中有改动。请重新打包，或交给 ${define}。`,
  PART_NOT_IN_POLICY: ({ given, known }) =>
    `制度里没有 "${given}"，只有：${known.join('、')}。请删除这一项。`,
  ID_DUPLICATE: ({ id }) => `${show(id)} 出现了两次，每个编号只能用一次。`,
  NOT_RISING: ({ given, previous }) => `${got(given)}，应大于前一个 ${previous}。`,
  BANDS_NOT_FALLING: ({ given, previous }) =>
    `${got(given)}，应小于前一个 ${previous}：等级从高到低排列。`,
  LAST_STEP_CLOSED: ({ given }) => `${got(given)}，应为 null：没有规定超出之后怎么算。`,
  INNER_STEP_OPEN: () => '收到 null，应给出终点：只有最后一段可以不设上限。',
  LAST_TIER_CLOSED: ({ given }) =>
    `${got(given)}，应为 null：没有规定超出之后怎么算。请用 null，或设 "beyond": "stop"。`,
  LAST_TIER_OPEN: () => '收到 null，但档位表到最后一档为止。请给出终点，或删去 "beyond"。',
  INNER_TIER_OPEN: () => '收到 null，应给出终点：只有最后一档可以不设上限。',
  SEPARATE_MEASURE_MODE: () => '按另一指标选档时，全部基数只用一档，模式必须是 "whole-amount"。',
  SEPARATE_MEASURE_THRESHOLDS: () => '按另一指标选档时，档位以该指标计。请删去 "thresholds"。',
  SEPARATE_MEASURE_STOPS: () => '按另一指标选档时，最后一档不得设上限。请删去 "beyond"。',
  MINIMUM_ABOVE_MAXIMUM: ({ minimum, maximum }) => `保底 ${minimum} 高于封顶 ${maximum}。请对调。`,
  MULTIPLE_BESIDE_RATE: () => '一档按自己的比例，或按基础比例的倍数计付。请删去其一。',
  OPEN_TIER_AMOUNT: () => '不设上限的一档永远填不满，拿不到它的金额。请给出终点或比例。',
  INTERPOLATED_TIER_BOUNDS: () => '按填满比例计算的一档没有保底和封顶。',
  COMPARISON_NEEDS_UNIT: ({ given }) => `"${given}" 比较的是数字。请给出 "unit"。`,
  COMPARISON_OF_WORDS: () => '"one-of" 要一组词，"equals" 只要一个值。',
  HISTORY_TWICE: ({ field, other }) => `"${field}" 和 "${other}" 都规定如何看历史。请删去其一。`,
  HISTORY_OF_WORDS: () => '平均与合计要由数字算出。请给出 "unit"。',
  HISTORY_OF_DATES: ({ field }) => `这个单位要一个日期，而 "${field}" 要一段历史。请删去其一。`,
  FLOOR_ABOVE_CAP: ({ minimum, maximum }) => `最低分 ${minimum} 高于最高分 ${maximum}。请对调。`,
  KNOWN_WEIGHT_WITHOUT_REWEIGHT: () =>
    '只在某项可以略去时才有用，而没有一项的 "missing" 为 "reweight"。请删去。',
  RATING_SCALE_EMPTY: ({ minimum, maximum }) =>
    `量表始于 ${minimum}，止于 ${maximum}，终点应高于起点。`,
  HOLIDAY_AND_WORKDAY: ({ date }) => `${date} 既是假日又是工作日。请删去其一。`,
  WEIGHTS_NOT_100: ({ total, difference }) =>
    `权重合计 ${total}，应正好为 100。${weightFix(total, difference)}`,

  BASE_NEGATIVE: ({ given }) => `${got(given)}，这张档位表不接受小于 0 的基数。`,
  TARGET_FOR_THRESHOLDS_MISSING: () => '缺失。档位按目标的比例划分。请给出大于 0 的目标。',
  SCALE_UNREACHABLE: ({ amount, highest }) =>
    `${got(amount)}，按这张档位表怎么也拿不到：最高 ${highest}。`,
  FACT_MISSING: () => '缺失。制度规定没有它就不评分。',
  ALL_FACTS_MISSING: () => '缺失。除它之外，制度没有别的可评。',
  TIE_UNDECIDED: ({ places, count, tied }) =>
    `${count} 人并列，争 ${places} 个名额的最后几个：${quoted(tied)}${count > tied.length ? '……' : ''}。请在他们之间决定，或在制度里写明并列是否入选。`,
  TOO_LITTLE_KNOWN: ({ knownWeight, atLeast }) =>
    `缺失。已知部分的权重为 ${knownWeight}%，应不少于 ${atLeast}%。`,
  FACT_IN_OTHER_CURRENCY: ({ given, expected }) =>
    `${got(given)}，应为 ${JSON.stringify(expected)}，即制度中各点所用的币种。请先换算金额。`,
  NAME_IS_NUMBER: ({ given }) => `${got(given)}，这会读成得分。请取一个不是数字的名称。`,
  FADES_TWICE: () => '"halfLifeDays" 和 "steps" 都规定事件如何衰减。请删去一个。',
  BASELINE_IS_TARGET: ({ given }) => `${got(given)}，基线应不同于目标：否则无路可走。`,

  DATE_INVALID: ({ given }) =>
    `${got(given)}，应为存在的日期，格式 YYYY-MM-DD。${given === 'a Date' ? 'Date 是时刻；请写明在规则适用的地方是哪一天。' : ''}`,
  INSTANT_INVALID: ({ given }) =>
    `${got(given)}，应为存在的时刻并带时区偏移，如 2026-03-02T09:00:00+08:00。${given === 'a Date' ? '请用 toISOString() 写出。' : ''}`,
  INSTANT_WITHOUT_OFFSET: ({ given }) =>
    `${got(given)}，没有时区偏移，无法知道是哪一刻。请加上 Z 或当地的偏移，如 +08:00。`,
  LOCAL_TIME_INVALID: ({ given }) =>
    `${got(given)}，应为当地钟面上存在的时间，不带偏移，如 2026-03-02T09:00。`,
  INSTANT_OUTSIDE_YEARS: ({ date, from, to }) =>
    `${date} 不在 ${from} 到 ${to} 之间，时刻只能在此范围内。`,
  PERIOD_INVALID: ({ given }) =>
    `${got(given)}，应为期间，如 2026-03、2026-Q1、2026-H1、2026-W07 或 2026。`,
  PERIODS_MIXED: ({ other, unit }) =>
    `按${wordFor(unit, PERIODS)}记录的历史里出现了 ${other}，各期间应一样长。`,
  EXCUSED_WITH_VALUE: ({ field }) => `该期间既有 "excused" 又有 "${field}"。请只写一种。`,
  GAP_BREAKS: () => '规定了可略过的期数，而缺一期即中断。请删去，或写 "gap": "ignore"。',
  AS_OF_MISSING: ({ field }) =>
    `缺失。"${field}" 须连续到现在。请给出提问时所在的期间，如 2026-Q3。`,
  AS_OF_DAY_MISSING: ({ field }) =>
    `缺失。要计算自 "${field}" 以来的时间。请给出提问的日期，格式 YYYY-MM-DD。`,
  PERIOD_DUPLICATE: ({ id }) => `${id} 出现了两次，每个期间只能给一次。`,
  WEEKDAY_DUPLICATE: ({ id }) => `${id} 出现了两次，一周里每一天只能给一次。`,
  DATE_DUPLICATE: ({ id }) => `${id} 出现了两次，每个日期只能给一次。`,
  DATES_OUT_OF_ORDER: ({ from, to }) => `${got(from)}，晚于 ${to}。请对调。`,
  ENDS_BEFORE_START: ({ from, to }) => `${to} 结束，早于开始日 ${from}。请对调。`,
  EVENT_TOO_LATE: ({ from, to }) =>
    `${got(from)}，晚于 ${to}。请去掉之后的事件，或换一个更晚的评分日。`,
  VERSIONS_OVERLAP: ({ first, second }) =>
    `${first} 起的版本到 ${second} 仍有效，而下一版这天开始。请让它在前一天结束。`,
  NOT_IN_FORCE: ({ date, from, to }) => {
    const given = from === null && to === null ? '一个版本也没有' : `现有版本${spanOf(from, to)}`
    return `${date} 没有生效的版本；${given}。请补上。`
  },
  OUTSIDE_CALENDAR: ({ date, from, to }) =>
    `${date} 不在日历范围内，日历只覆盖 ${from} 到 ${to}。请给出覆盖它的日历。`,
  WORKING_DAY_OUTSIDE_CALENDAR: ({ date, days, from, to }) =>
    `从 ${date} 算第 ${days} 个工作日超出了日历，日历只覆盖 ${from} 到 ${to}。请给出覆盖它的日历。`,
  OUTSIDE_COVERAGE: ({ date, from, to }) =>
    `${date} 不在覆盖范围 ${from} 到 ${to} 之内。请扩大范围，或删去这个日期。`,
  OUTSIDE_YEARS: () => '超出了公元 1 到 9999 年。',
}

function rangeFrom(minimum: string | null, maximum: string | null): string {
  if (minimum === null) return `不超过 ${maximum}`
  return maximum === null ? `不小于 ${minimum}` : `在 ${minimum} 到 ${maximum} 之间`
}

function weightFix(total: string, difference: string): string {
  if (total === '1') return '权重是百分数：0.4 请写成 40。'
  const off = difference.startsWith('-') ? `多了 ${difference.slice(1)}` : `少了 ${difference}`
  return `${off}；权重不会被暗中折算。`
}

function spanOf(from: string | null, to: string | null): string {
  return `${from === null ? '' : `从 ${from} 起`}${to === null ? '' : `到 ${to} 止`}`
}
