import fc from 'fast-check'
import { bucketOf } from 'sales-rules/batch'
import { afterAll, describe, expect, it } from 'vitest'
import { ORDERS, shell } from './shell.js'

const here = shell({ 'orders.csv': ORDERS })
afterAll(here.remove)

const SCALE = {
  mode: 'marginal',
  tiers: [
    { id: 'first', upTo: '1000', rate: '0.03' },
    { id: 'top', upTo: null, rate: '0.05' },
  ],
}

/** Plans that add up amounts alone, and plans that look at more of each line. */
const PLANS = {
  handbook: 'handbook',
  plain: here.write('plain.json', JSON.stringify({ currency: 'CNY', scale: SCALE })),
  weighed: here.write(
    'weighed.json',
    JSON.stringify({
      currency: 'CNY',
      scale: SCALE,
      factors: [{ id: 'service', when: { category: ['service'] }, multiplier: '0.5' }],
    }),
  ),
}
here.write(
  'grouped.json',
  JSON.stringify({ currency: 'CNY', scale: SCALE, rounding: { at: 'line' } }),
)

type Line = Readonly<Record<string, unknown>>

const textOf = (lines: readonly Line[]) => lines.map((line) => `${JSON.stringify(line)}\n`).join('')

async function partial(plan: string, text: string | readonly Uint8Array[], more = '') {
  return here.run(`partial ${plan} - --quiet ${more}`, { stdin: text })
}

/** What the parts come to, each counted apart. */
async function finished(plan: string, parts: readonly string[], more = '--target 500') {
  const states: string[] = []
  for (const part of parts) {
    const { code, out } = await partial(plan, part)
    expect(code).toBe(0)
    states.push(out)
  }
  return here.run(`finish ${plan} - --quiet ${more}`, { stdin: states.join('') })
}

const amount = fc.oneof(
  fc.integer({ min: -200_000, max: 200_000 }).map((cents) => (cents / 100).toFixed(2)),
  fc.integer({ min: -200_000, max: 200_000 }).map((cents) => cents / 100),
  fc.constantFrom('1e3', '0.0000001', '9007199254740993.5', '-0', 1e21, '007'),
)
const line = fc.record(
  {
    payee: fc.constantFrom('Ann', 'Ben', '张三', 'a"b', 'José'),
    amount,
    id: fc.string({ minLength: 1, maxLength: 5 }),
    date: fc.constantFrom('2026-01-31', '2026-02-28', '2024-02-29', '2026-03-01'),
    category: fc.constantFrom('service', 'goods'),
    currency: fc.constantFrom('CNY', 'CNY', 'EUR'),
    firstOrder: fc.boolean(),
    customer: fc.constantFrom('C-1', 'C-2', null),
  },
  { requiredKeys: ['payee', 'amount', 'id'] },
)

/** The lines in parts, as some engine hands them out. */
function partsOf(lines: readonly Line[], count: number): string[] {
  return Array.from({ length: count }, (_, part) =>
    textOf(lines.filter((_line, at) => at % count === part)),
  )
}

