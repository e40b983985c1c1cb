import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { CommissionStatement } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { closeQuarter } from '../../examples/close-the-quarter/close/quarter.js'
import { drawCollections } from '../../examples/close-the-quarter/generator/collections.js'
import { toCsv as tableToCsv } from '../../examples/close-the-quarter/generator/csv.js'
import { drawCustomers } from '../../examples/close-the-quarter/generator/customers.js'
import { spoil } from '../../examples/close-the-quarter/generator/dirt.js'
import { drawFollowups } from '../../examples/close-the-quarter/generator/followups.js'
import { drawGrades } from '../../examples/close-the-quarter/generator/grades.js'
import { drawLeads } from '../../examples/close-the-quarter/generator/leads.js'
import { drawOrders, ordersTable } from '../../examples/close-the-quarter/generator/orders.js'
import { promotionsTable } from '../../examples/close-the-quarter/generator/promotions.js'
import { drawReps, repsTable } from '../../examples/close-the-quarter/generator/reps.js'
import { drawSurveys } from '../../examples/close-the-quarter/generator/surveys.js'
import { drawTargets } from '../../examples/close-the-quarter/generator/targets.js'
import { readCompany, tablesOf } from '../../examples/close-the-quarter/read/company.js'
import { reconcile } from '../../examples/close-the-quarter/reconcile.js'
import { widthOf } from '../../examples/close-the-quarter/report/layout.js'
import { reportOn } from '../../examples/close-the-quarter/report/report.js'
import { toCsv } from '../../examples/close-the-quarter/write/csv.js'
import { filesOf } from '../../examples/close-the-quarter/write/files.js'
import { golden } from './golden.js'
import { runExample } from './runExample.js'

const DATA = resolve('examples/data')
const company = readCompany(pathToFileURL(`${DATA}/`))
const close = closeQuarter(company)
const page = reportOn(company, close)

/** What was planted, by hand: file, line (the header is 1), code, and a part of the reason. */
const planted = [
  ['targets.csv', 101, 'NUMBER_OUT_OF_RANGE', 'salesTarget: got "-590000"'],
  ['orders.csv', 624, 'DATE_INVALID', 'date: got "2026-02-30"'],
  [
    'orders.csv',
    4101,
    'ID_DUPLICATE',
    'is on line 4100 already, which counts; this is an exact copy',
  ],
  [
    'orders.csv',
    4513,
    'ID_DUPLICATE',
    'is on line 4512 already, which counts; here amount is 28663.89, there 82663.89',
  ],
  ['orders.csv', 4762, 'VALUE_INVALID', 'rep: got "R77"'],
  ['orders.csv', 4814, 'DATE_INVALID', 'date: got "2026-11-31"'],
  ['orders.csv', 4906, 'NUMBER_INVALID', 'amount: got "12,000"'],
  ['orders.csv', 5105, 'VALUE_INVALID', 'amount: got "20529.075", expected at most 2 decimals'],
  ['orders.csv', 5207, 'NUMBER_INVALID', 'amount: got "１２３４"'],
  ['orders.csv', 5408, 'VALUE_INVALID', 'amount: got a blank cell'],
  ['orders.csv', 5456, 'VALUE_INVALID', 'got 4 fields, expected 8'],
  ['collections.csv', 875, 'VALUE_INVALID', 'orders.csv:624 was rejected'],
  ['collections.csv', 5201, 'VALUE_INVALID', 'order: got O8888, expected an order of orders.csv'],
  ['collections.csv', 5383, 'VALUE_INVALID', 'orders.csv:4814 was rejected'],
  [
    'collections.csv',
    5400,
    'VALUE_INVALID',
    'got 39752.13, expected at most the 0.00 still open on O4931',
  ],
  ['collections.csv', 5490, 'VALUE_INVALID', 'orders.csv:5105 was rejected'],
  ['collections.csv', 5543, 'VALUE_INVALID', 'orders.csv:4814 was rejected'],
  ['collections.csv', 5691, 'VALUE_INVALID', 'orders.csv:4762 was rejected'],
  ['collections.csv', 5772, 'VALUE_INVALID', 'orders.csv:5408 was rejected'],
  ['collections.csv', 5779, 'VALUE_INVALID', 'orders.csv:5456 was rejected'],
  ['collections.csv', 5875, 'VALUE_INVALID', 'orders.csv:5408 was rejected'],
  ['surveys.csv', 127, 'NUMBER_OUT_OF_RANGE', 'points: got "105"'],
  ['surveys.csv', 134, 'SOURCE_REFUSED', 'source: got "self"'],
  ['leads.csv', 121, 'VALUE_INVALID', 'authority: got "gatekeeper"'],
  ['leads.csv', 202, 'ID_DUPLICATE', 'is on line 201 already'],
  ['customers.csv', 200, 'NUMBER_INVALID', 'satisfaction: got "n/a"'],
] as const

