import { describe, expect, it } from 'vitest'
import { rewardsBranches, rewardsOutcomes } from '../outcomes/rewards.js'
import { full, short, unsaid } from './telling.js'

const examples = { ...rewardsOutcomes, ...rewardsBranches }

/** What each is told as in a paragraph, in English, Simplified and Traditional Chinese. */
const SHORT: Readonly<Record<keyof typeof examples, readonly string[]>> = {
  allowances: [
    'CNY 4,000.00 for 2026-Q1.',
    '2026-Q1 津贴共 4,000.00 元。',
    '2026-Q1 津貼共 人民幣 4,000.00 元。',
  ],
  awardTitles: [
    '“star-of-the-week”: Wang, Zhao (REW-6). “star-of-the-week”: tied for the last place, of which there are too few: Wang, Zhao.',
    '“star-of-the-week”：Wang、Zhao（REW-6）。“star-of-the-week”并列末位、名额不足：Wang、Zhao。',
    '「star-of-the-week」：Wang、Zhao（REW-6）。「star-of-the-week」並列末位、名額不足：Wang、Zhao。',
  ],
  checkReward: [
    '“internal-venture” is not open yet; not met: yearlyGrades. “yearlyGrades” is 1; it has to be at least 2, counting periods that are S: 1 is missing.',
    '尚不符合“internal-venture”的条件，未满足：yearlyGrades。“yearlyGrades”为 1，须单期为“S” 的期数至少为 2，还差 1。',
    '尚不符合「internal-venture」的條件，未符合：yearlyGrades。「yearlyGrades」為 1，須單期為「S」 的期數至少為 2，還差 1。',
  ],
  educationRepayment: [
    'CNY 7,479.45 of the CNY 10,000.00 for the course is owed back. 184 of 730 days of the commitment are served. By the terms it would be CNY 10,000.00; the law lets at most CNY 7,479.45 be asked back. The terms ask for more than the law allows.',
    '培训费 10,000.00 元，应返还 7,479.45 元。服务期 730 天，已履行 184 天。按约定为 10,000.00 元，法定上限为 7,479.45 元。约定的返还超出法定上限。',
    '培訓費 人民幣 10,000.00 元，應返還 人民幣 7,479.45 元。服務期 730 天，已履行 184 天。按約定為 人民幣 10,000.00 元，法定上限為 人民幣 7,479.45 元。約定的返還超出法定上限。',
  ],
  grantOptions: [
    '1,000 of 1,000 are granted; 0 are left. R-2 gets 300 of 500: the pool has no more. R-3 gets 0 of 100: the project is not known. R-4 gets 0 of 100: not eligible. “rung” is sales-director; it has to be one of junior-product-consultant, senior-industry-consultant, product-expert, chief-technical-consultant.',
    '可授 1,000，已授 1,000，剩余 0。R-2 申请 500，获 300：期权池用尽。R-3 申请 100，获 0：项目未知。R-4 申请 100，获 0：不符合条件。“rung”为 sales-director，须属于 junior-product-consultant、senior-industry-consultant、product-expert、chief-technical-consultant。',
    '可授 1,000，已授 1,000，剩餘 0。R-2 申請 500，獲 300：選擇權池用盡。R-3 申請 100，獲 0：專案未知。R-4 申請 100，獲 0：不符合條件。「rung」為 sales-director，須屬於 junior-product-consultant、senior-industry-consultant、product-expert、chief-technical-consultant。',
  ],
  hallOfFame: [
    'Entered: Li, Wang, Zhao. Places: 2, of 11 people with a result. Tied for the last place, of which there are too few: Wang, Zhao. other-0 is next; 25 is missing.',
    '入选：Li、Wang、Zhao。名额 2 个，有业绩者 11 人。并列末位、名额不足：Wang、Zhao。other-0 为下一位，还差 25。',
    '入選：Li、Wang、Zhao。名額 2 個，有業績者 11 人。並列末位、名額不足：Wang、Zhao。other-0 為下一位，還差 25。',
  ],
  vestingSchedule: [
    'By 2028-12-31, 1,000 of 4,000 shares have vested; 2,000 are still to vest. Forfeited: 1,000. The next day of vesting is 2029-03-01.',
    '截至 2028-12-31，4,000 股中已归属 1,000 股，待归属 2,000 股。已失效 1,000 股。下一归属日为 2029-03-01。',
    '截至 2028-12-31，4,000 股中已既得 1,000 股，待既得 2,000 股。已失效 1,000 股。下一既得日為 2029-03-01。',
  ],
  'vestingSchedule: somebody was dismissed': [
    'By 2028-12-31, 0 of 4,000 shares have vested; 0 are still to vest. Forfeited: 4,000. Left on 2027-09-30 (own): what has vested is forfeited, the rest is forfeited.',
    '截至 2028-12-31，4,000 股中已归属 0 股，待归属 0 股。已失效 4,000 股。2027-09-30 离职（own）：已归属部分失效，未归属部分失效。',
    '截至 2028-12-31，4,000 股中已既得 0 股，待既得 0 股。已失效 4,000 股。2027-09-30 離職（own）：已既得部分失效，未既得部分失效。',
  ],
  'vestingSchedule: at once': [
    'By 2028-12-31, 4,000 of 4,000 shares have vested; 0 are still to vest. Left on 2027-09-30 (own): what has vested is kept, the rest is vested at once.',
    '截至 2028-12-31，4,000 股中已归属 4,000 股，待归属 0 股。2027-09-30 离职（own）：已归属部分保留，未归属部分立即归属。',
    '截至 2028-12-31，4,000 股中已既得 4,000 股，待既得 0 股。2027-09-30 離職（own）：已既得部分保留，未既得部分立即既得。',
  ],
  'vestingSchedule: goes on': [
    'By 2028-12-31, 1,000 of 4,000 shares have vested; 2,000 are still to vest. Forfeited: 1,000. The next day of vesting is 2029-03-01. Left on 2027-09-30 (own): what has vested is kept, the rest is vested as if nobody had left.',
    '截至 2028-12-31，4,000 股中已归属 1,000 股，待归属 2,000 股。已失效 1,000 股。下一归属日为 2029-03-01。2027-09-30 离职（own）：已归属部分保留，未归属部分照常归属。',
    '截至 2028-12-31，4,000 股中已既得 1,000 股，待既得 2,000 股。已失效 1,000 股。下一既得日為 2029-03-01。2027-09-30 離職（own）：已既得部分保留，未既得部分照常既得。',
  ],
  'allowances: a month that is not whole': [
    'CNY 0.00 for 2026-02. “PMP” earns nothing in 2026-02: not held for the whole month.',
    '2026-02 津贴共 0.00 元。“PMP”2026-02 无津贴：持有不足整月。',
    '2026-02 津貼共 人民幣 0.00 元。「PMP」2026-02 無津貼：持有未滿整月。',
  ],
  'awardTitles: nobody': [
    '“star-of-the-week”: nobody (REW-6).',
    '“star-of-the-week”：空缺（REW-6）。',
    '「star-of-the-week」：從缺（REW-6）。',
  ],
  'checkReward: open': [
    '“training-abroad” is open: everything that it asks for is met.',
    '符合“training-abroad”的全部条件。',
    '符合「training-abroad」的全部條件。',
  ],
  'checkReward: not known': [
    'Whether “training-abroad” is open is not known; not known or not met: yearlyGrades. “yearlyGrades” is not known; it has to be at least 1, counting periods that are S.',
    '是否符合“training-abroad”的条件尚不明确，未知或未满足：yearlyGrades。“yearlyGrades”未知，须单期为“S” 的期数至少为 1。',
    '是否符合「training-abroad」的條件尚不明確，未知或未符合：yearlyGrades。「yearlyGrades」未知，須單期為「S」 的期數至少為 1。',
  ],
  'educationRepayment: by day': [
    'CNY 5,000.00 of the CNY 10,000.00 for the course is owed back. 365 of 730 days of the commitment are served. By the terms it would be CNY 5,000.00; the law lets at most CNY 5,000.00 be asked back.',
    '培训费 10,000.00 元，应返还 5,000.00 元。服务期 730 天，已履行 365 天。按约定为 5,000.00 元，法定上限为 5,000.00 元。',
    '培訓費 人民幣 10,000.00 元，應返還 人民幣 5,000.00 元。服務期 730 天，已履行 365 天。按約定為 人民幣 5,000.00 元，法定上限為 人民幣 5,000.00 元。',
  ],
  'grantOptions: as requested': [
    '700 of 1,000 are granted; 300 are left.',
    '可授 1,000，已授 700，剩余 300。',
    '可授 1,000，已授 700，剩餘 300。',
  ],
  'hallOfFame: nobody': [
    'Nobody entered. Places: 0, of 0 people with a result.',
    '无人入选。名额 0 个，有业绩者 0 人。',
    '無人入選。名額 0 個，有業績者 0 人。',
  ],
  'vestingSchedule: a plain schedule': [
    '18 shares vest from 2027-03-01 to 2030-03-01. Nothing vests before 2027-03-01.',
    '18 股自 2027-03-01 至 2030-03-01 分期归属。2027-03-01 前不归属。',
    '18 股自 2027-03-01 至 2030-03-01 分期既得。2027-03-01 前不既得。',
  ],
  'vestingSchedule: tranches of their own': [
    '100 shares vest from 2027-03-01 to 2028-03-01.',
    '100 股自 2027-03-01 至 2028-03-01 分期归属。',
    '100 股自 2027-03-01 至 2028-03-01 分期既得。',
  ],
  'vestingSchedule: somebody has left': [
    'By 2028-12-31, 1,000 of 4,000 shares have vested; 0 are still to vest. Forfeited: 3,000. Left on 2027-09-30 (good): what has vested is kept, the rest is vested in proportion to the days served.',
    '截至 2028-12-31，4,000 股中已归属 1,000 股，待归属 0 股。已失效 3,000 股。2027-09-30 离职（good）：已归属部分保留，未归属部分按在职天数归属。',
    '截至 2028-12-31，4,000 股中已既得 1,000 股，待既得 0 股。已失效 3,000 股。2027-09-30 離職（good）：已既得部分保留，未既得部分按在職天數既得。',
  ],
}

