import {
  calculateCommission,
  clawBack,
  commissionCurve,
  defineCommissionPlan,
  handbook,
  type Issue,
  restateCommission,
  type SettledPeriod,
  type Settlement,
  settleCommission,
} from 'sales-rules'
import { type ExplainedOutcome, explain, type Locale } from 'sales-rules/explain'
import { describe, expect, it } from 'vitest'
import { commissionOutcomes, settledPlan } from '../outcomes/commission.js'

const line = (outcome: ExplainedOutcome) => explain(outcome, { locale: 'en', depth: 'line' })
const short = (outcome: ExplainedOutcome, locale: Locale = 'en') =>
  explain(outcome, { locale, depth: 'short' })
const full = (outcome: ExplainedOutcome) => explain(outcome, { locale: 'en' })

describe('settleCommission, explained', () => {
  const settlement = commissionOutcomes.settleCommission()
  const [first, last] = settlement.periods as [SettledPeriod, SettledPeriod]

  it('says what is paid, what became of the last period, and what stands open', () => {
    expect(short(settlement)).toBe(
      'EUR 4,000.00 is paid for 2026-01 to 2026-02, in which EUR 4,500.00 was earned; adjustments come to EUR -100.00. 2026-02 pays EUR 2,000.00: earned EUR 4,000.00, adjusted EUR -100.00, held back EUR 800.00, recovered EUR 1,100.00. 2026-02: 60,000.00 more reaches the tier “top”; sales beyond that earn 15%. Still held back: EUR 100.00 until 2026-03, EUR 800.00 until 2026-04. Advances of EUR 500.00 are still to be recovered. Paid out as USD 2,200.00.',
    )
    expect(short(settlement, 'zh-CN')).toBe(
      '2026-01 至 2026-02 实发 EUR 4,000.00，应得 EUR 4,500.00，调整 EUR -100.00。2026-02 实发 EUR 2,000.00：应得 EUR 4,000.00、调整 EUR -100.00、暂扣 EUR 800.00、扣回预支 EUR 1,100.00。2026-02：业绩再增 60,000.00，即进入“top”档，超出部分按 15% 计提。尚在暂扣：EUR 100.00（2026-03 返还）、EUR 800.00（2026-04 返还）。待扣回预支：EUR 500.00。折合发放 USD 2,200.00。',
    )
    expect(short(settlement, 'zh-TW')).toBe(
      '2026-01 至 2026-02 實發 EUR 4,000.00，應得 EUR 4,500.00，調整 EUR -100.00。2026-02 實發 EUR 2,000.00：應得 EUR 4,000.00、調整 EUR -100.00、保留 EUR 800.00、扣回預支 EUR 1,100.00。2026-02：業績再增加 60,000.00，即進入「top」級距，超出部分以 15% 計算。尚在保留：EUR 100.00（2026-03 發放）、EUR 800.00（2026-04 發放）。待扣回預支：EUR 500.00。折合發放 USD 2,200.00。',
    )
  })

  it('has all periods, terms and statements in full', () => {
    expect(full(settlement)).toBe(`Commission settlement
=====================

Payee    E-7
Period   2026-01 to 2026-02
Policy   field-sales
Version  2026

EUR 4,000.00 is paid for 2026-01 to 2026-02, in which EUR 4,500.00 was earned; adjustments come to EUR -100.00. 2026-02 pays EUR 2,000.00: earned EUR 4,000.00, adjusted EUR -100.00, held back EUR 800.00, recovered EUR 1,100.00. 2026-02: 60,000.00 more reaches the tier “top”; sales beyond that earn 15%. Still held back: EUR 100.00 until 2026-03, EUR 800.00 until 2026-04. Advances of EUR 500.00 are still to be recovered. Paid out as USD 2,200.00.

Period by period
----------------
Period                     2026-01
Earned (EUR)               500.00
Adjusted (EUR)             0.00
Less: held back (EUR)      100.00
Advanced (EUR)             1,600.00
Less: recovered (EUR)      0.00
Paid (EUR)                 2,000.00
Advances to recover (EUR)  1,600.00

Period                     2026-02
Earned (EUR)               4,000.00
Adjusted (EUR)             -100.00
Less: held back (EUR)      800.00
Advanced (EUR)             0.00
Less: recovered (EUR)      1,100.00
Paid (EUR)                 2,000.00
Advances to recover (EUR)  500.00

Period                     Total
Earned (EUR)               4,500.00
Adjusted (EUR)             -100.00
Paid (EUR)                 4,000.00

Adjustments
-----------
Period   Kind     Id   Reason    Given by  Day         Amount (EUR)
-------  -------  ---  --------  --------  ----------  ------------
2026-02  by hand  A-1  demo kit  Kim       2026-02-20       -100.00

Paid in another currency
------------------------
Period     Amount  Currency  Rate  Day
-------  --------  --------  ----  ----------
2026-02  2,200.00  USD        1.1  2026-02-27

Still held back
---------------
Released in  Amount (EUR)
-----------  ------------
2026-03            100.00
2026-04            800.00

Payment terms
-------------
Paid                            when booked
Counted                         each period on its own
Held back                       20%
Periods until it is released    2
Draw of each period (EUR)       2,000
Kind of draw                    an advance, recovered later
Recovered from                  what is above the draw
Periods before recovery starts  1
Most that a period recovers     100%

2026-01: Commission statement
-----------------------------
EUR 500.00: sales of 5,000.00 reach the tier “base”, which pays 10% on the part that lies in it.
95,000.00 more reaches the tier “top”; sales beyond that earn 15%.
Sales           5,000.00
Effective rate  10%
Policy          field-sales
Version         2026
Clauses         COM-1

2026-01: How the amount comes about
-----------------------------------
Marginal tiers: each part of the sales earns the rate of the tier that it lies in.
Tier or adjustment  From    Up to      Base  Rate  Amount (EUR)
------------------  ----  -------  --------  ----  ------------
base                   0  100,000  5,000.00   10%        500.00
------------------  ----  -------  --------  ----  ------------
Total                                                    500.00

2026-01: Rounding
-----------------
Before rounding it was 500; it is rounded half up to 2 decimals.

2026-02: Commission statement
-----------------------------
EUR 4,000.00: sales of 40,000.00 reach the tier “base”, which pays 10% on the part that lies in it.
60,000.00 more reaches the tier “top”; sales beyond that earn 15%.
Sales           40,000.00
Effective rate  10%
Policy          field-sales
Version         2026
Clauses         COM-1

2026-02: How the amount comes about
-----------------------------------
Marginal tiers: each part of the sales earns the rate of the tier that it lies in.
Tier or adjustment  From    Up to       Base  Rate  Amount (EUR)
------------------  ----  -------  ---------  ----  ------------
base                   0  100,000  40,000.00   10%      4,000.00
------------------  ----  -------  ---------  ----  ------------
Total                                                   4,000.00

2026-02: Rounding
-----------------
Before rounding it was 4,000; it is rounded half up to 2 decimals.

Digest (SHA-256)  1006012f12d6f7b45d01d30f4d565540252bcb757e45cfd3a81553ffdcb4f63c
`)
  })

  it('says of one period only that it was paid as it was earned', () => {
    const plain = defineCommissionPlan({
      currency: 'EUR',
      scale: settledPlan.scale,
      payment: { on: 'booked' },
    })
    expect(
      short(
        settleCommission({ payee: 'E-7', periods: [{ period: '2026-01', sales: '5000' }] }, plain),
      ),
    ).toBe(
      'EUR 500.00 is paid for 2026-01, in which EUR 500.00 was earned. 2026-01: 95,000.00 more reaches the tier “top”; sales beyond that earn 15%.',
    )
  })

  it('says that nothing was settled', () => {
    const nothing: Settlement = {
      ...settlement,
      periods: [],
      closing: { held: [], carried: '0.00', draw: '0.00' },
      payouts: [],
    }
    expect(short(nothing)).toBe('No period was settled.')
  })

  it('names all that moves between earned and paid, and what caps took', () => {
    const moved = {
      ...last,
      cut: '50.00',
      guaranteed: '10.00',
      released: '20.00',
      drawn: '30.00',
      carried: '-5.00',
    }
    expect(short({ ...settlement, periods: [first, moved] })).toBe(
      'EUR 4,000.00 is paid for 2026-01 to 2026-02, in which EUR 4,500.00 was earned; adjustments come to EUR -100.00. Caps took EUR 50.00 of what 2026-02 would have earned. 2026-02 pays EUR 2,000.00: earned EUR 4,000.00, adjusted EUR -100.00, topped up EUR 10.00, held back EUR 800.00, released EUR 20.00, advanced EUR 30.00, recovered EUR 1,100.00, carried over EUR -5.00. 2026-02: 60,000.00 more reaches the tier “top”; sales beyond that earn 15%. Still held back: EUR 100.00 until 2026-03, EUR 800.00 until 2026-04. Advances of EUR 500.00 are still to be recovered. Paid out as USD 2,200.00.',
    )
    expect(short({ ...settlement, periods: [first, moved] }, 'zh-CN')).toBe(
      '2026-01 至 2026-02 实发 EUR 4,000.00，应得 EUR 4,500.00，调整 EUR -100.00。2026-02 因封顶扣减 EUR 50.00。2026-02 实发 EUR 2,000.00：应得 EUR 4,000.00、调整 EUR -100.00、保底补足 EUR 10.00、暂扣 EUR 800.00、暂扣返还 EUR 20.00、预支 EUR 30.00、扣回预支 EUR 1,100.00、结转下期 EUR -5.00。2026-02：业绩再增 60,000.00，即进入“top”档，超出部分按 15% 计提。尚在暂扣：EUR 100.00（2026-03 返还）、EUR 800.00（2026-04 返还）。待扣回预支：EUR 500.00。折合发放 USD 2,200.00。',
    )
    expect(short({ ...settlement, periods: [first, moved] }, 'zh-TW')).toBe(
      '2026-01 至 2026-02 實發 EUR 4,000.00，應得 EUR 4,500.00，調整 EUR -100.00。2026-02 因上限扣減 EUR 50.00。2026-02 實發 EUR 2,000.00：應得 EUR 4,000.00、調整 EUR -100.00、保底補足 EUR 10.00、保留 EUR 800.00、保留款發放 EUR 20.00、預支 EUR 30.00、扣回預支 EUR 1,100.00、結轉下期 EUR -5.00。2026-02：業績再增加 60,000.00，即進入「top」級距，超出部分以 15% 計算。尚在保留：EUR 100.00（2026-03 發放）、EUR 800.00（2026-04 發放）。待扣回預支：EUR 500.00。折合發放 USD 2,200.00。',
    )
  })

  it('tells what is carried over from what was overpaid, and names the last period of a payee', () => {
    const carried: Settlement = {
      ...settlement,
      closing: {
        held: [{ amount: '1.00', releasedIn: 4 }],
        carried: '20.00',
        draw: '0.00',
        final: true,
      },
    }
    const overpaid: Settlement = {
      ...settlement,
      closing: { held: [], carried: '-20.00', draw: '0.00' },
    }
    expect(short(carried)).toBe(
      'EUR 4,000.00 is paid for 2026-01 to 2026-02, in which EUR 4,500.00 was earned; adjustments come to EUR -100.00. 2026-02 pays EUR 2,000.00: earned EUR 4,000.00, adjusted EUR -100.00, held back EUR 800.00, recovered EUR 1,100.00. 2026-02: 60,000.00 more reaches the tier “top”; sales beyond that earn 15%. Still held back: EUR 1.00 until its period 4. EUR 20.00 is carried over to the next period. Paid out as USD 2,200.00. This was the payee’s last period.',
    )
    expect(short(overpaid)).toBe(
      'EUR 4,000.00 is paid for 2026-01 to 2026-02, in which EUR 4,500.00 was earned; adjustments come to EUR -100.00. 2026-02 pays EUR 2,000.00: earned EUR 4,000.00, adjusted EUR -100.00, held back EUR 800.00, recovered EUR 1,100.00. 2026-02: 60,000.00 more reaches the tier “top”; sales beyond that earn 15%. EUR -20.00 is carried over: more was paid than is due, and later periods make up for it. Paid out as USD 2,200.00.',
    )
    expect(short(carried, 'zh-CN')).toBe(
      '2026-01 至 2026-02 实发 EUR 4,000.00，应得 EUR 4,500.00，调整 EUR -100.00。2026-02 实发 EUR 2,000.00：应得 EUR 4,000.00、调整 EUR -100.00、暂扣 EUR 800.00、扣回预支 EUR 1,100.00。2026-02：业绩再增 60,000.00，即进入“top”档，超出部分按 15% 计提。尚在暂扣：EUR 1.00（第 4 期返还）。结转下期：EUR 20.00。折合发放 USD 2,200.00。本期为该员工的最后一期。',
    )
    expect(short(overpaid, 'zh-CN')).toBe(
      '2026-01 至 2026-02 实发 EUR 4,000.00，应得 EUR 4,500.00，调整 EUR -100.00。2026-02 实发 EUR 2,000.00：应得 EUR 4,000.00、调整 EUR -100.00、暂扣 EUR 800.00、扣回预支 EUR 1,100.00。2026-02：业绩再增 60,000.00，即进入“top”档，超出部分按 15% 计提。结转下期：EUR -20.00，此前多发，由以后各期抵扣。折合发放 USD 2,200.00。',
    )
    expect(short(carried, 'zh-TW')).toBe(
      '2026-01 至 2026-02 實發 EUR 4,000.00，應得 EUR 4,500.00，調整 EUR -100.00。2026-02 實發 EUR 2,000.00：應得 EUR 4,000.00、調整 EUR -100.00、保留 EUR 800.00、扣回預支 EUR 1,100.00。2026-02：業績再增加 60,000.00，即進入「top」級距，超出部分以 15% 計算。尚在保留：EUR 1.00（第 4 期發放）。結轉下期：EUR 20.00。折合發放 USD 2,200.00。本期為該員工的最後一期。',
    )
    expect(short(overpaid, 'zh-TW')).toBe(
      '2026-01 至 2026-02 實發 EUR 4,000.00，應得 EUR 4,500.00，調整 EUR -100.00。2026-02 實發 EUR 2,000.00：應得 EUR 4,000.00、調整 EUR -100.00、保留 EUR 800.00、扣回預支 EUR 1,100.00。2026-02：業績再增加 60,000.00，即進入「top」級距，超出部分以 15% 計算。結轉下期：EUR -20.00，先前溢發，由後續各期抵扣。折合發放 USD 2,200.00。',
    )
  })

  it('lists corrections, parts, what others have, open lines and what was set aside', () => {
    const period: SettledPeriod = {
      ...first,
      corrections: [{ period: '2025-12', was: '100.00', is: '80.00', guaranteed: '5.00' }],
      parts: [{ line: 'L-1', part: 1, amount: '250.00' }],
      handedOver: [
        {
          id: 'L-1',
          payee: 'E-8',
          reason: 'handover',
          amount: '40.00',
          currency: 'EUR',
          on: '2026-01-09',
          period: '2025-12',
        },
      ],
    }
    const issue = commissionOutcomes.clawBack().notCounted[0]?.issue as Issue
    const rich: Settlement = {
      ...settlement,
      periods: [period],
      closing: {
        ...settlement.closing,
        joined: '2025-11-01',
        lines: [
          {
            line: 'L-2',
            amount: '900',
            commission: '90',
            progress: '300',
            invoiced: '600',
            refunded: '0',
          },
        ],
      },
      notCounted: [{ period: '2026-01', line: 'L-9', issue }],
      terms: {
        on: 'booked',
        parts: [
          { share: '0.5', on: 'booked', after: 1 },
          { share: '1/2', on: 'collected', from: '0.25' },
        ],
        accrual: 'year-to-date',
        trueUp: 'quarter',
        holdback: { share: '0.2', releaseAfter: 3 },
        draw: {
          amount: '2000',
          kind: 'non-recoverable',
          periods: 6,
          schedule: [{ periods: 2, amount: '3000' }],
          service: { by: 'month', months: 'whole' },
          recoverFrom: 'all',
          recoverAfter: 1,
          recoverAtMost: '0.5',
          owedAtMost: '9000',
        },
        minimumPayout: '50',
        afterLeaving: '0.5',
      },
    }
    expect(full(rich)).toBe(`Commission settlement
=====================

Payee                 E-7
Period                2026-01
First day of service  2025-11-01
Policy                field-sales
Version               2026

EUR 4,000.00 is paid for 2026-01, in which EUR 4,500.00 was earned; adjustments come to EUR -100.00. 2026-01 pays EUR 2,000.00: earned EUR 500.00, held back EUR 100.00, advanced EUR 1,600.00. 2026-01: 95,000.00 more reaches the tier “top”; sales beyond that earn 15%. Still held back: EUR 100.00 until 2026-03, EUR 800.00 until 2026-04. Advances of EUR 500.00 are still to be recovered. Paid out as USD 2,200.00. Something was set aside; the list says why, and what would make it count.

Period by period
----------------
Period   Earned (EUR)  Less: held back (EUR)  Advanced (EUR)  Paid (EUR)  Advances to recover (EUR)
-------  ------------  ---------------------  --------------  ----------  -------------------------
2026-01        500.00                 100.00        1,600.00    2,000.00                   1,600.00
-------  ------------  ---------------------  --------------  ----------  -------------------------
Total        4,500.00                                           4,000.00

Earlier periods that were corrected
-----------------------------------
Period   Corrects  Was (EUR)  Is (EUR)  Topped up (EUR)
-------  --------  ---------  --------  ---------------
2026-01  2025-12      100.00     80.00             5.00

Parts of lines that became due
------------------------------
Period   Line  Part  Amount (EUR)
-------  ----  ----  ------------
2026-01  L-1      1        250.00

Handed over to others
---------------------
Period   Id   Payee  Reason    Day         Corrects  Amount (EUR)
-------  ---  -----  --------  ----------  --------  ------------
2026-01  L-1  E-8    handover  2026-01-09  2025-12          40.00

Still held back
---------------
Released in  Amount (EUR)
-----------  ------------
2026-03            100.00
2026-04            800.00

Lines not yet invoiced or collected in full
-------------------------------------------
Line  Sales  Its commission  Invoiced  Invoiced or collected
----  -----  --------------  --------  ---------------------
L-2     900              90       600                    300

What was set aside
------------------
Period   Line  Why, and what would change it
-------  ----  -------------------------------------------------
2026-01  L-9   commission: got "much", expected a plain decimal.

Payment terms
-------------
Counted                         year to date
Trued up                        each quarter
Held back                       20%
Periods until it is released    3
Draw of each period (EUR)       2,000
Kind of draw                    a guarantee, not recovered
Periods of draw                 6
The draw goes by                months of service
First month of service          counts only as a whole
Recovered from                  all that is available
Periods before recovery starts  1
Most that a period recovers     50%
Most that may be owed (EUR)     9,000
Least that is paid out (EUR)    50
Share after leaving             50%

Parts of each line’s commission
-------------------------------
     Share  Paid          Periods later  Only beyond
----------  ------------  -------------  -----------
       50%  when booked               1
1/2 × 100%  as collected                         25%

Draw of the first periods
-------------------------
Periods of draw  Amount (EUR)
---------------  ------------
              2         3,000

2026-01: Commission statement
-----------------------------
EUR 500.00: sales of 5,000.00 reach the tier “base”, which pays 10% on the part that lies in it.
95,000.00 more reaches the tier “top”; sales beyond that earn 15%.
Sales           5,000.00
Effective rate  10%
Policy          field-sales
Version         2026
Clauses         COM-1

2026-01: How the amount comes about
-----------------------------------
Marginal tiers: each part of the sales earns the rate of the tier that it lies in.
Tier or adjustment  From    Up to      Base  Rate  Amount (EUR)
------------------  ----  -------  --------  ----  ------------
base                   0  100,000  5,000.00   10%        500.00
------------------  ----  -------  --------  ----  ------------
Total                                                    500.00

2026-01: Rounding
-----------------
Before rounding it was 500; it is rounded half up to 2 decimals.

Digest (SHA-256)  9eba324622cb227ebad1325d8e65a808ad67eff458f4714e5013cf44835f0feb
`)
  })

  it('shows the tiers of the plan where it is given', () => {
    const told = explain(settlement, { locale: 'en', policy: settledPlan })
    expect(told).toContain('The tiers of the plan')
    expect(() => explain(settlement, { locale: 'en', policy: handbook.grading })).toThrow(
      /defineCommissionPlan/,
    )
  })
})

