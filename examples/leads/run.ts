// A week of leads: the hook that scores on save, who gets which lead, which source is worth its money, and whether the score tells who is won.
// Run it with `npm run leads`. It knows no clock and no locale, so that it prints the same page every time.
import { evaluateScores, handbook, reviewSources, round, routeLeads } from 'sales-rules'
import { columns, grouped, title, wrapped } from '../close-the-quarter/report/layout.js'
import { onSave } from './onSave.js'
import { share } from './reviewOf.js'
import { lastYear, reps, saved, sources } from './week.js'

const stored = saved.map(({ id, arrived, ...record }) => ({
  id,
  arrived,
  record,
  ...onSave(record),
}))
const routed = routeLeads(
  { leads: saved.map(({ id, arrived, ...facts }) => ({ id, arrived, facts })), reps },
  handbook.leads,
)
const review = reviewSources(sources, handbook.leads)
const outcomes = lastYear.flatMap(({ score, won, of }) =>
  Array.from({ length: of }, (_, at) => ({ score, outcome: at < won })),
)
const evaluation = evaluateScores(outcomes, { bands: handbook.leads.bands })

/** Two decimals are enough to look at. */
const short = (ratio: string | null) =>
  ratio === null ? '-' : round(ratio, { mode: 'half-up', decimals: 2 })

const lines = [
  ...title('1. What the hook stores beside each lead'),
  ...stored.flatMap((one) => wrapped(JSON.stringify({ id: one.id, ...onSave(one.record) }))),
  ...title('2. Who gets which lead'),
  ...columns(
    [
      ['lead', 'score', 'goes to', 'because'],
      ...routed.assigned.map(({ lead, score, rep, because }) => [
        lead,
        String(score),
        rep,
        because,
      ]),
      ...routed.waiting.map(({ lead, score, because }) => [lead, String(score), '-', because]),
      ...routed.disqualified.map(({ id, reasons }) => [id, '-', '-', reasons.join(', ')]),
      ...routed.notCounted.map(({ id, issues }) => [
        id ?? '?',
        '-',
        '-',
        String(issues[0]?.message),
      ]),
    ],
    'lrll',
  ),
  ...title('3. Which source is worth its money'),
  ...columns(
    [
      ['source', 'rate', 'may be', `${review.currency} per win`, 'verdict'],
      ...review.sources.map(({ id, rate, interval, verdict, costPerWin, decidedNeeded }) => [
        ...[id, share(rate), interval?.map(share).join(' to ') ?? '-'],
        ...[costPerWin === null ? '-' : grouped(costPerWin), verdict],
        decidedNeeded === null ? '' : `needs ${decidedNeeded} decided leads`,
      ]),
    ],
    'lrrrll',
  ),
  ...wrapped(`Budgets move to: ${review.shiftTo.join(', ')}`),
  ...title('4. Does the score tell who is won'),
  ...wrapped(
    `A won lead scores more than a lost one in ${share(evaluation.auc)} of all pairs, ties half (AUC).`,
  ),
  ...wrapped(
    `The best tenth is won ${short(evaluation.lift)} times as often as all (lift); average precision ${short(evaluation.averagePrecision)}.`,
  ),
  ...columns(
    [
      ['band', 'won', 'rate', 'lift'],
      ...evaluation.bands.map(({ id, won, decided, rate, lift }) => [
        ...[id, `${won} of ${decided}`, share(rate), short(lift)],
      ]),
    ],
    'lrrr',
  ),
]

const seen = routed.assigned.length + routed.waiting.length + routed.disqualified.length
const holds = seen + routed.notCounted.length === saved.length
console.log([...lines, '', `Checks: ${holds ? 'no lead is lost' : 'A LEAD IS LOST'}`].join('\n'))
if (!holds) process.exitCode = 1
