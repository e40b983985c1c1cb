import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { EXIT } from '../../src/command/index.js'
import { readCsv } from '../../src/command/read/csv.js'
import { ORDERS, shell } from './shell.js'

const sh = shell()
afterAll(sh.remove)

const PAID =
  'payee,sales,commission,currency\nAnn,1500000.50,50000.02,CNY\nBen,700000.00,21000.00,CNY\n'
const pay = (file: string, options = '') =>
  sh.run(`commission handbook ${file} --target 1 ${options}`)

/** GB18030 and Big5 of the texts below, which Node reads and does not write. */
const GB18030 = {
  负责人: 'b8bad4f0c8cb',
  合同金额: 'bacfcdacbdf0b6ee',
  张三: 'd5c5c8fd',
}
const BIG5 = { 負責人: 'ad74b364a448', 合約金額: 'a658acf9aaf7c342', 王五: 'a4fda4ad' }

function encoded(parts: readonly string[], words: Readonly<Record<string, string>>): Buffer {
  return Buffer.concat(
    parts.map((part) =>
      words[part] === undefined ? Buffer.from(part) : Buffer.from(words[part], 'hex'),
    ),
  )
}

function utf16(text: string, isBig: boolean): Buffer {
  const bytes = Buffer.from(text, 'utf16le')
  return isBig ? bytes.swap16() : bytes
}

describe('a table', () => {
  it.each([
    ['a byte-order mark', `\ufeff${ORDERS}`],
    ['CRLF', ORDERS.replaceAll('\n', '\r\n')],
    ['no last newline', ORDERS.trimEnd()],
    ['empty lines', ORDERS.replaceAll('\n', '\n\n')],
    ['blanks around cells', ORDERS.replaceAll(',', ' ,\u3000')],
    ['quotes around cells', ORDERS.replace(/[^,\n]+/g, '"$&"')],
    ['UTF-16 with a mark', utf16(`\ufeff${ORDERS}`, false)],
    ['UTF-16, the other end first', utf16(`\ufeff${ORDERS}`, true)],
  ])('may have %s', async (_, content) => {
    sh.write('orders.csv', content)
    expect(await pay('orders.csv')).toMatchObject({ code: 0, out: PAID })
  })

  it.each([
    [';', 'columns are parted by ";".'],
    ['\t', 'columns are parted by tabs.'],
  ])('may be parted by %s, which is said', async (sign, said) => {
    sh.write('orders.csv', ORDERS.replaceAll(',', sign))
    const { out, err } = await pay('orders.csv')
    expect(out).toBe(PAID)
    expect(err).toContain(said)
  })

  it('is read alike line by line, up to the first quote, and by the parser, however its bytes come', async () => {
    const cell = fc.oneof(
      fc.constantFrom('', 'a', '张三', ' x', '-5', '1,2', 'a"b', 'two\nlines', '\r', '=1'),
      fc.string(),
    )
    const written = (text: string) =>
      /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), {
      minLength: 1,
      maxLength: 30,
    })
    const property = fc.asyncProperty(
      rows,
      fc.integer({ min: 1, max: 40 }),
      async (records, size) => {
        const text = records.map((record) => `${record.map(written).join(',')}\n`).join('')
        const head = Buffer.from('id,name\n')
        const bytes = Buffer.from(text)
        const read: (readonly [readonly string[], number])[] = []
        async function* chunks() {
          // The beginning of a file comes in one, as far as it tells how columns are parted.
          yield head
          for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
        }
        const source = { bytes: chunks(), name: 'x', place: { line: 1 } }
        await readCsv(source, (header) => {
          read.push([header, 1])
          return (record, line) => read.push([record, line])
        })
        let line = 1
        const expected = parse(Buffer.concat([head, bytes]), {
          delimiter: ',',
          relax_column_count: true,
          record_delimiter: ['\r\n', '\n'],
        }).flatMap((record) => {
          const start = line
          line += record.join('').split('\n').length
          return record.length === 1 && record[0] === '' ? [] : [[record, start]]
        })
        expect(read.map(([record]) => record)).toEqual(expected.map(([record]) => record))
        expect(read.slice(1)).toEqual(expected.slice(1))
      },
    )
    await fc.assert(property, { numRuns: 300 })
  })

  it('has quoted cells with line breaks, and counts its lines all the same', async () => {
    sh.write('notes.csv', 'id,payee,amount,note\nO-1,Ann,1,"two\nlines, ""quoted"""\nO-2,Ann,x,\n')
    const { err } = await pay('notes.csv')
    expect(err).toContain('amount, line 4: got "x"')
    expect(err).toContain('notes.csv: not read: "note".')
  })

  it.each([
    ['UTF-16 without a mark', 'utf-16le', utf16(ORDERS, false)],
    ['UTF-16, the other end first', 'utf-16be', utf16(ORDERS, true)],
  ])('in %s is refused with the encoding to name', async (_, encoding, content) => {
    sh.write('orders.csv', content)
    const refused = await pay('orders.csv')
    expect(refused.code).toBe(EXIT.data)
    expect(refused.err).toContain(`add --encoding ${encoding}.`)
    expect((await pay('orders.csv', `--encoding ${encoding}`)).out).toBe(PAID)
  })

  it.each([
    [
      'gb18030',
      encoded(['负责人', ',', '合同金额', '\n', '张三', ',100\n'], GB18030),
      '张三,100.00,3.00',
    ],
    [
      'big5',
      encoded(['負責人', ',', '合約金額', '\n', '王五', ',100\n'], BIG5),
      '王五,100.00,3.00',
    ],
  ])('in %s is known by its headers, and that is said', async (encoding, content, row) => {
    sh.write('orders.csv', content)
    const { code, out, err } = await pay('orders.csv')
    expect(code).toBe(0)
    expect(out).toContain(row)
    expect(err).toContain(`orders.csv: read as ${encoding.toUpperCase()}, by its headers.`)
  })

  it('in an encoding that its headers do not tell is refused with those that it may be', async () => {
    sh.write('orders.csv', encoded(['payee,amount\n', '张三', ',100\n'], GB18030))
    const { code, err } = await pay('orders.csv')
    expect(code).toBe(EXIT.data)
    expect(err).toContain('orders.csv is not UTF-8: line 2 has other bytes.')
    expect(err).toContain('--encoding gb18030')
    expect((await pay('orders.csv', '--encoding gb18030')).out).toContain('张三,100.00')
  })

  it('that stops being UTF-8 far below is refused with the line, and a character may be cut by a chunk', async () => {
    const row = Buffer.from('张三,1\n')
    const head = Buffer.from('payee,amount\n')
    const many = Buffer.concat([head, ...Array.from({ length: 9000 }, () => row)])
    const chunks = (bytes: Buffer) =>
      Array.from({ length: Math.ceil(bytes.length / 997) }, (_, at) =>
        bytes.subarray(at * 997, at * 997 + 997),
      )
    const line = 'commission handbook - --target 1'
    expect((await sh.run(line, { stdin: chunks(many) })).out).toContain('张三,9000.00,270.00')
    const spoilt = Buffer.concat([many, Buffer.from('d5c5c8fd', 'hex'), Buffer.from(',1\n')])
    const { code, err } = await sh.run(line, { stdin: chunks(spoilt) })
    expect(code).toBe(EXIT.data)
    expect(err).toMatch(
      /standard input is not UTF-8: after line (8\d{3}|9\d{3}) there are other bytes/,
    )
  })
})

