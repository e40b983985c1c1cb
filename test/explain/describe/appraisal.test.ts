import { describe, expect, it } from 'vitest'
import { appraisalBranches, appraisalOutcomes } from '../outcomes/appraisal.js'
import { full, short, unsaid } from './telling.js'

const examples = { ...appraisalOutcomes, ...appraisalBranches }

/** What each is told as in a paragraph, in English, Simplified and Traditional Chinese. */
const SHORT: Readonly<Record<keyof typeof examples, readonly string[]>> = {
  appraise: [
    'The score is 86.8, the sum of what each indicator adds. “sales” reaches the level “base” with 24% more of its target.',
    '考核得分 86.8，为各指标得分之和。“sales”再完成目标的 24% 即达“base”。',
    '考核得分 86.8，為各指標得分之和。「sales」再完成目標的 24% 即達「base」。',
  ],
  appraiseYear: [
    'The score of the year is 79, the mean of its periods. 2026-Q4 does not count: it is excused (parental leave).',
    '年度得分 79，为各期得分的平均。2026-Q4 不计入：已免考（parental leave）。',
    '年度得分 79，為各期得分的平均。2026-Q4 不計入：已免考（parental leave）。',
  ],
  measureVisits: [
    '50% of the visits were made, 3 of 6. Hua has had 2 of 4 visits; still to make: 2. Xin has had 1 of 2 visits; still to make: 1. Some records of visits do not count; the list says why.',
    '拜访完成率 50%：应访 6 次，完成 3 次。Hua 应访 4 次，已访 2 次，还差 2 次。Xin 应访 2 次，已访 1 次，还差 1 次。部分拜访记录未计入，清单写明原因。',
    '拜訪完成率 50%：應訪 6 次，完成 3 次。Hua 應訪 4 次，已訪 2 次，還差 2 次。Xin 應訪 2 次，已訪 1 次，還差 1 次。部分拜訪紀錄未計入，清單寫明原因。',
  ],
  overrideAppraisal: [
    'The grade is S and the score 91, decided by committee on 2026-04-20. Reason: project result not yet booked. Computed were the grade A and the score 87.5. The appeal of 2026-04-16 was in time: it could be filed until 2026-04-17.',
    '等级 S，得分 91，由 committee 于 2026-04-20 决定。理由：project result not yet booked。原计算结果为等级 A，得分 87.5。2026-04-16 提出的申诉在期限 2026-04-17 之内。',
    '等第 S，得分 91，由 committee 於 2026-04-20 決定。理由：project result not yet booked。原計算結果為等第 A，得分 87.5。2026-04-16 提出的申訴在期限 2026-04-17 之內。',
  ],
  'appraise: held at the maximum, with a cap and a gap': [
    'The score is held at 100. There is no result for newCustomers. The grade is B at most, because of “fewComplaints”.',
    '得分以 100 为限。缺少 newCustomers 的结果。因“fewComplaints”，等级最高为 B。',
    '得分以 100 為限。缺少 newCustomers 的結果。因「fewComplaints」，等第最高為 B。',
  ],
  'appraiseYear: the best periods': [
    'The score of the year is 89, the mean of its best periods. 2026-Q1 does not count: 22 of its 90 days were appraised, which is too few. 2026-Q2 does not count: with 70 it is not among the best.',
    '年度得分 89，为得分最高的几期的平均。2026-Q1 不计入：90 天中只考核 22 天，天数不足。2026-Q2 不计入：得分 70，不在得分最高的几期之列。',
    '年度得分 89，為得分最高的幾期的平均。2026-Q1 不計入：90 天中只考核 22 天，天數不足。2026-Q2 不計入：得分 70，不在得分最高的幾期之列。',
  ],
  'appraiseYear: by days': [
    'The score of the year is 90, the mean of its periods by the days appraised.',
    '年度得分 90，为各期得分按考核天数的加权平均。',
    '年度得分 90，為各期得分按考核天數的加權平均。',
  ],
  'measureVisits: of a kind in all': [
    '0% of the visits were made, 0 of 4. Customers of the kind “new” have had 0 of 4 visits; still to make: 4.',
    '拜访完成率 0%：应访 4 次，完成 0 次。“new”类客户应访 4 次，已访 0 次，还差 4 次。',
    '拜訪完成率 0%：應訪 4 次，完成 0 次。「new」類客戶應訪 4 次，已訪 0 次，還差 4 次。',
  ],
  'measureVisits: nobody to visit': [
    'No visits are required.',
    '本月没有应访客户。',
    '本月沒有應訪客戶。',
  ],
  'overrideAppraisal: a score alone': [
    'The score is 91, decided by committee on 2026-04-15. Reason: project result not yet booked. Computed was the score 87.5.',
    '得分 91，由 committee 于 2026-04-15 决定。理由：project result not yet booked。原计算得分 87.5。',
    '得分 91，由 committee 於 2026-04-15 決定。理由：project result not yet booked。原計算得分 87.5。',
  ],
}

