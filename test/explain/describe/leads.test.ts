import { explain } from 'sales-rules/explain'
import { describe, expect, it } from 'vitest'
import { leadsBranches, leadsOutcomes } from '../outcomes/leads.js'
import { full, short, unsaid } from './telling.js'

const examples = { ...leadsOutcomes, ...leadsBranches }

/** What each is told as in a paragraph, in English, Simplified and Traditional Chinese. */
const SHORT: Readonly<Record<keyof typeof examples, readonly string[]>> = {
  evaluateScores: [
    'A won lead scores more than a lost one with a chance of 91.66…%. The best-scored 20% are won 2.5 times as often as all. Of the decided leads, 40% were won: 2 of 5. Predicted and actual chances differ by 8% on average. Some rows cannot be read; the list says why.',
    '成交线索得分高于未成交线索的概率为 91.66…%。得分最高的 20% 的成交率为总体的 2.5 倍。已有结果 5 条，成交 2 条，成交率 40%。预测概率与实际平均相差 8%。部分行无法读取，清单写明原因。',
    '成交者得分高於未成交者的機率為 91.66…%。得分最高的 20% 的成交率為總體的 2.5 倍。已有結果 5 筆，成交 2 筆，成交率 40%。預測機率與實際平均相差 8%。部分列無法讀取，清單寫明原因。',
  ],
  rankLeads: [
    'L-3 has rank 1, with 84.6, “hot”. L-1 has rank 2, with 76.5, “warm”. It is 8.1 behind L-3. L-2 has rank 3, with 75, “warm”. It is 1.5 behind L-1. L-4 is invalid: duplicate. Some rows cannot be read; the list says why.',
    'L-3 排第 1，84.6 分，属“hot”。L-1 排第 2，76.5 分，属“warm”。距前面的 L-3 差 8.1 分。L-2 排第 3，75 分，属“warm”。距前面的 L-1 差 1.5 分。L-4 无效：duplicate。部分行无法读取，清单写明原因。',
    'L-3 排第 1，84.6 分，屬「hot」。L-1 排第 2，76.5 分，屬「warm」。距前面的 L-3 差 8.1 分。L-2 排第 3，75 分，屬「warm」。距前面的 L-1 差 1.5 分。L-4 無效：duplicate。部分列無法讀取，清單寫明原因。',
  ],
  rankSegments: [
    'logistics has rank 1, with 69. hospitals has rank 2, with 49. It is 20 behind logistics.',
    'logistics 排第 1，69 分。hospitals 排第 2，49 分。距前面的 logistics 差 20 分。',
    'logistics 排第 1，69 分。hospitals 排第 2，49 分。距前面的 logistics 差 20 分。',
  ],
  reviewSources: [
    'fair: undecided; 8% of its decided leads were won, 8 of 100. exhibitions: shift the budget; 8% of its decided leads were won, 160 of 2,000. referrals: keep; 20% of its decided leads were won, 200 of 1,000. cold calls: drop; 1% of its decided leads were won, 9 of 900. The threshold is 10%. fair: decided leads that would settle it: 865. A budget may move to referrals.',
    'fair：未定；转化率 8%（已有结果 100 条，成交 8 条）。exhibitions：转移预算；转化率 8%（已有结果 2,000 条，成交 160 条）。referrals：保留；转化率 20%（已有结果 1,000 条，成交 200 条）。cold calls：停用；转化率 1%（已有结果 900 条，成交 9 条）。门槛转化率为 10%。fair：有结果的线索达 865 条方可判定。预算可移至 referrals。',
    'fair：未定；轉換率 8%（已有結果 100 筆，成交 8 筆）。exhibitions：轉移預算；轉換率 8%（已有結果 2,000 筆，成交 160 筆）。referrals：保留；轉換率 20%（已有結果 1,000 筆，成交 200 筆）。cold calls：停用；轉換率 1%（已有結果 900 筆，成交 9 筆）。門檻轉換率為 10%。fair：有結果的潛在客戶達 865 筆方可判定。預算可移至 referrals。',
  ],
  routeLeads: [
    'L-2 (95) goes to Chen: high value goes to seniors first. L-3 (85) goes to Gu: no senior has a place. L-4 (60) goes to Gu: by turn. L-1 (40) waits: nobody has a place.',
    'L-2（95 分）分给 Chen：高价值优先分给资深。L-3（85 分）分给 Gu：资深名额已满。L-4（60 分）分给 Gu：按轮次。L-1（40 分）待分配：名额已满。',
    'L-2（95 分）分給 Chen：高價值優先分給資深。L-3（85 分）分給 Gu：資深名額已滿。L-4（60 分）分給 Gu：按輪次。L-1（40 分）待分派：名額已滿。',
  ],
  scoreLead: [
    'The lead scores 76.5, “warm”. 3.5 more points reach “hot”, which starts at 80. The fit of its profile is 77.78, “B”. The intent of its behaviour is 15, “3”.',
    '线索得分 76.5，属“warm”。再增 3.5 分即达“hot”（80 分起）。匹配度 77.78 分，属“B”。意向度 15 分，属“3”。',
    '潛在客戶得分 76.5，屬「warm」。再增 3.5 分即達「hot」（80 分起）。契合度 77.78 分，屬「B」。意向度 15 分，屬「3」。',
  ],
  staleProfiles: [
    'Lan was never refreshed. Hua is overdue by 2 days: it was to be refreshed by 2026-02-28. Current: 1.',
    'Lan 从未更新。Hua 应在 2026-02-28 前更新，已逾期 2 天。最新的有 1 份。',
    'Lan 從未更新。Hua 應在 2026-02-28 前更新，已逾期 2 天。最新的有 1 份。',
  ],
  'routeLeads: seniors alone': [
    'No lead is handed out. L-2 (95) waits: no senior has a place.',
    '没有分配线索。L-2（95 分）待分配：资深名额已满。',
    '沒有分派潛在客戶。L-2（95 分）待分派：資深名額已滿。',
  ],
  'evaluateScores: nobody': [
    'The leads that are decided do not tell how good the score is.',
    '有结果的线索不足，无法检验评分。',
    '有結果的潛在客戶不足，無法檢驗評分。',
  ],
  'rankLeads: nobody': ['No lead is ranked.', '没有参加排名的线索。', '沒有參加排名的潛在客戶。'],
  'rankLeads: a tie': [
    'L-2 has rank 1, with 75, “warm”. L-1 has rank 1, with 75, “warm”.',
    'L-2 排第 1，75 分，属“warm”。L-1 排第 1，75 分，属“warm”。',
    'L-2 排第 1，75 分，屬「warm」。L-1 排第 1，75 分，屬「warm」。',
  ],
  'rankSegments: nobody': [
    'No segment is ranked.',
    '没有参加排名的细分市场。',
    '沒有參加排名的區隔市場。',
  ],
  'reviewSources: none decided': [
    'fair: undecided; none of its leads is decided. The threshold is 10%. fair: decided leads that would settle it: 30.',
    'fair：未定；线索尚无结果。门槛转化率为 10%。fair：有结果的线索达 30 条方可判定。',
    'fair：未定；潛在客戶尚無結果。門檻轉換率為 10%。fair：有結果的潛在客戶達 30 筆方可判定。',
  ],
  'reviewSources: none': [
    'No source counts. The threshold is 10%.',
    '没有计入的来源。门槛转化率为 10%。',
    '沒有計入的來源。門檻轉換率為 10%。',
  ],
  'routeLeads: nobody': ['No lead is handed out.', '没有分配线索。', '沒有分派潛在客戶。'],
  'scoreLead: of high value': [
    'The lead scores 84.6, “hot”. It is of high value.',
    '线索得分 84.6，属“hot”。属高价值线索。',
    '潛在客戶得分 84.6，屬「hot」。屬高價值潛在客戶。',
  ],
  'scoreLead: warm': [
    'The lead scores 75, “warm”. 5 more points reach “hot”, which starts at 80.',
    '线索得分 75，属“warm”。再增 5 分即达“hot”（80 分起）。',
    '潛在客戶得分 75，屬「warm」。再增 5 分即達「hot」（80 分起）。',
  ],
  'scoreLead: invalid': [
    'The lead is invalid: duplicate (LEA-2). Apart from that it would score 75.',
    '线索无效：duplicate（LEA-2）。若不计此项，得分为 75。',
    '潛在客戶無效：duplicate（LEA-2）。若不計此項，得分為 75。',
  ],
  'scoreLead: invalid and not complete': [
    'The lead is invalid: duplicate (LEA-2).',
    '线索无效：duplicate（LEA-2）。',
    '潛在客戶無效：duplicate（LEA-2）。',
  ],
  'staleProfiles: none': [
    'All profiles are current: 0.',
    '客户画像均为最新：0 份。',
    '客戶輪廓均為最新：0 份。',
  ],
}

