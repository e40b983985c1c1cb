import { describe, expect, it } from 'vitest'
import { serviceBranches, serviceOutcomes } from '../outcomes/service.js'
import { full, short, unsaid } from './telling.js'

const examples = { ...serviceOutcomes, ...serviceBranches }

/** What each is told as in a paragraph, in English, Simplified and Traditional Chinese. */
const SHORT: Readonly<Record<keyof typeof examples, readonly string[]>> = {
  checkQuality: [
    'The service is not as good as it has to be: onTimeDelivery. “onTimeDelivery” is 0.93; it has to be at least 0.95: 0.02 is missing. “satisfactionOfFive” is not known; it has to be at least 4.5.',
    '服务质量未达标：onTimeDelivery。“onTimeDelivery”为 0.93，须至少为 0.95，还差 0.02。“satisfactionOfFive”未知，须至少为 4.5。',
    '服務品質未達標：onTimeDelivery。「onTimeDelivery」為 0.93，須至少為 0.95，還差 0.02。「satisfactionOfFive」未知，須至少為 4.5。',
  ],
  checkServiceLevel: [
    '“complaint-resolution” is open, and due at 2026-03-11T12:00:00+08:00. 48 h used, 24 h left. Time on hold that does not count: 72 h.',
    '“complaint-resolution”办理中，期限 2026-03-11T12:00:00+08:00。已用 48 小时，剩余 24 小时。暂停 72 小时，不计入。',
    '「complaint-resolution」辦理中，期限 2026-03-11T12:00:00+08:00。已用 48 小時，剩餘 24 小時。暫停 72 小時，不計入。',
  ],
  measureServiceLevels: [
    '50% of the cases were on time, 1 of 2: Li, key-customer-solution, key, 2026-Q1. Still open: 1 (Li, key-customer-solution, key, 2026-Q1). S-3 was late by 1 s. Some cases cannot be read; the list says why.',
    '准时率 50%（2 件中 1 件）：Li、key-customer-solution、key、2026-Q1。办理中 1 件（Li、key-customer-solution、key、2026-Q1）。S-3 逾期 1 秒。部分工单无法读取，清单写明原因。',
    '準時率 50%（2 件中 1 件）：Li、key-customer-solution、key、2026-Q1。辦理中 1 件（Li、key-customer-solution、key、2026-Q1）。S-3 逾期 1 秒。部分案件無法讀取，清單寫明原因。',
  ],
  'checkServiceLevel: days': [
    '“delivery” is open, and due at 2026-03-05T23:59:59.999+08:00. 0 d used, 3 d left.',
    '“delivery”办理中，期限 2026-03-05T23:59:59.999+08:00。已用 0 天，剩余 3 天。',
    '「delivery」辦理中，期限 2026-03-05T23:59:59.999+08:00。已用 0 天，剩餘 3 天。',
  ],
  'measureServiceLevels: by week': ['No case counts.', '没有计入的工单。', '沒有計入的案件。'],
  'measureServiceLevels: by half-year': ['No case counts.', '没有计入的工单。', '沒有計入的案件。'],
  'checkQuality: met': [
    'The service is as good as it has to be.',
    '服务质量达标。',
    '服務品質達標。',
  ],
  'checkQuality: not known': [
    'Whether the service is as good as it has to be is not known: satisfactionOfFive. “satisfactionOfFive” is not known; it has to be at least 4.5.',
    '服务质量是否达标尚不明确：satisfactionOfFive。“satisfactionOfFive”未知，须至少为 4.5。',
    '服務品質是否達標尚不明確：satisfactionOfFive。「satisfactionOfFive」未知，須至少為 4.5。',
  ],
  'checkServiceLevel: met': [
    '“first-contact” was met: done at 2026-03-05T13:30:00+08:00, due at 2026-03-06T12:00:00+08:00.',
    '“first-contact”达标：2026-03-05T13:30:00+08:00 完成，期限 2026-03-06T12:00:00+08:00。',
    '「first-contact」達標：2026-03-05T13:30:00+08:00 完成，期限 2026-03-06T12:00:00+08:00。',
  ],
  'checkServiceLevel: inside the buffer': [
    '“quick-answer” was met inside the buffer: done at 2026-03-05T14:30:00+08:00, due at 2026-03-05T14:00:00+08:00, at the latest at 2026-03-05T15:00:00+08:00.',
    '“quick-answer”在宽限内完成：2026-03-05T14:30:00+08:00 完成，期限 2026-03-05T14:00:00+08:00，最迟 2026-03-05T15:00:00+08:00。',
    '「quick-answer」在寬限內完成：2026-03-05T14:30:00+08:00 完成，期限 2026-03-05T14:00:00+08:00，最遲 2026-03-05T15:00:00+08:00。',
  ],
  'checkServiceLevel: at risk': [
    '“quick-answer” is open, and due at 2026-03-05T14:00:00+08:00. 3 h 30 min used, 30 min left. It is at risk since 2026-03-05T12:00:00+08:00.',
    '“quick-answer”办理中，期限 2026-03-05T14:00:00+08:00。已用 3 小时 30 分钟，剩余 30 分钟。自 2026-03-05T12:00:00+08:00 起有逾期风险。',
    '「quick-answer」辦理中，期限 2026-03-05T14:00:00+08:00。已用 3 小時 30 分鐘，剩餘 30 分鐘。自 2026-03-05T12:00:00+08:00 起有逾期風險。',
  ],
  'checkServiceLevel: a warning to come': [
    '“quick-answer” is open, and due at 2026-03-05T14:00:00+08:00. 30 min used, 3 h 30 min left. It is at risk from 2026-03-05T12:00:00+08:00 on.',
    '“quick-answer”办理中，期限 2026-03-05T14:00:00+08:00。已用 30 分钟，剩余 3 小时 30 分钟。2026-03-05T12:00:00+08:00 起将预警。',
    '「quick-answer」辦理中，期限 2026-03-05T14:00:00+08:00。已用 30 分鐘，剩餘 3 小時 30 分鐘。2026-03-05T12:00:00+08:00 起將預警。',
  ],
  'checkServiceLevel: late in working time': [
    '“quick-answer” is late by 19 h 30 min. In working time it is 4 h 30 min.',
    '“quick-answer”逾期 19 小时 30 分钟。按工作时间计为 4 小时 30 分钟。',
    '「quick-answer」逾期 19 小時 30 分鐘。按工作時間計為 4 小時 30 分鐘。',
  ],
  'checkServiceLevel: done late': [
    '“first-contact” was late by 1 h 30 min: done at 2026-03-06T13:30:00+08:00.',
    '“first-contact”逾期 1 小时 30 分钟，2026-03-06T13:30:00+08:00 完成。',
    '「first-contact」逾期 1 小時 30 分鐘，2026-03-06T13:30:00+08:00 完成。',
  ],
  'checkServiceLevel: on hold': [
    '“complaint-resolution” is open and on hold, so that no time runs. 24 h used, 48 h left. Time on hold that does not count: 24 h.',
    '“complaint-resolution”办理中，已暂停计时。已用 24 小时，剩余 48 小时。暂停 24 小时，不计入。',
    '「complaint-resolution」辦理中，已暫停計時。已用 24 小時，剩餘 48 小時。暫停 24 小時，不計入。',
  ],
  'measureServiceLevels: none': ['No case counts.', '没有计入的工单。', '沒有計入的案件。'],
  'measureServiceLevels: none decided': [
    'No case is decided yet: Li, key-customer-solution, key, 2026. Still open: 1 (Li, key-customer-solution, key, 2026).',
    '尚无办结的工单：Li、key-customer-solution、key、2026。办理中 1 件（Li、key-customer-solution、key、2026）。',
    '尚無結案的案件：Li、key-customer-solution、key、2026。辦理中 1 件（Li、key-customer-solution、key、2026）。',
  ],
}

