import { readFileSync } from 'node:fs'
import { defineCommissionPlan, gradeScore, handbook, scoreLead } from 'sales-rules'
import { explain } from 'sales-rules/explain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EXIT } from '../../src/command/index.js'
import { POLICY_NAMES } from '../../src/command/policies.js'
import { ORDERS, shell } from './shell.js'

const sh = shell({ 'orders.csv': ORDERS })
afterAll(sh.remove)

beforeAll(async () => {
  sh.write('plan.json', (await sh.run('handbook commission')).out)
})

describe('handbook', () => {
  it('prints a plan that is one, and names its schema', async () => {
    const { code, out } = await sh.run('handbook commission')
    const json = JSON.parse(out) as { $schema: string }
    expect(code).toBe(0)
    expect(json.$schema).toBe('node_modules/sales-rules/schemas/commission.json')
    expect(defineCommissionPlan(json as never)).toMatchObject({ id: 'handbook-commission' })
  })

  it('has a policy of each name in its help, each of which check takes', async () => {
    const { out } = await sh.run('handbook --help')
    const [, listed = ''] = /NAME is one of ([^.]+)\./.exec(out) ?? []
    const names = listed.split(/,\s+/)
    expect(names.length).toBe(16)
    for (const name of names) {
      sh.write(`${name}.json`, (await sh.run(`handbook ${name}`)).out)
      const { code, err } = await sh.run(`check ${name}.json`)
      expect([name, code, err.includes(', valid')]).toEqual([name, 0, true])
    }
  })
})

describe('check', () => {
  it('lists what lint finds, and ends well where nothing is an error', async () => {
    const { code, out, err } = await sh.run('check plan.json')
    expect(code).toBe(0)
    expect(err).toBe('plan.json: commission, valid; 4 findings.\n')
    expect(out.split('\n')[0]).toBe('file,severity,code,path,message')
    expect(out).toContain('plan.json,warning,TIERS_WITHOUT_PERIOD,tiersPer,"is missing, so that')
    expect((await sh.run('check plan.json --strict')).code).toBe(EXIT.refused)
    expect((await sh.run('check handbook --kind commission')).out).toContain('handbook,warning,')
  })

  it('lists every issue of a policy that is refused, in any language', async () => {
    const scale = { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: 3 }] }
    sh.write('wrong.json', JSON.stringify({ currency: 'XXY', scale }))
    const { code, out, err } = await sh.run('check wrong.json --format ndjson')
    expect(code).toBe(EXIT.refused)
    expect(err).toContain('wrong.json: commission, refused: ')
    const rows = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { path: string })
    expect(rows.map(({ path }) => path)).toContain('scale.tiers[0].rate')
    const chinese = await sh.run('check wrong.json --locale zh-CN')
    expect(chinese.out).toContain('scale.tiers[0].rate,收到 3，应为')
  })

  it('asks for the kind where a file does not show it', async () => {
    sh.write('some.json', '{ "criteria": [], "bands": [] }')
    const { code, err } = await sh.run('check some.json')
    expect(code).toBe(EXIT.usage)
    expect(err).toContain('Say it: --kind commission')
    expect((await sh.run('check some.json --kind health')).code).toBe(EXIT.refused)
  })

  it.each([
    ['', 'some.json is empty.'],
    [
      '{ "a": 1,\n  b: 2 }',
      'line 2, column 3: got "b", expected a key in double quotes, and a colon.',
    ],
    ['{ "a": 1 "b": 2 }', 'line 1, column 10: got "\\"", expected a comma, or }.'],
    ['{ "a": [1, 2 }', 'line 1, column 14: got "}", expected a comma, or ].'],
    ['{ "a": 01 }', 'line 1, column 8: got "0", expected a value.'],
    ['{ "a": "x\ny" }', 'line 1, column 8: got "\\"", expected a value.'],
    ['{ "a": tru }', 'line 1, column 8: got "t", expected a value.'],
    ['[1, 2', 'line 1, column 6: got the end, expected a comma, or ].'],
    ['[1,]', 'line 1, column 4: got "]", expected a value.'],
    ['{}\n{}', 'line 2, column 1: got "{", expected nothing more.'],
    ['[[[[', 'line 1, column 5: got the end, expected a value.'],
  ])('says where %j stops being JSON', async (text, said) => {
    sh.write('some.json', text)
    const { code, err } = await sh.run('check some.json')
    expect(code).toBe(EXIT.data)
    expect(err).toContain(said)
  })

  it('reads JSON with a byte-order mark, and refuses a folder', async () => {
    sh.write('marked.json', `\ufeff${sh.read('plan.json')}`)
    expect((await sh.run('check marked.json')).code).toBe(0)
    const folder = await sh.run(['check', sh.folder])
    expect(folder).toMatchObject({ code: EXIT.noInput })
    expect(folder.err).toContain('is a directory.\nName a file in it.')
  })
})