describe('restateCommission, explained', () => {
  const restatement = commissionOutcomes.restateCommission()
  const [correction] = restatement.corrections as [(typeof restatement.corrections)[number]]

  it('says first of all that a refund did not count', () => {
    const { notCounted } = calculateCommission(
      { lines: [{ id: 'R', amount: '-1', refundOf: 'A' }] },
      settledPlan,
    )
    const issues = notCounted.map(({ issue }) => issue)
    const text = short({ ...restatement, corrections: [{ ...correction, issues }] })
    expect(text).toContain('CNY 42,000.00 is due. refundOf: got "A", which is no line of')
  })

  it('says what the correction is and which figure makes it', () => {
    expect(short(restatement)).toBe(
      'The correction is CNY -8,000.00 (Li, 2026-Q1): more was paid than is due. For 2026-Q1, CNY 50,000.00 was paid and CNY 42,000.00 is due. Sales: 1,300,000.00 instead of 1,500,000.00.',
    )
    expect(short(restatement, 'zh-CN')).toBe(
      '更正 -8,000.00 元（Li，2026-Q1）：此前多发，应追回。2026-Q1 已付 50,000.00 元，应付 42,000.00 元。业绩：由 1,500,000.00 更正为 1,300,000.00。',
    )
    expect(short(restatement, 'zh-TW')).toBe(
      '更正 人民幣 -8,000.00 元（Li，2026-Q1）：先前溢發，應追回。2026-Q1 已付 人民幣 50,000.00 元，應付 人民幣 42,000.00 元。業績：由 1,500,000.00 更正為 1,300,000.00。',
    )
  })

  it('has the corrections, their reasons and the right statements in full', () => {
    expect(full(restatement)).toBe(`Corrections of commission
=========================

The correction is CNY -8,000.00 (Li, 2026-Q1): more was paid than is due. For 2026-Q1, CNY 50,000.00 was paid and CNY 42,000.00 is due. Sales: 1,300,000.00 instead of 1,500,000.00.

Corrections
-----------
Payee           Li
Period          2026-Q1
Correction no.  1
Paid            50,000.00
Due             42,000.00
Amount          -8,000.00
Currency        CNY
Earned          42,000.00
Plan            handbook-commission
Version         1

What differs
------------
Payee  Period   Figure  Was           Is
-----  -------  ------  ------------  ------------
Li     2026-Q1  Sales   1,500,000.00  1,300,000.00

Li, 2026-Q1: Commission statement
---------------------------------
CNY 42,000.00: sales of 1,300,000.00 reach the tier “second”, which pays 4% on the part that lies in it.
Attainment is 108.33…% of the target of 1,200,000.00.
700,000.00 more reaches the tier “top”; sales beyond that earn 5%.
Sales                  1,300,000.00
Target                 1,200,000.00
Attainment             108.33…%
Minimum attainment     100%
Once reached, paid on  all sales
Effective rate         3.23…%
Policy                 handbook-commission
Version                1
Clauses                COM-1, COM-2

Li, 2026-Q1: How the amount comes about
---------------------------------------
Marginal tiers: each part of the sales earns the rate of the tier that it lies in.
Tier or adjustment       From      Up to          Base  Rate  Amount (CNY)
------------------  ---------  ---------  ------------  ----  ------------
first                       0  1,000,000  1,000,000.00    3%     30,000.00
second              1,000,000  2,000,000    300,000.00    4%     12,000.00
------------------  ---------  ---------  ------------  ----  ------------
Total                                                            42,000.00

Li, 2026-Q1: Rounding
---------------------
Before rounding it was 42,000; it is rounded half up to 2 decimals.

Digest (SHA-256)  2fdb8627249544ccbff393bde31970f04c07ced1714b929a0610ecbfd5e57246
`)
  })

  it('says what is due in addition, that the pay is the same, and that nothing is to be corrected', () => {
    expect(line({ ...restatement, corrections: [{ ...correction, amount: '5.00' }] })).toBe(
      'The correction is CNY 5.00 (Li, 2026-Q1): less was paid than is due.',
    )
    expect(line({ ...restatement, corrections: [{ ...correction, amount: '0.00' }] })).toBe(
      'The correction is CNY 0.00 (Li, 2026-Q1): other facts, and the same pay.',
    )
    expect(
      line({
        ...restatement,
        corrections: [
          correction,
          {
            ...correction,
            period: { id: 'P1', from: '2026-01-01', to: '2026-01-28' },
            amount: '5.00',
          },
        ],
      }),
    ).toBe(
      'The corrections are CNY -8,000.00 (Li, 2026-Q1), CNY 5.00 (Li, P1 (2026-01-01 to 2026-01-28)).',
    )
    expect(line(restateCommission({ paid: [], now: [] }, handbook.commission))).toBe(
      'Nothing is to be corrected.',
    )
  })

  it('says each reason in the terms of its figure', () => {
    const reasons = [
      { field: 'coefficient', was: '0.005', is: '0.01' },
      { field: 'gate', was: 'unmet', is: 'met' },
      { field: 'gate', was: 'on-time: unmet', is: 'on-time: met' },
      { field: 'policy', was: 'plan 1', is: 'plan 2' },
      { field: 'target', was: '1000', is: null },
      { field: 'measure', was: null, is: 'gold' },
      { field: 'not-paid-before', was: null, is: '42000.00' },
      { field: 'earlier-period', was: null, is: null },
    ] as const
    const outcome = {
      ...restatement,
      corrections: [{ ...correction, reasons, alsoRestate: ['2026-Q2'] }],
    }
    expect(short(outcome)).toBe(
      'The correction is CNY -8,000.00 (Li, 2026-Q1): more was paid than is due. For 2026-Q1, CNY 50,000.00 was paid and CNY 42,000.00 is due. Uplift by grades: 1% instead of 0.5%. Gate: met instead of not met. Gate: on-time: met instead of on-time: unmet. Plan: plan 2 instead of plan 1. Target: no longer 1,000. Tiers: gold. First paid: CNY 42,000.00. Pay by an earlier period: changed. Later periods change with it and are not corrected yet: 2026-Q2.',
    )
    expect(short(outcome, 'zh-CN')).toBe(
      '更正 -8,000.00 元（Li，2026-Q1）：此前多发，应追回。2026-Q1 已付 50,000.00 元，应付 42,000.00 元。系数上浮：由 0.5% 更正为 1%。起提线：由 未达标 更正为 达标。起提线：由 on-time: unmet 更正为 on-time: met。方案：由 plan 1 更正为 plan 2。目标：不再是 1,000。档位：gold。首次发放：42,000.00 元。受以前期间影响的提成：有变动。以后期间随之变动，尚未更正：2026-Q2。',
    )
    expect(short(outcome, 'zh-TW')).toBe(
      '更正 人民幣 -8,000.00 元（Li，2026-Q1）：先前溢發，應追回。2026-Q1 已付 人民幣 50,000.00 元，應付 人民幣 42,000.00 元。係數加成：由 0.5% 更正為 1%。起算門檻：由 未達標 更正為 達標。起算門檻：由 on-time: unmet 更正為 on-time: met。方案：由 plan 1 更正為 plan 2。目標：不再是 1,000。級距：gold。首次發放：人民幣 42,000.00 元。受先前期間影響的獎金：有異動。後續期間隨之異動，尚未更正：2026-Q2。',
    )
  })
})

