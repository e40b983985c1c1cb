import {
  amortizeCost,
  type CompensationSettlement,
  defineContestRules,
  type Issue,
  payContest,
} from 'sales-rules'
import { type ExplainedOutcome, explain, type Locale } from 'sales-rules/explain'
import { describe, expect, it } from 'vitest'
import { commissionOutcomes } from '../outcomes/commission.js'
import { compensationOutcomes } from '../outcomes/compensation.js'

const line = (outcome: ExplainedOutcome) => explain(outcome, { locale: 'en', depth: 'line' })
const short = (outcome: ExplainedOutcome, locale: Locale = 'en') =>
  explain(outcome, { locale, depth: 'short' })
const full = (outcome: ExplainedOutcome) => explain(outcome, { locale: 'en' })

describe('calculateCompensation, explained', () => {
  const compensation = compensationOutcomes.calculateCompensation()

  it('says what each component pays, and what the cap took', () => {
    expect(short(compensation)).toBe(
      'EUR 2,200.00: meetings EUR 1,012.27, quality EUR 647.85, growth EUR 539.88. The target incentive is EUR 2,000.00. The cap of all components, EUR 2,200.00 by the target incentive, took EUR -1,060.00.',
    )
    expect(short(compensation, 'zh-CN')).toBe(
      'EUR 2,200.00：meetings EUR 1,012.27、quality EUR 647.85、growth EUR 539.88。目标奖金为 EUR 2,000.00。按目标奖金倍数封顶 EUR 2,200.00，扣减 EUR -1,060.00。',
    )
    expect(short(compensation, 'zh-TW')).toBe(
      'EUR 2,200.00：meetings EUR 1,012.27、quality EUR 647.85、growth EUR 539.88。目標獎金為 EUR 2,000.00。依目標獎金倍數的上限 EUR 2,200.00，扣減 EUR -1,060.00。',
    )
  })

  it('has the facts, the table, the score and the statement of each component in full', () => {
    expect(full(compensation)).toBe(`Compensation statement
======================

Payee                   E-7
Period                  2026-01
Target incentive (EUR)  2,000.00
Policy                  account-managers
Version                 2026

EUR 2,200.00: meetings EUR 1,012.27, quality EUR 647.85, growth EUR 539.88. The target incentive is EUR 2,000.00. The cap of all components, EUR 2,200.00 by the target incentive, took EUR -1,060.00.

By component
------------
Component  Weight  Target incentive (EUR)  Cut by caps (EUR)  Amount (EUR)
---------  ------  ----------------------  -----------------  ------------
meetings                                             -487.73      1,012.27
quality       60%                1,200.00            -312.15        647.85
growth        40%                  800.00            -260.12        539.88
---------  ------  ----------------------  -----------------  ------------
Total                                                             2,200.00

Cap of all components
---------------------
Limit (EUR)  Of                                  Cut by caps (EUR)
-----------  ----------------------------------  -----------------
   2,200.00  a multiple of the target incentive          -1,060.00

What components looked at
-------------------------
Component  Fact                 Value
---------  -------------------  -----
growth     meetings.attainment    1.5

Place in the table
------------------
Component  Fact                 Value  Step  Pays of target incentive
---------  -------------------  -----  ----  ------------------------
growth     growth                0.12  fast                      150%
growth     meetings.attainment    1.5  on                        150%

quality: Appraisal sheet
------------------------
The score is 80, the sum of what each indicator adds.
Employee  E-7
Policy    appraisal
Version   1
Clauses   APP-1, APP-2, APP-10

quality: Indicators
-------------------
Id            Points  Weight  Weight used  Adds
------------  ------  ------  -----------  ----
satisfaction      80     100         100%    80

quality: Result
---------------
Score
-----
   80

meetings: Commission statement
------------------------------
EUR 1,500.00: sales of 30 reach the tier “all”, which pays EUR 50 on the part that lies in it.
Attainment is 150% of the target of 20.
Sales       30
Target      20
Attainment  150%
Policy      commission
Version     1
Clauses     COM-1

meetings: How the amount comes about
------------------------------------
Marginal tiers: each part of the sales earns the rate of the tier that it lies in.
Tier or adjustment  From     Up to  Base  Rate  Amount (EUR)
------------------  ----  --------  ----  ----  ------------
all                    0  no limit    30    50      1,500.00
------------------  ----  --------  ----  ----  ------------
Total                                               1,500.00

meetings: Rounding
------------------
Before rounding it was 1,500; it is rounded half up to 2 decimals.

quality: Commission statement
-----------------------------
EUR 960.00: sales of 80.00 reach the tier “to-target”, in which the rate rises with them.
The score counts here as sales, on a target of 100.00.
Attainment is 80% of the target of 100.00.
Sales       80.00
Target      100.00
Attainment  80%
Policy      commission
Version     1
Clauses     COM-1

quality: How the amount comes about
-----------------------------------
Interpolated tiers: between two thresholds the rate rises evenly.
Tier or adjustment  From  Up to   Base  Rate  Flat (EUR)  Amount (EUR)
------------------  ----  -----  -----  ----  ----------  ------------
to-target              0      1  80.00    0%    1,200.00        960.00
------------------  ----  -----  -----  ----  ----------  ------------
Total                                                           960.00

quality: Rounding
-----------------
Before rounding it was 960; it is rounded half up to 2 decimals.

growth: Commission statement
----------------------------
EUR 800.00: sales of 1.50 reach the tier “above”, in which the rate rises with them.
The ratio of the table counts here as sales, on a target of 1.00.
Attainment is 150% of the target of 1.00.
Sales       1.50
Target      1.00
Attainment  150%
Policy      commission
Version     1
Clauses     COM-1

growth: How the amount comes about
----------------------------------
Interpolated tiers: between two thresholds the rate rises evenly.
Tier or adjustment  From     Up to  Base  Rate  Flat (EUR)  Amount (EUR)
------------------  ----  --------  ----  ----  ----------  ------------
to-target              0         1  1.00    0%      800.00        800.00
above                  1  no limit  0.50    0%                      0.00
------------------  ----  --------  ----  ----  ----------  ------------
Total                                                             800.00

growth: Rounding
----------------
Before rounding it was 800; it is rounded half up to 2 decimals.

Clauses           COM-1, APP-1, APP-2, APP-10
Digest (SHA-256)  123d5c61a1762a177f0f1acb0231a5d871984778af327d5525dd599068859b16
`)
  })

  it('says a cap that is an amount, and nothing of one that does not bite', () => {
    const cap = { limit: '2200.00', by: 'amount', amount: '-1060.00' } as const
    expect(short({ ...compensation, cap })).toBe(
      'EUR 2,200.00: meetings EUR 1,012.27, quality EUR 647.85, growth EUR 539.88. The target incentive is EUR 2,000.00. The cap of all components, EUR 2,200.00, took EUR -1,060.00.',
    )
    expect(short({ ...compensation, cap }, 'zh-CN')).toBe(
      'EUR 2,200.00：meetings EUR 1,012.27、quality EUR 647.85、growth EUR 539.88。目标奖金为 EUR 2,000.00。合计封顶 EUR 2,200.00，扣减 EUR -1,060.00。',
    )
    expect(short({ ...compensation, cap }, 'zh-TW')).toBe(
      'EUR 2,200.00：meetings EUR 1,012.27、quality EUR 647.85、growth EUR 539.88。目標獎金為 EUR 2,000.00。合計上限 EUR 2,200.00，扣減 EUR -1,060.00。',
    )
    expect(short({ ...compensation, cap: { ...cap, amount: '0.00' }, targetIncentive: null })).toBe(
      'EUR 2,200.00: meetings EUR 1,012.27, quality EUR 647.85, growth EUR 539.88.',
    )
  })

  it('says what of a component would pay more', () => {
    const [first, ...others] = compensation.components as [(typeof compensation.components)[number]]
    const next = { by: 'tier', tier: 'top', rate: '60', remaining: '5', reached: 'at' } as const
    const components = [{ ...first, outcome: { ...first.outcome, next } }, ...others]
    expect(short({ ...compensation, components })).toContain(
      'meetings: 5 more reaches the tier “top”; sales beyond that earn EUR 60.',
    )
  })
})

