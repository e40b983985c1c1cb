import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { widthOf } from '../../examples/close-the-quarter/report/layout.js'
import { checkBooks } from '../../examples/payroll/checks.js'
import { closeMonth } from '../../examples/payroll/close/month.js'
import { digestOf, digestOfPaid } from '../../examples/payroll/database/digest.js'
import { openBooks } from '../../examples/payroll/database/open.js'
import { rowsOf } from '../../examples/payroll/database/rows.js'
import { seedBooks } from '../../examples/payroll/generator/seed.js'
import { payYear } from '../../examples/payroll/payYear.js'
import { months, shownPayee } from '../../examples/payroll/policy.js'
import { reconcile } from '../../examples/payroll/reconcile.js'
import { rehearseFailure } from '../../examples/payroll/runs.js'
import { golden } from './golden.js'
import { runExample } from './runExample.js'

/** The year as the example pays it. */
const books = await openBooks()
await seedBooks(books)
const seeded = await digestOf(books)
const { page, checks } = await payYear(books)
afterAll(() => books.close())

const section = (number: number) => {
  const start = page.findIndex((line) => line.startsWith(`${number}. `))
  const end = page.findIndex((line) => line.startsWith(`${number + 1}. `))
  return page.slice(start, end === -1 ? undefined : end)
}

