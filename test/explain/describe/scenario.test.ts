import { defineCommissionPlan, handbook } from 'sales-rules'
import { type ExplainedOutcome, explain, type Locale } from 'sales-rules/explain'
import {
  comparePolicies,
  compareTotals,
  curvesOf,
  goalSeek,
  type PolicyComparison,
  reviewPay,
  sensitivityOf,
  simulate,
  sweep,
  withValue,
} from 'sales-rules/scenario'
import { describe, expect, it } from 'vitest'
import { lowered, scenarioOutcomes } from '../outcomes/scenario.js'

const line = (outcome: ExplainedOutcome) => explain(outcome, { locale: 'en', depth: 'line' })
const short = (outcome: ExplainedOutcome, locale: Locale = 'en') =>
  explain(outcome, { locale, depth: 'short' })
const full = (outcome: ExplainedOutcome) => explain(outcome, { locale: 'en' })

const ANN = { id: 'Ann', input: { sales: '1500000', target: '1200000' } }
const BEN = { id: 'Ben', input: { sales: '700000', target: '650000' } }

describe('comparePolicies, explained', () => {
  const comparison = scenarioOutcomes.comparePolicies()

  it('says how the total changes, who gains most, and why', () => {
    expect(short(comparison)).toBe(
      'The total rises by CNY 2,000.00, from CNY 71,000.00 to CNY 73,000.00. Rows that could not be computed, and are in no total: 1. Of all rows (3), these gain: 1; lose: 0; stay as they are: 1. Of sales, 3.31…% is paid instead of 3.22…%. “Ann” gains most, CNY 2,000.00: sales in tier “first” 800,000.00 instead of 1,000,000.00.',
    )
    expect(short(comparison, 'zh-CN')).toBe(
      '合计增加 2,000.00 元：71,000.00 元 → 73,000.00 元。未能计算、不计入合计：1。共 3 人次：增加 1，减少 0，不变 1。占业绩比例：3.22…% → 3.31…%。“Ann”增加最多，2,000.00 元：档内业绩“first” 1,000,000.00 → 800,000.00。',
    )
    expect(short(comparison, 'zh-TW')).toBe(
      '合計增加 人民幣 2,000.00 元：人民幣 71,000.00 元 → 人民幣 73,000.00 元。未能計算、不計入合計：1。共 3 人次：增加 1，減少 0，不變 1。占業績比率：3.22…% → 3.31…%。「Ann」增加最多，人民幣 2,000.00 元：級距內業績「first」 1,000,000.00 → 800,000.00。',
    )
  })

  it('has totals, spread and each changed row in full', () => {
    expect(full(comparison)).toBe(`What another policy would change
================================

The total rises by CNY 2,000.00, from CNY 71,000.00 to CNY 73,000.00. Rows that could not be computed, and are in no total: 1. Of all rows (3), these gain: 1; lose: 0; stay as they are: 1. Of sales, 3.31…% is paid instead of 3.22…%. “Ann” gains most, CNY 2,000.00: sales in tier “first” 800,000.00 instead of 1,000,000.00.

The policies
------------
Which  Policy               Version
-----  -------------------  -------
Now    handbook-commission  1
Then   handbook-commission  1

What differs
------------
What                     Is       How
-----------------------  -------  -------
end of the tier “first”  800,000  changed

In all
------
Group             east
Rows              1
Computed          1
Gain              1
Lose              0
Unchanged         0
Not computed      0
Now (CNY)         50,000.00
Then (CNY)        52,000.00
Difference (CNY)  2,000.00
Of sales, now     3.33…%
Of sales, then    3.46…%

Group             west
Rows              2
Computed          1
Gain              0
Lose              0
Unchanged         1
Not computed      1
Now (CNY)         21,000.00
Then (CNY)        21,000.00
Difference (CNY)  0.00
Of sales, now     3%
Of sales, then    3%

Group             All
Rows              3
Computed          2
Gain              1
Lose              0
Unchanged         1
Not computed      1
Now (CNY)         71,000.00
Then (CNY)        73,000.00
Difference (CNY)  2,000.00
Of sales, now     3.22…%
Of sales, then    3.31…%

How figures spread
------------------
Up to this part  Now (CNY)  Then (CNY)
---------------  ---------  ----------
             0%  21,000.00   21,000.00
            10%  21,000.00   21,000.00
            25%  21,000.00   21,000.00
            50%  21,000.00   21,000.00
            75%  50,000.00   52,000.00
            90%  50,000.00   52,000.00
           100%  50,000.00   52,000.00

What rows reach
---------------
Reached  Now  Then
-------  ---  ----
first      1     1
second     1     1

Who gains
---------
Id   Group  Now (CNY)  Then (CNY)  Difference (CNY)  Because of     Of     It is now     It is then
---  -----  ---------  ----------  ----------------  -------------  -----  ------------  ----------
Ann  east   50,000.00   52,000.00          2,000.00  sales in tier  first  1,000,000.00  800,000.00

What could not be computed
--------------------------
Id                             Eve
Group                          west
Not by                         both policies
Why, and what would change it  target: is missing, and the plan pays once it is met (COM-2). Give a target above 0, or a plan without a gate.

Digest (SHA-256)  8f1feb470155606527ff2f1352f4da076dccf8e87d6e7c15bc1502e819154ea6
`)
  })

  it('says the other way round who loses', () => {
    const back = comparePolicies(
      [ANN],
      { now: lowered, then: handbook.commission },
      { assume: { id: 'as before', change: (input) => input } },
    )
    expect(short(back)).toBe(
      'The total falls from CNY 52,000.00 to CNY 50,000.00: CNY -2,000.00. Of all rows (1), these gain: 0; lose: 1; stay as they are: 0. Of sales, 3.33…% is paid instead of 3.46…%. “Ann” loses most, CNY -2,000.00: sales in tier “first” 1,000,000.00 instead of 800,000.00. It is assumed that people change: “as before”.',
    )
    expect(short(back, 'zh-CN')).toBe(
      '合计减少：52,000.00 元 → 50,000.00 元，差额 -2,000.00 元。共 1 人次：增加 0，减少 1，不变 0。占业绩比例：3.46…% → 3.33…%。“Ann”减少最多，-2,000.00 元：档内业绩“first” 800,000.00 → 1,000,000.00。假设人员行为改变：“as before”。',
    )
    expect(short(back, 'zh-TW')).toBe(
      '合計減少：人民幣 52,000.00 元 → 人民幣 50,000.00 元，差額 人民幣 -2,000.00 元。共 1 人次：增加 0，減少 1，不變 0。占業績比率：3.46…% → 3.33…%。「Ann」減少最多，人民幣 -2,000.00 元：級距內業績「first」 800,000.00 → 1,000,000.00。假設人員行為改變：「as before」。',
    )
    expect(full(back)).toBe(`What another policy would change
================================

Assumed  as before

The total falls from CNY 52,000.00 to CNY 50,000.00: CNY -2,000.00. Of all rows (1), these gain: 0; lose: 1; stay as they are: 0. Of sales, 3.33…% is paid instead of 3.46…%. “Ann” loses most, CNY -2,000.00: sales in tier “first” 1,000,000.00 instead of 800,000.00. It is assumed that people change: “as before”.

The policies
------------
Which  Policy               Version
-----  -------------------  -------
Now    handbook-commission  1
Then   handbook-commission  1

What differs
------------
What                     Is         How
-----------------------  ---------  -------
end of the tier “first”  1,000,000  changed

In all
------
Rows              1
Computed          1
Gain              0
Lose              1
Unchanged         0
Not computed      0
Now (CNY)         52,000.00
Then (CNY)        50,000.00
Difference (CNY)  -2,000.00
Of sales, now     3.46…%
Of sales, then    3.33…%

How figures spread
------------------
Up to this part  Now (CNY)  Then (CNY)
---------------  ---------  ----------
             0%  52,000.00   50,000.00
            10%  52,000.00   50,000.00
            25%  52,000.00   50,000.00
            50%  52,000.00   50,000.00
            75%  52,000.00   50,000.00
            90%  52,000.00   50,000.00
           100%  52,000.00   50,000.00

What rows reach
---------------
Reached  Now  Then
-------  ---  ----
second     1     1

Who loses
---------
Id   Now (CNY)  Then (CNY)  Difference (CNY)  Because of     Of     It is now   It is then
---  ---------  ----------  ----------------  -------------  -----  ----------  ------------
Ann  52,000.00   50,000.00         -2,000.00  sales in tier  first  800,000.00  1,000,000.00

Digest (SHA-256)  149d3e30fcabf519293e86f5a52c32d5ab691503c98152ff778c232ddd658768
`)
  })

  it('says points and grades, and a total that stays', () => {
    const counted = (unit: string, difference: string): PolicyComparison => ({
      ...comparison,
      unit,
      totals: { now: '171', then: '172', difference },
      costRatio: null,
      winners: [],
      losers: [],
    })
    expect(line(counted('points', '1'))).toBe(
      'The total rises by 1 point, from 171 points to 172 points. Rows that could not be computed, and are in no total: 1.',
    )
    expect(line(counted('grades', '0'))).toBe(
      'The total stays at 171 grades. Rows that could not be computed, and are in no total: 1.',
    )
    expect(explain(counted('points', '1'), { locale: 'zh-CN', depth: 'line' })).toBe(
      '合计增加 1 分：171 分 → 172 分。未能计算、不计入合计：1。',
    )
    expect(explain(counted('grades', '0'), { locale: 'zh-CN', depth: 'line' })).toBe(
      '合计不变：171 级。未能计算、不计入合计：1。',
    )
    expect(explain(counted('points', '1'), { locale: 'zh-TW', depth: 'line' })).toBe(
      '合計增加 1 分：171 分 → 172 分。未能計算、不計入合計：1。',
    )
    expect(explain(counted('grades', '0'), { locale: 'zh-TW', depth: 'line' })).toBe(
      '合計不變：171 等。未能計算、不計入合計：1。',
    )
    expect(full(counted('points', '1'))).toContain('Difference (points)')
  })

  it('says each kind of reason', () => {
    const [winner] = comparison.winners as readonly [(typeof comparison.winners)[number]]
    const said = (reason: typeof winner.reason) =>
      short({ ...comparison, winners: [{ ...winner, reason }] }).split('“Ann” gains most, ')[1] ??
      ''
    expect(said({ step: 'gate', id: null, now: 'unmet', then: 'met' })).toBe(
      'CNY 2,000.00: gate met instead of not met.',
    )
    expect(said({ step: 'cap-year', id: null, now: null, then: '-100.00' })).toBe(
      'CNY 2,000.00: cap of the year -100.00 instead of none.',
    )
    expect(said({ step: 'tier', id: null, now: 'first', then: 'second' })).toBe(
      'CNY 2,000.00: tier second instead of first.',
    )
    expect(said({ step: 'figure', id: null, now: null, then: null })).toBe(
      'CNY 2,000.00: the figure.',
    )
    expect(said({ step: 'of its own', id: 'x', now: '1', then: null })).toBe(
      'CNY 2,000.00: of its own “x” none instead of 1.',
    )
  })
})