describe('settleCompensation, explained', () => {
  const settlement = compensationOutcomes.settleCompensation()

  it('says what is paid in all, and by each component in the last period', () => {
    expect(short(settlement)).toBe(
      'EUR 358.00 is paid for 2026-01 to 2026-02, in which EUR 360.00 was earned. 2026-02 pays licences EUR 200.00, services EUR 18.00.',
    )
    expect(short(settlement, 'zh-CN')).toBe(
      '2026-01 至 2026-02 实发 EUR 358.00，应得 EUR 360.00。2026-02 实发：licences EUR 200.00、services EUR 18.00。',
    )
    expect(short(settlement, 'zh-TW')).toBe(
      '2026-01 至 2026-02 實發 EUR 358.00，應得 EUR 360.00。2026-02 實發：licences EUR 200.00、services EUR 18.00。',
    )
  })

  it('has the settlement of each component in full', () => {
    expect(full(settlement)).toBe(`Compensation settlement
=======================

Payee    E-7
Period   2026-01 to 2026-02
Policy   two-lines
Version  2026

EUR 358.00 is paid for 2026-01 to 2026-02, in which EUR 360.00 was earned. 2026-02 pays licences EUR 200.00, services EUR 18.00.

Period by period
----------------
Period   Earned (EUR)  Paid (EUR)
-------  ------------  ----------
2026-01        150.00      140.00
2026-02        210.00      218.00
-------  ------------  ----------
Total          360.00      358.00

By component
------------
Period   Component  Paid (EUR)
-------  ---------  ----------
2026-01  licences       100.00
2026-01  services        40.00
2026-02  licences       200.00
2026-02  services        18.00

licences: Commission settlement
-------------------------------
EUR 300.00 is paid for 2026-01 to 2026-02, in which EUR 300.00 was earned.
Policy   commission
Version  1

licences: Period by period
--------------------------
Period   Earned (EUR)  Paid (EUR)
-------  ------------  ----------
2026-01        100.00      100.00
2026-02        200.00      200.00
-------  ------------  ----------
Total          300.00      300.00

licences: Payment terms
-----------------------
Paid     when booked
Counted  each period on its own

licences: 2026-01: Commission statement
---------------------------------------
EUR 100.00: sales of 1,000.00 reach the tier “all”, which pays 10% on the part that lies in it.
Sales           1,000.00
Effective rate  10%
Policy          commission
Version         1
Clauses         COM-1

licences: 2026-01: How the amount comes about
---------------------------------------------
Marginal tiers: each part of the sales earns the rate of the tier that it lies in.
Tier or adjustment  From     Up to      Base  Rate  Amount (EUR)
------------------  ----  --------  --------  ----  ------------
all                    0  no limit  1,000.00   10%        100.00
------------------  ----  --------  --------  ----  ------------
Total                                                     100.00

licences: 2026-01: Rounding
---------------------------
Before rounding it was 100; it is rounded half up to 2 decimals.

licences: 2026-02: Commission statement
---------------------------------------
EUR 200.00: sales of 2,000.00 reach the tier “all”, which pays 10% on the part that lies in it.
Sales           2,000.00
Effective rate  10%
Policy          commission
Version         1
Clauses         COM-1

licences: 2026-02: How the amount comes about
---------------------------------------------
Marginal tiers: each part of the sales earns the rate of the tier that it lies in.
Tier or adjustment  From     Up to      Base  Rate  Amount (EUR)
------------------  ----  --------  --------  ----  ------------
all                    0  no limit  2,000.00   10%        200.00
------------------  ----  --------  --------  ----  ------------
Total                                                     200.00

licences: 2026-02: Rounding
---------------------------
Before rounding it was 200; it is rounded half up to 2 decimals.

services: Commission settlement
-------------------------------
EUR 58.00 is paid for 2026-01 to 2026-02, in which EUR 60.00 was earned.
2026-02 pays EUR 18.00: earned EUR 10.00, held back EUR 2.00, released EUR 10.00.
Still held back: EUR 2.00 until 2026-03.
Policy   commission
Version  1

services: Period by period
--------------------------
Period   Earned (EUR)  Less: held back (EUR)  Released (EUR)  Paid (EUR)
-------  ------------  ---------------------  --------------  ----------
2026-01         50.00                  10.00            0.00       40.00
2026-02         10.00                   2.00           10.00       18.00
-------  ------------  ---------------------  --------------  ----------
Total           60.00                                              58.00

services: Still held back
-------------------------
Released in  Amount (EUR)
-----------  ------------
2026-03              2.00

services: Payment terms
-----------------------
Paid                          when booked
Counted                       each period on its own
Held back                     20%
Periods until it is released  1

services: 2026-01: Commission statement
---------------------------------------
EUR 50.00: sales of 500.00 reach the tier “all”, which pays 10% on the part that lies in it.
Sales           500.00
Effective rate  10%
Policy          commission
Version         1
Clauses         COM-1

services: 2026-01: How the amount comes about
---------------------------------------------
Marginal tiers: each part of the sales earns the rate of the tier that it lies in.
Tier or adjustment  From     Up to    Base  Rate  Amount (EUR)
------------------  ----  --------  ------  ----  ------------
all                    0  no limit  500.00   10%         50.00
------------------  ----  --------  ------  ----  ------------
Total                                                    50.00

services: 2026-01: Rounding
---------------------------
Before rounding it was 50; it is rounded half up to 2 decimals.

services: 2026-02: Commission statement
---------------------------------------
EUR 10.00: sales of 100.00 reach the tier “all”, which pays 10% on the part that lies in it.
Sales           100.00
Effective rate  10%
Policy          commission
Version         1
Clauses         COM-1

services: 2026-02: How the amount comes about
---------------------------------------------
Marginal tiers: each part of the sales earns the rate of the tier that it lies in.
Tier or adjustment  From     Up to    Base  Rate  Amount (EUR)
------------------  ----  --------  ------  ----  ------------
all                    0  no limit  100.00   10%         10.00
------------------  ----  --------  ------  ----  ------------
Total                                                    10.00

services: 2026-02: Rounding
---------------------------
Before rounding it was 10; it is rounded half up to 2 decimals.

Digest (SHA-256)  8ab930aca643d6e49a91f3ac4bdae1482566161be752819380ac87020ffd986f
`)
  })

  it('has caps, scores and what was set aside, period by period', () => {
    const issue = commissionOutcomes.clawBack().notCounted[0]?.issue as Issue
    const scored = compensationOutcomes.calculateCompensation()
    const [period] = settlement.periods as [CompensationSettlement['periods'][number]]
    const rich: CompensationSettlement = {
      ...settlement,
      adjusted: '-5.00',
      periods: [
        { ...period, ...(scored.cap && { cap: scored.cap }), components: scored.components },
      ],
      components: [],
      notCounted: [{ period: '2026-01', line: 'L-9', issue, component: 'services' }],
    }
    expect(full(rich)).toBe(`Compensation settlement
=======================

Payee    E-7
Period   2026-01
Policy   two-lines
Version  2026

EUR 358.00 is paid for 2026-01, in which EUR 360.00 was earned; adjustments come to EUR -5.00. 2026-01 pays meetings EUR 1,012.27, quality EUR 647.85, growth EUR 539.88. The cap of all components, EUR 2,200.00 by the target incentive, took EUR -1,060.00. Something was set aside; the list says why, and what would make it count.

Period by period
----------------
Period   Earned (EUR)  Paid (EUR)
-------  ------------  ----------
2026-01        150.00      140.00
-------  ------------  ----------
Total          360.00      358.00

By component
------------
Period   Component  Weight  Target incentive (EUR)  Cut by caps (EUR)  Paid (EUR)
-------  ---------  ------  ----------------------  -----------------  ----------
2026-01  meetings                                             -487.73    1,012.27
2026-01  quality       60%                1,200.00            -312.15      647.85
2026-01  growth        40%                  800.00            -260.12      539.88

Cap of all components
---------------------
Period   Limit (EUR)  Of                                  Cut by caps (EUR)
-------  -----------  ----------------------------------  -----------------
2026-01     2,200.00  a multiple of the target incentive          -1,060.00

What was set aside
------------------
Component  Period   Line  Why, and what would change it
---------  -------  ----  -------------------------------------------------
services   2026-01  L-9   commission: got "much", expected a plain decimal.

2026-01: What components looked at
----------------------------------
Component  Fact                 Value
---------  -------------------  -----
growth     meetings.attainment    1.5

2026-01: Place in the table
---------------------------
Component  Fact                 Value  Step  Pays of target incentive
---------  -------------------  -----  ----  ------------------------
growth     growth                0.12  fast                      150%
growth     meetings.attainment    1.5  on                        150%

2026-01, quality: Appraisal sheet
---------------------------------
The score is 80, the sum of what each indicator adds.
Employee  E-7
Policy    appraisal
Version   1
Clauses   APP-1, APP-2, APP-10

2026-01, quality: Indicators
----------------------------
Id            Points  Weight  Weight used  Adds
------------  ------  ------  -----------  ----
satisfaction      80     100         100%    80

2026-01, quality: Result
------------------------
Score
-----
   80

Digest (SHA-256)  8e5628d3d49c7cde392a17fc694c4d22d660fa0316be44fee8823aeec800b8ed
`)
    expect(line({ ...rich, periods: [] })).toBe('No period was settled.')
  })
})

