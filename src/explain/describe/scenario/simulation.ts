import type { SimulationOutcome, Spread } from '../../../scenario/index.js'
import type { Block, Document } from '../../document.js'
import { namedFact, tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf } from '../common.js'
import { figure, notComputedOf, unitName, withRefused } from './figures.js'

/** What a plan may cost, and pay, where nobody knows yet how much will be sold. */
export function describeSimulation(outcome: SimulationOutcome, voice: Voice): Document {
  const { cost, pay, unit, seed, runs, rows, generator, refused, notComputed } = outcome
  const words = voice.words.scenario.simulated
  const mean = words.cost.mean({ mean: figure(cost.mean, unit, voice) })
  return documentOf(outcome, voice, {
    title: words.title,
    answer: withRefused(mean, refused, voice),
    sentences: [
      ...quantileSentences(cost, unit, voice),
      words.pay.mean({ mean: figure(pay.mean, unit, voice) }),
    ],
    head: [
      ...namedFact(voice, words.heads.runs, runs, 'number'),
      ...namedFact(voice, words.heads.rows, rows, 'number'),
      ...namedFact(voice, words.heads.seed, String(seed), 'text'),
      ...namedFact(voice, words.heads.generator, generator, 'text'),
    ],
    blocks: [
      ...spreadOf(words.blocks.cost, cost, unit, voice),
      ...spreadOf(words.blocks.pay, pay, unit, voice),
      ...notComputedOf(notComputed, voice),
    ],
  })
}

/** How the runs spread. */
function quantileSentences({ quantiles }: Spread, unit: string, voice: Voice): readonly string[] {
  const words = voice.words.scenario.simulated.cost
  return quantiles.map(({ at, value: written }) => {
    const value = figure(written, unit, voice)
    if (at === '0') return words.least({ value })
    return at === '1' ? words.most({ value }) : words.quantile({ part: voice.percent(at), value })
  })
}

function spreadOf(
  title: string,
  { mean, quantiles }: Spread,
  unit: string,
  voice: Voice,
): readonly Block[] {
  const { heads, blocks } = voice.words.scenario.simulated
  const rows = [
    ...quantiles.map(({ at, value }) => ({ of: blocks.quantile, at, value })),
    { of: blocks.mean, at: undefined, value: mean },
  ]
  return tableOf(voice, {
    title,
    rows,
    currency: unitName(unit, voice),
    columns: {
      of: { as: 'text', head: heads.figure },
      at: { as: 'percent', head: heads.at },
      value: { as: 'money', head: heads.value },
    },
  })
}