describe('adjustments of a settlement, explained', () => {
  const settlement = commissionOutcomes.settleCommission()
  const [, last] = settlement.periods as [SettledPeriod, SettledPeriod]
  const adjustments: SettledPeriod['adjustments'] = [
    {
      kind: 'by-hand',
      id: 'A-1',
      reason: 'fix',
      period: '2026-01',
      amount: '-5.00',
      inCorrections: true,
    },
    { kind: 'clawback', id: 'O-1', share: '0.8', elapsedDays: 45, amount: '-2856.99' },
    { kind: 'override', id: 'O-2', payee: 'Wang', rate: '0.02', amount: '2.00' },
    { kind: 'correction', id: '2025-12', period: '2025-12', number: 2, amount: '1.00' },
    { kind: 'override', id: null, amount: '3.00' },
  ]
  const table = (title: string, locale: Locale) => {
    const text = explain({ ...settlement, periods: [{ ...last, adjustments }] }, { locale })
    return text.slice(text.indexOf(`${title}\n`)).split('\n\n')[0]
  }

  it('stand one by one, with how each came about', () => {
    expect(table('Adjustments', 'en')).toBe(`Adjustments
-----------
By hand for a period that was corrected: the list of corrections says what it moves.
Period   Kind        Id       Reason                                   Corrects  Amount (EUR)
-------  ----------  -------  ---------------------------------------  --------  ------------
2026-02  by hand     A-1      fix                                      2026-01          -5.00
2026-02  clawback    O-1      cancelled after 45 days, gives back 80%               -2,856.99
2026-02  override    O-2      sold by Wang, at 2%                                        2.00
2026-02  correction  2025-12  correction no. 2                         2025-12           1.00
2026-02  override                                                                        3.00`)
    expect(table('调整明细', 'zh-CN')).toBe(`调整明细
--------
手工调整若针对被更正的期间，其影响见“被更正的以前期间”。
期间     种类      编号     理由                        所更正期间  金额（EUR）
-------  --------  -------  --------------------------  ----------  -----------
2026-02  手工      A-1      fix                         2026-01           -5.00
2026-02  退单追回  O-1      成交 45 天后取消、追回 80%                -2,856.99
2026-02  管理提成  O-2      由 Wang 成交、按 2% 计提                       2.00
2026-02  更正      2025-12  第 2 次更正                 2025-12            1.00
2026-02  管理提成                                                          3.00`)
    expect(table('調整明細', 'zh-TW')).toBe(`調整明細
--------
人工調整若針對經更正的期間，其影響見「經更正的先前期間」。
期間     種類      編號     理由                        所更正期間  金額（EUR）
-------  --------  -------  --------------------------  ----------  -----------
2026-02  人工      A-1      fix                         2026-01           -5.00
2026-02  退單追回  O-1      成交 45 天後取消、追回 80%                -2,856.99
2026-02  管理獎金  O-2      由 Wang 成交、以 2% 計算                       2.00
2026-02  更正      2025-12  第 2 次更正                 2025-12            1.00
2026-02  管理獎金                                                          3.00`)
  })
})