describe('what is rejected', () => {
  const rejected = tablesOf(company).flatMap((table) => table.rejected)

  it('is what was planted, at its line, and nothing else', () => {
    expect(rejected.map(({ file, row }) => [file, row.line])).toEqual(
      planted.map(([file, line]) => [file, line]),
    )
  })

  it.each(planted)('%s:%i is refused with %s', (file, line, code, reason) => {
    const found = rejected.find((one) => one.file === file && one.row.line === line)
    expect(found?.issues.map((issue) => issue.code)).toEqual([code])
    expect(found?.issues[0]?.message).toContain(reason)
  })

  it('keeps what only looks odd', () => {
    const orders = company.orders.accepted.map(({ value }) => value.order)
    expect(orders).toEqual(expect.arrayContaining(['O9001', 'O4099', 'O4510']))
    expect(close.refunds).toEqual([
      { rep: 'R36', month: '2026-11', sales: '54353.35', refunds: '74894.94' },
    ])
    const twin = close.leads.find(({ lead }) => lead.lead === 'L301')
    expect(twin?.score.disqualified?.reasons).toEqual(['duplicate'])
    expect(close.leads.find(({ lead }) => lead.lead === 'L300')?.score.disqualified).toBeNull()
  })

  it('adds up with what is accepted to the rows of each file', () => {
    for (const { file, counted, accepted, rejected } of tablesOf(company)) {
      const rows = text(file).trimEnd().split('\n').length - 1
      expect([file, accepted.length + rejected.length]).toEqual([file, rows])
      expect(counted).toBe(rows)
    }
  })

  it('is never a crash: rows of any shape are accepted or rejected', () => {
    const folder = mkdtempSync(join(tmpdir(), 'quarter-'))
    cpSync(DATA, folder, { recursive: true })
    const odd = [
      '',
      'O9',
      ',,,,,,,',
      'a,b,c,d,e,f,g,h,i',
      '__proto__,R01,C001,2026-10-09,x,1,sale,',
      'O8,R01,C001,2026-10-09,12" pipe,1e400,sale,',
    ]
    writeFileSync(join(folder, 'orders.csv'), `${text('orders.csv')}${odd.join('\r\n')}\r\n`)
    const { orders } = readCompany(pathToFileURL(`${folder}/`))
    rmSync(folder, { recursive: true })
    expect(orders.counted).toBe(5560 + odd.length)
    expect(orders.accepted.length + orders.rejected.length).toBe(orders.counted)
    expect(orders.accepted.at(-1)?.value.order).toBe('__proto__')
    expect(orders.rejected.slice(-5).map(({ row }) => row.line)).toEqual([
      5562, 5563, 5564, 5565, 5567,
    ])
  })
})

/** A copy of the files in which some are other than they were, closed from the first line to the last check. */
function closeWith(changes: Readonly<Record<string, (text: string) => string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'quarter-'))
  cpSync(DATA, folder, { recursive: true })
  for (const [file, change] of Object.entries(changes))
    writeFileSync(join(folder, file), change(text(file)))
  const company = readCompany(pathToFileURL(`${folder}/`))
  rmSync(folder, { recursive: true })
  const close = closeQuarter(company)
  const checks = reconcile(company, close, reportOn(company, close))
  return { company, failing: checks.filter(({ holds }) => !holds) }
}

