import { describe, expect, it } from 'vitest'
import type { Question } from '../../site/playground/answer.js'
import { openDesk } from '../../site/playground/desk.js'
import { type JsonObject, withValueAt } from '../../site/playground/document.js'
import { followingSwitch, fragmentOf, withTableFolded } from '../../site/playground/html.js'

function seated(text: string) {
  const desk = openDesk()
  const { opened, handbook } = desk.policies({ example: 'handbook-commission', kind: 'commission' })
  expect(opened).toEqual(handbook)
  const asking = (document: JsonObject): Question => ({
    kind: 'commission',
    document,
    before: handbook,
    locale: 'en',
    shown: 0,
    width: 400,
  })
  return { desk, plan: handbook, asking, problem: desk.table({ text }).problem }
}

describe('openDesk', () => {
  it('answers and compares by the table that it was given last', () => {
    const { desk, plan, asking } = seated('payee,sales,target\nAnn,1500000,1200000')
    expect(desk.answer(asking(plan)).answer.line).toContain('CNY 50,000.00')
    desk.table({ text: 'payee,sales,target\nBen,1200000,1200000' })
    expect(desk.answer(asking(plan)).answer.line).toContain('CNY 38,000.00')
    expect(desk.answer(asking(plan)).figures.people).toEqual(['Ben'])
  })

  it('reads the table again where the policy looks at other columns', () => {
    const { desk, plan, asking } = seated('payee,sales,target,onTime\nAnn,1500000,1200000,0.9')
    expect(desk.answer(asking(plan)).figures.unused).toEqual(['onTime'])
    const steps = [{ id: 'all', upTo: null, multiplier: '0.5' }]
    const slower = withValueAt(plan, ['kpiMultiplier'], { fact: 'onTime', steps })
    const { answer, figures } = desk.answer(asking(slower))
    expect(figures.unused).toEqual([])
    expect(answer.line).toContain('CNY 25,000.00')
  })

  it('says what is wrong with a table, and answers without figures then', () => {
    const { desk, plan, asking, problem } = seated('payee,"sales\n')
    expect(problem).toEqual({ kind: 'quote', line: 1 })
    const { answer, figures } = desk.answer(asking(plan))
    expect(figures.peopleCount).toBe(0)
    expect(answer.line).toBe('')
    expect(answer.findings.length).toBeGreaterThan(0)
  })

  it('lists a part of many rows, and computes them all', () => {
    const rows = Array.from({ length: 1000 }, (_, at) => `P-${at},${at % 7 ? at * 1000 : 'x'},1000`)
    const { desk, plan, asking } = seated(`payee,sales,target\n${rows.join('\n')}`)
    const { figures } = desk.answer(asking(plan))
    expect([figures.people.length, figures.peopleCount]).toEqual([200, 1000])
    const { wrong, wrongCount } = desk.compare(asking(plan))
    expect([wrong.length, wrongCount]).toEqual([100, 143])
  })
})

describe('html', () => {
  it('takes the body of a page, its headings levels down', () => {
    const page = '<html>\n<main>\n<h1>A</h1>\n<h2>B</h2>\n</main>\n<footer>\n<dl></dl>\n</footer>\n'
    expect(fragmentOf(page, 2)).toBe('<h3>A</h3>\n<h4>B</h4>\n<dl></dl>\n')
  })

  it('ends a long table with how many more rows there are', () => {
    const table = (rows: number) =>
      `<main>\n<tbody>\n${'<tr><td>1</td></tr>\n'.repeat(rows)}</tbody>\n</main>`
    const short = fragmentOf(table(103), 2)
    expect(short.match(/<tr>/g)).toHaveLength(101)
    expect(short).toContain('<tr><td colspan="20">… (+3)</td></tr>\n</tbody>')
    expect(fragmentOf(table(100), 2)).not.toContain('…')
  })

  it('lets pictures follow the switch of the page', () => {
    const style = '@media screen and (prefers-color-scheme:dark){.sr-ink{fill:#fff}}'
    expect(followingSwitch(style)).toBe('.dark{.sr-ink{fill:#fff}}')
  })

  it('folds the table of a figure', () => {
    const figure = '<figure>\n<svg></svg>\n<div class="table"></div></figure>'
    expect(withTableFolded(figure, 'Table')).toBe(
      '<figure>\n<svg></svg>\n<details><summary>Table</summary>\n<div class="table"></div></details>\n</figure>',
    )
  })
})
