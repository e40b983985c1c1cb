/** The texts of lint in Simplified Chinese. */
import { show } from '../../kernel/input/issue.js'
import type * as kinds from '../../policy/lint/issues.js'
import type { Texts } from '../kinds.js'
import { wordFor } from '../words.js'
import { didYouMean, got } from './words.js'

const PERIODS = { month: '月', quarter: '季度', 'half-year': '半年', year: '年' }

export const lint: Texts<typeof kinds> = {
  PAY_FALLS: ({ given, other, amount }) =>
    `业绩 ${given} 的提成比业绩 ${other} 少 ${amount}，快到此处的人还不如不卖。请让每一档只对本档内的业绩计提，或提高其上的比例。`,
  PAY_JUMPS: ({ given, other, amount }) =>
    `业绩 ${given} 的提成比业绩 ${other} 多 ${amount}：为了这一步，值得拖延、赶签或挪动订单。`,
  PAY_ABOVE_SALES: ({ given, amount }) =>
    `业绩 ${given} 的提成是 ${amount}，比业绩还多。请降低比例，或设提成封顶。`,
  TIER_WITHOUT_EFFECT: ({ other }) =>
    `与前面的 "${other}" 计提相同，在其起点没有任何变化。请合并两者，或改变其提成。`,
  TIER_NEVER_PAYS: ({ given }) =>
    `在这一档内不计提成：起提线在 ${given} 才达到，而它已经结束。请删去这一档，或降低起提线。`,
  TIER_ABOVE_CAP: ({ maximum }) =>
    `在这一档内卖出的都不计提成：此前已达到封顶 ${maximum}。请删去这一档，或提高封顶。`,
  CAP_WITHOUT_EFFECT: ({ maximum }) =>
    `永远达不到：没有它，方案最多也只计提 ${maximum}。请删去，或降低。`,
  TIERS_WITHOUT_PERIOD: ({ amount, other }) =>
    `缺失，因此无法得知各档按多长的期间累计：同样的业绩按月计提共 ${amount}，年末一次计提则为 ${other}。请写 "month"、"quarter"、"half-year" 或 "year"。`,
  ORDER_MOVED_PAYS_MORE: ({ given, amount }) =>
    `一笔 ${given} 的订单移到另一期间，提成多 ${amount}。请按全年累计各档，或留意期末的订单。`,
  ORDERS_SPLIT_PAY_MORE: ({ given, amount }) =>
    `一笔 ${given} 的订单拆成两笔，提成多 ${amount}。请把同属一笔的订单合在一起计算。`,
  ORDERS_JOINED_PAY_MORE: ({ given, amount }) =>
    `两笔订单合成一笔 ${given}，提成多 ${amount}。请查明谁可以合并订单。`,
  CONVENTION_UNUSUAL: ({ given, expected }) =>
    `是 "${given}"，而多数方案和工具是 "${expected}"。请在大家阅读制度的地方写明。`,
  PART_DECIDES_ALL: ({ id }) =>
    `"${id}" 独自决定结果：其余各项无论如何都改变不了什么。请降低其权重，或删去其余各项。`,
  PART_WITHOUT_EFFECT: ({ id }) =>
    `"${id}" 没有任何作用：它最好和最差时结果相同。请给它权重，或删去。`,
  BAND_UNREACHABLE: ({ id, minimum, maximum }) =>
    `没有得分落在 "${id}"：得分从 ${minimum} 到 ${maximum}。请移动其起点，或改变分数。`,
  LEVEL_WITHOUT_EFFECT: ({ id, given }) =>
    `达到 "${id}" 的人与前一目标档同为 ${given} 分，它只是被列出。若要计入，请提高曲线的上限。`,
  WORSE_GRADE_GETS_MORE: ({ id, given, other, maximum }) =>
    `"${id}" 得 ${given}，而更好的 "${other}" 得 ${maximum}。请让更好的等级不少于它。`,
  CONDITION_NEVER_MET: ({ id }) =>
    `永远不能满足：对 "${id}" 的要求自相矛盾。请改变其中之一，或让满足其一即可。`,
  CONDITION_ALWAYS_MET: ({ id }) => `对 "${id}" 没有任何要求：它可能的每个数值都满足。请删去。`,
  NEVER_REACHED: ({ id }) => `没有人能到 "${id}"：没有路通向它。请写明从何处来，或删去。`,
  BETWEEN_STANDARDS: ({ id, other, given }) =>
    `"${id}" 为 ${given} 时已不属于这一级，又还不属于 "${other}"。请让其一从另一级的终点开始。`,
  FIELD_WITHOUT_EFFECT: () => '照现在的写法没有任何作用。请更改，或删去。',
  MONTH_WITHOUT_TARGET: () =>
    '权重为 0，因此目标为 0，而对 0 的目标没有达成率可言。请给大于 0 的权重。',
  LATER_IS_LESS: ({ given, other }) =>
    `在 ${other} 之后${got(given)}：后面的反而更少。请核对这两个数。`,
  NEVER_WHOLE: ({ given }) => `止于 ${given}，并从此一直适用：没有人会有完整的目标。请让它止于 1。`,
  TERMS_ABOVE_LAW: ({ given, maximum }) =>
    `要求返还 ${given}，而法律（劳动合同法第 22 条）最多允许 ${maximum}：按未履行服务期的比例。请按日计算返还。`,
  POLICY_ENDS: ({ date }) =>
    `最后一个版本会失效：从 ${date} 起没有生效的制度。请添加版本，或删去 "until"。`,
  VERSIONS_LEAVE_HOLE: ({ from, to }) =>
    `从 ${from} 到 ${to} 没有生效的制度。请删去 "until"，让该版本持续到下一版本。`,
  DECIDES_THE_SAME: ({ id, other }) =>
    `"${id}" 的决定与 "${other}" 完全相同。请删去，或更改本应不同之处。`,
  VERSION_WITHIN_PERIOD: ({ date, unit }) =>
    `各档按${wordFor(unit, PERIODS)}累计，而本方案于 ${date} 在期间当中取代另一方案。请从期间的第一天生效，或决定之前的业绩如何处理。`,
  TIERS_OF_OTHER_SPAN: ({ field, unit, other }) =>
    `各档按${wordFor(unit, PERIODS)}累计，而 "${field}" 按${wordFor(other, PERIODS)}：符合其一的期间会因另一个而被拒绝。请统一，或删去其中之一。`,
  PLAN_GONE_WITHIN_PERIOD: ({ date, unit }) =>
    `从 ${date} 起缺失，而之前方案的各档按${wordFor(unit, PERIODS)}累计，尚在期间当中。请让该方案持续到期间结束，或决定之前的业绩如何处理。`,
  YEARS_DIFFER: ({ given, other }) =>
    `本方案的年度从第 ${given} 月开始，而目标的年度从第 ${other} 月开始：同一个季度名称指两段时间。请统一。`,
  GRADE_UNKNOWN: ({ given, known, suggestion }) =>
    `${got(show(given))}，本版本的等级评定没有这个等级，因此会拒绝这样的考核结果。现有：${known.join('、')}。${didYouMean(suggestion)}`,
}