describe('a row that is broken', () => {
  const unclosed = 'O9999,R01,C001,2026-10-09,"tail,5.00,sale,'
  const huge = `O9999,R01,C001,2026-10-09,x,${'9'.repeat(34)},sale,`
  const at = (line: number, row: string) => (text: string) => {
    const lines = text.split('\n')
    return [...lines.slice(0, line - 1), row, ...lines.slice(line - 1)].join('\n')
  }
  const openQuote = 'got a quote that is not closed, expected quotes around the whole cell.'

  it.each([
    ['a quote that is never closed, at the end', 5562, unclosed, openQuote],
    ['a quote that is never closed, above rows with quotes', 3000, unclosed, openQuote],
    ['text behind a closing quote', 3000, unclosed.replace('tail', 'tail" end'), openQuote],
    ['an amount of 34 digits', 5562, huge, 'at most 12 digits before the point'],
  ])('is rejected alone, and all others count: %s', (_, line, row, reason) => {
    const { company: read, failing } = closeWith({ 'orders.csv': at(line, row) })
    expect(failing).toEqual([])
    expect(read.orders.accepted).toHaveLength(company.orders.accepted.length)
    const found = read.orders.rejected.find((one) => one.row.line === line)
    expect(found?.issues.map(({ message }) => message).join()).toContain(reason)
  })

  it('may have line breaks inside quotes that are closed', () => {
    const { company: read, failing } = closeWith({
      'orders.csv': at(3000, 'O9999,R01,C001,2026-10-09,"two\nlines, ""so""",5.00,sale,'),
    })
    expect(failing).toEqual([])
    const found = read.orders.accepted.find(({ value }) => value.order === 'O9999')
    expect(found?.value.product).toBe('two\nlines, "so"')
  })

  it('is counted where the last line ends in a quote, without a line break', () => {
    const { failing } = closeWith({ 'promotions.csv': (text) => `${text}R13,"` })
    expect(failing).toEqual([])
    const short = closeWith({ 'surveys.csv': () => 'rep\n"R01"' })
    expect(short.company.surveys.counted).toBe(1)
  })

  it('is not a lead that came by again after the quarter', () => {
    const after = (text: string) => text.replace(/\n$/, ';2027-01-03\n')
    const { company: read, failing } = closeWith({ 'leads.csv': after })
    expect(failing).toEqual([])
    expect(read.leads.accepted).toHaveLength(company.leads.accepted.length)
  })

  it('is not in a file that is empty', () => {
    const { company: read, failing } = closeWith({ 'surveys.csv': () => '' })
    expect(failing).toEqual([])
    expect(read.surveys).toEqual({ file: 'surveys.csv', counted: 0, accepted: [], rejected: [] })
  })
})

/** The quarter once more, without the library and without csv-parse. */
function text(file: string): string {
  return readFileSync(join(DATA, file), 'utf8')
}

function rowsOf(file: string): string[][] {
  const [, ...lines] = text(file).trimEnd().split('\n')
  return lines.map((line) =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
      ([, quoted, plain]) => quoted ?? plain ?? '',
    ),
  )
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const exists = (date: string) => Number(date.slice(8)) <= (DAYS[Number(date.slice(5, 7)) - 1] ?? 0)
const toCents = (amount: string) => BigInt(amount.replace('.', ''))

function recountSales(): Map<string, bigint> {
  const sales = new Map(rowsOf('reps.csv').map(([rep = '']) => [rep, 0n]))
  const seen = new Set<string>()
  for (const [order = '', rep = '', , date = '', , amount = ''] of rowsOf('orders.csv')) {
    const before = sales.get(rep)
    if (before === undefined || !/^-?\d+\.\d\d$/.test(amount) || !exists(date)) continue
    if (seen.has(order) || date < '2026-10-01') continue
    seen.add(order)
    sales.set(rep, before + toCents(amount))
  }
  return sales
}

/** Sales that can be read, each id once. */
function acceptedSales() {
  const reps = new Set(rowsOf('reps.csv').map(([rep]) => rep))
  const sales = new Map<string, { rep: string; customer: string; date: string; cents: bigint }>()
  for (const row of rowsOf('orders.csv')) {
    const [order = '', rep = '', customer = '', date = '', , amount = '', kind] = row
    const isReadable = reps.has(rep) && /^-?\d+\.\d\d$/.test(amount) && exists(date)
    if (isReadable && kind === 'sale' && !sales.has(order))
      sales.set(order, { rep, customer, date, cents: toCents(amount) })
  }
  return [...sales.values()]
}

/** 10,000 for each customer whose first order of all is in the quarter and above 1,000,000 (COM-3). */
function recountAwards(): Map<string, bigint> {
  const awards = new Map<string, bigint>()
  const seen = new Set<string>()
  for (const sale of acceptedSales().sort((a, b) =>
    a.date < b.date ? -1 : a.date > b.date ? 1 : 0,
  )) {
    const isFirst = !seen.has(sale.customer)
    seen.add(sale.customer)
    if (isFirst && sale.date >= '2026-10-01' && sale.cents > 100_000_000n)
      awards.set(sale.rep, (awards.get(sale.rep) ?? 0n) + 1_000_000n)
  }
  return awards
}