describe('restateCompensation, explained', () => {
  const restatement = compensationOutcomes.restateCompensation()

  it('says which component is corrected, and why', () => {
    expect(short(restatement)).toBe(
      'The correction is EUR 20.00 (E-7, 2026-01): less was paid than is due. licences: For 2026-01, EUR 100.00 was paid and EUR 120.00 is due. licences: Sales: 1,200.00 instead of 1,000.00.',
    )
    expect(short(restatement, 'zh-CN')).toBe(
      '更正 EUR 20.00（E-7，2026-01）：此前少发，应补发。licences：2026-01 已付 EUR 100.00，应付 EUR 120.00。licences：业绩：由 1,000.00 更正为 1,200.00。',
    )
    expect(short(restatement, 'zh-TW')).toBe(
      '更正 EUR 20.00（E-7，2026-01）：先前少發，應補發。licences：2026-01 已付 EUR 100.00，應付 EUR 120.00。licences：業績：由 1,000.00 更正為 1,200.00。',
    )
    expect(full(restatement)).toBe(`Corrections of compensation
===========================

The correction is EUR 20.00 (E-7, 2026-01): less was paid than is due. licences: For 2026-01, EUR 100.00 was paid and EUR 120.00 is due. licences: Sales: 1,200.00 instead of 1,000.00.

Corrected periods
-----------------
Payee  Period   Amount  Currency
-----  -------  ------  --------
E-7    2026-01   20.00  EUR

Corrections
-----------
Payee           E-7
Period          2026-01
Component       licences
Correction no.  1
Paid            100.00
Due             120.00
Amount          20.00
Currency        EUR
Earned          120.00
Plan            commission
Version         1

What differs
------------
Payee  Period   Component  Figure  Was       Is
-----  -------  ---------  ------  --------  --------
E-7    2026-01  licences   Sales   1,000.00  1,200.00

Digest (SHA-256)  57c5a791e82076a2960e70cec6f4f0634912d77cd40b812b9bd51e67a688bc9a
`)
    expect(line({ corrections: [] })).toBe('Nothing is to be corrected.')
  })
})

