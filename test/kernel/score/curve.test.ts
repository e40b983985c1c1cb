import { Decimal } from 'decimal.js'
import { describe, expect, it } from 'vitest'
import { writeDecimal } from '../../../src/kernel/number/decimal.js'
import { ZERO } from '../../../src/kernel/number/fraction.js'
import type { Curve } from '../../../src/kernel/score/curve.js'
import { highestPoints, pointsOf } from '../../scoring.js'
import { answered, collected, problemsOf, refused } from '../refused.js'

/** The points of a fact; those that do not end are cut after 12 decimals. */
const score = (fact: unknown, curve: Curve) =>
  collected((issues) => writeDecimal(pointsOf(fact, curve, ['fact'], issues) ?? ZERO))

const points: Curve = { kind: 'points', maximum: 100 }
const ratio: Curve = { kind: 'ratio', floor: 0, cap: 120 }
const lower: Curve = { kind: 'lower-is-better', floor: 10, cap: 150 }
const steps: Curve = {
  kind: 'steps',
  below: 5,
  steps: [
    { from: '0.8', points: 60 },
    { from: '1', points: 90 },
    { from: '1.2', points: 100 },
  ],
}
const linear: Curve = {
  kind: 'linear',
  knots: [
    { at: '0.8', points: 60 },
    { at: '1', points: 100 },
    { at: '1.3', points: 110 },
  ],
}
const falling: Curve = {
  kind: 'linear',
  knots: [
    { at: '-1', points: 100 },
    { at: '3', points: 0 },
  ],
}
const choice: Curve = {
  kind: 'choice',
  choices: { 'decision maker': 100, influencer: 60, user: 0 },
}
const decay: Curve = {
  kind: 'decay',
  halfLifeDays: 7,
  events: { demo: 20, visit: 10 },
  maximum: 40,
}
const visits = (asOf: string, ...dates: readonly string[]) => ({
  asOf,
  events: dates.map((date) => ({ date, kind: 'visit' })),
})

describe('points', () => {
  it.each([
    ['0', 0, '0'],
    ['as a number', 87.5, '87.5'],
    ['as a text', '87.50', '87.5'],
    ['as a bigint', 7n, '7'],
    ['as a Decimal', new Decimal('0.1').plus('0.2'), '0.3'],
    ['the most there are', 100, '100'],
  ])('are the fact itself: %s', (_, fact, expected) => {
    expect(score(fact, points)).toEqual(answered(expected))
  })

  it.each([
    ['100.01', '"100.01"'],
    [-0.01, '-0.01'],
    [101, '101'],
    [1e300, null],
  ])('are never below 0 or above the maximum: %s is refused', (fact, given) => {
    const outcome = score(fact, points)
    if (given === null) expect(problemsOf(outcome)).toEqual(['NUMBER_INVALID fact'])
    else
      expect(outcome).toEqual(
        refused({
          code: 'NUMBER_OUT_OF_RANGE',
          path: ['fact'],
          params: { given, minimum: '0', maximum: '100' },
          message: `fact: got ${given}, expected from 0 to 100.`,
        }),
      )
  })
})

describe('a ratio', () => {
  it.each([
    ['on target', { actual: 200, target: 200 }, '100'],
    ['three quarters', { actual: '90', target: '120' }, '75'],
    ['a third', { actual: 1, target: 3 }, '33.333333333333'],
    ['exactly at the cap', { actual: 12, target: 10 }, '120'],
    ['above the cap', { actual: '12.01', target: 10 }, '120'],
    ['nothing sold', { actual: 0, target: 10 }, '0'],
    ['more sent back than sold', { actual: -5, target: 10 }, '0'],
    ['a bare ratio', '0.875', '87.5'],
    ['a bare ratio of 0', 0, '0'],
    ['a bare ratio just under ten', 9.99, '120'],
    ['a hundred times the target, said as actual and target', { actual: 100, target: 1 }, '120'],
  ])('is actual over target in percent, up to a cap: %s', (_, fact, expected) => {
    expect(score(fact, ratio)).toEqual(answered(expected))
  })

  it.each([
    ['below', { actual: 1, target: 100 }, '20'],
    ['at', { actual: 20, target: 100 }, '20'],
    ['above', { actual: 21, target: 100 }, '21'],
    ['below zero', { actual: -21, target: 100 }, '20'],
  ])('starts from a floor: %s', (_, fact, expected) => {
    expect(score(fact, { kind: 'ratio', floor: 20, cap: 100 })).toEqual(answered(expected))
  })

  it.each([
    [90, '90', '0.9'],
    ['10', '"10"', '0.1'],
    ['112.5', '"112.5"', '1.125'],
  ])(
    'is no percentage: %s is refused with the ratio it was meant to be',
    (fact, given, suggestion) => {
      expect(score(fact, ratio)).toEqual(
        refused({
          code: 'NUMBER_LOOKS_LIKE_PERCENT',
          path: ['fact'],
          params: { given, suggestion },
          message: `fact: got ${given}, expected a ratio, where 1 is 100%. Did you mean ${suggestion}?`,
        }),
      )
    },
  )
})

