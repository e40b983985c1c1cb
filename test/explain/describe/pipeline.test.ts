import { describe, expect, it } from 'vitest'
import { pipelineBranches, pipelineOutcomes } from '../outcomes/pipeline.js'
import { full, short, unsaid } from './telling.js'

const examples = { ...pipelineOutcomes, ...pipelineBranches }

/** What each is told as in a paragraph, in English, Simplified and Traditional Chinese. */
const SHORT: Readonly<Record<keyof typeof examples, readonly string[]>> = {
  ageReceivables: [
    '10,700.00 is open. “current”: 5,000.00. “1-30”: 5,000.00. Without a date: 700.00.',
    '应收未收共 10,700.00。“current”：5,000.00。“1-30”：5,000.00。无日期：700.00。',
    '應收未收共 10,700.00。「current」：5,000.00。「1-30」：5,000.00。無日期：700.00。',
  ],
  checkDiscount: [
    'The discount of 8%, 6,400.00 off the list price, needs the approval of sales-supervisor. Alone, sales-representative may go down to 76,000.00.',
    '折扣 8%（减 6,400.00）须经 sales-supervisor 批准。sales-representative 可自行批到 76,000.00。',
    '折扣 8%（減 6,400.00）須經 sales-supervisor 核准。sales-representative 可自行核到 76,000.00。',
  ],
  checkStage: [
    'The deal may not leave “solution-design” yet; missing: successStories. “successStories” is 2; it has to be at least 3: 1 is missing. “demonstration” is not known; it has to be yes.',
    '商机尚不能离开“solution-design”，缺少：successStories。“successStories”为 2，须至少为 3，还差 1。“demonstration”未知，须为“是”。',
    '商機尚不能離開「solution-design」，缺少：successStories。「successStories」為 2，須至少為 3，還差 1。「demonstration」未知，須為「是」。',
  ],
  collectionPeriod: [
    'It takes 17.5 days until cash is collected. 200.00 is open, for 89 days on average.',
    '平均回款 17.5 天。未收 200.00，平均已 89 天。',
    '平均收款 17.5 天。未收 200.00，平均已 89 天。',
  ],
  forecastPipeline: [
    '120,000.00 is expected of open deals of 230,000.00, likely between 59,172.37 and 180,827.63. 2026-04: 115,000.00 of 180,000.00. 2026-05: 5,000.00 of 50,000.00. D-4 is in no period: its date has passed. Some deals cannot be read; the list says why.',
    '预计 120,000.00，在手商机共 230,000.00，大致在 59,172.37 至 180,827.63 之间。2026-04：预计 115,000.00，共 180,000.00。2026-05：预计 5,000.00，共 50,000.00。D-4 未计入：日期已过。部分商机无法读取，清单写明原因。',
    '預計 120,000.00，在手商機共 230,000.00，大致在 59,172.37 至 180,827.63 之間。2026-04：預計 115,000.00，共 180,000.00。2026-05：預計 5,000.00，共 50,000.00。D-4 未計入：日期已過。部分商機無法讀取，清單寫明原因。',
  ],
  measureCompleteness: [
    'The records are complete to 90%, below the target of 98%; fields still to fill: 1. “nextStep” is missing in visit records: 1. 50% were made in time.',
    '完整率 90%，目标 98%，还差 1 个字段。“nextStep”在 visit 记录中缺 1 处。及时率 50%。',
    '完整率 90%，目標 98%，還差 1 個欄位。「nextStep」在 visit 紀錄中缺 1 處。及時率 50%。',
  ],
  measureFunnel: [
    '50% of the decided deals were won; won: 1, lost: 1, open: 1. From the lead to the deal it takes 42 days in the median. A customer who bought has bought for 80,000.00 on average. Some deals cannot be read; the list says why.',
    '赢单率 50%：赢 1，输 1，进行中 1。由线索到成交中位 42 天。客单价 80,000.00。部分商机无法读取，清单写明原因。',
    '贏單率 50%：贏 1，輸 1，進行中 1。由潛在客戶到成交中位 42 天。客單價 80,000.00。部分商機無法讀取，清單寫明原因。',
  ],
  prioritise: [
    'Important and urgent: call Acme, offer. Important: strategy. Urgent: report. Neither: tidy.',
    '重要且紧急：call Acme、offer。重要不紧急：strategy。紧急不重要：report。不重要不紧急：tidy。',
    '重要且緊急：call Acme、offer。重要不緊急：strategy。緊急不重要：report。不重要不緊急：tidy。',
  ],
  salesVelocity: [
    '2,777.78 is sold per day, 83,333.33 in 30 days. Win rate: 10% more would be sold. Days of the cycle: 11.11…% more would be sold.',
    '每天 2,777.78，每 30 天 83,333.33。赢单率：销售可增 10%。周期天数：销售可增 11.11…%。',
    '每天 2,777.78，每 30 天 83,333.33。贏單率：銷售可增 10%。週期天數：銷售可增 11.11…%。',
  ],
  'forecastPipeline: without a date, and won': [
    '0.00 is expected of open deals of 0.00, likely between 0.00 and 0.00. D-1 is in no period: it has no date. D-2 is in no period: it is won already.',
    '预计 0.00，在手商机共 0.00，大致在 0.00 至 0.00 之间。D-1 未计入：没有日期。D-2 未计入：已赢单。',
    '預計 0.00，在手商機共 0.00，大致在 0.00 至 0.00 之間。D-1 未計入：沒有日期。D-2 未計入：已贏單。',
  ],
  'measureCompleteness: by records': [
    'The records are complete to 0%, below the target of 98%; records still to complete: 1. “nextStep” is missing in visit records: 1. 100% were made in time. Some records cannot be read; the list says why.',
    '完整率 0%，目标 98%，还差 1 条记录。“nextStep”在 visit 记录中缺 1 处。及时率 100%。部分记录无法读取，清单写明原因。',
    '完整率 0%，目標 98%，還差 1 筆紀錄。「nextStep」在 visit 紀錄中缺 1 處。及時率 100%。部分紀錄無法讀取，清單寫明原因。',
  ],
  'prioritise: one cannot be read': [
    'There is no task. Some tasks cannot be read; the list says why.',
    '没有任务。部分任务无法读取，清单写明原因。',
    '沒有任務。部分任務無法讀取，清單寫明原因。',
  ],
  'ageReceivables: nothing': ['0.00 is open.', '应收未收共 0.00。', '應收未收共 0.00。'],
  'checkDiscount: granted': [
    'sales-representative may grant the discount of 3.75%, 3,000.00 off the list price. Alone, sales-representative may go down to 76,000.00.',
    '折扣 3.75%（减 3,000.00）在 sales-representative 权限之内。sales-representative 可自行批到 76,000.00。',
    '折扣 3.75%（減 3,000.00）在 sales-representative 權限之內。sales-representative 可自行核到 76,000.00。',
  ],
  'checkDiscount: refused': [
    'The discount of 8%, 6,400.00 off the list price, is refused: nobody may grant it as it stands. Alone, sales-representative may go down to 76,000.00. Given without anything in exchange: discount. “inExchange” is no; it has to be yes.',
    '折扣 8%（减 6,400.00）不予批准：现有条件下无人有权。sales-representative 可自行批到 76,000.00。无对等条件的让步：discount。“inExchange”为 否，须为“是”。',
    '折扣 8%（減 6,400.00）不予核准：現有條件下無人有權。sales-representative 可自行核到 76,000.00。無對等條件的讓步：discount。「inExchange」為 否，須為「是」。',
  ],
  'checkDiscount: not known': [
    'Who may grant the discount of 8%, 6,400.00 off the list price, is not known. Not known: floor, cost. “aboveFloor” is not known; it has to be at least 0. “margin” is not known; it has to be at least 0.3.',
    '折扣 8%（减 6,400.00）由谁批准尚不明确。未知：floor、cost。“aboveFloor”未知，须至少为 0。“margin”未知，须至少为 0.3。',
    '折扣 8%（減 6,400.00）由誰核准尚不明確。未知：floor、cost。「aboveFloor」未知，須至少為 0。「margin」未知，須至少為 0.3。',
  ],
  'checkStage: skips a stage': [
    'The process has no such move from “prospecting”; it has moves to needs-analysis. “customerProfile” is not known; it has to be yes. “needsAnalysisForm” is not known; it has to be yes. “priorityMap” is not known; it has to be yes. “firstContactScript” is not known; it has to be yes.',
    '流程不允许由“prospecting”这样变动，可去：needs-analysis。“customerProfile”未知，须为“是”。“needsAnalysisForm”未知，须为“是”。“priorityMap”未知，须为“是”。“firstContactScript”未知，须为“是”。',
    '流程不允許由「prospecting」這樣變動，可去：needs-analysis。「customerProfile」未知，須為「是」。「needsAnalysisForm」未知，須為「是」。「priorityMap」未知，須為「是」。「firstContactScript」未知，須為「是」。',
  ],
  'checkStage: may move': [
    'The deal may move on from “solution-design” to “negotiation-signing”.',
    '商机可由“solution-design”进入“negotiation-signing”。',
    '商機可由「solution-design」進入「negotiation-signing」。',
  ],
  'checkStage: not known': [
    'Whether the deal may leave “solution-design” is not known; missing: tailoredProposal, successStories. “tailoredProposal” is not known; it has to be yes. “successStories” is not known; it has to be at least 3. “competitorComparison” is not known; it has to be yes. “demonstration” is not known; it has to be yes.',
    '商机能否离开“solution-design”尚不明确，缺少：tailoredProposal、successStories。“tailoredProposal”未知，须为“是”。“successStories”未知，须至少为 3。“competitorComparison”未知，须为“是”。“demonstration”未知，须为“是”。',
    '商機能否離開「solution-design」尚不明確，缺少：tailoredProposal、successStories。「tailoredProposal」未知，須為「是」。「successStories」未知，須至少為 3。「competitorComparison」未知，須為「是」。「demonstration」未知，須為「是」。',
  ],
  'checkStage: may be closed': [
    'The deal may be closed, as “after-sales-care” is done. “customerTier” is not known; it has to be yes. “servicePackage” is not known; it has to be yes. “feedbackLoop” is not known; it has to be yes.',
    '“after-sales-care”已完成，商机可关闭。“customerTier”未知，须为“是”。“servicePackage”未知，须为“是”。“feedbackLoop”未知，须为“是”。',
    '「after-sales-care」已完成，商機可結案。「customerTier」未知，須為「是」。「servicePackage」未知，須為「是」。「feedbackLoop」未知，須為「是」。',
  ],
  'collectionPeriod: by countback': [
    'It takes 74.714285714285 days until cash is collected.',
    '平均回款 74.714285714285 天。',
    '平均收款 74.714285714285 天。',
  ],
  'collectionPeriod: longer than the months': [
    'It takes more than 91 days until cash is collected.',
    '平均回款超过 91 天。',
    '平均收款超過 91 天。',
  ],
  'collectionPeriod: nothing was sold': [
    'How long it takes is not known: nothing was sold or paid to tell it by.',
    '没有销售或付款，回款周期未知。',
    '沒有銷售或付款，收款週期未知。',
  ],
  'forecastPipeline: nothing': [
    '0.00 is expected of open deals of 0.00, likely between 0.00 and 0.00.',
    '预计 0.00，在手商机共 0.00，大致在 0.00 至 0.00 之间。',
    '預計 0.00，在手商機共 0.00，大致在 0.00 至 0.00 之間。',
  ],
  'measureCompleteness: nothing': [
    'There is no record to measure.',
    '没有可衡量的记录。',
    '沒有可衡量的紀錄。',
  ],
  'measureCompleteness: met': [
    'The records are complete to 100%; the target is 98%. 100% were made in time.',
    '完整率 100%，达到目标 98%。及时率 100%。',
    '完整率 100%，達到目標 98%。及時率 100%。',
  ],
  'measureFunnel: many deals': [
    '25% of the decided deals were won; won: 10, lost: 30, open: 0. Fewest go on from “prospecting” to “needs-analysis”: 25%. Deals stay longest in “prospecting”: 25 days in the median. From the lead to the deal it takes 42 days in the median. A customer who bought has bought for 800,000.00 on average.',
    '赢单率 25%：赢 10，输 30，进行中 0。由“prospecting”到“needs-analysis”转化最低：25%。在“prospecting”停留最久：中位 25 天。由线索到成交中位 42 天。客单价 800,000.00。',
    '贏單率 25%：贏 10，輸 30，進行中 0。由「prospecting」到「needs-analysis」轉換最低：25%。在「prospecting」停留最久：中位 25 天。由潛在客戶到成交中位 42 天。客單價 800,000.00。',
  ],
  'measureFunnel: of counts': [
    '10% come from the first stage to the last. Fewest go on from “prospecting” to “needs-analysis”: 40%.',
    '由首阶段到末阶段的转化率为 10%。由“prospecting”到“needs-analysis”转化最低：40%。',
    '由首階段到末階段的轉換率為 10%。由「prospecting」到「needs-analysis」轉換最低：40%。',
  ],
  'measureFunnel: nothing': ['No deal is decided yet.', '商机尚无结果。', '商機尚無結果。'],
  'prioritise: nothing': ['There is no task.', '没有任务。', '沒有任務。'],
  'salesVelocity: a lever is missing': [
    'How fast is sold is not known: a lever is missing, or takes no time.',
    '销售速度未知：缺少要素，或周期为零。',
    '銷售速度未知：缺少要素，或週期為零。',
  ],
}