describe('accrualByComponent, explained', () => {
  const accrual = compensationOutcomes.accrualByComponent()

  it('says what stands open, and of which component', () => {
    expect(short(accrual)).toBe(
      'EUR 2.00 is earned and not paid yet after 2026-02. EUR 2.00 of it is held back until later periods.',
    )
    expect(short(accrual, 'zh-CN')).toBe(
      '2026-02 结算后，已得未付 EUR 2.00。其中暂扣 EUR 2.00，以后各期返还。',
    )
    expect(short(accrual, 'zh-TW')).toBe(
      '2026-02 結算後，已得未付 EUR 2.00。其中保留 EUR 2.00，於後續各期發放。',
    )
    expect(full(accrual)).toBe(`Accrual
=======

Payee   E-7
Period  2026-02

EUR 2.00 is earned and not paid yet after 2026-02. EUR 2.00 of it is held back until later periods.

Accrual
-------
Payee  Period   Currency  Earned, not paid  Held back  Carried over  Advances to recover
-----  -------  --------  ----------------  ---------  ------------  -------------------
E-7    2026-02  EUR                   2.00       2.00          0.00                 0.00

By component
------------
Component  Payee  Period   Currency  Earned, not paid  Held back  Carried over  Advances to recover
---------  -----  -------  --------  ----------------  ---------  ------------  -------------------
licences   E-7    2026-02  EUR                   0.00       0.00          0.00                 0.00
services   E-7    2026-02  EUR                   2.00       2.00          0.00                 0.00

Digest (SHA-256)  c1ce2eed7a6595c0365222c536895c341d13ec357ca2d3a9e9a7aa79a74503a8
`)
  })
})