/** In thousandths: 5 for each run that reached two quarters at A or better; the file has no gaps to break a run. */
function recountUplift(rep: string): bigint {
  const grades = rowsOf('grades.csv').flatMap(([who, , grade = '']) => (who === rep ? [grade] : []))
  return 5n * BigInt(grades.join('').match(/[SA]{2,}/g)?.length ?? 0)
}

function recountCommission(cents: bigint, target: bigint, uplift: bigint): bigint {
  if (cents < target) return 0n
  const tiers = [
    { from: 0n, to: 100_000_000n, rate: 30n },
    { from: 100_000_000n, to: 200_000_000n, rate: 40n },
    { from: 200_000_000n, to: cents > 200_000_000n ? cents : 200_000_000n, rate: 50n },
  ]
  let thousandths = 0n
  for (const { from, to, rate } of tiers) {
    if (cents > from) thousandths += ((cents < to ? cents : to) - from) * (rate + uplift)
  }
  return (thousandths + 500n) / 1000n
}

function asMoney(cents: bigint): string {
  const digits = String(cents).padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}

describe('the commission', () => {
  const targets = new Map(
    rowsOf('targets.csv').flatMap(([rep = '', quarter, target = '']) =>
      quarter === '2026-Q4' && !target.startsWith('-')
        ? [[rep, BigInt(target) * 100n] as const]
        : [],
    ),
  )
  const sales = recountSales()
  const awards = recountAwards()

  it('is what a naive recount makes of the files, for every rep, to the cent', () => {
    const recounted = [...targets].map(([rep, target]) => {
      const cents = sales.get(rep) ?? 0n
      const commission = recountCommission(cents, target, recountUplift(rep))
      return [rep, asMoney(cents), asMoney(commission + (awards.get(rep) ?? 0n))]
    })
    const settled = close.settled.map(({ statement }) => [
      statement.payee,
      statement.sales,
      statement.amount,
    ])
    expect(settled).toEqual(recounted)
    expect(settled).toHaveLength(39)
  })

  it('is not settled for the rep whose target cannot be used, and says why', () => {
    expect(close.unsettled.map(({ rep, sales: { net } }) => [rep.rep, net])).toEqual([
      ['R25', asMoney(sales.get('R25') ?? 0n)],
    ])
    expect(close.unsettled[0]?.reasons[0]).toContain('targets.csv:101')
    expect(close.appraised.map(({ rep }) => rep.rep)).not.toContain('R25')
  })

  it('and the bonus are half a month or a month of base salary', () => {
    const salaries = new Map(rowsOf('reps.csv').map((row) => [row[0], BigInt(row[5] ?? '') * 100n]))
    for (const { rep, grade, follows } of close.appraised) {
      const bonus = follows.flatMap(({ money }) => money ?? [])
      const months = { S: 2n, A: 1n }[grade.grade]
      expect(bonus).toEqual(months ? [asMoney(((salaries.get(rep.rep) ?? 0n) * months) / 2n)] : [])
    }
  })
})

describe('the checks', () => {
  const failing = (...given: Parameters<typeof reconcile>) =>
    reconcile(...given).flatMap(({ rule, holds }) => (holds ? [] : [rule]))

  it('all hold', () => {
    expect(failing(company, close, page)).toEqual([])
    expect(reconcile(company, close, page)).toHaveLength(15)
  })

  it('name what does not: a lost statement, a changed amount, a wrong total, a lost row', () => {
    const [first, ...rest] = close.settled
    if (first === undefined) throw new Error('expected a statement')
    expect(failing(company, { ...close, settled: rest }, page)).toEqual([
      'accepted orders = statements + not settled + other quarters',
      'sum of the statements = total as printed',
      'reps = settled + not settled',
    ])
    const changed = { ...first, statement: { ...first.statement, amount: '54390.42' } }
    expect(failing(company, { ...close, settled: [changed, ...rest] }, page)).toEqual([
      'slices + adjustments = amount',
      'sum of the statements = total as printed',
    ])
    const misprinted = page.map((line) => line.replace('1,426,706.26', '1,426,706.27'))
    expect(failing(company, close, misprinted)).toEqual([
      'sum of the statements = total as printed',
    ])
    const lost = { ...company.leads, accepted: company.leads.accepted.slice(1) }
    expect(failing({ ...company, leads: lost }, close, page)).toEqual([
      'rows in = accepted + rejected',
    ])
  })
})

