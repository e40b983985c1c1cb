import * as fraction from '../kernel/number/fraction.js'
import * as write from '../kernel/number/write.js'
import type { ExactFunnelStage } from './exactFunnelStage.js'
import type { ExactSalesProcess } from './exactSalesProcess.js'
import { exactShare } from './read.js'
import type { Bottleneck, FunnelStep } from './types.js'

/**
 * The steps that convert least and the stages that take longest, of those with enough deals; one that is open still may go on. What loses no
 * deal, or takes no time, slows nothing down.
 */
export function exactBottleneck(
  stages: readonly ExactFunnelStage[],
  steps: readonly FunnelStep[],
  { stageIds, minimumSample }: ExactSalesProcess,
): Bottleneck {
  const judged = steps.filter((step) => decidedOf(step) >= minimumSample)
  const losing = judged.filter((step) => step.wentOn < decidedOf(step))
  const byConversion = leastOf(losing, (step) => exactShare(step.wentOn, decidedOf(step)))
  const timed = stages.flatMap(({ median, timed: deals }, at) =>
    median === null || fraction.isZero(median) || deals < minimumSample
      ? []
      : [{ stage: stageIds[at] ?? '', median, deals }],
  )
  return {
    minimumSample,
    byConversion,
    byDays: leastOf(timed, ({ median }) => fraction.negate(median)).map(
      ({ stage, median, deals }) => ({ stage, medianDays: write.decimal(median), deals }),
    ),
    judged: judged.map(({ from }) => from),
    tooFew: steps.filter((step) => !judged.includes(step)).map(({ from }) => from),
  }
}

/** Those that went on or were lost; of counts alone, which do not say it, all that reached it. */
function decidedOf({ reached, stillOpen }: FunnelStep): number {
  return reached - (stillOpen ?? 0)
}

/** Those with the least of something; all who tie. */
function leastOf<One>(list: readonly One[], figureOf: (one: One) => fraction.Fraction): One[] {
  const figures = list.map(figureOf)
  const [first] = figures
  if (first === undefined) return []
  const least = figures.reduce(fraction.smaller, first)
  return list.filter((_, index) => fraction.compare(figures[index] ?? first, least) === 0)
}