/** The whole documents in English. */
const FULL: Readonly<Record<keyof typeof leadsOutcomes, string>> = {
  evaluateScores: `How well a score tells who is won
=================================

A won lead scores more than a lost one with a chance of 91.66…%. The best-scored 20% are won 2.5 times as often as all. Of the decided leads, 40% were won: 2 of 5. Predicted and actual chances differ by 8% on average. Some rows cannot be read; the list says why.

Figures
-------
Decided                  5
Open                     1
Won                      2
Conversion               40%
AUC                      91.66…%
Average precision        83.33…%
Lift                     2.5
Best-scored share        20%
Brier score              0.112
Brier score of the rate  0.24
Brier skill              53.33…%

By band
-------
Id    Starts at  Decided  Won  Conversion  Interval from  Interval to            Lift
----  ---------  -------  ---  ----------  -------------  -----------  --------------
hot          80        3    2     66.66…%         20.77%       93.85%  1.666666666666
warm         50        1    0          0%             0%       79.35%               0
cold          0        1    0          0%             0%       79.35%               0

Predicted against actual
------------------------
Predicted from  Predicted to  Decided  Won  Predicted  Conversion  Interval from  Interval to
--------------  ------------  -------  ---  ---------  ----------  -------------  -----------
            0%           10%        0    0
           10%           20%        1    0        10%          0%             0%       79.35%
           20%           30%        1    0        20%          0%             0%       79.35%
           30%           40%        0    0
           40%           50%        0    0
           50%           60%        2    1        50%         50%          9.45%       90.55%
           60%           70%        0    0
           70%           80%        0    0
           80%           90%        0    0
           90%          100%        1    1        90%        100%         20.65%         100%

Error of the prediction
-----------------------
Error
-----
   8%

The period before
-----------------
Decided  Won  Conversion   AUC
-------  ---  ----------  ----
      3    1     33.33…%  100%

What has changed since before
-----------------------------
Change of the rate  Change of the AUC  Distance  Stability index
------------------  -----------------  --------  ---------------
            6.66…%            -8.33…%   46.66…%           0.2930

Share of each band before and now
---------------------------------
Id    Share before  Share now
----  ------------  ---------
hot        33.33…%        60%
warm       33.33…%        20%
cold       33.33…%        20%

Warnings
--------
Why, and what would change it
----------------------------------------------------------------------------------------------
5 leads are decided, expected at least 100. Take the figures as a hint.
2 leads are won, expected at least 10. Take the figures as a hint.
3 leads are lost, expected at least 10. Take the figures as a hint.
3 leads of the period before are decided, expected at least 100. Take the drift as a hint.
9 of 10 rows are counted; the others cannot be read. Mend them, or take the figures as a hint.

Rows that cannot be read
------------------------
Id  Index  Why, and what would change it
--  -----  -----------------------------------------
x       6  score: got "x", expected a plain decimal.

Digest (SHA-256)  3a5d705de37b72c0ae34fdc74c0ae5fad726252219270b116a0fcb930ef8e9d1
`,
  rankLeads: `Leads from the best to the last
===============================

Policy   handbook-leads
Version  1

L-3 has rank 1, with 84.6, “hot”. L-1 has rank 2, with 76.5, “warm”. It is 8.1 behind L-3. L-2 has rank 3, with 75, “warm”. It is 1.5 behind L-1. L-4 is invalid: duplicate. Some rows cannot be read; the list says why.

Leads
-----
Rank                1
Id                  L-3
Score               84.6
Band                hot
High value          yes
Clause              LEA-1, LEA-3

Rank                2
Id                  L-1
Score               76.5
Band                warm
High value          no
Behind              L-3
Remaining           8.1
Ordered by          score
Fit                 77.78
Band of the fit     B
Intent              15
Band of the intent  3
Cell                B3
Clause              LEA-1, LEA-3, LEA-5, LEA-6

Rank                3
Id                  L-2
Score               75
Band                warm
High value          no
Behind              L-1
Remaining           1.5
Ordered by          score

The bands above
---------------
Lead  Of      Band  Starts at  Remaining
----  ------  ----  ---------  ---------
L-1   score   hot          80        3.5
L-1   fit     A            80       2.22
L-1   intent  2            40         25

What the scores are made of
---------------------------
Of   Id             Points  Weight       Weight used   Adds
---  -------------  ------  ------  ----------------  -----
L-3  budget             99      40               40%   39.6
L-3  authority          80      30               30%     24
L-3  urgency            70      30               30%     21
L-1  budget             60      40               40%     24
L-1  authority         100      30               30%     30
L-1  urgency            75      30               30%   22.5
L-1  industry          100      25  55.555555555556%  55.56
L-1  companySize        50      20  44.444444444444%  22.22
L-1  location                   15                0%      0
L-1  preference                 15                0%      0
L-1  budgetRange                15                0%      0
L-1  decisionChain              10                0%      0
L-1  behaviour          15     100              100%     15

Invalid leads
-------------
Id   Reasons    Clause
---  ---------  ------
L-4  duplicate  LEA-2

Rows that cannot be read
------------------------
Id   Index  Why, and what would change it
---  -----  ------------------------------------------------------------------
L-5      4  authority: is missing, and the policy refuses to score without it.
L-5      4  urgency: is missing, and the policy refuses to score without it.

Clauses           LEA-1, LEA-2, LEA-3
Digest (SHA-256)  460b58733e98630f1298b341507a3a86b7f7ca6e2f31910fddbb94a9923a1311
`,
  rankSegments: `Segments in the order in which to develop them
==============================================

Policy   handbook-leads
Version  1

logistics has rank 1, with 69. hospitals has rank 2, with 49. It is 20 behind logistics.

Segments
--------
Rank  Id         Score  Behind     Remaining
----  ---------  -----  ---------  ---------
   1  logistics     69
   2  hospitals     49  logistics         20

What the scores are made of
---------------------------
Of         Id      Points  Weight  Weight used  Adds
---------  ------  ------  ------  -----------  ----
logistics  demand      30      40          40%    12
logistics  growth     100      30          30%    30
logistics  pain        90      30          30%    27
hospitals  demand      80      40          40%    32
hospitals  growth   16.67      30          30%     5
hospitals  pain        40      30          30%    12

Clauses           LEA-7
Digest (SHA-256)  6c6249362970041991fa489631315e9857d6f88de0e236edcc620221f792e96c
`,
  reviewSources: `What each source of leads is worth
==================================

Threshold  10%
Policy     handbook-leads
Version    1

fair: undecided; 8% of its decided leads were won, 8 of 100. exhibitions: shift the budget; 8% of its decided leads were won, 160 of 2,000. referrals: keep; 20% of its decided leads were won, 200 of 1,000. cold calls: drop; 1% of its decided leads were won, 9 of 900. The threshold is 10%. fair: decided leads that would settle it: 865. A budget may move to referrals.

Sources
-------
Id                           fair
Leads                        110
Open                         10
Decided                      100
Won                          8
Conversion                   8%
Interval from                4.11%
Interval to                  15%
Against the threshold        undecided
Verdict                      undecided
Because                      the interval contains the threshold
Decided leads needed         865
Cost (CNY)                   50,000.00
Cost per lead (CNY)          454.55
Cost per won customer (CNY)  6,250.00

Id                           exhibitions
Leads                        2,000
Open                         0
Decided                      2,000
Won                          160
Conversion                   8%
Interval from                6.89%
Interval to                  9.27%
Against the threshold        below
Verdict                      shift the budget
Cost (CNY)                   400,000.00
Cost per lead (CNY)          200.00
Cost per won customer (CNY)  2,500.00

Id                           referrals
Leads                        1,000
Open                         0
Decided                      1,000
Won                          200
Conversion                   20%
Interval from                17.64%
Interval to                  22.59%
Against the threshold        above
Verdict                      keep
Cost (CNY)                   60,000.00
Cost per lead (CNY)          60.00
Cost per won customer (CNY)  300.00

Id                           cold calls
Leads                        900
Open                         0
Decided                      900
Won                          9
Conversion                   1%
Interval from                0.53%
Interval to                  1.89%
Against the threshold        below
Verdict                      drop

To which a budget may move
--------------------------
Id
---------
referrals

Clauses           LEA-4
Digest (SHA-256)  982cbe32ae46b2daa8fb7759344112ed2927340a8318a1a09ed67a2e5333dcea
`,
  routeLeads: `Who gets which lead
===================

Policy   handbook-leads
Version  1

L-2 (95) goes to Chen: high value goes to seniors first. L-3 (85) goes to Gu: no senior has a place. L-4 (60) goes to Gu: by turn. L-1 (40) waits: nobody has a place.

Assigned
--------
Lead  Score  High value  Rep   Rank of the rep  Because
----  -----  ----------  ----  ---------------  ----------------
L-2      95  yes         Chen  senior           seniors first
L-3      85  yes         Gu    junior           seniors are full
L-4      60  no          Gu    junior           by turn

Waiting
-------
Lead  Score  High value  Because
----  -----  ----------  --------
L-1      40  no          no place

Reps
----
Id    Rank of the rep  Active  Capacity  Load  Assigned  Places left
----  ---------------  ------  --------  ----  --------  -----------
Gu    junior           yes           10     8         2            0
Chen  senior           yes            5     4         1            0

Clauses           LEA-3
Digest (SHA-256)  959ac1b0c0a0e54ba1aa7ca21cf6ff7072197696ecf9426c3832a5d886474c36
`,
  scoreLead: `Lead score
==========

Policy   handbook-leads
Version  1

The lead scores 76.5, “warm”. 3.5 more points reach “hot”, which starts at 80. The fit of its profile is 77.78, “B”. The intent of its behaviour is 15, “3”.

Result
------
Score  Band  High value    Fit  Band of the fit  Intent  Band of the intent  Cell
-----  ----  ----------  -----  ---------------  ------  ------------------  ----
 76.5  warm  no          77.78  B                    15  3                   B3

The band above
--------------
Of      Band  Starts at  Remaining
------  ----  ---------  ---------
score   hot          80        3.5
fit     A            80       2.22
intent  2            40         25

What the score is made of
-------------------------
Id         Points  Weight  Weight used  Adds
---------  ------  ------  -----------  ----
budget         60      40          40%    24
authority     100      30          30%    30
urgency        75      30          30%  22.5

What the fit is made of
-----------------------
Id             Points  Weight       Weight used   Adds
-------------  ------  ------  ----------------  -----
industry          100      25  55.555555555556%  55.56
companySize        50      20  44.444444444444%  22.22
location                   15                0%      0
preference                 15                0%      0
budgetRange                15                0%      0
decisionChain              10                0%      0

What the intent is made of
--------------------------
Id         Points  Weight  Weight used  Adds
---------  ------  ------  -----------  ----
behaviour      15     100         100%    15

Clauses           LEA-1, LEA-3, LEA-5, LEA-6
Digest (SHA-256)  ca8ecf6d33acf225bdc99a2a03f681c5e3cf7fd3f44dc64533c577a8a56bde2f
`,
  staleProfiles: `Customer profiles to refresh
============================

As of    2026-03-02
Policy   handbook-leads
Version  1

Lan was never refreshed. Hua is overdue by 2 days: it was to be refreshed by 2026-02-28. Current: 1.

Profiles
--------
Id   Refreshed   Refresh by  Days overdue
---  ----------  ----------  ------------
Lan
Hua  2025-11-30  2026-02-28             2

Result
------
Current
-------
      1

Clauses           LEA-8
Digest (SHA-256)  15b70e72601cd519767fcfa21ef9751ae3de4c73def2d04f8a4c7fdf8a1103b9
`,
}

describe('explain (leads)', () => {
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

describe('evaluateScores, explained', () => {
  it('cuts a figure that does not end, as it does percentages', () => {
    const evaluation = { ...leadsOutcomes.evaluateScores(), lift: '2.116439982402' }
    const said = explain(evaluation, { locale: 'en' })
    expect(said).toContain('are won 2.11… times as often as all.')
    expect(said).toContain('2.116439982402')
  })
})
