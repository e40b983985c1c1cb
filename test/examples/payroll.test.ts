import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { widthOf } from '../../examples/close-the-quarter/report/layout.js'
import { checkBooks } from '../../examples/payroll/checks.js'
import { closeMonth } from '../../examples/payroll/close/month.js'
import { digestOfBooks, digestOfPaid } from '../../examples/payroll/database/digest.js'
import { openBooks } from '../../examples/payroll/database/open.js'
import { rowsOf } from '../../examples/payroll/database/rows.js'
import { filesOf } from '../../examples/payroll/files.js'
import { seedBooks } from '../../examples/payroll/generator/seed.js'
import { payYear } from '../../examples/payroll/payYear.js'
import { months, shownPayee } from '../../examples/payroll/policy.js'
import { reconcile } from '../../examples/payroll/reconcile.js'
import { statementOf } from '../../examples/payroll/report/statement.js'
import { rehearseFailure } from '../../examples/payroll/runs.js'
import { digestOf } from '../../src/index.js'
import { golden } from './golden.js'
import { runExample } from './runExample.js'

/** The year as the example pays it. */
const books = await openBooks()
await seedBooks(books)
const seeded = await digestOfBooks(books)
const { page, year, checks } = await payYear(books)
const files = filesOf(year)
/** Books of which only April is paid, by one of the tests. */
const paidApril = await openBooks()
await seedBooks(paidApril)
afterAll(async () => {
  await books.close()
  await paidApril.close()
})

const section = (number: number) => {
  const start = page.findIndex((line) => line.startsWith(`${number}. `))
  const end = page.findIndex((line) => line.startsWith(`${number + 1}. `))
  return page.slice(start, end === -1 ? undefined : end)
}

describe('the checks', () => {
  it('all hold', () => {
    expect(checks.flatMap(({ rule, holds }) => (holds ? [] : [rule]))).toEqual([])
    expect(checks).toHaveLength(10)
  })

  it('name what is off, and by how much', async () => {
    await expect(
      books.transaction(async (transaction) => {
        await transaction.exec('alter table statements disable trigger all')
        await transaction.query(
          "update statements set paid = paid + 0.01 where payee = 'P05' and month = '2027-03'",
        )
        const found = await checkBooks(transaction, await reconcile(transaction))
        expect(found.filter(({ holds }) => !holds)).toEqual([
          {
            rule: 'rows for payroll = paid, for every month',
            numbers: '116 rows',
            holds: false,
          },
          {
            rule: 'paid + carried over = commission by SQL + by hand, up to every month',
            numbers: '140 statements; not for P05 2027-03 by 0.01',
            holds: false,
          },
        ])
        throw new Error('rolled back')
      }),
    ).rejects.toThrow('rolled back')
  })
})

