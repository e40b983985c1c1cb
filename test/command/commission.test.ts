import fc from 'fast-check'
import { calculateCommission, handbook } from 'sales-rules'
import { afterAll, describe, expect, it } from 'vitest'
import { EXIT } from '../../src/command/index.js'
import { ORDERS, shell } from './shell.js'

const sh = shell({ 'orders.csv': ORDERS })
afterAll(sh.remove)

const pay = 'commission handbook orders.csv --target 650000'
const PAID =
  'payee,sales,commission,currency\nAnn,1500000.50,50000.02,CNY\nBen,700000.00,21000.00,CNY\n'

describe('commission', () => {
  it('pays each payee on their lines, and says what all come to', async () => {
    expect(await sh.run(pay)).toEqual({
      code: 0,
      out: PAID,
      err: '3 lines, 2 payees, CNY 71000.02.\n',
    })
  })

  it('pays by totals and by whole statements alike, and as the library does', async () => {
    const { out } = await sh.run(`${pay} --statements`)
    const statements = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object)
    const lines = [
      { id: 'O-1', amount: '900000' },
      { id: 'O-3', amount: '600000.50' },
    ]
    expect(statements[0]).toEqual(
      calculateCommission({ payee: 'Ann', target: '650000', lines }, handbook.commission),
    )
    // A column of first orders makes it look at whole lines.
    sh.write('first.csv', ORDERS.replaceAll('\n', ',\n').replace('amount,', 'amount,firstOrder'))
    expect((await sh.run('commission handbook first.csv --target 650000')).out).toBe(PAID)
  })

  it('pays whatever lines there are as the library does, to the cent, by totals and by whole lines', async () => {
    const line = fc.record({
      payee: fc.constantFrom('Ann', 'Ben', 'Cem'),
      amount: fc.oneof(
        fc.integer({ min: -90_000_000, max: 200_000_000 }).map((cents) => (cents / 100).toFixed(2)),
        fc.constantFrom('0', '1000000', '999999.99', '0.005', '-0.005', '12345678901234.5'),
      ),
    })
    const property = fc.asyncProperty(
      fc.array(line, { minLength: 1, maxLength: 20 }),
      async (lines) => {
        const rows = lines.map(({ payee, amount }, at) => `O-${at},${payee},${amount}\n`)
        sh.write('any.csv', `id,payee,amount\n${rows.join('')}`)
        sh.write('more.csv', `id,payee,amount,refundOf\n${rows.join('').replaceAll('\n', ',\n')}`)
        const named = lines.map((one, at) => ({ ...one, id: `O-${at}` }))
        const expected = [...new Set(lines.map(({ payee }) => payee))].map((payee) => {
          const own = named.filter((one) => one.payee === payee)
          const input = { target: '650000', lines: own.map(({ id, amount }) => ({ id, amount })) }
          const { sales, amount } = calculateCommission(input, handbook.commission)
          return [payee, sales, amount]
        })
        for (const file of ['any.csv', 'more.csv']) {
          const { out } = await sh.run(`commission handbook ${file} --target 650000`)
          const paid = out
            .trim()
            .split('\n')
            .slice(1)
            .map((row) => row.split(',').slice(0, 3))
          expect(paid).toEqual(expected)
        }
      },
    )
    await fc.assert(property, { numRuns: 40 })
  })

  it('pays the award for a first order, which totals do not show', async () => {
    sh.write('award.csv', 'payee,amount,是否首单\nAnn,1200000,是\n')
    const { out } = await sh.run('commission handbook award.csv --target 1')
    expect(out).toContain('Ann,1200000.00,48000.00,CNY')
  })

  it('writes a table on a terminal, CSV elsewhere, or what the name of the file says', async () => {
    const table = `payee       sales  commission  currency\nAnn    1500000.50    50000.02  CNY\nBen     700000.00    21000.00  CNY\n`
    expect((await sh.run(pay, { isTerminal: true })).out).toBe(table)
    expect((await sh.run(`${pay} --format table`)).out).toBe(table)
    await sh.run(`${pay} --output pay.ndjson`)
    expect(sh.read('pay.ndjson').split('\n')[0]).toBe(
      '{"payee":"Ann","sales":"1500000.50","commission":"50000.02","currency":"CNY"}',
    )
    await sh.run(`${pay} -o pay.txt`)
    expect(sh.read('pay.txt')).toBe(table)
    await sh.run(`${pay} -o pay.csv`)
    expect(sh.read('pay.csv')).toBe(PAID)
  })

  it('reads standard input, and lines of JSON', async () => {
    const rows = [
      { id: 'O-1', payee: 'Ann', amount: '900000' },
      { id: 'O-2', payee: 'Ben', amount: 700000 },
      { id: 'O-3', Owner: 'Ann', amount: '600000.50' },
    ]
    const stdin = `${rows.map((row) => JSON.stringify(row)).join('\r\n')}`
    const asJson = await sh.run('commission handbook - --target 650000 --from ndjson', { stdin })
    expect(asJson).toMatchObject({ code: 0, out: PAID })
    const asCsv = await sh.run('commission handbook - --target 650000', { stdin: ORDERS })
    expect(asCsv).toMatchObject({ code: 0, out: PAID })
    const waiting = await sh.run('commission handbook - --target 1', { isTerminal: true })
    expect(waiting).toMatchObject({ code: EXIT.usage })
    expect(waiting.err).toContain('- reads what is piped in, and nothing is.')
  })

  it('takes what is known of payees from their own file, or from a column', async () => {
    sh.write('payees.csv', 'payee,目标,yearToDate.earned\nAnn,1200000,\nBen,800000,\nEve,5,\n')
    const byFile = await sh.run('commission handbook orders.csv --payees payees.csv')
    expect(byFile.out).toBe(PAID.replace('21000.00', '0.00'))
    expect(byFile.err).toContain(
      '1 payee of the file of payees not paid: no line of theirs counts.',
    )
    sh.write('both.csv', 'payee,amount,quota\nAnn,1500000.50,1200000\nBen,700000,800000\n')
    expect((await sh.run('commission handbook both.csv')).out).toBe(byFile.out)
    const twice = await sh.run('commission handbook both.csv --target 1')
    expect(twice.err).toContain('The lines have a column of target, and --target is given too.')
    sh.write('wrong.csv', 'payee,target\nAnn,1\nAnn,2\n,3\n')
    const wrong = await sh.run('commission handbook orders.csv --payees wrong.csv')
    expect(wrong.code).toBe(EXIT.refused)
    expect(wrong.err).toContain('line 3: payee: "Ann" comes twice.')
    expect(wrong.err).toContain('line 4: payee: got a blank cell')
  })

  it('refuses a payee who is in no file of payees, and a target that changes from row to row', async () => {
    sh.write('payees.csv', 'payee,target\nAnn,1200000\n')
    const stranger = await sh.run('commission handbook orders.csv --payees payees.csv')
    expect(stranger.code).toBe(EXIT.refused)
    expect(stranger.err).toContain('payee, line 3: got "Ben", expected a payee of payees.csv.')
    sh.write('both.csv', 'payee,amount,target\nAnn,1,100\nAnn,1,200\n')
    const changing = await sh.run('commission handbook both.csv')
    expect(changing.err).toContain(
      'target, line 3: got "200", where line 2 says "100" of the same payee.',
    )
  })

  it('counts the lines of the period alone, and says which are not counted', async () => {
    sh.write('dated.csv', 'id,payee,amount,date\nO-1,Ann,100,2026-03-31\nO-2,Ann,100,2026-04-01\n')
    const { out, err } = await sh.run('commission handbook dated.csv --target 1 --period 2026-03')
    expect(out).toBe('payee,period,sales,commission,currency\nAnn,2026-03,100.00,3.00,CNY\n')
    expect(err).toContain('1 line not counted, first O-2: ')
  })

  it('takes the section of a document that is in force on a day', async () => {
    const { out } = await sh.run('handbook policy')
    sh.write('policy.json', out)
    const line = 'commission policy.json orders.csv --target 650000'
    expect(await sh.run(line)).toMatchObject({ code: EXIT.usage })
    expect((await sh.run(`${line} --on 2026-03-31`)).out).toBe(PAID)
    const early = await sh.run(`${line} --on 2020-01-01`)
    expect(early).toMatchObject({ code: EXIT.refused })
    expect(early.err).toContain('no version is in force on 2020-01-01')
    expect((await sh.run(`${line} --on 2026-03-31 --group east`)).code).toBe(EXIT.refused)
  })

  it('refuses a policy of another kind, and names all that is wrong with a plan', async () => {
    sh.write('leads.json', (await sh.run('handbook leads')).out)
    expect((await sh.run('commission leads.json orders.csv')).err).toContain(
      'leads.json is a policy of the kind leads, and commission is needed.',
    )
    const scale = { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: 3 }] }
    sh.write('plan.json', JSON.stringify({ currency: 'CNY', scale, gaet: {} }))
    const wrong = await sh.run('commission plan.json orders.csv')
    expect(wrong.code).toBe(EXIT.refused)
    expect(wrong.err).toContain('plan.json is refused:')
    expect(wrong.err).toContain('scale.tiers[0].rate: got 3, expected a ratio from 0 to 1.')
    expect(wrong.err).toContain('gaet: is not a known key')
    const chinese = await sh.run('commission plan.json orders.csv --locale zh-CN')
    expect(chinese.err).toContain('scale.tiers[0].rate：收到 3')
  })
})

