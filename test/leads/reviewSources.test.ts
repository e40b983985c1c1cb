import {
  attempt,
  defineLeadModel,
  handbook,
  reviewSources,
  type SourcesToReview,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'

const review = (sources: unknown, currency?: unknown, model = handbook.leads) =>
  reviewSources({ sources, currency } as SourcesToReview, model)
const one = (source: object, currency?: string) =>
  review([{ id: 's', ...source }], currency).sources[0]

describe('reviewSources, by the cases of Wilson’s interval', () => {
  it.each([
    ['source-01: 8 of 100 may well be 10%', 8, 100, '0.08', ['0.0411', '0.1500'], 'undecided'],
    ['source-03: 0 of 5 proves nothing', 0, 5, '0', ['0.0000', '0.4345'], 'undecided'],
    ['source-06: 200 of 1,000', 200, 1000, '0.2', ['0.1764', '0.2259'], 'above'],
    ['all of 40, whose rate is not quite sure to be 1', 40, 40, '1', ['0.9124', '1.0000'], 'above'],
    [
      'a rate that would be rounded up to 1',
      99_999,
      100_000,
      '0.99999',
      ['0.9999', '0.9999'],
      'above',
    ],
    [
      'a rate that would be rounded down to 0',
      1,
      1_000_000,
      '0.000001',
      ['0.0001', '0.0001'],
      'below',
    ],
    ['80 of 1,000 is surely below', 80, 1000, '0.08', ['0.0647', '0.0985'], 'below'],
  ])('%s', (_, won, leads, rate, interval, compared) => {
    expect(one({ won, leads })).toMatchObject({ rate, interval, compared })
  })

  it('source-08: more won than there are leads is refused', () => {
    expect(review([{ id: 's', won: 11, leads: 10 }]).notCounted).toMatchObject([
      {
        id: 's',
        index: 0,
        issues: [
          {
            code: 'NUMBER_OUT_OF_RANGE',
            path: ['input', 'sources', 0, 'won'],
            message:
              'input.sources[0].won: got 11, expected at most 10, the leads that are no longer open.',
          },
        ],
      },
    ])
  })

  it('source-11: without a win a win has no price', () => {
    expect(one({ won: 0, leads: 40, cost: '5000' }, 'CNY')).toMatchObject({
      cost: '5000.00',
      costPerLead: '125.00',
      costPerWin: null,
    })
  })
})

describe('reviewSources (LEA-4)', () => {
  it('keeps, moves the budget, drops, or waits, and says what would settle it', () => {
    const { sources, shiftTo, threshold, clauses } = review([
      { id: 'few', leads: 29, won: 0 },
      { id: 'enough', leads: 30, won: 0 },
      { id: 'fair', leads: 100, won: 8 },
      { id: 'exhibition', leads: 865, won: 69 },
      { id: 'cold', leads: 1000, won: 10 },
      { id: 'good', leads: 300, won: 60 },
      { id: 'best', leads: 300, won: 90 },
      { id: 'exact', leads: 100, won: 10 },
    ])
    expect(
      sources.map(({ id, verdict, because, decidedNeeded }) => [
        id,
        verdict,
        because,
        decidedNeeded,
      ]),
    ).toEqual([
      // Nor would 0 of 30 settle it: 3.8415 × 0.09 ÷ 0.01 = 34.57
      ['few', 'undecided', 'sample-too-small', 35],
      ['enough', 'undecided', 'interval-contains-threshold', 35],
      // 3.8415 × 0.09 ÷ 0.0004 = 864.3
      ['fair', 'undecided', 'interval-contains-threshold', 865],
      ['exhibition', 'shift-budget', null, null],
      ['cold', 'drop', null, null],
      ['good', 'keep', null, null],
      ['best', 'keep', null, null],
      ['exact', 'undecided', 'interval-contains-threshold', null],
    ])
    expect(shiftTo).toEqual(['best', 'good'])
    expect([threshold, clauses]).toEqual(['0.1', ['LEA-4']])
  })

  it('says of a small sample how many of the same rate would settle it, and never less than the minimum', () => {
    const neededOf = (won: number, leads: number) => one({ won, leads })?.decidedNeeded
    // 3.8415 × 0.09 ÷ (4 ÷ 22 − 0.1)² = 51.6; of half of the leads 30 are enough by far.
    expect([neededOf(4, 22), neededOf(5, 10)]).toEqual([52, 30])
    // A rate on the threshold never tells, and of nothing there is no rate.
    expect([neededOf(1, 10), neededOf(0, 0)]).toEqual([null, 30])
  })

  it('leaves open leads out of the rate, and has none of nothing', () => {
    expect(one({ leads: 50, open: 40, won: 2 })).toMatchObject({ decided: 10, rate: '0.2' })
    expect(one({ leads: 5, open: 5, won: 0 })).toMatchObject({
      decided: 0,
      rate: null,
      interval: null,
      compared: 'undecided',
      verdict: 'undecided',
      because: 'sample-too-small',
    })
    expect(one({ leads: 0, won: 0, cost: 0 }, 'CNY')).toMatchObject({
      costPerLead: null,
      costPerWin: null,
    })
  })

  it('moves budgets first to where a won customer costs the least', () => {
    const sources = [
      { id: 'dear', leads: 100, won: 60, cost: 6001 },
      { id: 'unknown', leads: 100, won: 99 },
      { id: 'cheap', leads: 100, won: 30, cost: 3000 },
    ]
    const reviewed = review(sources, 'CNY')
    expect(reviewed.shiftTo).toEqual(['cheap', 'dear', 'unknown'])
    expect(reviewed.sources.map(({ costPerWin }) => costPerWin)).toEqual(['100.02', null, '100.00'])
  })

  it('judges by the threshold, the sample and the confidence of the model', () => {
    const sources = {
      threshold: '0.05',
      dropBelow: '0.01',
      confidence: '0.9',
      minimumSample: 5,
    } as const
    const model = defineLeadModel({ ...handbook.leads, provenance: [], sources })
    const [first] = review([{ id: 's', leads: 100, won: 10 }], undefined, model).sources
    // By z = 1.644854; by 1.959964 it would be 0.0552 to 0.1744.
    expect(first).toMatchObject({ verdict: 'keep', interval: ['0.0607', '0.1604'] })
  })

  it.each([
    ['more open than there are', { leads: 5, open: 6, won: 0 }, 'NUMBER_OUT_OF_RANGE', 'open'],
    ['won among the open', { leads: 5, open: 4, won: 2 }, 'NUMBER_OUT_OF_RANGE', 'won'],
    ['leads below 0', { leads: -5, won: 0 }, 'NUMBER_OUT_OF_RANGE', 'leads'],
    ['half a lead', { leads: 5.5, won: 0 }, 'VALUE_INVALID', 'leads'],
    ['no won', { leads: 5 }, 'VALUE_MISSING', 'won'],
    ['a cost below 0', { leads: 5, won: 0, cost: -1 }, 'NUMBER_OUT_OF_RANGE', 'cost'],
    ['an unknown key', { leads: 5, won: 0, lost: 5 }, 'UNKNOWN_KEY', 'lost'],
  ])('sets a source with %s aside, and goes on', (_, source, code, key) => {
    const { sources, notCounted } = review(
      [
        { id: 'bad', ...source },
        { id: 'ok', leads: 1, won: 0 },
      ],
      'CNY',
    )
    expect(sources.map(({ id }) => id)).toEqual(['ok'])
    expect(notCounted).toMatchObject([
      { id: 'bad', issues: [{ code, path: ['input', 'sources', 0, key] }] },
    ])
  })

  it('sets aside what is no source at all, and goes on without a currency', () => {
    const { sources, notCounted } = review([5, { id: 'ok', leads: 1, won: 0 }])
    expect(sources.map(({ id }) => id)).toEqual(['ok'])
    expect(notCounted).toMatchObject([
      { issues: [{ code: 'VALUE_INVALID', path: ['input', 'sources', 0] }] },
    ])
  })

  it.each([
    [
      'costs without a currency',
      [{ id: 's', leads: 1, won: 0, cost: 1 }],
      undefined,
      'VALUE_MISSING',
    ],
    ['a currency that there is not', [], 'RMB', 'CURRENCY_UNKNOWN'],
    ['sources that are no list', {}, 'CNY', 'VALUE_INVALID'],
  ])('refuses %s', (_, sources, currency, code) => {
    const outcome = attempt(() => review(sources, currency))
    expect(outcome.ok ? [] : outcome.issues).toMatchObject([{ code }])
  })

  it.each([
    [{ threshold: '0' }, ['sources', 'threshold']],
    [{ threshold: 1 }, ['sources', 'threshold']],
    [{ threshold: 10 }, ['sources', 'threshold']],
    [{ threshold: '0.1', dropBelow: '0.2' }, ['sources', 'dropBelow']],
    [{ minimumSample: 0 }, ['sources', 'minimumSample']],
    [{ confidence: '0.8' }, ['sources', 'confidence']],
  ])('refuses a model with %j', (sources, path) => {
    const outcome = attempt(() => defineLeadModel({ ...handbook.leads, sources } as never))
    expect(outcome.ok ? [] : outcome.issues.map((issue) => issue.path)).toContainEqual(path)
  })
})