describe('the books', () => {
  it('hold what the generator drew', async () => {
    expect(
      await rowsOf(
        books,
        `select (select count(*) from order_lines) as orders, (select count(*) from payments) as payments,
           (select sum(amount) from payments) as cash, (select count(*) from payments where amount < 0) as refunds,
           (select count(*) from (select from order_owners group by order_line having count(*) = 3)) as thirds`,
      ),
    ).toEqual([
      { orders: '839', payments: '1160', cash: '19489115.72', refunds: '26', thirds: '35' },
    ])
  })

  it('take and give no float', async () => {
    await expect(rowsOf(books, 'select 0.1::float8 as share')).rejects.toThrow(
      'got 0.1 as a float from the database',
    )
    await expect(rowsOf(books, 'select $1::numeric as amount', [0.1 + 0.2])).rejects.toThrow(
      'got 0.30000000000000004 (number) for a numeric column',
    )
    expect(
      await rowsOf(books, 'select $1::numeric(20, 2) as amount', ['123456789012345678.10']),
    ).toEqual([{ amount: '123456789012345678.10' }])
  })

  it('let nobody edit what was paid', async () => {
    const before = await digestOfBooks(books)
    const refused = [
      "update statements set paid = 0 where payee = 'P05'",
      "update order_commissions set amount = 1 where payee = 'P05'",
      "delete from payroll_rows where payee = 'P05'",
      "delete from adjustments where payee = 'P05'",
      "delete from runs where month = '2027-03'",
    ]
    for (const statement of refused)
      await expect(books.query(statement)).rejects.toThrow('never edited')
    expect(await digestOfBooks(books)).toBe(before)
  })

  it('let nobody touch the facts of a month that was paid, or of one before it', async () => {
    const before = await digestOfBooks(books)
    const refused = [
      ["update targets set amount = 1 where month = '2026-06'", '2026-06 was paid: its targets'],
      [
        "insert into payments values ('M9', 'O0001', '2026-07-30', '10.00', null)",
        '2026-07 was paid: its payments are closed',
      ],
      [
        "insert into payments values ('M9', 'O0001', '2026-03-30', '10.00', null)",
        '2026-03 was paid: its payments are closed',
      ],
      ["update payments set booked_on = '2027-04-05' where id = 'M0001'", 'was paid: its payments'],
      ["update order_lines set amount = 1 where id = 'O0160'", '2026-06 was paid: its order lines'],
      [
        "update order_owners set payee = 'P06' where order_line = 'O0160'",
        '2026-06 was paid: its order owners',
      ],
      ["delete from order_owners where order_line = 'O0160'", '2026-06 was paid: its order owners'],
      [
        "update payees set joined_on = '2027-04-01' where id = 'P12'",
        '2026-08 was paid: its payees',
      ],
      ["delete from absences where payee = 'P07'", '2027-01 was paid: its absences'],
      [
        "update plan_versions set plan = plan where version = '2026-07'",
        '2026-07 was paid: its plan versions',
      ],
      [
        "insert into plan_versions values ('our-commission', '2', '2027-03-01', 'restart', '{}')",
        '2027-03 was paid: its plan versions',
      ],
      [
        "update amounts_by_hand set amount = 900 where id = 'H001'",
        '2026-11 was paid: its amounts by hand',
      ],
    ] as const
    for (const [statement, reason] of refused)
      await expect(books.query(statement)).rejects.toThrow(reason)
    expect(await digestOfBooks(books)).toBe(before)
  })

  it('take the facts of a month that is open', async () => {
    await expect(
      books.transaction(async (transaction) => {
        await transaction.exec(`
          insert into payees values ('P13', 'He Ping', '2027-04-05');
          insert into targets values ('P13', '2027-04', 50000);
          insert into plan_versions values ('our-commission', '2027-04', '2027-04-01', 'continue', '{}');
          insert into order_lines values ('O9', 'C001', 'Valves', '2027-04-06', 100);
          insert into order_owners values ('O9', 1, 'P13');
          update order_owners set payee = 'P01' where order_line = 'O9';
          insert into payments values ('M9', 'O0001', '2027-04-30', 10.00, null)`)
        throw new Error('rolled back')
      }),
    ).rejects.toThrow('rolled back')
  })
})

describe('a run', () => {
  it('that is run again changes nothing', async () => {
    const before = await digestOfBooks(books)
    for (const month of months) expect(await closeMonth(books, month)).toBe(false)
    expect(await digestOfBooks(books)).toBe(before)
  })

  it('waits for the month before it', async () => {
    const before = await digestOfBooks(books)
    const may = closeMonth(books, '2027-05')
    await expect(may).rejects.toThrow('2027-04 is to be closed before 2027-05')
    expect(await digestOfBooks(books)).toBe(before)
  })
})

