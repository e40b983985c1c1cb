/** The texts of commission in Simplified Chinese. */
import type * as kinds from '../../commission/issues.js'
import { show } from '../../kernel/input/issue.js'
import type { Texts } from '../kinds.js'
import { quoted, wordFor } from '../words.js'
import { got } from './words.js'

const PERIODS = { month: '月', quarter: '季度', 'half-year': '半年', year: '年' }

export const commission: Texts<typeof kinds> = {
  A_TEXT: () => '文本',
  A_LINE_FACT: () => '数字、词、true 或 false',
  AN_AMOUNT_OR_RATE: () => '金额，或业绩的比例 "rate"',
  A_PATH_STEP: () => '键名，或列表中的位置',

  LINE_TWICE: ({ id }) => `${show(id)} 再次出现，只计第一行。请删去，或换一个编号。`,
  LINE_OUTSIDE_PERIOD: ({ date, period }) =>
    `${got(date)}，不在 ${period} 之内。它计入所属期间的提成。`,
  TOTALS_OUTSIDE_PERIOD: ({ date, period }) =>
    `合计里有 ${date} 的订单行，不在 ${period} 之内。请按期间分别合计。`,
  STATUS_NOT_COUNTED: ({ given, accepted }) =>
    `${given === null ? '没有状态' : `状态为 "${given}"`}。状态为 ${quoted(accepted, ' 或 ')} 时才计入。`,
  LINE_EXCLUDED: ({ rule, reason }) =>
    `被规则 "${rule}" 排除：${reason.replace(/\.$/, '')}。方案取消该规则后才计入。`,
  MARGIN_TOO_LOW: ({ amount, margin, floor, amountNeeded, costAtMost }) => {
    const orAmount = amountNeeded === null ? '' : `金额达到 ${amountNeeded}，或`
    const bound = amount.startsWith('-') ? '不低于' : '不超过'
    return `毛利率 ${margin} 低于最低毛利率 ${floor}。${orAmount}成本${bound} ${costAtMost} 时才计入。`
  },
  RATE_CONFLICT: ({ rules }) =>
    `${quoted(rules, ' 和 ')} 两条比例都适用，没有哪条更具体。有一条写明两者的全部条件后才计入。`,
  TAX_MISSING: () => '缺失。方案按不含税金额计，请给出该行金额中的税额。',
  COST_MISSING: () => '缺失。方案要看成本，请给出该行的成本。',
  LIST_PRICE_MISSING: () => '缺失。方案要看标价，请给出折扣前的价格。',
  QUANTITY_MISSING: () => '缺失。方案要看件数，请给出该行的件数。',
  DUE_DATE_MISSING: () => '缺失。请给出该行应付款的日期。',
  PAYMENT_DATE_MISSING: () => '缺失。请给出该行付款的日期。',
  FACT_OF_LINE_MISSING: () => '缺失。方案要看它。请随订单行一并给出。',
  LINE_FACT_TAKEN: ({ id }) => `"${id}" 由订单行自身算出。请给这个事实换一个名称。`,
  LINE_WITHOUT_HISTORY: () => '订单行没有按期间的历史。请只要求一个值，或把条件放到起提线里。',
  RATIO_OF_ZERO: () => '收到 0，应为其他金额：对 0 无法求比例。',
  NOT_CONVERTED: ({ given, expected }) =>
    `${got(given)}，而方案以 ${expected} 发放，不换算币种。请以 ${expected} 给出金额，或在方案里加上 "exchange"。`,
  EXCHANGE_DATE_MISSING: () => '缺失。请给出按哪一天的汇率换算。',
  EXCHANGE_RATE_MISSING: ({ currency, date }) =>
    `没有 ${currency} 在 ${date} 的汇率。在 "exchangeRates" 里补上后才计入。`,
  PAYMENTS_NOT_WHOLE: ({ given, expected }) =>
    `各笔付款合计 ${given}，应为该行金额 ${expected}：全部付清才知道它折合多少。已付的部分请单独作为一行给出。`,
  PAYMENTS_NOT_SHARED: () => '付款不在归属人之间拆分。请把每笔付款单独作为一行给出。',
  REFUND_CURRENCY: ({ given, expected, line }) =>
    `${got(given)}，而 ${show(line)} 是 ${expected}。退款请用原单的币种。`,
  REFUND_UNKNOWN: ({ refundOf }) =>
    `${got(show(refundOf))}，本期计入的订单行里没有它。请给出当时已付的订单行：编号、金额和提成。`,
  REFUND_TOO_LARGE: ({ given, refundOf, open }) =>
    `${got(given)}，应小于 0，且退款不超过 ${show(refundOf)} 剩下的 ${open}。`,
  REFUND_CONFLICT: ({ refundOf, first, given, expected }) =>
    `${got(given)}，而同样退 ${show(refundOf)} 的 ${show(first)} 写的是 ${expected}。两处请写得一样。`,
  REFUND_RATE_MISSING: () => '缺失。请给出原单当时换算的汇率。',
  FIRST_ORDER_TWICE: ({ first, customer }) =>
    `${show(customer)} 的首单已是 ${show(first)}。这一单的业绩照计，但不算首单。请更正其中一单。`,
  ORDER_LINES_DIFFER: ({ first }) =>
    `与同一订单的 ${show(first)} 不一致。同一订单的各行请写得一样。`,
  SALES_TWICE: () => '业绩既给了总数又给了订单行。请只给一种。',
  LINES_MISSING: ({ field }) => `缺失。方案的 "${field}" 要逐行查看，请给出订单行。`,
  LINES_TO_SHARE_MISSING: () => '缺失。请给出要分摊提成的订单行。',
  UPLIFT_ON_UNITS: () =>
    '上浮是加在比例上的，而方案按件计钱。请把 "coefficient.applies" 设为 "multiply"，或不要上浮。',
  UPLIFT_ON_FLAT: () =>
    '上浮是加在比例上的，而方案各档比例都是 0，只发固定金额。请把 "coefficient.applies" 设为 "multiply"，或不要上浮。',
  UPLIFT_ON_MULTIPLES: () =>
    '上浮加在比例上，而本方案按目标奖金 ÷ 目标的倍数计付。请把 "coefficient.applies" 设为 "multiply"，或去掉上浮。',
  UPLIFT_LIKE_PERCENT: ({ given, suggestion }) =>
    `${got(given)}，应为加到每档比例上的数，最多 0.1。您是不是想写 ${suggestion}？`,
  EARNED_BEFORE_MISSING: () =>
    '缺失。方案有年度封顶，请给出本年此前已得的提成；第一期的 "earned" 填 0。',
  EARNED_IN_SPAN_MISSING: () =>
    '缺失。"earned" 是另一个期间的数额，请给出该期间此前、在其自身封顶之前已得的提成。',
  NOTHING_BEFORE: ({ given }) =>
    `收到 ${given}，而该期间正是此区间的开始：之前没有业绩，也没有提成。请填 0，或不提供。`,
  SPAN_OF_OTHER_LENGTH: ({ other, unit }) =>
    `期间为 ${other}："tiersPer" 表明档位按${wordFor(unit ?? '', PERIODS)}计，请给出一个这样的期间，或方案累计计算的一部分。`,
  PERIOD_OF_TIERS_MISSING: ({ unit }) =>
    `缺失，应为业绩所属的期间："tiersPer" 表明档位按${wordFor(unit ?? '', PERIODS)}计，更长期间的业绩会被当作同一期间来计算。`,
  PERIOD_LONGER_THAN_CAP: ({ other, unit }) =>
    `期间为 ${other}，比方案封顶的${wordFor(unit ?? '', PERIODS)}更长。请给出更短的期间。`,
  CAP_OF_PART: () =>
    '按回款或开票付提成，而封顶只管 "accrual" 累计区间的一部分。请改为签单即付，缩短累计区间，或改封更长的区间。',
  SALES_BEFORE_MISSING: () => '缺失。方案累计计算，请给出此前的业绩。',
  TARGET_BEFORE_MISSING: () => '缺失。本期有目标，而方案累计计算两者。请给出此前业绩所对应的目标。',
  TARGET_OF_OTHER_SPAN: ({ given, expected = '业绩所属的期间（未给出）' }) =>
    `给的是 ${given} 的目标，应为${expected}的目标。`,
  TARGETS_MIXED: () => '既给了整段的目标，又给了其中期间的目标。请只给其中一种。',
  TARGET_OF_GATE_MISSING: () =>
    '缺失。方案规定达标才发（COM-2）。请给出大于 0 的目标，或改用没有起提线的方案。',
  TARGET_OF_ACCELERATOR_MISSING: () => '缺失。方案的加速提成按达成率计算。请给出大于 0 的目标。',
  TARGET_OF_MULTIPLES_MISSING: () => '缺失。各档按目标奖金 ÷ 目标的倍数计付。请给出大于 0 的目标。',
  FACT_OF_CONDITION_MISSING: () => '缺失。方案的一个条件要看它。请给出，或从方案里去掉这个条件。',
  FACT_OF_MULTIPLIER_MISSING: () => '缺失。方案要用它来乘提成。请给出。',
  FACT_OF_GATE_MISSING: () => '缺失。方案的起提线要看它。请给出，或从方案里去掉这个条件。',
  FACT_OF_KPI_MISSING: () => '缺失。方案要用它乘提成（COM-6）。请给出。',
  INCENTIVE_MISSING: () => '缺失。方案各档按目标奖金的比例发放，请给出达标时应得的奖金。',
  NO_PAYOUT_CURVE: ({ field }) =>
    `${field}：方案要逐行查看，同样的业绩可能得到不同的提成。请把订单行交给 calculateCommission。`,
  NO_TOTALS: ({ field }) =>
    `${field}：方案需要一个人的全部订单行，并按顺序给出。请把订单行交给 calculateCommission，或改动该字段。`,
  TOTALS_OF_OTHER_PLAN: () => '这些合计属于另一个方案。每个方案请用自己的合计。',
  COMMISSION_UNREACHABLE: ({ amount, highest, reason }) => {
    const stop = reason === 'cap' ? '方案有封顶' : '档位表到此为止'
    return `${got(amount)}，按方案卖多少也拿不到：最高 ${highest}，因为${stop}。`
  },
  PRORATION_MOVED: () =>
    '目标如何折算由目标方案规定。请移到 defineTargetPlan({ currency, proration })，再把该方案交给 prorateTarget。',

  MEASURED_BY_BASE: () =>
    '档位表按基数选档。请把它的 "measure" 设为 "separate"，或删去 "measuredBy"。',
  MEASURED_BY_FLAT_TIERS: () => '逐行选档时，各档只能给比例；固定金额、保底和封顶属于整张提成单。',
  EACH_ON_ITS_OWN: ({ field = '' }) =>
    `逐行或逐单各走一遍档位表，与 "${field}" 不合。请去掉 "per"，或改掉它。`,
  LINE_FLOOR_ABOVE_CAP: ({ given, maximum }) =>
    `收到 ${given}，超过一行最多可得的 ${maximum}。请调低其中一个。`,
  FLOOR_OF_LINES: ({ field = '', expected = '' }) =>
    `方案为每一行设了保底，只归该行所有。请把 "${field}" 设为 "${expected}"。`,
  UNITS_OF_MIRRORED: () =>
    '退款按原单收回时，无法得知年内较早部分的件数。请把 "refunds" 设为 "net"，或把 "accrual" 设为 "period"。',
  AWARD_OF_RATE: ({ field = '' }) => `这项奖励是业绩的比例，与 "${field}" 不合。请去掉其中一个。`,
  AWARD_OF_NOTHING: ({ given }) => `得到 ${given}，应为大于 0 的金额；收费则小于 0。`,
  AWARD_IN_TURN: ({ field }) =>
    `"${field}" 用于逐行依次计算的奖励。请把 "per" 设为 "line" 并给出金额，或删去 "${field}"。`,
  AWARD_AFTER_NO_MOST: () => '在达到 "most" 之后才适用。请给出 "most"，或删去它。',
  AWARD_AND_FEE: ({ given, other }) =>
    `${other} 之后是 ${given}：一个是发放，一个是收费。两者请用同样的正负号。`,
  RULE_BY_ATTAINMENT: () => '达成率看的是全部业绩，不是其中几行。请改用金额作门槛。',
  MULTIPLE_OF_UNITS: () =>
    '倍数是货币 1 元的倍数，而档位表数的是件数。请用 "rate"（每件的金额），或把 "payout" 设为 "of-target-incentive"。',
  ROUNDING_OF_NOTHING: () =>
    '没有什么按达成率查档，无从舍入。请去掉它，或把档位表的 "thresholds" 设为 "attainment"。',
  ROUNDING_OF_SLICES: () =>
    '每一段业绩各按自己的比例计付，并不只查一个达成率。请用模式 "whole-amount"，或把 "payout" 设为 "of-target-incentive"。',
  ROUNDING_ABOVE_GATE: () =>
    '按舍入后的达成率计，实际起提的位置与起提线不一致。请把 "gate.counts" 设为 "all" 或 "above-target"。',
  ROUNDING_OF_RATES: () =>
    '达成率是全部业绩的，而比例规则和不一致的加计规则把它拆开。请去掉 "rates"、加计规则或舍入。',
  NO_ROUNDED_CURVE: () => '方案按舍入后的达成率计付，逐级而不沿直线。请用 calculateCommission。',
  AMOUNT_OFF_INCREMENT: ({ given, other }) =>
    `收到 ${given}，应为 ${other} 的倍数：方案按它取整计付。`,
  INCREMENT_OF_PARTS: ({ field }) =>
    `"${field}" 发放或收回提成单的一部分，不是取整单位的倍数。请去掉其一。`,
  UNITS_AND_MONEY: () => '件数和金额不能相加。方案里各张档位表请用同一种门槛。',
  RULE_WITHOUT_MEASURE: () => '比例规则按各行选档，请写明看哪个数："margin" 或 "discount"。',
  TARGET_OF_RATES: () => '没有规定哪些行算超出目标或起提线。请让全部业绩计入，或删去 "rates"。',
  CAP_BASE_OF_RATES: () => '没有规定哪些行超出封顶。请对金额封顶，或删去 "rates"。',
  ACCELERATOR_ON_TIERS: () =>
    '分段的加速提成要求档位按金额或达成率超额累进，且没有保底和封顶。请用 "whole-amount"。',
  ACCELERATOR_ON_RATES: () =>
    '没有规定哪些行算超出门槛。请让档位按 "all-lines" 计，或用 "whole-amount"。',
  ONE_SCALE_OVER_ALL: () => '方案只有一个档位表，本来就计全部行。请加 "rates"，或删去此项。',
  FACTOR_OF_ONE_KIND: () =>
    '一条加计规则只能有 "multiplier"、"by" 和 "part" 中的一个。两者都要时请拆成两条。',
  TARGET_OF_FACTORS: () =>
    '加计规则使行计入的数与计提的数不同，没有规定哪些算超出目标或起提线。请让全部业绩计入，或让每条加计规则用于 "both"。',
  CAP_BASE_OF_FACTORS: () =>
    '加计规则使行计入的数与计提的数不同，没有规定哪些超出封顶。请对金额封顶，或让每条加计规则用于 "both"。',
  SPREAD_TIERS: () =>
    '行的各部分落在这些档里，每档只按比例支付。请用只有比例的 "marginal" 或 "whole-amount" 档位表，或让每条加计规则用于 "both"。',
  TARGET_OF_MEASURED: () => '逐行选档时，没有规定哪些行算超出目标或起提线。请让全部业绩计入。',
  CAP_BASE_OF_MEASURED: () => '逐行选档时，没有规定哪些行超出封顶。请对金额封顶。',
  MARGIN_OF_UNITS: () => '毛利是金额，而档位表数的是件数。',
  EXCHANGE_OF_UNITS: () => '件数没有币种。请删去 "exchange"。',
  NOTHING_TO_TRUE_UP: () => '各期单独计算，没有可补差的。请把 "accrual" 设为 "year-to-date"。',
  PARTS_BESIDE_ON: ({ given }) => `已分期，另有 "${given}"；各期各自写明何时发放。请去掉它。`,
  PARTS_NOT_WHOLE: ({ given }) => `各期份额合计为 ${given}，应正好为 1。三分之一请写作 "1/3"。`,
  PART_OF_NOTHING: () => '份额为 0 的一期永远不发。请去掉它。',
  PART_NOT_TIMED: ({ given }) =>
    `按 "${given}" 发放的一期随之发放，不再另等。请去掉 "after"，或改用 "holdback" 暂扣。`,
  PART_NOT_BEYOND: ({ given }) =>
    `按 "${given}" 发放的一期不是逐笔到来。请去掉 "from"，或把 "on" 设为 "invoiced" 或 "collected"。`,
  PART_BEYOND_ALL: () =>
    '全部到来之后再无余额。请给出小于 1 的比例，或把 "on" 设为 "paid-in-full"。',
  NOTHING_AFTER_LEAVING: () =>
    '签单即付，离职后没有待付的部分。请把 "on" 设为 "invoiced" 或 "collected"。',
  LATENESS_OF_CASH: () =>
    '等回款才付的款项，签单时不知道每笔会晚多少天。请把付款改为 "booked"，并把每笔回款作为一行，写明 "dueOn" 和 "paidOn"。',
  DRAW_ENDS_BEFORE: () => '预支或保底已到期，分段金额却还没有排完。请缩短分段，或延长期数。',
  RATE_CONDITIONS_TO_DATE: () =>
    '只在部分期间成立的规则，对累计至今没有单一的比例。请按期间计算，或把条件放到加速提成上。',
  MULTIPLIES_BY_NOTHING: () => '没有词。请给出每个词的乘数，或去掉它。',
  MATCHES_EVERY_LINE: () => '没有写明条件，每一行都适用。请写明产品、类别、地区或客户。',
  GATE_ALWAYS_OPEN: () => '没有达成率、也没有条件的起提线等于没有。请删去它。',
  ABOVE_NO_TARGET: () =>
    '只计超出目标或起提线的业绩，就要有 "attainment"。请加上，或让全部业绩计入。',
  OWN_TIER_OF_ALL: () =>
    '全部业绩都计入，没有从更高一档开始计的。请把 "counts" 设为 "above-target" 或 "above-gate"，或删去 "startsIn"。',
  OWN_TIER_OF_MEASURE: () => '档位由单独的指标决定，与业绩所在的位置无关。请删去 "startsIn"。',
  OWN_TIER_OF_BOUNDS: () =>
    '没有规定保底和封顶有多少属于计入的业绩。请设为 "first-tier"，或删去各档的保底和封顶。',
  FLAT_BELOW_GATE: ({ field }) =>
    `起提线以下的业绩按同一个比例计，与 "${field}" 不能同用。请删去 "below"，或改动那一项。`,
  CAP_OF_NOTHING: () =>
    '什么也没有封顶。请给出基数、比例、单行、金额或季度、半年或年度的封顶，或删去它。',
  AMOUNT_NOT_PAYABLE: ({ total, decimals }) =>
    `${got(total)}，最多 ${decimals} 位小数，与金额的舍入一致。`,

  NO_HANDOVER: () =>
    '方案没有 "credit.handover"，没有规定客户交接后的回款归谁。请加上，或为每笔回款给出归属人。',
  OWNER_UNKNOWN: ({ customer, date }) =>
    `${show(customer)} 在 ${date} 没有负责人。请补上那天的负责人，或在该行写明归谁。`,
  OWNERS_OVERLAP: ({ id, first, firstFrom, second, secondFrom, date }) =>
    `${show(id)} 从 ${firstFrom} 起归 ${show(first)}，从 ${secondFrom} 起归 ${show(second)}，${date} 两者重叠。请让一个在另一个开始的前一天结束。`,
  MANAGERS_OVERLAP: ({ id, first, firstFrom, second, secondFrom, date }) =>
    `${show(id)} 从 ${firstFrom} 起由 ${show(first)} 管理，从 ${secondFrom} 起由 ${show(second)} 管理，${date} 两者重叠。请让一个在另一个开始的前一天结束。`,
  REPORTING_CYCLE: ({ people, date }) =>
    `${date} 的汇报关系绕成了圈：${people.map(show).join(' → ')}。请更正谁向谁汇报；在此之前，没有上级从该行得到提成。`,
  REPORTING_MISSING: () => '缺失。方案发放管理提成，请给出谁向谁汇报；没有就给空列表。',
  CUSTOMER_MISSING: () => '缺失。请给出客户，以便算给它的负责人，或在该行写明归谁。',
  OWNER_WHO_WAS_PAID_MISSING: () => '缺失。原单在另一份提成里，请给出当时发给了谁。',
  DATE_OF_OWNER_MISSING: () => '缺失。请给出下单日期，以便确定客户当天归谁。',
  REPORTING_OF_TEAMS_MISSING: () =>
    '缺失。方案把团队的行计给上级，请给出谁向谁汇报；没有就给空列表。',
  DATE_OF_MANAGER_MISSING: () => '缺失。请给出下单日期，以便确定当天的上级。',
  LINE_CREDITED_TWICE: ({ id }) =>
    `${show(id)} 再次出现，只有第一行分配业绩。请删去，或换一个编号。`,
  OWNER_TWICE: ({ id }) => `${show(id)} 出现了两次，每个负责人只能写一次。`,
  OVERLAY_REFUSED: ({ payee }) =>
    `${show(payee)} 在整单之外另计业绩，而方案不允许。请在整单内分配，或把 credit.overlays 设为 "allow"。`,
  OVERLAY_OF_PAYMENT: ({ payee }) =>
    `${show(payee)} 会在整笔回款之外另得一份，而一笔回款只分一次。请在整笔内分配，或在该行上另计业绩。`,
  PARTS_AND_SHARE: () => '负责人只能写份数或比例之一；整单之外另计的写比例。',
  CREDIT_NOT_WHOLE: ({ total }) =>
    `各比例合计 ${total}，应正好为 1。三等分请写份数 1、1、1；整单之外另计的人请标为 "overlay"。`,
  CREDIT_IN_PARTS_AND_SHARES: () => '有的负责人写份数，有的写比例。请全部写份数，或全部写比例。',
  REFUND_NOT_CREDITED: ({ refundOf }) =>
    `退的是 ${show(refundOf)}，而分配业绩的订单行里没有这笔销售。请两者一起给，或在退款上写明归谁。`,
  REFUND_OF_SEVERAL: ({ given }) =>
    `原单的提成是一个人的，而这笔退款有 ${given} 个负责人。请每人各给一笔退款。`,
  CREDITED_REFUND_CURRENCY: ({ given, expected, line }) =>
    `${got(given)}，而它退的 ${show(line)} 是 ${expected}。两者请用同一币种。`,
  OVERRIDE_CURRENCY: ({ given, expected }) =>
    `${got(given)}，而管理提成以 ${expected} 发放。请先换算该行。`,
}
