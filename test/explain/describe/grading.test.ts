import { describe, expect, it } from 'vitest'
import { gradingBranches, gradingOutcomes } from '../outcomes/grading.js'
import { full, short, unsaid } from './telling.js'

const examples = { ...gradingOutcomes, ...gradingBranches }

/** What each is told as in a paragraph, in English, Simplified and Traditional Chinese. */
const SHORT: Readonly<Record<keyof typeof examples, readonly string[]>> = {
  analyseLeavers: [
    '20% left of their own accord: 1 of 5. Li left on 2026-07-15 with the grade A, one of those that are missed. The grades of Li, who left on 2026-07-15, were falling. Not counted, as they left otherwise: Wang.',
    '主动离职率 20%：5 人中 1 人。Li 于 2026-07-15 离职，离职前等级 A，属于遗憾离职。Li 于 2026-07-15 离职，此前等级走低。因其他原因离职、不计入者：Wang。',
    '自願離職率 20%：5 人中 1 人。Li 於 2026-07-15 離職，離職前等第 A，屬於遺憾離職。Li 於 2026-07-15 離職，此前等第走低。因其他原因離職、不計入者：Wang。',
  ],
  calibrateGrades: [
    'People with another grade than before: 1; higher: 1, lower: 0. At most 1 may have another grade. Li goes from A to S. Grade S has 1, and should have 0 by the shares. Grade B has 1, and should have 2 by the shares.',
    '等级变动 1 人：上调 1 人，下调 0 人。最多可变动 1 人。Li 由 A 调为 S。S 级现有 1 人，按比例应为 0 人。B 级现有 1 人，按比例应为 2 人。',
    '等第變動 1 人：上調 1 人，下調 0 人。最多可變動 1 人。Li 由 A 調為 S。S 等現有 1 人，按比例應為 0 人。B 等現有 1 人，按比例應為 2 人。',
  ],
  checkDistribution: [
    'The grades of 19 people are not distributed as the shares ask for. Grade S has 4, and should have 2. Grade A has 6, and should have 4. Grade B has 7, and should have 11.',
    '19 人的等级分布不符合比例。S 级拟定 4 人，应为 2 人。A 级拟定 6 人，应为 4 人。B 级拟定 7 人，应为 11 人。',
    '19 人的等第分布不符合比例。S 等擬定 4 人，應為 2 人。A 等擬定 6 人，應為 4 人。B 等擬定 7 人，應為 11 人。',
  ],
  gradeByRank: [
    'Li: grade A, at rank 1 of 4 with 95 points. Li has A and not S, the grade of the place: the score is below what the grade asks for. The cut runs through the tie of Wang, Zhao; decided by: the better grade.',
    'Li：等级 A，4 人中第 1 名，得分 95。Li 按名次本为 S，现定为 A：得分未到该等级要求。分界落在同分的 Wang、Zhao 之间，裁定方式：从优。',
    'Li：等第 A，4 人中第 1 名，得分 95。Li 按名次本為 S，現評為 A：得分未到該等第要求。分界落在同分的 Wang、Zhao 之間，裁定方式：從優。',
  ],
  gradeConsequences: [
    'From the grades follows: bonus, once, earned in 2026-Q1 (GRA-3). bonus, once, earned in 2026-Q2 (GRA-3). commission-coefficient from 2026-Q3 on, earned in 2026-Q2 (GRA-5).',
    '等级带来以下结果：bonus：一次性，由 2026-Q1 获得（GRA-3）。bonus：一次性，由 2026-Q2 获得（GRA-3）。commission-coefficient：自 2026-Q3 起，由 2026-Q2 获得（GRA-5）。',
    '等第帶來以下結果：bonus：一次性，由 2026-Q1 取得（GRA-3）。bonus：一次性，由 2026-Q2 取得（GRA-3）。commission-coefficient：自 2026-Q3 起，由 2026-Q2 取得（GRA-5）。',
  ],
  gradeRuns: [
    'Reached by a run of grades: base-pay, improvement-plan. commission-coefficient: no run at S, A goes on; periods in a row that are missing: 2 (GRA-5). base-pay is reached, with 2026-Q1, 2026-Q2 at C (GRA-6). improvement-plan is reached, with 2026-Q1, 2026-Q2 at C (GRA-6). observation: 2026-Q1, 2026-Q2 at C; periods in a row that are missing: 1 (GRA-7).',
    '已由连续等级达到：base-pay、improvement-plan。commission-coefficient：当前不在 S、A 的连续期内，须连续 2 期（GRA-5）。base-pay：2026-Q1、2026-Q2 为 C，已达到（GRA-6）。improvement-plan：2026-Q1、2026-Q2 为 C，已达到（GRA-6）。observation：2026-Q1、2026-Q2 为 C，还差连续 1 期（GRA-7）。',
    '已由連續等第達到：base-pay、improvement-plan。commission-coefficient：目前不在 S、A 的連續期內，須連續 2 期（GRA-5）。base-pay：2026-Q1、2026-Q2 為 C，已達到（GRA-6）。improvement-plan：2026-Q1、2026-Q2 為 C，已達到（GRA-6）。observation：2026-Q1、2026-Q2 為 C，還差連續 1 期（GRA-7）。',
  ],
  gradeScore: [
    'The grade is A, for a score of 87.5. 2.5 more points reach the score for S, 90.',
    '等级 A，得分 87.5。再得 2.5 分即达 S 的分数线 90。',
    '等第 A，得分 87.5。再得 2.5 分即達 S 的門檻 90。',
  ],
  pairMentors: [
    'Paired as mentor and mentee: Chen – Gu, Zhao – Jia. He has no mentor: all choices are taken. Lu is nobody’s mentor: grade not admitted.',
    '师徒结对：Chen – Gu、Zhao – Jia。He 没有导师：所选均已结对。Lu 没有徒弟：等级不符。',
    '導師與學員配對：Chen – Gu、Zhao – Jia。He 沒有導師：所選均已配對。Lu 沒有學員：等第不符。',
  ],
  shareMeritBudget: [
    'Raises take CNY 2,000.00 of the budget of CNY 2,000.00. Each gets 87.56…% of what is granted, as far as their band lets them; in all, CNY 2,284.00 is wanted.',
    '调薪共 2,000.00 元，预算 2,000.00 元。按应得额的 87.56…% 发给，以各人薪级上限为限；应得合计 2,284.00 元。',
    '調薪共 人民幣 2,000.00 元，預算 人民幣 2,000.00 元。按應得額的 87.56…% 發給，以各人薪級上限為限；應得合計 人民幣 2,284.00 元。',
  ],
  suggestMoves: [
    'Suggested: transfer. transfer: to customer-service, marketing (GRA-10). Whether “rotation” is suggested is not known. “highPotential” is not known; it has to be yes. “yearlyGrades” is not known; it has to be at least 1, counting periods that are one of S, A.',
    '建议：transfer。transfer：调往 customer-service、marketing（GRA-10）。是否建议“rotation”尚不明确。“highPotential”未知，须为“是”。“yearlyGrades”未知，须单期属于 S、A 的期数至少为 1。',
    '建議：transfer。transfer：調往 customer-service、marketing（GRA-10）。是否建議「rotation」尚不明確。「highPotential」未知，須為「是」。「yearlyGrades」未知，須單期屬於 S、A 的期數至少為 1。',
  ],
  suggestTraining: [
    'Suggested: key-account-development. “newCustomers” has 40 points, and 20 are missing to 60.',
    '建议参加：key-account-development。“newCustomers”得 40 分，距 60 分还差 20 分。',
    '建議參加：key-account-development。「newCustomers」得 40 分，距 60 分還差 20 分。',
  ],
  'gradeConsequences: none': [
    'Nothing follows from the grades.',
    '等级未带来任何结果。',
    '等第未帶來任何結果。',
  ],
  'gradeConsequences: from and to': [
    'From the grades follows: bonus, once, earned in 2026-Q1 (GRA-3). bonus, once, earned in 2026-Q2 (GRA-3). commission-coefficient from 2026-Q3 to 2026-Q3, earned in 2026-Q2 (GRA-5).',
    '等级带来以下结果：bonus：一次性，由 2026-Q1 获得（GRA-3）。bonus：一次性，由 2026-Q2 获得（GRA-3）。commission-coefficient：2026-Q3 至 2026-Q3，由 2026-Q2 获得（GRA-5）。',
    '等第帶來以下結果：bonus：一次性，由 2026-Q1 取得（GRA-3）。bonus：一次性，由 2026-Q2 取得（GRA-3）。commission-coefficient：2026-Q3 至 2026-Q3，由 2026-Q2 取得（GRA-5）。',
  ],
  'suggestTraining: a course that may not be for them': [
    'No course is suggested. “sales” has 40 points, and 20 are missing to 60. Whether “selling” is for this person is not known. There are no points for newCustomers.',
    '没有建议的课程。“sales”得 40 分，距 60 分还差 20 分。是否适合参加“selling”尚不明确。缺少 newCustomers 的分数。',
    '沒有建議的課程。「sales」得 40 分，距 60 分還差 20 分。是否適合參加「selling」尚不明確。缺少 newCustomers 的分數。',
  ],
  'analyseLeavers: too few for a rate': [
    '1 of 1 left of their own accord, which are too few for a rate.',
    '1 人中 1 人主动离职，人数太少，不计离职率。',
    '1 人中 1 人自願離職，人數太少，不計離職率。',
  ],
  'calibrateGrades: nothing binds': [
    'People with another grade than before: 0; higher: 0, lower: 0.',
    '等级变动 0 人：上调 0 人，下调 0 人。',
    '等第變動 0 人：上調 0 人，下調 0 人。',
  ],
  'checkDistribution: fits': [
    'The grades of 10 people are distributed as the shares ask for.',
    '10 人的等级分布符合比例。',
    '10 人的等第分布符合比例。',
  ],
  'gradeByRank: nobody': ['Nobody is ranked.', '没有人参加排名。', '沒有人參加排名。'],
  'gradeByRank: a person alone': [
    'Wang: grade A, at rank 2 of 2 with 80 points. Wang reaches S with 95 points; 15 are missing.',
    'Wang：等级 A，2 人中第 2 名，得分 80。Wang 须 95 分才到 S，还差 15 分。',
    'Wang：等第 A，2 人中第 2 名，得分 80。Wang 須 95 分才到 S，還差 15 分。',
  ],
  'gradeByRank: a person without a score': [
    'Sun has no score, and so no rank and no grade.',
    'Sun 无得分，不排名，不定级。',
    'Sun 無得分，不排名，不評等。',
  ],
  'gradeByRank: a grade that a cap holds': [
    'Li: grade C, at rank 1 of 1 with 95 points. Li has C and not S, the grade of the place: compliance.',
    'Li：等级 C，1 人中第 1 名，得分 95。Li 按名次本为 S，现定为 C：compliance。',
    'Li：等第 C，1 人中第 1 名，得分 95。Li 按名次本為 S，現評為 C：compliance。',
  ],
  'gradeRuns: none goes on': [
    'No run of grades has reached what follows from it. commission-coefficient: no run at S, A goes on; periods in a row that are missing: 2 (GRA-5). base-pay: no run at C goes on; periods in a row that are missing: 2 (GRA-6). improvement-plan: no run at C goes on; periods in a row that are missing: 2 (GRA-6). observation: no run at C goes on; periods in a row that are missing: 3 (GRA-7).',
    '尚无连续等级达到所需期数。commission-coefficient：当前不在 S、A 的连续期内，须连续 2 期（GRA-5）。base-pay：当前不在 C 的连续期内，须连续 2 期（GRA-6）。improvement-plan：当前不在 C 的连续期内，须连续 2 期（GRA-6）。observation：当前不在 C 的连续期内，须连续 3 期（GRA-7）。',
    '尚無連續等第達到所需期數。commission-coefficient：目前不在 S、A 的連續期內，須連續 2 期（GRA-5）。base-pay：目前不在 C 的連續期內，須連續 2 期（GRA-6）。improvement-plan：目前不在 C 的連續期內，須連續 2 期（GRA-6）。observation：目前不在 C 的連續期內，須連續 3 期（GRA-7）。',
  ],
  'gradeRuns: without any': [
    'Nothing follows from a run of grades.',
    '没有按连续等级产生的结果。',
    '沒有按連續等第產生的結果。',
  ],
  'gradeScore: the best': [
    'The grade is S, for a score of 92.',
    '等级 S，得分 92。',
    '等第 S，得分 92。',
  ],
  'gradeScore: held': [
    'The grade is C, and not S as the score of 92 alone would be, because of “compliance”.',
    '等级 C；按得分 92 本为 S，因“compliance”受限。',
    '等第 C；按得分 92 本為 S，因「compliance」受限。',
  ],
  'pairMentors: nobody': ['Nobody is paired.', '没有结成的师徒。', '沒有配成的導師與學員。'],
  'shareMeritBudget: enough': [
    'Raises take CNY 2,284.00 of the budget of CNY 3,000.00. Each gets 100% of what is granted, as far as their band lets them; in all, CNY 2,284.00 is wanted. CNY 716.00 is left, as everybody has all that is granted.',
    '调薪共 2,284.00 元，预算 3,000.00 元。按应得额的 100% 发给，以各人薪级上限为限；应得合计 2,284.00 元。剩余 716.00 元：人人已得全额。',
    '調薪共 人民幣 2,284.00 元，預算 人民幣 3,000.00 元。按應得額的 100% 發給，以各人薪級上限為限；應得合計 人民幣 2,284.00 元。剩餘 人民幣 716.00 元：人人已得全額。',
  ],
  'shareMeritBudget: the end of a band': [
    'Raises take CNY 1,700.00 of the budget of CNY 3,000.00. Each gets 100% of what is granted, as far as their band lets them; in all, CNY 2,284.00 is wanted. CNY 1,300.00 is left, as whoever is short has reached the end of their band.',
    '调薪共 1,700.00 元，预算 3,000.00 元。按应得额的 100% 发给，以各人薪级上限为限；应得合计 2,284.00 元。剩余 1,300.00 元：未得全额者已到薪级上限。',
    '調薪共 人民幣 1,700.00 元，預算 人民幣 3,000.00 元。按應得額的 100% 發給，以各人薪級上限為限；應得合計 人民幣 2,284.00 元。剩餘 人民幣 1,300.00 元：未得全額者已到薪級上限。',
  ],
  'shareMeritBudget: nobody': [
    'Raises take CNY 0.00 of the budget of CNY 100.00. CNY 100.00 is left, as everybody has all that is granted.',
    '调薪共 0.00 元，预算 100.00 元。剩余 100.00 元：人人已得全额。',
    '調薪共 人民幣 0.00 元，預算 人民幣 100.00 元。剩餘 人民幣 100.00 元：人人已得全額。',
  ],
  'suggestMoves: none': ['No move is suggested.', '没有建议的调岗。', '沒有建議的調職。'],
  'suggestTraining: none': ['No course is suggested.', '没有建议的课程。', '沒有建議的課程。'],
}