describe('explain and verify', () => {
  const pay = 'commission plan.json orders.csv --target 650000 --statements'

  it('explain each statement, as the library does', async () => {
    await sh.run(`${pay} --output statements.ndjson`)
    const [first = ''] = sh.read('statements.ndjson').split('\n')
    sh.write('one.json', first)
    const statement = JSON.parse(first) as never
    expect((await sh.run('explain one.json')).out).toBe(explain(statement, { locale: 'en' }))
    const line = await sh.run('explain statements.ndjson --depth line --locale zh-CN')
    expect(line.out.split('\n')[0]).toBe(explain(statement, { locale: 'zh-CN', depth: 'line' }))
    expect(line.out.split('\n')).toHaveLength(3)
    const about = ['--name', 'Wei Li', '--plan', 'plan.json', '--format', 'markdown']
    const options = { locale: 'en', format: 'markdown', about: { name: 'Wei Li' } } as const
    const page = await sh.run(['explain', 'one.json', ...about])
    expect(page.out).toBe(explain(statement, { ...options, policy: handbook.commission }))
    expect((await sh.run('explain statements.ndjson --format html')).code).toBe(EXIT.usage)
    const ben = await sh.run(['explain', 'statements.ndjson', '--payee', 'Ben', ...about])
    expect(ben.out).toContain('- **Payee**: Ben')
    const named = await sh.run(['explain', 'statements.ndjson', '--name', 'Wei Li'])
    expect(named).toMatchObject({ code: EXIT.usage, out: '' })
    expect(named.err).toContain('--name is the name of one person')
    const nobody = await sh.run('explain statements.ndjson --payee Bem')
    expect(nobody).toMatchObject({ code: EXIT.usage, out: '' })
    expect(nobody.err).toContain('Did you mean Ben?')
    const wrong = await sh.run('explain plan.json')
    expect(wrong.code).toBe(EXIT.refused)
    expect(wrong.err).toContain('plan.json is not explained:')
  })

  it('verify what was kept with its input, and say where it differs', async () => {
    await sh.run(`${pay} --with-input --output kept.ndjson`)
    const identical = await sh.run('verify kept.ndjson plan.json')
    expect(identical).toMatchObject({ code: 0, err: '2 outcomes, all identical.\n' })
    expect(identical.out).toBe('outcome,answer,path,was,is\nAnn,identical,,,\nBen,identical,,,\n')
    sh.write(
      'kept.ndjson',
      sh.read('kept.ndjson').replace('"amount":"50000.02"', '"amount":"50001.02"'),
    )
    const differs = await sh.run('verify kept.ndjson handbook')
    expect(differs).toMatchObject({ code: EXIT.refused, err: '1 outcome of 2 not verified.\n' })
    expect(differs.out).toContain('Ann,different,amount,50001.02,50000.02\n')
  })

  it('verify by an input beside, refuse another plan, and take other kinds', async () => {
    sh.write('grade.json', JSON.stringify(gradeScore(92, handbook.grading)))
    sh.write('input.json', '92')
    sh.write('grading.json', (await sh.run('handbook grading')).out)
    expect((await sh.run('verify grade.json grading.json input.json')).code).toBe(0)
    expect((await sh.run('verify grade.json handbook input.json --kind grading')).code).toBe(0)
    sh.write('plan2.json', sh.read('plan.json').replace('"version": "1"', '"version": "2"'))
    await sh.run(`${pay} --with-input --output kept.ndjson`)
    const other = await sh.run('verify kept.ndjson plan2.json')
    expect(other.code).toBe(EXIT.refused)
    expect(other.out).toContain('Ann,refused,')
    expect(other.out).toContain('handbook-commission 1')
    expect((await sh.run('verify kept.ndjson plan.json input.json')).code).toBe(EXIT.usage)
  })
})

describe('compare', () => {
  it('says who gains, by which step, and what it comes to', async () => {
    sh.write('then.json', sh.read('plan.json').replace('"rate": "0.04"', '"rate": "0.045"'))
    const { code, out, err } = await sh.run(
      'compare plan.json then.json orders.csv --target 650000',
    )
    expect(code).toBe(0)
    expect(out).toBe(
      'payee,now,then,difference,step,id\nAnn,50000.02,52500.02,2500.00,rate,second\n',
    )
    expect(err).toContain(
      'CNY 71000.02 now, 73500.02 then, 2500.00 more. 1 payee gain, 0 lose, 1 as now.',
    )
    const refused = await sh.run('compare plan.json then.json orders.csv')
    expect(refused).toMatchObject({ code: EXIT.refused, out: '' })
  })
})

