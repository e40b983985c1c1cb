import {
  attempt,
  type EvaluationOptions,
  evaluateScores,
  handbook,
  type ScoredOutcome,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'

const evaluate = (leads: unknown, options?: unknown) =>
  evaluateScores(leads as ScoredOutcome[], options as EvaluationOptions)
const scored = (won: readonly (0 | 1)[], scores: readonly (number | string)[]) =>
  scores.map((score, at) => ({ score, outcome: won[at] === 1 }))
const predicted = (won: readonly (0 | 1)[], probabilities: readonly (number | string)[]) =>
  probabilities.map((probability, at) => ({ probability, outcome: won[at] === 1 }))

describe('evaluateScores, by the cases collected from other products', () => {
  it.each([
    ['eval-01: a tie counts half', [0, 1, 1], ['0.5', '0.9', '0.5'], '0.75'],
    ['eval-03: one outcome alone has none', [1, 1, 1], [90, 80, 70], null],
    [
      'eval-06: ties inside and across',
      [1, 0, 1, 1, 0, 0, 1, 0],
      [90, 90, 80, 70, 70, 60, 60, 10],
      '0.65625',
    ],
    ['nobody was won', [0, 0], [2, 1], null],
    ['the won are all above', [1, 1, 0], [3, 2, 1], '1'],
    ['the won are all below', [0, 1], [3, 2], '0'],
    ['all tie', [0, 1, 1, 0], [5, 5, 5, 5], '0.5'],
    ['scores below 0', [0, 1], [-3, -2], '1'],
    ['nobody at all', [], [], null],
  ] as const)('AUC, %s', (_, won, scores, auc) => {
    expect(evaluate(scored(won, scores)).auc).toBe(auc)
  })

  it('eval-08: of one outcome alone the reference is 0, and there is no skill', () => {
    expect(evaluate(predicted([1], ['0.9']))).toMatchObject({
      brier: '0.01',
      brierReference: '0',
      brierSkill: null,
    })
  })

  it('eval-11: bins start where they are, and the last one is closed', () => {
    const bins = (probabilities: readonly string[], count: unknown) =>
      evaluate(predicted([1, 1, 1, 1], probabilities), { bins: count }).calibration?.bins.map(
        ({ from, to, decided }) => [from, to, decided],
      )
    expect(bins(['0.5', '1'], 2)).toEqual([
      ['0', '0.5', 0],
      ['0.5', '1', 2],
    ])
    expect(bins(['0', '0.25', '0.2499', '1'], ['0', '0.25', '0.25', '0.5', '1'])).toEqual([
      ['0', '0.25', 2],
      ['0.25', '0.5', 1],
      ['0.5', '1', 1],
    ])
    expect(bins(['0.3333', '0.3334'], 3)?.map(([, , decided]) => decided)).toEqual([1, 1, 0])
  })

  it('eval-13: without a win there is no lift', () => {
    const leads = scored([0, 0, 0, 0, 0], [5, 4, 3, 2, 1])
    expect(evaluate(leads, { top: '0.2' }).lift).toBe(null)
  })
})

describe('evaluateScores', () => {
  const won = [1, 1, 0, 1, 0, 0, 0, 0, 0, 1] as const
  const scores = [95, 90, 88, 70, 66, 60, 45, 30, 20, 10]

  it('says how often the best share is won, against all', () => {
    const liftOf = (top: string, list = scores) => evaluate(scored(won, list), { top }).lift
    // 1 of 1, 2 of 2, 2 of 3 and 3 of 5, against 4 of 10.
    expect(liftOf('0.1')).toBe('2.5')
    expect(liftOf('0.2')).toBe('2.5')
    expect(liftOf('0.3')).toBe('1.666666666666')
    expect(liftOf('0.5')).toBe('1.5')
    expect(liftOf('1')).toBe('1')
    // Half of two leads that tie, one of them won: half a win of one lead.
    expect(liftOf('0.1', [9, 5, 9, 1, 1, 1, 1, 1, 1, 1])).toBe('1.25')
  })

  it('averages the precision by groups of equal scores', () => {
    // (1 + 1 + 3/4 + 4/10) ÷ 4
    expect(evaluate(scored(won, scores)).averagePrecision).toBe('0.7875')
    expect(evaluate(scored([1, 0, 0], [1, 1, 1])).averagePrecision).toBe('0.333333333333')
    expect(evaluate(scored([0], [1])).averagePrecision).toBe(null)
  })

  it('counts what each band of the model converts, with an interval', () => {
    const { bands, rate } = evaluate(scored(won, scores), { bands: handbook.leads.bands })
    expect(rate).toBe('0.4')
    expect(bands).toEqual([
      {
        id: 'hot',
        from: '80',
        decided: 3,
        won: 2,
        rate: '0.666666666666',
        interval: ['0.2077', '0.9385'],
        lift: '1.666666666666',
      },
      {
        id: 'warm',
        from: '50',
        decided: 3,
        won: 1,
        rate: '0.333333333333',
        interval: ['0.0615', '0.7923'],
        lift: '0.833333333333',
      },
      {
        id: 'cold',
        from: '0',
        decided: 4,
        won: 1,
        rate: '0.25',
        interval: ['0.0456', '0.6994'],
        lift: '0.625',
      },
    ])
  })

  it('makes ten groups of the same size where no bands are given, and keeps equal scores together', () => {
    const { bands } = evaluate(scored(won, scores))
    expect(bands.map(({ id, from, decided }) => [id, from, decided])).toEqual(
      scores.map((score, at) => [String(at + 1), String(score), 1]),
    )
    const tied = evaluate(scored(won, [9, 9, 9, 9, 9, 5, 4, 3, 2, 1])).bands
    expect(tied.map(({ decided }) => decided)).toEqual([5, 0, 0, 0, 0, 1, 1, 1, 1, 1])
    expect(tied[1]).toEqual({
      id: '2',
      from: null,
      decided: 0,
      won: 0,
      rate: null,
      interval: null,
      lift: null,
    })
  })

  it('shows the whole of a score at which a group starts', () => {
    const { bands: groups } = evaluate(scored([1], ['0.12345678901234567']))
    expect(groups[0]).toMatchObject({ id: '1', from: '0.12345678901234567', decided: 1 })
  })

  it('puts a score below the lowest band into it, and one on a threshold into the better one', () => {
    const bands = [
      { id: 'high', from: 5 },
      { id: 'low', from: 0 },
    ]
    expect(
      evaluate(scored([1, 0, 0], [5, 4.99, -3]), { bands }).bands.map(({ decided }) => decided),
    ).toEqual([1, 2])
  })

  it('compares predictions with what came', () => {
    const leads = predicted([1, 0, 1, 0], ['0.8', '0.6', '0.6', '0.1'])
    const evaluation = evaluate(leads, { bins: 2 })
    // (0.04 + 0.36 + 0.16 + 0.01) ÷ 4; 0.5 × 0.5; 1 − 0.1425 ÷ 0.25
    expect(evaluation).toMatchObject({
      brier: '0.1425',
      brierReference: '0.25',
      brierSkill: '0.43',
    })
    expect(evaluation.auc).toBe('0.875')
    expect(evaluation.calibration).toEqual({
      bins: [
        {
          from: '0',
          to: '0.5',
          decided: 1,
          won: 0,
          predicted: '0.1',
          rate: '0',
          interval: ['0.0000', '0.7935'],
        },
        {
          from: '0.5',
          to: '1',
          decided: 3,
          won: 2,
          predicted: '0.666666666666',
          rate: '0.666666666666',
          interval: ['0.2077', '0.9385'],
        },
      ],
      // (|0.1 − 0| + |2 − 2|) ÷ 4
      expectedError: '0.025',
    })
  })

  it('takes a score beside a probability', () => {
    const leads = [
      { score: 10, probability: '0.9', outcome: true },
      { score: 20, probability: '0.1', outcome: false },
    ]
    expect(evaluate(leads)).toMatchObject({ auc: '0', brier: '0.01' })
  })

  it('shows what has changed since an earlier period', () => {
    const before = scored([1, 1, 0, 0], [90, 80, 60, 20])
    const now = scored([1, 0, 0, 0], [85, 55, 52, 10])
    const bands = handbook.leads.bands
    const { drift } = evaluate(now, { before, bands })
    expect(drift).toEqual({
      before: { decided: 4, won: 2, rate: '0.5', auc: '1' },
      rateChange: '-0.25',
      aucChange: '0',
      // From 60 up there are three of four before, and one now.
      distance: '0.5',
      // (0.25 − 0.5) · ln 0.5 + (0.5 − 0.25) · ln 2 = 0.5 · ln 2
      stabilityIndex: '0.3466',
      bands: [
        { id: 'hot', before: '0.5', now: '0.25' },
        { id: 'warm', before: '0.25', now: '0.5' },
        { id: 'cold', before: '0.25', now: '0.25' },
      ],
    })
    expect(evaluate(now, { before: now, bands }).drift).toMatchObject({
      distance: '0',
      stabilityIndex: '0.0000',
      aucChange: '0',
    })
    expect(evaluate(now.slice(0, 1), { before, bands }).drift).toMatchObject({
      stabilityIndex: null,
      aucChange: null,
    })
    expect(evaluate(now, { before: [] }).drift).toMatchObject({
      distance: null,
      stabilityIndex: null,
      bands: [],
    })
    expect(evaluate(now).drift).toBe(null)
  })

  it('warns of small samples, and computes all the same', () => {
    const warningsOf = (leads: unknown, options?: unknown) =>
      evaluate(leads, options).warnings.map(({ severity, params }) => [severity, params])
    const many = Array.from({ length: 100 }, (_, at) => ({ score: at, outcome: at < 10 }))
    expect(warningsOf(many)).toEqual([])
    expect(warningsOf(many.slice(1))).toEqual([
      ['warning', { of: 'decided', given: 99, minimum: 100 }],
      ['warning', { of: 'won', given: 9, minimum: 10 }],
    ])
    expect(warningsOf(many.slice(0, 10), { minimumSample: 10 })).toEqual([
      ['warning', { of: 'lost', given: 0, minimum: 10 }],
    ])
    expect(warningsOf(many, { before: many.slice(1) })).toEqual([
      ['warning', { of: 'before', given: 99, minimum: 100 }],
    ])
  })

  it('counts open leads apart', () => {
    const leads = [...scored([1, 0], [2, 1]), { score: 9, outcome: null }]
    expect(evaluate(leads)).toMatchObject({ decided: 2, open: 1, won: 1, rate: '0.5', auc: '1' })
  })

  it.each([
    ['no outcome', { score: 1 }, 'VALUE_MISSING', 'outcome'],
    ['an outcome in words', { score: 1, outcome: 'won' }, 'VALUE_INVALID', 'outcome'],
    ['an outcome as a number', { score: 1, outcome: 1 }, 'VALUE_INVALID', 'outcome'],
    ['no score', { outcome: true }, 'VALUE_MISSING', 'score'],
    ['a score that is none', { score: Infinity, outcome: true }, 'NUMBER_INVALID', 'score'],
    ['an unknown key', { score: 1, outcome: true, won: 1 }, 'UNKNOWN_KEY', 'won'],
  ])('sets a row with %s aside, and goes on', (_, row, code, key) => {
    const { decided, notCounted } = evaluate([...scored([1, 0], [2, 1]), { id: 'x', ...row }])
    expect(decided).toBe(2)
    expect(notCounted).toMatchObject([
      { id: 'x', index: 2, issues: [{ code, path: ['leads', 2, key] }] },
    ])
  })

  it('takes the probabilities of a model as they are', () => {
    const leads = Array.from({ length: 1000 }, (_, at) => ({
      probability: 1 / (1 + Math.exp(5 - ((at * 37) % 100) / 10)),
      outcome: at % 3 === 0,
    }))
    const { decided, predicted: counted, brier, warnings, refused } = evaluate(leads)
    expect([decided, counted, refused, warnings]).toEqual([1000, 1000, 0, []])
    const squares = leads.map(({ probability, outcome }) => (probability - Number(outcome)) ** 2)
    const mean = squares.reduce((all, one) => all + one, 0) / 1000
    expect(Number(brier)).toBeCloseTo(mean, 10)
  })

  it('takes all digits of a number, by which 0.1 + 0.2 is more than 0.3', () => {
    expect(evaluate(scored([1, 0], [0.1 + 0.2, 0.3])).auc).toBe('1')
    expect(evaluate(predicted([1, 0], [1e-29, 1e-40])).auc).toBe('1')
    expect(evaluate(predicted([1, 0], [1e-40, 1e-300])).auc).toBe('0.5')
  })

  it.each([
    ['above 1', 1.5, 'NUMBER_OUT_OF_RANGE'],
    ['below 0', -0.1, 'NUMBER_OUT_OF_RANGE'],
    ['in percent', '80%', 'NUMBER_INVALID'],
    ['that is no number', Number.NaN, 'NUMBER_INVALID'],
    ['that is left blank', '', 'NUMBER_INVALID'],
    ['missing that others have', null, 'VALUE_MISSING'],
  ])('counts by its score a lead with a probability %s', (_, probability, code) => {
    const leads = [
      { score: 10, probability: '0.9', outcome: true },
      { id: 'x', score: 5, probability, outcome: false },
    ]
    const evaluation = evaluate(leads)
    expect(evaluation).toMatchObject({
      decided: 2,
      predicted: 1,
      auc: '1',
      brier: '0.01',
      notPredicted: [{ id: 'x', index: 1, issues: [{ code, path: ['leads', 1, 'probability'] }] }],
      notCounted: [],
      refused: 0,
    })
    expect(evaluation.warnings.at(-1)?.params).toEqual({ of: 'predicted', given: 1, minimum: 2 })
  })

  it('sets a row without a probability aside where a probability is a score', () => {
    const { decided, notCounted, refused, warnings } = evaluate([
      { score: 1, outcome: true },
      { score: 2, probability: 7, outcome: true },
      { probability: '0.5', outcome: true },
      { probability: '50%', outcome: true },
    ])
    expect([decided, refused]).toEqual([1, 3])
    expect(notCounted).toMatchObject([
      { index: 0, issues: [{ code: 'VALUE_MISSING', path: ['leads', 0, 'probability'] }] },
      { index: 1, issues: [{ code: 'NUMBER_OUT_OF_RANGE' }] },
      { index: 3, issues: [{ code: 'NUMBER_INVALID' }] },
    ])
    expect(warnings.at(-1)?.params).toEqual({ of: 'rows', given: 1, minimum: 4 })
  })

  it('names the first thousand rows that count for nothing, and counts all', () => {
    const wrong = Array.from({ length: 1500 }, () => ({ score: 'high', outcome: true }))
    const now = evaluate([...wrong, { score: 1, outcome: true }], { before: wrong })
    expect([now.decided, now.notCounted.length, now.refused]).toEqual([1, 1000, 3000])
    expect(now.notCounted.at(-1)?.index).toBe(999)
  })

  it.each([
    ['leads that are no list', {}, undefined, 'VALUE_INVALID', ['leads']],
    ['an unknown option', [], { bin: 1 }, 'UNKNOWN_KEY', ['options', 'bin']],
    ['a share of 0', [], { top: 0 }, 'NUMBER_OUT_OF_RANGE', ['options', 'top']],
    ['a share above 1', [], { top: 10 }, 'NUMBER_OUT_OF_RANGE', ['options', 'top']],
    [
      'bands that rise',
      [],
      {
        bands: [
          { id: 'a', from: 0 },
          { id: 'b', from: 5 },
        ],
      },
      'OUT_OF_ORDER',
      ['options', 'bands', 1, 'from'],
    ],
    [
      'a band twice',
      [],
      {
        bands: [
          { id: 'a', from: 5 },
          { id: 'a', from: 0 },
        ],
      },
      'ID_DUPLICATE',
      ['options', 'bands', 1, 'id'],
    ],
    // Nobody would be in any of them, and a drift between none of them would be 0.
    ['bands that are none', [], { bands: [] }, 'VALUE_MISSING', ['options', 'bands']],
    ['no bins', [], { bins: 0 }, 'NUMBER_OUT_OF_RANGE', ['options', 'bins']],
    ['edges that do not reach 1', [], { bins: ['0', '0.9'] }, 'VALUE_INVALID', ['options', 'bins']],
    [
      'edges that fall',
      [],
      { bins: ['0', '0.9', '0.8', '1'] },
      'VALUE_INVALID',
      ['options', 'bins'],
    ],
    ['one edge', [], { bins: ['0'] }, 'VALUE_INVALID', ['options', 'bins']],
    [
      'an earlier period that is no list',
      [],
      { before: 1 },
      'VALUE_INVALID',
      ['options', 'before'],
    ],
    ['half a sample', [], { minimumSample: 0.5 }, 'VALUE_INVALID', ['options', 'minimumSample']],
  ])('refuses %s', (_, leads, options, code, path) => {
    const outcome = attempt(() => evaluate(leads, options))
    expect(outcome.ok ? [] : outcome.issues).toMatchObject([{ code, path }])
  })
})