describe('compareTotals, explained', () => {
  const totals = scenarioOutcomes.compareTotals()

  it('says how the total changes, and how many gain and lose', () => {
    expect(short(totals)).toBe(
      'The total rises by CNY 2,000.00, from CNY 71,000.00 to CNY 73,000.00. Rows that could not be computed, and are in no total: 1. Of all rows (3), these gain: 1; lose: 0; stay as they are: 1.',
    )
    expect(short(totals, 'zh-CN')).toBe(
      '合计增加 2,000.00 元：71,000.00 元 → 73,000.00 元。未能计算、不计入合计：1。共 3 人次：增加 1，减少 0，不变 1。',
    )
    expect(short(totals, 'zh-TW')).toBe(
      '合計增加 人民幣 2,000.00 元：人民幣 71,000.00 元 → 人民幣 73,000.00 元。未能計算、不計入合計：1。共 3 人次：增加 1，減少 0，不變 1。',
    )
    expect(full(totals)).toBe(`What another policy would change
================================

The total rises by CNY 2,000.00, from CNY 71,000.00 to CNY 73,000.00. Rows that could not be computed, and are in no total: 1. Of all rows (3), these gain: 1; lose: 0; stay as they are: 1.

The policies
------------
Which  Policy               Version
-----  -------------------  -------
Now    handbook-commission  1
Then   handbook-commission  1

What differs
------------
What                     Is       How
-----------------------  -------  -------
end of the tier “first”  800,000  changed

In all
------
Rows  Computed  Gain  Lose  Unchanged  Not computed  Now (CNY)  Then (CNY)  Difference (CNY)
----  --------  ----  ----  ---------  ------------  ---------  ----------  ----------------
   3         2     1     0          1             1  71,000.00   73,000.00          2,000.00

What could not be computed
--------------------------
Id                             Eve
Group                          west
Not by                         both policies
Why, and what would change it  target: is missing, and the plan pays once it is met (COM-2). Give a target above 0, or a plan without a gate.

Digest (SHA-256)  ee0ad88da8cb601b56f7ae6e423ba81fbedb277851d549ac258a645d0e5bef02
`)
  })
})