/** The whole documents in English. */
const FULL: Readonly<Record<keyof typeof appraisalOutcomes, string>> = {
  appraise: `Appraisal sheet
===============

Employee  E-17
Period    2026-Q1
Policy    handbook-appraisal
Version   1

The score is 86.8, the sum of what each indicator adds. “sales” reaches the level “base” with 24% more of its target.

Indicators
----------
Id           sales
Attainment   96%
Points       96
Weight       40
Weight used  40%
Adds         38.4
Next level   base
Starts at    120%
Remaining    24%

Id           newCustomers
Attainment   70%
Points       70
Weight       30
Weight used  30%
Adds         21

Id           satisfaction
Points       92
Weight       20
Weight used  20%
Adds         18.4
Source       survey

Id           collectionRate
Attainment   90%
Points       90
Weight       10
Weight used  10%
Adds         9

Result
------
Score
-----
 86.8

Clauses           APP-1, APP-2, APP-7, APP-10, APP-11
Digest (SHA-256)  52a0fbbc89781afb9b0040bc7d8e9c9ff2d221f9a78af15aea1c5121fb0a5659
`,
  appraiseYear: `Appraisal of the year
=====================

Employee  E-1042
Year      2026
By        mean
Policy    handbook-appraisal
Version   1

The score of the year is 79, the mean of its periods. 2026-Q4 does not count: it is excused (parental leave).

Periods
-------
Period   Score  Days  Of days  Weight used  Adds  Not counted  Excused
-------  -----  ----  -------  -----------  ----  -----------  --------------
2026-Q2     70    44       91          50%    35
2026-Q3     88    92       92          50%    44
2026-Q4            0       92           0%     0  excused      parental leave
-------  -----  ----  -------  -----------  ----  -----------  --------------
Total                                         79

Clauses           APP-9
Digest (SHA-256)  d2e5d806aa51bd479a761409396111284d59c19e05395e31d327fc4bd626728c
`,
  measureVisits: `Visits of the month
===================

Employee  E-1042
Period    2026-03
Policy    handbook-appraisal
Version   1

50% of the visits were made, 3 of 6. Hua has had 2 of 4 visits; still to make: 2. Xin has had 1 of 2 visits; still to make: 1. Some records of visits do not count; the list says why.

All customers
-------------
Actual  Target  Attainment
------  ------  ----------
     3       6         50%

By kind of customer
-------------------
Kind      Customers  Visits  Counted  Target
--------  ---------  ------  -------  ------
new               1       2        2       4
existing          1       1        1       2

Too few visits
--------------
Customer  Kind      Visits  Required  Remaining
--------  --------  ------  --------  ---------
Hua       new            2         4          2
Xin       existing       1         2          1

Records that do not count
-------------------------
Visit  Reason
-----  -----------------------------------------------------------------------------------------
V-3    proof: got no proof, expected a visit with its record: "check-in", "signed-confirmation".

Clauses           APP-6, APP-11
Digest (SHA-256)  b7ebad3a6d0b6cf539830a0cf5342e87ef2738ffb4dc28b67f989312aa23049d
`,
  overrideAppraisal: `Decision on an appraisal
========================

Employee  E-1042
Period    2026-Q1
Policy    handbook-appraisal
Version   1

The grade is S and the score 91, decided by committee on 2026-04-20. Reason: project result not yet booked. Computed were the grade A and the score 87.5. The appeal of 2026-04-16 was in time: it could be filed until 2026-04-17.

What holds
----------
Score  Grade  Decided by  Decided on  Reason
-----  -----  ----------  ----------  -----------------------------
   91  S      committee   2026-04-20  project result not yet booked

What was computed
-----------------
Score  Grade
-----  -----
 87.5  A

Decisions
---------
Day         2026-04-15
Decided by  committee
Score       91
Reason      project result not yet booked

Day         2026-04-20
Decided by  committee
Grade       S
Reason      project result not yet booked
Announced   2026-04-10
Filed       2026-04-16
Deadline    2026-04-17

Clauses           APP-8
Digest (SHA-256)  ed5250e482ab6f20a3baedcfeedf0929243fce75ffa38d9376564b94119de022
`,
}

describe('explain (appraisal)', () => {
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
