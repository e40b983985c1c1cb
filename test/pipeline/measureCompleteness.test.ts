import { handbook, measureCompleteness, type SalesRecord } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { problemsOf, processOf, written } from './process.js'

const { pipeline } = handbook
const asOf = '2026-03-05T09:00:00+08:00'
const fields = {
  customer: 'Acme',
  contact: 'Zhao',
  purpose: 'needs',
  result: 'met',
  nextStep: 'offer',
}
const visit: SalesRecord = {
  ...{ kind: 'visit', occurred: '2026-03-02T10:00:00+08:00' },
  ...{ recorded: '2026-03-02T19:00:00+08:00', fields },
}
const measured = (records: readonly SalesRecord[], process = pipeline) =>
  measureCompleteness({ asOf, records }, process)

describe('measureCompleteness', () => {
  it.each([
    ['', false],
    ['   ', false],
    [null, false],
    [undefined, false],
    [[], false],
    [0, true],
    [false, true],
    ['no', true],
    [['a'], true],
    [{}, true],
    [Number.NaN, false],
  ])('takes %j for an answer: %s (PIP-10)', (value, isFilled) => {
    const { total, groups } = measured([{ ...visit, fields: { ...fields, result: value } }])
    expect([total.filled, total.complete]).toEqual(isFilled ? [5, 1] : [4, 0])
    expect(groups[0]?.missing).toEqual(isFilled ? [] : [{ field: 'result', records: 1 }])
  })

  it.each([
    ['2026-03-03T10:00:00+08:00', 'inTime'],
    ['2026-03-03T02:00:00Z', 'inTime'],
    ['2026-03-03T10:00:00.001+08:00', 'late'],
    [null, 'late'],
  ])('recorded at %s, is %s after 24 hours', (recorded, state) => {
    const { inTime, late, pending } = measured([{ ...visit, recorded }]).total
    expect({ inTime, late, pending }).toEqual({ inTime: 0, late: 0, pending: 0, [state]: 1 })
  })

  it('leaves pending what may still be recorded in time, and asks nothing of a kind without hours', () => {
    const fresh = { ...visit, occurred: '2026-03-04T09:00:00+08:00', recorded: null }
    expect(measured([fresh]).total).toMatchObject({ pending: 1, late: 0, onTime: null })
    const customer = { ...visit, kind: 'customer', recorded: null }
    expect(measured([customer]).total).toMatchObject({ pending: 0, late: 0, inTime: 0 })
  })

  it('names two figures, of fields and of records, by rep and kind', () => {
    const { groups, total } = measured([
      { ...visit, rep: 'Wang' },
      { ...visit, rep: 'Li', fields: { ...fields, result: '', nextStep: '' } },
      { ...visit, rep: 'Li', fields: { ...fields, nextStep: '' } },
      { ...visit, kind: 'deal', rep: 'Li', fields: {} },
    ])
    expect(
      groups.map(({ rep, kind, ofFields, ofRecords }) => [rep, kind, ofFields, ofRecords]),
    ).toEqual([
      ['Li', 'deal', '0', '0'],
      ['Li', 'visit', '0.7', '0'],
      ['Wang', 'visit', '1', '1'],
    ])
    expect(groups[1]?.missing).toEqual([
      { field: 'nextStep', records: 2 },
      { field: 'result', records: 1 },
    ])
    expect(total).toMatchObject({
      records: 4,
      complete: 1,
      ofRecords: '0.25',
      required: 19,
      filled: 12,
    })
  })

  it('orders groups by rep, then by kind, and those of nobody last', () => {
    const reps = ['Li', undefined, '"Li"', 'Li Na', 'A']
    const { groups } = measured(
      reps.flatMap((rep) => {
        const own = rep === undefined ? visit : { ...visit, rep }
        return [own, { ...own, kind: 'deal', fields: {} }]
      }),
    )
    expect(groups.map(({ rep, kind }) => [rep, kind])).toEqual(
      ['"Li"', 'A', 'Li', 'Li Na', null].flatMap((rep) => [
        [rep, 'deal'],
        [rep, 'visit'],
      ]),
    )
  })

  it('meets 98% of fields, and says how many are missing to it', () => {
    const many = (count: number, blank: number) =>
      Array.from({ length: count }, (_, at) => ({
        ...visit,
        fields: at < blank ? { ...fields, result: '' } : fields,
      }))
    // 98% of 100 fields are 98, of 105 fields 102.9: 103.
    expect(measured(many(20, 2))).toMatchObject({ met: true, remaining: 0, target: '0.98' })
    expect(measured(many(20, 3))).toMatchObject({ met: false, remaining: 1 })
    expect(measured(many(21, 2))).toMatchObject({ met: true, remaining: 0 })
    expect(measured(many(21, 4))).toMatchObject({ met: false, remaining: 2 })
    expect(measured([])).toMatchObject({ met: null, remaining: 0 })
  })

  it('takes a target of records, where the process says so', () => {
    const kinds = [{ kind: 'visit', fields: ['result'] }]
    const process = processOf(2, { records: { target: '0.5', of: 'records', kinds } })
    const blank = { ...visit, fields: {} }
    expect(measured([visit, blank], process)).toMatchObject({ met: true, of: 'records' })
    expect(measured([visit, blank, blank], process)).toMatchObject({ met: false, remaining: 1 })
  })

  it('names each record that cannot be read, and goes on', () => {
    const wrong = [
      { ...visit, kind: 'vist' },
      { ...visit, occurred: '2026-03-02' },
      { ...visit, occurred: '2026-03-06T10:00:00+08:00', recorded: null },
      { ...visit, recorded: '2026-03-02T09:59:59+08:00' },
      { ...visit, recorded: '2026-03-05T09:00:01+08:00' },
      { ...visit, fields: 'all' },
      { ...visit, field: {} },
    ]
    const { notCounted, total } = measured([visit, ...wrong] as SalesRecord[])
    expect(total.records).toBe(1)
    expect(notCounted.map(({ issues }) => issues.map(written).join())).toEqual([
      'NOT_IN_POLICY input.records.1.kind',
      'INSTANT_INVALID input.records.2.occurred',
      'DATES_OUT_OF_ORDER input.records.3.occurred',
      'DATES_OUT_OF_ORDER input.records.4.recorded',
      'DATES_OUT_OF_ORDER input.records.5.recorded',
      'VALUE_INVALID input.records.6.fields',
      'UNKNOWN_KEY input.records.7.field',
    ])
  })

  it('refuses what is no input, and a process without rules of records', () => {
    expect(problemsOf(() => measureCompleteness({} as never, pipeline))).toEqual([
      'VALUE_MISSING input.asOf',
      'VALUE_MISSING input.records',
    ])
    expect(problemsOf(() => measured([], processOf(2)))).toEqual(['NOT_IN_POLICY policy'])
  })
})