describe('score', () => {
  it('scores leads as the library does, and sets refused rows aside', async () => {
    const header = 'Lead ID,budget.amount,budget.currency,authority,urgency,reachable'
    const rows = [
      'L1,300000,CNY,decision-maker,this-quarter,是',
      'L2,50,CNY,user,none,no',
      'L3,1,CNY,boss,none,',
    ]
    sh.write('leads.csv', `${header}\n${rows.join('\n')}\n`)
    const stopped = await sh.run('score leads handbook leads.csv')
    expect(stopped).toMatchObject({ code: EXIT.refused, out: '' })
    expect(stopped.err).toContain('authority, line 4: got "boss"')
    const { code, out } = await sh.run('score leads handbook leads.csv --rejected no.csv')
    const facts = {
      budget: { amount: '300000', currency: 'CNY' },
      authority: 'decision-maker',
      urgency: 'this-quarter',
    }
    expect(code).toBe(0)
    expect(out).toBe(
      `id,score,band,disqualified\nL1,${scoreLead(facts, handbook.leads).score},warm,\nL2,9,,no-reachable-contact\n`,
    )
    expect(sh.read('no.csv')).toContain('4,authority,VALUE_NOT_ALLOWED')
  })

  it('scores more rows than a batch names, each refused one of them', async () => {
    const rows = Array.from({ length: 2500 }, (_, at) => `C${at},x,50,50\n`)
    sh.write('customers.csv', `客户编号,互动,满意度,采购\n${rows.join('')}`)
    const { err } = await sh.run('score health handbook customers.csv')
    expect(err).toContain('2,500 rows refused')
    sh.write('customers.csv', '客户编号,互动,满意度,采购\nC1,50,60,70\n')
    expect((await sh.run('score health handbook customers.csv')).out).toBe(
      'id,score,band\nC1,60,watch\n',
    )
  })

  it('scores people by their results', async () => {
    const header =
      'employee,period,sales.actual,sales.target,newCustomers.actual,newCustomers.target'
    const rest =
      'satisfaction.points,satisfaction.source,collectionRate.actual,collectionRate.target'
    sh.write('people.csv', `${header},${rest}\nE1,2026-Q1,120,100,5,5,90,survey,0.9,1\n`)
    const { code, out } = await sh.run('score appraisal handbook people.csv')
    expect({ code, out }).toEqual({ code: 0, out: 'employee,score,gradeAtMost\nE1,97,\n' })
    sh.write('people.csv', `${header},${rest}\nE1,2026-Q1,120,100,5,5,90,self,0.9,1\n`)
    const { err } = await sh.run('score appraisal handbook people.csv')
    expect(err).toContain('satisfaction.source, line 2: ')
  })
})

describe('schema and issue', () => {
  it.each(POLICY_NAMES)('schema prints that of %s', async (name) => {
    const { code, out } = await sh.run(`schema ${name}`)
    expect({ code, out }).toEqual({ code: 0, out: readFileSync(`schemas/${name}.json`, 'utf8') })
  })

  it('issue says what a code says, in three languages', async () => {
    expect((await sh.run('issue DATE_INVALID')).out).toContain('got ‹given›, expected')
    expect((await sh.run('issue DATE_INVALID --locale zh-CN')).out).toContain('收到‹given›')
    expect((await sh.run('issue DATE_INVALID --locale zh-TW')).out).toContain('收到‹given›')
  })

  it('issue knows every code of the page of codes, and has a sentence for each', async () => {
    const { out } = await sh.run('issue')
    const [table = ''] =
      /^\| code \| means \|.*/ms.exec(readFileSync('docs/kernel.md', 'utf8')) ?? []
    const codes = [...table.matchAll(/`([A-Z]+(?:_[A-Z0-9]+)+)`/g)].map(([, code = '']) => code)
    expect(out.trim().split('\n')).toEqual(expect.arrayContaining(codes))
    for (const locale of ['en', 'zh-CN', 'zh-TW'])
      for (const code of out.trim().split('\n')) {
        const said = await sh.run(`issue ${code} --locale ${locale}`)
        expect([code, said.code, said.out.includes('undefined')]).toEqual([code, 0, false])
      }
  })
})
