import { EXIT, Failure } from '../exit.js'
import type { Source } from '../read/csv.js'
import { parseLine, readLines } from '../read/ndjson.js'
import type { State } from './stateLine.js'

/** A state as it was read: that it is of the plan and the period is known, what it counted is not. */
export interface GivenState {
  readonly payee: string
  readonly totals: Readonly<Record<string, unknown>>
  readonly place: string
}

/** What all states have in common. */
interface Common {
  readonly policy: string
  period: string | undefined
  isFirst: boolean
}

/** Reads states line by line. One that is wrong ends the run: it is somebody's pay. */
export function stateReader(policy: string, take: (state: GivenState) => void) {
  const common: Common = { policy, period: undefined, isFirst: true }
  const seen = new Map<string, string>()
  return {
    read: (source: Source): Promise<void> =>
      readLines(source, (text, line) => {
        const place = `${source.name}, line ${line}`
        const state = read(text, place)
        check(state, common, place)
        const { payee, policy: _policy, period: _period, part, ...totals } = state
        if (part !== undefined) refuseTwice(seen, payee, part, place)
        take({ payee, totals, place })
      }),
    /** The period that all of them are of. */
    period: () => common.period,
  }
}

type Read = Readonly<Record<string, unknown>> & Pick<State, 'payee' | 'policy' | 'period' | 'part'>

function read(text: string, place: string): Read {
  const parsed = parseLine(text)
  if ('fault' in parsed) throw noState(place, parsed.fault)
  const { object } = parsed
  for (const key of ['payee', 'policy', 'period', 'part'] as const) {
    const value = object[key]
    const isLeftOut = value === undefined && (key === 'period' || key === 'part')
    if (!isLeftOut && (typeof value !== 'string' || value === ''))
      throw noState(place, `${key} is expected to be a text.`)
  }
  return object as Read
}

/** What `partial` did not write. */
export function noState(place: string, reason: string): Failure {
  return new Failure(
    EXIT.data,
    `${place} is no state: ${reason}`,
    'Give what sales-rules partial has written, each part once.',
  )
}

function check({ policy, period }: Read, common: Common, place: string): void {
  if (policy !== common.policy)
    throw new Failure(
      EXIT.refused,
      `${place} was counted by another plan.`,
      'Count and finish by one and the same plan.',
    )
  if (common.isFirst) common.period = period
  common.isFirst = false
  if (period !== common.period)
    throw new Failure(
      EXIT.refused,
      `${place} is of ${period ?? 'no period'}, and those before are of ${common.period ?? 'none'}.`,
      'Finish the states of each period apart.',
    )
}

function refuseTwice(seen: Map<string, string>, payee: string, part: string, place: string): void {
  const key = JSON.stringify([payee, part])
  const before = seen.get(key)
  if (before !== undefined)
    throw new Failure(
      EXIT.refused,
      `${place}: part ${part} of ${JSON.stringify(payee)} came before, in ${before}.`,
      'Give each part once.',
    )
  seen.set(key, place)
}