describe('what is written', () => {
  it('fits a page of 100 columns', () => {
    expect(page.filter((line) => widthOf(line) > 100)).toEqual([])
  })

  it('cuts a share of the target in the same way wherever it is shown', () => {
    const [commission = '', appraisal = ''] = page.filter((line) => line.startsWith('  R05  Chen'))
    expect(commission).toContain(' 78.4% ')
    expect(appraisal).toContain(' 78.4 ')
  })

  it('is nine files with a row for each item', () => {
    const files = filesOf(company, close)
    const rows = Object.entries(files).map(([name, content]) => [
      name,
      content.split('\n').length - 2,
    ])
    expect(Object.fromEntries(rows.slice(1))).toEqual({
      'statements.csv': 40,
      'slices.csv': 46,
      'appraisals.csv': 39 * 4,
      'consequences.csv': 21,
      'leads.csv': 300,
      'watch-list.csv': 245,
      'promotions.csv': 50,
      'rejected.csv': planted.length,
    })
    expect(JSON.parse(files['statements.json'] ?? '')).toHaveLength(39)
  })

  it('runs no formula in a spreadsheet, and leaves numbers alone', () => {
    const cells = ['=1+1', '+cmd', '-x', '@sum', '-12.50', 'a,b', 'say "x"', null, true]
    expect(toCsv(cells, { cell: (cell) => cell })).toBe(
      'cell\n\'=1+1\n\'+cmd\n\'-x\n\'@sum\n-12.50\n"a,b"\n"say ""x"""\n\ntrue\n',
    )
  })
})

describe('the golden files', () => {
  const files = filesOf(company, close)

  it.each(Object.keys(files).filter((name) => name.endsWith('.csv')))(
    'say, byte for byte, what is written as %s',
    async (name) => {
      await expect(files[name]).toMatchFileSnapshot(golden('close-the-quarter', name))
    },
  )

  it('say what is written as statements.json: the digest of all, and in full one above its gate and one below', async () => {
    const written = files['statements.json'] ?? ''
    const all: { statement: CommissionStatement }[] = JSON.parse(written)
    const shown = ['met', 'unmet'].map((outcome) =>
      all.find(({ statement }) => statement.gate?.outcome === outcome),
    )
    const digest = createHash('sha256').update(written).digest('hex')
    await expect(`sha256 ${digest}\n${JSON.stringify(shown, null, 2)}\n`).toMatchFileSnapshot(
      golden('close-the-quarter', 'statements.txt'),
    )
  })
})

describe('the run', () => {
  it('ends well, and prints and writes the same in every time zone', async () => {
    const [first, second] = await Promise.all([
      runExample('close-the-quarter', 'Pacific/Kiritimati'),
      runExample('close-the-quarter', 'America/Los_Angeles'),
    ])
    expect(first.stderr).toBe('')
    expect(first.code).toBe(0)
    expect(first.stdout).toContain('\nChecks: 15 of 15 hold\n')
    expect(first.stdout.startsWith(page.join('\n'))).toBe(true)
    expect(second).toEqual(first)
    await expect(first.stdout).toMatchFileSnapshot(golden('close-the-quarter', 'page.txt'))
    for (const [name, content] of Object.entries(filesOf(company, close)))
      expect(readFileSync(resolve('examples/out', name), 'utf8')).toBe(content)
  })
})

describe('the data', () => {
  it('is what the generator makes', () => {
    const reps = drawReps()
    const orders = drawOrders(reps)
    const tables = [
      repsTable(reps),
      drawTargets(reps),
      ordersTable(orders),
      drawCollections(orders),
      drawSurveys(reps),
      drawGrades(reps),
      drawLeads(),
      drawCustomers(orders),
      drawFollowups(orders),
      promotionsTable(),
    ]
    expect(tables.map(({ file }) => file).sort()).toEqual(readdirSync(DATA).sort())
    for (const table of tables) expect(tableToCsv(spoil(table)) === text(table.file)).toBe(true)
  })
})