describe('lower is better', () => {
  it.each([
    ['on target', { actual: 5, target: 5 }, '100'],
    ['twice the complaints allowed', { actual: 10, target: 5 }, '50'],
    ['two thirds of them', { actual: 4, target: '5' }, '125'],
    ['half of them, above the cap', { actual: 2, target: 5 }, '150'],
    ['three times', { actual: 3, target: 1 }, '33.333333333333'],
    ['none at all', { actual: 0, target: 5 }, '150'],
    ['far too many, below the floor', { actual: 500, target: 5 }, '10'],
  ])('is target over actual in percent, within floor and cap: %s', (_, fact, expected) => {
    expect(score(fact, lower)).toEqual(answered(expected))
  })

  it.each([
    ['-0.5', '"-0.5"'],
    [-3, '-3'],
  ])('refuses an actual below zero, and shows it as given: %s', (actual, given) => {
    expect(score({ actual, target: 5 }, lower)).toEqual(
      refused({
        code: 'NUMBER_OUT_OF_RANGE',
        path: ['fact', 'actual'],
        params: { given, minimum: '0', maximum: null },
        message: `fact.actual: got ${given}, expected 0 or more.`,
      }),
    )
  })

  it('has no bare figure: it needs the target', () => {
    expect(score(0.5, lower)).toEqual(
      refused({
        code: 'VALUE_INVALID',
        path: ['fact'],
        params: { given: '0.5', expected: 'plain-object' },
        message: 'fact: got 0.5, expected a plain object.',
      }),
    )
  })
})

const wrong = (key: string) => `NUMBER_INVALID fact.${key}`

describe('progress from a baseline', () => {
  const way: Curve = { kind: 'progress', floor: 0, cap: 100 }
  const open: Curve = { kind: 'progress', floor: 0, cap: 1000 }

  it.each([
    [7, '30', '30'],
    [0, '100', '100'],
    [-10, '100', '200'],
    [12, '0', '0'],
  ])(
    'from 10 down to a target of 0, %d is %s points, %s without the cap',
    (actual, capped, free) => {
      const fact = { actual, target: 0, baseline: 10 }
      expect([score(fact, way), score(fact, open)]).toEqual([answered(capped), answered(free)])
    },
  )

  it('goes up as well as down, and to targets below 0', () => {
    expect(score({ actual: 90, target: 100, baseline: 80 }, way)).toEqual(answered('50'))
    expect(score({ actual: -3, target: -4, baseline: 0 }, way)).toEqual(answered('75'))
  })

  it.each([
    [{ actual: 7, target: 10, baseline: 10 }, ['VALUE_INVALID fact.baseline']],
    [{ actual: 7, target: 10 }, ['VALUE_MISSING fact.baseline']],
    [{ actual: 'x', target: 'y', baseline: 'z' }, ['actual', 'target', 'baseline'].map(wrong)],
    [{ actual: 7, target: 10, baseline: 5, from: 1 }, ['UNKNOWN_KEY fact.from']],
    [7, ['VALUE_INVALID fact']],
  ])('refuses %j', (fact, problems) => {
    expect(problemsOf(score(fact, way))).toEqual(problems)
  })

  it('is no fact of another curve', () => {
    const fact = { actual: 7, target: 10, baseline: 5 }
    for (const curve of [ratio, lower, steps, linear])
      expect(problemsOf(score(fact, curve))).toEqual(['UNKNOWN_KEY fact.baseline'])
  })
})

