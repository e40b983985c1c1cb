import {
  attempt,
  type CommissionFacts,
  type CommissionPlanInput,
  commissionAccumulator,
  defineCommissionPlan,
  handbook,
} from 'sales-rules'
import {
  attributeCommissionColumns,
  type CommissionColumns,
  type CommissionRow,
  calculateCommissionColumns,
  commissionColumnsBuilder,
} from 'sales-rules/batch'
import { describe, expect, it } from 'vitest'
import { LARGEST } from '../../../src/batch/number/scaled.js'

const plan = handbook.commission
const utf8 = new TextEncoder()

function columnsOf(rows: readonly unknown[], options = {}) {
  const builder = commissionColumnsBuilder(plan, options)
  builder.addRows(rows as CommissionRow[])
  return builder.finish()
}

/** A payee and an amount between other bytes, with their places. */
function slices(payee: string | Uint8Array, amount: string) {
  const name = typeof payee === 'string' ? utf8.encode(payee) : payee
  const bytes = Uint8Array.from([7, ...name, 59, ...utf8.encode(amount), 7])
  return [bytes, Int32Array.of(1, 1 + name.length, 2 + name.length, bytes.length - 1)] as const
}

describe('columns', () => {
  it('are built from rows, texts and bytes, as they come', () => {
    const builder = commissionColumnsBuilder(plan)
    builder.addRow({ payee: 'Ann', amount: 12.5 })
    builder.addTexts(['丁', 'Ann'], ['-3', '0.01'])
    builder.addBytes(...slices('丁', '4.10'))
    builder.addBytes(...slices('Ann', '-0'))
    builder.addRows([{ payee: 'Ben', amount: 7n }])
    expect(builder.finish()).toEqual({
      payees: ['Ann', '丁', 'Ben'],
      payee: Int32Array.of(0, 1, 0, 1, 0, 2),
      amounts: Float64Array.of(1250, -300, 1, 410, 0, 700),
      decimals: 2,
      wide: new Map(),
      rows: 6,
      issues: [],
      refused: 0,
      refusedByPayee: new Map(),
      refusedByCode: {},
    })
  })

  it('keep what does not fit, to the last digit', () => {
    const { amounts, wide } = columnsOf([
      { payee: 'Ann', amount: '0.005' },
      { payee: 'Ann', amount: '1e3' },
      { payee: 'Ann', amount: '90071992547409.91' },
      { payee: 'Ann', amount: '90071992547409.92' },
    ])
    expect(amounts).toEqual(Float64Array.of(Number.NaN, 100_000, LARGEST, Number.NaN))
    expect([...wide]).toEqual([
      [0, '0.005'],
      [3, '90071992547409.92'],
    ])
  })

  it('name the key that was meant, where a row lacks one, and no other', () => {
    const { issues, refusedByCode } = columnsOf([
      { payee: 'Ann', amonut: 1, region: 'north' },
      { Payee: 'Ann', amounts: 1 },
      { payee: 'Ann', amount: 'x', amounts: 1 },
      null,
    ])
    const suggestions = issues.map((row) =>
      row.issues.flatMap(({ code, params }) => (code === 'UNKNOWN_KEY' ? [params] : [])),
    )
    expect(suggestions).toMatchObject([
      [{ key: 'amonut', suggestion: 'amount' }],
      [
        { key: 'Payee', suggestion: 'payee' },
        { key: 'amounts', suggestion: 'amount' },
      ],
      [],
      [],
    ])
    expect(refusedByCode).toEqual({ VALUE_MISSING: 3, NUMBER_INVALID: 1 })
  })

  it('name every row that is refused, and go on', () => {
    const loop = new Proxy({} as CommissionRow, {
      get: () => {
        throw new Error('no')
      },
    })
    const wrong = [
      null,
      { payee: 'Ann', amount: '12,5' },
      { payee: '', amount: '1' },
      { payee: 'Ann', amount: 0.1 + 0.2 },
      { payee: 'Ann' },
      { amount: '1' },
      loop,
    ]
    const { payees, amounts, rows, issues } = columnsOf([...wrong, { payee: 'Ann', amount: '1' }])
    expect([payees, [...amounts], rows]).toEqual([['Ann'], [100], 8])
    expect(issues.map(({ row, issues: found }) => [row, found.map(({ code }) => code)])).toEqual([
      [0, ['VALUE_MISSING', 'VALUE_MISSING']],
      [1, ['NUMBER_INVALID']],
      [2, ['VALUE_INVALID']],
      [3, ['NUMBER_TOO_PRECISE']],
      [4, ['VALUE_MISSING']],
      [5, ['VALUE_MISSING']],
      [6, ['VALUE_MISSING', 'VALUE_MISSING']],
    ])
    expect(issues[1]?.issues[0]?.path).toEqual(['amount'])
  })

  it('refuse bytes that are no text', () => {
    const builder = commissionColumnsBuilder(plan)
    builder.addBytes(...slices(Uint8Array.of(0xff, 0xfe), '1'))
    builder.addBytes(...slices('Ann', '1.0.0'))
    const { payees, issues } = builder.finish()
    expect([payees, issues.map(({ row }) => row)]).toEqual([[], [0, 1]])
  })

  it('are built from the bytes of many lines at once', () => {
    const bytes = utf8.encode('Ann,1\n丁,2.5\nAnn,x\n')
    const builder = commissionColumnsBuilder(plan)
    builder.addBytes(bytes, Int32Array.of(0, 3, 4, 5, 6, 9, 10, 13, 14, 17, 18, 19))
    const { payees, amounts, issues, rows } = builder.finish()
    expect([payees, [...amounts], rows]).toEqual([['Ann', '丁'], [100, 250], 3])
    expect(issues.map(({ row, id }) => [row, id])).toEqual([[2, 'Ann']])
  })

  it.each<[string, Int32Array]>([
    ['slices', Int32Array.of(0, 3, 4)],
    ['slices[2]', Int32Array.of(0, 3, 4, 6)],
    ['slices[0]', Int32Array.of(-1, 3, 4, 5)],
    ['slices[6]', Int32Array.of(0, 3, 4, 5, 0, 3, 5, 4)],
    ['slices', [0, 3, 4, 5] as unknown as Int32Array],
  ])('are not built from bytes beyond theirs, and then from none: %s', (path, slices) => {
    const builder = commissionColumnsBuilder(plan)
    const outcome = attempt(() => builder.addBytes(utf8.encode('Ann,1'), slices))
    const [issue] = outcome.ok ? [] : outcome.issues
    expect([issue?.code, issue?.message.split(':')[0]]).toEqual(['VALUE_INVALID', path])
    expect(builder.finish().rows).toBe(0)
  })

  it('know a payee by all of the bytes, a mark at the front of them too', () => {
    const builder = commissionColumnsBuilder(plan)
    const names = Array.from({ length: 5000 }, (_, index) => `E-${index * 7919}`)
    const marked = `\uFEFF${names[0]}`
    for (const name of [...names, marked, ...names]) builder.addBytes(...slices(name, '1'))
    const { payees, payee } = builder.finish()
    expect(payees).toEqual([...names, marked])
    expect([...payee.slice(5001)]).toEqual([...names.keys()])
  })

  it('know payees apart whose names have the same hash', () => {
    const builder = commissionColumnsBuilder(plan)
    for (const name of ['declinate', 'macallums', 'declinate', 'macallums'])
      builder.addBytes(...slices(name, '1'))
    const { payees, payee } = builder.finish()
    expect([payees, [...payee]]).toEqual([
      ['declinate', 'macallums'],
      [0, 1, 0, 1],
    ])
  })

  it('keep what a source gave before it broke off', () => {
    function* source() {
      for (let row = 0; row < 1500; row += 1) yield { payee: 'Ann', amount: 1 }
      throw new Error('no connection')
    }
    const builder = commissionColumnsBuilder(plan, { keep: 'totals' })
    expect(() => builder.addRows(source())).toThrow('no connection')
    expect(builder.finish()).toMatchObject({ rows: 1500, amounts: Float64Array.of(150_000) })
  })

  it('grow as they go, and those that were finished stay as they were', () => {
    const builder = commissionColumnsBuilder(plan)
    const before = builder.finish()
    builder.addRow({ payee: 'Ann', amount: '1' })
    const one = builder.finish()
    for (let row = 0; row < 5000; row += 1) builder.addRow({ payee: 'Ann', amount: row })
    expect([before.amounts.length, before.payees.length, before.rows]).toEqual([0, 0, 0])
    expect([...one.amounts]).toEqual([100])
    expect(builder.finish().amounts.length).toBe(5001)
    expect(builder.finish().amounts.at(-1)).toBe(499_900)
  })

  it('have the decimals of the currency, of a tier that ends between, or those asked for', () => {
    const tiers = [
      { id: 'low', upTo: '10.125', rate: '0.1' },
      { id: 'top', upTo: null, rate: '0.2' },
    ]
    const fine = defineCommissionPlan({ currency: 'JPY', scale: { mode: 'marginal', tiers } })
    expect(commissionColumnsBuilder(fine).finish().decimals).toBe(3)
    expect(columnsOf([{ payee: 'Ann', amount: '0.00001' }], { decimals: 5 }).amounts[0]).toBe(1)
  })
})

