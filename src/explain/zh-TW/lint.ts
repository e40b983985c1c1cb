/** The texts of lint in Traditional Chinese. */
import { show } from '../../kernel/input/issue.js'
import type * as kinds from '../../policy/lint/issues.js'
import type { Texts } from '../kinds.js'
import { wordFor } from '../words.js'
import { didYouMean, got } from './words.js'

const PERIODS = { month: '月', quarter: '季', 'half-year': '半年', year: '年' }

export const lint: Texts<typeof kinds> = {
  PAY_FALLS: ({ given, other, amount }) =>
    `業績 ${given} 的獎金比業績 ${other} 少 ${amount}，快到此處的人還不如不賣。請讓每一級距只對該級距內的業績計獎，或提高其上的比率。`,
  PAY_JUMPS: ({ given, other, amount }) =>
    `業績 ${given} 的獎金比業績 ${other} 多 ${amount}：為了這一步，值得拖延、趕簽或挪動訂單。`,
  PAY_ABOVE_SALES: ({ given, amount }) =>
    `業績 ${given} 的獎金是 ${amount}，比業績還多。請降低比率，或設業績獎金上限。`,
  TIER_WITHOUT_EFFECT: ({ other }) =>
    `與前面的 "${other}" 計獎相同，在其起點沒有任何變化。請合併兩者，或改變其業績獎金。`,
  TIER_NEVER_PAYS: ({ given }) =>
    `在這一級距內不計業績獎金：起算門檻在 ${given} 才達到，而它已經結束。請刪去這一級距，或降低起算門檻。`,
  TIER_ABOVE_CAP: ({ maximum }) =>
    `在這一級距內賣出的都不計業績獎金：先前已達到上限 ${maximum}。請刪去這一級距，或提高上限。`,
  CAP_WITHOUT_EFFECT: ({ maximum }) =>
    `永遠達不到：沒有它，方案最多也只計 ${maximum}。請刪去，或降低。`,
  TIERS_WITHOUT_PERIOD: ({ amount, other }) =>
    `缺漏，因此無法得知各級距按多長的期間累計：同樣的業績按月計獎共 ${amount}，年末一次計獎則為 ${other}。請寫 "month"、"quarter"、"half-year" 或 "year"。`,
  ORDER_MOVED_PAYS_MORE: ({ given, amount }) =>
    `一筆 ${given} 的訂單移到另一期間，業績獎金多 ${amount}。請按全年累計各級距，或留意期末的訂單。`,
  ORDERS_SPLIT_PAY_MORE: ({ given, amount }) =>
    `一筆 ${given} 的訂單拆成兩筆，業績獎金多 ${amount}。請把同屬一筆的訂單合在一起計算。`,
  ORDERS_JOINED_PAY_MORE: ({ given, amount }) =>
    `兩筆訂單合成一筆 ${given}，業績獎金多 ${amount}。請查明誰可以合併訂單。`,
  CONVENTION_UNUSUAL: ({ given, expected }) =>
    `是 "${given}"，而多數方案和工具是 "${expected}"。請在大家閱讀制度的地方寫明。`,
  PART_DECIDES_ALL: ({ id }) =>
    `"${id}" 獨自決定結果：其餘各項無論如何都改變不了什麼。請降低其權重，或刪去其餘各項。`,
  PART_WITHOUT_EFFECT: ({ id }) =>
    `"${id}" 沒有任何作用：它最好和最差時結果相同。請給它權重，或刪去。`,
  BAND_UNREACHABLE: ({ id, minimum, maximum }) =>
    `沒有得分落在 "${id}"：得分從 ${minimum} 到 ${maximum}。請移動其起點，或改變分數。`,
  LEVEL_WITHOUT_EFFECT: ({ id, given }) =>
    `達到 "${id}" 的人與前一目標級次同為 ${given} 分，它只是被列出。若要計入，請提高曲線的上限。`,
  WORSE_GRADE_GETS_MORE: ({ id, given, other, maximum }) =>
    `"${id}" 得 ${given}，而更好的 "${other}" 得 ${maximum}。請讓更好的等第不少於它。`,
  CONDITION_NEVER_MET: ({ id }) =>
    `永遠不能滿足：對 "${id}" 的要求自相矛盾。請改變其中之一，或讓滿足其一即可。`,
  CONDITION_ALWAYS_MET: ({ id }) => `對 "${id}" 沒有任何要求：它可能的每個數值都滿足。請刪去。`,
  NEVER_REACHED: ({ id }) => `沒有人能到 "${id}"：沒有路通向它。請寫明從何處來，或刪去。`,
  BETWEEN_STANDARDS: ({ id, other, given }) =>
    `"${id}" 為 ${given} 時已不屬於這一級，又還不屬於 "${other}"。請讓其一從另一級的終點開始。`,
  FIELD_WITHOUT_EFFECT: () => '照現在的寫法沒有任何作用。請更改，或刪去。',
  MONTH_WITHOUT_TARGET: () =>
    '權重為 0，因此目標為 0，而對 0 的目標沒有達成率可言。請給大於 0 的權重。',
  LATER_IS_LESS: ({ given, other }) =>
    `在 ${other} 之後${got(given)}：後面的反而更少。請核對這兩個數。`,
  NEVER_WHOLE: ({ given }) => `止於 ${given}，並從此一直適用：沒有人會有完整的目標。請讓它止於 1。`,
  TERMS_ABOVE_LAW: ({ given, maximum }) =>
    `要求返還 ${given}，而法律（中國大陸《勞動合同法》第 22 條）最多允許 ${maximum}：按未履行服務期的比例。請按日計算返還。`,
  POLICY_ENDS: ({ date }) =>
    `最後一個版本會失效：從 ${date} 起沒有生效的制度。請加入版本，或刪去 "until"。`,
  VERSIONS_LEAVE_HOLE: ({ from, to }) =>
    `從 ${from} 到 ${to} 沒有生效的制度。請刪去 "until"，讓該版本持續到下一版本。`,
  DECIDES_THE_SAME: ({ id, other }) =>
    `"${id}" 的決定與 "${other}" 完全相同。請刪去，或更改本應不同之處。`,
  VERSION_WITHIN_PERIOD: ({ date, unit }) =>
    `各級距按${wordFor(unit, PERIODS)}累計，而本方案於 ${date} 在期間當中取代另一方案。請從期間的第一天生效，或決定之前的業績如何處理。`,
  TIERS_OF_OTHER_SPAN: ({ field, unit, other }) =>
    `各級距按${wordFor(unit, PERIODS)}累計，而 "${field}" 按${wordFor(other, PERIODS)}：符合其一的期間會因另一個而被拒絕。請統一，或刪去其中之一。`,
  PLAN_GONE_WITHIN_PERIOD: ({ date, unit }) =>
    `從 ${date} 起缺漏，而之前方案的各級距按${wordFor(unit, PERIODS)}累計，尚在期間當中。請讓該方案持續到期間結束，或決定之前的業績如何處理。`,
  YEARS_DIFFER: ({ given, other }) =>
    `本方案的年度從第 ${given} 月開始，而目標的年度從第 ${other} 月開始：同一個季別名稱指兩段時間。請統一。`,
  GRADE_UNKNOWN: ({ given, known, suggestion }) =>
    `${got(show(given))}，本版本的等第評定沒有這個等第，因此會拒絕這樣的考核結果。現有：${known.join('、')}。${didYouMean(suggestion)}`,
}