describe('sweep, explained', () => {
  const swept = scenarioOutcomes.sweep()

  it('says between which totals all values are, and which make no policy', () => {
    expect(short(swept)).toBe(
      'With scale.tiers.first.upTo the total goes from CNY 71,000.00 (at 1,000,000) to CNY 76,000.00 (at 600,000). These values make no policy: 3,000,000.',
    )
    expect(short(swept, 'zh-CN')).toBe(
      'scale.tiers.first.upTo：合计最低 71,000.00 元（取 1,000,000），最高 76,000.00 元（取 600,000）。不成立的取值：3,000,000。',
    )
    expect(short(swept, 'zh-TW')).toBe(
      'scale.tiers.first.upTo：合計最低 人民幣 71,000.00 元（取 1,000,000），最高 人民幣 76,000.00 元（取 600,000）。不成立的取值：3,000,000。',
    )
    expect(full(swept)).toBe(`Values of a number
==================

Number   scale.tiers.first.upTo
Policy   handbook-commission
Version  1

With scale.tiers.first.upTo the total goes from CNY 71,000.00 (at 1,000,000) to CNY 76,000.00 (at 600,000). These values make no policy: 3,000,000.

Value by value
--------------
Value             600,000
Now (CNY)         71,000.00
Then (CNY)        76,000.00
Difference (CNY)  5,000.00
Rows              2
Computed          2
Gain              2
Lose              0
Unchanged         0
Not computed      0

Value             800,000
Now (CNY)         71,000.00
Then (CNY)        73,000.00
Difference (CNY)  2,000.00
Rows              2
Computed          2
Gain              1
Lose              0
Unchanged         1
Not computed      0

Value             1,000,000
Now (CNY)         71,000.00
Then (CNY)        71,000.00
Difference (CNY)  0.00
Rows              2
Computed          2
Gain              0
Lose              0
Unchanged         2
Not computed      0

Values that make no policy
--------------------------
    Value  Why, and what would change it
---------  ------------------------------------------------------------
3,000,000  upTo: got 2000000, expected more than the 3000000 before it.

Digest (SHA-256)  5089bd54bb7ce6f522e92d4c8854a70eba46d53e425d3d7ed48bd4117d43cd20
`)
  })

  it('says two numbers at once, values that are no numbers, one total, and none', () => {
    const across = { path: 'scale.tiers.second.rate', values: ['0.04', '0.05'] }
    expect(
      short(
        sweep([ANN], handbook.commission, {
          path: 'scale.tiers.first.upTo',
          values: ['800000'],
          across,
        }),
      ),
    ).toBe(
      'With scale.tiers.first.upTo, scale.tiers.second.rate the total goes from CNY 52,000.00 (at 800,000 with 0.04) to CNY 59,000.00 (at 800,000 with 0.05).',
    )
    const word = { path: 'scale.boundary', values: ['upper-tier', 'lower-tier', true, 7, { a: 1 }] }
    const words = sweep([ANN], handbook.commission, word)
    expect(short(words)).toBe(
      'At every value of scale.boundary the total is CNY 50,000.00. These values make no policy: yes, 7, {"a":1}.',
    )
    expect(full(words)).toContain('lower-tier')
    expect(line({ ...swept, points: [] })).toBe('No value makes a policy that can be computed.')
  })
})

