import type { Forecast } from '../../../pipeline/index.js'
import type { Block, Document } from '../../document.js'
import { factOf, tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf } from '../common.js'
import { unreadOf } from './unread.js'

/** What the open deals will bring, period by period. */
export function describeForecast(forecast: Forecast, voice: Voice): Document {
  const { total, periods, setAside, notCounted } = forecast
  const { forecast: words, funnel } = voice.words.pipeline
  return documentOf(forecast, voice, {
    title: words.title,
    head: [
      ...factOf(voice, 'asOf', forecast.asOf),
      ...factOf(voice, 'per', voice.words.service.levels.per[forecast.per]),
    ],
    answer: words.total({
      expected: voice.number(total.expected),
      value: voice.number(total.value),
      low: voice.number(total.low),
      high: voice.number(total.high),
    }),
    sentences: [
      ...periods.map(({ period, expected, value }) =>
        words.period({ period, expected: voice.number(expected), value: voice.number(value) }),
      ),
      ...setAside.flatMap(({ deal, reason }) =>
        deal === null ? [] : [words.setAside({ deal, reason: words.reason[reason] })],
      ),
      ...(notCounted.length === 0 ? [] : [funnel.someNotCounted]),
    ],
    blocks: [...periodsOf(forecast, voice), ...dealsOf(forecast, voice)],
  })
}

function periodsOf({ periods, total }: Forecast, voice: Voice): readonly Block[] {
  const { fields, pipeline } = voice.words
  const columns = {
    deals: { as: 'number', head: fields.dealsCounted },
    value: { as: 'number', head: fields.dealValue },
    expected: { as: 'number', head: fields.expectedValue },
    low: 'number',
    high: 'number',
  } as const
  return [
    ...tableOf(voice, { title: pipeline.forecast.all, rows: [total], columns }),
    ...tableOf(voice, {
      title: pipeline.forecast.periods,
      rows: periods,
      columns: { period: 'text', ...columns },
    }),
  ]
}

function dealsOf({ deals, setAside, notCounted }: Forecast, voice: Voice): readonly Block[] {
  const { fields, pipeline } = voice.words
  const words = pipeline.forecast
  return [
    ...tableOf(voice, {
      title: words.deals,
      rows: deals,
      columns: {
        deal: 'text',
        stage: { as: 'text', head: fields.dealStage },
        period: 'text',
        value: { as: 'number', head: fields.dealValue },
        probability: 'percent',
        source: 'word',
        expected: { as: 'number', head: fields.expectedValue },
      },
    }),
    ...tableOf(voice, {
      title: words.aside,
      rows: setAside,
      columns: {
        deal: 'text',
        stage: { as: 'text', head: fields.dealStage },
        reason: 'word',
        value: { as: 'number', head: fields.dealValue },
      },
    }),
    ...unreadOf(
      voice,
      pipeline.funnel.notCounted,
      notCounted.map(({ deal, ...row }) => ({ ...row, id: deal })),
    ),
  ]
}