describe('a rating on its own scale', () => {
  const stars: Curve = { kind: 'rating', minimum: '1', maximum: '5' }

  it('is points by the top of the scale: 4.5 of 5 is 90', () => {
    expect([1, '4.5', 5].map((rating) => score(rating, stars))).toEqual(
      ['20', '90', '100'].map((points) => answered(points)),
    )
  })

  it.each([0, '0.99', 5.01, 90, 'good', null])('refuses %j, outside of 1 to 5', (rating) => {
    expect(problemsOf(score(rating, stars))).toHaveLength(1)
  })
})

describe('an actual and its target', () => {
  it.each([
    ['0', 0, '0'],
    ['below zero', '-1', '"-1"'],
  ])('need a target above 0: %s is refused', (_, target, given) => {
    const issue = refused({
      code: 'NUMBER_OUT_OF_RANGE',
      path: ['fact', 'target'],
      params: { given, minimum: '0', maximum: null, expected: 'above-minimum' },
      message: `fact.target: got ${given}, expected more than 0.`,
    })
    for (const curve of [ratio, steps, linear])
      expect(score({ actual: 1, target }, curve)).toEqual(issue)
  })

  it('may have a target of 0 where lower is better: it is met, or not', () => {
    const points = (actual: number) => score({ actual, target: 0 }, lower)
    expect([points(0), points(1)]).toEqual([answered('150'), answered('10')])
    expect(problemsOf(score({ actual: 1, target: -1 }, lower))).toEqual([
      'NUMBER_OUT_OF_RANGE fact.target',
    ])
  })

  it('are both named when both are wrong, with the key that nothing reads', () => {
    expect(score({ actual: '1,000', traget: 5 }, ratio)).toEqual(
      refused(
        {
          code: 'UNKNOWN_KEY',
          path: ['fact', 'traget'],
          params: { key: 'traget', known: ['actual', 'target'], suggestion: 'target' },
          message: 'fact.traget: is not a known key. Known: actual, target. Did you mean "target"?',
        },
        {
          code: 'NUMBER_INVALID',
          path: ['fact', 'actual'],
          params: { given: '"1,000"', suggestion: '1000' },
          message: 'fact.actual: got "1,000", expected a plain decimal. Did you mean "1000"?',
        },
        {
          code: 'VALUE_MISSING',
          path: ['fact', 'target'],
          params: { expected: 'decimal' },
          message: 'fact.target: is missing, expected a decimal.',
        },
      ),
    )
  })
})

describe('steps', () => {
  it.each([
    ['far below the first', '-1000', '5'],
    ['just below the first', '0.7999', '5'],
    ['on the first', '0.8', '60'],
    ['between two', 0.95, '60'],
    ['just below the second', '0.999999999999', '60'],
    ['on the second', 1, '90'],
    ['on the last', '1.20', '100'],
    ['above the last', 1e9, '100'],
    ['as actual and target', { actual: 11, target: 10 }, '90'],
  ])('give the points of the highest step reached: %s', (_, fact, expected) => {
    expect(score(fact, steps)).toEqual(answered(expected))
  })
})

describe('lines between knots', () => {
  it.each([
    ['flat before the first', '0', '60'],
    ['on the first', '0.8', '60'],
    ['halfway to the second', '0.9', '80'],
    ['on the second', '1', '100'],
    ['a third of the way to the last', '1.1', '103.333333333333'],
    ['on the last', '1.3', '110'],
    ['flat after the last', '99', '110'],
    ['as actual and target', { actual: 95, target: 100 }, '90'],
  ])('rise: %s', (_, fact, expected) => {
    expect(score(fact, linear)).toEqual(answered(expected))
  })

  it.each([
    ['-2', '100'],
    ['-1', '100'],
    ['0', '75'],
    ['1', '50'],
    ['2.5', '12.5'],
    ['3', '0'],
    ['4', '0'],
  ])('fall: at %s there are %s points', (at, expected) => {
    expect(score(at, falling)).toEqual(answered(expected))
  })
})

