import { describe, expect, it } from 'vitest'
import { attempt } from '../../../src/kernel/input/attempt.js'
import { checkPolicy, strict } from '../../../src/kernel/input/schema.js'
import {
  bandsSchema,
  criteriaIssues,
  criterionShape,
  curveSchema,
  scorecardShape,
} from '../../../src/kernel/score/schema.js'
import { answered, problemsOf, refused } from '../refused.js'

const curve = (value: unknown) =>
  attempt(() => checkPolicy(strict({ curve: curveSchema }), { curve: value }))
const criterion = (value: unknown) => attempt(() => checkPolicy(strict(criterionShape), value))
const scorecard = (value: unknown) => attempt(() => checkPolicy(strict(scorecardShape), value))
const bands = (value: unknown) =>
  attempt(() => checkPolicy(strict({ bands: bandsSchema }), { bands: value }))

const KINDS = [
  'points',
  'ratio',
  'lower-is-better',
  'progress',
  'rating',
  'steps',
  'linear',
  'choice',
  'decay',
]

describe('a curve', () => {
  it.each([
    ['points', { kind: 'points', maximum: 100 }],
    ['ratio', { kind: 'ratio', floor: 0, cap: 100 }],
    ['lower-is-better', { kind: 'lower-is-better', floor: 0, cap: 100 }],
    [
      { kind: 'points', maximum: '5.0' },
      { kind: 'points', maximum: 5 },
    ],
    [
      { kind: 'ratio', cap: 120 },
      { kind: 'ratio', floor: 0, cap: 120 },
    ],
    [
      { kind: 'ratio', floor: 50, cap: 50 },
      { kind: 'ratio', floor: 50, cap: 50 },
    ],
    [
      { kind: 'lower-is-better', floor: '12.5' },
      { kind: 'lower-is-better', floor: 12.5, cap: 100 },
    ],
    [
      { kind: 'steps', steps: [{ from: 0.8, points: '60' }] },
      { kind: 'steps', below: 0, steps: [{ from: '0.8', points: 60 }] },
    ],
    [
      {
        kind: 'steps',
        below: 10,
        steps: [
          { from: -1, points: 5 },
          { from: '1.00', points: 0 },
        ],
      },
      {
        kind: 'steps',
        below: 10,
        steps: [
          { from: '-1', points: 5 },
          { from: '1', points: 0 },
        ],
      },
    ],
    [
      {
        kind: 'linear',
        knots: [
          { at: 0, points: 100 },
          { at: '3', points: 0 },
        ],
      },
      {
        kind: 'linear',
        knots: [
          { at: '0', points: 100 },
          { at: '3', points: 0 },
        ],
      },
    ],
    ['progress', { kind: 'progress', floor: 0, cap: 100 }],
    [
      { kind: 'rating', maximum: 5 },
      { kind: 'rating', minimum: '0', maximum: '5' },
    ],
    [
      { kind: 'choice', choices: { user: 0, 'decision maker': '100' } },
      { kind: 'choice', choices: { user: 0, 'decision maker': 100 } },
    ],
    [
      { kind: 'decay', halfLifeDays: 14, events: { visit: 10 } },
      { kind: 'decay', halfLifeDays: 14, events: { visit: 10 }, maximum: 100 },
    ],
  ])('is filled in: %j', (value, expected) => {
    expect(curve(value)).toEqual(answered({ curve: expected }))
  })

  it.each(['ration', { kind: 'ration' }])('is of a known kind: %j is refused', (value) => {
    expect(curve(value)).toEqual(
      refused({
        code: 'VALUE_NOT_ALLOWED',
        path: ['curve', 'kind'],
        params: { given: '"ration"', allowed: KINDS, suggestion: 'ratio' },
        message: `curve.kind: got "ration", expected one of ${KINDS.map((kind) => `"${kind}"`).join(', ')}. Did you mean "ratio"?`,
      }),
    )
  })

  it.each([
    ['nothing', undefined, ['VALUE_MISSING curve']],
    ['null', null, ['VALUE_MISSING curve']],
    ['a number', 5, ['VALUE_INVALID curve']],
    ['a list', [], ['VALUE_INVALID curve']],
    ['no kind', {}, ['VALUE_MISSING curve.kind']],
    ['a list of kinds', { kind: ['ratio'] }, ['VALUE_NOT_ALLOWED curve.kind']],
    ['the name of one that needs more', 'steps', ['VALUE_MISSING curve.steps']],
    ['a key of another kind', { kind: 'points', cap: 5 }, ['UNKNOWN_KEY curve.cap']],
    ['a maximum below 0', { kind: 'points', maximum: -1 }, ['NUMBER_OUT_OF_RANGE curve.maximum']],
    ['a cap above 1000', { kind: 'ratio', cap: 1001 }, ['NUMBER_OUT_OF_RANGE curve.cap']],
    [
      'a floor that is no number',
      { kind: 'ratio', floor: Number.NaN },
      ['NUMBER_INVALID curve.floor'],
    ],
    ['no steps', { kind: 'steps', steps: [] }, ['VALUE_INVALID curve.steps']],
    [
      'a step without points',
      { kind: 'steps', steps: [{ from: 1 }] },
      ['VALUE_MISSING curve.steps[0].points'],
    ],
    ['one knot', { kind: 'linear', knots: [{ at: 0, points: 1 }] }, ['VALUE_INVALID curve.knots']],
    [
      'a scale that ends where it starts',
      { kind: 'rating', minimum: 5, maximum: 5 },
      ['POLICY_CONFLICT curve.minimum'],
    ],
    [
      'a scale that starts below 0',
      { kind: 'rating', minimum: -1, maximum: 5 },
      ['NUMBER_OUT_OF_RANGE curve.minimum'],
    ],
    ['a scale without an end', { kind: 'rating' }, ['VALUE_MISSING curve.maximum']],
    ['no choices', { kind: 'choice' }, ['VALUE_MISSING curve.choices']],
    [
      'a choice without points',
      { kind: 'choice', choices: { a: null } },
      ['VALUE_MISSING curve.choices.a'],
    ],
    [
      'a prototype for a choice',
      { kind: 'choice', choices: JSON.parse('{"__proto__":1}') },
      ['KEY_FORBIDDEN curve.choices.__proto__'],
    ],
    [
      'a choice without a name',
      { kind: 'choice', choices: { '': 1 } },
      ['VALUE_INVALID curve.choices.'],
    ],
    ['no half-life', { kind: 'decay', events: { visit: 1 } }, ['VALUE_MISSING curve.halfLifeDays']],
    [
      'a half-life of 0',
      { kind: 'decay', halfLifeDays: 0, events: { visit: 1 } },
      ['VALUE_INVALID curve.halfLifeDays'],
    ],
    [
      'a half-life of half a day',
      { kind: 'decay', halfLifeDays: 0.5, events: { visit: 1 } },
      ['VALUE_INVALID curve.halfLifeDays'],
    ],
    [
      'a half-life of more than a century',
      { kind: 'decay', halfLifeDays: 36_501, events: { visit: 1 } },
      ['VALUE_INVALID curve.halfLifeDays'],
    ],
    ['no events', { kind: 'decay', halfLifeDays: 7, events: {} }, ['VALUE_MISSING curve.events']],
    ['a Date', new Date(0), ['VALUE_INVALID curve']],
    [
      'a name or an amount that stands for more points than there are',
      {
        kind: 'points',
        maximum: 10,
        names: { core: 10, adjacent: 10.5 },
        amounts: {
          currency: 'CNY',
          knots: [
            { at: 0, points: 10 },
            { at: 100, points: 11 },
          ],
        },
      },
      [
        'NUMBER_OUT_OF_RANGE curve.names.adjacent',
        'NUMBER_OUT_OF_RANGE curve.amounts.knots[1].points',
      ],
    ],
  ])('is refused: %s', (_, value, problems) => {
    expect(problemsOf(curve(value))).toEqual(problems)
  })

  it('has a floor that is not above its cap', () => {
    expect(curve({ kind: 'lower-is-better', floor: 120 })).toEqual(
      refused({
        code: 'POLICY_CONFLICT',
        path: ['curve', 'floor'],
        params: { reason: 'floor-above-cap', minimum: '120', maximum: '100' },
        message: 'curve.floor: the floor 120 is above the cap 100. Swap them.',
      }),
    )
  })

  it.each([
    [
      'steps',
      {
        kind: 'steps',
        steps: [
          { from: 1, points: 1 },
          { from: '1.0', points: 2 },
        ],
      },
      'from',
      '1',
      '1',
    ],
    [
      'steps',
      {
        kind: 'steps',
        steps: [
          { from: 10, points: 1 },
          { from: 9, points: 2 },
        ],
      },
      'from',
      '9',
      '10',
    ],
    [
      'knots',
      {
        kind: 'linear',
        knots: [
          { at: 2, points: 1 },
          { at: 2, points: 2 },
        ],
      },
      'at',
      '2',
      '2',
    ],
    [
      'knots',
      {
        kind: 'linear',
        knots: [
          { at: 2, points: 1 },
          { at: -2, points: 2 },
        ],
      },
      'at',
      '-2',
      '2',
    ],
  ])('rises: %s of %j are refused', (key, value, field, given, previous) => {
    expect(curve(value)).toEqual(
      refused({
        code: 'OUT_OF_ORDER',
        path: ['curve', key, 1, field],
        params: { given, previous },
        message: `curve.${key}[1].${field}: got ${given}, expected more than the ${previous} before it.`,
      }),
    )
  })

  it('has at least one name to choose from', () => {
    expect(curve({ kind: 'choice', choices: {} })).toEqual(
      refused({
        code: 'VALUE_MISSING',
        path: ['curve', 'choices'],
        params: { expected: 'entry' },
        message: 'curve.choices: is empty, expected at least one entry.',
      }),
    )
  })
})

