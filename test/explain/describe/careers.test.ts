import { describe, expect, it } from 'vitest'
import { careersBranches, careersOutcomes } from '../outcomes/careers.js'
import { full, short, unsaid } from './telling.js'

const examples = { ...careersOutcomes, ...careersBranches }

/** What each is told as in a paragraph, in English, Simplified and Traditional Chinese. */
const SHORT: Readonly<Record<keyof typeof examples, readonly string[]>> = {
  advanceApplication: [
    'Li Na’s application for “regional-manager” is open. Next may follow: objection, from 2026-09-16 to 2026-09-21. Next may follow: answer to an objection, from 2026-09-16 on. Next may follow: withdrawal, from 2026-09-16 on. Without a proof: regionalAttainment, strategyDefence. Objections without an answer: O-1.',
    'Li Na 申请“regional-manager”，办理中。下一步可为“异议”，2026-09-16 至 2026-09-21。下一步可为“异议答复”，自 2026-09-16 起。下一步可为“撤回”，自 2026-09-16 起。尚无证明材料：regionalAttainment、strategyDefence。尚未答复的异议：O-1。',
    'Li Na 申請「regional-manager」，辦理中。下一步可為「異議」，2026-09-16 至 2026-09-21。下一步可為「異議答覆」，自 2026-09-16 起。下一步可為「撤回」，自 2026-09-16 起。尚無證明文件：regionalAttainment、strategyDefence。尚未答覆的異議：O-1。',
  ],
  aggregateReviews: ['The reviews come to 84.5.', '评审得分 84.5。', '評審得分 84.5。'],
  checkMentor: [
    'Not eligible as a mentor yet; not met: yearlyAttainment, coachedBefore. “yearlyAttainment” is 1; it has to be at least 2, counting periods that are at least 1: 1 is missing. “coachedBefore” is not known; it has to be yes.',
    '尚不符合导师条件，未满足：yearlyAttainment、coachedBefore。“yearlyAttainment”为 1，须单期至少为 1 的期数至少为 2，还差 1。“coachedBefore”未知，须为“是”。',
    '尚不符合導師條件，未符合：yearlyAttainment、coachedBefore。「yearlyAttainment」為 1，須單期至少為 1 的期數至少為 2，還差 1。「coachedBefore」未知，須為「是」。',
  ],
  checkMentoring: [
    'Zhao has not done for Li Na all that was due. 2026-02 has 1 of 2 sessions; missing: 1. 2026-03 has 1 of 2 sessions; missing: 1. Zhao has “mentor-reward”, as Li Na became “sales-supervisor” on 2026-03-05.',
    'Zhao 对 Li Na 的带教未全部完成。2026-02 应带教 2 次，已 1 次，还差 1 次。2026-03 应带教 2 次，已 1 次，还差 1 次。Li Na 于 2026-03-05 晋升为“sales-supervisor”，Zhao 获“mentor-reward”。',
    'Zhao 對 Li Na 的輔導未全部完成。2026-02 應輔導 2 次，已 1 次，還差 1 次。2026-03 應輔導 2 次，已 1 次，還差 1 次。Li Na 於 2026-03-05 晉升為「sales-supervisor」，Zhao 獲「mentor-reward」。',
  ],
  checkPromotion: [
    '“sales-supervisor” is not open yet; not met: attainmentLast12Months. “attainmentLast12Months” is 1.05; it has to be at least 1.1: 0.05 is missing. Ability, contribution and potential come to 66; 4 points are missing to the pass mark of 70.',
    '尚不符合“sales-supervisor”的条件，未满足：attainmentLast12Months。“attainmentLast12Months”为 1.05，须至少为 1.1，还差 0.05。能力、贡献、潜力合计 66 分，距合格线 70 分还差 4 分。',
    '尚不符合「sales-supervisor」的條件，未符合：attainmentLast12Months。「attainmentLast12Months」為 1.05，須至少為 1.1，還差 0.05。能力、貢獻、潛力合計 66 分，距及格分數 70 分還差 4 分。',
  ],
  checkTraining: [
    'Not complete: newcomers. “newcomers” still asks for productPractice, productCertificate. Whether “supervisors” is for this person is not known.',
    '未完成：newcomers。“newcomers”尚缺：productPractice、productCertificate。是否适用“supervisors”尚不明确。',
    '未完成：newcomers。「newcomers」尚缺：productPractice、productCertificate。是否適用「supervisors」尚不明確。',
  ],
  measureNewcomerRetention: [
    '50% of the newcomers stayed: 1 of 2. Left: Chen.',
    '新人留存率 50%：2 人中留 1 人。已离职：Chen。',
    '新人留任率 50%：2 人中留 1 人。已離職：Chen。',
  ],
  nextRungs: [
    'The nearest from “sales-supervisor” is “regional-manager”; conditions that are missing: 1. “regionalAttainment” is 0; it has to be at least 2, counting periods that are above 1: 2 is missing. “market-development”: conditions that are missing: 1. “customer-success”: conditions that are missing: 1. “training”: conditions that are missing: 1.',
    '离“sales-supervisor”最近的是“regional-manager”，还差 1 项条件。“regionalAttainment”为 0，须单期高于 1 的期数至少为 2，还差 2。“market-development”还差 1 项条件。“customer-success”还差 1 项条件。“training”还差 1 项条件。',
    '離「sales-supervisor」最近的是「regional-manager」，還差 1 項條件。「regionalAttainment」為 0，須單期高於 1 的期數至少為 2，還差 2。「market-development」還差 1 項條件。「customer-success」還差 1 項條件。「training」還差 1 項條件。',
  ],
  openApplication: [
    'Li Na’s application for “regional-manager” is open. Next may follow: review from all sides, from 2026-09-01 on. Next may follow: withdrawal, from 2026-09-01 on. Without a proof: regionalAttainment, strategyDefence.',
    'Li Na 申请“regional-manager”，办理中。下一步可为“全方位评审”，自 2026-09-01 起。下一步可为“撤回”，自 2026-09-01 起。尚无证明材料：regionalAttainment、strategyDefence。',
    'Li Na 申請「regional-manager」，辦理中。下一步可為「全方位評審」，自 2026-09-01 起。下一步可為「撤回」，自 2026-09-01 起。尚無證明文件：regionalAttainment、strategyDefence。',
  ],
  'aggregateReviews: a group would disclose another': [
    'The reviews come to 84.5. The average of manager is not shown: it would tell that of another group. The average of peers is not shown: so few reviewers would be recognised.',
    '评审得分 84.5。manager 的平均分不显示：会推算出另一组的分数。peers 的平均分不显示：人数过少，会暴露评审人。',
    '評審得分 84.5。manager 的平均分不顯示：會推算出另一組的分數。peers 的平均分不顯示：人數過少，會暴露評審人。',
  ],
  'checkPromotion: met by waiting': [
    '“second” is not open yet; not met: joined, complaints. “joined” is 9; it has to be at least 12: 3 is missing. “joined” is met on 2026-06-01 by waiting alone. “complaints” is 4; it has to be below 3: 1 is missing.',
    '尚不符合“second”的条件，未满足：joined、complaints。“joined”为 9，须至少为 12，还差 3。“joined”到 2026-06-01 即自然满足。“complaints”为 4，须低于 3，还差 1。',
    '尚不符合「second」的條件，未符合：joined、complaints。「joined」為 9，須至少為 12，還差 3。「joined」到 2026-06-01 即自然符合。「complaints」為 4，須低於 3，還差 1。',
  ],
  'advanceApplication: promoted': [
    'Li Na is promoted to “regional-manager”. Without a proof: regionalAttainment, strategyDefence.',
    'Li Na 已晋升为“regional-manager”。尚无证明材料：regionalAttainment、strategyDefence。',
    'Li Na 已晉升為「regional-manager」。尚無證明文件：regionalAttainment、strategyDefence。',
  ],
  'advanceApplication: rejected': [
    'Li Na’s application for “regional-manager” is rejected. Without a proof: regionalAttainment, strategyDefence.',
    'Li Na 申请“regional-manager”，未获批准。尚无证明材料：regionalAttainment、strategyDefence。',
    'Li Na 申請「regional-manager」，未獲核准。尚無證明文件：regionalAttainment、strategyDefence。',
  ],
  'advanceApplication: failed': [
    'Li Na’s application for “regional-manager” has ended: a review or a defence was not passed. Without a proof: regionalAttainment, strategyDefence.',
    'Li Na 申请“regional-manager”，评审或答辩未通过，已终止。尚无证明材料：regionalAttainment、strategyDefence。',
    'Li Na 申請「regional-manager」，評審或答辯未通過，已終止。尚無證明文件：regionalAttainment、strategyDefence。',
  ],
  'advanceApplication: withdrawn': [
    'Li Na’s application for “regional-manager” is withdrawn. Without a proof: regionalAttainment, strategyDefence.',
    'Li Na 申请“regional-manager”，已撤回。尚无证明材料：regionalAttainment、strategyDefence。',
    'Li Na 申請「regional-manager」，已撤回。尚無證明文件：regionalAttainment、strategyDefence。',
  ],
  'aggregateReviews: too few': [
    'The reviews come to no score yet. peers has 2 of the 3 reviews that are needed. The average of peers is not shown: so few reviewers would be recognised. customers has 0 of the 1 reviews that are needed.',
    '评审尚无得分。peers 需评审 3 份，现有 2 份。peers 的平均分不显示：人数过少，会暴露评审人。customers 需评审 1 份，现有 0 份。',
    '評審尚無得分。peers 需評審 3 份，現有 2 份。peers 的平均分不顯示：人數過少，會暴露評審人。customers 需評審 1 份，現有 0 份。',
  ],
  'aggregateReviews: passed': [
    'The reviews come to 90, and are passed.',
    '评审得分 90，通过。',
    '評審得分 90，通過。',
  ],
  'aggregateReviews: not passed': [
    'The reviews come to 70, and are not passed.',
    '评审得分 70，未通过。',
    '評審得分 70，未通過。',
  ],
  'checkMentor: eligible': [
    'Everything that is asked of a mentor is met.',
    '符合导师的全部条件。',
    '符合導師的全部條件。',
  ],
  'checkMentor: not known': [
    'Whether eligible as a mentor is not known; not known or not met: yearlyAttainment, coachedBefore. “yearlyAttainment” is not known; it has to be at least 2, counting periods that are at least 1. “coachedBefore” is not known; it has to be yes.',
    '是否符合导师条件尚不明确，未知或未满足：yearlyAttainment、coachedBefore。“yearlyAttainment”未知，须单期至少为 1 的期数至少为 2。“coachedBefore”未知，须为“是”。',
    '是否符合導師條件尚不明確，未知或未符合：yearlyAttainment、coachedBefore。「yearlyAttainment」未知，須單期至少為 1 的期數至少為 2。「coachedBefore」未知，須為「是」。',
  ],
  'checkMentoring: all is done': [
    'Zhao has done for Li Na all that could be judged. 2026-02 has 0 of 2 sessions; missing: 2.',
    'Zhao 对 Li Na 的带教，可评部分均已完成。2026-02 应带教 2 次，已 0 次，还差 2 次。',
    'Zhao 對 Li Na 的輔導，可評部分均已完成。2026-02 應輔導 2 次，已 0 次，還差 2 次。',
  ],
  'checkMentoring: not mutual, and an assessment is missing': [
    'Zhao has not done for Li Na all that was due. The two have not both chosen each other. 2026-02 has 1 of 2 sessions; missing: 1. 2026-03 has 1 of 2 sessions; missing: 1. 2026-04 has 0 of 2 sessions; missing: 2. The assessment of 2026-Q1 was not done.',
    'Zhao 对 Li Na 的带教未全部完成。双方并未互选。2026-02 应带教 2 次，已 1 次，还差 1 次。2026-03 应带教 2 次，已 1 次，还差 1 次。2026-04 应带教 2 次，已 0 次，还差 2 次。2026-Q1 的考核未做。',
    'Zhao 對 Li Na 的輔導未全部完成。雙方並未互選。2026-02 應輔導 2 次，已 1 次，還差 1 次。2026-03 應輔導 2 次，已 1 次，還差 1 次。2026-04 應輔導 2 次，已 0 次，還差 2 次。2026-Q1 的考核未做。',
  ],
  'checkMentoring: not known yet': [
    'Whether Zhao has done for Li Na all that was due is not known yet. 2026-01 has 0 of 2 sessions; missing: 2.',
    'Zhao 对 Li Na 的带教尚不能评定。2026-01 应带教 2 次，已 0 次，还差 2 次。',
    'Zhao 對 Li Na 的輔導尚不能評定。2026-01 應輔導 2 次，已 0 次，還差 2 次。',
  ],
  'checkPromotion: open': [
    '“sales-supervisor” is open: everything that it asks for is met. Ability, contribution and potential come to 80; the pass mark is 70.',
    '符合“sales-supervisor”的全部条件。能力、贡献、潜力合计 80 分，合格线 70 分。',
    '符合「sales-supervisor」的全部條件。能力、貢獻、潛力合計 80 分，及格分數 70 分。',
  ],
  'checkPromotion: not known': [
    'Whether “sales-supervisor” is open is not known; not known or not met: newcomerRetention, managementAssessment. “newcomerRetention” is not known; it has to be at least 0.8. “managementAssessment” is not known; it has to be yes. Not known of ability, contribution and potential: ability, contribution, potential.',
    '是否符合“sales-supervisor”的条件尚不明确，未知或未满足：newcomerRetention、managementAssessment。“newcomerRetention”未知，须至少为 0.8。“managementAssessment”未知，须为“是”。能力、贡献、潜力中未知：ability、contribution、potential。',
    '是否符合「sales-supervisor」的條件尚不明確，未知或未符合：newcomerRetention、managementAssessment。「newcomerRetention」未知，須至少為 0.8。「managementAssessment」未知，須為「是」。能力、貢獻、潛力中未知：ability、contribution、potential。',
  ],
  'checkPromotion: a sideways move': [
    '“training” is open: everything that it asks for is met.',
    '符合“training”的全部条件。',
    '符合「training」的全部條件。',
  ],
  'checkTraining: none': [
    'No programme is for this person.',
    '没有适用的培训。',
    '沒有適用的培訓。',
  ],
  'checkTraining: not known to be complete': [
    'Not complete: newcomers. “newcomers” still asks for productPractice, productCertificate. Whether “supervisors” is for this person is not known.',
    '未完成：newcomers。“newcomers”尚缺：productPractice、productCertificate。是否适用“supervisors”尚不明确。',
    '未完成：newcomers。「newcomers」尚缺：productPractice、productCertificate。是否適用「supervisors」尚不明確。',
  ],
  'checkTraining: complete': [
    'Complete: backbone. Whether “supervisors” is for this person is not known.',
    '已完成：backbone。是否适用“supervisors”尚不明确。',
    '已完成：backbone。是否適用「supervisors」尚不明確。',
  ],
  'measureNewcomerRetention: no newcomers': [
    'The team has no newcomers.',
    '团队没有新人。',
    '團隊沒有新人。',
  ],
  'nextRungs: open': [
    '“regional-manager” is open from “sales-supervisor” now. “market-development”: conditions that are missing: 1. “customer-success”: conditions that are missing: 1. “training”: conditions that are missing: 1.',
    '从“sales-supervisor”现在即可申请“regional-manager”。“market-development”还差 1 项条件。“customer-success”还差 1 项条件。“training”还差 1 项条件。',
    '從「sales-supervisor」現在即可申請「regional-manager」。「market-development」還差 1 項條件。「customer-success」還差 1 項條件。「training」還差 1 項條件。',
  ],
  'nextRungs: none': [
    'No move leads on from “chief-technical-consultant”.',
    '“chief-technical-consultant”没有后续方向。',
    '「chief-technical-consultant」沒有後續方向。',
  ],
}