describe('a choice', () => {
  it.each([
    ['decision maker', '100'],
    ['influencer', '60'],
    ['user', '0'],
  ])('gives points by name: %s', (fact, expected) => {
    expect(score(fact, choice)).toEqual(answered(expected))
  })

  const allowed = ['decision maker', 'influencer', 'user']

  it.each([
    ['influancer', '"influancer"', 'influencer'],
    ['User', '"User"', 'user'],
    ['gatekeeper', '"gatekeeper"', null],
    ['', '""', null],
    ['constructor', '"constructor"', null],
    ['__proto__', '"__proto__"', null],
    ['toString', '"toString"', null],
    [1, '1', null],
    [['user'], 'an array', null],
  ])('refuses a name it does not have, and says which was meant: %s', (fact, given, suggestion) => {
    const fix = suggestion === null ? '' : ` Did you mean "${suggestion}"?`
    expect(score(fact, choice)).toEqual(
      refused({
        code: 'VALUE_NOT_ALLOWED',
        path: ['fact'],
        params: { given, allowed, suggestion },
        message: `fact: got ${given}, expected one of "decision maker", "influencer", "user".${fix}`,
      }),
    )
  })
})

describe('decay', () => {
  it.each([
    ['no event', visits('2026-01-15'), '0'],
    ['one of the day', visits('2026-01-15', '2026-01-15'), '10'],
    ['one of a half-life ago', visits('2026-01-15', '2026-01-08'), '5'],
    ['three: 10 + 5 + 2.5', visits('2026-01-15', '2026-01-15', '2026-01-08', '2026-01-01'), '17.5'],
    ['two on one day', visits('2026-01-15', '2026-01-08', '2026-01-08'), '10'],
    ['over the end of February', visits('2028-03-01', '2028-02-23'), '5'],
    [
      'one of yesterday: 10 × the seventh root of a half',
      visits('2026-01-15', '2026-01-14'),
      '9.0572366426390667159',
    ],
    [
      'two kinds: 20 + 5',
      {
        asOf: '2026-01-15',
        events: [
          { date: '2026-01-15', kind: 'demo' },
          { date: '2026-01-08', kind: 'visit' },
        ],
      },
      '25',
    ],
    [
      'the maximum and no more: 5 × 10',
      visits('2026-01-15', ...Array.from({ length: 5 }, () => '2026-01-15')),
      '40',
    ],
  ])('halves each event with each half-life: %s', (_, fact, expected) => {
    expect(score(fact, decay)).toEqual(answered(expected))
  })

  it('names everything that is wrong with the events, once each', () => {
    const fact = {
      asOf: '2026-01-08',
      events: [
        { date: '2026-01-09', kind: 'visit' },
        { date: '2026-02-30', kind: 'visti' },
        'visit',
        null,
        { kind: 'constructor', date: new Date(0) },
      ],
    }
    expect(score(fact, decay)).toEqual(
      refused(
        {
          code: 'DATES_OUT_OF_ORDER',
          path: ['fact', 'events', 0, 'date'],
          params: { from: '2026-01-09', to: '2026-01-08', reason: 'event' },
          message:
            'fact.events[0].date: got 2026-01-09, which is after 2026-01-08. Leave later events out, or score as of a later day.',
        },
        {
          code: 'DATE_INVALID',
          path: ['fact', 'events', 1, 'date'],
          params: { given: '"2026-02-30"' },
          message:
            'fact.events[1].date: got "2026-02-30", expected a calendar date YYYY-MM-DD that exists.',
        },
        {
          code: 'VALUE_NOT_ALLOWED',
          path: ['fact', 'events', 1, 'kind'],
          params: { given: '"visti"', allowed: ['demo', 'visit'], suggestion: null },
          message: 'fact.events[1].kind: got "visti", expected one of "demo", "visit".',
        },
        {
          code: 'VALUE_INVALID',
          path: ['fact', 'events', 2],
          params: { given: '"visit"', expected: 'plain-object' },
          message: 'fact.events[2]: got "visit", expected a plain object.',
        },
        {
          code: 'VALUE_MISSING',
          path: ['fact', 'events', 3],
          params: { expected: 'plain-object' },
          message: 'fact.events[3]: is missing, expected a plain object.',
        },
        {
          code: 'DATE_INVALID',
          path: ['fact', 'events', 4, 'date'],
          params: { given: 'a Date' },
          message:
            'fact.events[4].date: got a Date, expected a calendar date YYYY-MM-DD that exists. A Date is an instant; give its day where the rule applies.',
        },
        {
          code: 'VALUE_NOT_ALLOWED',
          path: ['fact', 'events', 4, 'kind'],
          params: { given: '"constructor"', allowed: ['demo', 'visit'], suggestion: null },
          message: 'fact.events[4].kind: got "constructor", expected one of "demo", "visit".',
        },
      ),
    )
  })

  it.each([
    ['nothing', {}, ['VALUE_MISSING fact.asOf', 'VALUE_MISSING fact.events']],
    ['no list', { asOf: '2026-01-08', events: {} }, ['VALUE_INVALID fact.events']],
    ['no date', { asOf: 'today', events: [] }, ['DATE_INVALID fact.asOf']],
    [
      'no date for its events',
      { asOf: 'today', events: [{ date: '2026-01-08', kind: 'visit' }] },
      ['DATE_INVALID fact.asOf'],
    ],
    [
      'an event on a day that does not exist',
      { asOf: '2026-03-08', events: [{ date: '2026-02-30', kind: 'visit' }] },
      ['DATE_INVALID fact.events[0].date'],
    ],
    [
      'a key that nothing reads',
      { asOf: '2026-01-08', events: [], on: 1 },
      ['UNKNOWN_KEY fact.on'],
    ],
    [
      'an event with no kind',
      { asOf: '2026-01-08', events: [{ date: '2026-01-08' }] },
      ['VALUE_MISSING fact.events[0].kind'],
    ],
    ['a bare number', 5, ['VALUE_INVALID fact']],
  ])('needs a day and a list of events: %s is refused', (_, fact, problems) => {
    expect(problemsOf(score(fact, decay))).toEqual(problems)
    expect(pointsOf(fact, decay, ['fact'], [])).toBe(undefined)
  })
})

