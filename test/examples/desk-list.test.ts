import { describe, expect, it } from 'vitest'
import { widthOf } from '../../examples/close-the-quarter/report/layout.js'
import { desk, type Task } from '../../examples/desk-list/desk.js'
import { reconcile } from '../../examples/desk-list/reconcile.js'
import { asOf } from '../../examples/desk-list/records.js'
import { reportOn } from '../../examples/desk-list/report.js'
import { golden } from './golden.js'
import { runExample } from './runExample.js'

const outcome = desk()
const page = reportOn(outcome)
const brief = ({ customer, day, item }: Task) => `${day.slice(5)} ${customer} ${item.care}`

describe('the desk list', () => {
  it('reconciles', () => {
    expect(reconcile(outcome).filter(({ holds }) => !holds)).toEqual([])
  })

  it('notices a customer who is lost, a task that is left out or doubled, and a wrong last day', () => {
    const [first, ...others] = outcome.tasks.filter(({ item }) => item.state === 'overdue')
    const [falling] = outcome.falling
    if (first === undefined || falling === undefined) throw new Error('nothing to break')
    const failing = reconcile({
      ...outcome,
      lost: [],
      tasks: [...others, ...others],
      falling: [{ ...falling, fallsOn: asOf }],
    }).filter(({ holds }) => !holds)
    expect(failing.map(({ rule }) => rule)).toEqual([
      'customers down as theirs = theirs + in the pool',
      'all that is overdue is planned for the first day',
      'whoever does all of the list has nothing left at the end of the week',
      'nothing is on the list of a day twice',
      'who falls to the pool is theirs on the last day and not on the next',
      'the order of customers and calls decides nothing',
    ])
  })

  it('says what was worked out by hand', () => {
    // Of 1,200,000 Anhua and Baoli start below 80%; Chuan starts at 83%.
    expect(outcome.mine.map(({ card, tier }) => [card.customer, tier])).toEqual([
      ...[
        ['Anhua', 'vip'],
        ['Baoli', 'vip'],
        ['Chuan', 'ordinary'],
        ['Dahe', 'ordinary'],
      ],
      ['Emei', 'ordinary'],
    ])
    // 30 days after 9 September, 180 after 14 April; Fuyun was last called on 20 August.
    expect(outcome.falling.map(({ card, fallsOn }) => [card.customer, fallsOn])).toEqual([
      ['Dahe', '2026-10-11'],
      ['Emei', '2026-10-09'],
    ])
    expect(outcome.lost.map(({ card, fallsOn }) => [card.customer, fallsOn])).toEqual([
      ['Fuyun', '2026-09-19'],
    ])
    // Seven days after the third of three calls, on 29 and on 30 September.
    expect(outcome.mine.map(({ plan }) => [plan.state, plan.due])).toEqual([
      ...[
        ['none', null],
        ['overdue', '2026-10-06'],
        ['none', null],
        ['done', '2026-10-07'],
      ],
      ['none', null],
    ])
    // A VIP is called each working day: Thursday, Friday, and the Saturday that makes up for the holiday.
    expect(outcome.tasks.filter(({ item }) => item.care === 'follow-up').map(brief)).toEqual([
      ...['10-08 Anhua follow-up', '10-09 Anhua follow-up', '10-10 Anhua follow-up'],
      ...['10-08 Baoli follow-up', '10-09 Baoli follow-up', '10-10 Baoli follow-up'],
      ...['10-09 Chuan follow-up', '10-08 Emei follow-up'],
    ])
    // Installed with the first order on 10 March 2025, checked on 12 June 2026, and so due on 10 September.
    const baoli = outcome.tasks.find(({ customer }) => customer === 'Baoli')
    expect(baoli?.item).toMatchObject({ care: 'product-check', overdueSince: '2026-09-11' })
    expect(outcome.renewals.map(({ contract, daysLeft }) => [contract, daysLeft])).toEqual([
      ['C-2', -8],
      ['C-1', 53],
    ])
    // Every 28 days, the last on 25 August; late after 42 days, on 6 October.
    expect(outcome.reorders).toMatchObject([{ expected: '2026-09-22', lateFrom: '2026-10-07' }])
    expect(outcome.issues.map(({ of }) => of)).toEqual(['Orders', 'Anhua'])
  })

  it('prints no line that is too long', () => {
    expect(page.filter((line) => widthOf(line) > 100)).toEqual([])
  })

  it('ends well, and prints the same page in another process and time zone', async () => {
    const { code, stdout, stderr } = await runExample('desk-list', 'America/New_York')
    expect(stderr).toBe('')
    expect(code).toBe(0)
    expect(stdout.startsWith(page.join('\n'))).toBe(true)
    expect(stdout).toContain('\nChecks: 6 of 6 hold\n')
    await expect(stdout).toMatchFileSnapshot(golden('desk-list', 'page.txt'))
  })
})
