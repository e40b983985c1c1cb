/**
 * A million random cases against the oracle, which computes the same rules in another way and shares no code with the library.
 * The seed is fixed, so that a failing case fails again; its message is the case.
 */
import { describe, expect, it } from 'vitest'
import {
  allocate,
  applyScale,
  attempt,
  type DefinedScale,
  type Issue,
  invertScale,
  round,
} from '../../src/kernel/index.js'
import { readDecimal, writeDecimal, writeFixed } from '../../src/kernel/number/decimal.js'
import {
  add,
  compare,
  divide,
  multiply,
  toUnits as roundToUnits,
  subtract,
} from '../../src/kernel/number/fraction.js'
import { roundingModes } from '../../src/kernel/number/rounding.js'
import { defineScale } from '../../src/kernel/schema.js'
import { allocate as oracleAllocate } from '../oracle/allocate.js'
import * as oracle from '../oracle/fraction.js'
import { type Random, seededRandom } from '../oracle/random.js'
import {
  type PayOptions,
  payOf,
  type Scale,
  slicesOf,
  smallestBase,
  smallestBaseByBisection,
} from '../oracle/scale.js'
import { type RandomScale, randomScale } from './randomScale.js'

const SEED = 20_261_123
const MILLION = 1_000_000
let cases = 0

/** One case: it is counted, and where the two answers differ it is the message of the failure. */
function check(rule: string, given: readonly unknown[], answer: string, expected: string): void {
  cases += 1
  if (answer === expected) return
  const text = `${rule}(${given.map((part) => JSON.stringify(part)).join(', ')})`
  throw new Error(`case ${cases} of seed ${SEED}: ${text} is ${answer}, expected ${expected}`)
}

function read(text: string) {
  const issues: Issue[] = []
  const exact = readDecimal(text, [], issues)
  if (exact === undefined) throw new Error(`case ${cases}: refused to read ${text}`)
  return exact
}

function times(count: number, run: (random: Random, index: number) => void, seed: number): void {
  const random = seededRandom(SEED + seed)
  for (let index = 0; index < count; index += 1) run(random, index)
}

describe('a million cases agree with the oracle', () => {
  it('any spelling of a number is read exactly and written one way', () => {
    times(
      180_000,
      (random) => {
        const canonical = random.decimal()
        const text = random.respell(canonical)
        check('write(read)', [text], writeDecimal(read(text)), canonical)
      },
      1,
    )
  })

  it('sums, differences, products and quotients lose nothing, and are cut only where written', () => {
    times(
      60_000,
      (random) => {
        const [a, b] = [random.decimal(), random.decimal()]
        const [x, y] = [read(a), read(b)]
        const [p, q] = [oracle.parse(a), oracle.parse(b)]
        check('add', [a, b], writeDecimal(add(x, y)), oracle.toText(oracle.add(p, q)))
        check(
          'subtract',
          [a, b],
          writeDecimal(subtract(x, y)),
          oracle.toText(oracle.subtract(p, q)),
        )
        check(
          'multiply',
          [a, b],
          writeDecimal(multiply(x, y)),
          oracle.toText(oracle.multiply(p, q)),
        )
        check('compare', [a, b], String(compare(x, y)), String(oracle.compare(p, q)))
        if (q.n === 0n) return
        check('divide', [a, b], writeDecimal(divide(x, y)), oracle.toText(oracle.divide(p, q)))
      },
      2,
    )
  })

  it('rounding goes the right way in all seven modes, quotients that do not end included', () => {
    times(
      60_000,
      (random, index) => {
        const decimals = random.integer(0, 12)
        const a = random.decimal()
        const by = random.pick(['1', '1', '3', '7', '-6', '800'])
        const exact = divide(read(a), read(by))
        const expected = oracle.divide(oracle.parse(a), oracle.parse(by))
        for (const mode of roundingModes) {
          const rounded =
            by === '1' && index % 2 === 0
              ? round(a, { mode, decimals })
              : writeFixed(roundToUnits(exact, decimals, mode), decimals)
          check(
            'round',
            [a, by, mode, decimals],
            rounded,
            oracle.toDecimal(expected, decimals, mode),
          )
        }
      },
      3,
    )
  })

  it('a scale pays what it says, tier by tier, or refuses', () => {
    times(
      2_500,
      (random) => {
        const drawn = randomScale(random)
        const defined = defineScale(drawn.input)
        for (let index = 0; index < 60; index += 1) {
          const base = random.decimal({ near: drawn.near, decimals: 6 })
          const measure = random.decimal({ near: drawn.near, decimals: 6 })
          const options = { target: drawn.target, measure }
          check(
            'applyScale',
            [base, drawn.input, options],
            paid(base, defined, options),
            expectedPay(base, drawn.scale, options),
          )
        }
      },
      4,
    )
  })

  it('parts of a total add up and go to the largest remainders', () => {
    times(
      50_000,
      (random) => {
        const decimals = random.integer(0, 6)
        const total = random.decimal({ decimals })
        const weights = Array.from({ length: random.integer(1, 7) }, () => someWeight(random))
        weights[0] = weights[0] === '0' ? '1' : (weights[0] ?? '1')
        check(
          'allocate',
          [total, weights, decimals],
          allocate(total, weights, { decimals }).join(' '),
          oracleAllocate(total, weights, { decimals }).join(' '),
        )
      },
      5,
    )
  })

  it('the base that earns an amount is enough, and one step less is not', () => {
    times(
      400,
      (random) => {
        const drawn = randomScale(random)
        const defined = defineScale(drawn.input)
        for (let index = 0; index < 40; index += 1) checkInverse(random, drawn, defined)
      },
      6,
    )
  })

  it('the base that earns an amount is the first of all that do', () => {
    times(
      500,
      (random) => {
        const drawn = randomScale(random, 150)
        const wanted = random.decimal({ decimals: 1, digits: 2, negative: false })
        const measure = random.decimal({ near: drawn.near, decimals: 2, digits: 3 })
        const options = { target: '80', measure, decimals: 0 }
        // Every whole base up to 400 is tried.
        const first = smallestBase(wanted, drawn.scale, options, 400)
        const found = attempt(() => invertScale(wanted, defineScale(drawn.input), options))
        const isNear =
          found.ok && oracle.compare(oracle.parse(found.value), oracle.parse('400')) <= 0
        check(
          'invertScale',
          [wanted, drawn.input, options],
          isNear && found.ok ? found.value : 'none up to 400',
          first === null ? 'none up to 400' : oracle.toCanonical(first),
        )
      },
      7,
    )
  })

  it('the base that earns an amount is the one that bisection finds', () => {
    times(
      500,
      (random) => {
        const drawn = randomScale(random)
        if (drawn.scale.mode === 'whole-amount') return
        const wanted = random.decimal({ decimals: 2, digits: 6, negative: false })
        const options = { target: drawn.target, decimals: 2 }
        const first = smallestBaseByBisection(wanted, drawn.scale, options)
        const found = attempt(() => invertScale(wanted, defineScale(drawn.input), options))
        check(
          'invertScale',
          [wanted, drawn.input, options],
          found.ok ? found.value : 'none',
          first === null ? 'none' : oracle.toCanonical(first),
        )
      },
      8,
    )
  })

  it('and they are a million', () => {
    expect(cases).toBeGreaterThanOrEqual(MILLION)
  })
})