describe('columns that were finished', () => {
  const rows = Array.from({ length: 3000 }, (_, row) => ({ payee: `E-${row % 9}`, amount: row }))

  it.each(['lines', 'totals'] as const)('are their own and no longer than their %s', (keep) => {
    const builder = commissionColumnsBuilder(plan, { keep })
    for (const row of rows) builder.addRow(row)
    const { payee, amounts } = builder.finish()
    for (const column of [payee, amounts]) expect(column.buffer.byteLength).toBe(column.byteLength)
  })

  it.each(['lines', 'totals'] as const)('may be given away, and %s go on', (keep) => {
    const builder = commissionColumnsBuilder(plan, { keep })
    builder.addRows(rows)
    const columns = builder.finish()
    const transfer = [columns.payee.buffer, columns.amounts.buffer] as ArrayBuffer[]
    const received = structuredClone(columns, { transfer })
    expect([received, columns.amounts.length]).toEqual([columnsOf(rows, { keep }), 0])
    builder.addRows(rows)
    expect(builder.finish()).toEqual(columnsOf([...rows, ...rows], { keep }))
  })
})

describe('totals', () => {
  it('have a line for each payee, the sum of theirs', () => {
    const rows = [
      { payee: 'Ann', amount: '900000' },
      { payee: 'Ben', amount: 5 },
      { payee: 'Ann', amount: '-0.5' },
    ]
    expect(columnsOf(rows, { keep: 'totals' })).toEqual({
      payees: ['Ann', 'Ben'],
      payee: Int32Array.of(0, 1),
      amounts: Float64Array.of(89_999_950, 500),
      counts: Float64Array.of(2, 1),
      decimals: 2,
      wide: new Map(),
      rows: 3,
      issues: [],
      refused: 0,
      refusedByPayee: new Map(),
      refusedByCode: {},
    })
  })

  const steps = [
    { id: 'late', upTo: '0.9', multiplier: '0.5' },
    { id: 'on-time', upTo: null, multiplier: '1' },
  ]
  const condition = {
    id: 'on-time',
    comparison: 'at-least',
    required: '0.9',
    unit: 'ratio',
  } as const
  const onTime = { facts: { 'on-time': '0.85' } }
  it.each<[string, Partial<CommissionPlanInput>, CommissionFacts]>([
    [
      'kpiMultiplier',
      { kpiMultiplier: { fact: 'on-time', boundary: 'upper-tier', steps } },
      onTime,
    ],
    ['gate.conditions', { gate: { conditions: condition } }, onTime],
    ['accelerator', { accelerator: { mode: 'marginal', boundary: 'upper-tier', steps } }, {}],
    ['cap.year', { cap: { year: '100' } }, { yearToDate: { earned: '99' } }],
    ['cap.quarter', { cap: { quarter: '100' } }, { yearToDate: { earned: '99' } }],
    ['cap.half', { cap: { half: '100' } }, { yearToDate: { earned: '99' } }],
  ])('will do wherever the plan needs no more, as for the accumulator: %s', (_, terms, more) => {
    const { currency, scale } = plan
    const own = defineCommissionPlan({ currency, scale, ...terms })
    const facts = { target: '1000', ...more }
    const total = commissionAccumulator(own)
    const amounts = ['700', '500']
    const totals = amounts.reduce(
      (before, amount, line) => total.add(before, { id: `${line}`, amount }),
      total.create(),
    )
    const builder = commissionColumnsBuilder(own, { keep: 'totals' })
    for (const amount of amounts) builder.addRow({ payee: 'Ann', amount })
    const { commission } = calculateCommissionColumns(builder.finish(), own, facts)
    expect(commission[0]).toBe(Math.round(Number(total.finish(totals, facts).amount) * 100))
  })

  it('stay exact beyond every integer that a number holds, and come back', () => {
    const half = '45035996273704.97'
    const over = [half, half, half, '0.001'].map((amount) => ({ payee: 'Ann', amount }))
    expect([...columnsOf(over, { keep: 'totals' }).wide]).toEqual([[0, '135107988821114.911']])
    const back = [...over, { payee: 'Ann', amount: '-0.001' }, { payee: 'Ann', amount: `-${half}` }]
    const { amounts, wide } = columnsOf([...back, { payee: 'Ann', amount: '-0.03' }], {
      keep: 'totals',
    })
    expect([[...amounts], wide.size]).toEqual([[LARGEST], 0])
  })

  it('of parts are put together to those of the whole, in any order', () => {
    const rows = Array.from({ length: 999 }, (_, index) => ({
      payee: `E-${index % 7}`,
      amount: index % 50 === 0 ? '0.0001' : index % 60 === 0 ? 'none' : `${index}.25`,
    }))
    const whole = columnsOf(rows, { keep: 'totals' })
    const parts = [rows.slice(0, 300), rows.slice(300, 301), rows.slice(301)].map((part) =>
      structuredClone(columnsOf(part, { keep: 'totals' })),
    )
    const builder = commissionColumnsBuilder(plan, { keep: 'totals' })
    for (const part of parts) builder.addColumns(part)
    expect(builder.finish()).toEqual(whole)
    const reversed = commissionColumnsBuilder(plan, { keep: 'totals' })
    for (const part of parts.reverse()) reversed.addColumns(part)
    const { payees, amounts, wide } = reversed.finish()
    for (const [place, name] of payees.entries()) {
      const same = whole.payees.indexOf(name)
      expect([amounts[place], wide.get(place)]).toEqual([whole.amounts[same], whole.wide.get(same)])
    }
  })

  it('count the rows that they are the sum of, those that fit no number with them', () => {
    const rows = ['1', '0.001', '9007199254740993', '2'].map((amount) => ({ payee: 'Ann', amount }))
    const part = columnsOf([...rows, { payee: 'Ben', amount: '1' }], { keep: 'totals' })
    expect(part.counts).toEqual(Float64Array.of(4, 1))
    const builder = commissionColumnsBuilder(plan, { keep: 'totals' })
    builder.addRow({ payee: 'Ben', amount: '1' })
    for (let time = 0; time < 3; time += 1) builder.addColumns(part)
    builder.addColumns(columnsOf(rows))
    expect([builder.finish().payees, builder.finish().counts]).toEqual([
      ['Ben', 'Ann'],
      Float64Array.of(4, 16),
    ])
  })

  it.each([
    ['a list', [1], 'counts: got an array'],
    ['too short', Float64Array.of(), 'counts: got 0, expected a count for each of the 1 lines.'],
    ['none', Float64Array.of(0), 'counts[0]: got 0'],
    ['half of one', Float64Array.of(1.5), 'counts[0]: got 1.5'],
  ])('are refused with counts that are none: %s', (_, counts, message) => {
    const totals = columnsOf([{ payee: 'Ann', amount: '1' }], { keep: 'totals' })
    const wrong = { ...totals, counts } as CommissionColumns
    const builder = commissionColumnsBuilder(plan, { keep: 'totals' })
    const outcome = attempt(() => builder.addColumns(wrong))
    expect(outcome.ok ? [] : outcome.issues.map((issue) => issue.message)).toEqual([
      expect.stringContaining(message),
    ])
    expect(builder.finish().payees).toEqual([])
  })
})