describe('payConsequences, explained', () => {
  const pay = compensationOutcomes.payConsequences()

  it('says what is paid for which grades, and what is not', () => {
    expect(short(pay)).toBe(
      'CNY 6,000.00 follows from the grades for 2026-H1. bonus, earned in 2026-Q1 (GRA-3): CNY 2,000.00. bonus, earned in 2026-Q2 (GRA-3): CNY 4,000.00. commission-coefficient of 2026-Q2 is not paid: the plan pays no such kind.',
    )
    expect(short(pay, 'zh-CN')).toBe(
      '2026-H1 因等级发放 6,000.00 元。bonus：由 2026-Q1 获得（GRA-3），2,000.00 元。bonus：由 2026-Q2 获得（GRA-3），4,000.00 元。2026-Q2 的 commission-coefficient 未发放：方案不发放此类。',
    )
    expect(short(pay, 'zh-TW')).toBe(
      '2026-H1 因等第給付 人民幣 6,000.00 元。bonus：由 2026-Q1 取得（GRA-3），人民幣 2,000.00 元。bonus：由 2026-Q2 取得（GRA-3），人民幣 4,000.00 元。2026-Q2 的 commission-coefficient 未給付：方案不給付此類。',
    )
    expect(full(pay)).toBe(`Pay by grades
=============

Payee    E-7
Period   2026-H1
Policy   handbook-compensation
Version  1

CNY 6,000.00 follows from the grades for 2026-H1. bonus, earned in 2026-Q1 (GRA-3): CNY 2,000.00. bonus, earned in 2026-Q2 (GRA-3): CNY 4,000.00. commission-coefficient of 2026-Q2 is not paid: the plan pays no such kind.

What is paid
------------
Kind                       bonus
Paid as                    bonus
Periods                    2026-Q1
Earned in                  2026-Q1
Value                      0.5
Monthly base salary (CNY)  8,000.00
From                       2026-03-31
Until                      2026-03-31
Served                     45
Of                         90
Before rounding            2,000
Amount (CNY)               2,000.00
Clause                     GRA-3

Kind                       bonus
Paid as                    bonus
Periods                    2026-Q2
Earned in                  2026-Q2
Value                      0.5
Monthly base salary (CNY)  8,000.00
From                       2026-06-30
Until                      2026-06-30
Served                     91
Of                         91
Before rounding            4,000
Amount (CNY)               4,000.00
Clause                     GRA-3

Kind                       Total
Amount (CNY)               6,000.00

What is not paid
----------------
Kind                    Period   Reason                      Clause
----------------------  -------  --------------------------  ------
commission-coefficient  2026-Q2  the plan pays no such kind  GRA-5

Clauses           GRA-3
Digest (SHA-256)  7b0a41a5acce6393c2437b75abaf301edcd4a89f683c2a4d325be603741e9eae
`)
  })

  it('says days of leave, and that nothing is paid', () => {
    const [bonus] = pay.lines as [(typeof pay.lines)[number]]
    const leave = {
      ...bonus,
      kind: 'paid-leave',
      clause: 'GRA-2',
      pays: 'leave',
      amount: null,
      days: '2',
      baseSalary: null,
      served: null,
      attendance: null,
    } as const
    const outcome = {
      ...pay,
      days: '2',
      lines: [{ ...bonus, attendance: { attended: '20', due: '21' } }, leave],
      notPaid: [],
    }
    expect(short(outcome)).toBe(
      'CNY 6,000.00 and days of leave (2) follow from the grades for 2026-H1. bonus, earned in 2026-Q1 (GRA-3): CNY 2,000.00. paid-leave, earned in 2026-Q1 (GRA-2), in days: 2.',
    )
    expect(short(outcome, 'zh-CN')).toBe(
      '2026-H1 因等级发放 6,000.00 元，休假 2 天。bonus：由 2026-Q1 获得（GRA-3），2,000.00 元。paid-leave：由 2026-Q1 获得（GRA-2），2 天。',
    )
    expect(short(outcome, 'zh-TW')).toBe(
      '2026-H1 因等第給付 人民幣 6,000.00 元，給假 2 天。bonus：由 2026-Q1 取得（GRA-3），人民幣 2,000.00 元。paid-leave：由 2026-Q1 取得（GRA-2），2 天。',
    )
    expect(full(outcome)).toBe(`Pay by grades
=============

Payee    E-7
Period   2026-H1
Policy   handbook-compensation
Version  1

CNY 6,000.00 and days of leave (2) follow from the grades for 2026-H1. bonus, earned in 2026-Q1 (GRA-3): CNY 2,000.00. paid-leave, earned in 2026-Q1 (GRA-2), in days: 2.

What is paid
------------
Kind                       bonus
Paid as                    bonus
Periods                    2026-Q1
Earned in                  2026-Q1
Value                      0.5
Monthly base salary (CNY)  8,000.00
From                       2026-03-31
Until                      2026-03-31
Served                     45
Of                         90
Days worked                20
Of days due                21
Before rounding            2,000
Amount (CNY)               2,000.00
Clause                     GRA-3

Kind                       paid-leave
Paid as                    leave
Periods                    2026-Q1
Earned in                  2026-Q1
Value                      0.5
From                       2026-03-31
Until                      2026-03-31
Before rounding            2,000
Days of leave              2
Clause                     GRA-2

Kind                       Total
Amount (CNY)               6,000.00
Days of leave              2

Clauses           GRA-3
Digest (SHA-256)  c8569f8826f473176d57943a4de031033e195d16d59da36a8642fbf41cf5c09e
`)
    expect(line({ ...pay, amount: '0.00', lines: [] })).toBe(
      'CNY 0.00: the grades pay nothing in 2026-H1.',
    )
  })

  it('says why something is not paid', () => {
    const [unpaid] = pay.notPaid as [(typeof pay.notPaid)[number]]
    const because = ['no-rule', 'other-period', 'not-employed', 'left', 'nothing-due'] as const
    const outcome = {
      ...pay,
      lines: [],
      notPaid: because.map((reason) => ({ ...unpaid, because: reason })),
    }
    expect(short(outcome)).toBe(
      'CNY 6,000.00 follows from the grades for 2026-H1. commission-coefficient of 2026-Q2 is not paid: the plan pays no such kind. commission-coefficient of 2026-Q2 is not paid: it is paid in another period. commission-coefficient of 2026-Q2 is not paid: not employed on any of its days. commission-coefficient of 2026-Q2 is not paid: left before the end of the period. commission-coefficient of 2026-Q2 is not paid: nothing is due.',
    )
    expect(short(outcome, 'zh-CN')).toBe(
      '2026-H1 因等级发放 6,000.00 元。2026-Q2 的 commission-coefficient 未发放：方案不发放此类。2026-Q2 的 commission-coefficient 未发放：在其他期间发放。2026-Q2 的 commission-coefficient 未发放：期内均不在职。2026-Q2 的 commission-coefficient 未发放：期末前已离职。2026-Q2 的 commission-coefficient 未发放：应发为零。',
    )
    expect(short(outcome, 'zh-TW')).toBe(
      '2026-H1 因等第給付 人民幣 6,000.00 元。2026-Q2 的 commission-coefficient 未給付：方案不給付此類。2026-Q2 的 commission-coefficient 未給付：於其他期間給付。2026-Q2 的 commission-coefficient 未給付：期內均不在職。2026-Q2 的 commission-coefficient 未給付：期末前已離職。2026-Q2 的 commission-coefficient 未給付：應給付為零。',
    )
  })
})