describe('a criterion', () => {
  it('is a ratio unless told', () => {
    expect(criterion({ id: 'sales', weight: '60.0' })).toEqual(
      answered({ id: 'sales', weight: 60, curve: { kind: 'ratio', floor: 0, cap: 100 } }),
    )
  })

  it.each([-1, 100.5, 101])('weighs 0 to 100: %s is refused', (weight) => {
    expect(criterion({ id: 'sales', weight })).toEqual(
      refused({
        code: 'NUMBER_OUT_OF_RANGE',
        path: ['weight'],
        params: { given: String(weight), minimum: '0', maximum: '100' },
        message: `weight: got ${weight}, expected from 0 to 100.`,
      }),
    )
  })

  it('is told everything that is wrong with it', () => {
    expect(problemsOf(criterion({ id: '', weigth: 5, curve: 'ration' }))).toEqual([
      'VALUE_INVALID id',
      'VALUE_MISSING weight',
      'VALUE_NOT_ALLOWED curve.kind',
      'UNKNOWN_KEY weigth',
    ])
  })
})

describe('the rules of a score', () => {
  it('are two decimals, half-up, unless told', () => {
    expect(scorecard({ missing: 'zero' })).toEqual(
      answered({ missing: 'zero', decimals: 2, rounding: 'half-up' }),
    )
    expect(scorecard({ missing: 'reweight', decimals: 0, rounding: 'down' })).toEqual(
      answered({ missing: 'reweight', decimals: 0, rounding: 'down' }),
    )
  })

  it('always say what happens to a missing fact', () => {
    expect(scorecard({})).toEqual(
      refused({
        code: 'VALUE_MISSING',
        path: ['missing'],
        params: { expected: 'one-of', allowed: ['refuse', 'zero', 'reweight'] },
        message: 'missing: is missing, expected one of "refuse", "zero", "reweight".',
      }),
    )
    expect(scorecard({ missing: 'rewieght' })).toMatchObject({
      issues: [{ code: 'VALUE_NOT_ALLOWED', params: { suggestion: 'reweight' } }],
    })
  })
})