describe('the checks', () => {
  it('all hold', () => {
    expect(checks.flatMap(({ rule, holds }) => (holds ? [] : [rule]))).toEqual([])
    expect(checks).toHaveLength(8)
  })

  it('name what is off, and by how much', async () => {
    await expect(
      books.transaction(async (transaction) => {
        await transaction.exec('alter table statements disable trigger all')
        await transaction.query(
          "update statements set paid = paid + 0.01 where payee = 'P05' and month = '2026-12'",
        )
        const found = await checkBooks(transaction, await reconcile(transaction))
        expect(found.filter(({ holds }) => !holds)).toEqual([
          {
            rule: 'paid + carried over = commission by SQL, up to every month',
            numbers: '140 statements; not for P05 2026-12 by 0.01',
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
      { orders: '866', payments: '1201', cash: '20137744.88', refunds: '26', thirds: '36' },
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

  it('let nobody edit what was paid, nor the facts of a month that was paid', async () => {
    const before = await digestOf(books)
    const refused = [
      ["update statements set paid = 0 where payee = 'P05'", 'never edited'],
      ["delete from adjustments where payee = 'P05'", 'never edited'],
      ["delete from runs where month = '2026-12'", 'never edited'],
      ["update targets set amount = 1 where month = '2026-03'", '2026-03 was paid: its targets'],
      [
        "insert into payments values ('M9', 'O0001', '2026-04-30', '10.00', null)",
        '2026-04 was paid: its payments are closed',
      ],
      ["update payments set booked_on = '2027-01-04' where id = 'M0001'", 'was paid: its payments'],
    ] as const
    for (const [statement, reason] of refused)
      await expect(books.query(statement)).rejects.toThrow(reason)
    expect(await digestOf(books)).toBe(before)
  })
})

describe('a run', () => {
  it('that is run again changes nothing', async () => {
    const before = await digestOf(books)
    for (const month of months) expect(await closeMonth(books, month)).toBe(false)
    expect(await digestOf(books)).toBe(before)
  })

  it('waits for the month before it', async () => {
    const before = await digestOf(books)
    const february = closeMonth(books, '2027-02')
    await expect(february).rejects.toThrow('2027-01 is to be closed before 2027-02')
    expect(await digestOf(books)).toBe(before)
  })
})

describe('a late refund', () => {
  it('of 148,000 from March is taken back in September, in the months that it changes', async () => {
    // 148,000 × 3% in March. Up to July 1,035,117.19 had been collected, of which 35,117.19 no longer reach the fourth percent; up to
    // August that goes for all of the 148,000. Together 148,000 × 4%.
    expect(
      await rowsOf(
        books,
        "select month, amount, to_date from adjustments where payee = 'P05' and paid_in = '2026-09' order by month",
      ),
    ).toEqual([
      { month: '2026-03', amount: '-4440.00', to_date: '-4440.00' },
      { month: '2026-04', amount: '0.00', to_date: '-4440.00' },
      { month: '2026-05', amount: '0.00', to_date: '-4440.00' },
      { month: '2026-06', amount: '0.00', to_date: '-4440.00' },
      { month: '2026-07', amount: '-351.17', to_date: '-4791.17' },
      { month: '2026-08', amount: '-1128.83', to_date: '-5920.00' },
    ])
  })

  it('is more than September earned: nothing is paid, and the rest is carried over', async () => {
    expect(
      await rowsOf(
        books,
        "select month, earned, corrected, paid, carried from statements where payee = 'P05' and month between '2026-09' and '2026-10' order by month",
      ),
    ).toEqual([
      {
        month: '2026-09',
        earned: '3645.94',
        corrected: '-5920.00',
        paid: '0.00',
        carried: '-2274.06',
      },
      {
        month: '2026-10',
        earned: '7121.34',
        corrected: '-169.11',
        paid: '4678.17',
        carried: '0.00',
      },
    ])
  })

  it('is corrected once: the refund of October adds a correction of its own, and no other', async () => {
    expect(
      await rowsOf(
        books,
        "select month, paid_in, to_date from adjustments where payee = 'P05' and paid_in > '2026-09'",
      ),
    ).toEqual([{ month: '2026-09', paid_in: '2026-10', to_date: '-169.11' }])
  })
})

describe('the page', () => {
  it('fits 100 columns', () => {
    expect(page.filter((line) => widthOf(line) > 100)).toEqual([])
  })

  it('hands a payee a statement that adds up by hand', () => {
    const text = section(1).join('\n')
    expect(text).toContain(`${shownPayee} Chen Jing`)
    expect(text).toContain('Paid    CNY 64,885.14')
    expect(text).toContain('first tier           0  1,000,000  3.0%  1,000,000.00   30,000.00')
    expect(text).toContain('second tier  1,000,000  2,000,000  4.0%    872,128.58   34,885.14')
  })

  it('shows every payee in every month that was paid', () => {
    const rows = section(2).filter((line) => /^ {2}P\d\d /.test(line))
    const paid = rows.flatMap((row) => row.match(/[\d,]+\.\d\d/g) ?? [])
    // Two payees end the year below the gate and have a note of their own.
    expect(rows).toHaveLength(2 * 12 + 2)
    expect(paid.length).toBeGreaterThanOrEqual(11 * 12 + 8)
  })

  it('lists each adjustment that is not nothing', async () => {
    const [listed] = await rowsOf<{ count: string }>(
      books,
      'select count(*) from adjustments where amount <> 0',
    )
    expect(section(3).filter((line) => /^ {2}2026-/.test(line))).toHaveLength(Number(listed?.count))
  })
})

describe('a run that fails half way', () => {
  it('leaves nothing behind, and the month can be run once the reason is gone', async () => {
    const other = await openBooks()
    await seedBooks(other)
    expect(await digestOf(other)).toBe(seeded)
    const rehearsal = await rehearseFailure(other, '2026-01', 'P11')
    expect(rehearsal.failure).toBe('P11 has no target for 2026-01')
    expect(rehearsal.after).toBe(rehearsal.before)
    expect(await rowsOf(other, 'select from runs')).toEqual([])

    const paid = await digestOfPaid(books, '2026-02')
    // Of two runs at the same time one pays.
    expect(await Promise.all([closeMonth(other, '2026-01'), closeMonth(other, '2026-01')])).toEqual(
      [true, false],
    )
    expect(await digestOfPaid(other, '2026-02')).toBe(paid)
    await other.close()
  })
})

describe('the run', () => {
  it('ends well, and prints the same page in another process and time zone', async () => {
    const { code, stdout, stderr } = await runExample('payroll', 'Pacific/Kiritimati')
    expect(stderr).toBe('')
    expect(code).toBe(0)
    expect(stdout.startsWith(page.join('\n'))).toBe(true)
    expect(stdout).toContain('\nChecks: 8 of 8 hold\n')
    await expect(stdout).toMatchFileSnapshot(golden('payroll', 'page.txt'))
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