describe('rejected rows', () => {
  const DIRTY = `${ORDERS}O-4,Ann,"12,500.00"\nO-1,Ann,900000\nO-5,,5\nO-6,Ben\nO-7,Cem,n/a\n`

  it('end the run with nothing written, grouped by what is wrong', async () => {
    sh.write('dirty.csv', DIRTY)
    const { code, out, err } = await sh.run('commission handbook dirty.csv --target 1 -o out.csv')
    expect({ code, out }).toEqual({ code: EXIT.refused, out: '' })
    expect(() => sh.read('out.csv')).toThrow('ENOENT')
    expect(err.split('\n')).toEqual([
      'error: dirty.csv: 5 rows refused, so nothing is written.',
      '  amount, 2 rows, first line 5: got "12,500.00", expected a plain decimal. Did you mean "12500.00"?',
      '  id, line 6: got "O-1", which line 2 has already.',
      '  payee, line 7: got a blank cell, expected a name.',
      '  line 8: got 2 cells, expected 3.',
      'If 1,234.56 is how amounts are written, add --numbers 1,234.56.',
      'Mend them, or set them aside with --rejected FILE.',
      '',
    ])
  })

  it('are set aside as they were, with line, column and reason, and go back in once they are mended', async () => {
    sh.write('dirty.csv', DIRTY)
    const { code, out, err } = await sh.run(
      'commission handbook dirty.csv --target 1 --rejected no.csv',
    )
    expect({ code, out }).toEqual({ code: 0, out: PAID })
    expect(err).toContain('5 rows refused, and written to no.csv.')
    expect(err).toContain('Without a row of theirs: Ann.')
    expect(err).toContain('Without any row that counts: Cem.')
    const lines = sh.read('no.csv').split('\n')
    expect(lines[0]).toBe('line,column,code,reason,id,payee,amount')
    expect(lines[1]).toBe(
      '5,amount,NUMBER_INVALID,"got ""12,500.00"", expected a plain decimal. Did you mean ""12500.00""?",O-4,Ann,"12,500.00"',
    )
    expect(lines.slice(2).map((line) => line.split(',')[0])).toEqual(['6', '7', '8', '9', ''])
    const again = await sh.run(
      'commission handbook no.csv --numbers 1,234.56 --target 1 --rejected no2.csv',
    )
    expect(again.out).toContain('Ann,912500.00,')
  })

  it('leave a file with a header where there are none', async () => {
    await sh.run(`${pay} --rejected none.csv`)
    expect(sh.read('none.csv')).toBe('line,column,code,reason,id,payee,amount\n')
  })

  it('are named by the columns of the file, and by whole lines as by totals', async () => {
    const header = 'id,Owner,Deal Amount,firstOrder\n'
    sh.write('lines.csv', `${header}O-1,Ann,abc,yes\nO-2,Ann,100,maybe\nO-3,Ann,2,no\n`)
    const { err } = await sh.run('commission handbook lines.csv --target 1')
    expect(err).toContain('Deal Amount, line 2: got "abc", expected a plain decimal.')
    expect(err).toContain('firstOrder, line 3: got "maybe", expected yes or no.')
  })

  it('are payees too, where no row of theirs is wrong', async () => {
    const { code, err } = await sh.run('commission handbook orders.csv')
    expect(code).toBe(EXIT.refused)
    expect(err).toContain('2 payees refused, so nothing is written.')
    expect(err).toContain('2 payees, first Ann: target: is missing')
    const aside = await sh.run('commission handbook orders.csv --rejected no.csv')
    expect(aside.code).toBe(0)
    expect(sh.read('no.csv')).toContain('\n,payee,TARGET_MISSING,"Ann: target: is missing')
  })

  it('are told in the language that is asked for', async () => {
    sh.write('dirty.csv', DIRTY)
    const { err } = await sh.run('commission handbook dirty.csv --target 1 --locale zh-TW')
    expect(err).toContain('amount, 2 rows, first line 5: 收到 "12,500.00"，應為一般的十進位數字')
  })

  it('are read once where a whole column is wrong', async () => {
    const rows = Array.from({ length: 5000 }, (_, at) => `O-${at},Ann,1,x${at}\n`)
    sh.write('costs.csv', `id,payee,amount,cost\n${rows.join('')}`)
    const started = Date.now()
    const { code, err } = await sh.run('commission handbook costs.csv --target 1 --statements')
    expect(code).toBe(EXIT.refused)
    expect(err).toContain('cost, 5,000 rows, first line 2: got "x0"')
    expect(Date.now() - started).toBeLessThan(10_000)
  })
})