describe('payContest, explained', () => {
  const contest = compensationOutcomes.payContest()

  it('says who gets which prize, and how far it is to the next place', () => {
    expect(short(contest)).toBe(
      'CNY 6,000.00 in prizes: B CNY 2,500.00 (place 1), C CNY 2,500.00 (place 1), A CNY 1,000.00 (place 3). “A” reaches place 1 with 20,000 more. “D” reaches place 3 with 11,000 more.',
    )
    expect(short(contest, 'zh-CN')).toBe(
      '奖金共 6,000.00 元：第 1 名 B 2,500.00 元、第 1 名 C 2,500.00 元、第 3 名 A 1,000.00 元。“A”再增 20,000 即达第 1 名。“D”再增 11,000 即达第 3 名。',
    )
    expect(short(contest, 'zh-TW')).toBe(
      '獎金共 人民幣 6,000.00 元：第 1 名 B 人民幣 2,500.00 元、第 1 名 C 人民幣 2,500.00 元、第 3 名 A 人民幣 1,000.00 元。「A」再增加 20,000 即達第 1 名。「D」再增加 11,000 即達第 3 名。',
    )
    expect(full(contest)).toBe(`Contest
=======

Period      2026-Q2
Currency    CNY
Pot         6,000.00
Left of it  0.00
Policy      spring
Version     2026

CNY 6,000.00 in prizes: B CNY 2,500.00 (place 1), C CNY 2,500.00 (place 1), A CNY 1,000.00 (place 3). “A” reaches place 1 with 20,000 more. “D” reaches place 3 with 11,000 more.

Places and prizes
-----------------
Place  Entrant  Figure  Tied with  Amount (CNY)  Next place  Remaining  Reached
-----  -------  ------  ---------  ------------  ----------  ---------  -----------------
    1  B        80,000  C              2,500.00
    1  C        80,000  B              2,500.00
    3  A        60,000                 1,000.00           1     20,000  with exactly that
       D        49,000                     0.00           3     11,000  with exactly that
-----  -------  ------  ---------  ------------  ----------  ---------  -----------------
Total                                  6,000.00

Digest (SHA-256)  9cfbcf50398c7599eff1463e4d789655dbed6aee88459b679e36439e9defd09c
`)
  })

  it('says what is left of the pot, and that nobody gets a prize', () => {
    const rules = defineContestRules({
      currency: 'EUR',
      prizes: [{ amount: '100' }],
      enter: { comparison: 'above', figure: '10' },
    })
    const nobody = payContest({ entrants: [{ id: 'A', figure: '10' }] }, rules)
    expect(short(nobody)).toBe(
      'EUR 0.00: nobody gets a prize. EUR 100.00 of the pot of EUR 100.00 is left. “A” reaches place 1 with more than 0 in addition.',
    )
    expect(short(nobody, 'zh-CN')).toBe(
      'EUR 0.00：无人获奖。奖池 EUR 100.00，剩余 EUR 100.00。“A”再增超过 0 才达第 1 名。',
    )
    expect(short(nobody, 'zh-TW')).toBe(
      'EUR 0.00：無人得獎。獎金池 EUR 100.00，剩餘 EUR 100.00。「A」再增加超過 0 才達第 1 名。',
    )
  })
})