/** The whole documents in English. */
const FULL: Readonly<Record<keyof typeof serviceOutcomes, string>> = {
  checkQuality: `Quality of a service
====================

Policy   handbook-service
Version  1

The service is not as good as it has to be: onTimeDelivery. “onTimeDelivery” is 0.93; it has to be at least 0.95: 0.02 is missing. “satisfactionOfFive” is not known; it has to be at least 4.5.

Conditions
----------
Id                     Outcome  Actual  Comparison  Required   Gap  Clause
---------------------  -------  ------  ----------  --------  ----  ------
needsAnalysisAccuracy  met      0.92    at least    0.9             SLA-9
solutionAcceptance     met      0.85    at least    0.85            SLA-9
contractClauseErrors   met      0.01    at most     0.01            SLA-9
onTimeDelivery         not met  0.93    at least    0.95      0.02  SLA-9
satisfactionOfFive     unknown          at least    4.5             SLA-9

Not met
-------
Id
--------------
onTimeDelivery

Not known
---------
Id
------------------
satisfactionOfFive

Clauses           SLA-9
Digest (SHA-256)  1bc98016d99973248099c7d4adc3f75735b46adb6a3c85401acdcad2c3171e6b
`,
  checkServiceLevel: `Service report
==============

Case              T-7
Rep               Li
Kind of customer  key
Contact           Wang
Policy            handbook-service
Version           1

“complaint-resolution” is open, and due at 2026-03-11T12:00:00+08:00. 48 h used, 24 h left. Time on hold that does not count: 72 h.

The case
--------
Standard              State  At risk  On hold  Inside the buffer  Used   Left   Held
--------------------  -----  -------  -------  -----------------  -----  -----  -----
complaint-resolution  open   no       no       no                 PT48H  PT24H  PT72H

Times
-----
Started        2026-03-05T12:00:00+08:00
Due            2026-03-11T12:00:00+08:00
At the latest  2026-03-11T12:00:00+08:00
As of          2026-03-10T12:00:00+08:00

Clauses           SLA-6
Digest (SHA-256)  0e5a0b12abfc7720014f9c4e61b258ac3f989ee3115d8905399152e138342fee
`,
  measureServiceLevels: `Service levels
==============

As of    2026-04-01T09:00:00+08:00
Per      quarter
Policy   handbook-service
Version  1

50% of the cases were on time, 1 of 2: Li, key-customer-solution, key, 2026-Q1. Still open: 1 (Li, key-customer-solution, key, 2026-Q1). S-3 was late by 1 s. Some cases cannot be read; the list says why.

By rep, period, standard and kind of customer
---------------------------------------------
Rep               Li
Period            2026-Q1
Standard          key-customer-solution
Kind of customer  key
Cases             3
In time           1
Late              1
Open              1
Actual            1
Target            2
On time           50%
Clause            SLA-7

Late cases
----------
Case  Index  Late by  Rep  Period   Standard               Kind of customer
----  -----  -------  ---  -------  ---------------------  ----------------
S-3       1  PT1S     Li   2026-Q1  key-customer-solution  key

Cases that cannot be read
-------------------------
Case                           S-5
Index                          3
Why, and what would change it  started: got "2026-03-31", expected an instant that exists, with its offset, such as 2026-03-02T09:00:00+08:00.

Clauses           SLA-7
Digest (SHA-256)  1d98d24af1f693556ace1efecd8bcf321212e673ffc3bef786871a14b7c0ad7c
`,
}

describe('explain (service)', () => {
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