describe('clawBack, explained', () => {
  const clawback = commissionOutcomes.clawBack()

  it('says what each cancelled sale gives back', () => {
    expect(short(clawback)).toBe(
      'Clawback of cancelled sales: CNY -600.00. “O-1”, cancelled after 30 days, gives back 66.66…%: CNY -600.00. “O-2”, cancelled after 180 days, gives nothing back; the last day was 2026-03-31. Some cancellations were set aside; the list says why.',
    )
    expect(short(clawback, 'zh-CN')).toBe(
      '退单追回：-600.00 元。“O-1”成交 30 天后取消，追回 66.66…%：-600.00 元。“O-2”成交 180 天后取消，不追回；追回期至 2026-03-31。部分退单未计入，清单写明原因。',
    )
    expect(short(clawback, 'zh-TW')).toBe(
      '退單追回：人民幣 -600.00 元。「O-1」成交 30 天後取消，追回 66.66…%：人民幣 -600.00 元。「O-2」成交 180 天後取消，不追回；追回期至 2026-03-31。部分退單未計入，清單載明原因。',
    )
  })

  it('has all lines in full', () => {
    expect(full(clawback)).toBe(`Clawback of cancelled sales
===========================

Policy   commission
Version  1

Clawback of cancelled sales: CNY -600.00. “O-1”, cancelled after 30 days, gives back 66.66…%: CNY -600.00. “O-2”, cancelled after 180 days, gives nothing back; the last day was 2026-03-31. Some cancellations were set aside; the list says why.

Cancelled sales
---------------
Id       Share  Days since the sale  Last day of clawback  Amount (CNY)
-----  -------  -------------------  --------------------  ------------
O-1    66.66…%                   30  2026-03-31                 -600.00
O-2         0%                  180  2026-03-31                    0.00
-----  -------  -------------------  --------------------  ------------
Total                                                           -600.00

What was set aside
------------------
Id   Why, and what would change it
---  -------------------------------------------------
O-3  commission: got "much", expected a plain decimal.

Digest (SHA-256)  ebb71bc09eb5d0c8a1d14a515249b1ac0b9ab2eee168c9dce44c01f6486f9ce0
`)
  })

  it('says that nothing is taken back, with or without a last day', () => {
    const kept = {
      id: 'O-9',
      amount: '0.00',
      currency: 'CNY',
      share: '0',
      elapsedDays: 3,
      until: null,
    }
    expect(short({ ...clawback, lines: [kept], total: '0.00', notCounted: [] })).toBe(
      'CNY 0.00: nothing is taken back. “O-9”, cancelled after 3 days, gives nothing back.',
    )
    expect(
      line(
        clawBack(
          [],
          defineCommissionPlan({
            currency: 'CNY',
            scale: settledPlan.scale,
            clawback: { kind: 'full' },
          }),
        ),
      ),
    ).toBe('CNY 0.00: nothing is taken back.')
  })
})

