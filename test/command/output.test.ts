import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { lstatSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { EXIT } from '../../src/command/index.js'
import { notWritten } from '../../src/command/io.js'
import { csvRow } from '../../src/command/write/csv.js'
import { tableText, widthOf } from '../../src/command/write/table.js'
import { ORDERS, shell } from './shell.js'

const sh = shell({ 'orders.csv': ORDERS, 'wrong.csv': `${ORDERS}O-9,Ann,x\n` })
afterAll(sh.remove)

describe('--output', () => {
  it('leaves what was there where a run fails, and nothing beside it', async () => {
    sh.write('pay.csv', 'of last month')
    const failed = await sh.run('commission handbook wrong.csv --target 1 --output pay.csv')
    expect(failed.code).toBe(EXIT.refused)
    expect(sh.read('pay.csv')).toBe('of last month')
    const aside =
      'commission handbook orders.csv --rejected no.csv --output nowhere/pay.csv --target 1'
    const nowhere = await sh.run(aside)
    expect(nowhere.code).toBe(EXIT.notWritten)
    expect(nowhere.err).toContain('nowhere/pay.csv: there is no such folder\nMake it first')
    sh.write('fault.csv', `${ORDERS}O-8,,1\nO-9,Ann "A",1\n`)
    const fault = await sh.run('commission handbook fault.csv --rejected no.csv --target 1')
    expect(fault.code).toBe(EXIT.data)
    expect(readdirSync(sh.folder).filter((name) => name.startsWith('.'))).toEqual([])
  })

  it('replaces what was there once it is whole, and keeps a link that leads there', async () => {
    sh.write('month.csv', 'of last month')
    symlinkSync(join(sh.folder, 'month.csv'), join(sh.folder, 'current.csv'))
    await sh.run('commission handbook orders.csv --target 1 --output current.csv')
    expect(sh.read('month.csv')).toContain('Ann,1500000.50')
    expect(lstatSync(join(sh.folder, 'current.csv')).isSymbolicLink()).toBe(true)
  })

  // No device of this machine: if this failed, the device would be gone.
  it.skipIf(process.platform === 'win32')(
    'writes to a pipe as it is, and refuses a folder',
    async () => {
      const pipe = join(sh.folder, 'pipe')
      execFileSync('mkfifo', [pipe])
      const reader = spawn('cat', [pipe])
      const parts: Buffer[] = []
      reader.stdout.on('data', (data: Buffer) => parts.push(data))
      const closed = once(reader, 'close')
      expect((await sh.run('commission handbook orders.csv --target 1 --output pipe')).code).toBe(0)
      expect(lstatSync(pipe).isFIFO()).toBe(true)
      await closed
      expect(Buffer.concat(parts).toString()).toContain('Ann,1500000.50')
      mkdirSync(join(sh.folder, 'folder'))
      const folder = await sh.run('handbook commission --output folder')
      expect(folder.code).toBe(EXIT.notWritten)
      expect(folder.err).toContain('folder: is a directory\nName a file in it.')
    },
  )

  it.each([
    ['ENOSPC', 'pay.csv: the disk is full', 'Make room, then run it again; nothing was kept.'],
    ['EACCES', 'pay.csv: you may not write there', 'Name another place with --output.'],
    ['EIO', 'pay.csv: it broke', ''],
  ])('says what to do about %s', (code, message, fix) => {
    const failure = notWritten(Object.assign(new Error('it broke'), { code }), 'pay.csv')
    expect(failure).toMatchObject({ exit: EXIT.notWritten, message, fix })
  })

  it('is another file than that of rejected rows', async () => {
    const both = '--rejected both.csv --output ./both.csv'
    const { code, err } = await sh.run(`commission handbook orders.csv --target 1 ${both}`)
    expect(code).toBe(EXIT.usage)
    expect(err).toContain('./both.csv is named by --output and by --rejected.')
  })
})

describe('what is written', () => {
  it('is no formula for a spreadsheet, and a negative number stays one', () => {
    expect(csvRow(['=1+1', '-5.00', '+x', '@a', 'a,b', 'say "x"', 'a\nb', null, 5])).toBe(
      `'=1+1,-5.00,'+x,'@a,"a,b","say ""x""","a\nb",,5\n`,
    )
  })

  it('stands in columns in Chinese too, and steers no terminal', () => {
    const columns = [{ name: 'payee' }, { name: 'pay', isFigure: true as const }]
    const rows = [
      ['张三', '5.00'],
      ['Ann\u001b[31m\u202e', '-1,000.00'],
      ['e\u0301', null],
    ]
    expect(tableText(columns, rows)).toBe(
      'payee            pay\n张三            5.00\nAnn [31m   -1,000.00\ne\u0301\n',
    )
    expect(['张三', 'ｱ', 'é', '👍', '가'].map(widthOf)).toEqual([4, 1, 1, 2, 2])
  })
})