const weights = (...list: readonly number[]) =>
  criteriaIssues(
    list.map((weight, index) => ({ id: `part ${index}`, weight })),
    ['indicators'],
    { missing: 'refuse' },
  )

describe('a least known weight', () => {
  const issuesBy = (parts: readonly ('refuse' | 'reweight')[], missing: 'zero' | 'reweight') =>
    criteriaIssues(
      parts.map((rule, index) => ({ id: `part ${index}`, weight: 50, missing: rule })),
      ['indicators'],
      { missing, knownWeightAtLeast: 50 },
    ).map(({ code, path, params }) => [code, path, params])

  it('is of use where some part may be left out, and refused elsewhere', () => {
    expect(issuesBy(['refuse', 'reweight'], 'zero')).toEqual([])
    expect(issuesBy(['refuse', 'refuse'], 'reweight')).toEqual([
      ['POLICY_CONFLICT', ['knownWeightAtLeast'], { reason: 'known-weight-without-reweight' }],
    ])
  })

  it('is a percentage', () => {
    expect(problemsOf(scorecard({ missing: 'reweight', knownWeightAtLeast: 101 }))).toEqual([
      'NUMBER_OUT_OF_RANGE knownWeightAtLeast',
    ])
  })
})

describe('the weights of criteria', () => {
  it.each([[[100]], [[60, 40]], [[33.3, 33.3, 33.4]], [[0.1, 0.2, 99.7]], [[100, 0]]])(
    'add up to exactly 100: %j',
    (list) => {
      expect(weights(...list)).toEqual([])
    },
  )

  it.each([
    [[50, 49.99], '99.99', '0.01', '0.01 is missing; weights are never scaled behind your back.'],
    [
      [33.3, 33.3, 33.3],
      '99.9',
      '0.1',
      '0.1 is missing; weights are never scaled behind your back.',
    ],
    [[0.6, 0.4], '1', '99', 'Weights are percentages: write 40 for 0.4.'],
    [
      [50, 50.01],
      '100.01',
      '-0.01',
      '0.01 is too much; weights are never scaled behind your back.',
    ],
    [[], '0', '100', '100 is missing; weights are never scaled behind your back.'],
  ])('are refused when they do not: %j', (list, total, difference, fix) => {
    expect(weights(...list)).toEqual([
      {
        code: 'WEIGHTS_NOT_100',
        severity: 'error',
        path: ['indicators'],
        params: { total, difference },
        message: `indicators: the weights add up to ${total}, expected exactly 100. ${fix}`,
      },
    ])
  })

  it('are refused when they are too much', () => {
    expect(weights(60, 45)).toMatchObject([
      { code: 'WEIGHTS_NOT_100', params: { total: '105', difference: '-5' } },
    ])
  })

  it('belong to criteria with different ids', () => {
    const twice = [
      { id: 'sales', weight: 50 },
      { id: 'sales', weight: 50 },
    ]
    expect(criteriaIssues(twice, [], { missing: 'refuse' })).toEqual([
      {
        code: 'ID_DUPLICATE',
        severity: 'error',
        path: [1, 'id'],
        params: { id: 'sales' },
        message: '[1].id: got "sales" twice, expected each id once.',
      },
    ])
  })
})