describe('a late refund', () => {
  it('of 148,000 from June is taken back in December, in the months that it changes', async () => {
    // 148,000 × 3% in June, and 0.2% more from July on. Up to October 1,096,510.14 had been collected, of which 96,510.14 no longer reach
    // the second tier, 0.8% more; up to November that goes for all of the 148,000. Together 148,000 × 4%; each year to date is
    // rounded: 35,860.41 less 30,352.32 in October.
    expect(
      await rowsOf(
        books,
        "select month, amount, to_date from adjustments where payee = 'P05' and paid_in = '2026-12' order by month",
      ),
    ).toEqual([
      { month: '2026-06', amount: '-4440.00', to_date: '-4440.00' },
      { month: '2026-07', amount: '-296.00', to_date: '-4736.00' },
      { month: '2026-08', amount: '0.00', to_date: '-4736.00' },
      { month: '2026-09', amount: '0.00', to_date: '-4736.00' },
      { month: '2026-10', amount: '-772.09', to_date: '-5508.09' },
      { month: '2026-11', amount: '-411.91', to_date: '-5920.00' },
    ])
  })

  it('lowers what December pays, which is what the year to date falls by', async () => {
    expect(
      await rowsOf(
        books,
        "select earned, corrected, paid, carried from statements where payee = 'P05' and month = '2026-12'",
      ),
    ).toEqual([{ earned: '10458.96', corrected: '-5920.00', paid: '4538.96', carried: '0.00' }])
  })

  it('is corrected once: the refund of October has a correction of its own, and there is no other', async () => {
    expect(
      await rowsOf(
        books,
        "select month, paid_in, to_date from adjustments where payee = 'P05' and paid_in <> '2026-12'",
      ),
    ).toEqual([{ month: '2026-09', paid_in: '2026-10', to_date: '-606.10' }])
  })
})

describe('a year from April to March', () => {
  it('goes on over New Year: January has its place in the tiers', async () => {
    expect(
      await rowsOf(
        books,
        `select month, statement ->> 'sales' as to_date, year_to_date from statements
         where payee = 'P05' and month in ('2026-12', '2027-01') order by month`,
      ),
    ).toEqual([
      { month: '2026-12', to_date: '1330756.79', year_to_date: '45230.27' },
      { month: '2027-01', to_date: '1503192.39', year_to_date: '52127.70' },
    ])
  })
})

describe('a plan version that comes in July', () => {
  it('holds for all of the year: July makes good what the months before would have earned', async () => {
    // 98,009.44 × 3.2% = 3,136.30 of July, and 430,862.60 × 0.2% = 861.73 of the months before.
    expect(
      await rowsOf(
        books,
        `select month, collected, earned, statement -> 'policy' ->> 'version' as version from statements
         where payee = 'P05' and month in ('2026-06', '2026-07') order by month`,
      ),
    ).toEqual([
      { month: '2026-06', collected: '224294.74', earned: '6728.84', version: '2026-04' },
      { month: '2026-07', collected: '98009.44', earned: '3998.03', version: '2026-07' },
    ])
  })

  it('leaves the months before as they were paid', async () => {
    expect(
      await rowsOf(
        books,
        "select distinct statement -> 'policy' ->> 'version' as version from statements where month <= '2026-06'",
      ),
    ).toEqual([{ version: '2026-04' }])
  })
})

describe('somebody who is away', () => {
  it('for a month has no target, is paid nothing for it, and goes on in the next', async () => {
    const rows = await rowsOf(
      books,
      `select month, collected, paid, (select amount from targets where targets.payee = 'P04' and targets.month = statements.month) as target
       from statements where payee = 'P04' and month in ('2026-09', '2026-10') order by month`,
    )
    expect(rows).toEqual([
      { month: '2026-09', collected: '0.00', paid: '0.00', target: null },
      {
        month: '2026-10',
        collected: expect.not.stringMatching(/^0/),
        paid: expect.not.stringMatching(/^0/),
        target: '160000.00',
      },
    ])
  })

  it('is credited with nothing that comes in: whoever stands in is', async () => {
    expect(
      await rowsOf(
        books,
        `select count(*) as own, (select count(*) from order_commissions where payee = 'P09' and month = '2027-01' and order_line in
           (select order_line from order_owners where payee = 'P07')) as stand_in
         from order_commissions where payee = 'P07' and month > '2026-12'`,
      ),
    ).toEqual([{ own: '0', stand_in: expect.not.stringMatching(/^0$/) }])
  })

  it('for good is settled with the last month: nothing is carried on', async () => {
    expect(
      await rowsOf(
        books,
        "select month, paid, carried, closing -> 'year' -> 'periods' -> 8 ->> 'isFinal' as final from statements where payee = 'P07' and month >= '2026-12' order by month",
      ),
    ).toMatchObject([
      { month: '2026-12', carried: '0.00', final: 'true' },
      { month: '2027-01', paid: '0.00', carried: '0.00' },
      { month: '2027-02', paid: '0.00', carried: '0.00' },
      { month: '2027-03', paid: '0.00', carried: '0.00' },
    ])
  })
})