describe('creditLines, explained', () => {
  const crediting = commissionOutcomes.creditLines()

  it('says who is credited with what, and that something is left over', () => {
    expect(short(crediting)).toBe(
      'Credited: Ann 1,300.00, Ben 300.00. Managers earn on sales of those who report to them. The team of Mia comes to 1,300.00. Some lines are nobody’s; the list says why, and what would change it.',
    )
    expect(short(crediting, 'zh-CN')).toBe(
      '业绩归属：Ann 1,300.00、Ben 300.00。上级就下属业绩另有提成。Mia 的团队业绩为 1,300.00。部分订单行无人归属，清单写明原因和办法。',
    )
    expect(short(crediting, 'zh-TW')).toBe(
      '業績歸屬：Ann 1,300.00、Ben 300.00。主管就部屬業績另有獎金。Mia 的團隊業績為 1,300.00。部分訂單明細無人歸屬，清單載明原因與方式。',
    )
  })

  it('has each share, override and team in full', () => {
    expect(full(crediting)).toBe(`Whose the sales are
===================

Policy   commission
Version  1

Credited: Ann 1,300.00, Ben 300.00. Managers earn on sales of those who report to them. The team of Mia comes to 1,300.00. Some lines are nobody’s; the list says why, and what would change it.

By payee
--------
Payee     Sales
-----  --------
Ann    1,300.00
Ben      300.00

By order line
-------------
Line  Whole line  Because of                       Payee  Counts for  On top of the whole
----  ----------  -------------------------------  -----  ----------  -------------------
L-1     1,000.00  the customer’s owner on the day  Ann      1,000.00  no
L-2       600.00  its own owners                   Ann        300.00  no
L-2       600.00  its own owners                   Ben        300.00  no

What managers earn on it
------------------------
Manager  Level above  Payee  Line  Date            Base  Rate  Amount
-------  -----------  -----  ----  ----------  --------  ----  ------
Mia                1  Ann    L-1   2026-02-10  1,000.00    1%   10.00
Mia                1  Ann    L-2   2026-03-10    300.00    1%    3.00

By team
-------
Manager     Sales
-------  --------
Mia      1,300.00

Lines of teams
--------------
Manager  Line     Level above  Payee  The member’s line    Amount
-------  -------  -----------  -----  -----------------  --------
Mia      L-1@Mia            1  Ann    L-1                1,000.00
Mia      L-2@Mia            1  Ann    L-2                  300.00

What is nobody’s
----------------
Id                             L-3
Amount                         50.00
Why, and what would change it  Nobody owns "Nobody" on 2026-03-11. Add an owner for that day, or give the line owners of its own.

Digest (SHA-256)  9a08b0b690918433e8d87dfec8c9098c8cdf4d0bfdbb6355eb8cf1b2ceb1adf4
`)
  })

  it('has sales in other currencies, and lines without a manager', () => {
    const [payee] = crediting.payees as [(typeof crediting.payees)[number]]
    const [left] = crediting.notCredited as [(typeof crediting.notCredited)[number]]
    const without = { line: 'L-1', payee: 'Ann', issue: left.issue }
    const outcome = {
      ...crediting,
      payees: [{ ...payee, otherSales: { USD: '70.00' } }],
      lines: [],
      notCredited: [],
      overrides: [],
      teams: [],
      notOverridden: [without],
      notInTeams: [without],
    }
    expect(full(outcome)).toBe(`Whose the sales are
===================

Policy   commission
Version  1

Credited: Ann 1,300.00. Some lines have no manager; the list says why.

By payee
--------
Payee     Sales  Currency
-----  --------  --------
Ann    1,300.00
Ann       70.00  USD

Lines on which no manager earns
-------------------------------
Line                           L-1
Payee                          Ann
Why, and what would change it  Nobody owns "Nobody" on 2026-03-11. Add an owner for that day, or give the line owners of its own.

Lines in no team
----------------
Line                           L-1
Payee                          Ann
Why, and what would change it  Nobody owns "Nobody" on 2026-03-11. Add an owner for that day, or give the line owners of its own.

Digest (SHA-256)  bdb767c8aaee4cdc81446f7c70cea7293d98d6c384a45b0a109eda344f423bd2
`)
    expect(line({ ...outcome, payees: [] })).toBe('Nobody is credited with anything.')
  })
})