describe('goalSeek, explained', () => {
  const found = scenarioOutcomes.goalSeek()

  it('says which value meets the goal, and which misses it', () => {
    expect(short(found)).toBe(
      'With scale.tiers.first.rate at 0.0286 the total is CNY 70,900.00, which meets the goal: at most CNY 71,000.00. The total less the goal is CNY -100.00. One step further, 0.0287 misses it: the total is then CNY 71,050.00.',
    )
    expect(short(found, 'zh-CN')).toBe(
      'scale.tiers.first.rate 取 0.0286，合计 70,900.00 元，达到目标（不超过 71,000.00 元）。合计与目标之差为 -100.00 元。再进一步取 0.0287 则达不到，合计 71,050.00 元。',
    )
    expect(short(found, 'zh-TW')).toBe(
      'scale.tiers.first.rate 取 0.0286，合計 人民幣 70,900.00 元，達到目標（不超過 人民幣 71,000.00 元）。合計與目標之差為 人民幣 -100.00 元。再進一步取 0.0287 則無法達到，合計 人民幣 71,050.00 元。',
    )
    expect(full(found)).toBe(`Value that meets a goal
=======================

Number           scale.tiers.first.rate
From             0.02
To               0.03
Goal             at most CNY 71,000.00
Values computed  13
Policy           handbook-commission
Version          1

With scale.tiers.first.rate at 0.0286 the total is CNY 70,900.00, which meets the goal: at most CNY 71,000.00. The total less the goal is CNY -100.00. One step further, 0.0287 misses it: the total is then CNY 71,050.00.

Values
------
Which            Value  Total (CNY)  Total less goal (CNY)
--------------  ------  -----------  ---------------------
meets the goal  0.0286    70,900.00                -100.00
misses it       0.0287    71,050.00

Digest (SHA-256)  0d87830cfb3e760493b9810902a73509269d4a747d183e1d0e81adaf2f4d4e45
`)
  })

  it('says that all values meet it, that none does, and that it cannot be found', () => {
    const goal = { path: 'scale.tiers.first.rate', between: ['0.02', '0.03'], decimals: 4 } as const
    const all = goalSeek([ANN, BEN], lowered, { ...goal, goal: { atMost: '99999999' } })
    const none = goalSeek([ANN, BEN], lowered, { ...goal, goal: { atMost: '1' } })
    const { policy, unit, path, between, evaluations, refused, notComputed } = found
    const [one, two] = [
      { value: '0.02', total: '10.00' },
      { value: '0.03', total: '20.00' },
    ]
    const lost = {
      policy,
      unit,
      path,
      between,
      goal: { atLeast: '15.00' },
      evaluations,
      refused,
      notComputed,
      found: false,
      because: 'not-monotone',
      rises: [one, two],
      falls: [two, one],
    } as const
    expect(short(all)).toBe(
      'With scale.tiers.first.rate at 0.03 the total is CNY 73,000.00, which meets the goal: at most CNY 99,999,999.00. The total less the goal is CNY -99,926,999.00. Every value up to the end of the bounds meets it.',
    )
    expect(short(none)).toBe(
      'No value of scale.tiers.first.rate from 0.02 to 0.03 meets the goal: at most CNY 1.00. 0.02 comes nearest, with a total of CNY 58,000.00.',
    )
    expect(short(lost)).toBe(
      'No value of scale.tiers.first.rate from 0.02 to 0.03 can be found for the goal: at least CNY 15.00. The total does not go one way. From 0.02 to 0.03 the total rises from CNY 10.00 to CNY 20.00. From 0.03 to 0.02 the total falls from CNY 20.00 to CNY 10.00.',
    )
    expect(full(lost)).toBe(`Value that meets a goal
=======================

Number           scale.tiers.first.rate
From             0.02
To               0.03
Goal             at least CNY 15.00
Values computed  13
Policy           handbook-commission
Version          1

No value of scale.tiers.first.rate from 0.02 to 0.03 can be found for the goal: at least CNY 15.00. The total does not go one way. From 0.02 to 0.03 the total rises from CNY 10.00 to CNY 20.00. From 0.03 to 0.02 the total falls from CNY 20.00 to CNY 10.00.

Values
------
Which            Value  Total (CNY)
---------------  -----  -----------
the total rises   0.02        10.00
the total rises   0.03        20.00
the total falls   0.03        20.00
the total falls   0.02        10.00

Digest (SHA-256)  d4d79253ffd313dbc0c77c22722fe07dae5d25c2abe9172ba2dcfcf91f451d8b
`)
    expect(short(all, 'zh-CN')).toBe(
      'scale.tiers.first.rate 取 0.03，合计 73,000.00 元，达到目标（不超过 99,999,999.00 元）。合计与目标之差为 -99,926,999.00 元。直到范围边界的取值都达到目标。',
    )
    expect(short(none, 'zh-CN')).toBe(
      'scale.tiers.first.rate 从 0.02 到 0.03 没有取值达到目标（不超过 1.00 元）；取 0.02 最接近，合计 58,000.00 元。',
    )
    expect(short(lost, 'zh-CN')).toBe(
      'scale.tiers.first.rate 从 0.02 到 0.03 无法求得（目标不低于 15.00 元）：合计并非单向变动。从 0.02 到 0.03，合计上升：10.00 元 → 20.00 元。从 0.03 到 0.02，合计下降：20.00 元 → 10.00 元。',
    )
    expect(short(all, 'zh-TW')).toBe(
      'scale.tiers.first.rate 取 0.03，合計 人民幣 73,000.00 元，達到目標（不超過 人民幣 99,999,999.00 元）。合計與目標之差為 人民幣 -99,926,999.00 元。直到範圍邊界的取值都達到目標。',
    )
    expect(short(none, 'zh-TW')).toBe(
      'scale.tiers.first.rate 從 0.02 到 0.03 沒有取值達到目標（不超過 人民幣 1.00 元）；取 0.02 最接近，合計 人民幣 58,000.00 元。',
    )
    expect(short(lost, 'zh-TW')).toBe(
      'scale.tiers.first.rate 從 0.02 到 0.03 無法求得（目標不低於 人民幣 15.00 元）：合計並非單向變動。從 0.02 到 0.03，合計上升：人民幣 10.00 元 → 人民幣 20.00 元。從 0.03 到 0.02，合計下降：人民幣 20.00 元 → 人民幣 10.00 元。',
    )
    expect(full(none)).toContain('comes nearest')
  })
})

