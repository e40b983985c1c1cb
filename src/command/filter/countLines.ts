import {
  type CommissionLine,
  type CommissionTotals,
  commissionAccumulator,
  type DefinedCommissionPlan,
} from '../../commission/index.js'
import type { Place } from '../read/encoding.js'
import type { RowFault } from '../read/table.js'
import type { Voice } from '../words.js'
import type { TakeBytes } from './byteLines.js'
import { addsAmounts, countBytes } from './countBytes.js'
import type { Days } from './lineForm.js'
import { rangeOf, strictReader } from './readStrictly.js'
import { isPlain, sortedNames } from './stateLine.js'

type RefuseLine = (
  line: number,
  text: string,
  faults: readonly RowFault[],
  whose: string | undefined,
) => void

interface Counting {
  readonly plan: DefinedCommissionPlan
  readonly period: string | undefined
  /** Keys that are passed over. */
  readonly ignored: readonly string[]
  readonly voice: Voice
  readonly place: Place
  readonly refuse: RefuseLine
}

/** What was counted of each payee. */
interface Counted extends TakeBytes {
  readonly finish: () => [payee: string, CommissionTotals][]
}

/** Counts lines of JSON by payee: as they lie in bytes where the plan adds up amounts alone, line by line otherwise; the same either way. */
export function countLines({ plan, refuse, place, ...counting }: Counting): Counted {
  const { add, create, merge } = commissionAccumulator(plan)
  const fast = addsAmounts(plan) ? countBytes(plan, daysOf(counting.period)) : undefined
  const kept = new Map<string, CommissionTotals>()
  const before = (payee: string) => kept.get(payee) ?? create()
  const addOne = (payee: string, line: CommissionLine) => {
    if (fast === undefined) return add(before(payee), line)
    // Where amounts are only added up, their days have been looked at, and no rule asks for them.
    const { dates: _, ...totals } = add(create(), line)
    return totals
  }
  const read = strictReader({ ...counting, add: addOne })
  const keep = (payee: string, totals: CommissionTotals) => {
    kept.set(payee, fast === undefined ? totals : merge(before(payee), totals))
  }
  const decoder = new TextDecoder()
  return {
    ahead: (bytes, start, limit, at) => fast?.take(bytes, start, limit, at) ?? start,
    line: (bytes, start, end) => {
      const text = decoder.decode(bytes.subarray(start, end))
      if (text.trim() === '') return
      const found = read(text, place.line)
      if ('faults' in found) refuse(place.line, text, found.faults, found.payee)
      else if (fast !== undefined && isPlain(found.totals))
        fast.learn(text, { payee: found.payee, sales: found.totals.sales }, counting.ignored)
      else keep(found.payee, found.totals)
    },
    endChunk: () => fast?.flush(),
    finish: () => {
      for (const [payee, totals] of fast?.finish() ?? [])
        if (kept.has(payee)) keep(payee, totals)
        else kept.set(payee, totals)
      return sortedNames(kept.keys()).map((payee) => [payee, before(payee)])
    },
  }
}

/** The days of a period as numbers; without one, all. */
function daysOf(period: string | undefined): Days {
  if (period === undefined) return { first: 0, last: Number.MAX_SAFE_INTEGER }
  const { from, to } = rangeOf(period)
  const dayOf = (date: string) => Number(date.replaceAll('-', ''))
  return { first: dayOf(from), last: dayOf(to) }
}