/** The whole documents in English. */
const FULL: Readonly<Record<keyof typeof rewardsOutcomes, string>> = {
  allowances: `Allowances for certificates
===========================

Payee    E-17
Period   2026-Q1
Policy   handbook-rewards
Version  1

CNY 4,000.00 for 2026-Q1.

Months
------
Month    Amount (CNY)
-------  ------------
2026-01          0.00
2026-02      2,000.00
2026-03      2,000.00
-------  ------------
Total        4,000.00

Certificates
------------
Month    Certificate  Days  Of days  Amount (CNY)
-------  -----------  ----  -------  ------------
2026-02  PMP            14       28      2,000.00
2026-03  PMP            31       31      2,000.00

Clauses           REW-4
Digest (SHA-256)  96f8d0ef0bed8ddc45e70561f85cc54cefc364ab8e0e78bb02144c420cb835b0
`,
  awardTitles: `Titles
======

Period   2026-W07
Policy   handbook-rewards
Version  1

“star-of-the-week”: Wang, Zhao (REW-6). “star-of-the-week”: tied for the last place, of which there are too few: Wang, Zhao.

Titles
------
Title             Winners     Tied        Clause
----------------  ----------  ----------  ------
star-of-the-week  Wang, Zhao  Wang, Zhao  REW-6

Ranking
-------
Title             Rank  Id    Figures
----------------  ----  ----  -------
star-of-the-week     1  Wang  95000
star-of-the-week     1  Zhao  95000
star-of-the-week     3  Li    80000

Who was not ranked
------------------
Title             Id  Reason
----------------  --  -------------------
star-of-the-week  Gu  a figure is missing

Clauses           REW-6
Digest (SHA-256)  fe79c7de15abbe272e4a608210a9679694c4981e89b9cd3029b693d2d90c6cee
`,
  checkReward: `Whether a reward is open
========================

Reward   internal-venture
Policy   handbook-rewards
Version  1

“internal-venture” is not open yet; not met: yearlyGrades. “yearlyGrades” is 1; it has to be at least 2, counting periods that are S: 1 is missing.

Conditions
----------
Id            Outcome  Actual  Comparison  Required  Gap  Each period  Required of each  Clause
------------  -------  ------  ----------  --------  ---  -----------  ----------------  ------
yearlyGrades  not met  1       at least    2           1  equals       S                 REW-8

Missing
-------
Id
------------
yearlyGrades

Clauses           REW-8
Digest (SHA-256)  8e3d7b62139e70a47959702cf8bb73d392ef6a27fdb11969a0a449131f4e268a
`,
  educationRepayment: `Repayment of a course
=====================

Payee    E-17
Policy   handbook-rewards
Version  1

CNY 7,479.45 of the CNY 10,000.00 for the course is owed back. 184 of 730 days of the commitment are served. By the terms it would be CNY 10,000.00; the law lets at most CNY 7,479.45 be asked back. The terms ask for more than the law allows.

How it comes about
------------------
Cost of the course (CNY)  10,000.00
Days served               184
Of days                   730
By the terms (CNY)        10,000.00
Legal limit (CNY)         7,479.45
Owed back (CNY)           7,479.45

The step
--------
Up to months  Share owed
------------  ----------
          12        100%

What is not in order
--------------------
What is not in order  The terms ask back 10000.00, and the law allows 7479.45 at most: in proportion to the time not served.

Clauses           REW-5
Digest (SHA-256)  246364f3de5511530d065cb430ef59075487a3ea39b34b692d71edd44ea8246b
`,
  grantOptions: `Grants of options
=================

Plan     expert-options
Policy   handbook-rewards
Version  1

1,000 of 1,000 are granted; 0 are left. R-2 gets 300 of 500: the pool has no more. R-3 gets 0 of 100: the project is not known. R-4 gets 0 of 100: not eligible. “rung” is sales-director; it has to be one of junior-product-consultant, senior-industry-consultant, product-expert, chief-technical-consultant.

The pool
--------
Available  Granted  Left
---------  -------  ----
    1,000    1,000     0

Projects
--------
Id       Requested  Granted
-------  ---------  -------
scanner      1,300    1,000

Grants
------
Id   Project   Requested  Granted  Cut  Reason
---  --------  ---------  -------  ---  ------------------------
R-1  scanner         700      700    0
R-2  scanner         500      300  200  the pool has no more
R-3  brochure        100        0  100  the project is not known
R-4  scanner         100        0  100  not eligible

Conditions
----------
Id          rung
Rule        R-1
Outcome     met
Actual      product-expert
Comparison  one of
Required    junior-product-consultant, senior-industry-consultant, product-expert, chief-technical-consultant
Clause      REW-2

Id          rung
Rule        R-2
Outcome     met
Actual      product-expert
Comparison  one of
Required    junior-product-consultant, senior-industry-consultant, product-expert, chief-technical-consultant
Clause      REW-2

Id          rung
Rule        R-3
Outcome     met
Actual      product-expert
Comparison  one of
Required    junior-product-consultant, senior-industry-consultant, product-expert, chief-technical-consultant
Clause      REW-2

Id          rung
Rule        R-4
Outcome     not met
Actual      sales-director
Comparison  one of
Required    junior-product-consultant, senior-industry-consultant, product-expert, chief-technical-consultant
Clause      REW-2

Clauses           REW-2
Digest (SHA-256)  c25e6dba09926a08a65af422edb1dc35ec4270e22b7444994e69228039ad3725
`,
  hallOfFame: `Hall of fame
============

Policy   handbook-rewards
Version  1

Entered: Li, Wang, Zhao. Places: 2, of 11 people with a result. Tied for the last place, of which there are too few: Wang, Zhao. other-0 is next; 25 is missing.

Result
------
People with a result  Places
--------------------  ------
                  11       2

Ranking
-------
Rank  Id       Result  Entered  Remaining
----  -------  ------  -------  ---------
   1  Li           99  yes
   2  Wang         95  yes
   2  Zhao         95  yes
   4  other-0      70  no              25
   5  other-1      69  no              26
   6  other-2      68  no              27
   7  other-3      67  no              28
   8  other-4      66  no              29
   9  other-5      65  no              30
  10  other-6      64  no              31
  11  other-7      63  no              32

Tied for the last place
-----------------------
Id
----
Wang
Zhao

Without a result
----------------
Id
--
Gu

Clauses           REW-3
Digest (SHA-256)  abe6fa894bcf896c2e27eaf31f58d218a05e45dbcf00e111d4473bc076c171ae
`,
  vestingSchedule: `Vesting schedule
================

Plan     restricted-stock
Policy   handbook-rewards
Version  1

By 2028-12-31, 1,000 of 4,000 shares have vested; 2,000 are still to vest. Forfeited: 1,000. The next day of vesting is 2029-03-01.

Terms
-----
Shares  Start       Tranches  Every  Cliff in months  Allocation
------  ----------  --------  -----  ---------------  ---------------------
 4,000  2026-03-01         4  year                 0  cumulative-round-down

Tranches
--------
Date        Shares  Shares so far
----------  ------  -------------
2027-03-01   1,000          1,000
2028-03-01   1,000          2,000
2029-03-01   1,000          3,000
2030-03-01   1,000          4,000

Position
--------
As of       Vested  Unvested  Forfeited
----------  ------  --------  ---------
2028-12-31   1,000     2,000      1,000

What became of each tranche
---------------------------
Date        State      Vested  Forfeited  Vested on
----------  ---------  ------  ---------  ----------
2027-03-01  vested      1,000          0  2027-03-01
2028-03-01  forfeited       0      1,000
2029-03-01  scheduled       0          0
2030-03-01  scheduled       0          0

Conditions
----------
Id                 Rule        Outcome  Actual  Comparison  Required   Gap  Clause
-----------------  ----------  -------  ------  ----------  --------  ----  ------
performanceGrowth  2027-03-01  met      0.08    above       0               REW-1
performanceGrowth  2028-03-01  not met  -0.02   above       0         0.02  REW-1

Clauses           REW-1
Digest (SHA-256)  1366b703cfbd1d7b2c08c75f4b22e6f38dca5851b7fd47d4334650f38d3ae0b9
`,
}

describe('explain (rewards)', () => {
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