/** The whole documents in English. */
const FULL: Readonly<Record<keyof typeof gradingOutcomes, string>> = {
  analyseLeavers: `Those who left, by their grades
===============================

Policy   handbook-grading
Version  1

20% left of their own accord: 1 of 5. Li left on 2026-07-15 with the grade A, one of those that are missed. The grades of Li, who left on 2026-07-15, were falling. Not counted, as they left otherwise: Wang.

All
---
Left  Of people  Rate
----  ---------  ----
   1          5   20%

By their last grade
-------------------
Grade  Left  Of people
-----  ----  ---------
S         0          0
A         1          1
B         0          4
C         0          0
          0          0

By how their grades developed
-----------------------------
Trend    Left  Of people
-------  ----  ---------
rising      0          0
steady      0          4
falling     1          1
unknown     0          0

Those who left of their own accord
----------------------------------
Id  Left on     Last grade  Trend    Missed
--  ----------  ----------  -------  ------
Li  2026-07-15  A           falling  yes

Their latest grades
-------------------
Id  Period   Grade
--  -------  -----
Li  2026-Q1  S
Li  2026-Q2  A

Those who left otherwise
------------------------
Id
----
Wang

Clauses           GRA-10
Digest (SHA-256)  f14889dc1b6e5e95be44c4a2841830c64dd5b5a5bc7fbc1e216737cd23deac52
`,
  calibrateGrades: `Calibration of grades
=====================

Policy   handbook-grading
Version  1

People with another grade than before: 1; higher: 1, lower: 0. At most 1 may have another grade. Li goes from A to S. Grade S has 1, and should have 0 by the shares. Grade B has 1, and should have 2 by the shares.

Changes
-------
Count  Higher  Lower  At most
-----  ------  -----  -------
    1       1      0        1

People
------
Id    Score  Before  After  Moved
----  -----  ------  -----  -----
Li       88  A       S          1
Wang         A       A          0
Zhao         B       B          0

Decisions
---------
Id  Before  After  Moved  Decided by  Day         Reason
--  ------  -----  -----  ----------  ----------  -----------------------------
Li  A       S          1  committee   2026-04-15  harder region than the others

Grades
------
Grade  Before  After  Change  Places  Move
-----  ------  -----  ------  ------  ----
S           0      1       1       0    -1
A           2      1      -1       1     0
B           1      1       0       2     1
C           0      0       0       0     0

Clauses           GRA-1
Digest (SHA-256)  d5a949b0560951347b5dc66abe1c6388402c2837b8d1c30a37a1af7770b6eed0
`,
  checkDistribution: `Check of a distribution of grades
=================================

The grades of 19 people are not distributed as the shares ask for. Grade S has 4, and should have 2. Grade A has 6, and should have 4. Grade B has 7, and should have 11.

Grades
------
Grade  Share  Exact  Places  Proposed  Move
-----  -----  -----  ------  --------  ----
S        10%    1.9       2         4    -2
A        20%    3.8       4         6    -2
B        60%   11.4      11         7     4
C        10%    1.9       2         2     0
-----  -----  -----  ------  --------  ----
Total                              19

Clauses           GRA-1
Digest (SHA-256)  c8b3e43b96b8860d2f8d2d147f0fd20bd9facc00ba0dfe827b88af33211e7d60
`,
  gradeByRank: `Grades by rank
==============

Li: grade A, at rank 1 of 4 with 95 points. Li has A and not S, the grade of the place: the score is below what the grade asks for. The cut runs through the tie of Wang, Zhao; decided by: the better grade.

Grades by rank
--------------
Id              Li
Grade           A
Rank            1
Of people       4
Score           95
Grade by place  S
Because         the score is below what the grade asks for
Next grade      S
Starts at       96
Remaining       1
Clause          GRA-1

Id              Wang
Grade           A
Rank            2
Of people       4
Score           90
Grade by place  A
Tie             Wang, Zhao
Tie decided by  the better grade
Next grade      S
Starts at       96
Remaining       6
Clause          GRA-1

Id              Zhao
Grade           A
Rank            2
Of people       4
Score           90
Grade by place  A
Tie             Wang, Zhao
Tie decided by  the better grade
Next grade      S
Starts at       96
Remaining       6
Clause          GRA-1

Id              Chen
Grade           B
Rank            4
Of people       4
Score           80
Grade by place  B
Next grade      A
Starts at       90
Remaining       10
Clause          GRA-1

Id              Sun
Of people       0
Because         there is no score
Clause          GRA-1

Digest (SHA-256)  329b0bb9682abd9ba49d2006b2c6e22ee3aff32440a06093d6cea9f778f8a9dc
`,
  gradeConsequences: `What follows from the grades
============================

From the grades follows: bonus, once, earned in 2026-Q1 (GRA-3). bonus, once, earned in 2026-Q2 (GRA-3). commission-coefficient from 2026-Q3 on, earned in 2026-Q2 (GRA-5).

What follows from the grades
----------------------------
Kind                    Value  Unit                   Periods           From     State   Clause
----------------------  -----  ---------------------  ----------------  -------  ------  ------
bonus                     0.5  months of base salary  2026-Q1                            GRA-3
bonus                       1  months of base salary  2026-Q2                            GRA-3
commission-coefficient  0.005  ratio                  2026-Q1, 2026-Q2  2026-Q3  coming  GRA-5

Digest (SHA-256)  17ef02432bb382805262f8bdebc60546e2585d4af1db722b2354ed82cc8848f8
`,
  gradeRuns: `Runs of grades
==============

Reached by a run of grades: base-pay, improvement-plan. commission-coefficient: no run at S, A goes on; periods in a row that are missing: 2 (GRA-5). base-pay is reached, with 2026-Q1, 2026-Q2 at C (GRA-6). improvement-plan is reached, with 2026-Q1, 2026-Q2 at C (GRA-6). observation: 2026-Q1, 2026-Q2 at C; periods in a row that are missing: 1 (GRA-7).

Runs of grades
--------------
Kind                    Grades  Length  Periods           Remaining  Clause
----------------------  ------  ------  ----------------  ---------  ------
commission-coefficient  S, A         2                            2  GRA-5
base-pay                C            2  2026-Q1, 2026-Q2          0  GRA-6
improvement-plan        C            2  2026-Q1, 2026-Q2          0  GRA-6
observation             C            3  2026-Q1, 2026-Q2          1  GRA-7

Digest (SHA-256)  93a4770ba4eebc09cf4469b65be57223ac054a41e8b8d126deed2f9da23b46fe
`,
  gradeScore: `Grade
=====

Policy   handbook-grading
Version  1

The grade is A, for a score of 87.5. 2.5 more points reach the score for S, 90.

Grade
-----
Grade  Score  Grade by score
-----  -----  --------------
A       87.5  A

The next grade
--------------
Grade  From  Remaining
-----  ----  ---------
S        90        2.5

Clauses           GRA-1
Digest (SHA-256)  e895f4580227333251b5beb64be1841fc384397598412b2e913d70a21fcc3f86
`,
  pairMentors: `Pairs of mentors and mentees
============================

Mentoring    peer
Paired by    by turn
Proposed by  mentees
Policy       handbook-grading
Version      1

Paired as mentor and mentee: Chen – Gu, Zhao – Jia. He has no mentor: all choices are taken. Lu is nobody’s mentor: grade not admitted.

Pairs
-----
Mentor  Mentee  Choice of the mentee
------  ------  --------------------
Chen    Gu                         1
Zhao    Jia                        1

Mentors
-------
Id    Capacity  Mentees  Because
----  --------  -------  ------------------
Chen         1  Gu
Zhao         1  Jia
Lu           1           grade not admitted

Mentees
-------
Id   Mentor  Because
---  ------  ---------------------
Gu   Chen
He           all choices are taken
Jia  Zhao

Clauses           GRA-9
Digest (SHA-256)  ddd7e3051dfbd7fc194157c4285bbb11d84b51432be281a9490e69126310f5ee
`,
  shareMeritBudget: `Raises out of a budget
======================

Policy   handbook-grading
Version  1

Raises take CNY 2,000.00 of the budget of CNY 2,000.00. Each gets 87.56…% of what is granted, as far as their band lets them; in all, CNY 2,284.00 is wanted.

The budget
----------
Budget (CNY)  Wanted (CNY)  Part granted  Amount (CNY)  Left (CNY)
------------  ------------  ------------  ------------  ----------
    2,000.00      2,284.00       87.56…%      2,000.00        0.00

Raises
------
Id                       Li
Grade                    S
Salary (CNY)             10,000.00
Granted                  15%
Wanted (CNY)             1,500.00
Cut by the band (CNY)    0.00
Cut by the budget (CNY)  186.51
Amount (CNY)             1,313.49
Raise                    13.1349%
New salary (CNY)         11,313.49

Id                       Wu
Grade                    A
Salary (CNY)             9,800.00
Granted                  8%
Wanted (CNY)             784.00
Cut by the band (CNY)    0.00
Cut by the budget (CNY)  97.49
Amount (CNY)             686.51
Raise                    7.00…%
New salary (CNY)         10,486.51

Id                       Total
Wanted (CNY)             2,284.00
Amount (CNY)             2,000.00

Clauses           GRA-4
Digest (SHA-256)  2bbeb71438b78c6c1f060e26ff1c389763fa75e9ed22e645752d351f0f46279a
`,
  suggestMoves: `Moves that are suggested
========================

Policy   handbook-grading
Version  1

Suggested: transfer. transfer: to customer-service, marketing (GRA-10). Whether “rotation” is suggested is not known. “highPotential” is not known; it has to be yes. “yearlyGrades” is not known; it has to be at least 1, counting periods that are one of S, A.

Moves
-----
Move      To                           Suggested  Clause
--------  ---------------------------  ---------  ------
transfer  customer-service, marketing  yes        GRA-10
rotation  another-product-line         unknown    GRA-11

Conditions
----------
Id                quarterlyGrades
Rule              transfer
Outcome           met
Actual            3
Comparison        at least
Required          3
Each period       equals
Required of each  C
Clause            GRA-10

Id                highPotential
Rule              rotation
Outcome           unknown
Comparison        equals
Required          yes
Clause            GRA-11

Id                yearlyGrades
Rule              rotation
Outcome           unknown
Comparison        at least
Required          1
Each period       one of
Required of each  S, A
Clause            GRA-11

The shortest way
----------------
Id             Rule      Outcome  Comparison  Required  Each period  Required of each  Clause
-------------  --------  -------  ----------  --------  -----------  ----------------  ------
highPotential  rotation  unknown  equals      yes                                      GRA-11
yearlyGrades   rotation  unknown  at least    1         one of       S, A              GRA-11

Clauses           GRA-10, GRA-11
Digest (SHA-256)  fc4569d145b79276ca377a13ee38d92f6a7fdcc45add6ec1231ae269aa4464f0
`,
  suggestTraining: `Training that is suggested
==========================

Employee  E-1042
Policy    handbook-grading
Version   1

Suggested: key-account-development. “newCustomers” has 40 points, and 20 are missing to 60.

Suggested courses
-----------------
Course
-----------------------
key-account-development

Weak indicators
---------------
Indicator     Points  Weak below  Remaining
------------  ------  ----------  ---------
newCustomers      40          60         20

Courses
-------
Indicator     Course                   Suggested  Clause
------------  -----------------------  ---------  ------
newCustomers  key-account-development  yes        GRA-8

Clauses           GRA-8
Digest (SHA-256)  bf7db2b5f9a6b82406f41104edb5025f30cc6c993b4cb89379a2a7f23ee0d8de
`,
}

describe('explain (grading)', () => {
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
