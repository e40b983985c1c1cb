import * as fraction from '../../kernel/number/fraction.js'
import { isSameSpan, spanOf } from '../lines/periods.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import type { Coming } from './coming.js'
import type { ReadPeriod } from './readPeriodRow.js'

/** Where a period stands among those of its year. */
export interface Stretch {
  /** The first period that its tiers, gate and accelerator count, and the first of its own stretch: those before are its place. */
  readonly first: number
  readonly start: number
}

/**
 * A stretch is adjacent periods of one span under one plan and one uplift: a change of either begins another. What begins anew with its
 * plan looks at nothing before.
 */
export function stretchOf(
  periods: readonly Pick<Coming, 'read' | 'change'>[],
  { read, change }: Pick<Coming, 'read' | 'change'>,
  plan: ExactPlan,
): Stretch {
  const all = [...periods, { read, change }]
  const span = spanOf(read.period, plan)
  let first = all.findIndex((one) => isSameSpan(spanOf(one.read.period, plan), span))
  let start = first
  for (let index = first + 1; index < all.length; index += 1) {
    const { change: coming, read: own } = all[index] ?? { change, read }
    if (coming === 'restart') first = index
    if (coming !== null || isOtherUplift(own, all[index - 1]?.read ?? own)) start = index
  }
  return { first, start }
}

function isOtherUplift(a: ReadPeriod, b: ReadPeriod): boolean {
  return fraction.compare(a.facts.uplift, b.facts.uplift) !== 0
}