describe('columns', () => {
  it.each([
    ['Salesforce', 'Opportunity ID,Opportunity Owner,Amount,Expected Revenue,Stage'],
    ['HubSpot', 'Record ID,Deal owner,Amount,Deal Name,Deal Stage'],
    ['a Chinese CRM', '商机编号,负责人,合同金额,预计成交金额,销售阶段'],
    ['a CRM in Taiwan', '編號,業務員,合約金額,備註,訂單狀態'],
  ])('of %s are known and said', async (_, header) => {
    const [id, owner, amount, other, stage] = header.split(',')
    sh.write(
      'export.csv',
      `${header}\nO-1,Ann,900000,9,won\nO-2,Ben,700000,9,won\nO-3,Ann,600000.50,9,won\n`,
    )
    const { out, err } = await pay('export.csv')
    expect(out).toBe(PAID)
    expect(err).toContain(`"${id}" is id, "${owner}" is payee`)
    expect(err).toContain(`"${stage}" is status`)
    if (amount !== 'Amount') expect(err).toContain(`"${amount}" is amount`)
    expect(err).toContain(`not read: "${other}".`)
  })

  /** As exports of Salesforce and HubSpot, in English and in Chinese, name what a line says. */
  const EXPORTED: readonly [field: string, names: string][] = [
    ['payee', 'Owner ID,hubspot_owner_id,Employee ID,Rep ID,工号,员工编号,工號,員工編號'],
    ['payee', 'Owner,Opportunity Owner,Deal owner,Sales rep,Rep,Salesperson,Employee'],
    [
      'payee',
      '负责人,销售负责人,销售人员,跟进人员,业务员,销售员,負責人,銷售負責人,銷售人員,業務員,業務',
    ],
    ['id', 'Line ID,Opportunity ID,Deal ID,Record ID,Order number,Order ID'],
    [
      'id',
      '编号,商机编号,机会编号,订单编号,订单号,合同编号,合同号,編號,訂單編號,訂單號碼,合約編號',
    ],
    ['amount', 'Deal amount,Opportunity amount,Order amount,Contract amount,Total amount'],
    [
      'amount',
      'Amount in company currency,金额,合同金额,订单金额,机会金额,成交金额,销售额,销售金额',
    ],
    ['amount', '金額,合約金額,訂單金額,成交金額,銷售額,銷售金額'],
    ['date', 'Close date,Order date,Signed on,日期,成交日期,签约日期,订单日期,下单日期'],
    ['date', '簽約日期,訂單日期,下單日期'],
    ['status', 'Order status,状态,订单状态,狀態,訂單狀態,Stage,Stage name,Deal stage'],
    ['status', '销售阶段,机会阶段,机会状态,銷售階段'],
    ['product', 'Product name,产品,产品名称,產品,產品名稱'],
    ['category', 'Product family,Product category,类别,产品类别,類別,產品類別'],
    ['region', 'Territory,区域,大区,地区,區域,地區'],
    ['customer', 'Customer ID,Account ID,客户编号,客戶編號,Customer name,Account name,Account'],
    ['customer', 'Associated company,Company,Company name,客户,客户名称,客戶,客戶名稱'],
    ['cost', '成本'],
    ['tax', 'Tax amount,税额,稅額'],
    ['listPrice', '标价,原价,標價,原價,定價'],
    ['quantity', 'Qty,数量,數量'],
    ['currency', 'Opportunity currency,Currency ISO code,币种,币别,幣別,幣種'],
    ['paidOn', 'Payment date,Paid on,回款日期,回款时间,收款日期'],
    ['dueOn', 'Due date,应收日期,到期日,應收日期'],
    ['refundOf', 'Original order,原订单号,原订单,原訂單號'],
    ['firstOrder', '是否首单,首单,是否首單,首單'],
    ['newMarket', '新市场,新市場'],
    ['target', 'Quota,Sales target,目标,销售目标,业绩目标,目標,銷售目標,業績目標'],
    ['targetIncentive', 'Target incentive,目标奖金,目標獎金'],
  ]

  it.each(EXPORTED)('of %s are known by the names that exports have: %s', async (field, names) => {
    const needed = ['payee', 'amount'].filter((one) => one !== field)
    for (const name of names.split(',')) {
      sh.write('export.csv', `${[name, ...needed].join(',')}\n,,\n`)
      const { err } = await sh.run('commission handbook export.csv')
      expect(err).toContain(`"${name}" is ${field}`)
    }
  })

  it('are told apart by --map, which also leaves one out', async () => {
    sh.write(
      'export.csv',
      'Key,Rep,Net,Gross,Close Date\n1,Ann,900000,1,x\n2,Ann,600000.50,1,x\n3,Ben,700000,1,x\n',
    )
    const told = ['--map', 'Net=amount', '--map', 'key = id', '--map', 'Close Date=']
    const { out } = await sh.run(['commission', 'handbook', 'export.csv', '--target', '1', ...told])
    expect(out).toBe(PAID)
  })

  it.each([
    ['payee,合同金额,订单金额', '', 'two columns that may be amount: "合同金额" and "订单金额".'],
    ['payee,Amuont', '', 'export.csv has no column for amount. Its columns are "payee", "Amuont".'],
    ['payee,Amuont', '', 'Say which it is: --map "Amuont=amount".'],
    [
      'payee,amount',
      '--map Amuont=amount',
      'export.csv has no column "Amuont". Did you mean amount?',
    ],
    ['payee,net', '--map net=amuont', 'there is no field "amuont". Did you mean amount?'],
    ['payee,net', '--map net', '--map "net" has to be "Their column=our field".'],
    ['payee,a,b', '--map a=amount --map b=amount', '--map says twice which column is amount.'],
  ])('%s %s are for a person to decide', async (header, options, said) => {
    sh.write('export.csv', `${header}\nAnn,1,1\n`)
    const { code, out, err } = await pay('export.csv', options)
    expect({ code, out }).toEqual({ code: EXIT.usage, out: '' })
    expect(err).toContain(said)
  })

  it('of our own names go before those of others, and ids of people before their names', async () => {
    sh.write('export.csv', '工号,负责人,amount,合同金额\nE1,Ann,100,999\n')
    const { out, err } = await pay('export.csv')
    expect(out).toContain('E1,100.00,3.00')
    expect(err).toContain('not read: "负责人", "合同金额".')
  })

  it('steer no terminal by their names', async () => {
    sh.write('orders.csv', 'payee,amount,no\u001b[31mte\u202e\nA\u001b[2Jnn,x,\n')
    const { err } = await pay('orders.csv')
    expect(err).toContain('not read: "no [31mte ".')
    expect(err).not.toContain('\u001b')
    expect(err).not.toContain('\u202e')
  })

  it('warn where an order is large enough for an award that no column is there for', async () => {
    const said = (header: string, [ann, ben]: readonly string[] = ['', '']) => {
      sh.write(
        'orders.csv',
        `id,payee,amount${header}\n1,Ann,1000000${ann}\n2,Ben,1000000.01${ben}\n`,
      )
      return pay('orders.csv')
    }
    // The handbook awards first orders above 1,000,000.
    expect((await said('')).err).toContain(
      'orders.csv: no column of firstOrder, so that no line has the award "large-order". 1 line large enough, first line 3.',
    )
    const told = await said(',firstOrder', [',false', ',true'])
    expect(told.err).not.toContain('no column of')
    expect(told.out).toContain('Ben,1000000.01,40000.00')
  })

  it('warn of an award for orders of any size where a line is above nothing', async () => {
    const awards = [{ id: 'new', for: 'first-order', amount: '5' }]
    const scale = { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.1' }] }
    sh.write('awards.json', JSON.stringify({ currency: 'EUR', scale, awards }))
    sh.write('orders.csv', 'id,payee,amount\n1,Ann,0\n2,Ann,-1\n3,Ann,0.01\n')
    const { err } = await sh.run('commission awards.json orders.csv')
    expect(err).toContain('no line has the award "new". 1 line large enough, first line 4.')
  })

  it('warn where nothing tells a line that comes twice', async () => {
    sh.write('orders.csv', 'payee,amount\nAnn,1\nAnn,1\n')
    expect((await pay('orders.csv')).err).toContain(
      'orders.csv: no column of ids, so that a line that comes twice is paid twice.',
    )
  })
})

describe('dates', () => {
  const dated = (date: string) => sh.write('dated.csv', `payee,amount,date\nAnn,100,${date}\n`)
  const paid = (options = '') => pay('dated.csv', `--period 2026-04 ${options}`)

  it.each([
    ['2026-04-03', ''],
    ['2026/4/3', ''],
    ['2026.04.03', ''],
    ['2026年4月3日', ''],
    ['2026-04-03 10:22', ''],
    ['2026-04-03T10:22:33.5', ''],
    ['03/04/2026', '--dates dmy'],
    ['4/3/2026', '--dates mdy'],
    ['03.04.2026', '--dates dmy'],
  ])('%s %s is a day of April', async (date, options) => {
    dated(date)
    expect((await paid(options)).out).toContain('Ann,2026-04,100.00')
  })

  it.each([
    [
      '03/04/2026',
      '',
      'which names day and month in an order that nobody has said. Add --dates dmy or --dates mdy.',
    ],
    ['25/04/2026', '', 'Add --dates dmy or --dates mdy.'],
    ['25/04/2026', '--dates mdy', 'got "25/04/2026", expected a calendar date such as 2026-03-31.'],
    ['2026-02-30', '', 'got "2026-02-30", expected a calendar date'],
    ['2026-04-03T10:22:33Z', '', 'got "2026-04-03T10:22:33Z", expected a calendar date'],
    ['soon', '', 'got "soon", expected a calendar date'],
  ])('%s %s is refused', async (date, options, said) => {
    dated(date)
    const { code, err } = await paid(options)
    expect(code).toBe(EXIT.refused)
    expect(err).toContain(`date, line 2: `)
    expect(err).toContain(said)
  })
})

describe('amounts', () => {
  const priced = (amount: string) => sh.write('priced.csv', `payee,amount\nAnn,"${amount}"\n`)

  it.each([
    ['1,234.56', '12,500.00', '12500.00'],
    ['1,234.56', '¥12,500', '12500.00'],
    ['1,234.56', '￥１２,５００.５', '12500.50'],
    ['1,234.56', 'CNY 1,234,567.5', '1234567.50'],
    ['1,234.56', '(12,500.00)', '-12500.00'],
    ['1,234.56', '-12500', '-12500.00'],
    ['1,234.56', '12,500-', '-12500.00'],
    ['1,234.56', '12500.5元', '12500.50'],
    ['1.234,56', '12.500,00 €', '12500.00'],
    ['1.234,56', '12500,5', '12500.50'],
  ])('by --numbers %s "%s" is %s', async (form, amount, sales) => {
    priced(amount)
    const { out } = await pay('priced.csv', `--numbers ${form}`)
    expect(out).toContain(`Ann,${sales},`)
  })

  it.each([
    ['', '12,500.00', 'If 1,234.56 is how amounts are written, add --numbers 1,234.56.'],
    ['', '12,5', 'If 1.234,56 is how amounts are written, add --numbers 1.234,56.'],
    ['', '¥300', 'Did you mean "300"?'],
    ['--numbers 1,234.56', '1,23.4', 'got "1,23.4", expected an amount such as 1,234.56.'],
    ['--numbers 1,234.56', '12,5', 'got "12,5", expected an amount such as 1,234.56.'],
    ['--numbers 1,234.56', '5万', 'got "5万", expected an amount such as 1,234.56.'],
    ['--numbers 1,234.56', '(12', 'got "(12", expected an amount such as 1,234.56.'],
    ['--numbers 1.234,56', '12,500.00', 'got "12,500.00", expected an amount such as 1.234,56.'],
  ])('%s "%s" is refused', async (options, amount, said) => {
    priced(amount)
    const { code, err } = await pay('priced.csv', options)
    expect(code).toBe(EXIT.refused)
    expect(err).toContain(said)
  })

  it('in another currency than the plan has do not count, and that is said', async () => {
    sh.write('orders.csv', 'id,payee,amount,币种\n1,Ann,100,CNY\n2,Ann,100,USD\n')
    const { out, err } = await pay('orders.csv')
    expect(out).toContain('Ann,100.00,3.00,CNY')
    expect(err).toContain('1 line not counted, first 2: got USD, and the plan pays CNY')
  })
})

describe('what is no table', () => {
  it.each([
    ['an empty file', '', 'x.csv is empty.'],
    ['blank lines', '\n\n', 'x.csv is empty.'],
    [
      'binary junk',
      Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0]),
      'x.csv is not a text file: it has bytes of 0.',
    ],
    [
      'a workbook',
      Buffer.from('PK\u0003\u0004junk'),
      'x.csv is an Excel workbook or another zip file, and no text.',
    ],
    ['what gzip made', Buffer.from([0x1f, 0x8b, 8, 0]), 'gunzip -c'],
    ['a PDF', '%PDF-1.7', 'x.csv is a PDF'],
    [
      'a quote that is never closed',
      'payee,amount\nAnn,1\n"Ben,2\n',
      'x.csv, line 3: a quote that is never closed.',
    ],
    [
      'a quote within a cell',
      'payee,amount\nAnn "A",1\n',
      'x.csv, line 2: a quote in the middle of a cell.',
    ],
    [
      'a quote that ends too early',
      'payee,amount\n"Ann"x,1\n',
      'x.csv, line 2: a quote ends in the middle of a cell.',
    ],
    [
      'one endless line',
      `payee,amount\n${'x'.repeat(1_100_000)}`,
      'x.csv, line 2: a row of more than a million characters.',
    ],
  ])('%s is refused', async (_, content, said) => {
    sh.write('x.csv', content)
    const { code, out, err } = await pay('x.csv')
    expect({ code, out }).toEqual({ code: EXIT.data, out: '' })
    expect(err).toContain(said)
    expect(err).not.toMatch(/^ {4}at /m)
  })

  it.each([
    [
      'a line that is no JSON',
      '{"payee":"Ann","amount":1}\n{"payee"\n',
      'line 2: got "{\\"payee\\"", expected a JSON object.',
    ],
    ['a list', '[1]\n', 'line 1: got an array, expected a JSON object.'],
    [
      'two keys for one field',
      '{"payee":"Ann","Owner":"Ben","amount":1}\n',
      'line 1: is payee, which another key of the line is too.',
    ],
    [
      'a payee of another type',
      '{"payee":17,"amount":1}\n',
      'payee, line 1: got 17, expected a name.',
    ],
  ])('lines of JSON with %s are rows that are refused', async (_, content, said) => {
    sh.write('x.ndjson', content)
    const { code, err } = await pay('x.ndjson')
    expect(code).toBe(EXIT.refused)
    expect(err).toContain(said)
  })

  it('an endless line of JSON is refused before it is read', async () => {
    const chunk = Buffer.alloc(1 << 18, 'x')
    let given = 0
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (; given < 400; given += 1) yield chunk
    }
    const line = 'commission handbook - --target 1 --from ndjson'
    const { code, err } = await sh.run(line, { stdin: endless() as never })
    expect(code).toBe(EXIT.data)
    expect(err).toContain('standard input, line 1: more than a million characters.')
    expect(given).toBeLessThan(10)
  })
})