describe('creditPayments, explained', () => {
  const payments = commissionOutcomes.creditPayments()

  it('says who shares a payment', () => {
    expect(short(payments)).toBe('800 for “L-1” on 2026-04-02: Ann 50%, Ben 50%.')
    expect(short(payments, 'zh-CN')).toBe('“L-1”于 2026-04-02 回款 800：Ann 50%、Ben 50%。')
    expect(short(payments, 'zh-TW')).toBe('「L-1」於 2026-04-02 收款 800：Ann 50%、Ben 50%。')
    expect(full(payments)).toBe(`Whose the payments are
======================

800 for “L-1” on 2026-04-02: Ann 50%, Ben 50%.

Whose the payments are
----------------------
Line  Day         Amount  Payee  Share
----  ----------  ------  -----  -----
L-1   2026-04-02     800  Ann      50%
L-1   2026-04-02     800  Ben      50%

Digest (SHA-256)  4df3f80e00f97838cbf5a1a469574c7089f3eb021065f9a969ce9e75c4d586d7
`)
  })

  it('says it of several, and of none', () => {
    expect(short([...payments, ...payments])).toBe(
      'Payments for L-1 go to whoever has the customers. 800 for “L-1” on 2026-04-02: Ann 50%, Ben 50%. 800 for “L-1” on 2026-04-02: Ann 50%, Ben 50%.',
    )
    expect(explain([], { locale: 'en', of: 'creditPayments', depth: 'line' })).toBe(
      'There are no payments.',
    )
  })
})

