import { calculateCommission, defineCommissionPlan, settleCommission, withValue } from 'sales-rules'
import { explain } from 'sales-rules/explain'
import { describe, expect, it } from 'vitest'
import { readCsv } from '../reading.js'

const plan = defineCommissionPlan({
  id: 'plan',
  version: '1',
  currency: 'CNY',
  scale: {
    mode: 'marginal',
    tiers: [
      { id: 'first', upTo: '1000', rate: '0.03' },
      { id: 'top', upTo: null, rate: '0.05' },
    ],
  },
  eligibility: { statuses: ['won'] },
})

const statementOf = (payee: string) =>
  calculateCommission(
    {
      payee,
      period: '2026-03',
      lines: [
        { id: 'O-1', amount: '1234567.5', status: 'won' },
        { id: '=1+1', amount: '-500', status: 'lost' },
      ],
    },
    plan,
  )

describe('a text', () => {
  it('stands in columns, also where characters are twice as wide', () => {
    const said = explain(statementOf('张三'), { locale: 'zh-CN', about: { name: '张三' } })
    expect(said.split('\n').slice(0, 8)).toEqual([
      '提成单',
      '======',
      '',
      '姓名          张三',
      '工号          张三',
      '期间          2026-03',
      '业绩          1,234,567.50',
      '综合提成比例  4.99…%',
    ])
    expect(said).toContain('first           0  1,000      1,000.00    3%       30.00')
  })

  it('steers no display by a currency that stands in a label', () => {
    const payment = { draw: { kind: 'recoverable', amount: '100', recoverFrom: 'all' } } as const
    const advancing = defineCommissionPlan({ ...plan, payment })
    const settlement = settleCommission(
      { payee: 'Li', periods: [{ period: '2026-03', lines: [] }] },
      advancing,
    )
    const said = explain({ ...settlement, currency: '\u001b[31m' }, { locale: 'en' })
    expect(said).toMatch(/Draw of each period \( \[31m\) {5}100\n/)
    expect(said).not.toContain('\u001b')
  })

  it('writes a table that is too wide row by row', () => {
    const wide = statementOf('E-17')
    const notCounted = wide.notCounted.map((line) => ({ ...line, id: 'x'.repeat(100) }))
    const said = explain({ ...wide, notCounted }, { locale: 'en' })
    expect(said).toMatch(/\nId {2,}x{100}\nAmount {2,}-500\.00\n/)
  })
})

describe('Markdown', () => {
  it('has tables whose numbers stand right, and no markup but its own', () => {
    const said = explain(statementOf('[a](http://x) *b* <i>c</i> | d'), {
      locale: 'en',
      format: 'markdown',
    })
    expect(said).toContain(
      '| Tier or adjustment | From | Up to | Base | Rate | Amount (CNY) |\n| --- | ---: | ---: | ---: | ---: | ---: |',
    )
    expect(said).toContain('- **Payee**: \\[a\\](http\\://x) \\*b\\* \\<i\\>c\\</i\\> \\| d\n')
    expect(said).toContain('| -500.00 |')
  })

  it('does not begin a list or a heading with what is an id', () => {
    const said = explain(statementOf('x'), {
      locale: 'en',
      format: 'markdown',
      about: { state: '# 1' },
    })
    expect(said).toContain('- **State**: \\# 1\n')
  })
})

describe('a page', () => {
  const page = explain(statementOf('<script>alert(1)</script>"\''), {
    locale: 'zh-TW',
    format: 'html',
  })

  it('says its language, has no script, and escapes everything', () => {
    expect(page.startsWith('<!doctype html>\n<html lang="zh-TW">\n')).toBe(true)
    expect(page).not.toMatch(/<script|\son\w+=/)
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;')
  })

  it('has tables with captions, and a scope on each head', () => {
    const tables = page.match(/<table>/g) ?? []
    expect(tables.length).toBeGreaterThan(1)
    expect(page.match(/<caption>/g)?.length).toBe(tables.length)
    expect(page.match(/<th(?!ead| scope="(?:col|row)")[^>]*>/g)).toBe(null)
  })

  it('is a paragraph where it is no whole document', () => {
    const said = explain(statementOf('x'), { locale: 'en', format: 'html', depth: 'line' })
    expect(said).toMatch(/^<p lang="en">CNY .*<\/p>$/)
  })
})

describe('CSV', () => {
  const said = explain(statementOf('+49'), { locale: 'en', format: 'csv' })
  const records = readCsv(said)

  it('ends each record with CR and LF, and has as many fields in each as heads', () => {
    expect(said.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(records.length).toBeGreaterThan(10)
  })

  it('has plain numbers: no commas, ratios as ratios, a sign where there is one', () => {
    const [slice] = records.filter((record) => record['Tier or adjustment'] === 'top')
    expect(slice).toMatchObject({ Base: '1233567.50', Rate: '0.05', 'Amount (CNY)': '61678.38' })
    expect(records.at(-1)).toMatchObject({ Amount: '-500.00' })
  })

  it('has no text that a spreadsheet takes for a formula', () => {
    expect(records.find((record) => record['Item'] === 'Payee')?.['Value']).toBe("'+49")
    expect(records.at(-1)?.['Id']).toBe("'=1+1")
  })

  it('is enough to recompute the pay', () => {
    const rows = records.filter((record) => record['Section'] === 'How the amount comes about')
    const slices = rows.filter((record) => record['Rate'])
    const cents = (text: string) => BigInt(text.replace('.', ''))
    const tenThousandths = (rate: string) => BigInt(Number(rate) * 10_000)
    const earned = slices.map((row) => cents(row['Base'] ?? '') * tenThousandths(row['Rate'] ?? ''))
    const total = earned.reduce((sum, one) => sum + one, 0n)
    // Half up to the cent.
    const paid = (total + 5_000n) / 10_000n
    expect(paid).toBe(cents(rows.at(-1)?.['Amount (CNY)'] ?? ''))
    expect(paid).toBe(6_170_838n)
  })
})

describe('amounts in ten thousands', () => {
  const statement = statementOf('E-1')

  it('stand in Chinese where asked, in sentences and tables', () => {
    const line = { depth: 'line', amounts: 'wan' } as const
    expect(explain(statement, { locale: 'zh-CN', ...line })).toBe(
      '6.170838万元：业绩 123.45675万，达到“top”档，落入该档的部分按 5% 计提。',
    )
    expect(explain(statement, { locale: 'zh-TW', ...line })).toBe(
      '人民幣 6.170838萬元：業績 123.45675萬，達到「top」級距，落入該級距的部分以 5% 計算。',
    )
    const open = { ...statement, slices: statement.slices.slice(1) }
    const page = explain(open, { locale: 'zh-CN', format: 'html', amounts: 'wan' })
    expect(page).toMatch(/<td[^>]*>123\.35675万<\/td>/)
  })

  it('have one unit in each column, the greatest that all of it reach', () => {
    const wan = { locale: 'zh-CN', amounts: 'wan' } as const
    // 1,000 of the first tier is less than 1万, and so the tier beside it has all its digits.
    const said = explain(statement, wan)
    expect(said).toMatch(/^first .* 1,000\.00 .* 30\.00$/m)
    expect(said).toMatch(/^top .* 1,233,567\.50 .* 61,678\.38$/m)
    // 10万, and 2.499亿 beside it; 0.3万, and all digits beside it.
    const wide = withValue(plan, 'scale.tiers.first.upTo', '100000')
    const lines = [{ id: 'O-1', amount: '250000000', status: 'won' }]
    const large = explain(calculateCommission({ lines }, wide), wan)
    expect(large).toMatch(/^first .* 10万 .* 3,000\.00$/m)
    expect(large).toMatch(/^top .* 24,990万 .* 12,495,000\.00$/m)
    const wider = withValue(plan, 'scale.tiers.first.upTo', '100000000')
    const largest = explain(calculateCommission({ lines }, wider), wan)
    expect(largest).toMatch(/^first .* 1亿 .* 300万$/m)
    expect(largest).toMatch(/^top .* 1\.5亿 .* 750万$/m)
  })

  it('leave the figures of a CSV as they are', () => {
    const records = readCsv(explain(statement, { locale: 'zh-CN', format: 'csv', amounts: 'wan' }))
    const sales = records.find((record) => record['项目'] === '业绩')
    expect(sales).toMatchObject({ 数值: '1234567.50' })
  })

  it('are refused in English, which has no word for them', () => {
    expect(() => explain(statement, { locale: 'en', amounts: 'wan' })).toThrow(
      'options.amounts: got "wan", expected one of "full".',
    )
  })
})

describe('a tier without an end', () => {
  it('says so to people, and leaves the field of a CSV empty', () => {
    const said = explain(statementOf('E-1'), { locale: 'en', policy: plan })
    expect(said).toMatch(/^top +1,000 +no limit /m)
    expect(said).toMatch(/^top +no limit +5%$/m)
    const records = readCsv(
      explain(statementOf('E-1'), { locale: 'en', format: 'csv', policy: plan }),
    )
    const ends = records.flatMap((record) => (record['Tier'] === 'top' ? [record['Up to']] : []))
    expect(ends).toEqual([''])
  })
})
