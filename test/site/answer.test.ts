import {
  appraise,
  calculateCommission,
  commissionCurve,
  defineCommissionPlan,
  handbook,
  lintPolicy,
} from 'sales-rules'
import { chart, explain, explainIssue } from 'sales-rules/explain'
import { comparePolicies } from 'sales-rules/scenario'
import { describe, expect, it } from 'vitest'
import { answer, compare, type Part, type Question } from '../../site/playground/answer.js'
import { type JsonObject, withValueAt } from '../../site/playground/document.js'
import { documentOf, handbookPolicyOf } from '../../site/playground/documents.js'
import { EXAMPLES, exampleOf, firstOf } from '../../site/playground/examples.js'
import { KINDS, type Kind } from '../../site/playground/kinds.js'
import { readRoster } from '../../site/playground/roster.js'
import { readTable } from '../../site/playground/table.js'
import { LOCALES } from '../../site/playground/words/words.js'

const PLAN = documentOf('handbook-commission')
const HIGHER = withValueAt(PLAN, ['scale', 'tiers', 1, 'rate'], '0.045')

function rosterOf(text: string, kind: Kind, document: JsonObject) {
  const read = readTable(text)
  if (!read.ok) throw new Error(read.problem.kind)
  return readRoster(read.table, kind, document)
}

function ask(document: JsonObject, more: Partial<Question> = {}, text?: string) {
  const kind = more.kind ?? 'commission'
  const question: Question = {
    kind,
    document,
    before: handbookPolicyOf(kind),
    locale: 'en',
    shown: 0,
    width: 400,
    ...more,
  }
  const roster = rosterOf(text ?? firstOf(kind).figures, kind, document)
  return { ...answer(question, roster), ...compare(question, roster) }
}