describe('the commission of an order', () => {
  it('is kept for each month: earned in June, and given back in December', async () => {
    // 148,000 × 3%, and 0.2% more by the plan of July; the refund lowers what lies in the second tier by then: 148,000 × 4%.
    expect(
      await rowsOf(
        books,
        "select month, amount from order_commissions where payee = 'P05' and order_line = 'O0160' order by month",
      ),
    ).toEqual([
      { month: '2026-06', amount: '4440.00' },
      { month: '2026-07', amount: '296.00' },
      { month: '2026-12', amount: '-5920.00' },
    ])
  })
})

describe('what was decided by hand', () => {
  it('is on the statement, with who, when, why and for which month', () => {
    expect(section(1).join('\n')).toContain(
      'H001  2026-10  2026-11  800.00  Gao Yun  2026-11-12  looked after C044 for a colleague',
    )
  })

  it('is paid, and goes to payroll under a code of its own', async () => {
    expect(
      await rowsOf(
        books,
        "select by_hand, paid - earned as paid_besides from statements where payee = 'P05' and month = '2026-11'",
      ),
    ).toEqual([{ by_hand: '800.00', paid_besides: '800.00' }])
    expect(files['payroll.csv']).toContain('2026-11,P05,adjustment,800.00,CNY\n')
  })
})

describe('the page', () => {
  it('fits 100 columns', () => {
    expect(page.filter((line) => widthOf(line) > 100)).toEqual([])
  })

  it('hands a payee a statement that adds up by hand', () => {
    const text = section(1).join('\n')
    expect(text).toContain(`${shownPayee} Chen Jing`)
    expect(text).toContain('Paid    CNY 10,530.38 for 2027-03; 65,450.61 in the year')
    expect(text).toContain('first tier           0  1,000,000  3.2%  1,000,000.00   32,000.00')
    expect(text).toContain('second tier  1,000,000  2,000,000  4.0%    816,265.25   32,650.61')
  })

  it('shows every payee in every month that was paid', () => {
    const rows = section(2).filter((line) => /^ {2}P\d\d /.test(line))
    const paid = rows.flatMap((row) => row.match(/[\d,]+\.\d\d/g) ?? [])
    // One is on leave, one has left, and one ends the year below the gate: each has a note.
    expect(rows).toHaveLength(2 * 12 + 3)
    expect(paid.length).toBeGreaterThanOrEqual(11 * 12 + 8)
  })

  it('lists each adjustment that is not nothing', async () => {
    const [listed] = await rowsOf<{ count: string }>(
      books,
      'select count(*) from adjustments where amount <> 0',
    )
    expect(section(3).filter((line) => /^ {2}202\d-/.test(line))).toHaveLength(
      Number(listed?.count),
    )
  })
})

describe('a run that fails half way', () => {
  it('leaves nothing behind, and the month can be run once the reason is gone', async () => {
    const other = paidApril
    expect(await digestOfBooks(other)).toBe(seeded)
    const rehearsal = await rehearseFailure(other, '2026-04', 'P11')
    expect(rehearsal.failure).toBe('P11 has no target for 2026-04')
    expect(rehearsal.after).toBe(rehearsal.before)
    expect(await rowsOf(other, 'select from runs')).toEqual([])

    const paid = await digestOfPaid(books, '2026-05')
    // Of two runs at the same time one pays.
    expect(await Promise.all([closeMonth(other, '2026-04'), closeMonth(other, '2026-04')])).toEqual(
      [true, false],
    )
    expect(await digestOfPaid(other, '2026-05')).toBe(paid)
  })
})

