import {
  attributeCommission,
  type CommissionInput,
  calculateCommission,
  defineCommissionPlan,
  handbook,
  withValue,
} from 'sales-rules'
import { explain } from 'sales-rules/explain'
import { describe, expect, it } from 'vitest'

const short = (input: CommissionInput, plan = handbook.commission) => {
  const statement = calculateCommission(input, plan)
  return (['en', 'zh-CN', 'zh-TW'] as const).map((locale) =>
    explain(statement, { locale, depth: 'short' }),
  )
}

describe('a commission statement', () => {
  it('says which tier is reached, and what comes next', () => {
    expect(short({ sales: '1200000', target: '1000000' })).toEqual([
      'CNY 38,000.00: sales of 1,200,000.00 reach the tier “second”, which pays 4% on the part that lies in it. Attainment is 120% of the target of 1,000,000.00. 800,000.00 more reaches the tier “top”; sales beyond that earn 5%.',
      '38,000.00 元：业绩 1,200,000.00，达到“second”档，落入该档的部分按 4% 计提。目标 1,000,000.00，达成率 120%。业绩再增 800,000.00，即进入“top”档，超出部分按 5% 计提。',
      '人民幣 38,000.00 元：業績 1,200,000.00，達到「second」級距，落入該級距的部分以 4% 計算。目標 1,000,000.00，達成率 120%。業績再增加 800,000.00，即進入「top」級距，超出部分以 5% 計算。',
    ])
  })

  it('says that the gate is shut, what is missing, and what that costs', () => {
    expect(short({ sales: '800000', target: '1000000' })).toEqual([
      'CNY 0.00: attainment of 80% is below the 100% from which sales earn. Attainment is 80% of the target of 1,000,000.00. 200,000.00 of sales are missing to the gate. CNY 24,000.00 is forgone because the gate is shut. 200,000.00 more opens the gate; all sales then count, and those beyond earn 4%.',
      '0.00 元：达成率 80%，未到起提线 100%。目标 1,000,000.00，达成率 80%。距起提线还差业绩 200,000.00。因未达起提线，少得 24,000.00 元。业绩再增 200,000.00，即达起提线，届时全部业绩计提，再往上按 4% 计提。',
      '人民幣 0.00 元：達成率 80%，未達起算門檻 100%。目標 1,000,000.00，達成率 80%。距起算門檻還差業績 200,000.00。因未達起算門檻，少領 人民幣 24,000.00 元。業績再增加 200,000.00，即達起算門檻，屆時全部業績計算，再往上以 4% 計算。',
    ])
  })

  it('says of the next tier of whole amounts that it will hold for all sales', () => {
    const whole = withValue(handbook.commission, 'scale.mode', 'whole-amount')
    const said = short({ sales: '1500000', target: '1000000' }, whole)
    expect(said[0]).toContain(
      '500,000.00 more reaches the tier “top”, which then holds for all sales; those beyond earn 5%.',
    )
    expect(said[1]).toContain(
      '业绩再增 500,000.00，即进入“top”档，届时全部业绩适用该档，再往上按 5% 计提。',
    )
    expect(said[2]).toContain(
      '業績再增加 500,000.00，即進入「top」級距，屆時全部業績適用該級距，再往上以 5% 計算。',
    )
  })

  it('says what good grades add, in percentage points', () => {
    const [english, simplified] = short({
      sales: '100',
      target: '100',
      coefficientUplift: '0.005',
    })
    expect(english).toContain('Good grades add 0.5 percentage points to each rate.')
    expect(simplified).toContain('按考核等级，各档比例加 0.5 个百分点。')
  })

  it('says of whole amounts that all sales earn one rate, and of units what each earns', () => {
    const scale = {
      mode: 'whole-amount',
      tiers: [
        { id: 'low', upTo: '10', rate: '20' },
        { id: 'high', upTo: null, rate: '30' },
      ],
      thresholds: 'units',
    } as const
    const plan = defineCommissionPlan({ currency: 'CNY', scale })
    const [english] = short({ sales: '12' }, plan)
    expect(english).toBe(
      'CNY 360.00: sales of 12 reach the tier “high”, and all of them earn CNY 30.',
    )
    const whole = defineCommissionPlan({
      currency: 'CNY',
      scale: { ...handbook.commission.scale, mode: 'whole-amount' },
    })
    expect(short({ sales: '1200000' }, whole)[1]).toContain('全部按 4% 计提。')
  })

  it('says what was sold, and of that what earns', () => {
    const shut = calculateCommission({ sales: '1199999', target: '1200000' }, handbook.commission)
    expect(explain(shut, { locale: 'en' })).toMatch(/^Sales +1,199,999\.00\nBase +0\.00\n/m)
    const above = defineCommissionPlan({
      id: 'above',
      version: '1',
      currency: 'CNY',
      scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.1' }] },
      gate: { attainment: '1', counts: 'above-target' },
    })
    const statement = calculateCommission({ sales: '200000', target: '150000' }, above)
    const line = (locale: 'en' | 'zh-CN' | 'zh-TW') => explain(statement, { locale, depth: 'line' })
    expect(line('en')).toContain('sales of 50,000.00 (of 200,000.00 in all) reach the tier “all”')
    expect(line('zh-CN')).toContain('业绩 50,000.00（全部业绩 200,000.00 中），达到“all”档')
    expect(line('zh-TW')).toContain('業績 50,000.00（全部業績 200,000.00 中），達到「all」級距')
  })

  it('takes the plan and the attribution that it was made with alone', () => {
    const input = { payee: 'E-1', lines: [{ id: 'O-1', amount: '900000' }], target: '800000' }
    const statement = calculateCommission(input, handbook.commission)
    const policy = defineCommissionPlan({ ...handbook.commission, version: '2' })
    expect(() => explain(statement, { locale: 'en', policy })).toThrow(
      'options.policy: the outcome was made by handbook-commission 1, and the policy given is handbook-commission 2. Pass the one that it was made by.',
    )
    for (const other of [
      { payee: 'E-2' },
      { period: '2026-01' },
      { target: '700000', lines: [] },
    ]) {
      const attribution = attributeCommission({ ...input, ...other }, handbook.commission)
      expect(() => explain(statement, { locale: 'en', attribution })).toThrow(
        'options.attribution: got an object, expected the attribution of this statement: of its payee, period, policy and amount.',
      )
    }
  })

  it('has everything that it can be recomputed from', () => {
    const input = {
      payee: 'E-17',
      period: '2026-03',
      lines: [
        { id: 'O-1', amount: '900000' },
        { id: 'O-2', amount: '300000' },
      ],
      target: '1000000',
    }
    const statement = calculateCommission(input, handbook.commission)
    const attribution = attributeCommission(input, handbook.commission)
    const said = explain(statement, { locale: 'en', attribution, policy: handbook.commission })
    expect(said.replace(/[0-9a-f]{64}/, '…').split('\n')).toEqual([
      'Commission statement',
      '====================',
      '',
      'Payee                  E-17',
      'Period                 2026-03',
      'Sales                  1,200,000.00',
      'Target                 1,000,000.00',
      'Attainment             120%',
      'Minimum attainment     100%',
      'Once reached, paid on  all sales',
      'Effective rate         3.16…%',
      'Policy                 handbook-commission',
      'Version                1',
      '',
      'CNY 38,000.00: sales of 1,200,000.00 reach the tier “second”, which pays 4% on the part that lies in it. Attainment is 120% of the target of 1,000,000.00. 800,000.00 more reaches the tier “top”; sales beyond that earn 5%.',
      '',
      'How the amount comes about',
      '--------------------------',
      'Marginal tiers: each part of the sales earns the rate of the tier that it lies in.',
      'Tier or adjustment       From      Up to          Base  Rate  Amount (CNY)',
      '------------------  ---------  ---------  ------------  ----  ------------',
      'first                       0  1,000,000  1,000,000.00    3%     30,000.00',
      'second              1,000,000  2,000,000    200,000.00    4%      8,000.00',
      '------------------  ---------  ---------  ------------  ----  ------------',
      'Total                                                            38,000.00',
      '',
      'The tiers of the plan',
      '---------------------',
      'Exactly on a threshold, the upper tier holds.',
      'Tier        Up to  Rate',
      '------  ---------  ----',
      'first   1,000,000    3%',
      'second  2,000,000    4%',
      'top      no limit    5%',
      '',
      'By order line',
      '-------------',
      'CNY 38,000.00, shared out in the order of the lines: each has what it adds to those before it.',
      'A line that crosses a threshold has a row for each tier; a refund is negative.',
      'Rows are rounded so that they add up to the total: a row may differ from its base times its rate in the last digit.',
      'Line   Line amount  Tier or adjustment        Base  Rate  Amount (CNY)',
      '-----  -----------  ------------------  ----------  ----  ------------',
      'O-1     900,000.00  first               900,000.00    3%     27,000.00',
      'O-2     300,000.00  first               100,000.00    3%      3,000.00',
      'O-2                 second              200,000.00    4%      8,000.00',
      '-----  -----------  ------------------  ----------  ----  ------------',
      'Total                                                        38,000.00',
      '',
      'Rounding',
      '--------',
      'Before rounding it was 38,000; it is rounded half up to 2 decimals.',
      '',
      'What does not count',
      '-------------------',
      'Every order line counts.',
      '',
      'Clauses           COM-1, COM-2',
      'Digest (SHA-256)  …',
      '',
    ])
  })
})