/** What is read of a part, in whatever elements it is. */
function textOf(part: Part | string): string {
  const html = typeof part === 'string' ? part : 'html' in part ? part.html : part.none.join('\n')
  return html
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .replace(/<title>[\s\S]*?<\/title>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

const bodyOf = (page: string) => textOf(page.replace(/^[\s\S]*<body>/, ''))

describe('answer', () => {
  it.each(LOCALES)('says in %s what the library says', (locale) => {
    const plan = defineCommissionPlan(HIGHER as never)
    const input = { payee: 'Ann', sales: '1500000', target: '1200000' }
    const statement = calculateCommission(input, plan)
    const now = commissionCurve(handbook.commission, { target: '1200000' })
    const then = commissionCurve(plan, { target: '1200000' })
    const said = ask(HIGHER, { locale })

    expect(said.line).toBe(explain(statement, { locale, depth: 'line' }))
    const page = explain(statement, { locale, format: 'html', policy: plan })
    expect(textOf(said.statement)).toBe(bodyOf(page))
    const picture = chart({ kind: 'payout-curves', now, then }, { locale, format: 'html' })
    expect(textOf(said.curve)).toBe(textOf(picture))
    const { findings } = lintPolicy(plan)
    expect(said.findings.map(({ text }) => text)).toEqual(
      findings.map((found) => explainIssue(found, { locale })),
    )
    expect(findings.length).toBeGreaterThan(0)
  })

  it('appraises by the same words', () => {
    const results = {
      sales: { actual: '1500000', target: '1200000' },
      newCustomers: { actual: '8', target: '10' },
      satisfaction: { points: '90', source: 'survey' },
      collectionRate: { value: '0.95' },
    }
    const outcome = appraise({ employee: 'Ann', results }, handbook.appraisal)
    const { statement } = ask(documentOf('handbook-appraisal'), { kind: 'appraisal' })
    expect(textOf(statement)).toBe(bodyOf(explain(outcome, { locale: 'en', format: 'html' })))
  })

  it('draws one curve where nothing was changed, and two where something was', () => {
    expect(textOf(ask(PLAN).curve)).toContain('pay CNY 50,000.00')
    expect(textOf(ask(HIGHER).curve)).toContain('Then')
  })

  it('says part by part what a change makes of one person', () => {
    expect(textOf(ask(HIGHER).change)).toContain('+2,500.00')
    expect(ask(PLAN).change).toEqual({ none: [] })
  })

  it('puts each issue in its place, in the language of the page, and nothing else', () => {
    const wrong = withValueAt(PLAN, ['scale', 'tiers', 0, 'rate'], '3')
    const { issues, line, statement } = ask(wrong, { locale: 'zh-CN' })
    expect(issues).toEqual([
      {
        path: ['scale', 'tiers', 0, 'rate'],
        text: 'scale.tiers[0].rate：收到 "3"，应为 0 到 1 的比例。您是不是想写 0.03（3%）？',
      },
    ])
    expect([line, statement]).toEqual(['', { none: [] }])
  })

  it('says why there is no result, and shows the rest', () => {
    const { line, statement, curve, findings } = ask(PLAN, {}, 'payee,sales\nAnn,100')
    expect(line).toMatch(/^target: /)
    expect(statement).toEqual({ none: [line] })
    expect(curve).toHaveProperty('none')
    expect(findings.length).toBeGreaterThan(0)
  })

  it('escapes what comes out of a table or a policy', () => {
    const evil = '<img src=x onerror=alert(1)>'
    const document = withValueAt(HIGHER, ['scale', 'tiers', 0, 'id'], evil)
    const said = ask(document, {}, `payee,team,sales,target\n${evil},${evil},1500000,1200000`)
    const { line: _, findings: __, wrong: ___, ...html } = said
    expect(JSON.stringify(html)).toContain('&lt;img')
    expect(JSON.stringify(html)).not.toContain('<img')
  })

  it.each(KINDS)('answers whatever the document of a kind is: %s', (kind) => {
    for (const document of [{}, { scale: 1 }, { criteria: {} }, { indicators: [null] }, { id: [] }])
      expect(ask(document as JsonObject, { kind }).issues.length).toBeGreaterThan(0)
  })

  it.each(EXAMPLES)('has an example that works: $id', ({ id, kind }) => {
    const { figures } = exampleOf(id) ?? firstOf(kind)
    const document = documentOf(id)
    expect(rosterOf(figures, kind, document).problems).toEqual([])
    const { issues, line, statement, comparison, wrong } = ask(
      document,
      { kind, before: document },
      figures,
    )
    expect([issues, wrong]).toEqual([[], []])
    expect(line).not.toBe('')
    expect(statement).toHaveProperty('html')
    expect(comparison).toHaveProperty('html')
  })
})

describe('compare', () => {
  it('says of everybody what the library says', () => {
    const rows = [
      ['Ann', 'east', '1500000', '1200000'],
      ['Ben', 'west', '700000', '650000'],
      ['Cid', 'west', '1990000', '2000000'],
      ['Dan', 'east', '2600000', '2000000'],
    ] as const
    const roster = rows.map(([id, group, sales, target]) => ({
      id,
      group,
      input: { payee: id, sales, target },
    }))
    const then = defineCommissionPlan(HIGHER as never)
    const compared = comparePolicies(roster, { now: handbook.commission, then })
    const { summary, comparison, pictures } = ask(HIGHER)
    const short = explain(compared, { locale: 'en', format: 'html', depth: 'short' })
    expect(summary).toEqual({ html: short })
    expect(textOf(comparison)).toBe(bodyOf(explain(compared, { locale: 'en', format: 'html' })))
    expect(pictures).toHaveLength(2)
  })

  it('lists the rows that the policy cannot compute by their lines', () => {
    const { wrong, wrongCount } = ask(
      PLAN,
      { locale: 'zh-TW' },
      'payee,sales,target\nAnn,abc,100\n\nBen,100,\nCid,100,100',
    )
    expect(wrong.map(({ line, who }) => [line, who])).toEqual([
      [2, 'Ann'],
      [4, 'Ben'],
    ])
    expect(wrong[0]?.text).toMatch(/^sales：收到 "abc"/)
    expect(wrongCount).toBe(2)
  })

  it('names the order line that is wrong', () => {
    const text = 'payee,order,amount,target\nAnn,A,100,50\nBen,B,7,5\nAnn,C,n/a,50'
    expect(ask(PLAN, {}, text).wrong.map(({ line, who }) => [line, who])).toEqual([[4, 'Ann']])
  })

  it('says why two policies cannot be compared, and still which rows are wrong', () => {
    const dollars = withValueAt(PLAN, ['currency'], 'USD')
    const { summary, wrong } = ask(dollars, {}, 'payee,sales,target\nAnn,1,2\nBen,x,1')
    expect(textOf(summary)).toContain('USD')
    expect(wrong.map(({ line }) => line)).toEqual([3])
  })
})
