import type { Funnel } from '../../../pipeline/index.js'
import type { Block } from '../../document.js'
import { tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { namesOf } from '../common.js'
import { unreadOf } from './unread.js'
import { velocityOf } from './velocity.js'

/** Everything that a funnel has. */
export function funnelTables(funnel: Funnel, voice: Voice): readonly Block[] {
  return [
    ...stagesOf(funnel, voice),
    ...daysOf(funnel, voice),
    ...salesOf(funnel, voice),
    ...(funnel.velocity === null ? [] : velocityOf(funnel.velocity, voice)),
    ...bottleneckOf(funnel, voice),
    ...probabilitiesOf(funnel, voice),
    ...unreadDeals(funnel, voice),
  ]
}

function stagesOf(funnel: Funnel, voice: Voice): readonly Block[] {
  const { fields, pipeline } = voice.words
  const words = pipeline.funnel
  return [
    ...tableOf(voice, {
      title: words.result,
      rows: [funnel],
      columns: {
        won: { as: 'number', head: fields.wonDeals },
        lost: 'number',
        open: { as: 'number', head: fields.openDeals },
        winRate: 'percent',
        overall: 'percent',
      },
    }),
    ...tableOf(voice, {
      title: words.stages,
      rows: funnel.stages,
      columns: {
        stage: { as: 'text', head: fields.dealStage },
        reached: { as: 'number', head: fields.reachedStage },
        value: { as: 'number', head: fields.dealValue },
        current: { as: 'number', head: fields.inStage },
        currentValue: 'number',
        medianDays: 'number',
      },
    }),
    ...stepsOf(words.steps, funnel.steps, voice),
  ]
}

function stepsOf(title: string, steps: Funnel['steps'], voice: Voice): readonly Block[] {
  const { fields } = voice.words
  return tableOf(voice, {
    title,
    rows: steps,
    columns: {
      from: { as: 'text', head: fields.fromStage },
      to: { as: 'text', head: fields.toStage },
      reached: { as: 'number', head: fields.reachedStage },
      wentOn: 'number',
      stillOpen: 'number',
      lost: 'number',
      conversion: 'percent',
      conversionOfDecided: 'percent',
    },
  })
}

type Spread = NonNullable<Funnel['leadToDeal']>

function daysOf({ stages, leadToDeal }: Funnel, voice: Voice): readonly Block[] {
  const words = voice.words.pipeline.funnel
  const each = (of: 'days' | 'currentDays') =>
    stages.flatMap(({ stage, ...one }) => {
      const spread = one[of]
      return spread === null ? [] : [{ stage, ...spread }]
    })
  return [
    ...spreadOf(words.days, each('days'), voice),
    ...spreadOf(words.currentDays, each('currentDays'), voice),
    ...spreadOf(words.leadDays, leadToDeal === null ? [] : [leadToDeal], voice),
  ]
}

function spreadOf(
  title: string,
  rows: readonly (Spread & { readonly stage?: string })[],
  voice: Voice,
): readonly Block[] {
  const { fields } = voice.words
  return tableOf(voice, {
    title,
    rows,
    columns: {
      stage: { as: 'text', head: fields.dealStage },
      count: { as: 'number', head: fields.dealsCounted },
      mean: 'number',
      median: 'number',
      lowerQuartile: 'number',
      upperQuartile: 'number',
      shortest: 'number',
      longest: 'number',
    },
  })
}

function salesOf({ sales }: Funnel, voice: Voice): readonly Block[] {
  if (sales === null) return []
  const { fields, pipeline } = voice.words
  const words = pipeline.funnel
  const named = (names: readonly (string | null)[]) => names.filter((name) => name !== null)
  return [
    ...tableOf(voice, {
      title: words.sales,
      rows: [sales],
      columns: {
        total: { as: 'number', head: fields.totalSales },
        orders: 'number',
        customers: 'number',
        salesPerOrder: 'number',
        salesPerCustomer: 'number',
      },
    }),
    ...namesOf(voice, words.withoutValue, named(sales.withoutValue)),
    ...namesOf(voice, words.withoutCustomer, named(sales.withoutCustomer)),
  ]
}

function bottleneckOf({ bottleneck }: Funnel, voice: Voice): readonly Block[] {
  const { fields, pipeline } = voice.words
  const words = pipeline.funnel
  return [
    ...stepsOf(words.byConversion, bottleneck.byConversion, voice),
    ...tableOf(voice, {
      title: words.byDays,
      rows: bottleneck.byDays,
      columns: {
        stage: { as: 'text', head: fields.dealStage },
        medianDays: 'number',
        deals: { as: 'number', head: fields.dealsCounted },
      },
    }),
    ...tableOf(voice, {
      title: words.bottleneck,
      rows: [bottleneck],
      columns: { minimumSample: 'number', judged: 'list', tooFew: 'list' },
    }),
  ]
}

function probabilitiesOf({ probabilities }: Funnel, voice: Voice): readonly Block[] {
  const { fields, pipeline } = voice.words
  return tableOf(voice, {
    title: pipeline.funnel.probabilities,
    rows: Object.entries(probabilities ?? {}).flatMap(([stage, probability]) =>
      probability === null ? [] : [{ stage, probability }],
    ),
    columns: { stage: { as: 'text', head: fields.dealStage }, probability: 'percent' },
  })
}

function unreadDeals({ notCounted }: Funnel, voice: Voice): readonly Block[] {
  const rows = notCounted.map(({ deal, ...row }) => ({ ...row, id: deal }))
  return unreadOf(voice, voice.words.pipeline.funnel.notCounted, rows)
}
