import type { ScoreEvaluation } from '../../../leads/index.js'
import type { Block, Document } from '../../document.js'
import { tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf } from '../common.js'
import { leftOutOf, unreadOf } from './rows.js'

/** How well a score tells who is won. */
export function describeEvaluation(evaluation: ScoreEvaluation, voice: Voice): Document {
  const { auc, lift, rate, top, calibration, notCounted, warnings } = evaluation
  const words = voice.words.leads.evaluation
  const error = calibration?.expectedError ?? null
  const counts = { won: voice.number(evaluation.won), decided: voice.number(evaluation.decided) }
  return documentOf(evaluation, voice, {
    title: words.title,
    answer: auc === null ? words.none : words.auc({ auc: voice.percent(auc) }),
    sentences: [
      ...(lift === null ? [] : [words.lift({ top: voice.percent(top), lift: voice.brief(lift) })]),
      ...(rate === null ? [] : [words.rate({ rate: voice.percent(rate), ...counts })]),
      ...(error === null ? [] : [words.calibrated({ error: voice.percent(error) })]),
      ...leftOutOf({ disqualified: [], notCounted }, voice),
    ],
    blocks: [
      ...figuresOf(evaluation, voice),
      ...bandsOf(evaluation, voice),
      ...driftOf(evaluation, voice),
      ...tableOf(voice, {
        title: words.warnings,
        rows: warnings.map((issue) => ({ issue })),
        columns: { issue: 'issue' },
      }),
      ...unreadOf(notCounted, voice),
    ],
  })
}

function figuresOf(evaluation: ScoreEvaluation, voice: Voice): readonly Block[] {
  const { fields, leads } = voice.words
  return tableOf(voice, {
    title: leads.evaluation.figures,
    rows: [evaluation],
    columns: {
      decided: 'number',
      open: 'number',
      won: 'number',
      rate: { as: 'percent', head: fields.conversion },
      auc: 'percent',
      averagePrecision: 'percent',
      lift: 'number',
      top: 'percent',
      brier: 'number',
      brierReference: 'number',
      brierSkill: 'percent',
    },
  })
}

interface Interval {
  readonly interval: readonly [string, string] | null
}

function bounds<Row extends Interval>({ interval, ...row }: Row) {
  return { ...row, intervalFrom: interval?.[0], intervalTo: interval?.[1] }
}

function bandsOf({ bands, calibration }: ScoreEvaluation, voice: Voice): readonly Block[] {
  const { fields, leads } = voice.words
  const words = leads.evaluation
  const error = calibration?.expectedError ?? null
  return [
    ...tableOf(voice, {
      title: words.bands,
      rows: bands.map((band) => bounds(band)),
      columns: {
        id: 'text',
        from: { as: 'number', head: fields.startsAt },
        decided: 'number',
        won: 'number',
        rate: { as: 'percent', head: fields.conversion },
        intervalFrom: 'percent',
        intervalTo: 'percent',
        lift: 'number',
      },
    }),
    ...tableOf(voice, {
      title: words.calibration,
      rows: (calibration?.bins ?? []).map((bin) => bounds(bin)),
      columns: {
        from: { as: 'percent', head: fields.predictedFrom },
        to: { as: 'percent', head: fields.predictedTo },
        decided: 'number',
        won: 'number',
        predicted: 'percent',
        rate: { as: 'percent', head: fields.conversion },
        intervalFrom: 'percent',
        intervalTo: 'percent',
      },
    }),
    ...tableOf(voice, {
      title: words.calibrationError,
      rows: error === null ? [] : [{ error }],
      columns: { error: 'percent' },
    }),
  ]
}

function driftOf({ drift }: ScoreEvaluation, voice: Voice): readonly Block[] {
  if (drift === null) return []
  const { fields, leads } = voice.words
  const words = leads.evaluation
  return [
    ...tableOf(voice, {
      title: words.before,
      rows: [drift.before],
      columns: {
        decided: 'number',
        won: 'number',
        rate: { as: 'percent', head: fields.conversion },
        auc: 'percent',
      },
    }),
    ...tableOf(voice, {
      title: words.drift,
      rows: [drift],
      columns: {
        rateChange: 'percent',
        aucChange: 'percent',
        distance: 'percent',
        stabilityIndex: 'number',
      },
    }),
    ...tableOf(voice, {
      title: words.driftBands,
      rows: drift.bands,
      columns: {
        id: 'text',
        before: { as: 'percent', head: fields.shareBefore },
        now: { as: 'percent', head: voice.words.fields.shareNow },
      },
    }),
  ]
}