const curves: readonly (readonly [Curve, string])[] = [
  [points, '100'],
  [ratio, '120'],
  [lower, '150'],
  [steps, '100'],
  [{ ...steps, below: 200 }, '200'],
  [linear, '110'],
  [falling, '100'],
  [choice, '100'],
  [decay, '40'],
]

describe('any curve', () => {
  it.each(curves)('%j gives at most %s points', (curve, highest) => {
    expect(writeDecimal(highestPoints(curve))).toBe(highest)
  })

  it.each(curves)('%j takes points scored elsewhere, up to its highest', (curve, highest) => {
    expect(score({ points: '12.5' }, curve)).toEqual(answered('12.5'))
    expect(score({ points: highest }, curve)).toEqual(answered(highest))
    expect(score({ points: `${highest}.01` }, curve)).toEqual(
      refused({
        code: 'NUMBER_OUT_OF_RANGE',
        path: ['fact', 'points'],
        params: { given: `"${highest}.01"`, minimum: '0', maximum: highest },
        message: `fact.points: got "${highest}.01", expected from 0 to ${highest}.`,
      }),
    )
    expect(problemsOf(score({ points: -1 }, curve))).toEqual(['NUMBER_OUT_OF_RANGE fact.points'])
    expect(problemsOf(score({ points: null }, curve))).toEqual(['VALUE_MISSING fact.points'])
    expect(problemsOf(score({ points: 1, actual: 1 }, curve))).toEqual(['UNKNOWN_KEY fact.actual'])
  })

  const throwing = () => {
    throw new Error('cannot be read')
  }
  const hostile: readonly (readonly [string, unknown])[] = [
    ['a function', () => 1],
    ['a symbol', Symbol('points')],
    ['a Date', new Date(0)],
    ['a Date with points', Object.assign(new Date(0), { points: 5 })],
    ['a map', new Map([['actual', 1]])],
    ['NaN', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['a million digits', 10n ** 1_000_000n],
    ['an inherited figure', Object.create({ actual: 1, target: 1 })],
    [
      'a getter that throws',
      Object.defineProperty({}, 'actual', { enumerable: true, get: throwing }),
    ],
    ['a proxy that throws', new Proxy({}, { get: throwing })],
    ['a proxy that throws sooner', new Proxy({}, { getOwnPropertyDescriptor: throwing })],
    [
      'the mark of a Decimal without its text',
      { toStringTag: '[object Decimal]', toString: throwing },
    ],
  ]

  it.each(hostile)('refuses %s and never breaks', (_, fact) => {
    for (const [curve] of curves) expect(problemsOf(score(fact, curve))).not.toEqual([])
  })

  it.each([
    ['nothing', null, 'VALUE_MISSING fact'],
    ['no fact', undefined, 'VALUE_MISSING fact'],
    [
      'a proxy that throws',
      new Proxy({}, { getOwnPropertyDescriptor: throwing }),
      'NUMBER_INVALID fact',
    ],
  ])('looks for no points in %s', (_, fact, problem) => {
    expect(problemsOf(score(fact, points))).toEqual([problem])
  })
})