/** The whole documents in English. */
const FULL: Readonly<Record<keyof typeof careersOutcomes, string>> = {
  advanceApplication: `Application for a promotion
===========================

Applicant  Li Na
Rung       regional-manager
Ladder     management
State      open
Policy     handbook-careers
Version    1

Li Na’s application for “regional-manager” is open. Next may follow: objection, from 2026-09-16 to 2026-09-21. Next may follow: answer to an objection, from 2026-09-16 on. Next may follow: withdrawal, from 2026-09-16 on. Without a proof: regionalAttainment, strategyDefence. Objections without an answer: O-1.

What may follow
---------------
Step                    From        Until
----------------------  ----------  ----------
objection               2026-09-16  2026-09-21
answer to an objection  2026-09-16
withdrawal              2026-09-16

Conditions without a proof
--------------------------
Id
------------------
regionalAttainment
strategyDefence

Open objections
---------------
Id
---
O-1

What was done
-------------
Step          application
Day           2026-09-01

Step          review from all sides
Day           2026-09-10

Step          defence
Day           2026-09-14
Kind          management-case
Passed        yes

Step          publication
Day           2026-09-15
Working days  5
Last day      2026-09-21

Step          objection
Day           2026-09-16
Id            O-1
By            Wang
Reason        a case was counted twice

Proofs
------
For           Document
------------  --------------------
channelCases  two signed contracts

Reviews
-------
Score
-----
 84.5

Groups of reviewers
-------------------
Id         Weight  Reviews  Minimum  Average  Adds
---------  ------  -------  -------  -------  ----
manager        50        1        1       90    45
peers          30        3        3       75  22.5
customers      20        1        1       85    17

Clauses           PRO-11
Digest (SHA-256)  1ce651987a07e4d4ca3c792a1198fd8b1b47793e510b08082ef2f2887aff911b
`,
  aggregateReviews: `Reviews from all sides
======================

Policy   handbook-careers
Version  1

The reviews come to 84.5.

Result
------
Score
-----
 84.5

Groups of reviewers
-------------------
Id         Weight  Reviews  Minimum  Average  Adds
---------  ------  -------  -------  -------  ----
manager        50        1        1       90    45
peers          30        3        3       75  22.5
customers      20        1        1       85    17

Clauses           PRO-11
Digest (SHA-256)  c31e32a423815fb73b8a614f380133f784f66dd5dc83aece928c5edd3defa8d0
`,
  checkMentor: `Whether somebody may be a mentor
================================

Policy   handbook-careers
Version  1

Not eligible as a mentor yet; not met: yearlyAttainment, coachedBefore. “yearlyAttainment” is 1; it has to be at least 2, counting periods that are at least 1: 1 is missing. “coachedBefore” is not known; it has to be yes.

Conditions
----------
Id                Outcome  Actual  Comparison  Required  Gap  Each period  Required of each  Clause
----------------  -------  ------  ----------  --------  ---  -----------  ----------------  ------
yearlyAttainment  not met  1       at least    2           1  at least     1                 PRO-12
coachedBefore     unknown          equals      yes                                           PRO-12

Missing
-------
Id
----------------
yearlyAttainment
coachedBefore

Clauses           PRO-12
Digest (SHA-256)  53964e2eddf2957afb25b8f77d90c3a694c5d6099131ef6ca58d405ff3fbab62
`,
  checkMentoring: `Mentoring
=========

Mentor   Zhao
Mentee   Li Na
Policy   handbook-careers
Version  1

Zhao has not done for Li Na all that was due. 2026-02 has 1 of 2 sessions; missing: 1. 2026-03 has 1 of 2 sessions; missing: 1. Zhao has “mentor-reward”, as Li Na became “sales-supervisor” on 2026-03-05.

Result
------
Outcome  Chosen by both
-------  --------------
not met  yes

Sessions by month
-----------------
Month    Sessions  Required  Remaining  Outcome
-------  --------  --------  ---------  -------
2026-01         2         2          0  met
2026-02         1         2          1  not met
2026-03         1         2          1  unknown

Assessments
-----------
Period   Outcome
-------  -------
2026-Q1  unknown

Reward of the mentor
--------------------
Kind           Day         Rung
-------------  ----------  ----------------
mentor-reward  2026-03-05  sales-supervisor

Clauses           PRO-12
Digest (SHA-256)  476b9019d1d08b2985e382d08b5368484d84dcbe851db134a1ba417a65541bb2
`,
  checkPromotion: `Promotion check
===============

Policy   handbook-careers
Version  1

“sales-supervisor” is not open yet; not met: attainmentLast12Months. “attainmentLast12Months” is 1.05; it has to be at least 1.1: 0.05 is missing. Ability, contribution and potential come to 66; 4 points are missing to the pass mark of 70.

What is checked
---------------
Rung                            sales-supervisor
Kind                            promotion
Ladder                          management
From rung                       sales-representative
Eligible                        no
Missing                         attainmentLast12Months
What somebody on the rung does  not met
The order of the rungs          met

Conditions
----------
Id                attainmentLast12Months
Rule              sales-supervisor
Outcome           not met
Actual            1.05
Comparison        at least
Required          1.1
Gap               0.05
Clause            PRO-5

Id                newcomerRetention
Rule              sales-supervisor
Outcome           met
Actual            0.85
Comparison        at least
Required          0.8
Clause            PRO-5

Id                newcomersInTeam
Rule              sales-supervisor
Outcome           does not apply
Comparison        equals
Required          0
Clause            PRO-5

Id                managementAssessment
Rule              sales-supervisor
Outcome           met
Actual            yes
Comparison        equals
Required          yes
Clause            PRO-5

Id                yearlyGrades
Rule              sales-supervisor
Outcome           does not apply
Comparison        at least
Required          2
Each period       equals
Required of each  S
Clause            PRO-10

The shortest way
----------------
Id                      Rule              Outcome  Actual  Comparison  Required   Gap  Clause
----------------------  ----------------  -------  ------  ----------  --------  ----  ------
attainmentLast12Months  sales-supervisor  not met  1.05    at least    1.1       0.05  PRO-5

What somebody on the rung does
------------------------------
Id                         Rule              Outcome  Actual  Comparison  Required  Gap  Clause
-------------------------  ----------------  -------  ------  ----------  --------  ---  ------
teamSize                   sales-supervisor  not met  2       at least    3           1  PRO-4
teamSize                   sales-supervisor  met      2       at most     5              PRO-4
teamManagementCertificate  sales-supervisor  met      yes     equals      yes            PRO-4

The order of the rungs
----------------------
Id          currentRung
Rule        sales-supervisor
Outcome     met
Actual      sales-representative
Comparison  one of
Required    sales-representative
Clause      PRO-1

Ability, contribution, potential
--------------------------------
Rung              Outcome  Score  Pass mark  Remaining  Clause
----------------  -------  -----  ---------  ---------  ------
sales-supervisor  not met     66         70          4  PRO-14

What each of them adds
----------------------
Of                Id            Points  Weight  Weight used  Adds
----------------  ------------  ------  ------  -----------  ----
sales-supervisor  ability           80      40          40%    32
sales-supervisor  contribution      60      40          40%    24
sales-supervisor  potential         50      20          20%    10

Clauses           PRO-1, PRO-5, PRO-10
Digest (SHA-256)  7f89922cefa7a63287aed5668eb420515958d8030209dff20812018a9c40c3df
`,
  checkTraining: `Training programmes
===================

Policy   handbook-careers
Version  1

Not complete: newcomers. “newcomers” still asks for productPractice, productCertificate. Whether “supervisors” is for this person is not known.

Programmes
----------
Programme    Applies  Complete  Missing                              Clause
-----------  -------  --------  -----------------------------------  ------
newcomers    yes      no        productPractice, productCertificate  PRO-15
backbone     no       unknown   advancedSellingCourse                PRO-15
reserve      no       unknown   managementCourse                     PRO-15
supervisors  unknown  unknown   managerShadowed                      PRO-15

For whom they are
-----------------
Id             Rule         Outcome  Actual     Comparison  Required          Clause
-------------  -----------  -------  ---------  ----------  ----------------  ------
trainingGroup  newcomers    met      newcomers  equals      newcomers         PRO-15
trainingGroup  backbone     not met  newcomers  equals      backbone          PRO-15
trainingGroup  reserve      not met  newcomers  equals      reserve           PRO-15
currentRung    supervisors  unknown             equals      sales-supervisor  PRO-15

What they ask for
-----------------
Id                     Rule         Outcome  Actual  Comparison  Required  Clause
---------------------  -----------  -------  ------  ----------  --------  ------
productHandbook        newcomers    met      yes     equals      yes       PRO-15
productPractice        newcomers    unknown          equals      yes       PRO-15
productCertificate     newcomers    not met  no      equals      yes       PRO-15
advancedSellingCourse  backbone     unknown          equals      yes       PRO-15
managementCourse       reserve      unknown          equals      yes       PRO-15
managerShadowed        supervisors  unknown          equals      yes       PRO-15

Clauses           PRO-15
Digest (SHA-256)  d16b619258333fae09336350ebdc3f6c0604fafa57f7e01c74c642122cc6c7ca
`,
  measureNewcomerRetention: `Newcomers who stayed
====================

Policy   handbook-careers
Version  1

50% of the newcomers stayed: 1 of 2. Left: Chen.

Newcomers
---------
Joined from  As of       Newcomers  Stayed  Rate
-----------  ----------  ---------  ------  ----
2025-09-02   2026-09-01          2       1   50%

Newcomers who left
------------------
Id
----
Chen

People who are no newcomers
---------------------------
Id
----
Zhao

What a promotion check takes
----------------------------
Newcomers  Actual  Target
---------  ------  ------
        2       1       2

Clauses           PRO-5
Digest (SHA-256)  62bbe3466f81f16340ad558341516cf8b59651625f539a689b9eb1fee205e555
`,
  nextRungs: `Next steps of a career
======================

Rung     sales-supervisor
Policy   handbook-careers
Version  1

The nearest from “sales-supervisor” is “regional-manager”; conditions that are missing: 1. “regionalAttainment” is 0; it has to be at least 2, counting periods that are above 1: 2 is missing. “market-development”: conditions that are missing: 1. “customer-success”: conditions that are missing: 1. “training”: conditions that are missing: 1.

What is checked
---------------
Rung                            regional-manager
Kind                            promotion
Ladder                          management
From rung                       sales-supervisor
Eligible                        no
Conditions missing              1
Missing                         regionalAttainment
What somebody on the rung does  unknown
The order of the rungs          met

Rung                            market-development
Kind                            sideways move
Eligible                        unknown
Conditions missing              1
Missing                         moveApproved

Rung                            customer-success
Kind                            sideways move
Eligible                        unknown
Conditions missing              1
Missing                         moveApproved

Rung                            training
Kind                            sideways move
Eligible                        unknown
Conditions missing              1
Missing                         moveApproved

Conditions
----------
Id                regionalAttainment
Rule              regional-manager
Outcome           not met
Actual            0
Comparison        at least
Required          2
Gap               2
Each period       above
Required of each  1
Clause            PRO-6

Id                channelCases
Rule              regional-manager
Outcome           met
Actual            2
Comparison        at least
Required          2
Clause            PRO-6

Id                strategyDefence
Rule              regional-manager
Outcome           met
Actual            yes
Comparison        equals
Required          yes
Clause            PRO-6

Id                moveApproved
Rule              market-development
Outcome           unknown
Comparison        equals
Required          yes
Clause            PRO-3

Id                moveApproved
Rule              customer-success
Outcome           unknown
Comparison        equals
Required          yes
Clause            PRO-3

Id                moveApproved
Rule              training
Outcome           unknown
Comparison        equals
Required          yes
Clause            PRO-3

The shortest way
----------------
Id                regionalAttainment
Rule              regional-manager
Outcome           not met
Actual            0
Comparison        at least
Required          2
Gap               2
Each period       above
Required of each  1
Clause            PRO-6

Id                moveApproved
Rule              market-development
Outcome           unknown
Comparison        equals
Required          yes
Clause            PRO-3

Id                moveApproved
Rule              customer-success
Outcome           unknown
Comparison        equals
Required          yes
Clause            PRO-3

Id                moveApproved
Rule              training
Outcome           unknown
Comparison        equals
Required          yes
Clause            PRO-3

What somebody on the rung does
------------------------------
Id        Rule              Outcome  Comparison  Required  Clause
--------  ----------------  -------  ----------  --------  ------
teamSize  regional-manager  unknown  at least    10        PRO-4

The order of the rungs
----------------------
Id           Rule              Outcome  Actual            Comparison  Required          Clause
-----------  ----------------  -------  ----------------  ----------  ----------------  ------
currentRung  regional-manager  met      sales-supervisor  one of      sales-supervisor  PRO-1

Ability, contribution, potential
--------------------------------
Rung              Outcome  Pass mark  Missing                           Clause
----------------  -------  ---------  --------------------------------  ------
regional-manager  unknown         70  ability, contribution, potential  PRO-14

Clauses           PRO-1, PRO-6, PRO-3
Digest (SHA-256)  8b4dd0f1e42ecb3c553a800572cabe24a50fbed2596a60a3a0fe27efd5a0fb32
`,
  openApplication: `Application for a promotion
===========================

Applicant  Li Na
Rung       regional-manager
Ladder     management
State      open
Policy     handbook-careers
Version    1

Li Na’s application for “regional-manager” is open. Next may follow: review from all sides, from 2026-09-01 on. Next may follow: withdrawal, from 2026-09-01 on. Without a proof: regionalAttainment, strategyDefence.

What may follow
---------------
Step                   From
---------------------  ----------
review from all sides  2026-09-01
withdrawal             2026-09-01

Conditions without a proof
--------------------------
Id
------------------
regionalAttainment
strategyDefence

What was done
-------------
Step         Day
-----------  ----------
application  2026-09-01

Proofs
------
For           Document
------------  --------------------
channelCases  two signed contracts

Clauses           PRO-11
Digest (SHA-256)  2c0e9a3ef782528cb33cea9dba26f00717931bf6bbd7fbdaf496d6b2202d4379
`,
}

describe('explain (careers)', () => {
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