describe('parts that are counted anywhere', () => {
  it.each(Object.entries(PLANS))(
    'come to the same bytes, however many they are: %s',
    async (_, plan) => {
      await fc.assert(
        fc.asyncProperty(
          fc.uniqueArray(line, { selector: ({ id }) => id, maxLength: 25 }),
          fc.integer({ min: 2, max: 5 }),
          async (lines, count) => {
            const whole = await finished(plan, [textOf(lines)])
            expect(whole.code).toBe(0)
            const parts = partsOf(lines, count)
            expect(await finished(plan, parts)).toEqual(whole)
            expect(await finished(plan, [...parts].reverse())).toEqual(whole)
          },
        ),
        { numRuns: 60 },
      )
    },
  )

  it.each(Object.entries(PLANS))(
    'pay what the command pays from all lines: %s',
    async (_, plan) => {
      await fc.assert(
        fc.asyncProperty(
          fc.uniqueArray(line, { selector: ({ id }) => id, minLength: 1, maxLength: 25 }),
          async (given) => {
            // Of two first orders of a customer the command takes the one that comes first, and the filter the one whose id does.
            const lines = [...given].sort((a, b) => (a.id < b.id ? -1 : 1))
            const whole = await finished(plan, partsOf(lines, 3))
            const asked = `commission ${plan} - --from ndjson --target 500 --format ndjson --quiet`
            const paid = await here.run(asked, { stdin: textOf(lines) })
            const rows = (text: string) =>
              text
                .split('\n')
                .filter((row) => row !== '')
                .map((row) => JSON.parse(row))
                .map(({ payee, sales, commission }) => [payee, Number(sales), commission])
                .sort()
            expect(rows(whole.out)).toEqual(rows(paid.out))
          },
        ),
        { numRuns: 60 },
      )
    },
  )

  it('are read in bytes as strictly as one by one', async () => {
    const value = fc.oneof(
      amount,
      fc.constantFrom('n/a', '', null, true, '1,5', [], {}, '1.', '.5'),
    )
    const odd = fc.record(
      {
        id: fc.oneof(fc.string({ maxLength: 3 }), fc.constant(7)),
        payee: fc.constantFrom('Ann', 'Ben', '', 'a\\b', 'a\nb', 7, null),
        amount: value,
        date: fc.constantFrom('2026-01-31', '2026-02-30', '2026-13-01', '26-01-01', '2026-1-1'),
        notes: fc.constantFrom('x', 'a"b'),
      },
      { requiredKeys: ['id', 'payee', 'amount'] },
    )
    const written = fc
      .tuple(odd, fc.constantFrom(0, 0, 0, 1))
      .map(([given, blanks]) => JSON.stringify(given, null, blanks).replaceAll('\n', ''))
    const broken = fc.constantFrom(
      '{"id":"1","payee":"Ann","amount":007}',
      '{"id":"1","payee":"Ann","amount":1.}',
      '{"id":"1","payee":"Ann","amount":"1","amount":"2"}',
      '{"id":"1","payee":"Ann","amount":"1"} x',
      '{"id":"1","payee":"Ann","amount":"1"',
      '{"id":"1","payee":"Ann\\u0020B","amount":"1"}',
      '[]',
    )
    const lines = fc.array(fc.oneof({ arbitrary: written, weight: 6 }, broken), { maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(lines, async (texts) => {
        // Forms that are known before the first of these lines comes.
        const first = [
          '{"id":"0","payee":"Ann","amount":"1"}',
          '{"id":"0","payee":"Ann","amount":1}',
          '{"id":"0","payee":"Ann","amount":"1","date":"2026-01-31"}',
        ]
        const given = [...first, ...texts]
        const all = await partial('plain.json', given.join('\n'), '--rejected all.csv')
        const states: string[] = []
        let refused = 0
        for (const text of given) {
          const one = await partial('plain.json', text, '--rejected one.csv')
          states.push(one.out)
          refused += here.read('one.csv').trim().split('\n').length - 1
        }
        const stdin = { stdin: states.join('') }
        const alone = await here.run('finish plain.json - --quiet', stdin)
        expect(await here.run('finish plain.json - --quiet', { stdin: all.out })).toEqual(alone)
        expect(here.read('all.csv').trim().split('\n').length - 1).toBe(refused)
      }),
      { numRuns: 150 },
    )
  })
})

const LINES = [
  { id: 'O-1', payee: 'Ben', amount: '700.00', date: '2026-01-31' },
  { id: 'O-2', payee: 'Ann', amount: '900.00', date: '2026-02-01' },
  { id: 'O-3', payee: 'Ann', amount: '600.50', date: '2026-03-31' },
]

describe('of two first orders of a customer', () => {
  it('the one whose id is first counts, wherever it was', async () => {
    const order = { payee: 'Ann', customer: 'C-1', firstOrder: true }
    const large = { ...order, id: 'O-1', amount: '1000001' }
    const small = { ...order, id: 'O-2', amount: '5' }
    const both = await finished('handbook', [textOf([large, small])])
    // 1,000,006 earn 30,000.24, and the award for a large first order is 10,000.
    expect(JSON.parse(both.out)).toMatchObject({ commission: '40000.24' })
    for (const parts of [
      [small, large],
      [large, small],
    ])
      expect(
        await finished(
          'handbook',
          parts.map((one) => textOf([one])),
        ),
      ).toEqual(both)
    const other = await finished('handbook', [textOf([{ ...small, id: 'O-0' }, large])])
    expect(JSON.parse(other.out)).toMatchObject({ commission: '30000.24' })
  })
})

describe('partial', () => {
  it('writes a state for each payee, in the order of their names', async () => {
    const { code, out } = await partial('plain.json', textOf(LINES))
    expect(code).toBe(0)
    const policy = expect.stringMatching(/^[0-9a-f]{64}$/)
    expect(
      out
        .trim()
        .split('\n')
        .map((state) => JSON.parse(state)),
    ).toEqual([
      { payee: 'Ann', policy, lines: 2, sales: '1500.5' },
      { payee: 'Ben', policy, lines: 1, sales: '700' },
    ])
  })

  it('writes nothing for nothing, and ends well', async () => {
    for (const text of ['', '\n', '\r\n\r\n'])
      expect(await partial('plain.json', text)).toEqual({ code: 0, out: '', err: '' })
  })

  it('reads lines that end in any way, wherever they are cut', async () => {
    const text = textOf(LINES).trimEnd().replaceAll('\n', '\r\n')
    const whole = await partial('plain.json', textOf(LINES))
    const bytes = Buffer.from(`\ufeff${text}`)
    for (let cut = 1; cut < bytes.length; cut += 1) {
      const stdin = [bytes.subarray(0, cut), bytes.subarray(cut)]
      expect(await partial('plain.json', stdin)).toEqual(whole)
    }
  })

  it('ends with nothing on standard output where a line is wrong, whichever it is', async () => {
    for (const at of LINES.keys()) {
      const wrong = LINES.map((one, index) => (index === at ? { ...one, amount: 'n/a' } : one))
      const { code, out, err } = await partial('plain.json', textOf(wrong))
      expect([code, out]).toEqual([1, ''])
      expect(err).toContain(`amount, line ${at + 1}: got "n/a"`)
    }
  })

  it('sets wrong lines aside where it is asked to, with their place and the reason', async () => {
    const wrong = [...LINES, { id: 'O-4', payee: 'Ann', amount: '1', data: '2026-01-01' }]
    const { code, out } = await partial('plain.json', textOf(wrong), '--rejected wrong.csv')
    expect([code, out]).toEqual([0, (await partial('plain.json', textOf(LINES))).out])
    expect(here.read('wrong.csv')).toMatch(/^4,data,UNKNOWN_KEY,.*date/m)
  })

  it('passes over a key that it is told to, and no other one', async () => {
    const noted = LINES.map((one) => ({ ...one, notes: 'x', colour: 'red' }))
    const refused = await partial('plain.json', textOf(noted), '--ignore notes')
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('colour, 3 rows')])
    const passed = await partial('plain.json', textOf(noted), '--ignore notes --ignore colour')
    expect(passed).toEqual(await partial('plain.json', textOf(LINES)))
  })

  it('refuses lines of other days than those of the period', async () => {
    const whole = await partial('plain.json', textOf(LINES), '--period 2026-Q1')
    expect(JSON.parse(whole.out.split('\n')[0] ?? '')).toMatchObject({ period: '2026-Q1' })
    const cut = await partial('plain.json', textOf(LINES), '--period 2026-02')
    expect([cut.code, cut.out]).toEqual([1, ''])
    expect(cut.err).toContain(
      'date, 2 rows, first line 1: got 2026-01-31, which is not in 2026-02.',
    )
    expect((await partial('plain.json', '', '--period 2026-13')).code).toBe(2)
  })

  it.each([
    ['date', '"2026-02-30"', '"2026-00-01"', '"2026-04-31"', '"2026-12-00"', '"20260131  "'],
    ['amount', '"1,5"', '"1."', '".5"', '"--1"', '""'],
    ['payee', '""', `"${'a'.repeat(201)}"`],
    ['id', '""', `"${'a'.repeat(201)}"`],
  ])('refuses a wrong %s in a line like those before', async (key, ...values) => {
    const like = textOf(LINES.slice(0, 1)).trim()
    for (const value of values) {
      const wrong = like.replace(new RegExp(`"${key}":"[^"]*"`), `"${key}":${value}`)
      const { code, err } = await partial('plain.json', [like, wrong, like].join('\n'))
      expect([code, err]).toEqual([1, expect.stringContaining(`${key}, line 2: `)])
    }
  })

  it('takes every day that exists in a line like those before', async () => {
    const days = Array.from({ length: 366 }, (_, day) =>
      new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10),
    )
    const { out } = await partial('plain.json', textOf(days.map((date) => ({ ...LINES[0], date }))))
    expect(JSON.parse(out)).toMatchObject({ lines: 366, sales: '256200' })
  })

  it('refuses a plan whose lines must stay together, before it reads any', async () => {
    const { code, out, err } = await partial('grouped.json', textOf(LINES))
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(/rounding\.at: .*\n.*sales-rules commission/)
  })

  it('refuses a line without end, and what is no text', async () => {
    const long = await partial('plain.json', `{"payee":"${'a'.repeat(1_100_000)}`)
    expect([long.code, long.out]).toEqual([65, ''])
    expect(long.err).toContain('more than a million bytes')
    const zip = await partial('plain.json', [Buffer.from('PK\u0003\u0004 and so on')])
    expect([zip.code, zip.out]).toEqual([65, ''])
  })
})