describe('amortizeCost, explained', () => {
  const amortization = compensationOutcomes.amortizeCost()

  it('says over which months a cost is spread, and what is written off', () => {
    expect(short(amortization)).toBe(
      '900.00 is spread over 2026-01 to 2026-02. 630.00 is written off on 2026-02-10, when the contract ends.',
    )
    expect(short(amortization, 'zh-CN')).toBe(
      '900.00 摊销于 2026-01 至 2026-02。合同于 2026-02-10 终止，核销 630.00。',
    )
    expect(short(amortization, 'zh-TW')).toBe(
      '900.00 攤銷於 2026-01 至 2026-02。合約於 2026-02-10 終止，沖銷 630.00。',
    )
    expect(full(amortization)).toBe(`Cost spread over a contract
===========================

900.00 is spread over 2026-01 to 2026-02. 630.00 is written off on 2026-02-10, when the contract ends.

By month
--------
Period       Day         Amount  Still to come
-----------  ----------  ------  -------------
2026-01                  170.00         730.00
2026-02                  100.00         630.00
Written off  2026-02-10  630.00
-----------  ----------  ------  -------------
Total                    900.00

Digest (SHA-256)  aca04b22ad44490f85a38b7724ddd17419f405c5ad8f0dcda5c507e0c96446ea
`)
  })

  it('says one that is spread wholly, written off wholly, or nothing', () => {
    expect(short(amortizeCost('1000.00', { from: '2026-01-15', months: 3, by: 'month' }))).toBe(
      '1,000.00 is spread over 2026-01 to 2026-03.',
    )
    expect(short({ ...amortization, periods: [] })).toBe(
      '630.00 is written off on 2026-02-10, when the contract ends.',
    )
    expect(short({ ...amortization, periods: [], impaired: null })).toBe(
      '900.00: there is nothing to spread.',
    )
  })
})
