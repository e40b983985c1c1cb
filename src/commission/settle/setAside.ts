/** Which lines a settlement lists as not counted, each once and in its own period. */
import type { Issue } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import { isTruedUp } from '../lines/periods.js'
import type { GivenLine, RefusedLine } from '../lines/readLine.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import { isAtOnce } from '../plan/paymentParts.js'
import type { AccountPeriod } from './account.js'
import type { Earned } from './coming.js'
import { partsOf } from './exactTerms.js'
import type { ReadPeriod } from './readPeriodRow.js'
import type { Settlement } from './types.js'

/**
 * The lines of a period that do not count, and what else was set aside in it. A statement to date has those of earlier periods as well, which were
 * named in their own; but what a true-up finds to be of an earlier period, and so takes back, nobody has named yet.
 */
export function setAside(
  { commission, notCounted, year, given }: Earned,
  period: ReadPeriod,
  plan: ExactPlan,
): Settlement['notCounted'] {
  const beside = notCounted.map((one) => ({ period: period.period.name, ...one }))
  const entries = commission.sales.notCounted
  if (entries.length === 0) return beside
  const lines = [
    ...year.periods.slice(0, -1).flatMap(({ read }) => linesOf(read, read)),
    ...linesOf(period, given),
  ]
  const places = placesOf(entries, lines)
  const isNew = notTruedUp(year.periods, plan)
  const ofStatement = entries.flatMap((entry) => {
    const place = places.get(entry)
    if (place === undefined) return []
    const { read } = place
    const isNamed = read === period || (isNew.has(read) && isOfEarlier(entry.issue, place))
    return isNamed ? [named(entry, place)] : []
  })
  return [...beside, ...ofStatement]
}

/** A line, and the period that it came in. */
interface LineOf {
  readonly read: ReadPeriod
  readonly line: GivenLine
}

interface Placed extends LineOf {
  /** Whether its period has another one of its id before it. */
  readonly isAgain: boolean
}

/** The lines of a period that were counted; of those that are followed, one that came before was left out. */
function linesOf(read: ReadPeriod, counted: ReadPeriod): LineOf[] {
  const ids = new Set((counted.sales.lines ?? []).map(({ id }) => id))
  return (read.sales.lines ?? []).filter(({ id }) => ids.has(id)).map((line) => ({ read, line }))
}

/** Where each line that was set aside stands. Of lines with one id all but the first are set aside, so that the last of both are the same. */
function placesOf(
  entries: readonly RefusedLine[],
  given: readonly LineOf[],
): ReadonlyMap<RefusedLine, Placed> {
  const places = new Map<RefusedLine, Placed>()
  const byId = groupedBy([...entries].sort(inOrder), ({ line }) => line.id)
  const lines = groupedBy(
    given.filter(({ line }) => byId.has(line.id)),
    ({ line }) => line.id,
  )
  for (const [id, ofId] of byId) {
    const all = lines.get(id) ?? []
    for (const [index, entry] of ofId.entries()) {
      const at = all.length - ofId.length + index
      const place = all[at]
      if (place !== undefined)
        places.set(entry, { ...place, isAgain: all[at - 1]?.read === place.read })
    }
  }
  return places
}

function inOrder(one: RefusedLine, other: RefusedLine): number {
  return Number(one.line.path.at(-1)) - Number(other.line.path.at(-1))
}

function groupedBy<Value>(
  values: readonly Value[],
  keyOf: (value: Value) => string,
): ReadonlyMap<string, readonly Value[]> {
  const groups = new Map<string, Value[]>()
  for (const value of values) {
    const group = groups.get(keyOf(value))
    if (group === undefined) groups.set(keyOf(value), [value])
    else group.push(value)
  }
  return groups
}

/** The periods that counted alone until this one, which trues them up. Where lines are followed, each was compared with all as it came. */
function notTruedUp(periods: readonly AccountPeriod[], plan: ExactPlan): ReadonlySet<ReadPeriod> {
  const isDone = ({ read, isFinal }: AccountPeriod) => isFinal || isTruedUp(read.period, plan)
  const last = periods.at(-1)
  if (last === undefined || !isDone(last) || !isAtOnce(partsOf(plan))) return new Set()
  const reversed = periods.slice(0, -1).reverse()
  const end = reversed.findIndex(isDone)
  return new Set(reversed.slice(0, end < 0 ? undefined : end).map(({ read }) => read))
}

function isOfEarlier({ code }: Issue, { isAgain }: Placed): boolean {
  return code === 'ID_DUPLICATE' && !isAgain
}

/** What is said of a line, where its period has it. */
function named(
  { line: { path }, issue: why }: RefusedLine,
  { read, line }: Placed,
): Settlement['notCounted'][number] {
  const place = [...read.path, ...line.path, ...why.path.slice(path.length)]
  return { period: read.period.name, line: line.id, issue: issue.moved(place, why) }
}
