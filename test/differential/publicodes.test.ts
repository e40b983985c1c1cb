import Engine from 'publicodes'
import { calculateCommission, defineCommissionPlan } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../oracle/random.js'

/**
 * Against publicodes, the language of the French tax rules: its `barème` is our marginal scale, its `grille` our whole-amount scale with rates.
 * They differ by design in one thing: publicodes computes in floats and rounds nothing, so a hundredth of a cent is allowed for.
 */
const random = seededRandom(1)
const SCALES = 100
const AMOUNTS = 12

interface Drawn {
  readonly ends: readonly number[]
  readonly percents: readonly number[]
}

function drawScale(): Drawn {
  const ends = Array.from(
    { length: random.integer(0, 5) },
    () => random.integer(1, 5_000_000) / random.pick([1, 4, 100]),
  )
  const rising = [...new Set(ends)].sort((a, b) => a - b)
  return { ends: rising, percents: [...rising, 0].map(() => random.integer(0, 400) / 4) }
}

const quiet = { log: () => {}, warn: () => {}, error: () => {} }

function theirs({ ends, percents }: Drawn, mechanism: 'barème' | 'grille') {
  const tranches = percents.map((percent, at) => ({
    ...(mechanism === 'barème' ? { taux: `${percent}%` } : { montant: `${percent}%` }),
    ...(at < ends.length ? { plafond: ends[at] } : {}),
  }))
  const engine = new Engine(
    { sales: 0, rule: { [mechanism]: { assiette: 'sales', tranches } } },
    { logger: quiet },
  )
  return (sales: number) => {
    const value = Number(engine.setSituation({ sales }).evaluate('rule').nodeValue)
    return mechanism === 'barème' ? value : (value / 100) * sales
  }
}

function ours({ ends, percents }: Drawn, mode: 'marginal' | 'whole-amount') {
  const tiers = percents.map((percent, at) => ({
    ...{ id: `t${at}`, rate: String(percent / 100) },
    upTo: at < ends.length ? String(ends[at]) : null,
  }))
  const plan = defineCommissionPlan({
    currency: 'EUR',
    scale: { mode, tiers },
  })
  return (sales: number) => Number(calculateCommission({ sales: String(sales) }, plan).unrounded)
}

/** On each end, a cent on either side of it, and anywhere. */
const amountsFor = ({ ends }: Drawn) => [
  ...ends
    .flatMap((end) => [end, end + 0.01, Math.max(0, end - 0.01)])
    .map((amount) => Math.round(amount * 100) / 100),
  ...Array.from({ length: AMOUNTS }, () => random.integer(0, 900_000_000) / 100),
]

describe('tiers, against publicodes', () => {
  it.each([
    ['barème', 'marginal'],
    ['grille', 'whole-amount'],
  ] as const)('a %s pays what a %s scale pays', (mechanism, mode) => {
    for (let count = 0; count < SCALES; count += 1) {
      const scale = drawScale()
      const [their, our] = [theirs(scale, mechanism), ours(scale, mode)]
      for (const sales of amountsFor(scale)) {
        const difference = Math.abs(their(sales) - our(sales))
        expect.soft(difference, JSON.stringify({ scale, sales })).toBeLessThan(0.0001)
      }
    }
  })
})