describe('simulate, explained', () => {
  const simulated = scenarioOutcomes.simulate()

  it('says what runs cost', () => {
    expect(short(simulated)).toBe(
      'On average a run costs CNY 36,702.91. No run costs less than CNY 0.00. 10% of the runs cost at most CNY 0.00. 25% of the runs cost at most CNY 0.00. 50% of the runs cost at most CNY 28,675.11. 75% of the runs cost at most CNY 62,412.94. 90% of the runs cost at most CNY 80,901.70. No run costs more than CNY 97,457.81. On average one row is paid CNY 18,351.45.',
    )
    expect(short(simulated, 'zh-CN')).toBe(
      '每轮平均成本 36,702.91 元。各轮成本最低 0.00 元。10% 的轮次成本不超过 0.00 元。25% 的轮次成本不超过 0.00 元。50% 的轮次成本不超过 28,675.11 元。75% 的轮次成本不超过 62,412.94 元。90% 的轮次成本不超过 80,901.70 元。各轮成本最高 97,457.81 元。每人次平均发放 18,351.45 元。',
    )
    expect(short(simulated, 'zh-TW')).toBe(
      '每輪平均成本 人民幣 36,702.91 元。各輪成本最低 人民幣 0.00 元。10% 的輪次成本不超過 人民幣 0.00 元。25% 的輪次成本不超過 人民幣 0.00 元。50% 的輪次成本不超過 人民幣 28,675.11 元。75% 的輪次成本不超過 人民幣 62,412.94 元。90% 的輪次成本不超過 人民幣 80,901.70 元。各輪成本最高 人民幣 97,457.81 元。每人次平均給付 人民幣 18,351.45 元。',
    )
    expect(full(simulated)).toBe(`Simulated cost
==============

Runs              200
Rows in each run  2
Seed              2026
Generator         xoshiro128**
Policy            handbook-commission
Version           1

On average a run costs CNY 36,702.91. No run costs less than CNY 0.00. 10% of the runs cost at most CNY 0.00. 25% of the runs cost at most CNY 0.00. 50% of the runs cost at most CNY 28,675.11. 75% of the runs cost at most CNY 62,412.94. 90% of the runs cost at most CNY 80,901.70. No run costs more than CNY 97,457.81. On average one row is paid CNY 18,351.45.

Cost of a run
-------------
Figure                 Part  Value (CNY)
---------------------  ----  -----------
at most, in this part    0%         0.00
at most, in this part   10%         0.00
at most, in this part   25%         0.00
at most, in this part   50%    28,675.11
at most, in this part   75%    62,412.94
at most, in this part   90%    80,901.70
at most, in this part  100%    97,457.81
mean                           36,702.91

Pay of a row
------------
Figure                 Part  Value (CNY)
---------------------  ----  -----------
at most, in this part    0%         0.00
at most, in this part   10%         0.00
at most, in this part   25%         0.00
at most, in this part   50%         0.00
at most, in this part   75%    29,917.60
at most, in this part   90%    54,212.05
at most, in this part  100%    66,561.47
mean                           18,351.45

Digest (SHA-256)  846fb62f4abb43261ec8776ca98c2e06fc6b5ab2caa4429bb7cd857335214fac
`)
  })
})

describe('what a reader of one line has to see', () => {
  const EVE = { id: 'Eve', input: { sales: '900000' } }
  const rate = 'scale.tiers.first.rate'
  const plan = handbook.commission
  const attainment = { observed: ['1'] }
  const goal = {
    path: rate,
    between: ['0.02', '0.03'],
    decimals: 2,
    goal: { atMost: '1' },
  } as const

  it('are the rows that are in no total, of every what-if', () => {
    const rows = [ANN, EVE]
    const outcomes = [
      comparePolicies(rows, { now: plan, then: lowered }),
      compareTotals(rows, { now: plan, then: lowered }),
      goalSeek(rows, plan, goal),
      reviewPay(rows, plan),
      sensitivityOf(rows, plan),
      simulate(rows as never, plan, { seed: 1, runs: 1, attainment }),
      sweep(rows, plan, { path: rate, values: ['0.02'] }),
    ]
    for (const outcome of outcomes) {
      expect(line(outcome)).toMatch(/ Rows that could not be computed, and are in no total: 1\.$/)
      expect(explain(outcome, { locale: 'zh-CN', depth: 'line' })).toMatch(
        /未能计算、不计入合计：1。$/,
      )
    }
  })
})

