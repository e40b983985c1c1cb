import {
  amendPolicy,
  applyEdits,
  checkExamples,
  defineCommissionPlan,
  definePolicy,
  diffPolicies,
  type Edit,
  handbook,
  lintPolicy,
} from 'sales-rules'
import { type ExplainedOutcome, explain, type Locale } from 'sales-rules/explain'
import { describe, expect, it } from 'vitest'
import { document, edited, policyOutcomes } from '../outcomes/policy.js'

const { commission, grading } = handbook
type Policy = NonNullable<Parameters<typeof explain>[1]['policy']>

const short = (outcome: ExplainedOutcome, locale: Locale = 'en') =>
  explain(outcome, { locale, depth: 'short' })
const said = (edits: readonly Edit[], policy?: Policy, locale: Locale = 'en') =>
  explain(edits, { locale, depth: 'short', of: 'diffPolicies', ...(policy && { policy }) })

describe('diffPolicies, explained', () => {
  const edits = policyOutcomes.diffPolicies()

  it('says which values rise and fall, and what is new or dropped', () => {
    expect(said(edits, commission)).toBe(
      'These change: tier “middle”, end of the tier “first”, rate of the tier “second”, counting of the gate, awards, cap. New: tier “middle” (end 3,000,000, rate 4.8%). The end of the tier “first” falls from 1,000,000 to 900,000. The rate of the tier “second” rises from 4% to 4.5%. The counting of the gate changes from “all” to “above-target”. Dropped: awards. New: cap (amount 500,000).',
    )
    expect(said(edits, commission, 'zh-CN')).toBe(
      '变更之处：档位“middle”、档位“first”的上限、档位“second”的比例、起提线的计入范围、奖励、封顶。新增档位“middle”：上限 3,000,000、比例 4.8%。档位“first”的上限由 1,000,000 降至 900,000。档位“second”的比例由 4% 升至 4.5%。起提线的计入范围由“all”改为“above-target”。取消奖励。新增封顶：金额 500,000。',
    )
    expect(said(edits, commission, 'zh-TW')).toBe(
      '異動之處：級距「middle」、級距「first」的上限、級距「second」的比率、起算門檻的計入範圍、獎勵、上限。新增級距「middle」：上限 3,000,000、比率 4.8%。級距「first」的上限由 1,000,000 降低至 900,000。級距「second」的比率由 4% 提高至 4.5%。起算門檻的計入範圍由「all」改為「above-target」。取消獎勵。新增上限：金額 500,000。',
    )
  })

  it('has each value before and after in full', () => {
    expect(explain(edits, { locale: 'en', policy: commission })).toBe(`Changes of the policy
=====================

These change: tier “middle”, end of the tier “first”, rate of the tier “second”, counting of the gate, awards, cap. New: tier “middle” (end 3,000,000, rate 4.8%). The end of the tier “first” falls from 1,000,000 to 900,000. The rate of the tier “second” rises from 4% to 4.5%. The counting of the gate changes from “all” to “above-target”. Dropped: awards. New: cap (amount 500,000).

Value by value
--------------
What                                                   Was          Is            How
-----------------------------------------------------  -----------  ------------  -------
end of the tier “middle”                                            3,000,000     new
rate of the tier “middle”                                           4.8%          new
end of the tier “first”                                1,000,000    900,000       changed
rate of the tier “second”                              4%           4.5%          changed
counting of the gate                                   all          above-target  changed
occasion of the award “large-order”                    first-order                dropped
comparison of the order of the award “large-order”     above                      dropped
amount of the order of the award “large-order”         1,000,000                  dropped
amount of the award “large-order”                      10,000                     dropped
pay while the gate is shut of the award “large-order”  paid                       dropped
“clause” of the award “large-order”                    COM-3                      dropped
amount of the cap                                                   500,000       new

Digest (SHA-256)  3eac2b94bba12c3f32a9f421cb05f57bda6c47cd081c8b079b54ae348773a2db
`)
    expect(explain(edits, { locale: 'en', policy: commission, format: 'csv' })).toContain(
      'rate of the tier “second”,0.04,0.045',
    )
  })

  it('says without the policy before only what is', () => {
    expect(said(edits)).toBe(
      'These change: tier “middle”, end of the tier “first”, rate of the tier “second”, counting of the gate, awards, cap. New: tier “middle” (end 3,000,000, rate 4.8%). The end of the tier “first” is 900,000. The rate of the tier “second” is 4.5%. The counting of the gate is “above-target”. Dropped: awards. The cap becomes: amount 500,000.',
    )
    expect(said(edits, undefined, 'zh-CN')).toBe(
      '变更之处：档位“middle”、档位“first”的上限、档位“second”的比例、起提线的计入范围、奖励、封顶。新增档位“middle”：上限 3,000,000、比例 4.8%。档位“first”的上限为 900,000。档位“second”的比例为 4.5%。起提线的计入范围为“above-target”。取消奖励。封顶改为：金额 500,000。',
    )
    expect(said(edits, undefined, 'zh-TW')).toBe(
      '異動之處：級距「middle」、級距「first」的上限、級距「second」的比率、起算門檻的計入範圍、獎勵、上限。新增級距「middle」：上限 3,000,000、比率 4.8%。級距「first」的上限為 900,000。級距「second」的比率為 4.5%。起算門檻的計入範圍為「above-target」。取消獎勵。上限改為：金額 500,000。',
    )
  })

  it('says from when on an amendment of a document changes what', () => {
    const amended = amendPolicy(
      document,
      [{ path: 'commission.scale.tiers.second.rate', set: '0.045' }],
      '2026-07-01',
    )
    expect(said(diffPolicies(document, amended), document)).toBe(
      'The rate of the tier “second” of the commission rises from 4% to 4.5% from 2026-07-01. The version “2026-07-01” comes into force on 2026-07-01.',
    )
    expect(said(diffPolicies(document, amended), document, 'zh-CN')).toBe(
      '自 2026-07-01 起，提成的档位“second”的比例由 4% 升至 4.5%。版本“2026-07-01”自 2026-07-01 起生效。',
    )
    expect(said(diffPolicies(document, amended), document, 'zh-TW')).toBe(
      '自 2026-07-01 起，業績獎金的級距「second」的比率由 4% 提高至 4.5%。版本「2026-07-01」自 2026-07-01 起生效。',
    )
    expect(said(diffPolicies(document, amended))).toBe(
      'The version “2026-07-01” comes into force on 2026-07-01.',
    )
    expect(
      explain(diffPolicies(document, amended), { locale: 'en', policy: document }),
    ).toBe(`Changes of the policy
=====================

The rate of the tier “second” of the commission rises from 4% to 4.5% from 2026-07-01. The version “2026-07-01” comes into force on 2026-07-01.

Value by value
--------------
What                                         Was  Is          How          In force from
-------------------------------------------  ---  ----------  -----------  -------------
version “2026-07-01”                              2026-07-01  new version  2026-07-01
rate of the tier “second” of the commission  4%   4.5%        changed      2026-07-01

Digest (SHA-256)  d3c71bb9e1a8f5930c3902b2031a1afde46e5f3a1900cb4c12b870ed729062e7
`)
  })

  it('says of a change for some days that it comes and goes, and for which group', () => {
    const some = {
      path: 'commission.scale.tiers.second.rate',
      set: '0.045',
      from: '2026-03-01',
      to: '2026-05-31',
      group: 'key',
    }
    const changed = applyEdits(document, [some])
    expect(said(diffPolicies(document, changed), document)).toBe(
      'These change: rate of the tier “second” of the commission. The version “2026@2026-03-01” comes into force on 2026-03-01. The rate of the tier “second” of the commission rises from 4% to 4.5% for the group “key” from 2026-03-01. The version “2026@2026-06-01” comes into force on 2026-06-01. The rate of the tier “second” of the commission falls from 4.5% to 4% for the group “key” from 2026-06-01.',
    )
    expect(said([some])).toBe(
      'The rate of the tier “second” of the commission is 4.5% for the group “key” from 2026-03-01 to 2026-05-31.',
    )
    expect(said([some], undefined, 'zh-CN')).toBe(
      '分组“key”，2026-03-01 至 2026-05-31，提成的档位“second”的比例为 4.5%。',
    )
    expect(said([some], undefined, 'zh-TW')).toBe(
      '分組「key」，2026-03-01 至 2026-05-31，業績獎金的級距「second」的比率為 4.5%。',
    )
    expect(said([{ ...some, from: '2026-03-01' }].map(({ to, ...edit }) => edit))).toBe(
      'The rate of the tier “second” of the commission is 4.5% for the group “key” from 2026-03-01.',
    )
    expect(said([some].map(({ from, ...edit }) => edit))).toBe(
      'The rate of the tier “second” of the commission is 4.5% for the group “key” until 2026-05-31.',
    )
    expect(
      said(
        [some].map(({ from, ...edit }) => edit),
        undefined,
        'zh-CN',
      ),
    ).toBe('分组“key”，至 2026-05-31 止，提成的档位“second”的比例为 4.5%。')
    expect(
      said(
        [some].map(({ from, ...edit }) => edit),
        undefined,
        'zh-TW',
      ),
    ).toBe('分組「key」，至 2026-05-31 止，業績獎金的級距「second」的比率為 4.5%。')
  })

  it('says in which version a document changes, and for which group of it', () => {
    const grouped = definePolicy({
      versions: [
        {
          version: '2026',
          effectiveFrom: '2026-01-01',
          commission,
          groups: { key: { commission } },
        },
      ],
    })
    const rate = {
      path: 'versions.2026.groups.key.commission.scale.tiers.second.rate',
      set: '0.03',
    }
    expect(said([rate], grouped)).toBe(
      'The rate of the tier “second” of the commission falls from 4% to 3% for the group “key” in the version “2026”.',
    )
    expect(said([rate], grouped, 'zh-CN')).toBe(
      '分组“key”，版本“2026”，提成的档位“second”的比例由 4% 降至 3%。',
    )
    expect(said([rate], grouped, 'zh-TW')).toBe(
      '分組「key」，版本「2026」，業績獎金的級距「second」的比率由 4% 降低至 3%。',
    )
    expect(said([{ path: 'versions.2026', remove: true }])).toBe('Dropped: version “2026”.')
  })

  it('says edits that multiply or add', () => {
    const worked: Edit[] = [
      { path: 'scale.tiers.first.rate', multiply: '1.05' },
      { path: 'scale.tiers.first.rate', add: '0.005' },
    ]
    expect(said(worked, commission)).toBe(
      'These change: rate of the tier “first”. The rate of the tier “first” is multiplied by 1.05. The rate of the tier “first” is changed by 0.5 percentage points.',
    )
    expect(said(worked, commission, 'zh-CN')).toBe(
      '变更之处：档位“first”的比例。档位“first”的比例乘以 1.05。档位“first”的比例增减 0.5 个百分点。',
    )
    expect(said(worked, commission, 'zh-TW')).toBe(
      '異動之處：級距「first」的比率。級距「first」的比率乘以 1.05。級距「first」的比率增減 0.5 個百分點。',
    )
    expect(explain(worked, { locale: 'en', policy: commission })).toContain('multiplied by')
  })

  it('says rates of units as money, ends by attainment as percentages, and open ends', () => {
    const units = defineCommissionPlan({
      currency: 'CNY',
      scale: {
        mode: 'marginal',
        thresholds: 'units',
        tiers: [{ id: 'all', upTo: null, rate: '50' }],
      },
    })
    expect(said([{ path: 'scale.tiers.all.rate', set: '60' }], units)).toBe(
      'The rate of the tier “all” rises from 50 to 60.',
    )
    const attained = defineCommissionPlan({
      currency: 'CNY',
      scale: {
        mode: 'marginal',
        thresholds: 'attainment',
        tiers: [
          { id: 'low', upTo: '1', rate: '0.1' },
          { id: 'top', upTo: null, rate: '0.2' },
        ],
      },
    })
    expect(
      said(
        [
          { path: 'scale.tiers.low.upTo', set: '1.2' },
          { path: 'scale.tiers.top.upTo', set: '2' },
        ],
        attained,
      ),
    ).toBe(
      'These change: end of the tier “low”, end of the tier “top”. The end of the tier “low” rises from 100% to 120%. The end of the tier “top” changes from open to 200%.',
    )
  })

  it('says values that are no numbers as they are, and keys without a name as they are', () => {
    const odd: Edit[] = [
      { path: 'stretch[0]["a.b"]', set: true },
      { path: 'eligibility.statuses', set: ['won', 'paid'] },
      { path: 'gate', set: null },
      { path: 'effectiveFrom', set: '2026-07-01' },
      { path: 'version', set: '7' },
      { path: 'exclude[2]', remove: true },
      { path: 'awards', set: [{ id: 'big', amount: '5' }] },
      { path: 'scale.tiers.first.rate', remove: true },
      { path: 'not a [ path', set: 1 },
    ]
    expect(said(odd, commission)).toBe(
      'These change: “a.b” of the “[0]” of the “stretch”, statuses of the eligibility, gate, first day in force, version, exclusion “[2]”, awards, rate of the tier “first”, “not a [ path”. New: “a.b” of the “[0]” of the “stretch” (yes). New: statuses of the eligibility (“won”, “paid”). Dropped: gate. New: gate (none). New: first day in force (2026-07-01). The version changes from “1” to “7”. Dropped: exclusion “[2]”. Dropped: awards. New: awards (amount of the award “big” 5). Dropped: rate of the tier “first” (3%). New: “not a [ path” (1).',
    )
    expect(said(odd, commission, 'zh-CN')).toBe(
      '变更之处：“stretch”的“[0]”的“a.b”、计入条件的计入状态、起提线、生效日、版本、排除项“[2]”、奖励、档位“first”的比例、“not a [ path”。新增“stretch”的“[0]”的“a.b”：是。新增计入条件的计入状态：“won”、“paid”。取消起提线。新增起提线：无。新增生效日：2026-07-01。版本由“1”改为“7”。取消排除项“[2]”。取消奖励。新增奖励：奖励“big”的金额 5。取消档位“first”的比例，原为 3%。新增“not a [ path”：1。',
    )
    expect(said(odd, commission, 'zh-TW')).toBe(
      '異動之處：「stretch」的「[0]」的「a.b」、計入條件的計入狀態、起算門檻、生效日、版本、排除項「[2]」、獎勵、級距「first」的比率、「not a [ path」。新增「stretch」的「[0]」的「a.b」：是。新增計入條件的計入狀態：「won」、「paid」。取消起算門檻。新增起算門檻：無。新增生效日：2026-07-01。版本由「1」改為「7」。取消排除項「[2]」。取消獎勵。新增獎勵：獎勵「big」的金額 5。取消級距「first」的比率，原為 3%。新增「not a [ path」：1。',
    )
  })

  it('names a key by what it is in: the floor of a discount guarantees no pay', () => {
    const floors: Edit[] = [
      { path: 'floor.line', set: '150' },
      { path: 'discounts.floor.margin', set: '0.25' },
      { path: 'discounts', set: { floor: { margin: '0.25' } } },
      { path: 'indicators.sales.curve.floor', set: '20' },
      { path: 'equity.options.pool.exceeded', set: 'pro-rata' },
      { path: 'credit.override.levels[0]', set: '0.02' },
    ]
    expect(said(floors, undefined, 'zh-CN')).toBe(
      '变更之处：保底的单行、折扣的底线的“margin”、折扣、考核指标“sales”的评分曲线的最低分、股权的“options”的期权池的“exceeded”、业绩归属的管理提成的上级层级“[0]”。保底的单行为 150。折扣的底线的“margin”为 0.25。折扣改为：底线的“margin” 0.25。考核指标“sales”的评分曲线的最低分为 20。股权的“options”的期权池的“exceeded”为“pro-rata”。业绩归属的管理提成的上级层级“[0]”为 0.02。',
    )
    expect(said(floors.slice(1, 3), undefined, 'zh-TW')).toBe(
      '異動之處：折扣的底線的「margin」、折扣。折扣的底線的「margin」為 0.25。折扣改為：底線的「margin」 0.25。',
    )
  })

  it('says that nothing changes, or only where values come from', () => {
    expect(said([])).toBe('Nothing changes.')
    expect(said([{ path: 'provenance', set: [] }])).toBe(
      'Nothing changes but where values come from.',
    )
    expect(said([], undefined, 'zh-CN')).toBe('没有变更。')
    expect(said([{ path: 'provenance', set: [] }], undefined, 'zh-CN')).toBe('仅数值的出处有变更。')
    expect(said([], undefined, 'zh-TW')).toBe('沒有異動。')
    expect(said([{ path: 'provenance', set: [] }], undefined, 'zh-TW')).toBe('僅數值的出處有異動。')
  })

  it('refuses what is no policy beside them', () => {
    expect(() => said(edits, { id: 'mine' } as never)).toThrow(/options.policy/)
  })

  it('says a part that was changed as a whole value by value', () => {
    expect(
      said([{ path: 'gate', set: { ...commission.gate, attainment: '0.9' } }], commission),
    ).toBe('The attainment of the gate falls from 100% to 90%.')
    expect(said([{ path: 'scale', set: edited.scale }], commission)).toBe(
      'These change: tier “middle”, end of the tier “first”, rate of the tier “second”. New: tier “middle” (end 3,000,000, rate 4.8%). The end of the tier “first” falls from 1,000,000 to 900,000. The rate of the tier “second” rises from 4% to 4.5%.',
    )
  })
})

