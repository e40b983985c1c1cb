import { describe, expect, it } from 'vitest'
import { targetsBranches, targetsOutcomes } from '../outcomes/targets.js'
import { full, short, unsaid } from './telling.js'

const examples = { ...targetsOutcomes, ...targetsBranches }

/** What each is told as in a paragraph, in English, Simplified and Traditional Chinese. */
const SHORT: Readonly<Record<keyof typeof examples, readonly string[]>> = {
  cascadeTarget: [
    '10,000.00 is shared out; what everybody carries adds up to it. Gu carries 1,000.00 in person. north has 6,000.00. south has 3,000.00.',
    '目标 10,000.00 已分解，各人承担额合计相符。Gu 本人承担 1,000.00。north 为 6,000.00。south 为 3,000.00。',
    '目標 10,000.00 已分解，各人承擔額合計相符。Gu 本人承擔 1,000.00。north 為 6,000.00。south 為 3,000.00。',
  ],
  checkCascade: [
    'The targets do not add up; nodes that were checked: 2. company, north: the target is 650, below it is 600; difference: 50.',
    '目标未逐级相符，核对 2 处。company、north：目标 650，下级合计 600，相差 50。',
    '目標未逐級相符，核對 2 處。company、north：目標 650，下級合計 600，相差 50。',
  ],
  checkTarget: [
    'The target is not complete; missing: reason, period.',
    '目标要素不全，缺少：依据、期间。',
    '目標要素不全，缺少：依據、期間。',
  ],
  measureGoals: [
    'Reached: deals in 1 of 2 weeks. deals: 2 is missing to the goal of 3 for 2026-W03. deals: 3 is missing to the goal of 3 for 2026-W04. Results in none of these weeks and months: 1. Some results do not count; the list says why.',
    '达成情况：deals 2 周中 1 周。deals：2026-W03 目标 3，还差 2。deals：2026-W04 目标 3，还差 3。不在这些周、月内的结果：1 条。部分结果未计入，清单写明原因。',
    '達成情形：deals 2 週中 1 週。deals：2026-W03 目標 3，還差 2。deals：2026-W04 目標 3，還差 3。不在這些週、月內的結果：1 筆。部分結果未計入，清單寫明原因。',
  ],
  prorateTarget: [
    'The target is 142,500.00 of 910,000.00, as 44 of 91 days count. In month 1 of service, 25% of the target counts. In month 2 of service, 50% of the target counts.',
    '目标 142,500.00，全额 910,000.00，计入 91 天中的 44 天。入职第 1 个月按目标的 25% 计。入职第 2 个月按目标的 50% 计。',
    '目標 142,500.00，全額 910,000.00，計入 91 天中的 44 天。到職第 1 個月按目標的 25% 計。到職第 2 個月按目標的 50% 計。',
  ],
  reviseTarget: [
    'Li is to reach 1,500,000.00 of “sales” in 2026-H2; it is still to be signed by person, direct-manager. It does not count before all have signed. From 2026-10-01 on, version 2 revises version 1 by 300,000.00. Reason: the market grew.',
    'Li：2026-H2 的“sales”目标为 1,500,000.00，待 person、direct-manager 签署。全部签署前不生效。自 2026-10-01 起，第 2 版对第 1 版调整 300,000.00。依据：the market grew。',
    'Li：2026-H2 的「sales」目標為 1,500,000.00，待 person、direct-manager 簽署。全部簽署前不生效。自 2026-10-01 起，第 2 版對第 1 版調整 300,000.00。依據：the market grew。',
  ],
  setTarget: [
    'Li is to reach 1,200,000.00 of “sales” in 2026-Q3; it is still to be signed by person, direct-manager. It does not count before all have signed. Reason: last year and 8%.',
    'Li：2026-Q3 的“sales”目标为 1,200,000.00，待 person、direct-manager 签署。全部签署前不生效。依据：last year and 8%。',
    'Li：2026-Q3 的「sales」目標為 1,200,000.00，待 person、direct-manager 簽署。全部簽署前不生效。依據：last year and 8%。',
  ],
  signOffTarget: [
    'Li is to reach 1,200,000.00 of “sales” in 2026-Q3; all have signed. Reason: last year and 8%.',
    'Li：2026-Q3 的“sales”目标为 1,200,000.00，已全部签署。依据：last year and 8%。',
    'Li：2026-Q3 的「sales」目標為 1,200,000.00，已全部簽署。依據：last year and 8%。',
  ],
  splitTarget: [
    '900,000.00 for 2026-Q1, shared out by the season. 2026-01: 300,000.00. 2026-02: 150,000.00. 2026-03: 450,000.00.',
    '2026-Q1 目标 900,000.00，按淡旺季分配。2026-01：300,000.00。2026-02：150,000.00。2026-03：450,000.00。',
    '2026-Q1 目標 900,000.00，按淡旺季分配。2026-01：300,000.00。2026-02：150,000.00。2026-03：450,000.00。',
  ],
  targetOn: [
    'On 2026-11-30, Li is to reach 1,200,000.00 of “sales”, by version 1. Of it, 200,000.00 is for 2026-11. Version 2 with 1,500,000.00 from 2026-10-01 on is still to be signed by person, direct-manager.',
    '2026-11-30：Li 的“sales”目标为 1,200,000.00（第 1 版）。其中 2026-11 为 200,000.00。第 2 版（自 2026-10-01 起，1,500,000.00）待 person、direct-manager 签署。',
    '2026-11-30：Li 的「sales」目標為 1,200,000.00（第 1 版）。其中 2026-11 為 200,000.00。第 2 版（自 2026-10-01 起，1,500,000.00）待 person、direct-manager 簽署。',
  ],
  'splitTarget: by weights of the parts': [
    '300.00 for 2026-Q1, shared out by a weight for each part. 2026-01: 50.00. 2026-02: 100.00. 2026-03: 150.00.',
    '2026-Q1 目标 300.00，按各期权重分配。2026-01：50.00。2026-02：100.00。2026-03：150.00。',
    '2026-Q1 目標 300.00，按各期權重分配。2026-01：50.00。2026-02：100.00。2026-03：150.00。',
  ],
  'cascadeTarget: without a head': [
    '100 is shared out; what everybody carries adds up to it. south has 100.',
    '目标 100 已分解，各人承担额合计相符。south 为 100。',
    '目標 100 已分解，各人承擔額合計相符。south 為 100。',
  ],
  'checkCascade: adds up': [
    'The targets add up; nodes that were checked: 1.',
    '目标逐级相符，核对 1 处。',
    '目標逐級相符，核對 1 處。',
  ],
  'checkTarget: complete': [
    'The target names everything that the plan asks for.',
    '目标要素齐全。',
    '目標要素齊全。',
  ],
  'measureGoals: no goals': ['The plan has no goals.', '方案没有小目标。', '方案沒有小目標。'],
  'measureGoals: by month': [
    'Reached: calls in 1 of 2 months. calls: 40 is missing to the goal of 40 for 2026-03.',
    '达成情况：calls 2 个月中 1 个月。calls：2026-03 目标 40，还差 40。',
    '達成情形：calls 2 個月中 1 個月。calls：2026-03 目標 40，還差 40。',
  ],
  'prorateTarget: the whole': [
    'The target is the full 900,000.00.',
    '目标为全额 900,000.00。',
    '目標為全額 900,000.00。',
  ],
  'prorateTarget: by month': [
    'The target is 600,000.00 of 900,000.00, as 2 of 3 months count.',
    '目标 600,000.00，全额 900,000.00，计入 3 个月中的 2 个月。',
    '目標 600,000.00，全額 900,000.00，計入 3 個月中的 2 個月。',
  ],
  'prorateTarget: by working day': [
    'The target is 457,377.05 of 900,000.00, as 31 of 61 working days count.',
    '目标 457,377.05，全额 900,000.00，计入 61 个工作日中的 31 个。',
    '目標 457,377.05，全額 900,000.00，計入 61 個工作日中的 31 個。',
  ],
  'setTarget: of a period of the company’s own': [
    'Li is to reach 1,200,000.00 of “sales” in spring (2026-02-16 to 2026-03-31); it is still to be signed by person, direct-manager. It does not count before all have signed. Reason: last year and 8%.',
    'Li：spring（2026-02-16 至 2026-03-31） 的“sales”目标为 1,200,000.00，待 person、direct-manager 签署。全部签署前不生效。依据：last year and 8%。',
    'Li：spring（2026-02-16 至 2026-03-31） 的「sales」目標為 1,200,000.00，待 person、direct-manager 簽署。全部簽署前不生效。依據：last year and 8%。',
  ],
  'setTarget: counts before it is signed': [
    'Li is to reach 1,200,000.00 of “sales” in 2026-Q3; it is still to be signed by person. It counts already, before all have signed. Reason: last year and 8%.',
    'Li：2026-Q3 的“sales”目标为 1,200,000.00，待 person 签署。签署完成前已生效。依据：last year and 8%。',
    'Li：2026-Q3 的「sales」目標為 1,200,000.00，待 person 簽署。簽署完成前已生效。依據：last year and 8%。',
  ],
  'splitTarget: evenly': [
    '300.00 for 2026-Q1, shared out evenly. 2026-01: 100.00. 2026-02: 100.00. 2026-03: 100.00.',
    '2026-Q1 目标 300.00，平均分配。2026-01：100.00。2026-02：100.00。2026-03：100.00。',
    '2026-Q1 目標 300.00，平均分配。2026-01：100.00。2026-02：100.00。2026-03：100.00。',
  ],
  'splitTarget: by days': [
    '280.00 for 2026-02, shared out by days. 2026-W05: 10.00. 2026-W06: 70.00. 2026-W07: 70.00. 2026-W08: 70.00. 2026-W09: 60.00.',
    '2026-02 目标 280.00，按天数分配。2026-W05：10.00。2026-W06：70.00。2026-W07：70.00。2026-W08：70.00。2026-W09：60.00。',
    '2026-02 目標 280.00，按天數分配。2026-W05：10.00。2026-W06：70.00。2026-W07：70.00。2026-W08：70.00。2026-W09：60.00。',
  ],
  'splitTarget: by working days': [
    '280.00 for 2026-02, shared out by working days. 2026-W05: 0.00. 2026-W06: 87.50. 2026-W07: 105.00. 2026-W08: 0.00. 2026-W09: 87.50.',
    '2026-02 目标 280.00，按工作日分配。2026-W05：0.00。2026-W06：87.50。2026-W07：105.00。2026-W08：0.00。2026-W09：87.50。',
    '2026-02 目標 280.00，按工作日分配。2026-W05：0.00。2026-W06：87.50。2026-W07：105.00。2026-W08：0.00。2026-W09：87.50。',
  ],
  'targetOn: none counts': [
    'On 2026-08-31, no target of “sales” counts for Li. Version 1 with 1,200,000.00 from 2026-07-01 on is still to be signed by direct-manager.',
    '2026-08-31：Li 没有生效的“sales”目标。第 1 版（自 2026-07-01 起，1,200,000.00）待 direct-manager 签署。',
    '2026-08-31：Li 沒有生效的「sales」目標。第 1 版（自 2026-07-01 起，1,200,000.00）待 direct-manager 簽署。',
  ],
}