describe('comparePolicies, explained, where tiers are paid in another way', () => {
  const rows = ['2500000', '2500000', '800000'].map((sales, at) => ({
    id: `E-${at}`,
    input: { sales, target: '650000' },
  }))
  const then = withValue(handbook.commission, 'scale.mode', 'whole-amount')
  const compared = comparePolicies(rows, { now: handbook.commission, then })

  it('names the mode, and that others gain as much', () => {
    expect(short(compared)).toBe(
      'The total rises by CNY 60,000.00, from CNY 214,000.00 to CNY 274,000.00. Of all rows (3), these gain: 2; lose: 0; stay as they are: 1. Of sales, 4.72…% is paid instead of 3.68…%. “E-0” and others gain most, CNY 30,000.00 each. Of “E-0”: tier mode whole-amount instead of marginal.',
    )
    expect(short(compared, 'zh-CN')).toBe(
      '合计增加 60,000.00 元：214,000.00 元 → 274,000.00 元。共 3 人次：增加 2，减少 0，不变 1。占业绩比例：3.68…% → 4.72…%。“E-0”等增加最多，各 30,000.00 元；“E-0”：档位计提方式 超额累进 → 全额累进。',
    )
    expect(short(compared, 'zh-TW')).toBe(
      '合計增加 人民幣 60,000.00 元：人民幣 214,000.00 元 → 人民幣 274,000.00 元。共 3 人次：增加 2，減少 0，不變 1。占業績比率：3.68…% → 4.72…%。「E-0」等增加最多，各 人民幣 30,000.00 元；「E-0」：級距計算方式 分段加總 → 累計落點。',
    )
  })

  it('says it of losses, too', () => {
    const back = comparePolicies(rows, { now: then, then: handbook.commission })
    expect(short(back)).toContain(
      '“E-0” and others lose most, CNY -30,000.00 each. Of “E-0”: tier mode marginal',
    )
    expect(short(back, 'zh-CN')).toContain('“E-0”等减少最多，各 -30,000.00 元；“E-0”：')
    expect(short(back, 'zh-TW')).toContain('「E-0」等減少最多，各 人民幣 -30,000.00 元；「E-0」：')
  })

  it('lists what differs; with the policy of now beside it, also what that has', () => {
    const said = explain(compared, { locale: 'en', policy: handbook.commission })
    expect(said).toMatch(
      /\nWhat differs\n-+\nWhat +Was +Is +How\n.*\n.* marginal +whole-amount +changed\n/,
    )
  })

  it('says how many leads reach another band, where no score changes', () => {
    const { leads } = handbook
    const rows = [74, 75].map((points) => ({
      id: `L-${points}`,
      input: Object.fromEntries(leads.criteria.map(({ id }) => [id, points])),
    }))
    const then = withValue(leads, 'bands.hot.from', 75)
    const moved = comparePolicies(rows as never, { now: leads, then })
    expect(short(moved)).toBe(
      'The total stays at 149.00 points. Of all rows (2), these gain: 0; lose: 0; stay as they are: 2. Rows that reach another tier, band or grade: 1.',
    )
    expect(short(moved, 'zh-CN')).toContain('不变 2。档位或等级有变动：1。')
    expect(short(moved, 'zh-TW')).toContain('不變 2。級距、等級或等第有變動：1。')
  })
})

describe('reviewPay, explained', () => {
  const review = scenarioOutcomes.reviewPay()

  it('says how pay follows attainment, and who is just below a threshold', () => {
    expect(short(review)).toBe(
      'The rank correlation of pay and attainment is 0.4. Pairs of whom the one who attained less is paid more: 2. “Dan” attained less than “Ben” and is paid CNY 49,820.00 more, because of the sales. Of sales, 2.73…% is paid. “Cid” lacks 50,000.00 to the gate (tier “second”).',
    )
    expect(short(review, 'zh-CN')).toBe(
      '薪酬与达成率的秩相关系数为 0.4。达成率较低而薪酬较高的共 2 对。“Dan”达成率低于“Ben”，薪酬却多 49,820.00 元，原因：业绩。薪酬占业绩 2.73…%。“Cid”距起提线还差 50,000.00（档位“second”）。',
    )
    expect(short(review, 'zh-TW')).toBe(
      '獎金與達成率的等級相關係數為 0.4。達成率較低而獎金較高的共 2 對。「Dan」達成率低於「Ben」，獎金卻多 人民幣 49,820.00 元，原因：業績。獎金占業績 2.73…%。「Cid」距起算門檻還差 50,000.00（級距「second」）。',
    )
    expect(full(review)).toBe(`Pay and attainment
==================

Rows            4
Inverted pairs  2
Paid of sales   2.73…%
Policy          handbook-commission
Version         1

The rank correlation of pay and attainment is 0.4. Pairs of whom the one who attained less is paid more: 2. “Dan” attained less than “Ben” and is paid CNY 49,820.00 more, because of the sales. Of sales, 2.73…% is paid. “Cid” lacks 50,000.00 to the gate (tier “second”).

Largest inversions
------------------
Attained less  Attained more  Is paid more by (CNY)  Because of
-------------  -------------  ---------------------  ----------
Dan            Ben                        49,820.00  sales
Dan            Ann                        20,100.00  sales

Pay by group
------------
Group  Rows  Least (CNY)  Median (CNY)  Greatest (CNY)
-----  ----  -----------  ------------  --------------
east      2    20,280.00     20,280.00       50,000.00
west      2         0.00          0.00       70,100.00

Who is just below what pays more
--------------------------------
Id   Just below  Tier    Remaining
---  ----------  ------  ---------
Cid  gate        second  50,000.00

Digest (SHA-256)  6ce0f6bd9ffb9ad8018b564bdbdced301285cc052abaf23cb3dee774a0c6ec6c
`)
  })

  it('names the three who lack least, where there are many', () => {
    const rows = ['950000', '960000', '970000', '980000'].map((sales) => ({
      id: sales,
      input: { sales, target: '1000000' },
    }))
    const many = reviewPay(rows, handbook.commission)
    expect(short(many)).toContain(
      'Many are just below what pays more. These lack least: “980000” lacks 20,000.00',
    )
    expect(short(many)).not.toContain('“950000” lacks')
    expect(short(many, 'zh-CN')).toContain('差一点到达者较多，差额最小的如下。“980000”距')
    expect(short(many, 'zh-TW')).toContain('差一點達到者較多，差額最小者如下。「980000」距')
    expect(full(many)).toMatch(/^950000 +gate/m)
  })

  it('says that there is nothing to compare', () => {
    const alone = reviewPay(
      [{ id: 'Eve', input: { sales: '0', target: '100' } }],
      handbook.commission,
    )
    expect(short(alone)).toBe(
      'Pay and attainment cannot be compared: all are alike. Nobody who attained less is paid more.',
    )
    expect(short(alone, 'zh-CN')).toBe(
      '薪酬与达成率全部相同，无从比较。没有达成率较低而薪酬较高的情形。',
    )
    expect(short(alone, 'zh-TW')).toBe(
      '獎金與達成率全部相同，無從比較。沒有達成率較低而獎金較高的情形。',
    )
  })
})

