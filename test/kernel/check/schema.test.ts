import { describe, expect, it } from 'vitest'
import { conditionSchema } from '../../../src/kernel/check/schema.js'
import { attempt } from '../../../src/kernel/input/attempt.js'
import { checkPolicy, strict } from '../../../src/kernel/input/schema.js'
import { answered, problemsOf, refused } from '../refused.js'

const define = (when: unknown) =>
  attempt(() => checkPolicy(strict({ when: conditionSchema }), { when }))

const sales = { id: 'sales', comparison: 'at-least', required: '100', unit: 'money' }
const trained = { id: 'trained', comparison: 'equals', required: true }
const WORDS = 'true, false, a word or a list of words; give a "unit" for a number'

describe('a condition on a fact', () => {
  it.each([
    ['a number', { ...sales, required: '1.50e2' }, { ...sales, required: '150' }],
    ['a number as a number', { ...sales, required: 0.5 }, { ...sales, required: '0.5' }],
    ['a number below 0', { ...sales, required: -5 }, { ...sales, required: '-5' }],
    ['true or false', trained, trained],
    ['a word', { ...trained, required: 'A' }, { ...trained, required: 'A' }],
    [
      'a list of words',
      { ...trained, comparison: 'one-of', required: ['S', 'A'] },
      { ...trained, comparison: 'one-of', required: ['S', 'A'] },
    ],
    [
      'a history',
      { ...sales, inARow: { length: 2, per: 'quarter' } },
      { ...sales, inARow: { length: 2, per: 'quarter', gap: 'break' } },
    ],
    [
      'all there is to say',
      { ...trained, absent: 'not-applicable', clause: 'PRO-1' },
      { ...trained, absent: 'not-applicable', clause: 'PRO-1' },
    ],
  ])('is kept in canonical form: %s', (_, value, expected) => {
    expect(define(value)).toEqual(answered({ when: expected }))
  })

  it.each([
    ['nothing', undefined, ['VALUE_MISSING when']],
    ['null', null, ['VALUE_MISSING when']],
    ['a text', 'sales >= 100', ['VALUE_INVALID when']],
    ['a list', [sales], ['VALUE_INVALID when']],
    [
      'an empty object',
      {},
      ['VALUE_MISSING when.id', 'VALUE_MISSING when.comparison', 'VALUE_MISSING when.required'],
    ],
    ['a key that nothing reads', { ...trained, op: '=' }, ['UNKNOWN_KEY when.op']],
    ['a number that is none', { ...sales, required: 'lots' }, ['NUMBER_INVALID when.required']],
    ['true for a number', { ...sales, required: true }, ['NUMBER_INVALID when.required']],
    ['a missing number', { ...sales, required: null }, ['VALUE_MISSING when.required']],
    ['a unit that is none', { ...sales, unit: 'percent' }, ['VALUE_NOT_ALLOWED when.unit']],
    [
      'a history of none',
      { ...sales, inARow: { length: 0, per: 'quarter' } },
      ['VALUE_INVALID when.inARow.length'],
    ],
    [
      'a history of days',
      { ...sales, inARow: { length: 2, per: 'day' } },
      ['VALUE_NOT_ALLOWED when.inARow.per'],
    ],
    ['an empty word', { ...trained, required: '' }, ['VALUE_INVALID when.required']],
    [
      'an empty list',
      { ...trained, comparison: 'one-of', required: [] },
      ['VALUE_INVALID when.required'],
    ],
    [
      'a list of numbers',
      { ...trained, comparison: 'one-of', required: ['S', 1, null] },
      ['VALUE_INVALID when.required[1]', 'VALUE_MISSING when.required[2]'],
    ],
    ['an object for a word', { ...trained, required: {} }, ['VALUE_INVALID when.required']],
    ['a Date', { ...trained, required: new Date(0) }, ['VALUE_INVALID when.required']],
  ])('is refused: %s', (_, value, problems) => {
    expect(problemsOf(define(value))).toEqual(problems)
  })

  it('is told to give a unit when its number has none', () => {
    expect(define({ ...trained, required: 1 })).toEqual(
      refused({
        code: 'VALUE_INVALID',
        path: ['when', 'required'],
        params: { given: '1', expected: 'requirement' },
        message: `when.required: got 1, expected ${WORDS}.`,
      }),
    )
  })

  it('asks for a ratio where its unit is one, and is told the one it meant', () => {
    expect(define({ ...sales, unit: 'ratio', required: '9.99' })).toMatchObject({ ok: true })
    expect(define({ ...sales, unit: 'points', required: 120 })).toMatchObject({ ok: true })
    expect(define({ ...sales, unit: 'ratio', required: 120 })).toEqual(
      refused({
        code: 'NUMBER_LOOKS_LIKE_PERCENT',
        path: ['when', 'required'],
        params: { given: '120', suggestion: '1.2' },
        message: 'when.required: got 120, expected a ratio, where 1 is 100%. Did you mean 1.2?',
      }),
    )
  })

  it('is told which comparison was meant', () => {
    expect(define({ ...sales, comparison: 'atleast' })).toMatchObject({
      issues: [
        {
          code: 'VALUE_NOT_ALLOWED',
          path: ['when', 'comparison'],
          params: { given: '"atleast"', suggestion: 'at-least' },
        },
      ],
    })
  })

  const numbers = (word: string) => ({
    params: { reason: 'comparison-needs-unit', given: word },
    message: `when.comparison: "${word}" compares numbers. Give a "unit".`,
  })
  const lists = {
    params: { reason: 'comparison-of-words' },
    message: 'when.comparison: "one-of" takes a list of words, "equals" a single value.',
  }

  it.each([
    [
      'at-least of a word',
      { ...trained, comparison: 'at-least', required: 'A' },
      numbers('at-least'),
    ],
    ['above of true', { ...trained, comparison: 'above' }, numbers('above')],
    [
      'at-most of words',
      { ...trained, comparison: 'at-most', required: ['A'] },
      numbers('at-most'),
    ],
    ['below of a word', { ...trained, comparison: 'below', required: '1' }, numbers('below')],
    ['equals of a list', { ...trained, required: ['A'] }, lists],
    ['one-of of a word', { ...trained, comparison: 'one-of', required: 'A' }, lists],
    ['one-of of a number', { ...sales, comparison: 'one-of' }, lists],
  ])('compares what can be compared: %s is refused', (_, value, said) => {
    expect(define(value)).toEqual(
      refused({ code: 'POLICY_CONFLICT', path: ['when', 'comparison'], ...said }),
    )
  })

  it.each(['at-least', 'above', 'at-most', 'below', 'equals'])(
    'compares numbers by %s',
    (comparison) => {
      expect(define({ ...sales, comparison })).toMatchObject({ ok: true })
    },
  )
})