describe('lintPolicy, explained', () => {
  const report = policyOutcomes.lintPolicy()

  it('says what was found, and where', () => {
    expect(short(report)).toBe(
      'The policy has no errors; there are warnings. scale.tiers[1]: sales of 100.00 are paid 10.00 less than sales of 99.99. Whoever is about to reach it had better not sell: pay each tier on its own part of the sales, or raise the rate above it. tiersPer: is missing, so that nothing says over which period the tiers count: the same sales are paid 30.00 month by month, and 15.00 at the end of the year. Say "month", "quarter", "half-year" or "year". scale.tiers[1]: an order of 25.00 that moves to the other period is paid 7.50 more. Count the tiers over the year, or watch orders at the end of a period.',
    )
    expect(short(report, 'zh-CN')).toBe(
      '制度没有错误，但有警告。scale.tiers[1]：业绩 100.00 的提成比业绩 99.99 少 10.00，快到此处的人还不如不卖。请让每一档只对本档内的业绩计提，或提高其上的比例。tiersPer：缺失，因此无法得知各档按多长的期间累计：同样的业绩按月计提共 30.00，年末一次计提则为 15.00。请写 "month"、"quarter"、"half-year" 或 "year"。scale.tiers[1]：一笔 25.00 的订单移到另一期间，提成多 7.50。请按全年累计各档，或留意期末的订单。',
    )
    expect(short(report, 'zh-TW')).toBe(
      '制度沒有錯誤，但有警告。scale.tiers[1]：業績 100.00 的獎金比業績 99.99 少 10.00，快到此處的人還不如不賣。請讓每一級距只對該級距內的業績計獎，或提高其上的比率。tiersPer：缺漏，因此無法得知各級距按多長的期間累計：同樣的業績按月計獎共 30.00，年末一次計獎則為 15.00。請寫 "month"、"quarter"、"half-year" 或 "year"。scale.tiers[1]：一筆 25.00 的訂單移到另一期間，業績獎金多 7.50。請按全年累計各級距，或留意期末的訂單。',
    )
  })

  it('has findings and proofs in full', () => {
    expect(explain(report, { locale: 'en' })).toBe(`Check of the policy
===================

The policy has no errors; there are warnings. scale.tiers[1]: sales of 100.00 are paid 10.00 less than sales of 99.99. Whoever is about to reach it had better not sell: pay each tier on its own part of the sales, or raise the rate above it. tiersPer: is missing, so that nothing says over which period the tiers count: the same sales are paid 30.00 month by month, and 15.00 at the end of the year. Say "month", "quarter", "half-year" or "year". scale.tiers[1]: an order of 25.00 that moves to the other period is paid 7.50 more. Count the tiers over the year, or watch orders at the end of a period.

Findings
--------
Severity        warning
Code            PAY_FALLS
Place           scale.tiers[1]
What was found  Sales of 100.00 are paid 10.00 less than sales of 99.99. Whoever is about to reach it had better not sell: pay each tier on its own part of the sales, or raise the rate above it.

Severity        warning
Code            TIERS_WITHOUT_PERIOD
Place           tiersPer
What was found  tiersPer: is missing, so that nothing says over which period the tiers count: the same sales are paid 30.00 month by month, and 15.00 at the end of the year. Say "month", "quarter", "half-year" or "year".

Severity        note
Code            ORDER_MOVED_PAYS_MORE
Place           scale.tiers[1]
What was found  An order of 25.00 that moves to the other period is paid 7.50 more. Count the tiers over the year, or watch orders at the end of a period.

Proofs
------
Code                   Place           Function             Given                Figure  Gives
---------------------  --------------  -------------------  -------------------  ------  -----
PAY_FALLS              scale.tiers[1]  calculateCommission  [{"sales":"99.99"}]  amount  20.00
PAY_FALLS              scale.tiers[1]  calculateCommission  [{"sales":"100"}]    amount  10.00
TIERS_WITHOUT_PERIOD   tiersPer        calculateCommission  [{"sales":"12.5"}]   amount  2.50
TIERS_WITHOUT_PERIOD   tiersPer        calculateCommission  [{"sales":"150"}]    amount  15.00
ORDER_MOVED_PAYS_MORE  scale.tiers[1]  calculateCommission  [{"sales":"100"}]    amount  10.00
ORDER_MOVED_PAYS_MORE  scale.tiers[1]  calculateCommission  [{"sales":"100"}]    amount  10.00
ORDER_MOVED_PAYS_MORE  scale.tiers[1]  calculateCommission  [{"sales":"75"}]     amount  15.00
ORDER_MOVED_PAYS_MORE  scale.tiers[1]  calculateCommission  [{"sales":"125"}]    amount  12.50

Digest (SHA-256)  e47c034c40ab8f0fd80e0239bd6eea3413b0fb363790a6e9b05402d96c77b942
`)
  })

  it('says errors, notes, nothing, and what could not be looked at', () => {
    const [found] = report.findings as readonly [(typeof report.findings)[number]]
    const one = (severity: 'error' | 'note') => ({
      findings: [{ ...found, severity }],
      notChecked: [{ path: ['awards', 0], issues: [found] }],
    })
    const nothing = { findings: [], notChecked: [] }
    const all = (['en', 'zh-CN', 'zh-TW'] as const).flatMap((locale) =>
      [one('error'), one('note'), nothing].map((outcome) =>
        explain(outcome, { locale, depth: 'line' }),
      ),
    )
    expect(all.join('\n')).toBe(`The policy has errors.
The policy has neither errors nor warnings; there are notes.
Nothing was found.
制度存在错误。
制度没有错误和警告，但有提示。
未发现问题。
制度有錯誤。
制度沒有錯誤與警告，但有提示。
未發現問題。`)
    expect(short(one('note'))).toBe(
      'The policy has neither errors nor warnings; there are notes. scale.tiers[1]: sales of 100.00 are paid 10.00 less than sales of 99.99. Whoever is about to reach it had better not sell: pay each tier on its own part of the sales, or raise the rate above it. Some parts could not be looked at; the list says why.',
    )
    expect(explain(one('note'), { locale: 'en' })).toContain('awards[0]')
    expect(short(lintPolicy(grading))).toBe('Nothing was found.')
  })
})