describe('sensitivityOf, explained', () => {
  const sensitivity = scenarioOutcomes.sensitivityOf()

  it('says on which number the total depends most', () => {
    expect(short(sensitivity)).toBe(
      'The total depends most on scale.tiers.first.rate: 0.0303 instead of 0.03 changes it by CNY 510.00. scale.tiers.second.rate: 0.0404 instead of 0.04 changes the total by CNY 200.00. scale.tiers.first.upTo: 1,010,000 instead of 1,000,000 changes the total by CNY -100.00. These change nothing: scale.tiers.second.upTo, scale.tiers.top.rate, gate.attainment, awards.large-order.order.amount, awards.large-order.amount. Some numbers cannot be raised on their own; the list says why.',
    )
    expect(short(sensitivity, 'zh-CN')).toBe(
      '影响最大的是 scale.tiers.first.rate：0.03 → 0.0303，合计变动 510.00 元。scale.tiers.second.rate：0.04 → 0.0404，合计变动 200.00 元。scale.tiers.first.upTo：1,000,000 → 1,010,000，合计变动 -100.00 元。不带来变化：scale.tiers.second.upTo、scale.tiers.top.rate、gate.attainment、awards.large-order.order.amount、awards.large-order.amount。部分参数不能单独提高，清单写明原因。',
    )
    expect(short(sensitivity, 'zh-TW')).toBe(
      '影響最大的是 scale.tiers.first.rate：0.03 → 0.0303，合計變動 人民幣 510.00 元。scale.tiers.second.rate：0.04 → 0.0404，合計變動 人民幣 200.00 元。scale.tiers.first.upTo：1,000,000 → 1,010,000，合計變動 人民幣 -100.00 元。不帶來變化：scale.tiers.second.upTo、scale.tiers.top.rate、gate.attainment、awards.large-order.order.amount、awards.large-order.amount。部分參數不能單獨提高，清單載明原因。',
    )
    expect(full(sensitivity)).toBe(`Which number matters most
=========================

Total as it is  CNY 71,000.00
Policy          handbook-commission
Version         1

The total depends most on scale.tiers.first.rate: 0.0303 instead of 0.03 changes it by CNY 510.00. scale.tiers.second.rate: 0.0404 instead of 0.04 changes the total by CNY 200.00. scale.tiers.first.upTo: 1,010,000 instead of 1,000,000 changes the total by CNY -100.00. These change nothing: scale.tiers.second.upTo, scale.tiers.top.rate, gate.attainment, awards.large-order.order.amount, awards.large-order.amount. Some numbers cannot be raised on their own; the list says why.

Number by number
----------------
Number            scale.tiers.first.rate
Value             0.03
Raised to         0.0303
Now (CNY)         71,000.00
Then (CNY)        71,510.00
Difference (CNY)  510.00
Rows              2
Computed          2
Gain              2
Lose              0
Unchanged         0
Not computed      0

Number            scale.tiers.second.rate
Value             0.04
Raised to         0.0404
Now (CNY)         71,000.00
Then (CNY)        71,200.00
Difference (CNY)  200.00
Rows              2
Computed          2
Gain              1
Lose              0
Unchanged         1
Not computed      0

Number            scale.tiers.first.upTo
Value             1,000,000
Raised to         1,010,000
Now (CNY)         71,000.00
Then (CNY)        70,900.00
Difference (CNY)  -100.00
Rows              2
Computed          2
Gain              0
Lose              1
Unchanged         1
Not computed      0

Numbers that change nothing
---------------------------
Number
-------------------------------
scale.tiers.second.upTo
scale.tiers.top.rate
gate.attainment
awards.large-order.order.amount
awards.large-order.amount

Numbers that cannot be raised alone
-----------------------------------
Number             Value  Why, and what would change it
-----------------  -----  --------------------------------------------
rounding.decimals      2  decimals: got 2.02, expected a whole number.

Digest (SHA-256)  47f86e93e33cdb59a7b35fd831787e87e8275fb5acf1b1ea5ccd00cbe2af8816
`)
  })

  it('says that no number changes anything', () => {
    const none = sensitivityOf(
      [{ id: 'Eve', input: { sales: '0', target: '100' } }],
      handbook.commission,
    )
    expect(line(none)).toBe('No number of the policy changes anything for anybody.')
    expect(explain(none, { locale: 'zh-CN', depth: 'line' })).toBe('方案中没有任何参数会带来变化。')
    expect(explain(none, { locale: 'zh-TW', depth: 'line' })).toBe('方案中沒有任何參數會帶來變化。')
  })
})

