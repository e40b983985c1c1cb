/** The texts of targets in Simplified Chinese. */
import type * as kinds from '../../targets/issues.js'
import type { Texts } from '../kinds.js'
import { wordFor } from '../words.js'
import { didYouMean, got } from './words.js'

const COUNTED = { day: '天', month: '个月', 'working-day': '个工作日' }

/** What a revision starts with. */
const STARTS = { month: '月', quarter: '季' }

export const targets: Texts<typeof kinds> = {
  CALENDAR_MISSING: () => '缺失。方案按工作日计算，请给出工作日历。',
  NO_WHOLE_MONTHS: ({ given }) =>
    `${got(given ?? '')}，而方案按月折算，这个期间不是整月。请按天折算，或给由整月组成的期间。`,
  LEAVES_OVERLAP: ({ first, second, lastDay }) =>
    `${second} 开始的假期，早于 ${first} 开始的那段结束（${lastDay}）。每个休假日只能给一次。`,
  TARGET_TOO_PRECISE: ({ total, decimals }) =>
    `${got(total)}，最多 ${decimals} 位小数，与方案对目标的舍入一致。`,
  TARGET_ZERO: ({ period, counted, of, by }) =>
    `结果为 0：${period} 的 ${of} ${COUNTED[by]}里只算 ${counted} ${COUNTED[by]}，目标为 0 无法衡量业绩。请不要给这个人算这一期，或改用不需要目标的方案。`,
  MEASURE_UNKNOWN: ({ given, known, suggestion }) =>
    `${got(given)}，本方案没有这个指标。已有指标：${known.join('、')}。${didYouMean(suggestion)}`,
  TWO_BASES: ({ field, other }) =>
    `同时给了 "${field}" 和 "${other}"，两者都决定这个节点分多少。只给一个。`,
  MIXED_BASES: ({ field, other }) =>
    `给的是 "${field}"，而同级节点给的是 "${other}"，两者无法比较。同级请用同一种，或锁定这个节点。`,
  BASIS_MISSING: () => '缺失，应为 "weight"、"share"、"lastYear" 或 "locked"：平均分只是猜测。',
  HEAD_SHARE_MISSING: () =>
    '缺失，应为负责人个人承担的部分。请给 "share" 或 "locked"，或给带 "headShare" 的方案。',
  HEAD_OF_NOBODY: () => '负责的节点下面没有人，其余部分将无人承担。请去掉。',
  SHARES_NOT_WHOLE: ({ settled, difference }) =>
    `同级节点的占比之和为 ${settled}，应正好是 1，相差 ${difference}。任意大小的份额请用 "weight"。`,
  HEAD_BEYOND_TARGET: ({ amount, settled, difference }) =>
    `负责人承担 ${settled}，比目标 ${amount} 多 ${difference}。请调低。`,
  LOCKED_BEYOND_TARGET: ({ amount, settled, difference }) =>
    `已锁定 ${settled}，比可分的 ${amount} 多 ${difference}。请解锁一个节点，或调低一个。`,
  LOCKED_BELOW_TARGET: ({ amount, settled, difference }) =>
    `所有节点都已锁定，合计 ${settled}，${amount} 中其余 ${difference} 无人承担。请解锁一个节点。`,
  WEEK_INTO_MONTHS: ({ given }) => `${got(given)}，一周里没有整月。请拆成周，或给更长的期间。`,
  PERIOD_TOO_LONG: ({ given }) => `${got(given)}，超过十年。请逐年拆分。`,
  PROFILE_MONTH_MISSING: () => '缺失，而期间里有这个月。请给出权重，没有目标的月份给 0。',
  PROFILE_LENGTH: ({ given, count }) =>
    `收到 ${given} 个权重，应为 ${count} 个：每个部分一个。按月份请写成 { "01": 8, "02": 6, … }。`,
  NO_WORKING_DAYS: () => '在该期间没有工作日，任何部分都没有目标。请不要给日历。',
  REASON_MISSING: () => '缺失，应为 1 到 200 个字的原因：它会留在记录里。',
  HISTORY_EMPTY: () => '为空，应有最初的目标。请给 "setTarget" 返回的内容。',
  PARTS_NOT_ADDING_UP: ({ amount, settled, difference }) =>
    `合计 ${settled}，与目标 ${amount} 相差 ${difference}。请原样给出返回的历史。`,
  REVISION_MISSING: () => '缺失，应为新的目标，或给 "changeBy" 和比例，例如 -0.2。',
  REVISION_TO_NOTHING: ({ given }) => `得到的目标为 ${given}，应大于 0。`,
  TWO_REVISIONS: () => '同时给了 "amount" 和 "changeBy"。只给一个。',
  REVISION_NOT_AT_START: ({ given, expected, date, other }) =>
    `${got(given)}，而按方案，调整从${wordFor(expected, STARTS)}的第一天起生效；这一${wordFor(expected, STARTS)}是 ${date} 到 ${other}。请取它的第一天，或最后一天的次日。`,
  REVISION_BEFORE_LAST: ({ given, from, to }) =>
    `${got(given)}，应在 ${from}（被调整的版本从这天起）到 ${to} 之间。`,
  VERSION_NOT_SIGNED: ({ given, date, other }) =>
    `第 ${given} 版在由 "${other}" 签署后从 ${date} 起生效。请先签署，或从 ${date} 起调整，以取代它。`,
  REVISION_BELOW_PASSED: ({ amount, settled, difference }) =>
    `之前各月的目标为 ${settled}，比新目标 ${amount} 多 ${difference}。这些月份保持不变，请给更高的目标。`,
  SIGNED_BY_OTHER: ({ given, other }) => `收到 "${given}"，而这个目标属于 "${other}"。`,
  SIGNED_BY_ONE: ({ given, other }) =>
    `收到 "${given}"，此人已以 "${other}" 的身份签署。一人不能代两方签署。`,
  VERSION_REPLACED: ({ given }) => `第 ${given} 版已被从同一天或更早生效的版本取代。请签署后一版。`,
  OUTSIDE_PERIOD: ({ date, from, to }) => `${date} 不在目标的期间 ${from} 到 ${to} 之内。`,
  GOAL_UNKNOWN: ({ given, known, suggestion }) =>
    `${got(given)}，本方案没有这个小目标。已有：${known.join('、')}。${didYouMean(suggestion)}`,
  RESULT_TOO_LATE: ({ from, to }) => `${got(from)}，晚于查看日 ${to}。请以更晚的日期查看。`,
}