describe('checkExamples, explained', () => {
  const issues = policyOutcomes.checkExamples()

  it('says which example does not come out as it says', () => {
    expect(short(issues)).toBe(
      'Some examples do not come out as they say. versions[0].examples[0].expect.amount: the rule gives "52500.00", and the example expects "50000.00". Correct one of them.',
    )
    expect(short(issues, 'zh-CN')).toBe(
      '部分示例与结果不符。versions[0].examples[0].expect.amount：规则得出 "52500.00"，而示例写的是 "50000.00"。请更正其中之一。',
    )
    expect(short(issues, 'zh-TW')).toBe(
      '部分範例與結果不符。versions[0].examples[0].expect.amount：規則得出 "52500.00"，而範例寫的是 "50000.00"。請更正其中之一。',
    )
    expect(explain(issues, { locale: 'en' })).toBe(`Examples of the policy
======================

Some examples do not come out as they say. versions[0].examples[0].expect.amount: the rule gives "52500.00", and the example expects "50000.00". Correct one of them.

Examples of the policy
----------------------
Severity        error
Code            POLICY_CONFLICT
Place           versions[0].examples[0].expect.amount
What was found  The rule gives "52500.00", and the example expects "50000.00". Correct one of them.

Digest (SHA-256)  0b297d6577b3b6bff8c5eed2de041734fee145ec5d2db0b37b1c235abc75bd3b
`)
  })

  it('says that all do', () => {
    const none = checkExamples(document)
    expect(explain(none, { locale: 'en', of: 'checkExamples', depth: 'line' })).toBe(
      'All examples come out as they say.',
    )
    expect(explain(none, { locale: 'zh-CN', of: 'checkExamples', depth: 'line' })).toBe(
      '所有示例与结果相符。',
    )
    expect(explain(none, { locale: 'zh-TW', of: 'checkExamples', depth: 'line' })).toBe(
      '所有範例與結果相符。',
    )
  })
})