describe('conditions joined', () => {
  it.each([
    ['all', { all: [sales, trained] }],
    ['any', { any: [sales] }],
    ['at least', { atLeast: 2, of: [sales, trained] }],
    ['each in the other', { all: [{ any: [{ atLeast: 1, of: [trained] }] }] }],
  ])('are kept: %s', (_, value) => {
    expect(define(value)).toEqual(answered({ when: value }))
  })

  it.each([
    ['all of none', { all: [] }, ['VALUE_INVALID when.all']],
    ['any of none', { any: [] }, ['VALUE_INVALID when.any']],
    ['one for a list', { all: sales }, ['VALUE_INVALID when.all']],
    ['all and any', { all: [trained], any: [trained] }, ['UNKNOWN_KEY when.any']],
    ['at least none', { atLeast: 0, of: [trained] }, ['VALUE_INVALID when.atLeast']],
    ['at least one and a half', { atLeast: 1.5, of: [trained] }, ['VALUE_INVALID when.atLeast']],
    ['at least one of nothing', { atLeast: 1 }, ['VALUE_MISSING when.of']],
    [
      'a wrong one inside',
      { any: [trained, { all: [sales, { ...sales, required: 'x' }, null] }] },
      ['NUMBER_INVALID when.any[1].all[1].required', 'VALUE_MISSING when.any[1].all[2]'],
    ],
    [
      'more than a hundred',
      { all: Array.from({ length: 101 }, () => trained) },
      ['VALUE_INVALID when.all'],
    ],
  ])('are refused: %s', (_, value, problems) => {
    expect(problemsOf(define(value))).toEqual(problems)
  })

  it('cannot ask for more than there are', () => {
    expect(define({ atLeast: 3, of: [sales, trained] })).toEqual(
      refused({
        code: 'NUMBER_OUT_OF_RANGE',
        path: ['when', 'atLeast'],
        params: { given: '3', minimum: '1', maximum: '2', expected: 'number-of-conditions' },
        message: 'when.atLeast: got 3, expected at most 2, the number of conditions.',
      }),
    )
  })

  it('go 15 deep and no deeper, in an instant', () => {
    const nest = (levels: number): object => (levels === 0 ? trained : { all: [nest(levels - 1)] })
    expect(define(nest(15))).toMatchObject({ ok: true })
    expect(define(nest(16))).toMatchObject({ issues: [{ code: 'VALUE_UNREADABLE' }] })
  })

  it('are refused when one holds itself', () => {
    const all: unknown[] = []
    const cycle = { all }
    all.push(cycle)
    expect(define(cycle)).toMatchObject({
      issues: [{ code: 'VALUE_UNREADABLE', params: { reason: 'cycle' } }],
    })
  })
})
