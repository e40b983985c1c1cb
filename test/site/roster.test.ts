import { describe, expect, it } from 'vitest'
import { documentOf } from '../../site/playground/documents.js'
import type { ExampleId } from '../../site/playground/examples.js'
import type { Kind } from '../../site/playground/kinds.js'
import { readRoster } from '../../site/playground/roster.js'
import { readTable } from '../../site/playground/table.js'

function rosterOf(text: string, kind: Kind, id: ExampleId) {
  const read = readTable(text)
  if (!read.ok) throw new Error(read.problem.kind)
  return readRoster(read.table, kind, documentOf(id))
}

const ofCommission = (text: string) => rosterOf(text, 'commission', 'handbook-commission')

describe('readRoster', () => {
  it('reads the same of heads in English, in Chinese and in Traditional Chinese', () => {
    const expected = [
      {
        id: 'Ann',
        group: 'east',
        input: { payee: 'Ann', period: '2026-03', sales: '1500000', target: '1200000' },
        lines: [2],
      },
    ]
    expect(
      ofCommission('Payee,Team,Month,Sales,Quota\nAnn,east,2026/3,"1,500,000","1,200,000"').people,
    ).toEqual(expected)
    expect(
      ofCommission('姓名;团队;月份;销售额(元);目标\nAnn;east;2026年3月;150万;120万').people,
    ).toEqual(expected)
    expect(
      ofCommission('姓名\t團隊\t月份\t業績\t目標\nAnn\teast\t2026-03\t1500000\t1200000').people,
    ).toEqual(expected)
  })

  it('puts the order lines of a payee together, and knows the line of each', () => {
    const text =
      '业务员,订单号,金额,首单,目标\nAnn,A,600000,是,900000\nBen,B,100,否,50\nAnn,C,400000,否,\n'
    expect(ofCommission(text).people).toEqual([
      {
        id: 'Ann',
        input: {
          payee: 'Ann',
          target: '900000',
          lines: [
            { id: '2', amount: '600000', order: 'A', firstOrder: true },
            { id: '4', amount: '400000', order: 'C', firstOrder: false },
          ],
        },
        lines: [2, 4],
      },
      {
        id: 'Ben',
        input: {
          payee: 'Ben',
          target: '50',
          lines: [{ id: '3', amount: '100', order: 'B', firstOrder: false }],
        },
        lines: [3],
      },
    ])
  })

  it('reads the parts of results, and the value of a result that has none', () => {
    const text =
      '员工,销售额实际,销售额目标,新客户 实际,新客户 目标,满意度得分,满意度来源,回款率\nAnn,150万,120万,8,10,90,survey,95%'
    const { people, unused } = rosterOf(text, 'appraisal', 'handbook-appraisal')
    expect(unused).toEqual([])
    expect(people[0]?.input).toEqual({
      employee: 'Ann',
      results: {
        sales: { actual: '1500000', target: '1200000' },
        newCustomers: { actual: '8', target: '10' },
        satisfaction: { points: '90', source: 'survey' },
        collectionRate: { value: '0.95' },
      },
    })
  })

  it('reads the facts of leads: money, words, yes and no', () => {
    const text = '线索,预算(元),authority,urgency,reachable,备注\nL-1,30万,decision-maker,80,否,x'
    const { people, unused } = rosterOf(text, 'leads', 'handbook-leads')
    expect(people[0]).toEqual({
      id: 'L-1',
      input: {
        budget: { amount: '300000' },
        authority: 'decision-maker',
        urgency: '80',
        reachable: false,
      },
      lines: [2],
    })
    expect(unused).toEqual(['备注'])
  })

  it('calls a row by its line where nobody is named', () => {
    expect(ofCommission('sales,target\n1,2\n3,4').people.map(({ id }) => id)).toEqual(['#2', '#3'])
  })

  it('names every row that it leaves out or reads in part', () => {
    expect(ofCommission('who,sales,target\nAnn,1,2\nBen,1,2\nAnn,3,4').problems).toEqual([
      { kind: 'who-twice', line: 4, who: 'Ann', first: 2 },
    ])
    expect(ofCommission('who,order,amount,target\nAnn,A,1,2\nAnn,B,1,3').problems).toEqual([
      { kind: 'differs', line: 3, who: 'Ann', head: 'target' },
    ])
    expect(ofCommission('who,sales,revenue,target\nAnn,1,2,3').problems).toEqual([
      { kind: 'column-twice', line: 1, head: 'revenue' },
    ])
    expect(ofCommission('who,sales,target\nAnn,"1.234,5",2\nBen,"1,234.5",2').problems).toEqual([
      { kind: 'mixed-numbers', line: 1 },
    ])
    expect(ofCommission('a,b\n1,2')).toMatchObject({
      people: [],
      problems: [{ kind: 'no-columns', line: 1 }],
      unused: ['a', 'b'],
    })
  })

  it('leaves a row of somebody out who is there already', () => {
    const { people } = ofCommission('who,sales,target\nAnn,1,2\nBen,1,2\nAnn,3,4')
    expect(people.map(({ id, lines }) => [id, lines])).toEqual([
      ['Ann', [2]],
      ['Ben', [3]],
    ])
  })

  it('takes the longest name that a head begins with', () => {
    const read = readTable('who,salesPoints,sales points\nAnn,1,2')
    const indicators = ['sales', 'salesPoints'].map((id) => ({ id, weight: 50 }))
    const roster = read.ok ? readRoster(read.table, 'appraisal', { indicators }) : null
    expect(roster?.people[0]?.input).toEqual({
      employee: 'Ann',
      results: { salesPoints: { value: '1' } },
    })
    expect(roster?.problems).toEqual([{ kind: 'column-twice', line: 1, head: 'sales points' }])
  })

  it('is not misled by heads that every object has', () => {
    const { unused } = ofCommission('__proto__,constructor,sales,target\n1,2,3,4')
    expect(unused).toEqual(['__proto__', 'constructor'])
  })
})
