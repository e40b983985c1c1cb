/** The texts of commission in Traditional Chinese. */
import type * as kinds from '../../commission/issues.js'
import { show } from '../../kernel/input/issue.js'
import type { Texts } from '../kinds.js'
import { quoted, wordFor } from '../words.js'
import { got } from './words.js'

const PERIODS = { month: '月', quarter: '季', 'half-year': '半年', year: '年' }

export const commission: Texts<typeof kinds> = {
  A_TEXT: () => '文字',
  A_LINE_FACT: () => '數字、詞、true 或 false',
  AN_AMOUNT_OR_RATE: () => '金額，或業績的比率 "rate"',
  A_PATH_STEP: () => '鍵名，或清單中的位置',

  LINE_TWICE: ({ id }) => `${show(id)} 再次出現，只計第一筆。請刪去，或換一個編號。`,
  LINE_OUTSIDE_PERIOD: ({ date, period }) =>
    `${got(date)}，不在 ${period} 之內。它計入所屬期間的業績獎金。`,
  TOTALS_OUTSIDE_PERIOD: ({ date, period }) =>
    `合計裡有 ${date} 的明細，不在 ${period} 之內。請按期間分別合計。`,
  STATUS_NOT_COUNTED: ({ given, accepted }) =>
    `${given === null ? '沒有狀態' : `狀態為 "${given}"`}。狀態為 ${quoted(accepted, ' 或 ')} 時才計入。`,
  LINE_EXCLUDED: ({ rule, reason }) =>
    `被規則 "${rule}" 排除：${reason.replace(/\.$/, '')}。方案取消該規則後才計入。`,
  MARGIN_TOO_LOW: ({ amount, margin, floor, amountNeeded, costAtMost }) => {
    const orAmount = amountNeeded === null ? '' : `金額達到 ${amountNeeded}，或`
    const bound = amount.startsWith('-') ? '不低於' : '不超過'
    return `毛利率 ${margin} 低於最低毛利率 ${floor}。${orAmount}成本${bound} ${costAtMost} 時才計入。`
  },
  RATE_CONFLICT: ({ rules }) =>
    `${quoted(rules, ' 和 ')} 兩條比率都適用，沒有哪條更具體。有一條寫明兩者的全部條件後才計入。`,
  TAX_MISSING: () => '缺漏。方案依未稅金額計，請提供這筆金額中的稅額。',
  COST_MISSING: () => '缺漏。方案要看成本，請提供這筆的成本。',
  LIST_PRICE_MISSING: () => '缺漏。方案要看定價，請提供折扣前的價格。',
  QUANTITY_MISSING: () => '缺漏。方案要看件數，請提供這筆的件數。',
  DUE_DATE_MISSING: () => '缺漏。請提供這筆應付款的日期。',
  PAYMENT_DATE_MISSING: () => '缺漏。請提供這筆付款的日期。',
  FACT_OF_LINE_MISSING: () => '缺漏。方案要看它。請隨訂單明細一併提供。',
  LINE_FACT_TAKEN: ({ id }) => `"${id}" 由訂單明細本身算出。請給這個事實換一個名稱。`,
  LINE_WITHOUT_HISTORY: () => '訂單明細沒有按期間的歷史。請只要求一個值，或把條件放到起算門檻裡。',
  RATIO_OF_ZERO: () => '收到 0，應為其他金額：對 0 無法求比率。',
  NOT_CONVERTED: ({ given, expected }) =>
    `${got(given)}，而方案以 ${expected} 發放，不換算幣別。請以 ${expected} 提供金額，或在方案裡加上 "exchange"。`,
  EXCHANGE_DATE_MISSING: () => '缺漏。請提供按哪一天的匯率換算。',
  EXCHANGE_RATE_MISSING: ({ currency, date }) =>
    `沒有 ${currency} 在 ${date} 的匯率。在 "exchangeRates" 裡補上後才計入。`,
  PAYMENTS_NOT_WHOLE: ({ given, expected }) =>
    `各筆付款合計 ${given}，應為該筆明細金額 ${expected}：全部付清才知道它折合多少。已付的部分請單獨作為一筆明細提供。`,
  PAYMENTS_NOT_SHARED: () => '付款不在歸屬人之間拆分。請把每筆付款單獨作為一筆明細提供。',
  REFUND_CURRENCY: ({ given, expected, line }) =>
    `${got(given)}，而 ${show(line)} 是 ${expected}。退款請用原訂單的幣別。`,
  REFUND_UNKNOWN: ({ refundOf }) =>
    `${got(show(refundOf))}，本期計入的明細裡沒有它。請提供當時已付的明細：編號、金額和業績獎金。`,
  REFUND_TOO_LARGE: ({ given, refundOf, open }) =>
    `${got(given)}，應小於 0，且退款不超過 ${show(refundOf)} 剩下的 ${open}。`,
  REFUND_CONFLICT: ({ refundOf, first, given, expected }) =>
    `${got(given)}，而同樣退 ${show(refundOf)} 的 ${show(first)} 寫的是 ${expected}。兩處請寫得一樣。`,
  REFUND_RATE_MISSING: () => '缺漏。請提供原訂單當時換算的匯率。',
  FIRST_ORDER_TWICE: ({ first, customer }) =>
    `${show(customer)} 的首單已是 ${show(first)}。這張訂單的業績照計，但不算首單。請更正其中一張。`,
  ORDER_LINES_DIFFER: ({ first }) =>
    `與同一訂單的 ${show(first)} 不一致。同一訂單的各筆明細請寫得一樣。`,
  SALES_TWICE: () => '業績既給了總數又給了明細。請只給一種。',
  LINES_MISSING: ({ field }) => `缺漏。方案的 "${field}" 要逐筆查看，請提供訂單明細。`,
  LINES_TO_SHARE_MISSING: () => '缺漏。請提供要分攤業績獎金的訂單明細。',
  UPLIFT_ON_UNITS: () =>
    '加成是加在比率上的，而方案按件計錢。請把 "coefficient.applies" 設為 "multiply"，或不要加成。',
  UPLIFT_ON_FLAT: () =>
    '加成是加在比率上的，而方案各級距比率都是 0，只發固定金額。請把 "coefficient.applies" 設為 "multiply"，或不要加成。',
  UPLIFT_ON_MULTIPLES: () =>
    '加成加在比率上，而本方案依目標獎金 ÷ 目標的倍數計付。請把 "coefficient.applies" 設為 "multiply"，或去掉加成。',
  UPLIFT_LIKE_PERCENT: ({ given, suggestion }) =>
    `${got(given)}，應為加到每級比率上的數，最多 0.1。您是不是想寫 ${suggestion}？`,
  EARNED_BEFORE_MISSING: () =>
    '缺漏。方案有年度上限，請提供今年此前已得的業績獎金；第一期的 "earned" 填 0。',
  EARNED_IN_SPAN_MISSING: () =>
    '缺漏。"earned" 是另一個期間的數額，請提供該期間此前、在其本身上限之前已得的業績獎金。',
  NOTHING_BEFORE: ({ given }) =>
    `收到 ${given}，而該期間正是此區間的開始：之前沒有業績，也沒有業績獎金。請填 0，或不提供。`,
  SPAN_OF_OTHER_LENGTH: ({ other, unit }) =>
    `期間為 ${other}："tiersPer" 表示級距按${wordFor(unit ?? '', PERIODS)}計，請提供一個這樣的期間，或方案累計計算的一部分。`,
  PERIOD_OF_TIERS_MISSING: ({ unit }) =>
    `缺漏，應為業績所屬的期間："tiersPer" 表明級距按${wordFor(unit ?? '', PERIODS)}計，更長期間的業績會被當作同一期間來計算。`,
  PERIOD_LONGER_THAN_CAP: ({ other, unit }) =>
    `期間為 ${other}，比方案設上限的${wordFor(unit ?? '', PERIODS)}更長。請提供較短的期間。`,
  CAP_OF_PART: () =>
    '依收款或發票付獎金，而上限只管 "accrual" 累計期間的一部分。請改為成交即付，縮短累計期間，或改為較長期間設上限。',
  SALES_BEFORE_MISSING: () => '缺漏。方案累計計算，請提供此前的業績。',
  TARGET_BEFORE_MISSING: () => '缺漏。本期有目標，而方案累計計算兩者。請提供此前業績所對應的目標。',
  TARGET_OF_OTHER_SPAN: ({ given, expected = '業績所屬的期間（未提供）' }) =>
    `給的是 ${given} 的目標，應為${expected}的目標。`,
  TARGETS_MIXED: () => '既給了整段的目標，又給了其中期間的目標。請只給其中一種。',
  TARGET_OF_GATE_MISSING: () =>
    '缺漏。方案規定達標才發（COM-2）。請提供大於 0 的目標，或改用沒有起算門檻的方案。',
  TARGET_OF_ACCELERATOR_MISSING: () => '缺漏。方案的加速獎金按達成率計算。請提供大於 0 的目標。',
  TARGET_OF_MULTIPLES_MISSING: () => '缺漏。各級依目標獎金 ÷ 目標的倍數計付。請提供大於 0 的目標。',
  FACT_OF_CONDITION_MISSING: () => '缺漏。方案的一個條件要看它。請提供，或從方案裡去掉這個條件。',
  FACT_OF_MULTIPLIER_MISSING: () => '缺漏。方案要用它來乘業績獎金。請提供。',
  FACT_OF_GATE_MISSING: () => '缺漏。方案的起算門檻要看它。請提供，或從方案裡去掉這個條件。',
  FACT_OF_KPI_MISSING: () => '缺漏。方案要用它乘業績獎金（COM-6）。請提供。',
  INCENTIVE_MISSING: () => '缺漏。方案各級按目標獎金的比率發放，請提供達標時應得的獎金。',
  NO_PAYOUT_CURVE: ({ field }) =>
    `${field}：方案要逐筆查看，同樣的業績可能得到不同的業績獎金。請把訂單明細交給 calculateCommission。`,
  NO_TOTALS: ({ field }) =>
    `${field}：方案需要一個人的全部訂單明細，並按順序提供。請把訂單明細交給 calculateCommission，或更改該欄位。`,
  TOTALS_OF_OTHER_PLAN: () => '這些合計屬於另一個方案。每個方案請用自己的合計。',
  COMMISSION_UNREACHABLE: ({ amount, highest, reason }) => {
    const stop = reason === 'cap' ? '方案設有上限' : '級距表到此為止'
    return `${got(amount)}，按方案賣多少也拿不到：最高 ${highest}，因為${stop}。`
  },
  PRORATION_MOVED: () =>
    '目標如何折算由目標方案規定。請移到 defineTargetPlan({ currency, proration })，再把該方案交給 prorateTarget。',

  MEASURED_BY_BASE: () =>
    '級距表按基數選級距。請把它的 "measure" 設為 "separate"，或刪去 "measuredBy"。',
  MEASURED_BY_FLAT_TIERS: () =>
    '逐筆選級距時，各級只能給比率；固定金額、保底和上限屬於整份業績獎金明細。',
  EACH_ON_ITS_OWN: ({ field = '' }) =>
    `逐筆或逐單各走一遍級距表，與 "${field}" 不合。請去掉 "per"，或改掉它。`,
  LINE_FLOOR_ABOVE_CAP: ({ given, maximum }) =>
    `收到 ${given}，超過一筆最多可得的 ${maximum}。請調低其中一個。`,
  FLOOR_OF_LINES: ({ field = '', expected = '' }) =>
    `方案為每一筆設了保底，只歸該筆所有。請把 "${field}" 設為 "${expected}"。`,
  UNITS_OF_MIRRORED: () =>
    '退款按原單收回時，無法得知年內較早部分的件數。請把 "refunds" 設為 "net"，或把 "accrual" 設為 "period"。',
  AWARD_OF_RATE: ({ field = '' }) => `這項獎勵是業績的比率，與 "${field}" 不合。請去掉其中一個。`,
  AWARD_OF_NOTHING: ({ given }) => `得到 ${given}，應為大於 0 的金額；收費則小於 0。`,
  AWARD_IN_TURN: ({ field }) =>
    `"${field}" 用於逐筆依次計算的獎勵。請把 "per" 設為 "line" 並給金額，或刪去 "${field}"。`,
  AWARD_AFTER_NO_MOST: () => '在達到 "most" 之後才適用。請給 "most"，或刪去它。',
  AWARD_AND_FEE: ({ given, other }) =>
    `${other} 之後是 ${given}：一個是發放，一個是收費。兩者請用同樣的正負號。`,
  RULE_BY_ATTAINMENT: () => '達成率看的是全部業績，不是其中幾筆。請改用金額作門檻。',
  MULTIPLE_OF_UNITS: () =>
    '倍數是貨幣 1 元的倍數，而級距表數的是件數。請用 "rate"（每件的金額），或把 "payout" 設為 "of-target-incentive"。',
  ROUNDING_OF_NOTHING: () =>
    '沒有什麼依達成率查級距，無從捨入。請去掉它，或把級距表的 "thresholds" 設為 "attainment"。',
  ROUNDING_OF_SLICES: () =>
    '每一段業績各依自己的比率計付，並不只查一個達成率。請用模式 "whole-amount"，或把 "payout" 設為 "of-target-incentive"。',
  ROUNDING_ABOVE_GATE: () =>
    '依捨入後的達成率計，實際起算的位置與起算門檻不一致。請把 "gate.counts" 設為 "all" 或 "above-target"。',
  ROUNDING_OF_RATES: () =>
    '達成率是全部業績的，而比率規則和不一致的加計規則把它拆開。請去掉 "rates"、加計規則或捨入。',
  NO_ROUNDED_CURVE: () => '方案依捨入後的達成率計付，逐級而不沿直線。請用 calculateCommission。',
  AMOUNT_OFF_INCREMENT: ({ given, other }) =>
    `收到 ${given}，應為 ${other} 的倍數：方案以它為單位計付。`,
  INCREMENT_OF_PARTS: ({ field }) =>
    `"${field}" 發放或收回業績獎金明細的一部分，不是計付單位的倍數。請去掉其一。`,
  UNITS_AND_MONEY: () => '件數和金額不能相加。方案裡各張級距表請用同一種門檻。',
  RULE_WITHOUT_MEASURE: () => '比率規則按各筆選級距，請寫明看哪個數："margin" 或 "discount"。',
  TARGET_OF_RATES: () => '沒有規定哪些明細算超出目標或起算門檻。請讓全部業績計入，或刪去 "rates"。',
  CAP_BASE_OF_RATES: () => '沒有規定哪些明細超出上限。請對金額設上限，或刪去 "rates"。',
  ACCELERATOR_ON_TIERS: () =>
    '分段的加速獎金要求級距按金額或達成率分段加總，且沒有保底和上限。請用 "whole-amount"。',
  ACCELERATOR_ON_RATES: () =>
    '沒有規定哪些明細算超出門檻。請讓級距按 "all-lines" 計，或用 "whole-amount"。',
  ONE_SCALE_OVER_ALL: () => '方案只有一個級距表，本來就計全部明細。請加 "rates"，或刪去此項。',
  FACTOR_OF_ONE_KIND: () =>
    '一條加計規則只能有 "multiplier"、"by" 和 "part" 中的一個。兩者都要時請拆成兩條。',
  TARGET_OF_FACTORS: () =>
    '加計規則使明細計入的數與計獎的數不同，沒有規定哪些算超出目標或起算門檻。請讓全部業績計入，或讓每條加計規則用於 "both"。',
  CAP_BASE_OF_FACTORS: () =>
    '加計規則使明細計入的數與計獎的數不同，沒有規定哪些超出上限。請對金額設上限，或讓每條加計規則用於 "both"。',
  SPREAD_TIERS: () =>
    '明細的各部分落在這些級距裡，每級只按比率支付。請用只有比率的 "marginal" 或 "whole-amount" 級距表，或讓每條加計規則用於 "both"。',
  TARGET_OF_MEASURED: () =>
    '逐筆選級距時，沒有規定哪些明細算超出目標或起算門檻。請讓全部業績計入。',
  CAP_BASE_OF_MEASURED: () => '逐筆選級距時，沒有規定哪些明細超出上限。請對金額設上限。',
  MARGIN_OF_UNITS: () => '毛利是金額，而級距表數的是件數。',
  EXCHANGE_OF_UNITS: () => '件數沒有幣別。請刪去 "exchange"。',
  NOTHING_TO_TRUE_UP: () => '各期單獨計算，沒有可補差的。請把 "accrual" 設為 "year-to-date"。',
  PARTS_BESIDE_ON: ({ given }) => `已分期，另有 "${given}"；各期各自寫明何時發放。請去掉它。`,
  PARTS_NOT_WHOLE: ({ given }) => `各期份額合計為 ${given}，應正好為 1。三分之一請寫作 "1/3"。`,
  PART_OF_NOTHING: () => '份額為 0 的一期永遠不發。請去掉它。',
  PART_NOT_TIMED: ({ given }) =>
    `按 "${given}" 發放的一期隨之發放，不再另等。請去掉 "after"，或改用 "holdback" 保留。`,
  PART_NOT_BEYOND: ({ given }) =>
    `按 "${given}" 發放的一期不是逐筆到來。請去掉 "from"，或把 "on" 設為 "invoiced" 或 "collected"。`,
  PART_BEYOND_ALL: () =>
    '全部到來之後再無餘額。請提供小於 1 的比率，或把 "on" 設為 "paid-in-full"。',
  NOTHING_AFTER_LEAVING: () =>
    '成交即付，離職後沒有待付的部分。請把 "on" 設為 "invoiced" 或 "collected"。',
  LATENESS_OF_CASH: () =>
    '等收款才付的款項，成交時不知道每筆會晚多少天。請把付款改為 "booked"，並把每筆收款作為一筆明細，寫明 "dueOn" 與 "paidOn"。',
  DRAW_ENDS_BEFORE: () => '預支或保底已到期，分段金額卻還沒有排完。請縮短分段，或延長期數。',
  RATE_CONDITIONS_TO_DATE: () =>
    '只在部分期間成立的規則，對累計至今沒有單一的比率。請按期間計算，或把條件放到加速獎金上。',
  MULTIPLIES_BY_NOTHING: () => '沒有詞。請提供每個詞的乘數，或去掉它。',
  MATCHES_EVERY_LINE: () => '沒有寫明條件，每一筆都適用。請寫明產品、類別、地區或客戶。',
  GATE_ALWAYS_OPEN: () => '沒有達成率、也沒有條件的起算門檻等於沒有。請刪去它。',
  ABOVE_NO_TARGET: () =>
    '只計超出目標或起算門檻的業績，就要有 "attainment"。請加上，或讓全部業績計入。',
  OWN_TIER_OF_ALL: () =>
    '全部業績都計入，沒有從更高級距開始計的。請把 "counts" 設為 "above-target" 或 "above-gate"，或刪去 "startsIn"。',
  OWN_TIER_OF_MEASURE: () => '級距由單獨的指標決定，與業績所在的位置無關。請刪去 "startsIn"。',
  OWN_TIER_OF_BOUNDS: () =>
    '沒有規定保底和上限有多少屬於計入的業績。請設為 "first-tier"，或刪去各級距的保底和上限。',
  FLAT_BELOW_GATE: ({ field }) =>
    `起算門檻以下的業績按同一個比率計，與 "${field}" 不能同用。請刪去 "below"，或改動那一項。`,
  CAP_OF_NOTHING: () =>
    '什麼上限也沒有設。請給基數、比率、單筆、金額、單季、半年或年度設上限，或刪去它。',
  AMOUNT_NOT_PAYABLE: ({ total, decimals }) =>
    `${got(total)}，最多 ${decimals} 位小數，與金額的捨入一致。`,

  NO_HANDOVER: () =>
    '方案沒有 "credit.handover"，沒有規定客戶交接後的收款歸誰。請加上，或為每筆收款提供歸屬人。',
  OWNER_UNKNOWN: ({ customer, date }) =>
    `${show(customer)} 在 ${date} 沒有負責人。請補上那天的負責人，或在該筆寫明歸誰。`,
  OWNERS_OVERLAP: ({ id, first, firstFrom, second, secondFrom, date }) =>
    `${show(id)} 從 ${firstFrom} 起歸 ${show(first)}，從 ${secondFrom} 起歸 ${show(second)}，${date} 兩者重疊。請讓一個在另一個開始的前一天結束。`,
  MANAGERS_OVERLAP: ({ id, first, firstFrom, second, secondFrom, date }) =>
    `${show(id)} 從 ${firstFrom} 起由 ${show(first)} 管理，從 ${secondFrom} 起由 ${show(second)} 管理，${date} 兩者重疊。請讓一個在另一個開始的前一天結束。`,
  REPORTING_CYCLE: ({ people, date }) =>
    `${date} 的隸屬關係繞成了圈：${people.map(show).join(' → ')}。請更正誰隸屬於誰；在此之前，沒有主管從該筆得到獎金。`,
  REPORTING_MISSING: () => '缺漏。方案發放管理獎金，請提供誰隸屬於誰；沒有就給空清單。',
  CUSTOMER_MISSING: () => '缺漏。請提供客戶，以便算給它的負責人，或在該筆寫明歸誰。',
  OWNER_WHO_WAS_PAID_MISSING: () => '缺漏。原訂單在另一份獎金裡，請提供當時發給了誰。',
  DATE_OF_OWNER_MISSING: () => '缺漏。請提供下單日期，以便確定客戶當天歸誰。',
  REPORTING_OF_TEAMS_MISSING: () =>
    '缺漏。方案把團隊的明細計給主管，請提供誰隸屬於誰；沒有就給空清單。',
  DATE_OF_MANAGER_MISSING: () => '缺漏。請提供下單日期，以便確定當天的主管。',
  LINE_CREDITED_TWICE: ({ id }) =>
    `${show(id)} 再次出現，只有第一筆分配業績。請刪去，或換一個編號。`,
  OWNER_TWICE: ({ id }) => `${show(id)} 出現兩次，每個負責人只能寫一次。`,
  OVERLAY_REFUSED: ({ payee }) =>
    `${show(payee)} 在整單之外另計業績，而方案不允許。請在整單內分配，或把 credit.overlays 設為 "allow"。`,
  OVERLAY_OF_PAYMENT: ({ payee }) =>
    `${show(payee)} 會在整筆收款之外另得一份，而一筆收款只分一次。請在整筆內分配，或在該筆上另計業績。`,
  PARTS_AND_SHARE: () => '負責人只能寫份數或比率之一；整單之外另計的寫比率。',
  CREDIT_NOT_WHOLE: ({ total }) =>
    `各比率合計 ${total}，應正好為 1。三等分請寫份數 1、1、1；整單之外另計的人請標為 "overlay"。`,
  CREDIT_IN_PARTS_AND_SHARES: () => '有的負責人寫份數，有的寫比率。請全部寫份數，或全部寫比率。',
  REFUND_NOT_CREDITED: ({ refundOf }) =>
    `退的是 ${show(refundOf)}，而分配業績的訂單明細裡沒有這筆銷售。請兩者一起提供，或在退款上寫明歸誰。`,
  REFUND_OF_SEVERAL: ({ given }) =>
    `原訂單的獎金是一個人的，而這筆退款有 ${given} 個負責人。請每人各給一筆退款。`,
  CREDITED_REFUND_CURRENCY: ({ given, expected, line }) =>
    `${got(given)}，而它退的 ${show(line)} 是 ${expected}。兩者請用同一幣別。`,
  OVERRIDE_CURRENCY: ({ given, expected }) =>
    `${got(given)}，而管理獎金以 ${expected} 發放。請先換算該筆。`,
}