describe('salesForCommission, explained', () => {
  const outcome = commissionOutcomes.salesForCommission()

  it('says which sales an amount takes', () => {
    expect(short(outcome)).toBe(
      'CNY 38,000.00 takes sales of 1,200,000.00. CNY 38,000.00: sales of 1,200,000.00 reach the tier “second”, which pays 4% on the part that lies in it. Attainment is 120% of the target of 1,000,000.00. 800,000.00 more reaches the tier “top”; sales beyond that earn 5%.',
    )
    expect(short(outcome, 'zh-CN')).toBe(
      '提成 38,000.00 元，需要业绩 1,200,000.00。38,000.00 元：业绩 1,200,000.00，达到“second”档，落入该档的部分按 4% 计提。目标 1,000,000.00，达成率 120%。业绩再增 800,000.00，即进入“top”档，超出部分按 5% 计提。',
    )
    expect(short(outcome, 'zh-TW')).toBe(
      '獎金 人民幣 38,000.00 元，需要業績 1,200,000.00。人民幣 38,000.00 元：業績 1,200,000.00，達到「second」級距，落入該級距的部分以 4% 計算。目標 1,000,000.00，達成率 120%。業績再增加 800,000.00，即進入「top」級距，超出部分以 5% 計算。',
    )
    expect(full(outcome)).toBe(`Sales that a commission takes
=============================

Sales                  1,200,000.00
Target                 1,000,000.00
Attainment             120%
Minimum attainment     100%
Once reached, paid on  all sales
Effective rate         3.16…%
Policy                 handbook-commission
Version                1

CNY 38,000.00 takes sales of 1,200,000.00. CNY 38,000.00: sales of 1,200,000.00 reach the tier “second”, which pays 4% on the part that lies in it. Attainment is 120% of the target of 1,000,000.00. 800,000.00 more reaches the tier “top”; sales beyond that earn 5%.

How the amount comes about
--------------------------
Marginal tiers: each part of the sales earns the rate of the tier that it lies in.
Tier or adjustment       From      Up to          Base  Rate  Amount (CNY)
------------------  ---------  ---------  ------------  ----  ------------
first                       0  1,000,000  1,000,000.00    3%     30,000.00
second              1,000,000  2,000,000    200,000.00    4%      8,000.00
------------------  ---------  ---------  ------------  ----  ------------
Total                                                            38,000.00

Rounding
--------
Before rounding it was 38,000; it is rounded half up to 2 decimals.

Clauses           COM-1, COM-2
Digest (SHA-256)  67f9fbc46abc1022d73f37a68f9149e595df02a552dbef94532a998d78836df1
`)
  })
})

describe('commissionCurve, explained', () => {
  const curve = commissionOutcomes.commissionCurve()

  it('says where it bends and jumps', () => {
    expect(short(curve)).toBe(
      'The payout curve bends or jumps at sales of 1,200,000.00, 2,000,000.00. From sales of 0.00 on: CNY 0.00, and 0 for each further unit. At 1,200,000.00 pay rises at once from CNY 0.00 to CNY 38,000.00; then 0.04 for each further unit. From 2,000,000.00 on: 0.05 for each further unit.',
    )
    expect(short(curve, 'zh-CN')).toBe(
      '提成在业绩 1,200,000.00、2,000,000.00 处转折。业绩自 0.00 起，提成 0.00 元，每增一单位加 0。业绩 1,200,000.00 处，提成跳升：0.00 元 → 38,000.00 元，此后每增一单位加 0.04。自 2,000,000.00 起，每增一单位加 0.05。',
    )
    expect(short(curve, 'zh-TW')).toBe(
      '獎金在業績 1,200,000.00、2,000,000.00 處轉折。業績自 0.00 起，獎金 人民幣 0.00 元，每增一單位加 0。業績 1,200,000.00 處，獎金跳升：人民幣 0.00 元 → 人民幣 38,000.00 元，之後每增一單位加 0.04。自 2,000,000.00 起，每增一單位加 0.05。',
    )
    expect(full(curve)).toBe(`Payout curve
============

Currency  CNY

The payout curve bends or jumps at sales of 1,200,000.00, 2,000,000.00. From sales of 0.00 on: CNY 0.00, and 0 for each further unit. At 1,200,000.00 pay rises at once from CNY 0.00 to CNY 38,000.00; then 0.04 for each further unit. From 2,000,000.00 on: 0.05 for each further unit.

Where the curve bends or jumps
------------------------------
       Sales  Just below (CNY)  There (CNY)  Just above (CNY)  Each further unit
------------  ----------------  -----------  ----------------  -----------------
        0.00              0.00         0.00              0.00                  0
1,200,000.00              0.00    38,000.00         38,000.00               0.04
2,000,000.00         70,000.00    70,000.00         70,000.00               0.05

Digest (SHA-256)  727f4257b80349967174aeac2b4674843e2e9fc48ee84cc3154242392951ae6b
`)
  })

  it('says that it is straight, falls, or has no point', () => {
    const straight = { id: 'all', upTo: null, rate: '0.1' }
    expect(
      short(
        commissionCurve(
          defineCommissionPlan({ currency: 'EUR', scale: { mode: 'marginal', tiers: [straight] } }),
        ),
      ),
    ).toBe('From sales of 0.00 on: EUR 0.00, and 0.1 for each further unit.')
    const falling = { id: 'less', upTo: '100', rate: '0.2' }
    const cliff = commissionCurve(
      defineCommissionPlan({
        currency: 'EUR',
        scale: { mode: 'whole-amount', tiers: [falling, straight] },
      }),
    )
    expect(short(cliff)).toBe(
      'The payout curve bends or jumps at sales of 100.00. From sales of 0.00 on: EUR 0.00, and 0.2 for each further unit. At 100.00 pay falls at once from EUR 20.00 to EUR 10.00; then 0.1 for each further unit.',
    )
    expect(short(cliff, 'zh-CN')).toBe(
      '提成在业绩 100.00 处转折。业绩自 0.00 起，提成 EUR 0.00，每增一单位加 0.2。业绩 100.00 处，提成跌落：EUR 20.00 → EUR 10.00，此后每增一单位加 0.1。',
    )
    expect(short(cliff, 'zh-TW')).toBe(
      '獎金在業績 100.00 處轉折。業績自 0.00 起，獎金 EUR 0.00，每增一單位加 0.2。業績 100.00 處，獎金跌落：EUR 20.00 → EUR 10.00，之後每增一單位加 0.1。',
    )
    expect(short({ currency: 'EUR', points: [] })).toBe('The curve has no points.')
  })
})

