import { describe, expect, it } from 'vitest'
import { healthBranches, healthOutcomes } from '../outcomes/health.js'
import { full, short, unsaid } from './telling.js'

const examples = { ...healthOutcomes, ...healthBranches }

/** What each is told as in a paragraph, in English, Simplified and Traditional Chinese. */
const SHORT: Readonly<Record<keyof typeof examples, readonly string[]>> = {
  careDue: [
    '“follow-up” is overdue since 2026-10-11: it was due on 2026-10-10. “birthday (Wang)” is due on 2026-10-15. “usage-report” comes up on 2026-11-01. “product-check” comes up on 2027-01-01. “profile-refresh” comes up on 2027-01-01. “satisfaction-survey” comes up on 2027-01-01.',
    '“follow-up”应在 2026-10-10 完成，自 2026-10-11 起逾期。“birthday (Wang)”应在 2026-10-15 完成。“usage-report”将在 2026-11-01 到期。“product-check”将在 2027-01-01 到期。“profile-refresh”将在 2027-01-01 到期。“satisfaction-survey”将在 2027-01-01 到期。',
    '「follow-up」應在 2026-10-10 完成，自 2026-10-11 起逾期。「birthday (Wang)」應在 2026-10-15 完成。「usage-report」將在 2026-11-01 到期。「product-check」將在 2027-01-01 到期。「profile-refresh」將在 2027-01-01 到期。「satisfaction-survey」將在 2027-01-01 到期。',
  ],
  checkFollowUps: [
    '2 in a row without an answer; a warning comes after 1 more. The last answer was on 2026-02-20. Still waiting for an answer: 1.',
    '连续 2 次无回应，再有 1 次即预警。最近一次回应在 2026-02-20。等待回应 1 次。',
    '連續 2 次無回應，再有 1 次即預警。最近一次回應在 2026-02-20。等待回應 1 次。',
  ],
  churnWarnings: [
    '3 follow-ups in a row on 3 days were not answered since 2026-01-12; a warning since 2026-01-26 (HEA-2).',
    '自 2026-01-12 起连续 3 次（3 天）跟进无回应，2026-01-26 起预警（HEA-2）。',
    '自 2026-01-12 起連續 3 次（3 天）追蹤無回應，2026-01-26 起預警（HEA-2）。',
  ],
  healthTrend: [
    'The health is falling: -15 points from 2026-01 to 2026-03. Points since 2026-02: -7. In 2026-03 it went from “healthy” to “watch”.',
    '健康度下降：2026-01 至 2026-03 变动 -15 分。较 2026-02 变动 -7 分。2026-03 由“healthy”转为“watch”。',
    '健康度下降：2026-01 至 2026-03 變動 -15 分。較 2026-02 變動 -7 分。2026-03 由「healthy」轉為「watch」。',
  ],
  protectCustomer: [
    'Wang owns the customer, until 2026-03-14 as things stand. Li claimed it on 2026-01-05 and owned it for a time. Wang claimed it on 2026-01-20 and was refused: somebody else owns it. Wang claimed it on 2026-02-12 and owns it.',
    '客户归 Wang 所有，按现状至 2026-03-14。Li 于 2026-01-05 申领，曾为所有人。Wang 于 2026-01-20 申领，被拒：已归他人。Wang 于 2026-02-12 申领，现为所有人。',
    '客戶歸 Wang 所有，按現狀至 2026-03-14。Li 於 2026-01-05 申領，曾為所有人。Wang 於 2026-01-20 申領，被拒：已歸他人。Wang 於 2026-02-12 申領，現為所有人。',
  ],
  renewalsDue: [
    'Acme: contract C-1 is to be renewed, with 30 days left to 2026-04-30. Acme: contract C-2 ends on 2026-12-31; it is to be renewed from 2026-11-01 on. Acme is to order paper again about now, expected on 2026-03-30.',
    'Acme：合同 C-1 应办理续约，距 2026-04-30 到期 30 天。Acme：合同 C-2 将于 2026-12-31 到期，2026-11-01 起办理续约。Acme 应在近期再购 paper，预计 2026-03-30。',
    'Acme：合約 C-1 應辦理續約，距 2026-04-30 到期 30 天。Acme：合約 C-2 將於 2026-12-31 到期，2026-11-01 起辦理續約。Acme 應在近期再購 paper，預計 2026-03-30。',
  ],
  retentionPlan: [
    '“special-offer” is to be done by 2026-02-02. unanswered: since 2026-01-12, a warning since 2026-01-26.',
    '须在 2026-02-02 前完成“special-offer”。unanswered：始于 2026-01-12，2026-01-26 起预警。',
    '須在 2026-02-02 前完成「special-offer」。unanswered：始於 2026-01-12，2026-01-26 起預警。',
  ],
  scoreHealth: [
    'The customer’s health is 76, “watch”. By the score it would be “healthy”; these hold it at “watch”: satisfaction. “satisfaction” has 40 points; 10 more end that.',
    '客户健康度 76 分，属“watch”。按得分本属“healthy”，因 satisfaction 降为“watch”。“satisfaction”得 40 分，再增 10 分即解除。',
    '客戶健康度 76 分，屬「watch」。按得分本屬「healthy」，因 satisfaction 降為「watch」。「satisfaction」得 40 分，再增 10 分即解除。',
  ],
  scoreRfm: [
    'Acme is “need-attention”: recency 3, frequency 3, value 3. Beta is “hibernating”: recency 1, frequency 1, value 1.',
    'Acme 属“need-attention”：近度 3，频度 3，金额 3。Beta 属“hibernating”：近度 1，频度 1，金额 1。',
    'Acme 屬「need-attention」：近度 3，頻度 3，金額 3。Beta 屬「hibernating」：近度 1，頻度 1，金額 1。',
  ],
  segmentCustomers: [
    '“need-attention”: 400, customers: 1. “hibernating”: 80.5, customers: 1. Each score runs from 1 to 5, the higher the better. Some rows are left out; the list says why.',
    '“need-attention”：1 户，400。“hibernating”：1 户，80.5。各项评分 1 至 5，越高越好。部分行未计入，清单写明原因。',
    '「need-attention」：1 戶，400。「hibernating」：1 戶，80.5。各項評分 1 至 5，越高越好。部分列未計入，清單寫明原因。',
  ],
  servicePackage: [
    'Not served yet to a customer of the tier “ordinary”: quarterly-product-check, standard-support. Received beyond the package: priority-support.',
    '“ordinary”客户尚未提供的服务：quarterly-product-check、standard-support。超出服务包：priority-support。',
    '「ordinary」客戶尚未提供的服務：quarterly-product-check、standard-support。超出服務方案：priority-support。',
  ],
  tierCustomers: [
    'All customers that count are worth CNY 900.00 together. “vip”: CNY 800.00, customers: 2. “ordinary”: CNY 80.00, customers: 2. Without an owner, though their tier asks for one: Beta. Below zero, and so in no base: Dune.',
    '计入的客户合计 900.00 元。“vip”：2 户，800.00 元。“ordinary”：2 户，80.00 元。所在级别须有负责人而未指定：Beta。数额为负、不计入基数：Dune。',
    '計入的客戶合計 人民幣 900.00 元。「vip」：2 戶，人民幣 800.00 元。「ordinary」：2 戶，人民幣 80.00 元。所在級別須有負責人而未指定：Beta。數額為負、不計入基數：Dune。',
  ],
  'renewalsDue: to come, and an offer': [
    'Acme is expected to order paper again on 2026-03-30. Acme has paper and may be offered ink.',
    'Acme 预计 2026-03-30 再购 paper。Acme 已购 paper，可推荐 ink。',
    'Acme 預計 2026-03-30 再購 paper。Acme 已購 paper，可推薦 ink。',
  ],
  'protectCustomer: refused': [
    'The customer is in the pool, and nobody owns it. Li claimed it on 2026-01-05 and owned it for a time. Li claimed it on 2026-01-30 and was refused: claimed again too soon. Wang claimed it on 2026-01-30 and was refused: too many claims in a day. Zhao claimed it on 2026-01-30 and was refused: too many customers.',
    '客户在公海，无人所有。Li 于 2026-01-05 申领，曾为所有人。Li 于 2026-01-30 申领，被拒：释放后过早再申领。Wang 于 2026-01-30 申领，被拒：当日申领次数过多。Zhao 于 2026-01-30 申领，被拒：客户数已满。',
    '客戶在公共客戶池，無人所有。Li 於 2026-01-05 申領，曾為所有人。Li 於 2026-01-30 申領，被拒：釋出後過早再申領。Wang 於 2026-01-30 申領，被拒：當日申領次數過多。Zhao 於 2026-01-30 申領，被拒：客戶數已滿。',
  ],
  'protectCustomer: waits twice': [
    'Li owns the customer, until 2026-02-04 as things stand. Li claimed it on 2026-01-05 and owns it. Wang claimed it on 2026-01-20 and waits: somebody else owns it. Wang claimed it on 2026-01-21 and was refused: waiting already.',
    '客户归 Li 所有，按现状至 2026-02-04。Li 于 2026-01-05 申领，现为所有人。Wang 于 2026-01-20 申领，等待中：已归他人。Wang 于 2026-01-21 申领，被拒：已在等待。',
    '客戶歸 Li 所有，按現狀至 2026-02-04。Li 於 2026-01-05 申領，現為所有人。Wang 於 2026-01-20 申領，等待中：已歸他人。Wang 於 2026-01-21 申領，被拒：已在等待。',
  ],
  'careDue: nothing': ['No care is due.', '没有到期的关怀。', '沒有到期的關懷。'],
  'checkFollowUps: a warning': [
    '3 in a row without an answer, since 2026-01-12: a warning from 3 on. The last answer was on 2026-01-05.',
    '自 2026-01-12 起连续 3 次无回应，达到 3 次即预警，已预警。最近一次回应在 2026-01-05。',
    '自 2026-01-12 起連續 3 次無回應，達到 3 次即預警，已預警。最近一次回應在 2026-01-05。',
  ],
  'churnWarnings: none': ['There is no warning.', '没有预警。', '沒有預警。'],
  'healthTrend: too few scores': [
    'Where the health is going is not known: there are too few scores.',
    '得分不足，走势未知。',
    '得分不足，走勢未知。',
  ],
  'healthTrend: rising': [
    'The health is rising: 2 points from 2026-01 to 2026-03. Points since 2026-02: 1.',
    '健康度上升：2026-01 至 2026-03 变动 2 分。较 2026-02 变动 1 分。',
    '健康度上升：2026-01 至 2026-03 變動 2 分。較 2026-02 變動 1 分。',
  ],
  'healthTrend: steady': [
    'The health is steady from 2026-01 to 2026-03. Points since 2026-02: 0.',
    '健康度平稳：2026-01 至 2026-03。较 2026-02 变动 0 分。',
    '健康度平穩：2026-01 至 2026-03。較 2026-02 變動 0 分。',
  ],
  'healthTrend: up and down': [
    'The health goes up and down: 0 points from 2026-01 to 2026-03. Points since 2026-02: -10. In 2026-02 it went from “watch” to “healthy”. In 2026-03 it went from “healthy” to “watch”.',
    '健康度有升有降：2026-01 至 2026-03 变动 0 分。较 2026-02 变动 -10 分。2026-02 由“watch”转为“healthy”。2026-03 由“healthy”转为“watch”。',
    '健康度有升有降：2026-01 至 2026-03 變動 0 分。較 2026-02 變動 -10 分。2026-02 由「watch」轉為「healthy」。2026-03 由「healthy」轉為「watch」。',
  ],
  'protectCustomer: nobody': [
    'The customer is in the pool, and nobody owns it.',
    '客户在公海，无人所有。',
    '客戶在公共客戶池，無人所有。',
  ],
  'protectCustomer: waiting': [
    'Li owns the customer, until 2026-02-04 as things stand. Li claimed it on 2026-01-05 and owns it. Wang claimed it on 2026-01-20 and waits: somebody else owns it.',
    '客户归 Li 所有，按现状至 2026-02-04。Li 于 2026-01-05 申领，现为所有人。Wang 于 2026-01-20 申领，等待中：已归他人。',
    '客戶歸 Li 所有，按現狀至 2026-02-04。Li 於 2026-01-05 申領，現為所有人。Wang 於 2026-01-20 申領，等待中：已歸他人。',
  ],
  'protectCustomer: shared': [
    'The customer is shared: Li 60%. Nobody has 40% of it. Li claimed it on 2026-01-05 and owns it. Wang claimed it on 2026-01-06 and owned it for a time.',
    '客户由多人共有：Li 60%。其中 40% 无人承接。Li 于 2026-01-05 申领，现为所有人。Wang 于 2026-01-06 申领，曾为所有人。',
    '客戶由多人共有：Li 60%。其中 40% 無人承接。Li 於 2026-01-05 申領，現為所有人。Wang 於 2026-01-06 申領，曾為所有人。',
  ],
  'protectCustomer: for good': [
    'Li owns the customer. Li claimed it on 2026-01-05 and owns it.',
    '客户归 Li 所有。Li 于 2026-01-05 申领，现为所有人。',
    '客戶歸 Li 所有。Li 於 2026-01-05 申領，現為所有人。',
  ],
  'renewalsDue: nothing': [
    'Nothing is to be renewed, reordered or offered.',
    '没有待续约、复购或推荐的事项。',
    '沒有待續約、回購或推薦的事項。',
  ],
  'renewalsDue: lapsed and late': [
    'Acme: contract C-1 lapsed on 2026-04-30. Acme is late in ordering paper again, expected on 2026-03-30.',
    'Acme：合同 C-1 已于 2026-04-30 到期未续。Acme 逾期未再购 paper，预计为 2026-03-30。',
    'Acme：合約 C-1 已於 2026-04-30 到期未續。Acme 逾期未再購 paper，預計為 2026-03-30。',
  ],
  'retentionPlan: none': [
    'Nothing is to be done: no warning calls for it.',
    '没有预警，无需采取措施。',
    '沒有預警，無需採取措施。',
  ],
  'retentionPlan: overdue': [
    '“special-offer” is overdue: it was to be done by 2026-02-02. unanswered: since 2026-01-12, a warning since 2026-01-26.',
    '“special-offer”已逾期，应在 2026-02-02 前完成。unanswered：始于 2026-01-12，2026-01-26 起预警。',
    '「special-offer」已逾期，應在 2026-02-02 前完成。unanswered：始於 2026-01-12，2026-01-26 起預警。',
  ],
  'retentionPlan: done': [
    '“special-offer” was done on 2026-01-28; it was due on 2026-02-02. unanswered: since 2026-01-12, a warning since 2026-01-26.',
    '“special-offer”已于 2026-01-28 完成，期限 2026-02-02。unanswered：始于 2026-01-12，2026-01-26 起预警。',
    '「special-offer」已於 2026-01-28 完成，期限 2026-02-02。unanswered：始於 2026-01-12，2026-01-26 起預警。',
  ],
  'scoreHealth: watch': [
    'The customer’s health is 59, “watch”. 11 more points reach “healthy”, which starts at 70.',
    '客户健康度 59 分，属“watch”。再增 11 分即达“healthy”（70 分起）。',
    '客戶健康度 59 分，屬「watch」。再增 11 分即達「healthy」（70 分起）。',
  ],
  'scoreHealth: a fact is missing': [
    'The customer’s health is 100, “healthy”. There is no fact for satisfaction.',
    '客户健康度 100 分，属“healthy”。缺少 satisfaction 的数据。',
    '客戶健康度 100 分，屬「healthy」。缺少 satisfaction 的資料。',
  ],
  'scoreRfm: nobody': ['No customer has ordered.', '没有下单的客户。', '沒有下單的客戶。'],
  'segmentCustomers: nobody': [
    'No customer has ordered. Each score runs from 1 to 5, the higher the better.',
    '没有下单的客户。各项评分 1 至 5，越高越好。',
    '沒有下單的客戶。各項評分 1 至 5，越高越好。',
  ],
  'servicePackage: complete': [
    'A customer of the tier “ordinary” has received everything that is served.',
    '“ordinary”客户的服务均已提供。',
    '「ordinary」客戶的服務均已提供。',
  ],
  'tierCustomers: nobody': [
    'No customer counts. “vip”: CNY 0.00, customers: 0. “ordinary”: CNY 0.00, customers: 0.',
    '没有计入的客户。“vip”：0 户，0.00 元。“ordinary”：0 户，0.00 元。',
    '沒有計入的客戶。「vip」：0 戶，人民幣 0.00 元。「ordinary」：0 戶，人民幣 0.00 元。',
  ],
}