describe('finish', () => {
  const stateOf = async (more = '') => (await partial('plain.json', textOf(LINES), more)).out
  const finish = (stdin: string, more = '') => here.run(`finish plain.json - ${more}`, { stdin })

  it('writes what each payee earns, in the order of their names', async () => {
    const { code, out, err } = await finish(await stateOf('--period 2026-Q1'))
    expect([code, err]).toEqual([0, '3 lines, 2 payees.\n'])
    const shared = { currency: 'CNY', policy: expect.any(String), period: '2026-Q1' }
    expect(
      out
        .trim()
        .split('\n')
        .map((row) => JSON.parse(row)),
    ).toEqual([
      // 1,000 at 3% and 500.50 at 5%.
      { payee: 'Ann', lines: 2, sales: '1500.50', commission: '55.03', ...shared },
      { payee: 'Ben', lines: 1, sales: '700.00', commission: '21.00', ...shared },
    ])
  })

  it('writes nothing for nothing', async () => {
    expect(await finish('', '--quiet')).toEqual({ code: 0, out: '', err: '' })
  })

  it('writes statements, the same from any parts', async () => {
    const [whole, ...parts] = [textOf(LINES), ...partsOf(LINES, 2)]
    const one = await finished('weighed.json', [whole ?? ''], '--statements')
    expect(await finished('weighed.json', parts, '--statements')).toEqual(one)
    const [ann] = one.out
      .trim()
      .split('\n')
      .map((row) => JSON.parse(row))
    expect(ann).toMatchObject({ payee: 'Ann', sales: '1500.50', amount: '55.03' })
  })

  it('pays each by what the file of payees says, and refuses who is not in it', async () => {
    here.write('payees.csv', 'payee,target\nAnn,100\n')
    const refused = await finish(await stateOf(), '--payees payees.csv')
    expect([refused.code, refused.out]).toEqual([1, ''])
    expect(refused.err).toContain('got "Ben", expected a payee of payees.csv')
    const aside = await finish(await stateOf(), '--payees payees.csv --rejected unpaid.csv')
    expect(aside.out).toMatch(/^\{"payee":"Ann".*\n$/)
    expect(here.read('unpaid.csv')).toContain('Ben')
  })

  it.each([
    [
      'a state of another plan',
      1,
      'counted by another plan',
      (state: string) => state.replace(/"policy":"./, '"policy":"x'),
    ],
    [
      'a state of another period',
      1,
      'is of 2026-02',
      (state: string) => state.replace('"lines":1', '"period":"2026-02","lines":1'),
    ],
    ['a line of an order', 65, 'is no state', () => textOf(LINES)],
    ['half of a state', 65, 'is no state', (state: string) => state.slice(0, -20)],
    ['sales that are no decimal', 65, 'sales', (state: string) => state.replace('"700"', '"7e"')],
    ['half a line', 65, 'lines', (state: string) => state.replace('"lines":1', '"lines":0.5')],
    [
      'a key of nobody',
      65,
      'bonus',
      (state: string) => state.replace('"lines":1', '"bonus":1,"lines":1'),
    ],
  ])('is stopped by %s', async (_, expected, said, change) => {
    const { code, out, err } = await finish(change(await stateOf()))
    expect([code, out]).toEqual([expected, ''])
    expect(err).toContain(said)
  })

  it('is stopped by a part that comes twice, if parts have names', async () => {
    const state = await stateOf('--part 7')
    const twice = await finish(state + state)
    expect([twice.code, twice.out]).toEqual([1, ''])
    expect(twice.err).toContain('part 7 of "Ann" came before')
    expect((await finish(state + (await stateOf('--part 8')))).code).toBe(0)
  })
})

describe('reconcile', () => {
  const parts = partsOf(LINES, 2)
  const prepare = async () => {
    const states = [] as string[]
    for (const [at, part] of parts.entries()) {
      const { out } = await partial('plain.json', part)
      here.write(`states-${at}.ndjson`, out)
      states.push(out)
    }
    return states
  }
  const asked = 'results.ndjson --states states-0.ndjson --states states-1.ndjson'

  it('says that each payee came out once where workers were chosen by bucketOf', async () => {
    const all = (await prepare()).join('').trim().split('\n')
    const results: string[] = []
    for (const worker of [0, 1]) {
      const own = all.filter((state) => bucketOf(JSON.parse(state).payee, 2) === worker)
      results.push((await here.run('finish plain.json -', { stdin: own.join('\n') })).out)
    }
    here.write('results.ndjson', results.join(''))
    const { code, out, err } = await here.run(`reconcile ${asked}`)
    expect([code, out]).toEqual([0, 'payee,difference,path,message\n'])
    expect(err).toMatch(/Reconciled\.\n$/)
  })

  it('says who came out twice where each worker had half of their lines', async () => {
    const results: string[] = []
    for (const state of await prepare())
      results.push((await here.run('finish plain.json -', { stdin: state })).out)
    here.write('results.ndjson', results.join(''))
    const { code, out, err } = await here.run(`reconcile ${asked}`)
    expect(code).toBe(1)
    expect(out).toMatch(/\nAnn,twice,/)
    expect(err).toMatch(/Not reconciled: 1 difference\.\n$/)
  })

  it('is stopped by states in the place of results', async () => {
    await prepare()
    const { code, out, err } = await here.run(`reconcile states-1.ndjson --states states-0.ndjson`)
    expect([code, out]).toEqual([65, ''])
    expect(err).toContain('states-1.ndjson, line 1 is no result: it has no commission.')
  })

  it('is stopped by what is no count, and asks for the states', async () => {
    here.write('results.ndjson', '{"payee":"Ann"}\n')
    await prepare()
    expect(await here.run(`reconcile ${asked}`)).toMatchObject({ code: 65, out: '' })
    expect(await here.run('reconcile results.ndjson')).toMatchObject({ code: 2 })
  })
})

describe('a packed plan', () => {
  it('counts and pays as the plan does', async () => {
    expect((await here.run('pack plain.json --output packed.json')).code).toBe(0)
    const plain = await finished('plain.json', [textOf(LINES)])
    expect(await finished('packed.json', [textOf(LINES)])).toEqual(plain)
  })

  it('is refused where a byte of it was changed, or where another kind is needed', async () => {
    await here.run('pack plain.json --output packed.json')
    here.write('changed.json', here.read('packed.json').replace('"0.03"', '"0.04"'))
    const changed = await partial('changed.json', textOf(LINES))
    expect([changed.code, changed.out]).toEqual([1, ''])
    expect(changed.err).toMatch(
      /^error: changed\.json is refused:\n {2}packed: \S.*\nPack the plan again/,
    )
    await here.run('pack handbook --kind leads --output leads.json')
    expect(await partial('leads.json', '')).toMatchObject({ code: 2, out: '' })
  })
})