describe('columns are refused', () => {
  const scale = { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.1' }] } as const
  it.each<[string, Partial<CommissionPlanInput>]>([
    ['rounding.at', { rounding: { at: 'line' } }],
    ['cap.line', { cap: { line: '100' } }],
  ])('as totals under a plan that asks for lines, naming its field: %s', (field, terms) => {
    const byLine = defineCommissionPlan({ currency: 'CNY', scale, ...terms })
    const outcome = attempt(() => commissionColumnsBuilder(byLine, { keep: 'totals' }))
    expect(outcome).toEqual({
      ok: false,
      issues: [
        {
          code: 'PLAN_NEEDS_LINES',
          severity: 'error',
          path: ['options', 'keep'],
          params: { reason: 'keep-totals', field },
          message: `options.keep: got "totals", but a plan with this "${field}" is computed from lines. Keep the lines, or change that field.`,
        },
      ],
    })
  })

  it.each<[string, object, string]>([
    ['an option that nobody knows', { keeps: 'lines' }, 'UNKNOWN_KEY'],
    ['a wrong word', { keep: 'sums' }, 'VALUE_NOT_ALLOWED'],
    ['too many decimals', { decimals: 16 }, 'NUMBER_OUT_OF_RANGE'],
  ])('for %s', (_, options, code) => {
    const outcome = attempt(() => commissionColumnsBuilder(plan, options))
    expect(outcome.ok ? [] : outcome.issues.map((issue) => issue.code)).toEqual([code])
  })

  it('where texts are not equally many', () => {
    const outcome = attempt(() => commissionColumnsBuilder(plan).addTexts(['Ann', 'Ben'], ['1']))
    expect(outcome.ok ? [] : outcome.issues.map(({ message }) => message)).toEqual([
      'amounts: got 1, expected an amount for each of the 2 payees.',
    ])
  })

  it('where they do not belong together, when they are added to others', () => {
    const { payees, ...columns } = columnsOf([{ payee: 'Ann', amount: '1' }])
    const add = (wrong: object) =>
      attempt(() => commissionColumnsBuilder(plan).addColumns({ payees, ...columns, ...wrong }))
    for (const wrong of [
      { payees: [] },
      { payee: Int32Array.of(-1) },
      { payee: Int32Array.of(0, 0) },
      { decimals: 0.5 },
      { amounts: Float64Array.of(Number.NaN) },
      { amounts: Float64Array.of(0.5) },
      { amounts: Float64Array.of(Number.NaN), wide: new Map([[0, 'one']]) },
    ])
      expect(add(wrong).ok).toBe(false)
  })

  it.each<[string, Partial<CommissionColumns>, (string | number)[]]>([
    ['of nobody', { payee: Int32Array.of(0, 7) }, ['payee', 1]],
    ['of a fraction of a unit', { amounts: Float64Array.of(100, 0.5) }, ['amounts', 1]],
    ['of no amount', { amounts: Float64Array.of(100, Number.NaN) }, ['amounts', 1]],
  ])('before any of theirs is added, where there is a line %s', (_, wrong, path) => {
    for (const decimals of [2, 3]) {
      const builder = commissionColumnsBuilder(plan, { decimals })
      const before = builder.finish()
      const rows = ['1', '2'].map((amount) => ({ payee: 'Ann', amount }))
      const outcome = attempt(() => builder.addColumns({ ...columnsOf(rows), ...wrong }))
      expect(outcome.ok ? [] : outcome.issues.map((issue) => issue.path)).toEqual([path])
      expect(builder.finish()).toEqual(before)
    }
  })

  it('where a payee has no name, or the same name comes twice', () => {
    const columns = columnsOf([
      { payee: 'Ann', amount: '900000' },
      { payee: 'Ben', amount: '900000' },
    ])
    const codes = (payees: readonly string[]) =>
      [
        (given: CommissionColumns) => commissionColumnsBuilder(plan).addColumns(given),
        (given: CommissionColumns) => calculateCommissionColumns(given, plan, { target: 1 }),
        (given: CommissionColumns) => attributeCommissionColumns(given, plan, { target: 1 }),
      ].map((call) => {
        const outcome = attempt(() => call({ ...columns, payees }))
        return outcome.ok ? [] : outcome.issues.map(({ code, message }) => [code, message])
      })
    expect(codes(['Ann', ''])).toEqual(
      Array(3).fill([
        ['VALUE_INVALID', 'payees[1]: got "", expected a text of 1 to 200 characters.'],
      ]),
    )
    expect(codes(['Ann', 'Ann'])).toEqual(
      Array(3).fill([['ID_DUPLICATE', 'payees[1]: got "Ann" twice, expected each payee once.']]),
    )
  })
})
