// A week of leads: the hook that scores on save, who gets which lead, which source is worth its money, and whether the score tells who is won.
// Run it with `npm run leads`. It knows no clock and no locale, so that it prints the same page every time.
import { evaluateScores, handbook, reviewSources, routeLeads } from 'sales-rules'
import { columns, title, wrapped } from '../close-the-quarter/report/layout.js'
import { onSave } from './onSave.js'
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

const lines = [
  ...title('1. What the hook stores beside each lead'),
  ...stored.flatMap((one) => wrapped(JSON.stringify({ id: one.id, ...onSave(one.record) }))),
  ...title('2. Who gets which lead'),
  ...columns(
    [
      ...routed.assigned.map(({ lead, score, rep, because }) => [
        lead,
        String(score),
        rep,
        because,
      ]),
      ...routed.waiting.map(({ lead, score, because }) => [lead, String(score), '-', because]),
      ...routed.disqualified.map(({ id, reasons }) => [id, '-', '-', reasons.join(', ')]),
      ...routed.notCounted.map(({ id, issues }) => [id ?? '?', '-', '-', String(issues[0]?.code)]),
    ],
    'lrll',
  ),
  ...title('3. Which source is worth its money'),
  ...columns(
    review.sources.map(({ id, rate, interval, verdict, costPerWin, decidedNeeded }) => [
      ...[id, rate ?? '-', interval?.join(' to ') ?? '-', costPerWin ?? '-', verdict],
      decidedNeeded === null ? '' : `needs ${decidedNeeded} decided leads`,
    ]),
    'lrlrll',
  ),
  ...wrapped(`Budgets move to: ${review.shiftTo.join(', ')}`),
  ...title('4. Does the score tell who is won'),
  ...wrapped(
    `AUC ${evaluation.auc}, average precision ${evaluation.averagePrecision}, lift of the best tenth ${evaluation.lift}`,
  ),
  ...columns(
    evaluation.bands.map(({ id, won, decided, rate, lift }) => [
      ...[id, `${won} of ${decided}`, rate ?? '-', lift ?? '-'],
    ]),
    'lrrr',
  ),
]

const seen = routed.assigned.length + routed.waiting.length + routed.disqualified.length
const holds = seen + routed.notCounted.length === saved.length
console.log([...lines, '', `Checks: ${holds ? 'no lead is lost' : 'A LEAD IS LOST'}`].join('\n'))
if (!holds) process.exitCode = 1
