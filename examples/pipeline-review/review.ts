// The review of a pipeline by the handbook: each question is one call.
import {
  ageReceivables,
  checkDiscount,
  checkStage,
  collectionPeriod,
  type Deal,
  defineSalesProcess,
  forecastPipeline,
  handbook,
  measureCompleteness,
  measureFunnel,
  type OpenDeal,
  prioritise,
} from 'sales-rules'
import { asOf, deals, done, expectations, invoices, records, requests, tasks } from './records.js'

/** Sixteen deals are few: three in a step are enough to talk about it. */
export const process = defineSalesProcess({
  ...handbook.pipeline,
  id: 'pipeline-review',
  provenance: [],
  minimumSample: 3,
})

export type Review = ReturnType<typeof review>

export function review(all: readonly Deal[] = deals) {
  const funnel = measureFunnel({ asOf, deals: all }, process)
  const open = openOf(all)
  return {
    deals: all,
    funnel,
    stages: open.map(({ id = '', stage }) => ({
      id,
      checked: checkStage(done[id] ?? {}, stage, process),
    })),
    forecast: forecastPipeline({ asOf, deals: open }, process),
    measured: forecastPipeline({ asOf, deals: open, probabilities: funnel.probabilities }, process),
    collection: collectionPeriod({ asOf, invoices }, process),
    ageing: ageReceivables({ asOf, invoices }, process),
    discounts: requests.map(({ deal, ...request }) => ({
      deal,
      checked: checkDiscount(request, process),
    })),
    completeness: measureCompleteness({ asOf: `${asOf}T18:00:00+08:00`, records }, process),
    priorities: prioritise(tasks, process),
  }
}

/** Deals that are neither won nor lost, each in its latest stage. */
function openOf(all: readonly Deal[]): OpenDeal[] {
  return all.flatMap(({ id = '', value = 0, stages = [], lost, won }) => {
    const stage = stages.at(-1)?.stage ?? 'prospecting'
    const isOver = Boolean(lost ?? won) || stage === 'delivery'
    return isOver ? [] : [{ id, stage, value, ...expectations[id] }]
  })
}
