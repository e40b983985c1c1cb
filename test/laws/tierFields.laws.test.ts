/** What a tier may say beside its rate and its amounts, drawn at random, against the oracle, which cuts the base in another way. */
import { describe, expect, it } from 'vitest'
import { applyScale, attempt, type DefinedScale, invertScale } from '../../src/kernel/index.js'
import { defineScale } from '../../src/kernel/schema.js'
import * as oracle from '../oracle/fraction.js'
import { type Random, seededRandom } from '../oracle/random.js'
import { type PayOptions, type Scale, slicesOf, smallestBase } from '../oracle/scale.js'
import { type RandomScale, randomScale, withTierFields } from './randomScale.js'

const SEED = 20_261_129

function times(count: number, run: (random: Random) => void): void {
  const random = seededRandom(SEED)
  for (let index = 0; index < count; index += 1) run(random)
}

/** Two answers that differ are told with the case. */
function check(given: readonly unknown[], answer: string, expected: string): void {
  if (answer !== expected) expect({ given, answer }).toEqual({ given, answer: expected })
}

function drawn(random: Random, limit?: number): RandomScale {
  return withTierFields(random, randomScale(random, limit))
}

describe('a scale whose tiers pay multiples and quotients, own their ends and jump', () => {
  it('pays what it says, tier by tier, or refuses', () => {
    times(1500, (random) => {
      const { input, scale, target, near } = drawn(random)
      const defined = defineScale(input)
      for (let index = 0; index < 20; index += 1) {
        const base = random.decimal({ near, decimals: 6 })
        const options = { target, measure: random.decimal({ near, decimals: 6 }) }
        check([base, input, options], paid(base, defined, options), expected(base, scale, options))
      }
    })
  })

  it('is inverted by the first of all bases that earn an amount', () => {
    times(600, (random) => {
      const { input, scale, near } = drawn(random, 150)
      const wanted = random.decimal({ decimals: 1, digits: 2, negative: false })
      const measure = random.decimal({ near, decimals: 2, digits: 3 })
      const options = { target: '80', measure, decimals: 0 }
      const first = smallestBase(wanted, scale, options, 400)
      const found = attempt(() => invertScale(wanted, defineScale(input), options))
      const isNear = found.ok && oracle.compare(oracle.parse(found.value), oracle.parse('400')) <= 0
      check(
        [wanted, input, options],
        isNear && found.ok ? found.value : 'none',
        first === null ? 'none' : oracle.toCanonical(first),
      )
    })
  })

  it('names as the highest amount one that no base exceeds, and some base earns or comes near to', () => {
    times(600, (random) => {
      const { input, scale } = drawn(random, 150)
      const options = { target: '80', measure: '40', decimals: 0 }
      const found = attempt(() => invertScale('1e20', defineScale(input), options))
      if (found.ok || scale.tiers.some(({ upTo }) => upTo === null)) return
      const highest = String(found.issues[0]?.params['highest' as never])
      const above = oracle.add(oracle.parse(highest), oracle.parse('0.01'))
      const more = smallestBase(oracle.toText(above), scale, options, 400)
      check([input, highest], String(more), 'null')
    })
  })

  it('reads as it was written, however often', () => {
    times(300, (random) => {
      const once = defineScale(drawn(random).input)
      expect(defineScale(JSON.parse(JSON.stringify(once)))).toEqual(once)
    })
  })
})

function paid(base: string, scale: DefinedScale, options: PayOptions & { target: string }): string {
  const outcome = attempt(() => applyScale(base, scale, options as never))
  if (!outcome.ok) return outcome.issues.map(({ code }) => code).join(' ')
  const slices = outcome.value.slices.map((one) => `${one.tier}: ${one.base} pays ${one.amount}`)
  return [outcome.value.amount, ...slices].join('; ')
}

function expected(base: string, scale: Scale, options: PayOptions): string {
  try {
    const slices = slicesOf(base, scale, options).filter(
      (slice) => slice.base.n !== 0n || slice.pay.n !== 0n,
    )
    const total = oracle.toText(oracle.sum(slices.map(({ pay }) => pay)))
    const texts = slices.map(
      ({ tier, base: part, pay }) => `${tier}: ${oracle.toText(part)} pays ${oracle.toText(pay)}`,
    )
    return [total, ...texts].join('; ')
  } catch (error) {
    if (error instanceof oracle.Refusal) return 'BASE_NEGATIVE'
    throw error
  }
}
