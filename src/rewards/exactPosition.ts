import * as check from '../kernel/check/check.js'
import * as time from '../kernel/time/time.js'
import type { ExactGrant, ExactLeaver, ExactTranche } from './exactGrant.js'
import type { TranchePosition } from './types.js'

/** What became of a tranche by a day. */
export interface ExactFate {
  readonly tranche: ExactTranche
  readonly state: TranchePosition['state']
  readonly vested: number
  readonly forfeited: number
  readonly vestedOn: string | null
  /** Of its condition, where its day has come. */
  readonly found: check.ExactOutcome | null
}

/** What became of each tranche of a grant by a day; a leaver is one who has left by then. */
export function computeFates(
  { tranches, unmet }: ExactGrant,
  asOf: string,
  leaver: ExactLeaver | null,
): ExactFate[] {
  const goesOn = leaver === null || leaver.rule.unvested === 'continue'
  const until = goesOn ? asOf : leaver.lastDay
  const due = tranches.filter(({ date }) => date <= until)
  const fates = due.map((tranche) => dueFate(tranche, unmet))
  const isOver = !goesOn || due.length === tranches.length
  const inService = unmet === 'carry' ? carry(fates, isOver) : fates
  const toCome = tranches.slice(due.length)
  if (goesOn) return [...inService, ...toCome.map(scheduled)]
  const left = [
    ...inService,
    ...toCome.map((tranche, index) => leftFate(tranche, index === 0, leaver)),
  ]
  return leaver.rule.vested === 'keep' ? left : left.map(forfeited)
}

const scheduled = (tranche: ExactTranche): ExactFate => ({
  tranche,
  state: 'scheduled',
  vested: 0,
  forfeited: 0,
  vestedOn: null,
  found: null,
})

const vested = (fate: ExactFate, vestedOn: string): ExactFate => ({
  ...fate,
  state: 'vested',
  vested: fate.tranche.shares,
  forfeited: 0,
  vestedOn,
})

const forfeited = (fate: ExactFate): ExactFate => ({
  ...fate,
  state: 'forfeited',
  vested: 0,
  forfeited: fate.tranche.shares,
  vestedOn: null,
})

/** A tranche whose day has come in service. */
function dueFate(tranche: ExactTranche, unmet: ExactGrant['unmet']): ExactFate {
  const found = tranche.condition && check.compute(tranche.condition)
  const fate = { ...scheduled(tranche), found }
  const outcome = found === null ? 'met' : found.outcome
  if (outcome === 'met') return vested(fate, tranche.date)
  if (outcome !== 'unmet') return { ...fate, state: 'unknown' }
  return unmet === 'carry' ? { ...fate, state: 'carried' } : forfeited(fate)
}

/**
 * What was carried vests with the next tranche that does; once none is left that could bring it, it is forfeited. Of what is unknown the same
 * tranche settles it: met or carried, it has vested by then.
 */
function carry(fates: readonly ExactFate[], isOver: boolean): ExactFate[] {
  return fates.map((fate, index) => {
    if (fate.state !== 'carried' && fate.state !== 'unknown') return fate
    const later = fates.slice(index + 1)
    const bringing = later.find(({ state }) => state === 'vested')
    if (bringing !== undefined) return vested(fate, bringing.tranche.date)
    const mayBeBrought = !isOver || later.some(({ state }) => state === 'unknown')
    return fate.state === 'unknown' || mayBeBrought ? fate : forfeited(fate)
  })
}

/** A tranche that was still to come when somebody left. */
function leftFate(
  tranche: ExactTranche,
  isNext: boolean,
  { lastDay, rule }: ExactLeaver,
): ExactFate {
  const fate = scheduled(tranche)
  if (rule.unvested === 'accelerate') return vested(fate, lastDay)
  if (rule.unvested === 'forfeit' || !isNext) return forfeited(fate)
  const found = tranche.condition && check.compute(tranche.condition)
  if (found?.outcome === 'unmet') return { ...forfeited(fate), found }
  const part = servedPart(tranche, lastDay)
  const rest = { ...fate, found, forfeited: tranche.shares - part }
  if (found !== null && found.outcome !== 'met') return { ...rest, state: 'unknown' }
  return { ...rest, state: 'pro-rata', vested: part, vestedOn: part === 0 ? null : lastDay }
}

/** By the days served of those from one tranche to the next, rounded down. */
function servedPart({ after, date, shares }: ExactTranche, lastDay: string): number {
  const served = Math.max(0, time.daysBetween(after, lastDay))
  return Number((BigInt(shares) * BigInt(served)) / BigInt(time.daysBetween(after, date)))
}