describe('bands', () => {
  it('run from the highest down to 0', () => {
    expect(
      bands([
        { id: 'hot', from: '80.0' },
        { id: 'cold', from: 0 },
      ]),
    ).toEqual(
      answered({
        bands: [
          { id: 'hot', from: 80 },
          { id: 'cold', from: 0 },
        ],
      }),
    )
  })

  it('are refused when they rise, share an id and do not end at 0', () => {
    expect(
      bands([
        { id: 'a', from: 0 },
        { id: 'a', from: 90 },
      ]),
    ).toEqual(
      refused(
        {
          code: 'ID_DUPLICATE',
          path: ['bands', 1, 'id'],
          params: { id: 'a' },
          message: 'bands[1].id: got "a" twice, expected each id once.',
        },
        {
          code: 'OUT_OF_ORDER',
          path: ['bands', 1, 'from'],
          params: { given: '90', previous: '0', expected: 'falling' },
          message:
            'bands[1].from: got 90, expected less than the 0 before it: bands run from the highest down.',
        },
        {
          code: 'NUMBER_OUT_OF_RANGE',
          path: ['bands', 1, 'from'],
          params: { given: '90', minimum: '0', maximum: '0', expected: 'lowest-band' },
          message:
            'bands[1].from: got 90, expected 0 for the lowest band, so that every score has a band.',
        },
      ),
    )
  })

  it.each([
    [
      'two that start together',
      [
        { id: 'a', from: 9 },
        { id: 'b', from: 9 },
        { id: 'c', from: 0 },
      ],
      ['OUT_OF_ORDER bands[1].from'],
    ],
    ['none', [], ['VALUE_INVALID bands']],
    ['an object', { a: 90 }, ['VALUE_INVALID bands']],
    ['one below 0', [{ id: 'a', from: -1 }], ['NUMBER_OUT_OF_RANGE bands[0].from']],
    ['one without an id', [{ from: 0 }], ['VALUE_MISSING bands[0].id']],
    ['one with an end', [{ id: 'a', from: 0, to: 10 }], ['UNKNOWN_KEY bands[0].to']],
    [
      'more than a hundred',
      Array.from({ length: 101 }, (_, index) => ({ id: `${index}`, from: 100 - index })),
      ['VALUE_INVALID bands'],
    ],
  ])('are refused: %s', (_, value, problems) => {
    expect(problemsOf(bands(value))).toEqual(problems)
  })
})