/** The whole documents in English. */
const FULL: Readonly<Record<keyof typeof pipelineOutcomes, string>> = {
  ageReceivables: `Receivables by age
==================

As of    2026-03-31
Age by   due
Policy   handbook-pipeline
Version  1

10,700.00 is open. “current”: 5,000.00. “1-30”: 5,000.00. Without a date: 700.00.

Result
------
     Open  Without a date
---------  --------------
10,700.00          700.00

By days overdue
---------------
Id       From day  To day    Amount  Invoices
-------  --------  ------  --------  --------
current                 0  5,000.00         1
1-30            1      30  5,000.00         1
31-60          31      60      0.00         0
61-90          61      90      0.00         0
over 90        91              0.00         0

Customers
---------
Customer       Open  Oldest, days
--------  ---------  ------------
Acme      10,000.00            30
Beta         700.00

Customers by days overdue
-------------------------
Customer  Bucket     Amount
--------  -------  --------
Acme      current  5,000.00
Acme      1-30     5,000.00
Acme      31-60        0.00
Acme      61-90        0.00
Acme      over 90      0.00
Beta      current      0.00
Beta      1-30         0.00
Beta      31-60        0.00
Beta      61-90        0.00
Beta      over 90      0.00

Open invoices
-------------
Invoice  Customer      Open  Due         Days past  Bucket
-------  --------  --------  ----------  ---------  -------
I-1      Acme      5,000.00  2026-05-14        -44  current
I-2      Acme      5,000.00  2026-03-01         30  1-30
I-4      Beta        700.00

Invoices that cannot be read
----------------------------
Id                             I-3
Index                          2
Why, and what would change it  invoiced: got 2026-05-01, which is after 2026-03-31, the day as of which you ask. Correct it, or ask as of a later day.

Clauses           PIP-2
Digest (SHA-256)  e65fb77f1a9ef7c3adab3b2e17e545ac818aa44d9a5cdf6ec93f14bface00a6d
`,
  checkDiscount: `Check of a discount
===================

Policy   handbook-pipeline
Version  1

The discount of 8%, 6,400.00 off the list price, needs the approval of sales-supervisor. Alone, sales-representative may go down to 76,000.00.

Result
------
Decision        Rung                  Approver          Discount  Amount off   Margin  Lowest price
--------------  --------------------  ----------------  --------  ----------  -------  ------------
needs approval  sales-representative  sales-supervisor        8%    6,400.00  51.08…%     76,000.00

What holds whoever grants it
----------------------------
Id          Outcome  Actual          Comparison  Required  Clause
----------  -------  --------------  ----------  --------  ------
aboveFloor  met      3600            at least    0         PIP-8
margin      met      0.510869565217  at least    0.3       PIP-8
inExchange  met      yes             equals      yes       PIP-4

Who may grant it
----------------
Rung                  May grant
--------------------  ---------
sales-representative  no
sales-supervisor      yes
regional-manager      yes
sales-director        yes

The limits of each rung
-----------------------
Id        Rule                  Outcome  Actual          Comparison  Required    Gap  Clause
--------  --------------------  -------  --------------  ----------  ---------  ----  ------
discount  sales-representative  not met  0.08            at most     0.05       0.03  PIP-8
amount    sales-representative  met      80,000          at most     100,000          PIP-8
margin    sales-representative  met      0.510869565217  at least    0.45             PIP-8
discount  sales-supervisor      met      0.08            at most     0.1              PIP-8
amount    sales-supervisor      met      80,000          at most     500,000          PIP-8
margin    sales-supervisor      met      0.510869565217  at least    0.45             PIP-8
discount  regional-manager      met      0.08            at most     0.15             PIP-8
amount    regional-manager      met      80,000          at most     2,000,000        PIP-8
margin    regional-manager      met      0.510869565217  at least    0.4              PIP-8
discount  sales-director        met      0.08            at most     0.25             PIP-8
margin    sales-director        met      0.510869565217  at least    0.3              PIP-8

Clauses           PIP-8, PIP-4
Digest (SHA-256)  ba01ee1186966ebc6dcec80756a72fa1fe04188f9b5482ab0c70409f30e5f673
`,
  checkStage: `Check of a stage
================

Policy   handbook-pipeline
Version  1

The deal may not leave “solution-design” yet; missing: successStories. “successStories” is 2; it has to be at least 3: 1 is missing. “demonstration” is not known; it has to be yes.

Result
------
Stage       solution-design
To stage    negotiation-signing
Allowed     yes
Allowed to  prospecting, needs-analysis, negotiation-signing
May move    no
Complete    no

What the stage asks for
-----------------------
Id                    Outcome  Gap  Holds back
--------------------  -------  ---  ----------
tailoredProposal      met           yes
successStories        not met    1  yes
competitorComparison  met           no
demonstration         unknown       no

Conditions
----------
Id                    Outcome  Actual  Comparison  Required  Gap  Clause
--------------------  -------  ------  ----------  --------  ---  ------
tailoredProposal      met      yes     equals      yes            PIP-6
successStories        not met  2       at least    3           1  PIP-4
competitorComparison  met      yes     equals      yes            PIP-6
demonstration         unknown          equals      yes            PIP-6

Clauses           PIP-1, PIP-6, PIP-4
Digest (SHA-256)  23fe95097cbd5dd176da48e2c98540ca9b6124f6ee4647d4fa0b92840ceedc17
`,
  collectionPeriod: `Days until cash is collected
============================

Method   invoices
Policy   handbook-pipeline
Version  1

It takes 17.5 days until cash is collected. 200.00 is open, for 89 days on average.

Result
------
Days    Paid    Open  Days open
----  ------  ------  ---------
17.5  800.00  200.00         89

Invoices in no figure
---------------------
Invoice  Index  Reason
-------  -----  -------
I-2          1  no date

Clauses           PIP-2
Digest (SHA-256)  398ffe03df050f523d3629a5a2a5473f95e54215ff78ffb01dd06455294acb27
`,
  forecastPipeline: `Sales forecast
==============

As of    2026-04-01
Per      month
Policy   handbook-pipeline
Version  1

120,000.00 is expected of open deals of 230,000.00, likely between 59,172.37 and 180,827.63. 2026-04: 115,000.00 of 180,000.00. 2026-05: 5,000.00 of 50,000.00. D-4 is in no period: its date has passed. Some deals cannot be read; the list says why.

All open deals
--------------
Deals  Deal value    Expected        Low        High
-----  ----------  ----------  ---------  ----------
    3  230,000.00  120,000.00  59,172.37  180,827.63

By period
---------
Period   Deals  Deal value    Expected        Low        High
-------  -----  ----------  ----------  ---------  ----------
2026-04      2  180,000.00  115,000.00  56,050.87  173,949.13
2026-05      1   50,000.00    5,000.00       0.00   20,000.00

Deals
-----
Deal  Stage                Period   Deal value  Probability  Source        Expected
----  -------------------  -------  ----------  -----------  -----------  ---------
D-1   negotiation-signing  2026-04  100,000.00          75%  policy       75,000.00
D-2   solution-design      2026-04   80,000.00          50%  of the deal  40,000.00
D-3   prospecting          2026-05   50,000.00          10%  policy        5,000.00

Deals in no period
------------------
Deal  Stage           Reason   Deal value
----  --------------  -------  ----------
D-4   needs-analysis  overdue   30,000.00

Deals that cannot be read
-------------------------
Id   Index  Why, and what would change it
---  -----  --------------------------------------------
D-5      4  value: got "much", expected a plain decimal.

Clauses           PIP-9
Digest (SHA-256)  92b1424cbbea233a4055896763ac059c9f3bd06c348eb503de53141a2722b73d
`,
  measureCompleteness: `Completeness of records
=======================

As of    2026-03-05T09:00:00+08:00
Policy   handbook-pipeline
Version  1

The records are complete to 90%, below the target of 98%; fields still to fill: 1. “nextStep” is missing in visit records: 1. 50% were made in time.

Result
------
Target met  Measured by  Target  Remaining
----------  -----------  ------  ---------
no          fields          98%          1

All records
-----------
Records  Complete  Of records  Required fields  Filled  Of fields  In time  Late  Pending  On time
-------  --------  ----------  ---------------  ------  ---------  -------  ----  -------  -------
      2         1         50%               10       9        90%        1     1        0      50%

By rep and kind
---------------
Rep              Li
Kind             visit
Records          2
Complete         1
Of records       50%
Required fields  10
Filled           9
Of fields        90%
In time          1
Late             1
Pending          0
On time          50%

Fields that are missing
-----------------------
Rep  Kind   Field     Records
---  -----  --------  -------
Li   visit  nextStep        1

Clauses           PIP-10
Digest (SHA-256)  d75e47227339459c5efef0634f8b1dc86fbb42692008a0757f59c22e79874a33
`,
  measureFunnel: `Sales funnel
============

As of    2026-03-01
Policy   handbook-pipeline
Version  1

50% of the decided deals were won; won: 1, lost: 1, open: 1. From the lead to the deal it takes 42 days in the median. A customer who bought has bought for 80,000.00 on average. Some deals cannot be read; the list says why.

Result
------
Won  Lost  Open  Win rate  First to last stage
---  ----  ----  --------  -------------------
  1     1     1       50%                   0%

Stages
------
Stage                Reached  Deal value  In it now  Value in it now  Median days
-------------------  -------  ----------  ---------  ---------------  -----------
prospecting                3  130,000.00          1        50,000.00         10.5
needs-analysis             2   80,000.00          0             0.00          9.5
solution-design            1   80,000.00          0             0.00           13
negotiation-signing        1   80,000.00          0             0.00           14
delivery                   1   80,000.00          1        80,000.00
after-sales-care           0        0.00          0             0.00

From stage to stage
-------------------
From stage             prospecting
To stage               needs-analysis
Reached                3
Went on                2
Still open             1
Lost                   0
Conversion             66.66…%
Conversion of decided  100%

From stage             needs-analysis
To stage               solution-design
Reached                2
Went on                1
Still open             0
Lost                   1
Conversion             50%
Conversion of decided  50%

From stage             solution-design
To stage               negotiation-signing
Reached                1
Went on                1
Still open             0
Lost                   0
Conversion             100%
Conversion of decided  100%

From stage             negotiation-signing
To stage               delivery
Reached                1
Went on                1
Still open             0
Lost                   0
Conversion             100%
Conversion of decided  100%

From stage             delivery
To stage               after-sales-care
Reached                1
Went on                0
Still open             1
Lost                   0
Conversion             0%

Days in a stage, of deals that left it
--------------------------------------
Stage                Deals  Mean  Median  Lower quartile  Upper quartile  Shortest  Longest
-------------------  -----  ----  ------  --------------  --------------  --------  -------
prospecting              2  10.5    10.5            8.75           12.25         7       14
needs-analysis           2   9.5     9.5            8.75           10.25         8       11
solution-design          1    13      13              13              13        13       13
negotiation-signing      1    14      14              14              14        14       14

Days so far, of deals that are in a stage
-----------------------------------------
Stage        Deals  Mean  Median  Lower quartile  Upper quartile  Shortest  Longest
-----------  -----  ----  ------  --------------  --------------  --------  -------
prospecting      1     9       9               9               9         9        9
delivery         1    13      13              13              13        13       13

Days from the lead to the deal
------------------------------
Deals  Mean  Median  Lower quartile  Upper quartile  Shortest  Longest
-----  ----  ------  --------------  --------------  --------  -------
    1    42      42              42              42        42       42

Sales per buyer
---------------
Sales in all  Orders  Customers  Sales per order  Sales per customer
------------  ------  ---------  ---------------  ------------------
   80,000.00       1          1        80,000.00           80,000.00

Velocity
--------
Open deals  Deal size  Win rate  Days of the cycle  Per day  Per 30 days
----------  ---------  --------  -----------------  -------  -----------
         1  80,000.00       50%                 42   952.38    28,571.43

Steps that were judged
----------------------
Minimum sample  Too few
--------------  ---------------------------------------------------------------------------
            10  prospecting, needs-analysis, solution-design, negotiation-signing, delivery

Deals that cannot be read
-------------------------
Id                             D-4
Index                          3
Why, and what would change it  won: got 2026-02-10, which is before the deal was created on 2026-02-20. Correct one of them.

Clauses           PIP-2, PIP-3
Digest (SHA-256)  8d4a464a57f0859765af1a5250d56846c19cab81bd42971aab64854e4fbc633e
`,
  prioritise: `Tasks in the order in which to do them
======================================

Policy   handbook-pipeline
Version  1

Important and urgent: call Acme, offer. Important: strategy. Urgent: report. Neither: tidy.

Tasks
-----
Id         Quadrant  Important  Urgent  Always first
---------  --------  ---------  ------  ------------
call Acme         1         50      50  yes
offer             1         50      50  no
strategy          2         80      20  no
report            3         20      80  no
tidy              4         10      10  no

Clauses           PIP-5
Digest (SHA-256)  85cdecc6daca5090fa2a0479b50cb96e18b2be1f0b143abb0e6a9761570a136e
`,
  salesVelocity: `Sales velocity
==============

Policy   handbook-pipeline
Version  1

2,777.78 is sold per day, 83,333.33 in 30 days. Win rate: 10% more would be sold. Days of the cycle: 11.11…% more would be sold.

Velocity
--------
Open deals  Deal size  Win rate  Days of the cycle   Per day  Per 30 days
----------  ---------  --------  -----------------  --------  -----------
        40  25,000.00       25%                 90  2,777.78    83,333.33

What more each lever would sell
-------------------------------
Lever                 Gain
-----------------  -------
Win rate               10%
Days of the cycle  11.11…%

Clauses           PIP-2
Digest (SHA-256)  9304278b41b1d2a890b230f04588be0c07ad6d4f2ad4123d6a5a0ac859314b65
`,
}

describe('explain (pipeline)', () => {
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