/** The whole documents in English. */
const FULL: Readonly<Record<keyof typeof targetsOutcomes, string>> = {
  cascadeTarget: `Targets from the top down
=========================

Measure  sales
Policy   handbook-targets
Version  1

10,000.00 is shared out; what everybody carries adds up to it. Gu carries 1,000.00 in person. north has 6,000.00. south has 3,000.00.

From the top down
-----------------
Path                     Amount  Shared out by  Head  Amount of the head
--------------------  ---------  -------------  ----  ------------------
company               10,000.00  total          Gu              1,000.00
company, north         6,000.00  last year      Li              1,800.00
company, north, Wang   1,400.00  weight
company, north, Zhao   2,800.00  weight
company, south         3,000.00  last year

What everybody carries
----------------------
Id        Amount
-----  ---------
Gu      1,000.00
Li      1,800.00
Wang    1,400.00
Zhao    2,800.00
south   3,000.00
-----  ---------
Total  10,000.00

Clauses           TAR-1
Digest (SHA-256)  cfaca5a1c187e99f6a54633d75cbdc472ed18a9568c1106ac15c66b764e04f7c
`,
  checkCascade: `Check of a cascade of targets
=============================

The targets do not add up; nodes that were checked: 2. company, north: the target is 650, below it is 600; difference: 50.

Result
------
Adds up  Checked
-------  -------
no             2

Where they do not add up
------------------------
Path            Amount  Below  Difference
--------------  ------  -----  ----------
company, north     650    600          50

Clauses           TAR-1
Digest (SHA-256)  b607649c386d68ed517bc9c17533d5e0c1c9258ddd41a2fcbf621f605e33e088
`,
  checkTarget: `Check of a target
=================

Policy   handbook-targets
Version  1

The target is not complete; missing: reason, period.

What it names
-------------
Field    Required  Value
-------  --------  ----------
measure  yes       sales
amount   yes       1200000.00
owner    yes       Li
reason   yes
period   yes

Clauses           TAR-5
Digest (SHA-256)  593bdf2902cf18fdc2dfeb5d173169cdf676c4a92572f2b11ec84927afe59728
`,
  measureGoals: `Small goals
===========

Period   2026-01
Owner    Li
As of    2026-01-14
Policy   handbook-targets
Version  1

Reached: deals in 1 of 2 weeks. deals: 2 is missing to the goal of 3 for 2026-W03. deals: 3 is missing to the goal of 3 for 2026-W04. Results in none of these weeks and months: 1. Some results do not count; the list says why.

Goals
-----
Id     Per   Amount  Reached  Of periods
-----  ----  ------  -------  ----------
deals  week       3        1           2

Weeks and months
----------------
Id     Period    From        To          Actual  State    Reached on  Remaining
-----  --------  ----------  ----------  ------  -------  ----------  ---------
deals  2026-W01  2025-12-29  2026-01-04       0  missed                       3
deals  2026-W02  2026-01-05  2026-01-11       3  reached  2026-01-08
deals  2026-W03  2026-01-12  2026-01-18       1  open                         2
deals  2026-W04  2026-01-19  2026-01-25       0  open                         3

Results
-------
Outside
-------
      1

Results that do not count
-------------------------
Index  Why, and what would change it
-----  ------------------------------------------------------------------------
    5  date: got "2026-01-32", expected a calendar date YYYY-MM-DD that exists.

Clauses           TAR-6
Digest (SHA-256)  6fc0d09af1336e31237a4574413aa8114ce7e554349e0e1f4a7fdf347166de5d
`,
  prorateTarget: `Target for a part of a period
=============================

Period   2026-Q2
Policy   handbook-targets
Version  1

The target is 142,500.00 of 910,000.00, as 44 of 91 days count. In month 1 of service, 25% of the target counts. In month 2 of service, 50% of the target counts.

How it comes about
------------------
Full target  Counted in  Counted  Of      Target
-----------  ----------  -------  --  ----------
 910,000.00  day              44  91  142,500.00

Ramp of the first months
------------------------
Month of service  Rate  Counted
----------------  ----  -------
               1   25%       31
               2   50%       13

Digest (SHA-256)  c68012d3ff5b37b4d76376867f773f5f0cdd2c527a0aa19e408a98ead17aac8d
`,
  reviseTarget: `Target letter
=============

Period   2026-H2
Owner    Li
Measure  sales

Li is to reach 1,500,000.00 of “sales” in 2026-H2; it is still to be signed by person, direct-manager. It does not count before all have signed. From 2026-10-01 on, version 2 revises version 1 by 300,000.00. Reason: the market grew.

Versions
--------
Version                 1
From                    2026-07-01
Amount                  1,200,000.00
Reason                  last year and 8%
Signers                 person, direct-manager
Before all have signed  does not count
Policy                  handbook-targets
Version of the policy   1

Version                 2
From                    2026-10-01
Amount                  1,500,000.00
Change                  300,000.00
Revises                 1
Reason                  the market grew
Signers                 person, direct-manager
Still to sign           person, direct-manager
Before all have signed  does not count
Policy                  handbook-targets
Version of the policy   1

Months of version 1
-------------------
Period   From        To                Amount
-------  ----------  ----------  ------------
2026-07  2026-07-01  2026-07-31    200,000.00
2026-08  2026-08-01  2026-08-31    200,000.00
2026-09  2026-09-01  2026-09-30    200,000.00
2026-10  2026-10-01  2026-10-31    200,000.00
2026-11  2026-11-01  2026-11-30    200,000.00
2026-12  2026-12-01  2026-12-31    200,000.00
-------  ----------  ----------  ------------
Total                            1,200,000.00

Months of version 2
-------------------
Period   From        To                Amount
-------  ----------  ----------  ------------
2026-07  2026-07-01  2026-07-31    200,000.00
2026-08  2026-08-01  2026-08-31    200,000.00
2026-09  2026-09-01  2026-09-30    200,000.00
2026-10  2026-10-01  2026-10-31    300,000.00
2026-11  2026-11-01  2026-11-30    300,000.00
2026-12  2026-12-01  2026-12-31    300,000.00
-------  ----------  ----------  ------------
Total                            1,500,000.00

Signatures
----------
Version  As              Signed by  Day
-------  --------------  ---------  ----------
      1  person          Li         2026-06-25
      1  direct-manager  Chen       2026-06-27
      2  person
      2  direct-manager

Clauses           TAR-3, TAR-4
Digest (SHA-256)  8da8cd4a16f5fa64d8b7dddcfda9be5ef9c2e48b45f25862891164ab928935c0
`,
  setTarget: `Target letter
=============

Period   2026-Q3
Owner    Li
Measure  sales

Li is to reach 1,200,000.00 of “sales” in 2026-Q3; it is still to be signed by person, direct-manager. It does not count before all have signed. Reason: last year and 8%.

Versions
--------
Version                 1
From                    2026-07-01
Amount                  1,200,000.00
Reason                  last year and 8%
Signers                 person, direct-manager
Still to sign           person, direct-manager
Before all have signed  does not count
Policy                  handbook-targets
Version of the policy   1

Months of version 1
-------------------
Period   From        To                Amount
-------  ----------  ----------  ------------
2026-07  2026-07-01  2026-07-31    400,000.00
2026-08  2026-08-01  2026-08-31    400,000.00
2026-09  2026-09-01  2026-09-30    400,000.00
-------  ----------  ----------  ------------
Total                            1,200,000.00

Signatures
----------
Version  As
-------  --------------
      1  person
      1  direct-manager

Clauses           TAR-2, TAR-4, TAR-5
Digest (SHA-256)  02ddaaa188faed972383ff2d0c8dc20bdb7da5c59e9b5406a249b47f799c2632
`,
  signOffTarget: `Target letter
=============

Period   2026-Q3
Owner    Li
Measure  sales

Li is to reach 1,200,000.00 of “sales” in 2026-Q3; all have signed. Reason: last year and 8%.

Versions
--------
Version                 1
From                    2026-07-01
Amount                  1,200,000.00
Reason                  last year and 8%
Signers                 person, direct-manager
Before all have signed  does not count
Policy                  handbook-targets
Version of the policy   1

Months of version 1
-------------------
Period   From        To                Amount
-------  ----------  ----------  ------------
2026-07  2026-07-01  2026-07-31    400,000.00
2026-08  2026-08-01  2026-08-31    400,000.00
2026-09  2026-09-01  2026-09-30    400,000.00
-------  ----------  ----------  ------------
Total                            1,200,000.00

Signatures
----------
Version  As              Signed by  Day
-------  --------------  ---------  ----------
      1  person          Li         2026-06-25
      1  direct-manager  Chen       2026-06-27

Clauses           TAR-4
Digest (SHA-256)  de19c424191a67b82fc591a37a07de602491e20108b929865a883849310f8336
`,
  splitTarget: `A target in its parts
=====================

Period         2026-Q1
Shared out by  season

900,000.00 for 2026-Q1, shared out by the season. 2026-01: 300,000.00. 2026-02: 150,000.00. 2026-03: 450,000.00.

Parts
-----
Period   From        To              Amount
-------  ----------  ----------  ----------
2026-01  2026-01-01  2026-01-31  300,000.00
2026-02  2026-02-01  2026-02-28  150,000.00
2026-03  2026-03-01  2026-03-31  450,000.00
-------  ----------  ----------  ----------
Total                            900,000.00

Clauses           TAR-2
Digest (SHA-256)  e12785757f0010a7c9eed95374ac6e07acb8502786a69dcc23c9b9e0e04f709b
`,
  targetOn: `Target on a day
===============

Owner    Li
Measure  sales

On 2026-11-30, Li is to reach 1,200,000.00 of “sales”, by version 1. Of it, 200,000.00 is for 2026-11. Version 2 with 1,500,000.00 from 2026-10-01 on is still to be signed by person, direct-manager.

The target
----------
Date        Counts  Version        Amount
----------  ------  -------  ------------
2026-11-30  yes           1  1,200,000.00

The month of it
---------------
Period   From        To              Amount
-------  ----------  ----------  ----------
2026-11  2026-11-01  2026-11-30  200,000.00

Versions that wait for a signature
----------------------------------
Version  From              Amount  Still to sign
-------  ----------  ------------  ----------------------
      2  2026-10-01  1,500,000.00  person, direct-manager

Clauses           TAR-3, TAR-4
Digest (SHA-256)  e28008c9df057bcbfc0787e349e6502a66ed935e31d798d23056027347fea4a9
`,
}

describe('explain (targets)', () => {
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
