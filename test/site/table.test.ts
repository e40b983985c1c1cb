import { describe, expect, it } from 'vitest'
import { decode } from '../../site/playground/decode.js'
import {
  decimalSignOf,
  readDay,
  readNumber,
  readPeriod,
  readYesNo,
} from '../../site/playground/numbers.js'
import { MOST_ROWS, readTable } from '../../site/playground/table.js'

const ANN = { line: 2, cells: ['Ann', '1,000'] }

describe('readTable', () => {
  it.each([
    ['commas', 'who,sales\nAnn,"1,000"'],
    ['semicolons', 'who;sales\r\nAnn;1,000\r\n'],
    ['tabs, as they are pasted', 'who\tsales\nAnn\t1,000'],
    ['a mark of the byte order', '\uFEFFwho;sales\nAnn;1,000'],
    ['lines of an old Mac', 'who;sales\rAnn;1,000'],
    ['blanks around', ' who ; sales \n Ann ; 1,000 '],
    ['a comma in a quoted head', '"who, or what";sales\nAnn;1,000'],
  ])('reads %s', (_, text) => {
    const read = readTable(text)
    expect(read.ok && read.table.rows).toEqual([ANN])
  })

  it('counts lines as an editor does, also past empty ones and breaks inside a cell', () => {
    const read = readTable('\nwho;note\r\nAnn;"one\r\ntwo"\r\n\r\n;\r\nBen;x;y\r\n')
    expect(read.ok && read.table.rows).toEqual([
      { line: 3, cells: ['Ann', 'one\ntwo'] },
      { line: 7, cells: ['Ben', 'x', 'y'] },
    ])
  })

  it('says where a quotation begins that never ends', () => {
    expect(readTable('a,b\n1,2\n3,"4\n5,6\n')).toEqual({
      ok: false,
      problem: { kind: 'quote', line: 3 },
    })
  })

  it('refuses nothing at all, and more than a page can show', () => {
    expect(readTable('\n \n')).toEqual({ ok: false, problem: { kind: 'empty' } })
    const text = `a\n${'1\n'.repeat(MOST_ROWS + 1)}`
    expect(readTable(text)).toEqual({
      ok: false,
      problem: { kind: 'too-long', most: MOST_ROWS },
    })
  })
})

describe('decode', () => {
  it.each([
    ['UTF-8', 'en', [0xe6, 0x8f, 0x90], '提'],
    ['UTF-8 with its mark', 'en', [0xef, 0xbb, 0xbf, 0x61], 'a'],
    ['UTF-16, as Excel writes Unicode text', 'en', [0xff, 0xfe, 0xd0, 0x63], '提'],
    ['GB 18030', 'zh-CN', [0xcc, 0xe1], '提'],
    ['Big5', 'zh-TW', [0xb4, 0xa3], '提'],
    ['Windows-1252', 'en', [0xfc], 'ü'],
  ] as const)('reads %s', (_, locale, bytes, text) => {
    expect(decode(Uint8Array.from(bytes), locale)).toBe(text)
  })
})

describe('readNumber', () => {
  it.each([
    ['1200000', '1200000'],
    ['1,200,000.50', '1200000.50'],
    ['1 200 000', '1200000'],
    ["1'200'000", '1200000'],
    ['¥1,200.00', '1200.00'],
    ['1,200 元', '1200'],
    ['NT$ 1,200', '1200'],
    ['１２００', '1200'],
    ['-5', '-5'],
    ['−5', '-5'],
    ['(1,200)', '-1200'],
    ['-¥5', '-5'],
    ['.5', '0.5'],
    ['0.005', '0.005'],
    ['95%', '0.95'],
    ['12.5 %', '0.125'],
    ['120万', '1200000'],
    ['1.5萬', '15000'],
  ])('reads %s', (cell, number) => {
    expect(readNumber(cell, '.')).toBe(number)
  })

  it.each([
    ['1.200.000,50', '1200000.50'],
    ['1.200', '1200'],
    ['12,5', '12.5'],
    ['0,05', '0.05'],
    ['12,5%', '0.125'],
  ])('reads %s with a comma before the decimals', (cell, number) => {
    expect(readNumber(cell, ',')).toBe(number)
  })

  it.each(['n/a', '1,20,000', '12-5', '1.2.3', '#REF!', '1e400', '--5', '12,5'])(
    'leaves %s to the rules to refuse',
    (cell) => {
      expect(readNumber(cell, '.')).toBe(cell)
    },
  )
})

describe('decimalSignOf', () => {
  it.each([
    [['1,200', '95.5'], '.'],
    [['1.200', '95,5'], ','],
    [['1.200,00'], ','],
    [['1,200', '300'], '.'],
    [['0.125', '1,200'], '.'],
    [['0,125', '1.200'], ','],
    [['1,200.5', '1.200,5'], null],
    [[], '.'],
  ])('tells of %j that decimals come after %j', (cells, sign) => {
    expect(decimalSignOf(cells)).toBe(sign)
  })
})

describe('readDay, readPeriod and readYesNo', () => {
  it('read what people write, and leave the rest', () => {
    expect(['2026/3/5', '2026年3月5日', '2026-03-05 08:00', '5/3/2026'].map(readDay)).toEqual([
      '2026-03-05',
      '2026-03-05',
      '2026-03-05',
      '5/3/2026',
    ])
    expect(['2026/3', '2026年12月', '2026-Q1'].map(readPeriod)).toEqual([
      '2026-03',
      '2026-12',
      '2026-Q1',
    ])
    expect(['是', 'Yes', '0', '否', 'maybe'].map(readYesNo)).toEqual([
      true,
      true,
      false,
      false,
      'maybe',
    ])
  })
})