/** The whole documents in English. */
const FULL: Readonly<Record<keyof typeof healthOutcomes, string>> = {
  careDue: `Care that is due
================

Customer  Acme
Tier      vip
As of     2026-10-12
Policy    handbook-care
Version   1

“follow-up” is overdue since 2026-10-11: it was due on 2026-10-10. “birthday (Wang)” is due on 2026-10-15. “usage-report” comes up on 2026-11-01. “product-check” comes up on 2027-01-01. “profile-refresh” comes up on 2027-01-01. “satisfaction-survey” comes up on 2027-01-01.

Care
----
Care           follow-up
From           2026-10-10
Due            2026-10-10
State          overdue
Overdue since  2026-10-11
Days overdue   2
Last           2026-10-09
Clause         HEA-5

Care           birthday
For            Wang
From           2026-10-08
Due            2026-10-15
State          due
Days overdue   0
Clause         HEA-7

Care           usage-report
From           2026-11-01
Due            2026-11-01
State          upcoming
Days overdue   0
Clause         HEA-8

Care           product-check
From           2027-01-01
Due            2027-01-01
State          upcoming
Days overdue   0
Clause         HEA-6

Care           profile-refresh
From           2027-01-01
Due            2027-01-01
State          upcoming
Days overdue   0
Clause         LEA-8

Care           satisfaction-survey
From           2027-01-01
Due            2027-01-01
State          upcoming
Days overdue   0
Clause         HEA-8

Clauses           HEA-5, HEA-7, HEA-8, HEA-6, LEA-8
Digest (SHA-256)  5f698145532e8894d9c7862436f09679e4332996c39885e9f878afe907f6e3f2
`,
  checkFollowUps: `Follow-ups without an answer
============================

Policy   handbook-health
Version  1

2 in a row without an answer; a warning comes after 1 more. The last answer was on 2026-02-20. Still waiting for an answer: 1.

Result
------
Without an answer  Required  Remaining  Since       Last answered  Pending
-----------------  --------  ---------  ----------  -------------  -------
                2         3          1  2026-03-01  2026-02-20           1

Clauses           HEA-2
Digest (SHA-256)  40c11047b4eee2cff5f9d80e79c92bf880e01c38dea97ccf575ef9fd94141443
`,
  churnWarnings: `Warnings that a customer may leave
==================================

3 follow-ups in a row on 3 days were not answered since 2026-01-12; a warning since 2026-01-26 (HEA-2).

Warnings that a customer may leave
----------------------------------
Kind        Since       Warning since  Follow-ups  Days  Clause
----------  ----------  -------------  ----------  ----  ------
unanswered  2026-01-12  2026-01-26              3     3  HEA-2

Digest (SHA-256)  f0ad619f29bd7579cd852ae673f77dfd25bd70d9d9d8bacb37734a73381848ae
`,
  healthTrend: `How a customer’s health develops
================================

Policy   handbook-health
Version  1

The health is falling: -15 points from 2026-01 to 2026-03. Points since 2026-02: -7. In 2026-03 it went from “healthy” to “watch”.

Development
-----------
From     To       Scores  Direction  Change  Per period  Lowest  Highest
-------  -------  ------  ---------  ------  ----------  ------  -------
2026-01  2026-03       3  falling       -15        -7.5      65       80

Since the score before
----------------------
Period   Change
-------  ------
2026-02      -7

Changes of the band
-------------------
Period   Band before  Band
-------  -----------  -----
2026-03  healthy      watch

Clauses           HEA-1
Digest (SHA-256)  7ce2df1fdb77e79dc4d04179d4b41dec0c26489e32ad79e9a06dae5d9b65236f
`,
  protectCustomer: `Who owns a customer
===================

Customer  Acme
As of     2026-02-20
Policy    handbook-care
Version   1

Wang owns the customer, until 2026-03-14 as things stand. Li claimed it on 2026-01-05 and owned it for a time. Wang claimed it on 2026-01-20 and was refused: somebody else owns it. Wang claimed it on 2026-02-12 and owns it.

State
-----
State  Owner
-----  -----
owned  Wang

Who owned it when
-----------------
Rep   From        To          Because
----  ----------  ----------  ------------
Li    2026-01-05  2026-02-11  no follow-up
Wang  2026-02-12  2026-03-14  no follow-up

Claims
------
Rep   Date        State    Because  Owner
----  ----------  -------  -------  -----
Li    2026-01-05  owned
Wang  2026-01-20  refused  owned    Li
Wang  2026-02-12  owns

Clauses           HEA-4
Digest (SHA-256)  af10d2cb57c3b435bdb58f08ca56caf4d122fde1fadf61c0f72b108c357bdba5
`,
  renewalsDue: `Renewals, reorders and offers
=============================

As of    2026-03-31
Policy   handbook-care
Version  1

Acme: contract C-1 is to be renewed, with 30 days left to 2026-04-30. Acme: contract C-2 ends on 2026-12-31; it is to be renewed from 2026-11-01 on. Acme is to order paper again about now, expected on 2026-03-30.

Contracts
---------
Contract  Customer  Product  Due from    Ends        Days left  State
--------  --------  -------  ----------  ----------  ---------  --------
C-1       Acme      licence  2026-03-01  2026-04-30         30  due
C-2       Acme      support  2026-11-01  2026-12-31        275  upcoming

Reorders
--------
Customer          Acme
Product           paper
Expected          2026-03-30
Late from         2026-04-14
State             due
Last              2026-03-01
Interval in days  29
By                history
Days with orders  3
Shortest          28
Longest           30

Ordered on too few days to show an interval
-------------------------------------------
Customer  Product  Days with orders  Required
--------  -------  ----------------  --------
Beta      paper                   1         3

Clauses           HEA-10
Digest (SHA-256)  2e3672ca0732cb9dc2f826796d9483bc05adc19c4463778131ae7c6cb834f61d
`,
  retentionPlan: `Retention plan
==============

Customer  Acme
Policy    handbook-care
Version   1

“special-offer” is to be done by 2026-02-02. unanswered: since 2026-01-12, a warning since 2026-01-26.

The plan
--------
Tier  Measure        State  Since       Warning since  Due
----  -------------  -----  ----------  -------------  ----------
vip   special-offer  due    2026-01-12  2026-01-26     2026-02-02

Warnings
--------
Kind        Since       Warning since
----------  ----------  -------------
unanswered  2026-01-12  2026-01-26

Clauses           HEA-3
Digest (SHA-256)  c04314cff60ce95194b3d17cc3fdad27736186ae406e08bed541c94623e5f3bd
`,
  scoreHealth: `Customer health
===============

Policy   health
Version  1

The customer’s health is 76, “watch”. By the score it would be “healthy”; these hold it at “watch”: satisfaction. “satisfaction” has 40 points; 10 more end that.

Result
------
Score  Band
-----  -----
   76  watch

What the score is made of
-------------------------
Id            Points  Weight  Weight used  Adds
------------  ------  ------  -----------  ----
visits           100      60          60%    60
satisfaction      40      40          40%    16

What holds the band down
------------------------
Id            Points  Remaining  Band by score  Band
------------  ------  ---------  -------------  -----
satisfaction      40         10  healthy        watch

What was measured on records
----------------------------
Id            Taken   Figure  From        To          Records
------------  ------  ------  ----------  ----------  -------
visits        count        4  2025-12-31  2026-03-31        4
satisfaction  latest       2              2026-03-31        1

Clauses           HEA-1
Digest (SHA-256)  d3eadf6b7c3fbf31b5a38d3864bd73befce36b2f0fa27d10051f2b7c6e24efe6
`,
  scoreRfm: `Scores by recency, frequency and value
======================================

Acme is “need-attention”: recency 3, frequency 3, value 3. Beta is “hibernating”: recency 1, frequency 1, value 1.

Customers
---------
Customer  Recency  Frequency  Value score  Segment         Days since  Orders  Amount
--------  -------  ---------  -----------  --------------  ----------  ------  ------
Acme            3          3            3  need-attention           0       2     400
Beta            1          1            1  hibernating            166       1    80.5

Digest (SHA-256)  d7c086a0eeb0051a5d4a8bc49dc5a5ba58596b133e35e92f3faa5b209c8134ab
`,
  segmentCustomers: `Scores by recency, frequency and value
======================================

As of         2026-06-30
Scores up to  5

“need-attention”: 400, customers: 1. “hibernating”: 80.5, customers: 1. Each score runs from 1 to 5, the higher the better. Some rows are left out; the list says why.

Segments
--------
Segment              Customers  Orders  Amount
-------------------  ---------  ------  ------
champions                    0       0       0
loyal                        0       0       0
potential-loyalists          0       0       0
new                          0       0       0
promising                    0       0       0
need-attention               1       2     400
about-to-sleep               0       0       0
cannot-lose                  0       0       0
at-risk                      0       0       0
hibernating                  1       1    80.5

Customers
---------
Customer  Recency  Frequency  Value score  Segment         Days since  Orders  Amount
--------  -------  ---------  -----------  --------------  ----------  ------  ------
Acme            3          3            3  need-attention           0       2     400
Beta            1          1            1  hibernating            166       1    80.5

Rows that are left out
----------------------
Path                           orders, 3, date
Why, and what would change it  date: got 2026-07-01, which is after 2026-06-30, the day as of which you ask. Leave it out, or ask as of a later day.

Digest (SHA-256)  737438ad8148509464c4e13f35cf16df3af4aa1f6b8ca22f829385ba2fd7e5d0
`,
  servicePackage: `Service package
===============

Tier     ordinary
Policy   handbook-care
Version  1

Not served yet to a customer of the tier “ordinary”: quarterly-product-check, standard-support. Received beyond the package: priority-support.

Services of the tier
--------------------
Id
-----------------------
weekly-follow-up
quarterly-product-check
standard-support

Not served yet
--------------
Id
-----------------------
quarterly-product-check
standard-support

Beyond the package
------------------
Id
----------------
priority-support

Clauses           HEA-11
Digest (SHA-256)  9e1e9e191838c709d8cc3f1124761b7454d930b54c6ab641d4e5a3d1beb7d29d
`,
  tierCustomers: `Tiers of customers
==================

Policy   handbook-care
Version  1

All customers that count are worth CNY 900.00 together. “vip”: CNY 800.00, customers: 2. “ordinary”: CNY 80.00, customers: 2. Without an owner, though their tier asks for one: Beta. Below zero, and so in no base: Dune.

Tiers
-----
Tier      Customers  Value (CNY)
--------  ---------  -----------
vip               2       800.00
ordinary          2        80.00

Customers
---------
Customer         Acme
Value (CNY)      500.00
Tier             vip
Share from       0%
Share to         55.55…%
Owner            Li

Customer         Beta
Value (CNY)      300.00
Tier             vip
Share from       55.55…%
Share to         88.88…%

Customer         Core
Value (CNY)      100.00
Tier             ordinary
Share from       88.88…%
Share to         100%
Next tier        vip
Starts at (CNY)  200.01
Remaining (CNY)  100.01

Customer         Dune
Value (CNY)      -20.00
Tier             ordinary
Next tier        vip
Starts at (CNY)  100.01
Remaining (CNY)  120.01

Customer         Total
Value (CNY)      900.00

Customers without an owner
--------------------------
Id
----
Beta

Customers that are in no base
-----------------------------
Id
----
Dune

Clauses           HEA-4
Digest (SHA-256)  6e3d4b38e93c6286b3cfd68dac7c40b4ba4cab6a3918c1016dd891bcaba384e3
`,
}

describe('explain (health)', () => {
  it.each(Object.entries(SHORT))('tells %s in three languages', (name, told) => {
    expect(short(examples, name)).toEqual(told)
  })

  it.each(Object.entries(FULL))('explains %s in full', (name, told) => {
    expect(full(examples, name)).toBe(told)
  })

  it.each(Object.keys(examples))('leaves nothing of %s out', (name) => {
    expect(unsaid(examples, name)).toEqual([])
  })
})