type Figures = PayOptions & { readonly target: string; readonly measure: string }

function paid(base: string, scale: DefinedScale, options: Figures): string {
  const outcome = attempt(() => applyScale(base, scale, options))
  if (!outcome.ok) return outcome.issues.map(({ code }) => code).join(' ')
  const slices = outcome.value.slices.map(
    (slice) => `${slice.tier}: ${slice.base} pays ${slice.amount}`,
  )
  return [outcome.value.amount, ...slices].join('; ')
}

function expectedPay(base: string, scale: Scale, options: Figures): string {
  try {
    const slices = slicesOf(base, scale, options).filter(
      (slice) => slice.base.n !== 0n || slice.pay.n !== 0n,
    )
    const lines = slices.map(
      ({ tier, base: part, pay }) => `${tier}: ${text(part)} pays ${text(pay)}`,
    )
    return [text(oracle.sum(slices.map(({ pay }) => pay))), ...lines].join('; ')
  } catch (error) {
    if (error instanceof oracle.Refusal) return 'BASE_NEGATIVE'
    throw error
  }
}

function text(value: oracle.Fraction): string {
  return oracle.toText(value)
}

function someWeight(random: Random): string {
  return random.pick(['0', '1', '1', random.decimal({ decimals: 3, digits: 5, negative: false })])
}

/** Compares by the oracle's pay alone: at the base found it is enough, one step of the grid below it is not. */
function checkInverse(random: Random, drawn: RandomScale, defined: DefinedScale): void {
  const wanted = random.decimal({ decimals: 3, digits: 7, negative: false })
  const measure = random.decimal({ near: drawn.near, decimals: 2 })
  const decimals = random.integer(0, 4)
  const options = { target: drawn.target, measure, decimals }
  const found = attempt(() => invertScale(wanted, defined, options))
  const given = [wanted, drawn.input, options]
  if (!found.ok) {
    const codes = found.issues.map(({ code }) => code).join(' ')
    // Not even a base of thirty digits earns it.
    const far = payOf('9'.repeat(30), drawn.scale, options)
    const isOut = oracle.compare(far, oracle.parse(wanted)) < 0
    check('invertScale', given, codes, isOut ? 'SCALE_UNREACHABLE' : 'a base')
    return
  }
  const base = oracle.parse(found.value)
  const step = oracle.fraction(1n, 10n ** BigInt(decimals))
  const earns = (figure: oracle.Fraction) =>
    oracle.compare(payOf(oracle.toCanonical(figure), drawn.scale, options), oracle.parse(wanted)) >=
    0
  const isSmallest = base.n === 0n || !earns(oracle.subtract(base, step))
  check('invertScale', given, `${earns(base)} ${isSmallest}`, 'true true')
}