describe('curvesOf, explained', () => {
  const curves = scenarioOutcomes.curvesOf()

  it('says where each plan bends or jumps', () => {
    expect(short(curves)).toBe(
      'handbook-commission 1 bends or jumps at sales of 1,200,000.00, 2,000,000.00. handbook-commission 1: From sales of 0.00 on: CNY 0.00, and 0 for each further unit. handbook-commission 1: At 1,200,000.00 pay rises at once from CNY 0.00 to CNY 38,000.00; then 0.04 for each further unit. handbook-commission 1: From 2,000,000.00 on: 0.05 for each further unit.',
    )
    expect(short(curves, 'zh-CN')).toBe(
      'handbook-commission 1 在业绩 1,200,000.00、2,000,000.00 处转折。handbook-commission 1：业绩自 0.00 起，提成 0.00 元，每增一单位加 0。handbook-commission 1：业绩 1,200,000.00 处，提成跳升：0.00 元 → 38,000.00 元，此后每增一单位加 0.04。handbook-commission 1：自 2,000,000.00 起，每增一单位加 0.05。',
    )
    expect(short(curves, 'zh-TW')).toBe(
      'handbook-commission 1 在業績 1,200,000.00、2,000,000.00 處轉折。handbook-commission 1：業績自 0.00 起，獎金 人民幣 0.00 元，每增一單位加 0。handbook-commission 1：業績 1,200,000.00 處，獎金跳升：人民幣 0.00 元 → 人民幣 38,000.00 元，之後每增一單位加 0.04。handbook-commission 1：自 2,000,000.00 起，每增一單位加 0.05。',
    )
    expect(full(curves)).toBe(`Payout curves
=============

handbook-commission 1 bends or jumps at sales of 1,200,000.00, 2,000,000.00. handbook-commission 1: From sales of 0.00 on: CNY 0.00, and 0 for each further unit. handbook-commission 1: At 1,200,000.00 pay rises at once from CNY 0.00 to CNY 38,000.00; then 0.04 for each further unit. handbook-commission 1: From 2,000,000.00 on: 0.05 for each further unit.

handbook-commission 1: Where the curve bends or jumps
-----------------------------------------------------
       Sales  Just below (CNY)  There (CNY)  Just above (CNY)  Each further unit
------------  ----------------  -----------  ----------------  -----------------
        0.00              0.00         0.00              0.00                  0
1,200,000.00              0.00    38,000.00         38,000.00               0.04
2,000,000.00         70,000.00    70,000.00         70,000.00               0.05
2,500,000.00         95,000.00    95,000.00         95,000.00               0.05

handbook-commission 1: Bends, jumps and cliffs
----------------------------------------------
Sales                      1,200,000.00
What happens               jump: more is paid at once
Each further unit, before  0
Each further unit, after   0.04
Paid at once (CNY)         38,000.00

Sales                      2,000,000.00
What happens               bend
Each further unit, before  0.04
Each further unit, after   0.05
Paid at once (CNY)         0.00

Digest (SHA-256)  e142390d3494be0f98f951ddd087e80551d4b255b249675589eab23881fc537a
`)
  })

  it('says it of several plans, of one without a threshold, and of none', () => {
    const flat = defineCommissionPlan({
      id: 'flat',
      version: '2',
      currency: 'EUR',
      scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.1' }] },
    })
    const several = [...curves, ...curvesOf([flat])]
    expect(short(several)).toBe(
      'handbook-commission 1 bends or jumps at sales of 1,200,000.00, 2,000,000.00. flat 2 has no threshold. handbook-commission 1: From sales of 0.00 on: CNY 0.00, and 0 for each further unit. handbook-commission 1: At 1,200,000.00 pay rises at once from CNY 0.00 to CNY 38,000.00; then 0.04 for each further unit. handbook-commission 1: From 2,000,000.00 on: 0.05 for each further unit. flat 2: From sales of 0.00 on: EUR 0.00, and 0.1 for each further unit.',
    )
    expect(short(several, 'zh-CN')).toBe(
      'handbook-commission 1 在业绩 1,200,000.00、2,000,000.00 处转折。flat 2 没有门槛。handbook-commission 1：业绩自 0.00 起，提成 0.00 元，每增一单位加 0。handbook-commission 1：业绩 1,200,000.00 处，提成跳升：0.00 元 → 38,000.00 元，此后每增一单位加 0.04。handbook-commission 1：自 2,000,000.00 起，每增一单位加 0.05。flat 2：业绩自 0.00 起，提成 EUR 0.00，每增一单位加 0.1。',
    )
    expect(short(several, 'zh-TW')).toBe(
      'handbook-commission 1 在業績 1,200,000.00、2,000,000.00 處轉折。flat 2 沒有門檻。handbook-commission 1：業績自 0.00 起，獎金 人民幣 0.00 元，每增一單位加 0。handbook-commission 1：業績 1,200,000.00 處，獎金跳升：人民幣 0.00 元 → 人民幣 38,000.00 元，之後每增一單位加 0.04。handbook-commission 1：自 2,000,000.00 起，每增一單位加 0.05。flat 2：業績自 0.00 起，獎金 EUR 0.00，每增一單位加 0.1。',
    )
    expect(explain([], { locale: 'en', of: 'curvesOf', depth: 'line' })).toBe('There are no plans.')
  })
})
