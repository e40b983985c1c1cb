import { lstatSync, mkdirSync, readdirSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { EXIT } from '../../src/command/index.js'
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
    expect(readdirSync(sh.folder).filter((name) => name.startsWith('.'))).toEqual([])
  })

  it('replaces what was there once it is whole, and keeps a link that leads there', async () => {
    sh.write('month.csv', 'of last month')
    symlinkSync(join(sh.folder, 'month.csv'), join(sh.folder, 'current.csv'))
    await sh.run('commission handbook orders.csv --target 1 --output current.csv')
    expect(sh.read('month.csv')).toContain('Ann,1500000.50')
    expect(lstatSync(join(sh.folder, 'current.csv')).isSymbolicLink()).toBe(true)
  })

  it('writes to a device as it is, and refuses a folder', async () => {
    expect((await sh.run('handbook commission --output /dev/null')).code).toBe(0)
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true)
    mkdirSync(join(sh.folder, 'folder'))
    const folder = await sh.run('handbook commission --output folder')
    expect(folder.code).toBe(EXIT.notWritten)
    expect(folder.err).toContain('folder: is a directory\nName a file in it.')
  })

  it.runIf(process.platform === 'linux')('says that a disk is full', async () => {
    const { code, err } = await sh.run('handbook commission --output /dev/full')
    expect(code).toBe(EXIT.notWritten)
    expect(err).toContain('error: /dev/full: the disk is full\nMake room, then run it again')
    expect(statSync('/dev/full').isCharacterDevice()).toBe(true)
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
