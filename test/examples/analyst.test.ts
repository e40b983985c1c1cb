import { execFile } from 'node:child_process'
import { closeSync, createReadStream, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { handbook } from 'sales-rules'
import { calculateCommissionColumns, commissionColumnsBuilder } from 'sales-rules/batch'
import { afterAll, describe, expect, it } from 'vitest'
import { addCsv } from '../../examples/analyst/addCsv.js'
import { addPart } from '../../examples/analyst/addPart.js'
import { orderLines, writeOrders } from '../../examples/analyst/orders.js'
import { partsOf } from '../../examples/analyst/parts.js'
import { verdict } from '../../examples/analyst/verdict.js'

const folder = mkdtempSync(join(tmpdir(), 'analyst-'))
afterAll(() => rmSync(folder, { recursive: true }))

const LINES = 60_000
const HEADER = 'order,payee,amount\n'
const totals = () => commissionColumnsBuilder(handbook.commission, { keep: 'totals' })

async function streamed(text: Iterable<string>) {
  const builder = totals()
  await addCsv(Readable.from(text), builder)
  return builder.finish()
}

describe('the stream', () => {
  it('adds every line up, and names those that it rejects by line and reason', async () => {
    const csv = 'order,payee,amount\nO-1,Ann,900000\nO-2,Ann,"12,500.00"\nO-3,Ann,600000\nO-4,Ben\n'
    const columns = await streamed([csv])
    const { commission } = calculateCommissionColumns(columns, handbook.commission, { target: 1 })
    expect([columns.payees, [...commission]]).toEqual([['Ann'], [5_000_000]])
    const rejected = columns.issues.map(({ row, issues }) => [row + 2, issues[0]?.message])
    expect(rejected).toEqual([
      [3, 'amount: got "12,500.00", expected a plain decimal. Did you mean "12500.00"?'],
      [5, 'amount: is missing, expected a decimal.'],
    ])
  })

  const WITHIN = 'got a quote within a field, expected quotes around the whole field.'
  const OPEN = 'got a quote that is not closed, expected one at the end of its field.'

  /** What it pays out of a file, and on which lines it rejects what. */
  async function read(text: string) {
    const builder = totals()
    const linesOf = await addCsv(Readable.from([text]), builder)
    const { payees, amounts, rows, issues } = builder.finish()
    const refused = issues.map(({ row, issues: [issue] }) => [
      linesOf(row).first,
      linesOf(row).last,
      issue?.message,
    ])
    return { totals: payees.map((payee, place) => [payee, amounts[place]]), rows, refused }
  }

  it.each([
    {
      name: 'a blank line',
      lines: ['1,Ann,1', '', '3,Ben,x'],
      totals: [['Ann', 100]],
      refused: [
        [3, 3, 'payee: is missing, expected a text of 1 to 200 characters.'],
        [4, 4, 'amount: got "x", expected a plain decimal.'],
      ],
    },
    {
      name: 'a record of several lines',
      lines: ['"1', '2","Ann, ""A""",1', '3,Ben,x', '"4', '', '5",Ben,y', '6,Ben,2'],
      totals: [
        ['Ann, "A"', 100],
        ['Ben', 200],
      ],
      refused: [
        [4, 4, 'amount: got "x", expected a plain decimal.'],
        [5, 7, 'amount: got "y", expected a plain decimal.'],
      ],
    },
    {
      name: 'a stray quote',
      lines: ['1,A"nn,1', '2,"Ann"x,2', '3,Ann,3"', '4,Ann,4', '5,Ben,x'],
      totals: [['Ann', 400]],
      refused: [
        [2, 2, WITHIN],
        [3, 3, WITHIN],
        [4, 4, WITHIN],
        [6, 6, 'amount: got "x", expected a plain decimal.'],
      ],
    },
    {
      name: 'a quote that the next one closes',
      lines: ['1,"Ann,1', '2,Ann,2', '3,"Ann",3', '4,Ann,4'],
      totals: [['Ann', 400]],
      refused: [[2, 4, WITHIN]],
    },
    {
      name: 'a quote that nothing closes',
      lines: ['1,Ann,1', '2,"Ann,2', '3,Ann,3'],
      totals: [['Ann', 100]],
      refused: [[3, 4, OPEN]],
    },
    {
      name: 'a comma within an amount',
      lines: ['1,Ann,1,000', '2,Ann,2'],
      totals: [['Ann', 200]],
      refused: [[2, 2, 'got 4 fields, expected as many as the header has.']],
    },
  ])('goes on after $name, and knows its line', async ({ lines, totals, refused }) => {
    for (const mark of ['', '\uFEFF']) {
      for (const lineBreak of ['\n', '\r\n']) {
        const outcome = await read(mark + [HEADER.trim(), ...lines].join(lineBreak))
        expect(outcome).toMatchObject({ totals, refused })
      }
    }
  })

  it('takes a file with both kinds of line breaks', async () => {
    const both = { totals: [['Ann', 300]], rows: 2, refused: [] }
    expect(await read(`${HEADER}1,Ann,1\r\n2,Ann,2\n`)).toEqual(both)
  })

  it('counts rows and lines from where a builder is', async () => {
    const builder = totals()
    builder.addRow({ payee: 'Ann', amount: '1' })
    const linesOf = await addCsv(Readable.from([`${HEADER}1,Ann,"x\ny"\n2,Ann,z\n`]), builder)
    expect(builder.finish().issues.map(({ row }) => linesOf(row))).toEqual([
      { first: 2, last: 3 },
      { first: 4, last: 4 },
    ])
  })

  it('fails with its file', async () => {
    const missing = createReadStream(join(folder, 'missing.csv'))
    await expect(addCsv(missing, totals())).rejects.toThrow('ENOENT')
  })

  it('meets some dirt in the generated file, always on the same lines', async () => {
    const { rows, issues } = await streamed(orderLines(LINES))
    expect(rows).toBe(LINES)
    expect(issues.length).toBeGreaterThan(0)
    expect((await streamed(orderLines(LINES))).issues).toEqual(issues)
  })
})

describe('parts of a file', () => {
  it('are whole lines, and add up to the totals of the stream', async () => {
    const file = pathToFileURL(join(folder, 'orders.csv'))
    await writeOrders(file, LINES)
    const whole = await streamed(orderLines(LINES))
    for (const count of [1, 2, 7]) {
      const builder = totals()
      for (const { from, to } of partsOf(file, count)) {
        const part = totals()
        addPart(file, from, to, part)
        builder.addColumns(structuredClone(part.finish()))
      }
      const { payees, amounts, rows, issues } = builder.finish()
      expect([payees, amounts, rows]).toEqual([whole.payees, whole.amounts, whole.rows])
      expect(issues.map(({ row }) => row)).toEqual(whole.issues.map(({ row }) => row))
    }
  })
})

describe('a part that is read as bytes', () => {
  function added(text: string, count = 1) {
    const file = pathToFileURL(join(folder, 'part.csv'))
    writeFileSync(file, text)
    const builder = totals()
    for (const { from, to } of partsOf(file, count)) addPart(file, from, to, builder)
    const { payees, amounts, rows, issues } = builder.finish()
    const refused = issues.map(({ row, issues: [issue] }) => [row + 2, issue?.message])
    return { totals: payees.map((payee, place) => [payee, amounts[place]]), rows, refused }
  }

  it('adds the last line with a line break after it and without', () => {
    const both = {
      totals: [
        ['A', 100],
        ['B', 200],
      ],
      rows: 2,
      refused: [],
    }
    expect(added(`${HEADER}O-1,A,1.00\nO-2,B,2.00\n`)).toEqual(both)
    expect(added(`${HEADER}O-1,A,1.00\nO-2,B,2.00`)).toEqual(both)
    expect(added(`${HEADER}O-1,A,1.00\nO-2,B,2.00`.replaceAll('\n', '\r\n'))).toEqual(both)
    expect(added(`${HEADER}O-1,A,1.00\r\nO-2,B,2.00\n`)).toEqual(both)
  })

  it('has no rows where there are none', () => {
    for (const text of ['', 'order,payee,amount', HEADER])
      expect(added(text, 3)).toEqual({ totals: [], rows: 0, refused: [] })
  })

  it('refuses a line that is wrong by its number and reason, and adds those after it', () => {
    const lines = [
      'O-1,A,1.00',
      'O-2,B',
      '',
      'O-4',
      'O-5,B,1,000.00',
      'O-6,"A",1.00',
      '"O,7",A,1.00',
      'O-8,A,"1.00"',
      'O-9,A,',
      'O-10,A,x',
      'O-11,A,2.00',
    ]
    const refused = [
      [3, 'amount: is missing, expected a decimal.'],
      [4, 'payee: is missing, expected a text of 1 to 200 characters.'],
      [5, 'payee: is missing, expected a text of 1 to 200 characters.'],
      [6, 'got 4 fields, expected 3.'],
      [7, 'got a quote, expected fields without quotes.'],
      [8, 'got a quote, expected fields without quotes.'],
      [9, 'got a quote, expected fields without quotes.'],
      [10, 'amount: got "", expected a plain decimal.'],
      [11, 'amount: got "x", expected a plain decimal.'],
    ]
    for (const lineBreak of ['\n', '\r\n']) {
      for (const count of [1, 2, 5, 40]) {
        const outcome = added(`order,payee,amount${lineBreak}${lines.join(lineBreak)}`, count)
        expect(outcome).toEqual({ totals: [['A', 300]], rows: 11, refused })
      }
    }
  })

  it('adds lines that are longer than what is read at once', () => {
    const long = 'O'.repeat(3_000_000)
    const text = `${HEADER}O-1,A,1.00\n${long},A,2.00\n${long}\nO-4,A,4.00\n${long},A,8.00`
    const refused = [[4, 'payee: is missing, expected a text of 1 to 200 characters.']]
    for (const count of [1, 2, 3])
      expect(added(text, count)).toEqual({ totals: [['A', 1500]], rows: 5, refused })
  })

  it('closes what it opens, and says where a file has become shorter', () => {
    const file = pathToFileURL(join(folder, 'closed.csv'))
    writeFileSync(file, `${HEADER}O-1,A,1.00\n`)
    const before = nextDescriptor(file)
    for (const { from, to } of partsOf(file, 3)) addPart(file, from, to, totals())
    expect(() => addPart(file, 19, 99, totals())).toThrow('The file ends at byte 30, before 99')
    expect(nextDescriptor(file)).toBe(before)
  })
})

/** The system gives out the lowest number that is free. */
function nextDescriptor(file: URL): number {
  const descriptor = openSync(file, 'r')
  closeSync(descriptor)
  return descriptor
}

/** Runs an example in a process of its own, as a reader would; what it prints, line by line. */
async function printed(script: string, ...lines: number[]) {
  const path = resolve('examples/analyst', script)
  const given = ['--import', 'tsx', path, ...lines.map(String)]
  const { stdout } = await promisify(execFile)(process.execPath, given)
  return stdout.trimEnd().split('\n')
}

describe('what the examples print', () => {
  it('is how many lines were added and rejected, who is paid by a target that fits them, and the memory', async () => {
    const [read, first, second, payees, commission, peak, before, , added] = await printed(
      'stream.ts',
      LINES,
    )
    expect(read).toBe('Read 60000 order lines: added 59998, rejected 2')
    expect(first).toBe(
      '  line 26040: amount: got "￥300", expected a plain decimal. Did you mean "300"?',
    )
    expect(second).toBe('  line 57094: amount: got "1.2.3", expected a plain decimal.')
    const onTarget = Number(/(\d+) of them on their target of 39000$/.exec(payees ?? '')?.[1])
    expect(onTarget).toBeGreaterThan(1000)
    expect(onTarget).toBeLessThan(2000)
    expect(commission).toMatch(/^Commission: [1-9]\d{6}\.\d\d CNY$/)
    const [all, had, more] = [peak, before, added].map((text) =>
      Number(/(\d+) MB/.exec(text ?? '')?.[1]),
    )
    expect(all).toBe((had ?? 0) + (more ?? 0))
  })

  it('is the same pay and the same rejected lines in one thread and in two, and a verdict', async () => {
    const [pay, rejected, first, times, said] = await printed('parallel.ts', LINES)
    expect(pay).toBe('60000 lines: the same commission of each of 2000 payees')
    expect(rejected).toBe('  and the same 2 rejected lines in one thread and in two')
    expect(first).toBe('  the first: line 26040: got a quote, expected fields without quotes.')
    const side = String.raw`\d+ ms \(rounds lie \d+ ms apart\)`
    expect(times).toMatch(new RegExp(`^  one thread ${side}, two threads ${side}$`))
    expect(said).toMatch(/^Two threads (pay from 60000 lines on|did not pay at any size tried): /)
  })

  it('says that a size is none', async () => {
    await expect(printed('stream.ts', 1.5)).rejects.toThrow(
      'Expected a number of lines, such as 200000, but got 1.5',
    )
  })
})

describe('the verdict on two threads', () => {
  const paying = { alone: [90, 100, 110], together: [50, 60, 70] }
  const close = { alone: [70, 100, 110], together: [50, 60, 70] }
  // One round of each side was interrupted.
  const interrupted = { alone: [90, 95, 100, 105, 400], together: [20, 55, 60, 65, 70] }

  it.each([
    [
      [close, interrupted, paying],
      'Two threads pay from 200 lines on: they gain more than the rounds lie apart.',
    ],
    [
      [close, close],
      'Two threads did not pay at any size tried: they gained no more than the rounds lie apart.',
    ],
    [
      [paying, close],
      'Two threads paid at some sizes, but not at the largest: measure again on an idle machine.',
    ],
  ])('names a size only where the gain is larger than the spread', (sides, said) => {
    const timings = sides.map((side, index) => ({ lines: 100 * (index + 1), ...side }))
    expect(verdict(timings)).toBe(said)
  })
})
