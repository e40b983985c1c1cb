import {
  attempt,
  checkStage,
  defineSalesProcess,
  handbook,
  type SalesProcessInput,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { throughJson } from '../arbitraries.rooms.js'
import { problemsOf } from './process.js'

const least = { currency: 'CNY', stages: [{ id: 'a' }, { id: 'b' }] }
const authorities = [
  { rung: 'rep', discountAtMost: '0.05', amountAtMost: '1000' },
  { rung: 'head', discountAtMost: '0.1' },
]

describe('defineSalesProcess', () => {
  it('completes what is left out', () => {
    expect(throughJson(defineSalesProcess(least))).toEqual({
      ...{ id: 'sales-process', version: '1', provenance: [], currency: 'CNY' },
      rounding: { mode: 'half-up', decimals: 2 },
      stages: [
        { id: 'a', to: ['b'], requires: [], reports: [] },
        { id: 'b', to: ['a'], requires: [], reports: [] },
      ],
      ...{ wonAt: 'b', minimumSample: 10, forecast: { deviations: '1' } },
      collection: { startsAt: 'invoiced' },
      receivables: handbook.pipeline.receivables,
    })
  })

  it('asks nothing in exchange where no rule says so', () => {
    const { discounts } = defineSalesProcess({ ...least, discounts: { authorities } })
    expect(discounts?.exchange).toEqual({ above: '1', concessions: [], accepted: [] })
    expect(discounts?.floor).toEqual({ setBeforehand: false })
  })

  it.each<[object, string[]]>([
    [{ stages: [] }, ['VALUE_INVALID stages']],
    [{ stages: [{ id: 'a' }, { id: 'a' }] }, ['ID_DUPLICATE stages.1.id']],
    [{ stages: [{ id: 'a', to: ['c'] }, { id: 'b' }] }, ['NOT_IN_POLICY stages.0.to.0']],
    [{ stages: [{ id: 'a', to: ['a'] }, { id: 'b' }] }, ['NOT_IN_POLICY stages.0.to.0']],
    [
      { stages: [{ id: 'a', probability: 75 }] },
      ['NUMBER_LOOKS_LIKE_PERCENT stages.0.probability'],
    ],
    [{ wonAt: 'c' }, ['NOT_IN_POLICY wonAt']],
    [{ wonAt: 'a' }, ['POLICY_CONFLICT wonAt']],
    [{ currency: 'XYZ' }, ['CURRENCY_UNKNOWN currency']],
    [{ minimumSample: 0 }, ['VALUE_INVALID minimumSample']],
    [{ forecast: { deviations: '-1' } }, ['NUMBER_OUT_OF_RANGE forecast.deviations']],
    [{ collection: { startsAt: 'signed' } }, ['VALUE_NOT_ALLOWED collection.startsAt']],
    [
      { receivables: { buckets: [{ id: 'x', upTo: 30 }] } },
      ['SCALE_END receivables.buckets.0.upTo'],
    ],
    [
      {
        receivables: {
          buckets: [
            { id: 'x', upTo: null },
            { id: 'y', upTo: null },
          ],
        },
      },
      ['SCALE_END receivables.buckets.0.upTo'],
    ],
    [
      {
        receivables: {
          buckets: [
            { id: 'x', upTo: 30 },
            { id: 'y', upTo: 30 },
            { id: 'z', upTo: null },
          ],
        },
      },
      ['OUT_OF_ORDER receivables.buckets.1.upTo'],
    ],
    [
      { discounts: { authorities: [...authorities].reverse() } },
      [
        'OUT_OF_ORDER discounts.authorities.1.discountAtMost',
        'OUT_OF_ORDER discounts.authorities.1.amountAtMost',
      ],
    ],
    [
      {
        discounts: { authorities: [authorities[1], { ...authorities[0], discountAtMost: '0.1' }] },
      },
      ['OUT_OF_ORDER discounts.authorities.1.amountAtMost'],
    ],
    [
      { discounts: { authorities: [authorities[0], authorities[0]] } },
      ['ID_DUPLICATE discounts.authorities.1.rung'],
    ],
    // Whoever comes later would approve less.
    [
      {
        discounts: {
          authorities: [
            { rung: 'rep', discountAtMost: '0.05', marginAtLeast: '0.3' },
            { rung: 'head', discountAtMost: '0.05', marginAtLeast: '0.3' },
            { rung: 'board', discountAtMost: '0.1', marginAtLeast: '0.31' },
          ],
        },
      },
      ['OUT_OF_ORDER discounts.authorities.2.marginAtLeast'],
    ],
    [
      {
        discounts: {
          authorities: [
            { rung: 'rep', discountAtMost: '0.05' },
            { rung: 'head', discountAtMost: '0.1', marginAtLeast: '0' },
          ],
        },
      },
      ['OUT_OF_ORDER discounts.authorities.1.marginAtLeast'],
    ],
    // What stands there twice would count twice.
    [{ stages: [{ id: 'a', to: ['b', 'b'] }, { id: 'b' }] }, ['ID_DUPLICATE stages.0.to.1']],
    [
      {
        discounts: {
          exchange: { concessions: ['x', 'y', 'x'], accepted: ['z', 'z'] },
          authorities,
        },
      },
      [
        'ID_DUPLICATE discounts.exchange.concessions.2',
        'ID_DUPLICATE discounts.exchange.accepted.1',
      ],
    ],
    [
      {
        records: {
          target: '0.98',
          kinds: [
            { kind: 'visit', fields: ['x'] },
            { kind: 'visit', fields: ['x', 'y', 'x'] },
          ],
        },
      },
      ['ID_DUPLICATE records.kinds.1.kind', 'ID_DUPLICATE records.kinds.1.fields.2'],
    ],
    [{ discounts: { authorities: [] } }, ['VALUE_INVALID discounts.authorities']],
    [
      { records: { target: 98, kinds: [{ kind: 'visit', fields: ['x'] }] } },
      ['NUMBER_LOOKS_LIKE_PERCENT records.target'],
    ],
    [
      { records: { target: '0.98', kinds: [{ kind: 'visit', fields: [] }] } },
      ['VALUE_INVALID records.kinds.0.fields'],
    ],
    [{ priorities: { importantFrom: 101 } }, ['NUMBER_OUT_OF_RANGE priorities.importantFrom']],
    [{ stage: [] }, ['UNKNOWN_KEY stage']],
  ])('refuses %j by name', (rest, problems) => {
    const input = { ...least, ...rest } as SalesProcessInput
    expect(problemsOf(() => defineSalesProcess(input))).toEqual(problems)
  })

  it('says what is wrong with a rung that approves less than the one before', () => {
    const messagesOf = (...limits: readonly object[]) => {
      const rungs = limits.map((limit, at) => ({
        ...{ rung: `rung ${at}`, discountAtMost: '0.1' },
        ...limit,
      }))
      const outcome = attempt(() =>
        defineSalesProcess({ ...least, discounts: { authorities: rungs } }),
      )
      return outcome.ok ? [] : outcome.issues.map(({ message }) => message)
    }
    expect(messagesOf({ amountAtMost: '50' }, { amountAtMost: '49' })).toEqual([
      'discounts.authorities[1].amountAtMost: got 49, less than the 50 of the rung before: whoever comes later approves more.',
    ])
    expect(messagesOf({ marginAtLeast: '0.3' }, { marginAtLeast: '0.4' })).toEqual([
      'discounts.authorities[1].marginAtLeast: got 0.4, more than the 0.3 of the rung before: whoever comes later approves more.',
    ])
    expect(messagesOf({}, { amountAtMost: '50' })).toEqual([
      'discounts.authorities[1].amountAtMost: got 50, and the rung before has no such limit: whoever comes later approves more. Leave it out, or give the rung before one.',
    ])
  })

  it('is what the rules take, and nothing else', () => {
    const plain = throughJson(handbook.pipeline)
    expect(problemsOf(() => checkStage({}, 'delivery', plain))).toEqual(['POLICY_NOT_DEFINED '])
  })
})