describe('facts that were changed past the locks of the database', () => {
  it.each([
    ['targets', 'update targets set amount = amount + 1', 'P01 2026-04 target'],
    [
      'payments',
      "update payments set amount = amount + 1 where booked_on < '2026-05-01'",
      'payments',
    ],
    [
      'order_owners',
      "update order_owners set payee = 'P12' where payee = 'P01' and order_line in (select order_line from payments where booked_on < '2026-05-01')",
      'P01 2026-04 payments, P01 2026-04 orders',
    ],
    ['order_lines', "update order_lines set customer = 'C999'", 'P01 2026-04 orders'],
    ['payees', "update payees set joined_on = '2018-01-01' where id = 'P01'", 'P01 2026-04 payee'],
    [
      'plan_versions',
      `update plan_versions set plan = replace(plan::text, '"200"', '"300"')::json`,
      'P01 2026-04 plan',
    ],
    [
      'absences',
      "insert into absences values ('P01', '2026-04-30', '2026-04-30', 'P02')",
      'P01 2026-04 payee',
    ],
    [
      'absences',
      "insert into absences values ('P01', '2026-05-01', null, 'P02')",
      'P01 2026-04 payee',
    ],
    [
      'amounts_by_hand',
      "insert into amounts_by_hand values ('H9', 'P01', '2026-03', '2026-04', 5, 'x', 'x', '2026-04-05')",
      'P01 2026-04 amounts by hand',
    ],
  ])('stop the next run, by name: %s', async (table, change, named) => {
    await paidApril.exec(`begin; alter table ${table} disable trigger all; ${change}`)
    const inTransaction = { transaction: (run: (books: unknown) => unknown) => run(paidApril) }
    const may = closeMonth(inTransaction as typeof paidApril, '2026-05')
    await expect(may).rejects.toThrow('was changed after it was paid: ')
    await expect(may).rejects.toThrow(named)
    await paidApril.exec('rollback')
  })

  it('are none where nothing was changed', async () => {
    expect(await closeMonth(paidApril, '2026-05')).toBe(true)
  })
})

describe('the run', () => {
  it('ends well, and prints the same page in another process and time zone', async () => {
    const { code, stdout, stderr } = await runExample('payroll', 'Pacific/Kiritimati')
    expect(stderr).toBe('')
    expect(code).toBe(0)
    expect(stdout.startsWith(page.join('\n'))).toBe(true)
    expect(stdout).toContain('\nChecks: 10 of 10 hold\n')
    await expect(stdout).toMatchFileSnapshot(golden('payroll', 'page.txt'))
  })

  it('writes the rows for payroll, each month of which adds up to what is paid', async () => {
    expect(files['payroll.csv']?.startsWith('period,payee,earningCode,amount,currency\n')).toBe(
      true,
    )
    await expect(files['payroll.csv']).toMatchFileSnapshot(golden('payroll', 'payroll.csv'))
  })

  it('writes the statements of all payees for all months; kept are the digest of all, one of a month of leave, and one of a leaver', async () => {
    const text = files['statements.txt'] ?? ''
    expect(text.match(/^COMMISSION STATEMENT /gm)).toHaveLength(year.months.length)
    expect(text.split('\n').filter((line) => widthOf(line) > 100)).toEqual([])
    const shown = [
      ...statementOf(year, 'P04', '2026-09'),
      '',
      ...statementOf(year, 'P07', '2026-12'),
    ]
    await expect(
      `${digestOf(text)} statements.txt\n${digestOf(files['orders.csv'])} orders.csv\n\n${shown.join('\n')}\n`,
    ).toMatchFileSnapshot(golden('payroll', 'statements.txt'))
  })
})

describe('the database', () => {
  it('is a matter of the example alone', () => {
    const using = ['src', 'examples'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => join(folder, name))
        .filter((file) => readFileSync(file, 'utf8').includes("from '@electric-sql/pglite'")),
    )
    expect(using.length).toBeGreaterThan(0)
    expect(using.filter((file) => !file.startsWith(join('examples', 'payroll')))).toEqual([])
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
    expect(Object.keys(dependencies)).toEqual(['decimal.js', 'zod'])
  })
})
