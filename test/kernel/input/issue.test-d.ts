import { describe, expectTypeOf, it } from 'vitest'
import { at, type Code, code, type Expected, invalid } from '../../../src/kernel/input/issue.js'

describe('a kind of problem', () => {
  it('says what its params are, less those that are always the same', () => {
    expectTypeOf(code('DATE_INVALID', ({ given }) => given)).toEqualTypeOf<
      Code<{ readonly given: string }>
    >()
    const cost = code('VALUE_INVALID', { expected: 'cost' }, ({ given }) => given)
    at(cost, [], { given: '1' })
    // @ts-expect-error: the value given is missing
    at(cost, [], {})
  })

  it('names a param that its code has only at times, and then needs it', () => {
    const swapped = code(
      'POLICY_CONFLICT',
      { reason: 'swapped' },
      ({ minimum }: { minimum: string }) => minimum,
    )
    at(swapped, [], { minimum: '1' })
    // @ts-expect-error: the sentence needs it
    at(swapped, [], {})
  })

  it('has no sentence with a param that its code does not have', () => {
    // @ts-expect-error: a date that is invalid has no "date"
    code('DATE_INVALID', ({ date }) => date)
    // @ts-expect-error: nor where other params are always the same
    code('VALUE_MISSING', { expected: 'cost' }, ({ given }) => given)
    // @ts-expect-error: nor where it is named in the type
    code('POLICY_CONFLICT', { reason: 'swapped' }, ({ least }: { least: string }) => least)
    const text = ({ given, least }: { given: string; least: string }) => given + least
    // @ts-expect-error: nor beside others
    code('VALUE_INVALID', { expected: 'x' }, text)
    // @ts-expect-error: nor with another type
    code('VALUE_UNREADABLE', { reason: 'x' }, ({ limit }: { limit: string }) => limit)
    // @ts-expect-error: nor are its constants
    code('VALUE_MISSING', { given: 'cost' }, () => 'is missing.')
  })
})

describe('what is expected of a value', () => {
  const anArray: Expected = { keyword: 'array', words: () => 'an array' }
  const atLeast: Expected<'minimum'> = {
    keyword: 'at-least',
    words: ({ minimum }) => `at least ${minimum}`,
  }

  it('comes with the values that its words need', () => {
    invalid(1, [], anArray)
    invalid(1, [], atLeast, { minimum: '2' })
    // @ts-expect-error: the minimum is missing
    invalid(1, [], atLeast)
    // @ts-expect-error: it has no words for a maximum
    const words: Expected<'minimum'> = { keyword: 'x', words: ({ maximum }) => maximum }
    expectTypeOf(words.keyword).toBeString()
  })
})