describe('accrualOf, explained', () => {
  const accrual = commissionOutcomes.accrualOf()

  it('says what is earned and not paid', () => {
    expect(short(accrual)).toBe(
      'EUR 900.00 is earned and not paid yet after 2026-02. EUR 900.00 of it is held back until later periods. Advances of EUR 500.00 are still to be recovered.',
    )
    expect(short(accrual, 'zh-CN')).toBe(
      '2026-02 结算后，已得未付 EUR 900.00。其中暂扣 EUR 900.00，以后各期返还。待扣回预支：EUR 500.00。',
    )
    expect(short(accrual, 'zh-TW')).toBe(
      '2026-02 結算後，已得未付 EUR 900.00。其中保留 EUR 900.00，於後續各期發放。待扣回預支：EUR 500.00。',
    )
    expect(full(accrual)).toBe(`Accrual
=======

Payee   E-7
Period  2026-02

EUR 900.00 is earned and not paid yet after 2026-02. EUR 900.00 of it is held back until later periods. Advances of EUR 500.00 are still to be recovered.

Accrual
-------
Payee  Period   Currency  Earned, not paid  Held back  Carried over  Advances to recover
-----  -------  --------  ----------------  ---------  ------------  -------------------
E-7    2026-02  EUR                 900.00     900.00          0.00               500.00

Digest (SHA-256)  2f232edc19dac6cc4cab62406fe6957c63ebfbbef8ccfeca815634c72f874c52
`)
  })

  it('says that too much was paid, that nothing is open, and that nothing was settled', () => {
    const below = { ...accrual, unpaid: '-5.00', held: '0.00', carried: '-5.00', advanced: '0.00' }
    expect(short(below)).toBe(
      'EUR -5.00 stands open after 2026-02: more was paid than earned. EUR -5.00 is carried over: more was paid than is due, and later periods make up for it.',
    )
    expect(short({ ...below, unpaid: '0.00', carried: '0.00' })).toBe(
      'EUR 0.00 is earned and not paid after 2026-02: nothing stands open.',
    )
    expect(short({ ...below, unpaid: '7.00', carried: '7.00' })).toBe(
      'EUR 7.00 is earned and not paid yet after 2026-02. EUR 7.00 is carried over to the next period.',
    )
    expect(line({ ...accrual, period: null })).toBe(
      'No period was settled, and nothing stands open.',
    )
  })
})

describe('payrollRows, explained', () => {
  const rows = commissionOutcomes.payrollRows()

  it('says each amount, and in which currency it is paid', () => {
    expect(short(rows)).toBe(
      'Payroll of E-7 for 2026-01, 2026-02; amounts below zero are taken off. E-7, 2026-01, commission: EUR 500.00. E-7, 2026-01, held back: EUR -100.00. E-7, 2026-01, advance: EUR 1,600.00. E-7, 2026-02, commission: EUR 4,000.00, paid as USD 4,400.00. E-7, 2026-02, held back: EUR -800.00, paid as USD -880.00. E-7, 2026-02, adjustment: EUR -100.00, paid as USD -110.00. E-7, 2026-02, recovered: EUR -1,100.00, paid as USD -1,210.00.',
    )
    expect(short(rows, 'zh-CN')).toBe(
      '发放对象 E-7，期间 2026-01、2026-02；负数为扣减。E-7，2026-01，提成：EUR 500.00。E-7，2026-01，暂扣：EUR -100.00。E-7，2026-01，预支：EUR 1,600.00。E-7，2026-02，提成：EUR 4,000.00，折合 USD 4,400.00。E-7，2026-02，暂扣：EUR -800.00，折合 USD -880.00。E-7，2026-02，调整：EUR -100.00，折合 USD -110.00。E-7，2026-02，扣回预支：EUR -1,100.00，折合 USD -1,210.00。',
    )
    expect(short(rows, 'zh-TW')).toBe(
      '發放對象 E-7，期間 2026-01、2026-02；負數為扣減。E-7，2026-01，業績獎金：EUR 500.00。E-7，2026-01，保留款：EUR -100.00。E-7，2026-01，預支：EUR 1,600.00。E-7，2026-02，業績獎金：EUR 4,000.00，折合 USD 4,400.00。E-7，2026-02，保留款：EUR -800.00，折合 USD -880.00。E-7，2026-02，調整：EUR -100.00，折合 USD -110.00。E-7，2026-02，扣回預支：EUR -1,100.00，折合 USD -1,210.00。',
    )
    expect(full(rows)).toBe(`Payroll rows
============

Payroll of E-7 for 2026-01, 2026-02; amounts below zero are taken off. E-7, 2026-01, commission: EUR 500.00. E-7, 2026-01, held back: EUR -100.00. E-7, 2026-01, advance: EUR 1,600.00. E-7, 2026-02, commission: EUR 4,000.00, paid as USD 4,400.00. E-7, 2026-02, held back: EUR -800.00, paid as USD -880.00. E-7, 2026-02, adjustment: EUR -100.00, paid as USD -110.00. E-7, 2026-02, recovered: EUR -1,100.00, paid as USD -1,210.00.

Payroll rows
------------
Payee  Period   Earning code     Amount  Currency   Paid out  Paid in  Rate  Day
-----  -------  ------------  ---------  --------  ---------  -------  ----  ----------
E-7    2026-01  commission       500.00  EUR
E-7    2026-01  held back       -100.00  EUR
E-7    2026-01  advance        1,600.00  EUR
E-7    2026-02  commission     4,000.00  EUR        4,400.00  USD       1.1  2026-02-27
E-7    2026-02  held back       -800.00  EUR         -880.00  USD       1.1  2026-02-27
E-7    2026-02  adjustment      -100.00  EUR         -110.00  USD       1.1  2026-02-27
E-7    2026-02  recovered     -1,100.00  EUR       -1,210.00  USD       1.1  2026-02-27

Digest (SHA-256)  ed5eb0aea5b3e08d3415a31ae07155f2949d793b9106a1944909f6a80613fbde
`)
  })

  it('says one row alone, and that there is none', () => {
    expect(short(rows.slice(0, 1))).toBe('E-7, 2026-01, commission: EUR 500.00.')
    expect(explain([], { locale: 'en', of: 'payrollRows', depth: 'line' })).toBe(
      'There is nothing for the payroll.',
    )
    expect(() => explain([], { locale: 'en' })).toThrow(/options.of/)
  })
})
